/*
 * What `plan --exam` shows: what it takes, and what to type each day for it to come true.
 */
#include "cmd/plan.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- what it takes ------------------------------------------------------------------------ */

/* Of few cards a whole number would say too much: 0.93 of 1 is not 1. */
static void add_known(struct buf *out, const struct plan_report *r, double known)
{
    enum { FEW = 20 };
    size_t count = r->planner.card_count;
    if (count < FEW)
        buf_addf(out, "each would be known with a chance of about %.0f %%",
            100 * known / (double)count);
    else
        buf_addf(out, "about %.0f of %zu would be known", known, count);
}

static void add_outcome(struct buf *out, const struct plan_report *r)
{
    const struct exam_plan *plan = &r->exam_plan;
    buf_add(out, "That is ");
    add_plan_minutes(out, plan->days.minutes);
    if (r->exam_days > 1) {
        buf_add(out, " a day, ");
        add_plan_minutes(out, plan->peak_minutes);
        buf_add(out, " on the longest");
    }
    buf_add(out, "; ");
    add_known(out, r, plan->days.known);
    buf_add_char(out, '.');
}

/* "all cards once more in the last 3 days", "the most fragile 43 cards a day in ..." */
static void add_revision(
    struct buf *out, const struct plan_report *r, const struct exam_plan *plan)
{
    if (plan->revises_all)
        buf_add(out, "all cards once more ");
    else
        buf_addf(out, "the %d most fragile cards%s once more ", plan->revision_reviews,
            plan->revision_days > 1 ? " of each day" : "");
    if (r->exam_days == 1)
        buf_add(out, "today");
    else if (plan->revision_days == 1)
        buf_add(out, "on the day before");
    else
        buf_addf(out, "in the last %d days", plan->revision_days);
}

/* "retention 0.92, 2 new a day, and all cards once more in the last 3 days" */
static void add_means(struct buf *out, const struct plan_report *r)
{
    const struct exam_plan *plan = &r->exam_plan;
    if (plan->retention > 0) {
        buf_add(out, "retention ");
        plan_add_retention(out, plan->retention);
        bool is_less = plan->retention < r->planner.high_retention - 1e-9;
        buf_add(out, plan->at_least && is_less ? " at least" : "");
    } else {
        plan_add_own_retention(out, r);
    }
    if (plan->fresh_per_day > 0 && r->exam_days == 2) {
        buf_add(out, ", ");
        plan_add_count(out, plan->fresh_per_day, "new card");
        buf_add(out, " today");
    } else if (plan->fresh_per_day > 0) {
        buf_addf(out, ", %d new a day", plan->fresh_per_day);
    }
    if (plan->revision_days > 0) {
        buf_add(out, ", and ");
        add_revision(out, r, plan);
    }
}

/* Of a single day; no retention matters then. */
static void add_means_today(
    struct buf *out, const struct plan_report *r, const struct exam_plan *plan)
{
    size_t start = out->len;
    if (plan->revision_reviews > 0)
        add_revision(out, r, plan);
    else if (r->planner.waiting > 0)
        buf_add(out, "what is due today");
    if (plan->fresh_per_day > 0) {
        buf_add(out, out->len > start ? ", and " : "");
        plan_add_count(out, plan->fresh_per_day, "new card");
    }
    if (out->len == start)
        buf_add(out, "nothing more");
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
    if (r->exam_days == 1)
        add_means_today(out, r, &r->exam_plan);
    else
        add_means(out, r);
    buf_add(out, ". ");
    add_outcome(out, r);
    if (r->most_minutes > 0 && r->exam_plan.days.minutes > r->most_minutes)
        buf_add(out, " Fewer minutes are not possible, even without new cards.");
    if (!r->exam_plan.enough)
        buf_add(out, r->planner.card_count > 1
                         ? " A SELECTOR of what matters most, or a later day, may do."
                         : " A later day may do.");
}

/* ---- what to type ------------------------------------------------------------------------- */

/* A setting to be changed until the exam; `is_default`: it was not set. */
struct change {
    const char *deck, *setting;
    double value, was;
    bool is_default;
};

/* What the plan sets, and what puts it back. */
struct advice {
    struct buf before, after;
};

/* "\n`quaestor config retention 0.92` (now 0.9)", "`quaestor config --unset retention`" */
static void add_change(struct advice *advice, const struct change *change)
{
    bool is_count = change->value >= 1;
    buf_add_char(&advice->before, '\n');
    plan_add_config(&advice->before, change->deck);
    buf_addf(&advice->before, is_count ? "%s %.0f` (now %.0f)" : "%s %.2f` (now %.4g)",
        change->setting, change->value, change->was);
    buf_add(&advice->after, advice->after.len > 0 ? ", " : "\nAfter the exam: ");
    plan_add_config(&advice->after, change->deck);
    if (change->is_default)
        buf_addf(&advice->after, "--unset %s`", change->setting);
    else
        buf_addf(&advice->after, is_count ? "%s %.0f`" : "%s %.4g`", change->setting,
            change->was);
}

static void add_retention(struct advice *advice, const struct plan_report *r)
{
    const struct exam_plan *plan = &r->exam_plan;
    struct plan_place *places;
    size_t count = plan_places(r, &places);
    for (size_t i = 0; i < count; i++) {
        double was = places[i].retention;
        double wanted = plan->at_least ? fmax(was, plan->retention) : plan->retention;
        if (fabs(wanted - was) > 1e-9)
            add_change(advice, &(struct change){ places[i].deck, "retention", wanted, was,
                                   places[i].is_default });
    }
    free(places);
}

static bool touches(const struct plan_report *r, size_t deck)
{
    const struct collection *c = &r->app->collection;
    for (size_t i = 0; i < c->library->card_count; i++)
        if (r->selected[i] && c->queue_cards[i].deck == deck)
            return true;
    return false;
}

static void add_cap(
    struct advice *advice, const char *deck, const char *setting, int cap, double wanted)
{
    if (cap >= 0 && cap < wanted)
        add_change(advice, &(struct change){ deck, setting, ceil(wanted), cap, false });
}

/* A deck's own caps bind whatever --new and --reviews say. */
static void add_deck_caps(struct advice *advice, const struct plan_report *r)
{
    const struct collection *c = &r->app->collection;
    const struct exam_plan *plan = &r->exam_plan;
    for (size_t i = 0; i < c->library->deck_count; i++) {
        if (!touches(r, i))
            continue;
        add_cap(advice, c->library->decks[i].id, "new-per-day", c->deck_caps[i].fresh,
            plan->fresh_per_day);
        add_cap(advice, c->library->decks[i].id, "reviews-per-day",
            c->deck_caps[i].reviews, fmax(plan->plain_reviews, plan->revision_reviews));
    }
}

/* Does today's cap, or what was agreed to for a backlog, hold less than the plan needs? */
static bool is_capped(const struct plan_report *r)
{
    const struct settings *settings = &r->app->settings;
    double agreed = settings->backlog_per_day, needed = r->exam_plan.plain_reviews;
    return settings->reviews_per_day < needed || (agreed > 0 && agreed < needed);
}

static void add_plain_days(struct buf *out, const struct plan_report *r)
{
    const struct exam_plan *plan = &r->exam_plan;
    buf_add_char(out, '\n');
    plan_add_study(out, r,
        &(struct plan_study){ .fresh = r->planner.fresh > 0 ? plan->fresh_per_day : -1,
            .reviews = is_capped(r) ? (int)r->planner.card_count : -1 });
    if (r->exam_days - plan->revision_days == 1) {
        buf_add(out, " today");
        return;
    }
    buf_add(out, " each day");
    if (plan->revision_days == 0)
        return;
    char first[DAY_TEXT];
    day_format((struct day){ r->exam.number - plan->revision_days }, first);
    buf_addf(out, " before %s", first);
}

static void add_revision_days(
    struct buf *out, const struct plan_report *r, const struct exam_plan *plan)
{
    struct day first = { r->exam.number - plan->revision_days };
    bool meets = plan->revision_days == r->exam_days && plan->fresh_per_day > 0;
    struct plan_study study = { .fresh = meets ? plan->fresh_per_day : -1,
        .reviews = plan->revision_reviews,
        .ahead_days = PLAN_AHEAD,
        .unseen_since = &first };
    if (plan->revision_reviews == 0) // only new cards
        study = (struct plan_study){ .fresh = study.fresh, .reviews = -1 };
    char text[DAY_TEXT];
    buf_add_char(out, '\n');
    plan_add_study(out, r, &study);
    day_format(first, text);
    if (r->exam_days == 1)
        buf_add(out, " today");
    else if (plan->revision_days == 1)
        buf_addf(out, " on %s", text);
    else
        buf_addf(out, " each day from %s on", text);
}

/* Are there several sides of one card among them?  They never come on the same day. */
static bool has_siblings(const struct plan_report *r)
{
    const struct collection *c = &r->app->collection;
    uint32_t last = UINT32_MAX; // the cards of a note stand together
    for (size_t i = 0; i < c->library->card_count; i++) {
        if (!r->selected[i] || c->progress[i].suspended)
            continue;
        if (c->queue_cards[i].note == last)
            return true;
        last = c->queue_cards[i].note;
    }
    return false;
}

static void add_last_sides(struct buf *out, const struct plan_report *r)
{
    struct day first = {
        r->exam_days == 1 ? r->today.number : r->exam.number - r->exam_plan.revision_days
    };
    buf_add_char(out, '\n');
    plan_add_study(out, r,
        &(struct plan_study){
            .cram = true, .fresh = -1, .reviews = -1, .unseen_since = &first });
    buf_add(out, r->exam_days == 1 ? " after it" : " at the very end");
    buf_add(out, ": sides of one card never come on the same day, this asks the rest");
}

/* Does it select by what studying changes? */
static bool is_fleeting(const char *word)
{
    while (strncmp(word, "not:", 4) == 0)
        word += 4;
    return strncmp(word, "is:", 3) == 0 || strncmp(word, "seen:", 5) == 0;
}

/* --new and --reviews go before what was agreed to. */
static void add_agreement(struct buf *out, const struct plan_report *r)
{
    int agreed = r->app->settings.backlog_per_day;
    if (agreed > 0 && r->planner.waiting > (size_t)agreed)
        buf_addf(out,
            "\nThis takes the place of the way back that was agreed to, %d a day "
            "without new cards.",
            agreed);
}

/* Do others come due, which no command of the plan asks? */
static void add_others(struct buf *out, const struct plan_report *r)
{
    const struct collection *c = &r->app->collection;
    for (size_t i = 0; i < c->library->card_count; i++) {
        if (r->selected[i] || c->progress[i].suspended || c->progress[i].reviews == 0)
            continue;
        buf_add(out, "\nReviews of other cards pile up meanwhile; `quaestor study --new "
                     "0` asks them.");
        return;
    }
}

/* What is:due selects today is not what it selects tomorrow. */
static void add_warning(struct buf *out, const struct plan_report *r)
{
    for (size_t i = 0; i < r->word_count; i++) {
        if (!is_fleeting(r->words[i]))
            continue;
        buf_addf(out,
            "\nWhat %s selects changes as you study; the plan holds for decks, tags and "
            "texts.",
            r->words[i]);
        return;
    }
}

static void add_commands(struct buf *out, const struct plan_report *r)
{
    const struct exam_plan *plan = &r->exam_plan;
    struct advice advice = { 0 };
    if (plan->retention > 0)
        add_retention(&advice, r);
    add_deck_caps(&advice, r);
    buf_addf(out, "To do so:%s", buf_text(&advice.before));
    if (plan->revision_days < r->exam_days)
        add_plain_days(out, r);
    if (plan->revision_days > 0)
        add_revision_days(out, r, plan);
    if ((plan->revises_all || r->exam_days == 1) && has_siblings(r))
        add_last_sides(out, r);
    buf_add(out, buf_text(&advice.after));
    add_agreement(out, r);
    add_others(out, r);
    add_warning(out, r);
    buf_release(&advice.before);
    buf_release(&advice.after);
}

/* ---- days that are shorter ---------------------------------------------------------------- */

static void add_shorter(struct buf *out, const struct plan_report *r)
{
    const struct exam_plan *plan = &r->shorter;
    buf_addf(out, "If that is too long: in %d min ", PLAN_SHORT_DAY);
    if (r->exam_days == 1) {
        add_means_today(out, r, plan);
    } else {
        buf_add(out, "a day ");
        add_revision(out, r, plan);
    }
    buf_add(out, "; ");
    add_known(out, r, plan->days.known);
    buf_add_char(out, '.');
    add_revision_days(out, r, plan);
}

void plan_draw_exam(const struct term *term, const struct plan_report *r)
{
    struct buf line = { 0 };
    plan_draw_start(term, r);
    add_verdict(&line, r);
    plan_draw_line(term, &line);
    term_raw(term, STYLE_PLAIN, "\n");
    add_commands(&line, r);
    plan_draw_line(term, &line);
    if (!r->is_long)
        return;
    term_raw(term, STYLE_PLAIN, "\n");
    add_shorter(&line, r);
    plan_draw_line(term, &line);
}
