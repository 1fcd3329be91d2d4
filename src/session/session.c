#include "session/session.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static void ask(struct session *s, size_t card, int64_t now_ms)
{
    arena_release(&s->arena);
    const struct card *asked = s->collection->library->cards[card];
    s->state = SESSION_ASK;
    s->card = card;
    s->question++;
    s->key = present_key(asked, s->collection->progress[card].reviews, &s->arena);
    s->asked_ms = now_ms;
    s->hinted = false;
    s->typed = NULL;
}

static void build_queue(struct session *s, int64_t now_ms)
{
    queue_release(&s->queue);
    s->input.now_ms = now_ms;
    s->day = day_of(now_ms, s->input.rollover_hour);
    s->stale = false;
    queue_build(&s->queue, &s->input);
}

/* The next question, or DONE.  A session that runs past the day's end gets the new day. */
static void move_on(struct session *s, int64_t now_ms)
{
    s->input.now_ms = now_ms;
    if (s->stale || day_of(now_ms, s->input.rollover_hour).number != s->day.number)
        build_queue(s, now_ms);
    size_t card = queue_next(&s->queue, &s->input, &s->next_due_ms);
    if (card == QUEUE_NONE)
        s->state = SESSION_DONE;
    else
        ask(s, card, now_ms);
}

void session_open(struct session *s, struct collection *collection, const bool *selected,
    uint64_t seed, int64_t now_ms)
{
    size_t count = collection->library->card_count;
    *s = (struct session){ .collection = collection, .started_ms = now_ms };
    s->cards = mem_alloc((count + 1) * sizeof *s->cards);
    for (size_t i = 0; i < count; i++) {
        s->cards[i] = collection->queue_cards[i];
        s->cards[i].selected = selected[i];
    }
    s->input = collection_queue_input(collection, s->cards, now_ms, seed);
    build_queue(s, now_ms);
    move_on(s, now_ms);
}

void session_close(struct session *s)
{
    queue_release(&s->queue);
    arena_release(&s->arena);
    arena_release(&s->log_arena);
    free(s->cards);
    free(s->log);
    *s = (struct session){ 0 };
}

const struct card *session_card(const struct session *s)
{
    assert(s->state != SESSION_DONE);
    return s->collection->library->cards[s->card];
}

const char *session_hint(struct session *s)
{
    const char *hint = session_card(s)->hint;
    s->hinted = s->hinted || hint != NULL;
    return hint;
}

bool session_is_self(const struct session *s)
{
    return session_card(s)->note->self;
}

void session_answer(struct session *s, const char *typed, int64_t now_ms)
{
    assert(s->state == SESSION_ASK);
    const struct deck *deck = session_card(s)->note->deck;
    s->state = SESSION_JUDGED;
    s->revealed_ms = now_ms;
    s->typed = arena_strdup(&s->arena, typed);
    s->judgement = match_judge(&s->key, &deck->context, s->typed, &s->arena);
    s->proposed = session_is_self(s) ? propose_self(s->hinted)
                                     : propose_rating(&s->judgement, s->hinted);
    collection_plan(s->collection, s->card, now_ms, s->plans);
}

static int answer_ms(const struct session *s)
{
    int64_t ms = s->revealed_ms - s->asked_ms;
    if (ms < 0)
        return 0;
    return ms < ANSWER_MOST_MS ? (int)ms : ANSWER_MOST_MS;
}

static void log_answer(struct session *s, enum fsrs_rating rating, bool was_new)
{
    s->log = vec_grow(s->log, s->log_count, &s->log_capacity, sizeof *s->log);
    s->log[s->log_count++] = (struct session_entry){
        .card = s->card,
        .verdict = s->judgement.verdict,
        .rating = rating,
        .self = session_is_self(s),
        .answer_ms = answer_ms(s),
        .typed = arena_strdup(&s->log_arena, s->typed),
        .was_new = was_new,
    };
}

enum record_result session_rate(
    struct session *s, enum fsrs_rating rating, int64_t now_ms, struct err *err)
{
    assert(s->state == SESSION_JUDGED);
    bool keep = s->collection->settings->keep_typed && s->typed[0] != '\0';
    bool was_new = s->collection->progress[s->card].reviews == 0;
    struct event_key event;
    struct review review = {
        .rating = rating,
        .plan = s->plans[rating - 1],
        .answer_ms = answer_ms(s),
        .typed = keep ? s->typed : NULL,
        .verdict = session_is_self(s) ? NULL : verdict_word(s->judgement.verdict),
    };
    enum record_result result =
        record_review(s->collection, s->card, s->revealed_ms, &review, &event, err);
    if (result == RECORD_FAILED)
        return result;
    if (result == RECORD_SAVED)
        log_answer(s, rating, was_new);
    s->input.last_asked = s->card;
    if (result == RECORD_CHANGED)
        s->stale = true;
    else
        queue_answered(&s->queue, &s->input, s->card);
    move_on(s, now_ms);
    return result;
}

void session_skip(struct session *s, int64_t now_ms)
{
    assert(s->state != SESSION_DONE);
    s->cards[s->card].selected = false;
    queue_skip(&s->queue, s->card);
    move_on(s, now_ms);
}

/* The summary forgets the newest entry of a card whose answer was taken back. */
static void unlog(struct session *s, size_t card)
{
    for (size_t i = s->log_count; i-- > 0;)
        if (s->log[i].card == card) {
            memmove(&s->log[i], &s->log[i + 1], (s->log_count - i - 1) * sizeof *s->log);
            s->log_count--;
            return;
        }
}

bool session_undo(struct session *s, int64_t now_ms, struct arena *arena,
    struct undo_result *result, struct err *err)
{
    size_t card;
    if (!record_undo(s->collection, now_ms, arena, result, err))
        return false;
    if (!result->found)
        return true;
    s->input.last_asked = QUEUE_NONE;
    build_queue(s, now_ms);
    if (collection_find(s->collection, result->card, &card) && s->cards[card].selected) {
        unlog(s, card);
        ask(s, card, now_ms);
        s->stale = true; // the queue may hold a sibling, or another card within the caps
    } else {
        move_on(s, now_ms);
    }
    return true;
}

struct queue_counts session_counts(const struct session *s)
{
    return queue_remaining(&s->queue, &s->input);
}
