/*
 * Inside the reading of facts: what its parts share.
 */
#ifndef MATCH_FACTS_READING_H
#define MATCH_FACTS_READING_H

#include "match/facts.h"

struct facts_reading {
    const struct rules *rules;
    const char *text;
    bool lower;
    const struct tokens *tokens;
    struct facts facts;
    struct arena *arena;
};

/* The token at `at`; NULL: the text has ended. */
const struct token *facts_token(const struct facts_reading *r, size_t at);

/* Adds a fact of the tokens [first, end). */
struct fact *facts_add(
    struct facts_reading *r, enum fact_kind kind, size_t first, size_t end);

/* Reads a name that begins at token `at`; the tokens it takes, 0: there is none. */
size_t facts_read_name(struct facts_reading *r, size_t at);

#endif
