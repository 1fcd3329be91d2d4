/*
 * A clause as a question, and a sentence as a gap.
 *
 * A question asks for a part of a clause, the hole: for its subject by putting "Who" in its place,
 * for anything behind the verb by putting the question word first, then what English puts before
 * the subject ("did", "was"), the subject, and what is left.
 */
#ifndef DRAFT_QUESTION_H
#define DRAFT_QUESTION_H

#include "draft/clause.h"
#include "draft/phrase.h"

/* Words of a sentence. */
struct span {
    size_t from, to;
};

/* "Who took her degree in physics?"; NULL if it would not be English. */
const char *question_subject(
    const struct clause *c, const char *who, struct arena *arena);

/*
 * "In which year did Marie take her degree?" for the hole "in 1893", which may lie in the lead; of
 * the rest nothing behind `end` is asked.  NULL: the subject is not known by name.
 */
const char *question_inverted(const struct clause *c, const char *ask, struct span hole,
    size_t end, struct arena *arena);

/*
 * The clause around the span, or the sentence, with the span as {{its text::hint}}.  NULL if it is too
 * long, or speaks of something named before.
 */
const char *gap_make(const struct sentence *s, const struct clauses *clauses,
    struct span span, const char *hint, struct arena *arena);

#endif
