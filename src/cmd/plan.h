/*
 * What `plan` and the hints of `study` have to say of the days to come.
 */
#ifndef CMD_PLAN_H
#define CMD_PLAN_H

#include "cmd/app.h"
#include "session/absence.h"
#include "session/exam.h"
#include "session/habits.h"

#include <stdbool.h>
#include <stddef.h>

enum { PLAN_WEEKS = 8 };

enum plan_kind { PLAN_RETENTION, PLAN_EXAM, PLAN_BREAK, PLAN_BACK };

struct plan_report {
    enum plan_kind kind;
    struct app *app;
    struct planner planner;
    const char *const *words; // the selector
    size_t word_count;
    const bool *selected; // by card
    size_t timed;         // answers of which it is known how long they took
    const char *deck;     // that all selected cards are of; NULL: need not be named
    double retention;     // of the settings; 0: their decks have different ones
    bool is_settable;     // the selected cards are all that a retention can be set for
    double known;         // cards, today
    struct day today;

    struct plan_days years[PLAN_SWEEP]; // PLAN_RETENTION
    int sweet_spot, own;                // places in it, or PLAN_NONE
    struct plan_days own_year;          // with the retentions of the settings
    struct plan_days weeks[PLAN_WEEKS];

    struct day exam; // PLAN_EXAM
    int exam_days;
    double most_minutes; // 0: no bound
    struct exam_plan exam_plan;
    bool is_long; // so long a day that a shorter one is offered
    struct exam_plan shorter;

    struct day first, last; // PLAN_BREAK
    struct break_plan breaks[BREAK_KINDS];
    size_t break_count;

    struct ways_back ways; // PLAN_BACK
};

/* How the selected cards were answered of late, as the progress shows. */
MUST_USE bool plan_habits(struct app *app, const bool *selected,
    struct fsrs_habits *habits, size_t *timed, struct err *err);

/* Appends "9.4 min" or "35 min". */
void add_plan_minutes(struct buf *out, double minutes);

void plan_print(struct app *app, const struct plan_report *report);

/* ---- plan_text.c: what its parts share ---- */

/* "1 day", "12 days" */
void plan_add_count(struct buf *out, int count, const char *one);

/* "`quaestor config --deck rome ", or with NULL for all. */
void plan_add_config(struct buf *out, const char *deck);

/* "0.90" or "0.905" */
void plan_add_retention(struct buf *out, double retention);

/* The settings' own: "your retention, 0.90", or "your retentions, 0.70 to 0.99" */
void plan_add_own_retention(struct buf *out, const struct plan_report *report);

/* A place where a retention of the planned cards is set, or would be. */
struct plan_place {
    const char *deck; // NULL: for all that have none of their own
    double retention;
    bool is_default; // what it would be without being set
};

/*
 * All of them.  It cannot be told whether a deck that has caps of its own only shares the common
 * retention, so such a deck is a place as well.  Returns how many there are; *places is to be freed.
 */
size_t plan_places(const struct plan_report *report, struct plan_place **places);

/*
 * "`quaestor study --new 2 tag:dates`", with the selector that was planned for.
 *
 *   cram            instead of all but the day
 *   fresh, reviews  how many, < 0: as ever
 *   ahead_days      that --ahead goes, 0: not ahead
 *   unseen_since    leaves out what was answered since that day; NULL: nothing
 */
struct plan_study {
    bool cram;
    int fresh, reviews, ahead_days;
    const struct day *unseen_since;
};

void plan_add_study(
    struct buf *out, const struct plan_report *report, const struct plan_study *study);

/* Writes the line, wrapped, and releases it. */
void plan_draw_line(const struct term *term, struct buf *line);

/* What is planned for, and how much is known of the learner. */
void plan_draw_start(const struct term *term, const struct plan_report *report);

/* ---- plan_exam.c, plan_away.c, plan_json.c ---- */

enum { PLAN_SHORT_DAY = 30, PLAN_LONG_DAY = 60 }; // minutes

void plan_draw_exam(const struct term *term, const struct plan_report *report);
void plan_draw_break(const struct term *term, const struct plan_report *report);
void plan_draw_back(const struct term *term, const struct plan_report *report);

void plan_print_json(struct app *app, const struct plan_report *report);

#endif
