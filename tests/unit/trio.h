/*
 * A learner (learner.h) with one deck of three cards, d/a, d/b and d/c, who answers on days
 * counted from 0, at noon.
 */
#ifndef TRIO_H
#define TRIO_H

#include "learner.h"

#include "fsrs/rating.h"

#include <stdint.h>

int64_t trio_day_ms(int day);

void trio_begin(struct learner *learner);
void trio_end(struct learner *learner);

void trio_answer(
    struct learner *learner, const char *name, int day, enum fsrs_rating rating);
void trio_answer_all(struct learner *learner, int day, enum fsrs_rating rating);

/* Three cards in review, due some time after day 9. */
void trio_study(struct learner *learner);

#endif
