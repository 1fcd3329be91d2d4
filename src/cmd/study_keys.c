/*
 * After the verdict: what each key does.
 *
 * What was typed ahead is thrown away before a key is read.  After an empty answer Enter alone
 * rates nothing: it may be the same key press.  Leaving saves the proposed rating.
 */
#include "cmd/study.h"

#include "base/utf8.h"
#include "cmd/card.h"
#include "ui/screen.h"

#include <stdlib.h>
#include <string.h>

static bool is_terminal_only(struct study *study)
{
    if (!study->interactive)
        study_notice(study, "That needs a terminal.");
    return !study->interactive;
}

/* ---- actions ------------------------------------------------------------------------------ */

static void undo(struct study *study)
{
    struct undo_result result;
    struct err err;
    struct buf text = { 0 };
    if (study->session.options.cram) {
        buf_add(&text, "Nothing of this is saved, so there is nothing to undo.");
    } else if (!session_undo(&study->session, study_now(study), &study->app->arena,
                   &result, &err)) {
        study_notice_err(study, " not undone: ", &err);
        return;
    } else if (!result.found) {
        buf_add(&text, "There is no answer to undo.");
    } else {
        buf_addf(&text, "Taken back: %s (", result.card);
        add_change(&text, &result);
        buf_add(&text, ").");
    }
    study_notice(study, text.text);
    buf_release(&text);
}

static const char *marked_as(const struct study *study, enum event_kind kind, size_t card)
{
    if (kind == EVENT_SUSPEND)
        return "Suspended, until `quaestor unsuspend`: ";
    if (kind == EVENT_BURY)
        return "Buried until tomorrow: ";
    return study->session.collection->progress[card].flagged ? "Flagged: "
                                                             : "No longer flagged: ";
}

static void mark(struct study *study, enum event_kind kind)
{
    struct err err;
    size_t card = study->session.card;
    if (!session_mark(&study->session, kind, study_now(study), &err)) {
        study_notice_err(study, " not saved: ", &err);
        return;
    }
    struct buf text = { 0 };
    buf_addf(&text, "%s%s.", marked_as(study, kind, card),
        study->session.collection->library->cards[card]->name);
    if (kind == EVENT_FLAG && study->fresh)
        study_redraw(study);
    study_notice(study, text.text);
    buf_release(&text);
}

struct why {
    struct study *study;
    struct err *err;
    bool *ok;
};

static void draw_why(const struct term *term, const void *context)
{
    const struct why *why = context;
    struct study *study = why->study;
    *why->ok =
        show_why(study->app, term, study->session.card, study_now(study), why->err);
}

static enum turn tell_why(struct study *study)
{
    struct err err;
    bool ok = false;
    struct why why = { study, &err, &ok };
    struct buf text = { 0 };
    screen_render(study->out, &text, draw_why, &why);
    enum turn turn = TURN_GO_ON;
    if (ok)
        turn = study_show_page(study, buf_text(&text));
    else
        study_notice_err(study, " ", &err);
    buf_release(&text);
    return turn;
}

static const char *const meanings[] = {
    [ACTION_AGAIN] = "again",
    [ACTION_HARD] = "hard",
    [ACTION_GOOD] = "good",
    [ACTION_EASY] = "easy",
    [ACTION_UNDO] = "undo the last one",
    [ACTION_RIGHT] = "I was right",
    [ACTION_EDIT] = "edit the card",
    [ACTION_SKIP] = "skip (saves nothing)",
    [ACTION_BURY] = "bury until tomorrow",
    [ACTION_SUSPEND] = "suspend",
    [ACTION_FLAG] = "flag",
    [ACTION_WHY] = "answers so far",
    [ACTION_HELP] = "help",
    [ACTION_QUIT] = "quit (saves as proposed)",
};

/* As many items in a line as fit. */
static void add_item(struct buf *text, size_t width, const char *item, size_t *used)
{
    size_t needed = utf8_width(item, strlen(item)) + 3;
    if (*used > 0 && *used + needed >= width) {
        buf_add_char(text, '\n');
        *used = 0;
    }
    buf_addf(text, "   %s", item);
    *used += needed;
}

static enum turn show_help(struct study *study)
{
    struct buf text = { 0 };
    size_t used = 0;
    add_item(&text, study->out->width, "Space or Enter: as proposed", &used);
    for (int action = 0; action < ACTION_COUNT; action++) {
        struct buf item = { 0 };
        buf_addf(&item, "%s %s", study->app->settings.keys.key[action], meanings[action]);
        add_item(&text, study->out->width, item.text, &used);
        buf_release(&item);
    }
    buf_add_char(&text, '\n');
    enum turn turn = study_show_page(study, text.text);
    buf_release(&text);
    return turn;
}

static enum turn edit(struct study *study)
{
    if (is_terminal_only(study))
        return TURN_GO_ON;
    size_t question = study->session.question;
    if (!study_edit(study))
        return TURN_FAILED;
    if (study->fresh && study->session.question == question)
        study_redraw(study); // the editor had the window
    return TURN_GO_ON;
}

/* "I was right": as good as if it had been judged so. */
static enum turn was_right(struct study *study)
{
    enum verdict verdict = study->session.judgement.verdict;
    if (session_is_self(&study->session) ||
        (verdict != VERDICT_WRONG && verdict != VERDICT_PARTIAL)) {
        study_notice(study, "Only after a wrong answer; 1 to 4 rate.");
        return TURN_GO_ON;
    }
    return study_save(study, FSRS_GOOD);
}

enum turn study_act(struct study *study, enum action action)
{
    switch (action) {
    case ACTION_AGAIN:
    case ACTION_HARD:
    case ACTION_GOOD:
    case ACTION_EASY:
        return study_rate(study, (enum fsrs_rating)(FSRS_AGAIN + (int)action));
    case ACTION_UNDO:
        undo(study);
        break;
    case ACTION_RIGHT:
        return was_right(study);
    case ACTION_EDIT:
        return edit(study);
    case ACTION_SKIP:
        study->skipped = true;
        session_skip(&study->session, study_now(study));
        break;
    case ACTION_BURY:
        mark(study, EVENT_BURY);
        break;
    case ACTION_SUSPEND:
        mark(study, EVENT_SUSPEND);
        break;
    case ACTION_FLAG:
        mark(study, EVENT_FLAG);
        break;
    case ACTION_WHY:
        return tell_why(study);
    case ACTION_NONE:
    case ACTION_HELP:
        return show_help(study);
    case ACTION_QUIT:
        return TURN_QUIT;
    }
    return TURN_GO_ON;
}

/* ---- the key ------------------------------------------------------------------------------ */

static bool takes_proposal(const struct study *study, const char *key)
{
    bool blank = study->session.judgement.verdict == VERDICT_BLANK &&
                 !session_is_self(&study->session);
    return key[0] == ' ' || (key[0] == '\n' && !blank);
}

/* A command may be typed here, too; from a pipe it is the whole line. */
static enum turn take_command(struct study *study, const char *line)
{
    enum line_result result = LINE_TEXT;
    if (study->interactive) {
        result = line_read(" :", &study->line);
        line = buf_text(&study->line);
    }
    if (result != LINE_TEXT)
        return study_turn_of(result);
    char *command = mem_strdup(line);
    enum turn turn = study_obey(study, command);
    free(command);
    return turn;
}

static enum turn take_key(struct study *study, const char *key)
{
    if (key[0] == ':')
        return take_command(study, key + 1);
    if (takes_proposal(study, key))
        return study_rate(study, study->session.proposed);
    if (key[0] == '\n') {
        study_notice(study, "Press a rating, or Space.");
        return TURN_GO_ON;
    }
    return study_act(study, action_of(&study->app->settings.keys, key));
}

/* An exact answer goes on by itself, if the learner wants it so. */
static enum turn go_on_alone(struct study *study)
{
    const struct session *session = &study->session;
    struct buf text = { 0 };
    buf_addf(&text, "[ok] %s: %s", session->judgement.reason, session->typed);
    for (char *c = text.text; *c != '\0'; c++)
        *c = *c == '\n' ? ' ' : *c;
    study_notice(study, text.text);
    buf_release(&text);
    return study_save(study, session->proposed);
}

enum turn study_ask_rating(struct study *study)
{
    const struct session *session = &study->session;
    size_t question = session->question;
    if (study->app->settings.auto_advance && !session_is_self(session) &&
        session->judgement.verdict == VERDICT_EXACT)
        return go_on_alone(study);
    enum turn turn = study_show_verdict(study);
    while (turn == TURN_GO_ON && session->state == SESSION_JUDGED &&
           session->question == question) {
        study_flush_notice(study);
        enum line_result result = line_key(" : ", &study->line);
        turn = result == LINE_TEXT ? take_key(study, buf_text(&study->line))
                                   : study_turn_of(result);
    }
    return turn == TURN_QUIT || turn == TURN_HANGUP ? study_leave(study, turn) : turn;
}
