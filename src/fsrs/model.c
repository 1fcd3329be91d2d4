/*
 * The formulas of docs/FSRS.md, sections 3 to 5.
 *
 * Powers and differences near 1 go through log1p and expm1 (fsrs/number.h).  What a review teaches
 * depends on how much was *forgotten*, 1 - R; it is computed as such and not as a
 * difference, since shortly after a review all of its digits would cancel.
 */
#include "fsrs/model.h"

#include "fsrs/number.h"

#include <assert.h>
#include <math.h>

/* Keeps recall off 0 and 1, so that its logarithms are finite. */
static const double squeeze = 1e-5;

/* Fast to slow stability: so at the first review, and at most so after a lapse. */
static const double fast_ratio = 0.8;

static const double min_decay = 0.01, max_decay = 0.95;

/* Of the fast rate; e^60 a day is far beyond any use. */
static const double max_exponent = 60;

/* Where difficulty leaves the slow trace as its stability says. */
static const double mid_difficulty = 5;

/* The pull of difficulty, at every review, towards that of an Easy card. */
static const double reversion = 0.01;

/* ---- state ---- */

/* Unbounded on purpose: as the goal of reversion, the Easy value may lie below 1. */
static double first_difficulty(enum fsrs_rating rating, const double *w)
{
    double grade = (double)rating - FSRS_AGAIN;
    return w[W_DIFFICULTY_LEVEL] - exp_less_1(w[W_DIFFICULTY_SLOPE] * grade);
}

struct memory fsrs_first(enum fsrs_rating rating, const double w[FSRS_PARAMS])
{
    assert(fsrs_rating_valid((long)rating));
    double stability = w[W_INITIAL_AGAIN + (int)rating - FSRS_AGAIN];
    return memory_bounded((struct memory){
        .stability_days = stability,
        .fast_stability_days = fast_ratio * stability,
        .difficulty = first_difficulty(rating, w),
    });
}

/* ---- forgetting ---- */

static struct fsrs_trace fast_trace(double stability, const double *w)
{
    double size = log(stability), power = w[W_FAST_DECAY_POWER] - 0.3;
    double decay = clamp(w[W_FAST_DECAY] * exp(power * size), min_decay, max_decay);
    double exponent = fmin(-log(w[W_FAST_BASE]) / decay, max_exponent);
    return (struct fsrs_trace){
        .share = w[W_FAST_SHARE] * exp(-w[W_FAST_SHARE_POWER] * size),
        .rate = exp_less_1(exponent) / stability,
        .decay = decay,
    };
}

static struct fsrs_trace slow_trace(double stability, double difficulty, const double *w)
{
    double hardness = difficulty - mid_difficulty;
    double decay = clamp(w[W_SLOW_DECAY], min_decay, max_decay);
    double haste = exp(hardness * (w[W_SLOW_RATE_DIFFICULTY] - 0.3));
    double weight = exp(w[W_SLOW_SHARE_POWER] * log(stability) +
                        hardness * (w[W_SLOW_SHARE_DIFFICULTY] - 0.5));
    return (struct fsrs_trace){
        .share = w[W_SLOW_SHARE] * weight,
        .rate = exp_less_1(-log(w[W_SLOW_BASE]) / decay) * haste / stability,
        .decay = decay,
    };
}

struct fsrs_curve fsrs_curve_of(struct memory memory, const double w[FSRS_PARAMS])
{
    assert(!memory_is_new(memory));
    struct memory m = memory_bounded(memory);
    struct fsrs_curve curve = {
        .slow = slow_trace(m.stability_days, m.difficulty, w),
        .fast = fast_trace(m.fast_stability_days, w),
    };
    double total = curve.slow.share + curve.fast.share;
    curve.slow.share /= total;
    curve.fast.share /= total;
    return curve;
}

static double log_recall(const struct fsrs_trace *trace, double elapsed_days)
{
    return -trace->decay * log_of_1_and(trace->rate * fmax(elapsed_days, 0));
}

double fsrs_trace_recall(const struct fsrs_trace *trace, double elapsed_days)
{
    return exp(log_recall(trace, elapsed_days));
}

/* 1 - fsrs_trace_recall(), to full precision. */
static double trace_forgotten(const struct fsrs_trace *trace, double elapsed_days)
{
    return -exp_less_1(log_recall(trace, elapsed_days));
}

static double trace_slope(const struct fsrs_trace *trace, double elapsed_days)
{
    double t = fmax(elapsed_days, 0);
    return -trace->decay * trace->rate / (1 + trace->rate * t) *
           fsrs_trace_recall(trace, t);
}

static double mixed(const struct fsrs_curve *curve, double slow, double fast)
{
    return curve->slow.share * slow + curve->fast.share * fast;
}

static double squeezed(double mixture)
{
    return squeeze + (1 - 2 * squeeze) * mixture;
}

double fsrs_mixed_of(double recall)
{
    return (recall - squeeze) / (1 - 2 * squeeze);
}

double fsrs_curve_recall(const struct fsrs_curve *curve, double elapsed_days)
{
    double slow = fsrs_trace_recall(&curve->slow, elapsed_days);
    double fast = fsrs_trace_recall(&curve->fast, elapsed_days);
    return squeezed(mixed(curve, slow, fast));
}

double fsrs_curve_slope(const struct fsrs_curve *curve, double elapsed_days)
{
    double slow = trace_slope(&curve->slow, elapsed_days);
    double fast = trace_slope(&curve->fast, elapsed_days);
    return (1 - 2 * squeeze) * mixed(curve, slow, fast);
}

double fsrs_recall(struct memory memory, double elapsed_days, const double w[FSRS_PARAMS])
{
    struct fsrs_curve curve = fsrs_curve_of(memory, w);
    return fsrs_curve_recall(&curve, elapsed_days);
}

/* ---- learning ---- */

static double after_lapse(double stability, double forgotten, const double *block)
{
    double regained = block[TRACE_LAPSE] *
                      exp_less_1(block[TRACE_LAPSE_POWER] * log_of_1_and(stability)) *
                      exp(block[TRACE_LAPSE_SPACING] * forgotten);
    return fmin(stability, regained);
}

static double after_success(double stability, double forgotten, double difficulty,
    enum fsrs_rating rating, const double *block)
{
    double ease = exp(block[TRACE_GAIN] - 1.5 - block[TRACE_SATURATION] * log(stability));
    double gain = ease * (11 - difficulty) * exp_less_1(block[TRACE_SPACING] * forgotten);
    if (rating == FSRS_HARD)
        gain *= block[TRACE_HARD];
    if (rating == FSRS_EASY)
        gain *= block[TRACE_EASY];
    return stability * (1 + gain);
}

static double learnt(double stability, double forgotten, double difficulty,
    enum fsrs_rating rating, const double *block)
{
    return rating == FSRS_AGAIN
               ? after_lapse(stability, forgotten, block)
               : after_success(stability, forgotten, difficulty, rating, block);
}

static double next_difficulty(
    double difficulty, double forgotten, enum fsrs_rating rating, const double *w)
{
    // in double: the enum may be unsigned, and Good - Easy must be -1
    double step = w[W_DIFFICULTY_STEP] * (FSRS_GOOD - (double)rating);
    if (rating == FSRS_AGAIN)
        step *= (1 - forgotten) + 0.1; // a lapse says more, the less it was expected
    double room =
        (FSRS_MAX_DIFFICULTY - difficulty) / (FSRS_MAX_DIFFICULTY - FSRS_MIN_DIFFICULTY);
    double goal = first_difficulty(FSRS_EASY, w);
    return reversion * goal + (1 - reversion) * (difficulty + step * room);
}

/*
 * The slow trace and difficulty learn from recall as a whole, the fast trace from its own.
 */
struct memory fsrs_next(struct memory before, double elapsed_days,
    enum fsrs_rating rating, const double w[FSRS_PARAMS])
{
    assert(fsrs_rating_valid((long)rating));
    if (memory_is_new(before))
        return fsrs_first(rating, w);
    struct fsrs_curve curve = fsrs_curve_of(before, w);
    struct memory m = memory_bounded(before);
    double slow_forgotten = trace_forgotten(&curve.slow, elapsed_days);
    double fast_forgotten = trace_forgotten(&curve.fast, elapsed_days);
    double forgotten = squeezed(mixed(&curve, slow_forgotten, fast_forgotten));

    double slow = learnt(m.stability_days, forgotten, m.difficulty, rating, w + W_SLOW);
    double fast =
        learnt(m.fast_stability_days, fast_forgotten, m.difficulty, rating, w + W_FAST);
    if (rating == FSRS_AGAIN)
        fast = fmin(fast, fast_ratio * slow);
    return memory_bounded((struct memory){
        .stability_days = slow,
        .fast_stability_days = fast,
        .difficulty = next_difficulty(m.difficulty, forgotten, rating, w),
    });
}
