/*
 * "Did you mean": the known word nearest to an unknown one.
 */
#ifndef BASE_NEAR_H
#define BASE_NEAR_H

#include <stddef.h>

/*
 * Edits (insert, delete, replace, swap of neighbours) between two words, in bytes;
 * words longer than 63 bytes are far from everything.  Damerau-Levenshtein, restricted.
 */
size_t near_distance(const char *a, const char *b);

/*
 * The word of `words` nearest to `word`, or NULL if none is within a third of its length
 * (at least one edit).  The first of equals wins.
 */
const char *near_best(const char *word, const char *const *words, size_t count);

#endif
