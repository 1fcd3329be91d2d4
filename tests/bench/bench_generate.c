/*
 * A large deck and the history of a learner who has studied it for years:
 *
 *   bench_generate DECK.json PROGRESS.db CARDS EVENTS
 *
 * The deck is laid out as `fmt` would: texts of the usual lengths, every kind that authors use
 * much, ids on most cards, tags, sources, notes.  The learner begins so many new cards a day,
 * answers each when it is due (a card's recall decides what the answer is), and stops with
 * EVENTS answers given.  The store is filled through its own functions.  All draws come from
 * one seed, so the same numbers give the same files - but for the store's own device id.
 *
 * Prints the instant of the last answer, RFC 3339.
 */
#include "bench.h"

#include "base/rng.h"
#include "fsrs/schedule.h"
#include "session/replay.h"
#include "session/settings.h"
#include "store/store.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NEW_PER_DAY = 110, ANSWERS_PER_TRANSACTION = 50000, NAME_BYTES = 64 };

static const char *const words[] = { "the", "of", "river", "army", "empire", "council",
    "winter", "treaty", "harbour", "bishop", "general", "which", "after", "before",
    "city", "siege", "king", "against", "his", "brother", "province", "gold", "horsemen",
    "fortress", "marched", "refused", "envoy", "under", "walls", "northern", "capital",
    "reign", "from", "Ravenna", "Dara", "Antioch", "Thessalonica", "was", "taken", "by",
    "and", "a", "peace", "broken", "twice", "Procopius", "writes", "that", "fleet", "île",
    "Åland", "señor" };

static struct rng rng = { 7 };

static const char *any_word(void)
{
    return words[rng_below(&rng, sizeof words / sizeof words[0])];
}

static void write_words(FILE *out, size_t count)
{
    for (size_t i = 0; i < count; i++)
        fprintf(out, "%s%s", i > 0 ? " " : "", any_word());
}

/* ---- the deck ------------------------------------------------------------------------ */

static void write_question(FILE *out, size_t number)
{
    fputs("      \"question\": \"", out);
    write_words(out, 8 + rng_below(&rng, 8));
    fprintf(out, " (%zu)?\",\n", number);
}

static void write_list(FILE *out, const char *key, size_t count, size_t most_words)
{
    fprintf(out, "      \"%s\": [", key);
    for (size_t i = 0; i < count; i++) {
        fprintf(out, "%s\"%zu ", i > 0 ? ", " : "", i + 1);
        write_words(out, 1 + rng_below(&rng, most_words));
        fputc('"', out);
    }
    fputs("],\n", out);
}

static void write_cloze(FILE *out, size_t number)
{
    fprintf(out, "      \"cloze\": \"%zu ", number);
    write_words(out, 6);
    fputs(" {{c1::", out);
    write_words(out, 2);
    fputs("}} ", out);
    write_words(out, 4);
    fputs(".\",\n", out);
}

static void write_text(FILE *out)
{
    fputs("      \"answer\": \"", out);
    write_words(out, 1 + rng_below(&rng, 3));
    fputs("\",\n", out);
    if (rng_below(&rng, 4) == 0)
        write_list(out, "accept", 2, 2);
}

/* Of a hundred cards 55 ask for a text, 15 for a number, 10 each list, choice and cloze. */
static void write_content(FILE *out, size_t number, size_t draw)
{
    if (draw >= 90) {
        write_cloze(out, number);
        return;
    }
    write_question(out, number);
    if (draw < 55)
        write_text(out);
    else if (draw < 70)
        fprintf(out, "      \"answer\": %zu,\n", 300 + rng_below(&rng, 1500));
    else if (draw < 80)
        write_list(out, "answer", 2 + rng_below(&rng, 4), 2);
    else
        fputs("      \"answer\": \"right\",\n", out), write_list(out, "wrong", 3, 3);
}

/* Makes the card's entry, and its name as the store will know it. */
static void write_card(FILE *out, size_t number, char name[NAME_BYTES])
{
    size_t draw = rng_below(&rng, 100);
    fprintf(
        out, "%s    {\n      \"id\": \"card-%06zu\",\n", number > 1 ? ",\n" : "", number);
    write_content(out, number, draw);
    if (rng_below(&rng, 2) == 0) {
        fputs("      \"note\": \"", out);
        write_words(out, 10);
        fputs(".\",\n", out);
    }
    fprintf(out, "      \"tags\": [\"%s\", \"book-%zu\"],\n      \"source\": \"",
        any_word(), number / 1000);
    write_words(out, 4);
    fputs("\"\n    }", out);
    snprintf(name, NAME_BYTES, "large/card-%06zu%s", number, draw >= 90 ? "#c1" : "");
}

static void write_deck(const char *path, size_t cards, char (*names)[NAME_BYTES])
{
    FILE *out = fopen(path, "w");
    if (out == NULL)
        bench_die("cannot write '%s'", path);
    fputs("{\n  \"format\": 1,\n  \"id\": \"large\",\n  \"title\": \"A large deck\",\n"
          "  \"language\": \"en\",\n  \"documents\": { \"book\": { \"title\": \"A book\" "
          "} },\n"
          "  \"defaults\": { \"source\": { \"document\": \"book\" } },\n  \"cards\": [\n",
        out);
    for (size_t i = 0; i < cards; i++)
        write_card(out, i + 1, names[i]);
    fputs("\n  ]\n}\n", out);
    if (fclose(out) != 0)
        bench_die("cannot write '%s'", path);
}

/* ---- the learner --------------------------------------------------------------------- */

struct learner {
    struct store *store;
    struct settings settings;
    struct schedule schedule;
    char (*names)[NAME_BYTES];
    struct progress *progress;
    struct event_key *last;
    size_t *heap; // cards begun, the one due first on top
    size_t heap_count, cards, begun;
};

static int64_t due(const struct learner *learner, size_t at)
{
    return learner->progress[learner->heap[at]].plan.due_ms;
}

static void swap(size_t *a, size_t *b)
{
    size_t kept = *a;
    *a = *b;
    *b = kept;
}

static void push(struct learner *l, size_t card)
{
    size_t at = l->heap_count++;
    l->heap[at] = card;
    for (; at > 0 && due(l, at) < due(l, (at - 1) / 2); at = (at - 1) / 2)
        swap(&l->heap[at], &l->heap[(at - 1) / 2]);
}

static size_t pop(struct learner *l)
{
    size_t top = l->heap[0], at = 0, child;
    l->heap[0] = l->heap[--l->heap_count];
    while ((child = 2 * at + 1) < l->heap_count) {
        if (child + 1 < l->heap_count && due(l, child + 1) < due(l, child))
            child++;
        if (due(l, at) <= due(l, child))
            break;
        swap(&l->heap[at], &l->heap[child]);
        at = child;
    }
    return top;
}

static enum fsrs_rating rate(const struct learner *l, size_t card, int64_t now_ms)
{
    const struct progress *before = &l->progress[card];
    double recall = 0.8, draw = rng_uniform(&rng);
    if (before->reviews > 0)
        recall = fsrs_recall(
            before->memory, schedule_elapsed_days(before, now_ms), l->schedule.weights);
    if (draw > recall)
        return FSRS_AGAIN;
    draw = rng_uniform(&rng);
    return draw < 0.1 ? FSRS_HARD : draw < 0.95 ? FSRS_GOOD : FSRS_EASY;
}

static void answer(struct learner *l, size_t card, int64_t now_ms)
{
    struct plan plans[4];
    struct progress *progress = &l->progress[card];
    enum fsrs_rating rating = rate(l, card, now_ms);
    schedule_plan(progress, now_ms, schedule_seed(l->names[card], progress->reviews),
        &l->schedule, plans);
    struct review review = {
        .rating = rating,
        .plan = plans[rating - 1],
        .answer_ms = 2000 + (int)rng_below(&rng, 9000),
        .typed = any_word(),
        .verdict = rating == FSRS_AGAIN ? "wrong" : "exact",
    };
    struct buf payload = { 0 };
    struct err err;
    review_render(&review, &payload);
    struct event event = {
        .at_ms = now_ms,
        .day = day_of(now_ms, l->schedule.rollover_hour),
        .kind = EVENT_REVIEW,
        .card = l->names[card],
        .payload = payload.text,
    };
    if (!store_append(l->store, &event, &err))
        bench_die("%s", err.message);
    buf_release(&payload);
    struct answer given = { rating, now_ms, event.day, review.plan };
    *progress = schedule_fold(*progress, &given, l->schedule.weights);
    l->last[card] = event.key;
    push(l, card);
}

static void begin(struct learner *l)
{
    struct err err;
    if (!store_begin(l->store, &err))
        bench_die("%s", err.message);
}

static void commit(struct learner *l)
{
    struct err err;
    if (!store_commit(l->store, &err))
        bench_die("%s", err.message);
}

static void put_all_progress(struct learner *l)
{
    struct err err;
    begin(l);
    for (size_t i = 0; i < l->begun; i++)
        if (!store_put_progress(
                l->store, l->names[i], &l->progress[i], &l->last[i], &err))
            bench_die("%s", err.message);
    commit(l);
}

/* One after another from six in the evening: what is due, then new cards.  The last instant. */
static int64_t study(struct learner *l, size_t events)
{
    int64_t now_ms = 0;
    struct day day = day_from_civil(2023, 1, 1);
    begin(l);
    for (size_t done = 0; done < events; day.number++) {
        size_t fresh =
            l->cards - l->begun < NEW_PER_DAY ? l->cards - l->begun : NEW_PER_DAY;
        now_ms = day_start_ms(day, 18);
        int64_t end_ms = now_ms + 8 * (int64_t)HOUR_MS;
        while (done < events && now_ms < end_ms) {
            bool waiting = l->heap_count > 0 && due(l, 0) <= now_ms;
            if (!waiting && fresh == 0)
                break;
            fresh -= !waiting;
            answer(l, waiting ? pop(l) : l->begun++, now_ms);
            now_ms += 4000 + (int64_t)rng_below(&rng, 8000);
            if (++done % ANSWERS_PER_TRANSACTION == 0)
                commit(l), begin(l);
        }
    }
    commit(l);
    return now_ms;
}

static void *zeroed(size_t count, size_t size)
{
    void *memory = calloc(count, size);
    if (memory == NULL)
        bench_die("out of memory");
    return memory;
}

int main(int argc, char **argv)
{
    if (argc != 5)
        bench_die("usage: bench_generate DECK.json PROGRESS.db CARDS EVENTS");
    struct err err;
    struct learner l = { .cards = strtoul(argv[3], NULL, 10) };
    l.names = zeroed(l.cards, sizeof *l.names);
    l.progress = zeroed(l.cards, sizeof *l.progress);
    l.last = zeroed(l.cards, sizeof *l.last);
    l.heap = zeroed(l.cards, sizeof *l.heap);
    settings_init(&l.settings);
    struct deck_settings deck = settings_for_deck(&l.settings, "large");
    l.schedule = settings_schedule(&l.settings, &deck, fsrs_default_weights);
    write_deck(argv[1], l.cards, l.names);
    if (!store_open(argv[2], STORE_WRITE, &l.store, &err))
        bench_die("%s", err.message);
    char text[INSTANT_TEXT];
    instant_format(study(&l, strtoul(argv[4], NULL, 10)), text);
    put_all_progress(&l);
    store_close(l.store);
    settings_release(&l.settings);
    free(l.names);
    free(l.progress);
    free(l.last);
    free(l.heap);
    puts(text);
    return 0;
}
