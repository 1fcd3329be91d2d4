/*
 * Where a fit of FSRS-6 begins: the four first stabilities, read off how each card's first
 * answer on a later study day went; and which cards are too odd to learn from.
 *
 * Cards that began with the same rating and came back after the same number of days are a
 * group: one point of a forgetting curve.
 *
 * Source: fsrs-rs 6 as docs/FSRS.md section 13 states it.
 */
#ifndef FSRS_FSRS6_START_H
#define FSRS_FSRS6_START_H

#include "fsrs/fsrs6.h"

#include <stddef.h>
#include <stdint.h>

/* How a card began. */
struct fsrs6_beginning {
    size_t card;    // the caller's
    int32_t days;   // of the first answer on a later study day, since the one before; > 0
    uint8_t rating; // of the card's first answer, 1 to 4
    bool remembered; // on that later day
};

/*
 * Sorts by rating and days, and drops groups that hardly ever occur: of each rating the
 * smallest, as long as they are less than a twentieth of its cards, or 20 cards, together;
 * and whatever has fewer than six cards or came back after more than 100 days (Easy: 365).
 *
 * Returns how many are left, at the front.
 */
size_t fsrs6_drop_outliers(struct fsrs6_beginning *beginnings, size_t count);

/*
 * The first stabilities, in days, under which these beginnings are least surprising.
 *
 *   beginnings   sorted by rating and days
 *   recall       share of all answers that were remembered: what a group of few leans to
 *   stabilities  by rating; complete, as below
 */
void fsrs6_first_stabilities(const struct fsrs6_beginning *beginnings, size_t count,
    double recall, double stabilities[4]);

/*
 * Completes stabilities that some cards began with.
 *
 * Where one falls from a rating to a better one, both become that of the rating which more
 * cards began with.  A rating that no card began with gets what the others suggest, within
 * its box, and the published stability if there are none.
 *
 *   cards  by rating, how many began with it
 */
void fsrs6_complete_stabilities(double stabilities[4], const size_t cards[4]);

/* How many cards began with each rating. */
void fsrs6_count_ratings(
    const struct fsrs6_beginning *beginnings, size_t count, size_t cards[4]);

#endif
