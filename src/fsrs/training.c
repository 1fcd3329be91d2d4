#include "fsrs/training.h"

#include "base/buf.h"
#include "base/rng.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- recency ---- */

enum { RECENCY_STEPS = 256 };

/* The curve of recency as a table: a power for each answer would take longer than an epoch. */
struct recency_table {
    double at[RECENCY_STEPS + 2];
    double scale; // from rank to place in the table
};

static void fill_recency(
    struct recency_table *table, struct fsrs_recency recency, size_t answers)
{
    for (size_t i = 0; i <= RECENCY_STEPS + 1; i++)
        table->at[i] =
            recency.floor +
            (1 - recency.floor) * pow((double)i / RECENCY_STEPS, recency.exponent);
    table->scale = (double)RECENCY_STEPS / (double)answers;
}

static double recency_of(const struct recency_table *table, uint32_t rank)
{
    double place = (rank + 1) * table->scale;
    size_t below = (size_t)place;
    double part = place - (double)below;
    return (1 - part) * table->at[below] + part * table->at[below + 1];
}

/* ---- cards ---- */

/* The part of a card that is used; ends with an answer to predict. */
struct span {
    const struct fsrs_answer *first;
    size_t count, items;
};

static struct span span_of(const struct fsrs_answer *answers, size_t count, size_t known)
{
    struct span span = { .first = answers };
    for (size_t i = 0; i < count && answers[i].rank < known; i++) {
        if (fsrs_answer_counts(&answers[i])) {
            span.items++;
            span.count = i + 1;
        }
    }
    return span;
}

struct spans {
    struct span *all;
    size_t count, longest;
};

static struct spans spans_of(const struct fsrs_history *history, size_t known)
{
    struct spans spans = { .all = mem_zeroed(history->card_count, sizeof *spans.all) };
    for (size_t i = 0; i < history->card_count; i++) {
        struct fsrs_card_history card = history->cards[i];
        struct span span = span_of(history->answers + card.first, card.count, known);
        if (span.items == 0)
            continue;
        spans.all[spans.count++] = span;
        if (span.count > spans.longest)
            spans.longest = span.count;
    }
    return spans;
}

static void shuffle(struct spans *spans, uint64_t seed)
{
    struct rng rng = { seed };
    for (size_t i = spans->count; i > 1; i--) {
        size_t j = rng_below(&rng, i);
        struct span moved = spans->all[i - 1];
        spans->all[i - 1] = spans->all[j];
        spans->all[j] = moved;
    }
}

/* By length, the shortest first, else as they are: a counting sort. */
static void sort_by_length(struct spans *spans)
{
    size_t *next = mem_zeroed(spans->longest + 2, sizeof *next);
    struct span *sorted = mem_zeroed(spans->count, sizeof *sorted);
    for (size_t i = 0; i < spans->count; i++)
        next[spans->all[i].count + 1]++;
    for (size_t i = 1; i <= spans->longest + 1; i++)
        next[i] += next[i - 1];
    for (size_t i = 0; i < spans->count; i++)
        sorted[next[spans->all[i].count]++] = spans->all[i];
    free(next);
    free(spans->all);
    spans->all = sorted;
}

/* ---- groups ---- */

static void put_lane(const struct fsrs_training *training, const struct fsrs_group *group,
    size_t lane, const struct span *span, const struct recency_table *recency)
{
    for (size_t i = 0; i < span->count; i++) {
        const struct fsrs_answer *answer = &span->first[i];
        double weight =
            fsrs_answer_counts(answer) ? recency_of(recency, answer->rank) : 0;
        training->kernel->put(
            group->rows, i, lane, answer->elapsed_days, weight, answer->rating);
    }
    for (size_t i = span->count; i < group->steps; i++)
        training->kernel->put(group->rows, i, lane, FSRS_NO_ANSWER);
}

static void put_group(struct fsrs_training *training, size_t number,
    const struct spans *spans, const struct recency_table *recency)
{
    static const struct span none = { 0 };
    for (size_t lane = 0; lane < FSRS_LANES; lane++) {
        size_t i = number * FSRS_LANES + lane;
        const struct span *span = i < spans->count ? &spans->all[i] : &none;
        put_lane(training, &training->groups[number], lane, span, recency);
        training->group_items[number] += span->items;
    }
    training->items += training->group_items[number];
}

/* Gives each group its length, that of its last card, and its place. */
static void lay_out_groups(
    struct fsrs_training *training, const struct spans *spans, size_t workers)
{
    size_t steps = 0;
    for (size_t i = 0; i < training->group_count; i++) {
        size_t last =
            (i + 1) * FSRS_LANES < spans->count ? (i + 1) * FSRS_LANES : spans->count;
        training->groups[i].steps = spans->all[last - 1].count;
        steps += training->groups[i].steps;
    }
    training->rows = mem_aligned(steps * training->kernel->row_size);
    training->tape_size = spans->longest * training->kernel->tape_size;
    training->tapes = mem_aligned(workers * training->tape_size);
    char *rows = training->rows;
    for (size_t i = 0; i < training->group_count; i++) {
        training->groups[i].rows = rows;
        rows += training->groups[i].steps * training->kernel->row_size;
    }
}

void fsrs_training_pack(struct fsrs_training *training, const struct fsrs_kernel *kernel,
    const struct fsrs_history *history, size_t answers, struct fsrs_recency recency,
    size_t workers, uint64_t seed)
{
    size_t known = answers < history->answer_count ? answers : history->answer_count;
    struct spans spans = spans_of(history, known);
    shuffle(&spans, seed);
    sort_by_length(&spans);
    size_t group_count = (spans.count + FSRS_LANES - 1) / FSRS_LANES;
    *training = (struct fsrs_training){
        .kernel = kernel,
        .groups = mem_zeroed(group_count, sizeof *training->groups),
        .group_items = mem_zeroed(group_count, sizeof *training->group_items),
        .group_count = group_count,
    };
    lay_out_groups(training, &spans, workers);
    struct recency_table table;
    fill_recency(&table, recency, known);
    for (size_t i = 0; i < group_count; i++)
        put_group(training, i, &spans, &table);
    free(spans.all);
}

void fsrs_training_gradient(const struct fsrs_training *training, size_t worker,
    size_t first, size_t count, const double w[FSRS_PARAMS], double gradient[FSRS_PARAMS])
{
    training->kernel->gradient(training->groups + first, count, w,
        training->tapes + worker * training->tape_size, gradient);
}

void fsrs_training_release(struct fsrs_training *training)
{
    free(training->groups);
    free(training->group_items);
    free(training->rows);
    free(training->tapes);
    *training = (struct fsrs_training){ 0 };
}
