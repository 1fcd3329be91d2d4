/*
 * What a card looks like.  Everything is rendered into memory first and written at once.
 */
#include "cmd/study.h"

#include "base/utf8.h"
#include "cmd/card.h"
#include "ui/layout.h"
#include "ui/screen.h"

#include <string.h>

enum {
    NARROWEST_PLACE = 10, // columns; less says nothing
    FLAG_WORD_ROOM = 30,  // columns of place from which the flag is a word
    HEAD_LINES = 2,       // they give way before a page is cut
    PROMPT_LINES = 1,
};

void study_say(const struct study *study, const char *text)
{
    term_raw(study->out, STYLE_PLAIN, text);
}

void study_notice(struct study *study, const char *text)
{
    layout_wrap(&study->notice, text, study->out->width - 1, 1);
}

void study_notice_err(struct study *study, const char *before, const struct err *err)
{
    struct buf text = { 0 };
    err_render(err, NULL, &text);
    buf_add(&study->notice, before);
    utf8_add_visible(&study->notice, text.text, text.len);
    buf_release(&text);
}

void study_flush_notice(struct study *study)
{
    study_say(study, buf_text(&study->notice));
    buf_clear(&study->notice);
}

/* ---- the head ----------------------------------------------------------------------------- */

/* "new 12 . *learning 2* . due 31", or "n12 *l2* d31": the kind at hand between stars. */
static void add_counts(const struct study *study, bool brief, struct buf *line)
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
    const char *between = brief ? " " : term_is_utf8() ? " \u00b7 " : " | ";
    for (size_t i = 0; i < 3; i++) {
        const char *star = kinds[i].at_hand ? "*" : "";
        buf_addf(line, "%s%s", i > 0 ? between : "", star);
        if (brief)
            buf_addf(line, "%c%zu%s", kinds[i].word[0], kinds[i].count, star);
        else
            buf_addf(line, "%s %zu%s", kinds[i].word, kinds[i].count, star);
    }
}

/* A session that changes no dates counts what it has left. */
static void add_crammed(const struct study *study, struct buf *line)
{
    buf_addf(line, "cramming, %zu left", session_counts(&study->session).learning);
}

/* Deck and place in the document, where they do not give the answer away. */
static void add_place(const struct study *study, struct buf *place)
{
    const struct card *card = session_card(&study->session);
    const struct note *note = card->note;
    const char *at = note->citation_count > 0 ? note->citations[0].at : NULL;
    if (!present_gives_away(card, note->deck->id))
        buf_add(place, note->deck->id);
    if (at != NULL && !present_gives_away(card, at))
        buf_addf(place, "%s%s", place->len > 0 ? " > " : "", at);
}

static const char *flag_mark(const struct study *study, size_t room)
{
    if (!study->session.collection->progress[study->session.card].flagged)
        return "";
    return room >= FLAG_WORD_ROOM ? " [flagged]" : " [f]";
}

/* What is left of the line for the place, beside counts of that width; 0: nothing. */
static size_t room_beside(size_t width, size_t counts)
{
    return width > counts + 3 ? width - counts - 3 : 0;
}

/* The place is shortened first, then left out, then the counts are shortened. */
static void draw_head(const struct term *term, const struct study *study)
{
    struct buf place = { 0 }, counts = { 0 }, line = { 0 };
    if (study->session.options.cram)
        add_crammed(study, &counts);
    else
        add_counts(study, false, &counts);
    if (utf8_width(counts.text, counts.len) + 2 > term->width) {
        buf_clear(&counts);
        add_counts(study, true, &counts);
    }
    size_t room = room_beside(term->width, utf8_width(counts.text, counts.len));
    const char *flag = flag_mark(study, room);
    size_t marked = strlen(flag);
    buf_add_char(&line, ' ');
    if (room >= NARROWEST_PLACE + marked) {
        add_place(study, &place);
        size_t used = utf8_width(buf_text(&place), place.len);
        size_t most = room - marked;
        layout_cut(&line, buf_text(&place), most);
        buf_add(&line, flag);
        buf_pad(&line, ' ', used < most ? most - used : 0);
        buf_add_char(&line, ' ');
    } else if (room >= marked && marked > 0) {
        buf_addf(&line, "%s ", flag + 1);
    }
    buf_addf(&line, "%s\n", counts.text);
    term_raw(term, STYLE_FAINT, line.text);
    term_rule(term);
    buf_release(&place);
    buf_release(&counts);
    buf_release(&line);
}

/* ---- the question ------------------------------------------------------------------------- */

static const char *how_to_answer(const struct session *session)
{
    if (session_is_self(session))
        return " (think; Enter shows the answer)\n";
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
    return "";
}

static void draw_hint(const struct term *term, const char *hint)
{
    struct buf line = { 0 };
    buf_addf(&line, "hint: %s", hint);
    term_wrap(term, STYLE_PLAIN, line.text, 3);
    buf_release(&line);
}

static void draw_card(const struct term *term, const void *context)
{
    const struct study *study = context;
    const struct session *session = &study->session;
    term_raw(term, STYLE_PLAIN, buf_text(&study->notice));
    if (!study->fresh)
        term_raw(term, STYLE_PLAIN, "\n");
    draw_head(term, study);
    show_question(term, session_card(session), &session->key);
    term_raw(term, STYLE_FAINT, how_to_answer(session));
    term_raw(term, STYLE_PLAIN, "\n");
    if (study->fresh && session->hinted)
        draw_hint(term, session_card(session)->hint);
}

/* ---- the answer --------------------------------------------------------------------------- */

/* What was typed, as it stood behind the prompts. */
static void draw_typed(
    const struct term *term, const struct session *session, const char *typed)
{
    bool several = session_reads_items(session);
    for (size_t i = 1; *typed != '\0' || i == 1; i++) {
        size_t len = strcspn(typed, "\n");
        struct buf line = { 0 };
        if (several)
            buf_addf(&line, " %zu> ", i);
        else
            buf_add(&line, " > ");
        buf_add_bytes(&line, typed, len);
        term_wrap(term, STYLE_PLAIN, line.text, 0);
        buf_release(&line);
        typed += typed[len] == '\n' ? len + 1 : len;
    }
}

static void draw_time(const struct term *term, const struct session *session)
{
    struct buf line = { 0 };
    long long tenths = (session->revealed_ms - session->asked_ms) / 100;
    buf_addf(&line, " %lld.%lld s\n", tenths / 10, tenths % 10);
    term_raw(term, STYLE_FAINT, line.text);
    buf_release(&line);
}

static void draw_verdict(const struct term *term, const struct study *study)
{
    const struct session *session = &study->session;
    if (session_is_self(session)) {
        term_raw(term, STYLE_PLAIN, " answer\n");
        term_wrap(term, STYLE_STRONG, session->judgement.expected, 5);
    } else {
        show_judgement(term, &session->judgement, session->typed);
    }
    show_background(term, session_card(session)->note);
    if (study->app->settings.timer)
        draw_time(term, session);
    term_raw(term, STYLE_PLAIN, "\n");
}

/* ---- the ratings -------------------------------------------------------------------------- */

/* Writes an item of a row; it goes to a new line where the window is too narrow for it. */
static void draw_item(
    const struct term *term, enum style style, const char *item, size_t gap, size_t *used)
{
    size_t width = utf8_width(item, strlen(item));
    struct buf text = { 0 };
    if (*used > 0 && *used + gap + width >= term->width) {
        buf_add_char(&text, '\n');
        *used = 0;
    }
    buf_pad(&text, ' ', *used > 0 ? gap : 1);
    *used += (*used > 0 ? gap : 1) + width;
    term_raw(term, STYLE_PLAIN, text.text);
    term_raw(term, style, item);
    buf_release(&text);
}

static void draw_rating(const struct term *term, const struct study *study,
    enum fsrs_rating rating, size_t *used)
{
    const struct session *session = &study->session;
    const struct settings *settings = &study->app->settings;
    struct buf item = { 0 };
    buf_addf(&item, "%s %s", settings->keys.key[ACTION_AGAIN + rating - FSRS_AGAIN],
        fsrs_rating_word(rating));
    if (settings->previews && !session->options.cram) {
        buf_add_char(&item, ' ');
        layout_span(
            &item, schedule_delay_s(&session->plans[rating - 1], session->revealed_ms));
    }
    draw_item(term, rating == session->proposed ? STYLE_STRONG : STYLE_PLAIN, item.text,
        3, used);
    buf_release(&item);
}

static void draw_ratings(const struct term *term, const struct study *study)
{
    const struct settings *settings = &study->app->settings;
    struct buf proposal = { 0 }, help = { 0 };
    size_t used = 0;
    for (int rating = FSRS_AGAIN; rating <= FSRS_EASY; rating++)
        if (!settings->pass_fail || rating == FSRS_AGAIN || rating == FSRS_GOOD)
            draw_rating(term, study, (enum fsrs_rating)rating, &used);
    buf_addf(&proposal, "Space = %s", fsrs_rating_word(study->session.proposed));
    buf_addf(&help, "%s help", settings->keys.key[ACTION_HELP]);
    draw_item(term, STYLE_FAINT, proposal.text, 5, &used);
    draw_item(term, STYLE_FAINT, help.text, 3, &used);
    term_raw(term, STYLE_PLAIN, "\n");
    buf_release(&proposal);
    buf_release(&help);
}

/* ---- whole screens ------------------------------------------------------------------------ */

static void draw_judged(const struct term *term, const void *context)
{
    const struct study *study = context;
    if (study->fresh) {
        draw_card(term, study);
        draw_typed(term, &study->session, study->session.typed);
    }
    draw_verdict(term, study);
    draw_ratings(term, study);
}

static void draw_asked(const struct term *term, const void *context)
{
    const struct study *study = context;
    draw_card(term, study);
    if (study->items.len > 0)
        draw_typed(term, &study->session, study->items.text);
}

static enum turn show(
    struct study *study, void (*draw)(const struct term *term, const void *context))
{
    struct buf text = { 0 };
    term_measure(&study->app->out);
    screen_render(study->out, &text, draw, study);
    const char *page = buf_text(&text);
    if (study->fresh && study->notice.len == 0) // else it stands where the head does
        page = screen_trim(study->out, page, HEAD_LINES, PROMPT_LINES);
    enum line_result result =
        screen_show(study->out, page, study->fresh, study->interactive, PROMPT_LINES);
    buf_clear(&study->notice);
    buf_release(&text);
    return result == LINE_TEXT ? TURN_GO_ON : study_turn_of(result);
}

enum turn study_show_card(struct study *study)
{
    buf_clear(&study->items);
    return show(study, draw_card);
}

enum turn study_show_verdict(struct study *study)
{
    return show(study, draw_judged);
}

void study_show_hint(struct study *study)
{
    const char *hint = session_hint(&study->session);
    if (hint == NULL)
        study_say(study, "   This card has no hint.\n");
    else
        draw_hint(study->out, hint);
}

void study_redraw(void *context)
{
    struct study *study = context;
    struct buf text = { 0 };
    term_measure(&study->app->out);
    switch (study->session.state) {
    case SESSION_ASK:
        screen_render(study->out, &text, draw_asked, study);
        break;
    case SESSION_JUDGED:
        screen_render(study->out, &text, draw_judged, study);
        break;
    case SESSION_WAIT: // has a prompt only
        break;
    case SESSION_DONE:
        screen_render(study->out, &text, study_draw_summary, study);
        break;
    }
    screen_redraw(study->out, buf_text(&text), PROMPT_LINES);
    buf_release(&text);
}

enum turn study_show_page(struct study *study, const char *text)
{
    enum line_result result =
        screen_show(study->out, text, study->fresh, study->interactive, PROMPT_LINES);
    if (!study->fresh)
        return result == LINE_TEXT ? TURN_GO_ON : study_turn_of(result);
    if (result == LINE_TEXT)
        result = line_press(" any key: back ", &study->line);
    study_redraw(study);
    return result == LINE_TEXT ? TURN_GO_ON : study_turn_of(result);
}
