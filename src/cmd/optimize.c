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
#include "ui/interrupt.h"
#include "ui/line.h"

#include <ctype.h>
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

static bool fail_stopped(struct err *err)
{
    return err_set(err, ERR_NO, "stopped; the weights stay as they were");
}

static bool check_interrupt(struct err *err)
{
    return !interrupt_came() || fail_stopped(err);
}

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
    bool done = fsrs_fit_proven(history, &options, &watch.watch, &fitting->result);
    fitting->seconds = (model_clock_ms() - begun_ms) / 1e3;
    if (done) {
        fitting->published = fsrs_log_loss(history, SIZE_MAX, fsrs_default_weights);
        fitting->current = fsrs_log_loss(history, SIZE_MAX, current);
        fitting->fitted = fsrs_log_loss(history, SIZE_MAX, fitting->result.weights);
    }
    model_watch_end();
    return check_interrupt(err) && done;
}

/* ---- answers of a file ------------------------------------------------------------------- */

/* Says that there is nothing to fit to, among the answers of ...; the status of that. */
static int refuse_empty(struct app *app, const char *among)
{
    struct buf line = { 0 };
    buf_addf(&line, "nothing to fit to %s: that begins with the second answer to a card",
        among);
    term_wrap(&app->out, STYLE_PLAIN, line.text, 0);
    buf_release(&line);
    return STATUS_NO;
}

/* What is typed into standard input is waited for: there ^C must end the program. */
static int run_file(struct app *app, const struct call *call, const char *path)
{
    struct model_input input;
    struct fitting fitting;
    bool ok = model_read(app, path, call, 0, &input, &app->err);
    interrupt_begin();
    ok = ok && fit(app, &input.history, fsrs_default_weights, &fitting, &app->err);
    interrupt_end();
    model_release(&input);
    if (!ok)
        return (int)app->err.kind;
    bool empty = fitting.result.items == 0;
    if (app->global.json)
        app_print_json(app, optimize_json(&fitting));
    else if (empty)
        return refuse_empty(app, "in this file");
    else
        optimize_show_weights(app, &fitting);
    return empty ? STATUS_NO : STATUS_DONE;
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
    return result != LINE_INTERRUPT || fail_stopped(err);
}

static bool decide(
    struct app *app, const struct reschedule *reschedule, bool *wanted, struct err *err)
{
    bool days = reschedule->count > 0 && !optimize_fits_days(app, reschedule);
    char key;
    bool ok = ask(days, &key, err);
    for (; ok && days && key == 'd'; ok = ask(days, &key, err))
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
    if (fitting->result.items == 0)
        return refuse_empty(app, selected ? "among the cards selected" : "yet");
    buf_addf(&line,
        "the weights in use predict your %zu answers as well: prediction error %.4f, "
        "fitted anew %.4f; nothing to change",
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
    bool ok = model_read(app, NULL, call, needs_of(app, options), &input, &app->err) &&
              fit(app, &input.history, app->collection.weights, &fitting, &app->err);
    model_release(&input);
    if (!ok)
        return (int)app->err.kind;
    keep_good_weights(&fitting, app->collection.weights);
    if (!preview(app, &fitting, &reschedule, &app->err))
        return (int)app->err.kind;
    if (options->keep_dates || fitting.result.items == 0)
        keep_dates(&reschedule);
    int status = !check_interrupt(&app->err) ? STATUS_NO
                 : fitting.kept && reschedule.count == 0
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
    if (options->reviews != NULL)
        return run_file(app, call, options->reviews);
    interrupt_begin();
    int status = run_own(app, call, options);
    interrupt_end();
    return status;
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
