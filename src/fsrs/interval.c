/*
 * The curve has no inverse in closed form, but each of its two traces has: along
 * y = ln(1 + rate t) of a trace, ln of its recall is a straight line.  The sum of both is
 * nearly one along the y of the trace that weighs more, and all derivatives are at hand, so
 * steps of the fourth order (Householder's; Newton's is of the second) end after two or three
 * rounds.
 *
 * Some legal memories have curves with a long flat stretch, on which such steps are lost.
 * They are searched in u = ln t, where the curve is a smooth falling step or two: by Newton's
 * method, and where that would leave the bracket or does not shrink, by halving the bracket.
 * So every legal memory is solved to the last few bits.
 */
#include "fsrs/interval.h"

#include "fsrs/number.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>

static const double min_retention = 0.0001, max_retention = 0.9999;

/* A tenth of a microsecond: what is due sooner is due at once. */
static const double shortest_days = 1e-12;

/* Of ln t, relative above 1. */
static const double tolerance = 1e-14;

/*
 * If Newton's step is as short, relative below 1, that of the fourth order is the last: its
 * error is far below.  Newton's is asked since it cannot be short by chance: the curve has no
 * bends that are sharper than y, or 1.
 */
static const double last_step = 3e-4;

enum { MAX_QUICK_ROUNDS = 8, MAX_ROUNDS = 200 };

/* ---- along a trace ---------------------------------------------------------------- */

/* A place on the curve: ln of the mixed recall, and its derivatives by y. */
struct place {
    double log_recall, slope, bend, twist;
};

/* The derivatives follow from d ln(1 + rate' t) / dy = a and da/dy = a (1 - a). */
static struct place place_at(
    const struct fsrs_trace *lead, const struct fsrs_trace *other, double y)
{
    double days = exp_less_1(y) / lead->rate;
    double grown = 1 + lead->rate * days, other_grown = 1 + other->rate * days;
    double first = lead->share * exp(-lead->decay * y);
    double second = other->share * exp(-other->decay * log_of_1_and(other->rate * days));
    double recall = first + second;
    first /= recall;
    second /= recall;

    double a = other->rate * grown / (lead->rate * other_grown), rest = 1 - a;
    double p = lead->decay, q = other->decay * a;
    double d1 = -p * first - q * second;
    double d2 = p * p * first + q * (q - rest) * second;
    double d3 =
        -p * p * p * first - q * (q * (q - 3 * rest) + rest * (2 * rest - 1)) * second;
    return (struct place){
        .log_recall = log(recall),
        .slope = d1,
        .bend = d2 - d1 * d1,
        .twist = d3 - d1 * (3 * d2 - 2 * d1 * d1),
    };
}

/* Newton's step from there, made one of the fourth order. */
static double householder(const struct place *at, double newton)
{
    double bend = newton * at->bend / (2 * at->slope);
    double twist = newton * newton * at->twist / (6 * at->slope);
    return newton * (1 + bend) / (1 + 2 * bend + twist);
}

/*
 * Finds the days after which the mixed recall is exp(wanted), unless the steps are lost.
 * It begins with the time at which the leading trace alone would be there, less a quarter of
 * its y: the other one is mostly below it.
 */
static bool solve_quickly(const struct fsrs_curve *curve, double wanted, double *days)
{
    bool slow_leads = curve->slow.share > curve->fast.share;
    const struct fsrs_trace *lead = slow_leads ? &curve->slow : &curve->fast;
    const struct fsrs_trace *other = slow_leads ? &curve->fast : &curve->slow;
    double y = -0.75 * wanted / lead->decay;
    for (int round = 0; round < MAX_QUICK_ROUNDS; round++) {
        struct place at = place_at(lead, other, y);
        double newton = (wanted - at.log_recall) / at.slope;
        double step = householder(&at, newton);
        y = step > -0.9 * y ? y + step : 0.1 * y; // it lies above 0
        if (fabs(newton) <= last_step * (y < 1 ? y : 1)) {
            *days = exp_less_1(y) / lead->rate;
            return true;
        }
    }
    return false;
}

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

static double solve_surely(
    const struct fsrs_curve *curve, double retention, double guess_days)
{
    if (fsrs_curve_recall(curve, shortest_days) <= retention)
        return 0;
    if (fsrs_curve_recall(curve, FSRS_MAX_DAYS) >= retention)
        return FSRS_MAX_DAYS;
    double guess = clamp(guess_days, FSRS_MIN_STABILITY_DAYS, FSRS_MAX_DAYS);
    return fmin(exp(solve(curve, retention, log(guess))), FSRS_MAX_DAYS);
}

/* ---- both ------------------------------------------------------------------------- */

double fsrs_interval(struct memory memory, double retention, const double w[FSRS_PARAMS])
{
    assert(retention > 0 && retention < 1);
    if (retention >= max_retention)
        return 0;
    double wanted = clamp(retention, min_retention, max_retention), days;
    struct fsrs_curve curve = fsrs_curve_of(memory, w);
    if (!solve_quickly(&curve, log(fsrs_mixed_of(wanted)), &days))
        return solve_surely(
            &curve, wanted, fmax(memory.stability_days, memory.fast_stability_days));
    return days > shortest_days ? clamp(days, 0, FSRS_MAX_DAYS) : 0;
}
