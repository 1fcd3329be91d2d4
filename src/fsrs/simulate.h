/*
 * A learner simulated with the memory model: what a way of studying will cost and give.
 *
 * Day by day the cards that are due are answered.  An answer is right with the chance that
 * the model gives it; ratings and times are drawn from the learner's habits; dates are those
 * of the scheduler (fsrs/schedule.h), fuzz and order of the ratings included.  Steps of a card
 * pass within its day.
 * A simulation is as good as its weights.
 *
 * Invariants
 *   1. Same cards, habits, limits and seed: same numbers.
 *   2. A card's luck depends on the seed, its place and its count of answers alone, so that
 *      two simulations differ by what is done, and not by chance.
 *
 * Days count from the beginning: day 0 is today, and its answers are given at instant 0.
 * Numbers only; siblings and decks are not known here.
 */
#ifndef FSRS_SIMULATE_H
#define FSRS_SIMULATE_H

#include "base/rng.h"
#include "fsrs/schedule.h"

#include <stddef.h>
#include <stdint.h>

struct fsrs_kernel;

enum { SIMULATE_NEVER = INT32_MAX };

/* How a learner answers; by rating - 1. */
struct fsrs_habits {
    double first[4];      // chances of a first answer, together 1
    double remembered[4]; // chances of an answer that is right, [0] = 0, together 1
    double first_seconds; // of a first answer
    double seconds[4];    // of a later one
};

/* A card as it stands at the beginning. */
struct fsrs_sim_card {
    struct memory memory; // new: not met yet
    double last_day;      // of its last answer, <= 0
    int due_day;          // <= 0: it waits; of a new card without meaning
    int interval_days;    // that led to due_day, 0 for none
    double retention;     // desired, (0, 1)
    int answer_day;       // study day of the last answer, <= 0
};

struct simulation {
    struct fsrs_sim_card *cards;
    struct rng *luck; // by card
    int *due;         // by card; SIMULATE_NEVER: new
    size_t *chosen;   // reviews of the day at hand
    size_t count;
    size_t met; // new cards before this place have been met
    int day;    // that comes next
    struct schedule schedule;
    struct fsrs_habits habits;
    const struct fsrs_kernel *kernel;
};

/* What a day allows; < 0: as much as there is. */
struct fsrs_sim_limits {
    int reviews, fresh;
    int ahead_days; // what is due within these days may be reviewed, too
    int seen_days; // but not what was answered within so many days, today included; 0: all
};

/* What a day, or several together, came to. */
struct fsrs_sim_day {
    size_t reviews, right; // answers to cards in review
    size_t fresh;          // cards met
    size_t answers;        // all, steps too
    double seconds;
    double recall; // sum over the reviews, just before them
    size_t left;   // reviews that are due and did not fit
};

/* Copies the cards; `schedule` says all but the retention, which the cards have. */
void simulation_init(struct simulation *simulation, const struct fsrs_sim_card *cards,
    size_t count, const struct schedule *schedule, const struct fsrs_habits *habits,
    uint64_t seed);
void simulation_release(struct simulation *simulation);

/* Lives through the day that comes next; the most fragile reviews come first. */
struct fsrs_sim_day simulation_run_day(
    struct simulation *simulation, struct fsrs_sim_limits limits);

/* The sum of both; `left` is that of the later one. */
struct fsrs_sim_day fsrs_sim_sum(struct fsrs_sim_day earlier, struct fsrs_sim_day later);

/* How many cards would be remembered, if all were asked at the beginning of that day. */
double simulation_known(const struct simulation *simulation, int day);

/* How many reviews are due by that day (SIMULATE_NEVER is no day). */
size_t simulation_due(const struct simulation *simulation, int day);

#endif
