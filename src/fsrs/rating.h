/*
 * The four answers a learner can give about a recall.
 *
 * Hard is a pass: only Again means forgotten.  The list below is the one place that knows
 * the ratings; numbers 1 to 4 are stored in histories and exchanged with other programs.
 */
#ifndef FSRS_RATING_H
#define FSRS_RATING_H

#include <stdbool.h>

#define FSRS_RATINGS(X)                                                                  \
    X(AGAIN, 1, "again")                                                                 \
    X(HARD, 2, "hard")                                                                   \
    X(GOOD, 3, "good")                                                                   \
    X(EASY, 4, "easy")

enum fsrs_rating {
#define X(name, value, word) FSRS_##name = value,
    FSRS_RATINGS(X)
#undef X
};

/* The rating's lower-case word, a static string; asserts that the rating is one of the
 * four. */
const char *fsrs_rating_word(enum fsrs_rating rating);

/* Reads such a word, exactly as written above.  Returns false and leaves *out if it is
 * none. */
bool fsrs_rating_parse(const char *word, enum fsrs_rating *out);

/* Whether a number from outside (a file, a database) is one of the four ratings. */
bool fsrs_rating_valid(long number);

#endif
