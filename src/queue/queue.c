#include "queue/queue.h"

#include "base/buf.h"
#include "base/rng.h"
#include "queue/card.h"

#include <stdlib.h>

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

static struct budget budget_of(const struct queue_input *in, struct day today)
{
    size_t n = in->deck_count + 1;
    struct budget budget = { mem_zeroed(n, sizeof(int)), mem_zeroed(n, sizeof(int)) };
    for (size_t i = 0; i < in->card_count; i++) {
        const struct progress *progress = in->cards[i].progress;
        int fresh = queue_is_begun(progress, today);
        int review = queue_is_reviewed(progress, today);
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

/* The day up to which reviews count as due: today, or later when studying ahead. */
static struct day horizon(const struct queue_input *in)
{
    return day_of(in->now_ms + in->ahead_ms, in->rollover_hour);
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
        if (queue_is_asked(card, today) && phase_has_steps(card->progress->plan.phase))
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
        if (!queue_is_asked(&in->cards[i], today) || !queue_is_due(progress, horizon(in)))
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
        if (queue_is_asked(&in->cards[i], today) &&
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
