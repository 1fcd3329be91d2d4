/*
 * What a question and its verdict look like.  Everything is rendered into memory first and
 * written at once.
 */
#include "cmd/quiz.h"

#include "base/utf8.h"
#include "cmd/card.h"
#include "ui/layout.h"
#include "ui/screen.h"

#include <string.h>

enum { HEAD_LINES = 2, PROMPT_LINES = 1, NARROWEST_PLACE = 10 };

void quiz_notice(struct quiz *quiz, const char *text)
{
    if (!quiz->silent)
        layout_wrap(&quiz->notice, text, quiz->app->out.width - 1, 1);
}

void quiz_flush_notice(struct quiz *quiz)
{
    term_raw(&quiz->app->out, STYLE_PLAIN, buf_text(&quiz->notice));
    buf_clear(&quiz->notice);
}

/* ---- the head ----------------------------------------------------------------------------- */

/* "3 of 20", "3 of 20, 9 min left" */
static void add_progress(struct buf *out, const struct quiz *quiz)
{
    buf_addf(out, "%zu of %zu", quiz->at + 1, quiz->paper.count);
    if (quiz->limit_ms == 0)
        return;
    int64_t left_ms = quiz->limit_ms - (quiz_now(quiz) - quiz->started_ms);
    long long minutes = (left_ms + MINUTE_MS - 1) / MINUTE_MS;
    if (left_ms < MINUTE_MS)
        buf_add(out, ", <1 min left");
    else
        buf_addf(out, ", %lld min left", minutes);
}

static void draw_head(const struct term *term, const struct quiz *quiz)
{
    struct buf place = { 0 }, progress = { 0 }, line = { 0 };
    present_place(paper_card(&quiz->paper, quiz->at), &place);
    add_progress(&progress, quiz);
    buf_add_char(&line, ' ');
    if (term->width >= progress.len + 3 + NARROWEST_PLACE) {
        layout_column(&line, buf_text(&place), term->width - progress.len - 3);
        buf_add_char(&line, ' ');
    }
    buf_addf(&line, "%s\n", progress.text);
    term_raw(term, STYLE_FAINT, line.text);
    term_rule(term);
    buf_release(&place);
    buf_release(&progress);
    buf_release(&line);
}

/* ---- question and verdict ----------------------------------------------------------------- */

static void draw_question(const struct term *term, const void *context)
{
    const struct quiz *quiz = context;
    const struct card *card = paper_card(&quiz->paper, quiz->at);
    const struct paper_item *item = quiz_item(quiz);
    term_raw(term, STYLE_PLAIN, buf_text(&quiz->notice));
    if (!quiz->fresh)
        term_raw(term, STYLE_PLAIN, "\n");
    draw_head(term, quiz);
    show_question(term, card, &item->key);
    term_raw(term, STYLE_FAINT, how_to_answer(item->key.kind));
    term_raw(term, STYLE_PLAIN, "\n");
}

static void draw_asked(const struct term *term, const void *context)
{
    const struct quiz *quiz = context;
    draw_question(term, quiz);
    if (quiz_item(quiz)->hinted) {
        struct buf line = { 0 };
        buf_addf(&line, "hint: %s", paper_card(&quiz->paper, quiz->at)->hint);
        term_wrap(term, STYLE_PLAIN, line.text, 1);
        buf_release(&line);
    }
    if (quiz->items.len > 0)
        show_typed(term, quiz->items.text, key_has_items(quiz_item(quiz)->key.kind));
}

static void draw_judged(const struct term *term, const void *context)
{
    const struct quiz *quiz = context;
    const struct paper_item *item = quiz_item(quiz);
    if (quiz->fresh) {
        draw_question(term, quiz);
        show_typed(term, item->typed, key_has_items(item->key.kind));
    }
    show_judgement(term, &item->judgement, item->typed);
    show_background(term, paper_card(&quiz->paper, quiz->at)->note);
}

/* ---- whole screens ------------------------------------------------------------------------ */

/* Once there is a verdict the question has been read, and may go. */
static size_t lines_read(const struct quiz *quiz)
{
    struct buf question = { 0 };
    size_t lines = 0;
    screen_render(&quiz->app->out, &question, draw_question, quiz);
    for (const char *c = buf_text(&question); *c != '\0'; c++)
        lines += *c == '\n';
    buf_release(&question);
    return lines - HEAD_LINES;
}

/* What is read once stands where the head does, and stays. */
static struct screen screen_of(
    const struct quiz *quiz, void (*draw)(const struct term *term, const void *context))
{
    bool gives_way = quiz->fresh && quiz->notice.len == 0 && quiz->state != QUIZ_OVER;
    term_measure(&quiz->app->out);
    return (struct screen){ .term = &quiz->app->out,
        .draw = draw,
        .context = quiz,
        .spare = gives_way ? HEAD_LINES : 0,
        .more = gives_way && quiz->state == QUIZ_JUDGED ? lines_read(quiz) : 0,
        .reserve = PROMPT_LINES,
        .fresh = quiz->fresh,
        .pages = quiz->interactive };
}

static enum line_result show(
    struct quiz *quiz, void (*draw)(const struct term *term, const void *context))
{
    struct screen screen = screen_of(quiz, draw);
    enum line_result result = quiz->silent ? LINE_TEXT : screen_show(&screen);
    buf_clear(&quiz->notice);
    return result;
}

enum line_result quiz_show_question(struct quiz *quiz)
{
    return show(quiz, draw_asked);
}

/* Through a pipe nobody has to press anything. */
enum line_result quiz_show_verdict(struct quiz *quiz)
{
    bool last = quiz->at + 1 == quiz->paper.count;
    enum line_result result = show(quiz, draw_judged);
    if (result != LINE_TEXT || !quiz->interactive)
        return result;
    result =
        line_key(last ? " any key: the score " : " any key: next question ", &quiz->line);
    return result == LINE_TEXT && buf_text(&quiz->line)[0] == 'q' ? LINE_END : result;
}

enum line_result quiz_show_score(struct quiz *quiz)
{
    return show(quiz, quiz_draw_score);
}

void quiz_redraw(void *context)
{
    const struct quiz *quiz = context;
    static void (*const draws[])(const struct term *term, const void *context) = {
        [QUIZ_ASK] = draw_asked,
        [QUIZ_JUDGED] = draw_judged,
        [QUIZ_NEXT] = draw_asked,
        [QUIZ_OVER] = quiz_draw_score,
    };
    struct screen screen = screen_of(quiz, draws[quiz->state]);
    screen_redraw(&screen);
}
