/*
 * Fits: that they are what they promise to be, that they find what is there to be found,
 * and that few answers cost nothing that matters.
 */
#include "test.h"

#include "review_log.h"
#include "simulate.h"

#include "base/buf.h"
#include "fsrs/optimise.h"
#include "fsrs/refit.h"
#include "fsrs/replay.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static void build(
    struct fsrs_history *history, enum learner_kind kind, uint64_t seed, size_t answers)
{
    size_t cards;
    struct fsrs_event *events = simulate(kind, seed, answers, &cards);
    assert_non_null(events);
    fsrs_history_build(history, events, answers, cards);
    free(events);
}

static void fit(const struct fsrs_history *history,
    const struct fsrs_fit_options *options, struct fsrs_fit_result *result)
{
    double clipped[FSRS_PARAMS];
    fsrs_fit(history, options, NULL, result);
    assert_true(fsrs_weights_valid(result->weights));
    memcpy(clipped, result->weights, sizeof clipped);
    fsrs_weights_clip(clipped);
    assert_memory_equal(clipped, result->weights, sizeof clipped);
}

/* ---- what a fit promises ---- */

/* To the last bit, with batches large enough to be shared out. */
static void test_same_for_any_threads(void **state)
{
    (void)state;
    struct fsrs_history history;
    build(&history, LEARNER_OWN, 1, 40000);
    struct fsrs_fit_options options = fsrs_fit_options();
    struct fsrs_fit_result alone, result;
    options.epochs = 2;
    options.batch = 10000;
    fit(&history, &options, &alone);
    for (options.threads = 0; options.threads <= 5; options.threads++) {
        fit(&history, &options, &result);
        assert_memory_equal(result.weights, alone.weights, sizeof alone.weights);
    }
    options.seed = 2;
    fit(&history, &options, &result);
    assert_memory_not_equal(result.weights, alone.weights, sizeof alone.weights);
    fsrs_history_release(&history);
}

/* What comes after the first n answers has no influence, whatever it is. */
static void test_knows_no_future(void **state)
{
    (void)state;
    size_t cards, answers = 3000, known = 1100;
    struct fsrs_event *events = simulate(LEARNER_CHANGING, 4, answers, &cards);
    struct fsrs_history whole, past;
    fsrs_history_build(&whole, events, answers, cards);
    fsrs_history_build(&past, events, known, cards);
    struct fsrs_fit_options options = fsrs_fit_options();
    struct fsrs_fit_result from_whole, from_past;
    fit(&past, &options, &from_past);
    options.answers = known;
    fit(&whole, &options, &from_whole);
    assert_int_equal(from_whole.items, fsrs_history_items(&whole, known));
    assert_memory_equal(from_whole.weights, from_past.weights, sizeof from_past.weights);
    fsrs_history_release(&whole);
    fsrs_history_release(&past);
    free(events);
}

static void test_nothing_to_predict(void **state)
{
    (void)state;
    static const struct fsrs_event events[] = { { 1000, 0, 3 }, { 2000, 1, 1 },
        { 2000, 1, 3 } };
    struct fsrs_history history;
    struct fsrs_fit_result result;
    for (size_t count = 0; count <= 3; count++) {
        struct fsrs_fit_options options = fsrs_fit_options();
        fsrs_history_build(&history, events, count, 2);
        fit(&history, &options, &result);
        assert_int_equal(result.items, 0);
        assert_int_equal(result.steps, 0);
        assert_memory_equal(result.weights, options.start, sizeof options.start);
        fsrs_history_release(&history);
    }
}

struct watcher {
    size_t calls, last, total;
};

static void watch(void *context, size_t done, size_t total)
{
    struct watcher *watcher = context;
    assert_true(watcher->calls == 0 ? done == 0 : done > watcher->last);
    assert_true(done < total);
    watcher->last = done;
    watcher->total = total;
    watcher->calls++;
}

static void test_progress(void **state)
{
    (void)state;
    struct fsrs_history history;
    build(&history, LEARNER_AVERAGE, 1, 3000);
    struct fsrs_fit_options options = fsrs_fit_options();
    struct fsrs_fit_result result;
    struct watcher watcher = { 0 };
    struct fsrs_fit_watch told = { watch, &watcher };
    fsrs_fit(&history, &options, &told, &result);
    assert_int_equal(watcher.calls, result.steps);
    assert_int_equal(watcher.total, result.items * (size_t)options.epochs);
    fsrs_history_release(&history);
}

static void test_refit_due(void **state)
{
    (void)state;
    static const struct {
        size_t fitted, answers;
        bool due;
    } cases[] = {
        { 0, 0, false },
        { 0, 15, false },
        { 0, 16, true },
        { 16, 16, false },
        { 16, 17, true },
        { 1000, 1049, false },
        { 1000, 1050, true },
        { 1000, 999, true }, // a deck was reset
        { 1000, 15, false },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("%zu of %zu\n", cases[i].fitted, cases[i].answers);
        assert_int_equal(fsrs_refit_due(cases[i].fitted, cases[i].answers), cases[i].due);
    }
}

/* ---- what it finds ---- */

/* The mean log loss of the answers [first, last) in time, under weights. */
static double loss_between(
    const struct fsrs_history *history, size_t first, size_t last, const double *w)
{
    size_t items = fsrs_history_items(history, last) - fsrs_history_items(history, first);
    return fsrs_loss_between(history, first, last, w) / (double)items;
}

/* Fitted on the first half, judged by the second. */
static void test_finds_the_learner(void **state)
{
    (void)state;
    static const struct {
        enum learner_kind kind;
        double least; // that log loss must fall
    } cases[] = {
        { LEARNER_OWN, 0.015 },
        { LEARNER_EXPONENTIAL, 0.15 },
        { LEARNER_CARELESS, 0.008 },
        { LEARNER_BRISK, 0.02 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fsrs_history history;
        struct fsrs_fit_result result;
        struct fsrs_fit_options options = fsrs_fit_options();
        build(&history, cases[i].kind, 11, 20000);
        options.answers = 10000;
        fit(&history, &options, &result);
        double before = loss_between(&history, 10000, 20000, fsrs_default_weights);
        double after = loss_between(&history, 10000, 20000, result.weights);
        print_message(
            "%s: %.4f, fitted %.4f\n", learner_kind_name(cases[i].kind), before, after);
        assert_true(before - after > cases[i].least);
        fsrs_history_release(&history);
    }
}

/* On all kinds of learners together, the second half predicted by a fit to the first. */
static void test_better_than_published_recipe(void **state)
{
    (void)state;
    double ours = 0, published = 0;
    for (int kind = 0; kind < LEARNER_KINDS; kind++) {
        struct fsrs_history history;
        struct fsrs_fit_result result;
        struct fsrs_fit_options options = fsrs_fit_options();
        build(&history, (enum learner_kind)kind, 13, 8000);
        options.answers = 4000;
        fit(&history, &options, &result);
        ours += loss_between(&history, 4000, 8000, result.weights);
        options = fsrs_published_options();
        options.answers = 4000;
        fit(&history, &options, &result);
        published += loss_between(&history, 4000, 8000, result.weights);
        fsrs_history_release(&history);
    }
    print_message(
        "%.4f, published recipe %.4f\n", ours / LEARNER_KINDS, published / LEARNER_KINDS);
    assert_true(ours < published);
}

/* ---- that it does not cost ---- */

/*
 * Log loss as it really runs, refit by refit, each judged by the answers up to the next;
 * less that of the published weights.
 */
static double cost_of_refits(const struct fsrs_history *history)
{
    double w[FSRS_PARAMS], sum = 0, items = 0;
    size_t fitted = 0;
    for (size_t i = 1; i <= history->answer_count; i++) {
        if (i < history->answer_count && !fsrs_refit_due(fitted, i))
            continue;
        if (fitted > 0) {
            double part = (double)(fsrs_history_items(history, i) -
                                   fsrs_history_items(history, fitted));
            if (part > 0)
                sum += part * (loss_between(history, fitted, i, w) -
                                  loss_between(history, fitted, i, fsrs_default_weights));
            items += part;
        }
        fsrs_refit(fitted > 0 ? w : NULL, history, i, 1, 1, w);
        fitted = i;
    }
    return sum / items;
}

/*
 * The mean over learners of all kinds, few answers each, is a gain, and nobody pays for it.
 */
static void test_few_answers(void **state)
{
    (void)state;
    static const size_t sizes[] = { 60, 200, 600 };
    enum { SEEDS = 3 };
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        double mean = 0, worst = -1;
        for (int kind = 0; kind < LEARNER_KINDS; kind++) {
            for (uint64_t seed = 0; seed < SEEDS; seed++) {
                struct fsrs_history history;
                build(&history, (enum learner_kind)kind, 50 + seed, sizes[s]);
                double cost = cost_of_refits(&history);
                mean += cost / (LEARNER_KINDS * SEEDS);
                worst = fmax(worst, cost);
                fsrs_history_release(&history);
            }
        }
        print_message("%zu answers: mean %+.4f, worst %+.4f\n", sizes[s], mean, worst);
        assert_true(mean < 0);
        assert_true(worst < 0.002);
    }
}

/* Below sixteen items nothing is fitted: a fit would do worse on these very answers. */
static void test_so_few_answers(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 20; seed++) {
        struct fsrs_history history;
        double w[FSRS_PARAMS];
        build(&history, (enum learner_kind)(seed % LEARNER_KINDS), seed, 17);
        assert_true(fsrs_history_items(&history, SIZE_MAX) < 16);
        fsrs_refit(NULL, &history, SIZE_MAX, 1, 1, w);
        assert_memory_equal(w, fsrs_default_weights, sizeof w);
        fsrs_history_release(&history);
    }
}

/* How far weights are from the published ones, in sigmas. */
static double distance(const double w[FSRS_PARAMS])
{
    double sum = 0;
    for (size_t i = 0; i < FSRS_PARAMS; i++) {
        double sigmas = (w[i] - fsrs_default_weights[i]) / fsrs_weight_table[i].sigma;
        sum += sigmas * sigmas;
    }
    return sqrt(sum);
}

/* On few answers weights go as far as they have proven better, beyond that where they like. */
static void test_probation(void **state)
{
    (void)state;
    static const struct {
        enum learner_kind kind;
        size_t answers;
        double least, most; // sigmas
    } cases[] = {
        { LEARNER_AVERAGE, 200, 0, 0.3 },
        { LEARNER_AVERAGE, 1500, 0, 0.3 },
        { LEARNER_AVERAGE, 4000, 1, 10 },
        { LEARNER_EXPONENTIAL, 200, 1, 10 },
        { LEARNER_EXPONENTIAL, 1500, 1, 10 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fsrs_history history;
        double w[FSRS_PARAMS];
        build(&history, cases[i].kind, 60, cases[i].answers);
        fsrs_refit(NULL, &history, SIZE_MAX, 1, 1, w);
        print_message("%s, %zu answers: %.2f sigmas\n", learner_kind_name(cases[i].kind),
            cases[i].answers, distance(w));
        assert_true(fsrs_weights_valid(w));
        assert_true(distance(w) >= cases[i].least && distance(w) <= cases[i].most);
        fsrs_history_release(&history);
    }
}

/* Learners who had only some of a log's cards, or only its beginning. */
static void check_part(const struct fsrs_history *history, size_t of_cards, size_t number,
    size_t answers, double *worst)
{
    struct fsrs_event *events = mem_zeroed(history->answer_count, sizeof *events);
    struct fsrs_history part;
    size_t count = 0;
    for (size_t card = number; card < history->card_count; card += of_cards) {
        size_t end = history->cards[card].first + history->cards[card].count;
        for (size_t i = history->cards[card].first; i < end; i++) {
            const struct fsrs_answer *answer = &history->answers[i];
            if (answer->rank < answers)
                events[count++] =
                    (struct fsrs_event){ answer->at_ms, (uint32_t)card, answer->rating };
        }
    }
    fsrs_history_build(&part, events, count, history->card_count);
    *worst = fmax(*worst, cost_of_refits(&part));
    fsrs_history_release(&part);
    free(events);
}

/* Parts in which there is little to learn from, and what was learnt might cost. */
static void check_parts(const struct fsrs_history *history)
{
    enum { PARTS = 24, FIRST = 130 };
    double worst = -1, worst_beginning = -1;
    for (size_t i = 0; i < PARTS; i++)
        check_part(history, PARTS, i, SIZE_MAX, &worst);
    for (size_t answers = FIRST; answers <= 8 * FIRST; answers *= 2)
        check_part(history, 1, 0, answers, &worst_beginning);
    print_message("    of %d parts the worst %+.4f, of beginnings %+.4f\n", PARTS, worst,
        worst_beginning);
    assert_true(worst < 0.003);
    assert_true(worst_beginning < 0.001);
}

static void check_real_log(const char *path)
{
    struct fsrs_history history;
    if (!review_log_load(path, &history)) {
        print_message("skipped: no %s beside the repository\n", path);
        return;
    }
    double cost = cost_of_refits(&history);
    print_message("%s: refits %+.4f\n", path, cost);
    assert_true(cost < -0.01);
    check_parts(&history);
    for (size_t fold = 1; fold <= 5; fold++) {
        struct fsrs_fit_options options = fsrs_fit_options();
        struct fsrs_fit_result result;
        size_t known = history.answer_count * fold / 6;
        size_t next = history.answer_count * (fold + 1) / 6;
        options.answers = known;
        fit(&history, &options, &result);
        double before = loss_between(&history, known, next, fsrs_default_weights);
        double after = loss_between(&history, known, next, result.weights);
        print_message("    fold %zu: %.4f, fitted %.4f\n", fold, before, after);
        assert_true(after < before + 0.001);
    }
    fsrs_history_release(&history);
}

static void test_real_logs(void **state)
{
    (void)state;
    check_real_log(TEST_PATH("../shared/reviews/josh_pyfsrs.csv"));
    check_real_log(TEST_PATH("../shared/reviews/illdepence.csv"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_for_any_threads),
        cmocka_unit_test(test_knows_no_future),
        cmocka_unit_test(test_nothing_to_predict),
        cmocka_unit_test(test_progress),
        cmocka_unit_test(test_refit_due),
        cmocka_unit_test(test_finds_the_learner),
        cmocka_unit_test(test_better_than_published_recipe),
        cmocka_unit_test(test_few_answers),
        cmocka_unit_test(test_so_few_answers),
        cmocka_unit_test(test_probation),
        cmocka_unit_test(test_real_logs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
