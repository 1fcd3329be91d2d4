/*
 * Before the first question: the way back from a backlog, and what the minutes will do for.
 *
 * Who comes back to more reviews than a day can be expected to hold (queue/backlog.h) is offered
 * a way to work them off, once a day at most, before the first review.  What was agreed to is a
 * setting (backlog-per-day); the queue keeps to it, and here it is taken out when the backlog
 * is done.
 */
#include "cmd/study.h"

#include "cmd/plan.h"
#include "queue/backlog.h"
#include "ui/busy.h"

#include <math.h>
#include <stdlib.h>

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

/* Over all cards, as `due` counts them. */
static struct queue_counts waiting_today(const struct study *study)
{
    const struct collection *c = &study->app->collection;
    return queue_count(c->queue_cards, c->library->card_count, today_of(study));
}

/* On the way: how far it is, or that it is done. */
static void go_on_way(struct study *study)
{
    const struct collection *c = &study->app->collection;
    size_t backlog = backlog_of(c->queue_cards, c->library->card_count, today_of(study));
    int a_day = study->app->settings.backlog_per_day;
    struct buf text = { 0 };
    if (backlog <= (size_t)a_day) {
        study_notice(study, "The backlog is done; new cards come again.");
        set_way_back(study, 0);
        return;
    }
    buf_addf(&text,
        "%zu wait in the backlog, %d a day; new cards pause until it is done.",
        waiting_today(study).due, a_day);
    study_notice(study, text.text);
    buf_release(&text);
}

/* Nothing was reviewed today, the caps are as ever, and there is more than a day holds. */
static bool is_offered(const struct study *study)
{
    const struct collection *c = &study->app->collection;
    const struct study_options *given = study->options;
    size_t cards = c->library->card_count;
    int cap = study->app->settings.reviews_per_day;
    return cap > 0 && given->ahead == NULL && !given->reviews.given &&
           queue_done(c->queue_cards, cards, today_of(study)).reviews == 0 &&
           waiting_today(study).due >
               backlog_room(backlog_ordinary(c->queue_cards, cards), cap);
}

/* Habits are those with all cards: the latest answers, which are quick to find. */
static bool open_planner(
    struct study *study, const bool *selected, struct planner *planner)
{
    struct app *app = study->app;
    struct fsrs_habits habits;
    size_t timed;
    bool *all = collection_all(&app->collection);
    bool ok = plan_habits(app, all, &habits, &timed, &app->err);
    if (ok)
        planner_init(planner, &app->collection, selected, &habits, study_now(study),
            app_seed(app));
    free(all);
    return ok;
}

/* The way to offer; caps are for all decks, so the way is. */
static bool find_way(struct study *study, struct way_back *way)
{
    struct planner planner;
    bool *all = collection_all(&study->app->collection);
    busy_begin(&study->app->err_out, "looking for a way back ...");
    bool ok = open_planner(study, all, &planner);
    if (ok) {
        *way = absence_offer(&planner);
        planner_release(&planner);
    }
    busy_end();
    free(all);
    return ok;
}

/*
 * "412 reviews wait, more than a day holds. 40 a day, the most fragile first, are done in 11
 * days, about 6 min each; new cards pause until then."
 */
static void add_offer(
    struct buf *out, struct queue_counts waiting, const struct way_back *way, int cap)
{
    buf_addf(out, "%zu reviews wait, more than a day holds. ", waiting.due);
    buf_addf(out, "%d a day%s, the most fragile first, ", way->a_day,
        way->a_day == cap ? " as ever" : "");
    if (way->days > 0)
        buf_addf(out, "are done in %d %s", way->days, way->days == 1 ? "day" : "days");
    else
        buf_add(out, "are a way to begin");
    buf_add(out, ", about ");
    add_plan_minutes(out, way->minutes);
    buf_add(out, " each; new cards pause until then.");
    if (waiting.learning > 0)
        buf_addf(out, " Cards at their steps come on top: %zu.", waiting.learning);
}

static enum turn ask_for_way(struct study *study, const struct way_back *way)
{
    struct buf prompt = { 0 };
    buf_addf(&prompt, " y %d a day, q ends, any other key: as ever > ", way->a_day);
    enum line_result result = line_key(prompt.text, &study->line);
    buf_release(&prompt);
    if (result != LINE_TEXT)
        return study_turn_of(result);
    char key = buf_text(&study->line)[0];
    if (key == 'y')
        set_way_back(study, way->a_day);
    if (key != 'q')
        return TURN_GO_ON;
    term_wrap(study->out, STYLE_PLAIN, "Nothing was asked.", 1);
    return TURN_QUIT;
}

static enum turn offer_way(struct study *study)
{
    struct way_back way;
    struct buf text = { 0 };
    enum turn turn = TURN_GO_ON;
    if (!find_way(study, &way))
        return TURN_FAILED;
    add_offer(&text, waiting_today(study), &way, study->app->settings.reviews_per_day);
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
    if (study->options->cram)
        return TURN_GO_ON;
    if (study->app->settings.backlog_per_day == 0)
        return is_offered(study) ? offer_way(study) : TURN_GO_ON;
    go_on_way(study);
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

/* "10 s", "1.5 min", "15 min" */
static void add_given(struct buf *out, int64_t ms)
{
    long long seconds = (long long)(ms / SECOND_MS);
    if (seconds < 60)
        buf_addf(out, "%lld s", seconds);
    else
        buf_addf(out, "%.4g min", (double)seconds / 60);
}

static void add_left(struct buf *out, struct load left)
{
    buf_add(out, "; left will be ");
    if (left.due > 0)
        buf_addf(out, "%.0f due", left.due);
    buf_add(out, left.due > 0 && left.fresh > 0 ? " and " : "");
    if (left.fresh > 0)
        buf_addf(out, "%.0f new", left.fresh);
    buf_add_char(out, '.');
}

static void say_left(struct study *study, struct load all, struct plan_pace pace)
{
    double cards = all.due + all.fresh;
    double seconds = (double)study->pause_every_ms / SECOND_MS;
    struct load done = done_in(seconds, all, pace, study->session.input.order);
    struct load left = { all.due - done.due, all.fresh - done.fresh };
    struct buf text = { 0 };
    add_given(&text, study->pause_every_ms);
    if (left.due + left.fresh <= 0) {
        if (cards > 1)
            buf_addf(&text, " will do for all %.0f cards; they take about ", cards);
        else
            buf_add(&text, " will do for the one card; it takes about ");
        add_plan_minutes(&text, seconds_of(all, pace) / 60);
        buf_add_char(&text, '.');
    } else if (done.due + done.fresh < 1) {
        buf_addf(&text, " will hardly do for one card of %.0f.", cards);
    } else {
        buf_addf(
            &text, " will do for about %.0f of %.0f cards", done.due + done.fresh, cards);
        add_left(&text, left);
    }
    study_notice(study, text.text);
    buf_release(&text);
}

/* Who crams is asked what is selected, due or not. */
static struct load crammed(const struct collection *c, const bool *selected)
{
    struct load all = { 0 };
    for (size_t i = 0; i < c->library->card_count; i++) {
        bool is_asked = selected[i] && !c->progress[i].suspended;
        all.due += is_asked && c->progress[i].reviews > 0;
        all.fresh += is_asked && c->progress[i].reviews == 0;
    }
    return all;
}

/* What the session has to ask. */
static struct load load_of(const struct study *study, const bool *selected)
{
    struct queue_counts counts = session_counts(&study->session);
    struct load load = { (double)(counts.due + counts.learning), (double)counts.fresh };
    return study->session.options.cram ? crammed(&study->app->collection, selected)
                                       : load;
}

bool study_say_minutes(struct study *study, const bool *selected)
{
    struct planner planner;
    struct load all = load_of(study, selected);
    if (study->pause_every_ms == 0 || all.due + all.fresh <= 0)
        return true;
    busy_begin(&study->app->err_out, "estimating ...");
    bool ok = open_planner(study, selected, &planner);
    if (ok) {
        say_left(study, all, planner_pace(&planner, (int)all.due));
        planner_release(&planner);
    }
    busy_end();
    return ok;
}
