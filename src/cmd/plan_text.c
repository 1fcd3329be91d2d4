/*
 * What `plan` shows to people: figures with a picture, and the commands that follow the advice.
 */
#include "cmd/plan.h"

#include "base/buf.h"
#include "ui/chart.h"
#include "ui/layout.h"
#include "ui/pager.h"
#include "ui/plot.h"
#include "ui/screen.h"
#include "ui/split.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- a few words -------------------------------------------------------------------------- */

void add_plan_minutes(struct buf *out, double minutes)
{
    buf_addf(out, minutes < 9.95 ? "%.1f min" : "%.0f min", minutes);
}

void plan_draw_line(const struct term *term, struct buf *line)
{
    term_wrap(term, STYLE_PLAIN, buf_text(line), 0);
    buf_release(line);
}

static void draw_heading(const struct term *term, const char *text)
{
    term_raw(term, STYLE_PLAIN, "\n");
    term_wrap(term, STYLE_STRONG, text, 0);
}

void plan_add_count(struct buf *out, int count, const char *one)
{
    buf_addf(out, "%d %s%s", count, one, count == 1 ? "" : "s");
}

void plan_add_config(struct buf *out, const char *deck)
{
    buf_add(out, "`quaestor config ");
    if (deck != NULL)
        buf_addf(out, "--deck %s ", deck);
}

void plan_add_retention(struct buf *out, double retention)
{
    bool is_whole = fabs(retention * 100 - round(retention * 100)) < 1e-6;
    buf_addf(out, is_whole ? "%.2f" : "%.3f", retention);
}

static void add_range(struct buf *out, const struct plan_report *r, const char *between)
{
    plan_add_retention(out, r->planner.low_retention);
    if (r->retention > 0)
        return;
    buf_add(out, between);
    plan_add_retention(out, r->planner.high_retention);
}

void plan_add_own_retention(struct buf *out, const struct plan_report *r)
{
    buf_add(out, r->retention > 0 ? "your retention, " : "your retentions, ");
    add_range(out, r, " to ");
}

void plan_add_study(
    struct buf *out, const struct plan_report *r, const struct plan_study *study)
{
    buf_add(out, study->cram ? "`quaestor study --cram" : "`quaestor study");
    if (study->fresh >= 0)
        buf_addf(out, " --new %d", study->fresh);
    if (study->ahead_days > 0)
        buf_addf(out, " --ahead %dd", study->ahead_days);
    if (study->reviews >= 0)
        buf_addf(out, " --reviews %d", study->reviews);
    for (size_t i = 0; i < r->word_count; i++) {
        buf_add_char(out, ' ');
        split_quote(out, r->words[i]);
    }
    if (study->unseen_since != NULL) {
        char day[DAY_TEXT];
        day_format(*study->unseen_since, day);
        buf_addf(out, " not:seen:%s", day);
    }
    buf_add_char(out, '`');
}

void plan_draw_start(const struct term *term, const struct plan_report *r)
{
    enum { FEW = 20 };
    struct buf line = { 0 };
    plan_add_count(&line, (int)r->planner.card_count, "card");
    buf_addf(
        &line, ", %zu of them new; about %.0f known today. ", r->planner.fresh, r->known);
    if (r->timed < FEW)
        buf_add(&line, "Times are a guess until there are answers from a session.");
    else
        buf_addf(&line, "Simulated with the times of your %s%zu answers.",
            r->timed == HABITS_LATEST ? "latest " : "", r->timed);
    plan_draw_line(term, &line);
}

/* ---- retentions --------------------------------------------------------------------------- */

static char mark_of(const struct plan_report *r, int place)
{
    return place == r->sweet_spot ? '*' : place == r->own ? '@' : ' ';
}

/* Releases the label. */
static void add_row(
    struct buf *rows, char mark, struct buf *label, const struct plan_days *year)
{
    buf_addf(rows, "%c %-10s %7.1f  %11.1f  %5.0f\n", mark, buf_text(label),
        year->minutes, year->reviews, year->known);
    buf_release(label);
}

static void add_year(struct buf *rows, const struct plan_report *r, int place)
{
    struct buf label = { 0 };
    buf_pad(&label, ' ', 5);
    plan_add_retention(&label, (PLAN_LOW + place) / 100.0);
    add_row(rows, mark_of(r, place), &label, &r->years[place]);
}

/* What the settings have, where it was not swept. */
static void add_own_year(struct buf *rows, const struct plan_report *r)
{
    struct buf label = { 0 };
    buf_pad(&label, ' ', r->retention > 0 ? 5 : 0);
    add_range(&label, r, "-");
    add_row(rows, '@', &label, &r->own_year);
}

/* Does it stand before this place?  Retentions that differ stand behind all. */
static bool is_own_before(const struct plan_report *r, int place)
{
    return r->own == PLAN_NONE && r->retention * 100 < PLAN_LOW + place &&
           r->retention * 100 > PLAN_LOW + place - 1;
}

static void draw_table(const struct term *term, const struct plan_report *r)
{
    enum { EVERY = 3 };
    struct buf rows = { 0 };
    draw_heading(term, "A year at each retention");
    term_raw(term, STYLE_FAINT, "  retention  min/day  reviews/day  known\n");
    for (int i = 0; i < PLAN_SWEEP; i++) {
        if (is_own_before(r, i))
            add_own_year(&rows, r);
        if (i % EVERY == 0 || mark_of(r, i) != ' ')
            add_year(&rows, r, i);
    }
    if (r->own == PLAN_NONE && (r->retention <= 0 || r->retention * 100 > PLAN_HIGH))
        add_own_year(&rows, r);
    term_raw(term, STYLE_PLAIN, rows.text);
    buf_release(&rows);
}

static void fit_point(struct chart *chart, const struct plan_days *year)
{
    chart->left = fmin(chart->left, year->minutes);
    chart->right = fmax(chart->right, year->minutes);
    chart->low = fmin(chart->low, year->known);
    chart->high = fmax(chart->high, year->known);
}

/* The ends of the chart: all that the sweep came to, with some room. */
static void fit(struct chart *chart, const struct plan_report *r)
{
    chart->left = chart->right = r->own_year.minutes;
    chart->low = chart->high = r->own_year.known;
    for (int i = 0; i < PLAN_SWEEP; i++)
        fit_point(chart, &r->years[i]);
    chart->low = floor(chart->low);
    chart->high = fmax(ceil(chart->high), chart->low + 1);
    chart->right = fmax(chart->right, chart->left + 0.1);
}

static void add_points(struct chart *chart, const struct plan_report *r)
{
    for (int i = 0; i < PLAN_SWEEP; i++)
        chart_mark(chart, r->years[i].minutes, r->years[i].known, '.');
    chart_mark(chart, r->own_year.minutes, r->own_year.known, '@');
    if (r->sweet_spot != PLAN_NONE)
        chart_mark(
            chart, r->years[r->sweet_spot].minutes, r->years[r->sweet_spot].known, '*');
}

static void draw_chart(const struct term *term, const struct plan_report *r)
{
    enum { HEIGHT = 8, WIDEST = 60 };
    size_t room = chart_room(term->width);
    struct chart chart;
    struct buf lines = { 0 }, high = { 0 }, low = { 0 }, left = { 0 }, right = { 0 },
               axis = { 0 };
    chart_init(&chart, room < WIDEST ? room : WIDEST, HEIGHT, term_is_utf8());
    fit(&chart, r);
    add_points(&chart, r);
    buf_addf(&high, "%.0f", chart.high);
    buf_addf(&low, "%.0f", chart.low);
    buf_pad(&axis, ' ', chart.width);
    add_plan_minutes(&left, chart.left);
    add_plan_minutes(&right, chart.right);
    chart_render(&chart, high.text, low.text, axis.text, &lines);
    chart_ends(&chart, left.text, right.text, &lines);
    draw_heading(term, "Cards known after the year, over minutes a day");
    term_raw(term, STYLE_PLAIN, lines.text);
    struct buf *all[] = { &lines, &high, &low, &left, &right, &axis };
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        buf_release(all[i]);
    chart_release(&chart);
}

/* "`quaestor config retention 0.88`, `quaestor config --deck rome retention 0.88` change it" */
static void add_changes(struct buf *line, const struct plan_report *r)
{
    double wanted = (PLAN_LOW + r->sweet_spot) / 100.0;
    struct plan_place *places;
    size_t count = plan_places(r, &places), named = 0;
    for (size_t i = 0; i < count; i++) {
        if (fabs(places[i].retention - wanted) < 1e-9)
            continue;
        buf_add(line, named++ > 0 ? ", " : " ");
        plan_add_config(line, places[i].deck);
        buf_addf(line, "retention %.2f`", wanted);
    }
    free(places);
    buf_addf(line, " change%s %s, for dates to come.", named > 1 ? "" : "s",
        r->retention > 0 ? "it" : "them");
}

static void add_own(struct buf *line, const struct plan_report *r)
{
    buf_add(line, "\n@ ");
    add_range(line, r, " to ");
    buf_add(line, r->retention > 0 ? ", your retention."
                                   : ", your retentions, each deck at its own.");
    if (r->sweet_spot == PLAN_NONE || !r->is_settable)
        return;
    if (r->planner.fresh == r->planner.card_count) {
        buf_add(line, " Without answers yet, there is no reason to change it.");
        return;
    }
    add_changes(line, r);
}

static void draw_sweet_spot(const struct term *term, const struct plan_report *r)
{
    struct buf line = { 0 };
    if (r->sweet_spot == PLAN_NONE) {
        buf_add(&line, "No sweet spot: more time would not make more cards known.");
    } else {
        buf_addf(&line,
            "* %.2f, the sweet spot: up to it a further minute a day brings more cards "
            "than the average one, beyond it less.",
            (PLAN_LOW + r->sweet_spot) / 100.0);
    }
    if (r->sweet_spot != PLAN_NONE && r->sweet_spot == r->own)
        buf_add(&line, " It is your retention.");
    else
        add_own(&line, r);
    plan_draw_line(term, &line);
}

/* "2.3 min   10 answers", as wide for one */
static const char *week_text(struct arena *arena, const struct plan_days *week)
{
    struct buf minutes = { 0 };
    add_plan_minutes(&minutes, week->minutes);
    const char *text = arena_printf(arena, "%s  %3.0f %-7s", minutes.text, week->answers,
        rint(week->answers) == 1 ? "answer" : "answers");
    buf_release(&minutes);
    return text;
}

static void draw_weeks(const struct term *term, const struct plan_report *r)
{
    struct plot_bar bars[PLAN_WEEKS];
    struct arena arena = { 0 };
    struct buf lines = { 0 };
    double most = 0;
    for (int i = 0; i < PLAN_WEEKS; i++) {
        char day[DAY_TEXT];
        const struct plan_days *week = &r->weeks[i];
        day_format((struct day){ r->today.number + 7 * i }, day);
        bars[i] = (struct plot_bar){ .label = arena_strdup(&arena, day + 5),
            .number = week_text(&arena, week),
            .value = rint(week->answers) == 0 ? 0 : week->minutes };
        most = fmax(most, week->minutes);
    }
    draw_heading(term, "A day in the weeks to come, with your settings");
    plot_bars(&lines, bars, PLAN_WEEKS, most > 0 ? most : 1,
        term->width < 60 ? term->width : 60);
    term_raw(term, STYLE_PLAIN, lines.text);
    buf_release(&lines);
    arena_release(&arena);
}

static void draw_retention(const struct term *term, const struct plan_report *r)
{
    plan_draw_start(term, r);
    draw_table(term, r);
    draw_sweet_spot(term, r);
    draw_chart(term, r);
    draw_weeks(term, r);
}

/* ---- all of it ---------------------------------------------------------------------------- */

static void draw(const struct term *term, const void *context)
{
    const struct plan_report *r = context;
    switch (r->kind) {
    case PLAN_RETENTION:
        draw_retention(term, r);
        break;
    case PLAN_EXAM:
        plan_draw_exam(term, r);
        break;
    case PLAN_BREAK:
        plan_draw_break(term, r);
        break;
    case PLAN_BACK:
        plan_draw_back(term, r);
        break;
    }
}

void plan_print(struct app *app, const struct plan_report *report)
{
    struct buf text = { 0 };
    screen_render(&app->out, &text, draw, report);
    pager_show(&app->out, buf_text(&text));
    buf_release(&text);
}
