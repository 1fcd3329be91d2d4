/*
 * Selectors: which cards a command means.
 *
 *   DECK            id of a deck, or the path of its file
 *   DECK/CARD       a note with all its sides; DECK/CARD#KEY one side
 *   tag:T  text:W   has the tag; W occurs in question, answer or note (case folded)
 *   seen:WHEN       answered since then: a day as 2026-12-13, or a span back from now as 7d
 *   is:STATE        new learning due review suspended leech flagged orphan
 *   not:TERM        not what TERM selects
 *
 * Several decks or cards mean any of them; everything else narrows.
 */
#ifndef SESSION_SELECT_H
#define SESSION_SELECT_H

#include "session/collection.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Sets selected[i] for each card of the collection.  No terms select all.  *orphans tells
 * whether is:orphan was asked for.  A term that fits nothing known is ERR_USAGE with "did you
 * mean".
 */
MUST_USE bool select_cards(const struct collection *collection, const char *const *terms,
    size_t count, int64_t now_ms, bool *selected, bool *orphans, struct err *err);

/* The words that is: takes, by index; NULL behind the last. */
const char *select_state_word(size_t index);

#endif
