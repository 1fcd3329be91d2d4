/*
 * Dates of several tokens.
 *
 * What opens a date (weekday, hedge, "early", "in the") is read first, then a point in time,
 * then perhaps the end of a range.
 */
#include "match/date.h"

#include "match/date_reading.h"
#include "match/number.h"

#include <stdlib.h>
#include <string.h>

/* --- the end of a range ---------------------------------------------------------------- */

static long civil_rank(const struct civil *civil)
{
    return civil->year * 10000L + (long)civil->month * 100 + (long)civil->day;
}

/* The year that "541/2" or "540-45" ends with. */
static int completed(int from, int to)
{
    int scale = 1;
    while (scale <= to)
        scale *= 10;
    return from > to ? from - from % scale + to : to;
}

static bool is_bare(const struct civil *civil)
{
    return civil->year > 0 && civil->month == 0 && civil->day == 0;
}

/* "11/536", "536-11": a month of a year. */
static bool settle_month(struct reading *r, struct civil to, bool slash)
{
    struct civil *from = &r->date.from;
    bool first = slash && from->year <= 12 && to.year >= DATE_YEAR_PLAIN;
    if (!first && (from->year < DATE_YEAR_PLAIN || to.year > 12 ||
                      completed(from->year, to.year) > from->year))
        return false;
    *from = (struct civil){ first ? to.year : from->year,
        (unsigned)(first ? from->year : to.year), 0 };
    r->numeric = true;
    return true;
}

/* "25/12", "12/25": a day and its month, or a fraction. */
static bool settle_day(struct reading *r, struct civil to)
{
    struct civil *from = &r->date.from;
    bool month_first = to.year > 12;
    int day = month_first ? to.year : from->year;
    int month = month_first ? from->year : to.year;
    if (day > DATE_DAY_MAX || month > 12)
        return false;
    *from = (struct civil){ 0, (unsigned)month, (unsigned)day };
    return r->numeric = r->date.fraction = true;
}

/* "470-479" is the 470s, "500-599" the sixth century. */
static bool settle_span(struct reading *r, struct civil to)
{
    struct civil *from = &r->date.from;
    bool century = from->year % 100 == 0 && to.year == from->year + 99;
    bool decade = from->year % 10 == 0 && to.year == from->year + 9;
    if (from->year < DATE_YEAR_PLAIN || (!century && !decade))
        return false;
    r->date.span = century ? SPAN_CENTURY : SPAN_DECADE;
    from->year = century ? from->year / 100 + 1 : from->year;
    return true;
}

/* What one end of a range does not say, the other does. */
static bool settle_range(struct reading *r, struct civil to, bool bce)
{
    struct civil *from = &r->date.from;
    if (is_bare(from) && is_bare(&to) && !bce) {
        to.year = completed(from->year, to.year);
        if (settle_span(r, to))
            return true;
    }
    if (is_bare(from) && from->year <= DATE_DAY_MAX && to.day != 0) {
        from->day = (unsigned)from->year; // 17-19 December
        from->year = 0;
    }
    if (from->month == 0 && from->day != 0)
        from->month = to.month;
    if (from->year == 0)
        from->year = to.year;
    if (from->year > 0 && bce)
        from->year = -from->year;
    if (to.year == 0)
        to.year = from->year;
    if (to.month == 0 && to.day == 0 && from->day != 0)
        return false;
    r->date.to = to;
    return civil_rank(&to) > civil_rank(from);
}

enum link { LINK_NONE, LINK_WORD, LINK_DASH, LINK_SLASH };

static enum link read_link(struct reading *r)
{
    unsigned word = reading_word(r, r->at, DATE_LINK);
    if (word == 1 || (word == 2 && r->opening == 2)) {
        r->at++;
        return LINK_WORD;
    }
    if (reading_is_slash(r, r->at) && reading_is_tied(r, r->at + 1)) {
        r->at++;
        return LINK_SLASH;
    }
    return reading_is_dashed(r, r->at) ? LINK_DASH : LINK_NONE;
}

static bool read_end(struct reading *r)
{
    struct civil to = { 0 };
    bool era = r->date.era, bce = r->date.from.year < 0;
    enum date_span span = r->date.span;
    enum link link = read_link(r);
    if (link == LINK_NONE)
        return false;
    reading_skip_fillers(r);
    r->date.era = false; // the end may have its own
    r->date.span = SPAN_YEAR;
    if (!reading_point(r, &to) || r->date.span != span)
        return false;
    r->date.era = era || r->date.era;
    if (link != LINK_WORD && is_bare(&r->date.from) && is_bare(&to) && !bce &&
        settle_month(r, to, link == LINK_SLASH))
        return true;
    if (link == LINK_SLASH && r->date.from.year < DATE_YEAR_PLAIN)
        return is_bare(&r->date.from) && is_bare(&to) && settle_day(r, to);
    return settle_range(r, to, to.year < 0);
}

/* --- all of it ------------------------------------------------------------------------- */

static bool read_opener(struct reading *r)
{
    unsigned hedge = r->date.hedge == 0 ? reading_word(r, r->at, DATE_HEDGE) : 0;
    unsigned part = r->date.part == 0 ? reading_word(r, r->at, DATE_PART) : 0;
    unsigned opening = r->opening == 0 ? reading_word(r, r->at, DATE_OPENING) : 0;
    const struct token *token = reading_token(r, r->at);
    if (token != NULL && token->kind == TOKEN_SIGN && strcmp(token->text, "~") == 0)
        hedge = HEDGE_ABOUT;
    r->date.hedge = hedge != 0 ? (enum date_hedge)hedge : r->date.hedge;
    r->date.part = part != 0 ? (enum date_part)part : r->date.part;
    r->opening = opening != 0 ? opening : r->opening;
    bool weekday = reading_word(r, r->at, DATE_WEEKDAY) != 0;
    r->weekday = r->weekday || weekday;
    return hedge != 0 || part != 0 || opening != 0 || weekday ||
           reading_word(r, r->at, DATE_FILLER) != 0;
}

/* A month, a season or a number alone may be anything else. */
static bool is_sure(const struct reading *r)
{
    const struct date *date = &r->date;
    bool year = date->from.year != 0;
    if (r->proper || date->era)
        return true;
    if (date->from.month != 0 && !r->numeric)
        return date->from.day != 0 || year;
    return year && (date->season != 0 ||
                       (date->part != 0 && abs(date->from.year) >= DATE_YEAR_PLAIN));
}

/* Latin months are words like others: "maius" is also "greater". */
static bool is_plausible(const struct reading *r)
{
    const struct date *date = &r->date;
    bool number = date->from.year != 0 || date->from.day != 0;
    if ((r->weekday && date->from.month == 0) || (date->misspelt && !number))
        return false;
    if (strcmp(r->reader->language, "la") == 0 && !number)
        return false;
    return !date->era || date->from.year != 0;
}

size_t date_read(const struct date_reader *reader, const struct tokens *tokens, size_t at,
    struct date *date)
{
    struct reading r = { .reader = reader, .tokens = tokens, .at = at };
    for (size_t i = 0; i < DATE_FILLERS_MAX && read_opener(&r); i++)
        r.at++;
    if (!reading_point(&r, &r.date.from))
        return 0;
    struct reading point = r;
    if (!read_end(&r)) {
        if (point.opening != 0)
            return 0;
        r = point;
    }
    if (!is_plausible(&r))
        return 0;
    r.date.sure = is_sure(&r);
    *date = r.date;
    return r.at - at;
}

/* --- joining --------------------------------------------------------------------------- */

static void merge(const struct date_reader *reader, struct tokens *tokens, size_t *at,
    size_t count, const struct date *date, struct arena *arena)
{
    struct token *token = tokens_merge(tokens, at, count);
    token->written =
        arena_strndup(arena, reader->source + token->from, token->to - token->from);
    token->flags &= TOKEN_SPACED | TOKEN_BROKEN;
    token->kind = date_is_year(date) ? TOKEN_NUMBER : TOKEN_DATE;
    token->date = date;
    if (token->kind == TOKEN_NUMBER) {
        const char *digits = arena_printf(arena, "%d", date->from.year);
        token->text = number_exact(false, digits, strlen(digits), 0, arena);
    } else {
        token->text = date_code(date, arena);
    }
}

static const struct date *keep(const struct date *date, struct arena *arena)
{
    struct date *copy = arena_alloc(arena, sizeof *copy);
    *copy = *date;
    return copy;
}

static bool has_number(const struct tokens *tokens)
{
    for (size_t i = 0; i < tokens->count; i++) {
        if (tokens->items[i].kind == TOKEN_NUMBER)
            return true;
    }
    return false;
}

static void join_sure(
    const struct date_reader *reader, struct tokens *tokens, struct arena *arena)
{
    size_t done = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        struct date date;
        size_t count = date_read(reader, tokens, i, &date);
        if (count > 0 && date.sure)
            merge(reader, tokens, &i, count, keep(&date, arena), arena);
        tokens->items[done++] = tokens->items[i];
    }
    tokens->count = done;
}

const struct date *dates_join(
    const struct date_reader *reader, struct tokens *tokens, struct arena *arena)
{
    struct date date;
    size_t count = date_read(reader, tokens, 0, &date);
    const struct date *whole =
        count > 0 && count == tokens->count ? keep(&date, arena) : NULL;
    if (has_number(tokens)) // without one nothing is sure, but "VI century"
        join_sure(reader, tokens, arena);
    return whole;
}
