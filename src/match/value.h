/*
 * Judging a number: one value, with its tolerance and unit.
 */
#ifndef MATCH_VALUE_H
#define MATCH_VALUE_H

#include "match/text.h"

struct finding value_judge(const struct rules *rules, const struct key *key,
    const char *typed, struct arena *arena);

/* Do both texts hold one number of the same value, and units that do not contradict? */
bool value_same(
    const struct rules *rules, const char *a, const char *b, struct arena *arena);

#endif
