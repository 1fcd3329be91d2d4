/*
 * Exams: what it takes until then, and days that are cut short.
 */
#include "planned.h"

#include "session/exam.h"

#include <math.h>

static struct exam_plan exam_in(const struct planner *p, int days, double most_minutes)
{
    return exam_plan_for(
        p, &(struct exam_wish){ .days = days, .most_minutes = most_minutes });
}

static void test_exam(void **state)
{
    (void)state;
    struct learner l;
    planned_begin(&l, 60);
    struct planner p = planned_at(&l, learner_time(planned_beginning));
    struct exam_plan far = exam_in(&p, 80, 0), hurried = exam_in(&p, 80, 0.2);
    struct exam_plan soon = exam_in(&p, 8, 0), tomorrow = exam_in(&p, 1, 0);
    assert_int_equal(far.fresh_per_day, 1);
    assert_true(far.days.known > 0.85 * 60);
    assert_true(far.enough == (far.days.known >= 0.95 * 60));
    assert_true(far.days.minutes <= far.peak_minutes);
    assert_false(hurried.enough);
    assert_int_equal(soon.fresh_per_day, 10); // all in the first six days
    assert_int_equal(tomorrow.fresh_per_day, 60);
    assert_true(tomorrow.days.minutes > far.days.minutes);
    planner_release(&p);
    planned_end(&l);
}

/* The dates of mature cards are too far off for a retention to matter: they are revised. */
static void test_exam_revises(void **state)
{
    (void)state;
    struct learner l;
    planned_begin(&l, 60);
    int64_t now_ms = planned_backlog(&l, 60, 45);
    struct planner p = planned_at(&l, now_ms);
    struct exam_plan plan = exam_in(&p, 8, 0);
    assert_int_equal(plan.revision_days, 3);
    assert_int_equal(plan.revision_reviews, 20);
    assert_int_equal(plan.fresh_per_day, 0);
    assert_true(plan.enough);
    planner_release(&p);
    planned_end(&l);
}

/* Where a retention cannot be set for these cards alone, the plan leaves it as it is. */
static void test_exam_keeps_a_retention_that_others_share(void **state)
{
    (void)state;
    struct learner l;
    planned_begin(&l, 60);
    struct planner p = planned_at(&l, learner_time(planned_beginning));
    struct exam_plan own = exam_in(&p, 40, 0);
    struct exam_plan shared =
        exam_plan_for(&p, &(struct exam_wish){ .days = 40, .retention_is_set = true });
    assert_true(own.retention > 0.9);
    assert_near(shared.retention, 0, 0);
    assert_int_equal(shared.revision_days, 7);
    planner_release(&p);
    planned_end(&l);
}

/* Who has a higher retention keeps it, unless minutes are to be saved. */
static void test_exam_lowers_no_retention(void **state)
{
    (void)state;
    enum { CARDS = 60 };
    struct learner l;
    planned_begin(&l, CARDS);
    struct planner p = planned_at(&l, learner_time(planned_beginning));
    struct exam_plan alike = exam_in(&p, 80, 0);
    for (size_t i = 0; i < p.copies * p.card_count; i++)
        p.cards[i].retention = i % 2 == 0 ? 0.7 : 0.99;
    p.low_retention = 0.7;
    p.high_retention = 0.99;
    struct exam_plan raised = exam_in(&p, 80, 0);
    assert_true(raised.at_least && !exam_in(&p, 80, 1).at_least);
    assert_true(raised.enough && alike.enough);
    assert_true(raised.retention > 0.7 && raised.retention < alike.retention);
    assert_true(raised.days.known > 0.95 * CARDS);
    planner_release(&p);
    planned_end(&l);
}

/* A day of revision that is cut holds no more minutes than said, and fewer cards. */
static void test_exam_can_be_shorter(void **state)
{
    (void)state;
    enum { CARDS = 60, MINUTES = 3 };
    struct learner l;
    struct exam_wish wish = { .days = 1 };
    planned_begin(&l, CARDS);
    int64_t now_ms = planned_backlog(&l, CARDS, 45);
    struct planner p = planned_at(&l, now_ms);
    struct exam_plan all = exam_plan_for(&p, &wish);
    struct exam_plan some = exam_plan_shorter(&p, &wish, &all, MINUTES);
    assert_int_equal(all.revision_reviews, CARDS);
    assert_true(some.revision_reviews > 0 && some.revision_reviews < CARDS / 2);
    assert_true(all.peak_minutes > 2 * MINUTES);
    assert_true(fabs(some.peak_minutes - MINUTES) < 0.2 * MINUTES);
    assert_true(some.days.known < all.days.known);
    planner_release(&p);
    planned_end(&l);
}

/* Where the minutes do not do for all new cards, fewer are met. */
static void test_exam_meets_fewer_cards_in_few_minutes(void **state)
{
    (void)state;
    struct learner l;
    planned_begin(&l, 60);
    struct planner p = planned_at(&l, learner_time(planned_beginning));
    struct exam_plan few = exam_in(&p, 20, 1), none = exam_in(&p, 20, 0.001);
    assert_false(few.enough);
    assert_true(few.fresh_per_day > 0 && few.fresh_per_day < 4);
    assert_true(few.days.minutes <= 1);
    assert_int_equal(none.fresh_per_day, 0);
    planner_release(&p);
    planned_end(&l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_exam),
        cmocka_unit_test(test_exam_revises),
        cmocka_unit_test(test_exam_keeps_a_retention_that_others_share),
        cmocka_unit_test(test_exam_lowers_no_retention),
        cmocka_unit_test(test_exam_can_be_shorter),
        cmocka_unit_test(test_exam_meets_fewer_cards_in_few_minutes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
