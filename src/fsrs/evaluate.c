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

static bool go_on(const struct fsrs_fit_watch *watch, size_t done, size_t total)
{
    return watch == NULL || watch->progress(watch->context, done, total);
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

bool fsrs_predict_split(const struct fsrs_history *history, size_t folds,
    const struct fsrs_predictor *predictor, const struct fsrs_fit_watch *watch,
    double *recall)
{
    size_t items = fsrs_history_items(history, SIZE_MAX), block = items / (folds + 1);
    for (size_t fold = 0; fold < folds && block > 0; fold++) {
        size_t known = rank_of_item(history, items - (folds - fold) * block);
        size_t until = rank_of_item(history, items - (folds - fold - 1) * block);
        if (!go_on(watch, fold, folds))
            return false;
        predictor->predict(history, known, until, recall);
    }
    return true;
}

/* ---- as it really runs ------------------------------------------------------------------- */

/* So many answers that they have grown by that, and by one at least. */
static size_t grown(size_t answers, double percent)
{
    double more = ceil((double)answers * percent / 100);
    return answers + (more > 1 ? (size_t)more : 1);
}

bool fsrs_predict_refits(const struct fsrs_history *history, double percent, int threads,
    const struct fsrs_fit_watch *watch, double *recall)
{
    double w[FSRS_PARAMS];
    size_t known = rank_of_item(history, 0), until;
    memcpy(w, fsrs_default_weights, sizeof w);
    for (bool fitted = false; known < history->answer_count;
         known = until, fitted = true) {
        until = grown(known, percent);
        if (until > history->answer_count)
            until = history->answer_count;
        if (!go_on(watch, known, history->answer_count))
            return false;
        if (fsrs_history_items(history, known) > 0)
            fsrs_refit(fitted ? w : NULL, history, known, 1, threads, w);
        fsrs_predict_range(history, known, until, w, recall);
    }
    return true;
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
