/*
 * The 34 weights of FSRS-7: what each means, where it starts, how far it may go.
 *
 * A set of weights is a plain array of FSRS_PARAMS doubles, in the order in which every
 * FSRS-7 program exchanges them; the enum names the places.  "Legal" weights are finite,
 * inside their boxes, and ordered as fsrs_weights_clip() leaves them; the model asks for
 * legal weights and does not check again.
 *
 * Source: docs/FSRS.md section 2.
 */
#ifndef FSRS_WEIGHTS_H
#define FSRS_WEIGHTS_H

#include <stdbool.h>

#define FSRS_PARAMS 34

/* The longest interval and the largest stability, in days. */
#define FSRS_MAX_DAYS 36500.0

/* The smallest stability, in days: 8.64 seconds. */
#define FSRS_MIN_STABILITY_DAYS 0.0001

#define FSRS_MIN_DIFFICULTY 1.0
#define FSRS_MAX_DIFFICULTY 10.0

/*
 * X(name, default, min, max, sigma, role)
 *
 * sigma is the width of the prior around the default: a fit pays ((w - default)/sigma)^2.
 * The first stabilities are left free (9999).  Three weights are stored shifted so that
 * none is negative; their neutral values are 0.5, 0.3 and 0.3 (W_SLOW_SHARE_DIFFICULTY
 * and below).
 */
#define FSRS_WEIGHTS(X)                                                                  \
    X(INITIAL_AGAIN, 0.1104, 0.0001, 50, 9999, "first stability, Again (days)")          \
    X(INITIAL_HARD, 2.2395, 0.0001, 100, 9999, "first stability, Hard (days)")           \
    X(INITIAL_GOOD, 3.9221, 0.0001, 100, 9999, "first stability, Good (days)")           \
    X(INITIAL_EASY, 11.7841, 0.0001, 100, 9999, "first stability, Easy (days)")          \
    X(DIFFICULTY_LEVEL, 6.1686, 1, 10, 0.523, "first difficulty after Again")            \
    X(DIFFICULTY_SLOPE, 0.6457, 0.001, 4, 0.2528, "fall of first difficulty by rating")  \
    X(DIFFICULTY_STEP, 3.6807, 0.1, 4, 0.4329, "difficulty change by rating")            \
    X(SLOW_GAIN, 1.9795, 0, 4, 0.2966, "slow: log gain of a success, +1.5")              \
    X(SLOW_SATURATION, 0, 0, 1.2, 0.2139, "slow: loss of gain with stability")           \
    X(SLOW_SPACING, 1.3826, 0.3, 3, 0.2889, "slow: gain from forgetting")                \
    X(SLOW_LAPSE, 0.7024, 0.01, 1.5, 0.1862, "slow: scale after a lapse")                \
    X(SLOW_LAPSE_POWER, 0.5999, 0.1, 1, 0.175, "slow: stability power of a lapse")       \
    X(SLOW_LAPSE_SPACING, 0.8146, 0, 3.5, 0.3812, "slow: forgetting in a lapse")         \
    X(SLOW_HARD, 0.6398, 0, 1, 0.3013, "slow: factor of Hard")                           \
    X(SLOW_EASY, 1, 1, 7, 0.9104, "slow: factor of Easy")                                \
    X(FAST_GAIN, 1.3207, 0, 4, 0.3234, "fast: log gain of a success, +1.5")              \
    X(FAST_SATURATION, 0.6707, 0, 2, 0.2448, "fast: loss of gain with stability")        \
    X(FAST_SPACING, 3.8668, 0.5, 6, 0.3273, "fast: gain from forgetting")                \
    X(FAST_LAPSE, 0.4416, 0.001, 1.5, 0.1842, "fast: scale after a lapse")               \
    X(FAST_LAPSE_POWER, 0.0934, 0.001, 1, 0.1735, "fast: stability power of a lapse")    \
    X(FAST_LAPSE_SPACING, 1.8631, 0, 5, 0.4608, "fast: forgetting in a lapse")           \
    X(FAST_HARD, 0.6162, 0, 1, 0.311, "fast: factor of Hard")                            \
    X(FAST_EASY, 1.0869, 1, 7, 0.864, "fast: factor of Easy")                            \
    X(FAST_DECAY, 0.1567, 0.01, 0.25, 0.0418, "curve: fast decay")                       \
    X(SLOW_DECAY, 0.0801, 0.01, 0.95, 0.2596, "curve: slow decay")                       \
    X(FAST_BASE, 0.2421, 0.2, 0.85, 0.0798, "curve: fast recall at its stability")       \
    X(SLOW_BASE, 0.9464, 0.5, 0.99, 0.0682, "curve: slow recall at its stability")       \
    X(FAST_SHARE, 0.1433, 0.01, 1, 0.1282, "curve: share of the fast trace")             \
    X(SLOW_SHARE, 0.7145, 0.1, 1, 0.1397, "curve: share of the slow trace")              \
    X(FAST_SHARE_POWER, 0, 0, 0.9, 0.1407, "curve: fall of the fast share with F")       \
    X(SLOW_SHARE_POWER, 0.5667, 0.1, 1.1, 0.1489,                                        \
        "curve: rise of the slow share with S")                                          \
    X(SLOW_SHARE_DIFFICULTY, 0.3734, 0, 1, 0.2, "difficulty on the slow share, +0.5")    \
    X(SLOW_RATE_DIFFICULTY, 0.5333, 0, 0.6, 0.15, "difficulty on the slow rate, +0.3")   \
    X(FAST_DECAY_POWER, 0.3048, 0, 0.6, 0.15, "fast stability on the fast decay, +0.3")

enum fsrs_weight_index {
#define X(name, start, min, max, sigma, role) W_##name,
    FSRS_WEIGHTS(X)
#undef X
        W_COUNT
};

/* Both traces learn by one rule, each with eight weights of its own in the same order. */
enum fsrs_trace_weight {
    TRACE_GAIN,
    TRACE_SATURATION,
    TRACE_SPACING,
    TRACE_LAPSE,
    TRACE_LAPSE_POWER,
    TRACE_LAPSE_SPACING,
    TRACE_HARD,
    TRACE_EASY,
    TRACE_WEIGHTS
};

/* Where the blocks begin: w[W_SLOW + TRACE_EASY] is w[W_SLOW_EASY]. */
enum { W_SLOW = W_SLOW_GAIN, W_FAST = W_FAST_GAIN };

struct fsrs_weight {
    const char *role;
    double start, min, max, sigma;
};

extern const struct fsrs_weight fsrs_weight_table[FSRS_PARAMS];

/* The published starting weights, fitted to many learners; legal. */
extern const double fsrs_default_weights[FSRS_PARAMS];

/* Whether all weights are finite numbers.  What is not cannot be clipped: reject it. */
bool fsrs_weights_valid(const double w[FSRS_PARAMS]);

/*
 * Makes finite weights legal, in place: every weight into its box, then the first
 * stabilities non-decreasing from Again to Easy, then the slow base not below the fast
 * one. Clipping legal weights changes nothing.
 */
void fsrs_weights_clip(double w[FSRS_PARAMS]);

#endif
