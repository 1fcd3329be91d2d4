#include "session/session.h"

#include "base/rng.h"
#include "session/alias.h"
#include "session/steering.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

void session_put(struct session *s, size_t card, int64_t now_ms)
{
    arena_release(&s->arena);
    s->state = SESSION_ASK;
    s->card = card;
    s->question++;
    s->key = collection_key(s->collection, card, &s->arena);
    s->asked_ms = now_ms;
    s->hinted = false;
    s->first = NULL;
    s->typed = NULL;
    s->past_miss = (struct past_miss){ 0 };
    session_remember(s, card);
}

void session_build_queue(struct session *s, int64_t now_ms)
{
    queue_release(&s->queue);
    s->input.now_ms = now_ms;
    s->day = day_of(now_ms, s->input.rollover_hour);
    s->stale = false;
    queue_build(&s->queue, &s->input);
}

/* Are there steps that will fall due soon enough to wait for? */
static bool is_near_step(const struct session *s)
{
    return s->queue.step_count > 0 &&
           s->next_due_ms <= s->input.now_ms + QUEUE_LEARN_AHEAD_MS;
}

static void finish(struct session *s)
{
    s->state = s->input.steps_can_wait && is_near_step(s) ? SESSION_WAIT : SESSION_DONE;
}

void session_move_on(struct session *s, int64_t now_ms)
{
    size_t card = QUEUE_NONE;
    s->input.now_ms = now_ms;
    s->next_due_ms = INT64_MAX;
    if (s->options.cram) {
        card = s->cram_count > 0 ? s->crammed[0] : QUEUE_NONE;
    } else {
        if (s->stale || day_of(now_ms, s->input.rollover_hour).number != s->day.number)
            session_build_queue(s, now_ms);
        session_keep_apart(s);
        card = queue_next(&s->queue, &s->input, &s->next_due_ms);
    }
    if (card == QUEUE_NONE)
        finish(s);
    else
        session_put(s, card, now_ms);
}

/* ---- opening ------------------------------------------------------------------------------ */

/* Everything selected, in an order drawn by the seed. */
static void list_crammed(struct session *s, size_t count)
{
    struct rng rng = { s->options.seed };
    s->crammed = mem_alloc((count + 1) * sizeof *s->crammed);
    for (size_t i = 0; i < count; i++) {
        if (!s->cards[i].selected || s->cards[i].progress->suspended)
            continue;
        size_t at = rng_below(&rng, s->cram_count + 1);
        s->crammed[s->cram_count++] = s->crammed[at];
        s->crammed[at] = i;
    }
}

/* A number for this session stands over the common cap: what was done today is added to it. */
static int cap_for(int asked, int cap, int done)
{
    return asked < 0 ? cap : asked + done;
}

static void set_caps(struct session *s)
{
    struct queue_caps done = queue_done(s->cards, s->input.card_count, s->day);
    s->input.caps.fresh = cap_for(s->options.fresh, s->input.caps.fresh, done.fresh);
    s->input.caps.reviews =
        cap_for(s->options.reviews, s->input.caps.reviews, done.reviews);
}

void session_copy_deck_caps(struct session *s)
{
    size_t size = s->input.deck_count * sizeof *s->deck_caps;
    s->deck_caps = mem_alloc(size);
    if (size > 0)
        memcpy(s->deck_caps, s->input.deck_caps, size);
    s->input.deck_caps = s->deck_caps;
}

void session_open(struct session *s, struct collection *collection,
    const struct session_options *options, int64_t now_ms)
{
    size_t count = collection->library->card_count;
    *s = (struct session){
        .collection = collection, .options = *options, .started_ms = now_ms
    };
    s->options.selected = NULL;
    s->cards = mem_alloc((count + 1) * sizeof *s->cards);
    for (size_t i = 0; i < count; i++) {
        s->cards[i] = collection->queue_cards[i];
        s->cards[i].selected = options->selected[i];
    }
    s->input = collection_queue_input(collection, s->cards, now_ms, options->seed);
    s->input.ahead_ms = options->ahead_ms;
    s->input.steps_can_wait = options->waits;
    s->day = day_of(now_ms, s->input.rollover_hour);
    session_copy_deck_caps(s);
    set_caps(s);
    session_read_confusions(s, now_ms);
    if (options->cram)
        list_crammed(s, count);
    else
        session_build_queue(s, now_ms);
    session_move_on(s, now_ms);
}

void session_close(struct session *s)
{
    queue_release(&s->queue);
    arena_release(&s->arena);
    arena_release(&s->log_arena);
    free(s->cards);
    free(s->deck_caps);
    free(s->crammed);
    free(s->apart);
    confusions_release(&s->confusions);
    free(s->log);
    *s = (struct session){ 0 };
}

/* ---- the question --------------------------------------------------------------------------- */

const struct card *session_card(const struct session *s)
{
    assert(s->state == SESSION_ASK || s->state == SESSION_JUDGED);
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
    return s->options.flip || session_card(s)->note->self;
}

bool session_reads_items(const struct session *s)
{
    return key_has_items(s->key.kind) && !session_is_self(s);
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
    bool right = verdict_is_right(s->judgement.verdict);
    const char *missed = right && s->first != NULL ? s->first : s->typed;
    s->log = vec_grow(s->log, s->log_count, &s->log_capacity, sizeof *s->log);
    s->log[s->log_count++] = (struct session_entry){
        .card = s->card,
        .verdict = s->judgement.verdict,
        .rating = rating,
        .self = session_is_self(s),
        .answer_ms = answer_ms(s),
        .typed = arena_strdup(&s->log_arena, missed),
        .was_new = was_new,
    };
}

/* Known cards go; missed ones come again when the others have been asked. */
static void move_crammed(struct session *s, enum fsrs_rating rating)
{
    size_t card = s->crammed[0];
    memmove(s->crammed, s->crammed + 1, --s->cram_count * sizeof *s->crammed);
    if (rating == FSRS_AGAIN)
        s->crammed[s->cram_count++] = card;
}

/* The card whose answer was typed, at either try; NULL: none. */
static const char *mistaken_for(const struct session *s)
{
    const char *other = s->judgement.other;
    return other == NULL && s->first != NULL ? s->first_judgement.other : other;
}

static struct review review_of(const struct session *s, enum fsrs_rating rating)
{
    bool keep = s->collection->settings->keep_typed && s->typed[0] != '\0';
    return (struct review){
        .rating = rating,
        .plan = s->plans[rating - 1],
        .answer_ms = answer_ms(s),
        .typed = keep ? s->typed : NULL,
        .first = s->collection->settings->keep_typed ? s->first : NULL,
        .verdict = session_is_self(s) ? NULL : verdict_word(s->judgement.verdict),
        .confused = rating == FSRS_AGAIN ? mistaken_for(s) : NULL,
        .question = note_question(session_card(s)),
    };
}

static enum record_result keep_nothing(
    struct session *s, enum fsrs_rating rating, int64_t now_ms)
{
    log_answer(s, rating, false);
    move_crammed(s, rating);
    session_move_on(s, now_ms);
    return RECORD_NOT_KEPT;
}

enum record_result session_rate(
    struct session *s, enum fsrs_rating rating, int64_t now_ms, struct err *err)
{
    assert(s->state == SESSION_JUDGED);
    if (s->options.cram)
        return keep_nothing(s, rating, now_ms);
    bool was_new = s->collection->progress[s->card].reviews == 0;
    struct event_key event;
    struct review review = review_of(s, rating);
    enum record_result result =
        record_review(s->collection, s->card, s->revealed_ms, &review, &event, err);
    if (result == RECORD_FAILED)
        return result;
    if (result == RECORD_SAVED)
        log_answer(s, rating, was_new);
    if (result == RECORD_SAVED && review.confused != NULL)
        session_confuse(s, review.confused);
    s->input.last_asked = s->card;
    if (result == RECORD_CHANGED)
        s->stale = true;
    else
        queue_answered(&s->queue, &s->input, s->card);
    session_move_on(s, now_ms);
    return result;
}

/* ---- other ways on -------------------------------------------------------------------------- */

static void drop_crammed(struct session *s, size_t card)
{
    size_t kept = 0;
    for (size_t i = 0; i < s->cram_count; i++)
        if (s->crammed[i] != card)
            s->crammed[kept++] = s->crammed[i];
    s->cram_count = kept;
}

static void drop_card(struct session *s, size_t card)
{
    queue_skip(&s->queue, card);
    drop_crammed(s, card);
}

static void leave_card(struct session *s, size_t card, int64_t now_ms)
{
    drop_card(s, card);
    session_move_on(s, now_ms);
}

void session_wake(struct session *s, int64_t now_ms)
{
    assert(s->state == SESSION_WAIT);
    session_move_on(s, now_ms);
}

void session_hurry(struct session *s, int64_t now_ms)
{
    assert(s->state == SESSION_WAIT);
    s->input.steps_can_wait = false;
    session_move_on(s, now_ms);
    s->input.steps_can_wait = s->options.waits;
}

size_t session_waiting(const struct session *s)
{
    return s->queue.step_count;
}

void session_more(struct session *s, int count, int64_t now_ms)
{
    if (s->options.cram)
        return;
    s->input.caps.fresh += count;
    for (size_t i = 0; i < s->input.deck_count; i++)
        if (s->deck_caps[i].fresh >= 0)
            s->deck_caps[i].fresh += count;
    session_build_queue(s, now_ms);
    s->stale = true; // the card that is out may have a sibling in it
    if (s->state == SESSION_DONE || s->state == SESSION_WAIT)
        session_move_on(s, now_ms);
}

bool session_mark(
    struct session *s, enum event_kind kind, int64_t now_ms, struct err *err)
{
    assert(s->state == SESSION_ASK || s->state == SESSION_JUDGED);
    bool on = kind != EVENT_FLAG || !s->collection->progress[s->card].flagged;
    if (!record_marks(s->collection, &s->card, 1, kind, on, now_ms, err))
        return false;
    if (kind != EVENT_FLAG)
        leave_card(s, s->card, now_ms);
    return true;
}

bool session_suspend(struct session *s, size_t card, int64_t now_ms, struct err *err)
{
    bool is_out = s->state == SESSION_ASK || s->state == SESSION_JUDGED;
    if (!record_marks(s->collection, &card, 1, EVENT_SUSPEND, true, now_ms, err))
        return false;
    if (is_out && s->card != card)
        drop_card(s, card);
    else
        leave_card(s, card, now_ms);
    return true;
}

void session_skip(struct session *s, int64_t now_ms)
{
    assert(s->state == SESSION_ASK || s->state == SESSION_JUDGED);
    s->cards[s->card].selected = false;
    leave_card(s, s->card, now_ms);
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
    *result = (struct undo_result){ 0 };
    if (s->options.cram)
        return true;
    if (!record_undo(s->collection, now_ms, arena, result, err))
        return false;
    if (!result->found)
        return true;
    s->input.last_asked = QUEUE_NONE;
    session_build_queue(s, now_ms);
    if (collection_find(s->collection, result->card, &card) && s->cards[card].selected) {
        if (result->kind == EVENT_REVIEW)
            unlog(s, card);
        session_put(s, card, now_ms);
        s->stale = true; // the queue may hold a sibling, or another card within the caps
    } else {
        session_move_on(s, now_ms);
    }
    return true;
}

bool session_ask_again(struct session *s, const char *name, int64_t now_ms)
{
    size_t card;
    if (!collection_find_owner(s->collection, name, &card))
        return false;
    if (!s->options.cram)
        session_build_queue(s, now_ms);
    session_put(s, card, now_ms);
    return true;
}

struct queue_counts session_counts(const struct session *s)
{
    struct queue_counts counts = queue_remaining(&s->queue, &s->input);
    if (s->options.cram)
        counts.learning = s->cram_count;
    return counts;
}
