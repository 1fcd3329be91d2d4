/*
 * Spans of time as people write them: "90s", "10m", "12h", "1d".
 */
#ifndef BASE_SPAN_H
#define BASE_SPAN_H

#include <stddef.h>
#include <stdint.h>

/*
 * Reads a whole number from 1 to 9999 and its unit (s, m, h, d) at the start of `text`.
 * Returns milliseconds, and in *len the bytes read; 0 if no span stands there.
 */
int64_t span_parse(const char *text, size_t *len);

/* Reads a whole number of minutes, 1 to 9999, or a span, and nothing behind it; 0 if it is neither. */
int64_t span_minutes(const char *text);

/* The letter of the largest unit that divides a span of whole seconds; *count of them. */
char span_unit(int64_t ms, long long *count);

#endif
