/*
 * Numbers inside texts, read as values.
 *
 * A number's text is exact: [-]DIGITSeEXPONENT.  At exponents >= 0 trailing zeros are folded
 * into the exponent (4,000 is 4e3); behind a decimal point they stay, since version 3.10 is
 * not version 3.1.  strtod reads it.
 *
 * Separators group only where they part three digits each: "1,5" is not 15.  English-like
 * languages read "4.000" as 4, those with a decimal comma as 4000.
 */
#ifndef MATCH_NUMBER_H
#define MATCH_NUMBER_H

#include "base/arena.h"
#include "match/token.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Appends the numbers at the start of text[0..len), which begins with an ASCII digit; returns
 * the bytes read.  "1,234.5" is one number; "3.4.540" are three.
 */
size_t numbers_scan(const char *text, size_t len, bool negative, bool comma,
    struct tokens *tokens, struct arena *arena);

/*
 * Joins what is one number in several tokens: "4 000", "four thousand and five", "4 million",
 * "twenty-first", "6.02 x 10^23", "minus five".
 */
void numbers_join(
    struct tokens *tokens, const struct language *language, struct arena *arena);

/* Reads Roman numerals, and "the first", behind a word as numbers. */
void numbers_join_regnal(struct tokens *tokens, struct arena *arena);

/* The value of a Roman numeral as it is rightly written, i to mmmcmxcix; 0: it is none. */
unsigned roman_value(const char *word);

/* A part of one, in digits or in English words: "2/3", "two thirds", "a third", "half". */
struct fraction {
    const char *over, *under; // texts of numbers, `under` is not 0
    bool words;
};

/* Reads the fraction at token `at`; the tokens it takes, 0: there is none. */
size_t fraction_read(const struct tokens *tokens, size_t at, struct fraction *out);

/* The text of a number: digits with anything else between them ignored, times 10^exponent. */
const char *number_exact(
    bool negative, const char *digits, size_t len, long exponent, struct arena *arena);

/* A number's text times 10^zeros. */
const char *number_scaled(const char *text, long zeros, struct arena *arena);

/* The value of a number's text. */
double number_value(const char *text);

/* Why one number is not the other, in words; both as they were written. */
const char *number_difference(
    const struct token *typed, const struct token *expected, struct arena *arena);

#endif
