/*
 * Fresh weights: what sessions do at their end, when the answers have grown.
 *
 * A fit to few answers may well be worse than the published weights, and nobody can tell
 * by looking at these answers alone.  So while they are few, weights are on probation: the
 * fits that a learner would have had so far are made again, each has to predict the answers
 * that followed it, and the newest one is used as far as they did so better than the
 * published weights, which begin with nine tenths of the say.  Below FSRS_LEAST_ITEMS nothing is
 * fitted, and the published ones have it all.
 *
 * Source: docs/FSRS.md section 11.
 */
#ifndef FSRS_REFIT_H
#define FSRS_REFIT_H

#include "fsrs/optimise.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Fewer say nothing: a fit would be worse on them themselves. */
enum { FSRS_LEAST_ITEMS = 16 };

/*
 * The weights for now: a first fit if `old` is NULL, else a warm one from there; on few
 * answers, what they have proven.
 *
 *   answers  only the first so many in time (SIZE_MAX: all)
 *   weights  gets them; legal.  May be `old`.
 */
void fsrs_refit(const double old[FSRS_PARAMS], const struct fsrs_history *history,
    size_t answers, uint64_t seed, int threads, double weights[FSRS_PARAMS]);

/*
 * The same for who asks for a fit and watches it: fsrs_fit(), or on few answers, unwatched since
 * it takes some milliseconds, what such fits have proven; result->steps is 0 then.
 */
void fsrs_fit_proven(const struct fsrs_history *history,
    const struct fsrs_fit_options *options, const struct fsrs_fit_watch *watch,
    struct fsrs_fit_result *result);

/*
 * Whether a refit is due: at 16 answers, then whenever they have grown by a twentieth since
 * the last fit, which had `fitted` of them (0: there was none), or are fewer, as after a reset.
 */
bool fsrs_refit_due(size_t fitted, size_t answers);

#endif
