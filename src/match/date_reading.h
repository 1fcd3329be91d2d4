/*
 * Inside the reading of dates: what its parts share.
 */
#ifndef MATCH_DATE_READING_H
#define MATCH_DATE_READING_H

#include "match/date.h"
#include "match/date_words.h"

enum {
    DATE_FILLERS_MAX = 6, // in a row; so that a text of fillers takes linear time
    DATE_DAY_MAX = 31,
    DATE_YEAR_PLAIN = 100, // "late 541" is a date, "late 20" need not be
};

/* A date while it is read. */
struct reading {
    const struct date_reader *reader;
    const struct tokens *tokens;
    size_t at; // the next token
    struct date date;
    unsigned opening; // of DATE_OPENING, if it stands before the date
    bool weekday;     // stands before it
    bool numeric;     // in digits and signs that can be something else
    bool proper;      // 17.12.546, 6th century
};

/* The token at `at`; NULL: the text has ended. */
const struct token *reading_token(const struct reading *r, size_t at);

/* The group of the word at `at` under that term; 0: none. */
unsigned reading_word(const struct reading *r, size_t at, enum date_term term);

/* Is the sign at `at` a slash? */
bool reading_is_slash(const struct reading *r, size_t at);

/* Signs or punctuation before a token, and no blank: 17/12, 540-545. */
bool reading_is_tied(const struct reading *r, size_t at);

/* Does a dash part this token from the one before? */
bool reading_is_dashed(const struct reading *r, size_t at);

void reading_skip_fillers(struct reading *r);

/* Reads a day, month, year, season, decade or century, in any order, with its era. */
bool reading_point(struct reading *r, struct civil *civil);

#endif
