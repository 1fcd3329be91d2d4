/*
 * Planning: what a way of studying would cost and give, worked out on a simulated learner who
 * has the cards, the settings, the weights and the habits of the real one.
 *
 * Few cards leave much to luck.  So a planner holds each of them several times, with luck of
 * its own, lets them share limits as many times as large, and divides what comes out: figures
 * are means for one learner, and `size_t` counts of a simulated day are not.
 *
 * Days count from today, day 0.  What was done today already is not taken off its limits, and
 * steps that are under way count as passed; siblings, the caps of single decks on reviews, and
 * what is not selected are left aside.
 */
#ifndef SESSION_PLAN_H
#define SESSION_PLAN_H

#include "fsrs/simulate.h"
#include "session/collection.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    PLAN_YEAR = 365,
    PLAN_LOW = 70, // retentions of a sweep, in percent
    PLAN_HIGH = 97,
    PLAN_SWEEP = PLAN_HIGH - PLAN_LOW + 1,
    PLAN_NONE = -1,
    PLAN_AHEAD = 9999, // days; who revises asks what is due within them
    PLAN_SMOOTH = 7,   // a sweep is smoothed over that part of it, to both sides
    PLAN_KNOWN = 28,   // last days of a year, of which known cards are the mean
};

/* All that plans start from. */
struct planner {
    struct fsrs_sim_card *cards; // `copies` times `card_count`
    size_t card_count, copies;
    size_t fresh;                         // cards not met yet
    size_t waiting;                       // reviews due today or before, as queue_count()
    size_t at_steps;                      // as there
    int fresh_per_day, reviews_per_day;   // caps of the settings
    int backlog_per_day;                  // agreed to in them, 0: nothing
    double low_retention, high_retention; // of the cards; 0 if there is none
    struct schedule schedule;
    struct fsrs_habits habits;
    uint64_t seed;
};

/* What days have been like, for one learner. */
struct plan_days {
    double minutes, reviews, answers, fresh; // a day
    double known; // cards, at the end; of a year, see PLAN_KNOWN
};

/* The selected cards, but for suspended ones; `planner` is to be released. */
void planner_init(struct planner *planner, const struct collection *collection,
    const bool *selected, const struct fsrs_habits *habits, int64_t now_ms,
    uint64_t seed);
void planner_release(struct planner *planner);

/*
 * The same with only those cards that were met and are due within so many days: all that
 * matters so long as no new card comes.  `near` is to be released.
 */
void planner_narrow(struct planner *near, const struct planner *planner, int days);

/* A learner at the beginning; `retention` for all cards, or 0 for what the settings say. */
void planner_simulate(
    const struct planner *planner, double retention, struct simulation *simulation);

/* Limits for that many learners at once; < 0: none. */
struct fsrs_sim_limits planner_limits(
    const struct planner *planner, int reviews, int fresh, int ahead_days);

/*
 * What the settings allow on the day that comes next: the caps, or those of the way back from
 * a backlog (queue/backlog.h).
 *
 *   *agreed  begins as `backlog_per_day`; 0 once the backlog is done, for good
 */
struct fsrs_sim_limits planner_caps(
    const struct planner *planner, const struct simulation *simulation, int *agreed);

/* The mean over `days` days that came to `sum`. */
struct plan_days planner_mean(
    const struct planner *planner, struct fsrs_sim_day sum, int days, double known);

/*
 * A year at each retention, PLAN_LOW to PLAN_HIGH percent: years[i].  Reviews have no cap:
 * this is what it costs to keep the retention.
 */
void planner_sweep(
    const struct planner *planner, int threads, struct plan_days years[PLAN_SWEEP]);

/* A year at that retention, or 0 for what the settings say, likewise. */
struct plan_days planner_year(const struct planner *planner, double retention);

/*
 * The place in a sweep up to which a further minute a day gives more known cards than the
 * mean one between both ends, and beyond which it gives less.  PLAN_NONE if more time gives
 * no more.
 */
int plan_sweet_spot(const struct plan_days *years, size_t count);

/* What comes week by week, with settings and caps as they are. */
void planner_weeks(const struct planner *planner, size_t count, struct plan_days *weeks);

/* Seconds that a card takes, with the steps that follow. */
struct plan_pace {
    double review, fresh;
};

/* Of so many reviews now, the most fragile, due or not, and of new cards. */
struct plan_pace planner_pace(const struct planner *planner, int reviews);

#endif
