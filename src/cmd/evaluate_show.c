/*
 * What `evaluate` shows: scores side by side, and how often what was said came true.
 *
 * Figures take 39 columns, so that they fit the narrowest window; where names do not fit
 * beside them, each stands above its own.
 */
#include "cmd/evaluate.h"

#include "cmd/card.h"
#include "ui/layout.h"
#include "ui/pager.h"
#include "ui/plot.h"
#include "ui/screen.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { RANGES = 10 };

/* ---- table ------------------------------------------------------------------------------- */

static const char figures_head[] = "log loss  after days  RMSE(bins)    AUC";

static void add_number(struct buf *out, int width, int digits, double number)
{
    if (isnan(number))
        buf_addf(out, "%*s", width, "-");
    else
        buf_addf(out, "%*.*f", width, digits, number);
}

/* Below their headings. */
static void add_figures(struct buf *out, const struct fsrs_score *score)
{
    add_number(out, 8, 4, score->log_loss);
    add_number(out, 12, 4, score->days_loss);
    add_number(out, 12, 4, score->rmse_bins);
    add_number(out, 7, 3, score->auc);
    buf_add_char(out, '\n');
}

/* The column of the names; 0: they stand above. */
static size_t name_column(const struct term *term, const struct evaluation *evaluation)
{
    size_t column = 0;
    for (size_t i = 0; i < evaluation->way_count; i++)
        column = layout_wider(column, evaluation->ways[i].name);
    column += 2;
    return column + sizeof figures_head <= term->width ? column : 0;
}

static void draw_table(const struct term *term, const struct evaluation *evaluation)
{
    size_t column = name_column(term, evaluation);
    struct buf head = { 0 }, rows = { 0 };
    buf_pad(&head, ' ', column);
    buf_addf(&head, "%s\n", figures_head);
    for (size_t i = 0; i < evaluation->way_count; i++) {
        const struct way *way = &evaluation->ways[i];
        if (column > 0)
            layout_column(&rows, way->name, column);
        else
            layout_wrap(&rows, way->name, term->width - 1, 0);
        add_figures(&rows, &way->score);
    }
    term_raw(term, STYLE_FAINT, head.text);
    term_raw(term, STYLE_PLAIN, rows.text);
    buf_release(&head);
    buf_release(&rows);
}

/* ---- words ------------------------------------------------------------------------------- */

struct word {
    const char *word, *about;
};

static const struct word parts_of_names[] = {
    { "FSRS-7", "the memory model that dates come from" },
    { "FSRS-6", "the model before it" },
    { "SM-2", "a rule of 1987, which most trainers long followed" },
    { "calibrated", "corrected by how the answers before went, as recall is shown" },
    { "refitted", "weights fitted anew whenever the answers have grown by that" },
    { "by block", "each block of time predicted by a fit to all before it" },
    { "published", "weights for everyone, which know none of these answers" },
};

static const struct word measures[] = {
    { "log loss", "how surprising answers were; smaller is better, a coin toss 0.69" },
    { "after days", "the same, of answers a day and more after the one before" },
    { "RMSE(bins)", "how far from what came, over like answers; smaller is better" },
    { "AUC", "forgotten told from remembered; larger is better, a coin toss 0.5" },
};

static void draw_word(const struct term *term, struct word word)
{
    enum { INDENT = 12 };
    show_fact(term, word.word, INDENT, word.about);
}

static bool is_in_names(const char *word, const struct evaluation *evaluation)
{
    for (size_t i = 0; i < evaluation->way_count; i++)
        if (strstr(evaluation->ways[i].name, word) != NULL)
            return true;
    return false;
}

static void draw_words(const struct term *term, const struct evaluation *evaluation)
{
    for (size_t i = 0; i < sizeof parts_of_names / sizeof *parts_of_names; i++)
        if (is_in_names(parts_of_names[i].word, evaluation))
            draw_word(term, parts_of_names[i]);
    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++)
        draw_word(term, measures[i]);
}

/* ---- what came of what was said ---------------------------------------------------------- */

static void sort_into_ranges(
    const struct evaluation *evaluation, struct fsrs_reliability ranges[RANGES])
{
    size_t count;
    struct fsrs_prediction *predictions =
        fsrs_predictions_of(&evaluation->input.history, evaluation->recall, NULL, &count);
    fsrs_reliability_of(predictions, count, ranges, RANGES);
    free(predictions);
}

static size_t columns_of(double share, size_t room)
{
    return (size_t)lround(share * (double)room);
}

/* "####|##   ": a bar as long as what came, '|' the last column of what was said. */
static void add_bar(struct buf *out, double said, double came, size_t room)
{
    size_t end = columns_of(came, room), mark = columns_of(said, room);
    mark += mark == 0; // always to be seen
    for (size_t column = 1; column <= room; column++)
        buf_add_char(out, column == mark ? '|' : column <= end ? '#' : ' ');
}

/* A row for each range of recall that was predicted at all. */
static void draw_ranges(const struct term *term, const struct evaluation *evaluation)
{
    enum { SAID = 5, CAME = 7, COUNT = 9, GAP = 2, LEAST = 10 };
    const size_t used = SAID + CAME + GAP + COUNT + 1;
    size_t room = term->width > used + LEAST ? term->width - used : LEAST;
    struct fsrs_reliability ranges[RANGES];
    struct buf head = { 0 }, rows = { 0 };
    buf_addf(&head, "%*s%*s%*s\n", SAID, "said", CAME, "right", (int)room + GAP + COUNT,
        "answers");
    sort_into_ranges(evaluation, ranges);
    for (size_t i = 0; i < RANGES; i++) {
        const struct fsrs_reliability *range = &ranges[i];
        if (range->items == 0)
            continue;
        buf_addf(&rows, "%*.0f %%%*.0f %%%*s", SAID - 2, 100 * range->predicted, CAME - 2,
            100 * range->remembered, GAP, "");
        add_bar(&rows, range->predicted, range->remembered, room);
        buf_addf(&rows, "%*zu\n", COUNT, range->items);
    }
    term_raw(term, STYLE_FAINT, head.text);
    plot_paint(term, rows.text, SAID + CAME);
    buf_release(&head);
    buf_release(&rows);
}

static void draw_reliability(const struct term *term, const struct evaluation *evaluation)
{
    struct buf line = { 0 };
    buf_addf(&line, "how often it came true: %s", evaluation->ways[0].name);
    term_wrap(term, STYLE_STRONG, line.text, 0);
    term_wrap(
        term, STYLE_PLAIN, "# is the share that was right; it should end at the |", 0);
    draw_ranges(term, evaluation);
    buf_release(&line);
}

/* ---- the whole --------------------------------------------------------------------------- */

/* Of so many that could be predicted, blocks were none. */
static void draw_nothing(const struct term *term, const struct evaluation *evaluation)
{
    struct buf line = { 0 };
    size_t items = fsrs_history_items(&evaluation->input.history, SIZE_MAX);
    if (items == 0)
        buf_addf(&line, "nothing to predict yet: %s",
            model_why_nothing(&evaluation->input.history));
    else
        buf_addf(&line,
            "too few answers to cut into %zu block%s: that takes %zu that can be "
            "predicted, and there %s %zu; `--refit 5` needs no blocks",
            evaluation->blocks, evaluation->blocks == 1 ? "" : "s",
            evaluation->blocks + 1, items == 1 ? "is" : "are", items);
    term_wrap(term, STYLE_PLAIN, line.text, 0);
    buf_release(&line);
}

static void draw_count(const struct term *term, const struct evaluation *evaluation)
{
    struct buf line = { 0 };
    size_t items = evaluation->ways[0].score.items;
    buf_addf(&line, "%zu %s", items, items == 1 ? "answer" : "answers");
    if (evaluation->blocks > 0)
        buf_addf(&line, " in %zu block%s of time", evaluation->blocks,
            evaluation->blocks == 1 ? "" : "s");
    buf_addf(
        &line, " predicted%s", evaluation->unseen ? ", each before it was seen" : "");
    term_wrap(term, STYLE_STRONG, line.text, 0);
    buf_release(&line);
}

static void draw_written(const struct term *term, const struct evaluation *evaluation)
{
    struct buf line = { 0 };
    buf_addf(&line, "%s has the predictions of %s", evaluation->written,
        evaluation->ways[0].name);
    term_raw(term, STYLE_PLAIN, "\n");
    term_wrap(term, STYLE_PLAIN, line.text, 0);
    buf_release(&line);
}

static void draw(const struct term *term, const void *context)
{
    const struct evaluation *evaluation = context;
    if (evaluation->ways[0].score.items == 0) {
        draw_nothing(term, evaluation);
        return;
    }
    draw_count(term, evaluation);
    term_raw(term, STYLE_PLAIN, "\n");
    draw_table(term, evaluation);
    term_raw(term, STYLE_PLAIN, "\n");
    draw_words(term, evaluation);
    term_raw(term, STYLE_PLAIN, "\n");
    draw_reliability(term, evaluation);
    if (evaluation->written != NULL)
        draw_written(term, evaluation);
}

void evaluate_print(struct app *app, const struct evaluation *evaluation)
{
    struct buf text = { 0 };
    screen_render(&app->out, &text, draw, evaluation);
    pager_show(&app->out, text.text);
    buf_release(&text);
}

/* ---- for programs ------------------------------------------------------------------------ */

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

void evaluate_print_json(struct app *app, const struct evaluation *evaluation)
{
    cJSON *object = cJSON_CreateObject();
    model_add_score(object, &evaluation->ways[0].score);
    cJSON_AddStringToObject(object, "name", evaluation->ways[0].name);
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
