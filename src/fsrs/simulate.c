#include "fsrs/simulate.h"

#include "base/buf.h"

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

static void learn(struct simulation *s, size_t card, double elapsed_days,
    enum fsrs_rating rating, double seconds, struct fsrs_sim_day *day)
{
    struct memory *memory = &s->cards[card].memory;
    *memory = fsrs_next(*memory, elapsed_days, rating, s->schedule.weights);
    day->answers++;
    day->seconds += seconds;
}

/* Where a rating leads among so many steps: to the first, the same, the next, or past all. */
static size_t step_after(size_t step, enum fsrs_rating rating, size_t count)
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
    return count;
}

static void pass_steps(struct simulation *s, size_t card, const int64_t *delays_ms,
    size_t count, size_t step, struct fsrs_sim_day *day)
{
    for (int i = 0; i < MOST_STEPS && step < count; i++) {
        double elapsed = (double)delays_ms[step] / DAY_MS;
        double recall = fsrs_recall(s->cards[card].memory, elapsed, s->schedule.weights);
        enum fsrs_rating rating = answer(s, card, recall);
        learn(s, card, elapsed, rating, s->habits.seconds[rating - 1], day);
        step = step_after(step, rating, count);
    }
}

/* It has been answered, and its steps are done. */
static void give_date(struct simulation *s, size_t card, int previous_days)
{
    struct fsrs_sim_card *own = &s->cards[card];
    s->schedule.retention = own->retention;
    own->last_day = own->answer_day = s->day;
    own->interval_days = schedule_days(
        own->memory, previous_days, rng_uniform(&s->luck[card]), &s->schedule);
    s->due[card] = s->day + own->interval_days;
}

static void review(struct simulation *s, size_t card, struct fsrs_sim_day *day)
{
    struct fsrs_sim_card *own = &s->cards[card];
    double elapsed = s->day - own->last_day;
    double recall = fsrs_recall(own->memory, elapsed, s->schedule.weights);
    enum fsrs_rating rating = answer(s, card, recall);
    learn(s, card, elapsed, rating, s->habits.seconds[rating - 1], day);
    day->reviews++;
    day->right += rating != FSRS_AGAIN;
    day->recall += recall;
    if (rating == FSRS_AGAIN)
        pass_steps(
            s, card, s->schedule.relearning_ms, s->schedule.relearning_count, 0, day);
    give_date(s, card, rating == FSRS_AGAIN ? 0 : own->interval_days);
}

static void meet(struct simulation *s, size_t card, struct fsrs_sim_day *day)
{
    enum fsrs_rating rating = rating_at(s->habits.first, rng_uniform(&s->luck[card]));
    size_t count = s->schedule.learning_count;
    learn(s, card, 0, rating, s->habits.first_seconds, day);
    day->fresh++;
    pass_steps(
        s, card, s->schedule.learning_ms, count, step_after(0, rating, count), day);
    give_date(s, card, 0);
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
