/*
 * Slips of the hand: is one word another with a letter wrong?
 *
 * Words are compared by graphemes in their folded form, by Damerau-Levenshtein distance
 * (optimal string alignment: a letter replaced, missing, too many, or two neighbours swapped).
 *
 * What makes a slip rather than another word:
 *   1. the longer the word, the more slips; none up to three letters;
 *   2. slips stand apart: two letters changed side by side are another ending, not two slips;
 *   3. hands rarely err at the first letter: it counts twice;
 *   4. in languages with endings the last letter is grammar;
 *   5. a word with a prefix that negates or opposes is no slip of the word without
 *      (symmetric, asymmetric; inter-, intra-), nor are words that everybody knows apart.
 */
#ifndef MATCH_TYPO_H
#define MATCH_TYPO_H

#include "match/words.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SPELLED_MAX = 40, TYPO_MAX = 3 };

/* A word letter by letter; longer ones, and those of scripts without letters, have count 0. */
struct spelled {
    uint32_t letters[SPELLED_MAX];
    size_t count;
    uint32_t mask; // a bit for each letter that occurs, several letters to a bit
};

struct spelled spelled_make(const char *word);

/* How many slips a word of so many letters may have: 0 to TYPO_MAX. */
size_t typo_limit(size_t letters);

/* Edits between two words; `most + 1` if they are more than `most`. */
size_t typo_distance(const struct spelled *a, const struct spelled *b, size_t most);

/* The first slip, in words: "two letters are swapped"; NULL: the words do not differ. */
const char *typo_words(const struct spelled *typed, const struct spelled *expected);

/* Slips of `typed`, if it is `expected` with slips; 0 if it is not, or the same. */
size_t typo_count(const struct spelled *typed, const struct spelled *expected,
    const struct language *language);

/* Two different words, however alike they look: angle and angel, typical and atypical. */
bool words_are_alike(const char *a, const char *b, const struct language *language);

#endif
