/*
 * Where two texts differ, letter by letter.
 */
#ifndef MATCH_DIFF_H
#define MATCH_DIFF_H

#include "base/arena.h"
#include "match/judge.h"

#include <stddef.h>

enum { DIFF_COLUMNS = 60 }; // of the diff in a judgement: fits beside a label in 80

/* As match_diff; letters that `strict` (of enum key_strict) does not part count as equal. */
struct diff diff_make(const char *typed, const char *expected, unsigned strict,
    size_t width, struct arena *arena);

/* A single slip of the hand between two folded texts, in words; NULL: it is more than one. */
const char *diff_slip(const char *typed, const char *expected);

#endif
