/*
 * Text as people see it: UTF-8, graphemes, display columns, comparison forms, and the one
 * function through which foreign text may reach a terminal.
 *
 * "Visible" means: harmless to any terminal.  LF stays; every other control (C0, DEL, C1),
 * every bidi control, U+2028/2029, U+FEFF, the invisible tag characters U+E0000-E007F and
 * every invalid byte are replaced by characters that name them.  Unicode data: utf8proc.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes of the valid character at the start of text[0..len), 0 if there is none. */
size_t utf8_next(const char *text, size_t len, uint32_t *character);

/* Is all of it valid UTF-8?  If not, *bad is the offset of the first bad byte. */
bool utf8_valid(const char *text, size_t len, size_t *bad);

/* Appends a character (a Unicode scalar value). */
void utf8_add(struct buf *out, uint32_t character);

/* The start of the character that holds the byte at `offset`; at most 3 bytes before it. */
size_t utf8_boundary(const char *text, size_t offset);

/* Bytes of the first grapheme cluster, 0 at the end; 1 for a byte that is no UTF-8. */
size_t utf8_grapheme(const char *text, size_t len);

/* Display columns: 0, 1 or 2 for each grapheme cluster of valid text without controls. */
size_t utf8_width(const char *text, size_t len);

/*
 * Appends text so that no byte of it can act on a terminal: ^[ for ESC, ^? for DEL, <U+009B>
 * for the rest, <FF> for a byte that is no UTF-8, four spaces for TAB; LF stays.
 */
void utf8_add_visible(struct buf *out, const char *text, size_t len);

/* Could this character act on a terminal?  LF and TAB count as acting here. */
bool utf8_acts(uint32_t character);

/*
 * What forms of text count as equal.  Compatibility forms (NFKC) always do.
 */
enum utf8_fold {
    FOLD_CASE = 1,    // full case folding
    FOLD_ACCENTS = 2, // marks are dropped
};

/* Appends the comparison form of valid text; `flags` are of enum utf8_fold. */
void utf8_add_folded(struct buf *out, const char *text, size_t len, unsigned flags);

/* Classes of characters that judging and wrapping need. */
bool utf8_is_letter(uint32_t character);
bool utf8_is_digit(uint32_t character); // decimal digits of any script
bool utf8_is_space(uint32_t character);

/* Does the text run from right to left: is its first character with a direction such a one? */
bool utf8_is_rtl(const char *text, size_t len);

#endif
