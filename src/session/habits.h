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

/*
 * The habits that the past shows; the seconds of an answer hold the pause before its question.
 * *timed: answers of which it is known how long they took.
 */
struct fsrs_habits habits_of(const struct past *past, size_t *timed);

#endif
