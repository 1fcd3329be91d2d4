/*
 * How the log loss of FSRS-6 over one card changes with the weights: forward through all of
 * its answers, then back, so that a card costs the same for one answer to predict or many.
 *
 * Where a bound or a minimum takes over, the derivative follows what was taken; on the
 * bound itself it passes.
 *
 * Source: the formulas are those of fsrs6.c, their derivatives worked out by hand; checked
 * against tests/golden/fsrs6_gradient.tsv and differences (docs/FSRS.md section 13).
 */
#ifndef FSRS_FSRS6_GRADIENT_H
#define FSRS_FSRS6_GRADIENT_H

#include "fsrs/fsrs6.h"

#include <stddef.h>
#include <stdint.h>

/* An answer as FSRS-6 sees it. */
struct fsrs6_answer {
    double weight;  // what its loss counts, >= 0; 0: it teaches, but is not predicted
    int32_t days;   // study days since the card's answer before; above 0 if it weighs
    uint8_t rating; // 1 to 4
};

enum { FSRS6_MAX_ANSWERS = 256 };

/*
 * Adds the gradient of the weighted sum of log losses over one card.
 *
 *   answers  the card's from the first on, at most FSRS6_MAX_ANSWERS, asserted
 *   w        within their boxes
 */
void fsrs6_gradient_add(const struct fsrs6_answer *answers, size_t count,
    const double w[FSRS6_PARAMS], double gradient[FSRS6_PARAMS]);

#endif
