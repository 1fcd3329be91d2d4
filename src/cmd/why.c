/*
 * Why a card is due when it is: its answers, and what the memory model makes of them.
 *
 * Recall is shown as it was or will be seen at each moment, with the learner's form
 * (session/calibration.h); dates go by the model alone, so where the two differ both are told.
 */
#include "cmd/card.h"
#include "cmd/command.h"
#include "cmd/model.h"
#include "session/calibration.h"
#include "session/weights.h"

#include "ui/busy.h"
#include "ui/chart.h"
#include "ui/layout.h"
#include "ui/pager.h"
#include "ui/screen.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A card, and how well it was and is remembered. */
struct view {
    size_t card;
    int64_t now_ms;
    struct history history;
    double *before; // recall before each of its answers; not of the first
    struct calibration_point *points; // of the forgetting curve
    size_t point_count;
    double now, model_now; // recall; the model's alone
    bool alone;            // the past of other cards cannot be read: `fault` says why
    struct err fault;
};

static struct view view_of(size_t card, int64_t now_ms)
{
    return (struct view){
        .card = card, .now_ms = now_ms, .now = nan(""), .model_now = nan("")
    };
}

static bool read_history(struct app *app, struct view *view, struct err *err)
{
    size_t count;
    const char *const *names =
        collection_names(&app->collection, view->card, &app->arena, &count);
    return replay_history(app->store, names, count, app->collection.weights, &app->arena,
        &view->history, err);
}

/* The past as far as it is this card's. */
static void take_own_past(
    const struct app *app, const struct view *view, struct past *past)
{
    size_t count = view->history.count;
    *past = (struct past){
        .entries = mem_zeroed(count, sizeof *past->entries),
        .count = count,
        .card_count = app->library.card_count,
    };
    for (size_t i = 0; i < count; i++)
        past->entries[i] = (struct past_entry){
            .at_ms = view->history.steps[i].event.at_ms,
            .card = (uint32_t)view->card,
            .kind = EVENT_REVIEW,
            .rating = (uint8_t)view->history.steps[i].review.rating,
        };
}

/*
 * Room for the recall before each answer of the past, those before the card was new again too;
 * and for all that the history has, one of which another process may have taken back since.
 */
static void make_room(struct app *app, struct view *view, const struct past *past)
{
    size_t count = view->history.count;
    for (size_t i = 0; i < past->count; i++)
        count +=
            past->entries[i].card == view->card && past->entries[i].kind == EVENT_REVIEW;
    view->before = arena_alloc(&app->arena, count * sizeof *view->before);
    for (size_t i = 0; i < count; i++)
        view->before[i] = nan("");
}

/*
 * Where an answer to another card is damaged, those to this one are told all the same, and the
 * form is learnt from them alone.
 */
static void read_recall(struct app *app, struct view *view)
{
    struct past past;
    struct calibration calibration;
    const struct progress *progress = &view->history.progress;
    busy_begin(&app->err_out, "adding up the answers ...");
    view->alone = !weights_past(&app->collection, &past, &view->fault);
    busy_end();
    if (view->alone)
        take_own_past(app, view, &past);
    make_room(app, view, &past);
    calibration_init(&calibration, past.card_count, app->collection.weights);
    calibration_follow(
        &calibration, &past, view->card, view->before, view->points, view->point_count);
    view->now = calibration_recall(&calibration, view->card, view->now_ms);
    view->model_now = fsrs_recall(progress->memory,
        schedule_elapsed_days(progress, view->now_ms), app->collection.weights);
    calibration_release(&calibration);
    past_release(&past);
}

static const char *fault_note(struct app *app, const struct view *view)
{
    return arena_printf(&app->arena, "note: recall goes by this card's answers alone: %s",
        view->fault.message);
}

/* ---- the forgetting curve ----------------------------------------------------------------- */

/* The times that it is shown for: from the first answer to a little beyond now and the due date. */
struct range {
    int64_t from_ms, to_ms;
};

static struct range range_of(const struct view *view)
{
    const struct progress *progress = &view->history.progress;
    struct range range = { view->history.steps[0].event.at_ms, progress->plan.due_ms };
    if (range.to_ms < view->now_ms)
        range.to_ms = view->now_ms;
    if (range.to_ms < range.from_ms + MINUTE_MS)
        range.to_ms = range.from_ms + MINUTE_MS;
    range.to_ms += (range.to_ms - range.from_ms) / 20;
    return range;
}

static void add_points(struct app *app, struct view *view, size_t count)
{
    view->points = arena_alloc(&app->arena, count * sizeof *view->points);
    view->point_count = count;
}

/* The next ten percent below the lowest recall. */
static void fit_height(struct chart *chart, const struct view *view)
{
    double lowest = 0.9;
    for (size_t i = 0; i < view->point_count; i++)
        lowest = fmin(lowest, view->points[i].recall);
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

/* On the axis: each answer as its number, now, and when the card is due; * is several. */
static char *axis_marks(
    const struct chart *chart, const struct view *view, int64_t due_ms)
{
    char *marks = mem_zeroed(chart->width + 1, 1);
    memset(marks, ' ', chart->width);
    for (size_t i = 0; i < view->history.count; i++) {
        const struct step_of_history *step = &view->history.steps[i];
        char *mark = &marks[chart_column(chart, (double)step->event.at_ms)];
        char rating = (char)('0' + step->review.rating);
        *mark = *mark == ' ' || *mark == rating ? rating : '*';
    }
    put_mark(marks, chart, view->now_ms, 'n');
    put_mark(marks, chart, due_ms, 'd');
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

/* A chart for the window, and a point for each column of it. */
static void begin_curve(
    struct app *app, const struct term *out, struct view *view, struct chart *chart)
{
    enum { HEIGHT = 7, WIDEST = 72 };
    size_t room = chart_room(out->width);
    struct range range = range_of(view);
    chart_init(chart, room < WIDEST ? room : WIDEST, HEIGHT, term_is_utf8());
    chart->left = (double)range.from_ms;
    chart->right = (double)range.to_ms;
    add_points(app, view, chart->width);
    for (size_t i = 0; i < chart->width; i++)
        view->points[i].at_ms = (int64_t)chart_at(chart, i);
}

static void show_curve(
    const struct term *out, const struct view *view, struct chart *chart)
{
    struct buf lines = { 0 }, low = { 0 };
    fit_height(chart, view);
    for (size_t i = 0; i < chart->width; i++)
        chart_curve(chart, i, view->points[i].recall);
    char *marks = axis_marks(chart, view, view->history.progress.plan.due_ms);
    buf_addf(&low, "%.0f %%", chart->low * 100);
    chart_render(chart, "100 %", low.text, marks, &lines);
    add_ends(&lines, chart, range_of(view));
    term_raw(out, STYLE_PLAIN, lines.text);
    term_wrap(out, STYLE_FAINT,
        "recall; 1 again, 2 hard, 3 good, 4 easy, * several, n now, d due", 6);
    free(marks);
    buf_release(&lines);
    buf_release(&low);
    chart_release(chart);
}

/* ---- for programs ------------------------------------------------------------------------- */

static void place_points(struct app *app, struct view *view)
{
    enum { STEPS = 60 };
    struct range range = range_of(view);
    add_points(app, view, STEPS + 1);
    for (int i = 0; i <= STEPS; i++)
        view->points[i].at_ms = range.from_ms + (range.to_ms - range.from_ms) / STEPS * i;
}

static cJSON *curve_json(const struct view *view)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < view->point_count; i++) {
        cJSON *point = cJSON_CreateObject();
        cJSON_AddItemToObject(point, "time", json_instant(view->points[i].at_ms));
        cJSON_AddNumberToObject(point, "recall", view->points[i].recall);
        cJSON_AddItemToArray(list, point);
    }
    return list;
}

static cJSON *review_json(const struct view *view, size_t at)
{
    const struct step_of_history *step = &view->history.steps[at];
    cJSON *object = cJSON_CreateObject();
    cJSON_AddItemToObject(object, "time", json_instant(step->event.at_ms));
    cJSON_AddStringToObject(object, "rating", fsrs_rating_word(step->review.rating));
    cJSON_AddNumberToObject(object, "elapsed_days", step->elapsed_days);
    cJSON_AddItemToObject(object, "recall", model_number(view->before[at]));
    cJSON *memory = memory_json(step->after.memory), *field = memory->child;
    while (field != NULL) {
        cJSON *next = field->next;
        cJSON_AddNumberToObject(object, field->string, field->valuedouble);
        field = next;
    }
    cJSON_Delete(memory);
    return object;
}

static void print_json(struct app *app, const struct view *view)
{
    const struct progress *progress = &view->history.progress;
    struct plan plans[4];
    collection_plan(&app->collection, view->card, view->now_ms, plans);
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "card", app->library.cards[view->card]->name);
    cJSON *reviews = cJSON_AddArrayToObject(object, "reviews");
    for (size_t i = 0; i < view->history.count; i++)
        cJSON_AddItemToArray(reviews, review_json(view, i));
    cJSON_AddItemToObject(object, "due", due_json(progress));
    cJSON_AddItemToObject(object, "recall_now", model_number(view->now));
    cJSON_AddItemToObject(object, "recall_model", model_number(view->model_now));
    cJSON_AddItemToObject(object, "intervals", intervals_json(plans, view->now_ms));
    cJSON_AddItemToObject(object, "curve", curve_json(view));
    app_print_json(app, object);
}

static bool print_why(struct app *app, size_t card, struct err *err)
{
    struct view view = view_of(card, app_now(app));
    if (!read_history(app, &view, err))
        return false;
    if (view.history.count > 0) {
        place_points(app, &view);
        read_recall(app, &view);
    }
    print_json(app, &view);
    if (view.alone) {
        term_text(&app->err_out, STYLE_PLAIN, fault_note(app, &view));
        term_raw(&app->err_out, STYLE_PLAIN, "\n");
    }
    return true;
}

/* ---- for people --------------------------------------------------------------------------- */

static void show_step(const struct term *out, const struct view *view, size_t at)
{
    const struct step_of_history *step = &view->history.steps[at];
    char time[INSTANT_TEXT];
    struct buf line = { 0 };
    instant_format(step->event.at_ms, time);
    const char *rating = fsrs_rating_word(step->review.rating);
    buf_addf(&line, "%.10s %.5s  %s", time, time + 11, rating);
    if (at > 0) {
        buf_addf(&line, "%*s  after ", 5 - (int)strlen(rating), "");
        layout_span(&line, (long long)(step->elapsed_days * 86400));
        buf_addf(&line, ", recall was %.0f %%", view->before[at] * 100);
    }
    term_wrap(out, STYLE_PLAIN, line.text, 0);
    buf_release(&line);
}

/* "recall now 84 % (its dates go by 88 %), due in 3 days" */
static void add_now(struct buf *line, const struct app *app, const struct view *view)
{
    const struct progress *progress = &view->history.progress;
    double now = round(view->now * 100), model = round(view->model_now * 100);
    buf_addf(line, "recall now %.0f %%", now);
    if (model != now)
        buf_addf(line, " (its dates go by %.0f %%)", model);
    buf_add(line, ", due ");
    add_when(line, app, progress->plan.due_ms, view->now_ms);
    if (progress->last_ms > view->now_ms)
        buf_add(line, " (the clock stands before the last answer)");
}

static void show_now(struct app *app, const struct term *out, const struct view *view)
{
    struct plan plans[4];
    struct buf line = { 0 };
    collection_plan(&app->collection, view->card, view->now_ms, plans);
    if (view->history.count > 0)
        add_now(&line, app, view);
    else
        buf_add(&line, "never answered");
    add_set_aside(&line, app, &view->history.progress, view->now_ms);
    buf_add(&line, "\nan answer now would bring it back:");
    for (int rating = FSRS_AGAIN; rating <= FSRS_EASY; rating++) {
        buf_addf(&line, "  %s ", fsrs_rating_word((enum fsrs_rating)rating));
        layout_span(&line, schedule_delay_s(&plans[rating - 1], view->now_ms));
    }
    term_wrap(out, STYLE_PLAIN, line.text, 0);
    buf_release(&line);
}

void draw_why(const struct term *out, const void *context)
{
    const struct why *why = context;
    struct app *app = why->app;
    struct view view = view_of(why->card, why->now_ms);
    struct chart chart;
    *why->ok = read_history(app, &view, why->err);
    if (!*why->ok)
        return;
    if (view.history.count > 0) {
        begin_curve(app, out, &view, &chart);
        read_recall(app, &view);
        for (size_t i = 0; i < view.history.count; i++)
            show_step(out, &view, i);
        show_curve(out, &view, &chart);
    }
    show_now(app, out, &view);
    if (view.alone)
        term_wrap(out, STYLE_PLAIN, fault_note(app, &view), 0);
}

static bool show_why(struct app *app, size_t card, struct err *err)
{
    bool ok;
    struct why why = { app, card, app_now(app), &ok, err };
    struct buf text = { 0 };
    screen_render(&app->out, &text, draw_why, &why);
    if (ok)
        pager_show(&app->out, buf_text(&text));
    buf_release(&text);
    return ok;
}

static int run(struct app *app, const struct call *call)
{
    size_t card;
    if (!card_named(app, call->words[0], &card, &app->err))
        return (int)app->err.kind;
    bool ok = (app->global.json ? print_why : show_why)(app, card, &app->err);
    return ok ? STATUS_DONE : (int)app->err.kind;
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
