/*
 * From the rating of an answer to the next question, against a bare commit of the same rows:
 *
 *   bench_rate DECK.json PROGRESS.db COPY.db NOW ANSWERS
 *
 * Both sides run in this process, in turns, each on a store of its own that began as the same
 * file (they are written to: give copies).  Ours is session_rate(): check that nobody else
 * answered, fold, append, commit, reorder the queue, pick and build the next question.  The
 * baseline begins, appends an event, puts the progress and commits, through the same store
 * with the same settings.
 */
#include "bench.h"

#include "deck/library.h"
#include "session/session.h"

#include <stdlib.h>
#include <string.h>

struct study {
    struct library library;
    struct settings settings;
    struct store *store, *bare;
    struct collection collection;
    struct session session;
    int64_t now_ms;
};

static void check(bool ok, const struct err *err)
{
    if (!ok)
        bench_die("%s", err->message);
}

static void start(struct study *s, char **argv)
{
    struct err err;
    const char *deck = argv[1];
    if (!instant_parse(argv[4], &s->now_ms))
        bench_die("no instant: %s", argv[4]);
    settings_init(&s->settings);
    s->settings.new_per_day = s->settings.reviews_per_day = -1;
    library_load(&s->library, &deck, 1);
    check(store_open(argv[2], STORE_WRITE, &s->store, &err), &err);
    check(store_open(argv[3], STORE_WRITE, &s->bare, &err), &err);
    check(
        collection_load(&s->collection, &s->library, s->store, &s->settings, &err), &err);
    bool *selected = malloc(s->library.card_count + 1);
    memset(selected, 1, s->library.card_count + 1);
    struct session_options options = { .selected = selected, .fresh = -1, .reviews = -1 };
    session_open(&s->session, &s->collection, &options, s->now_ms);
    free(selected);
}

static void end(struct study *s)
{
    session_close(&s->session);
    collection_release(&s->collection);
    store_close(s->store);
    store_close(s->bare);
    library_release(&s->library);
    settings_release(&s->settings);
}

/* What session_rate is about to write, taken from the session's state. */
static struct event event_of(const struct study *s, struct buf *payload)
{
    const struct session *session = &s->session;
    struct review review = {
        .rating = FSRS_GOOD,
        .plan = session->plans[FSRS_GOOD - 1],
        .answer_ms = 5000,
        .typed = session->typed,
        .verdict = verdict_word(session->judgement.verdict),
    };
    review_render(&review, payload);
    return (struct event){
        .at_ms = s->now_ms,
        .day = day_of(s->now_ms, s->settings.day_start),
        .kind = EVENT_REVIEW,
        .card = session_card(session)->name,
        .payload = payload->text,
    };
}

static double bare_ms(
    struct study *s, struct event *event, const struct progress *progress)
{
    struct err err;
    int64_t before = bench_ns();
    check(store_begin(s->bare, &err) && store_append(s->bare, event, &err) &&
              store_put_progress(s->bare, event->card, progress, &event->key, &err) &&
              store_commit(s->bare, &err),
        &err);
    return (double)(bench_ns() - before) / 1e6;
}

static double rate_ms(struct study *s)
{
    struct err err;
    int64_t before = bench_ns();
    check(session_rate(&s->session, FSRS_GOOD, s->now_ms, &err) == RECORD_SAVED, &err);
    return (double)(bench_ns() - before) / 1e6;
}

int main(int argc, char **argv)
{
    struct study s = { .now_ms = 0 };
    size_t answers = argc == 6 ? strtoul(argv[5], NULL, 10) : 0;
    if (answers == 0)
        bench_die("usage: bench_rate DECK.json PROGRESS.db COPY.db NOW ANSWERS");
    double *ours = calloc(answers, sizeof *ours), *bare = calloc(answers, sizeof *bare);
    start(&s, argv);
    for (size_t i = 0; i < answers && s.session.state == SESSION_ASK; i++) {
        struct buf payload = { 0 };
        s.now_ms += 5000;
        session_answer(&s.session, "siege", s.now_ms);
        struct event event = event_of(&s, &payload);
        struct progress progress = s.collection.progress[s.session.card];
        bare[i] = bare_ms(&s, &event, &progress);
        ours[i] = rate_ms(&s);
        buf_release(&payload);
    }
    if (s.session.log_count != answers)
        bench_die("the session ended early");
    bench_print_ratio("  rating to next question", bench_median(ours, answers),
        bench_median(bare, answers), "ms", 2);
    end(&s);
    free(ours);
    free(bare);
    return 0;
}
