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
    const char *classes;  // of nouns, behind each article; NULL: articles say nothing
    bool comma;           // "1,5" is a decimal, "1.000" a thousand
    bool english;         // number words are read
};

/* The language of a tag such as "en-GB"; NULL is taken as English, the unknown has no words. */
const struct language *language_of(const char *tag);

/* Do two articles go with different nouns: der and die, but not le and un? */
bool articles_clash(const struct language *language, const char *a, const char *b);

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

/* A small word as hasty hands write it: "teh", "fo". */
bool words_are_hurried(const char *typed, const char *expected);

/* "mt" and "mount": the same word, written out or not. */
bool words_abbreviate(const char *a, const char *b);

/* A word that alone answers nothing: "of", "the". */
bool word_is_hollow(const char *word);

/* A word that turns a statement round: "not", "never", the "t" of "isn't" apart. */
bool word_negates(const char *word);

/* "and", "or": what follows is another thing. */
bool word_links(const char *word);

/* "of", "from": which side of it a word stands on matters. */
bool word_relates(const char *word);

/* A word that may stand around an answer and adds nothing: "it", "was", "think". */
bool word_frames(const char *word);

/* "king", "general": may stand before a name. */
bool word_is_title(const char *word);

/* "city", "river": says what sort of thing a name is. */
bool word_is_sort(const char *word);

/* "about", "~": the number behind it is no exact one. */
bool word_hedges(const char *word);

/* "over", "almost": what stands behind it is not meant itself. */
bool word_bounds(const char *word);

/* "who", "because": what follows explains. */
bool word_explains(const char *word);

/* "took", "all": a word that may stand before an answer and adds nothing. */
bool word_opens(const char *word);

/* "on", "near": what follows says where. */
bool word_places(const char *word);

/* "demanded" and "demand", "spoke" and "speak", "fluent" and "fluently": one English word? */
bool words_are_forms_of_one(const char *a, const char *b);

/* 1: a word for true, 0: for false, -1: neither. */
int boolean_of(const char *word);

#endif
