/*
 * The answers of many cards as plain numbers: what fits, predictions and simulations read.
 *
 * Answers lie card by card, and within a card oldest first.  Each also knows its place
 * among the answers of all cards in time, its rank, so that "all that was known at that
 * moment" is the first n answers in time and, since a card's ranks rise, the beginning of
 * each card.  To look back is to go by ranks; whoever looks back often and far has the
 * beginning cut out first.
 *
 * Invariants: cards adjoin in the array in the order of their numbers (a card may have no
 * answers); the ranks are 0 .. answer_count-1, each once; in_time is their inverse;
 * elapsed_days is finite and not negative, 0 for the first answer of a card.
 */
#ifndef FSRS_HISTORY_H
#define FSRS_HISTORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct fsrs_answer {
    double elapsed_days; // since the previous answer of the card, in true time
    int64_t at_ms;
    uint32_t rank;  // place in time among all answers, 0 the oldest
    uint8_t rating; // 1 to 4
};

/* The answers [first, first + count) of the array are one card's. */
struct fsrs_card_history {
    size_t first, count;
};

struct fsrs_history {
    struct fsrs_answer *answers;
    size_t answer_count;
    struct fsrs_card_history *cards; // by card number
    size_t card_count;
    uint32_t *in_time; // places in `answers`, oldest answer first
};

/* One answer as callers have it. */
struct fsrs_event {
    int64_t at_ms;
    uint32_t card;  // number, 0 .. card_count-1
    uint8_t rating; // 1 to 4
};

/*
 * Builds a history from events in any order; of two at one instant the one given first is
 * the earlier.
 *
 *   card_count  above every event's card number, asserted
 *   history     the caller's, to be released with fsrs_history_release()
 */
void fsrs_history_build(struct fsrs_history *history, const struct fsrs_event *events,
    size_t event_count, size_t card_count);

/*
 * The first `answers` answers in time (SIZE_MAX: all) as a history of their own, of the cards
 * that they are of, in the same order.  An answer keeps its rank, and so is found by it in
 * both.  To be released as above.
 */
void fsrs_history_cut(
    struct fsrs_history *cut, const struct fsrs_history *history, size_t answers);

/* Also of a zero struct. */
void fsrs_history_release(struct fsrs_history *history);

/* How many of a card's answers are among the first `answers` in time. */
size_t fsrs_history_known(
    const struct fsrs_history *history, struct fsrs_card_history card, size_t answers);

/*
 * Whether an answer is one to be predicted: not the first of its card, and after some
 * time (after none, recall is certain and nothing can be learnt).
 */
static inline bool fsrs_answer_counts(const struct fsrs_answer *answer)
{
    return answer->elapsed_days > 0;
}

/* How many of the first `answers` answers in time are to be predicted. */
size_t fsrs_history_items(const struct fsrs_history *history, size_t answers);

#endif
