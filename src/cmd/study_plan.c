/*
 * Before the first question: the way back from a backlog, and what the minutes will do for.
 *
 * Who comes back to more reviews than a day's cap is offered a way to work them off, once a
 * day at most, before the first review.  What was agreed to is a setting (backlog-per-day);
 * the queue keeps to it, and here it is taken out when the backlog is done.
 */
#include "cmd/study.h"

#include "cmd/plan.h"
#include "queue/backlog.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- the way back ------------------------------------------------------------------------- */

static struct day today_of(const struct study *study)
{
    return day_of(study_now(study), study->app->settings.day_start);
}

/* Keeps to it in this run even where the settings file cannot be written. */
static void set_way_back(struct study *study, int a_day)
{
    struct app *app = study->app;
    struct err err = { 0 };
    struct buf value = { 0 };
    const struct setting *setting = setting_find("backlog-per-day", &err);
    buf_addf(&value, "%d", a_day);
    if (!settings_set(
            app->config_path, NULL, setting, a_day > 0 ? value.text : NULL, &err))
        study_notice_err(study, "not kept for the days to come: ", &err);
    app->settings.backlog_per_day = a_day;
    buf_release(&value);
}

/* On the way: how far it is, or that it is done. */
static void go_on_way(struct study *study, size_t backlog)
{
    int a_day = study->app->settings.backlog_per_day;
    struct buf text = { 0 };
    if (backlog <= (size_t)a_day) {
        study_notice(study, "The backlog is done; new cards come again.");
        set_way_back(study, 0);
        return;
    }
    buf_addf(&text, "%zu in the backlog, %d a day; new cards pause until it is done.",
        backlog, a_day);
    study_notice(study, text.text);
    buf_release(&text);
}

/* Nothing was reviewed today, the caps are as ever, and they are not enough. */
static bool is_offered(const struct study *study, size_t backlog)
{
    const struct collection *c = &study->app->collection;
    const struct study_options *given = study->options;
    int cap = study->app->settings.reviews_per_day;
    return cap > 0 && backlog > (size_t)cap && !given->cram && given->ahead == NULL &&
           !given->reviews.given &&
           queue_done(c->queue_cards, c->library->card_count, today_of(study)).reviews ==
               0;
}

/* The way to offer; caps are for all decks, so the way is. */
static bool find_way(struct study *study, struct way_back *way)
{
    struct app *app = study->app;
    struct fsrs_habits habits;
    struct planner planner;
    size_t timed, cards = app->library.card_count;
    bool *all = mem_zeroed(cards, sizeof *all);
    memset(all, true, cards);
    bool ok = plan_habits(app, all, &habits, &timed, &app->err);
    if (ok) {
        planner_init(
            &planner, &app->collection, all, &habits, study_now(study), app_seed(app));
        struct ways_back ways = absence_ways(&planner);
        *way = ways.items[ways.offered];
        planner_release(&planner);
    }
    free(all);
    return ok;
}

/* "412 wait; 40 a day are done in 11 days, about 6 min each; new cards pause until then." */
static void add_offer(struct buf *out, size_t backlog, const struct way_back *way)
{
    buf_addf(out, "%zu wait; %d a day %s ", backlog, way->a_day,
        way->a_day == 1 ? "is" : "are");
    if (way->days > 0)
        buf_addf(out, "done in %d %s", way->days, way->days == 1 ? "day" : "days");
    else
        buf_add(out, "a way to begin");
    buf_add(out, ", about ");
    add_plan_minutes(out, way->minutes);
    buf_add(out, " each, the most fragile first; new cards pause until then.");
}

static enum turn ask_for_way(struct study *study, const struct way_back *way)
{
    struct buf prompt = { 0 };
    buf_addf(&prompt, " y %d a day, any other key: as ever > ", way->a_day);
    enum line_result result = line_key(prompt.text, &study->line);
    buf_release(&prompt);
    if (result != LINE_TEXT)
        return study_turn_of(result);
    if (buf_text(&study->line)[0] == 'y')
        set_way_back(study, way->a_day);
    return TURN_GO_ON;
}

static enum turn offer_way(struct study *study, size_t backlog)
{
    struct way_back way;
    struct buf text = { 0 };
    enum turn turn = TURN_GO_ON;
    if (!find_way(study, &way))
        return TURN_FAILED;
    add_offer(&text, backlog, &way);
    if (study->interactive) {
        term_wrap(study->out, STYLE_PLAIN, text.text, 1);
        turn = ask_for_way(study, &way);
    } else {
        buf_addf(&text, " `quaestor config backlog-per-day %d` agrees.", way.a_day);
        study_notice(study, text.text);
    }
    buf_release(&text);
    return turn;
}

enum turn study_way_back(struct study *study)
{
    const struct collection *c = &study->app->collection;
    size_t backlog = backlog_of(c->queue_cards, c->library->card_count, today_of(study));
    if (study->options->cram)
        return TURN_GO_ON;
    if (study->app->settings.backlog_per_day == 0)
        return is_offered(study, backlog) ? offer_way(study, backlog) : TURN_GO_ON;
    go_on_way(study, backlog);
    return TURN_GO_ON;
}

/* ---- the minutes -------------------------------------------------------------------------- */

/* Cards of the session: those that are due with those at their steps, and new ones. */
struct load {
    double due, fresh;
};

static double seconds_of(struct load load, struct plan_pace pace)
{
    return load.due * pace.review + load.fresh * pace.fresh;
}

/* How many of `count` cards the seconds do for; takes their time off. */
static double spend(double *seconds, double count, double each)
{
    double done = each > 0 ? fmin(floor(*seconds / each), count) : count;
    *seconds -= done * each;
    return done;
}

/* What will be done in that time, in the order in which the queue asks. */
static struct load done_in(
    double seconds, struct load all, struct plan_pace pace, enum queue_order order)
{
    struct load done = { 0 };
    double share = fmin(seconds / seconds_of(all, pace), 1);
    switch (order) {
    case QUEUE_NEW_LAST:
        done.due = spend(&seconds, all.due, pace.review);
        done.fresh = spend(&seconds, all.fresh, pace.fresh);
        break;
    case QUEUE_NEW_FIRST:
        done.fresh = spend(&seconds, all.fresh, pace.fresh);
        done.due = spend(&seconds, all.due, pace.review);
        break;
    case QUEUE_NEW_MIXED:
        done = (struct load){ floor(all.due * share), floor(all.fresh * share) };
        break;
    }
    return done;
}

static void say_left(struct study *study, struct load all, struct plan_pace pace)
{
    double seconds = (double)study->pause_every_ms / SECOND_MS;
    struct load done = done_in(seconds, all, pace, study->session.input.order);
    struct load left = { all.due - done.due, all.fresh - done.fresh };
    struct buf text = { 0 };
    buf_addf(&text, "%.3g min", seconds / 60);
    if (left.due + left.fresh > 0) {
        buf_addf(&text, " will do for about %.0f of %.0f cards; left will be ",
            done.due + done.fresh, all.due + all.fresh);
        if (left.due > 0)
            buf_addf(&text, "%.0f due", left.due);
        buf_add(&text, left.due > 0 && left.fresh > 0 ? " and " : "");
        if (left.fresh > 0)
            buf_addf(&text, "%.0f new", left.fresh);
        buf_add_char(&text, '.');
    } else {
        buf_addf(
            &text, " will do for all %.0f cards; they take about ", all.due + all.fresh);
        add_plan_minutes(&text, seconds_of(all, pace) / 60);
        buf_add_char(&text, '.');
    }
    study_notice(study, text.text);
    buf_release(&text);
}

bool study_say_minutes(struct study *study, const bool *selected)
{
    struct app *app = study->app;
    struct queue_counts counts = session_counts(&study->session);
    struct load all = { (double)(counts.due + counts.learning), (double)counts.fresh };
    struct fsrs_habits habits;
    struct planner planner;
    size_t timed;
    if (study->pause_every_ms == 0 || study->session.options.cram ||
        all.due + all.fresh <= 0)
        return true;
    if (!plan_habits(app, selected, &habits, &timed, &app->err))
        return false;
    planner_init(
        &planner, &app->collection, selected, &habits, study_now(study), app_seed(app));
    say_left(study, all, planner_pace(&planner, (int)all.due));
    planner_release(&planner);
    return true;
}
