/*
 * Words of a sentence as text again, for questions and gaps.
 */
#ifndef DRAFT_PHRASE_H
#define DRAFT_PHRASE_H

#include "draft/clause.h"

#include "base/buf.h"

/*
 * Appends the words [from, to) with the marks between them, and a space before them where text
 * stands already.  The first word of the sentence loses its capital unless it is a name; in a text
 * without capitals names get theirs.
 */
void phrase_add(struct buf *out, const struct sentence *s, size_t from, size_t to);

/* Appends one more word or mark, likewise. */
void phrase_add_text(struct buf *out, const char *text);

/* The words alone; in `arena`. */
const char *phrase_of(
    const struct sentence *s, size_t from, size_t to, struct arena *arena);

/* Makes the first letter a capital. */
void phrase_capitalise(struct buf *text);

#endif
