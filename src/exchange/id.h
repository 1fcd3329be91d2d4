/*
 * Ids of imported cards: stable when the source is read again, and valid in a deck.
 */
#ifndef EXCHANGE_ID_H
#define EXCHANGE_ID_H

#include "base/arena.h"

/*
 * Words of the text as an id's beginning: a-z, 0-9 and '-', at most `most` bytes, cut between
 * words; "" if it has none.
 */
const char *id_slug(struct arena *arena, const char *text, size_t most);

/* Of an identifier in the source.  A card's name of ours keeps its id: "rome/loser" is loser. */
const char *id_of_guid(struct arena *arena, const char *guid);

/* Of the question (NULL or the answer too, where two cards have the same question). */
const char *id_of_text(struct arena *arena, const char *question, const char *answer);

#endif
