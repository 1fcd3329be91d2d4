/*
 * Fits the memory model to answers: to those of a file, or to one's own; of these it shows what
 * other dates it would bring, and asks.
 */
#include "cmd/model.h"

#include "fsrs/replay.h"
#include "session/reschedule.h"
#include "ui/busy.h"
#include "ui/layout.h"
#include "ui/line.h"
#include "ui/plot.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct optimize_options {
    const char *reviews;
    bool yes, keep_dates;
};

static const struct opt optimize_opts[] = {
    { "reviews", 0, OPT_TEXT, offsetof(struct optimize_options, reviews), "FILE",
        "fit to the answers of this CSV file, and only print the weights" },
    { "keep-dates", 0, OPT_FLAG, offsetof(struct optimize_options, keep_dates), NULL,
        "the weights are for what comes; no card gets another date" },
    { "yes", 0, OPT_FLAG, offsetof(struct optimize_options, yes), NULL,
        "take weights and dates, and do not only say what they would change" },
    { .name = NULL },
};

/* A fit, and what it is worth. */
struct fitting {
    struct fsrs_fit_result result;
    size_t reviews;
    double seconds;                    // of the fit alone
    double published, current, fitted; // log loss over all items, by these weights
    bool kept; // the weights in use are as good: `result` has them instead
};

/* ---- the fit ----------------------------------------------------------------------------- */

static bool fit(struct app *app, const struct fsrs_history *history,
    const double *current, struct fitting *fitting, struct err *err)
{
    struct fsrs_fit_options options = fsrs_fit_options();
    struct model_watch watch;
    options.threads = model_threads();
    if (app->global.seed.given)
        options.seed = (uint64_t)app->global.seed.value;
    *fitting = (struct fitting){ .reviews = history->answer_count };
    model_watch_begin(app, &watch, "fitting ...");
    double begun_ms = model_clock_ms();
    bool done = fsrs_fit(history, &options, &watch.watch, &fitting->result);
    fitting->seconds = (model_clock_ms() - begun_ms) / 1e3;
    if (done) {
        fitting->published = fsrs_log_loss(history, SIZE_MAX, fsrs_default_weights);
        fitting->current = fsrs_log_loss(history, SIZE_MAX, current);
        fitting->fitted = fsrs_log_loss(history, SIZE_MAX, fitting->result.weights);
    }
    model_watch_end();
    return done || err_set(err, ERR_NO, "stopped; the weights stay as they were");
}

static cJSON *fitting_json(const struct fitting *fitting)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "model", "FSRS-7");
    cJSON_AddItemToObject(object, "weights", model_weights_json(fitting->result.weights));
    cJSON_AddNumberToObject(object, "reviews", (double)fitting->reviews);
    cJSON_AddNumberToObject(object, "items", (double)fitting->result.items);
    cJSON_AddNumberToObject(object, "seconds", fitting->seconds);
    cJSON *loss = cJSON_AddObjectToObject(object, "log_loss");
    cJSON_AddNumberToObject(loss, "default", fitting->published);
    cJSON_AddNumberToObject(loss, "fitted", fitting->fitted);
    return object;
}

static void add_fitting(struct buf *out, const struct fitting *fitting)
{
    buf_addf(out,
        "fitted to %zu answers, %zu of them predictable, in %.2f s\n"
        "log loss %.4f by the published weights, %.4f fitted",
        fitting->reviews, fitting->result.items, fitting->seconds, fitting->published,
        fitting->fitted);
}

static void add_weights(struct buf *out, const double *weights)
{
    buf_add(out, "weights ");
    for (size_t i = 0; i < FSRS_PARAMS; i++)
        buf_addf(out, "%s%.4f", i > 0 ? ", " : "", weights[i]);
}

/* ---- answers of a file ------------------------------------------------------------------- */

static int run_file(struct app *app, const struct call *call, const char *path)
{
    struct model_input input;
    struct fitting fitting;
    struct buf line = { 0 };
    bool ok = model_read(app, path, call, 0, &input, &app->err) &&
              fit(app, &input.history, fsrs_default_weights, &fitting, &app->err);
    model_release(&input);
    if (!ok)
        return (int)app->err.kind;
    if (app->global.json) {
        app_print_json(app, fitting_json(&fitting));
        return STATUS_DONE;
    }
    add_fitting(&line, &fitting);
    buf_add_char(&line, '\n');
    add_weights(&line, fitting.result.weights);
    term_wrap(&app->out, STYLE_PLAIN, line.text, 0);
    buf_release(&line);
    return STATUS_DONE;
}

/* ---- what would change ------------------------------------------------------------------- */

static bool preview(struct app *app, const struct fitting *fitting,
    struct reschedule *reschedule, struct err *err)
{
    struct past past;
    struct day today = day_of(app_now(app), app->settings.day_start);
    if (!weights_past(&app->collection, &past, err))
        return false;
    struct memory *memories = weights_memories(&past, fitting->result.weights);
    reschedule_plan(
        &app->collection, memories, fitting->result.weights, today, reschedule);
    free(memories);
    past_release(&past);
    return true;
}

static cJSON *loads_json(const size_t loads[RESCHEDULE_DAYS])
{
    cJSON *array = cJSON_CreateArray();
    for (int i = 0; i < RESCHEDULE_DAYS; i++)
        cJSON_AddItemToArray(array, cJSON_CreateNumber((double)loads[i]));
    return array;
}

static void print_json(struct app *app, const struct fitting *fitting,
    const struct reschedule *reschedule, bool taken)
{
    cJSON *object = fitting_json(fitting);
    cJSON *loss = cJSON_GetObjectItemCaseSensitive(object, "log_loss");
    cJSON_AddNumberToObject(loss, "current", fitting->current);
    cJSON_AddNumberToObject(object, "moved", (double)reschedule->count);
    cJSON *due = cJSON_AddObjectToObject(object, "due");
    cJSON_AddItemToObject(due, "before", loads_json(reschedule->before));
    cJSON_AddItemToObject(due, "after", loads_json(reschedule->after));
    cJSON_AddBoolToObject(object, "taken", taken);
    app_print_json(app, object);
}

static void draw_loads(
    struct app *app, const struct reschedule *reschedule, struct day today)
{
    struct plot_bar bars[RESCHEDULE_DAYS];
    char labels[RESCHEDULE_DAYS][DAY_TEXT + 8], numbers[RESCHEDULE_DAYS][48];
    struct buf out = { 0 };
    for (int i = 0; i < RESCHEDULE_DAYS; i++) {
        struct day day = { today.number + 1 + i };
        char date[DAY_TEXT];
        day_format(day, date);
        snprintf(labels[i], sizeof labels[i], "%s %s", plot_weekday(day), date);
        snprintf(numbers[i], sizeof numbers[i], "%zu -> %3zu", reschedule->before[i],
            reschedule->after[i]);
        bars[i] =
            (struct plot_bar){ labels[i], numbers[i], (double)reschedule->after[i] };
    }
    plot_bars(&out, bars, RESCHEDULE_DAYS, 0, app->out.width);
    plot_paint(&app->out, out.text, 0);
    buf_release(&out);
}

static void show_outlook(
    struct app *app, const struct fitting *fitting, const struct reschedule *reschedule)
{
    struct buf line = { 0 };
    struct day today = day_of(app_now(app), app->settings.day_start);
    add_fitting(&line, fitting);
    buf_addf(&line, ", %.4f by those in use%s\n", fitting->current,
        fitting->kept ? ", which are as good and stay" : "");
    if (reschedule->count == 0)
        buf_addf(&line, "no card would get another date");
    else
        buf_addf(&line,
            "%zu of %zu cards in review would get another date: %zu earlier, %zu later",
            reschedule->count, reschedule->cards, reschedule->earlier, reschedule->later);
    term_wrap(&app->out, STYLE_PLAIN, line.text, 0);
    buf_release(&line);
    if (reschedule->count > 0) {
        term_raw(&app->out, STYLE_PLAIN, "\n");
        term_wrap(&app->out, STYLE_STRONG, "due by day, as it is -> as it would be", 0);
        draw_loads(app, reschedule, today);
    }
}

/* ---- taking it --------------------------------------------------------------------------- */

static bool is_wanted(struct app *app)
{
    struct buf key = { 0 };
    if (!app_is_interactive(app) || app->global.json)
        return false;
    line_open(true);
    enum line_result result = line_key("take it? y: yes, any other key: no > ", &key);
    line_close();
    bool yes = result == LINE_TEXT && (key.text[0] == 'y' || key.text[0] == 'Y');
    buf_release(&key);
    return yes;
}

static bool take(struct app *app, const struct fitting *fitting,
    const struct reschedule *reschedule, struct err *err)
{
    struct weights_note note = {
        .answers = fitting->reviews,
        .moved = reschedule->count,
        .loss_before = fitting->current,
        .loss = fitting->fitted,
    };
    memcpy(note.weights, fitting->result.weights, sizeof note.weights);
    busy_begin(&app->err_out, "saving ...");
    bool ok =
        weights_record(&app->collection, &note, reschedule->moves, app_now(app), err);
    busy_end();
    return ok;
}

static void report(struct app *app, bool asked, bool taken)
{
    if (taken)
        term_raw(&app->out, STYLE_PLAIN, "taken; `quaestor undo` takes it back\n");
    else
        term_raw(&app->out, STYLE_PLAIN,
            asked ? "nothing was changed\n"
                  : "nothing was changed; add --yes to take it\n");
}

static int decide(struct app *app, const struct optimize_options *options,
    const struct fitting *fitting, const struct reschedule *reschedule)
{
    bool json = app->global.json, asked = app_is_interactive(app) && !json;
    if (!json)
        show_outlook(app, fitting, reschedule);
    bool wanted = options->yes || is_wanted(app);
    if (wanted && !take(app, fitting, reschedule, &app->err))
        return (int)app->err.kind;
    if (json)
        print_json(app, fitting, reschedule, wanted);
    else
        report(app, asked, wanted);
    return STATUS_DONE;
}

/*
 * Any fit gains something on the very answers that it was fitted to: by chance half a nat for
 * each weight that they, against the prior, are free to move.  Less is not worth a change;
 * then only the dates are looked at, which may still be those of other weights.
 */
static void keep_good_weights(struct fitting *fitting, const double *current)
{
    enum { PRIOR_ITEMS = 400 };
    double chance = FSRS_PARAMS / 2.0 / (double)(fitting->result.items + PRIOR_ITEMS);
    fitting->kept = !(fitting->fitted < fitting->current - chance);
    if (fitting->kept)
        memcpy(fitting->result.weights, current, sizeof fitting->result.weights);
}

static int refuse(
    struct app *app, const struct fitting *fitting, const struct reschedule *reschedule)
{
    struct buf line = { 0 };
    if (app->global.json) {
        print_json(app, fitting, reschedule, false);
        return STATUS_NO;
    }
    if (fitting->result.items == 0)
        buf_add(
            &line, "nothing to fit to yet: that begins with the second answer to a card");
    else
        buf_addf(&line,
            "the weights in use predict your %zu answers as well: log loss %.4f, fitted "
            "anew %.4f; nothing to change",
            fitting->reviews, fitting->current, fitting->fitted);
    term_wrap(&app->out, STYLE_PLAIN, line.text, 0);
    buf_release(&line);
    return STATUS_NO;
}

static void keep_dates(struct reschedule *reschedule)
{
    reschedule->count = reschedule->earlier = reschedule->later = 0;
    memcpy(reschedule->after, reschedule->before, sizeof reschedule->after);
}

static int run_own(
    struct app *app, const struct call *call, const struct optimize_options *options)
{
    struct model_input input;
    struct fitting fitting;
    struct reschedule reschedule = { 0 };
    bool writes = options->yes || (app_is_interactive(app) && !app->global.json);
    bool ok =
        model_read(app, NULL, call, writes ? NEED_WRITE : NEED_READ, &input, &app->err) &&
        fit(app, &input.history, app->collection.weights, &fitting, &app->err);
    model_release(&input);
    if (!ok)
        return (int)app->err.kind;
    keep_good_weights(&fitting, app->collection.weights);
    if (!preview(app, &fitting, &reschedule, &app->err))
        return (int)app->err.kind;
    if (options->keep_dates)
        keep_dates(&reschedule);
    int status = fitting.kept && reschedule.count == 0
                     ? refuse(app, &fitting, &reschedule)
                     : decide(app, options, &fitting, &reschedule);
    reschedule_release(&reschedule);
    return status;
}

/* ---- the whole --------------------------------------------------------------------------- */

static int run(struct app *app, const struct call *call)
{
    const struct optimize_options *options = call->options;
    if (options->reviews == NULL)
        return run_own(app, call, options);
    if (!options->yes && !options->keep_dates)
        return run_file(app, call, options->reviews);
    err_set(&app->err, ERR_USAGE,
        "--reviews only prints weights; leave --yes and --keep-dates out");
    return ERR_USAGE;
}

const struct command cmd_optimize = {
    .name = "optimize",
    .group = "model",
    .args = "[OPTIONS] [SELECTOR...]",
    .summary = "fits the memory model to your answers; shows first what that changes",
    .notes = selector_notes,
    .opts = optimize_opts,
    .options_size = sizeof(struct optimize_options),
    .most = SIZE_MAX,
    .run = run,
};
