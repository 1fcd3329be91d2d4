#include "queue/queue.h"

#include "base/buf.h"
#include "base/rng.h"

#include <stdlib.h>
#include <string.h>

/* What was done today, and may still be done, by deck; the last entry is for all decks. */
struct budget {
    int *fresh, *reviews;
};

static int allowance(int cap, int done)
{
    if (cap < 0)
        return INT32_MAX;
    return cap > done ? cap - done : 0;
}

/* What counts against the caps of a study day. */
static bool is_first_answer(const struct progress *progress, struct day day)
{
    return progress->reviews > 0 && progress->first_day.number == day.number;
}

static bool is_reviewed(const struct progress *progress, struct day day)
{
    return progress->review_day.number == day.number;
}

struct queue_caps queue_done(const struct queue_card *cards, size_t count, struct day day)
{
    struct queue_caps done = { 0 };
    for (size_t i = 0; i < count; i++) {
        done.fresh += is_first_answer(cards[i].progress, day);
        done.reviews += is_reviewed(cards[i].progress, day);
    }
    return done;
}

static struct budget budget_of(const struct queue_input *in, struct day today)
{
    size_t n = in->deck_count + 1;
    struct budget budget = { mem_zeroed(n, sizeof(int)), mem_zeroed(n, sizeof(int)) };
    for (size_t i = 0; i < in->card_count; i++) {
        const struct progress *progress = in->cards[i].progress;
        int fresh = is_first_answer(progress, today);
        int review = is_reviewed(progress, today);
        budget.fresh[in->cards[i].deck] += fresh;
        budget.fresh[in->deck_count] += fresh;
        budget.reviews[in->cards[i].deck] += review;
        budget.reviews[in->deck_count] += review;
    }
    for (size_t i = 0; i < n; i++) {
        const struct queue_caps *caps =
            i < in->deck_count ? &in->deck_caps[i] : &in->caps;
        budget.fresh[i] = allowance(caps->fresh, budget.fresh[i]);
        budget.reviews[i] = allowance(caps->reviews, budget.reviews[i]);
    }
    return budget;
}

/* Takes one out of the deck's and the common allowance, if both have one left. */
static bool spend(int *left, uint32_t deck, size_t decks)
{
    if (left[deck] == 0 || left[decks] == 0)
        return false;
    left[deck]--;
    left[decks]--;
    return true;
}

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

/* A card with the key that its list is ordered by. */
struct ranked {
    size_t card;
    double rank;
    uint64_t tie;
};

static int by_rank(const void *a, const void *b)
{
    const struct ranked *left = a, *right = b;
    if (left->rank != right->rank)
        return left->rank < right->rank ? -1 : 1;
    if (left->tie != right->tie)
        return left->tie < right->tie ? -1 : 1;
    return left->card < right->card ? -1 : left->card > right->card;
}

struct ranking {
    struct ranked *items;
    size_t count, capacity;
};

static void rank_card(struct ranking *ranking, size_t card, double rank, uint64_t tie)
{
    ranking->items = vec_grow(
        ranking->items, ranking->count, &ranking->capacity, sizeof *ranking->items);
    ranking->items[ranking->count++] = (struct ranked){ card, rank, tie };
}

/* Sorts, and hands the cards over as a plain list. */
static size_t *take_cards(struct ranking *ranking)
{
    size_t *cards = mem_alloc(ranking->count * sizeof *cards);
    if (ranking->count > 0)
        qsort(ranking->items, ranking->count, sizeof *ranking->items, by_rank);
    for (size_t i = 0; i < ranking->count; i++)
        cards[i] = ranking->items[i].card;
    free(ranking->items);
    return cards;
}

static bool is_due_review(const struct progress *progress, struct day by)
{
    return progress->plan.phase == PHASE_REVIEW &&
           progress->plan.due_day.number <= by.number;
}

/* The day up to which reviews count as due: today, or later when studying ahead. */
static struct day horizon(const struct queue_input *in)
{
    return day_of(in->now_ms + in->ahead_ms, in->rollover_hour);
}

/* May it be asked today at all? */
static bool is_asked(const struct queue_card *card, struct day today)
{
    return card->selected && !progress_rests(card->progress, today);
}

/* Notes that have had their card today: one was answered, or is at its steps. */
static bool *busy_notes(const struct queue_input *in, struct day today)
{
    bool *busy = mem_zeroed(in->note_count, sizeof *busy);
    for (size_t i = 0; i < in->card_count; i++) {
        const struct progress *progress = in->cards[i].progress;
        if (phase_has_steps(progress->plan.phase) ||
            (progress->reviews > 0 && progress->last_day.number == today.number))
            busy[in->cards[i].note] = true;
    }
    return busy;
}

static void add_steps(struct queue *queue, const struct queue_input *in, struct day today)
{
    struct ranking ranking = { 0 };
    for (size_t i = 0; i < in->card_count; i++) {
        const struct queue_card *card = &in->cards[i];
        if (is_asked(card, today) && phase_has_steps(card->progress->plan.phase))
            rank_card(&ranking, i, (double)card->progress->plan.due_ms, 0);
    }
    queue->step_count = ranking.count;
    queue->steps = take_cards(&ranking);
}

/* Keeps of a list the first card of each free note, as far as the allowance goes. */
static size_t keep_allowed(
    size_t *cards, size_t count, const struct queue_input *in, bool *busy, int *left)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        const struct queue_card *card = &in->cards[cards[i]];
        if (busy[card->note] || !spend(left, card->deck, in->deck_count))
            continue;
        busy[card->note] = true;
        cards[kept++] = cards[i];
    }
    return kept;
}

static void add_reviews(struct queue *queue, const struct queue_input *in,
    struct day today, bool *busy, int *left)
{
    struct ranking ranking = { 0 };
    for (size_t i = 0; i < in->card_count; i++) {
        const struct progress *progress = in->cards[i].progress;
        if (!is_asked(&in->cards[i], today) || !is_due_review(progress, horizon(in)))
            continue;
        double elapsed = schedule_elapsed_days(progress, in->now_ms);
        double recall = fsrs_recall(progress->memory, elapsed, in->weights);
        rank_card(&ranking, i, recall, hash_bytes(in->seed, &i, sizeof i));
    }
    queue->review_count = ranking.count;
    queue->reviews = take_cards(&ranking);
    queue->review_count =
        keep_allowed(queue->reviews, queue->review_count, in, busy, left);
}

static void add_fresh(struct queue *queue, const struct queue_input *in, struct day today,
    bool *busy, int *left)
{
    struct ranking ranking = { 0 };
    for (size_t i = 0; i < in->card_count; i++)
        if (is_asked(&in->cards[i], today) &&
            in->cards[i].progress->plan.phase == PHASE_NEW)
            rank_card(&ranking, i, in->shuffle_new ? 0 : (double)i,
                hash_bytes(in->seed, &i, sizeof i));
    queue->fresh_count = ranking.count;
    queue->fresh = take_cards(&ranking);
    queue->fresh_count = keep_allowed(queue->fresh, queue->fresh_count, in, busy, left);
}

void queue_build(struct queue *queue, const struct queue_input *in)
{
    struct day today = day_of(in->now_ms, in->rollover_hour);
    struct budget budget = budget_of(in, today);
    bool *busy = busy_notes(in, today);
    *queue = (struct queue){ 0 };
    struct queue_caps done = queue_done(in->cards, in->card_count, today);
    add_steps(queue, in, today);
    add_reviews(queue, in, today, busy, budget.reviews);
    add_fresh(queue, in, today, busy, budget.fresh);
    queue->fresh_today = (size_t)done.fresh + queue->fresh_count;
    queue->reviews_today = (size_t)done.reviews + queue->review_count;
    free(busy);
    free(budget.fresh);
    free(budget.reviews);
}

void queue_release(struct queue *queue)
{
    free(queue->steps);
    free(queue->reviews);
    free(queue->fresh);
    *queue = (struct queue){ 0 };
}

static size_t remove_card(size_t *cards, size_t count, size_t card)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (cards[i] != card)
            cards[kept++] = cards[i];
    return kept;
}

void queue_skip(struct queue *queue, size_t card)
{
    queue->step_count = remove_card(queue->steps, queue->step_count, card);
    queue->review_count = remove_card(queue->reviews, queue->review_count, card);
    queue->fresh_count = remove_card(queue->fresh, queue->fresh_count, card);
}

void queue_answered(struct queue *queue, const struct queue_input *in, size_t card)
{
    queue_skip(queue, card);
    const struct plan *plan = &in->cards[card].progress->plan;
    if (!phase_has_steps(plan->phase))
        return;
    queue->steps =
        mem_realloc(queue->steps, (queue->step_count + 1) * sizeof *queue->steps);
    size_t at = queue->step_count++;
    for (; at > 0; at--) {
        if (in->cards[queue->steps[at - 1]].progress->plan.due_ms <= plan->due_ms)
            break;
        queue->steps[at] = queue->steps[at - 1];
    }
    queue->steps[at] = card;
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

struct queue_counts queue_count(
    const struct queue_card *cards, size_t count, struct day today)
{
    struct queue_counts counts = { 0 };
    for (size_t i = 0; i < count; i++) {
        const struct progress *progress = cards[i].progress;
        if (!is_asked(&cards[i], today))
            continue;
        counts.fresh += progress->plan.phase == PHASE_NEW;
        counts.learning += phase_has_steps(progress->plan.phase) &&
                           progress->plan.due_day.number <= today.number;
        counts.due += is_due_review(progress, today);
    }
    return counts;
}

void queue_forecast(const struct queue_card *cards, size_t count, struct day today,
    size_t days, size_t *due)
{
    for (size_t i = 0; i < days; i++)
        due[i] = 0;
    for (size_t i = 0; i < count; i++) {
        const struct progress *progress = cards[i].progress;
        if (progress->plan.phase == PHASE_NEW || progress->suspended)
            continue;
        int ahead = progress->plan.due_day.number - today.number;
        size_t at = ahead <= 1 ? 0 : (size_t)ahead - 1;
        if (at < days)
            due[at]++;
    }
}
