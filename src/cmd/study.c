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

#include "base/utf8.h"
#include "session/session.h"
#include "ui/layout.h"
#include "ui/line.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What to do next, as the learner or the world decided. */
enum turn { TURN_GO_ON, TURN_QUIT, TURN_HANGUP, TURN_FAILED };

struct study {
    struct app *app;
    struct session session;
    const struct term *out;
    struct buf line; // what was read last
};

static const char question_help[] =
    "   Type the answer and press Enter; an empty line means \"I don't know\".\n"
    "   :hint  :skip (later)  :undo (the last answer)  :quit   (::x types \":x\")\n";

static const char verdict_help[] =
    "   1 again   2 hard   3 good   4 easy   Space or Enter: as proposed\n"
    "   u undo the last answer   s skip (saves nothing)   q quit (saves as proposed)\n";

static void say(const struct study *study, const char *text)
{
    term_raw(study->out, STYLE_PLAIN, text);
}

static int64_t now_of(const struct study *study)
{
    return app_clock(study->app);
}

/* ---- the question -------------------------------------------------------------------------- */

/* "new 12 . *learning 2* . due 31": the kind at hand stands between stars. */
static void counts_line(const struct study *study, struct buf *line)
{
    struct queue_counts counts = session_counts(&study->session);
    enum phase phase =
        study->session.collection->progress[study->session.card].plan.phase;
    const struct {
        const char *word;
        size_t count;
        bool at_hand;
    } kinds[] = {
        { "new", counts.fresh, phase == PHASE_NEW },
        { "learning", counts.learning, phase_has_steps(phase) },
        { "due", counts.due, phase == PHASE_REVIEW },
    };
    for (size_t i = 0; i < 3; i++) {
        const char *star = kinds[i].at_hand ? "*" : "";
        if (i > 0)
            buf_add(line, term_is_utf8() ? " \u00b7 " : " | ");
        buf_addf(line, "%s%s %zu%s", star, kinds[i].word, kinds[i].count, star);
    }
}

/* Deck and place on the left, what remains today on the right. */
static void show_head(const struct study *study)
{
    const struct card *card = session_card(&study->session);
    const struct note *note = card->note;
    const char *at = note->citation_count > 0 ? note->citations[0].at : NULL;
    struct buf place = { 0 }, counts = { 0 }, line = { 0 };
    if (!present_gives_away(card, note->deck->id))
        buf_add(&place, note->deck->id);
    if (at != NULL && !present_gives_away(card, at))
        buf_addf(&place, "%s%s", place.len > 0 ? " > " : "", at);
    counts_line(study, &counts);
    size_t right = utf8_width(counts.text, counts.len);
    size_t room = study->out->width > right + 6 ? study->out->width - right - 4 : 1;
    buf_add(&line, "\n ");
    layout_column(&line, buf_text(&place), room);
    buf_addf(&line, " %s\n", counts.text);
    term_raw(study->out, STYLE_FAINT, line.text);
    term_rule(study->out);
    buf_release(&place);
    buf_release(&counts);
    buf_release(&line);
}

static const char *how_to_answer(const struct session *session)
{
    switch (session->key.kind) {
    case KEY_BOOLEAN:
        return " (true or false)\n";
    case KEY_CHOICE:
        return " (one letter)\n";
    case KEY_CHOICES:
        return " (all letters that apply)\n";
    case KEY_PAIRS:
        return " (pairs, as 1b; 2a)\n";
    case KEY_LIST:
        return " (one item a line, in any order)\n";
    case KEY_SEQUENCE:
        return " (one item a line, in order)\n";
    case KEY_TEXT:
    case KEY_NUMBER:
    case KEY_CLOZE:
        break;
    }
    return session_is_self(session) ? " (think; Enter shows the answer)\n" : "";
}

static void show_card(struct study *study)
{
    const struct session *session = &study->session;
    term_measure(&study->app->out);
    show_head(study);
    show_question(study->out, session_card(session), &session->key);
    term_raw(study->out, STYLE_FAINT, how_to_answer(session));
    say(study, "\n");
}

static void show_hint(struct study *study)
{
    const char *hint = session_hint(&study->session);
    if (hint == NULL) {
        say(study, "   This card has no hint.\n");
        return;
    }
    say(study, "   hint: ");
    term_text(study->out, STYLE_PLAIN, hint);
    say(study, "\n");
}

static void undo(struct study *study)
{
    struct undo_result result;
    struct err err;
    struct buf text = { 0 };
    if (!session_undo(
            &study->session, now_of(study), &study->app->arena, &result, &err)) {
        buf_add(&text, " not undone: ");
        err_render(&err, NULL, &text);
    } else if (!result.found) {
        buf_add(&text, " There is no answer to undo.\n");
    } else {
        buf_addf(&text, " Taken back: %s (%s).\n", result.card,
            fsrs_rating_word(result.review.rating));
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
        show_hint(study);
        break;
    case COMMAND_SKIP:
        session_skip(&study->session, now_of(study));
        break;
    case COMMAND_UNDO:
        undo(study);
        break;
    case COMMAND_QUIT:
        return TURN_QUIT;
    case COMMAND_NONE:
    case COMMAND_HELP:
        say(study, question_help);
        break;
    }
    return TURN_GO_ON;
}

/* ---- the verdict -------------------------------------------------------------------------- */

static void show_verdict(struct study *study)
{
    const struct session *session = &study->session;
    term_measure(&study->app->out);
    if (session_is_self(session)) {
        say(study, " answer\n");
        term_wrap(study->out, STYLE_STRONG, session->judgement.expected, 5);
    } else {
        show_judgement(study->out, &session->judgement, session->typed);
    }
    show_background(study->out, session_card(session)->note);
    say(study, "\n");
}

/* The rest of the line goes below where the window is too narrow for it. */
static void show_ratings(const struct study *study)
{
    const struct session *session = &study->session;
    size_t used = 0;
    for (int rating = FSRS_AGAIN; rating <= FSRS_EASY; rating++) {
        struct buf item = { 0 };
        buf_addf(&item, " %d %s ", rating, fsrs_rating_word((enum fsrs_rating)rating));
        layout_span(
            &item, schedule_delay_s(&session->plans[rating - 1], session->revealed_ms));
        buf_add(&item, "  ");
        bool proposed = rating == (int)session->proposed;
        term_raw(study->out, proposed ? STYLE_STRONG : STYLE_PLAIN, item.text);
        used += item.len;
        buf_release(&item);
    }
    struct buf rest = { 0 };
    buf_addf(&rest, " Space = %s   ? help\n", fsrs_rating_word(session->proposed));
    if (used + rest.len > study->out->width)
        say(study, "\n");
    term_raw(study->out, STYLE_FAINT, rest.text);
    buf_release(&rest);
}

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
        switch (session_rate(session, rating, now_of(study), &err)) {
        case RECORD_SAVED:
            show_leech(study->out, session->collection, card, lapses);
            return TURN_GO_ON;
        case RECORD_CHANGED:
            say(study, " This card was answered elsewhere meanwhile: that answer stands, "
                       "this one is not saved.\n");
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
        session_skip(&study->session, now_of(study));
        break;
    case 'q':
        return leave(study, TURN_QUIT);
    case '\n':
        say(study, "   Press 1 to 4, or Space.\n");
        break;
    default:
        say(study, verdict_help);
    }
    return TURN_GO_ON;
}

static enum turn ask_rating(struct study *study)
{
    show_ratings(study);
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
        session_answer(session, typed[0] == ':' ? typed + 1 : typed, now_of(study));
        show_verdict(study);
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
        show_card(study);
        while (turn == TURN_GO_ON && session->state == SESSION_ASK &&
               session->question == question)
            turn = ask(study);
    }
    return turn;
}

static void show_misses(const struct study *study)
{
    const struct session *session = &study->session;
    bool any = false;
    for (size_t i = 0; i < session->log_count; i++) {
        const struct session_entry *entry = &session->log[i];
        const struct card *card = session->collection->library->cards[entry->card];
        struct arena arena = { 0 };
        struct buf line = { 0 };
        if (entry->rating != FSRS_AGAIN)
            continue;
        if (!any)
            say(study, "\n missed\n");
        any = true;
        term_wrap(study->out, STYLE_PLAIN, card->question, 3);
        if (!entry->self && entry->typed[0] != '\0') {
            buf_add(&line, "you typed ");
            add_one_line(&line, entry->typed);
            buf_add(&line, " - ");
        }
        buf_add(&line, "the answer is ");
        add_one_line(&line, match_expected(&card->key, &arena));
        term_wrap(study->out, STYLE_FAINT, line.text, 5);
        buf_release(&line);
        arena_release(&arena);
    }
}

static void show_summary(const struct study *study)
{
    const struct session *session = &study->session;
    size_t passed = 0, fresh = 0;
    for (size_t i = 0; i < session->log_count; i++) {
        passed += session->log[i].rating != FSRS_AGAIN;
        fresh += session->log[i].was_new;
    }
    struct buf line = { 0 };
    long long seconds = (now_of(study) - session->started_ms) / SECOND_MS;
    buf_addf(&line, "\n %zu %s saved: %zu right, %zu missed; %zu new. %lldm %02llds.\n",
        session->log_count, session->log_count == 1 ? "answer" : "answers", passed,
        session->log_count - passed, fresh, seconds / 60, seconds % 60);
    say(study, line.text);
    buf_release(&line);
    show_misses(study);
}

static void show_rest(const struct study *study)
{
    const struct session *session = &study->session;
    struct buf line = { 0 };
    if (session->state != SESSION_DONE) {
        struct queue_counts left = session_counts(session);
        buf_addf(&line, " Left for today: %zu new, %zu learning, %zu due.\n", left.fresh,
            left.learning, left.due);
    } else if (session->next_due_ms == INT64_MAX) {
        buf_add(
            &line, session->log_count > 0 ? " That was all.\n" : " Nothing to ask.\n");
    } else {
        buf_add(&line, session->log_count > 0 ? " That was all for now. Next card: "
                                              : " Nothing to ask now. Next card: ");
        add_when(&line, study->app, session->next_due_ms, now_of(study));
        buf_add(&line, ".\n");
    }
    say(study, line.text);
    buf_release(&line);
}

static int study_cards(struct app *app, const bool *selected)
{
    struct study study = { .app = app, .out = &app->out };
    bool interactive = app->out.interactive && isatty(STDIN_FILENO) == 1;
    session_open(
        &study.session, &app->collection, selected, app_seed(app), now_of(&study));
    line_open(interactive);
    enum turn turn = run_session(&study);
    if (turn != TURN_HANGUP) {
        if (study.session.log_count > 0)
            show_summary(&study);
        show_rest(&study);
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
