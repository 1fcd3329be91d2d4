/*
 * A quiz: a scored test that leaves the schedule alone, unless it is asked to record.
 *
 * The paper is drawn before the first question (session/paper.h) and does not change then, but
 * for what is put off to its end.  However it ends - the last answer, :quit, ^C, the time, a
 * hang-up - what was not answered counts as not reached.
 */
#include "cmd/quiz.h"

#include "base/rng.h"
#include "base/span.h"
#include "cmd/card.h"
#include "cmd/command.h"
#include "cmd/model.h"
#include "cmd/reword.h"
#include "ui/screen.h"

#include <stdlib.h>
#include <string.h>

enum { SEEDS = 1000000 }; // so that one can be typed

#define OPTION(name) offsetof(struct quiz_options, name)

static const struct opt quiz_opts[] = {
    { "choices", 0, OPT_FLAG, OPTION(choices), NULL,
        "multiple choice, where good wrong options can be found" },
    { "count", 0, OPT_NUMBER, OPTION(count), "N", "this many questions instead of 20" },
    { "exam", 0, OPT_FLAG, OPTION(exam), NULL, "no verdict before the end, no hints" },
    { "minutes", 0, OPT_TEXT, OPTION(minutes), "N", "ends after N minutes" },
    { "pass", 0, OPT_NUMBER, OPTION(pass), "PERCENT",
        "status 1 if fewer marks are reached" },
    { "print", 0, OPT_TEXT, OPTION(print), "FORMAT",
        "asks nothing: paper and key as text or markdown" },
    { "record", 0, OPT_FLAG, OPTION(record), NULL,
        "saves each answer as a review; dates change" },
    { "scroll", 0, OPT_FLAG, OPTION(scroll), NULL,
        "keep what was shown; no fresh screen for each question" },
    { .name = NULL },
};

int64_t quiz_now(const struct quiz *quiz)
{
    return app_clock(quiz->app);
}

struct paper_item *quiz_item(const struct quiz *quiz)
{
    return &quiz->paper.items[quiz->at];
}

bool quiz_tells(const struct quiz *quiz)
{
    return !quiz->options->exam;
}

/* ---- the way through the paper ------------------------------------------------------------ */

/* Puts the question until it is answered, or put off. */
static enum line_result put_question(struct quiz *quiz)
{
    quiz->asked_ms = quiz_now(quiz);
    quiz->state = QUIZ_ASK;
    buf_clear(&quiz->items);
    enum line_result result = quiz_show_question(quiz);
    while (result == LINE_TEXT && quiz->state == QUIZ_ASK)
        result = quiz_ask(quiz);
    if (quiz->state == QUIZ_JUDGED && result == LINE_TEXT)
        result = quiz_show_verdict(quiz);
    return result;
}

static enum line_result put_all(struct quiz *quiz)
{
    enum line_result result = LINE_TEXT;
    quiz->at = 0;
    while (result == LINE_TEXT && quiz->at < quiz->paper.count) {
        result = put_question(quiz);
        quiz->at += result == LINE_TEXT && quiz_item(quiz)->answered;
    }
    return result;
}

static void say_kind(struct quiz *quiz)
{
    struct buf text = { 0 };
    buf_addf(&text, "%zu %s; ", quiz->paper.count,
        quiz->paper.count == 1 ? "question" : "questions");
    buf_add(&text, quiz->records ? "each answer is saved as a review, and dates change."
                                 : "no date changes.");
    if (!quiz_tells(quiz))
        buf_add(&text, " What was right is told at the end.");
    quiz_notice(quiz, text.text);
    buf_release(&text);
}

static void run_paper(struct quiz *quiz)
{
    quiz->started_ms = quiz_now(quiz);
    say_kind(quiz);
    line_limit(quiz->limit_ms);
    quiz->end = put_all(quiz);
    line_limit(0);
    quiz->ended_ms = quiz_now(quiz);
    quiz->state = QUIZ_OVER;
    if (quiz->end != LINE_HANGUP)
        quiz_show_score(quiz);
}

/* ---- again -------------------------------------------------------------------------------- */

static bool *misses_again(struct quiz *quiz)
{
    bool *misses = quiz->interactive && quiz->end != LINE_HANGUP && !quiz->failed
                       ? quiz_misses(quiz)
                       : NULL;
    if (misses == NULL)
        return NULL;
    enum line_result result = line_key(" again with the misses? y/N > ", &quiz->line);
    if (result == LINE_TEXT && buf_text(&quiz->line)[0] == 'y')
        return misses;
    free(misses);
    return NULL;
}

/* Those that were missed, as long as the learner wants; nothing of it is saved or timed. */
static void run_misses(struct quiz *quiz)
{
    bool *misses;
    quiz->records = false;
    while ((misses = misses_again(quiz)) != NULL) {
        struct paper_options paper = { .selected = misses,
            .count = quiz->paper.count,
            .choices = quiz->options->choices,
            .seed = ++quiz->seed };
        quiz->limit_ms = 0;
        paper_release(&quiz->paper);
        paper_draw(&quiz->paper, &quiz->app->collection, &paper);
        free(misses);
        run_paper(quiz);
    }
}

/* ---- the quiz ----------------------------------------------------------------------------- */

static bool is_fresh(const struct quiz *quiz)
{
    const char *terminal = getenv("TERM");
    return quiz->interactive && !quiz->options->scroll && !quiz->app->settings.scroll &&
           terminal != NULL && strcmp(terminal, "dumb") != 0;
}

/* Reviews of cards that were reworded must find their history. */
static bool begin(struct quiz *quiz)
{
    quiz->silent = quiz->app->global.json;
    quiz->interactive = !quiz->silent && app_is_interactive(quiz->app);
    quiz->fresh = is_fresh(quiz);
    line_open(quiz->interactive);
    if (quiz->interactive && quiz->records && !reword_ask(quiz->app))
        return false;
    if (quiz->fresh) {
        screen_begin(&quiz->app->out);
        line_redraw_with(quiz_redraw, quiz);
    }
    return true;
}

static int ask_paper(struct quiz *quiz)
{
    int status = ERR_SYSTEM;
    if (begin(quiz)) {
        run_paper(quiz);
        status = quiz_passed(quiz) ? STATUS_DONE : STATUS_NO;
        if (quiz->failed)
            status = (int)quiz->app->err.kind;
        if (quiz->silent)
            app_print_json(quiz->app, quiz_json(quiz, true));
        run_misses(quiz);
    }
    line_redraw_with(NULL, NULL);
    line_close();
    buf_release(&quiz->line);
    buf_release(&quiz->items);
    buf_release(&quiz->notice);
    if (quiz->options->record && (status == STATUS_DONE || status == STATUS_NO))
        model_refit(quiz->app);
    return status;
}

static int print_paper(struct quiz *quiz)
{
    struct buf text = { 0 };
    if (quiz->app->global.json) {
        app_print_json(quiz->app, quiz_json(quiz, false));
        return STATUS_DONE;
    }
    quiz_print(quiz, strcmp(quiz->options->print, "markdown") == 0, &text);
    term_raw(&quiz->app->out, STYLE_PLAIN, buf_text(&text));
    buf_release(&text);
    return STATUS_DONE;
}

/* ---- options ------------------------------------------------------------------------------ */

static bool check(const struct quiz_options *options, int64_t *limit_ms, struct err *err)
{
    *limit_ms = options->minutes != NULL ? span_minutes(options->minutes) : 0;
    if (options->minutes != NULL && *limit_ms == 0)
        return err_set(
            err, ERR_USAGE, "--minutes takes a number, not '%s'", options->minutes);
    if (options->count.given && options->count.value < 1)
        return err_set(err, ERR_USAGE, "--count takes a number from 1 up");
    if (options->pass.given && options->pass.value > 100)
        return err_set(
            err, ERR_USAGE, "--pass takes a percentage, not %lld", options->pass.value);
    if (options->print != NULL && strcmp(options->print, "text") != 0 &&
        strcmp(options->print, "markdown") != 0)
        return err_set(
            err, ERR_USAGE, "--print takes text or markdown, not '%s'", options->print);
    if (options->print != NULL && options->record)
        return err_set(
            err, ERR_USAGE, "--print asks nothing, so that --record has nothing to save");
    return true;
}

/* Two quizzes of a day differ: the seed is drawn from the instant, unless it is given. */
static uint64_t seed_of(const struct app *app)
{
    int64_t now_ms = app_now(app);
    return app->global.seed.given ? app_seed(app)
                                  : hash_bytes(0, &now_ms, sizeof now_ms) % SEEDS;
}

static int nothing_to_ask(struct quiz *quiz)
{
    term_raw(&quiz->app->err_out, STYLE_PLAIN,
        "nothing to ask: no card is meant that is not suspended or graded by "
        "yourself\n");
    return STATUS_NO;
}

static int run_drawn(struct quiz *quiz)
{
    if (quiz->paper.count == 0)
        return nothing_to_ask(quiz);
    return quiz->options->print != NULL ? print_paper(quiz) : ask_paper(quiz);
}

static int run(struct app *app, const struct call *call)
{
    bool orphans;
    const struct quiz_options *given = call->options;
    struct quiz quiz = { .app = app, .options = given, .records = given->record };
    if (!check(given, &quiz.limit_ms, &app->err) ||
        !app_provide(app, given->record ? NEED_WRITE : NEED_READ, NULL, 0, &app->err))
        return (int)app->err.kind;
    bool *selected = selection_of(app, call->words, call->count, &orphans, &app->err);
    if (selected == NULL)
        return (int)app->err.kind;
    quiz.seed = seed_of(app);
    struct paper_options paper = { .selected = selected,
        .count = given->count.given ? (size_t)given->count.value : QUIZ_COUNT,
        .choices = given->choices,
        .seed = quiz.seed };
    paper_draw(&quiz.paper, &app->collection, &paper);
    free(selected);
    int status = run_drawn(&quiz);
    paper_release(&quiz.paper);
    return status;
}

const struct command cmd_quiz = {
    .name = "quiz",
    .group = "study",
    .args = "[OPTIONS] [SELECTOR...]",
    .summary = "a scored test of 20 questions, or another number; changes no dates",
    .notes = selector_notes,
    .opts = quiz_opts,
    .options_size = sizeof(struct quiz_options),
    .needs = NEED_CARDS | NEED_FILES,
    .most = SIZE_MAX,
    .run = run,
};
