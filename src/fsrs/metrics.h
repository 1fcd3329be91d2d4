/*
 * How good predictions were: log loss, RMSE(bins), AUC.
 *
 * Log loss asks whether each number was right, and punishes false certainty; RMSE(bins)
 * whether, among answers that looked alike, as many were right as was said; AUC only
 * whether what was forgotten had been given lower numbers than what was not.
 *
 * Source: docs/FSRS.md section 13.
 */
#ifndef FSRS_METRICS_H
#define FSRS_METRICS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* An answer that was predicted, with what sorts it into a bin. */
struct fsrs_prediction {
    double recall; // as predicted, [0, 1]
    uint32_t days; // whole days since the card's previous answer
    uint32_t
        reviews;     // of the card after a day and more, up to this one; the first counts
    uint32_t lapses; // of these, before this one, Again
    bool remembered; // what came
};

struct fsrs_score {
    size_t items;
    double log_loss;  // nats, mean; NAN of no items
    double days_loss; // the same of those a day and more after the answer before
    double rmse_bins; // NAN likewise
    double auc;       // in [0, 1]; NAN unless some were remembered and some were not
};

struct fsrs_score fsrs_score_of(const struct fsrs_prediction *predictions, size_t count);

/* The bin of a prediction: answers alike in days, reviews and lapses have the same. */
enum { FSRS_BINS = 16 * 32 * 32 };
size_t fsrs_bin_of(const struct fsrs_prediction *prediction);

/* The share remembered among those whose recall was said to be in a certain range. */
struct fsrs_reliability {
    double low, high; // the range
    size_t items;
    double predicted, remembered; // means, 0 of no items
};

/*
 * Sorts predictions into `count` ranges that reach from 0 to 1; the finer, the nearer to 1
 * they are, where most predictions lie.
 */
void fsrs_reliability_of(const struct fsrs_prediction *predictions, size_t items,
    struct fsrs_reliability *ranges, size_t count);

#endif
