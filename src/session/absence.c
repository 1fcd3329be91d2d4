#include "session/absence.h"

#include <math.h>
#include <string.h>

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
static struct fsrs_sim_limits limits_before(
    const struct planner *p, const struct simulation *s, const struct start *start)
{
    int left = start->first - s->day;
    bool rests = start->kind != BREAK_AS_EVER && left <= BREAK_REST;
    struct fsrs_sim_limits limits =
        planner_limits(p, p->reviews_per_day, rests ? 0 : p->fresh_per_day, 0);
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
    planner_simulate(p, 0, s);
    while (s->day < start->first)
        simulation_run_day(s, limits_before(p, s, start));
    s->day = start->last + 1;
}

/* ---- the way back ------------------------------------------------------------------------- */

/* Reviews a day that one can remember; the cap on them is a choice, too. */
static const int choices[] = { 10, 20, 30, 40, 50, 60, 80, 100, 125, 150, 200, 250, 300,
    400, 500, 600, 800, 1000 };

enum { CHOICES = sizeof choices / sizeof choices[0] };

static struct way_back walk(const struct planner *p, const struct start *start, int a_day)
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
    } while (sum.left > 0 && days < WAY_BACK_MOST);
    simulation_release(&s);
    way.days = sum.left > 0 ? 0 : days;
    way.minutes = planner_mean(p, sum, days, 0).minutes;
    return way;
}

/* The list keeps its last items: those before them are too gentle to be of use. */
static void add_way(struct ways_back *ways, struct way_back way)
{
    if (ways->count == WAY_BACK_CHOICES) {
        memmove(ways->items, ways->items + 1, (--ways->count) * sizeof *ways->items);
        ways->offered -= ways->offered > 0;
    }
    ways->items[ways->count++] = way;
}

/* Looks on beyond the offered one for a few that are faster. */
static struct ways_back choose(
    const struct planner *p, const struct start *start, double waiting)
{
    enum { FASTER = 3 };
    int cap = p->reviews_per_day > 0 ? p->reviews_per_day : choices[CHOICES - 1];
    struct ways_back ways = { 0 };
    bool reached = false;
    for (size_t i = 0; i <= CHOICES; i++) {
        bool is_last = i == CHOICES || choices[i] >= cap;
        int a_day = is_last ? cap : choices[i];
        if (!is_last && waiting > (double)a_day * WAY_BACK_MOST)
            continue;
        struct way_back way = walk(p, start, a_day);
        if (way.days > 0 || is_last)
            add_way(&ways, way);
        if (!reached && ways.count > 0)
            ways.offered = ways.count - 1;
        reached = reached || (way.days > 0 && way.days <= WAY_BACK_GOAL);
        if (is_last || way.days == 1 ||
            (reached && ways.count > ways.offered + FASTER - 1))
            break;
    }
    return ways;
}

struct ways_back absence_ways(const struct planner *p)
{
    return choose(p, &now, (double)p->waiting);
}

/* ---- a break ------------------------------------------------------------------------------ */

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

size_t absence_plan(
    const struct planner *p, int first, int last, struct break_plan plans[BREAK_KINDS])
{
    size_t count = 0;
    struct start start = { first, last, BREAK_AS_EVER, 0 };
    plans[count++] = outlook(p, &start);
    struct ways_back ways = choose(p, &start, plans[0].waiting);
    plans[0].way = ways.items[ways.offered];
    for (int kind = BREAK_NO_NEW; first > 0 && kind < BREAK_KINDS; kind++) {
        start.kind = (enum break_kind)kind;
        if (kind == BREAK_HALF_AHEAD)
            start.more_a_day = half_ahead(&plans[count - 1]);
        plans[count] = outlook(p, &start);
        if (kind == BREAK_NO_NEW && plans[0].waiting - plans[count].waiting < 0.5)
            continue;
        plans[count++].way = walk(p, &start, plans[0].way.a_day);
    }
    return count;
}
