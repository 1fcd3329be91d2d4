/*
 * The end of a quiz: the score, by deck and by tag, and every miss with its right answer.
 */
#include "cmd/quiz.h"

#include "cmd/card.h"
#include "ui/layout.h"

#include <stdio.h>
#include <stdlib.h>

static void draw_wrapped(const struct term *term, struct buf *text, size_t indent)
{
    term_wrap(term, STYLE_PLAIN, buf_text(text), indent);
    buf_release(text);
}

void add_marks(struct buf *out, double marks)
{
    char text[32];
    size_t len = (size_t)snprintf(text, sizeof text, "%.2f", marks);
    while (text[len - 1] == '0')
        len--;
    buf_add_bytes(out, text, text[len - 1] == '.' ? len - 1 : len);
}

bool quiz_passed(const struct quiz *quiz)
{
    struct score total = paper_total(&quiz->paper);
    return !quiz->options->pass.given ||
           score_percent(&total) >= quiz->options->pass.value;
}

/* ---- the whole ---------------------------------------------------------------------------- */

static const char *why_not_reached(const struct quiz *quiz)
{
    return quiz->end == LINE_LATE ? " (time is up)" : "";
}

/* "14.5 of 20, 72 %: not passed (80 %). 5m 12s." */
static void draw_total(const struct term *term, const struct quiz *quiz)
{
    struct score total = paper_total(&quiz->paper);
    long long seconds = (quiz->ended_ms - quiz->started_ms) / SECOND_MS;
    struct buf line = { 0 };
    add_marks(&line, total.marks);
    buf_addf(&line, " of %zu, %d %%", total.of, score_percent(&total));
    if (quiz->options->pass.given)
        buf_addf(&line, "; %s (%lld %%)", quiz_passed(quiz) ? "passed" : "not passed",
            quiz->options->pass.value);
    buf_addf(&line, ". %lldm %02llds.", seconds / 60, seconds % 60);
    term_wrap(term, STYLE_STRONG, line.text, 1);
    buf_clear(&line);
    buf_addf(&line, "%zu right, ", total.right);
    if (total.partial > 0)
        buf_addf(&line, "%zu in part, ", total.partial);
    buf_addf(&line, "%zu wrong", total.wrong);
    if (total.answered < total.of)
        buf_addf(&line, ", %zu not reached%s", total.of - total.answered,
            why_not_reached(quiz));
    buf_add_char(&line, '.');
    draw_wrapped(term, &line, 1);
}

/* ---- by deck and tag ---------------------------------------------------------------------- */

enum { SCORE_COLUMNS = 26 }; // of a line: all but the name, and the last one

/* Names get what they need, but no more than the scores leave them. */
static size_t name_width(size_t window, const struct part *parts, size_t count)
{
    size_t width = 0, most = window > SCORE_COLUMNS + 8 ? window - SCORE_COLUMNS : 8;
    for (size_t i = 0; i < count; i++)
        width = layout_wider(width, parts[i].name);
    return width < most ? width : most;
}

static void draw_part(const struct term *term, const struct part *part, size_t width)
{
    struct buf line = { 0 }, marks = { 0 };
    add_marks(&marks, part->score.marks);
    buf_add(&line, "   ");
    layout_column(&line, part->name, width);
    buf_addf(&line, "  %6s of %3zu  %3d %%\n", marks.text, part->score.of,
        score_percent(&part->score));
    term_raw(term, STYLE_PLAIN, line.text);
    buf_release(&line);
    buf_release(&marks);
}

/* Leaves out what says the same as the whole. */
static size_t keep_telling(struct part *parts, size_t count, size_t of)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (parts[i].score.of < of)
            parts[kept++] = parts[i];
    return kept;
}

static void draw_parts(const struct term *term, const char *title, struct part *parts,
    size_t count, size_t of)
{
    count = keep_telling(parts, count, of);
    if (count < 2)
        return;
    size_t width = name_width(term->width, parts, count);
    term_raw(term, STYLE_FAINT, title);
    for (size_t i = 0; i < count; i++)
        draw_part(term, &parts[i], width);
}

static void draw_tables(const struct term *term, const struct paper *paper)
{
    struct arena arena = { 0 };
    size_t count;
    struct part *parts = paper_by_deck(paper, &arena, &count);
    draw_parts(term, "\n by deck\n", parts, count, paper->count);
    parts = paper_by_tag(paper, &arena, &count);
    draw_parts(term, "\n by tag, the weakest first\n", parts, count, paper->count);
    arena_release(&arena);
}

/* ---- what was missed ---------------------------------------------------------------------- */

static bool is_miss(const struct paper_item *item)
{
    return item->answered && item->mark < 1;
}

/* With its options, since what was typed may be a letter. */
static void draw_miss(const struct term *term, const struct paper *paper, size_t at)
{
    const struct paper_item *item = &paper->items[at];
    const struct card *card = paper_card(paper, at);
    term_raw(term, STYLE_PLAIN, "\n");
    show_question(term, card, &item->key);
    show_judgement(term, &item->judgement, item->typed);
    show_background(term, card->note);
}

static void draw_misses(const struct term *term, const struct paper *paper)
{
    bool any = false;
    for (size_t i = 0; i < paper->count; i++) {
        if (!is_miss(&paper->items[i]))
            continue;
        if (!any)
            term_raw(term, STYLE_FAINT, "\n missed\n");
        any = true;
        draw_miss(term, paper, i);
    }
}

bool *quiz_misses(const struct quiz *quiz)
{
    bool *misses = NULL;
    for (size_t i = 0; i < quiz->paper.count; i++) {
        if (!is_miss(&quiz->paper.items[i]))
            continue;
        if (misses == NULL)
            misses = mem_zeroed(quiz->app->library.card_count, sizeof *misses);
        misses[quiz->paper.items[i].card] = true;
    }
    return misses;
}

/* ---- the page ----------------------------------------------------------------------------- */

/* What was kept of it, and how to have the same paper again. */
static void draw_after(const struct term *term, const struct quiz *quiz)
{
    struct score total = paper_total(&quiz->paper);
    struct buf line = { 0 };
    if (quiz->records)
        buf_addf(&line, "%zu %s saved; ", total.answered - quiz->failed,
            total.answered - quiz->failed == 1 ? "answer" : "answers");
    else
        buf_add(&line, "No date changed; ");
    buf_addf(&line, "--seed %llu draws the same paper.", (unsigned long long)quiz->seed);
    term_raw(term, STYLE_PLAIN, "\n");
    draw_wrapped(term, &line, 1);
}

void quiz_draw_score(const struct term *term, const void *context)
{
    const struct quiz *quiz = context;
    term_raw(term, STYLE_PLAIN, buf_text(&quiz->notice));
    term_raw(term, STYLE_PLAIN, quiz->fresh ? "" : "\n");
    draw_total(term, quiz);
    draw_tables(term, &quiz->paper);
    draw_misses(term, &quiz->paper);
    draw_after(term, quiz);
}
