/*
 * A study session on its way across the screen.
 *
 *   study.c          options, and the loop: ask, wait, pause, end
 *   study_type.c     the answer being typed, and the commands that begin with ':'
 *   study_keys.c     after the verdict: what each key does
 *   study_rate.c     ratings: saving, leeches, typing the right answer once more
 *   study_plan.c     the way back from a backlog; what --minutes will do for
 *   study_wait.c     waiting for a step; --minutes
 *   study_screen.c   what a card looks like; study_head.c, the lines above it
 *   study_summary.c  what was done, what was missed, what comes
 *   study_edit.c     the card in the learner's editor
 *
 * On a terminal each card has a fresh screen (`fresh`), which can be drawn anew at any time
 * from what the session knows; with --scroll, and through a pipe, the same lines follow each
 * other and nothing is ever drawn over.
 */
#ifndef CMD_STUDY_H
#define CMD_STUDY_H

#include "cmd/app.h"
#include "session/session.h"
#include "ui/line.h"

struct study_options {
    bool flip, cram, scroll;
    const char *ahead;   // a span: "1d"
    const char *minutes; // a number, or a span
    struct opt_number fresh, reviews;
};

/* What to do next, as the learner or the world decided. */
enum turn { TURN_GO_ON, TURN_QUIT, TURN_HANGUP, TURN_FAILED };

struct study {
    struct app *app;
    struct session session;
    const struct term *out;
    const struct study_options *options;
    struct buf line;        // what was read last
    struct buf items;       // what was typed so far of an answer of several lines
    struct buf notice;      // lines of ours that the next screen begins with
    bool interactive;       // both ends are terminals
    bool fresh;             // a screen of its own for each card
    int64_t pause_every_ms; // --minutes, 0: never
    int64_t pause_ms;       // when it asks next whether to go on
    size_t pause_count;     // answers before these minutes
    size_t hurried;         // questions that are still put early, without asking how
    bool skipped;           // cards were skipped that are still to be asked
};

int64_t study_now(const struct study *study);

/* Writes text of our own at once. */
void study_say(const struct study *study, const char *text);

/* Says something, wrapped, with the next screen or before the next prompt. */
void study_notice(struct study *study, const char *text);
void study_notice_err(struct study *study, const char *before, const struct err *err);

/* Writes a notice that no screen has taken along. */
void study_flush_notice(struct study *study);

/* The same for the card that is out: a fresh screen is drawn again, with the notice below. */
void study_show_notice(struct study *study);

/* What the end of reading means for the session. */
enum turn study_turn_of(enum line_result result);

/* ---- study_head.c, study_screen.c ---- */

enum { STUDY_HEAD_LINES = 2 };

/* Deck, place and what remains today, and a rule below them. */
void study_draw_head(const struct term *term, const struct study *study);

/* Deck, place, what remains today, the question, and how to answer it. */
enum turn study_show_card(struct study *study);
enum turn study_show_hint(struct study *study);

/* Mark, reason, diff, note and source, and the ratings with when each brings the card back. */
enum turn study_show_verdict(struct study *study);

/* Draws the window anew: for line_redraw_with(); `context` is the study. */
void study_redraw(void *context);

/* A page that `draw` writes instead of the card, until a key is pressed. */
enum turn study_show_page(struct study *study,
    void (*draw)(const struct term *term, const void *context), const void *context);

/* ---- study_type.c, study_keys.c, study_rate.c, study_wait.c ---- */

/* Reads an answer or obeys a command; a command that keeps the card asks again below it. */
enum turn study_ask(struct study *study);

/* Obeys a command as it is typed behind the ':'. */
enum turn study_obey(struct study *study, const char *line);

/* Asks for the rating of the answer that was judged. */
enum turn study_ask_rating(struct study *study);

/* Notes what to mend in the card; asks for it if there are no words. */
enum turn study_note_fix(struct study *study, const char *words);

/* Does what an action says, whether it came as a key or as a command. */
enum turn study_act(struct study *study, enum action action);

/* Takes a rating as the settings want it: typing again first, two ratings instead of four. */
enum turn study_rate(struct study *study, enum fsrs_rating rating);

/* Saves a rating as it is, and heeds a leech. */
enum turn study_save(struct study *study, enum fsrs_rating rating);

/* Leaving after a verdict saves the proposed rating; returns `turn`, or TURN_FAILED. */
enum turn study_leave(struct study *study, enum turn turn);

/* Only steps are left that are not due yet: waits, hurries, or leaves. */
enum turn study_wait(struct study *study);

/* After --minutes: go on? */
enum turn study_pause(struct study *study);

/*
 * Opens the editor at the card that is out, reads the decks anew, and comes back to the card.
 * False with app->err if something could not be saved.
 */
MUST_USE bool study_edit(struct study *study);

/* The same for the card of that name, whose turn it is not: what is out, or waits, stays. */
MUST_USE bool study_edit_card(struct study *study, const char *name);

/* ---- study_plan.c ---- */

/* Before a session: offers a way back from a backlog, or goes on with the one agreed to. */
enum turn study_way_back(struct study *study);

/* Says what of the session that was opened its minutes will do for, if it has any. */
MUST_USE bool study_say_minutes(struct study *study, const bool *selected);

/* ---- study_summary.c ---- */

/* Is it answered by letters?  They are dealt anew for each question, and mean nothing after it. */
bool study_is_lettered(const struct session *session, size_t card);

/* What was answered, what was missed, what comes, and what is left or how to go on. */
void study_show_summary(struct study *study);

/* The same as it is drawn; `context` is the study. */
void study_draw_summary(const struct term *term, const void *context);

/* The cards that were missed, as flags by card; freed by the caller.  NULL: none. */
bool *study_misses(const struct study *study);

#endif
