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
    const char *name, *about;
    struct fsrs_score score;
};

struct evaluation {
    struct model_input input;
    double *recall; // the predictions that are scored first, charted and written
    struct way ways[MOST_WAYS];
    size_t way_count;
    bool unseen; // no prediction knew its answer
};

/* A table, and a plot of what came of what was said. */
void evaluate_print(struct app *app, const struct evaluation *evaluation);

/* The same for programs; the score of `way` stands first. */
void evaluate_print_json(
    struct app *app, const struct evaluation *evaluation, const struct way *way);

#endif
