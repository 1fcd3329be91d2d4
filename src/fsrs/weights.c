#include "fsrs/weights.h"

#include <assert.h>
#include <math.h>
#include <stddef.h>

static_assert(W_COUNT == FSRS_PARAMS, "the list of weights is complete");
static_assert(W_FAST == W_SLOW + TRACE_WEIGHTS, "the blocks of the traces adjoin");
static_assert(W_FAST_DECAY == W_FAST + TRACE_WEIGHTS, "the curve follows the traces");

const struct fsrs_weight fsrs_weight_table[FSRS_PARAMS] = {
#define X(name, start, min, max, sigma, role) { role, start, min, max, sigma },
    FSRS_WEIGHTS(X)
#undef X
};

const double fsrs_default_weights[FSRS_PARAMS] = {
#define X(name, start, min, max, sigma, role) start,
    FSRS_WEIGHTS(X)
#undef X
};

bool fsrs_weights_valid(const double w[FSRS_PARAMS])
{
    for (size_t i = 0; i < FSRS_PARAMS; i++) {
        if (!isfinite(w[i]))
            return false;
    }
    return true;
}

static void raise_to(double *weight, double floor)
{
    *weight = fmax(*weight, floor);
}

void fsrs_weights_clip(double w[FSRS_PARAMS])
{
    assert(fsrs_weights_valid(w));
    for (size_t i = 0; i < FSRS_PARAMS; i++)
        w[i] = fmin(fmax(w[i], fsrs_weight_table[i].min), fsrs_weight_table[i].max);
    raise_to(&w[W_INITIAL_HARD], w[W_INITIAL_AGAIN]);
    raise_to(&w[W_INITIAL_GOOD], w[W_INITIAL_HARD]);
    raise_to(&w[W_INITIAL_EASY], w[W_INITIAL_GOOD]);
    raise_to(&w[W_SLOW_BASE], w[W_FAST_BASE]);
}
