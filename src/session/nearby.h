/*
 * Values near an answer that is a number, a month or a date: what could have been instead.
 */
#ifndef SESSION_NEARBY_H
#define SESSION_NEARBY_H

#include "session/look.h"

/*
 * Years around a year, decades around a decade, sums as round as the sum, other months, other
 * days of the same form; written as the answer is, in `arena`.  None for anything else.
 */
const char **nearby(const struct look *answer, struct arena *arena, size_t *count);

/* Is it a month, or a day with its month in words? */
bool nearby_is_date(const char *text);

/* How far a number is from the answer: years by their difference, sums by their ratio. */
double nearby_distance(const struct look *answer, double value);

#endif
