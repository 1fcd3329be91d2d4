/*
 * FSRS-6, the model before FSRS-7: one trace, whole days.  For comparison only; nothing is
 * scheduled by it.
 *
 * A memory is a stability S, the days until recall is 0.9, and a difficulty; the fast
 * stability is not used.  Reviews on one study day are 0 days apart and follow a rule of
 * their own.
 *
 * Source: docs/FSRS.md section 13; checked against tests/golden/fsrs6.tsv.
 */
#ifndef FSRS_FSRS6_H
#define FSRS_FSRS6_H

#include "fsrs/model.h"

#define FSRS6_PARAMS             21
#define FSRS6_MIN_STABILITY_DAYS 0.001

struct fsrs6_weight {
    double start, min, max;
    double sigma; // of the prior around the start
};

extern const struct fsrs6_weight fsrs6_weight_table[FSRS6_PARAMS];
extern const double fsrs6_default_weights[FSRS6_PARAMS];

/* Brings finite weights into their boxes. */
void fsrs6_weights_clip(double w[FSRS6_PARAMS]);

/* Recall `days` after the last review, in (0, 1]; fractions count. */
double fsrs6_recall(struct memory memory, double days, const double w[FSRS6_PARAMS]);

/* The memory after one more review, so many study days after the last. */
struct memory fsrs6_next(struct memory before, double days, enum fsrs_rating rating,
    const double w[FSRS6_PARAMS]);

/* Days until recall has fallen to `retention`. */
double fsrs6_interval(
    struct memory memory, double retention, const double w[FSRS6_PARAMS]);

#endif
