/*
 * A history packed for a kernel: cards of like length, side by side in groups.
 *
 * Cards are dealt at random before they are sorted by length, so that a group is a random
 * draw among cards as long as these.  Cards without an answer to predict are left out.
 */
#ifndef FSRS_TRAINING_H
#define FSRS_TRAINING_H

#include "fsrs/history.h"
#include "fsrs/kernel.h"

/* The k-th of n answers in time counts floor + (1 - floor) (k/n)^exponent. */
struct fsrs_recency {
    double floor, exponent;
};

struct fsrs_training {
    const struct fsrs_kernel *kernel;
    struct fsrs_group *groups; // longer cards later
    size_t *group_items;       // answers to predict, of each group
    size_t group_count;
    size_t items;
    void *rows;       // what groups lie in
    char *tapes;      // work space, by worker
    size_t tape_size; // of one, bytes: enough for any group
};

/*
 * Packs the first `answers` answers in time (SIZE_MAX: all), with work space for so many
 * `workers` at once.  To be released with fsrs_training_release().
 */
void fsrs_training_pack(struct fsrs_training *training, const struct fsrs_kernel *kernel,
    const struct fsrs_history *history, size_t answers, struct fsrs_recency recency,
    size_t workers, uint64_t seed);

/* The gradient over the groups [first, first + count), by one of the workers. */
void fsrs_training_gradient(const struct fsrs_training *training, size_t worker,
    size_t first, size_t count, const double w[FSRS_PARAMS],
    double gradient[FSRS_PARAMS]);

/* Also of a zero struct. */
void fsrs_training_release(struct fsrs_training *training);

#endif
