/*
 * Several values in one cell: "Italy; the Goths", or "Oslo = Norway; Riga = Latvia".
 *
 * A ';' or a line break separates values, a '|' the names of one value, " = " the sides of a
 * pair.  Where these are part of a value, a backslash stands before them.
 */
#ifndef EXCHANGE_CELL_H
#define EXCHANGE_CELL_H

#include "base/arena.h"
#include "base/buf.h"

#include <stddef.h>

struct cell_values {
    const char **items; // in the arena
    size_t count, capacity;
};

/*
 * Appends the values of a cell, cut at each of the bytes `at` that has no backslash before it;
 * what is blank is no value.  The backslashes before other marks stay for a further split: take
 * them out with cell_plain.
 */
void cell_split(
    struct arena *arena, const char *cell, const char *at, struct cell_values *out);

/* The value without the backslashes that guard marks. */
const char *cell_plain(struct arena *arena, const char *value);

/* Appends a value, its marks guarded; before it the separator unless the cell is empty. */
void cell_add(struct buf *cell, const char *separator, const char *value);

#endif
