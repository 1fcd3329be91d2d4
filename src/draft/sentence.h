/*
 * A sentence as words: what each may be, the fact that it belongs to, the marks around it.
 *
 * Words in brackets are left out.  All places are bytes of the document's plain text.
 */
#ifndef DRAFT_SENTENCE_H
#define DRAFT_SENTENCE_H

#include "draft/clean.h"
#include "draft/lexis.h"
#include "match/facts.h"

#include <stdbool.h>
#include <stddef.h>

struct word {
    struct range range;      // without marks
    struct range outer;      // with them
    const char *low;         // folded; of "Justinian's" without its ending
    unsigned classes;        // of enum word_class
    const char *base;        // of a verb
    const struct fact *fact; // that it is a part of; NULL
    char mark;               // behind it: , ; : - (a dash) or \0
    bool genitive;           // "Justinian's"
    bool capital;
};

struct sentence {
    const struct doc *doc;
    struct piece piece;
    size_t number; // in the document
    struct word *words;
    size_t count;
};

/* Facts of a document, and how far they are used up: sentences are read in order. */
struct fact_cursor {
    const struct facts *facts;
    size_t at;
};

struct sentence sentence_read(const struct doc *doc, struct piece piece,
    struct fact_cursor *cursor, struct lexis *lexis, struct arena *arena);

/* Has the word one of these classes? */
bool word_is(const struct sentence *s, size_t at, unsigned classes);

/* Is it that word, or one of several between spaces? */
bool word_among(const struct sentence *s, size_t at, const char *list);

/* The words of the fact that holds the word at `at`: the first, and the one behind the last. */
size_t fact_start(const struct sentence *s, size_t at);
size_t fact_end(const struct sentence *s, size_t at);

/* Does a fact of that kind begin with the word at `at`? */
bool fact_begins(const struct sentence *s, size_t at, enum fact_kind kind);

#endif
