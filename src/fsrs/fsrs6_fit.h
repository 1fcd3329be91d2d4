/*
 * FSRS-6 fitted to a learner's answers, for comparison only: what `evaluate` holds FSRS-7
 * against is the older model at its best, and not as published for everyone.
 *
 * The recipe is that of fsrs-rs 6, which Anki uses.  Answers on a later study day than the
 * card's answer before are predicted (targets); others only teach.  Cards go through whole,
 * up to FSRS6_MAX_ANSWERS of their answers.
 *
 * Source: docs/FSRS.md section 13; steps checked against another program's, losses against
 * those of fsrs-rs.
 */
#ifndef FSRS_FSRS6_FIT_H
#define FSRS_FSRS6_FIT_H

#include "fsrs/fsrs6.h"
#include "fsrs/history.h"

#include <stddef.h>
#include <stdint.h>

/*
 * Fits the weights to the first `known` answers in time.
 *
 *   study_days  by the answers' places in the history, not falling along a card
 *   w           out; the published weights if there are fewer than 8 targets, and only the
 *               first stabilities fitted if there are fewer than 64, or one of each card
 *
 * The same history gives the same weights.
 */
void fsrs6_fit(const struct fsrs_history *history, const int32_t *study_days,
    size_t known, double w[FSRS6_PARAMS]);

/* The way downhill: Adam, and a prior around where it began. */
struct fsrs6_descent {
    double start[FSRS6_PARAMS], w[FSRS6_PARAMS];
    double momentum[FSRS6_PARAMS], square[FSRS6_PARAMS];
    double decay1, decay2; // 1 - beta^steps so far
};

void fsrs6_descent_begin(struct fsrs6_descent *descent, const double start[FSRS6_PARAMS]);

/*
 * One step; the weights are within their boxes afterwards.
 *
 *   gradient  of the loss of a batch
 *   share     of all targets that the batch has: so much of the prior it bears
 *   rate      length of the step, about
 */
void fsrs6_descent_step(struct fsrs6_descent *descent,
    const double gradient[FSRS6_PARAMS], double share, double rate);

#endif
