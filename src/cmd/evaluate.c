/*
 * How well recall is predicted: one way of predicting, scored, or several side by side.
 *
 * Every prediction is made before its answer is seen, except with fixed weights, which may
 * have been fitted to anything.
 */
#include "cmd/evaluate.h"

#include "exchange/output.h"
#include "exchange/table.h"
#include "fsrs/calibrate.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

struct evaluate_options {
    const char *reviews, *weights, *predictions;
    struct opt_number split, refit;
    bool calibrate, models;
};

#define OPTION(field) offsetof(struct evaluate_options, field)

static const struct opt evaluate_opts[] = {
    { "reviews", 0, OPT_TEXT, OPTION(reviews), "FILE",
        "the answers of this CSV file instead of yours" },
    { "weights", 0, OPT_TEXT, OPTION(weights), "FILE",
        "predict by these weights, a JSON array" },
    { "split", 0, OPT_NUMBER, OPTION(split), "K",
        "K blocks in time, each predicted by a fit to all before it" },
    { "refit", 0, OPT_NUMBER, OPTION(refit), "PERCENT",
        "as it really runs: fit anew when the answers have grown by that" },
    { "calibrate", 0, OPT_FLAG, OPTION(calibrate), NULL,
        "correct each prediction by how the answers before it went" },
    { "models", 0, OPT_FLAG, OPTION(models), NULL,
        "all ways and other models side by side; so without any option" },
    { "predictions", 0, OPT_TEXT, OPTION(predictions), "FILE",
        "write each predicted answer to this new CSV file" },
    { .name = NULL },
};

enum { PLAIN_SPLIT = 5, PLAIN_REFIT = 5, MOST_SPLIT = 1000 };

static void add_way(struct evaluation *evaluation, const char *name, const char *about,
    const double *recall)
{
    evaluation->ways[evaluation->way_count++] = (struct way){ name, about,
        fsrs_score_predictions(&evaluation->input.history, recall, evaluation->recall) };
}

/* ---- one way ----------------------------------------------------------------------------- */

static bool predict_fixed(
    const struct fsrs_history *history, const char *path, double *recall, struct err *err)
{
    double w[FSRS_PARAMS];
    memcpy(w, fsrs_default_weights, sizeof w);
    if (path != NULL && !model_load_weights(path, w, err))
        return false;
    fsrs_predict_range(history, 0, history->answer_count, w, recall);
    return true;
}

/* What one runs with, before there is anything to fit to. */
static void calibrate(const struct fsrs_history *history, double *recall)
{
    struct fsrs_calibration calibration;
    double *before = fsrs_predictions_make(history);
    fsrs_calibration_init(&calibration);
    fsrs_predict_range(history, 0, history->answer_count, fsrs_default_weights, before);
    fsrs_calibrate(history, before, &calibration, recall);
    free(before);
}

static bool cancelled(struct err *err)
{
    return err_set(err, ERR_NO, "stopped");
}

static bool predict_one(struct app *app, const struct evaluate_options *options,
    struct evaluation *evaluation, struct way *way, struct err *err)
{
    const struct fsrs_history *history = &evaluation->input.history;
    struct model_watch watch;
    bool done = true;
    *way = (struct way){ .name = "FSRS-7", .about = "weights as given" };
    if (!options->split.given && !options->refit.given) {
        if (options->weights == NULL)
            way->about = "weights as published";
        return predict_fixed(history, options->weights, evaluation->recall, err);
    }
    model_watch_begin(app, &watch, "fitting ...");
    if (options->split.given) {
        way->about = "each block predicted by a fit to all before it";
        done = fsrs_predict_split(history, (size_t)options->split.value,
            &fsrs_predictor_fitted, &watch.watch, evaluation->recall);
    } else {
        way->about = "fitted anew as the answers grow";
        done = fsrs_predict_refits(history, (double)options->refit.value, model_threads(),
            &watch.watch, evaluation->recall);
    }
    model_watch_end();
    return done || cancelled(err);
}

static bool evaluate_one(struct app *app, const struct evaluate_options *options,
    struct evaluation *evaluation, struct err *err)
{
    struct way way;
    if (!predict_one(app, options, evaluation, &way, err))
        return false;
    add_way(evaluation, way.name, way.about, evaluation->recall);
    if (!options->calibrate)
        return true;
    calibrate(&evaluation->input.history, evaluation->recall);
    add_way(evaluation, "calibrated", "and corrected by how it went", evaluation->recall);
    return true;
}

/* ---- side by side ------------------------------------------------------------------------ */

static bool add_refits(struct app *app, struct evaluation *evaluation, struct err *err)
{
    const struct fsrs_history *history = &evaluation->input.history;
    struct model_watch watch;
    double *recall = fsrs_predictions_make(history);
    model_watch_begin(app, &watch, "fitting anew ...");
    bool done =
        fsrs_predict_refits(history, PLAIN_REFIT, model_threads(), &watch.watch, recall);
    model_watch_end();
    if (done) {
        add_way(
            evaluation, "refitted", "FSRS-7 fitted anew at every 5 % of growth", recall);
        calibrate(history, recall);
        add_way(evaluation, "calibrated", "and corrected by how it went", recall);
    }
    free(recall);
    return done || cancelled(err);
}

static bool add_split(struct app *app, struct evaluation *evaluation,
    const struct fsrs_predictor *predictor, double *recall, struct err *err)
{
    struct model_watch watch;
    model_watch_begin(app, &watch, "fitting ...");
    bool done = fsrs_predict_split(
        &evaluation->input.history, PLAIN_SPLIT, predictor, &watch.watch, recall);
    model_watch_end();
    if (!done)
        return cancelled(err);
    add_way(evaluation, predictor->name, predictor->about, recall);
    return true;
}

static bool evaluate_all(struct app *app, struct evaluation *evaluation, struct err *err)
{
    static const struct fsrs_predictor *const others[] = { &fsrs_predictor_published,
        &fsrs_predictor_fsrs6, &fsrs_predictor_fsrs6_published, &fsrs_predictor_sm2,
        &fsrs_predictor_constant };
    bool done =
        add_split(app, evaluation, &fsrs_predictor_fitted, evaluation->recall, err) &&
        add_refits(app, evaluation, err);
    for (size_t i = 0; done && i < sizeof others / sizeof *others; i++) {
        double *recall = fsrs_predictions_make(&evaluation->input.history);
        done = add_split(app, evaluation, others[i], recall, err);
        free(recall);
    }
    return done;
}

/* ---- predictions as a file --------------------------------------------------------------- */

static void add_prediction(
    struct buf *out, const struct evaluation *evaluation, const char *card, size_t place)
{
    const struct fsrs_answer *answer = &evaluation->input.history.answers[place];
    table_add_cell(out, card, ',');
    buf_addf(out, ",%" PRId64 ",%.10g,%d,%.10g\n", answer->at_ms, answer->elapsed_days,
        answer->rating, evaluation->recall[place]);
}

/* Card by card, each oldest first. */
static bool write_predictions(
    const struct evaluation *evaluation, const char *path, struct err *err)
{
    const struct fsrs_history *history = &evaluation->input.history;
    struct output output;
    struct buf text = { 0 };
    if (!output_open(&output, path, NULL, false, err))
        return false;
    buf_add(&text, "card_id,review_time,elapsed_days,rating,recall\n");
    for (size_t i = 0; i < history->card_count; i++) {
        struct fsrs_card_history card = history->cards[i];
        for (size_t place = card.first; place < card.first + card.count; place++)
            if (!isnan(evaluation->recall[place]))
                add_prediction(
                    &text, evaluation, evaluation->input.answers.cards[i], place);
        output_write(&output, &text);
        buf_clear(&text);
    }
    buf_release(&text);
    return output_close(&output, true, err);
}

/* ---- the whole --------------------------------------------------------------------------- */

static int ways_of(const struct evaluate_options *options)
{
    return (options->weights != NULL) + options->split.given + options->refit.given +
           options->models;
}

static bool check_options(const struct evaluate_options *options, struct err *err)
{
    if (ways_of(options) > 1)
        return err_set(err, ERR_USAGE,
            "--weights, --split, --refit and --models are four ways; say one");
    if (options->models && options->calibrate)
        return err_set(
            err, ERR_USAGE, "--models calibrates already; leave --calibrate out");
    if (options->split.given &&
        (options->split.value < 1 || options->split.value > MOST_SPLIT))
        return err_set(err, ERR_USAGE, "--split takes a number from 1 to %d", MOST_SPLIT);
    if (options->refit.given && (options->refit.value < 1 || options->refit.value > 100))
        return err_set(err, ERR_USAGE, "--refit takes a number from 1 to 100");
    return true;
}

/* Without a way to predict, one's own answers are predicted in all of them. */
static bool wants_all(const struct evaluate_options *options)
{
    return options->models ||
           (options->reviews == NULL && ways_of(options) == 0 && !options->calibrate);
}

static int run(struct app *app, const struct call *call)
{
    const struct evaluate_options *options = call->options;
    struct evaluation evaluation = { 0 };
    struct err *err = &app->err;
    bool all = wants_all(options);
    evaluation.unseen = all || options->split.given || options->refit.given;
    bool ok = check_options(options, err) &&
              model_read(app, options->reviews, call, NEED_READ, &evaluation.input, err);
    if (ok) {
        evaluation.recall = fsrs_predictions_make(&evaluation.input.history);
        ok = all ? evaluate_all(app, &evaluation, err)
                 : evaluate_one(app, options, &evaluation, err);
    }
    ok = ok && (options->predictions == NULL ||
                   write_predictions(&evaluation, options->predictions, err));
    if (ok && app->global.json)
        evaluate_print_json(
            app, &evaluation, &evaluation.ways[all ? 0 : evaluation.way_count - 1]);
    else if (ok)
        evaluate_print(app, &evaluation);
    free(evaluation.recall);
    model_release(&evaluation.input);
    return ok ? STATUS_DONE : (int)err->kind;
}

const struct command cmd_evaluate = {
    .name = "evaluate",
    .group = "model",
    .args = "[OPTIONS] [SELECTOR...]",
    .summary = "how well recall is predicted, by this model and by others",
    .notes = selector_notes,
    .opts = evaluate_opts,
    .options_size = sizeof(struct evaluate_options),
    .most = SIZE_MAX,
    .run = run,
};
