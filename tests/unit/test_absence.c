/*
 * Breaks, backlogs and the way back, and that the queue keeps to the way that was agreed to.
 */
#include "planned.h"

#include "queue/backlog.h"
#include "session/absence.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { SEED = 3 };

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

static const struct {
    double ordinary;
    int cap;
    size_t room;
} rooms[] = {
    { 0, 200, 30 }, // few reviews are never a backlog
    { 9.9, 200, 30 },
    { 10.1, 200, 31 },
    { 40, 200, 120 }, // three ordinary days
    { 80, 200, 200 }, // the cap, if that is less
    { 4, 20, 20 },
    { 80, 0, 240 },
};

static void test_room(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rooms); i++) {
        print_message("%.1f a day, cap %d\n", rooms[i].ordinary, rooms[i].cap);
        assert_int_equal(backlog_room(rooms[i].ordinary, rooms[i].cap), rooms[i].room);
    }
}

/* Each card once in its interval; new and suspended ones do not come. */
static void test_ordinary_day(void **state)
{
    (void)state;
    struct progress progress[] = {
        { .plan = { .phase = PHASE_REVIEW, .interval_days = 1 } },
        { .plan = { .phase = PHASE_REVIEW, .interval_days = 4 } },
        { .plan = { .phase = PHASE_REVIEW, .interval_days = 2 }, .suspended = true },
        { .plan = { .phase = PHASE_LEARNING } },
        { .plan = { .phase = PHASE_NEW } },
    };
    struct queue_card cards[COUNT(progress)] = { 0 };
    for (size_t i = 0; i < COUNT(progress); i++)
        cards[i].progress = &progress[i];
    assert_near(backlog_ordinary(cards, COUNT(cards)), 1.25, 1e-12);
}

/* So many a day, so many days; what comes back meanwhile is more of it. */
static void test_ways_back(void **state)
{
    (void)state;
    struct learner l;
    planned_begin(&l, 130);
    int64_t now_ms = planned_backlog(&l, 120, 200);
    struct planner p = planned_at(&l, now_ms);
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
    planned_end(&l);
}

/* What `study` offers is the starred way of `plan --back`. */
static void test_the_offer_is_one_of_the_ways(void **state)
{
    (void)state;
    struct learner l;
    planned_begin(&l, 130);
    struct planner p = planned_at(&l, planned_backlog(&l, 120, 200));
    struct way_back offer = absence_offer(&p);
    struct ways_back ways = absence_ways(&p);
    assert_int_equal(offer.a_day, ways.items[ways.offered].a_day);
    assert_true(offer.days > 0 && offer.days <= WAY_BACK_GOAL);
    planner_release(&p);
    planned_end(&l);
}

/* No way asks for more than the cap, even where the cap never gets there. */
static void test_ways_keep_to_the_cap(void **state)
{
    (void)state;
    struct learner l;
    planned_begin(&l, 120);
    l.settings.reviews_per_day = 1;
    int64_t now_ms = planned_backlog(&l, 120, 200);
    struct planner p = planned_at(&l, now_ms);
    struct ways_back ways = absence_ways(&p);
    assert_int_equal(ways.count, 1);
    assert_int_equal(ways.items[0].a_day, 1);
    assert_int_equal(ways.items[0].days, 0);
    planner_release(&p);
    planned_end(&l);
}

/* What was planned is what the queue then does, day by day, until nothing is left over. */
static void test_the_queue_keeps_to_it(void **state)
{
    (void)state;
    enum { CARDS = 50, WAIT = 45, A_DAY = 20 };
    static const size_t reviews[] = { 20, 20, 5 }, fresh[] = { 0, 0, 5 };
    struct learner l;
    planned_begin(&l, CARDS);
    l.settings.backlog_per_day = A_DAY;
    int64_t now_ms = planned_backlog(&l, WAIT, 100);
    for (size_t day = 0; day < COUNT(reviews); day++, now_ms += DAY_MS) {
        struct queue queue;
        struct queue_input input =
            collection_queue_input(&l.collection, l.collection.queue_cards, now_ms, SEED);
        queue_build(&queue, &input);
        assert_int_equal(queue.review_count, reviews[day]);
        assert_int_equal(queue.fresh_count, fresh[day]);
        for (size_t i = 0; i < queue.review_count; i++)
            planned_rate(&l, queue.reviews[i], now_ms, FSRS_EASY, 4000);
        queue_release(&queue);
    }
    planned_end(&l);
}

/* ---- a break ------------------------------------------------------------------------------ */

static void test_break(void **state)
{
    (void)state;
    struct learner l;
    struct break_plan plans[BREAK_KINDS];
    planned_begin(&l, 200);
    l.settings.new_per_day = 5;
    int64_t now_ms = planned_backlog(&l, 100, 20);
    struct planner p = planned_at(&l, now_ms);
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
    planned_end(&l);
}

static void test_break_without_new_cards(void **state)
{
    (void)state;
    struct learner l;
    struct break_plan plans[BREAK_KINDS];
    planned_begin(&l, 50);
    int64_t now_ms = planned_backlog(&l, 50, 20);
    struct planner p = planned_at(&l, now_ms);
    assert_int_equal(absence_plan(&p, 5, 60, plans), 2);
    assert_int_equal(plans[1].kind, BREAK_HALF_AHEAD);
    assert_int_equal(plans[1].lead_days, BREAK_LEAD);
    planner_release(&p);
    planned_end(&l);
}

/* Where nothing is new and nothing would wait, there is nothing to do before. */
static void test_break_that_costs_nothing(void **state)
{
    (void)state;
    struct learner l;
    struct break_plan plans[BREAK_KINDS];
    planned_begin(&l, 20);
    struct planner p = planned_at(&l, planned_backlog(&l, 20, 0));
    assert_int_equal(absence_plan(&p, 1, 2, plans), 1);
    assert_near(plans[0].waiting, 0, 0);
    planner_release(&p);
    planned_end(&l);
}

/* What a day can hold afterwards needs no plan. */
static void test_break_after_which_a_day_is_enough(void **state)
{
    (void)state;
    struct learner l;
    struct break_plan plans[BREAK_KINDS];
    planned_begin(&l, 60);
    struct planner p = planned_at(&l, learner_time(planned_beginning));
    assert_int_equal(absence_plan(&p, 3, 9, plans), 1);
    assert_true(plans[0].waiting > 0 && plans[0].waiting <= plans[0].room);
    planner_release(&p);
    planned_end(&l);
}

/* "As ever" is without new cards, as long as a backlog is worked off. */
static void test_break_on_the_way_back(void **state)
{
    (void)state;
    enum { CARDS = 90, MET = 80 };
    struct learner l;
    struct break_plan plans[BREAK_KINDS];
    planned_begin(&l, CARDS);
    l.settings.backlog_per_day = 10;
    struct planner p = planned_at(&l, planned_backlog(&l, MET, 100));
    absence_plan(&p, 5, 6, plans);
    assert_true(plans[0].known < MET);
    assert_true(plans[0].waiting >= MET - 5 * 10);
    p.backlog_per_day = 0;
    absence_plan(&p, 5, 6, plans);
    assert_true(plans[0].known > MET);
    planner_release(&p);
    planned_end(&l);
}

/* New cards that do not come are known less, even if nothing waits either way. */
static void test_break_tells_the_price_of_no_new_cards(void **state)
{
    (void)state;
    struct learner l;
    struct break_plan plans[BREAK_KINDS];
    planned_begin(&l, 120);
    struct planner p = planned_at(&l, learner_time(planned_beginning));
    assert_int_equal(absence_plan(&p, 3, 60, plans), 2);
    assert_int_equal(plans[1].kind, BREAK_NO_NEW);
    assert_near(plans[1].waiting, 0, 0);
    assert_true(plans[1].known + 10 < plans[0].known);
    planner_release(&p);
    planned_end(&l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_caps),
        cmocka_unit_test(test_room),
        cmocka_unit_test(test_ordinary_day),
        cmocka_unit_test(test_ways_back),
        cmocka_unit_test(test_the_offer_is_one_of_the_ways),
        cmocka_unit_test(test_ways_keep_to_the_cap),
        cmocka_unit_test(test_the_queue_keeps_to_it),
        cmocka_unit_test(test_break),
        cmocka_unit_test(test_break_without_new_cards),
        cmocka_unit_test(test_break_that_costs_nothing),
        cmocka_unit_test(test_break_after_which_a_day_is_enough),
        cmocka_unit_test(test_break_on_the_way_back),
        cmocka_unit_test(test_break_tells_the_price_of_no_new_cards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
