#include "session/plan.h"

#include "base/buf.h"
#include "fsrs/crew.h"
#include "queue/backlog.h"

#include <math.h>
#include <stdlib.h>

/* Below so many cards, luck would show. */
enum { ENOUGH_CARDS = 2000, MOST_COPIES = 100 };

/* ---- what plans start from -------------------------------------------------------------- */

/* Who is at its steps, or rests today, comes back tomorrow. */
static int due_day(const struct progress *progress, struct day today)
{
    int ahead = progress->plan.due_day.number - today.number;
    bool waits = progress->plan.phase == PHASE_REVIEW && !progress_rests(progress, today);
    return waits || ahead > 1 ? ahead : 1;
}

static struct fsrs_sim_card card_of(
    const struct collection *c, size_t card, int64_t now_ms, struct day today)
{
    const struct progress *progress = &c->progress[card];
    return (struct fsrs_sim_card){
        .memory = progress->memory,
        .last_day = -schedule_elapsed_days(progress, now_ms),
        .due_day = due_day(progress, today),
        .interval_days = progress->plan.interval_days,
        .retention = c->deck_settings[c->queue_cards[card].deck].retention,
        .answer_day = progress->last_day.number - today.number,
    };
}

/* The common cap on new cards, or less if each deck that has any allows no more. */
static int fresh_cap(const struct collection *c, const bool *selected)
{
    int common = c->settings->new_per_day, sum = 0;
    uint32_t last = UINT32_MAX; // the cards of a deck stand together
    for (size_t i = 0; i < c->library->card_count; i++) {
        uint32_t deck = c->queue_cards[i].deck;
        if (!selected[i] || deck == last || c->progress[i].plan.phase != PHASE_NEW)
            continue;
        if (c->deck_caps[deck].fresh < 0)
            return common;
        sum += c->deck_caps[deck].fresh;
        last = deck;
    }
    return last != UINT32_MAX && sum < common ? sum : common;
}

static void count_card(
    struct planner *p, const struct collection *c, size_t number, struct day today)
{
    const struct fsrs_sim_card *card = &p->cards[p->card_count - 1];
    struct queue_counts counts = queue_count(&c->queue_cards[number], 1, today);
    p->fresh += memory_is_new(card->memory);
    p->waiting += counts.due;
    p->at_steps += counts.learning;
    p->low_retention =
        p->card_count == 1 ? card->retention : fmin(p->low_retention, card->retention);
    p->high_retention = fmax(p->high_retention, card->retention);
}

/* Puts as many copies behind the cards as it takes to have enough. */
static void add_copies(struct planner *p)
{
    size_t wanted = p->card_count > 0 ? ENOUGH_CARDS / p->card_count + 1 : 1;
    p->copies = wanted < MOST_COPIES ? wanted : MOST_COPIES;
    p->cards = mem_realloc(p->cards, (p->copies * p->card_count + 1) * sizeof *p->cards);
    for (size_t i = p->card_count; i < p->copies * p->card_count; i++)
        p->cards[i] = p->cards[i - p->card_count];
}

void planner_init(struct planner *p, const struct collection *c, const bool *selected,
    const struct fsrs_habits *habits, int64_t now_ms, uint64_t seed)
{
    struct day today = day_of(now_ms, c->settings->day_start);
    struct deck_settings common = { c->settings->retention, -1, -1 };
    *p = (struct planner){
        .cards = mem_zeroed(c->library->card_count, sizeof *p->cards),
        .fresh_per_day = fresh_cap(c, selected),
        .reviews_per_day = c->settings->reviews_per_day,
        .backlog_per_day = c->settings->backlog_per_day,
        .schedule = settings_schedule(c->settings, &common, c->weights),
        .habits = *habits,
        .seed = seed,
    };
    for (size_t i = 0; i < c->library->card_count; i++) {
        if (!selected[i] || c->progress[i].suspended)
            continue;
        p->cards[p->card_count++] = card_of(c, i, now_ms, today);
        count_card(p, c, i, today);
    }
    add_copies(p);
}

void planner_narrow(struct planner *near, const struct planner *p, int days)
{
    *near = *p;
    near->cards = mem_zeroed(p->card_count, sizeof *near->cards);
    near->card_count = near->fresh = 0;
    for (size_t i = 0; i < p->card_count; i++)
        if (!memory_is_new(p->cards[i].memory) && p->cards[i].due_day <= days)
            near->cards[near->card_count++] = p->cards[i];
    add_copies(near);
}

void planner_release(struct planner *p)
{
    free(p->cards);
    *p = (struct planner){ 0 };
}

void planner_simulate(
    const struct planner *p, double retention, struct simulation *simulation)
{
    simulation_init(simulation, p->cards, p->copies * p->card_count, &p->schedule,
        &p->habits, p->seed);
    for (size_t i = 0; retention > 0 && i < simulation->count; i++)
        simulation->cards[i].retention = retention;
}

static int scaled(const struct planner *p, int limit)
{
    double all = (double)limit * (double)p->copies;
    return limit < 0 ? -1 : (int)fmin(all, INT32_MAX);
}

struct fsrs_sim_limits planner_limits(
    const struct planner *p, int reviews, int fresh, int ahead_days)
{
    return (struct fsrs_sim_limits){
        .reviews = scaled(p, reviews),
        .fresh = scaled(p, fresh),
        .ahead_days = ahead_days,
    };
}

struct fsrs_sim_limits planner_caps(
    const struct planner *p, const struct simulation *s, int *agreed)
{
    struct queue_caps caps = { p->fresh_per_day, p->reviews_per_day };
    size_t backlog = simulation_due(s, s->day) / p->copies;
    if (backlog <= (size_t)*agreed)
        *agreed = 0;
    caps = backlog_caps(caps, backlog, *agreed);
    return planner_limits(p, caps.reviews, caps.fresh, 0);
}

struct plan_days planner_mean(
    const struct planner *p, struct fsrs_sim_day sum, int days, double known)
{
    double all = (double)p->copies * days;
    return (struct plan_days){
        .minutes = sum.seconds / 60 / all,
        .reviews = (double)sum.reviews / all,
        .answers = (double)sum.answers / all,
        .fresh = (double)sum.fresh / all,
        .known = known / (double)p->copies,
    };
}

/* ---- retentions ------------------------------------------------------------------------- */

struct sweep {
    const struct planner *planner;
    struct plan_days *years;
};

/* Cards that were learnt together fall due together: one morning would show that as well. */
struct plan_days planner_year(const struct planner *p, double retention)
{
    struct fsrs_sim_limits limits = planner_limits(p, -1, p->fresh_per_day, 0);
    struct fsrs_sim_day sum = { 0 };
    struct simulation s;
    double known = 0;
    planner_simulate(p, retention, &s);
    while (s.day < PLAN_YEAR) {
        sum = fsrs_sim_sum(sum, simulation_run_day(&s, limits));
        if (s.day > PLAN_YEAR - PLAN_KNOWN)
            known += simulation_known(&s, s.day) / PLAN_KNOWN;
    }
    simulation_release(&s);
    return planner_mean(p, sum, PLAN_YEAR, known);
}

static void run_year(void *context, size_t number)
{
    const struct sweep *sweep = context;
    sweep->years[number] =
        planner_year(sweep->planner, (PLAN_LOW + (double)number) / 100);
}

void planner_sweep(
    const struct planner *p, int threads, struct plan_days years[PLAN_SWEEP])
{
    struct sweep sweep = { p, years };
    struct fsrs_crew *crew = fsrs_crew_open(threads);
    fsrs_crew_run(crew, run_year, &sweep, PLAN_SWEEP);
    fsrs_crew_close(crew);
}

/* The mean of the places around one, as many on each side; `span` at most. */
static struct plan_days around(
    const struct plan_days *years, size_t count, size_t place, size_t span)
{
    size_t side = place < count - 1 - place ? place : count - 1 - place;
    struct plan_days mean = { 0 };
    side = side < span ? side : span;
    for (size_t i = place - side; i <= place + side; i++) {
        mean.minutes += years[i].minutes / (double)(2 * side + 1);
        mean.known += years[i].known / (double)(2 * side + 1);
    }
    return mean;
}

/*
 * Where the curve of known cards over minutes stands highest above the line from end to end.
 * First intervals are whole days, so that they jump between two retentions, and the curve with
 * them; hence the means.
 */
int plan_sweet_spot(const struct plan_days *years, size_t count)
{
    const struct plan_days *first = &years[0], *last = &years[count - 1];
    double minutes = last->minutes - first->minutes, known = last->known - first->known;
    double most = 0;
    int best = PLAN_NONE;
    if (!(minutes > 0 && known > 0))
        return PLAN_NONE;
    for (size_t i = 0; i < count; i++) {
        struct plan_days year = around(years, count, i, count / PLAN_SMOOTH);
        double above = (year.known - first->known) / known -
                       (year.minutes - first->minutes) / minutes;
        if (above > most) {
            most = above;
            best = (int)i;
        }
    }
    return best;
}

void planner_weeks(const struct planner *p, size_t count, struct plan_days *weeks)
{
    enum { WEEK = 7 };
    struct simulation s;
    int agreed = p->backlog_per_day;
    planner_simulate(p, 0, &s);
    for (size_t i = 0; i < count; i++) {
        struct fsrs_sim_day sum = { 0 };
        for (int day = 0; day < WEEK; day++)
            sum = fsrs_sim_sum(sum, simulation_run_day(&s, planner_caps(p, &s, &agreed)));
        weeks[i] = planner_mean(p, sum, WEEK, simulation_known(&s, s.day));
    }
    simulation_release(&s);
}

static double seconds_each(struct fsrs_sim_day day)
{
    size_t cards = day.reviews + day.fresh;
    return cards > 0 ? day.seconds / (double)cards : 0;
}

struct plan_pace planner_pace(const struct planner *p, int reviews)
{
    struct simulation s;
    planner_simulate(p, 0, &s);
    struct plan_pace pace = {
        .review = seconds_each(
            simulation_run_day(&s, planner_limits(p, reviews, 0, PLAN_AHEAD))),
        .fresh = seconds_each(simulation_run_day(&s, planner_limits(p, 0, -1, 0))),
    };
    simulation_release(&s);
    return pace;
}
