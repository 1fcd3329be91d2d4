/*
 * Planning: what a retention costs and gives, how to be ready for an exam, how to be away and
 * come back.  It advises and changes nothing; each advice says which command follows it.
 */
#include "cmd/plan.h"

#include "cmd/card.h"
#include "cmd/command.h"
#include "cmd/model.h"
#include "ui/busy.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct plan_options {
    const char *exam, *away;
    bool back;
    struct opt_number minutes;
};

static const struct opt plan_opts[] = {
    { "back", 0, OPT_FLAG, offsetof(struct plan_options, back), NULL,
        "the way back from a backlog" },
    { "break", 0, OPT_TEXT, offsetof(struct plan_options, away), "DAYS",
        "away, without answers, as 2026-12-20..2027-01-03" },
    { "exam", 0, OPT_TEXT, offsetof(struct plan_options, exam), "DATE",
        "what it takes to know everything that day" },
    { "minutes", 0, OPT_NUMBER, offsetof(struct plan_options, minutes), "N",
        "with --exam: so many a day at most" },
    { .name = NULL },
};

enum { FARTHEST_DAYS = 2 * 366, MOST_MINUTES = 24 * 60 };

/* ---- what is wanted ----------------------------------------------------------------------- */

static bool read_exam(struct plan_report *r, const char *text, struct err *err)
{
    if (!day_parse(text, strlen(text), &r->exam))
        return err_set(
            err, ERR_USAGE, "--exam takes a day as 2026-12-20, not '%s'", text);
    r->kind = PLAN_EXAM;
    r->exam_days = r->exam.number - r->today.number;
    return (r->exam_days >= 1 && r->exam_days <= FARTHEST_DAYS) ||
           err_set(err, ERR_USAGE, "--exam takes a day from tomorrow to two years ahead");
}

static bool read_break(struct plan_report *r, const char *text, struct err *err)
{
    const char *dots = strstr(text, "..");
    if (dots == NULL || !day_parse(text, (size_t)(dots - text), &r->first) ||
        !day_parse(dots + 2, strlen(dots + 2), &r->last))
        return err_set(err, ERR_USAGE,
            "--break takes its first and last day as 2026-12-20..2027-01-03, not '%s'",
            text);
    r->kind = PLAN_BREAK;
    if (r->last.number < r->first.number)
        return err_set(err, ERR_USAGE, "the break ends before it begins");
    return (r->first.number >= r->today.number &&
               r->last.number - r->today.number <= FARTHEST_DAYS) ||
           err_set(err, ERR_USAGE,
               "--break takes days from today to two years ahead; after a break, --back "
               "helps");
}

static bool read_options(
    struct plan_report *r, const struct plan_options *options, struct err *err)
{
    bool exam = options->exam != NULL, away = options->away != NULL;
    if (exam + away + options->back > 1)
        return err_set(
            err, ERR_USAGE, "--exam, --break and --back are plans of their own");
    if (options->minutes.given && !exam)
        return err_set(err, ERR_USAGE, "--minutes belongs to --exam");
    if (options->minutes.given &&
        (options->minutes.value < 1 || options->minutes.value > MOST_MINUTES))
        return err_set(
            err, ERR_USAGE, "--minutes takes a number from 1 to %d", MOST_MINUTES);
    r->most_minutes = (double)options->minutes.value;
    r->kind = options->back ? PLAN_BACK : PLAN_RETENTION;
    return (!exam || read_exam(r, options->exam, err)) &&
           (!away || read_break(r, options->away, err));
}

/* ---- whom it is for ----------------------------------------------------------------------- */

bool plan_habits(struct app *app, const bool *selected, struct fsrs_habits *habits,
    size_t *timed, struct err *err)
{
    struct past past;
    if (!past_read_latest(&past, &app->collection, selected, HABITS_LATEST, err))
        return false;
    *habits = habits_of(&past, app->collection.progress, timed);
    past_release(&past);
    return true;
}

/* The deck that all of the selection is of, where settings would have to name it. */
static const char *only_deck(const struct app *app, const bool *selected)
{
    const struct collection *c = &app->collection;
    size_t deck = QUEUE_NONE;
    if (c->library->deck_count == 1 && app->settings.by_deck_count == 0)
        return NULL;
    for (size_t i = 0; i < c->library->card_count; i++) {
        if (!selected[i])
            continue;
        if (deck != QUEUE_NONE && deck != c->queue_cards[i].deck)
            return NULL;
        deck = c->queue_cards[i].deck;
    }
    return deck != QUEUE_NONE ? c->library->decks[deck].id : NULL;
}

/* Are they the whole of that deck, or all there are? */
static bool is_settable(const struct app *app, const bool *selected, const char *deck)
{
    const struct collection *c = &app->collection;
    for (size_t i = 0; i < c->library->card_count; i++) {
        const char *own = c->library->decks[c->queue_cards[i].deck].id;
        if (!selected[i] && !c->progress[i].suspended &&
            (deck == NULL || strcmp(own, deck) == 0))
            return false;
    }
    return true;
}

/* ---- where retentions are set ------------------------------------------------------------- */

static bool is_same(double a, double b)
{
    return fabs(a - b) < 1e-9;
}

static bool is_common(const struct app *app, double retention)
{
    return is_same(retention, app->settings.retention);
}

static bool has_followers(const struct app *app)
{
    for (size_t i = 0; i < app->collection.library->deck_count; i++)
        if (is_common(app, app->collection.deck_settings[i].retention))
            return true;
    return false;
}

static struct plan_place common_place(const struct app *app)
{
    struct settings defaults;
    settings_init(&defaults);
    bool is_default = is_common(app, defaults.retention);
    settings_release(&defaults);
    return (struct plan_place){ NULL, app->settings.retention, is_default };
}

static struct plan_place deck_place(const struct app *app, const char *deck)
{
    double retention = settings_for_deck(&app->settings, deck).retention;
    return (struct plan_place){ deck, retention, is_common(app, retention) };
}

size_t plan_places(const struct plan_report *r, struct plan_place **places)
{
    const struct app *app = r->app;
    const struct settings *settings = &app->settings;
    struct plan_place *all = mem_alloc((settings->by_deck_count + 1) * sizeof *all);
    size_t count = 0;
    *places = all;
    if (r->deck != NULL)
        all[count++] = deck_place(app, r->deck);
    else if (has_followers(app))
        all[count++] = common_place(app);
    for (size_t i = 0; r->deck == NULL && i < settings->by_deck_count; i++)
        if (library_deck(&app->library, settings->by_deck[i].deck) != NULL)
            all[count++] = deck_place(app, settings->by_deck[i].deck);
    return count;
}

/* ---- working it out ----------------------------------------------------------------------- */

/* Of all planned cards, 0 if their decks have different ones. */
static double own_retention(const struct planner *p)
{
    return is_same(p->low_retention, p->high_retention) ? p->low_retention : 0;
}

static double known_today(const struct planner *p)
{
    struct simulation s;
    planner_simulate(p, 0, &s);
    double known = simulation_known(&s, 0) / (double)p->copies;
    simulation_release(&s);
    return known;
}

static void sweep(struct plan_report *r)
{
    double percent = r->retention * 100 - PLAN_LOW;
    int own = (int)lround(percent);
    bool is_swept = own >= 0 && own < PLAN_SWEEP && fabs(percent - own) < 1e-6;
    planner_sweep(&r->planner, model_threads(), r->years);
    planner_weeks(&r->planner, PLAN_WEEKS, r->weeks);
    r->sweet_spot = plan_sweet_spot(r->years, PLAN_SWEEP);
    r->own = is_swept ? own : PLAN_NONE;
    r->own_year = is_swept ? r->years[own] : planner_year(&r->planner, 0);
}

static void plan_exam(struct plan_report *r)
{
    struct exam_wish wish = { r->exam_days, r->most_minutes, !r->is_settable };
    r->exam_plan = exam_plan_for(&r->planner, &wish);
    double longest =
        r->exam_days == 1 ? r->exam_plan.peak_minutes : r->exam_plan.revision_minutes;
    r->is_long = r->most_minutes <= 0 && longest > PLAN_LONG_DAY;
    if (r->is_long)
        r->shorter = exam_plan_shorter(&r->planner, &wish, &r->exam_plan, PLAN_SHORT_DAY);
}

static void work_out(struct plan_report *r)
{
    const struct planner *p = &r->planner;
    int first = r->first.number - r->today.number,
        last = r->last.number - r->today.number;
    r->known = known_today(p);
    switch (r->kind) {
    case PLAN_RETENTION:
        sweep(r);
        break;
    case PLAN_EXAM:
        plan_exam(r);
        break;
    case PLAN_BREAK:
        r->break_count = absence_plan(p, first, last, r->breaks);
        break;
    case PLAN_BACK:
        r->ways = absence_ways(p);
        break;
    }
}

static bool plan(struct plan_report *r, struct err *err)
{
    struct app *app = r->app;
    const bool *selected = r->selected;
    struct fsrs_habits habits;
    busy_begin(&app->err_out, "simulating ...");
    bool ok = plan_habits(app, selected, &habits, &r->timed, err);
    if (ok) {
        planner_init(&r->planner, &app->collection, selected, &habits, app_now(app),
            app_seed(app));
        r->deck = only_deck(app, selected);
        r->retention = own_retention(&r->planner);
        r->is_settable = is_settable(app, selected, r->deck);
        if (r->planner.card_count > 0)
            work_out(r);
    }
    busy_end();
    if (ok && r->planner.card_count == 0)
        return err_set(err, ERR_USAGE,
            "no card to plan for: none is selected, or all are suspended");
    return ok;
}

static int run(struct app *app, const struct call *call)
{
    bool orphans;
    struct plan_report report = { .app = app,
        .words = call->words,
        .word_count = call->count,
        .today = day_of(app_now(app), app->settings.day_start) };
    if (!read_options(&report, call->options, &app->err) ||
        !app_need_cards(app, &app->err))
        return (int)app->err.kind;
    bool *selected = selection_of(app, call->words, call->count, &orphans, &app->err);
    if (selected == NULL)
        return (int)app->err.kind;
    report.selected = selected;
    bool ok = plan(&report, &app->err);
    if (ok)
        (app->global.json ? plan_print_json : plan_print)(app, &report);
    free(selected);
    planner_release(&report.planner);
    return ok ? STATUS_DONE : (int)app->err.kind;
}

const struct command cmd_plan = {
    .name = "plan",
    .group = "model",
    .args = "[OPTIONS] [SELECTOR...]",
    .summary = "what a retention costs and gives; exams, breaks, the way back",
    .notes = selector_notes,
    .opts = plan_opts,
    .options_size = sizeof(struct plan_options),
    .needs = NEED_DECKS | NEED_NAMES | NEED_FILES | NEED_READ,
    .most = SIZE_MAX,
    .run = run,
};
