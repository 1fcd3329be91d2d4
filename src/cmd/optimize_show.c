#include "cmd/optimize.h"

#include "cmd/model.h"
#include "fsrs/refit.h"
#include "ui/layout.h"
#include "ui/pager.h"
#include "ui/plot.h"

#include <stdio.h>

/* ---- JSON -------------------------------------------------------------------------------- */

cJSON *optimize_json(const struct fitting *fitting)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "model", "FSRS-7");
    cJSON_AddItemToObject(object, "weights", model_weights_json(fitting->result.weights));
    cJSON_AddNumberToObject(object, "reviews", (double)fitting->reviews);
    cJSON_AddNumberToObject(object, "items", (double)fitting->result.items);
    cJSON_AddNumberToObject(object, "seconds", fitting->seconds);
    cJSON *loss = cJSON_AddObjectToObject(object, "log_loss");
    cJSON_AddItemToObject(loss, "default", model_number(fitting->published));
    cJSON_AddItemToObject(loss, "fitted", model_number(fitting->fitted));
    return object;
}

static cJSON *loads_json(const size_t loads[RESCHEDULE_DAYS])
{
    cJSON *array = cJSON_CreateArray();
    for (int i = 0; i < RESCHEDULE_DAYS; i++)
        cJSON_AddItemToArray(array, cJSON_CreateNumber((double)loads[i]));
    return array;
}

void optimize_print_json(struct app *app, const struct fitting *fitting,
    const struct reschedule *reschedule, bool taken)
{
    cJSON *object = optimize_json(fitting);
    cJSON *loss = cJSON_GetObjectItemCaseSensitive(object, "log_loss");
    cJSON_AddItemToObject(loss, "current", model_number(fitting->current));
    cJSON_AddNumberToObject(object, "moved", (double)reschedule->count);
    cJSON *due = cJSON_AddObjectToObject(object, "due");
    cJSON_AddItemToObject(due, "before", loads_json(reschedule->before));
    cJSON_AddItemToObject(due, "after", loads_json(reschedule->after));
    cJSON_AddBoolToObject(object, "taken", taken);
    app_print_json(app, object);
}

/* ---- the fit ----------------------------------------------------------------------------- */

bool optimize_is_fitted(const struct fitting *fitting)
{
    return fitting->result.items >= FSRS_LEAST_ITEMS;
}

static void add_too_few(struct buf *out, const struct fitting *fitting)
{
    buf_addf(out, "a fit takes %d answers that can be predicted, and there %s %zu",
        FSRS_LEAST_ITEMS, fitting->result.items == 1 ? "is" : "are",
        fitting->result.items);
}

void optimize_show_too_few(
    struct app *app, const struct fitting *fitting, const char *where)
{
    struct buf line = { 0 };
    if (fitting->result.items == 0) {
        buf_addf(&line, "nothing to fit to %s: %s", where, fitting->nothing);
    } else {
        buf_addf(&line, "too little to fit to %s: ", where);
        add_too_few(&line, fitting);
    }
    term_wrap(&app->out, STYLE_PLAIN, line.text, 0);
    buf_release(&line);
}

static void add_fitting(struct buf *out, const struct fitting *fitting)
{
    buf_addf(out, "fitted to %zu answers (%zu predictable)\n", fitting->reviews,
        fitting->result.items);
}

static void add_weights(struct buf *out, const double *weights)
{
    buf_add(out, "weights ");
    for (size_t i = 0; i < FSRS_PARAMS; i++)
        buf_addf(out, "%s%.4f", i > 0 ? ", " : "", weights[i]);
}

void optimize_show_weights(struct app *app, const struct fitting *fitting)
{
    struct buf line = { 0 };
    add_fitting(&line, fitting);
    buf_addf(&line, "prediction error (log loss): %.4f fitted, %.4f published\n",
        fitting->fitted, fitting->published);
    add_weights(&line, fitting->result.weights);
    term_wrap(&app->out, STYLE_PLAIN, line.text, 0);
    buf_release(&line);
}

/* ---- what would change ------------------------------------------------------------------- */

enum { WEEK = 7 };

static size_t sum(const size_t *loads, int count)
{
    size_t total = 0;
    for (int i = 0; i < count; i++)
        total += loads[i];
    return total;
}

static struct day tomorrow(const struct app *app)
{
    struct day day = day_of(app_now(app), app->settings.day_start);
    day.number++;
    return day;
}

/* Appends a bar for every `span` days: what is due as it is, and would be. */
static void draw_loads(
    const struct app *app, const struct reschedule *reschedule, int span, struct buf *out)
{
    struct day day = tomorrow(app);
    struct plot_bar bars[RESCHEDULE_DAYS];
    char labels[RESCHEDULE_DAYS][DAY_TEXT + 8], numbers[RESCHEDULE_DAYS][48];
    size_t count = 0;
    for (int i = 0; i < RESCHEDULE_DAYS; i += span, day.number += span, count++) {
        int days = RESCHEDULE_DAYS - i < span ? RESCHEDULE_DAYS - i : span;
        size_t before = sum(reschedule->before + i, days);
        size_t after = sum(reschedule->after + i, days);
        char date[DAY_TEXT];
        day_format(day, date);
        snprintf(labels[count], sizeof labels[count], "%s %s", plot_weekday(day), date);
        snprintf(numbers[count], sizeof numbers[count], "%zu -> %3zu", before, after);
        bars[count] = (struct plot_bar){ labels[count], numbers[count], (double)after };
    }
    plot_bars(out, bars, count, 0, app->out.width);
}

/* What a day's place in the calendar says: one number where it stays as it is. */
static int format_load(const struct reschedule *reschedule, int day, char out[32])
{
    size_t before = reschedule->before[day], after = reschedule->after[day];
    return before == after ? snprintf(out, 32, "%zu", before)
                           : snprintf(out, 32, "%zu->%zu", before, after);
}

static int widest_load(const struct reschedule *reschedule)
{
    int widest = 3; // as a weekday's name
    char text[32];
    for (int day = 0; day < RESCHEDULE_DAYS; day++) {
        int width = format_load(reschedule, day, text);
        widest = width > widest ? width : widest;
    }
    return widest;
}

bool optimize_fits_days(const struct app *app, const struct reschedule *reschedule)
{
    return 10 + WEEK * (widest_load(reschedule) + 2) < (int)app->out.width;
}

/* Appends a row for each week, a place for each day. */
static void draw_calendar(
    const struct app *app, const struct reschedule *reschedule, struct buf *out)
{
    struct day day = tomorrow(app);
    int width = widest_load(reschedule);
    buf_addf(out, "%10s", "");
    for (int i = 0; i < WEEK; i++)
        buf_addf(out, "  %*s", width, plot_weekday((struct day){ day.number + i }));
    for (int i = 0; i < RESCHEDULE_DAYS; i++, day.number++) {
        char text[32];
        if (i % WEEK == 0) {
            day_format(day, text);
            buf_addf(out, "\n%s", text);
        }
        format_load(reschedule, i, text);
        buf_addf(out, "  %*s", width, text);
    }
    buf_add(out, "\n");
}

static void show_moves(struct app *app, const struct reschedule *reschedule)
{
    struct buf line = { 0 };
    if (reschedule->count == 0)
        buf_add(&line, "no card would get another date");
    else
        buf_addf(&line, "%zu of %zu cards not yet due would move: %zu earlier, %zu later",
            reschedule->count, reschedule->cards, reschedule->earlier, reschedule->later);
    term_wrap(&app->out, STYLE_PLAIN, line.text, 0);
    buf_release(&line);
}

void optimize_show_outlook(
    struct app *app, const struct fitting *fitting, const struct reschedule *reschedule)
{
    static const char dates[] =
        "so the weights in use stay; what would move was dated by "
        "earlier weights or settings, or when its day was full";
    struct buf line = { 0 };
    if (optimize_is_fitted(fitting))
        add_fitting(&line, fitting);
    else
        add_too_few(&line, fitting);
    if (!optimize_is_fitted(fitting))
        buf_addf(&line, ", %s", dates);
    else if (fitting->kept)
        buf_addf(&line, "a fit brings no more than chance would, %s", dates);
    else
        buf_addf(&line,
            "prediction error (log loss): %.4f fitted, %.4f in use, %.4f "
            "published",
            fitting->fitted, fitting->current, fitting->published);
    term_wrap(&app->out, STYLE_PLAIN, line.text, 0);
    show_moves(app, reschedule);
    buf_clear(&line);
    if (reschedule->count > 0) {
        bool by_day = optimize_fits_days(app, reschedule);
        term_wrap(&app->out, STYLE_STRONG,
            by_day ? "due by day, as it is -> as it would be"
                   : "due by week, as it is -> as it would be",
            0);
        if (by_day)
            draw_calendar(app, reschedule, &line);
        else
            draw_loads(app, reschedule, WEEK, &line);
        plot_paint(&app->out, line.text, 0);
    }
    buf_release(&line);
}

void optimize_show_days(struct app *app, const struct reschedule *reschedule)
{
    struct buf days = { 0 };
    buf_add(&days, "due by day, as it is -> as it would be\n");
    draw_loads(app, reschedule, 1, &days);
    pager_show(&app->out, days.text);
    buf_release(&days);
    show_moves(app, reschedule);
}
