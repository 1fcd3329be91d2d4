/*
 * Spellings that the learner taught ("I was right"): an overlay on the keys of cards.
 *
 * They are events, never written into a deck; the author can have them as a patch.  An alias
 * stands for one answer of one card, and counts as long as the deck has that answer there.
 */
#ifndef SESSION_ALIAS_H
#define SESSION_ALIAS_H

#include "session/collection.h"

#include <stdbool.h>

/* Reads anew which aliases count, after one was made or taken back. */
MUST_USE bool collection_read_aliases(struct collection *collection, struct err *err);

/*
 * The key of a card as it is judged now: its options in the order shown (present_key), and what
 * the learner taught among the right forms; in `arena`.
 */
struct key collection_key(
    const struct collection *collection, size_t card, struct arena *arena);

/* Can what is typed for this key be remembered as another form of its answer? */
bool alias_fits(const struct key *key);

#endif
