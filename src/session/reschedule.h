/*
 * Other dates for other weights: what they would be, before anything is written.
 *
 * Only cards in review move, whose day is yet to come and that are not suspended; never to
 * today or before.  A new interval is at least half and at most twice the old one, and one
 * that hardly differs changes nothing.  And never a flood: a day takes cards up to a limit,
 * half as many again as the mean of the next weeks, and no more than the learner's cap.  A
 * card whose day is full goes as far towards it as there is room, and the day that it has
 * always has room.
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
 *   memories  by card, under `weights`
 *   result    to be released
 */
void reschedule_plan(const struct collection *collection, const struct memory *memories,
    const double *weights, struct day today, struct reschedule *result);
void reschedule_release(struct reschedule *result);

#endif
