#include "session/reschedule.h"

#include "base/rng.h"

#include <stdlib.h>

enum { LEAST_LIMIT = 20, HORIZON = 2 * (int)FSRS_MAX_DAYS };

/* A card that might move, and where to. */
struct wish {
    size_t card;
    int from, to; // study days after today, > 0
};

struct rescheduling {
    const struct collection *collection;
    const struct memory *memories;
    const double *weights;
    struct day today;
    struct wish *wishes;
    size_t count;
    size_t *load; // cards due, by days after today, 0 .. HORIZON
};

void reschedule_release(struct reschedule *result)
{
    free(result->moves);
    *result = (struct reschedule){ 0 };
}

/* ---- wishes ------------------------------------------------------------------------------ */

static int days_ahead(const struct rescheduling *r, size_t card)
{
    int days = r->collection->progress[card].plan.due_day.number - r->today.number;
    return days < HORIZON ? days : HORIZON;
}

static bool may_move(const struct rescheduling *r, size_t card)
{
    const struct progress *progress = &r->collection->progress[card];
    return progress->plan.phase == PHASE_REVIEW && !progress->suspended &&
           progress->plan.interval_days > 0 && days_ahead(r, card) > 0;
}

/* The interval by the new weights, within half and twice the old one. */
static int days_by_model(const struct rescheduling *r, size_t card)
{
    const struct collection *c = r->collection;
    const struct progress *progress = &c->progress[card];
    struct schedule schedule = collection_schedule(c, card);
    struct rng rng = {
        schedule_seed(c->library->cards[card]->name, progress->reviews - 1),
    };
    schedule.weights = r->weights;
    int days = schedule_days(r->memories[card], 0, rng_uniform(&rng), &schedule);
    int old = progress->plan.interval_days;
    int least = (old + 1) / 2, most = 2 * old;
    return days < least ? least : days > most ? most : days;
}

/* A tenth of the interval is within what fuzz might have made of it. */
static bool is_worth_it(int from, int to, int interval_days)
{
    return from != to && 10 * abs(to - from) >= interval_days;
}

static void wish_for(struct rescheduling *r, size_t card)
{
    const struct progress *progress = &r->collection->progress[card];
    int from = days_ahead(r, card);
    int to = progress->last_day.number + days_by_model(r, card) - r->today.number;
    if (to < 1)
        to = 1;
    if (to > HORIZON)
        to = HORIZON;
    if (is_worth_it(from, to, progress->plan.interval_days))
        r->wishes[r->count++] = (struct wish){ card, from, to };
}

/* Those who want the nearest days first: they are the most fragile. */
static int compare_wishes(const void *left, const void *right)
{
    const struct wish *a = left, *b = right;
    if (a->to != b->to)
        return a->to < b->to ? -1 : 1;
    return (a->card > b->card) - (a->card < b->card);
}

static void gather_wishes(struct rescheduling *r, struct reschedule *result)
{
    for (size_t i = 0; i < r->collection->library->card_count; i++) {
        const struct progress *progress = &r->collection->progress[i];
        int ahead = days_ahead(r, i);
        if (progress->reviews == 0 || progress->suspended)
            continue;
        r->load[ahead > 0 ? ahead : 0]++;
        if (!may_move(r, i))
            continue;
        result->cards++;
        wish_for(r, i);
    }
    qsort(r->wishes, r->count, sizeof *r->wishes, compare_wishes);
}

/* ---- days -------------------------------------------------------------------------------- */

static size_t limit_of(const struct rescheduling *r)
{
    size_t sum = 0;
    for (int day = 1; day <= RESCHEDULE_DAYS; day++)
        sum += r->load[day];
    size_t limit = (3 * sum + 2 * RESCHEDULE_DAYS - 1) / (2 * RESCHEDULE_DAYS);
    size_t cap = (size_t)r->collection->settings->reviews_per_day;
    if (limit < LEAST_LIMIT)
        limit = LEAST_LIMIT;
    return limit < cap ? limit : cap;
}

/* The day nearest to the wished one, on the way back to the one it has, that has room. */
static int day_with_room(const struct rescheduling *r, struct wish wish, size_t limit)
{
    int day = wish.to, step = wish.from > wish.to ? 1 : -1;
    while (day != wish.from && r->load[day] >= limit)
        day += step;
    return day;
}

static struct plan plan_at(const struct rescheduling *r, size_t card, int ahead)
{
    const struct progress *progress = &r->collection->progress[card];
    struct plan plan = progress->plan;
    plan.due_day.number = r->today.number + ahead;
    plan.due_ms = day_start_ms(plan.due_day, r->collection->settings->day_start);
    plan.interval_days = plan.due_day.number - progress->last_day.number;
    return plan;
}

static void move_cards(struct rescheduling *r, struct reschedule *result)
{
    result->moves = mem_zeroed(r->count, sizeof *result->moves);
    for (size_t i = 0; i < r->count; i++) {
        struct wish wish = r->wishes[i];
        int day = day_with_room(r, wish, result->limit);
        if (day == wish.from)
            continue;
        r->load[wish.from]--;
        r->load[day]++;
        result->earlier += day < wish.from;
        result->later += day > wish.from;
        result->moves[result->count++] =
            (struct weights_move){ wish.card, plan_at(r, wish.card, day) };
    }
}

static void take_loads(const struct rescheduling *r, size_t loads[RESCHEDULE_DAYS])
{
    for (int day = 0; day < RESCHEDULE_DAYS; day++)
        loads[day] = r->load[day + 1];
}

void reschedule_plan(const struct collection *c, const struct memory *memories,
    const double *weights, struct day today, struct reschedule *result)
{
    struct rescheduling r = {
        .collection = c,
        .memories = memories,
        .weights = weights,
        .today = today,
        .wishes = mem_zeroed(c->library->card_count, sizeof *r.wishes),
        .load = mem_zeroed(HORIZON + 1, sizeof *r.load),
    };
    *result = (struct reschedule){ 0 };
    gather_wishes(&r, result);
    take_loads(&r, result->before);
    result->limit = limit_of(&r);
    move_cards(&r, result);
    take_loads(&r, result->after);
    free(r.wishes);
    free(r.load);
}
