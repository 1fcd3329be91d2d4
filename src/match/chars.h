/*
 * Characters as judging sees them, before and after folding.
 */
#ifndef MATCH_CHARS_H
#define MATCH_CHARS_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Punctuation parts words and says nothing more; what is neither that nor a letter is a sign. */
bool char_is_punctuation(uint32_t character);

/*
 * Appends one word of text (no white space in it) in the form that is compared: typographic
 * variants evened out, superscripts behind digits marked by '^', a trailing charge written as
 * U+2212, then NFKC, and case and marks folded unless `strict` keeps them.
 */
void chars_fold(struct buf *out, const char *text, size_t len, unsigned strict);

#endif
