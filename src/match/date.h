/*
 * Dates inside texts, read and compared as values.
 *
 * A date says as much as was written: a day, a month, a year, ten years, a century, a season,
 * a part of any of these, a range; years before Christ are negative, and there is no year 0.
 * What is not said is 0.  "AD" says nothing that a bare year does not, nor does "probably".
 *
 * Some texts are dates beyond doubt ("December 546", "late 541", "6th century"), others only
 * where a date is asked ("540", "11/536", "470s", "May"): `sure` tells them apart.  Only the
 * sure ones become tokens; of the others a text as a whole may be one.
 *
 * Days come before months unless that cannot be: 5/4/540 is in April, 12/17/546 in December.
 */
#ifndef MATCH_DATE_H
#define MATCH_DATE_H

#include "base/arena.h"
#include "match/token.h"

#include <stdbool.h>
#include <stddef.h>

enum date_span {
    SPAN_YEAR,
    SPAN_DECADE,  // `year` is its first: 470 for the 470s
    SPAN_CENTURY, // `year` counts centuries: 6 for the sixth, and for the 500s
};

enum date_season {
    SEASON_NONE,
    SEASON_WINTER,
    SEASON_SPRING,
    SEASON_SUMMER,
    SEASON_AUTUMN
};

enum date_part { PART_ALL, PART_EARLY, PART_MID, PART_LATE };

enum date_hedge {
    HEDGE_NONE,
    HEDGE_ABOUT,
    HEDGE_BEFORE,
    HEDGE_AFTER,
    HEDGE_BY,
    HEDGE_UNTIL,
    HEDGE_SINCE,
};

/* |year| < 100000, month <= 12, day <= 31. */
struct civil {
    int year;
    unsigned month, day;
};

struct date {
    struct civil from,
        to;              // `to` is the end of a range, later than `from`; all 0: no range
    enum date_span span; // of both years
    enum date_season season;
    enum date_part part;
    enum date_hedge hedge;
    bool era;      // AD or BC was said
    bool sure;     // it can be nothing but a date
    bool misspelt; // the name of the month was
    bool fraction; // 25/12: day and month, if the other text is a date
};

/* How dates are looked for. */
struct date_reader {
    const char *source;   // the text that the tokens come from
    const char *language; // two letters, or ""
    bool forgiving;       // months with a slip are read too
    bool cased;           // the case of months counts
};

/* Reads the longest date that begins at token `at`; the tokens it takes, 0: there is none. */
size_t date_read(const struct date_reader *reader, const struct tokens *tokens, size_t at,
    struct date *date);

/*
 * Joins the sure dates among the tokens to one token each; a year alone stays a number.
 * Returns the date that the text as a whole is, sure or not; NULL if it is none.
 */
const struct date *dates_join(
    const struct date_reader *reader, struct tokens *tokens, struct arena *arena);

/* The date of a token; of a plain number the year; false: it is none. */
bool date_of_token(const struct token *token, struct date *date);

/* Does it say a year and nothing more? */
bool date_is_year(const struct date *date);

/* The same point or range in time, said with the same certainty; no two fractions are. */
bool date_same(const struct date *a, const struct date *b);

/* A text that is equal for equal dates only. */
const char *date_code(const struct date *date, struct arena *arena);

/* The parts of a date, a bit each. */
enum date_field {
    FIELD_DAY = 1,
    FIELD_MONTH = 2,
    FIELD_YEAR = 4,
    FIELD_ERA = 8,
    FIELD_SEASON = 16,
    FIELD_PART = 32,
    FIELD_END = 64, // of a range
    FIELD_HEDGE = 128,
};

/* What the typed date has of the expected one; no bit is in two masks. */
struct date_match {
    unsigned same;
    unsigned missing;  // expected, not typed
    unsigned extra;    // typed, not expected, and nothing contradicts it
    unsigned differs;  // said by both, or said at all, and wrong
    unsigned forgiven; // "about", which a surer learner need not say
};

struct date_match date_compare(const struct date *expected, const struct date *typed);

/* Why, in words; `match` is that of the two dates. */
const char *date_reason(const struct date *expected, const struct date *typed,
    const struct date_match *match, struct arena *arena);

#endif
