/*
 * Text of other programs: from the bytes of a file to clean UTF-8.
 *
 * Spreadsheets write UTF-16 and Windows-1252 (which holds Latin-1) as often as UTF-8.  What
 * could act on a terminal or turn text around (controls, bidi overrides) is taken out here,
 * once, so that no card has it.
 */
#ifndef EXCHANGE_TEXT_H
#define EXCHANGE_TEXT_H

#include "base/buf.h"
#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>

#define ENCODINGS(X)                                                                     \
    X(ENCODING_UTF8, "UTF-8")                                                            \
    X(ENCODING_UTF16_LE, "UTF-16 (little endian)")                                       \
    X(ENCODING_UTF16_BE, "UTF-16 (big endian)")                                          \
    X(ENCODING_1252, "Windows-1252 (Latin-1)")

enum encoding {
#define X(encoding, name) encoding,
    ENCODINGS(X)
#undef X
};

const char *encoding_name(enum encoding encoding);

/*
 * Replaces the bytes of the file `name` by UTF-8 without a byte order mark, and says what they
 * were.  ERR_INPUT for UTF-8 that is damaged in places, and for a NUL byte: that is no text.
 */
MUST_USE bool text_decode(
    const char *name, struct buf *bytes, enum encoding *encoding, struct err *err);

/*
 * Appends valid text with LF for every kind of line break, without what utf8_acts says, without
 * spaces at the ends of lines and of the whole, and with no two empty lines together.  Returns
 * how many characters were taken out for what they do.
 */
size_t text_add_clean(struct buf *out, const char *text);

/* Appends the text as questions are compared: case folded, runs of space made one, none at the ends. */
void text_add_normal(struct buf *out, const char *text);

/* Are these the same but for case?  ASCII letters only: names of keys and columns. */
bool text_same_word(const char *a, const char *b);

#endif
