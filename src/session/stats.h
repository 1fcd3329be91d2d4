/*
 * A learner's history in numbers: pure functions from the past and the collection.
 *
 * Right means rated better than Again.  A scheduled review is an answer to a card in review
 * on its due day or later: only those say how well the dates were chosen.  What was expected
 * of one is its recall at that instant as the answers before it let one see it (calibration.h),
 * with today's weights.  A card in review is young while its interval is below 21 days, and
 * mature from then on.
 */
#ifndef SESSION_STATS_H
#define SESSION_STATS_H

#include "session/past.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { STATS_MATURE_DAYS = 21, STATS_MOST_WINDOWS = 4, STATS_DECK_DAYS = 30 };

/* Scheduled reviews; wanted and expected recall are sums over them. */
struct stats_share {
    size_t reviews, right;
    double wanted, expected;
};

/* The scheduled reviews of the last `days` study days, today included; 0: of all. */
struct stats_window {
    int days;
    struct stats_share young, mature;
};

/*
 * A study day with an answer.  It is known of `timed` answers how long they took: in all
 * answer_ms.  Up to `quiet_until` nothing fell due again; the day itself, if no day was quiet.
 */
struct stats_day {
    struct day day;
    size_t answers, right, timed;
    int64_t answer_ms;
    struct day quiet_until;
};

/* Days in a row with an answer, or with nothing due. */
struct stats_streak {
    int days, longest;
    bool has_today; // else it ends yesterday, and today may go on with it
};

struct stats {
    struct stats_window windows[STATS_MOST_WINDOWS];
    size_t window_count;
    struct stats_day *days; // oldest first
    size_t day_count, day_capacity;
    struct stats_share *decks; // by deck, the last STATS_DECK_DAYS
    struct stats_streak streak;
};

/* What is counted: the cards that `selected` flags, and if `others` names that no deck has. */
struct stats_scope {
    const bool *selected;
    bool others;
    struct day today;
    const int *window_days; // window_count of them, as in struct stats_window
    size_t window_count;
};

/* Adds the past up, which must be that of all cards and names. */
void stats_add_up(struct stats *stats, const struct collection *collection,
    const struct past *past, const struct stats_scope *scope);
void stats_release(struct stats *stats);

/* The sum of both. */
struct stats_share stats_share_sum(struct stats_share a, struct stats_share b);

/* Sums of the last `days` study days, today included (0: of all); `studied` had an answer. */
struct stats_day stats_sum(
    const struct stats *stats, struct day today, int days, size_t *studied);

/* What the cards are now; the last three overlap with the others. */
struct stats_cards {
    size_t fresh, learning, young, mature;
    size_t suspended, flagged, leeches;
    size_t seen;    // answered ever
    size_t due;     // in review and at their steps
    size_t overdue; // of those, from before today
};

/* Counts the selected cards of one deck, or with QUEUE_NONE of all. */
struct stats_cards stats_count_cards(const struct collection *collection,
    const bool *selected, size_t deck, struct day today);

#endif
