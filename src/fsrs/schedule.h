/*
 * When a card is shown next: learning steps, whole days, fuzz, and the order of the four
 * intervals - the policy around the memory model.
 *
 * Phases
 *   new         never answered
 *   learning    waits for a step after its first answers; due at an instant
 *   review      graduated; due on a study day
 *   relearning  forgotten in review; waits for a step; due at an instant
 *
 * Laws (tests/unit/test_schedule.c)
 *   1. A plan is what will happen: folding an answer takes over the plan made for its rating.
 *   2. Again < Hard < Good < Easy, as long as they are below the longest interval.
 *   3. Same card, same count of reviews: same fuzz, whatever the clock says.
 *   4. After graduation no interval is shorter than a day; days are study days.
 *   5. The memory sees every answer with the true time that has passed, never below zero.
 *
 * Sources: steps and fuzz follow Anki's rules, restated in docs/FSRS.md section 8.
 */
#ifndef FSRS_SCHEDULE_H
#define FSRS_SCHEDULE_H

#include "base/day.h"
#include "fsrs/model.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PHASES(X)                                                                        \
    X(PHASE_NEW, "new")                                                                  \
    X(PHASE_LEARNING, "learning")                                                        \
    X(PHASE_REVIEW, "review")                                                            \
    X(PHASE_RELEARNING, "relearning")

enum phase {
#define X(phase, word) phase,
    PHASES(X)
#undef X
};

enum { PHASE_COUNT = 4, SCHEDULE_MAX_STEPS = 8 };

const char *phase_word(enum phase phase);
bool phase_parse(const char *word, enum phase *out);

/* Is it waiting for a step? */
static inline bool phase_has_steps(enum phase phase)
{
    return phase == PHASE_LEARNING || phase == PHASE_RELEARNING;
}

/* When and as what the card comes back. */
struct plan {
    enum phase phase;
    int step;           // learning, relearning: which step it waits for, from 0
    int64_t due_ms;     // learning, relearning: the instant; review: start of due_day
    struct day due_day; // a step of d days and some hours: d days after those hours' day
    int interval_days;  // review: whole days; else 0
};

/* All that the answers so far have made of a card; the zero struct is a new card. */
struct progress {
    struct plan plan;
    struct memory memory;
    int reviews;           // answers that count
    int lapses;            // of them Again in review
    int64_t last_ms;       // instant of the last answer
    struct day first_day;  // study days: of the first answer,
    struct day last_day;   // of the last,
    struct day review_day; // and of the last one in review (0 if there was none)
    bool suspended;        // not asked until the learner wants it again
    bool flagged;          // marked for the learner's own purposes
    struct day buried_day; // not asked on this study day (0: never buried)
};

/* Is it not to be asked today, whatever its dates say? */
static inline bool progress_rests(const struct progress *progress, struct day today)
{
    return progress->suspended || (progress->buried_day.number != 0 &&
                                      progress->buried_day.number == today.number);
}

/* The learner's settings that bear on dates. */
struct schedule {
    const double *weights; // FSRS_PARAMS, legal
    double retention;      // desired recall when a card comes back, (0, 1)
    int64_t learning_ms[SCHEDULE_MAX_STEPS]; // each longer than the one before
    size_t learning_count;
    int64_t relearning_ms[SCHEDULE_MAX_STEPS]; // likewise
    size_t relearning_count;
    int longest_days; // >= 1
    int rollover_hour;
};

/* An answer, as it was planned when it was given. */
struct answer {
    enum fsrs_rating rating;
    int64_t at_ms;
    struct day day;
    struct plan plan;
};

/* Days since the last answer, fractions count; 0 for a new card. */
double schedule_elapsed_days(const struct progress *progress, int64_t at_ms);

/*
 * What an answer at `at_ms` would make of the card, after[rating - 1]: as schedule_fold() of its
 * plan, to the last bits of the memory.  `seed` draws the fuzz: take schedule_seed().
 */
void schedule_outcomes(const struct progress *before, int64_t at_ms, uint64_t seed,
    const struct schedule *schedule, struct progress after[4]);

/* Their plans alone. */
void schedule_plan(const struct progress *before, int64_t at_ms, uint64_t seed,
    const struct schedule *schedule, struct plan plans[4]);

/* ---- for those who plan without instants; of `now`, only phase, step and interval count ---- */

/*
 * Does a rating lead to a step?  Then says to which one, without instants, and after how long;
 * else it leads to days.
 */
bool schedule_step(const struct plan *now, enum fsrs_rating rating,
    const struct schedule *schedule, struct plan *next, int64_t *delay_ms);

/*
 * The whole days that a rating leads to, beyond what lower ones would lead to.
 *
 *   after  the memories that the ratings lead to, after[rating - 1], at least up to this one;
 *          the others may be anything but new
 *   draw   of the fuzz, [0, 1)
 */
int schedule_days(const struct plan *now, const struct memory after[4],
    enum fsrs_rating rating, double draw, const struct schedule *schedule);

/* Seed of the next answer's fuzz, from the card's name and its reviews so far. */
uint64_t schedule_seed(const char *card, int reviews);

/* The progress after one more answer. */
struct progress schedule_fold(struct progress before, const struct answer *answer,
    const double weights[FSRS_PARAMS]);

/* Seconds until the plan is due, as previews show them; whole days as days x 86400. */
int64_t schedule_delay_s(const struct plan *plan, int64_t at_ms);

/*
 * Has this lapse made the card a leech, or reminded of it?  At `threshold` lapses and then
 * at every half of it; 0 turns it off.
 */
bool schedule_leech_now(int lapses, int threshold);

#endif
