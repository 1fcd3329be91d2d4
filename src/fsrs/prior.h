/*
 * What is believed of a learner's weights before the first answer: near the published
 * ones, each within its sigma.  A fit pays for leaving them, and steps in these units.
 *
 * The published sigmas leave the four first stabilities free, which few answers cannot
 * bear.  Here they may be given one of their own, of the logarithm: 0.7 means "by a
 * factor of two or so".
 */
#ifndef FSRS_PRIOR_H
#define FSRS_PRIOR_H

#include "fsrs/weights.h"

/*
 * Adds the gradient of strength * sum of ((w - default) / sigma)^2.
 *
 *   first_sigma  of the logarithm of each first stability; 0: the table's, which is no bound
 */
void fsrs_prior_add(double gradient[FSRS_PARAMS], const double w[FSRS_PARAMS],
    double strength, double first_sigma);

/* What one sigma is at `w`, in units of each weight; first_sigma > 0. */
void fsrs_prior_units(
    double units[FSRS_PARAMS], const double w[FSRS_PARAMS], double first_sigma);

#endif
