/*
 * What the commands about the memory model share: which answers, how long it takes, scores.
 */
#ifndef CMD_MODEL_H
#define CMD_MODEL_H

#include "base/json.h"
#include "cmd/app.h"
#include "cmd/command.h"
#include "fsrs/evaluate.h"
#include "session/answers.h"

#include <stdbool.h>

/* Answers, and the same as numbers. */
struct model_input {
    struct answers answers;
    struct fsrs_history history;
};

/*
 * Reads the answers of a file, or, where `reviews` is NULL, those of the learner to the cards
 * that the words select; then decks and progress are open as `needs` says.
 */
MUST_USE bool model_read(struct app *app, const char *reviews, const struct call *call,
    unsigned needs, struct model_input *input, struct err *err);
void model_release(struct model_input *input);

/* Why nothing of that history can be predicted, where that is so; one line of words. */
const char *model_why_nothing(const struct fsrs_history *history);

/* Reads weights: an array of 34 numbers, or an object with such an array as "weights". */
MUST_USE bool model_load_weights(const char *path, double *weights, struct err *err);

/* Tells how far a fit is, and how much longer it takes; begin and end frame it. */
struct model_watch {
    const char *words;
    int64_t begun_ms, said_ms;
    struct fsrs_fit_watch watch;
};

void model_watch_begin(struct app *app, struct model_watch *watch, const char *words);
void model_watch_end(void);

/*
 * What a session does at its end: what was answered teaches the memory model too.  Says so,
 * in a line of the summary; if it fails, that is told, and nothing is lost.
 */
void model_refit(struct app *app);

/* How many threads a fit may use here; they change nothing but the time. */
int model_threads(void);

/* Milliseconds of a clock that is never set. */
double model_clock_ms(void);

/* A number, null for NAN. */
cJSON *model_number(double number);

/* Adds "items", "log_loss", "log_loss_days" (a day and more apart), "rmse_bins", "auc". */
void model_add_score(cJSON *object, const struct fsrs_score *score);

cJSON *model_weights_json(const double *weights);

#endif
