/*
 * How the learner is doing lately, on top of what the model says of each card.
 *
 * The model knows cards, not days: that one is tired, ill or sharp, or that it has been
 * wrong about everything for a month.  A logistic regression on the model's recall (its
 * logit), on how far recent answers were from what was said, and a constant corrects that.
 * It learns one answer at a time, strictly after it was predicted, and each of its
 * weights as fast as it is uncertain (a Kalman filter for logistic regression).  Cards
 * that come back within a day err in other ways than later ones; each kind has a filter.
 *
 * Most learners have little form that could be told from chance.  So what is said is a mean
 * of the model's recall and the corrected one, weighted by how well either predicted the
 * answers so far: who has no form loses next to nothing.
 *
 * What it gives is for the eye: shown, sorted by and charted.  Intervals are the model's
 * alone.
 *
 * Source: docs/FSRS.md section 14.
 */
#ifndef FSRS_CALIBRATE_H
#define FSRS_CALIBRATE_H

#include "fsrs/history.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* X(name, weight before the first answer, standard deviation of it) */
#define FSRS_CALIBRATION_INPUTS(X)                                                       \
    X(BIAS, 0, 0.15)                                                                     \
    X(SLOPE, 1, 0.05)                                                                    \
    X(LATELY, 0, 1) /* mean residual of the last 15 answers or so of this kind */        \
    X(LAST, 0, 0.3) /* residual of the answer before, of either kind; 0 after a pause */

enum fsrs_calibration_input {
#define X(name, weight, deviation) CALIBRATION_##name,
    FSRS_CALIBRATION_INPUTS(X)
#undef X
        CALIBRATION_INPUTS
};

/* A mean that forgets. */
struct fsrs_running {
    double sum, weight;
};

/* What is learnt of one kind of answers. */
struct fsrs_filter {
    double weights[CALIBRATION_INPUTS];
    double covariance[CALIBRATION_INPUTS][CALIBRATION_INPUTS];
    struct fsrs_running lately;
};

struct fsrs_calibration {
    struct fsrs_filter same_day, later;
    double evidence; // nats by which the correction has predicted better, within bounds
    double last;     // residual of the last answer
    int64_t last_ms; // of the last answer
};

void fsrs_calibration_init(struct fsrs_calibration *calibration);

/*
 * The recall of a card that is asked at `at_ms`.
 *
 *   recall        as the model says, in (0, 1)
 *   elapsed_days  since its last answer
 *
 * Rises with the model's, among cards of a kind.
 */
double fsrs_calibrated(const struct fsrs_calibration *calibration, double recall,
    double elapsed_days, int64_t at_ms);

/* Learns from the answer that came. */
void fsrs_calibration_learn(struct fsrs_calibration *calibration, double recall,
    double elapsed_days, int64_t at_ms, bool remembered);

/*
 * Calibrates predictions (fsrs/evaluate.h) in place, answer by answer in time, learning
 * from each after it.
 *
 *   before  predictions to learn from where `recall` has none; may be NULL
 */
void fsrs_calibrate(const struct fsrs_history *history, const double *before,
    struct fsrs_calibration *calibration, double *recall);

#endif
