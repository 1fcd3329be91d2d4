#include "session/exam.h"

#include <math.h>

static int fresh_a_day(const struct planner *p, int days)
{
    int first = days * 3 / 4 > 1 ? days * 3 / 4 : 1;
    return (int)ceil((double)p->fresh / first);
}

/* What the day allows; in the last days everything is due, but only once. */
static struct fsrs_sim_limits limits_of(
    const struct planner *p, const struct exam_plan *plan, int left_days)
{
    if (left_days > plan->revision_days)
        return planner_limits(p, -1, plan->fresh_per_day, 0);
    struct fsrs_sim_limits limits =
        planner_limits(p, plan->revision_reviews, plan->fresh_per_day, PLAN_AHEAD);
    limits.seen_days = plan->revision_days - left_days + 1;
    return limits;
}

/* A learner with the plan's retention. */
static void begin(
    const struct planner *p, const struct exam_plan *plan, struct simulation *s)
{
    planner_simulate(p, plan->at_least ? 0 : plan->retention, s);
    for (size_t i = 0; i < s->count; i++)
        s->cards[i].retention = fmax(s->cards[i].retention, plan->retention);
}

static void run(const struct planner *p, int days, struct exam_plan *plan)
{
    struct fsrs_sim_day sum = { 0 };
    struct simulation s;
    plan->peak_minutes = plan->revision_minutes = plan->plain_reviews = 0;
    begin(p, plan, &s);
    for (int left = days; left > 0; left--) {
        struct fsrs_sim_day day = simulation_run_day(&s, limits_of(p, plan, left));
        struct plan_days mean = planner_mean(p, day, 1, 0);
        plan->peak_minutes = fmax(plan->peak_minutes, mean.minutes);
        if (left <= plan->revision_days)
            plan->revision_minutes = fmax(plan->revision_minutes, mean.minutes);
        else
            plan->plain_reviews = fmax(plan->plain_reviews, mean.reviews);
        sum = fsrs_sim_sum(sum, day);
    }
    plan->days = planner_mean(p, sum, days, simulation_known(&s, days));
    simulation_release(&s);
}

static bool fits(const struct exam_plan *plan, const struct exam_wish *wish)
{
    return wish->most_minutes <= 0 || plan->days.minutes <= wish->most_minutes;
}

/* What fits the minutes goes before what does not, then more cards, or fewer minutes. */
static bool is_better(const struct exam_plan *plan, const struct exam_plan *than,
    const struct exam_wish *wish)
{
    bool fit = fits(plan, wish);
    if (fit != fits(than, wish))
        return fit;
    return fit ? plan->days.known > than->days.known
               : plan->days.minutes < than->days.minutes;
}

/* What comes of a plan as `model`, and whether it is enough. */
static struct exam_plan try_plan(
    const struct planner *p, const struct exam_wish *wish, const struct exam_plan *model)
{
    double wanted = EXAM_SHARE / 100.0 * (double)p->card_count;
    struct exam_plan plan = *model;
    run(p, wish->days, &plan);
    plan.enough = fits(&plan, wish) && plan.days.known >= wanted;
    return plan;
}

/* The next retention to try: above the own, or with a bound on minutes all. */
static int first_percent(const struct planner *p, const struct exam_wish *wish)
{
    return wish->most_minutes > 0 ? PLAN_LOW
                                  : (int)floor(p->low_retention * 100 + 1e-9) + 1;
}

/* A plan at the first retention that is enough, else the best that fits; as `model`. */
static struct exam_plan try_retentions(
    const struct planner *p, const struct exam_wish *wish, const struct exam_plan *model)
{
    struct exam_plan best = try_plan(p, wish, model), plan = *model;
    plan.at_least = wish->most_minutes <= 0;
    for (int percent = first_percent(p, wish);
         percent <= PLAN_HIGH && !best.enough && !wish->retention_is_set; percent++) {
        plan.retention = percent / 100.0;
        plan = try_plan(p, wish, &plan);
        if (is_better(&plan, &best, wish))
            best = plan;
    }
    return best;
}

/* Cards that can be asked once more: all, or if that begins today those not answered today. */
static int count_revised(const struct planner *p, bool from_today)
{
    int count = 0;
    for (size_t i = 0; i < p->card_count; i++)
        count += !from_today ||
                 (!memory_is_new(p->cards[i].memory) && p->cards[i].answer_day < 0);
    return count;
}

/* All cards, in the last quarter of the days. */
static struct exam_plan with_revision(
    const struct planner *p, int days, const struct exam_plan *plan)
{
    enum { MOST_REVISION = 7 };
    struct exam_plan revised = *plan;
    int last = days / 4 < MOST_REVISION ? days / 4 + 1 : MOST_REVISION;
    revised.revision_reviews = (count_revised(p, last == days) + last - 1) / last;
    revised.revision_days = last;
    revised.revises_all = true;
    return revised;
}

/* Cards that the seconds hold; takes their time off. */
static int cut(int cards, double each, double *seconds)
{
    int most = each > 0 ? (int)fmin(*seconds / each, INT32_MAX) : cards;
    int left = cards < most ? cards : most;
    *seconds -= left * each;
    return left;
}

/* A revision that begins today, as cards stand now: what was met goes before what is new. */
static void shorten_today(const struct planner *p, double minutes, struct exam_plan *plan)
{
    struct plan_pace pace = planner_pace(p, plan->revision_reviews);
    double seconds = minutes * 60;
    plan->revision_reviews = cut(plan->revision_reviews, pace.review, &seconds);
    plan->fresh_per_day = cut(plan->fresh_per_day, pace.fresh, &seconds);
}

/* Cuts a revision to so many minutes a day. */
static void shorten(
    const struct planner *p, int days, double minutes, struct exam_plan *plan)
{
    int all = plan->revision_reviews;
    if (plan->revision_days == days) {
        shorten_today(p, minutes, plan);
    } else {
        run(p, days, plan);
        plan->revision_reviews =
            (int)(all * minutes / fmax(plan->revision_minutes, minutes));
    }
    plan->revises_all = plan->revises_all && plan->revision_reviews == all;
}

/* The same with as many new cards a day as the minutes allow; none, if even that is too long. */
static struct exam_plan with_fewer(
    const struct planner *p, const struct exam_wish *wish, const struct exam_plan *plan)
{
    struct exam_plan fewer = *plan;
    int least = 0, too_many = plan->fresh_per_day;
    while (least + 1 < too_many) {
        fewer.fresh_per_day = (least + too_many) / 2;
        run(p, wish->days, &fewer);
        if (fits(&fewer, wish))
            least = fewer.fresh_per_day;
        else
            too_many = fewer.fresh_per_day;
    }
    fewer.fresh_per_day = least;
    return try_plan(p, wish, &fewer);
}

struct exam_plan exam_plan_for(const struct planner *p, const struct exam_wish *wish)
{
    struct exam_plan plain = { .fresh_per_day = fresh_a_day(p, wish->days) };
    struct exam_plan revised = with_revision(p, wish->days, &plain);
    if (wish->most_minutes > 0)
        shorten(p, wish->days, wish->most_minutes, &revised);
    struct exam_plan best = try_retentions(p, wish, &plain);
    if (best.enough)
        return best;
    revised = try_retentions(p, wish, &revised);
    if (is_better(&revised, &best, wish))
        best = revised;
    return fits(&best, wish) ? best : with_fewer(p, wish, &best);
}

struct exam_plan exam_plan_shorter(const struct planner *p, const struct exam_wish *wish,
    const struct exam_plan *plan, double minutes)
{
    struct exam_plan shorter =
        plan->revision_days > 0 ? *plan : with_revision(p, wish->days, plan);
    shorten(p, wish->days, minutes, &shorter);
    shorter.enough = false;
    run(p, wish->days, &shorter);
    return shorter;
}
