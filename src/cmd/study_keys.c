/*
 * After the verdict: what each key does.
 *
 * What was typed ahead is thrown away before a key is read.  After an empty answer Enter alone
 * rates nothing: it may be the same key press.  Leaving saves the proposed rating.
 */
#include "cmd/study.h"

#include "base/utf8.h"
#include "cmd/card.h"
#include "session/alias.h"

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
        buf_addf(
            &text, "Taken back: %s%s", result.card, result.card[0] != '\0' ? " (" : "");
        add_change(&text, &result);
        buf_add(&text, result.card[0] != '\0' ? ")." : ".");
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
    study_notice(study, text.text);
    buf_release(&text);
}

static enum turn tell_why(struct study *study)
{
    struct err err;
    bool ok = true;
    struct why why = { study->app, study->session.card, study_now(study), &ok, &err };
    enum turn turn = study_show_page(study, draw_why, &why);
    if (!ok)
        study_notice_err(study, " ", &err);
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
    [ACTION_FIX] = "note what to mend",
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

static void draw_help(const struct term *term, const void *context)
{
    const struct action_keys *keys = context;
    struct buf text = { 0 };
    size_t used = 0;
    add_item(&text, term->width, "Space or Enter: as proposed", &used);
    for (int action = 0; action < ACTION_COUNT; action++) {
        struct buf item = { 0 };
        buf_addf(&item, "%s %s", keys->key[action], meanings[action]);
        add_item(&text, term->width, item.text, &used);
        buf_release(&item);
    }
    buf_add_char(&text, '\n');
    term_raw(term, STYLE_PLAIN, text.text);
    buf_release(&text);
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

/* Asks whether what was typed shall count from now on. */
static enum turn offer_alias(struct study *study)
{
    const struct session *session = &study->session;
    struct err err;
    if (!study->interactive || session->options.cram || !alias_fits(&session->key))
        return TURN_GO_ON;
    enum line_result result =
        line_key(" shall this count as right from now on? y/N > ", &study->line);
    if (result != LINE_TEXT)
        return study_turn_of(result);
    struct alias alias = { session->key.items[0].forms[0], session->typed };
    if (buf_text(&study->line)[0] == 'y' &&
        !record_alias(session->collection, session->card, &alias, study_now(study), &err))
        study_notice_err(study, " not remembered: ", &err);
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
    enum turn turn = offer_alias(study);
    return turn == TURN_GO_ON ? study_save(study, FSRS_GOOD) : turn;
}

/* From a pipe the words stand behind the command: what follows may be an answer. */
enum turn study_note_fix(struct study *study, const char *words)
{
    const struct session *session = &study->session;
    struct err err;
    enum line_result result = LINE_TEXT;
    if (words[0] == '\0' && study->interactive) {
        result = line_read(" what to mend > ", &study->line);
        words = buf_text(&study->line);
    }
    if (result != LINE_TEXT)
        return study_turn_of(result);
    struct fix_note note = { .text = words };
    if (words[strspn(words, " ")] == '\0')
        study_notice(study, "Nothing noted; :fix TEXT notes what to mend later.");
    else if (!record_fix(
                 session->collection, session->card, &note, study_now(study), &err))
        study_notice_err(study, " not noted: ", &err);
    else
        study_notice(study, "Noted; `quaestor fixes` lists what to mend.");
    return TURN_GO_ON;
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
    case ACTION_FIX:
        return study_note_fix(study, "");
    case ACTION_WHY:
        return tell_why(study);
    case ACTION_NONE:
    case ACTION_HELP:
        return study_show_page(study, draw_help, &study->app->settings.keys);
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
        study_show_notice(study);
        enum line_result result = line_key(" : ", &study->line);
        turn = result == LINE_TEXT ? take_key(study, buf_text(&study->line))
                                   : study_turn_of(result);
    }
    return turn == TURN_QUIT || turn == TURN_HANGUP ? study_leave(study, turn) : turn;
}
