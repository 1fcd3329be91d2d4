/*
 * How the learner answers: which ratings, and how long it takes.
 */
#ifndef SESSION_HABITS_H
#define SESSION_HABITS_H

#include "fsrs/simulate.h"
#include "session/past.h"

/*
 * Of who has answered nothing yet, without pauses: a guess, which each answer outweighs further.
 * Twenty answers of a kind weigh as much as the guess.
 */
extern const struct fsrs_habits habits_default;

/* So many of the latest answers tell enough, and are read in no time. */
enum { HABITS_LATEST = 20000 };

/*
 * The habits that the past shows, all of it or its latest part; the seconds of an answer hold the
 * pause before its question.
 *
 *   progress  by card: whose answers before that part are known by their count
 *   *timed    answers of which it is known how long they took
 */
struct fsrs_habits habits_of(
    const struct past *past, const struct progress *progress, size_t *timed);

#endif
