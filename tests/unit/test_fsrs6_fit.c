/*
 * FSRS-6 fitted: where a fit begins, what it leaves alone, and that it is as good as that of
 * fsrs-rs; else FSRS-7 would be flattered by comparison.
 */
#include "test.h"

#include "simulate.h"
#include "vectors.h"

#include "base/buf.h"
#include "base/day.h"
#include "fsrs/evaluate.h"
#include "fsrs/fsrs6_fit.h"
#include "fsrs/fsrs6_gradient.h"
#include "fsrs/fsrs6_start.h"

#include <stdlib.h>
#include <string.h>

/* ---- how cards began --------------------------------------------------------------------- */

/* Cards that began alike, and what is left of all. */
struct alike {
    int rating, days, cards, remembered;
};

static size_t put_beginnings(
    struct fsrs6_beginning *beginnings, const struct alike *alike, size_t groups)
{
    size_t count = 0;
    for (size_t i = 0; i < groups; i++)
        for (int j = 0; j < alike[i].cards; j++, count++)
            beginnings[count] = (struct fsrs6_beginning){ count, alike[i].days,
                (uint8_t)alike[i].rating, j < alike[i].remembered };
    return count;
}

static void test_outliers(void **state)
{
    (void)state;
    enum { GROUPS = 5, MOST = 2000 };
    static const struct {
        const char *what;
        struct alike alike[GROUPS];
        size_t left;
    } cases[] = {
        { "twenty cards are enough", { { 3, 1, 20, 0 } }, 20 },
        { "nineteen are not", { { 3, 1, 19, 0 } }, 0 },
        { "for each rating by itself", { { 1, 1, 19, 0 }, { 3, 1, 20, 0 } }, 20 },
        { "the smallest go while they are less than twenty",
            { { 3, 1, 100, 0 }, { 3, 2, 10, 0 }, { 3, 3, 9, 0 }, { 3, 4, 8, 0 } }, 110 },
        { "of two as small the sooner",
            { { 3, 1, 100, 0 }, { 3, 3, 10, 0 }, { 3, 2, 11, 0 }, { 3, 4, 10, 0 } },
            121 },
        { "or less than a twentieth",
            { { 3, 1, 1000, 0 }, { 3, 2, 30, 0 }, { 3, 3, 20, 0 } }, 1000 },
        { "fewer than six go in any case",
            { { 3, 1, 100, 0 }, { 3, 2, 5, 0 }, { 3, 3, 5, 0 }, { 3, 4, 5, 0 },
                { 3, 5, 5, 0 } },
            100 },
        { "six do not",
            { { 3, 1, 100, 0 }, { 3, 2, 6, 0 }, { 3, 3, 6, 0 }, { 3, 4, 6, 0 },
                { 3, 5, 6, 0 } },
            106 },
        { "a hundred days", { { 3, 100, 50, 0 } }, 50 },
        { "are the most", { { 3, 101, 50, 0 } }, 0 },
        { "but after Easy", { { 4, 365, 50, 0 } }, 50 },
        { "for a year", { { 4, 366, 50, 0 } }, 0 },
    };
    static struct fsrs6_beginning beginnings[MOST];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t count = put_beginnings(beginnings, cases[i].alike, GROUPS);
        print_message("%s\n", cases[i].what);
        size_t left = fsrs6_drop_outliers(beginnings, count);
        assert_int_equal(left, cases[i].left);
        for (size_t j = 1; j < left; j++)
            assert_true(beginnings[j - 1].rating < beginnings[j].rating ||
                        (beginnings[j - 1].rating == beginnings[j].rating &&
                            beginnings[j - 1].days <= beginnings[j].days));
    }
}

/* Cards remembered as often as a stability says give this stability back. */
static void test_first_stabilities(void **state)
{
    (void)state;
    enum { DAYS = 4, CARDS = 1000 };
    static const double wanted[] = { 0.05, 0.9, 3.3, 17 };
    static const int32_t days[DAYS] = { 1, 3, 8, 25 };
    static struct fsrs6_beginning beginnings[4 * DAYS * CARDS];
    struct alike alike[4 * DAYS];
    double got[4];
    for (int i = 0; i < 4 * DAYS; i++) {
        struct memory memory = { .stability_days = wanted[i / DAYS] };
        double recall = fsrs6_recall(memory, days[i % DAYS], fsrs6_default_weights);
        alike[i] = (struct alike){ 1 + i / DAYS, days[i % DAYS], CARDS,
            (int)lrint(CARDS * recall) };
    }
    size_t count = put_beginnings(beginnings, alike, 4 * DAYS);
    fsrs6_first_stabilities(beginnings, count, 0.8, got);
    for (size_t i = 0; i < 4; i++)
        assert_near(got[i], wanted[i], 0.02);
}

/* Of few cards all remembered, the share of all answers holds the stability down. */
static void test_few_beginnings(void **state)
{
    (void)state;
    struct fsrs6_beginning beginnings[20];
    double hopeful[4], doubtful[4];
    struct alike alike = { 3, 2, 20, 20 };
    size_t count = put_beginnings(beginnings, &alike, 1);
    fsrs6_first_stabilities(beginnings, count, 0.99, hopeful);
    fsrs6_first_stabilities(beginnings, count, 0.5, doubtful);
    assert_true(doubtful[2] < hopeful[2]);
    fsrs6_first_stabilities(beginnings, 0, 0.9, hopeful);
    for (size_t i = 0; i < 4; i++)
        assert_near(hopeful[i], fsrs6_default_weights[i], 0);
}

/* What is missing, by the formulas that fsrs-rs has for each case. */
static void test_complete_stabilities(void **state)
{
    (void)state;
    const double a = 0.41, b = 0.54, c = a + b - a * b, nan_ = nan("");
    const double *p = fsrs6_default_weights;
    const struct {
        const char *what;
        double stabilities[4];
        size_t cards[4];
        double want[4];
    } cases[] = {
        { "all known", { 1, 2, 3, 4 }, { 1, 1, 1, 1 }, { 1, 2, 3, 4 } },
        { "the better has more", { 3, 2, 4, 5 }, { 1, 2, 1, 1 }, { 2, 2, 4, 5 } },
        { "the worse has more", { 1, 2, 9, 5 }, { 1, 1, 2, 1 }, { 1, 2, 9, 9 } },
        { "as many: the better", { 1, 3, 2, 5 }, { 1, 1, 1, 1 }, { 1, 2, 2, 5 } },
        { "without Hard", { 1, nan_, 3, 4 }, { 1, 0, 1, 1 }, { 1, pow(3, 1 - a), 3, 4 } },
        { "without Good", { 1, 2, nan_, 4 }, { 1, 1, 0, 1 },
            { 1, 2, pow(2, 1 - b) * pow(4, b), 4 } },
        { "without Easy", { 1, 2, 3, nan_ }, { 1, 1, 1, 0 },
            { 1, 2, 3, pow(2, 1 - 1 / b) * pow(3, 1 / b) } },
        { "without Again", { nan_, 2, 3, 4 }, { 0, 1, 1, 1 },
            { pow(2, 1 / a) * pow(3, 1 - 1 / a), 2, 3, 4 } },
        { "Again and Hard", { 1, 2, nan_, nan_ }, { 1, 1, 0, 0 },
            { 1, 2, pow(2, 1 / (1 - a)), pow(2, 1 - 1 / b) * pow(2, 1 / (1 - a) / b) } },
        { "Good and Easy", { nan_, nan_, 3, 4 }, { 0, 0, 1, 1 },
            { pow(pow(3, 1 / (1 - b)) * pow(4, 1 - 1 / (1 - b)), 1 / a) *
                    pow(3, 1 - 1 / a),
                pow(3, 1 / (1 - b)) * pow(4, 1 - 1 / (1 - b)), 3, 4 } },
        { "Again and Easy", { 2, nan_, nan_, 9 }, { 1, 0, 0, 1 },
            { 2, pow(2, a / c) * pow(9, 1 - a / c), pow(2, 1 - b / c) * pow(9, b / c),
                9 } },
        { "Good alone", { nan_, nan_, 2 * p[2], nan_ }, { 0, 0, 1, 0 },
            { 2 * p[0], 2 * p[1], 2 * p[2], 2 * p[3] } },
        { "not above the box", { nan_, nan_, 90, nan_ }, { 0, 0, 1, 0 },
            { 90 * p[0] / p[2], 90 * p[1] / p[2], 90, 100 } },
        { "none", { nan_, nan_, nan_, nan_ }, { 0 }, { p[0], p[1], p[2], p[3] } },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double got[4];
        print_message("%s\n", cases[i].what);
        memcpy(got, cases[i].stabilities, sizeof got);
        fsrs6_complete_stabilities(got, cases[i].cards);
        for (size_t j = 0; j < 4; j++)
            assert_near(got[j], cases[i].want[j], 1e-12);
    }
}

/* ---- fits -------------------------------------------------------------------------------- */

static int32_t *study_days_of(const struct fsrs_history *history)
{
    int32_t *days = mem_zeroed(history->answer_count, sizeof *days);
    for (size_t i = 0; i < history->answer_count; i++)
        days[i] = (int32_t)(history->answers[i].at_ms / DAY_MS);
    return days;
}

static void fit(const struct fsrs_history *history, double w[FSRS6_PARAMS])
{
    int32_t *days = study_days_of(history);
    fsrs6_fit(history, days, history->answer_count, w);
    free(days);
}

/* So many cards, each answered so often at that distance, Again at every tenth. */
static struct fsrs_history regular(size_t cards, size_t answers, int64_t apart_ms)
{
    struct fsrs_event *events = mem_zeroed(cards * answers, sizeof *events);
    struct fsrs_history history;
    for (size_t i = 0; i < cards * answers; i++)
        events[i] = (struct fsrs_event){ (int64_t)(i / cards) * apart_ms,
            (uint32_t)(i % cards), i % 10 == 7 ? 1 : 3 };
    fsrs_history_build(&history, events, cards * answers, cards);
    free(events);
    return history;
}

/* How many of the published weights a fit moved: first stabilities, and the rest. */
static void test_too_little_to_fit(void **state)
{
    (void)state;
    static const struct {
        const char *what;
        size_t cards, answers;
        int64_t apart_ms;
        bool first, rest;
    } cases[] = {
        { "nothing", 0, 0, DAY_MS, false, false },
        { "first answers only", 500, 1, DAY_MS, false, false },
        { "all on one day", 100, 5, 1000, false, false },
        { "outliers only", 10, 20, DAY_MS, false, false },
        { "fewer than 64 to predict", 63, 2, DAY_MS, true, false },
        { "a single interval of each card", 500, 2, DAY_MS, true, false },
        { "enough", 40, 3, DAY_MS, true, true },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fsrs_history history =
            regular(cases[i].cards, cases[i].answers, cases[i].apart_ms);
        double w[FSRS6_PARAMS];
        bool first = false, rest = false;
        print_message("%s\n", cases[i].what);
        fit(&history, w);
        for (size_t j = 0; j < FSRS6_PARAMS; j++)
            *(j < 4 ? &first : &rest) |= w[j] != fsrs6_default_weights[j];
        assert_true(first == cases[i].first && rest == cases[i].rest);
        fsrs_history_release(&history);
    }
}

/* Of a card the first 256 answers are learnt from, and the last teaches. */
static void test_longest_card(void **state)
{
    (void)state;
    enum { CARDS = 30, LAST = FSRS6_MAX_ANSWERS - 1 };
    struct fsrs_history history = regular(CARDS, LAST + 10, DAY_MS);
    double before[FSRS6_PARAMS], after[FSRS6_PARAMS];
    fit(&history, before);
    history.answers[history.cards[3].first + LAST + 1].rating = 2;
    fit(&history, after);
    assert_memory_equal(before, after, sizeof before);
    history.answers[history.cards[3].first + LAST].rating = 1;
    fit(&history, after);
    assert_memory_not_equal(before, after, sizeof before);
    fsrs_history_release(&history);
}

/* A fit predicts unseen days better than the published weights do, of learners of all kinds. */
static void test_fit_pays(void **state)
{
    (void)state;
    enum { ANSWERS = 6000 };
    for (int kind = 0; kind < LEARNER_KINDS; kind++) {
        struct fsrs_history history;
        size_t cards;
        struct fsrs_event *events = simulate((enum learner_kind)kind, 5, ANSWERS, &cards);
        fsrs_history_build(&history, events, ANSWERS, cards);
        double *ours = fsrs_predictions_make(&history);
        double *published = fsrs_predictions_make(&history);
        fsrs_predict_split(&history, 5, &fsrs_predictor_fsrs6, NULL, ours);
        fsrs_predict_split(&history, 5, &fsrs_predictor_fsrs6_published, NULL, published);
        double fitted = fsrs_score_predictions(&history, ours, NULL).days_loss;
        double plain = fsrs_score_predictions(&history, published, NULL).days_loss;
        print_message("%s: %.4f, published %.4f\n",
            learner_kind_name((enum learner_kind)kind), fitted, plain);
        assert_true(fitted < plain);
        free(events);
        free(ours);
        free(published);
        fsrs_history_release(&history);
    }
}

/* ---- the fit of fsrs-rs ------------------------------------------------------------------ */

/* The cards of the vectors as a history; answers on one day a minute apart. */
static struct fsrs_history read_history(const cJSON *json)
{
    const cJSON *cards = vectors_member(json, "cards"),
                *starts = vectors_member(json, "start_day");
    size_t card_count = vectors_count(cards), count = 0, capacity = 0;
    struct fsrs_event *events = NULL;
    struct fsrs_history history;
    for (size_t i = 0; i < card_count; i++) {
        const cJSON *card = cJSON_GetArrayItem(cards, (int)i), *answer;
        int64_t at_ms = (int64_t)vectors_number(starts, i) * DAY_MS;
        cJSON_ArrayForEach(answer, card)
        {
            at_ms += (int64_t)vectors_number(answer, 1) * DAY_MS + 60000;
            events = vec_grow(events, count, &capacity, sizeof *events);
            events[count++] = (struct fsrs_event){ at_ms, (uint32_t)i,
                (uint8_t)vectors_number(answer, 0) };
        }
    }
    fsrs_history_build(&history, events, count, card_count);
    free(events);
    return history;
}

/* Recall at an answer of a card, from those before it. */
static double recall_at(const cJSON *card, size_t place, const double *w)
{
    struct memory memory = { 0 };
    for (size_t i = 0; i < place; i++) {
        const cJSON *answer = cJSON_GetArrayItem(card, (int)i);
        memory = fsrs6_next(memory, vectors_number(answer, 1),
            (enum fsrs_rating)(int)vectors_number(answer, 0), w);
    }
    const cJSON *answer = cJSON_GetArrayItem(card, (int)place);
    return fsrs6_recall(memory, vectors_number(answer, 1), w);
}

/* Of all items, recent ones counting more. */
static double loss_of_items(const cJSON *json, const double *w)
{
    const cJSON *items = vectors_member(json, "items"),
                *cards = vectors_member(json, "cards");
    size_t count = vectors_count(items);
    double loss = 0, all = 0;
    for (size_t k = 0; k < count; k++) {
        const cJSON *item = cJSON_GetArrayItem(items, (int)k);
        const cJSON *card = cJSON_GetArrayItem(cards, (int)vectors_number(item, 0));
        size_t place = (size_t)vectors_number(item, 1);
        double weight = 0.25 + 0.75 * pow((double)k / (double)(count - 1), 3);
        double recall = recall_at(card, place, w);
        bool again = vectors_number(cJSON_GetArrayItem(card, (int)place), 0) < 2;
        loss -= weight * log(again ? 1 - recall : recall);
        all += weight;
    }
    return loss / all;
}

/* Its batches fall otherwise, so that weights differ; what they are worth must not. */
static void test_as_good_as_fsrs_rs(void **state)
{
    (void)state;
    cJSON *json = vectors_load("fsrs6_optimizer_binding.json");
    double w[FSRS6_PARAMS], theirs[FSRS6_PARAMS];
    if (json == NULL)
        return;
    struct fsrs_history history = read_history(json);
    fit(&history, w);
    vectors_numbers(json, "params_5_epochs", theirs, FSRS6_PARAMS);
    double ours = loss_of_items(json, w), other = loss_of_items(json, theirs);
    print_message("published %.5f, fsrs-rs %.5f, ours %.5f\n",
        loss_of_items(json, fsrs6_default_weights), other, ours);
    assert_true(ours < other + 0.001);
    fsrs_history_release(&history);
    cJSON_Delete(json);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_outliers),
        cmocka_unit_test(test_first_stabilities),
        cmocka_unit_test(test_few_beginnings),
        cmocka_unit_test(test_complete_stabilities),
        cmocka_unit_test(test_too_little_to_fit),
        cmocka_unit_test(test_longest_card),
        cmocka_unit_test(test_fit_pays),
        cmocka_unit_test(test_as_good_as_fsrs_rs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
