/*
 * Whom "he", "she", "it" and "they" mean: the subject that was named last and can be meant, as long as
 * it was named shortly before.
 */
#ifndef DRAFT_DISCOURSE_H
#define DRAFT_DISCOURSE_H

#include "draft/clause.h"
#include "draft/names.h"

struct referent {
    const char *text;        // NULL: none
    size_t sentence;         // that named it last
    struct known_name *name; // NULL: it is none
};

struct discourse {
    struct names *names;
    struct referent he, she, it, they;
    struct arena *arena;
};

/* Fills in the actors of a sentence's clauses, and remembers its subjects. */
void discourse_follow(struct discourse *d, struct clauses *clauses);

#endif
