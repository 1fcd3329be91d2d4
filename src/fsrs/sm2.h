/*
 * SM-2, the rule of 1987 that most trainers followed for decades.  For comparison only.
 *
 * It speaks of intervals and not of recall; recall is taken to fall exponentially and to be
 * 0.9 when the interval is over.  A memory's stability is the interval, its difficulty the
 * ease, its fast stability the successes in a row.
 *
 * Source: P. A. Wozniak, "Optimization of learning", 1990, chapter 3.2; the reading of
 * intervals as recall is srs-benchmark's.
 */
#ifndef FSRS_SM2_H
#define FSRS_SM2_H

#include "fsrs/model.h"

double sm2_recall(struct memory memory, double days);
struct memory sm2_next(struct memory before, enum fsrs_rating rating);

#endif
