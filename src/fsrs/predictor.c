#include "fsrs/predictor.h"

#include "base/buf.h"
#include "base/day.h"
#include "fsrs/fsrs6_fit.h"
#include "fsrs/model.h"
#include "fsrs/optimise.h"
#include "fsrs/sm2.h"

#include <math.h>
#include <stdlib.h>

/* ---- a card's memory, step by step ------------------------------------------------------- */

/* A model of one card; `days` are true days, or study days where it knows no others. */
struct model {
    const double *w;
    const int32_t *study_days; // by place; NULL: true days
    double (*recall)(struct memory memory, double days, const double *w);
    struct memory (*next)(
        struct memory before, double days, enum fsrs_rating rating, const double *w);
};

/* What was answered is neither certain nor impossible. */
static double possible(double recall)
{
    return fmin(fmax(recall, 1e-5), 1 - 1e-5);
}

/* Days to learn from. */
static double days_before(
    const struct model *model, const struct fsrs_history *history, size_t place)
{
    if (model->study_days == NULL)
        return history->answers[place].elapsed_days;
    return model->study_days[place] - model->study_days[place - 1];
}

static void predict_card(const struct model *model, const struct fsrs_history *history,
    struct fsrs_card_history card, size_t known, size_t until, double *recall)
{
    struct memory memory = { 0 };
    for (size_t i = card.first; i < card.first + card.count; i++) {
        const struct fsrs_answer *answer = &history->answers[i];
        double days = i > card.first ? days_before(model, history, i) : 0;
        if (answer->rank >= until)
            return;
        if (answer->rank >= known && i > card.first) // within a day, time still passes
            recall[i] = possible(
                model->recall(memory, days > 0 ? days : answer->elapsed_days, model->w));
        memory = model->next(memory, days, (enum fsrs_rating)answer->rating, model->w);
    }
}

/* Has the card answers to predict? */
static bool has_answers(const struct fsrs_history *history, struct fsrs_card_history card,
    size_t known, size_t until)
{
    size_t next = fsrs_history_known(history, card, known);
    return next < card.count && history->answers[card.first + next].rank < until;
}

static void predict_cards(const struct model *model, const struct fsrs_history *history,
    size_t known, size_t until, double *recall)
{
    for (size_t i = 0; i < history->card_count; i++)
        if (has_answers(history, history->cards[i], known, until))
            predict_card(model, history, history->cards[i], known, until, recall);
}

/* ---- FSRS-7 ------------------------------------------------------------------------------ */

void fsrs_predict_range(const struct fsrs_history *history, size_t known, size_t until,
    const double *w, double *recall)
{
    struct model model = { .w = w, .recall = fsrs_recall, .next = fsrs_next };
    predict_cards(&model, history, known, until, recall);
}

static void predict_fitted(
    const struct fsrs_history *history, size_t known, size_t until, double *recall)
{
    struct fsrs_fit_options options = fsrs_fit_options();
    struct fsrs_fit_result result;
    options.answers = known;
    fsrs_fit(history, &options, NULL, &result);
    fsrs_predict_range(history, known, until, result.weights, recall);
}

static void predict_published(
    const struct fsrs_history *history, size_t known, size_t until, double *recall)
{
    fsrs_predict_range(history, known, until, fsrs_default_weights, recall);
}

const struct fsrs_predictor fsrs_predictor_fitted = { "FSRS-7, fitted by block",
    "each block of time predicted by a fit to all answers before it", predict_fitted };
const struct fsrs_predictor fsrs_predictor_published = { "FSRS-7, published weights",
    "those for everyone, which know none of these answers", predict_published };

/* ---- study days -------------------------------------------------------------------------- */

enum { HOURS = 24 };

int fsrs_quiet_hour(const struct fsrs_history *history)
{
    size_t by_hour[HOURS] = { 0 };
    int quietest = 0;
    for (size_t i = 0; i < history->answer_count; i++)
        by_hour[(history->answers[i].at_ms % DAY_MS + DAY_MS) % DAY_MS / HOUR_MS]++;
    for (int hour = 1; hour < HOURS; hour++)
        if (by_hour[hour] < by_hour[quietest])
            quietest = hour;
    return quietest;
}

int32_t *fsrs_study_days(const struct fsrs_history *history)
{
    int32_t *days = mem_zeroed(history->answer_count, sizeof *days);
    int64_t cut = (int64_t)fsrs_quiet_hour(history) * HOUR_MS;
    for (size_t i = 0; i < history->answer_count; i++)
        days[i] = (int32_t)floor((double)(history->answers[i].at_ms - cut) / DAY_MS);
    return days;
}

/* ---- forerunners ------------------------------------------------------------------------- */

void fsrs6_predict_range(const struct fsrs_history *history, const int32_t *days,
    size_t known, size_t until, const double *w, double *recall)
{
    struct model model = { w, days, fsrs6_recall, fsrs6_next };
    predict_cards(&model, history, known, until, recall);
}

static void predict_fsrs6(
    const struct fsrs_history *history, size_t known, size_t until, double *recall)
{
    int32_t *days = fsrs_study_days(history);
    double w[FSRS6_PARAMS];
    fsrs6_fit(history, days, known, w);
    fsrs6_predict_range(history, days, known, until, w, recall);
    free(days);
}

static void predict_fsrs6_published(
    const struct fsrs_history *history, size_t known, size_t until, double *recall)
{
    int32_t *days = fsrs_study_days(history);
    fsrs6_predict_range(history, days, known, until, fsrs6_default_weights, recall);
    free(days);
}

static double recall_sm2(struct memory memory, double days, const double *w)
{
    (void)w;
    return sm2_recall(memory, days);
}

static struct memory next_sm2(
    struct memory before, double days, enum fsrs_rating rating, const double *w)
{
    (void)days;
    (void)w;
    return sm2_next(before, rating);
}

static void predict_sm2(
    const struct fsrs_history *history, size_t known, size_t until, double *recall)
{
    int32_t *days = fsrs_study_days(history);
    struct model model = { NULL, days, recall_sm2, next_sm2 };
    predict_cards(&model, history, known, until, recall);
    free(days);
}

/* The share remembered so far; a half of no answers. */
static double share_remembered(const struct fsrs_history *history, size_t known)
{
    double remembered = 1, all = 2;
    for (size_t i = 0; i < known; i++) {
        const struct fsrs_answer *answer = &history->answers[history->in_time[i]];
        remembered += fsrs_answer_counts(answer) && answer->rating != FSRS_AGAIN;
        all += fsrs_answer_counts(answer);
    }
    return remembered / all;
}

static double recall_constant(struct memory memory, double days, const double *w)
{
    (void)memory;
    (void)days;
    return w[0];
}

static void predict_constant(
    const struct fsrs_history *history, size_t known, size_t until, double *recall)
{
    double share = share_remembered(history, known);
    struct model model = { .w = &share, .recall = recall_constant, .next = next_sm2 };
    predict_cards(&model, history, known, until, recall);
}

const struct fsrs_predictor fsrs_predictor_fsrs6 = { "FSRS-6, fitted by block",
    "each block of time predicted by a fit to all answers before it", predict_fsrs6 };
const struct fsrs_predictor fsrs_predictor_fsrs6_published = {
    "FSRS-6, published weights", "those for everyone, which know none of these answers",
    predict_fsrs6_published
};
const struct fsrs_predictor fsrs_predictor_sm2 = { "SM-2",
    "P. Wozniak's rule of 1987, in which nothing is fitted", predict_sm2 };
const struct fsrs_predictor fsrs_predictor_constant = { "share remembered so far",
    "one number for all cards, counted anew before each block", predict_constant };
