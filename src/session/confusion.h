/*
 * Cards that the learner takes for one another: a wrong answer that was another card's.
 *
 * Each is noted with the review that it happened in, so that taking back the review takes back
 * the confusion, too.
 */
#ifndef SESSION_CONFUSION_H
#define SESSION_CONFUSION_H

#include "session/collection.h"

#include <stddef.h>
#include <stdint.h>

/* Two cards, in the order of the library, and how often one's answer was given to the other. */
struct confusion {
    size_t card, other; // card < other
    size_t count;
    int64_t last_ms; // when it happened last, and on which study day
    struct day day;
    const char *typed; // what was typed then; NULL: not kept
};

/* Pairs while they are gathered; a zero struct is empty. */
struct confusions {
    struct confusion *pairs;
    size_t count, capacity;
};

/*
 * The pairs of cards that were taken for one another since that instant, the most often confused
 * first, of equals the latest; texts in `arena`.
 */
MUST_USE bool confusions_read(struct collection *collection, int64_t since_ms,
    struct arena *arena, struct confusions *out, struct err *err);
void confusions_release(struct confusions *confusions);

/* Adds one that happened later than those there; count and order of the cards are set here. */
void confusions_add(struct confusions *confusions, struct confusion one);

#endif
