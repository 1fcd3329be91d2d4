/*
 * Points in time: a day, a month, a year, a season, a decade, a century.
 *
 * The parts may stand in any order; what a number is, is said by its size and by a month near
 * it.  Fillers between the parts are passed over.
 */
#include "match/date_reading.h"

#include "match/number.h"

#include <stdlib.h>
#include <string.h>

enum {
    DASH_BYTES = 64, // no word with a dash in it is longer
    ERA_TOKENS = 5,
    ERA_BYTES = 32,
    YEAR_LIMIT = 10000,
    ERA_YEAR_LIMIT = 100000,
};

const struct token *reading_token(const struct reading *r, size_t at)
{
    return tokens_peek(r->tokens, at);
}

unsigned reading_word(const struct reading *r, size_t at, enum date_term term)
{
    const struct token *token = reading_token(r, at);
    if (token == NULL || token->kind != TOKEN_WORD)
        return 0;
    bool cased = r->reader->cased && term == DATE_MONTH;
    return date_word(r->reader->language, term, token->text, cased);
}

static bool same_word(const struct token *a, const struct token *b)
{
    return a->from == b->from;
}

/* The era in at most ERA_TOKENS tokens, written together; sets how many they are. */
static unsigned era_at(const struct reading *r, size_t at, size_t *count)
{
    char word[ERA_BYTES] = "";
    unsigned era = 0;
    for (size_t i = 0; i < ERA_TOKENS; i++) {
        const struct token *token = reading_token(r, at + i);
        if (token == NULL || token->kind != TOKEN_WORD ||
            strlen(word) + strlen(token->text) >= sizeof word)
            break;
        strcat(word, token->text);
        unsigned longer = date_word(r->reader->language, DATE_ERA, word, false);
        if (longer != 0) {
            era = longer;
            *count = i + 1;
        }
    }
    return era;
}

/* --- numbers --------------------------------------------------------------------------- */

/* A number that nobody takes for a sum: digits alone, an ordinal, or words. */
static bool is_bare_number(const struct token *token)
{
    return (token->flags & (TOKEN_PLAIN | TOKEN_ORDINAL) ||
               strpbrk(token->written, "0123456789") == NULL) &&
           number_value(token->text) < YEAR_LIMIT;
}

/* A number of days or years, with separators only before an era, as in 10,000 BC; 0: none. */
static int number_at(const struct reading *r, size_t at)
{
    const struct token *token = reading_token(r, at);
    size_t count;
    if (token == NULL || token->kind != TOKEN_NUMBER || token->flags & TOKEN_RAISED ||
        token->text[0] == '-')
        return 0;
    double value = number_value(token->text);
    if (!is_bare_number(token) && era_at(r, at + 1, &count) == 0)
        return 0;
    return value < ERA_YEAR_LIMIT && value == (int)value ? (int)value : 0;
}

static bool is_ordinal(const struct reading *r, size_t at)
{
    const struct token *token = reading_token(r, at);
    return token != NULL && token->kind == TOKEN_NUMBER && token->flags & TOKEN_ORDINAL;
}

/* The token behind a number and the ending of an ordinal: "6e", "1er". */
static size_t behind_number(const struct reading *r, size_t at)
{
    bool ending = reading_word(r, at + 1, DATE_ENDING) != 0 &&
                  same_word(reading_token(r, at), reading_token(r, at + 1));
    return at + 1 + ending;
}

/* Signs or punctuation between two numbers of the same word, and no blank: 17/12, 540-545. */
bool reading_is_tied(const struct reading *r, size_t at)
{
    const struct token *token = reading_token(r, at), *before = reading_token(r, at - 1);
    if (at == 0 || token == NULL || !same_word(before, token))
        return false;
    return token->flags & TOKEN_BROKEN || strcmp(before->text, "/") == 0;
}

/* Does a dash part this token from the one before? */
bool reading_is_dashed(const struct reading *r, size_t at)
{
    const struct token *token = reading_token(r, at), *before = reading_token(r, at - 1);
    if (at == 0 || token == NULL || !(token->flags & TOKEN_BROKEN) ||
        token->to - before->from > DASH_BYTES)
        return false;
    for (size_t i = before->from; i < token->to; i++) {
        const char *c = r->reader->source + i; // U+2010 to U+2015 are dashes
        if (*c == '-' ||
            (memcmp(c, "\xE2\x80", 2) == 0 && c[2] >= '\x90' && c[2] <= '\x95'))
            return true;
    }
    return false;
}

bool reading_is_slash(const struct reading *r, size_t at)
{
    const struct token *token = reading_token(r, at);
    return token != NULL && token->kind == TOKEN_SIGN && strcmp(token->text, "/") == 0;
}

/* The 12 of "17.12.546", and the XII of "17.XII.546" */
static int month_number_at(const struct reading *r, size_t at)
{
    const struct token *token = reading_token(r, at);
    return token != NULL && token->kind == TOKEN_WORD ? (int)roman_value(token->text)
                                                      : number_at(r, at);
}

/* "17.12.546", "17/12/546", "12/17/546", "546-12-17" */
static bool read_triple(struct reading *r, struct civil *civil)
{
    int n[3];
    size_t at = r->at;
    for (size_t i = 0; i < 3; i++, at++) {
        at += i > 0 && reading_is_slash(r, at);
        n[i] = i == 1 ? month_number_at(r, at) : number_at(r, at);
        if (n[i] == 0 || is_ordinal(r, at) || (i > 0 && !reading_is_tied(r, at)))
            return false;
    }
    bool year_first = n[0] >= DATE_YEAR_PLAIN;
    int year = n[year_first ? 0 : 2], month = n[1], day = n[year_first ? 2 : 0];
    if (!year_first && month > 12) {
        month = n[0];
        day = n[1];
    }
    if (year < DATE_YEAR_PLAIN || month > 12 || day > DATE_DAY_MAX ||
        reading_is_tied(r, at) || reading_is_slash(r, at))
        return false;
    *civil = (struct civil){ year, (unsigned)month, (unsigned)day };
    r->at = at;
    r->proper = true;
    return true;
}

/* --- words ----------------------------------------------------------------------------- */

void reading_skip_fillers(struct reading *r)
{
    for (size_t i = 0; i < DATE_FILLERS_MAX && reading_word(r, r->at, DATE_FILLER) != 0;
         i++)
        r->at++;
}

static unsigned month_at(struct reading *r, size_t at)
{
    unsigned month = reading_word(r, at, DATE_MONTH);
    if (month != 0 || !r->reader->forgiving || reading_token(r, at) == NULL ||
        reading_token(r, at)->kind != TOKEN_WORD)
        return month;
    month = date_month_meant(r->reader->language, reading_token(r, at)->text);
    r->date.misspelt = r->date.misspelt || month != 0;
    return month;
}

/* Stands a month behind the number at `at`, as in "17th of December"? */
static bool month_follows(const struct reading *r, size_t at)
{
    struct reading ahead = *r;
    ahead.at = behind_number(r, at);
    reading_skip_fillers(&ahead);
    return month_at(&ahead, ahead.at) != 0;
}

static bool read_era(struct reading *r, struct civil *civil)
{
    size_t count = 0;
    unsigned era = era_at(r, r->at, &count);
    if (era == 0 || r->date.era)
        return false;
    r->at += count;
    r->date.era = true;
    if (civil->year == 0 && civil->day != 0) { // March 12 BC
        civil->year = (int)civil->day;
        civil->day = 0;
    }
    civil->year = era == 2 ? -civil->year : civil->year;
    return civil->year != 0;
}

/* "AD" in front of its year; what else names an era stands behind. */
static bool read_era_before(struct reading *r)
{
    const struct token *token = reading_token(r, r->at);
    size_t count = 0;
    if (r->date.era || token == NULL || strchr("aA", token->text[0]) == NULL ||
        era_at(r, r->at, &count) != 1 || number_at(r, r->at + count) == 0)
        return false;
    r->at += count;
    return r->date.era = true;
}

/* --- centuries and decades ------------------------------------------------------------- */

static bool is_english(const struct reading *r)
{
    return strcmp(r->reader->language, "en") == 0;
}

/* "6th" or "VI"; "6" only where ordinals may be written so. */
static int century_number(struct reading *r)
{
    const struct token *token = reading_token(r, r->at);
    int number = number_at(r, r->at);
    if (number != 0) {
        bool ordinal = !is_english(r) || is_ordinal(r, r->at);
        r->at = behind_number(r, r->at);
        return ordinal ? number : 0;
    }
    if (token == NULL || token->kind != TOKEN_WORD)
        return 0;
    r->at++;
    return (int)date_roman(token->text);
}

/* "6th century", "siglo VI" */
static bool read_century(struct reading *r, struct civil *civil)
{
    struct reading before = *r;
    bool first = !is_english(r) && reading_word(r, r->at, DATE_CENTURY) == 1;
    r->at += first;
    civil->year = century_number(r);
    if (civil->year == 0 || (!first && reading_word(r, r->at, DATE_CENTURY) != 1)) {
        *r = before;
        civil->year = 0;
        return false;
    }
    r->at += !first;
    r->date.span = SPAN_CENTURY;
    return r->proper = true;
}

/* "470s", "the 500s": the ending right behind the digits */
static bool read_decade(struct reading *r, struct civil *civil)
{
    const struct token *ending = reading_token(r, r->at + 1);
    int first = number_at(r, r->at);
    if (first < DATE_YEAR_PLAIN || first % 10 != 0 || ending == NULL ||
        ending->kind != TOKEN_WORD || strcmp(ending->text, "s") != 0 ||
        !same_word(&ending[-1], ending))
        return false;
    r->date.span = first % 100 == 0 ? SPAN_CENTURY : SPAN_DECADE;
    civil->year = first % 100 == 0 ? first / 100 + 1 : first;
    r->at += 2;
    r->numeric = true;
    return true;
}

/* --- a point in time ------------------------------------------------------------------- */

static bool is_day(const struct reading *r, const struct civil *civil, int number)
{
    return number <= DATE_DAY_MAX && civil->day == 0 &&
           (civil->month != 0 || month_follows(r, r->at));
}

/* "December 17 546" was read as December 17,546. */
static bool read_day_and_year(struct reading *r, struct civil *civil)
{
    const struct token *token = reading_token(r, r->at);
    if (token == NULL || token->kind != TOKEN_NUMBER || civil->month == 0 ||
        civil->day != 0 || civil->year != 0)
        return false;
    size_t day = strspn(token->written, "0123456789");
    const char *rest = token->written + day;
    if (day == 0 || day > 2 || rest[0] != ' ' || strspn(rest + 1, "0123456789") != 3 ||
        rest[4] != '\0' || strtol(token->written, NULL, 10) > DATE_DAY_MAX)
        return false;
    civil->day = (unsigned)strtol(token->written, NULL, 10);
    civil->year = (int)strtol(rest, NULL, 10);
    r->at++;
    return true;
}

static bool read_number(struct reading *r, struct civil *civil)
{
    int number = number_at(r, r->at);
    bool ordinal = is_ordinal(r, r->at);
    if (number == 0)
        return read_day_and_year(r, civil);
    if (is_day(r, civil, number))
        civil->day = (unsigned)number;
    else if (!ordinal && civil->year == 0)
        civil->year = number;
    else
        return false;
    r->at = behind_number(r, r->at);
    return true;
}

static bool read_month(struct reading *r, struct civil *civil)
{
    unsigned month = civil->month == 0 ? month_at(r, r->at) : 0;
    if (month == 0)
        return false;
    civil->month = month;
    r->at++;
    return true;
}

static bool read_season(struct reading *r)
{
    unsigned season = r->date.season == 0 ? reading_word(r, r->at, DATE_SEASON) : 0;
    if (season == 0)
        return false;
    r->date.season = (enum date_season)season;
    r->at++;
    return true;
}

/* Two numbers with a dash between them are a range. */
static bool is_range_of_numbers(const struct reading *r)
{
    return r->at > 0 && number_at(r, r->at) != 0 && number_at(r, r->at - 1) != 0 &&
           reading_is_dashed(r, r->at);
}

static bool read_part_of_point(struct reading *r, struct civil *civil)
{
    if (read_era_before(r))
        return true;
    return read_month(r, civil) || read_season(r) || read_number(r, civil);
}

/* Fillers belong to it only if more of it follows. */
bool reading_point(struct reading *r, struct civil *civil)
{
    size_t start = r->at;
    if (read_triple(r, civil) || read_century(r, civil) || read_decade(r, civil)) {
        read_era(r, civil);
        return true;
    }
    for (;;) {
        struct reading before = *r;
        if (r->at > start)
            reading_skip_fillers(r);
        if ((r->at > start && is_range_of_numbers(r)) || !read_part_of_point(r, civil)) {
            *r = before;
            break;
        }
    }
    if (r->at > start)
        read_era(r, civil);
    return r->at > start;
}
