/*
 * Fits the memory model to answers: to those of a file, or to one's own; of these it shows what
 * other dates it would bring, and asks.
 */
#include "cmd/optimize.h"

#include "base/file.h"
#include "cmd/model.h"
#include "fsrs/refit.h"
#include "fsrs/replay.h"
#include "ui/busy.h"
#include "ui/line.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

struct optimize_options {
    const char *reviews;
    bool yes, keep_dates;
};

static const struct opt optimize_opts[] = {
    { "reviews", 0, OPT_TEXT, offsetof(struct optimize_options, reviews), "FILE",
        "fit to the answers of this CSV file (-: standard input); print the weights" },
    { "keep-dates", 0, OPT_FLAG, offsetof(struct optimize_options, keep_dates), NULL,
        "the weights are for what comes; no card gets another date" },
    { "yes", 0, OPT_FLAG, offsetof(struct optimize_options, yes), NULL,
        "take weights and dates, and do not only say what they would change" },
    { .name = NULL },
};

/* ---- the fit ----------------------------------------------------------------------------- */

static double loss_of(const struct fsrs_history *history, size_t items, const double *w)
{
    return items > 0 ? fsrs_log_loss(history, SIZE_MAX, w) : nan("");
}

static void fit(struct app *app, const struct fsrs_history *history,
    const double *current, struct fitting *fitting)
{
    struct fsrs_fit_options options = fsrs_fit_options();
    struct model_watch watch;
    options.threads = model_threads();
    if (app->global.seed.given)
        options.seed = (uint64_t)app->global.seed.value;
    *fitting = (struct fitting){ .reviews = history->answer_count };
    model_watch_begin(app, &watch, "fitting ...");
    double begun_ms = model_clock_ms();
    fsrs_fit_proven(history, &options, &watch.watch, &fitting->result);
    fitting->seconds = (model_clock_ms() - begun_ms) / 1e3;
    size_t items = fitting->result.items;
    if (!optimize_is_fitted(fitting))
        memcpy(fitting->result.weights, current, sizeof fitting->result.weights);
    if (items == 0)
        fitting->nothing = model_why_nothing(history);
    fitting->published = loss_of(history, items, fsrs_default_weights);
    fitting->current = loss_of(history, items, current);
    fitting->fitted = loss_of(history, items, fitting->result.weights);
    model_watch_end();
}

/* ---- answers of a file ------------------------------------------------------------------- */

static int run_file(struct app *app, const struct call *call, const char *path)
{
    struct model_input input;
    struct fitting fitting;
    bool ok = model_read(app, path, call, 0, &input, &app->err);
    if (ok)
        fit(app, &input.history, fsrs_default_weights, &fitting);
    model_release(&input);
    if (!ok)
        return (int)app->err.kind;
    if (app->global.json)
        app_print_json(app, optimize_json(&fitting));
    else if (optimize_is_fitted(&fitting))
        optimize_show_weights(app, &fitting);
    else
        optimize_show_too_few(app, &fitting, "in this file");
    return optimize_is_fitted(&fitting) ? STATUS_DONE : STATUS_NO;
}

/* ---- what would change ------------------------------------------------------------------- */

static bool preview(struct app *app, const struct fitting *fitting,
    struct reschedule *reschedule, struct err *err)
{
    struct past past;
    struct day today = day_of(app_now(app), app->settings.day_start);
    if (!weights_past(&app->collection, &past, err))
        return false;
    reschedule_plan(&app->collection, &past, fitting->result.weights, today, reschedule);
    past_release(&past);
    return true;
}

/* ---- taking it --------------------------------------------------------------------------- */

/* Asks for a key, lower case; *pressed is 0 if there is none.  ERR_NO by ^C. */
static bool ask(bool days, char *pressed, struct err *err)
{
    struct buf key = { 0 };
    line_open(true);
    enum line_result result = line_key(
        days ? "take it? y: yes, d: by day, else: no > " : "take it? y: yes, else: no > ",
        &key);
    line_close();
    *pressed = result == LINE_TEXT ? (char)tolower((unsigned char)key.text[0]) : '\0';
    buf_release(&key);
    return result != LINE_INTERRUPT ||
           err_set(err, ERR_NO, "stopped; nothing was changed");
}

static bool decide(
    struct app *app, const struct reschedule *reschedule, bool *wanted, struct err *err)
{
    bool days = reschedule->count > 0 && !optimize_fits_days(app, reschedule);
    char key;
    bool ok = ask(days, &key, err);
    for (; ok && key == 'd'; ok = ask(days, &key, err))
        if (days)
            optimize_show_days(app, reschedule);
    *wanted = ok && key == 'y';
    return ok;
}

static bool take(struct app *app, const struct fitting *fitting,
    const struct reschedule *reschedule, struct err *err)
{
    struct weights_note note = {
        .answers = weights_answer_count(&app->collection), // even if few were fitted to
        .moved = reschedule->count,
        .loss_before = fitting->current,
        .loss = fitting->kept ? fitting->current : fitting->fitted,
    };
    memcpy(note.weights, fitting->result.weights, sizeof note.weights);
    if (!app_back_up(app, err))
        return false;
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

static int offer(struct app *app, const struct optimize_options *options,
    const struct fitting *fitting, const struct reschedule *reschedule)
{
    bool json = app->global.json, wanted = options->yes;
    bool asks = app_is_interactive(app) && !json && !wanted;
    if (!json)
        optimize_show_outlook(app, fitting, reschedule);
    if ((asks && !decide(app, reschedule, &wanted, &app->err)) ||
        (wanted && !take(app, fitting, reschedule, &app->err)))
        return (int)app->err.kind;
    if (json)
        optimize_print_json(app, fitting, reschedule, wanted);
    else
        report(app, asks, wanted);
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

static int refuse(struct app *app, const struct fitting *fitting,
    const struct reschedule *reschedule, bool selected)
{
    struct buf line = { 0 };
    if (app->global.json) {
        optimize_print_json(app, fitting, reschedule, false);
        return STATUS_NO;
    }
    if (!optimize_is_fitted(fitting)) {
        optimize_show_too_few(
            app, fitting, selected ? "among the cards selected" : "yet");
        return STATUS_NO;
    }
    buf_addf(&line,
        "nothing to change: the weights in use predict your %zu answers with an error of "
        "%.4f, a fit anew with %.4f; such a difference is no more than chance",
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

/* Where there is no progress there is nothing to take, and no file is made for it. */
static unsigned needs_of(const struct app *app, const struct optimize_options *options)
{
    bool takes = options->yes || (app_is_interactive(app) && !app->global.json);
    return takes && file_kind(app->progress_path) != FILE_ABSENT
               ? NEED_WRITE | BACKUP_LATER
               : NEED_READ;
}

static int run_own(
    struct app *app, const struct call *call, const struct optimize_options *options)
{
    struct model_input input;
    struct fitting fitting;
    struct reschedule reschedule = { 0 };
    bool ok = model_read(app, NULL, call, needs_of(app, options), &input, &app->err);
    if (ok)
        fit(app, &input.history, app->collection.weights, &fitting);
    model_release(&input);
    if (!ok)
        return (int)app->err.kind;
    keep_good_weights(&fitting, app->collection.weights);
    if (!preview(app, &fitting, &reschedule, &app->err))
        return (int)app->err.kind;
    if (options->keep_dates || fitting.result.items == 0)
        keep_dates(&reschedule);
    int status = fitting.kept && reschedule.count == 0
                     ? refuse(app, &fitting, &reschedule, call->count > 0)
                     : offer(app, options, &fitting, &reschedule);
    reschedule_release(&reschedule);
    return status;
}

/* ---- the whole --------------------------------------------------------------------------- */

static bool check_options(const struct optimize_options *options, struct err *err)
{
    return options->reviews == NULL || (!options->yes && !options->keep_dates) ||
           err_set(err, ERR_USAGE,
               "--reviews only prints weights; leave --yes and --keep-dates out");
}

static int run(struct app *app, const struct call *call)
{
    const struct optimize_options *options = call->options;
    if (!check_options(options, &app->err))
        return ERR_USAGE;
    return options->reviews != NULL ? run_file(app, call, options->reviews)
                                    : run_own(app, call, options);
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
