/*
 * The words of dates, by language: months, seasons, eras, and what is said around them.
 *
 * A term has groups of words that mean the same, numbered from 1.  Only the words of one
 * language are known at a time: "January" is no answer where "enero" is asked.
 */
#ifndef MATCH_DATE_WORDS_H
#define MATCH_DATE_WORDS_H

#include "base/arena.h"

#include <stdbool.h>

enum date_term {
    DATE_MONTH,  // 1 January ... 12
    DATE_SEASON, // of enum date_season
    DATE_PART,   // of enum date_part
    DATE_HEDGE,  // of enum date_hedge
    DATE_ERA,    // 1 after, 2 before Christ; several words are written together
    DATE_CENTURY,
    DATE_ENDING,  // of an ordinal, behind its digits
    DATE_LINK,    // 1 "to", 2 "and" after "between"
    DATE_OPENING, // 1 "from", 2 "between"
    DATE_WEEKDAY, //
    DATE_FILLER,  // says nothing: "in", "of", "the year"
};

/*
 * The group of a folded word under that term in a language (two letters, or ""); 0: none.
 * `cased`: written as the language writes it, as "May" and "mai".
 */
unsigned date_word(
    const char *language, enum date_term term, const char *word, bool cased);

/*
 * The month whose name a word is one slip away from, both of five letters or more, or of four
 * of which two are swapped; 0 if there
 * is none, or several, or the word is a month itself: so June and July, or mars and mai, are
 * never taken for each other.
 */
unsigned date_month_meant(const char *language, const char *word);

/* The first word of a group in English, for messages; the group must exist. */
const char *date_word_shown(enum date_term term, unsigned group, struct arena *arena);

/* The value of a Roman numeral from I to XXI, as in "VI" and "VIe"; 0: it is none. */
unsigned date_roman(const char *word);

#endif
