/*
 * What running text says that can be right or wrong: dates, numbers and names, with their places.
 *
 * Names are told by their capitals.  At the start of a sentence every word has one: such a name is
 * `guessed`, unless more of it follows.  Where a text has lost its capitals, names are told by what
 * stands around them ("general conon", "siege of rome") and all of them are guessed.
 */
#ifndef MATCH_FACTS_H
#define MATCH_FACTS_H

#include "base/arena.h"
#include "match/date.h"
#include "match/form.h"

#include <stdbool.h>
#include <stddef.h>

enum fact_kind {
    FACT_DATE,   // "17 December 546", "late 541", "June"
    FACT_NUMBER, // "4,000 pounds", "three hundred men", "third"; a bare year too
    FACT_NAME,   // "Khusrau", "Upper Euphrates", "Gothic"
};

struct fact {
    enum fact_kind kind;
    size_t from, to; // bytes of the text, without punctuation around
    const char
        *text; // what is compared: a date's code, a number's value, a name's words,
               // folded, with a space between
    const struct date *date; // of a date, and of a number that may be a year; else NULL
    const char *unit; // of a number: the first name of its unit, as "lb"; NULL: none
    const char *noun; // of a number: the word behind it, folded, "men"; NULL: none
    bool ordinal;     // "third"
    bool guessed;     // a name that may be none
    bool spelled;     // a name of the deck's spellings, as these are compared
};

struct facts {
    struct fact *items; // in the order of the text; "527 565" is one number, and two
    size_t count, capacity;
};

/*
 * The facts of a text (valid UTF-8): a sentence or a block of a document, an answer.  `lower`:
 * it has lost its capitals.  Everything lives in `arena`; time is linear in the text.
 */
struct facts facts_read(
    const struct rules *rules, const char *text, bool lower, struct arena *arena);

/*
 * May the token behind a number be what is counted?  Not "of", nor what punctuation parts from it,
 * nor "in" and "s", which are seldom inches and seconds in running text.
 */
bool fact_is_counted(const struct token *token);

#endif
