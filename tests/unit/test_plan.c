/*
 * Plans: habits from a real history, sweeps, and the weeks to come.
 */
#include "planned.h"

#include "session/habits.h"
#include "session/record.h"

#include <stdlib.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- habits ------------------------------------------------------------------------------- */

static struct fsrs_habits read_habits(struct learner *l, size_t *timed)
{
    struct err err = { 0 };
    struct past past;
    bool *all = planned_all(l);
    if (!past_read(&past, &l->collection, all, true, &err))
        fail_msg("%s", err.message);
    struct fsrs_habits habits = habits_of(&past, l->collection.progress, timed);
    past_release(&past);
    free(all);
    return habits;
}

static double sum_of(const double shares[4])
{
    return shares[0] + shares[1] + shares[2] + shares[3];
}

static void test_habits_begin_as_a_guess(void **state)
{
    (void)state;
    struct learner l;
    size_t timed;
    planned_begin(&l, 1);
    struct fsrs_habits habits = read_habits(&l, &timed);
    assert_int_equal(timed, 0);
    assert_near(sum_of(habits.first), 1, 1e-12);
    assert_near(sum_of(habits.remembered), 1, 1e-12);
    for (int i = 0; i < 4; i++)
        assert_near(habits.seconds[i], habits_default.seconds[i] + 3, 1e-12);
    planned_end(&l);
}

/*
 * Twenty first answers, Good after 6 s each, 4 s after the verdict before: with the guess, which
 * weighs twenty too, half of each.  What took no time says nothing of times.
 */
static void test_habits_follow_the_answers(void **state)
{
    (void)state;
    struct learner l;
    size_t timed;
    int64_t at_ms = learner_time(planned_beginning);
    planned_begin(&l, 22);
    for (size_t i = 0; i < 20; i++)
        planned_rate(&l, i, at_ms += 10 * SECOND_MS, FSRS_GOOD, 6000);
    planned_rate(&l, 20, at_ms += HOUR_MS, FSRS_GOOD, 0);
    planned_rate(&l, 21, at_ms += 10 * SECOND_MS, FSRS_AGAIN, 150);
    struct fsrs_habits habits = read_habits(&l, &timed);
    assert_int_equal(timed, 20);
    assert_near(habits.first[FSRS_GOOD - 1], (21 + 20 * 0.65) / 42, 1e-12);
    assert_near(habits.first[FSRS_AGAIN - 1], (1 + 20 * 0.25) / 42, 1e-12);
    double pause = (19 * 4.0 + 20 * 3.0) / 39;
    assert_near(habits.first_seconds, (20 * 6.0 + 20 * 12.0) / 40 + pause, 1e-12);
    assert_near(habits.seconds[FSRS_GOOD - 1], 10 + pause, 1e-12);
    planned_end(&l);
}

/* Two minutes between two answers are part of a session, more are none. */
static void test_habits_know_when_a_session_ended(void **state)
{
    (void)state;
    static const struct {
        int64_t pause_ms;
        double first_seconds;
    } cases[] = {
        { 2 * MINUTE_MS, (2 * 6.0 + 20 * 12.0) / 22 + (120 + 20 * 3.0) / 21 },
        { 2 * MINUTE_MS + 1, (2 * 6.0 + 20 * 12.0) / 22 + 3 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct learner l;
        size_t timed;
        int64_t at_ms = learner_time(planned_beginning);
        planned_begin(&l, 2);
        planned_rate(&l, 0, at_ms, FSRS_GOOD, 6000);
        planned_rate(&l, 1, at_ms + cases[i].pause_ms + 6000, FSRS_GOOD, 6000);
        struct fsrs_habits habits = read_habits(&l, &timed);
        assert_near(habits.first_seconds, cases[i].first_seconds, 1e-12);
        planned_end(&l);
    }
}

/* Of the latest answers alone it is still known which was a card's first. */
static void test_habits_of_the_latest_answers(void **state)
{
    (void)state;
    struct learner l;
    struct err err = { 0 };
    struct past past;
    size_t timed;
    int64_t at_ms = learner_time(planned_beginning);
    planned_begin(&l, 3);
    planned_rate(&l, 0, at_ms, FSRS_GOOD, 6000);
    planned_rate(&l, 0, at_ms += HOUR_MS, FSRS_EASY, 6000);
    planned_rate(&l, 1, at_ms += HOUR_MS, FSRS_HARD, 6000);
    bool *all = planned_all(&l);
    assert_true(past_read_latest(&past, &l.collection, all, 2, &err));
    struct fsrs_habits habits = habits_of(&past, l.collection.progress, &timed);
    assert_int_equal(timed, 2);
    assert_near(habits.first[FSRS_HARD - 1], (1 + 20 * 0.05) / 21, 1e-12);
    assert_near(habits.remembered[FSRS_EASY - 1], (1 + 20 * 0.05) / 21, 1e-12);
    past_release(&past);
    free(all);
    planned_end(&l);
}

/* ---- the sweet spot ----------------------------------------------------------------------- */

static const struct {
    const char *what;
    double minutes[5], known[5];
    int spot;
} spots[] = {
    { "gain that flattens", { 1, 2, 3, 4, 5 }, { 0, 60, 90, 97, 100 }, 2 },
    { "steep to the end", { 1, 2, 3, 4, 5 }, { 0, 10, 30, 60, 100 }, PLAN_NONE },
    { "a line", { 1, 2, 3, 4, 5 }, { 0, 25, 50, 75, 100 }, PLAN_NONE },
    { "more time, no more cards", { 1, 2, 3, 4, 5 }, { 9, 9, 9, 9, 9 }, PLAN_NONE },
    { "less for more", { 5, 4, 3, 2, 1 }, { 1, 2, 3, 4, 5 }, PLAN_NONE },
    { "a bend early on", { 1, 1.1, 3, 6, 10 }, { 0, 80, 90, 95, 100 }, 1 },
};

static void test_sweet_spot(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(spots); i++) {
        struct plan_days years[5] = { 0 };
        print_message("%s\n", spots[i].what);
        for (int j = 0; j < 5; j++) {
            years[j].minutes = spots[i].minutes[j];
            years[j].known = spots[i].known[j];
        }
        assert_int_equal(plan_sweet_spot(years, 5), spots[i].spot);
    }
}

/* It is the same on each of some days, though each has luck of its own. */
static void test_sweet_spot_needs_no_luck(void **state)
{
    (void)state;
    struct learner l;
    struct plan_days years[PLAN_SWEEP];
    planned_begin(&l, 80);
    struct planner p = planned_at(&l, learner_time(planned_beginning));
    for (p.seed = 1; p.seed <= 4; p.seed++) {
        planner_sweep(&p, 2, years);
        int spot = PLAN_LOW + plan_sweet_spot(years, PLAN_SWEEP);
        print_message("seed %d, the spot at %d\n", (int)p.seed, spot);
        assert_true(spot >= 86 && spot <= 88);
    }
    planner_release(&p);
    planned_end(&l);
}

/* ---- a year, and the weeks ---------------------------------------------------------------- */

static void test_sweep_needs_no_certain_number_of_threads(void **state)
{
    (void)state;
    struct learner l;
    struct plan_days one[PLAN_SWEEP], three[PLAN_SWEEP];
    planned_begin(&l, 30);
    struct planner p = planned_at(&l, learner_time(planned_beginning));
    planner_sweep(&p, 1, one);
    planner_sweep(&p, 3, three);
    assert_memory_equal(one, three, sizeof one);
    for (int i = 0; i < PLAN_SWEEP; i++) {
        assert_near(one[i].fresh * PLAN_YEAR, 30, 1e-9);
        assert_true(one[i].known > 15 && one[i].known < 30);
    }
    struct plan_days own = planner_year(&p, 0.905);
    assert_true(own.minutes >= one[90 - PLAN_LOW].minutes);
    assert_true(own.minutes <= one[91 - PLAN_LOW].minutes);
    assert_true(one[PLAN_SWEEP - 1].minutes > 2 * one[0].minutes);
    planner_release(&p);
    planned_end(&l);
}

/* With 0, a year is lived as the settings have it, between those of the lowest and the highest. */
static void test_a_year_with_different_retentions(void **state)
{
    (void)state;
    struct learner l;
    planned_begin(&l, 30);
    struct planner p = planned_at(&l, learner_time(planned_beginning));
    assert_near(p.low_retention, 0.9, 1e-12);
    assert_near(p.high_retention, 0.9, 1e-12);
    for (size_t i = 0; i < p.copies * p.card_count; i++)
        p.cards[i].retention = i % 2 == 0 ? 0.7 : 0.97;
    struct plan_days low = planner_year(&p, 0.7), own = planner_year(&p, 0),
                     high = planner_year(&p, 0.97);
    assert_true(low.minutes < own.minutes && own.minutes < high.minutes);
    assert_true(low.known < own.known && own.known < high.known);
    planner_release(&p);
    planned_end(&l);
}

/* A learner with few cards has many copies, and what comes out is for one. */
static void test_weeks_add_up(void **state)
{
    (void)state;
    struct learner l;
    struct plan_days weeks[3];
    planned_begin(&l, 30);
    l.settings.new_per_day = 2;
    struct planner p = planned_at(&l, learner_time(planned_beginning));
    assert_true(p.copies > 1);
    assert_int_equal(p.fresh, 30);
    planner_weeks(&p, 3, weeks);
    assert_near(weeks[0].fresh, 2, 1e-12);
    assert_near(weeks[1].fresh, 2, 1e-12);
    assert_near(weeks[2].fresh, 2.0 / 7, 1e-12);
    assert_true(weeks[0].answers >= weeks[0].fresh + weeks[0].reviews);
    assert_true(weeks[1].known > weeks[0].known);
    planner_release(&p);
    planned_end(&l);
}

/* While a backlog lasts, so many reviews and no new card; when it is done, caps are as ever. */
static void test_weeks_keep_to_the_way_back(void **state)
{
    (void)state;
    enum { CARDS = 90, MET = 80, A_DAY = 10 };
    struct learner l;
    struct plan_days weeks[3];
    planned_begin(&l, CARDS);
    int64_t now_ms = planned_backlog(&l, MET, 100);
    struct planner p = planned_at(&l, now_ms);
    planner_weeks(&p, 1, weeks);
    assert_near(weeks[0].fresh * 7, CARDS - MET, 1e-9);
    assert_true(weeks[0].reviews * 7 >= MET);
    planner_release(&p);
    l.settings.backlog_per_day = A_DAY;
    p = planned_at(&l, now_ms);
    planner_weeks(&p, 3, weeks);
    assert_near(weeks[0].fresh, 0, 0);
    assert_near(weeks[0].reviews, A_DAY, 1e-9);
    assert_near(weeks[1].fresh * 7, CARDS - MET, 1e-9);
    assert_near(weeks[2].fresh, 0, 0);
    planner_release(&p);
    planned_end(&l);
}

/* What waits is what `due` counts: no card at its steps, none that rests today. */
static void test_waiting_is_as_due_counts(void **state)
{
    (void)state;
    struct learner l;
    struct err err = { 0 };
    size_t card = 2;
    planned_begin(&l, 6);
    int64_t now_ms = planned_backlog(&l, 5, 100);
    planned_rate(&l, 0, now_ms, FSRS_AGAIN, 4000);
    if (!record_marks(&l.collection, &card, 1, EVENT_BURY, true, now_ms, &err))
        fail_msg("%s", err.message);
    struct planner p = planned_at(&l, now_ms);
    struct queue_counts counts = queue_count(l.collection.queue_cards,
        l.library.card_count, day_of(now_ms, l.settings.day_start));
    assert_int_equal(counts.due, 3);
    assert_int_equal(p.waiting, 3);
    planner_release(&p);
    planned_end(&l);
}

static void test_suspended_cards_are_no_part_of_it(void **state)
{
    (void)state;
    struct learner l;
    struct err err = { 0 };
    size_t card = 3;
    int64_t now_ms = learner_time(planned_beginning);
    planned_begin(&l, 10);
    planned_rate(&l, 0, now_ms, FSRS_EASY, 4000);
    if (!record_marks(&l.collection, &card, 1, EVENT_SUSPEND, true, now_ms, &err))
        fail_msg("%s", err.message);
    struct planner p = planned_at(&l, now_ms + 100 * (int64_t)DAY_MS);
    assert_int_equal(p.card_count, 9);
    assert_int_equal(p.fresh, 8);
    assert_int_equal(p.waiting, 1);
    planner_release(&p);
    planned_end(&l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_habits_begin_as_a_guess),
        cmocka_unit_test(test_habits_follow_the_answers),
        cmocka_unit_test(test_habits_know_when_a_session_ended),
        cmocka_unit_test(test_habits_of_the_latest_answers),
        cmocka_unit_test(test_sweet_spot),
        cmocka_unit_test(test_sweet_spot_needs_no_luck),
        cmocka_unit_test(test_sweep_needs_no_certain_number_of_threads),
        cmocka_unit_test(test_a_year_with_different_retentions),
        cmocka_unit_test(test_weeks_add_up),
        cmocka_unit_test(test_weeks_keep_to_the_way_back),
        cmocka_unit_test(test_waiting_is_as_due_counts),
        cmocka_unit_test(test_suspended_cards_are_no_part_of_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
