/*
 * The clauses of a sentence: subject, verb, and the rest, as far as word classes show them.
 *
 *   In 1893 | Marie    | took    her degree in physics
 *   lead      subject    verb    rest, up to `end`
 *
 * "Marie took her degree and left Paris" are two clauses with one subject.  Clauses that hang on
 * another ("when ...", "which ...") are none of their own; what they say belongs to no clause.  A
 * sentence that does not show its subject beyond doubt has no clause.
 */
#ifndef DRAFT_CLAUSE_H
#define DRAFT_CLAUSE_H

#include "draft/sentence.h"

#include <stdbool.h>

struct clause {
    const struct sentence *s;
    size_t lead, lead_end;       // before the subject; empty: nothing
    size_t subject, subject_end; //
    size_t aside, aside_end;     // between commas behind the subject; empty: nothing
    size_t verb, verb_end;       // with auxiliaries, and adverbs between them
    size_t main;                 // the word that carries the meaning
    size_t inner;                // where a clause within the rest begins, or `end`
    size_t end;
    bool shared;       // the subject is that of the clause before
    bool copula;       // "is", "was" by itself
    bool passive;      // "was taken"
    bool historic;     // what is told in the present is long past
    const char *actor; // the subject by a name that says who it is; NULL: not known
};

enum { CLAUSE_MOST = 6 };

struct clauses {
    struct clause items[CLAUSE_MOST];
    size_t count;
};

struct clauses clauses_read(const struct sentence *s);

/* Words that open a clause that hangs on another, whatever follows; others may be prepositions. */
extern const char clause_openers[];

/* Is the word a finite verb, by itself and its neighbours? */
bool clause_is_finite(const struct sentence *s, size_t at);

/* Is it a participle behind a noun: in "a company called X built it" another verb follows? */
bool clause_is_reduced(const struct sentence *s, size_t at);

/* The first verb of [from, to) that is finite and no such participle; `to`: there is none. */
size_t clause_next_finite(const struct sentence *s, size_t from, size_t to);

#endif
