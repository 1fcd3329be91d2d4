#include "fsrs/evaluate.h"

#include "base/buf.h"
#include "fsrs/calibrate.h"
#include "fsrs/rating.h"
#include "fsrs/refit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

double *fsrs_predictions_make(const struct fsrs_history *history)
{
    double *recall = mem_zeroed(history->answer_count, sizeof *recall);
    for (size_t i = 0; i < history->answer_count; i++)
        recall[i] = nan("");
    return recall;
}

static void tell(const struct fsrs_fit_watch *watch, size_t done, size_t total)
{
    if (watch != NULL)
        watch->progress(watch->context, done, total);
}

/* ---- split in time ----------------------------------------------------------------------- */

/* The rank of the item before which `items` others lie; all answers if there is none. */
static size_t rank_of_item(const struct fsrs_history *history, size_t items)
{
    size_t rank = 0;
    for (; rank < history->answer_count; rank++) {
        if (!fsrs_answer_counts(&history->answers[history->in_time[rank]]))
            continue;
        if (items-- == 0)
            break;
    }
    return rank;
}

void fsrs_predict_split(const struct fsrs_history *history, size_t folds,
    const struct fsrs_predictor *predictor, const struct fsrs_fit_watch *watch,
    double *recall)
{
    size_t items = fsrs_history_items(history, SIZE_MAX), block = items / (folds + 1);
    size_t before = items - folds * block, known = rank_of_item(history, before), until;
    size_t done = 0, total = folds * before + block * (folds * (folds - 1) / 2);
    for (size_t fold = 0; fold < folds && block > 0; fold++, known = until) {
        tell(watch, done, total);
        done += before;
        before += block;
        until = rank_of_item(history, before);
        predictor->predict(history, known, until, recall);
    }
}

/* ---- as it really runs ------------------------------------------------------------------- */

/* So many answers that they have grown by that, and by one at least; but all at most. */
static size_t grown(size_t answers, double percent, size_t all)
{
    double more = ceil((double)answers * percent / 100);
    size_t next = answers + (more > 1 ? (size_t)more : 1);
    return next < all ? next : all;
}

static size_t work_of_refits(size_t first, double percent, size_t all)
{
    size_t work = 0;
    for (size_t known = first; known < all; known = grown(known, percent, all))
        work += known;
    return work;
}

/*
 * Sees to it that `past` has the first `answers` answers.  A refit goes through all that it is
 * given; given twice what it needs at most, it takes as long as its own answers do.
 */
static void reach(
    struct fsrs_history *past, const struct fsrs_history *history, size_t answers)
{
    if (answers <= past->answer_count)
        return;
    fsrs_history_release(past);
    fsrs_history_cut(past, history, 2 * answers);
}

/* Predicts that range from the past that has it, into the places of the whole. */
static void predict_next(const struct fsrs_history *history,
    const struct fsrs_history *past, size_t known, size_t until, const double *w,
    double *recall)
{
    double *said = fsrs_predictions_make(past);
    fsrs_predict_range(past, known, until, w, said);
    for (size_t rank = known; rank < until; rank++)
        recall[history->in_time[rank]] = said[past->in_time[rank]];
    free(said);
}

void fsrs_predict_refits(const struct fsrs_history *history, double percent, int threads,
    const struct fsrs_fit_watch *watch, double *recall)
{
    enum { SEED = 1 };
    double w[FSRS_PARAMS];
    struct fsrs_history past = { 0 };
    size_t all = history->answer_count, first = rank_of_item(history, 0), until;
    size_t done = 0, total = work_of_refits(first, percent, all);
    memcpy(w, fsrs_default_weights, sizeof w);
    for (size_t known = first; known < all; known = until) {
        until = grown(known, percent, all);
        tell(watch, done, total);
        reach(&past, history, until);
        fsrs_refit(w, &past, known, SEED, threads, w);
        predict_next(history, &past, known, until, w, recall);
        done += known;
    }
    fsrs_history_release(&past);
}

void fsrs_predictions_calibrate(const struct fsrs_history *history, double *recall)
{
    struct fsrs_calibration calibration;
    double *before = fsrs_predictions_make(history);
    fsrs_calibration_init(&calibration);
    fsrs_predict_range(history, 0, history->answer_count, fsrs_default_weights, before);
    fsrs_calibrate(history, before, &calibration, recall);
    free(before);
}

/* ---- what is scored ---------------------------------------------------------------------- */

/* An answer counts into reviews and lapses of its card if a day or more has passed. */
static bool is_long(const struct fsrs_answer *answer)
{
    return answer->elapsed_days >= 1;
}

struct gathering {
    const struct fsrs_history *history;
    const double *recall, *only;
    struct fsrs_prediction *predictions;
    size_t count;
};

static void gather_card(struct gathering *gathering, struct fsrs_card_history card)
{
    uint32_t reviews = 1, lapses = 0;
    for (size_t i = card.first; i < card.first + card.count; i++) {
        const struct fsrs_answer *answer = &gathering->history->answers[i];
        bool wanted = fsrs_answer_counts(answer) && !isnan(gathering->recall[i]) &&
                      (gathering->only == NULL || !isnan(gathering->only[i]));
        reviews += is_long(answer);
        if (wanted)
            gathering->predictions[gathering->count++] = (struct fsrs_prediction){
                .recall = gathering->recall[i],
                .days = (uint32_t)answer->elapsed_days,
                .reviews = reviews,
                .lapses = lapses,
                .remembered = answer->rating != FSRS_AGAIN,
            };
        lapses += is_long(answer) && answer->rating == FSRS_AGAIN;
    }
}

struct fsrs_prediction *fsrs_predictions_of(const struct fsrs_history *history,
    const double *recall, const double *only, size_t *count)
{
    struct gathering gathering = {
        .history = history,
        .recall = recall,
        .only = only,
        .predictions = mem_zeroed(history->answer_count, sizeof *gathering.predictions),
    };
    for (size_t i = 0; i < history->card_count; i++)
        gather_card(&gathering, history->cards[i]);
    *count = gathering.count;
    return gathering.predictions;
}

struct fsrs_score fsrs_score_predictions(
    const struct fsrs_history *history, const double *recall, const double *only)
{
    size_t count;
    struct fsrs_prediction *predictions =
        fsrs_predictions_of(history, recall, only, &count);
    struct fsrs_score score = fsrs_score_of(predictions, count);
    free(predictions);
    return score;
}
