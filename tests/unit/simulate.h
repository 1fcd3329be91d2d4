/*
 * Learners who do not exist, of several kinds, and the answers that they would have given:
 * for what needs more logs than there are.
 *
 * A card is met one day, passes steps of some minutes, and then comes back when the
 * published weights say that recall is 0.9, sooner or later as life has it.
 */
#ifndef SIMULATE_H
#define SIMULATE_H

#include "fsrs/history.h"

#include <stddef.h>
#include <stdint.h>

enum learner_kind {
    LEARNER_AVERAGE,     // remembers as the published weights say
    LEARNER_OWN,         // has weights of his own, drawn from the prior
    LEARNER_CHANGING,    // has two sets of them, and goes from one to the other
    LEARNER_EXPONENTIAL, // forgets exponentially: another model altogether
    LEARNER_CARELESS,    // as published, but one answer in twelve is a slip
    LEARNER_BRISK,       // own weights; presses Again and Good only
    LEARNER_CRAMMING,    // own weights; comes back after hours, then never
    LEARNER_KINDS
};

const char *learner_kind_name(enum learner_kind kind);

/* The first `answers` answers of such a learner, in order; the same for the same seed. */
struct fsrs_event *simulate(
    enum learner_kind kind, uint64_t seed, size_t answers, size_t *card_count);

#endif
