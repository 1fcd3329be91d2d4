/*
 * What remains of a queue, and which card of it comes next.
 */
#include "queue/card.h"

/* Is its step a day or longer, so that it waits for a day and not for an instant? */
static bool waits_for_day(const struct progress *progress)
{
    return progress->plan.due_ms - progress->last_ms >= DAY_MS;
}

bool queue_step_due(const struct progress *progress, int64_t now_ms, int rollover_hour)
{
    const struct plan *plan = &progress->plan;
    if (waits_for_day(progress))
        return plan->due_day.number <= day_of(now_ms, rollover_hour).number;
    return plan->due_ms <= now_ms;
}

/* May the step be asked before it is due, if there is nothing else? */
static bool is_near(const struct progress *progress, int64_t now_ms)
{
    return !waits_for_day(progress) &&
           progress->plan.due_ms <= now_ms + QUEUE_LEARN_AHEAD_MS;
}

struct queue_counts queue_remaining(
    const struct queue *queue, const struct queue_input *in)
{
    struct day today = day_of(in->now_ms, in->rollover_hour);
    struct queue_counts counts = { .fresh = queue->fresh_count,
        .due = queue->review_count };
    for (size_t i = 0; i < queue->step_count; i++) {
        const struct progress *progress = in->cards[queue->steps[i]].progress;
        if (progress->plan.due_day.number <= today.number ||
            is_near(progress, in->now_ms))
            counts.learning++;
    }
    return counts;
}

/* ---- when there is something again ----------------------------------------------------- */

/* When a card that is answered or new can be asked again, caps and siblings left aside. */
static int64_t due_ms(const struct progress *progress, int rollover_hour)
{
    if (phase_has_steps(progress->plan.phase) && waits_for_day(progress))
        return day_start_ms(progress->plan.due_day, rollover_hour);
    return progress->plan.due_ms;
}

/* When the selection has something again: a step, a due day, or tomorrow's new cards. */
static int64_t next_due(const struct queue_input *in)
{
    int64_t first = INT64_MAX;
    struct day today = day_of(in->now_ms, in->rollover_hour);
    struct day tomorrow = { today.number + 1 };
    int64_t tomorrow_ms = day_start_ms(tomorrow, in->rollover_hour);
    for (size_t i = 0; i < in->card_count; i++) {
        if (!in->cards[i].selected || in->cards[i].progress->suspended)
            continue;
        int64_t due = due_ms(in->cards[i].progress, in->rollover_hour);
        if (due <= in->now_ms || progress_rests(in->cards[i].progress, today))
            due = due > tomorrow_ms
                      ? due
                      : tomorrow_ms; // new, or held back by a cap or a sibling
        if (due < first)
            first = due;
    }
    return first;
}

/* ---- the card to ask now --------------------------------------------------------------- */

/* Which cards are passed over; the weaker only if the stronger leaves nothing. */
enum choosiness {
    CHOOSE_ANY,
    CHOOSE_OTHER, // than the last one asked
    CHOOSE_APART, // and none that is to be kept apart
};

static bool is_chosen(const struct queue_input *in, size_t card, enum choosiness how)
{
    return (how < CHOOSE_OTHER || card != in->last_asked) &&
           (how < CHOOSE_APART || in->apart == NULL || !in->apart[card]);
}

/* The first of the steps that are due, or near if `ahead`. */
static size_t first_step(const struct queue *queue, const struct queue_input *in,
    bool ahead, enum choosiness how)
{
    for (size_t i = 0; i < queue->step_count; i++) {
        const struct progress *progress = in->cards[queue->steps[i]].progress;
        int64_t by_ms = in->now_ms + (waits_for_day(progress) ? in->ahead_ms : 0);
        bool ready = ahead ? is_near(progress, in->now_ms)
                           : queue_step_due(progress, by_ms, in->rollover_hour);
        if (ready && is_chosen(in, queue->steps[i], how))
            return queue->steps[i];
    }
    return QUEUE_NONE;
}

static size_t first_card(
    const size_t *cards, size_t count, const struct queue_input *in, enum choosiness how)
{
    for (size_t i = 0; i < count; i++)
        if (is_chosen(in, cards[i], how))
            return cards[i];
    return QUEUE_NONE;
}

/* Is it a new card's turn?  Mixed: when less of today's new ones is done than of the reviews. */
static bool is_new_turn(const struct queue *queue, const struct queue_input *in)
{
    switch (in->order) {
    case QUEUE_NEW_LAST:
        return false;
    case QUEUE_NEW_FIRST:
        return true;
    case QUEUE_NEW_MIXED:
        break;
    }
    return queue->fresh_count * queue->reviews_today >
           queue->review_count * queue->fresh_today;
}

/* The first card by rules 1 to 4 among those that may be chosen. */
static size_t pick(
    const struct queue *queue, const struct queue_input *in, enum choosiness how)
{
    size_t card = first_step(queue, in, false, how);
    size_t review = first_card(queue->reviews, queue->review_count, in, how);
    size_t fresh = first_card(queue->fresh, queue->fresh_count, in, how);
    if (card == QUEUE_NONE)
        card = fresh != QUEUE_NONE && is_new_turn(queue, in) ? fresh : review;
    if (card == QUEUE_NONE)
        card = fresh;
    if (card == QUEUE_NONE && !in->steps_can_wait)
        card = first_step(queue, in, true, how);
    return card;
}

size_t queue_next(
    const struct queue *queue, const struct queue_input *in, int64_t *next_due_ms)
{
    size_t card = pick(queue, in, CHOOSE_APART);
    if (card == QUEUE_NONE)
        card = pick(queue, in, CHOOSE_OTHER);
    if (card == QUEUE_NONE)
        card = pick(queue, in, CHOOSE_ANY);
    *next_due_ms = card == QUEUE_NONE ? next_due(in) : INT64_MAX;
    return card;
}
