/*
 * The canonical form of a deck: one order of keys, one layout.
 *
 * Two spaces a level; each key of the deck and each card on a line of its own; whatever fits into
 * FORMAT_WIDTH columns stands on one line, all else has an item or a key a line.  Text is written
 * as UTF-8, numbers stay as the author wrote them, since that is how they are shown.
 *
 * Laws: formatting twice changes nothing more; the deck means the same; a card written into a
 * canonical deck leaves it canonical.
 */
#ifndef DECK_FORMAT_H
#define DECK_FORMAT_H

#include "base/buf.h"
#include "base/json.h"

enum { FORMAT_WIDTH = 100 };

/* How a value is laid out.  A zero struct with `text` is the canonical layout of a whole file. */
struct format {
    const char *text; // what the tree was parsed from; NULL: it was built, not parsed
    const char
        *indent;      // what stands before it on its first line, and so before its others
    const char *step; // of a level; NULL: two spaces
    const char *eol;  // NULL: "\n"
    bool flat;        // all on one line, however long
};

/* Appends a deck, with a line's end behind it. */
void format_deck(const cJSON *deck, const char *text, struct buf *out);

/* Appends a card (or any part of one), without its first indentation and without a line's end. */
void format_card(const cJSON *card, const struct format *format, struct buf *out);

/*
 * The place of a key among those of an object, from 0; keys that are unknown and remarks have the
 * last one.
 */
size_t format_rank(const char *key);

#endif
