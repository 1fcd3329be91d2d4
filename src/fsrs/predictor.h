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
#include <stdint.h>

struct fsrs_predictor {
    const char *name, *about; // for people
    /*
     * Writes recall[place] in (0, 1) for the answers of rank known .. until-1 that are not
     * the first of their card, and nothing else.
     */
    void (*predict)(
        const struct fsrs_history *history, size_t known, size_t until, double *recall);
};

/* FSRS-7, FSRS-6, each fitted to what is known, and as published; SM-2; the share so far. */
extern const struct fsrs_predictor fsrs_predictor_fitted;
extern const struct fsrs_predictor fsrs_predictor_published;
extern const struct fsrs_predictor fsrs_predictor_fsrs6;
extern const struct fsrs_predictor fsrs_predictor_fsrs6_published;
extern const struct fsrs_predictor fsrs_predictor_sm2;
extern const struct fsrs_predictor fsrs_predictor_constant;

/* Predicts that range of answers by these weights of FSRS-7. */
void fsrs_predict_range(const struct fsrs_history *history, size_t known, size_t until,
    const double *w, double *recall);

/* The same by weights of FSRS-6 (FSRS6_PARAMS), which counts study days (below). */
void fsrs6_predict_range(const struct fsrs_history *history, const int32_t *days,
    size_t known, size_t until, const double *w, double *recall);

/*
 * The hour of the day, 0-23 in Greenwich, in which the learner answers least: there a study
 * day ends, wherever that is on earth.
 */
int fsrs_quiet_hour(const struct fsrs_history *history);

/* The study day of each answer, by its place; freed with free(). */
int32_t *fsrs_study_days(const struct fsrs_history *history);

#endif
