/*
 * How predictions are judged, against values worked out by hand and by other programs; those
 * who predict for comparison; splits, refits and calibration.
 */
#include "test.h"

#include "simulate.h"
#include "vectors.h"

#include "base/buf.h"
#include "fsrs/calibrate.h"
#include "fsrs/evaluate.h"
#include "fsrs/sm2.h"

#include <stdlib.h>
#include <string.h>

/* ---- metrics ----------------------------------------------------------------------------- */

/* Worked out by hand; -1 stands for what is not defined. */
static void test_scores(void **state)
{
    (void)state;
    static const struct {
        const char *what;
        struct fsrs_prediction predictions[5];
        size_t count;
        double log_loss, rmse_bins, auc;
    } cases[] = {
        { .what = "nothing", .log_loss = -1, .rmse_bins = -1, .auc = -1 },
        { "one answer, remembered", { { 0.5, 1, 1, 0, true } }, 1, 0.6931471805599453,
            0.5, -1 },
        { "certain and right", { { 1, 1, 1, 0, true }, { 0, 1, 1, 0, false } }, 2, 0, 0,
            1 },
        { "certain and wrong", { { 1, 1, 1, 0, false } }, 1, 36.0084523649696, 1, -1 },
        { "the wrong way round", { { 0.25, 1, 1, 0, true }, { 0.75, 1, 1, 0, false } }, 2,
            1.3862943611198906, 0, 0 },
        { "a tie is half", { { 0.5, 1, 1, 0, true }, { 0.5, 1, 1, 0, false } }, 2,
            0.6931471805599453, 0, 0.5 },
        { "errors of one bin cancel, of two do not",
            { { 0.8, 1, 1, 0, true }, { 0.2, 2, 1, 0, false }, { 0.8, 99, 1, 0, true },
                { 0.2, 1, 9, 0, false } },
            4, 0.2231435513142097, 0.1414213562373095, 1 },
        { "three of four pairs told apart",
            { { 0.9, 1, 1, 0, true }, { 0.6, 1, 1, 0, true }, { 0.7, 1, 1, 0, false },
                { 0.1, 1, 1, 0, false } },
            4, 0.4813798648518949, 0.075, 0.75 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fsrs_score score = fsrs_score_of(cases[i].predictions, cases[i].count);
        print_message("%s\n", cases[i].what);
        assert_int_equal(score.items, cases[i].count);
        if (cases[i].count == 0)
            assert_true(isnan(score.log_loss) && isnan(score.rmse_bins));
        else {
            assert_true(fabs(score.log_loss - cases[i].log_loss) < 1e-12);
            assert_true(fabs(score.rmse_bins - cases[i].rmse_bins) < 1e-12);
        }
        if (cases[i].auc < 0)
            assert_true(isnan(score.auc));
        else
            assert_near(score.auc, cases[i].auc, 1e-12);
    }
}

/* Numbers whose bins begin anew, of the published edges. */
static void test_bin_edges(void **state)
{
    (void)state;
    static const uint32_t days[] = { 0, 1, 4, 14, 48, 172, 622, 2251 };
    static const uint32_t reviews[] = { 1, 2, 4, 7, 13, 25, 46, 87 };
    static const uint32_t lapses[] = { 0, 1, 2, 3, 6, 9, 16, 27 };
    for (size_t i = 1; i < 8; i++) {
        struct fsrs_prediction at = { .days = days[i], .reviews = 1 }, below = at;
        below.days--;
        assert_true(fsrs_bin_of(&at) > fsrs_bin_of(&below));
        at = below = (struct fsrs_prediction){ .days = 1, .reviews = reviews[i] };
        below.reviews--;
        assert_true(fsrs_bin_of(&at) > fsrs_bin_of(&below));
        at = below =
            (struct fsrs_prediction){ .days = 1, .reviews = 1, .lapses = lapses[i] };
        below.lapses--;
        assert_true(fsrs_bin_of(&at) > fsrs_bin_of(&below));
    }
    struct fsrs_prediction three = { .days = 3, .reviews = 3, .lapses = 7 };
    struct fsrs_prediction two = { .days = 2, .reviews = 2, .lapses = 6 };
    assert_int_equal(fsrs_bin_of(&three), fsrs_bin_of(&two));
    struct fsrs_prediction huge = { 0.5, UINT32_MAX, UINT32_MAX, UINT32_MAX, true };
    assert_true(fsrs_bin_of(&huge) < FSRS_BINS);
}

static void test_reliability(void **state)
{
    (void)state;
    struct fsrs_prediction predictions[] = { { .recall = 0 }, { .recall = 0.2 },
        { .recall = 0.8, .remembered = true }, { .recall = 0.9 },
        { .recall = 1, .remembered = true } };
    struct fsrs_reliability ranges[2];
    fsrs_reliability_of(predictions, 5, ranges, 2);
    assert_near(ranges[0].high, 0.75, 1e-15);
    assert_near(ranges[1].high, 1, 0);
    assert_int_equal(ranges[0].items, 2);
    assert_near(ranges[0].predicted, 0.1, 1e-15);
    assert_near(ranges[0].remembered, 0, 0);
    assert_int_equal(ranges[1].items, 3);
    assert_near(ranges[1].predicted, 0.9, 1e-15);
    assert_near(ranges[1].remembered, 2.0 / 3, 1e-15);
}

static double number_in(const cJSON *object, const char *key)
{
    return vectors_member(object, key)->valuedouble;
}

/* A row is days, reviews, lapses, remembered, recall. */
static void check_set(const cJSON *set)
{
    const cJSON *rows = vectors_member(set, "rows"), *row;
    size_t count = 0;
    struct fsrs_prediction *predictions =
        mem_zeroed(vectors_count(rows), sizeof *predictions);
    cJSON_ArrayForEach(row, rows)
    {
        double v[5];
        for (size_t i = 0; i < 5; i++)
            v[i] = vectors_number(row, i);
        predictions[count++] = (struct fsrs_prediction){ v[4], (uint32_t)v[0],
            (uint32_t)v[1], (uint32_t)v[2], v[3] > 0 };
    }
    struct fsrs_score score = fsrs_score_of(predictions, count);
    assert_near(score.log_loss, number_in(set, "log_loss"), 1e-12);
    assert_near(score.rmse_bins, number_in(set, "rmse_bins"), 1e-12);
    assert_near(score.auc, number_in(set, "auc"), 1e-12);
    free(predictions);
}

static void test_vectors(void **state)
{
    (void)state;
    cJSON *json = vectors_load("metrics.json");
    const cJSON *set;
    if (json == NULL)
        return;
    cJSON_ArrayForEach(set, vectors_member(json, "sets")) check_set(set);
    cJSON_Delete(json);
}

/* ---- SM-2 -------------------------------------------------------------------------------- */

static void test_sm2(void **state)
{
    (void)state;
    static const struct {
        enum fsrs_rating rating;
        double days, ease;
    } steps[] = {
        { FSRS_GOOD, 1, 2.5 },
        { FSRS_GOOD, 6, 2.5 },
        { FSRS_GOOD, 15, 2.5 },
        { FSRS_EASY, 37.5, 2.6 },
        { FSRS_HARD, 97.5, 2.46 },
        { FSRS_AGAIN, 1, 1.92 },
        { FSRS_GOOD, 1, 1.92 },
        { FSRS_GOOD, 6, 1.92 },
        { FSRS_AGAIN, 1, 1.38 },
        { FSRS_AGAIN, 1, 1.3 },
    };
    struct memory memory = { 0 };
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        memory = sm2_next(memory, steps[i].rating);
        assert_near(memory.stability_days, steps[i].days, 1e-12);
        assert_near(memory.difficulty, steps[i].ease, 1e-12);
        assert_near(sm2_recall(memory, steps[i].days), 0.9, 1e-12);
        assert_near(sm2_recall(memory, 2 * steps[i].days), 0.81, 1e-12);
    }
}

/* ---- splits ------------------------------------------------------------------------------ */

/* What a predictor was asked to do. */
static struct {
    size_t known[8], until[8], count;
} asked;

static void ask(
    const struct fsrs_history *history, size_t known, size_t until, double *recall)
{
    (void)history;
    (void)recall;
    asked.known[asked.count] = known;
    asked.until[asked.count++] = until;
}

static const struct fsrs_predictor asking = { "asking", "", ask };

/* A card answered so often, a day apart: all answers but the first are items. */
static struct fsrs_history one_card(size_t answers)
{
    struct fsrs_event events[512];
    struct fsrs_history history;
    for (size_t i = 0; i < answers; i++)
        events[i] = (struct fsrs_event){ (int64_t)i * 86400000, 0, 3 };
    fsrs_history_build(&history, events, answers, 1);
    return history;
}

/* The blocks that scikit-learn makes, moved by the first answer, which is no item. */
static void test_split(void **state)
{
    (void)state;
    static const struct {
        size_t items, folds, known[5], end;
    } cases[] = {
        { 6, 5, { 1, 2, 3, 4, 5 }, 6 },
        { 7, 5, { 2, 3, 4, 5, 6 }, 7 },
        { 11, 5, { 6, 7, 8, 9, 10 }, 11 },
        { 100, 5, { 20, 36, 52, 68, 84 }, 100 },
        { 103, 5, { 18, 35, 52, 69, 86 }, 103 },
        { 10, 1, { 5 }, 10 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fsrs_history history = one_card(cases[i].items + 1);
        double *recall = fsrs_predictions_make(&history);
        print_message("%zu items\n", cases[i].items);
        asked.count = 0;
        fsrs_predict_split(&history, cases[i].folds, &asking, NULL, recall);
        assert_int_equal(asked.count, cases[i].folds);
        for (size_t j = 0; j < asked.count; j++) {
            size_t end = j + 1 < asked.count ? cases[i].known[j + 1] : cases[i].end;
            assert_int_equal(asked.known[j], cases[i].known[j] + 1);
            assert_int_equal(asked.until[j], end + 1);
        }
        free(recall);
        fsrs_history_release(&history);
    }
}

static void test_split_of_few(void **state)
{
    (void)state;
    struct fsrs_history history = one_card(6), none = { 0 };
    double *recall = fsrs_predictions_make(&history);
    asked.count = 0;
    fsrs_predict_split(&history, 5, &asking, NULL, recall);
    fsrs_predict_split(&none, 5, &asking, NULL, recall);
    assert_int_equal(asked.count, 0);
    free(recall);
    fsrs_history_release(&history);
}

/* ---- predictors -------------------------------------------------------------------------- */

static struct fsrs_history learner(enum learner_kind kind, size_t answers)
{
    size_t cards;
    struct fsrs_history history;
    struct fsrs_event *events = simulate(kind, 7, answers, &cards);
    fsrs_history_build(&history, events, answers, cards);
    free(events);
    return history;
}

static const struct fsrs_predictor *const predictors[] = { &fsrs_predictor_fitted,
    &fsrs_predictor_published, &fsrs_predictor_fsrs6, &fsrs_predictor_fsrs6_published,
    &fsrs_predictor_sm2, &fsrs_predictor_constant };

/* What comes after an answer changes no prediction of it; and each is a probability. */
static void test_predictors_see_no_future(void **state)
{
    (void)state;
    enum { ANSWERS = 900, KNOWN = 500, UNTIL = 700 };
    struct fsrs_history history = learner(LEARNER_OWN, ANSWERS);
    for (size_t i = 0; i < sizeof predictors / sizeof *predictors; i++) {
        double *recall = fsrs_predictions_make(&history);
        double *changed = fsrs_predictions_make(&history);
        print_message("%s\n", predictors[i]->name);
        predictors[i]->predict(&history, KNOWN, UNTIL, recall);
        uint32_t last = history.in_time[UNTIL - 1];
        uint8_t rating = history.answers[last].rating;
        history.answers[last].rating = rating == 1 ? 4 : 1;
        predictors[i]->predict(&history, KNOWN, UNTIL, changed);
        history.answers[last].rating = rating;
        for (size_t j = 0; j < ANSWERS; j++) {
            const struct fsrs_answer *answer = &history.answers[j];
            bool wanted =
                answer->rank >= KNOWN && answer->rank < UNTIL &&
                (j > 0 && answer[-1].rank < answer->rank && answer->elapsed_days > 0);
            if (wanted)
                assert_true(recall[j] > 0 && recall[j] < 1);
            if (answer->rank < KNOWN || answer->rank >= UNTIL)
                assert_true(isnan(recall[j]));
            assert_true(isnan(recall[j]) == isnan(changed[j]));
            assert_true(isnan(recall[j]) || recall[j] == changed[j]);
        }
        free(recall);
        free(changed);
    }
    fsrs_history_release(&history);
}

static double loss_of_refits(const struct fsrs_history *history, double *recall)
{
    fsrs_predict_refits(history, 5, 1, NULL, recall);
    return fsrs_score_predictions(history, recall, NULL).log_loss;
}

/* Refits predict every answer but firsts, and each only from what lies before it. */
static void test_refits(void **state)
{
    (void)state;
    enum { ANSWERS = 3000, HALF = 1500 };
    struct fsrs_history history = learner(LEARNER_OWN, ANSWERS);
    double *recall = fsrs_predictions_make(&history);
    double *published = fsrs_predictions_make(&history);
    double loss = loss_of_refits(&history, recall);
    fsrs_predict_range(&history, 0, ANSWERS, fsrs_default_weights, published);
    for (size_t i = 0; i < ANSWERS; i++)
        assert_true(isnan(recall[i]) == isnan(published[i]));
    assert_true(loss < fsrs_score_predictions(&history, published, NULL).log_loss);
    double *changed = fsrs_predictions_make(&history);
    for (size_t rank = HALF; rank < ANSWERS; rank++)
        history.answers[history.in_time[rank]].rating = 1;
    loss_of_refits(&history, changed);
    for (size_t rank = 0; rank < HALF; rank++) {
        size_t place = history.in_time[rank];
        assert_true(isnan(recall[place]) || recall[place] == changed[place]);
    }
    free(recall);
    free(published);
    free(changed);
    fsrs_history_release(&history);
}

struct told {
    size_t count, done[64], total;
};

static void note(void *context, size_t done, size_t total)
{
    struct told *told = context;
    told->done[told->count++ % 64] = done;
    told->total = total;
}

/* How far it is goes by the answers that each fit learns from, not by those that are over. */
static void test_progress(void **state)
{
    (void)state;
    static const size_t splits[] = { 0, 20, 56, 108, 176 }, refits[] = { 0, 1, 3, 7, 15 };
    struct fsrs_history history = one_card(101), few = one_card(17);
    double *recall = fsrs_predictions_make(&history);
    struct told told = { 0 };
    struct fsrs_fit_watch watch = { note, &told };
    fsrs_predict_split(&history, 5, &asking, &watch, recall);
    assert_int_equal(told.count, 5);
    assert_memory_equal(told.done, splits, sizeof splits);
    assert_int_equal(told.total, 20 + 36 + 52 + 68 + 84);
    told.count = 0;
    fsrs_predict_refits(&few, 100, 1, &watch, recall); // of 1, 2, 4, 8 and 16 answers
    assert_int_equal(told.count, 5);
    assert_memory_equal(told.done, refits, sizeof refits);
    assert_int_equal(told.total, 31);
    free(recall);
    fsrs_history_release(&history);
    fsrs_history_release(&few);
}

/* ---- calibration ------------------------------------------------------------------------- */

/* Nothing that comes later changes a prediction, and on learners who change it pays. */
static void test_calibration_is_causal(void **state)
{
    (void)state;
    enum { ANSWERS = 4000 };
    struct fsrs_history history = learner(LEARNER_CHANGING, ANSWERS);
    struct fsrs_calibration calibration;
    double *first = fsrs_predictions_make(&history);
    double *second = fsrs_predictions_make(&history);
    fsrs_predict_range(&history, 0, ANSWERS, fsrs_default_weights, first);
    memcpy(second, first, ANSWERS * sizeof *first);
    double plain = fsrs_score_predictions(&history, first, NULL).log_loss;
    fsrs_calibration_init(&calibration);
    fsrs_calibrate(&history, NULL, &calibration, first);
    assert_true(fsrs_score_predictions(&history, first, NULL).log_loss < plain);
    size_t newest = history.in_time[ANSWERS - 1];
    history.answers[newest].rating = history.answers[newest].rating == 1 ? 3 : 1;
    fsrs_calibration_init(&calibration);
    fsrs_calibrate(&history, NULL, &calibration, second);
    for (size_t i = 0; i < ANSWERS; i++)
        assert_true(isnan(first[i]) ? isnan(second[i]) : first[i] == second[i]);
    free(first);
    free(second);
    fsrs_history_release(&history);
}

/* Where predictions begin late, it has learnt from the published weights' until then. */
static void test_calibration_before_the_first(void **state)
{
    (void)state;
    enum { ANSWERS = 2000, HALF = 1000 };
    struct fsrs_history history = learner(LEARNER_CHANGING, ANSWERS);
    double *whole = fsrs_predictions_make(&history);
    double *late = fsrs_predictions_make(&history);
    fsrs_predict_range(&history, 0, ANSWERS, fsrs_default_weights, whole);
    fsrs_predict_range(&history, HALF, ANSWERS, fsrs_default_weights, late);
    fsrs_predictions_calibrate(&history, whole);
    fsrs_predictions_calibrate(&history, late);
    for (size_t i = 0; i < ANSWERS; i++)
        if (history.answers[i].rank < HALF || isnan(whole[i]))
            assert_true(isnan(late[i]));
        else
            assert_true(late[i] == whole[i]);
    free(whole);
    free(late);
    fsrs_history_release(&history);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scores),
        cmocka_unit_test(test_bin_edges),
        cmocka_unit_test(test_reliability),
        cmocka_unit_test(test_vectors),
        cmocka_unit_test(test_sm2),
        cmocka_unit_test(test_split),
        cmocka_unit_test(test_split_of_few),
        cmocka_unit_test(test_predictors_see_no_future),
        cmocka_unit_test(test_refits),
        cmocka_unit_test(test_progress),
        cmocka_unit_test(test_calibration_is_causal),
        cmocka_unit_test(test_calibration_before_the_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
