#include "fsrs/schedule.h"

#include "base/rng.h"
#include "fsrs/interval.h"
#include "fsrs/kernel.h"
#include "fsrs/number.h"

#include <assert.h>
#include <math.h>
#include <string.h>

static const char *const phase_words[PHASE_COUNT] = {
#define X(phase, word) [phase] = word,
    PHASES(X)
#undef X
};

const char *phase_word(enum phase phase)
{
    return phase_words[phase];
}

bool phase_parse(const char *word, enum phase *out)
{
    for (int i = 0; i < PHASE_COUNT; i++)
        if (strcmp(phase_words[i], word) == 0) {
            *out = (enum phase)i;
            return true;
        }
    return false;
}

double schedule_elapsed_days(const struct progress *progress, int64_t at_ms)
{
    if (progress->reviews == 0 || at_ms <= progress->last_ms)
        return 0;
    return fmin((double)(at_ms - progress->last_ms) / DAY_MS, FSRS_MAX_DAYS);
}

uint64_t schedule_seed(const char *card, int reviews)
{
    return hash_text((uint64_t)reviews + 1, card);
}

/* ---- whole days ------------------------------------------------------------------- */

/* How far an interval may be moved to either side, in days. */
static double fuzz_delta(double days)
{
    if (days < 2.5)
        return 0;
    return 1 + 0.15 * (clamp(days, 2.5, 7) - 2.5) + 0.10 * (clamp(days, 7, 20) - 7) +
           0.05 * (clamp(days, 20, FSRS_MAX_DAYS) - 20);
}

struct bounds {
    int low, high;
};

static int clamp_days(double days, int low, int high)
{
    return round_half_up(clamp(days, low, high));
}

static struct bounds fuzz_bounds(double days, int least, int most)
{
    double delta = fuzz_delta(days);
    struct bounds bounds = {
        clamp_days(days - delta, least, most),
        clamp_days(days + delta, least, most),
    };
    if (bounds.low == bounds.high && bounds.high > 2 && bounds.high < most && delta > 0)
        bounds.high++;
    return bounds;
}

/* A growing interval grows by a day at least; a shrinking one stays if fuzz can reach it. */
static int least_after(double days, int previous, int longest)
{
    if (round_half_up(days) > previous)
        return previous + 1;
    return previous <= fuzz_bounds(days, 1, longest).high ? previous : 1;
}

/*
 * The model's interval as whole days: at least `least`, moved by the fuzz `draw` in [0, 1).
 */
static int whole_days(
    double days, int least, int previous, double draw, const struct schedule *schedule)
{
    days = clamp(days, 1, schedule->longest_days);
    int floor_days =
        previous > 0 ? least_after(days, previous, schedule->longest_days) : 1;
    if (floor_days < least)
        floor_days = least;
    if (floor_days > schedule->longest_days)
        floor_days = schedule->longest_days;
    struct bounds bounds = fuzz_bounds(days, floor_days, schedule->longest_days);
    return bounds.low + (int)(draw * (1 + bounds.high - bounds.low));
}

/* ---- steps ------------------------------------------------------------------------ */

struct steps {
    const int64_t *ms;
    size_t count;
    enum phase phase; // of who waits for one
};

/* Those that an answer in this phase may lead to. */
static struct steps steps_of(enum phase phase, const struct schedule *schedule)
{
    if (phase == PHASE_REVIEW || phase == PHASE_RELEARNING)
        return (struct steps){ schedule->relearning_ms, schedule->relearning_count,
            PHASE_RELEARNING };
    return (
        struct steps){ schedule->learning_ms, schedule->learning_count, PHASE_LEARNING };
}

/* Hard on a step: between the first two, half as long again as the only one, else the same. */
static int64_t hard_delay(const struct steps *steps, size_t step)
{
    if (step > 0)
        return steps->ms[step];
    if (steps->count > 1)
        return (steps->ms[0] + steps->ms[1]) / 2;
    int64_t longer = steps->ms[0] * 3 / 2, day_more = steps->ms[0] + DAY_MS;
    return longer < day_more ? longer : day_more;
}

/* The step that a rating leads to; past the last one if to none. */
static size_t step_after(const struct steps *steps, size_t step, enum fsrs_rating rating)
{
    switch (rating) {
    case FSRS_AGAIN:
        return 0;
    case FSRS_HARD:
        return step;
    case FSRS_GOOD:
        return step + 1;
    case FSRS_EASY:
        break;
    }
    return steps->count;
}

bool schedule_step(const struct plan *now, enum fsrs_rating rating,
    const struct schedule *schedule, struct plan *next, int64_t *delay_ms)
{
    struct steps steps = steps_of(now->phase, schedule);
    bool on_step = now->phase != PHASE_REVIEW;
    size_t step = on_step ? (size_t)now->step : 0;
    if (steps.count == 0 || (!on_step && rating != FSRS_AGAIN))
        return false;
    if (step >= steps.count)
        step = steps.count - 1;
    size_t after = step_after(&steps, step, rating);
    if (after >= steps.count)
        return false;
    int64_t longest_ms = (int64_t)schedule->longest_days * DAY_MS;
    *delay_ms = rating == FSRS_HARD ? hard_delay(&steps, step) : steps.ms[after];
    if (*delay_ms > longest_ms)
        *delay_ms = longest_ms;
    *next = (struct plan){ .phase = steps.phase, .step = (int)after };
    return true;
}

/* ---- the order of the four -------------------------------------------------------- */

/* The lowest rating that leads to days, from 0, and the fewest days that are beyond the steps. */
static int lowest_by_days(
    const struct plan *now, const struct schedule *schedule, int *least_days)
{
    struct plan step;
    int64_t delay_ms;
    int lowest = 0;
    *least_days = 1;
    while (schedule_step(
        now, (enum fsrs_rating)(FSRS_AGAIN + lowest), schedule, &step, &delay_ms)) {
        *least_days = (int)(delay_ms / DAY_MS) + 1;
        lowest++;
    }
    return lowest;
}

/* days[i] of those that lead to days, up to the `highest`: each longer than the one before. */
static void days_in_order(const struct plan *now, const struct memory after[4],
    int highest, double draw, const struct schedule *schedule, int days[4])
{
    int least, lowest = lowest_by_days(now, schedule, &least);
    lowest = lowest < highest ? lowest : highest;
    unsigned asked = (2U << highest) - (1U << lowest);
    double model[4];
    fsrs_intervals(after, asked, schedule->retention, schedule->weights, model);
    for (int i = lowest; i <= highest; i++) {
        int previous = i == 0 ? 0 : now->interval_days; // a lapse begins anew
        days[i] = whole_days(model[i], least, previous, draw, schedule);
        least = days[i] + 1;
    }
}

int schedule_days(const struct plan *now, const struct memory after[4],
    enum fsrs_rating rating, double draw, const struct schedule *schedule)
{
    int days[4], highest = (int)rating - FSRS_AGAIN;
    days_in_order(now, after, highest, draw, schedule, days);
    return days[highest];
}

/* ---- plans ------------------------------------------------------------------------ */

/* What planning one answer needs to know. */
struct planning {
    const struct plan *now;
    const struct schedule *schedule;
    int64_t at_ms;
    struct day today;
    double draw;
};

/*
 * Whole days of a delay are counted in study days, only the rest on the clock: a step of one
 * day is never due on the same day, nor only on the next but one, because the clocks changed.
 */
static struct plan plan_step(const struct planning *p, struct plan plan, int64_t delay_ms)
{
    plan.due_ms = p->at_ms + delay_ms;
    plan.due_day = day_of(p->at_ms + delay_ms % DAY_MS, p->schedule->rollover_hour);
    plan.due_day.number += (int)(delay_ms / DAY_MS);
    return plan;
}

static struct plan plan_days(const struct planning *p, int days)
{
    struct plan plan = { .phase = PHASE_REVIEW, .interval_days = days };
    plan.due_day.number = p->today.number + days;
    plan.due_ms = day_start_ms(plan.due_day, p->schedule->rollover_hour);
    return plan;
}

/* Of each rating, after the memories that they lead to. */
static void plan_all(
    const struct planning *p, const struct memory memories[4], struct plan plans[4])
{
    int days[4];
    days_in_order(p->now, memories, 3, p->draw, p->schedule, days);
    for (int i = 0; i < 4; i++) {
        struct plan step;
        int64_t delay_ms;
        enum fsrs_rating rating = (enum fsrs_rating)(FSRS_AGAIN + i);
        if (schedule_step(p->now, rating, p->schedule, &step, &delay_ms))
            plans[i] = plan_step(p, step, delay_ms);
        else
            plans[i] = plan_days(p, days[i]);
    }
}

static struct progress folded(
    const struct progress *before, const struct answer *answer, struct memory memory)
{
    struct progress after = *before;
    bool was_review = before->plan.phase == PHASE_REVIEW;
    after.memory = memory;
    after.plan = answer->plan;
    after.reviews++;
    after.lapses += was_review && answer->rating == FSRS_AGAIN ? 1 : 0;
    after.last_ms = answer->at_ms;
    after.last_day = answer->day;
    if (before->reviews == 0)
        after.first_day = answer->day;
    if (was_review)
        after.review_day = answer->day;
    return after;
}

void schedule_outcomes(const struct progress *before, int64_t at_ms, uint64_t seed,
    const struct schedule *schedule, struct progress after[4])
{
    struct rng rng = { seed };
    struct planning p = { &before->plan, schedule, at_ms,
        day_of(at_ms, schedule->rollover_hour), rng_uniform(&rng) };
    struct memory memories[4];
    struct plan plans[4];
    fsrs_rating_kernel()->rate(before->memory, schedule_elapsed_days(before, at_ms),
        schedule->weights, memories);
    plan_all(&p, memories, plans);
    for (int i = 0; i < 4; i++) {
        struct answer answer = { (enum fsrs_rating)(FSRS_AGAIN + i), at_ms, p.today,
            plans[i] };
        after[i] = folded(before, &answer, memories[i]);
    }
}

void schedule_plan(const struct progress *before, int64_t at_ms, uint64_t seed,
    const struct schedule *schedule, struct plan plans[4])
{
    struct progress after[4];
    schedule_outcomes(before, at_ms, seed, schedule, after);
    for (int i = 0; i < 4; i++)
        plans[i] = after[i].plan;
}

struct progress schedule_fold(struct progress before, const struct answer *answer,
    const double weights[FSRS_PARAMS])
{
    double elapsed = schedule_elapsed_days(&before, answer->at_ms);
    return folded(
        &before, answer, fsrs_next(before.memory, elapsed, answer->rating, weights));
}

int64_t schedule_delay_s(const struct plan *plan, int64_t at_ms)
{
    if (plan->phase == PHASE_REVIEW)
        return (int64_t)plan->interval_days * (DAY_MS / SECOND_MS);
    return (plan->due_ms - at_ms) / SECOND_MS;
}

bool schedule_leech_now(int lapses, int threshold)
{
    if (threshold <= 0 || lapses < threshold)
        return false;
    return (lapses - threshold) % ((threshold + 1) / 2) == 0;
}
