/*
 * Why a card is due when it is: its answers, and what the memory model makes of them.
 */
#include "cmd/card.h"
#include "cmd/command.h"
#include "session/calibration.h"

#include "ui/chart.h"
#include "ui/layout.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool read_history(
    struct app *app, size_t index, struct history *history, struct err *err)
{
    size_t count;
    const char *const *names =
        collection_names(&app->collection, index, &app->arena, &count);
    return replay_history(
        app->store, names, count, app->collection.weights, &app->arena, history, err);
}

/*
 * Fewer answers tell the learner's form from chance too badly to speak of it; to go through more
 * than so many takes too long for one card.
 */
enum { ANSWERS_OF_FORM = 50, MOST_ANSWERS_OF_FORM = 200 * 1000 };

static bool is_quickly_read(const struct collection *collection)
{
    size_t reviews = 0;
    for (size_t i = 0; i < collection->library->card_count; i++)
        reviews += (size_t)collection->progress[i].reviews;
    return reviews <= MOST_ANSWERS_OF_FORM;
}

/*
 * Recall now, corrected by how the learner is doing; NaN if that is not known: without it, as where
 * the event of another card is damaged, the rest can be told all the same.
 */
static double recall_in_form(struct app *app, size_t index, int64_t at_ms)
{
    struct err ignored;
    struct fsrs_calibration calibration;
    if (app->collection.progress[index].reviews == 0 ||
        !is_quickly_read(&app->collection) ||
        !calibration_read(&app->collection, &calibration, &ignored) ||
        calibration.answers < ANSWERS_OF_FORM)
        return nan("");
    return calibration_recall(&app->collection, &calibration, index, at_ms);
}

static double recall_at(struct app *app, size_t index, int64_t at_ms)
{
    const struct progress *progress = &app->collection.progress[index];
    double elapsed = schedule_elapsed_days(progress, at_ms);
    return fsrs_recall(progress->memory, elapsed, app->collection.weights);
}

/* ---- the forgetting curve ----------------------------------------------------------------- */

/* The times that it is shown for: from the first answer to a little beyond now and the due date. */
struct range {
    int64_t from_ms, to_ms;
};

static struct range range_of(
    const struct history *history, const struct progress *progress, int64_t now_ms)
{
    struct range range = { history->steps[0].event.at_ms, progress->plan.due_ms };
    if (range.to_ms < now_ms)
        range.to_ms = now_ms;
    if (range.to_ms < range.from_ms + MINUTE_MS)
        range.to_ms = range.from_ms + MINUTE_MS;
    range.to_ms += (range.to_ms - range.from_ms) / 20;
    return range;
}

/* Recall at any time after the first answer, as the answers until then leave it. */
static double recall_then(
    const struct app *app, const struct history *history, int64_t at_ms)
{
    size_t i = history->count - 1;
    while (i > 0 && history->steps[i].event.at_ms > at_ms)
        i--;
    const struct progress *after = &history->steps[i].after;
    return fsrs_recall(
        after->memory, schedule_elapsed_days(after, at_ms), app->collection.weights);
}

static cJSON *curve_json(struct app *app, size_t index, const struct history *history)
{
    enum { POINTS = 60 };
    cJSON *list = cJSON_CreateArray();
    if (history->count == 0)
        return list;
    struct range range =
        range_of(history, &app->collection.progress[index], app_now(app));
    for (int i = 0; i <= POINTS; i++) {
        int64_t at_ms = range.from_ms + (range.to_ms - range.from_ms) / POINTS * i;
        cJSON *point = cJSON_CreateObject();
        cJSON_AddItemToObject(point, "time", json_instant(at_ms));
        cJSON_AddNumberToObject(point, "recall", recall_then(app, history, at_ms));
        cJSON_AddItemToArray(list, point);
    }
    return list;
}

/* The next ten percent below the lowest recall. */
static void fit_height(
    struct chart *chart, const struct app *app, const struct history *history)
{
    double lowest = 0.9;
    for (size_t i = 0; i < chart->width; i++)
        lowest = fmin(lowest, recall_then(app, history, (int64_t)chart_at(chart, i)));
    chart->low = floor(lowest * 10) / 10;
}

/* In that column, or the next one to the right that is free. */
static void put_mark(char *marks, const struct chart *chart, int64_t at_ms, char mark)
{
    size_t column = chart_column(chart, (double)at_ms);
    while (marks[column] != ' ' && column + 1 < chart->width)
        column++;
    marks[column] = mark;
}

/* On the axis: each answer as its number, now, and when the card is due. */
static char *axis_marks(const struct chart *chart, const struct history *history,
    const struct progress *progress, int64_t now_ms)
{
    char *marks = mem_zeroed(chart->width + 1, 1);
    memset(marks, ' ', chart->width);
    for (size_t i = 0; i < history->count; i++) {
        const struct step_of_history *step = &history->steps[i];
        marks[chart_column(chart, (double)step->event.at_ms)] =
            (char)('0' + step->review.rating);
    }
    put_mark(marks, chart, now_ms, 'n');
    put_mark(marks, chart, progress->plan.due_ms, 'd');
    return marks;
}

/* Days, or within two days minutes. */
static void add_ends(struct buf *out, const struct chart *chart, struct range range)
{
    char from[INSTANT_TEXT], to[INSTANT_TEXT];
    bool brief = range.to_ms - range.from_ms > 2 * (int64_t)DAY_MS;
    instant_format(range.from_ms, from);
    instant_format(range.to_ms, to);
    from[brief ? 10 : 16] = to[brief ? 10 : 16] = '\0';
    if (!brief)
        from[10] = to[10] = ' ';
    chart_ends(chart, from, to, out);
}

static void show_curve(struct app *app, const struct term *out, size_t index,
    const struct history *history, int64_t now_ms)
{
    enum { HEIGHT = 7, WIDEST = 72 };
    const struct progress *progress = &app->collection.progress[index];
    size_t room = chart_room(out->width);
    struct chart chart;
    struct buf lines = { 0 }, low = { 0 };
    struct range range = range_of(history, progress, now_ms);
    chart_init(&chart, room < WIDEST ? room : WIDEST, HEIGHT, term_is_utf8());
    chart.left = (double)range.from_ms;
    chart.right = (double)range.to_ms;
    fit_height(&chart, app, history);
    for (size_t i = 0; i < chart.width; i++)
        chart_curve(&chart, i, recall_then(app, history, (int64_t)chart_at(&chart, i)));
    char *marks = axis_marks(&chart, history, progress, now_ms);
    buf_addf(&low, "%.0f %%", chart.low * 100);
    chart_render(&chart, "100 %", low.text, marks, &lines);
    add_ends(&lines, &chart, range);
    term_raw(out, STYLE_PLAIN, lines.text);
    term_wrap(
        out, STYLE_FAINT, "recall; 1 again, 2 hard, 3 good, 4 easy, n now, d due", 6);
    free(marks);
    buf_release(&lines);
    buf_release(&low);
    chart_release(&chart);
}

/* ---- for programs ------------------------------------------------------------------------- */

static cJSON *review_json(const struct step_of_history *step, bool first)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddItemToObject(object, "time", json_instant(step->event.at_ms));
    cJSON_AddStringToObject(object, "rating", fsrs_rating_word(step->review.rating));
    cJSON_AddNumberToObject(object, "elapsed_days", step->elapsed_days);
    if (first)
        cJSON_AddNullToObject(object, "recall");
    else
        cJSON_AddNumberToObject(object, "recall", step->recall);
    cJSON *memory = memory_json(step->after.memory), *field = memory->child;
    while (field != NULL) {
        cJSON *next = field->next;
        cJSON_AddNumberToObject(object, field->string, field->valuedouble);
        field = next;
    }
    cJSON_Delete(memory);
    return object;
}

static void print_json(
    struct app *app, size_t index, const struct history *history, double in_form)
{
    const struct progress *progress = &app->collection.progress[index];
    struct plan plans[4];
    collection_plan(&app->collection, index, app_now(app), plans);
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "card", app->library.cards[index]->name);
    cJSON *reviews = cJSON_AddArrayToObject(object, "reviews");
    for (size_t i = 0; i < history->count; i++)
        cJSON_AddItemToArray(reviews, review_json(&history->steps[i], i == 0));
    cJSON_AddItemToObject(object, "due", due_json(progress));
    if (history->count == 0)
        cJSON_AddNullToObject(object, "recall_now");
    else
        cJSON_AddNumberToObject(
            object, "recall_now", recall_at(app, index, app_now(app)));
    cJSON_AddItemToObject(object, "recall_in_form",
        isnan(in_form) ? cJSON_CreateNull() : cJSON_CreateNumber(in_form));
    cJSON_AddItemToObject(object, "intervals", intervals_json(plans, app_now(app)));
    cJSON_AddItemToObject(object, "curve", curve_json(app, index, history));
    app_print_json(app, object);
}

/* ---- for people --------------------------------------------------------------------------- */

static void show_step(
    const struct term *out, const struct step_of_history *step, bool first)
{
    char time[INSTANT_TEXT];
    struct buf line = { 0 };
    instant_format(step->event.at_ms, time);
    const char *rating = fsrs_rating_word(step->review.rating);
    buf_addf(&line, "%.10s %.5s  %s", time, time + 11, rating);
    if (!first) {
        buf_addf(&line, "%*s  after ", 5 - (int)strlen(rating), "");
        layout_span(&line, (long long)(step->elapsed_days * 86400));
        buf_addf(&line, ", recall was %.0f %%", step->recall * 100);
    }
    term_wrap(out, STYLE_PLAIN, line.text, 0);
    buf_release(&line);
}

static void show_now(
    struct app *app, const struct term *out, size_t index, double in_form, int64_t now_ms)
{
    const struct progress *progress = &app->collection.progress[index];
    struct plan plans[4];
    struct buf line = { 0 };
    collection_plan(&app->collection, index, now_ms, plans);
    if (progress->reviews > 0) {
        buf_addf(&line, "recall now %.0f %%", recall_at(app, index, now_ms) * 100);
        if (!isnan(in_form))
            buf_addf(&line, " (%.0f %% the way you answer lately)", in_form * 100);
        buf_add(&line, ", due ");
        add_when(&line, app, progress->plan.due_ms, now_ms);
    } else {
        buf_add(&line, "never answered");
    }
    buf_add(&line, "\nan answer now would bring it back:");
    for (int rating = FSRS_AGAIN; rating <= FSRS_EASY; rating++) {
        buf_addf(&line, "  %s ", fsrs_rating_word((enum fsrs_rating)rating));
        layout_span(&line, schedule_delay_s(&plans[rating - 1], now_ms));
    }
    term_wrap(out, STYLE_PLAIN, line.text, 0);
    buf_release(&line);
}

bool show_why(
    struct app *app, const struct term *out, size_t card, int64_t now_ms, struct err *err)
{
    struct history history;
    if (!read_history(app, card, &history, err))
        return false;
    for (size_t i = 0; i < history.count; i++)
        show_step(out, &history.steps[i], i == 0);
    if (history.count > 0)
        show_curve(app, out, card, &history, now_ms);
    show_now(app, out, card, recall_in_form(app, card, now_ms), now_ms);
    return true;
}

static int run(struct app *app, const struct call *call)
{
    size_t index;
    struct history history;
    if (!card_named(app, call->words[0], &index, &app->err))
        return (int)app->err.kind;
    if (!app->global.json)
        return show_why(app, &app->out, index, app_now(app), &app->err)
                   ? STATUS_DONE
                   : (int)app->err.kind;
    if (!read_history(app, index, &history, &app->err))
        return (int)app->err.kind;
    print_json(app, index, &history, recall_in_form(app, index, app_now(app)));
    return STATUS_DONE;
}

const struct command cmd_why = {
    .name = "why",
    .group = "cards",
    .args = "CARD",
    .summary = "the answers to a card, recall now, what each rating would do",
    .needs = NEED_CARDS | NEED_READ,
    .least = 1,
    .most = 1,
    .run = run,
};
