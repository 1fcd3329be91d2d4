/*
 * The learner's form: what recent answers say on top of the memory model (fsrs/calibrate.h),
 * worked out from all past answers as the weights in use would have predicted them.
 *
 * For what is shown.  Dates are the model's alone, and so is the order of the queue: at one
 * moment the correction is the same rising function for all cards, so it would not change it.
 */
#ifndef SESSION_CALIBRATION_H
#define SESSION_CALIBRATION_H

#include "fsrs/calibrate.h"
#include "session/collection.h"

#include <stdbool.h>

MUST_USE bool calibration_read(
    struct collection *collection, struct fsrs_calibration *calibration, struct err *err);

/* Recall of an answered card at that instant, corrected. */
double calibration_recall(const struct collection *collection,
    const struct fsrs_calibration *calibration, size_t card, int64_t at_ms);

#endif
