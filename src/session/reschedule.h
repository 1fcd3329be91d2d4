/*
 * Other dates for other weights: what they would be, before anything is written.
 *
 * Only cards in review move, whose day is yet to come and that are not suspended; never to
 * today or before.  A card wants the day that its last answer would bring by these weights,
 * planned as then, fuzz and all: by the weights that planned it, the one it has.  The interval
 * is at least half and at most twice the one that this answer brought, whatever moved the
 * card since, and a day that hardly differs changes nothing.
 *
 * And never a flood: a day takes cards up to a limit, half as many again as the mean of the
 * next weeks, and no more than the learner's cap, unless that is 0.  A card whose day is full
 * goes as far towards it as there is room, and the day that it has always has room.  Cards move
 * until no more can come nearer: who asks again right after, with the same weights, moves none.
 */
#ifndef SESSION_RESCHEDULE_H
#define SESSION_RESCHEDULE_H

#include "session/collection.h"
#include "session/weights.h"

#include <stddef.h>

enum { RESCHEDULE_DAYS = 30 };

struct reschedule {
    struct weights_move *moves; // that many
    size_t count, earlier, later;
    size_t cards;                                           // that might have moved
    size_t limit;                                           // cards a day
    size_t before[RESCHEDULE_DAYS], after[RESCHEDULE_DAYS]; // due, from tomorrow on
};

/*
 * Works out the moves.
 *
 *   past     of everything that was answered (weights_past)
 *   weights  legal
 *   result   to be released
 */
void reschedule_plan(const struct collection *collection, const struct past *past,
    const double *weights, struct day today, struct reschedule *result);
void reschedule_release(struct reschedule *result);

#endif
