#include "fsrs/simulate.h"

#include "base/buf.h"
#include "fsrs/kernel.h"

#include <stdlib.h>

/* Who does not get through the steps of a card after so many answers leaves it for the day. */
enum { MOST_STEPS = 20 };

void simulation_init(struct simulation *s, const struct fsrs_sim_card *cards,
    size_t count, const struct schedule *schedule, const struct fsrs_habits *habits,
    uint64_t seed)
{
    *s = (struct simulation){
        .cards = mem_zeroed(count, sizeof *s->cards),
        .luck = mem_zeroed(count, sizeof *s->luck),
        .due = mem_zeroed(count, sizeof *s->due),
        .chosen = mem_zeroed(count, sizeof *s->chosen),
        .count = count,
        .schedule = *schedule,
        .habits = *habits,
        .kernel = fsrs_rating_kernel(),
    };
    struct rng rng = { seed };
    uint64_t start =
        rng_next(&rng); // neighbouring seeds would only deal the same luck anew
    for (size_t i = 0; i < count; i++) {
        s->cards[i] = cards[i];
        s->luck[i].state = hash_bytes(start, &i, sizeof i);
        s->due[i] = memory_is_new(cards[i].memory) ? SIMULATE_NEVER : cards[i].due_day;
    }
}

void simulation_release(struct simulation *s)
{
    free(s->cards);
    free(s->luck);
    free(s->due);
    free(s->chosen);
    *s = (struct simulation){ 0 };
}

/* ---- an answer -------------------------------------------------------------------------- */

/* The rating in whose share of [0, 1) the draw lies. */
static enum fsrs_rating rating_at(const double chances[4], double draw)
{
    int rating = FSRS_AGAIN;
    while (rating < FSRS_EASY && draw >= chances[rating - 1])
        draw -= chances[rating++ - 1];
    return (enum fsrs_rating)rating;
}

/* One draw decides both whether it is right and how it is rated. */
static enum fsrs_rating answer(struct simulation *s, size_t card, double recall)
{
    double draw = rng_uniform(&s->luck[card]);
    return draw < recall ? rating_at(s->habits.remembered, draw / recall) : FSRS_AGAIN;
}

/* An answer, and what each rating would have made of the memory. */
struct turn {
    enum fsrs_rating rating;
    double recall; // before it; of a first answer 0
    struct memory after[4];
};

/* Of which the rating and the recall are known. */
static struct turn learn(struct simulation *s, size_t card, double elapsed_days,
    struct turn turn, double seconds, struct fsrs_sim_day *day)
{
    struct memory *memory = &s->cards[card].memory;
    s->kernel->rate(*memory, elapsed_days, s->schedule.weights, turn.after);
    *memory = turn.after[turn.rating - 1];
    day->answers++;
    day->seconds += seconds;
    return turn;
}

static struct turn ask(
    struct simulation *s, size_t card, double elapsed_days, struct fsrs_sim_day *day)
{
    double recall = fsrs_recall(s->cards[card].memory, elapsed_days, s->schedule.weights);
    struct turn turn = { .rating = answer(s, card, recall), .recall = recall };
    return learn(s, card, elapsed_days, turn, s->habits.seconds[turn.rating - 1], day);
}

/* Lives through the steps that the answer leads to, and gives the card its date. */
static void follow(struct simulation *s, size_t card, struct plan now, struct turn turn,
    struct fsrs_sim_day *day)
{
    struct fsrs_sim_card *own = &s->cards[card];
    struct plan next;
    int64_t delay_ms;
    for (int i = 0; i < MOST_STEPS; i++) {
        if (!schedule_step(&now, turn.rating, &s->schedule, &next, &delay_ms))
            break;
        now = next;
        turn = ask(s, card, (double)delay_ms / DAY_MS, day);
    }
    s->schedule.retention = own->retention;
    own->last_day = own->answer_day = s->day;
    own->interval_days = schedule_days(
        &now, turn.after, turn.rating, rng_uniform(&s->luck[card]), &s->schedule);
    s->due[card] = s->day + own->interval_days;
}

static void review(struct simulation *s, size_t card, struct fsrs_sim_day *day)
{
    const struct fsrs_sim_card *own = &s->cards[card];
    struct plan now = { .phase = PHASE_REVIEW, .interval_days = own->interval_days };
    struct turn turn = ask(s, card, s->day - own->last_day, day);
    day->reviews++;
    day->right += turn.rating != FSRS_AGAIN;
    day->recall += turn.recall;
    follow(s, card, now, turn, day);
}

static void meet(struct simulation *s, size_t card, struct fsrs_sim_day *day)
{
    struct plan now = { .phase = PHASE_NEW };
    struct turn turn = { .rating =
                             rating_at(s->habits.first, rng_uniform(&s->luck[card])) };
    day->fresh++;
    turn = learn(s, card, 0, turn, s->habits.first_seconds, day);
    follow(s, card, now, turn, day);
}

/* ---- a day ------------------------------------------------------------------------------ */

struct ranked {
    double recall;
    size_t card;
};

static int by_recall(const void *a, const void *b)
{
    const struct ranked *left = a, *right = b;
    if (left->recall != right->recall)
        return left->recall < right->recall ? -1 : 1;
    return left->card < right->card ? -1 : left->card > right->card;
}

/* Brings the most fragile of the chosen to the front. */
static void rank(struct simulation *s, size_t count)
{
    struct ranked *ranked = mem_alloc(count * sizeof *ranked);
    for (size_t i = 0; i < count; i++) {
        const struct fsrs_sim_card *card = &s->cards[s->chosen[i]];
        ranked[i].card = s->chosen[i];
        ranked[i].recall =
            fsrs_recall(card->memory, s->day - card->last_day, s->schedule.weights);
    }
    qsort(ranked, count, sizeof *ranked, by_recall);
    for (size_t i = 0; i < count; i++)
        s->chosen[i] = ranked[i].card;
    free(ranked);
}

/* Is it due by then, and not seen within the days in which that counts? */
static bool is_chosen(
    const struct simulation *s, size_t card, const struct fsrs_sim_limits *limits)
{
    return s->due[card] <= s->day + limits->ahead_days &&
           (limits->seen_days == 0 ||
               s->cards[card].answer_day <= s->day - limits->seen_days);
}

static size_t choose(struct simulation *s, const struct fsrs_sim_limits *limits)
{
    size_t count = 0;
    for (size_t i = 0; i < s->count; i++)
        if (is_chosen(s, i, limits))
            s->chosen[count++] = i;
    return count;
}

static size_t least(size_t count, int limit)
{
    return limit >= 0 && (size_t)limit < count ? (size_t)limit : count;
}

static void run_reviews(
    struct simulation *s, struct fsrs_sim_limits limits, struct fsrs_sim_day *day)
{
    size_t count = choose(s, &limits);
    size_t taken = least(count, limits.reviews);
    if (taken < count && taken > 0)
        rank(s, count);
    for (size_t i = 0; i < taken; i++)
        review(s, s->chosen[i], day);
}

static void run_fresh(
    struct simulation *s, struct fsrs_sim_limits limits, struct fsrs_sim_day *day)
{
    while (s->met < s->count && (limits.fresh < 0 || day->fresh < (size_t)limits.fresh)) {
        if (s->due[s->met] == SIMULATE_NEVER)
            meet(s, s->met, day);
        s->met++;
    }
}

struct fsrs_sim_day simulation_run_day(
    struct simulation *s, struct fsrs_sim_limits limits)
{
    struct fsrs_sim_day day = { 0 };
    run_reviews(s, limits, &day);
    run_fresh(s, limits, &day);
    day.left = simulation_due(s, s->day);
    s->day++;
    return day;
}

struct fsrs_sim_day fsrs_sim_sum(struct fsrs_sim_day a, struct fsrs_sim_day b)
{
    return (struct fsrs_sim_day){
        .reviews = a.reviews + b.reviews,
        .right = a.right + b.right,
        .fresh = a.fresh + b.fresh,
        .answers = a.answers + b.answers,
        .seconds = a.seconds + b.seconds,
        .recall = a.recall + b.recall,
        .left = b.left,
    };
}

/* ---- what it came to -------------------------------------------------------------------- */

double simulation_known(const struct simulation *s, int day)
{
    double known = 0;
    for (size_t i = 0; i < s->count; i++) {
        const struct fsrs_sim_card *card = &s->cards[i];
        if (s->due[i] != SIMULATE_NEVER)
            known += fsrs_recall(card->memory, day - card->last_day, s->schedule.weights);
    }
    return known;
}

size_t simulation_due(const struct simulation *s, int day)
{
    size_t count = 0;
    for (size_t i = 0; i < s->count; i++)
        count += s->due[i] <= day;
    return count;
}
