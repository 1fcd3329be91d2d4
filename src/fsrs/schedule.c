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

int schedule_days(
    struct memory memory, int previous_days, double draw, const struct schedule *schedule)
{
    double days = fsrs_interval(memory, schedule->retention, schedule->weights);
    return whole_days(days, 1, previous_days, draw, schedule);
}

/* ---- plans ------------------------------------------------------------------------ */

/* What planning one answer needs to know. */
struct planning {
    const struct progress *before;
    const struct schedule *schedule;
    int64_t at_ms;
    struct day today;
    double draw;
    const int64_t *steps; // of the phase that this answer belongs to
    size_t step_count;
    enum phase step_phase;
};

/*
 * Whole days of a delay are counted in study days, only the rest on the clock: a step of one
 * day is never due on the same day, nor only on the next but one, because the clocks changed.
 */
static struct plan plan_step(const struct planning *p, size_t step, int64_t delay_ms)
{
    struct plan plan = { .phase = p->step_phase, .step = (int)step };
    int64_t longest_ms = (int64_t)p->schedule->longest_days * DAY_MS;
    if (delay_ms > longest_ms)
        delay_ms = longest_ms;
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

/* Hard on a step: between the first two, half as long again as the only one, else the same. */
static int64_t hard_delay(const struct planning *p, size_t step)
{
    if (step > 0)
        return p->steps[step];
    if (p->step_count > 1)
        return (p->steps[0] + p->steps[1]) / 2;
    int64_t longer = p->steps[0] * 3 / 2, day_more = p->steps[0] + DAY_MS;
    return longer < day_more ? longer : day_more;
}

/* Whole days that are longer than this plan's delay. */
static int days_beyond(const struct plan *plan, int64_t at_ms)
{
    if (plan->phase == PHASE_REVIEW)
        return plan->interval_days + 1;
    return (int)((plan->due_ms - at_ms) / DAY_MS) + 1;
}

/* Does the answer lead to a step?  If so, plans it. */
static bool plan_by_steps(
    const struct planning *p, enum fsrs_rating rating, struct plan *plan)
{
    const struct plan *now = &p->before->plan;
    bool on_step = now->phase != PHASE_REVIEW;
    size_t step = on_step ? (size_t)now->step : 0;
    if (p->step_count == 0 || rating == FSRS_EASY || (!on_step && rating != FSRS_AGAIN))
        return false;
    if (step >= p->step_count)
        step = p->step_count - 1;
    if (rating == FSRS_AGAIN)
        *plan = plan_step(p, 0, p->steps[0]);
    else if (rating == FSRS_HARD)
        *plan = plan_step(p, step, hard_delay(p, step));
    else if (step + 1 < p->step_count)
        *plan = plan_step(p, step + 1, p->steps[step + 1]);
    else
        return false;
    return true;
}

static struct planning planning_of(const struct progress *before, int64_t at_ms,
    uint64_t seed, const struct schedule *schedule)
{
    struct rng rng = { seed };
    bool relearns =
        before->plan.phase == PHASE_REVIEW || before->plan.phase == PHASE_RELEARNING;
    return (struct planning){
        .before = before,
        .schedule = schedule,
        .at_ms = at_ms,
        .today = day_of(at_ms, schedule->rollover_hour),
        .draw = rng_uniform(&rng),
        .steps = relearns ? schedule->relearning_ms : schedule->learning_ms,
        .step_count = relearns ? schedule->relearning_count : schedule->learning_count,
        .step_phase = relearns ? PHASE_RELEARNING : PHASE_LEARNING,
    };
}

/* The plans that lead to steps; returns the others, bit rating - 1 of each. */
static unsigned plan_steps(const struct planning *p, struct plan plans[4])
{
    unsigned others = 0;
    for (unsigned i = 0; i < 4; i++)
        if (!plan_by_steps(p, (enum fsrs_rating)(FSRS_AGAIN + i), &plans[i]))
            others |= 1U << i;
    return others;
}

/* Those that lead to days, of `by_days`, after the memories that the ratings lead to. */
static void plan_reviews(const struct planning *p, unsigned by_days,
    const struct memory memories[4], struct plan plans[4])
{
    const struct schedule *schedule = p->schedule;
    double days[4];
    int least = 1;
    fsrs_intervals(memories, by_days, schedule->retention, schedule->weights, days);
    for (int i = 0; i < 4; i++) {
        int previous = i == 0 ? 0 : p->before->plan.interval_days; // a lapse begins anew
        if (by_days >> i & 1)
            plans[i] =
                plan_days(p, whole_days(days[i], least, previous, p->draw, schedule));
        least = days_beyond(&plans[i], p->at_ms);
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
    struct planning p = planning_of(before, at_ms, seed, schedule);
    struct memory memories[4];
    struct plan plans[4];
    fsrs_rating_kernel()->rate(before->memory, schedule_elapsed_days(before, at_ms),
        schedule->weights, memories);
    plan_reviews(&p, plan_steps(&p, plans), memories, plans);
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
