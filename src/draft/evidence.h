/*
 * What a document says where: its words, numbers and dates by their places, read by the rules of a
 * deck, so that the deck's spellings are one word.
 *
 * Reading is generous: whatever may be a date is one ("540", "470s"), and "527 565" is one number
 * and two.  What is not found here is not in the text.
 */
#ifndef DRAFT_EVIDENCE_H
#define DRAFT_EVIDENCE_H

#include "base/map.h"
#include "document/document.h"
#include "match/date.h"
#include "match/form.h"

#include <stdbool.h>
#include <stddef.h>

/* An occurrence of a word or a number. */
struct mention {
    const char *text; // what is compared
    size_t at;        // in the plain text
    size_t next;      // the next one with the same text, plus one; 0: none
    size_t last;      // of the first one: the last
};

struct mentions {
    struct mention *items; // in the order of the text
    size_t count, capacity;
    struct map first; // of each text
};

struct said_number {
    struct range range; // of the word that holds it
    const char *text;   // as numbers are compared; of "6th" with a mark behind it
    const char *noun;   // behind it, folded; NULL: none
};

struct said_date {
    size_t at;
    struct date date;
};

struct evidence {
    const struct doc *doc;
    struct mentions words, names, numbers; // names: of the deck's spellings
    struct said_number *said;              // one for each of `numbers`
    size_t said_capacity;
    struct said_date *dates; // in the order of the text
    size_t date_count, date_capacity;
    struct arena arena;
};

/* Reads the document; `doc` and what `rules` borrow must live as long. */
void evidence_init(
    struct evidence *evidence, const struct doc *doc, const struct rules *rules);
void evidence_release(struct evidence *evidence);

/* The text under which a number is found: of ordinals another than of cardinals. */
const char *evidence_number(const char *text, bool ordinal, struct arena *arena);

/* The first occurrence in a range of the plain text; NULL: there is none. */
const struct mention *mentions_find(
    const struct mentions *mentions, const char *text, struct range range);

/* The next occurrence of the same; NULL: it was the last. */
const struct mention *mention_next(
    const struct mentions *mentions, const struct mention *mention);

/* The occurrences in a range are items[first] to items[first + count - 1]. */
size_t mentions_within(
    const struct mentions *mentions, struct range range, size_t *count);

/* Does the range say all of that date's day, month, year and season, and nothing against it? */
bool evidence_has_date(
    const struct evidence *evidence, const struct date *date, struct range range);

#endif
