/*
 * Other dates for other weights: which cards move, how far, and that they come to rest.
 */
#include "test.h"

#include "trio.h"

#include "base/rng.h"
#include "session/record.h"
#include "session/reschedule.h"
#include "session/weights.h"

#include <string.h>

enum memory_kind { FORGETFUL, PUBLISHED, LASTING };

/* Weights by which everything is forgotten soon, or hardly ever. */
static const double *weights_of(enum memory_kind kind, double w[FSRS_PARAMS])
{
    memcpy(w, fsrs_default_weights, FSRS_PARAMS * sizeof *w);
    for (int i = W_INITIAL_AGAIN; kind != PUBLISHED && i <= W_INITIAL_EASY; i++)
        w[i] = kind == LASTING ? 100 : 0.01;
    if (kind != PUBLISHED)
        w[W_SLOW_GAIN] = w[W_FAST_GAIN] = kind == LASTING ? 4 : 0;
    fsrs_weights_clip(w);
    return w;
}

static void plan_with(
    struct learner *learner, enum memory_kind kind, int today, struct reschedule *result)
{
    double w[FSRS_PARAMS];
    struct past past;
    struct err err;
    struct day day = day_of(trio_day_ms(today), learner->settings.day_start);
    assert_true(weights_past(&learner->collection, &past, &err));
    reschedule_plan(&learner->collection, &past, weights_of(kind, w), day, result);
    past_release(&past);
}

/* Takes them into use, and the dates with them; returns how many moved. */
static size_t take(struct learner *learner, enum memory_kind kind, int today)
{
    struct weights_note note = { .answers = 6 };
    struct reschedule result;
    struct err err;
    plan_with(learner, kind, today, &result);
    weights_of(kind, note.weights);
    size_t moved = note.moved = result.count;
    assert_true(weights_record(
        &learner->collection, &note, result.moves, trio_day_ms(today), &err));
    reschedule_release(&result);
    return moved;
}

/* Half and twice is of what the last answer brought, however often cards are moved. */
static void test_bounds(void **state)
{
    (void)state;
    static const struct {
        enum memory_kind kind;
        size_t earlier, later;
    } cases[] = { { FORGETFUL, 3, 0 }, { LASTING, 0, 3 }, { FORGETFUL, 3, 0 } };
    struct learner learner;
    struct progress answered[3];
    trio_begin(&learner);
    trio_study(&learner);
    memcpy(answered, learner.collection.progress, sizeof answered);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct reschedule result;
        plan_with(&learner, cases[i].kind, 10, &result);
        assert_int_equal(result.cards, 3);
        assert_int_equal(result.earlier, cases[i].earlier);
        assert_int_equal(result.later, cases[i].later);
        for (size_t j = 0; j < result.count; j++) {
            const struct progress *before = &answered[result.moves[j].card];
            int old = before->plan.interval_days;
            int days = result.moves[j].plan.interval_days;
            assert_int_equal(days, cases[i].earlier > 0 ? (old + 1) / 2 : 2 * old);
            assert_int_equal(
                result.moves[j].plan.due_day.number, before->last_day.number + days);
        }
        reschedule_release(&result);
        assert_int_equal(take(&learner, cases[i].kind, 10), 3);
        assert_int_equal(take(&learner, cases[i].kind, 10), 0);
    }
    trio_end(&learner);
}

/* Nothing moves to today, and what is due today, or was, stays. */
static void test_leaves(void **state)
{
    (void)state;
    struct learner learner;
    struct reschedule result;
    struct err err;
    trio_begin(&learner);
    trio_study(&learner);
    int due = learner.collection.progress[0].plan.due_day.number -
              day_of(trio_day_ms(0), learner.settings.day_start).number;
    plan_with(&learner, FORGETFUL, due - 1, &result);
    for (size_t i = 0; i < result.count; i++)
        assert_true(result.moves[i].card != 0);
    reschedule_release(&result);
    plan_with(&learner, FORGETFUL, due + 400, &result);
    assert_int_equal(result.cards, 0);
    reschedule_release(&result);
    size_t cards[] = { 0, 1 };
    assert_true(record_marks(
        &learner.collection, cards, 2, EVENT_SUSPEND, true, trio_day_ms(10), &err));
    plan_with(&learner, FORGETFUL, 10, &result);
    assert_int_equal(result.cards, 1);
    assert_int_equal(result.count, 1);
    assert_int_equal(result.moves[0].card, 2);
    reschedule_release(&result);
    trio_end(&learner);
}

/* A full day sends cards back towards the day they have; asked again, nobody moves on. */
static void test_spreads(void **state)
{
    (void)state;
    struct learner learner;
    struct reschedule result;
    trio_begin(&learner);
    trio_study(&learner);
    learner.settings.reviews_per_day = 1;
    plan_with(&learner, FORGETFUL, 10, &result);
    assert_int_equal(result.limit, 1);
    assert_int_equal(result.count, 3);
    for (size_t i = 1; i < result.count; i++)
        assert_true(result.moves[i].plan.due_day.number !=
                    result.moves[i - 1].plan.due_day.number);
    reschedule_release(&result);
    assert_int_equal(take(&learner, FORGETFUL, 10), 3);
    assert_int_equal(take(&learner, FORGETFUL, 10), 0);
    trio_end(&learner);
}

/* Who is asked nothing has no day that is full: a cap of 0 is none here. */
static void test_a_cap_of_none_keeps_no_card(void **state)
{
    (void)state;
    struct learner learner;
    struct reschedule result;
    trio_begin(&learner);
    trio_study(&learner);
    learner.settings.reviews_per_day = 0;
    plan_with(&learner, FORGETFUL, 10, &result);
    assert_int_equal(result.limit, 20);
    assert_int_equal(result.count, 3);
    reschedule_release(&result);
    trio_end(&learner);
}

/* Some of the cards, rated any way, due or not; then no card wants another day. */
static void study_and_check(
    struct learner *learner, struct rng *rng, int first, int last, enum memory_kind kind)
{
    static const char *const names[] = { "d/a", "d/b", "d/c" };
    for (int day = first; day < last; day++) {
        struct reschedule result;
        for (size_t i = 0; i < 3; i++)
            while (rng_below(rng, 3) == 0)
                trio_answer(
                    learner, names[i], day, (enum fsrs_rating)(1 + rng_below(rng, 4)));
        plan_with(learner, kind, day, &result);
        print_message("day %d: %zu cards\n", day, result.cards);
        assert_int_equal(result.count, 0);
        reschedule_release(&result);
    }
}

/* The weights that planned a card's day want no other, after moves by others, too. */
static void test_by_the_same(void **state)
{
    (void)state;
    struct learner learner;
    struct rng rng = { 5 };
    trio_begin(&learner);
    study_and_check(&learner, &rng, 0, 30, PUBLISHED);
    assert_true(take(&learner, LASTING, 30) > 0);
    study_and_check(&learner, &rng, 30, 60, LASTING);
    trio_end(&learner);
}

/* Learnt by steps, in review from then on. */
static void learn(struct learner *learner)
{
    trio_answer_all(learner, 0, FSRS_GOOD);
    trio_answer_all(learner, 0, FSRS_GOOD);
}

/* A card that has just left its steps moves as any other. */
static void test_after_steps(void **state)
{
    (void)state;
    struct learner learner;
    trio_begin(&learner);
    learn(&learner);
    assert_int_equal(take(&learner, LASTING, 1), 3);
    trio_end(&learner);
}

static void move_by_hand(struct learner *learner, size_t card, int days, int today)
{
    struct weights_note note = { .answers = 6, .moved = 1 };
    struct weights_move move = { card, learner->collection.progress[card].plan };
    struct err err;
    move.plan.due_day.number += days - move.plan.interval_days;
    move.plan.interval_days = days;
    weights_of(PUBLISHED, note.weights);
    assert_true(
        weights_record(&learner->collection, &note, &move, trio_day_ms(today), &err));
}

/* The interval before an answer bears on the one after it, and may be that of a move. */
static void test_after_moves(void **state)
{
    (void)state;
    for (int days = 2; days < 10; days++) {
        struct learner learner;
        struct reschedule result;
        trio_begin(&learner);
        learn(&learner);
        move_by_hand(&learner, 0, days, 1);
        trio_answer(&learner, "d/a", 1, FSRS_HARD);
        plan_with(&learner, PUBLISHED, 1, &result);
        assert_int_equal(result.cards, 3);
        assert_int_equal(result.count, 0);
        reschedule_release(&result);
        trio_end(&learner);
    }
}

/* A difference of less than a tenth of the interval moves nothing. */
static void test_hardly_different(void **state)
{
    (void)state;
    bool stayed = false, moved = false;
    for (int more = 1; more < 30; more++) {
        struct learner learner;
        struct reschedule result;
        trio_begin(&learner);
        trio_study(&learner);
        int days = learner.collection.progress[0].plan.interval_days + more;
        move_by_hand(&learner, 0, days, 10);
        plan_with(&learner, PUBLISHED, 10, &result);
        assert_int_equal(result.count, 10 * more >= days ? 1 : 0);
        stayed = stayed || result.count == 0;
        moved = moved || result.count == 1;
        reschedule_release(&result);
        trio_end(&learner);
    }
    assert_true(stayed && moved);
}

/* Who leaves a day makes room for one who came before, and had to stop short of it. */
static void test_makes_room(void **state)
{
    (void)state;
    struct learner learner;
    struct err err;
    size_t rests = 2;
    trio_begin(&learner);
    trio_answer(&learner, "d/a", 0, FSRS_GOOD);
    trio_answer_all(&learner, 0, FSRS_EASY);
    learner.settings.reviews_per_day = 1;
    assert_true(record_marks(
        &learner.collection, &rests, 1, EVENT_SUSPEND, true, trio_day_ms(1), &err));
    const struct progress *cards = learner.collection.progress;
    int soon = cards[0].plan.interval_days, late = cards[1].plan.interval_days;
    assert_true(soon < late);
    move_by_hand(&learner, 1, 2 * soon, 1);
    assert_int_equal(take(&learner, LASTING, 1), 2);
    assert_int_equal(cards[0].plan.interval_days, 2 * soon);
    assert_int_equal(cards[1].plan.interval_days, 2 * late);
    assert_int_equal(take(&learner, LASTING, 1), 0);
    trio_end(&learner);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_leaves),
        cmocka_unit_test(test_spreads),
        cmocka_unit_test(test_a_cap_of_none_keeps_no_card),
        cmocka_unit_test(test_by_the_same),
        cmocka_unit_test(test_after_steps),
        cmocka_unit_test(test_after_moves),
        cmocka_unit_test(test_hardly_different),
        cmocka_unit_test(test_makes_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
