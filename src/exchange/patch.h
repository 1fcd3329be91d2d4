/*
 * What a learner taught, as a JSON Patch (RFC 6902) for the author of the deck: each spelling is
 * added to the "accept" of its card.  The deck itself is not touched.
 */
#ifndef EXCHANGE_PATCH_H
#define EXCHANGE_PATCH_H

#include "session/collection.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Appends the patch for the selected cards, an array with an operation for each card.
 * *homeless counts the spellings of sides that have no "accept" of their own: a gap that is no
 * named one, a reverse side that is just true.  ERR_USAGE if the spellings belong to several decks,
 * since a patch is for one file.
 */
MUST_USE bool patch_render(const struct collection *collection, const bool *selected,
    struct buf *out, size_t *homeless, struct err *err);

#endif
