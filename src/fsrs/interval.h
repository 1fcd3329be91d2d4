/*
 * When recall will have fallen to a wanted level: the inverse of the forgetting curve.
 *
 * The answer is the model's, in fractional days from a fraction of a second up.  What may
 * be done with it (learning steps, whole days, a longest interval) is the scheduler's
 * policy.
 */
#ifndef FSRS_INTERVAL_H
#define FSRS_INTERVAL_H

#include "fsrs/model.h"

/*
 * Days after the last review at which recall has fallen to `retention`.
 *
 *   retention  in (0, 1), asserted; brought into [0.0001, 0.9999]
 *   w          legal weights
 *
 * Returns days in [0, FSRS_MAX_DAYS]: 0 if recall is below the wanted level from the
 * start (always at 0.9999 and above), FSRS_MAX_DAYS if it is still above it then. Asserts
 * that the memory is not new.  Method and accuracy: docs/FSRS.md section 6.
 */
double fsrs_interval(struct memory memory, double retention, const double w[FSRS_PARAMS]);

/*
 * Four of them in the time of one: days[i] for every memories[i] with bit i of `asked` set.  The
 * other memories must be there, but may be anything but new; their days mean nothing.
 */
void fsrs_intervals(const struct memory memories[4], unsigned asked, double retention,
    const double w[FSRS_PARAMS], double days[4]);

#endif
