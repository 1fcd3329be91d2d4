/*
 * After the verdict: ratings, and what else each key does.
 *
 * What was typed ahead is thrown away before a key is read.  After an empty answer Enter alone
 * rates nothing: it may be the same key press.  Leaving saves the proposed rating.
 */
#include "cmd/study.h"

#include "base/utf8.h"
#include "cmd/card.h"
#include "ui/layout.h"
#include "ui/screen.h"

#include <string.h>

static bool is_terminal_only(struct study *study)
{
    if (!study->interactive)
        study_notice(study, "That needs a terminal.");
    return !study->interactive;
}

/* ---- saving ------------------------------------------------------------------------------- */

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

/* A leech goes by itself; what could not be saved is told. */
static void suspend_leech(struct study *study, size_t card)
{
    struct err err;
    const char *name = study->session.collection->library->cards[card]->name;
    if (!session_suspend(&study->session, card, study_now(study), &err)) {
        study_notice_err(study, " not suspended: ", &err);
        return;
    }
    struct buf text = { 0 };
    buf_addf(&text, "It is suspended; `quaestor unsuspend %s` lets it come back.", name);
    study_notice(study, text.text);
    buf_release(&text);
}

/* The leech is asked again once it is reworded: that is what it was edited for. */
static enum turn edit_leech(struct study *study, const char *name)
{
    if (!session_ask_again(&study->session, name, study_now(study)))
        return TURN_GO_ON;
    return study_edit(study) ? TURN_GO_ON : TURN_FAILED;
}

static enum turn ask_about_leech(struct study *study, size_t card)
{
    const char *name = arena_strdup(
        &study->app->arena, study->session.collection->library->cards[card]->name);
    study_flush_notice(study);
    enum line_result result =
        line_key(" s suspend   e edit   Enter go on > ", &study->line);
    if (result != LINE_TEXT)
        return study_turn_of(result);
    switch (buf_text(&study->line)[0]) {
    case 's':
        suspend_leech(study, card);
        break;
    case 'e':
        return edit_leech(study, name);
    }
    return TURN_GO_ON;
}

static enum turn heed_leech(struct study *study, size_t card, int lapses)
{
    const struct collection *collection = study->session.collection;
    if (!is_new_leech(collection, card, lapses))
        return TURN_GO_ON;
    struct buf text = { 0 };
    add_leech(&text, collection, card);
    study_notice(study, text.text);
    buf_release(&text);
    if (study->app->settings.leech_action == LEECH_SUSPEND)
        suspend_leech(study, card);
    else if (study->interactive)
        return ask_about_leech(study, card);
    return TURN_GO_ON;
}

static enum turn save(struct study *study, enum fsrs_rating rating, bool *saved)
{
    for (;;) {
        struct err err;
        switch (session_rate(&study->session, rating, study_now(study), &err)) {
        case RECORD_SAVED:
            *saved = true;
            return TURN_GO_ON;
        case RECORD_CHANGED:
            study_notice(study,
                "This card was answered elsewhere meanwhile: that answer stands, "
                "this one is not saved.");
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

static enum turn rate(struct study *study, enum fsrs_rating rating)
{
    size_t card = study->session.card;
    int lapses = study->session.collection->progress[card].lapses;
    bool saved = false;
    enum turn turn = save(study, rating, &saved);
    return saved ? heed_leech(study, card, lapses) : turn;
}

/* Leaving after a verdict saves the proposed rating; of oneself nobody else can judge. */
static enum turn leave(struct study *study, enum turn turn)
{
    bool saved = false;
    if (study->session.state != SESSION_JUDGED || session_is_self(&study->session))
        return turn;
    return save(study, study->session.proposed, &saved) == TURN_FAILED ? TURN_FAILED
                                                                        : turn;
}

/* ---- typing the right answer once more ---------------------------------------------------- */

static bool wants_retyping(const struct study *study)
{
    const struct session *session = &study->session;
    if (!study->app->settings.retype || session_is_self(session) ||
        verdict_is_right(session->judgement.verdict))
        return false;
    switch (session->key.kind) {
    case KEY_TEXT:
    case KEY_NUMBER:
    case KEY_CLOZE:
    case KEY_LIST:
    case KEY_SEQUENCE:
        return true;
    case KEY_BOOLEAN:
    case KEY_CHOICE:
    case KEY_CHOICES:
    case KEY_PAIRS:
        break;
    }
    return false;
}

static bool is_right_now(const struct study *study, const char *typed)
{
    const struct session *session = &study->session;
    struct arena arena = { 0 };
    struct judgement judgement = match_judge(
        &session->key, &session_card(session)->note->deck->context, typed, &arena);
    bool right = verdict_is_right(judgement.verdict);
    arena_release(&arena);
    return right;
}

/* Until it is right, or an empty line gives up; nothing of it is kept. */
static enum line_result retype(struct study *study)
{
    for (;;) {
        enum line_result result = line_read(" type it > ", &study->line);
        const char *typed = buf_text(&study->line);
        if (result != LINE_TEXT || typed[strspn(typed, " ")] == '\0' ||
            is_right_now(study, typed))
            return result;
        study_say(study, " [x] not yet; an empty line goes on\n");
    }
}

static enum turn rate_by_key(struct study *study, enum fsrs_rating rating)
{
    if (study->app->settings.pass_fail && rating != FSRS_AGAIN)
        rating = FSRS_GOOD;
    if (rating == FSRS_AGAIN && wants_retyping(study)) {
        enum line_result result = retype(study);
        if (result != LINE_TEXT)
            return study_turn_of(result);
    }
    return rate(study, rating);
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
    return study_edit(study) ? TURN_GO_ON : TURN_FAILED;
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
    return rate(study, FSRS_GOOD);
}

enum turn study_act(struct study *study, enum action action)
{
    switch (action) {
    case ACTION_AGAIN:
    case ACTION_HARD:
    case ACTION_GOOD:
    case ACTION_EASY:
        return rate_by_key(study, (enum fsrs_rating)(FSRS_AGAIN + (int)action));
    case ACTION_UNDO:
        undo(study);
        break;
    case ACTION_RIGHT:
        return was_right(study);
    case ACTION_EDIT:
        return edit(study);
    case ACTION_SKIP:
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

static enum turn take_key(struct study *study, const char *key)
{
    if (takes_proposal(study, key))
        return rate_by_key(study, study->session.proposed);
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
    return rate(study, session->proposed);
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
    return turn == TURN_QUIT || turn == TURN_HANGUP ? leave(study, turn) : turn;
}
