/*
 * The words that judging knows: articles, number words, units, words without content.
 *
 * Lists are texts of words between single spaces, so that a row reads as what it is.
 */
#ifndef MATCH_WORDS_H
#define MATCH_WORDS_H

#include <stdbool.h>
#include <stddef.h>

struct language {
    const char *tag;      // two letters
    const char *articles; // words that may stand in front of an answer
    const char *elided;   // articles that end in an apostrophe
    bool gendered;        // another article is another answer
    bool comma;           // "1,5" is a decimal, "1.000" a thousand
    bool english;         // number words are read
};

/* The language of a tag such as "en-GB"; NULL is taken as English, the unknown has no words. */
const struct language *language_of(const char *tag);

/* Is `word` one of the space-separated words of `list`?  ASCII case does not matter. */
bool word_in(const char *list, const char *word);

/* An English number word: "six" and "sixth" have value 6. */
struct number_word {
    const char *cardinal, *ordinal;
    unsigned value;
};

/* NULL if it is none; *is_ordinal says which of the two was met. */
const struct number_word *number_word_of(const char *word, bool *is_ordinal);

/*
 * All names of the unit that `word` names, between spaces ("lb lbs pound pounds"); NULL if it
 * is none.  Names of several words are written together.
 */
const char *unit_names(const char *word);

/* Singular and plural of the same English word? */
bool words_differ_in_number(const char *a, const char *b);

/* A word that alone answers nothing: "of", "the". */
bool word_is_hollow(const char *word);

/* 1: a word for true, 0: for false, -1: neither. */
int boolean_of(const char *word);

#endif
