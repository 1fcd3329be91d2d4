#include "match/date.h"

#include "base/buf.h"
#include "match/date_words.h"
#include "match/number.h"

#include <stdlib.h>
#include <string.h>

static bool civil_same(const struct civil *a, const struct civil *b)
{
    return a->year == b->year && a->month == b->month && a->day == b->day;
}

bool date_same(const struct date *a, const struct date *b)
{
    return !(a->fraction && b->fraction) && civil_same(&a->from, &b->from) &&
           civil_same(&a->to, &b->to) && a->span == b->span && a->season == b->season &&
           a->part == b->part && a->hedge == b->hedge;
}

const char *date_code(const struct date *date, struct arena *arena)
{
    const struct civil *from = &date->from, *to = &date->to;
    return arena_printf(arena, "%d.%u.%u,%d.%u.%u,%d,%d,%d,%d", from->year, from->month,
        from->day, to->year, to->month, to->day, (int)date->span, (int)date->season,
        (int)date->part, (int)date->hedge);
}

bool date_is_year(const struct date *date)
{
    struct date year = { .from = { .year = date->from.year } };
    return date->from.year > 0 && date_same(date, &year);
}

bool date_of_token(const struct token *token, struct date *date)
{
    if (token->date != NULL) {
        *date = *token->date;
        return true;
    }
    if (token->kind != TOKEN_NUMBER || !(token->flags & TOKEN_PLAIN) ||
        strlen(token->written) > 4)
        return false;
    *date = (struct date){ .from = { .year = (int)number_value(token->text) } };
    return date->from.year > 0;
}

/* --- comparing ------------------------------------------------------------------------- */

/* One part of two dates; 0 is not said. */
static void compare_field(
    struct date_match *match, enum date_field field, int expected, int typed)
{
    if (expected == 0 && typed == 0)
        return;
    if (expected == typed)
        match->same |= field;
    else if (typed == 0)
        match->missing |= field;
    else if (expected == 0)
        match->extra |= field;
    else
        match->differs |= field;
}

/* First and last year, as people count: the sixth century and the 500s begin with 500. */
static void bounds(const struct date *date, int *first, int *last)
{
    static const int lengths[] = {
        [SPAN_YEAR] = 1, [SPAN_DECADE] = 10, [SPAN_CENTURY] = 100
    };
    int year = abs(date->from.year), length = lengths[date->span];
    *first = date->span == SPAN_CENTURY ? (year - 1) * length : year;
    *last = *first + length - 1;
}

/* A wider span holds the year and does not say it; a narrower one is not what is asked. */
static void compare_spans(
    struct date_match *match, const struct date *expected, const struct date *typed)
{
    int first, last, typed_first, typed_last;
    bounds(expected, &first, &last);
    bounds(typed, &typed_first, &typed_last);
    bool holds =
        typed->span > expected->span && typed_first <= first && last <= typed_last;
    if (holds) {
        match->missing |= FIELD_YEAR;
        match->same |= FIELD_ERA; // something is right
    } else {
        match->differs |= FIELD_YEAR;
    }
}

/* "BC" must be said, "AD" need not. */
static void compare_eras(
    struct date_match *match, const struct date *expected, const struct date *typed)
{
    bool before = expected->from.year < 0, typed_before = typed->from.year < 0;
    if (before == typed_before)
        return;
    if (before && !typed->era)
        match->missing |= FIELD_ERA;
    else
        match->differs |= FIELD_ERA;
}

static void compare_years(
    struct date_match *match, const struct date *expected, const struct date *typed)
{
    int year = abs(expected->from.year), typed_year = abs(typed->from.year);
    if (year != 0 && typed_year != 0)
        compare_eras(match, expected, typed);
    if (year != 0 && typed_year != 0 && expected->span != typed->span)
        compare_spans(match, expected, typed);
    else
        compare_field(match, FIELD_YEAR, year, typed_year);
}

static bool is_range(const struct date *date)
{
    return date->to.year != 0 || date->to.month != 0;
}

/* Does `a` say all that `b` says? */
static bool says_all(const struct civil *a, const struct civil *b)
{
    return (b->year == 0 || a->year == b->year) &&
           (b->month == 0 || a->month == b->month) && (b->day == 0 || a->day == b->day);
}

/* Two ranges may say more and less of their ends; what is none is less than its first day. */
static void compare_ends(
    struct date_match *match, const struct date *expected, const struct date *typed)
{
    const struct civil *a = &expected->to, *b = &typed->to;
    if (!is_range(expected) && !is_range(typed))
        return;
    if (civil_same(a, b))
        match->same |= FIELD_END;
    else if (is_range(expected) && says_all(b, a))
        match->extra |= FIELD_END;
    else if (is_range(expected) && says_all(a, b))
        match->missing |= FIELD_END;
    else
        match->differs |= FIELD_END;
}

/* The learner may be surer than the deck, but neither less sure nor on another side. */
static void compare_hedges(
    struct date_match *match, enum date_hedge expected, enum date_hedge typed)
{
    if (expected == HEDGE_ABOUT && typed == HEDGE_NONE)
        match->forgiven |= FIELD_HEDGE;
    else if (typed == HEDGE_NONE && expected != HEDGE_NONE)
        match->missing |= FIELD_HEDGE;
    else if (typed != expected)
        match->differs |= FIELD_HEDGE;
}

struct date_match date_compare(const struct date *expected, const struct date *typed)
{
    const struct civil *a = &expected->from, *b = &typed->from;
    struct date_match match = { 0 };
    compare_field(&match, FIELD_DAY, (int)a->day, (int)b->day);
    compare_field(&match, FIELD_MONTH, (int)a->month, (int)b->month);
    compare_years(&match, expected, typed);
    compare_field(&match, FIELD_SEASON, (int)expected->season, (int)typed->season);
    compare_field(&match, FIELD_PART, (int)expected->part, (int)typed->part);
    compare_ends(&match, expected, typed);
    compare_hedges(&match, expected->hedge, typed->hedge);
    return match;
}

/* --- in words -------------------------------------------------------------------------- */

static const char *century_text(int number, struct arena *arena)
{
    static const char *const endings[] = { "th", "st", "nd", "rd" };
    int last = number % 10;
    bool regular = last > 3 || number / 10 % 10 == 1;
    return arena_printf(arena, "the %d%s century", number, endings[regular ? 0 : last]);
}

static const char *year_text(const struct date *date, struct arena *arena)
{
    int year = abs(date->from.year);
    switch (date->span) {
    case SPAN_DECADE:
        return arena_printf(arena, "the %ds", year);
    case SPAN_CENTURY:
        return century_text(year, arena);
    case SPAN_YEAR:
        break;
    }
    return arena_printf(arena, "%d", year);
}

static const char *end_text(const struct date *date, struct arena *arena)
{
    const struct civil *to = &date->to;
    struct date year = { .from = *to, .span = date->span };
    const char *text = "";
    if (to->day != 0)
        text = arena_printf(arena, "%u ", to->day);
    if (to->month != 0)
        text = arena_printf(
            arena, "%s%s ", text, date_word_shown(DATE_MONTH, to->month, arena));
    if (to->year != 0)
        text = arena_printf(arena, "%s%s", text, year_text(&year, arena));
    return text_quote(text, strlen(text), arena);
}

/* How one part of a date reads; the date must say it. */
static const char *field_text(
    const struct date *date, enum date_field field, struct arena *arena)
{
    switch (field) {
    case FIELD_DAY:
        return arena_printf(arena, "%u", date->from.day);
    case FIELD_MONTH:
        return date_word_shown(DATE_MONTH, date->from.month, arena);
    case FIELD_YEAR:
        return year_text(date, arena);
    case FIELD_ERA:
        return date_word_shown(DATE_ERA, date->from.year < 0 ? 2 : 1, arena);
    case FIELD_SEASON:
        return date_word_shown(DATE_SEASON, date->season, arena);
    case FIELD_PART:
        return date_word_shown(DATE_PART, date->part, arena);
    case FIELD_END:
        return end_text(date, arena);
    case FIELD_HEDGE:
        return date_word_shown(DATE_HEDGE, date->hedge, arena);
    }
    return "";
}

/* What a part is called. */
static const char *field_name(const struct date *date, enum date_field field)
{
    static const char *const spans[] = { "year", "decade", "century" };
    switch (field) {
    case FIELD_DAY:
        return "day";
    case FIELD_MONTH:
        return "month";
    case FIELD_YEAR:
        return spans[date->span];
    case FIELD_ERA:
        return "era";
    case FIELD_SEASON:
        return "season";
    case FIELD_PART:
        return "part";
    case FIELD_END:
        return "end";
    case FIELD_HEDGE:
        break;
    }
    return "hedge";
}

/* The name of a part, or the word itself where that says more: "late", "BC", "to 545". */
static const char *field_label(
    const struct date *date, enum date_field field, struct arena *arena)
{
    if (field & (FIELD_DAY | FIELD_MONTH | FIELD_YEAR | FIELD_SEASON))
        return field_name(date, field);
    const char *text = field_text(date, field, arena);
    return field == FIELD_END ? arena_printf(arena, "to %s", text) : text;
}

/* "day, month and year" */
static const char *field_labels(
    const struct date *date, unsigned fields, struct arena *arena)
{
    struct buf labels = { 0 };
    for (unsigned field = FIELD_DAY; fields != 0; field <<= 1) {
        if (!(fields & field))
            continue;
        fields &= ~field;
        buf_add(&labels, labels.len == 0 ? "" : fields == 0 ? " and " : ", ");
        buf_add(&labels, field_label(date, (enum date_field)field, arena));
    }
    const char *text = arena_strdup(arena, buf_text(&labels));
    buf_release(&labels);
    return text;
}

static bool is_single(unsigned fields)
{
    return (fields & (fields - 1)) == 0;
}

static const char *hedge_reason(
    const struct date *expected, const struct date *typed, struct arena *arena)
{
    const char *hedge = field_text(typed, FIELD_HEDGE, arena);
    if (expected->hedge == HEDGE_NONE)
        return arena_printf(arena, "the answer has no \"%s\"", hedge);
    return arena_printf(arena, "the answer has \"%s\", not \"%s\"",
        field_text(expected, FIELD_HEDGE, arena), hedge);
}

static const char *difference_reason(const struct date *expected,
    const struct date *typed, enum date_field field, struct arena *arena)
{
    if (field == FIELD_HEDGE)
        return hedge_reason(expected, typed, arena);
    if (field == FIELD_END && !is_range(expected))
        return "a range is not asked";
    const char *a = field_text(typed, field, arena);
    const char *b = field_text(expected, field, arena);
    if (field == FIELD_YEAR && expected->span != typed->span)
        return arena_printf(arena, "%s, not %s", a, b);
    return arena_printf(
        arena, "another %s: %s, not %s", field_name(expected, field), a, b);
}

/* Of several differences a calendar's are named together; others say too little. */
static const char *differences_reason(const struct date *expected,
    const struct date *typed, unsigned differs, struct arena *arena)
{
    unsigned calendar = differs & (FIELD_DAY | FIELD_MONTH | FIELD_YEAR);
    if (calendar != 0 && !is_single(calendar))
        return arena_printf(arena, "another %s", field_labels(expected, calendar, arena));
    unsigned field =
        calendar != 0 ? calendar : differs & (~differs + 1); // its lowest bit
    return difference_reason(expected, typed, (enum date_field)field, arena);
}

/* "the year is", "day and month are", "late is" */
static const char *subject(const struct date *date, unsigned fields, struct arena *arena)
{
    const unsigned nouns = FIELD_DAY | FIELD_MONTH | FIELD_YEAR | FIELD_SEASON;
    const char *labels = field_labels(date, fields, arena);
    if (!is_single(fields))
        return arena_printf(arena, "%s are", labels);
    return arena_printf(arena, "%s%s is", fields & nouns ? "the " : "", labels);
}

static const char *extra_reason(const struct date *expected, const struct date *typed,
    const struct date_match *match, struct arena *arena)
{
    return arena_printf(arena, "%s right; %s not judged",
        subject(expected, match->same & ~(unsigned)FIELD_ERA, arena),
        subject(typed, match->extra, arena));
}

const char *date_reason(const struct date *expected, const struct date *typed,
    const struct date_match *match, struct arena *arena)
{
    if (match->differs != 0)
        return differences_reason(expected, typed, match->differs, arena);
    if (match->missing != 0)
        return arena_printf(
            arena, "missing: %s", field_labels(expected, match->missing, arena));
    if (match->extra != 0)
        return extra_reason(expected, typed, match, arena);
    if (match->forgiven != 0)
        return arena_printf(
            arena, "the same without \"%s\"", field_text(expected, FIELD_HEDGE, arena));
    return "the same date";
}
