/*
 * The learner's form: what recent answers say on top of the memory model (fsrs/calibrate.h).
 *
 * Every recall that a learner is shown comes from here.  It is worked out by going through
 * the past, with the weights in use: each answer is predicted from those before it, and learnt
 * from after that, so that no recall knows of an answer that came later.
 *
 * Dates are the model's alone, and so is the order of the queue: at one moment the correction
 * is the same rising function for all cards of a kind, so it would hardly change it.
 */
#ifndef SESSION_CALIBRATION_H
#define SESSION_CALIBRATION_H

#include "fsrs/calibrate.h"
#include "session/past.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What the entries of a past that were taken in so far have left. */
struct calibration {
    struct fsrs_calibration form;
    struct progress *cards; // by the past's numbers, as past_remember() keeps them
    const double *weights;  // borrowed
};

/* Nothing is taken in yet; `card_count` numbers are known. */
void calibration_init(
    struct calibration *calibration, size_t card_count, const double *weights);
void calibration_release(struct calibration *calibration);

/* Recall of a card at an instant, in (0, 1); NAN if it was never answered. */
double calibration_recall(
    const struct calibration *calibration, size_t card, int64_t at_ms);

/* Takes in the next entry of the past. */
void calibration_take(struct calibration *calibration, const struct past_entry *entry);

/* Takes in all of the collection's past. */
MUST_USE bool calibration_read(
    struct calibration *calibration, struct collection *collection, struct err *err);

struct calibration_point {
    int64_t at_ms;
    size_t known; // entries until then; filled in, as is
    double recall;
};

/*
 * Takes in all of the past, and follows one card through it.
 *
 *   before  room for all answers of the card; gets the recall right before each since the card
 *           was new, in order, NAN for the first
 *   points  instants, ascending; get the recall as the answers until then leave it, NAN before
 *           the first
 */
void calibration_follow(struct calibration *calibration, const struct past *past,
    size_t card, double *before, struct calibration_point *points, size_t point_count);

#endif
