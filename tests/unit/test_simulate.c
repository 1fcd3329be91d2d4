/*
 * The simulated learner, held against what is known in closed form: sums, limits, and the
 * recall that the dates were chosen for.
 */
#include "test.h"

#include "base/buf.h"
#include "fsrs/simulate.h"

#include <stdlib.h>

enum { CARDS = 400, YEAR = 365, SEED = 7 };

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct fsrs_habits habits = {
    .first = { 0.25, 0.05, 0.65, 0.05 },
    .remembered = { 0, 0.1, 0.85, 0.05 },
    .first_seconds = 12,
    .seconds = { 20, 14, 10, 6 },
};

/* All ratings, each often. */
static const struct fsrs_habits mixed = {
    .first = { 0.2, 0.3, 0.3, 0.2 },
    .remembered = { 0, 0.3, 0.4, 0.3 },
    .first_seconds = 1,
    .seconds = { 1, 1, 1, 1 },
};

static const struct fsrs_sim_limits no_limits = { -1, -1, 0, 0 };

static struct schedule schedule_with(size_t learning, size_t relearning)
{
    return (struct schedule){
        .weights = fsrs_default_weights,
        .learning_ms = { MINUTE_MS, 10 * MINUTE_MS },
        .learning_count = learning,
        .relearning_ms = { 10 * MINUTE_MS },
        .relearning_count = relearning,
        .longest_days = 36500,
    };
}

/* So many new cards. */
static struct simulation begin(
    double retention, const struct fsrs_habits *with, uint64_t seed)
{
    struct simulation s;
    struct fsrs_sim_card cards[CARDS] = { 0 };
    struct schedule schedule = schedule_with(2, 1);
    for (size_t i = 0; i < CARDS; i++)
        cards[i].retention = retention;
    simulation_init(&s, cards, CARDS, &schedule, with, seed);
    return s;
}

static struct fsrs_sim_day run(
    struct simulation *s, int days, struct fsrs_sim_limits limits)
{
    struct fsrs_sim_day sum = { 0 };
    for (int i = 0; i < days; i++)
        sum = fsrs_sim_sum(sum, simulation_run_day(s, limits));
    return sum;
}

static struct fsrs_sim_day year_at(double retention, uint64_t seed, double *known)
{
    struct simulation s = begin(retention, &habits, seed);
    struct fsrs_sim_day sum = run(&s, YEAR, (struct fsrs_sim_limits){ -1, 10, 0, 0 });
    *known = simulation_known(&s, YEAR);
    simulation_release(&s);
    return sum;
}

static void test_same_seed_same_numbers(void **state)
{
    (void)state;
    double known[3];
    struct fsrs_sim_day a = year_at(0.9, SEED, &known[0]);
    struct fsrs_sim_day b = year_at(0.9, SEED, &known[1]);
    struct fsrs_sim_day c = year_at(0.9, SEED + 1, &known[2]);
    assert_int_equal(a.answers, b.answers);
    assert_near(a.seconds, b.seconds, 0);
    assert_near(a.recall, b.recall, 0);
    assert_near(known[0], known[1], 0);
    assert_int_not_equal(a.answers, c.answers);
}

/* Who meets each card with Good has dates at which recall is the retention, but for fuzz. */
static void test_recall_at_review_is_the_retention(void **state)
{
    (void)state;
    static const double retentions[] = { 0.75, 0.8, 0.85, 0.9, 0.95 };
    struct fsrs_habits good = habits;
    good.first[FSRS_AGAIN - 1] = good.first[FSRS_HARD - 1] = good.first[FSRS_EASY - 1] =
        0;
    good.first[FSRS_GOOD - 1] = 1;
    for (size_t i = 0; i < COUNT(retentions); i++) {
        print_message("retention %.2f\n", retentions[i]);
        struct simulation s = begin(retentions[i], &good, SEED);
        struct fsrs_sim_day sum = run(&s, 3 * YEAR, no_limits);
        double mean = sum.recall / (double)sum.reviews;
        double right = (double)sum.right / (double)sum.reviews;
        assert_true(fabs(mean - retentions[i]) < 0.02);
        assert_true(
            fabs(right - mean) < 4 * sqrt(mean * (1 - mean) / (double)sum.reviews));
        simulation_release(&s);
    }
}

/* With ten seconds for every answer, time is ten times their number. */
static void test_sums(void **state)
{
    (void)state;
    struct fsrs_habits even = habits;
    even.first_seconds = 10;
    for (int i = 0; i < 4; i++)
        even.seconds[i] = 10;
    struct simulation s = begin(0.9, &even, SEED);
    struct fsrs_sim_day sum = run(&s, YEAR, no_limits);
    assert_int_equal(sum.fresh, CARDS);
    assert_int_equal(sum.left, 0);
    assert_near(sum.seconds, 10.0 * (double)sum.answers, 1e-12);
    assert_true(sum.answers >= sum.reviews + sum.fresh);
    assert_true(sum.right <= sum.reviews);
    simulation_release(&s);
}

/* Without steps, and with ratings that are certain, there is one answer a card. */
static void test_one_answer_each(void **state)
{
    (void)state;
    struct fsrs_habits easy = { .first = { 0, 0, 0, 1 },
        .remembered = { 0, 0, 0, 1 },
        .first_seconds = 3,
        .seconds = { 1, 1, 1, 1 } };
    struct fsrs_sim_card card = { .retention = 0.9 };
    struct schedule schedule = schedule_with(0, 0);
    struct simulation s;
    simulation_init(&s, &card, 1, &schedule, &easy, SEED);
    struct fsrs_sim_day day = simulation_run_day(&s, no_limits);
    assert_int_equal(day.answers, 1);
    assert_near(day.seconds, 3, 0);
    struct memory memory = fsrs_first(FSRS_EASY, fsrs_default_weights);
    assert_near(s.cards[0].memory.stability_days, memory.stability_days, 0);
    assert_in_range(s.due[0], 49, 59); // 53.9 days, and its fuzz
    assert_near(
        simulation_known(&s, 30), fsrs_recall(memory, 30, fsrs_default_weights), 0);
    simulation_release(&s);
}

static void test_limits(void **state)
{
    (void)state;
    struct simulation s = begin(0.95, &habits, SEED);
    bool was_left = false;
    size_t fresh = 0;
    for (int i = 0; i < 100; i++) {
        size_t due = simulation_due(&s, i);
        struct fsrs_sim_day day =
            simulation_run_day(&s, (struct fsrs_sim_limits){ 6, 5, 0, 0 });
        assert_int_equal(day.reviews, due < 6 ? due : 6);
        assert_int_equal(day.left, due - day.reviews);
        fresh += day.fresh;
        assert_int_equal(fresh, i < CARDS / 5 ? 5 * (size_t)(i + 1) : CARDS);
        was_left = was_left || day.left > 0;
    }
    assert_true(was_left);
    simulation_release(&s);
}

/* ---- the scheduler's dates -------------------------------------------------------------- */

static enum fsrs_rating rating_at(const double shares[4], double draw)
{
    int rating = FSRS_AGAIN;
    for (double sum = shares[0]; rating < FSRS_EASY && draw >= sum;)
        sum += shares[rating++];
    return (enum fsrs_rating)rating;
}

static enum fsrs_rating rate(const struct progress *progress, int64_t at_ms, double draw)
{
    if (progress->reviews == 0)
        return rating_at(mixed.first, draw);
    double recall = fsrs_recall(
        progress->memory, schedule_elapsed_days(progress, at_ms), fsrs_default_weights);
    return draw < recall ? rating_at(mixed.remembered, draw / recall) : FSRS_AGAIN;
}

/*
 * The same day as the scheduler has it, answer by answer with its plans, until the card is in
 * review; the fuzz is that of the simulation.
 */
static struct progress schedule_day(struct progress progress, int64_t at_ms,
    struct rng luck, const struct schedule *schedule)
{
    do {
        struct plan plans[4];
        enum fsrs_rating rating = rate(&progress, at_ms, rng_uniform(&luck));
        schedule_plan(&progress, at_ms, luck.state, schedule, plans);
        struct answer answer = { rating, at_ms, day_of(at_ms, 0), plans[rating - 1] };
        progress = schedule_fold(progress, &answer, schedule->weights);
        at_ms = progress.plan.due_ms;
    } while (progress.plan.phase != PHASE_REVIEW);
    return progress;
}

/* A card in review, last answered so many days ago; or with none, a new one. */
static struct progress waiting_card(int days, int64_t now_ms)
{
    struct progress progress = { .reviews = days > 0 };
    if (days == 0)
        return progress;
    progress.memory = fsrs_first(FSRS_GOOD, fsrs_default_weights);
    progress.memory = fsrs_next(progress.memory, 1, FSRS_GOOD, fsrs_default_weights);
    progress.plan = (struct plan){ .phase = PHASE_REVIEW, .interval_days = days };
    progress.last_ms = now_ms - days * (int64_t)DAY_MS;
    return progress;
}

static void compare_dates(int days, const struct schedule *schedule, uint64_t seed)
{
    const int64_t now_ms = 20000 * (int64_t)DAY_MS;
    struct progress progress = waiting_card(days, now_ms);
    struct fsrs_sim_card card = { progress.memory, -days, 0, days, schedule->retention,
        -days };
    struct simulation s;
    simulation_init(&s, &card, 1, schedule, &mixed, seed);
    progress = schedule_day(progress, now_ms, s.luck[0], schedule);
    simulation_run_day(&s, no_limits);
    assert_int_equal(s.cards[0].interval_days, progress.plan.interval_days);
    assert_near(s.cards[0].memory.stability_days, progress.memory.stability_days, 1e-9);
    simulation_release(&s);
}

/* Steps, fuzz and the order of the four ratings are those of real cards. */
static void test_dates_are_those_of_the_scheduler(void **state)
{
    (void)state;
    enum { LUCKS = 100, STEPS = 3 };
    static const double retentions[] = { 0.7, 0.9, 0.97, 0.99 };
    static const int days[] = { 0, 1, 2, 8, 60 };
    for (size_t i = 0; i < COUNT(days) * COUNT(retentions) * STEPS; i++) {
        size_t steps = i % STEPS;
        struct schedule schedule = schedule_with(steps, steps > 0);
        schedule.retention = retentions[i / STEPS % COUNT(retentions)];
        int waited = days[i / STEPS / COUNT(retentions)];
        print_message("%zu steps, retention %.2f, waited %d days\n", steps,
            schedule.retention, waited);
        for (uint64_t seed = 0; seed < LUCKS; seed++)
            compare_dates(waited, &schedule, seed);
    }
}

/* ---- days ------------------------------------------------------------------------------- */

/* Three cards of one memory: recall alone says which comes first, due or not. */
static void test_the_most_fragile_come_first(void **state)
{
    (void)state;
    struct memory memory = fsrs_first(FSRS_GOOD, fsrs_default_weights);
    struct fsrs_sim_card cards[] = {
        { memory, -3, -1, 3, 0.9, -3 },
        { memory, -9, 5, 14, 0.9, -9 },
        { memory, -6, 0, 6, 0.9, -6 },
    };
    static const struct {
        struct fsrs_sim_limits limits;
        bool asked[3];
    } cases[] = {
        { { 1, 0, 0, 0 }, { false, false, true } },
        { { 2, 0, 0, 0 }, { true, false, true } },
        { { -1, 0, 0, 0 }, { true, false, true } },
        { { 1, 0, 5, 0 }, { false, true, false } },
        { { 2, 0, 5, 0 }, { false, true, true } },
        { { 2, 0, 4, 0 }, { true, false, true } },
        { { 0, 0, 5, 0 }, { false, false, false } },
        { { -1, 0, 5, 4 }, { false, true, true } }, // not what was seen of late
        { { -1, 0, 5, 7 }, { false, true, false } },
        { { 1, 0, 4, 4 }, { false, false, true } },
    };
    struct schedule schedule = schedule_with(2, 1);
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct simulation s;
        print_message("%d reviews, %d days ahead, unseen for %d\n",
            cases[i].limits.reviews, cases[i].limits.ahead_days,
            cases[i].limits.seen_days);
        simulation_init(&s, cards, 3, &schedule, &habits, SEED);
        simulation_run_day(&s, cases[i].limits);
        for (size_t j = 0; j < 3; j++)
            assert_int_equal(s.cards[j].last_day >= 0, cases[i].asked[j]);
        simulation_release(&s);
    }
}

/* So many a day, and never one again: in the last days each card is asked once. */
static void test_each_card_once(void **state)
{
    (void)state;
    enum { DAYS = 7, A_DAY = (CARDS + DAYS - 1) / DAYS };
    struct simulation s = begin(0.9, &habits, SEED);
    size_t asked = 0;
    run(&s, 40, (struct fsrs_sim_limits){ -1, 20, 0, 0 });
    int first = s.day;
    for (int i = 1; i <= DAYS; i++)
        asked +=
            simulation_run_day(&s, (struct fsrs_sim_limits){ A_DAY, 0, 9999, i }).reviews;
    assert_int_equal(asked, CARDS);
    for (size_t i = 0; i < CARDS; i++)
        assert_true(s.cards[i].answer_day >= first);
    simulation_release(&s);
}

/* What is done about cards differs, the learner's luck does not. */
static void test_luck_is_common(void **state)
{
    (void)state;
    struct simulation low = begin(0.7, &habits, SEED), high = begin(0.97, &habits, SEED);
    struct fsrs_sim_day a = simulation_run_day(&low, no_limits);
    struct fsrs_sim_day b = simulation_run_day(&high, no_limits);
    assert_int_equal(a.answers, b.answers);
    assert_near(a.seconds, b.seconds, 0);
    simulation_release(&low);
    simulation_release(&high);
}

static void test_more_retention_costs_and_gives_more(void **state)
{
    (void)state;
    static const double retentions[] = { 0.7, 0.8, 0.9, 0.97 };
    double last_known = 0, last_seconds = 0;
    for (size_t i = 0; i < COUNT(retentions); i++) {
        double known;
        struct fsrs_sim_day sum = year_at(retentions[i], SEED, &known);
        assert_true(known > last_known && known < CARDS);
        assert_true(sum.seconds > last_seconds);
        last_known = known;
        last_seconds = sum.seconds;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_seed_same_numbers),
        cmocka_unit_test(test_recall_at_review_is_the_retention),
        cmocka_unit_test(test_sums),
        cmocka_unit_test(test_one_answer_each),
        cmocka_unit_test(test_dates_are_those_of_the_scheduler),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_the_most_fragile_come_first),
        cmocka_unit_test(test_each_card_once),
        cmocka_unit_test(test_luck_is_common),
        cmocka_unit_test(test_more_retention_costs_and_gives_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
