/*
 * FSRS-6, against which FSRS-7 is held: the model, its gradient, and the steps of a fit,
 * against values worked out by other programs.
 */
#include "test.h"

#include "vectors.h"

#include "base/rng.h"
#include "fsrs/fsrs6_fit.h"
#include "fsrs/fsrs6_gradient.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- the model --------------------------------------------------------------------------- */

static const double tolerance = 1e-11;

static size_t read_numbers(char *line, double *numbers, size_t most)
{
    size_t count = 0;
    char *end = strchr(line, '\t');
    while (end != NULL && *end == '\t' && count < most)
        numbers[count++] = strtod(end + 1, &end);
    assert_true(end != NULL && *end == '\n');
    return count;
}

static void check_memory(struct memory memory, double stability, double difficulty)
{
    assert_near(memory.stability_days, stability, tolerance);
    assert_near(memory.difficulty, difficulty, tolerance);
}

static void test_model_golden(void **state)
{
    (void)state;
    FILE *file = fopen(TEST_PATH("tests/golden/fsrs6.tsv"), "r");
    char line[1024];
    double w[FSRS6_PARAMS], v[FSRS6_PARAMS] = { 0 };
    struct memory memory = { 0 };
    size_t checked = 0;
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL) {
        if (line[0] == '#')
            continue;
        size_t count = read_numbers(line, v, FSRS6_PARAMS);
        if (count == FSRS6_PARAMS) {
            memcpy(w, v, sizeof w);
        } else if (line[0] == 'f') {
            memory = fsrs6_next((struct memory){ 0 }, 0, (enum fsrs_rating)(int)v[0], w);
            check_memory(memory, v[1], v[2]);
        } else if (strncmp(line, "review", 6) == 0) {
            assert_near(fsrs6_recall(memory, v[1], w), v[2], tolerance);
            memory = fsrs6_next(memory, v[1], (enum fsrs_rating)(int)v[0], w);
            check_memory(memory, v[3], v[4]);
        } else if (line[0] == 'r') {
            assert_near(fsrs6_recall(memory, v[0], w), v[1], tolerance);
        } else {
            assert_near(fsrs6_interval(memory, v[0], w), v[1], tolerance);
        }
        checked++;
    }
    fclose(file);
    assert_true(checked > 1000);
}

static void test_weights(void **state)
{
    (void)state;
    double w[FSRS6_PARAMS];
    for (int i = 0; i < FSRS6_PARAMS; i++) {
        assert_true(fsrs6_default_weights[i] == fsrs6_weight_table[i].start);
        w[i] = i % 2 ? 1e9 : -1e9;
    }
    fsrs6_weights_clip(w);
    for (int i = 0; i < FSRS6_PARAMS; i++)
        assert_true(
            w[i] == (i % 2 ? fsrs6_weight_table[i].max : fsrs6_weight_table[i].min));
}
/* ---- the gradient: examples -------------------------------------------------------------- */

enum { MAX_CARDS = 64, MAX_STEPS = 32 };

struct example_card {
    struct fsrs6_answer answers[MAX_STEPS];
    size_t count;
};

struct example {
    struct example_card cards[MAX_CARDS];
    size_t count;
};

static double card_loss(const struct example_card *card, const double *w)
{
    struct memory memory = { 0 };
    double loss = 0;
    for (size_t i = 0; i < card->count; i++) {
        struct fsrs6_answer a = card->answers[i];
        if (a.weight > 0) {
            double recall = fsrs6_recall(memory, a.days, w);
            loss -= a.weight * log(a.rating == FSRS_AGAIN ? 1 - recall : recall);
        }
        memory = fsrs6_next(memory, a.days, (enum fsrs_rating)a.rating, w);
    }
    return loss;
}

static double example_loss(const struct example *example, const double *w)
{
    double loss = 0;
    for (size_t i = 0; i < example->count; i++)
        loss += card_loss(&example->cards[i], w);
    return loss;
}

static void example_gradient(
    const struct example *example, const double *w, double *gradient)
{
    memset(gradient, 0, FSRS6_PARAMS * sizeof *gradient);
    for (size_t i = 0; i < example->count; i++)
        fsrs6_gradient_add(
            example->cards[i].answers, example->cards[i].count, w, gradient);
}

/* By the length of the gradient: what a step feels. */
static double distance(const double *got, const double *want)
{
    double apart = 0, length = 0;
    for (size_t i = 0; i < FSRS6_PARAMS; i++) {
        apart += (got[i] - want[i]) * (got[i] - want[i]);
        length += want[i] * want[i];
    }
    return sqrt(apart / length);
}

static void check_gradient(
    const struct example *example, const double *w, const double *want, const char *name)
{
    double got[FSRS6_PARAMS];
    example_gradient(example, w, got);
    print_message("gradient, %s: within %.1g\n", name, distance(got, want));
    for (size_t i = 0; i < FSRS6_PARAMS; i++)
        assert_true(fabs(got[i] - want[i]) <= 1e-11 * fmax(1, fabs(want[i])));
}

/* ---- the gradient: golden values --------------------------------------------------------- */

struct golden {
    struct example example;
    char name[64];
    double w[FSRS6_PARAMS];
    size_t checked;
};

static void golden_line(struct golden *golden, char *line)
{
    struct example *example = &golden->example;
    double v[FSRS6_PARAMS] = { 0 };
    if (strncmp(line, "weights", 7) == 0) {
        char *name = strchr(line, '\t') + 1, *numbers = strchr(name, '\t');
        *example = (struct example){ 0 };
        snprintf(golden->name, sizeof golden->name, "%.*s", (int)(numbers - name), name);
        assert_int_equal(read_numbers(numbers, golden->w, FSRS6_PARAMS), FSRS6_PARAMS);
        return;
    }
    if (strcmp(line, "card\n") == 0) {
        assert_true(++example->count <= MAX_CARDS);
        return;
    }
    size_t count = read_numbers(line, v, FSRS6_PARAMS);
    if (count == 3) {
        struct example_card *card = &example->cards[example->count - 1];
        assert_true(card->count < MAX_STEPS);
        card->answers[card->count++] = (struct fsrs6_answer){
            .rating = (uint8_t)v[0], .days = (int32_t)v[1], .weight = v[2]
        };
    } else if (count == 1) {
        assert_near(example_loss(example, golden->w), v[0], 1e-13);
    } else {
        assert_int_equal(count, FSRS6_PARAMS);
        check_gradient(example, golden->w, v, golden->name);
        golden->checked++;
    }
}

static void test_gradient_golden(void **state)
{
    (void)state;
    struct golden golden = { 0 };
    char line[1024];
    FILE *file = fopen(TEST_PATH("tests/golden/fsrs6_gradient.tsv"), "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL)
        if (line[0] != '#')
            golden_line(&golden, line);
    fclose(file);
    assert_int_equal(golden.checked, 4);
}

/* ---- the gradient: differences ----------------------------------------------------------- */

static void draw_example(struct rng *rng, struct example *example)
{
    static const int32_t days[] = { 0, 0, 1, 1, 2, 3, 7, 20, 90, 400 };
    *example = (struct example){ .count = 16 };
    for (size_t i = 0; i < example->count; i++) {
        struct example_card *card = &example->cards[i];
        card->count = 1 + rng_below(rng, MAX_STEPS);
        for (size_t j = 0; j < card->count; j++) {
            struct fsrs6_answer *answer = &card->answers[j];
            answer->rating = (uint8_t)(1 + rng_below(rng, 4));
            answer->days = j > 0 ? days[rng_below(rng, 10)] : 0;
            answer->weight = answer->days > 0 ? rng_uniform(rng) : 0;
        }
    }
}

/* Within `share` of each box, around the published weights. */
static void draw_weights(struct rng *rng, double share, double w[FSRS6_PARAMS])
{
    for (size_t i = 0; i < FSRS6_PARAMS; i++) {
        const struct fsrs6_weight *box = &fsrs6_weight_table[i];
        double any = box->min + rng_uniform(rng) * (box->max - box->min);
        w[i] = (1 - share) * box->start + share * any;
    }
}

static double difference(const struct example *example, const double *w, size_t i)
{
    double moved[FSRS6_PARAMS], step = 1e-6 * fmax(fabs(w[i]), 0.1);
    memcpy(moved, w, sizeof moved);
    moved[i] = w[i] + step;
    double above = example_loss(example, moved);
    moved[i] = w[i] - step;
    return (above - example_loss(example, moved)) / (2 * step);
}

static void test_differences(void **state)
{
    (void)state;
    struct rng rng = { 7 };
    double worst = 0;
    for (int round = 0; round < 200; round++) {
        struct example example;
        double w[FSRS6_PARAMS], got[FSRS6_PARAMS], want[FSRS6_PARAMS];
        draw_example(&rng, &example);
        draw_weights(&rng, round % 2 ? 0.1 : 0.5, w);
        example_gradient(&example, w, got);
        for (size_t i = 0; i < FSRS6_PARAMS; i++)
            want[i] = difference(&example, w, i);
        worst = fmax(worst, distance(got, want));
    }
    print_message("gradients of 200 draws: differences within %.1g\n", worst);
    assert_true(worst < 1e-5);
}

/* ---- vectors of another program ---------------------------------------------------------- */

static void read_example(const cJSON *json, struct example *example)
{
    const cJSON *cards = vectors_member(json, "cards"),
                *weights = vectors_member(json, "weights");
    *example = (struct example){ .count = vectors_count(cards) };
    assert_true(example->count <= MAX_CARDS);
    for (size_t i = 0; i < example->count; i++) {
        const cJSON *card = cJSON_GetArrayItem(cards, (int)i);
        const cJSON *weighed = cJSON_GetArrayItem(weights, (int)i);
        struct example_card *to = &example->cards[i];
        to->count = vectors_count(card);
        assert_true(to->count <= MAX_STEPS);
        for (size_t j = 0; j < to->count; j++) {
            const cJSON *answer = cJSON_GetArrayItem(card, (int)j);
            to->answers[j] = (struct fsrs6_answer){
                .rating = (uint8_t)vectors_number(answer, 0),
                .days = (int32_t)vectors_number(answer, 1),
                .weight = j > 0 ? vectors_number(weighed, j - 1) : 0,
            };
        }
    }
}

static void test_gradient_vectors(void **state)
{
    (void)state;
    cJSON *json = vectors_load("fsrs6_train.json");
    const cJSON *one;
    struct example example;
    if (json == NULL)
        return;
    read_example(json, &example);
    cJSON_ArrayForEach(one, vectors_member(json, "cases"))
    {
        double w[FSRS6_PARAMS], want[FSRS6_PARAMS];
        vectors_numbers(one, "w", w, FSRS6_PARAMS);
        vectors_numbers(one, "bce_grad", want, FSRS6_PARAMS);
        assert_near(example_loss(&example, w),
            vectors_member(one, "bce_sum")->valuedouble, 1e-12);
        check_gradient(&example, w, want, vectors_member(one, "name")->valuestring);
    }
    cJSON_Delete(json);
}

static size_t targets_of(const struct example_card *card)
{
    size_t targets = 0;
    for (size_t i = 0; i < card->count; i++)
        targets += card->answers[i].weight > 0;
    return targets;
}

/* One step on the cards of a batch, as that program took it. */
static void batch_step(const struct example *example, const cJSON *batch, double rate,
    struct fsrs6_descent *descent)
{
    double gradient[FSRS6_PARAMS] = { 0 };
    size_t targets = 0, all = 0;
    for (size_t i = 0; i < example->count; i++)
        all += targets_of(&example->cards[i]);
    for (size_t i = 0; i < vectors_count(batch); i++) {
        const struct example_card *card =
            &example->cards[(size_t)vectors_number(batch, i)];
        fsrs6_gradient_add(card->answers, card->count, descent->w, gradient);
        targets += targets_of(card);
    }
    fsrs6_descent_step(descent, gradient, (double)targets / (double)all, rate);
}

static void test_trajectory(void **state)
{
    (void)state;
    cJSON *json = vectors_load("fsrs6_train.json");
    struct example example;
    struct fsrs6_descent descent;
    double want[FSRS6_PARAMS];
    if (json == NULL)
        return;
    read_example(json, &example);
    const cJSON *run = vectors_member(json, "trajectory"),
                *batches = vectors_member(run, "batches");
    int per_epoch = cJSON_GetArraySize(batches),
        steps = vectors_member(run, "T")->valueint;
    fsrs6_descent_begin(&descent, fsrs6_default_weights);
    for (int i = 0; i < steps; i++) {
        double rate = 0.04 / 2 * (1 + cos(acos(-1) * i / steps));
        batch_step(&example, cJSON_GetArrayItem(batches, i % per_epoch), rate, &descent);
    }
    vectors_numbers(run, "final_w", want, FSRS6_PARAMS);
    print_message(
        "weights after %d steps: within %.1g\n", steps, distance(descent.w, want));
    for (size_t i = 0; i < FSRS6_PARAMS; i++)
        assert_near(descent.w[i], want[i], 1e-8);
    cJSON_Delete(json);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_model_golden),
        cmocka_unit_test(test_weights),
        cmocka_unit_test(test_gradient_golden),
        cmocka_unit_test(test_differences),
        cmocka_unit_test(test_gradient_vectors),
        cmocka_unit_test(test_trajectory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
