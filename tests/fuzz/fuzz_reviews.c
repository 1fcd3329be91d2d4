/*
 * Any bytes as a file of answers: refused with a place, or answers that can be fitted to and
 * predicted.
 */
#include "exchange/reviews.h"
#include "fsrs/evaluate.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_predictions(const struct answers *answers)
{
    struct fsrs_history history;
    fsrs_history_build(&history, answers->events, answers->count, answers->card_count);
    double *recall = fsrs_predictions_make(&history);
    fsrs_predict_split(&history, 2, &fsrs_predictor_fitted, NULL, recall);
    for (size_t i = 0; i < history.answer_count; i++)
        assert(isnan(recall[i]) || (recall[i] > 0 && recall[i] < 1));
    struct fsrs_score score = fsrs_score_predictions(&history, recall, NULL);
    assert(score.items == 0 || isfinite(score.log_loss));
    free(recall);
    fsrs_history_release(&history);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct buf text = { 0 };
    struct answers answers;
    struct err err;
    buf_add_bytes(&text, (const char *)data, size);
    struct source source = { .name = "fuzz", .text = buf_text(&text), .len = text.len };
    if (reviews_parse(&answers, &source, &err))
        check_predictions(&answers);
    else
        assert(err.line >= 1 && err.column >= 1 && err.message[0] != '\0');
    answers_release(&answers);
    buf_release(&text);
    return 0;
}
