/*
 * Gradients against other programs' (tests/golden/fsrs7_gradient.tsv, and whole vectors
 * where a folder of them lies beside the repository), against differences of the loss that
 * model.c gives, and kernels against each other.
 */
#include "test.h"

#include "vectors.h"

#include "base/buf.h"
#include "base/rng.h"
#include "fsrs/adam.h"
#include "fsrs/prior.h"
#include "fsrs/kernel.h"
#include "fsrs/model.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_CARDS = 64, MAX_STEPS = 16 };

struct example_answer {
    double days, weight;
    int rating;
};

struct example_card {
    struct example_answer answers[MAX_STEPS];
    size_t count;
};

struct example {
    struct example_card cards[MAX_CARDS];
    size_t count;
};

/* ---- the two sides of a comparison ---- */

static double card_loss(const struct example_card *card, const double *w)
{
    struct memory memory = { 0 };
    double loss = 0;
    for (size_t i = 0; i < card->count; i++) {
        struct example_answer a = card->answers[i];
        if (i > 0) {
            double recall = fsrs_recall(memory, a.days, w);
            loss -= a.weight * log(a.rating == FSRS_AGAIN ? 1 - recall : recall);
        }
        memory = fsrs_next(memory, a.days, (enum fsrs_rating)a.rating, w);
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

static void put_card(const struct fsrs_kernel *kernel, void *rows, size_t steps,
    size_t lane, const struct example_card *card)
{
    for (size_t i = 0; i < steps; i++) {
        bool there = card && i < card->count;
        struct example_answer a =
            there ? card->answers[i] : (struct example_answer){ 0, 0, FSRS_GOOD };
        kernel->put(rows, i, lane, a.days, i > 0 ? a.weight : 0, a.rating);
    }
}

/* Of the cards that `chosen` numbers, in that order; all if NULL. */
static void example_gradient(const struct fsrs_kernel *kernel,
    const struct example *example, const int *chosen, size_t count, const double *w,
    double *gradient)
{
    size_t group_count = (count + FSRS_LANES - 1) / FSRS_LANES;
    size_t group_size = MAX_STEPS * kernel->row_size;
    char *rows = mem_aligned(group_count * group_size);
    void *tape = mem_aligned(MAX_STEPS * kernel->tape_size);
    struct fsrs_group *groups = mem_zeroed(group_count, sizeof *groups);
    for (size_t i = 0; i < group_count * FSRS_LANES; i++) {
        struct fsrs_group *group = &groups[i / FSRS_LANES];
        *group = (struct fsrs_group){ MAX_STEPS, rows + i / FSRS_LANES * group_size };
        size_t number = chosen && i < count ? (size_t)chosen[i] : i;
        put_card(kernel, group->rows, MAX_STEPS, i % FSRS_LANES,
            i < count ? &example->cards[number] : NULL);
    }
    kernel->gradient(groups, group_count, w, tape, gradient);
    free(groups);
    free(rows);
    free(tape);
}

/* ---- vectors of another program ---- */

static void read_example(const cJSON *json, struct example *example)
{
    const cJSON *cards = vectors_member(json, "cards"),
                *weights = vectors_member(json, "weights");
    *example = (struct example){ .count = vectors_count(cards) };
    assert_true(example->count <= MAX_CARDS);
    for (size_t i = 0; i < example->count; i++) {
        const cJSON *card = cJSON_GetArrayItem(cards, (int)i);
        struct example_card *to = &example->cards[i];
        to->count = vectors_count(card);
        assert_true(to->count <= MAX_STEPS);
        for (size_t j = 0; j < to->count; j++) {
            const cJSON *answer = cJSON_GetArrayItem(card, (int)j);
            to->answers[j].rating = (int)vectors_number(answer, 0);
            to->answers[j].days = vectors_number(answer, 1);
            if (j > 0)
                to->answers[j].weight =
                    vectors_number(cJSON_GetArrayItem(weights, (int)i), j - 1);
        }
    }
}

static double worst_error(const double *got, const double *want)
{
    double worst = 0;
    for (size_t i = 0; i < FSRS_PARAMS; i++)
        worst = fmax(worst, fabs(got[i] - want[i]) / fmax(1, fabs(want[i])));
    return worst;
}

/* By the length of the gradient: what a step feels. */
static double distance(const double *got, const double *want)
{
    double apart = 0, length = 0;
    for (size_t i = 0; i < FSRS_PARAMS; i++) {
        apart += (got[i] - want[i]) * (got[i] - want[i]);
        length += want[i] * want[i];
    }
    return sqrt(apart / length);
}

static double check_case(const struct example *example, const cJSON *one)
{
    double w[FSRS_PARAMS], want[FSRS_PARAMS], got[FSRS_PARAMS];
    vectors_numbers(one, "w", w, FSRS_PARAMS);
    vectors_numbers(one, "bce_grad", want, FSRS_PARAMS);
    assert_near(
        example_loss(example, w), vectors_member(one, "bce_sum")->valuedouble, 1e-12);
    example_gradient(fsrs_best_kernel(true), example, NULL, example->count, w, got);
    double worst = worst_error(got, want);

    vectors_numbers(one, "l2_grad", want, FSRS_PARAMS);
    memset(got, 0, sizeof got);
    fsrs_prior_add(got, w, 1, 0);
    return fmax(worst, worst_error(got, want));
}

static void test_vectors(void **state)
{
    (void)state;
    cJSON *json = vectors_load("fsrs7_train.json");
    if (json == NULL)
        return;
    struct example example;
    read_example(json, &example);
    const cJSON *one;
    double worst = 0;
    cJSON_ArrayForEach(one, vectors_member(json, "cases")) worst =
        fmax(worst, check_case(&example, one));
    print_message("gradients of vectors: within %.1g\n", worst);
    assert_true(worst < 1e-8);
    cJSON_Delete(json);
}

/* ---- the steps of a fit, against the same vectors ---- */

/* One step on the cards of a batch, as that program took it. */
static void batch_step(const struct example *example, const cJSON *batch, double rate,
    struct fsrs_adam *adam, double *w)
{
    int chosen[MAX_CARDS], count = cJSON_GetArraySize(batch);
    size_t items = 0, all = 0;
    for (size_t i = 0; i < example->count; i++)
        all += example->cards[i].count - 1;
    for (int i = 0; i < count; i++) {
        chosen[i] = (int)vectors_number(batch, (size_t)i);
        items += example->cards[chosen[i]].count - 1;
    }
    double gradient[FSRS_PARAMS];
    example_gradient(fsrs_best_kernel(true), example, chosen, (size_t)count, w, gradient);
    fsrs_prior_add(gradient, w, 0.3333 * (double)items / (double)all, 0);
    fsrs_adam_step(adam, gradient, rate, NULL, w);
}

static void test_trajectory(void **state)
{
    (void)state;
    cJSON *json = vectors_load("fsrs7_train.json");
    if (json == NULL)
        return;
    struct example example;
    read_example(json, &example);
    const cJSON *one = cJSON_GetArrayItem(vectors_member(json, "trajectories"), 0);
    assert_true(cJSON_IsFalse(vectors_member(one, "sched_penalties")));
    const cJSON *batches = vectors_member(one, "batches");
    int per_epoch = cJSON_GetArraySize(batches);
    int steps = per_epoch * vectors_member(one, "epochs")->valueint;
    struct fsrs_adam adam = { .beta1 = 0.7, .beta2 = 0.98 };
    double w[FSRS_PARAMS], want[FSRS_PARAMS];
    memcpy(w, fsrs_default_weights, sizeof w);
    for (int i = 0; i < steps; i++) {
        double rate = 0.0118 / 2 * (1 + cos(acos(-1) * i / steps));
        batch_step(&example, cJSON_GetArrayItem(batches, i % per_epoch), rate, &adam, w);
    }
    vectors_numbers(one, "final_w", want, FSRS_PARAMS);
    print_message("weights after %d steps: within %.1g\n", steps, worst_error(w, want));
    assert_true(worst_error(w, want) < 1e-8);
    cJSON_Delete(json);
}

/* ---- golden values ---- */

static size_t split(char *line, char **fields, size_t max)
{
    size_t count = 0;
    char *rest;
    for (char *f = strtok_r(line, "\t\n", &rest); f; f = strtok_r(NULL, "\t\n", &rest)) {
        assert_true(count < max);
        fields[count++] = f;
    }
    return count;
}

static void check_gradient(
    const struct example *example, const double *w, const double *want, const char *name)
{
    const struct fsrs_kernel *kernels[FSRS_KERNELS];
    size_t count = fsrs_kernels(kernels);
    for (size_t i = 0; i < count; i++) {
        double got[FSRS_PARAMS];
        example_gradient(kernels[i], example, NULL, example->count, w, got);
        double off = distance(got, want);
        print_message("%s, %s: within %.1g\n", name, kernels[i]->name, off);
        assert_true(off < (kernels[i]->exact ? 1e-11 : 1e-3));
    }
}

struct golden {
    struct example example;
    char name[64];
    double w[FSRS_PARAMS];
    size_t checked;
};

static void golden_line(struct golden *golden, char **fields, size_t count)
{
    struct example *example = &golden->example;
    double v[FSRS_PARAMS + 2] = { 0 };
    bool named = strcmp(fields[0], "weights") == 0;
    for (size_t i = named ? 2 : 1; i < count; i++)
        v[i] = strtod(fields[i], NULL);
    if (named) {
        assert_int_equal(count, FSRS_PARAMS + 2);
        *example = (struct example){ 0 };
        snprintf(golden->name, sizeof golden->name, "%s", fields[1]);
        memcpy(golden->w, v + 2, sizeof golden->w);
    } else if (strcmp(fields[0], "card") == 0) {
        assert_true(++example->count < MAX_CARDS);
    } else if (strcmp(fields[0], "answer") == 0) {
        struct example_card *card = &example->cards[example->count - 1];
        assert_true(card->count < MAX_STEPS);
        card->answers[card->count++] = (struct example_answer){ v[2], v[3], (int)v[1] };
    } else if (strcmp(fields[0], "loss") == 0) {
        assert_near(example_loss(example, golden->w), v[1], 1e-13);
    } else {
        assert_string_equal(fields[0], "gradient");
        check_gradient(example, golden->w, v + 1, golden->name);
        golden->checked++;
    }
}

static void test_golden(void **state)
{
    (void)state;
    struct golden golden = { 0 };
    char line[2048], *fields[FSRS_PARAMS + 2];
    FILE *file = fopen(TEST_PATH("tests/golden/fsrs7_gradient.tsv"), "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        if (line[0] != '#')
            golden_line(&golden, fields, split(line, fields, FSRS_PARAMS + 2));
    }
    fclose(file);
    assert_int_equal(golden.checked, 3);
}

/* ---- differences, on random histories and weights ---- */

static double draw_days(struct rng *rng)
{
    return rng_below(rng, 8) ? exp(log(1e-4) + rng_uniform(rng) * log(1e7)) : 0;
}

static void draw_example(struct rng *rng, struct example *example)
{
    *example = (struct example){ .count = FSRS_LANES };
    for (size_t i = 0; i < example->count; i++) {
        struct example_card *card = &example->cards[i];
        card->count = 1 + rng_below(rng, MAX_STEPS);
        for (size_t j = 0; j < card->count; j++)
            card->answers[j] = (struct example_answer){ draw_days(rng), rng_uniform(rng),
                1 + (int)rng_below(rng, 4) };
    }
}

/* Within `share` of each box, around the defaults; 1: anywhere, often on an end. */
static void draw_weights(struct rng *rng, double share, double w[FSRS_PARAMS])
{
    for (size_t i = 0; i < FSRS_PARAMS; i++) {
        const struct fsrs_weight *weight = &fsrs_weight_table[i];
        double draw = share < 1 ? rng_uniform(rng) : 2 * rng_uniform(rng) - 0.5;
        double any = weight->min + fmin(fmax(draw, 0), 1) * (weight->max - weight->min);
        w[i] = (1 - share) * weight->start + share * any;
    }
    fsrs_weights_clip(w);
}

static double difference(const struct example *example, const double *w, size_t i)
{
    double moved[FSRS_PARAMS];
    double step = 1e-5 * fmax(fabs(w[i]), 0.1);
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
    for (int round = 0; round < 100; round++) {
        struct example example;
        double w[FSRS_PARAMS], gradient[FSRS_PARAMS], want[FSRS_PARAMS];
        draw_example(&rng, &example);
        draw_weights(&rng, 0.1, w);
        example_gradient(
            fsrs_best_kernel(true), &example, NULL, example.count, w, gradient);
        for (size_t i = 0; i < FSRS_PARAMS; i++)
            want[i] = difference(&example, w, i);
        worst = fmax(worst, distance(gradient, want));
    }
    print_message("gradients of 100 draws: differences within %.1g\n", worst);
    assert_true(worst < 1e-5);
}

/* ---- kernels ---- */

/* Also where legal weights are at their worst: caps, clamps, stabilities of seconds. */
static void test_kernels_agree(void **state)
{
    (void)state;
    const struct fsrs_kernel *kernels[FSRS_KERNELS];
    size_t count = fsrs_kernels(kernels);
    struct rng rng = { 8 };
    double worst[FSRS_KERNELS] = { 0 };
    for (int round = 0; round < 300; round++) {
        struct example example;
        double w[FSRS_PARAMS], want[FSRS_PARAMS], got[FSRS_PARAMS];
        draw_example(&rng, &example);
        draw_weights(&rng, round < 100 ? 0.1 : 1, w);
        example_gradient(kernels[count - 1], &example, NULL, example.count, w, want);
        for (size_t i = 0; i < count; i++) {
            example_gradient(kernels[i], &example, NULL, example.count, w, got);
            assert_true(fsrs_weights_valid(got)); // finite
            if (round < 100)
                worst[i] = fmax(worst[i], distance(got, want));
        }
    }
    for (size_t i = 0; i < count; i++) {
        print_message("%s: gradients within %.1g\n", kernels[i]->name, worst[i]);
        assert_true(worst[i] < (kernels[i]->exact ? 1e-10 : 1e-2));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_golden),
        cmocka_unit_test(test_vectors),
        cmocka_unit_test(test_trajectory),
        cmocka_unit_test(test_differences),
        cmocka_unit_test(test_kernels_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
