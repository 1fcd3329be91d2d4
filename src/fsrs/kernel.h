/*
 * The log loss of many cards and its gradient: forward through every review of a card,
 * then back (docs/FSRS.md section 12); and the four ratings of one card side by side (section 6).
 *
 * FSRS_LANES cards go through together as a group, one a lane; a group is as long as its
 * longest card, and what a shorter one lacks is filled with answers that weigh nothing.
 * One source (kernel.inc) is compiled for several processors, and the best that this one
 * can run is chosen when the program runs.  Kernels differ in rounding only; two of the
 * same name never do.
 */
#ifndef FSRS_KERNEL_H
#define FSRS_KERNEL_H

#include "fsrs/model.h"

#include <stdbool.h>
#include <stddef.h>

enum { FSRS_LANES = 16 };

/* Cards that are worked on together.  Rows are the kernel's own: put() writes them. */
struct fsrs_group {
    size_t steps; // answers of its longest card, > 0
    void *rows;   // steps * row_size bytes, from mem_aligned
};

struct fsrs_kernel {
    const char *name;
    bool exact;       // double, else float
    size_t row_size;  // bytes of one step of a group
    size_t tape_size; // bytes of work space a step

    /*
     * Writes one answer.
     *
     *   weight  what its loss counts, >= 0; 0: it teaches, but is not predicted
     *   rating  1 to 4
     *
     * Every lane of every step must be written; a lane shorter than the group ends with
     * FSRS_NO_ANSWER.
     */
    void (*put)(void *rows, size_t step, size_t lane, double elapsed_days, double weight,
        int rating);

    /*
     * The gradient of the weighted sum of log losses over `count` groups, at legal
     * weights.
     *
     *   tape      work space for the longest group, from mem_aligned
     *   gradient  is overwritten
     */
    void (*gradient)(const struct fsrs_group *groups, size_t count,
        const double w[FSRS_PARAMS], void *tape, double gradient[FSRS_PARAMS]);

    /*
     * Replays a group, all answers of weight above 0.
     *
     *   recall    steps * FSRS_LANES numbers, by step: recall just before each answer
     *             from the second on
     *   memories  by lane, after the last answer
     */
    void (*replay)(const struct fsrs_group *group, const double w[FSRS_PARAMS],
        double *recall, struct memory memories[FSRS_LANES]);

    /* ---- one card; NULL in kernels that are not for that: fsrs_rating_kernel() ---- */

    /* The memories after one more review, after[rating - 1]; as fsrs_next(). */
    void (*rate)(struct memory before, double elapsed_days, const double w[FSRS_PARAMS],
        struct memory after[4]);

    /*
     * The days after which the mixture of each memory has fallen to `wanted`, in (0, 1):
     * NAN where the search got lost.
     *
     *   memories  none of them new
     *   asked     bit i: of memories[i]; the others' days mean nothing
     */
    void (*search)(const struct memory memories[4], unsigned asked, double wanted,
        const double w[FSRS_PARAMS], double days[4]);
};

/* What fills a lane: days, weight, rating. */
#define FSRS_NO_ANSWER 0, 0, FSRS_GOOD

/*
 * The kernels that this processor can run: those in float, the fastest first, then the
 * exact ones likewise.  Returns how many; kernels has room for FSRS_KERNELS.
 */
enum { FSRS_KERNELS = 6 };
size_t fsrs_kernels(const struct fsrs_kernel *kernels[FSRS_KERNELS]);

/* The fastest of either sort. */
const struct fsrs_kernel *fsrs_best_kernel(bool exact);

/* The fastest that can rate and search. */
const struct fsrs_kernel *fsrs_rating_kernel(void);

#endif
