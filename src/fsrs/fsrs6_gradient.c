#include "fsrs/fsrs6_gradient.h"

#include <assert.h>
#include <math.h>

/* What the loss gains, on the way back, by a little more of each: d loss / d number. */
struct slopes {
    double stability, difficulty, recall;
};

/* One answer on the way back, between the memory before it and the one after. */
struct step {
    struct memory before;
    const struct fsrs6_answer *answer;
    double grade, recall;
    struct slopes slopes; // of the memory before, gathered here
};

/* The slope of a number that was brought into [low, high]. */
static double within(double slope, double number, double low, double high)
{
    return number < low || number > high ? 0 : slope;
}

static double within_stability(double slope, double stability)
{
    return within(slope, stability, FSRS6_MIN_STABILITY_DAYS, FSRS_MAX_DAYS);
}

static double within_difficulty(double slope, double difficulty)
{
    return within(slope, difficulty, FSRS_MIN_DIFFICULTY, FSRS_MAX_DIFFICULTY);
}

/* ---- difficulty -------------------------------------------------------------------------- */

/* Back to the weights from the first difficulty, before it was bounded. */
static void first_difficulty_back(
    double slope, double grade, const double *w, double *gradient)
{
    gradient[4] += slope;
    gradient[5] -= slope * (grade - 1) * exp(w[5] * (grade - 1));
}

static void difficulty_back(
    struct step *step, double slope, const double *w, double *gradient)
{
    double difficulty = step->before.difficulty;
    double by_grade = (10 - difficulty) * (3 - step->grade) / 9;
    double moved = difficulty + w[6] * by_grade, easy = w[4] - expm1(3 * w[5]);
    slope = within_difficulty(slope, w[7] * easy + (1 - w[7]) * moved);
    first_difficulty_back(slope * w[7], 4, w, gradient);
    gradient[6] += slope * (1 - w[7]) * by_grade;
    gradient[7] += slope * (easy - moved);
    step->slopes.difficulty += slope * (1 - w[7]) * (1 - w[6] * (3 - step->grade) / 9);
}

/* ---- stability --------------------------------------------------------------------------- */

static void same_day_back(
    struct step *step, double slope, const double *w, double *gradient)
{
    double stability = step->before.stability_days;
    double by_grade = step->grade - 3 + w[18];
    double gain = exp(w[17] * by_grade) * pow(stability, -w[19]);
    if (step->grade > 1 && gain < 1) {
        step->slopes.stability += slope;
        return;
    }
    slope = within_stability(slope, stability * gain);
    gradient[17] += slope * stability * gain * by_grade;
    gradient[18] += slope * stability * gain * w[17];
    gradient[19] -= slope * stability * gain * log(stability);
    step->slopes.stability += slope * gain * (1 - w[19]);
}

static void lapse_back(struct step *step, double slope, const double *w, double *gradient)
{
    double stability = step->before.stability_days, forgotten = 1 - step->recall;
    double scale = w[11] * pow(step->before.difficulty, -w[12]) * exp(forgotten * w[14]);
    double regained = scale * expm1(w[13] * log1p(stability));
    double most = stability / exp(w[17] * w[18]);
    slope = within_stability(slope, fmin(regained, most));
    if (most < regained) {
        gradient[17] -= slope * most * w[18];
        gradient[18] -= slope * most * w[17];
        step->slopes.stability += slope * most / stability;
        return;
    }
    double power = scale * exp(w[13] * log1p(stability));
    gradient[11] += slope * regained / w[11];
    gradient[12] -= slope * regained * log(step->before.difficulty);
    gradient[13] += slope * power * log1p(stability);
    gradient[14] += slope * regained * forgotten;
    step->slopes.stability += slope * power * w[13] / (1 + stability);
    step->slopes.difficulty -= slope * regained * w[12] / step->before.difficulty;
    step->slopes.recall -= slope * regained * w[14];
}

static void success_back(
    struct step *step, double slope, const double *w, double *gradient)
{
    double stability = step->before.stability_days, ease = 11 - step->before.difficulty;
    double forgotten = 1 - step->recall, grown = expm1(forgotten * w[10]);
    double factor = step->grade < 3 ? w[15] : step->grade > 3 ? w[16] : 1;
    double scale = exp(w[8]) * ease * pow(stability, 1 - w[9]);
    double learnt = scale * grown * factor;
    slope = within_stability(slope, stability + learnt);
    gradient[8] += slope * learnt;
    gradient[9] -= slope * learnt * log(stability);
    gradient[10] += slope * scale * factor * (grown + 1) * forgotten;
    if (step->grade < 3)
        gradient[15] += slope * scale * grown;
    if (step->grade > 3)
        gradient[16] += slope * scale * grown;
    step->slopes.stability += slope * (1 + (1 - w[9]) * learnt / stability);
    step->slopes.difficulty -= slope * learnt / ease;
    step->slopes.recall -= slope * scale * factor * (grown + 1) * w[10];
}

static void stability_back(
    struct step *step, double slope, const double *w, double *gradient)
{
    if (step->answer->days == 0)
        same_day_back(step, slope, w, gradient);
    else if (step->answer->rating == FSRS_AGAIN)
        lapse_back(step, slope, w, gradient);
    else
        success_back(step, slope, w, gradient);
}

/* ---- recall ------------------------------------------------------------------------------ */

/* R lies too far from 0 and 1 for a loss without bounds: boxes and whole days see to that. */
static double loss_slope(const struct fsrs6_answer *answer, double recall)
{
    if (answer->rating == FSRS_AGAIN)
        return answer->weight / (1 - recall);
    return -answer->weight / recall;
}

/* R = (1 + u)^-w20 with u = factor days / S, where the factor depends on w20, too. */
static void recall_back(struct step *step, const double *w, double *gradient)
{
    double factor = expm1(-log(0.9) / w[20]), stability = step->before.stability_days;
    double factor_slope = (factor + 1) * log(0.9) / (w[20] * w[20]);
    double per_stability = step->answer->days / stability, u = factor * per_stability;
    double slope = step->slopes.recall * step->recall;
    gradient[20] -= slope * (log1p(u) + w[20] / (1 + u) * per_stability * factor_slope);
    step->slopes.stability += slope * w[20] / (1 + u) * u / stability;
}

/* ---- a card ------------------------------------------------------------------------------ */

/* From the memory after an answer to the one before it. */
static struct slopes review_back(struct memory before, const struct fsrs6_answer *answer,
    struct slopes after, const double *w, double *gradient)
{
    struct step step = { .before = before, .answer = answer, .grade = answer->rating };
    if (answer->days > 0) {
        step.recall = fsrs6_recall(before, answer->days, w);
        step.slopes.recall = loss_slope(answer, step.recall);
    }
    stability_back(&step, after.stability, w, gradient);
    difficulty_back(&step, after.difficulty, w, gradient);
    if (answer->days > 0)
        recall_back(&step, w, gradient);
    return step.slopes;
}

static void first_back(const struct fsrs6_answer *answer, struct slopes after,
    const double *w, double *gradient)
{
    double grade = answer->rating;
    double slope = within_difficulty(after.difficulty, w[4] - expm1(w[5] * (grade - 1)));
    gradient[answer->rating - 1] += after.stability;
    first_difficulty_back(slope, grade, w, gradient);
}

void fsrs6_gradient_add(const struct fsrs6_answer *answers, size_t count,
    const double w[FSRS6_PARAMS], double gradient[FSRS6_PARAMS])
{
    struct memory before[FSRS6_MAX_ANSWERS + 1];
    struct slopes slopes = { 0 };
    assert(count > 0 && count <= FSRS6_MAX_ANSWERS);
    before[0] = (struct memory){ 0 };
    for (size_t i = 0; i < count; i++)
        before[i + 1] = fsrs6_next(
            before[i], answers[i].days, (enum fsrs_rating)answers[i].rating, w);
    for (size_t i = count - 1; i > 0; i--)
        slopes = review_back(before[i], &answers[i], slopes, w, gradient);
    first_back(&answers[0], slopes, w, gradient);
}
