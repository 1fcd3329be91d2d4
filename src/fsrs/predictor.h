/*
 * Those who predict answers: FSRS-7, and for comparison only its forerunners.
 *
 * A predictor has seen the first `known` answers in time and may learn what it likes from
 * them; it then predicts the following ones, each from the answers of its card before it.
 */
#ifndef FSRS_PREDICTOR_H
#define FSRS_PREDICTOR_H

#include "fsrs/history.h"

#include <stddef.h>

struct fsrs_predictor {
    const char *name, *about; // for people
    /*
     * Writes recall[place] in (0, 1) for the answers of rank known .. until-1 that are not
     * the first of their card, and nothing else.
     */
    void (*predict)(
        const struct fsrs_history *history, size_t known, size_t until, double *recall);
};

extern const struct fsrs_predictor
    fsrs_predictor_fitted; // FSRS-7, fitted to what is known
extern const struct fsrs_predictor fsrs_predictor_published; // FSRS-7 as published
extern const struct fsrs_predictor fsrs_predictor_fsrs6;     // fitted likewise
extern const struct fsrs_predictor fsrs_predictor_fsrs6_published;
extern const struct fsrs_predictor fsrs_predictor_sm2;
extern const struct fsrs_predictor fsrs_predictor_constant;

/* Predicts that range of answers by these weights of FSRS-7. */
void fsrs_predict_range(const struct fsrs_history *history, size_t known, size_t until,
    const double *w, double *recall);

#endif
