/*
 * What `plan` shows of being away: a break, and the way back from a backlog.
 */
#include "cmd/plan.h"

#include <math.h>
#include <stdio.h>

/* ---- a break ------------------------------------------------------------------------------ */

static void add_way(struct buf *out, const struct way_back *way)
{
    buf_addf(out, "%d a day ", way->a_day);
    if (way->days == 0) {
        buf_addf(out, "do not catch up in %d days", WAY_BACK_MOST);
    } else {
        buf_add(out, way->a_day == 1 ? "is done in " : "are done in ");
        plan_add_count(out, way->days, "day");
    }
    buf_add(out, ", ");
    add_plan_minutes(out, way->minutes);
    buf_add(out, " each");
}

/* "in the last 4 days", "on the last day" */
static void add_last(struct buf *out, int days)
{
    if (days == 1)
        buf_add(out, " on the last day");
    else
        buf_addf(out, " in the last %d days", days);
}

static void add_kind(
    struct buf *out, const struct plan_report *r, const struct break_plan *plan)
{
    switch (plan->kind) {
    case BREAK_AS_EVER:
        buf_add(out, "As ever until then");
        break;
    case BREAK_NO_NEW:
        buf_add(out, "No new cards");
        add_last(out, plan->rest_days);
        break;
    case BREAK_HALF_AHEAD:
        buf_addf(out, "%s%d more%s ahead of their dates",
            r->break_count == BREAK_KINDS ? "The same, and " : "", plan->more_a_day,
            plan->lead_days > 1 ? " a day" : "");
        add_last(out, plan->lead_days);
        break;
    }
}

static void draw_break_plan(
    const struct term *term, const struct plan_report *r, const struct break_plan *plan)
{
    struct buf line = { 0 };
    long waiting = lround(plan->waiting);
    bool is_backlog = r->breaks[0].waiting > r->breaks[0].room;
    add_kind(&line, r, plan);
    if (waiting > 0)
        buf_addf(&line, ": %ld wait%s afterwards", waiting, waiting == 1 ? "s" : "");
    else
        buf_add(&line, ": nothing waits afterwards");
    buf_addf(&line, ", about %.0f of %zu known", plan->known, r->planner.card_count);
    if (is_backlog && waiting > 0) {
        buf_add(&line, "; ");
        add_way(&line, &plan->way);
    }
    buf_add(&line, is_backlog ? "." : ". Nothing special is needed.");
    term_raw(term, STYLE_PLAIN, "\n");
    plan_draw_line(term, &line);
}

static const struct break_plan *break_of(
    const struct plan_report *r, enum break_kind kind)
{
    for (size_t i = 0; i < r->break_count; i++)
        if (r->breaks[i].kind == kind)
            return &r->breaks[i];
    return NULL;
}

static void add_before(struct buf *out, const struct plan_report *r)
{
    const struct break_plan *ahead = break_of(r, BREAK_HALF_AHEAD);
    int length = r->last.number - r->first.number + 1;
    if (break_of(r, BREAK_NO_NEW) != NULL) {
        buf_add(out, "No new cards: ");
        plan_add_study(out, r, &(struct plan_study){ .fresh = 0, .reviews = -1 });
        add_last(out, break_of(r, BREAK_NO_NEW)->rest_days);
        buf_add_char(out, '.');
    }
    if (ahead != NULL) {
        buf_add(out, out->len > 0 ? "\nAhead: " : "Ahead: ");
        plan_add_study(out, r,
            &(struct plan_study){ .fresh = 0,
                .reviews = ahead->more_a_day,
                .ahead_days = length + ahead->lead_days - 1 });
        buf_add(out, ", after what is due,");
        add_last(out, ahead->lead_days);
        buf_add_char(out, '.');
    }
}

/* What `study` offers is for all cards together. */
static void add_after(struct buf *out, const struct plan_report *r)
{
    const struct break_plan *plan = &r->breaks[0];
    if (plan->waiting <= plan->room)
        return;
    buf_add(out, out->len > 0 ? "\nAfter the break: " : "After the break: ");
    if (r->word_count > 0) {
        plan_add_study(
            out, r, &(struct plan_study){ .fresh = 0, .reviews = plan->way.a_day });
        buf_add(out, " each day, the most fragile first, until fewer wait.");
        return;
    }
    buf_addf(out,
        "if more than about %.0f wait, `quaestor study` offers the way back: the most "
        "fragile first, and no new cards until it is done. `quaestor config "
        "backlog-per-day %d` agrees to it in any case.",
        plan->room, plan->way.a_day);
}

static void draw_break_advice(const struct term *term, const struct plan_report *r)
{
    struct buf line = { 0 };
    add_before(&line, r);
    add_after(&line, r);
    if (line.len == 0)
        return;
    term_raw(term, STYLE_PLAIN, "\n");
    plan_draw_line(term, &line);
}

void plan_draw_break(const struct term *term, const struct plan_report *r)
{
    char first[DAY_TEXT], last[DAY_TEXT];
    struct buf line = { 0 };
    plan_draw_start(term, r);
    day_format(r->first, first);
    day_format(r->last, last);
    buf_addf(&line, "A break from %s to %s, ", first, last);
    plan_add_count(&line, r->last.number - r->first.number + 1, "day");
    buf_add(&line, ".");
    plan_draw_line(term, &line);
    for (size_t i = 0; i < r->break_count; i++)
        draw_break_plan(term, r, &r->breaks[i]);
    draw_break_advice(term, r);
}

/* ---- the way back ------------------------------------------------------------------------- */

static void draw_ways(const struct term *term, const struct ways_back *ways)
{
    struct buf rows = { 0 };
    term_raw(term, STYLE_FAINT, "  reviews/day  days  min/day\n");
    for (size_t i = 0; i < ways->count; i++) {
        const struct way_back *way = &ways->items[i];
        char days[16];
        snprintf(days, sizeof days, way->days > 0 ? "%d" : "> %d",
            way->days > 0 ? way->days : WAY_BACK_MOST);
        buf_addf(&rows, "%c %11d  %4s  %7.1f\n", i == ways->offered ? '*' : ' ',
            way->a_day, days, way->minutes);
    }
    term_raw(term, STYLE_PLAIN, rows.text);
    buf_release(&rows);
}

/* Why it takes so long, and what is different from other days. */
static void add_cap(struct buf *out, const struct plan_report *r)
{
    const struct way_back *way = &r->ways.items[r->ways.offered];
    if (way->a_day != r->planner.reviews_per_day)
        return;
    if (way->days == 0 || way->days > WAY_BACK_GOAL)
        buf_addf(out,
            "It takes more than two weeks because `reviews-per-day` allows no more than "
            "%d. ",
            way->a_day);
    buf_addf(out, "%d a day are asked anyway: what changes is that new cards pause.\n",
        way->a_day);
}

static void add_agreement(struct buf *out, const struct plan_report *r)
{
    int agreed = r->app->settings.backlog_per_day;
    int a_day = r->ways.items[r->ways.offered].a_day;
    if (r->word_count > 0) {
        plan_add_study(out, r, &(struct plan_study){ .fresh = 0, .reviews = a_day });
        buf_add(out, " each day, until fewer wait.");
    } else if (agreed > 0) {
        buf_addf(out,
            "You have agreed to %d a day; `quaestor config --unset backlog-per-day` ends "
            "that.",
            agreed);
    } else {
        buf_addf(out,
            "`quaestor config backlog-per-day %d` agrees to it; `quaestor study` takes "
            "it out again when the backlog is done.",
            a_day);
    }
}

void plan_draw_back(const struct term *term, const struct plan_report *r)
{
    struct buf line = { 0 };
    plan_draw_start(term, r);
    if (r->planner.waiting == 0) {
        term_wrap(term, STYLE_PLAIN, "Nothing waits: there is no backlog.", 0);
        return;
    }
    plan_add_count(&line, (int)r->planner.waiting, "review");
    buf_addf(&line,
        " wait%s. The most fragile come first, and no new cards until they are done:",
        r->planner.waiting == 1 ? "s" : "");
    plan_draw_line(term, &line);
    draw_ways(term, &r->ways);
    if (r->planner.at_steps > 0)
        buf_addf(&line, "Cards at their steps come on top: %zu.\n", r->planner.at_steps);
    add_cap(&line, r);
    add_agreement(&line, r);
    plan_draw_line(term, &line);
}
