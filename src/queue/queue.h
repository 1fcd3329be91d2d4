/*
 * What is asked today, and what comes next.
 *
 * Rules, in the order in which they bind:
 *   1. A learning step that is due comes first, the longest waiting one before others.
 *   2. Then reviews, the most fragile (lowest recall) first, as far as today's caps go.
 *   3. Then new cards in their order, as far as today's caps go (or before the reviews, or
 *      between them: enum queue_order).
 *   4. If only steps are left and the first falls due within 20 minutes, it is asked ahead;
 *      a step of a day or more waits for its day.
 *   5. The card that was asked last is not asked again, if there is another; nor is one that is
 *      to be kept apart from what was asked lately.
 *
 * A suspended card, or one buried today, is not asked and does not count.
 *
 * Siblings (cards of one note) meet the learner on different days: a note of which a card was
 * answered today, or is at its steps, offers no review and no new card; of several siblings
 * that are due, the first in order is taken.  Caps bind after that, count over all decks and
 * by deck, and hold across runs, because what was done today is read off the cards.
 *
 * The queue knows no decks and no texts: cards, notes and decks are numbers here.
 */
#ifndef QUEUE_QUEUE_H
#define QUEUE_QUEUE_H

#include "base/day.h"
#include "fsrs/schedule.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { QUEUE_LEARN_AHEAD_MS = 20 * MINUTE_MS };

#define QUEUE_NONE ((size_t)-1)

struct queue_card {
    const struct progress *progress;
    uint32_t note, deck; // numbers from 0 without gaps
    bool selected;       // may be asked in this session
};

/* When new cards come, seen from the reviews. */
enum queue_order {
    QUEUE_NEW_LAST,
    QUEUE_NEW_FIRST,
    QUEUE_NEW_MIXED, // in step with the reviews, over the whole day
};

/* How many a study day; a deck's own caps bind beside the common ones.  < 0: no cap. */
struct queue_caps {
    int fresh, reviews;
};

struct queue_counts {
    size_t fresh, learning, due;
};

struct queue_input {
    const struct queue_card *cards; // all of them: unselected ones count against the caps
    size_t card_count, note_count, deck_count;
    struct queue_caps caps;
    const struct queue_caps *deck_caps; // deck_count
    const double *weights;
    int rollover_hour;
    int64_t now_ms;
    uint64_t seed;     // orders cards that are equally fragile, and shuffles
    size_t last_asked; // QUEUE_NONE: none yet
    const bool *apart; // by card: comes only if nothing else can; NULL: none
    enum queue_order order;
    bool shuffle_new;    // else new cards come in their order
    int64_t ahead_ms;    // what falls due within this time counts as due
    bool steps_can_wait; // rule 4 does not hold: the caller can wait, or ask
};

/* Today's cards as they will be asked; a zero struct is empty. */
struct queue {
    size_t *steps; // selected cards at their steps, by due time
    size_t step_count;
    size_t *reviews; // within caps, most fragile first
    size_t review_count;
    size_t *fresh; // within caps, in their order
    size_t fresh_count;
    size_t fresh_today, reviews_today; // with what was done today already: for mixing
};

/* How much of the caps the answers of that day have used, over all cards. */
struct queue_caps queue_done(
    const struct queue_card *cards, size_t count, struct day day);

void queue_build(struct queue *queue, const struct queue_input *input);
void queue_release(struct queue *queue);

/*
 * Takes over that `card` has just been answered, without building anew: it leaves the lists,
 * and goes back among the steps if it has one.  Sound within a study day, since a list holds
 * one card of a note at most and only what the caps allow.
 */
void queue_answered(struct queue *queue, const struct queue_input *input, size_t card);

/* Takes the card out for now: it is not asked again until the queue is built anew. */
void queue_skip(struct queue *queue, size_t card);

/*
 * What remains to be asked today; steps that fall due after today count only if they are
 * asked ahead.
 */
struct queue_counts queue_remaining(
    const struct queue *queue, const struct queue_input *input);

/*
 * The card to ask now, or QUEUE_NONE; then *next_due_ms is when the next card of the selection
 * will be due (INT64_MAX: never).
 */
size_t queue_next(
    const struct queue *queue, const struct queue_input *input, int64_t *next_due_ms);

/* Is a card at its steps to be asked at `now_ms`?  Steps of a day and more wait for the day. */
bool queue_step_due(const struct progress *progress, int64_t now_ms, int rollover_hour);

/*
 * Counts by what the cards are: new (uncapped), at their steps and due today, due in review.
 */
struct queue_counts queue_count(
    const struct queue_card *cards, size_t count, struct day today);

/*
 * How many answered cards come back on each of the `days` study days after `today`:
 * due[0] is tomorrow, and holds what is overdue, too.  Suspended cards do not come back.
 */
void queue_forecast(const struct queue_card *cards, size_t count, struct day today,
    size_t days, size_t *due);

#endif
