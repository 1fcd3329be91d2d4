/*
 * A text as the rules of lint.h read it: its words, and what stands around them.
 *
 * A word is a run of letters and digits.  Of very long texts only the first words are read.
 */
#ifndef DECK_LINT_WORDS_H
#define DECK_LINT_WORDS_H

#include <stdbool.h>
#include <stddef.h>

enum { WORDS_MAX = 128, WORDS_BYTES = 4096 };

struct word {
    const char *text; // case and accents folded
    char behind;    // the first of , ; : . ? ! that follows before the next word; 0: none
    bool capital;   // begins with one
    bool number;    // holds a digit
    bool quoted;    // stands between quotation marks or backticks
    bool bracketed; // stands in parentheses
};

struct words {
    struct word items[WORDS_MAX];
    size_t count;
    bool whole;  // nothing was left out
    bool signs;  // the text holds characters beyond letters, digits and punctuation
    size_t used; // of `bytes`
    char bytes[WORDS_BYTES];
};

void words_read(struct words *words, const char *text);

/* Is the word at `at` one of the space-separated words of `list`?  False behind the last. */
bool words_at(const struct words *words, size_t at, const char *list);

/* Is there any word of `list`? */
bool words_any(const struct words *words, const char *list);

/* Do the words of `part` stand in `text` one behind the other, and none of them quoted? */
bool words_hold(const struct words *text, const struct words *part);

#endif
