/*
 * A typed line as words, the way a simple shell reads it.
 *
 * Spaces part words.  '...' takes everything as it is, "..." everything but \" and \\, a
 * backslash elsewhere the next byte.  Nothing is expanded, and nothing starts a program.
 */
#ifndef UI_SPLIT_H
#define UI_SPLIT_H

#include "base/arena.h"
#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

struct split {
    const char **words; // in the arena
    size_t count, capacity;
    char quote;   // the quote that is not closed, 0: none
    bool in_word; // the line ends within its last word: no space behind it
    size_t start; // of that word in the line, its quote included
    struct arena arena;
};

/* Splits line[0..len) into a zeroed `split`; split_release() frees it. */
void split_line(struct split *split, const char *line, size_t len);
void split_release(struct split *split);

/* Appends `word` as it has to be typed to be one word again. */
void split_quote(struct buf *out, const char *word);

/* The same for the beginning of a word: a quote that it needs stays open. */
void split_quote_open(struct buf *out, const char *word);

#endif
