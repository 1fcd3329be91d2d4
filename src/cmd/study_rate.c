/*
 * Ratings: writing the answer down, what follows for a leech, and typing the right answer once
 * more before a miss is saved.
 */
#include "cmd/study.h"

#include "cmd/card.h"

#include <string.h>

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
        return study_edit_card(study, name) ? TURN_GO_ON : TURN_FAILED;
    }
    return TURN_GO_ON;
}

/* Tells of a new leech and does what the settings say; who is leaving is asked nothing. */
static enum turn heed_leech(struct study *study, size_t card, int lapses, bool leaving)
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
    else if (study->interactive && !leaving)
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

static enum turn save_and_heed(struct study *study, enum fsrs_rating rating, bool leaving)
{
    size_t card = study->session.card;
    int lapses = study->session.collection->progress[card].lapses;
    bool saved = false;
    enum turn turn = save(study, rating, &saved);
    return saved ? heed_leech(study, card, lapses, leaving) : turn;
}

enum turn study_save(struct study *study, enum fsrs_rating rating)
{
    return save_and_heed(study, rating, false);
}

/* Of oneself nobody else can judge. */
enum turn study_leave(struct study *study, enum turn turn)
{
    if (study->session.state != SESSION_JUDGED || session_is_self(&study->session))
        return turn;
    bool failed = save_and_heed(study, study->session.proposed, true) == TURN_FAILED;
    return failed ? TURN_FAILED : turn;
}

/* ---- typing the right answer once more ---------------------------------------------------- */

static bool wants_retyping(const struct study *study)
{
    const struct session *session = &study->session;
    return study->app->settings.retype && !session_is_self(session) &&
           !verdict_is_right(session->judgement.verdict) &&
           key_is_worded(session->key.kind);
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

enum turn study_rate(struct study *study, enum fsrs_rating rating)
{
    if (study->app->settings.pass_fail && rating != FSRS_AGAIN)
        rating = FSRS_GOOD;
    if (rating == FSRS_AGAIN && wants_retyping(study)) {
        enum line_result result = retype(study);
        if (result != LINE_TEXT)
            return study_turn_of(result);
    }
    return study_save(study, rating);
}
