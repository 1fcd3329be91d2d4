/*
 * How well recall is predicted: one way of predicting, scored, or several side by side.
 *
 * Every prediction is made before its answer is seen, except with fixed weights, which may
 * have been fitted to anything.
 */
#include "cmd/evaluate.h"

#include "exchange/output.h"
#include "exchange/table.h"

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
        "the answers of this CSV file (-: standard input) instead of yours" },
    { "weights", 0, OPT_TEXT, OPTION(weights), "FILE",
        "predict by these weights, a JSON array" },
    { "split", 0, OPT_NUMBER, OPTION(split), "K",
        "K blocks in time, each predicted by a fit to all before it" },
    { "refit", 0, OPT_NUMBER, OPTION(refit), "PERCENT",
        "fit anew when the answers have grown by that; 5 is as it runs" },
    { "calibrate", 0, OPT_FLAG, OPTION(calibrate), NULL,
        "correct each by how those before it went; alone with --refit 5" },
    { "models", 0, OPT_FLAG, OPTION(models), NULL,
        "all ways and other models side by side; so without any option" },
    { "predictions", 0, OPT_TEXT, OPTION(predictions), "FILE",
        "write each predicted answer to this new CSV file" },
    { .name = NULL },
};

enum { PLAIN_SPLIT = 5, PLAIN_REFIT = 5, MOST_SPLIT = 1000 };

/* All are scored where the first one predicted. */
static void add_way(struct evaluation *evaluation, struct way way, const double *recall)
{
    way.score =
        fsrs_score_predictions(&evaluation->input.history, recall, evaluation->recall);
    evaluation->ways[evaluation->way_count++] = way;
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

static void predict_split(struct app *app, const struct fsrs_history *history,
    const struct fsrs_predictor *predictor, size_t blocks, double *recall)
{
    struct model_watch watch;
    model_watch_begin(app, &watch, "fitting ...");
    fsrs_predict_split(history, blocks, predictor, &watch.watch, recall);
    model_watch_end();
}

static void predict_refits(
    struct app *app, const struct fsrs_history *history, double percent, double *recall)
{
    struct model_watch watch;
    model_watch_begin(app, &watch, "fitting anew ...");
    fsrs_predict_refits(history, percent, model_threads(), &watch.watch, recall);
    model_watch_end();
}

static bool predict(struct app *app, const struct evaluate_options *options,
    const struct fsrs_history *history, double *recall, struct err *err)
{
    if (options->split.given)
        predict_split(
            app, history, &fsrs_predictor_fitted, (size_t)options->split.value, recall);
    else if (options->refit.given)
        predict_refits(app, history, (double)options->refit.value, recall);
    else
        return predict_fixed(history, options->weights, recall, err);
    return true;
}

static struct way way_of_predictor(const struct fsrs_predictor *predictor)
{
    return (struct way){ .name = predictor->name, .about = predictor->about };
}

static struct way way_of(const struct evaluate_options *options, struct arena *arena)
{
    if (options->refit.given)
        return (struct way){
            .name =
                arena_printf(arena, "FSRS-7, refitted at +%lld %%", options->refit.value),
            .about = "fitted anew whenever the answers have grown by that; at 5 % as "
                     "it really runs",
        };
    if (options->weights != NULL)
        return (struct way){ .name = "FSRS-7, weights of a file",
            .about = "one set of weights, whatever it was fitted to" };
    return way_of_predictor(
        options->split.given ? &fsrs_predictor_fitted : &fsrs_predictor_published);
}

static struct way calibrated(struct way way, struct arena *arena)
{
    return (struct way){ .name = arena_printf(arena, "%s, calibrated", way.name),
        .about = "corrected by how the answers before went, as recall is shown" };
}

/* Leaves predictions only where the others are, too. */
static void keep_where(double *recall, const double *others, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (isnan(others[i]))
            recall[i] = nan("");
}

/* The first rows: this way, and before it calibrated; only of what `others` (or NULL) have. */
static bool evaluate_one(struct app *app, const struct evaluate_options *options,
    const double *others, struct evaluation *evaluation, struct err *err)
{
    const struct fsrs_history *history = &evaluation->input.history;
    struct arena *arena = &evaluation->input.answers.arena;
    struct way way = way_of(options, arena);
    double *recall = evaluation->recall;
    if (!predict(app, options, history, recall, err))
        return false;
    double *plain = fsrs_predictions_make(history);
    memcpy(plain, recall, history->answer_count * sizeof *plain);
    if (options->calibrate)
        fsrs_predictions_calibrate(history, recall);
    if (others != NULL)
        keep_where(recall, others, history->answer_count);
    if (options->calibrate)
        add_way(evaluation, calibrated(way, arena), recall);
    add_way(evaluation, way, plain);
    free(plain);
    return true;
}

/* ---- side by side ------------------------------------------------------------------------ */

static void add_other(struct app *app, struct evaluation *evaluation,
    const struct fsrs_predictor *predictor)
{
    const struct fsrs_history *history = &evaluation->input.history;
    double *recall = fsrs_predictions_make(history);
    predict_split(app, history, predictor, PLAIN_SPLIT, recall);
    add_way(evaluation, way_of_predictor(predictor), recall);
    free(recall);
}

/* First what really runs, then the others, all of the same answers. */
static bool evaluate_all(struct app *app, struct evaluation *evaluation, struct err *err)
{
    static const struct fsrs_predictor *const others[] = { &fsrs_predictor_published,
        &fsrs_predictor_fsrs6, &fsrs_predictor_fsrs6_published, &fsrs_predictor_sm2,
        &fsrs_predictor_constant };
    static const struct evaluate_options real = { .refit = { true, PLAIN_REFIT },
        .calibrate = true };
    const struct fsrs_predictor *fitted = &fsrs_predictor_fitted;
    const struct fsrs_history *history = &evaluation->input.history;
    double *split = fsrs_predictions_make(history);
    predict_split(app, history, fitted, PLAIN_SPLIT, split);
    bool ok = evaluate_one(app, &real, split, evaluation, err);
    add_way(evaluation, way_of_predictor(fitted), split);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        add_other(app, evaluation, others[i]);
    free(split);
    return ok;
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

/*
 * Without a way to predict, one's own answers are predicted in all of them, and what is to be
 * calibrated as it really runs.
 */
static struct evaluate_options completed(const struct evaluate_options *given)
{
    struct evaluate_options options = *given;
    if (ways_of(given) == 0 && given->calibrate)
        options.refit = (struct opt_number){ true, PLAIN_REFIT };
    else if (ways_of(given) == 0)
        options.models = given->reviews == NULL;
    return options;
}

static size_t blocks_of(const struct evaluate_options *options)
{
    return options->models ? PLAIN_SPLIT : (size_t)options->split.value;
}

static bool evaluate(struct app *app, const struct evaluate_options *options,
    struct evaluation *evaluation, struct err *err)
{
    evaluation->recall = fsrs_predictions_make(&evaluation->input.history);
    evaluation->blocks = blocks_of(options);
    evaluation->unseen = evaluation->blocks > 0 || options->refit.given;
    evaluation->written = options->predictions;
    return (options->models ? evaluate_all(app, evaluation, err)
                            : evaluate_one(app, options, NULL, evaluation, err)) &&
           (options->predictions == NULL ||
               write_predictions(evaluation, options->predictions, err));
}

static int run(struct app *app, const struct call *call)
{
    const struct evaluate_options *given = call->options;
    struct evaluate_options options = completed(given);
    struct evaluation evaluation = { 0 };
    struct err *err = &app->err;
    bool ok = check_options(given, err) &&
              model_read(app, given->reviews, call, NEED_READ, &evaluation.input, err) &&
              evaluate(app, &options, &evaluation, err);
    if (ok && app->global.json)
        evaluate_print_json(app, &evaluation);
    else if (ok)
        evaluate_print(app, &evaluation);
    free(evaluation.recall);
    model_release(&evaluation.input);
    return !ok                                  ? (int)err->kind
           : evaluation.ways[0].score.items > 0 ? STATUS_DONE
                                                : STATUS_NO;
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
