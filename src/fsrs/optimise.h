/*
 * Fits the weights to a learner's answers.
 *
 * What is minimised is the log loss of every answer that can be predicted (an item),
 * recent ones counting more, plus a prior that few answers cannot overcome.  Adam steps
 * through mini-batches of whole cards, with analytic gradients.
 *
 * Invariants:
 *   - the same history, options and seed give the same weights to the last bit, with any
 *     number of threads;
 *   - the weights that come out are legal.
 *
 * Source: docs/FSRS.md section 11.
 */
#ifndef FSRS_OPTIMISE_H
#define FSRS_OPTIMISE_H

#include "fsrs/history.h"
#include "fsrs/weights.h"

#include <stddef.h>
#include <stdint.h>

struct fsrs_kernel;

struct fsrs_fit_options {
    double start[FSRS_PARAMS]; // where the steps begin; legal
    size_t answers;            // only the first so many in time (SIZE_MAX: all)
    int epochs;                // passes over all cards, > 0
    size_t batch;              // items a step, about, since cards are never split
    size_t batches;            // but at most so many batches an epoch; 0: any number
    double learning_rate;      // of the first step; falls to 0 along a cosine
    double beta1, beta2;       // of Adam, in [0, 1)
    double prior, prior_few;   // strength of the prior: prior + prior_few / items
    double first_sigma;        // fsrs/prior.h; 0: as published, and steps in plain units
    double recency_floor;      // an answer counts floor + (1 - floor) (k/n)^exponent
    double recency_exponent;   // where it is the k-th of n in time
    uint64_t seed;             // order of the batches
    int threads;               // changes nothing but the time; 0 and 1: this one alone
    const struct fsrs_kernel *kernel; // NULL: the fastest that is not exact
};

/* A first fit, from the published weights. */
struct fsrs_fit_options fsrs_fit_options(void);

/* A refit after the answers have grown by a twentieth or so, from the weights so far. */
struct fsrs_fit_options fsrs_refit_options(const double old[FSRS_PARAMS]);

/*
 * The recipe with which the published results of FSRS-7 were measured ("FSRS-7 recency");
 * for comparison.  Source: srs-benchmark, models/fsrs_v7.py; docs/FSRS.md section 11.
 */
struct fsrs_fit_options fsrs_published_options(void);

/*
 * Whom to tell: progress() is called before each step, in the calling thread, when `done`
 * of `total` items have been worked on (every epoch counts them again).
 */
struct fsrs_fit_watch {
    void (*progress)(void *context, size_t done, size_t total);
    void *context;
};

struct fsrs_fit_result {
    double weights[FSRS_PARAMS];
    size_t items; // answers that were predicted (fsrs_answer_counts)
    size_t steps;
};

/*
 * Fits weights to the history.
 *
 *   watch  NULL, or whom to tell
 *
 * With nothing to predict the weights are those of options->start.
 */
void fsrs_fit(const struct fsrs_history *history, const struct fsrs_fit_options *options,
    const struct fsrs_fit_watch *watch, struct fsrs_fit_result *result);

#endif
