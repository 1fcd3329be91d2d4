/*
 * What a card looks like.  Everything is rendered into memory first and written at once.
 */
#include "cmd/study.h"

#include "base/utf8.h"
#include "cmd/card.h"
#include "ui/layout.h"
#include "ui/screen.h"

#include <string.h>

enum { PROMPT_LINES = 1 };

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

/* ---- the question ------------------------------------------------------------------------- */

static const char *how_to_type(const struct session *session)
{
    return session_is_self(session) ? " (think; Enter shows the answer)\n"
                                    : how_to_answer(session->key.kind);
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
    study_draw_head(term, study);
    show_question(term, session_card(session), &session->key);
    term_raw(term, STYLE_FAINT, how_to_type(session));
    term_raw(term, STYLE_PLAIN, "\n");
    if (study->fresh && session->hinted)
        draw_hint(term, session_card(session)->hint);
}

/* ---- the answer --------------------------------------------------------------------------- */

/* Why it is right, and yet not good. */
static void draw_second_try(const struct term *term, const struct session *session)
{
    if (session->first == NULL || !verdict_is_right(session->judgement.verdict))
        return;
    term_wrap(term, STYLE_PLAIN,
        session_was_near(session) ? "at the second try, the first was near: hard"
                                  : "at the second try, after another word: again",
        5);
}

/* "on 2026-05-03 you typed Totila" */
static void draw_past_miss(const struct term *term, const struct session *session)
{
    const struct past_miss *miss = &session->past_miss;
    char day[DAY_TEXT];
    struct buf line = { 0 };
    if (miss->typed == NULL || study_is_lettered(session, session->card))
        return;
    day_format(miss->day, day);
    buf_addf(&line, "on %s you typed ", day);
    add_one_line(&line, miss->typed);
    term_wrap(term, STYLE_FAINT, line.text, 5);
    buf_release(&line);
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
        draw_second_try(term, session);
        draw_past_miss(term, session);
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
        show_typed(term, study->session.typed, session_reads_items(&study->session));
    }
    draw_verdict(term, study);
    draw_ratings(term, study);
}

static void draw_asked(const struct term *term, const void *context)
{
    const struct study *study = context;
    draw_card(term, study);
    if (study->items.len > 0)
        show_typed(term, study->items.text, session_reads_items(&study->session));
}

/* Once there is a verdict the question has been read, and may go. */
static size_t lines_read(const struct study *study)
{
    struct buf card = { 0 };
    size_t lines = 0;
    screen_render(study->out, &card, draw_card, study);
    for (const char *c = buf_text(&card); *c != '\0'; c++)
        lines += *c == '\n';
    buf_release(&card);
    return lines - STUDY_HEAD_LINES;
}

/* What is read once stands where the head does, and stays. */
static struct screen screen_of(
    const struct study *study, void (*draw)(const struct term *term, const void *context))
{
    bool gives_way = study->fresh && study->notice.len == 0 &&
                     study->session.state != SESSION_DONE &&
                     study->session.state != SESSION_WAIT;
    term_measure(&study->app->out);
    return (struct screen){ .term = &study->app->out,
        .draw = draw,
        .context = study,
        .spare = gives_way ? STUDY_HEAD_LINES : 0,
        .more =
            gives_way && study->session.state == SESSION_JUDGED ? lines_read(study) : 0,
        .reserve = PROMPT_LINES,
        .fresh = study->fresh,
        .pages = study->interactive };
}

static enum turn show(
    struct study *study, void (*draw)(const struct term *term, const void *context))
{
    struct screen screen = screen_of(study, draw);
    enum line_result result = screen_show(&screen);
    buf_clear(&study->notice);
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

/* On a fresh screen the hint has its place between the question and the prompt. */
enum turn study_show_hint(struct study *study)
{
    const char *hint = session_hint(&study->session);
    if (hint == NULL)
        study_notice(study, "This card has no hint.");
    else if (study->fresh)
        return show(study, study->session.state == SESSION_ASK ? draw_card : draw_judged);
    else
        draw_hint(study->out, hint);
    return TURN_GO_ON;
}

/* While it waits there is a prompt only. */
static void draw_state(const struct term *term, const void *context)
{
    const struct study *study = context;
    switch (study->session.state) {
    case SESSION_ASK:
        draw_asked(term, study);
        break;
    case SESSION_JUDGED:
        draw_judged(term, study);
        break;
    case SESSION_WAIT:
        break;
    case SESSION_DONE:
        study_draw_summary(term, study);
        break;
    }
}

void study_redraw(void *context)
{
    struct screen screen = screen_of(context, draw_state);
    screen_redraw(&screen);
}

struct noted {
    const struct study *study;
    const char *notice;
};

static void draw_noted(const struct term *term, const void *context)
{
    const struct noted *noted = context;
    draw_state(term, noted->study);
    term_raw(term, STYLE_PLAIN, noted->notice);
}

void study_show_notice(struct study *study)
{
    struct buf notice = study->notice;
    if (!study->fresh || notice.len == 0) {
        study_flush_notice(study);
        return;
    }
    study->notice = (struct buf){ 0 };
    struct noted noted = { study, notice.text };
    struct screen screen = screen_of(study, draw_noted);
    screen.context = &noted;
    screen_redraw(&screen);
    buf_release(&notice);
}

enum turn study_show_page(struct study *study,
    void (*draw)(const struct term *term, const void *context), const void *context)
{
    struct screen screen = screen_of(study, draw);
    screen.context = context;
    screen.spare = screen.more = 0;
    enum line_result result = screen_show(&screen);
    if (!study->fresh)
        return result == LINE_TEXT ? TURN_GO_ON : study_turn_of(result);
    struct line_redraw outer = line_redraw_with(screen_redraw, &screen);
    if (result == LINE_TEXT)
        result = line_press(" any key: back ", &study->line);
    line_redraw_with(outer.redraw, outer.context);
    study_redraw(study);
    return result == LINE_TEXT ? TURN_GO_ON : study_turn_of(result);
}
