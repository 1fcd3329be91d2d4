/*
 * A study session: shows what the state machine says, asks what it wants to know.
 *
 * The same on a terminal and through a pipe: on a terminal lines are edited by readline and a
 * rating is one key; from a pipe both are lines.  However it ends - q, ^C, ^D, a hang-up -
 * every answer that was rated is on the disk, and a verdict that waits for its rating gets the
 * proposed one.
 */
#include "cmd/study.h"

#include "base/span.h"
#include "cmd/card.h"
#include "cmd/command.h"
#include "cmd/model.h"
#include "cmd/reword.h"
#include "cmd/welcome.h"
#include "ui/screen.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_CARDS = 99999, MOST_MINUTES = 9999 };

#define OPTION(name) offsetof(struct study_options, name)

static const struct opt study_opts[] = {
    { "ahead", 0, OPT_TEXT, OPTION(ahead), "SPAN",
        "what falls due in 12h, 1d, ... too; dates change" },
    { "cram", 0, OPT_FLAG, OPTION(cram), NULL,
        "everything selected until known; no date changes" },
    { "flip", 0, OPT_FLAG, OPTION(flip), NULL, "think, turn the card, rate yourself" },
    { "minutes", 0, OPT_TEXT, OPTION(minutes), "N",
        "ask after N minutes whether to go on" },
    { "new", 0, OPT_NUMBER, OPTION(fresh), "N",
        "N new cards, whatever the cap; a deck's own binds" },
    { "reviews", 0, OPT_NUMBER, OPTION(reviews), "N",
        "N reviews, whatever the cap; a deck's own binds" },
    { "scroll", 0, OPT_FLAG, OPTION(scroll), NULL,
        "keep what was shown; no fresh screen for each card" },
    { .name = NULL },
};

int64_t study_now(const struct study *study)
{
    return app_clock(study->app);
}

enum turn study_turn_of(enum line_result result)
{
    return result == LINE_HANGUP ? TURN_HANGUP : TURN_QUIT;
}

/* ---- the session -------------------------------------------------------------------------- */

static bool is_pause(const struct study *study)
{
    return study->pause_every_ms > 0 && study_now(study) >= study->pause_ms;
}

/* Puts a question until it is answered, or gives way to another. */
static enum turn put_question(struct study *study)
{
    struct session *session = &study->session;
    size_t question = session->question;
    study->hurried -= study->hurried > 0;
    enum turn turn = study_show_card(study);
    while (turn == TURN_GO_ON && session->state == SESSION_ASK &&
           session->question == question)
        turn = study_ask(study);
    if (turn == TURN_GO_ON && session->state == SESSION_JUDGED)
        turn = study_ask_rating(study);
    return turn;
}

static enum turn run_session(struct study *study)
{
    struct session *session = &study->session;
    enum turn turn = TURN_GO_ON;
    while (turn == TURN_GO_ON && session->state != SESSION_DONE) {
        if (is_pause(study))
            turn = study_pause(study);
        else if (session->state == SESSION_WAIT)
            turn = study_wait(study);
        else
            turn = put_question(study);
    }
    return turn;
}

/* Each special session says at once whether dates change. */
static void say_kind(struct study *study, const struct session_options *options)
{
    struct buf text = { 0 };
    if (options->ahead_ms > 0)
        buf_addf(&text,
            "Ahead: what falls due within %s is asked now, and its dates change.",
            study->options->ahead);
    else if (options->cram)
        buf_add(&text, "Cramming: every card until it is known; no date changes.");
    if (text.len > 0)
        study_notice(study, text.text);
    if (options->flip)
        study_notice(study, text.len > 0
                                ? "Flip: you rate yourself."
                                : "Flip: you rate yourself, and dates change as ever.");
    buf_release(&text);
}

static enum turn run_one(struct study *study, const struct session_options *options)
{
    session_open(&study->session, &study->app->collection, options, study_now(study));
    study->pause_ms = study_now(study) + study->pause_every_ms;
    study->pause_count = 0;
    study->hurried = 0;
    study->skipped = false;
    say_kind(study, options);
    enum turn turn =
        study_say_minutes(study, options->selected) ? run_session(study) : TURN_FAILED;
    if (turn != TURN_HANGUP)
        study_show_summary(study);
    return turn;
}

/* Those that were missed; NULL if there are none, or the learner has had enough. */
static bool *misses_again(struct study *study)
{
    bool *misses = study->interactive ? study_misses(study) : NULL;
    if (misses == NULL)
        return NULL;
    enum line_result result = line_key(
        study->out->width < 60 ? " again the misses? y/N > "
                               : " again with the misses, without changing dates? y/N > ",
        &study->line);
    if (result == LINE_TEXT && buf_text(&study->line)[0] == 'y')
        return misses;
    free(misses);
    return NULL;
}

static enum turn run_all(struct study *study, const struct session_options *options)
{
    enum turn turn = run_one(study, options);
    struct session_options again = { .seed = options->seed,
        .fresh = -1,
        .reviews = -1,
        .cram = true,
        .flip = options->flip,
        .waits = options->waits };
    while (turn == TURN_GO_ON) {
        bool *misses = misses_again(study);
        if (misses == NULL)
            break;
        session_close(&study->session);
        again.selected = misses;
        turn = run_one(study, &again);
        free(misses);
    }
    session_close(&study->session);
    return turn;
}

/* ---- options ------------------------------------------------------------------------------ */

static int wanted(struct opt_number number)
{
    if (!number.given)
        return -1;
    return number.value < MOST_CARDS ? (int)number.value : MOST_CARDS;
}

static bool read_ahead(const char *text, int64_t *ms, struct err *err)
{
    size_t len = 0;
    *ms = text != NULL ? span_parse(text, &len) : 0;
    if (text == NULL || (*ms > 0 && text[len] == '\0'))
        return true;
    return err_set(err, ERR_USAGE, "--ahead takes a span as 12h or 1d, not '%s'", text);
}

/* A number of minutes, or a span. */
static bool read_minutes(const char *text, int64_t *ms, struct err *err)
{
    char *end = NULL;
    size_t len = 0;
    *ms = 0;
    if (text == NULL)
        return true;
    long minutes = strtol(text, &end, 10);
    if (*end == '\0' && end > text && minutes >= 1 && minutes <= MOST_MINUTES)
        *ms = minutes * MINUTE_MS;
    else
        *ms = span_parse(text, &len);
    if (*ms > 0 && (*end == '\0' || text[len] == '\0'))
        return true;
    return err_set(err, ERR_USAGE,
        "--minutes takes minutes from 1 to %d, or a span as 90s, not '%s'", MOST_MINUTES,
        text);
}

static bool check(const struct study_options *options, struct err *err)
{
    if (options->cram &&
        (options->ahead != NULL || options->fresh.given || options->reviews.given))
        return err_set(err, ERR_USAGE,
            "--cram asks everything selected; leave out --ahead, --new and --reviews");
    return true;
}

static bool is_fresh(const struct study *study)
{
    const char *terminal = getenv("TERM");
    return study->interactive && !study->options->scroll &&
           !study->app->settings.scroll && terminal != NULL &&
           strcmp(terminal, "dumb") != 0;
}

/* The session, once it is clear which cards are which. */
static enum turn study_known_cards(
    struct study *study, const struct session_options *options)
{
    if (study->interactive && !reword_ask(study->app))
        return TURN_FAILED;
    enum turn turn = study_way_back(study);
    if (turn != TURN_GO_ON)
        return turn;
    if (study->fresh) {
        screen_begin(study->out);
        line_redraw_with(study_redraw, study);
    }
    if (study->interactive && welcome_is_first_session(study->app))
        study_notice(study, welcome_keys);
    turn = run_all(study, options);
    line_redraw_with(NULL, NULL);
    return turn;
}

static int study_cards(struct study *study, const struct session_options *options)
{
    line_open(study->interactive);
    enum turn turn = study_known_cards(study, options);
    line_close();
    buf_release(&study->line);
    buf_release(&study->items);
    buf_release(&study->notice);
    return turn == TURN_FAILED ? ERR_SYSTEM : STATUS_DONE;
}

static int run(struct app *app, const struct call *call)
{
    bool orphans;
    const struct study_options *given = call->options;
    struct study study = { .app = app, .out = &app->out, .options = given };
    struct session_options options = { .seed = app_seed(app),
        .fresh = wanted(given->fresh),
        .reviews = wanted(given->reviews),
        .cram = given->cram,
        .flip = given->flip };
    if (!check(given, &app->err) ||
        !read_ahead(given->ahead, &options.ahead_ms, &app->err) ||
        !read_minutes(given->minutes, &study.pause_every_ms, &app->err))
        return (int)app->err.kind;
    bool *selected = selection_of(app, call->words, call->count, &orphans, &app->err);
    if (selected == NULL)
        return (int)app->err.kind;
    study.interactive = app_is_interactive(app);
    study.fresh = is_fresh(&study);
    options.selected = selected;
    options.waits = study.interactive;
    int status = study_cards(&study, &options);
    free(selected);
    if (status == STATUS_DONE && !given->cram)
        model_refit(app);
    return status;
}

const struct command cmd_study = {
    .name = "study",
    .group = "study",
    .args = "[OPTIONS] [SELECTOR...]",
    .summary = "asks the cards that are due, and new ones",
    .notes = selector_notes,
    .opts = study_opts,
    .options_size = sizeof(struct study_options),
    .needs = NEED_CARDS | NEED_FILES | NEED_WRITE,
    .most = SIZE_MAX,
    .run = run,
};
