#include "fsrs/rating.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

static const struct {
    enum fsrs_rating rating;
    const char *word;
} ratings[] = {
#define X(name, value, word) { FSRS_##name, word },
    FSRS_RATINGS(X)
#undef X
};

enum { RATING_COUNT = sizeof ratings / sizeof *ratings };

const char *fsrs_rating_word(enum fsrs_rating rating)
{
    assert(fsrs_rating_valid((long)rating));
    return ratings[rating - FSRS_AGAIN].word;
}

bool fsrs_rating_parse(const char *word, enum fsrs_rating *out)
{
    for (size_t i = 0; i < RATING_COUNT; i++) {
        if (strcmp(word, ratings[i].word) == 0) {
            *out = ratings[i].rating;
            return true;
        }
    }
    return false;
}

bool fsrs_rating_valid(long number)
{
    return number >= FSRS_AGAIN && number <= FSRS_EASY;
}
