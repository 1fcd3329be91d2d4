/*
 * The steps of a fit: Adam, downhill along a gradient with a memory of earlier ones.
 *
 * Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, algorithm 1.
 */
#ifndef FSRS_ADAM_H
#define FSRS_ADAM_H

#include "fsrs/weights.h"

/* Begins as { .beta1 = ..., .beta2 = ... }, both in [0, 1). */
struct fsrs_adam {
    double beta1, beta2;
    double momentum[FSRS_PARAMS], square[FSRS_PARAMS];
    double decay1, decay2; // 1 - beta^steps so far
};

/*
 * One step; the weights are legal afterwards.
 *
 *   rate   length of the step, about: no weight goes much further than this
 *   units  in which each weight's share of it is measured; NULL: 1 for all
 */
void fsrs_adam_step(struct fsrs_adam *adam, const double gradient[FSRS_PARAMS],
    double rate, const double units[FSRS_PARAMS], double w[FSRS_PARAMS]);

#endif
