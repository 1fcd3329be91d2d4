/*
 * Predictions of a whole history, each made before its answer is seen, and their score.
 *
 * Predictions are an array of `recall`, by the answers' places in the history; NAN where
 * nothing was predicted (always at the first answer of a card).
 */
#ifndef FSRS_EVALUATE_H
#define FSRS_EVALUATE_H

#include "fsrs/metrics.h"
#include "fsrs/optimise.h"
#include "fsrs/predictor.h"

/* Room for the predictions of a history, all NAN; freed with free(). */
double *fsrs_predictions_make(const struct fsrs_history *history);

/*
 * Splits the items in time into `folds` blocks of equal size behind a first one, which is
 * as long or a little longer, and predicts each block from all that lies before it.
 *
 *   folds  > 0
 *   watch  NULL, or whom to tell how far it is: a fold is as much work as answers lie before it
 *
 * Source: TimeSeriesSplit of scikit-learn.
 */
void fsrs_predict_split(const struct fsrs_history *history, size_t folds,
    const struct fsrs_predictor *predictor, const struct fsrs_fit_watch *watch,
    double *recall);

/*
 * Predicts every answer the way it really runs: with weights fitted to those before it,
 * and refitted whenever they have grown by `percent` (> 0).  A refit is as much work as answers
 * that it is fitted to.
 */
void fsrs_predict_refits(const struct fsrs_history *history, double percent, int threads,
    const struct fsrs_fit_watch *watch, double *recall);

/*
 * Corrects predictions as recall is corrected before it is shown (fsrs/calibrate.h); what it
 * learns before the first of them, it learns from those of the published weights.
 */
void fsrs_predictions_calibrate(const struct fsrs_history *history, double *recall);

/*
 * The predictions that are scored: those of items (fsrs_answer_counts).  Freed with free().
 *
 *   only  NULL, or other predictions: nothing that these lack is taken
 */
struct fsrs_prediction *fsrs_predictions_of(const struct fsrs_history *history,
    const double *recall, const double *only, size_t *count);

/* The score of these. */
struct fsrs_score fsrs_score_predictions(
    const struct fsrs_history *history, const double *recall, const double *only);

#endif
