#include "fsrs/fsrs6.h"

#include <math.h>

/* Start, least, most, sigma. */
const struct fsrs6_weight fsrs6_weight_table[FSRS6_PARAMS] = {
    { 0.212, 0.001, 100, 6.43 },
    { 1.2931, 0.001, 100, 9.66 },
    { 2.3065, 0.001, 100, 17.58 },
    { 8.2956, 0.001, 100, 27.85 },
    { 6.4133, 1, 10, 0.57 },
    { 0.8334, 0.001, 4, 0.28 },
    { 3.0194, 0.001, 4, 0.6 },
    { 0.001, 0.001, 0.75, 0.12 },
    { 1.8722, 0, 4.5, 0.39 },
    { 0.1666, 0, 0.8, 0.18 },
    { 0.796, 0.001, 3.5, 0.33 },
    { 1.4835, 0.001, 5, 0.3 },
    { 0.0614, 0.001, 0.25, 0.09 },
    { 0.2629, 0.001, 0.9, 0.16 },
    { 1.6483, 0, 4, 0.57 },
    { 0.6014, 0, 1, 0.25 },
    { 1.8729, 1, 6, 1.03 },
    { 0.5425, 0, 2, 0.31 },
    { 0.0912, 0, 2, 0.32 },
    { 0.0658, 0.01, 0.8, 0.14 },
    { 0.1542, 0.1, 0.8, 0.27 },
};

const double fsrs6_default_weights[FSRS6_PARAMS] = { 0.212, 1.2931, 2.3065, 8.2956,
    6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
    0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542 };

void fsrs6_weights_clip(double w[FSRS6_PARAMS])
{
    for (int i = 0; i < FSRS6_PARAMS; i++)
        w[i] = fmin(fmax(w[i], fsrs6_weight_table[i].min), fsrs6_weight_table[i].max);
}

static struct memory bounded(double stability, double difficulty)
{
    return (struct memory){
        .stability_days = fmin(fmax(stability, FSRS6_MIN_STABILITY_DAYS), FSRS_MAX_DAYS),
        .difficulty = fmin(fmax(difficulty, FSRS_MIN_DIFFICULTY), FSRS_MAX_DIFFICULTY),
    };
}

/* Of the curve: at t = S, recall is 0.9. */
static double factor(const double *w)
{
    return expm1(-log(0.9) / w[20]);
}

double fsrs6_recall(struct memory memory, double days, const double w[FSRS6_PARAMS])
{
    return exp(-w[20] * log1p(factor(w) * days / memory.stability_days));
}

double fsrs6_interval(
    struct memory memory, double retention, const double w[FSRS6_PARAMS])
{
    return memory.stability_days / factor(w) * expm1(-log(retention) / w[20]);
}

/* ---- difficulty -------------------------------------------------------------------------- */

static double first_difficulty(double grade, const double *w)
{
    return w[4] - expm1(w[5] * (grade - 1));
}

static double next_difficulty(double difficulty, double grade, const double *w)
{
    double moved = difficulty + (10 - difficulty) * w[6] * (3 - grade) / 9;
    return w[7] * first_difficulty(4, w) + (1 - w[7]) * moved;
}

/* ---- stability --------------------------------------------------------------------------- */

static double after_same_day(double stability, double grade, const double *w)
{
    double gain = exp(w[17] * (grade - 3 + w[18])) * pow(stability, -w[19]);
    return stability * (grade > 1 ? fmax(gain, 1) : gain);
}

static double after_lapse(struct memory m, double recall, const double *w)
{
    double regained = w[11] * pow(m.difficulty, -w[12]) *
                      expm1(w[13] * log1p(m.stability_days)) * exp((1 - recall) * w[14]);
    return fmin(regained, m.stability_days / exp(w[17] * w[18]));
}

static double after_success(
    struct memory m, double recall, enum fsrs_rating rating, const double *w)
{
    double gain = exp(w[8]) * (11 - m.difficulty) * pow(m.stability_days, -w[9]) *
                  expm1((1 - recall) * w[10]);
    if (rating == FSRS_HARD)
        gain *= w[15];
    if (rating == FSRS_EASY)
        gain *= w[16];
    return m.stability_days * (1 + gain);
}

struct memory fsrs6_next(struct memory before, double days, enum fsrs_rating rating,
    const double w[FSRS6_PARAMS])
{
    double grade = (double)rating, stability;
    if (memory_is_new(before))
        return bounded(w[(int)rating - 1], first_difficulty(grade, w));
    double recall = fsrs6_recall(before, days, w);
    if (!(days > 0))
        stability = after_same_day(before.stability_days, grade, w);
    else if (rating == FSRS_AGAIN)
        stability = after_lapse(before, recall, w);
    else
        stability = after_success(before, recall, rating, w);
    return bounded(stability, next_difficulty(before.difficulty, grade, w));
}
