/*
 * FSRS-7: what a card's past reviews say about the chance that it is remembered now.
 *
 * A card is remembered by two traces, a slow one (weeks and years) and a fast one
 * (minutes and days).  Each forgets along a power law; recall is their weighted mean;
 * each grows or shrinks with every review.  Difficulty says how reluctantly a card grows.
 *
 * Invariants, for every memory that these functions return under legal weights:
 *   - both stabilities lie in [FSRS_MIN_STABILITY_DAYS, FSRS_MAX_DAYS], difficulty in [1,
 * 10];
 *   - a success (Hard, Good, Easy) never lowers a stability, a lapse (Again) never raises
 * one;
 *   - with all else equal, no stability falls as the rating rises.
 *
 * Neither stability is "days until recall is 0.9", and the fast one may exceed the slow
 * one; only the whole curve has a meaning in days (fsrs/interval.h).
 *
 * Time is true elapsed time in days, fractions count, zero is allowed and negative is
 * zero. Numbers only: nothing here prints, allocates or fails.
 *
 * Source: docs/FSRS.md; checked against reference values in tests/golden/fsrs7.tsv.
 */
#ifndef FSRS_MODEL_H
#define FSRS_MODEL_H

#include "fsrs/number.h"
#include "fsrs/rating.h"
#include "fsrs/weights.h"

#include <stdbool.h>

/* What is known about one card; the zero struct is a card that was never reviewed. */
struct memory {
    double stability_days;      // S, slow trace
    double fast_stability_days; // F, fast trace
    double difficulty;          // D, 1 easy to 10 hard
};

static inline bool memory_is_new(struct memory memory)
{
    return !(memory.stability_days > 0);
}

/* The same brought into its bounds. */
static inline struct memory memory_bounded(struct memory m)
{
    return (struct memory){
        .stability_days = clamp(m.stability_days, FSRS_MIN_STABILITY_DAYS, FSRS_MAX_DAYS),
        .fast_stability_days =
            clamp(m.fast_stability_days, FSRS_MIN_STABILITY_DAYS, FSRS_MAX_DAYS),
        .difficulty = clamp(m.difficulty, FSRS_MIN_DIFFICULTY, FSRS_MAX_DIFFICULTY),
    };
}

/* The memory after the first review, which was rated `rating`. */
struct memory fsrs_first(enum fsrs_rating rating, const double w[FSRS_PARAMS]);

/*
 * The memory after one more review.
 *
 *   before        the memory up to this review; a new one gives fsrs_first()
 *   elapsed_days  days since the previous review
 *   w             legal weights
 *
 * Replaying a history is therefore a loop that starts from the zero struct.
 */
struct memory fsrs_next(struct memory before, double elapsed_days,
    enum fsrs_rating rating, const double w[FSRS_PARAMS]);

/*
 * Probability that the card is remembered `elapsed_days` after its last review: from
 * 0.99999 at once down to 0.00001, strictly falling.  Asserts that the memory is not new.
 */
double fsrs_recall(
    struct memory memory, double elapsed_days, const double w[FSRS_PARAMS]);

/*
 * The forgetting curve of one memory with all that does not depend on time worked out,
 * for those who evaluate it often:
 *
 *   R(t) = 0.00001 + 0.99998 * sum over both traces of share * (1 + rate * t)^-decay
 */
struct fsrs_trace {
    double share; // of the mixture, in (0, 1); both add up to 1
    double rate;  // per day, > 0
    double decay; // in [0.01, 0.95]
};

struct fsrs_curve {
    struct fsrs_trace slow, fast;
};

/* Asserts that the memory is not new. */
struct fsrs_curve fsrs_curve_of(struct memory memory, const double w[FSRS_PARAMS]);

/* Recall of a single trace, in [0, 1], without share and squeeze. */
double fsrs_trace_recall(const struct fsrs_trace *trace, double elapsed_days);

/* R as in fsrs_recall(). */
double fsrs_curve_recall(const struct fsrs_curve *curve, double elapsed_days);

/* The sum over both traces that makes up this recall: the formula above turned round. */
double fsrs_mixed_of(double recall);

/* dR/dt per day, always negative. */
double fsrs_curve_slope(const struct fsrs_curve *curve, double elapsed_days);

#endif
