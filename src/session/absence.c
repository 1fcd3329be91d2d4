#include "session/absence.h"

#include "queue/backlog.h"

#include <math.h>

/* From where a way back sets out: after a break, or (last < 0) now. */
struct start {
    int first, last; // days of the break
    enum break_kind kind;
    int more_a_day;
};

static const struct start now = { .last = -1 };

static int lead_of(int first)
{
    return first < BREAK_LEAD ? first : BREAK_LEAD;
}

/* ---- before ------------------------------------------------------------------------------- */

/* What a day before the break allows. */
static struct fsrs_sim_limits limits_before(const struct planner *p,
    const struct simulation *s, const struct start *start, int *agreed)
{
    int left = start->first - s->day;
    bool rests = start->kind != BREAK_AS_EVER && left <= BREAK_REST;
    struct fsrs_sim_limits limits = planner_caps(p, s, agreed);
    if (rests)
        limits.fresh = 0;
    if (start->more_a_day > 0 && left <= lead_of(start->first)) {
        int due = (int)simulation_due(s, s->day);
        int more = planner_limits(p, start->more_a_day, 0, 0).reviews;
        limits.reviews = more + (due < limits.reviews ? due : limits.reviews);
        limits.ahead_days = start->last - s->day;
    }
    return limits;
}

static void begin(
    const struct planner *p, const struct start *start, struct simulation *s)
{
    int agreed = p->backlog_per_day;
    planner_simulate(p, 0, s);
    while (s->day < start->first)
        simulation_run_day(s, limits_before(p, s, start, &agreed));
    s->day = start->last + 1;
}

/* ---- the way back ------------------------------------------------------------------------- */

/* Reviews a day that one can remember; the cap on them is a choice, too. */
static const int choices[] = { 10, 20, 30, 40, 50, 60, 80, 100, 125, 150, 200, 250, 300,
    400, 500, 600, 800, 1000 };

enum { CHOICES = sizeof choices / sizeof choices[0] };

static int cap_of(const struct planner *p)
{
    return p->reviews_per_day > 0 ? p->reviews_per_day : choices[CHOICES - 1];
}

static int choice(const struct planner *p, size_t number)
{
    int cap = cap_of(p);
    return number < CHOICES && choices[number] < cap ? choices[number] : cap;
}

/* How long so many a day take, up to `most_days`; .days is 0 if that is not enough. */
static struct way_back walk(
    const struct planner *p, const struct start *start, int a_day, int most_days)
{
    struct way_back way = { .a_day = a_day };
    struct fsrs_sim_limits limits = planner_limits(p, a_day, 0, 0);
    struct fsrs_sim_day sum = { 0 };
    struct simulation s;
    int days = 0;
    begin(p, start, &s);
    do {
        sum = fsrs_sim_sum(sum, simulation_run_day(&s, limits));
        days++;
    } while (sum.left > 0 && days < most_days);
    simulation_release(&s);
    way.days = sum.left > 0 ? 0 : days;
    way.minutes = planner_mean(p, sum, days, 0).minutes;
    return way;
}

/* The number of the choice that is offered, of `waiting` reviews. */
static size_t gentlest(const struct planner *p, const struct start *start, double waiting)
{
    size_t number = 0;
    while (choice(p, number) < cap_of(p) &&
           (choice(p, number) * (double)WAY_BACK_GOAL < waiting ||
               walk(p, start, choice(p, number), WAY_BACK_GOAL).days == 0))
        number++;
    return number;
}

static struct way_back offer(
    const struct planner *p, const struct start *start, double waiting, int most_days)
{
    return walk(p, start, choice(p, gentlest(p, start, waiting)), most_days);
}

struct way_back absence_offer(const struct planner *p)
{
    struct planner near; // no new card comes on the way, and none that is due far later
    planner_narrow(&near, p, WAY_BACK_SOON);
    struct way_back way = offer(&near, &now, (double)p->waiting, WAY_BACK_SOON);
    planner_release(&near);
    return way;
}

static struct ways_back around(const struct planner *p, size_t offered)
{
    enum { GENTLER = 3, FASTER = 2 };
    struct ways_back ways = { 0 };
    for (size_t i = offered > GENTLER ? offered - GENTLER : 0; i <= offered + FASTER;
         i++) {
        struct way_back way = walk(p, &now, choice(p, i), WAY_BACK_MOST);
        if (i < offered && way.days == 0)
            continue;
        if (i == offered)
            ways.offered = ways.count;
        ways.items[ways.count++] = way;
        if (way.days == 1 || way.a_day == cap_of(p))
            break;
    }
    return ways;
}

struct ways_back absence_ways(const struct planner *p)
{
    struct planner near;
    planner_narrow(&near, p, WAY_BACK_MOST);
    struct ways_back ways = around(&near, gentlest(&near, &now, (double)p->waiting));
    planner_release(&near);
    return ways;
}

/* ---- a break ------------------------------------------------------------------------------ */

/* As backlog_ordinary(), for one learner. */
static double ordinary(const struct planner *p, const struct simulation *s)
{
    double reviews = 0;
    for (size_t i = 0; i < s->count; i++)
        if (s->cards[i].interval_days > 0)
            reviews += 1.0 / s->cards[i].interval_days;
    return reviews / (double)p->copies;
}

static struct break_plan outlook(const struct planner *p, const struct start *start)
{
    struct simulation s;
    begin(p, start, &s);
    struct break_plan plan = {
        .kind = start->kind,
        .rest_days = start->first < BREAK_REST ? start->first : BREAK_REST,
        .lead_days = lead_of(start->first),
        .more_a_day = start->more_a_day,
        .waiting = (double)simulation_due(&s, s.day) / (double)p->copies,
        .room = (double)backlog_room(ordinary(p, &s), p->reviews_per_day),
        .known = simulation_known(&s, s.day) / (double)p->copies,
    };
    simulation_release(&s);
    return plan;
}

/* The reviews that half of what would wait comes to, on each of the days before. */
static int half_ahead(const struct break_plan *plan)
{
    return plan->lead_days > 0 ? (int)ceil(plan->waiting / 2 / plan->lead_days) : 0;
}

/* Neither other cards that wait nor fewer new ones, or nothing to ask ahead. */
static bool changes_nothing(
    const struct break_plan *plan, const struct break_plan *before)
{
    if (plan->kind == BREAK_HALF_AHEAD)
        return before->waiting < 0.5;
    return fabs(before->waiting - plan->waiting) < 0.5 &&
           fabs(before->known - plan->known) < 0.5;
}

size_t absence_plan(
    const struct planner *p, int first, int last, struct break_plan plans[BREAK_KINDS])
{
    size_t count = 0;
    struct start start = { first, last, BREAK_AS_EVER, 0 };
    plans[count++] = outlook(p, &start);
    plans[0].way = offer(p, &start, plans[0].waiting, WAY_BACK_MOST);
    if (plans[0].waiting <= plans[0].room)
        return count;
    for (int kind = BREAK_NO_NEW; first > 0 && kind < BREAK_KINDS; kind++) {
        start.kind = (enum break_kind)kind;
        if (kind == BREAK_HALF_AHEAD)
            start.more_a_day = half_ahead(&plans[count - 1]);
        plans[count] = outlook(p, &start);
        if (changes_nothing(&plans[count], &plans[count - 1]))
            continue;
        plans[count++].way = walk(p, &start, plans[0].way.a_day, WAY_BACK_MOST);
    }
    return count;
}
