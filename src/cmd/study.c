/*
 * A study session: shows what the state machine says, asks what it wants to know.
 *
 * The same on a terminal and through a pipe: on a terminal lines are edited by readline and a
 * rating is one key; from a pipe both are lines.  However it ends - q, ^C, ^D, a hang-up -
 * every answer that was rated is on the disk, and a verdict that waits for its rating gets the
 * proposed one.
 */
#include "cmd/card.h"
#include "cmd/command.h"
#include "cmd/study.h"

#include "ui/line.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What to do next, as the learner or the world decided. */
enum turn { TURN_GO_ON, TURN_QUIT, TURN_HANGUP, TURN_FAILED };

static const char question_help[] =
    "   Type the answer and press Enter; an empty line means \"I don't know\".\n"
    "   :hint  :skip (later)  :undo (the last answer)  :quit   (::x types \":x\")\n";

static const char verdict_help[] =
    "   1 again   2 hard   3 good   4 easy   Space or Enter: as proposed\n"
    "   u undo the last answer   s skip (saves nothing)   q quit (saves as proposed)\n";

static void undo(struct study *study)
{
    struct undo_result result;
    struct err err;
    struct buf text = { 0 };
    if (!session_undo(
            &study->session, study_now(study), &study->app->arena, &result, &err)) {
        buf_add(&text, " not undone: ");
        err_render(&err, NULL, &text);
    } else if (!result.found) {
        buf_add(&text, " There is no answer to undo.\n");
    } else {
        buf_addf(&text, " Taken back: %s (", result.card);
        add_change(&text, &result);
        buf_add(&text, ").\n");
    }
    term_text(study->out, STYLE_PLAIN, buf_text(&text));
    buf_release(&text);
}

/* ---- reading the answer ------------------------------------------------------------------- */

static enum turn turn_of(enum line_result result)
{
    return result == LINE_HANGUP ? TURN_HANGUP : TURN_QUIT;
}

enum command_word {
    COMMAND_NONE,
    COMMAND_HELP,
    COMMAND_HINT,
    COMMAND_SKIP,
    COMMAND_UNDO,
    COMMAND_QUIT
};

/* ":q" and ":quit" mean the same, as do all beginnings of a command. */
static enum command_word command_of(const char *line)
{
    static const struct {
        const char *name;
        enum command_word word;
    } commands[] = {
        { "help", COMMAND_HELP },
        { "hint", COMMAND_HINT },
        { "skip", COMMAND_SKIP },
        { "undo", COMMAND_UNDO },
        { "quit", COMMAND_QUIT },
    };
    size_t len = strlen(line);
    while (len > 0 && line[len - 1] == ' ')
        len--;
    if (len == 1 && line[0] == 'h')
        return COMMAND_HINT;
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
        if (len > 0 && strncmp(commands[i].name, line, len) == 0)
            return commands[i].word;
    return COMMAND_HELP;
}

/* Several items are read one a line, until there are enough or an empty line ends them. */
static enum line_result read_items(struct study *study, struct buf *answer)
{
    const struct session *session = &study->session;
    bool several = (session->key.kind == KEY_LIST || session->key.kind == KEY_SEQUENCE) &&
                   !session_is_self(session);
    size_t wanted = several ? session->key.count : 1;
    for (size_t i = 0; i < wanted; i++) {
        char prompt[32];
        snprintf(prompt, sizeof prompt, several ? " %zu> " : " > ", i + 1);
        enum line_result result = line_read(prompt, &study->line);
        if (result != LINE_TEXT)
            return result;
        const char *typed = buf_text(&study->line);
        if (typed[0] == ':' && i == 0) {
            buf_add(answer, typed);
            return LINE_TEXT;
        }
        if (typed[strspn(typed, " ")] == '\0')
            break;
        buf_addf(answer, "%s%s", i > 0 ? "\n" : "", typed);
        if (several && strchr(typed, ';') != NULL)
            break;
    }
    return LINE_TEXT;
}

static enum turn obey(struct study *study, const char *command)
{
    switch (command_of(command)) {
    case COMMAND_HINT:
        study_show_hint(study);
        break;
    case COMMAND_SKIP:
        session_skip(&study->session, study_now(study));
        break;
    case COMMAND_UNDO:
        undo(study);
        break;
    case COMMAND_QUIT:
        return TURN_QUIT;
    case COMMAND_NONE:
    case COMMAND_HELP:
        study_say(study, question_help);
        break;
    }
    return TURN_GO_ON;
}

/* ---- the verdict -------------------------------------------------------------------------- */

/* An answer that cannot be saved is said to be unsaved until it is, or is given up. */
static enum turn retry(struct study *study, const struct err *err)
{
    struct buf text = { 0 };
    buf_add(&text, "\n NOT SAVED: ");
    err_render(err, NULL, &text);
    term_text(study->out, STYLE_WRONG, text.text);
    buf_release(&text);
    for (;;) {
        enum line_result result =
            line_key(" r try again   q quit without this answer > ", &study->line);
        const char *key = buf_text(&study->line);
        if (result != LINE_TEXT || key[0] == 'q')
            return TURN_FAILED;
        if (key[0] == 'r')
            return TURN_GO_ON;
    }
}

static enum turn rate(struct study *study, enum fsrs_rating rating)
{
    struct session *session = &study->session;
    size_t card = session->card;
    int lapses = session->collection->progress[card].lapses;
    for (;;) {
        struct err err;
        switch (session_rate(session, rating, study_now(study), &err)) {
        case RECORD_SAVED:
            show_leech(study->out, session->collection, card, lapses);
            return TURN_GO_ON;
        case RECORD_CHANGED:
            study_say(study,
                " This card was answered elsewhere meanwhile: that answer stands, "
                "this one is not saved.\n");
            return TURN_GO_ON;
        case RECORD_NOT_KEPT:
            return TURN_GO_ON;
        case RECORD_FAILED:
            if (retry(study, &err) == TURN_FAILED) {
                study->app->err = err;
                return TURN_FAILED;
            }
        }
    }
}

/* Leaving after a verdict saves the proposed rating; of oneself nobody else can judge. */
static enum turn leave(struct study *study, enum turn turn)
{
    if (session_is_self(&study->session))
        return turn;
    return rate(study, study->session.proposed) == TURN_FAILED ? TURN_FAILED : turn;
}

/* After an empty answer Enter alone rates nothing: it may be the same key press. */
static bool takes_proposal(const struct study *study, const char *key)
{
    bool blank = study->session.judgement.verdict == VERDICT_BLANK &&
                 !session_is_self(&study->session);
    return key[0] == ' ' || (key[0] == '\n' && !blank);
}

static enum turn take_key(struct study *study, const char *key)
{
    if (key[0] >= '1' && key[0] <= '4' && key[1] == '\0')
        return rate(study, (enum fsrs_rating)(key[0] - '0'));
    if (takes_proposal(study, key))
        return rate(study, study->session.proposed);
    switch (key[0]) {
    case 'u':
        undo(study);
        break;
    case 's':
        session_skip(&study->session, study_now(study));
        break;
    case 'q':
        return leave(study, TURN_QUIT);
    case '\n':
        study_say(study, "   Press 1 to 4, or Space.\n");
        break;
    default:
        study_say(study, verdict_help);
    }
    return TURN_GO_ON;
}

static enum turn ask_rating(struct study *study)
{
    study_show_ratings(study);
    size_t question = study->session.question;
    while (
        study->session.state == SESSION_JUDGED && study->session.question == question) {
        enum line_result result = line_key(" : ", &study->line);
        if (result != LINE_TEXT)
            return leave(study, turn_of(result));
        enum turn turn = take_key(study, buf_text(&study->line));
        if (turn != TURN_GO_ON)
            return turn;
    }
    return TURN_GO_ON;
}

/* ---- the session -------------------------------------------------------------------------- */

/* Reads an answer or obeys a command; a command that keeps the card asks again below it. */
static enum turn ask(struct study *study)
{
    struct session *session = &study->session;
    struct buf answer = { 0 };
    enum line_result result = read_items(study, &answer);
    const char *typed = buf_text(&answer);
    enum turn turn = TURN_GO_ON;
    if (result != LINE_TEXT) {
        turn = turn_of(result);
    } else if (typed[0] == ':' && typed[1] != ':') {
        turn = obey(study, typed + 1);
    } else {
        session_answer(session, typed[0] == ':' ? typed + 1 : typed, study_now(study));
        study_show_verdict(study);
        turn = ask_rating(study);
    }
    buf_release(&answer);
    return turn;
}

static enum turn run_session(struct study *study)
{
    struct session *session = &study->session;
    enum turn turn = TURN_GO_ON;
    while (turn == TURN_GO_ON && session->state != SESSION_DONE) {
        size_t question = session->question;
        study_show_card(study);
        while (turn == TURN_GO_ON && session->state == SESSION_ASK &&
               session->question == question)
            turn = ask(study);
    }
    return turn;
}

static int study_cards(struct app *app, const bool *selected)
{
    struct study study = { .app = app, .out = &app->out };
    bool interactive = app->out.interactive && isatty(STDIN_FILENO) == 1;
    struct session_options options = {
        .selected = selected, .seed = app_seed(app), .fresh = -1, .reviews = -1
    };
    session_open(&study.session, &app->collection, &options, study_now(&study));
    line_open(interactive);
    enum turn turn = run_session(&study);
    if (turn != TURN_HANGUP) {
        if (study.session.log_count > 0)
            study_show_summary(&study);
        study_show_rest(&study);
    }
    line_close();
    session_close(&study.session);
    buf_release(&study.line);
    return turn == TURN_FAILED ? ERR_SYSTEM : STATUS_DONE;
}

static int run(struct app *app, const struct call *call)
{
    bool orphans;
    bool *selected = selection_of(app, call->words, call->count, &orphans, &app->err);
    if (selected == NULL)
        return (int)app->err.kind;
    int status = study_cards(app, selected);
    free(selected);
    return status;
}

const struct command cmd_study = {
    .name = "study",
    .group = "study",
    .args = "[SELECTOR...]",
    .summary = "asks the cards that are due, and new ones",
    .notes = selector_notes,
    .needs = NEED_CARDS | NEED_FILES | NEED_WRITE,
    .most = SIZE_MAX,
    .run = run,
};
