/*
 * Recall as it is shown: the same as an evaluation says, and never wiser than its moment.
 */
#include "simulate.h"
#include "test.h"

#include "base/rng.h"
#include "fsrs/evaluate.h"
#include "fsrs/replay.h"
#include "session/calibration.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ANSWERS = 3000, POINTS = 200 };

/* ---- pasts ---- */

static struct past_entry answer_of(struct fsrs_event event)
{
    return (struct past_entry){
        .at_ms = event.at_ms,
        .card = event.card,
        .kind = EVENT_REVIEW,
        .rating = event.rating,
    };
}

static struct past past_of(const struct fsrs_event *events, size_t count, size_t cards)
{
    struct past past = { .count = count, .card_count = cards };
    past.entries = mem_zeroed(count, sizeof *past.entries);
    for (size_t i = 0; i < count; i++)
        past.entries[i] = answer_of(events[i]);
    return past;
}

static struct past simulated(enum learner_kind kind)
{
    size_t cards;
    struct fsrs_event *events = simulate(kind, 5, ANSWERS, &cards);
    struct past past = past_of(events, ANSWERS, cards);
    free(events);
    return past;
}

/* ---- one card through its past ---- */

struct followed {
    double before[ANSWERS];
    struct calibration_point points[POINTS];
    double now;
};

/* Points over all the time that `over` takes, and a little before and after. */
static void place_points(struct followed *followed, const struct past *over)
{
    int64_t from_ms = over->entries[0].at_ms - DAY_MS;
    int64_t to_ms = over->entries[over->count - 1].at_ms + DAY_MS;
    for (int i = 0; i < POINTS; i++)
        followed->points[i].at_ms = from_ms + (to_ms - from_ms) / (POINTS - 1) * i;
}

static void follow(const struct past *past, size_t card, struct followed *followed)
{
    struct calibration calibration;
    for (size_t i = 0; i < ANSWERS; i++)
        followed->before[i] = -1;
    calibration_init(&calibration, past->card_count, fsrs_default_weights);
    calibration_follow(
        &calibration, past, card, followed->before, followed->points, POINTS);
    followed->now = calibration_recall(
        &calibration, card, past->entries[past->count - 1].at_ms + DAY_MS);
    calibration_release(&calibration);
}

static bool same(double a, double b)
{
    return a == b || (isnan(a) && isnan(b));
}

/* ---- as an evaluation says ---- */

static void check_evaluated(enum learner_kind kind)
{
    size_t cards;
    struct fsrs_event *events = simulate(kind, 5, ANSWERS, &cards);
    struct past past = past_of(events, ANSWERS, cards);
    struct fsrs_history history;
    struct fsrs_calibration form;
    struct calibration calibration;
    fsrs_history_build(&history, events, ANSWERS, cards);
    double *recall = fsrs_predictions_make(&history);
    fsrs_replay(&history, SIZE_MAX, fsrs_default_weights, recall, NULL);
    fsrs_calibration_init(&form);
    fsrs_calibrate(&history, NULL, &form, recall);
    calibration_init(&calibration, cards, fsrs_default_weights);
    for (size_t i = 0; i < past.count; i++) {
        size_t place = history.in_time[i];
        const struct past_entry *entry = &past.entries[i];
        if (fsrs_answer_counts(&history.answers[place]))
            assert_near(calibration_recall(&calibration, entry->card, entry->at_ms),
                recall[place], 1e-9);
        calibration_take(&calibration, entry);
    }
    assert_near(calibration.form.evidence, form.evidence, 1e-9);
    calibration_release(&calibration);
    fsrs_history_release(&history);
    past_release(&past);
    free(recall);
    free(events);
}

static void test_evaluated(void **state)
{
    (void)state;
    for (int kind = 0; kind < LEARNER_KINDS; kind++) {
        print_message("%s\n", learner_kind_name((enum learner_kind)kind));
        check_evaluated((enum learner_kind)kind);
    }
}

/* ---- laws ---- */

/* Other answers from `from` on: what came before must not know. */
static void change_later(struct past *past, size_t from, struct rng *rng)
{
    for (size_t i = from; i < past->count; i++) {
        past->entries[i].rating = (uint8_t)(1 + rng_below(rng, 4));
        past->entries[i].card = (uint32_t)rng_below(rng, past->card_count);
    }
}

static void compare_until(const struct past *past, size_t from, size_t card,
    const struct followed *a, const struct followed *b)
{
    size_t answers = 0;
    for (size_t i = 0; i < from; i++)
        if (past->entries[i].card == card) {
            assert_true(same(a->before[answers], b->before[answers]));
            answers++;
        }
    for (size_t i = 0; i < POINTS; i++)
        if (a->points[i].at_ms < past->entries[from].at_ms)
            assert_true(same(a->points[i].recall, b->points[i].recall));
}

/* Nothing that is shown of a moment depends on an answer that came later. */
static void test_causal(void **state)
{
    static struct followed as_it_was, as_it_might_be;
    struct rng rng = { 17 };
    struct past past = simulated(LEARNER_CARELESS), other = simulated(LEARNER_CARELESS);
    size_t differ = 0;
    (void)state;
    place_points(&as_it_was, &past);
    as_it_might_be = as_it_was;
    for (int round = 0; round < 20; round++) {
        size_t from = 1 + rng_below(&rng, ANSWERS - 1);
        size_t card = past.entries[rng_below(&rng, from)].card;
        memcpy(other.entries, past.entries, ANSWERS * sizeof *past.entries);
        change_later(&other, from, &rng);
        follow(&past, card, &as_it_was);
        follow(&other, card, &as_it_might_be);
        compare_until(&past, from, card, &as_it_was, &as_it_might_be);
        differ += !same(as_it_was.now, as_it_might_be.now);
    }
    assert_int_equal(differ, 20); // what came later does change what is shown later
    past_release(&past);
    past_release(&other);
}

/* What is shown now is what would be shown before the next answer. */
static void test_now_is_before(void **state)
{
    static struct followed all, until;
    struct past past = simulated(LEARNER_OWN);
    size_t card = past.entries[ANSWERS - 1].card, answers = 0;
    (void)state;
    place_points(&all, &past);
    follow(&past, card, &all);
    for (size_t i = 0; i < ANSWERS - 1; i++)
        answers += past.entries[i].card == card;
    struct calibration calibration;
    calibration_init(&calibration, past.card_count, fsrs_default_weights);
    past.count--;
    calibration_follow(&calibration, &past, card, until.before, NULL, 0);
    assert_true(
        same(calibration_recall(&calibration, card, past.entries[ANSWERS - 1].at_ms),
            all.before[answers]));
    calibration_release(&calibration);
    past_release(&past);
}

/* ---- marks and clocks ---- */

/* In hours; 'r' resets. */
static const struct act {
    int64_t hour;
    uint32_t card;
    char what;
} acts[] = { { 0, 0, '3' }, { 1, 0, '3' }, { 50, 0, '1' }, { 60, 0, 'r' }, { 70, 0, '3' },
    { 90, 1, '4' }, { 100, 0, '3' }, { 100000, 1, '3' }, { 200, 0, '2' } };

static struct past acted(void)
{
    struct past past = { .count = sizeof acts / sizeof *acts, .card_count = 2 };
    past.entries = mem_zeroed(past.count, sizeof *past.entries);
    for (size_t i = 0; i < past.count; i++)
        past.entries[i] = (struct past_entry){
            .at_ms = acts[i].hour * HOUR_MS,
            .card = acts[i].card,
            .kind = acts[i].what == 'r' ? EVENT_RESET : EVENT_REVIEW,
            .rating = acts[i].what == 'r' ? 1 : (uint8_t)(acts[i].what - '0'),
        };
    return past;
}

/* Answers since the reset; a clock that was years ahead once hides nothing that came after. */
static void test_marks_and_clocks(void **state)
{
    static const int64_t hours[] = { -1, 0, 61, 150, 201, 100001 };
    enum { COUNT = sizeof hours / sizeof *hours };
    struct calibration_point points[COUNT];
    struct calibration calibration;
    struct past past = acted();
    double before[6] = { -1, -1, -1, -1, -1, -1 };
    (void)state;
    for (int i = 0; i < COUNT; i++)
        points[i].at_ms = hours[i] * HOUR_MS;
    calibration_init(&calibration, past.card_count, fsrs_default_weights);
    calibration_follow(&calibration, &past, 0, before, points, COUNT);
    assert_true(isnan(before[0]));
    assert_true(before[1] > 0 && before[1] < 1 && before[2] > 0 && before[2] < 1);
    assert_true(before[3] == -1);         // three answers since the reset
    assert_true(isnan(points[0].recall)); // before the first answer
    assert_true(points[1].recall > 0.99); // right after it
    assert_true(isnan(points[2].recall)); // reset
    assert_true(points[3].recall < points[1].recall && points[3].recall > 0);
    assert_true(points[4].recall > points[3].recall); // refreshed
    assert_int_equal(points[4].known, past.count);
    assert_true(points[5].recall < points[4].recall);
    calibration_release(&calibration);
    past_release(&past);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_evaluated),
        cmocka_unit_test(test_causal),
        cmocka_unit_test(test_now_is_before),
        cmocka_unit_test(test_marks_and_clocks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
