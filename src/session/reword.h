/*
 * Cards without an id that were reworded, or were given an id.
 *
 * A card's name without an id is a hash of its question, so a reworded one is new, and its history
 * belongs to a name that no deck has any more.  A new card and such an orphan of the same deck
 * are likely the same if their questions share most words; whether they are, only the learner
 * can say, once (record_link).
 */
#ifndef SESSION_REWORD_H
#define SESSION_REWORD_H

#include "session/collection.h"

#include <stddef.h>

struct reworded {
    size_t card;              // the new card
    const char *old_name;     // the orphan's
    const char *old_question; // as it was when it was answered last
};

/* The likely pairs, each card and each orphan in one at most; in `arena`. */
MUST_USE bool reword_find(struct collection *collection, struct arena *arena,
    struct reworded **pairs, size_t *count, struct err *err);

#endif
