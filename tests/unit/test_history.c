/*
 * Histories and their replay: order, ranks and elapsed time, and that replaying cards side
 * by side gives what the model gives one by one.
 */
#include "test.h"

#include "simulate.h"

#include "base/buf.h"
#include "fsrs/replay.h"

#include <stdbool.h>
#include <stdlib.h>

enum { DAY_MS = 86400000 };

/* ---- what is built ---- */

static void test_build(void **state)
{
    (void)state;
    // card 1 has none; events 2 and 3 are at one instant, the one given first is first
    static const struct fsrs_event events[] = {
        { 5 * DAY_MS, 2, 3 },
        { 1 * DAY_MS, 0, 1 },
        { 3 * DAY_MS, 2, 4 },
        { 3 * DAY_MS, 0, 2 },
        { 3 * DAY_MS, 2, 1 },
    };
    static const struct {
        double elapsed_days;
        uint32_t rank;
        uint8_t rating;
        bool counts;
    } want[] = {
        { 0, 0, 1, false },
        { 2, 2, 2, true },
        { 0, 1, 4, false },
        { 0, 3, 1, false },
        { 2, 4, 3, true },
    };
    struct fsrs_history history;
    fsrs_history_build(&history, events, 5, 3);
    assert_int_equal(history.card_count, 3);
    assert_int_equal(history.cards[0].count, 2);
    assert_int_equal(history.cards[1].count, 0);
    assert_int_equal(history.cards[2].first, 2);
    for (size_t i = 0; i < 5; i++) {
        const struct fsrs_answer *answer = &history.answers[i];
        print_message("answer %zu\n", i);
        assert_true(answer->elapsed_days == want[i].elapsed_days);
        assert_int_equal(answer->rank, want[i].rank);
        assert_int_equal(answer->rating, want[i].rating);
        assert_int_equal(fsrs_answer_counts(answer), want[i].counts);
        assert_int_equal(history.in_time[answer->rank], i);
    }
    assert_int_equal(fsrs_history_items(&history, 2), 0);
    assert_int_equal(fsrs_history_items(&history, 3), 1);
    assert_int_equal(fsrs_history_items(&history, SIZE_MAX), 2);
    fsrs_history_release(&history);
    fsrs_history_release(&history);
}

static void test_empty(void **state)
{
    (void)state;
    struct fsrs_history history;
    struct memory memories[2];
    fsrs_history_build(&history, NULL, 0, 2);
    fsrs_replay(&history, SIZE_MAX, fsrs_default_weights, NULL, memories);
    assert_true(memory_is_new(memories[0]) && memory_is_new(memories[1]));
    assert_true(fsrs_log_loss(&history, SIZE_MAX, fsrs_default_weights) == 0);
    fsrs_history_release(&history);
}

/* ---- replay ---- */

static void build_simulated(
    struct fsrs_history *history, enum learner_kind kind, size_t answers)
{
    size_t cards;
    struct fsrs_event *events = simulate(kind, 3, answers, &cards);
    assert_non_null(events);
    fsrs_history_build(history, events, answers, cards);
    free(events);
}

/* One by one; what is not known is left as the kernel must leave it. */
static double check_card(const struct fsrs_history *history, size_t card, size_t known,
    const double *recall, struct memory memory)
{
    struct fsrs_card_history part = history->cards[card];
    struct memory want = { 0 };
    double worst = 0;
    for (size_t i = part.first; i < part.first + part.count; i++) {
        const struct fsrs_answer *answer = &history->answers[i];
        bool first = i == part.first;
        if (first || answer->rank >= known)
            assert_true(recall[i] == -1);
        else
            worst = fmax(worst, fabs(recall[i] - fsrs_recall(want, answer->elapsed_days,
                                                     fsrs_default_weights)));
        if (answer->rank < known)
            want = fsrs_next(want, answer->elapsed_days, (enum fsrs_rating)answer->rating,
                fsrs_default_weights);
    }
    if (memory_is_new(want))
        assert_true(memory_is_new(memory));
    else
        worst = fmax(
            worst, fabs(memory.stability_days / want.stability_days - 1) +
                       fabs(memory.fast_stability_days / want.fast_stability_days - 1) +
                       fabs(memory.difficulty - want.difficulty));
    return worst;
}

static void test_replay(void **state)
{
    (void)state;
    struct fsrs_history history;
    build_simulated(&history, LEARNER_OWN, 5000);
    double *recall = mem_zeroed(history.answer_count, sizeof *recall);
    struct memory *memories = mem_zeroed(history.card_count, sizeof *memories);
    static const size_t known[] = { SIZE_MAX, 5000, 1234, 1, 0 };
    for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
        for (size_t i = 0; i < history.answer_count; i++)
            recall[i] = -1;
        fsrs_replay(&history, known[k], fsrs_default_weights, recall, memories);
        double worst = 0;
        for (size_t i = 0; i < history.card_count; i++)
            worst = fmax(worst, check_card(&history, i, known[k], recall, memories[i]));
        print_message("%zu known: within %.1g\n", known[k], worst);
        assert_true(worst < 1e-12);
    }
    free(recall);
    free(memories);
    fsrs_history_release(&history);
}

static void test_log_loss(void **state)
{
    (void)state;
    struct fsrs_history history;
    build_simulated(&history, LEARNER_AVERAGE, 2000);
    double sum = 0;
    for (size_t i = 0; i < history.card_count; i++) {
        struct memory memory = { 0 };
        for (size_t j = 0; j < history.cards[i].count; j++) {
            const struct fsrs_answer *a = &history.answers[history.cards[i].first + j];
            if (fsrs_answer_counts(a)) {
                double recall =
                    fsrs_recall(memory, a->elapsed_days, fsrs_default_weights);
                sum -= log(a->rating == FSRS_AGAIN ? 1 - recall : recall);
            }
            memory = fsrs_next(memory, a->elapsed_days, (enum fsrs_rating)a->rating,
                fsrs_default_weights);
        }
    }
    double want = sum / (double)fsrs_history_items(&history, SIZE_MAX);
    assert_near(fsrs_log_loss(&history, SIZE_MAX, fsrs_default_weights), want, 1e-12);
    fsrs_history_release(&history);
}

/* ---- the beginning of a history ---------------------------------------------------------- */

/* What a history would be that ended there, but for cards without answers. */
static void test_cut(void **state)
{
    (void)state;
    enum { ANSWERS = 2000 };
    static const size_t known[] = { 0, 1, 777, ANSWERS, SIZE_MAX };
    struct fsrs_history history, cut;
    build_simulated(&history, LEARNER_OWN, ANSWERS);
    for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
        size_t count = known[k] < ANSWERS ? known[k] : ANSWERS, before = 0;
        print_message("%zu known\n", known[k]);
        fsrs_history_cut(&cut, &history, known[k]);
        assert_int_equal(cut.answer_count, count);
        for (size_t rank = 0; rank < count; rank++)
            assert_memory_equal(&cut.answers[cut.in_time[rank]],
                &history.answers[history.in_time[rank]], sizeof *cut.answers);
        for (size_t i = 0; i < cut.card_count; before += cut.cards[i++].count) {
            assert_int_equal(cut.cards[i].first, before);
            assert_true(cut.cards[i].count > 0);
            assert_true(cut.answers[before].elapsed_days == 0);
        }
        assert_int_equal(before, count);
        assert_true(fsrs_loss_between(&cut, 0, SIZE_MAX, fsrs_default_weights) ==
                    fsrs_loss_between(&history, 0, known[k], fsrs_default_weights));
        fsrs_history_release(&cut);
    }
    fsrs_history_release(&history);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_build),
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_replay),
        cmocka_unit_test(test_log_loss),
        cmocka_unit_test(test_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
