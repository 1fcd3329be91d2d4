/*
 * What `plan` shows of times to come: an exam, a break, the way back.
 */
#include "cmd/plan.h"

#include <math.h>

/* ---- an exam ------------------------------------------------------------------------------ */

static void add_outcome(struct buf *out, const struct plan_report *r)
{
    const struct exam_plan *plan = &r->exam_plan;
    buf_add(out, "That is ");
    add_plan_minutes(out, plan->days.minutes);
    buf_add(out, " a day, ");
    add_plan_minutes(out, plan->peak_minutes);
    buf_addf(out, " on the longest; about %.0f of %zu would be known.", plan->days.known,
        r->planner.card_count);
}

static bool is_own(const struct plan_report *r)
{
    return fabs(r->exam_plan.retention - r->retention) < 0.005;
}

/* "retention 0.92, 2 new a day, and all cards once more in the last 3 days" */
static void add_means(struct buf *out, const struct plan_report *r)
{
    const struct exam_plan *plan = &r->exam_plan;
    buf_addf(
        out, "%s %.2f", is_own(r) ? "your retention," : "retention", plan->retention);
    if (plan->fresh_per_day > 0)
        buf_addf(out, ", %d new a day", plan->fresh_per_day);
    if (plan->revision_days > 0) {
        buf_add(out, ", and all cards once more in the last ");
        plan_add_count(out, plan->revision_days, "day");
    }
}

static void add_verdict(struct buf *out, const struct plan_report *r)
{
    char day[DAY_TEXT];
    day_format(r->exam, day);
    buf_addf(out, "Exam on %s, in ", day);
    plan_add_count(out, r->exam_days, "day");
    buf_add(
        out, r->exam_plan.enough ? ": it takes " : ": it cannot all be known by then");
    if (!r->exam_plan.enough && r->most_minutes > 0)
        buf_addf(out, " in %.0f min a day", r->most_minutes);
    if (!r->exam_plan.enough)
        buf_add(out, ". What comes nearest is ");
    add_means(out, r);
    buf_add(out, ". ");
    add_outcome(out, r);
}

/* The commands that do so; nothing if all is as it should be. */
static void add_commands(struct buf *out, const struct plan_report *r)
{
    const struct exam_plan *plan = &r->exam_plan;
    const char *before = "To do so: ";
    if (!is_own(r)) {
        buf_add(out, before);
        plan_add_config(out, r, "retention");
        buf_addf(out, "%.2f`", plan->retention);
        before = ", ";
    }
    if (plan->fresh_per_day > 0) {
        buf_add(out, before);
        plan_add_config(out, r, "new-per-day");
        buf_addf(out, "%d`", plan->fresh_per_day);
        before = ", ";
    }
    if (plan->revision_days > 0)
        buf_addf(out,
            "%s`quaestor study --ahead %dd --reviews %d` on each of the last days",
            before, EXAM_AHEAD, plan->revision_reviews);
}

void plan_draw_exam(const struct term *term, const struct plan_report *r)
{
    struct buf line = { 0 }, advice = { 0 };
    plan_draw_start(term, r);
    add_verdict(&line, r);
    plan_draw_line(term, &line);
    if (!r->exam_plan.enough)
        buf_add(&advice, "A SELECTOR of what matters most, or a later day, may do.\n");
    add_commands(&advice, r);
    if (advice.len > 0)
        plan_draw_line(term, &advice);
}

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

static void add_kind(
    struct buf *out, const struct plan_report *r, const struct break_plan *plan)
{
    switch (plan->kind) {
    case BREAK_AS_EVER:
        buf_add(out, "As ever until then");
        break;
    case BREAK_NO_NEW:
        buf_add(out, "No new cards in the last ");
        plan_add_count(out, plan->rest_days, "day");
        break;
    case BREAK_HALF_AHEAD:
        buf_addf(out, "%s%d more a day ahead of their dates in the last ",
            r->break_count == BREAK_KINDS ? "The same, and " : "", plan->more_a_day);
        plan_add_count(out, plan->lead_days, "day");
        break;
    }
}

static void draw_break_plan(
    const struct term *term, const struct plan_report *r, const struct break_plan *plan)
{
    struct buf line = { 0 };
    add_kind(&line, r, plan);
    if (plan->waiting < 0.5) {
        buf_add(&line, ": nothing waits afterwards.");
    } else {
        buf_addf(&line, ": %.0f wait afterwards, about %.0f of %zu known; ",
            plan->waiting, plan->known, r->planner.card_count);
        add_way(&line, &plan->way);
        buf_add(&line, ".");
    }
    term_raw(term, STYLE_PLAIN, "\n");
    plan_draw_line(term, &line);
}

static void draw_break_advice(const struct term *term, const struct plan_report *r)
{
    struct buf line = { 0 };
    int length = r->last.number - r->first.number + 1;
    if (r->break_count == BREAK_KINDS)
        buf_add(&line, "No new cards: `quaestor config new-per-day 0`.\n");
    if (r->break_count > 1)
        buf_addf(&line,
            "Ahead: `quaestor study --ahead %dd --reviews %d` after what is due.\n",
            length + r->breaks[0].lead_days, r->breaks[r->break_count - 1].more_a_day);
    buf_add(&line,
        "After the break `quaestor study` offers the way back: the most fragile "
        "first, and no new cards until it is done.");
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
    for (size_t i = 0; i < ways->count; i++) {
        struct buf line = { 0 };
        buf_add(&line, i == ways->offered ? "* " : "  ");
        add_way(&line, &ways->items[i]);
        buf_add_char(&line, '\n');
        term_raw(term, STYLE_PLAIN, line.text);
        buf_release(&line);
    }
}

static void add_agreement(struct buf *out, const struct plan_report *r)
{
    int agreed = r->app->settings.backlog_per_day;
    if (agreed > 0)
        buf_addf(out,
            "You have agreed to %d a day; `quaestor config --unset backlog-per-day` ends "
            "that.",
            agreed);
    else
        buf_addf(out,
            "`quaestor config backlog-per-day %d` agrees to it; `quaestor study` takes "
            "it "
            "out again when the backlog is done.",
            r->ways.items[r->ways.offered].a_day);
}

void plan_draw_back(const struct term *term, const struct plan_report *r)
{
    struct buf line = { 0 };
    plan_draw_start(term, r);
    if (r->planner.waiting == 0) {
        term_wrap(term, STYLE_PLAIN, "Nothing waits: there is no backlog.", 0);
        return;
    }
    buf_addf(&line,
        "%zu wait. The most fragile come first, and no new cards until they are done:",
        r->planner.waiting);
    plan_draw_line(term, &line);
    draw_ways(term, &r->ways);
    add_agreement(&line, r);
    plan_draw_line(term, &line);
}
