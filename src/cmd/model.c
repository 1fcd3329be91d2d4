#include "cmd/model.h"

#include "base/file.h"
#include "cmd/card.h"
#include "exchange/reviews.h"
#include "session/weights.h"
#include "ui/busy.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* ---- answers ----------------------------------------------------------------------------- */

static const char reading[] = "reading answers ...";

static bool read_progress(struct app *app, const struct call *call, unsigned needs,
    struct answers *answers, struct err *err)
{
    bool orphans;
    if (!app_provide(app, needs | NEED_DECKS | NEED_FILES, call->words, call->count, err))
        return false;
    bool *selected = selection_of(app, call->words, call->count, &orphans, err);
    if (selected == NULL)
        return false;
    busy_begin(&app->err_out, reading);
    bool ok = answers_of_progress(
        answers, &app->collection, selected, orphans || call->count == 0, err);
    busy_end();
    free(selected);
    return ok;
}

static bool read_file(
    struct app *app, const char *path, struct answers *answers, struct err *err)
{
    busy_begin(&app->err_out, reading);
    bool ok = reviews_load(answers, path, err);
    busy_end();
    return ok;
}

bool model_read(struct app *app, const char *reviews, const struct call *call,
    unsigned needs, struct model_input *input, struct err *err)
{
    *input = (struct model_input){ 0 };
    if (reviews != NULL && call->count > 0)
        return err_set(err, ERR_USAGE,
            "--reviews takes all answers of its file, and '%s' selects some of yours; "
            "say "
            "one of them",
            call->words[0]);
    bool ok = reviews != NULL ? read_file(app, reviews, &input->answers, err)
                              : read_progress(app, call, needs, &input->answers, err);
    if (ok)
        fsrs_history_build(&input->history, input->answers.events, input->answers.count,
            input->answers.card_count);
    return ok;
}

void model_release(struct model_input *input)
{
    answers_release(&input->answers);
    fsrs_history_release(&input->history);
}

const char *model_why_nothing(const struct fsrs_history *history)
{
    for (size_t i = 0; i < history->card_count; i++)
        if (history->cards[i].count > 1)
            return "no time passed between the answers to a card";
    return "that begins with the second answer to a card";
}

/* ---- weights ----------------------------------------------------------------------------- */

/* Outside its box by more than rounding may bring, a weight is a mistake. */
static bool check_weight(
    struct json *json, const cJSON *item, size_t index, struct err *err)
{
    const double rounding = 1e-4;
    const struct fsrs_weight *weight = &fsrs_weight_table[index];
    double value = item->valuedouble;
    if (value >= weight->min - rounding && value <= weight->max + rounding)
        return true;
    return err_at(err, &json->source, json_offset(item),
        "weight %zu of %d (%s) must be from %g to %g, not %g", index + 1, FSRS_PARAMS,
        weight->role, weight->min, weight->max, value);
}

static bool take_weights(struct json *json, double *weights, struct err *err)
{
    const cJSON *array = json->root;
    if (cJSON_IsObject(array))
        array = cJSON_GetObjectItemCaseSensitive(array, "weights");
    if (array == NULL || !cJSON_IsArray(array))
        return err_at(err, &json->source, json_offset(json->root),
            "weights are an array of %d numbers", FSRS_PARAMS);
    if (cJSON_GetArraySize(array) != FSRS_PARAMS)
        return err_at(err, &json->source, json_offset(array),
            "FSRS-7 has %d weights, and these are %d; other models' cannot be converted",
            FSRS_PARAMS, cJSON_GetArraySize(array));
    const cJSON *item;
    size_t count = 0;
    cJSON_ArrayForEach(item, array)
    {
        if (!cJSON_IsNumber(item))
            return err_at(
                err, &json->source, json_offset(item), "a weight must be a number");
        if (!check_weight(json, item, count, err))
            return false;
        weights[count++] = item->valuedouble;
    }
    fsrs_weights_clip(weights);
    return true;
}

bool model_load_weights(const char *path, double *weights, struct err *err)
{
    enum { FILE_LIMIT = 1024 * 1024 };
    struct buf text = { 0 };
    struct json json;
    bool ok = file_read(path, FILE_LIMIT, &text, err);
    if (ok) {
        struct source source = { .name = path, .text = buf_text(&text), .len = text.len };
        ok = json_parse(source, &json, err);
        if (ok) {
            ok = take_weights(&json, weights, err);
            json_release(&json);
        }
    }
    buf_release(&text);
    return ok;
}

/* ---- how long it takes ------------------------------------------------------------------- */

int model_threads(void)
{
    enum { MOST_THREADS = 8 };
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    return processors < 1              ? 1
           : processors < MOST_THREADS ? (int)processors
                                       : MOST_THREADS;
}

double model_clock_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

enum { SAY_EVERY_MS = 200, SURE_AFTER_MS = 500 };

/* "fitting ... 40 %, 12 s left" */
static void tell(void *context, size_t done, size_t total)
{
    struct model_watch *watch = context;
    char words[64];
    int64_t now_ms = (int64_t)model_clock_ms(), spent_ms = now_ms - watch->begun_ms;
    if (done == 0)
        watch->begun_ms =
            now_ms; // what came before does not tell how long the rest takes
    if (now_ms - watch->said_ms < SAY_EVERY_MS || done == 0)
        return;
    watch->said_ms = now_ms;
    double part = (double)done / (double)total;
    int len = snprintf(words, sizeof words, "%s %.0f %%", watch->words, 100 * part);
    if (spent_ms > SURE_AFTER_MS)
        snprintf(words + len, sizeof words - (size_t)len, ", %.0f s left",
            ceil((double)spent_ms / 1e3 * (1 - part) / part));
    busy_say(words);
}

void model_watch_begin(struct app *app, struct model_watch *watch, const char *words)
{
    *watch = (struct model_watch){ .words = words };
    watch->begun_ms = watch->said_ms = (int64_t)model_clock_ms();
    watch->watch = (struct fsrs_fit_watch){ tell, watch };
    busy_begin(&app->err_out, words);
}

void model_watch_end(void)
{
    busy_end();
}

/* ---- by themselves ----------------------------------------------------------------------- */

void model_refit(struct app *app)
{
    bool fitted;
    struct err err;
    struct buf text = { 0 };
    busy_begin(&app->err_out, "fitting the memory model ...");
    bool ok = weights_refit(&app->collection, app_clock(app), &fitted, &err);
    busy_end();
    if (!ok)
        buf_addf(&text, "note: the memory model was not fitted anew: %s\n", err.message);
    else if (fitted && !app->global.json)
        buf_addf(&text, " Memory model refitted to %zu answers.\n",
            app->collection.fitted_answers);
    term_text(ok ? &app->out : &app->err_out, STYLE_PLAIN, buf_text(&text));
    buf_release(&text);
}

/* ---- JSON -------------------------------------------------------------------------------- */

cJSON *model_number(double number)
{
    return isnan(number) ? cJSON_CreateNull() : cJSON_CreateNumber(number);
}

void model_add_score(cJSON *object, const struct fsrs_score *score)
{
    cJSON_AddNumberToObject(object, "items", (double)score->items);
    cJSON_AddItemToObject(object, "log_loss", model_number(score->log_loss));
    cJSON_AddItemToObject(object, "log_loss_days", model_number(score->days_loss));
    cJSON_AddItemToObject(object, "rmse_bins", model_number(score->rmse_bins));
    cJSON_AddItemToObject(object, "auc", model_number(score->auc));
}

cJSON *model_weights_json(const double *weights)
{
    return cJSON_CreateDoubleArray(weights, FSRS_PARAMS);
}
