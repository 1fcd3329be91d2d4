/*
 * A quiz on its way across the screen.
 *
 *   quiz.c          options, and the way through the paper
 *   quiz_ask.c      the answer being typed, and the commands that begin with ':'
 *   quiz_screen.c   what a question and its verdict look like
 *   quiz_score.c    score by deck and tag, and what was missed
 *   quiz_json.c     the paper and its marking, for programs
 *   quiz_print.c    the paper and its key, for a class
 *
 * Whatever waits returns LINE_TEXT when the quiz goes on, and otherwise why it does not:
 * LINE_END (the learner has had enough), LINE_INTERRUPT, LINE_HANGUP, or LINE_LATE (the time is
 * over).
 */
#ifndef CMD_QUIZ_H
#define CMD_QUIZ_H

#include "cmd/app.h"
#include "session/paper.h"
#include "ui/line.h"

enum { QUIZ_COUNT = 20 }; // questions, if --count does not say

struct quiz_options {
    struct opt_number count, pass;
    const char *minutes; // a number, or a span
    const char *print;   // "text" or "markdown"
    bool choices, exam, record, scroll;
};

/*
 * QUIZ_ASK     a question is out
 * QUIZ_JUDGED  its verdict is out
 * QUIZ_NEXT    it was answered, or put off
 * QUIZ_OVER    the score is out
 */
enum quiz_state { QUIZ_ASK, QUIZ_JUDGED, QUIZ_NEXT, QUIZ_OVER };

struct quiz {
    struct app *app;
    const struct quiz_options *options;
    struct paper paper;
    uint64_t seed;
    enum quiz_state state;
    size_t at;        // the question that is out
    bool interactive; // both ends are terminals
    bool fresh;       // a screen of its own for each question
    bool silent;      // a program answers: nothing is shown
    bool records;     // answers are saved as reviews
    bool failed;      // one could not be: app->err says why
    int64_t limit_ms; // 0: none
    int64_t started_ms, ended_ms, asked_ms;
    enum line_result end; // LINE_TEXT: all was answered
    struct buf line;      // what was read last
    struct buf items;     // what was typed so far of an answer of several lines
    struct buf notice;    // lines of ours that the next screen begins with
};

int64_t quiz_now(const struct quiz *quiz);

/* The question that is out. */
struct paper_item *quiz_item(const struct quiz *quiz);

/* Is the right answer told at once?  Not in an exam. */
bool quiz_tells(const struct quiz *quiz);

/* ---- quiz_screen.c ---- */

/* Says something, wrapped, with the next screen or before the next prompt. */
void quiz_notice(struct quiz *quiz, const char *text);

/* Writes a notice that no screen has taken along. */
void quiz_flush_notice(struct quiz *quiz);

enum line_result quiz_show_question(struct quiz *quiz);

/* Mark, reason, diff, note and source, until a key is pressed. */
enum line_result quiz_show_verdict(struct quiz *quiz);

enum line_result quiz_show_score(struct quiz *quiz);

/* Draws the window anew: for line_redraw_with(); `context` is the quiz. */
void quiz_redraw(void *context);

/* ---- quiz_ask.c ---- */

/* Reads an answer or obeys a command; QUIZ_ASK stays if the question does. */
enum line_result quiz_ask(struct quiz *quiz);

/* ---- quiz_score.c ---- */

/* A number of marks: "14", "14.5", "14.33". */
void add_marks(struct buf *out, double marks);

/* Were so many marks reached as --pass says?  True without it. */
bool quiz_passed(const struct quiz *quiz);

/* Score, tables, and every miss; `context` is the quiz. */
void quiz_draw_score(const struct term *term, const void *context);

/* The cards that were missed, as flags by card; freed by the caller.  NULL: none. */
bool *quiz_misses(const struct quiz *quiz);

/* ---- quiz_json.c, quiz_print.c ---- */

/* The paper; with its marking, or with its key alone. */
cJSON *quiz_json(const struct quiz *quiz, bool marked);

/* Questions, then answers. */
void quiz_print(const struct quiz *quiz, bool markdown, struct buf *out);

#endif
