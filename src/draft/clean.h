/*
 * What of a document is content: its sentences without navigation, footers, lists of references
 * and citations.
 *
 * A piece is a range of the plain text that reads as one sentence, or a cell of a table.  In text without punctuation
 * ("bare") nothing says where sentences end; there a citation ("bury 1958 pp 238 239") ends one,
 * and is itself left out.
 */
#ifndef DRAFT_CLEAN_H
#define DRAFT_CLEAN_H

#include "base/arena.h"
#include "document/document.h"
#include "draft/lexis.h"

#include <stdbool.h>
#include <stddef.h>

struct piece {
    struct range range;
    size_t block;
    bool bare;
    bool open; // bare, and where it ends is a guess
};

struct pieces {
    struct piece *items; // in the order of the text
    size_t count, capacity;
};

/* The content of a document; in `arena`. */
struct pieces clean_pieces(
    const struct doc *doc, struct lexis *lexis, struct arena *arena);

/* Adds a piece unless it is empty. */
void pieces_add(struct pieces *pieces, struct arena *arena, struct piece piece);

/* Adds the pieces of a block without punctuation. */
void bare_split(struct pieces *pieces, const struct doc *doc, size_t block,
    struct lexis *lexis, struct arena *arena);

#endif
