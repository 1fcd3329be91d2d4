/*
 * The curve has no inverse in closed form.  In u = ln t it is a smooth falling step (or
 * two), on which Newton's method converges in a few rounds from anywhere near.  Where it
 * does not, because a step would leave the bracket or the steps do not shrink, the
 * bracket is halved instead.  So every legal memory is solved to the last few bits, also
 * those with long flat stretches, on which a fixed number of Newton steps is lost.
 */
#include "fsrs/interval.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>

static const double min_retention = 0.0001, max_retention = 0.9999;

/* A tenth of a microsecond: what is due sooner is due at once. */
static const double shortest_days = 1e-12;

/* Of ln t, relative above 1. */
static const double tolerance = 1e-14;

enum { MAX_ROUNDS = 200 };

static bool is_settled(double change, double log_days)
{
    return fabs(change) <= tolerance * fmax(1, fabs(log_days));
}

/*
 * Returns ln t for which R(t) = retention, which must lie between the ends of the range.
 * log_days is a first guess.
 */
static double solve(const struct fsrs_curve *curve, double retention, double log_days)
{
    double low = log(shortest_days), high = log(FSRS_MAX_DAYS);
    double last_move = high - low, move_before = last_move;
    for (int round = 0; round < MAX_ROUNDS && !is_settled(high - low, high); round++) {
        double days = exp(log_days);
        double excess = fsrs_curve_recall(curve, days) - retention;
        double step = -excess / (days * fsrs_curve_slope(curve, days));
        if (is_settled(step, log_days))
            return log_days + step;
        if (excess > 0)
            low = log_days;
        else
            high = log_days;

        double next = log_days + step;
        if (!(next > low && next < high && fabs(step) <= move_before / 2))
            next = low + (high - low) / 2;
        move_before = last_move;
        last_move = fabs(next - log_days);
        log_days = next;
    }
    return log_days;
}

double fsrs_interval(struct memory memory, double retention, const double w[FSRS_PARAMS])
{
    assert(retention > 0 && retention < 1);
    double wanted = fmax(retention, min_retention);
    struct fsrs_curve curve = fsrs_curve_of(memory, w);
    if (wanted >= max_retention || fsrs_curve_recall(&curve, shortest_days) <= wanted)
        return 0;
    if (fsrs_curve_recall(&curve, FSRS_MAX_DAYS) >= wanted)
        return FSRS_MAX_DAYS;

    double longer = fmax(memory.stability_days, memory.fast_stability_days);
    double guess = fmin(fmax(longer, FSRS_MIN_STABILITY_DAYS), FSRS_MAX_DAYS);
    return fmin(exp(solve(&curve, wanted, log(guess))), FSRS_MAX_DAYS);
}
