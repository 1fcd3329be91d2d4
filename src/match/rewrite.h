/*
 * What was typed, in another form that says the same.
 */
#ifndef MATCH_REWRITE_H
#define MATCH_REWRITE_H

#include "base/arena.h"

#include <stddef.h>

enum { REWRITE_WAYS = 5 };

/*
 * A text rewritten in one of the ways, NULL if it cannot be: "4000" for "4k", "4,000" for
 * "4.000", "a year" for "1 year" and back, "3" for "no. 3".
 */
const char *rewritten(const char *typed, size_t way, struct arena *arena);

#endif
