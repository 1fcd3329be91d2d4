/*
 * Where a citation's "at" points: a heading, or a few words of the document.
 *
 * Case, accents, punctuation and spacing do not matter.  The words of a document are indexed once,
 * so that looking a place up takes the time of its first word's occurrences.
 */
#ifndef DOCUMENT_PLACE_H
#define DOCUMENT_PLACE_H

#include "base/map.h"
#include "document/document.h"

#include <stdbool.h>
#include <stddef.h>

struct place_word {
    const char *text; // folded
    struct range range;
    size_t next; // the next one with the same text, plus one; 0: none
    size_t last; // of the first one with its text: the last
};

struct places {
    const struct doc *doc;
    struct place_word *words;
    size_t count, capacity;
    struct map first; // of each text
    struct arena arena;
};

struct place {
    bool is_section;    // "at" is a heading
    size_t section;     // the section, or the innermost around the words
    struct range range; // of the section with its heading, or of the words
    size_t word;        // the first of them
};

enum { PLACE_WORDS = 32 }; // of a longer "at" only the first so many count

/* The doc must live as long; released by places_release. */
void places_init(struct places *places, const struct doc *doc);
void places_release(struct places *places);

/* The first word that begins at `offset` of the plain text or behind it; `count`: none does. */
size_t places_word_at(const struct places *places, size_t offset);

/*
 * Finds the place; of words that occur several times the first.  Whole headings go before words
 * of the text, and these before words of headings, which mean their section.
 */
bool places_find(const struct places *places, const char *at, struct place *out);

/* Of words that were found, where they occur next; false: nowhere. */
bool places_find_next(const struct places *places, const char *at, struct place *place);

/* The heading most like `at`, NULL if none is. */
const char *places_near(const struct places *places, const char *at);

#endif
