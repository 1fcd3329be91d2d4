/*
 * Plans: habits from a real history, sweeps, exams, breaks and the way back, and that the queue
 * keeps to the way that was agreed to.
 */
#include "learner.h"
#include "test.h"

#include "queue/backlog.h"
#include "session/absence.h"
#include "session/habits.h"
#include "session/record.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { SEED = 3 };

static const char beginning[] = "2026-05-01T08:00:00Z";

/* ---- a learner with many cards ------------------------------------------------------------ */

static void write_deck(struct learner *l, int cards)
{
    struct buf deck = { 0 };
    buf_add(&deck, "{'format': 1, 'id': 'd', 'title': 'D', 'cards': [");
    for (int i = 0; i < cards; i++)
        buf_addf(&deck, "%s{'id': 'c%d', 'question': 'Q%d?', 'answer': 'a%d'}",
            i > 0 ? "," : "", i, i, i);
    buf_add(&deck, "]}");
    char *json = learner_json(deck.text);
    learner_write(l, "decks/d.json", json);
    free(json);
    buf_release(&deck);
}

static void begin(struct learner *l, int cards)
{
    learner_begin(l);
    write_deck(l, cards);
    learner_open(l);
}

static void end(struct learner *l)
{
    learner_close(l);
    learner_end(l);
}

static void rate(struct learner *l, size_t card, int64_t at_ms, int rating, int answer_ms)
{
    struct err err = { 0 };
    struct event_key key;
    struct plan plans[4];
    collection_plan(&l->collection, card, at_ms, plans);
    struct review review = { .rating = (enum fsrs_rating)rating,
        .plan = plans[rating - 1],
        .answer_ms = answer_ms };
    if (record_review(&l->collection, card, at_ms, &review, &key, &err) != RECORD_SAVED)
        fail_msg("%s", err.message);
}

static bool *all_of(const struct learner *l)
{
    bool *all = mem_alloc(l->library.card_count);
    memset(all, true, l->library.card_count);
    return all;
}

static struct fsrs_habits read_habits(struct learner *l, size_t *timed)
{
    struct err err = { 0 };
    struct past past;
    bool *all = all_of(l);
    if (!past_read(&past, &l->collection, all, true, &err))
        fail_msg("%s", err.message);
    struct fsrs_habits habits = habits_of(&past, timed);
    past_release(&past);
    free(all);
    return habits;
}

static struct planner planner_now(struct learner *l, int64_t now_ms)
{
    struct planner planner;
    bool *all = all_of(l);
    planner_init(&planner, &l->collection, all, &habits_default, now_ms, SEED);
    free(all);
    return planner;
}

/* Cards that were all rated Easy at once, and now wait. */
static int64_t leave_backlog(struct learner *l, size_t cards, int days)
{
    int64_t at_ms = learner_time(beginning);
    for (size_t i = 0; i < cards; i++)
        rate(l, i, at_ms + (int64_t)i * 10 * SECOND_MS, FSRS_EASY, 4000);
    return at_ms + (int64_t)days * DAY_MS;
}

/* ---- habits ------------------------------------------------------------------------------- */

static double sum_of(const double shares[4])
{
    return shares[0] + shares[1] + shares[2] + shares[3];
}

static void test_habits_begin_as_a_guess(void **state)
{
    (void)state;
    struct learner l;
    size_t timed;
    begin(&l, 1);
    struct fsrs_habits habits = read_habits(&l, &timed);
    assert_int_equal(timed, 0);
    assert_near(sum_of(habits.first), 1, 1e-12);
    assert_near(sum_of(habits.remembered), 1, 1e-12);
    for (int i = 0; i < 4; i++)
        assert_near(habits.seconds[i], habits_default.seconds[i] + 3, 1e-12);
    end(&l);
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
    int64_t at_ms = learner_time(beginning);
    begin(&l, 22);
    for (size_t i = 0; i < 20; i++)
        rate(&l, i, at_ms += 10 * SECOND_MS, FSRS_GOOD, 6000);
    rate(&l, 20, at_ms += HOUR_MS, FSRS_GOOD, 0);
    rate(&l, 21, at_ms += 10 * SECOND_MS, FSRS_AGAIN, 150);
    struct fsrs_habits habits = read_habits(&l, &timed);
    assert_int_equal(timed, 20);
    assert_near(habits.first[FSRS_GOOD - 1], (21 + 20 * 0.65) / 42, 1e-12);
    assert_near(habits.first[FSRS_AGAIN - 1], (1 + 20 * 0.25) / 42, 1e-12);
    double pause = (19 * 4.0 + 20 * 3.0) / 39;
    assert_near(habits.first_seconds, (20 * 6.0 + 20 * 12.0) / 40 + pause, 1e-12);
    assert_near(habits.seconds[FSRS_GOOD - 1], 10 + pause, 1e-12);
    end(&l);
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

/* ---- a year, and the weeks ---------------------------------------------------------------- */

static void test_sweep_needs_no_certain_number_of_threads(void **state)
{
    (void)state;
    struct learner l;
    struct plan_days one[PLAN_SWEEP], three[PLAN_SWEEP];
    begin(&l, 30);
    struct planner p = planner_now(&l, learner_time(beginning));
    planner_sweep(&p, 1, one);
    planner_sweep(&p, 3, three);
    assert_memory_equal(one, three, sizeof one);
    for (int i = 0; i < PLAN_SWEEP; i++) {
        assert_near(one[i].fresh * PLAN_YEAR, 30, 1e-9);
        assert_true(one[i].known > 15 && one[i].known < 30);
    }
    assert_true(one[PLAN_SWEEP - 1].minutes > 2 * one[0].minutes);
    planner_release(&p);
    end(&l);
}

/* A learner with few cards has many copies, and what comes out is for one. */
static void test_weeks_add_up(void **state)
{
    (void)state;
    struct learner l;
    struct plan_days weeks[3];
    begin(&l, 30);
    l.settings.new_per_day = 2;
    struct planner p = planner_now(&l, learner_time(beginning));
    assert_true(p.copies > 1);
    assert_int_equal(p.fresh, 30);
    planner_weeks(&p, 3, weeks);
    assert_near(weeks[0].fresh, 2, 1e-12);
    assert_near(weeks[1].fresh, 2, 1e-12);
    assert_near(weeks[2].fresh, 2.0 / 7, 1e-12);
    assert_true(weeks[0].answers >= weeks[0].fresh + weeks[0].reviews);
    assert_true(weeks[1].known > weeks[0].known);
    planner_release(&p);
    end(&l);
}

static void test_suspended_cards_are_no_part_of_it(void **state)
{
    (void)state;
    struct learner l;
    struct err err = { 0 };
    size_t card = 3;
    int64_t now_ms = learner_time(beginning);
    begin(&l, 10);
    rate(&l, 0, now_ms, FSRS_EASY, 4000);
    if (!record_marks(&l.collection, &card, 1, EVENT_SUSPEND, true, now_ms, &err))
        fail_msg("%s", err.message);
    struct planner p = planner_now(&l, now_ms + 100 * (int64_t)DAY_MS);
    assert_int_equal(p.card_count, 9);
    assert_int_equal(p.fresh, 8);
    assert_int_equal(p.waiting, 1);
    planner_release(&p);
    end(&l);
}

/* ---- an exam ------------------------------------------------------------------------------ */

static void test_exam(void **state)
{
    (void)state;
    struct learner l;
    begin(&l, 60);
    struct planner p = planner_now(&l, learner_time(beginning));
    struct exam_plan far = planner_exam(&p, 80, 0), hurried = planner_exam(&p, 80, 0.2);
    struct exam_plan tomorrow = planner_exam(&p, 1, 0);
    assert_int_equal(far.fresh_per_day, 1);
    assert_true(far.days.known > 0.85 * 60);
    assert_true(far.enough == (far.days.known >= 0.95 * 60));
    assert_true(far.days.minutes <= far.peak_minutes);
    assert_false(hurried.enough);
    assert_int_equal(tomorrow.fresh_per_day, 60);
    assert_true(tomorrow.days.minutes > far.days.minutes);
    planner_release(&p);
    end(&l);
}

/* The dates of mature cards are too far off for a retention to matter: they are revised. */
static void test_exam_revises(void **state)
{
    (void)state;
    struct learner l;
    begin(&l, 60);
    int64_t now_ms = leave_backlog(&l, 60, 45);
    struct planner p = planner_now(&l, now_ms);
    struct exam_plan plan = planner_exam(&p, 8, 0);
    assert_int_equal(plan.revision_days, 3);
    assert_int_equal(plan.revision_reviews, 20);
    assert_int_equal(plan.fresh_per_day, 0);
    assert_true(plan.enough);
    planner_release(&p);
    end(&l);
}

/* ---- the way back ------------------------------------------------------------------------- */

static const struct {
    int fresh, reviews;
    size_t backlog;
    int a_day, fresh_then, reviews_then;
} caps[] = {
    { 20, 200, 412, 0, 20, 200 }, // nothing agreed
    { 20, 200, 412, 40, 0, 40 },  // on the way
    { 20, 200, 41, 40, 0, 40 },   // its last days
    { 20, 200, 40, 40, 20, 200 }, // it fits into a day again
    { 20, 200, 0, 40, 20, 200 },
    { 20, 30, 412, 40, 0, 30 }, // a lower cap still binds
    { 20, -1, 412, 40, 0, 40 },
};

static void test_caps(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(caps); i++) {
        struct queue_caps then =
            backlog_caps((struct queue_caps){ caps[i].fresh, caps[i].reviews },
                caps[i].backlog, caps[i].a_day);
        print_message("%zu wait, %d a day\n", caps[i].backlog, caps[i].a_day);
        assert_int_equal(then.fresh, caps[i].fresh_then);
        assert_int_equal(then.reviews, caps[i].reviews_then);
    }
}

/* So many a day, so many days; what comes back meanwhile is more of it. */
static void test_ways_back(void **state)
{
    (void)state;
    struct learner l;
    begin(&l, 130);
    int64_t now_ms = leave_backlog(&l, 120, 200);
    struct planner p = planner_now(&l, now_ms);
    assert_int_equal(p.waiting, 120);
    struct ways_back ways = absence_ways(&p);
    assert_true(ways.count >= 2 && ways.offered < ways.count);
    for (size_t i = 0; i < ways.count; i++) {
        const struct way_back *way = &ways.items[i];
        print_message("%d a day, %d days\n", way->a_day, way->days);
        assert_true(way->days * way->a_day >= 120);
        assert_true(i == 0 || way->days <= ways.items[i - 1].days);
        assert_true(i != ways.offered || way->days <= WAY_BACK_GOAL);
        assert_true(i + 1 != ways.offered || way->days > WAY_BACK_GOAL);
    }
    planner_release(&p);
    end(&l);
}

/* No way asks for more than the cap, even where the cap never gets there. */
static void test_ways_keep_to_the_cap(void **state)
{
    (void)state;
    struct learner l;
    begin(&l, 120);
    l.settings.reviews_per_day = 1;
    int64_t now_ms = leave_backlog(&l, 120, 200);
    struct planner p = planner_now(&l, now_ms);
    struct ways_back ways = absence_ways(&p);
    assert_int_equal(ways.count, 1);
    assert_int_equal(ways.items[0].a_day, 1);
    assert_int_equal(ways.items[0].days, 0);
    planner_release(&p);
    end(&l);
}

/* What was planned is what the queue then does, day by day, until nothing is left over. */
static void test_the_queue_keeps_to_it(void **state)
{
    (void)state;
    enum { CARDS = 50, WAIT = 45, A_DAY = 20 };
    static const size_t reviews[] = { 20, 20, 5 }, fresh[] = { 0, 0, 5 };
    struct learner l;
    begin(&l, CARDS);
    l.settings.backlog_per_day = A_DAY;
    int64_t now_ms = leave_backlog(&l, WAIT, 100);
    for (size_t day = 0; day < COUNT(reviews); day++, now_ms += DAY_MS) {
        struct queue queue;
        struct queue_input input =
            collection_queue_input(&l.collection, l.collection.queue_cards, now_ms, SEED);
        queue_build(&queue, &input);
        assert_int_equal(queue.review_count, reviews[day]);
        assert_int_equal(queue.fresh_count, fresh[day]);
        for (size_t i = 0; i < queue.review_count; i++)
            rate(&l, queue.reviews[i], now_ms, FSRS_EASY, 4000);
        queue_release(&queue);
    }
    end(&l);
}

/* ---- a break ------------------------------------------------------------------------------ */

static void test_break(void **state)
{
    (void)state;
    struct learner l;
    struct break_plan plans[BREAK_KINDS];
    begin(&l, 200);
    l.settings.new_per_day = 5;
    int64_t now_ms = leave_backlog(&l, 100, 20);
    struct planner p = planner_now(&l, now_ms);
    assert_int_equal(absence_plan(&p, 20, 40, plans), 3);
    assert_true(plans[0].waiting > 50);
    assert_true(plans[1].waiting < plans[0].waiting);
    assert_true(plans[2].waiting < 0.75 * plans[1].waiting);
    assert_true(plans[2].known > plans[1].known);
    assert_true(plans[2].way.days <= plans[1].way.days);
    assert_int_equal(plans[2].lead_days, BREAK_LEAD);
    assert_true(plans[2].more_a_day * BREAK_LEAD * 2 >= (int)plans[1].waiting);
    assert_int_equal(absence_plan(&p, 0, 9, plans), 1);
    planner_release(&p);
    end(&l);
}

static void test_break_without_new_cards(void **state)
{
    (void)state;
    struct learner l;
    struct break_plan plans[BREAK_KINDS];
    begin(&l, 50);
    int64_t now_ms = leave_backlog(&l, 50, 20);
    struct planner p = planner_now(&l, now_ms);
    assert_int_equal(absence_plan(&p, 5, 60, plans), 2);
    assert_int_equal(plans[1].kind, BREAK_HALF_AHEAD);
    assert_int_equal(plans[1].lead_days, BREAK_LEAD);
    planner_release(&p);
    end(&l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_habits_begin_as_a_guess),
        cmocka_unit_test(test_habits_follow_the_answers),
        cmocka_unit_test(test_sweet_spot),
        cmocka_unit_test(test_sweep_needs_no_certain_number_of_threads),
        cmocka_unit_test(test_weeks_add_up),
        cmocka_unit_test(test_suspended_cards_are_no_part_of_it),
        cmocka_unit_test(test_exam),
        cmocka_unit_test(test_exam_revises),
        cmocka_unit_test(test_caps),
        cmocka_unit_test(test_ways_back),
        cmocka_unit_test(test_ways_keep_to_the_cap),
        cmocka_unit_test(test_the_queue_keeps_to_it),
        cmocka_unit_test(test_break),
        cmocka_unit_test(test_break_without_new_cards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
