/*
 * What a study session shows: question, verdict, previews, summary.  Reads nothing, decides
 * nothing.
 */
#include "cmd/study.h"

#include "base/utf8.h"
#include "cmd/card.h"
#include "ui/layout.h"

#include <string.h>

void study_say(const struct study *study, const char *text)
{
    term_raw(study->out, STYLE_PLAIN, text);
}

int64_t study_now(const struct study *study)
{
    return app_clock(study->app);
}

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

void study_show_card(struct study *study)
{
    const struct session *session = &study->session;
    term_measure(&study->app->out);
    show_head(study);
    show_question(study->out, session_card(session), &session->key);
    term_raw(study->out, STYLE_FAINT, how_to_answer(session));
    study_say(study, "\n");
}

void study_show_hint(struct study *study)
{
    const char *hint = session_hint(&study->session);
    if (hint == NULL) {
        study_say(study, "   This card has no hint.\n");
        return;
    }
    study_say(study, "   hint: ");
    term_text(study->out, STYLE_PLAIN, hint);
    study_say(study, "\n");
}

void study_show_verdict(struct study *study)
{
    const struct session *session = &study->session;
    term_measure(&study->app->out);
    if (session_is_self(session)) {
        study_say(study, " answer\n");
        term_wrap(study->out, STYLE_STRONG, session->judgement.expected, 5);
    } else {
        show_judgement(study->out, &session->judgement, session->typed);
    }
    show_background(study->out, session_card(session)->note);
    study_say(study, "\n");
}

/* The rest of the line goes below where the window is too narrow for it. */
void study_show_ratings(const struct study *study)
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
        study_say(study, "\n");
    term_raw(study->out, STYLE_FAINT, rest.text);
    buf_release(&rest);
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
            study_say(study, "\n missed\n");
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

void study_show_summary(const struct study *study)
{
    const struct session *session = &study->session;
    size_t passed = 0, fresh = 0;
    for (size_t i = 0; i < session->log_count; i++) {
        passed += session->log[i].rating != FSRS_AGAIN;
        fresh += session->log[i].was_new;
    }
    struct buf line = { 0 };
    long long seconds = (study_now(study) - session->started_ms) / SECOND_MS;
    buf_addf(&line, "\n %zu %s saved: %zu right, %zu missed; %zu new. %lldm %02llds.\n",
        session->log_count, session->log_count == 1 ? "answer" : "answers", passed,
        session->log_count - passed, fresh, seconds / 60, seconds % 60);
    study_say(study, line.text);
    buf_release(&line);
    show_misses(study);
}

void study_show_rest(const struct study *study)
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
        add_when(&line, study->app, session->next_due_ms, study_now(study));
        buf_add(&line, ".\n");
    }
    study_say(study, line.text);
    buf_release(&line);
}
