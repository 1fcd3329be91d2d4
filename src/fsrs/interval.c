/*
 * The kernel's quick search along a trace solves nearly every memory (fsrs/kernel_rate.inc).
 *
 * Some legal memories have curves with a long flat stretch, on which its steps are lost.
 * They are searched in u = ln t, where the curve is a smooth falling step or two: by Newton's
 * method, and where that would leave the bracket or does not shrink, by halving the bracket.
 * So every legal memory is solved to the last few bits.
 */
#include "fsrs/interval.h"

#include "fsrs/kernel.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>

static const double min_retention = 0.0001, max_retention = 0.9999;

/* A tenth of a microsecond: what is due sooner is due at once. */
static const double shortest_days = 1e-12;

/* Of ln t, relative above 1. */
static const double tolerance = 1e-14;

enum { MAX_ROUNDS = 200 };

/* ---- in a bracket ----------------------------------------------------------------- */

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

static double solve_surely(struct memory memory, double retention, const double *w)
{
    struct fsrs_curve curve = fsrs_curve_of(memory, w);
    if (fsrs_curve_recall(&curve, shortest_days) <= retention)
        return 0;
    if (fsrs_curve_recall(&curve, FSRS_MAX_DAYS) >= retention)
        return FSRS_MAX_DAYS;
    double guess = clamp(fmax(memory.stability_days, memory.fast_stability_days),
        FSRS_MIN_STABILITY_DAYS, FSRS_MAX_DAYS);
    return fmin(exp(solve(&curve, retention, log(guess))), FSRS_MAX_DAYS);
}

/* ---- both ------------------------------------------------------------------------- */

static double finished(
    double found, struct memory memory, double retention, const double *w)
{
    if (retention >= max_retention)
        return 0;
    if (isnan(found))
        return solve_surely(memory, fmax(retention, min_retention), w);
    return found > shortest_days ? clamp(found, 0, FSRS_MAX_DAYS) : 0;
}

void fsrs_intervals(const struct memory memories[4], unsigned asked, double retention,
    const double w[FSRS_PARAMS], double days[4])
{
    assert(retention > 0 && retention < 1);
    double wanted = clamp(retention, min_retention, max_retention);
    fsrs_rating_kernel()->search(memories, asked, fsrs_mixed_of(wanted), w, days);
    for (int i = 0; i < 4; i++) {
        assert(!memory_is_new(memories[i]));
        if (asked >> i & 1)
            days[i] = finished(days[i], memories[i], retention, w);
    }
}

double fsrs_interval(struct memory memory, double retention, const double w[FSRS_PARAMS])
{
    const struct memory memories[4] = { memory, memory, memory, memory };
    double days[4];
    fsrs_intervals(memories, 1, retention, w, days);
    return days[0];
}
