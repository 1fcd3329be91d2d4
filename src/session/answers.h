/*
 * Answers to fit weights to and to judge them by, from progress or from a file: which card,
 * when, how rated.
 */
#ifndef SESSION_ANSWERS_H
#define SESSION_ANSWERS_H

#include "base/map.h"
#include "fsrs/history.h"
#include "session/collection.h"

#include <stdbool.h>
#include <stddef.h>

/* Names are in the arena, or the collection's that they were taken from. */
struct answers {
    struct fsrs_event *events; // in no promised order
    size_t count, capacity;
    const char **cards; // names, by the events' card numbers
    size_t card_count, card_capacity;
    struct map numbers; // names -> card numbers
    struct arena arena;
};

/* Also of a zero struct. */
void answers_release(struct answers *answers);

/* The number of a card of that name, a new one if need be; the name is copied. */
size_t answers_card(struct answers *answers, const char *name);

void answers_add(struct answers *answers, size_t card, int64_t at_ms, int rating);

/*
 * Takes over the learner's own answers that count, of the cards that `selected` flags and if
 * `others` of names that no deck has.  What came before a reset is another card's.
 */
MUST_USE bool answers_of_progress(struct answers *answers,
    const struct collection *collection, const bool *selected, bool others,
    struct err *err);

#endif
