#include "fsrs/refit.h"

#include "fsrs/replay.h"

#include <math.h>
#include <string.h>

enum { FIRST_FIT = FSRS_LEAST_ITEMS, FEW_ITEMS = 2000 };

/* What is fitted, and by whom. */
struct job {
    const struct fsrs_history *history;
    uint64_t seed;
    int threads;
};

/* Fits to the first `answers` answers. */
static void fit(const struct job *job, struct fsrs_fit_options options, size_t answers,
    double weights[FSRS_PARAMS])
{
    struct fsrs_fit_result result;
    options.answers = answers;
    options.seed = job->seed;
    options.threads = job->threads;
    fsrs_fit(job->history, &options, NULL, &result);
    memcpy(weights, result.weights, sizeof result.weights);
}

/* ---- probation --------------------------------------------------------------------------- */

/* Each fit of a probation has a fifth more answers than the one before. */
static size_t next_fit(size_t known, size_t answers)
{
    size_t next = known > 0 ? known + known / 5 : FIRST_FIT;
    return next < answers ? next : answers;
}

/* By how many nats these predict the answers [known, until) better than the published. */
static double gain_of(
    const struct fsrs_history *history, size_t known, size_t until, const double *w)
{
    return fsrs_loss_between(history, known, until, fsrs_default_weights) -
           fsrs_loss_between(history, known, until, w);
}

/*
 * The share of the say that a gain earns.  As odds it begins at one to nine and grows with
 * every nat, as those of one hypothesis against another do; only a part of the gain counts,
 * because the answers of one day go together.
 */
static double share_of(double gain)
{
    static const double first_odds = 1.0 / 9, part_that_counts = 0.6;
    return 1 / (1 + exp(-part_that_counts * gain) / first_odds);
}

static void refit_on_probation(
    const struct job *job, size_t answers, double weights[FSRS_PARAMS])
{
    enum { EPOCHS = 5 };
    size_t all = job->history->answer_count, end = answers < all ? answers : all;
    double w[FSRS_PARAMS], gain = 0;
    struct fsrs_fit_options options = fsrs_fit_options();
    memcpy(w, fsrs_default_weights, sizeof w);
    memcpy(weights, w, sizeof w);
    if (fsrs_history_items(job->history, end) < FSRS_LEAST_ITEMS)
        return;
    for (size_t known = 0; known < end;) {
        size_t next = next_fit(known, end);
        gain += gain_of(job->history, known, next, w);
        fit(job, options, next, w);
        options = fsrs_refit_options(w);
        options.epochs = EPOCHS;
        known = next;
    }
    double share = share_of(gain);
    for (size_t i = 0; i < FSRS_PARAMS; i++)
        weights[i] = fsrs_default_weights[i] + share * (w[i] - fsrs_default_weights[i]);
    fsrs_weights_clip(weights); // what rounding may have left outside
}

/* ---- fresh weights ----------------------------------------------------------------------- */

void fsrs_refit(const double old[FSRS_PARAMS], const struct fsrs_history *history,
    size_t answers, uint64_t seed, int threads, double weights[FSRS_PARAMS])
{
    struct job job = { history, seed, threads };
    if (fsrs_history_items(history, answers) < FEW_ITEMS)
        refit_on_probation(&job, answers, weights);
    else
        fit(&job, old ? fsrs_refit_options(old) : fsrs_fit_options(), answers, weights);
}

void fsrs_fit_proven(const struct fsrs_history *history,
    const struct fsrs_fit_options *options, const struct fsrs_fit_watch *watch,
    struct fsrs_fit_result *result)
{
    struct job job = { history, options->seed, options->threads };
    size_t items = fsrs_history_items(history, options->answers);
    *result = (struct fsrs_fit_result){ .items = items };
    if (items < FEW_ITEMS)
        refit_on_probation(&job, options->answers, result->weights);
    else
        fsrs_fit(history, options, watch, result);
}

bool fsrs_refit_due(size_t fitted, size_t answers)
{
    if (answers < FIRST_FIT)
        return false;
    return (double)answers >= 1.05 * (double)fitted || answers < fitted;
}
