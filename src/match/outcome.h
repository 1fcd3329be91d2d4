/*
 * What the judges of the kinds with several parts share: cutting what was typed into pieces,
 * counting what is right, and saying so.
 */
#ifndef MATCH_OUTCOME_H
#define MATCH_OUTCOME_H

#include "base/arena.h"
#include "match/text.h"

#include <stdbool.h>
#include <stddef.h>

/* Texts in an arena. */
struct texts {
    const char **items;
    size_t count, capacity;
};

void texts_add(struct texts *texts, const char *text, struct arena *arena);

/* All right forms and all options of a key: what a separator may be part of. */
struct texts texts_of_key(const struct key *key, struct arena *arena);

/* Does one of them hold that character? */
bool texts_hold(const struct texts *texts, char c);

/*
 * Cuts at newlines and ';', or, where neither is typed, at ','; but not at a ';' or ',' that
 * `right`, the texts that may be meant, hold themselves.  Pieces are trimmed, none is empty.
 */
struct texts pieces_cut(
    const char *typed, const struct texts *right, struct arena *arena);

/*
 * What a piece that is no item may be: several, linked as in "a and b" or "a - b", or one
 * behind its number in a list, "1. a".  The piece alone if it is neither.
 */
struct texts piece_parts(const char *piece, struct arena *arena);

/* The words of a piece, without the numbers of a list: "1. a 2. b". */
struct texts piece_words(const char *piece, struct arena *arena);

/* The result of a judge: what was found, and the wrong texts that feedback may be about. */
struct outcome {
    struct finding finding;
    double share; // of the parts that are right
    struct texts wrong;
};

/* What was counted. */
struct tally {
    size_t total, right;  // right <= total, total > 0
    struct texts missing; // right ones that were not named
    struct texts wrong;   // what was named and is not right
    struct texts halves;  // what says a part of a missing one, and what it lacks
    const char *order; // what is out of place; NULL: the order is kept or does not matter
    struct finding best; // if all is well: exact, or accepted and why
};

/*
 * Verdict and words of a tally: "2 of 3, missing: Tyre, not: Rome".  Something wrong beside
 * all that is right is partial at most.
 */
struct finding tally_judge(const struct tally *tally, struct arena *arena);

/* Keeps the weaker of two findings about parts that are right; the first of equals stays. */
void finding_weaken(struct finding *all, struct finding part);

/* Items of any order, or in theirs. */
struct outcome list_judge(const struct rules *rules, const struct key *key,
    const char *typed, struct arena *arena);

/* One option, or all that apply. */
struct outcome choice_judge(const struct rules *rules, const struct key *key,
    const char *typed, struct arena *arena);

struct outcome pairs_judge(const struct rules *rules, const struct key *key,
    const char *typed, struct arena *arena);

/* The option that a text means: as text or as letter. */
struct pick {
    bool found;
    size_t option;
    bool bad_letter;        // one letter, but of no option
    struct finding finding; // how it was named: exact or accepted
};

struct pick option_pick(const struct rules *rules, const struct key *key,
    const char *typed, struct arena *arena);

/* "the letters are a to d" */
const char *option_letters(const struct key *key, struct arena *arena);

/* Is the option's text one of the item's forms? */
bool option_is(const struct key *key, size_t option, const struct key_item *item);

#endif
