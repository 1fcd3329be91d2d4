/*
 * Texts as they are written: what can be seen of them, and quoted.  All texts are valid UTF-8.
 */
#ifndef MATCH_WRITTEN_H
#define MATCH_WRITTEN_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Could nobody see this character?  So it is with joiners, marks of direction and fillers. */
bool char_is_invisible(uint32_t character);

/* What parts words: white space, and controls that somebody pasted. */
bool char_is_gap(uint32_t character);

/* Bytes from the start of text[0..len) whose characters all answer `wanted` to `is`. */
size_t text_span(const char *text, size_t len, bool (*is)(uint32_t), bool wanted);

/* Without what cannot be seen at both ends; a copy in `arena`. */
const char *text_trim(const char *text, struct arena *arena);

/* The same text but for canonical composition (NFC). */
bool text_identical(const char *a, const char *b);

/* A piece of text for a message: one line, trimmed, cut to about 40 columns. */
const char *text_quote(const char *text, size_t len, struct arena *arena);

#endif
