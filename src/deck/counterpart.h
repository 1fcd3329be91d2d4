/*
 * Which notes of two versions of a deck are the same.
 *
 * They have the same name; or the new one says that it was ("was") the old one; or, of those that
 * are left, their questions are alike: those without an id were probably reworded.
 */
#ifndef DECK_COUNTERPART_H
#define DECK_COUNTERPART_H

#include "base/arena.h"
#include "deck/deck.h"

#include <stdbool.h>

enum { COUNTERPART_NONE = -1 };

/* By the places of the notes; each has one counterpart at most. */
struct counterparts {
    int *old_of;  // by new note
    int *new_of;  // by old note
    bool *by_was; // by new note: it says so itself
    bool *stays;  // by new note: it stands in the same order as the others that stay
};

/* In `arena`. */
struct counterparts counterparts_find(
    const struct deck *old, const struct deck *new, struct arena *arena);

#endif
