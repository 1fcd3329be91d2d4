#include "session/plan.h"

#include "base/buf.h"
#include "fsrs/crew.h"

#include <math.h>
#include <stdlib.h>

/* Below so many cards, luck would show. */
enum { ENOUGH_CARDS = 2000, MOST_COPIES = 100 };

/* ---- what plans start from -------------------------------------------------------------- */

static struct fsrs_sim_card card_of(
    const struct collection *c, size_t card, int64_t now_ms, struct day today)
{
    const struct progress *progress = &c->progress[card];
    bool is_review = progress->plan.phase == PHASE_REVIEW;
    return (struct fsrs_sim_card){
        .memory = progress->memory,
        .last_day = -schedule_elapsed_days(progress, now_ms),
        .due_day = is_review ? progress->plan.due_day.number - today.number : 0,
        .interval_days = progress->plan.interval_days,
        .retention = c->deck_settings[c->queue_cards[card].deck].retention,
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
        .schedule = settings_schedule(c->settings, &common, c->weights),
        .habits = *habits,
        .seed = seed,
    };
    for (size_t i = 0; i < c->library->card_count; i++) {
        if (!selected[i] || c->progress[i].suspended)
            continue;
        struct fsrs_sim_card card = card_of(c, i, now_ms, today);
        p->fresh += memory_is_new(card.memory);
        p->waiting += !memory_is_new(card.memory) && card.due_day <= 0;
        p->cards[p->card_count++] = card;
    }
    add_copies(p);
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
    return (struct fsrs_sim_limits){ scaled(p, reviews), scaled(p, fresh), ahead_days };
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

static struct fsrs_sim_day run_days(
    struct simulation *s, int days, struct fsrs_sim_limits limits)
{
    struct fsrs_sim_day sum = { 0 };
    for (int i = 0; i < days; i++)
        sum = fsrs_sim_sum(sum, simulation_run_day(s, limits));
    return sum;
}

/* ---- retentions ------------------------------------------------------------------------- */

struct sweep {
    const struct planner *planner;
    struct plan_days *years;
};

static void run_year(void *context, size_t number)
{
    const struct sweep *sweep = context;
    const struct planner *p = sweep->planner;
    struct simulation s;
    planner_simulate(p, (PLAN_LOW + (double)number) / 100, &s);
    struct fsrs_sim_day sum =
        run_days(&s, PLAN_YEAR, planner_limits(p, -1, p->fresh_per_day, 0));
    sweep->years[number] =
        planner_mean(p, sum, PLAN_YEAR, simulation_known(&s, PLAN_YEAR));
    simulation_release(&s);
}

void planner_sweep(
    const struct planner *p, int threads, struct plan_days years[PLAN_SWEEP])
{
    struct sweep sweep = { p, years };
    struct fsrs_crew *crew = fsrs_crew_open(threads);
    fsrs_crew_run(crew, run_year, &sweep, PLAN_SWEEP);
    fsrs_crew_close(crew);
}

/* Where the curve of known cards over minutes stands highest above the line from end to end. */
int plan_sweet_spot(const struct plan_days *years, size_t count)
{
    const struct plan_days *first = &years[0], *last = &years[count - 1];
    double minutes = last->minutes - first->minutes, known = last->known - first->known;
    double most = 0;
    int best = PLAN_NONE;
    if (!(minutes > 0 && known > 0))
        return PLAN_NONE;
    for (size_t i = 0; i < count; i++) {
        double above = (years[i].known - first->known) / known -
                       (years[i].minutes - first->minutes) / minutes;
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
    struct fsrs_sim_limits limits =
        planner_limits(p, p->reviews_per_day, p->fresh_per_day, 0);
    planner_simulate(p, 0, &s);
    for (size_t i = 0; i < count; i++) {
        struct fsrs_sim_day sum = run_days(&s, WEEK, limits);
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
            simulation_run_day(&s, planner_limits(p, reviews, 0, EXAM_AHEAD))),
        .fresh = seconds_each(simulation_run_day(&s, planner_limits(p, 0, -1, 0))),
    };
    simulation_release(&s);
    return pace;
}

/* ---- an exam ---------------------------------------------------------------------------- */

static int exam_fresh(const struct planner *p, int days)
{
    int first = days * 3 / 4 > 1 ? days * 3 / 4 : 1;
    return (int)ceil((double)p->fresh / first);
}

/* What the day allows; in the last days everything is due. */
static struct fsrs_sim_limits exam_limits(
    const struct planner *p, const struct exam_plan *plan, int left_days)
{
    if (left_days > plan->revision_days)
        return planner_limits(p, -1, plan->fresh_per_day, 0);
    return planner_limits(p, plan->revision_reviews, plan->fresh_per_day, EXAM_AHEAD);
}

static void run_exam(const struct planner *p, int days, struct exam_plan *plan)
{
    struct fsrs_sim_day sum = { 0 };
    struct simulation s;
    planner_simulate(p, plan->retention, &s);
    for (int i = 0; i < days; i++) {
        struct fsrs_sim_day day = simulation_run_day(&s, exam_limits(p, plan, days - i));
        double minutes = planner_mean(p, day, 1, 0).minutes;
        if (i > 0 || days == 1)
            plan->peak_minutes = fmax(plan->peak_minutes, minutes);
        sum = fsrs_sim_sum(sum, day);
    }
    plan->days = planner_mean(p, sum, days, simulation_known(&s, days));
    simulation_release(&s);
}

static bool fits(const struct exam_plan *plan, double most_minutes)
{
    return most_minutes <= 0 || plan->days.minutes <= most_minutes;
}

/* From the learner's own retention up; all of them if the minutes are bounded. */
static int first_percent(const struct planner *p, double most_minutes)
{
    return most_minutes > 0 ? PLAN_LOW : (int)lround(p->schedule.retention * 100);
}

/* A plan at the first retention that is enough, else the best that fits; as `model`. */
static struct exam_plan try_retentions(
    const struct planner *p, int days, double most_minutes, const struct exam_plan *model)
{
    double wanted = EXAM_SHARE / 100.0 * (double)p->card_count;
    struct exam_plan best = { 0 };
    int first = first_percent(p, most_minutes);
    int last = first > PLAN_HIGH ? first : PLAN_HIGH;
    for (int percent = first; percent <= last && !best.enough; percent++) {
        struct exam_plan plan = *model;
        plan.retention = percent / 100.0;
        run_exam(p, days, &plan);
        bool is_better = fits(&plan, most_minutes) && plan.days.known > best.days.known;
        if (percent == first || is_better)
            best = plan;
        best.enough = fits(&best, most_minutes) && best.days.known >= wanted;
    }
    return best;
}

struct exam_plan planner_exam(const struct planner *p, int days, double most_minutes)
{
    enum { MOST_REVISION = 7 };
    int last = days / 4 < MOST_REVISION ? days / 4 + 1 : MOST_REVISION;
    struct exam_plan plain = { .fresh_per_day = exam_fresh(p, days) }, revised = plain;
    revised.revision_days = last;
    revised.revision_reviews = (int)ceil((double)p->card_count / last);
    struct exam_plan best = try_retentions(p, days, most_minutes, &plain);
    if (best.enough)
        return best;
    revised = try_retentions(p, days, most_minutes, &revised);
    bool is_better = fits(&revised, most_minutes) && revised.days.known > best.days.known;
    return is_better ? revised : best;
}
