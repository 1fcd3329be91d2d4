/*
 * Which word of what was typed is which word of the answer?
 *
 * The words are aligned in their order at the least cost: equal words cost nothing, a slip a
 * little, a word without partner much, and little again if it is hollow.  Words left over on
 * both sides that are the same then find each other out of order.
 */
#ifndef MATCH_PAIRING_H
#define MATCH_PAIRING_H

#include "match/form.h"

#include <stdbool.h>
#include <stddef.h>

enum { PAIRING_MAX = 24, PAIRING_NONE = -1 };

struct pairing {
    const struct form *typed, *expected;
    int of_typed[PAIRING_MAX];        // the partner of each typed token, or PAIRING_NONE
    int of_expected[PAIRING_MAX];     // of each expected one
    unsigned char slips[PAIRING_MAX]; // in each typed token
    size_t slip_count;                // of all
    bool moved;                       // some pairs stand out of order
};

/* False where a text is too long for it, or empty; PAIRING_MAX tokens a side. */
bool pairing_make(const struct rules *rules, const struct form *typed,
    const struct form *expected, struct pairing *out);

/* Tokens by place; NULL behind the last. */
const struct token *pairing_typed(const struct pairing *p, size_t at);
const struct token *pairing_expected(const struct pairing *p, size_t at);

/* Without a partner. */
bool pairing_is_lonely(const struct pairing *p, size_t typed);
bool pairing_is_missing(const struct pairing *p, size_t expected);

/* Of a name, the form that the typed token is nearest to; NULL: the expected one is no name. */
const struct name *pairing_nearest(
    const struct rules *rules, const struct token *typed, const struct token *expected);

/* May a slip be forgiven in it?  Not in numbers, formulas, acronyms, hollow words, negations. */
bool pairing_allows_slips(const struct form *form, const struct token *token);

/* Slips that make one word of the other; 0: they are other words, or the same. */
size_t pairing_slips(const struct rules *rules, const char *typed, const char *expected);

/* Is the token written with a capital in the form's source? */
bool token_has_capital(const struct form *form, const struct token *token);

#endif
