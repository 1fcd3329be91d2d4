/*
 * What `evaluate` shows: scores side by side, and how often what was said came true.
 */
#include "cmd/evaluate.h"

#include "ui/plot.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { RANGES = 10, NAME_COLUMN = 20 };

static void add_number(struct buf *out, double number)
{
    if (isnan(number))
        buf_addf(out, "%11s", "-");
    else
        buf_addf(out, "%11.4f", number);
}

static void draw_table(const struct term *term, const struct evaluation *evaluation)
{
    struct buf out = { 0 };
    buf_addf(&out, "%-*s%11s%11s%11s%11s\n", NAME_COLUMN, "", "log loss", "after days",
        "RMSE(bins)", "AUC");
    for (size_t i = 0; i < evaluation->way_count; i++) {
        const struct way *way = &evaluation->ways[i];
        buf_addf(&out, "%-*s", NAME_COLUMN, way->name);
        add_number(&out, way->score.log_loss);
        add_number(&out, way->score.days_loss);
        add_number(&out, way->score.rmse_bins);
        add_number(&out, way->score.auc);
        buf_add_char(&out, '\n');
    }
    term_raw(term, STYLE_PLAIN, out.text);
    buf_release(&out);
}

static void sort_into_ranges(
    const struct evaluation *evaluation, struct fsrs_reliability ranges[RANGES])
{
    size_t count;
    struct fsrs_prediction *predictions =
        fsrs_predictions_of(&evaluation->input.history, evaluation->recall, NULL, &count);
    fsrs_reliability_of(predictions, count, ranges, RANGES);
    free(predictions);
}

/* A bar for each range of recall that was predicted at all, as long as what came. */
static void draw_reliability(const struct term *term, const struct evaluation *evaluation)
{
    struct fsrs_reliability ranges[RANGES];
    struct plot_bar bars[RANGES];
    char labels[RANGES][24], numbers[RANGES][40];
    size_t shown = 0;
    struct buf out = { 0 };
    sort_into_ranges(evaluation, ranges);
    for (size_t i = 0; i < RANGES; i++) {
        if (ranges[i].items == 0)
            continue;
        snprintf(labels[shown], sizeof labels[shown], "%3.0f-%.0f %%",
            100 * ranges[i].low, 100 * ranges[i].high);
        snprintf(numbers[shown], sizeof numbers[shown], "%zu: said %.0f %%, were %.0f %%",
            ranges[i].items, 100 * ranges[i].predicted, 100 * ranges[i].remembered);
        bars[shown] =
            (struct plot_bar){ labels[shown], numbers[shown], ranges[i].remembered };
        shown++;
    }
    plot_bars(&out, bars, shown, 1, term->width);
    plot_paint(term, buf_text(&out), 0);
    buf_release(&out);
}

/* Of so many that could be predicted, blocks were none. */
static void add_nothing(struct buf *out, size_t items)
{
    if (items == 0)
        buf_add(
            out, "nothing to predict yet: that begins with the second answer to a card");
    else
        buf_addf(out, "too few answers yet to cut them into blocks: %zu can be predicted",
            items);
}

void evaluate_print(struct app *app, const struct evaluation *evaluation)
{
    struct buf line = { 0 };
    const struct way *first = &evaluation->ways[0];
    size_t items = first->score.items;
    if (items == 0) {
        add_nothing(&line, fsrs_history_items(&evaluation->input.history, SIZE_MAX));
        term_wrap(&app->out, STYLE_PLAIN, line.text, 0);
        buf_release(&line);
        return;
    }
    buf_addf(&line, "%zu %s predicted%s", items, items == 1 ? "answer" : "answers",
        evaluation->unseen ? ", each before it was seen" : "");
    term_wrap(&app->out, STYLE_STRONG, line.text, 0);
    buf_release(&line);
    term_raw(&app->out, STYLE_PLAIN, "\n");
    draw_table(&app->out, evaluation);
    term_raw(&app->out, STYLE_PLAIN, "\n");
    buf_addf(&line, "how often what %s said came true",
        evaluation->ways[evaluation->way_count > 2 ? 0 : evaluation->way_count - 1].name);
    term_wrap(&app->out, STYLE_STRONG, line.text, 0);
    buf_release(&line);
    draw_reliability(&app->out, evaluation);
}

static cJSON *ranges_json(const struct evaluation *evaluation)
{
    struct fsrs_reliability ranges[RANGES];
    cJSON *array = cJSON_CreateArray();
    sort_into_ranges(evaluation, ranges);
    for (size_t i = 0; i < RANGES; i++) {
        if (ranges[i].items == 0)
            continue;
        cJSON *range = cJSON_CreateObject();
        cJSON_AddNumberToObject(range, "from", ranges[i].low);
        cJSON_AddNumberToObject(range, "to", ranges[i].high);
        cJSON_AddNumberToObject(range, "items", (double)ranges[i].items);
        cJSON_AddNumberToObject(range, "predicted", ranges[i].predicted);
        cJSON_AddNumberToObject(range, "remembered", ranges[i].remembered);
        cJSON_AddItemToArray(array, range);
    }
    return array;
}

void evaluate_print_json(
    struct app *app, const struct evaluation *evaluation, const struct way *way)
{
    cJSON *object = cJSON_CreateObject();
    model_add_score(object, &way->score);
    cJSON *models = cJSON_AddArrayToObject(object, "models");
    for (size_t i = 0; i < evaluation->way_count; i++) {
        cJSON *model = cJSON_CreateObject();
        cJSON_AddStringToObject(model, "name", evaluation->ways[i].name);
        cJSON_AddStringToObject(model, "about", evaluation->ways[i].about);
        model_add_score(model, &evaluation->ways[i].score);
        cJSON_AddItemToArray(models, model);
    }
    cJSON_AddItemToObject(object, "calibration", ranges_json(evaluation));
    app_print_json(app, object);
}
