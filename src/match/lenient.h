/*
 * The parts of lenient_judge: what may stand beside an answer, in what order, with what slips.
 */
#ifndef MATCH_LENIENT_H
#define MATCH_LENIENT_H

#include "match/pairing.h"
#include "match/text.h"

/* A word typed beside the answer: does it leave the meaning alone? */
bool beside_is_harmless(const struct rules *rules, const struct pairing *p, size_t typed);

/* Does the answer say as much without this word of it? */
bool beside_can_miss(const struct rules *rules, const struct pairing *p, size_t expected);

/* A "from" for a "to", a king for a queen: one was added and the other one left out. */
bool beside_clashes(const struct pairing *p);

/* Do the words mean the same in the order in which they were typed? */
bool order_is_free(const struct pairing *p);

/* Close, or wrong where a slip makes another word of the deck, or is one too many. */
struct finding slips_judge(const struct rules *rules, const struct target *target,
    const struct pairing *p, struct arena *arena);

/* One word typed as two, or two as one, and a slip besides; or a slip in a long name. */
struct finding slips_judge_together(const struct rules *rules, const struct form *typed,
    const struct form *expected, struct arena *arena);

#endif
