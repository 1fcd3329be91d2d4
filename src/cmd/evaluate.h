/*
 * What the files of `evaluate` share: ways of predicting, and how well each did.
 */
#ifndef CMD_EVALUATE_H
#define CMD_EVALUATE_H

#include "cmd/model.h"

#include <stdbool.h>
#include <stddef.h>

enum { MOST_WAYS = 8 };

/* A way of predicting, and how well it did. */
struct way {
    const char *name, *about; // the name says which weights predict
    struct fsrs_score score;
};

struct evaluation {
    struct model_input input;
    double *recall; // of the first way: charted, written; others are scored where it is
    struct way ways[MOST_WAYS];
    size_t way_count;
    size_t blocks;       // of time, which the answers were cut into; 0: none
    bool unseen;         // no prediction knew its answer
    const char *written; // the file of predictions, or NULL
};

/* A table, what its words mean, and a plot of what came of what was said. */
void evaluate_print(struct app *app, const struct evaluation *evaluation);

/* The same for programs. */
void evaluate_print_json(struct app *app, const struct evaluation *evaluation);

#endif
