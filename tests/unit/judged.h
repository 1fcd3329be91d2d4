/*
 * Keys and judgements of the tests of the judge: a key as a line of text, the deck that it is of,
 * and a judgement held against what it should be.
 */
#ifndef JUDGED_H
#define JUDGED_H

#include "match/judge.h"

enum { PARTS_MAX = 16 };

/* A row's key as text: items parted by a separator, forms of an item by '|'. */
struct made {
    struct key key;
    struct key_item items[PARTS_MAX];
    const char *forms[PARTS_MAX][PARTS_MAX];
};

/* Cuts a text, into `arena`; returns how many parts it has. */
size_t split_parts(
    const char *text, char separator, const char **parts, struct arena *arena);

/* Gives the key its items. */
void make_items(struct made *made, const char *text, char separator, struct arena *arena);

/* A deck of that language, with a few spellings. */
struct key_context context_of(const char *language);

/* Fails unless verdict and reason are these. */
void check_judgement(const struct judgement *got, enum verdict verdict,
    const char *reason, const char *expected, const char *typed);

/* What rows say for short. */
#define EXACT VERDICT_EXACT, "exactly"
#define OK    VERDICT_ACCEPTED
#define PART  VERDICT_PARTIAL
#define CLOSE VERDICT_CLOSE
#define BAD   VERDICT_WRONG
#define OTHER VERDICT_WRONG, "another answer"

#endif
