#include "fsrs/calibrate.h"

#include "base/day.h"
#include "fsrs/rating.h"

#include <math.h>

enum { INPUTS = CALIBRATION_INPUTS };

/* Answers until the running mean has forgotten all but a third. */
static const double lately_answers = 15;

/* A mean of few answers is drawn to nothing by so many more of them. */
static const double doubt = 3;

static const int64_t pause_ms = 30 * (int64_t)MINUTE_MS;

/*
 * Answers until what was learnt has gone back, all but a third, to what was believed before
 * the first: the model is fitted anew now and then, and what it lacked it lacks no more.
 */
static const double memory_answers = 800;

/*
 * The correction begins with a tenth of the say.  More evidence than this is not kept, for
 * or against it: what was true once can end.
 */
static const double first_share = 0.1, most_evidence = 4;

static const double beliefs[INPUTS] = {
#define X(name, weight, deviation) weight,
    FSRS_CALIBRATION_INPUTS(X)
#undef X
};

static const double deviations[INPUTS] = {
#define X(name, weight, deviation) deviation,
    FSRS_CALIBRATION_INPUTS(X)
#undef X
};

static void init_filter(struct fsrs_filter *filter)
{
    for (int i = 0; i < INPUTS; i++) {
        filter->weights[i] = beliefs[i];
        filter->covariance[i][i] = deviations[i] * deviations[i];
    }
}

void fsrs_calibration_init(struct fsrs_calibration *calibration)
{
    *calibration = (struct fsrs_calibration){ .last_ms = INT64_MIN };
    init_filter(&calibration->same_day);
    init_filter(&calibration->later);
}

/* ---- inputs ------------------------------------------------------------------------------ */

static double mean_of(const struct fsrs_running *running)
{
    return running->sum / (running->weight + doubt);
}

static void add(struct fsrs_running *running, double value)
{
    double keep = 1 - 1 / lately_answers;
    running->sum = running->sum * keep + value;
    running->weight = running->weight * keep + 1;
}

static bool after_pause(const struct fsrs_calibration *calibration, int64_t at_ms)
{
    return calibration->last_ms == INT64_MIN || at_ms - calibration->last_ms > pause_ms;
}

static void take_inputs(const struct fsrs_calibration *calibration,
    const struct fsrs_filter *filter, double recall, int64_t at_ms, double x[INPUTS])
{
    x[CALIBRATION_BIAS] = 1;
    x[CALIBRATION_SLOPE] = log(recall / (1 - recall));
    x[CALIBRATION_LATELY] = mean_of(&filter->lately);
    x[CALIBRATION_LAST] = after_pause(calibration, at_ms) ? 0 : calibration->last;
}

static double logistic(const struct fsrs_filter *filter, const double x[INPUTS])
{
    double sum = 0;
    for (int i = 0; i < INPUTS; i++)
        sum += filter->weights[i] * x[i];
    return fmin(fmax(1 / (1 + exp(-sum)), 1e-5), 1 - 1e-5);
}

/* The share of the correction in what is said: its odds grow with every nat of evidence. */
static double share_of(double evidence)
{
    return 1 / (1 + (1 - first_share) / first_share * exp(-evidence));
}

double fsrs_calibrated(const struct fsrs_calibration *calibration, double recall,
    double elapsed_days, int64_t at_ms)
{
    const struct fsrs_filter *filter =
        elapsed_days < 1 ? &calibration->same_day : &calibration->later;
    double x[INPUTS];
    take_inputs(calibration, filter, recall, at_ms, x);
    return recall + share_of(calibration->evidence) * (logistic(filter, x) - recall);
}

/* ---- learning ---------------------------------------------------------------------------- */

/* spread = covariance * x; returns x' * covariance * x, the variance of the prediction. */
static double spread_of(
    const struct fsrs_filter *filter, const double x[INPUTS], double spread[INPUTS])
{
    double variance = 0;
    for (int i = 0; i < INPUTS; i++) {
        spread[i] = 0;
        for (int j = 0; j < INPUTS; j++)
            spread[i] += filter->covariance[i][j] * x[j];
        variance += spread[i] * x[i];
    }
    return variance;
}

/* The weights go back a little towards what was believed before, and so does all doubt. */
static void forget(struct fsrs_filter *filter)
{
    double keep = 1 - 1 / memory_answers, square = keep * keep;
    for (int i = 0; i < INPUTS; i++) {
        filter->weights[i] = beliefs[i] + keep * (filter->weights[i] - beliefs[i]);
        for (int j = 0; j < INPUTS; j++)
            filter->covariance[i][j] *= square;
        filter->covariance[i][i] += (1 - square) * deviations[i] * deviations[i];
    }
}

static void update(struct fsrs_filter *filter, const double x[INPUTS], bool remembered)
{
    forget(filter);
    double predicted = logistic(filter, x), spread[INPUTS];
    double information = fmax(predicted * (1 - predicted), 1e-4);
    double known = 1 + information * spread_of(filter, x, spread);
    for (int i = 0; i < INPUTS; i++) {
        filter->weights[i] += spread[i] * (remembered - predicted) / known;
        for (int j = 0; j < INPUTS; j++)
            filter->covariance[i][j] -= information / known * spread[i] * spread[j];
    }
    filter->weights[CALIBRATION_SLOPE] =
        fmax(filter->weights[CALIBRATION_SLOPE], 0.1); // more must stay more
}

/* Takes down which of the two predicted the answer better. */
static void compare(struct fsrs_calibration *calibration, double recall, double corrected,
    bool remembered)
{
    double gain =
        remembered ? log(corrected / recall) : log((1 - corrected) / (1 - recall));
    calibration->evidence =
        fmin(fmax(calibration->evidence + gain, -most_evidence), most_evidence);
}

void fsrs_calibration_learn(struct fsrs_calibration *calibration, double recall,
    double elapsed_days, int64_t at_ms, bool remembered)
{
    struct fsrs_filter *filter =
        elapsed_days < 1 ? &calibration->same_day : &calibration->later;
    double x[INPUTS], residual = remembered - recall;
    take_inputs(calibration, filter, recall, at_ms, x);
    compare(calibration, recall, logistic(filter, x), remembered);
    update(filter, x, remembered);
    add(&filter->lately, residual);
    calibration->last = residual;
    calibration->last_ms = at_ms;
}

void fsrs_calibrate(const struct fsrs_history *history, const double *before,
    struct fsrs_calibration *calibration, double *recall)
{
    for (size_t rank = 0; rank < history->answer_count; rank++) {
        size_t place = history->in_time[rank];
        const struct fsrs_answer *answer = &history->answers[place];
        double said = isnan(recall[place]) && before ? before[place] : recall[place];
        double days = answer->elapsed_days;
        if (!fsrs_answer_counts(answer) || isnan(said))
            continue;
        if (!isnan(recall[place]))
            recall[place] = fsrs_calibrated(calibration, said, days, answer->at_ms);
        fsrs_calibration_learn(
            calibration, said, days, answer->at_ms, answer->rating != FSRS_AGAIN);
    }
}
