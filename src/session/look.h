/*
 * What a question asks for, and what an answer looks like.
 *
 * Texts are valid UTF-8.  All is worked out from English words alone: "Which general ..." asks for
 * a person, "In which town" for a place, "Who was Totila?" for a role.  What cannot be told, as
 * in other languages, is ASKED_NOTHING, and fits nothing else.
 */
#ifndef SESSION_LOOK_H
#define SESSION_LOOK_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

enum asked_kind {
    ASKED_NOTHING, // that can be told
    ASKED_PERSON,
    ASKED_WOMAN,
    ASKED_ROLE,  // what somebody is
    ASKED_GROUP, // a people
    ASKED_PLACE, // of any kind; the next three are places
    ASKED_TOWN,
    ASKED_LAND,
    ASKED_WATER,
    ASKED_NOUN, // what the noun says: "Which language"
    ASKED_TERM, // the question is a bare term, as in a list of words
};

struct asked {
    enum asked_kind kind;
    const char *noun; // folded, singular: "general"; of a term its list; or ""
};

/* The words of a text between single spaces, folded, with a space at both ends; in `arena`. */
const char *look_words(const char *text, struct arena *arena);

struct asked look_asked(const char *question, struct arena *arena);

/* Could an answer to `other` be meant by a question that asks for `asked`? */
bool look_fits(const struct asked *asked, const struct asked *other);

/* How an answer begins, which must not tell it from others. */
enum lead { LEAD_NONE, LEAD_ARTICLE, LEAD_TO };

struct look {
    const char *text;
    size_t width; // columns
    size_t words;
    bool capital;    // at the beginning of the first word that is no article
    bool possessive; // "Justinian's", "John's uncle"
    bool has_digit;
    enum lead lead;
    bool is_number;     // begins with a number, which is all digits it has
    bool grouped;       // as in "1,000"
    double value;       // of the number
    const char *behind; // what follows the number, as " pounds"
};

struct look look_at(const char *text);

/* Can it stand beside the answer without being told apart by its form? */
bool look_has_form_of(const struct look *other, const struct look *answer);

/* Is it a year, as "540"? */
bool look_is_year(const struct look *look);

/* Is it a decade, as "470s"? */
bool look_is_decade(const struct look *look);

/* 0: of the same length; 1 for each word more or less, about. */
double look_length_distance(const struct look *a, const struct look *b);

/* Another number written as that one is: "12,500 pounds"; in `arena`. */
const char *look_write_number(const struct look *like, double value, struct arena *arena);

#endif
