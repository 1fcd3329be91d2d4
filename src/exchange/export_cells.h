/*
 * A card as the cells of a table.  Inside src/exchange.
 */
#ifndef EXCHANGE_EXPORT_CELLS_H
#define EXCHANGE_EXPORT_CELLS_H

#include "base/arena.h"
#include "base/buf.h"
#include "deck/deck.h"

/* Several values in a cell as cell.h says; "" where there is none. */
struct cells {
    const char *card, *question, *answer, *accept, *tags, *source, *kind, *wrong, *hint,
        *note;
};

/* Texts are borrowed from the card, or lie in `arena`. */
struct cells cells_of(struct arena *arena, const struct card *card);

/* What a reader sees on the sides of a paper card: choices and left sides with the question; other
   answers, note and source with the answer. */
const char *cells_front(struct arena *arena, const struct card *card);
const char *cells_back(struct arena *arena, const struct card *card);

/* Appends plain text as HTML; lines between ``` as <pre>. */
void cells_add_html(struct buf *out, const char *text);

#endif
