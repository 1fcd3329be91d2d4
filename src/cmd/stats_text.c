/*
 * What `stats` shows to people: lines, tables and plots.
 *
 * In the order in which one wants it said: today, how well the dates hold, how much, when,
 * what comes, what there is.  Every picture has its numbers beside it.
 */
#include "cmd/stats.h"

#include "cmd/card.h"
#include "ui/layout.h"
#include "ui/pager.h"
#include "ui/plot.h"
#include "ui/screen.h"

#include <stdlib.h>
#include <string.h>

/* ---- a few words -------------------------------------------------------------------------- */

/* "87 %", or "-" of none. */
static void add_share(struct buf *out, double part, size_t whole)
{
    if (whole == 0)
        buf_add(out, "-");
    else
        buf_addf(out, "%.0f %%", 100 * part / (double)whole);
}

void add_minutes(struct buf *out, const char *before, int64_t ms)
{
    if (ms == 0)
        return;
    if (ms < MINUTE_MS)
        buf_addf(out, "%s<1 min", before);
    else
        buf_addf(
            out, "%s%lld min", before, (long long)((ms + MINUTE_MS / 2) / MINUTE_MS));
}

static void add_count(struct buf *out, size_t count, const char *one, const char *many)
{
    buf_addf(out, "%zu %s", count, count == 1 ? one : many);
}

static void draw_heading(const struct term *term, const char *text)
{
    term_raw(term, STYLE_PLAIN, "\n");
    term_wrap(term, STYLE_STRONG, text, 0);
}

static void draw_line(const struct term *term, struct buf *line)
{
    term_wrap(term, STYLE_PLAIN, buf_text(line), 0);
    buf_release(line);
}

/* ---- today and streak --------------------------------------------------------------------- */

enum { FACT_INDENT = 8 };

static void draw_today(const struct term *term, const struct report *report)
{
    struct buf line = { 0 };
    size_t studied;
    struct stats_day today = stats_sum(&report->stats, report->today, 1, &studied);
    if (today.answers == 0) {
        buf_add(&line, "no answer yet");
    } else {
        add_count(&line, today.answers, "answer, ", "answers, ");
        add_share(&line, (double)today.right, today.answers);
        buf_add(&line, " right");
        add_minutes(&line, ", ", today.answer_ms);
    }
    show_fact(term, "today", FACT_INDENT, line.text);
    buf_release(&line);
}

static void draw_streak(const struct term *term, const struct report *report)
{
    const struct stats_streak *streak = &report->stats.streak;
    struct buf line = { 0 };
    if (streak->days == 0) {
        buf_add(&line, "the next answer begins one");
    } else {
        add_count(&line, (size_t)streak->days, "day", "days");
        buf_add(&line, streak->has_today ? " " : " up to yesterday, ");
        buf_add(&line, "with an answer or nothing due");
    }
    buf_addf(&line, "; longest %d", streak->longest);
    show_fact(term, "streak", FACT_INDENT, line.text);
    buf_release(&line);
}

/* ---- share right -------------------------------------------------------------------------- */

static const char *const columns[] = { "reviews", "right", "wanted", "model", "young",
    "mature" };

enum { COLUMNS = 6, COLUMN_LABEL = 8 };

static void add_cell(struct buf *out, size_t column, const struct stats_window *window)
{
    struct stats_share young = window->young, mature = window->mature;
    struct stats_share both = stats_share_sum(young, mature);
    switch (column) {
    case 0:
        buf_addf(out, "%zu", both.reviews);
        break;
    case 1:
        add_share(out, (double)both.right, both.reviews);
        break;
    case 2:
        add_share(out, both.wanted, both.reviews);
        break;
    case 3:
        add_share(out, both.expected, both.reviews);
        break;
    case 4:
        add_share(out, (double)young.right, young.reviews);
        break;
    case 5:
        add_share(out, (double)mature.right, mature.reviews);
        break;
    }
}

static void add_window(
    struct buf *out, const struct stats_window *window, size_t from, size_t to)
{
    struct buf label = { 0 };
    if (window->days > 0)
        add_count(&label, (size_t)window->days, "day", "days");
    buf_addf(out, "%-*s", COLUMN_LABEL, window->days > 0 ? label.text : "all");
    for (size_t i = from; i < to; i++) {
        struct buf cell = { 0 };
        add_cell(&cell, i, window);
        buf_addf(out, "  %*s", (int)strlen(columns[i]), cell.text);
        buf_release(&cell);
    }
    buf_add_char(out, '\n');
    buf_release(&label);
}

static void draw_columns(
    const struct term *term, const struct stats *stats, size_t from, size_t to)
{
    struct buf head = { 0 }, rows = { 0 };
    buf_pad(&head, ' ', COLUMN_LABEL);
    for (size_t i = from; i < to; i++)
        buf_addf(&head, "  %s", columns[i]);
    buf_add_char(&head, '\n');
    for (size_t i = 0; i < stats->window_count; i++)
        add_window(&rows, &stats->windows[i], from, to);
    term_raw(term, STYLE_FAINT, head.text);
    term_raw(term, STYLE_PLAIN, rows.text);
    buf_release(&head);
    buf_release(&rows);
}

/* The column behind the last one that fits beside column `from`. */
static size_t fitting_columns(const struct term *term, size_t from)
{
    size_t used = COLUMN_LABEL, to = from;
    while (to < COLUMNS && (to == from || used + 2 + strlen(columns[to]) < term->width))
        used += 2 + strlen(columns[to++]);
    return to;
}

/* A narrow window has the columns in several tables. */
static void draw_shares(const struct term *term, const struct report *report)
{
    draw_heading(term, "Right at reviews that were due");
    for (size_t from = 0, to; from < COLUMNS; from = to) {
        to = fitting_columns(term, from);
        draw_columns(term, &report->stats, from, to);
    }
}

/* ---- how much, and when ------------------------------------------------------------------- */

static void draw_pace(const struct term *term, const struct report *report)
{
    const struct stats_day *period = &report->period;
    struct buf line = { 0 };
    size_t studied = report->studied;
    if (studied == 0) {
        buf_add(&line, "no answers");
    } else {
        buf_addf(&line, "answers on %zu of them; on these ", studied);
        add_count(&line, (period->answers + studied / 2) / studied, "answer", "answers");
        add_minutes(&line, " and ", period->answer_ms / (int64_t)studied);
        buf_add(&line, " a day");
    }
    if (period->timed > 0)
        buf_addf(&line, ", %.0f s an answer",
            (double)period->answer_ms / SECOND_MS / (double)period->timed);
    draw_line(term, &line);
}

/* The answers of each day of the period, oldest first. */
static size_t *answers_by_day(const struct report *report)
{
    size_t *values = mem_zeroed((size_t)report->days, sizeof *values);
    for (size_t i = 0; i < report->stats.day_count; i++) {
        const struct stats_day *day = &report->stats.days[i];
        int back = report->today.number - day->day.number;
        if (back >= 0 && back < report->days)
            values[report->days - 1 - back] = day->answers;
    }
    return values;
}

static void draw_heatmap(const struct term *term, const struct report *report)
{
    struct buf lines = { 0 }, legend = { 0 };
    size_t *values = answers_by_day(report);
    struct plot_days days = { values, (size_t)report->days, report->today };
    plot_heatmap(&lines, &days, term->width);
    plot_paint(term, lines.text, 4);
    buf_add(&legend, "a day: ");
    plot_legend(&legend, &days, term->width - legend.len);
    term_raw(term, STYLE_FAINT, legend.text);
    free(values);
    buf_release(&lines);
    buf_release(&legend);
}

static void draw_period(const struct term *term, const struct report *report)
{
    enum { LEAST_DAYS_DRAWN = 7 };
    struct buf heading = { 0 };
    if (report->days == 1)
        return; // the first line has said it
    buf_addf(&heading, "The last %d days", report->days);
    draw_heading(term, heading.text);
    draw_pace(term, report);
    if (report->studied > 0 && report->days >= LEAST_DAYS_DRAWN)
        draw_heatmap(term, report);
    buf_release(&heading);
}

/* ---- what comes --------------------------------------------------------------------------- */

/* "today", "Sat 11-21" */
static const char *name_day(struct arena *arena, struct day day, size_t ahead)
{
    char text[DAY_TEXT];
    day_format(day, text);
    return ahead == 0
               ? "today"
               : arena_printf(arena, "%s %s", plot_weekday(day), strchr(text, '-') + 1);
}

static void draw_forecast(const struct term *term, const struct report *report)
{
    struct plot_bar bars[REPORT_FORECAST_DAYS];
    struct arena arena = { 0 };
    struct buf lines = { 0 }, late = { 0 };
    for (size_t i = 0; i < REPORT_FORECAST_DAYS; i++)
        bars[i] = (struct plot_bar){
            .label = name_day(&arena, (struct day){ report->today.number + (int)i }, i),
            .number = arena_printf(&arena, "%zu", report->due[i]),
            .value = (double)report->due[i],
        };
    draw_heading(term, "Due in the next 14 days");
    plot_bars(&lines, bars, REPORT_FORECAST_DAYS, 0, term->width);
    term_raw(term, STYLE_PLAIN, lines.text);
    if (report->cards.overdue > 0) {
        buf_addf(
            &late, "backlog: %zu of today's from days before", report->cards.overdue);
        draw_line(term, &late);
    }
    buf_release(&lines);
    arena_release(&arena);
}

/* ---- what there is ------------------------------------------------------------------------ */

static void draw_cards(const struct term *term, const struct report *report)
{
    const struct stats_cards *cards = &report->cards;
    struct buf line = { 0 };
    draw_heading(term, "Cards");
    buf_addf(&line, "%zu new, %zu learning, %zu young, %zu mature", cards->fresh,
        cards->learning, cards->young, cards->mature);
    draw_line(term, &line);
    buf_addf(
        &line, "of these %zu suspended, %zu flagged, ", cards->suspended, cards->flagged);
    add_count(&line, cards->leeches, "leech", "leeches");
    draw_line(term, &line);
}

static size_t cards_of(const struct stats_cards *cards)
{
    return cards->fresh + cards->learning + cards->young + cards->mature;
}

/* As wide as the longest name of those shown, as far as the window goes. */
static size_t deck_width(const struct term *term, const struct report *report)
{
    enum { NUMBERS = 29, LEAST = 10 };
    const struct library *library = report->collection->library;
    size_t width = 4,
           room = term->width > NUMBERS + LEAST ? term->width - NUMBERS : LEAST;
    for (size_t i = 0; i < library->deck_count; i++)
        if (cards_of(&report->decks[i]) > 0 && strlen(library->decks[i].id) > width)
            width = strlen(library->decks[i].id);
    return width < room ? width : room;
}

static void draw_decks(const struct term *term, const struct report *report)
{
    size_t width = deck_width(term, report);
    struct buf head = { 0 }, rows = { 0 };
    draw_heading(term, "Decks, with the share right of 30 days");
    buf_addf(&head, "%-*s  %5s  %5s  %5s  %5s\n", (int)width, "deck", "cards", "seen",
        "right", "due");
    for (size_t i = 0; i < report->collection->library->deck_count; i++) {
        const struct stats_cards *cards = &report->decks[i];
        const struct stats_share *share = &report->stats.decks[i];
        struct buf right = { 0 };
        if (cards_of(cards) == 0)
            continue;
        add_share(&right, (double)share->right, share->reviews);
        layout_column(&rows, report->collection->library->decks[i].id, width);
        buf_addf(&rows, "  %5zu  %5zu  %5s  %5zu\n", cards_of(cards), cards->seen,
            right.text, cards->due);
        buf_release(&right);
    }
    term_raw(term, STYLE_FAINT, head.text);
    term_raw(term, STYLE_PLAIN, buf_text(&rows));
    buf_release(&head);
    buf_release(&rows);
}

/* ---- all of it ---------------------------------------------------------------------------- */

static void draw(const struct term *term, const void *context)
{
    const struct report *report = context;
    if (report->sum.answers > 0) {
        draw_today(term, report);
        draw_streak(term, report);
        draw_shares(term, report);
        draw_period(term, report);
        draw_forecast(term, report);
    } else {
        term_raw(term, STYLE_PLAIN,
            cards_of(&report->cards) > 0
                ? "No answers yet; `quaestor study` asks the first cards.\n"
                : "No cards, and no answers.\n");
    }
    if (cards_of(&report->cards) > 0) {
        draw_cards(term, report);
        draw_decks(term, report);
    }
}

void stats_print(struct app *app, const struct report *report)
{
    struct buf text = { 0 };
    screen_render(&app->out, &text, draw, report);
    pager_show(&app->out, text.text);
    buf_release(&text);
}
