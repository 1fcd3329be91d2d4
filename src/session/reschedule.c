#include "session/reschedule.h"

#include <stdlib.h>

enum { LEAST_LIMIT = 20, HORIZON = 2 * (int)FSRS_MAX_DAYS };

/* What the answers to a card have made of it by the new weights: memory, count and plan. */
struct trail {
    struct progress before, now;   // the last answer
    const struct past_entry *last; // NULL: there is none since it was new
};

/* A card that might move, and where to, in study days after today. */
struct wish {
    size_t card;
    int from, to; // > 0
    int at;       // where it is so far
};

struct rescheduling {
    const struct collection *collection;
    const double *weights;
    struct day today;
    struct trail *trails; // by card, also of names without one
    struct wish *wishes;
    size_t count;
    size_t *load; // cards due, by days after today, 0 .. HORIZON
    size_t soon;  // of those on the next days, by the dates that their answers brought
};

void reschedule_release(struct reschedule *result)
{
    free(result->moves);
    *result = (struct reschedule){ 0 };
}

/* ---- answers ----------------------------------------------------------------------------- */

static bool sets_plan(const struct trail *trail, const struct past_entry *entry)
{
    return entry->kind == EVENT_REVIEW ||
           (entry->kind == EVENT_MOVE && trail->now.plan.phase == PHASE_REVIEW);
}

static void follow(
    struct trail *trail, const struct past_entry *entry, const double *weights)
{
    if (entry->kind == EVENT_RESET)
        trail->last = NULL;
    if (entry->kind == EVENT_REVIEW) {
        trail->before = trail->now;
        trail->last = entry;
    }
    past_remember(entry, weights, &trail->now);
    if (sets_plan(trail, entry))
        trail->now.plan = (struct plan){
            .phase = (enum phase)entry->phase,
            .step = entry->step,
            .due_day = entry->due_day,
            .interval_days = entry->interval_days,
        };
}

static struct trail *follow_all(const struct past *past, const double *weights)
{
    struct trail *trails = mem_zeroed(past->card_count, sizeof *trails);
    for (size_t i = 0; i < past->count; i++)
        follow(&trails[past->entries[i].card], &past->entries[i], weights);
    return trails;
}

/* ---- wishes ------------------------------------------------------------------------------ */

static int clamp_ahead(int days)
{
    return days < 0 ? 0 : days > HORIZON ? HORIZON : days;
}

static int days_ahead(const struct rescheduling *r, struct day day)
{
    return clamp_ahead(day.number - r->today.number);
}

static bool may_move(const struct rescheduling *r, size_t card)
{
    const struct progress *progress = &r->collection->progress[card];
    const struct past_entry *last = r->trails[card].last;
    return progress->plan.phase == PHASE_REVIEW && !progress->suspended && last != NULL &&
           last->interval_days > 0 && days_ahead(r, progress->plan.due_day) > 0;
}

/* The plan that the last answer would get; one without days where steps came meanwhile. */
static struct plan plan_anew(const struct rescheduling *r, size_t card)
{
    const struct collection *c = r->collection;
    const struct trail *trail = &r->trails[card];
    struct schedule schedule = collection_schedule(c, card);
    uint64_t seed = schedule_seed(c->library->cards[card]->name, trail->before.reviews);
    struct plan plans[4];
    schedule.weights = r->weights;
    schedule_plan(&trail->before, trail->last->at_ms, seed, &schedule, plans);
    return plans[trail->last->rating - FSRS_AGAIN];
}

/* Its interval, within half and twice the one that it got. */
static int days_anew(const struct rescheduling *r, size_t card)
{
    struct plan plan = plan_anew(r, card);
    int old = r->trails[card].last->interval_days;
    int least = (old + 1) / 2, most = 2 * old;
    int days = plan.phase == PHASE_REVIEW ? plan.interval_days : old;
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
    int from = days_ahead(r, progress->plan.due_day);
    int to =
        clamp_ahead(progress->last_day.number + days_anew(r, card) - r->today.number);
    if (to < 1)
        to = 1;
    if (is_worth_it(from, to, progress->plan.interval_days))
        r->wishes[r->count++] = (struct wish){ card, from, to, from };
}

/* Those who want the nearest days first: they are the most fragile. */
static int compare_wishes(const void *left, const void *right)
{
    const struct wish *a = left, *b = right;
    if (a->to != b->to)
        return a->to < b->to ? -1 : 1;
    return (a->card > b->card) - (a->card < b->card);
}

static void count_soon(struct rescheduling *r, int ahead)
{
    r->soon += ahead >= 1 && ahead <= RESCHEDULE_DAYS;
}

static void take_card(struct rescheduling *r, size_t card, struct reschedule *result)
{
    const struct progress *progress = &r->collection->progress[card];
    int ahead = days_ahead(r, progress->plan.due_day);
    if (progress->reviews == 0 || progress->suspended)
        return;
    r->load[ahead]++;
    if (!may_move(r, card)) {
        count_soon(r, ahead);
        return;
    }
    count_soon(r, days_ahead(r, r->trails[card].last->due_day));
    result->cards++;
    wish_for(r, card);
}

static void gather_wishes(struct rescheduling *r, struct reschedule *result)
{
    for (size_t i = 0; i < r->collection->library->card_count; i++)
        take_card(r, i, result);
    qsort(r->wishes, r->count, sizeof *r->wishes, compare_wishes);
}

/* ---- days -------------------------------------------------------------------------------- */

/* The same before and after moves: these do not change what answers brought. */
static size_t limit_of(const struct rescheduling *r)
{
    size_t limit = (3 * r->soon + 2 * RESCHEDULE_DAYS - 1) / (2 * RESCHEDULE_DAYS);
    int cap = r->collection->settings->reviews_per_day; // 0: none
    if (limit < LEAST_LIMIT)
        limit = LEAST_LIMIT;
    return cap > 0 && (size_t)cap < limit ? (size_t)cap : limit;
}

/* The day nearest to the wished one, on the way back to the one it is on, that has room. */
static int day_with_room(const struct rescheduling *r, struct wish wish, size_t limit)
{
    int day = wish.to, step = wish.at > wish.to ? 1 : -1;
    while (day != wish.at && r->load[day] >= limit)
        day += step;
    return day;
}

/* Lets each card go as near to its day as there is room now; false if none could. */
static bool go_nearer(struct rescheduling *r, size_t limit)
{
    bool any = false;
    for (size_t i = 0; i < r->count; i++) {
        struct wish *wish = &r->wishes[i];
        int day = day_with_room(r, *wish, limit);
        any = any || day != wish->at;
        r->load[wish->at]--;
        r->load[day]++;
        wish->at = day;
    }
    return any;
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
    while (go_nearer(r, result->limit)) // who leaves a day makes room for others
        ;
    for (size_t i = 0; i < r->count; i++) {
        struct wish wish = r->wishes[i];
        if (wish.at == wish.from)
            continue;
        result->earlier += wish.at < wish.from;
        result->later += wish.at > wish.from;
        result->moves[result->count++] =
            (struct weights_move){ wish.card, plan_at(r, wish.card, wish.at) };
    }
}

static void take_loads(const struct rescheduling *r, size_t loads[RESCHEDULE_DAYS])
{
    for (int day = 0; day < RESCHEDULE_DAYS; day++)
        loads[day] = r->load[day + 1];
}

void reschedule_plan(const struct collection *c, const struct past *past,
    const double *weights, struct day today, struct reschedule *result)
{
    struct rescheduling r = {
        .collection = c,
        .weights = weights,
        .today = today,
        .trails = follow_all(past, weights),
        .wishes = mem_zeroed(c->library->card_count, sizeof *r.wishes),
        .load = mem_zeroed(HORIZON + 1, sizeof *r.load),
    };
    *result = (struct reschedule){ 0 };
    gather_wishes(&r, result);
    take_loads(&r, result->before);
    result->limit = limit_of(&r);
    move_cards(&r, result);
    take_loads(&r, result->after);
    free(r.trails);
    free(r.wishes);
    free(r.load);
}
