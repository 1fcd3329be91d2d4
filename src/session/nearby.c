#include "session/nearby.h"

#include "base/buf.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

enum { MOST = 12 };

struct values {
    const char **texts;
    size_t count;
};

/* ---- numbers ------------------------------------------------------------------------------ */

double nearby_distance(const struct look *answer, double value)
{
    if (look_is_year(answer) || look_is_decade(answer))
        return fabs(answer->value - value) / 10;
    if (answer->value <= 0 || value <= 0)
        return 4;
    return fabs(log(answer->value / value));
}

/* The power of ten that a sum is counted in: 700 in hundreds, 1,000 in hundreds, 6,500 too. */
static double unit_of(double value)
{
    double unit = 1;
    while (fmod(value, unit * 10) == 0 && value / (unit * 10) >= 5)
        unit *= 10;
    return unit;
}

static void add_numbers(
    struct values *values, const struct look *answer, struct arena *arena)
{
    static const double steps[] = { -6, -4, -3, -2, -1, 1, 2, 3, 4, 6 };
    static const double factors[] = { 0.2, 0.4, 0.5, 1.5, 2, 3, 5 };
    bool small = look_is_year(answer) || answer->value < 20;
    bool stepped = small || look_is_decade(answer);
    double unit = look_is_decade(answer) ? 10 : small ? 1 : unit_of(answer->value);
    size_t count =
        stepped ? sizeof steps / sizeof steps[0] : sizeof factors / sizeof factors[0];
    for (size_t i = 0; i < count; i++) {
        double value = stepped ? answer->value + steps[i] * unit
                               : unit * floor(answer->value * factors[i] / unit + 0.5);
        if (value > 0)
            values->texts[values->count++] = look_write_number(answer, value, arena);
    }
}

/* ---- dates -------------------------------------------------------------------------------- */

static const char *const months[] = { "January", "February", "March", "April", "May",
    "June", "July", "August", "September", "October", "November", "December" };

enum { MONTHS = 12 };

/* A date in pieces: "17 December 546", "December 17, 546", "November 536", "May". */
struct date_text {
    size_t at, len; // of the month
    size_t month;
};

static bool find_month(const char *text, struct date_text *date)
{
    for (size_t i = 0; i < MONTHS; i++) {
        const char *found = strstr(text, months[i]);
        size_t len = strlen(months[i]);
        if (found == NULL || isalpha((unsigned char)found[len]))
            continue;
        *date = (struct date_text){ (size_t)(found - text), len, i };
        return true;
    }
    return false;
}

/* Beside the month only digits, spaces and a comma. */
static bool read_date(const char *text, struct date_text *date)
{
    static const char digits[] = "0123456789 ,";
    if (!find_month(text, date))
        return false;
    const char *behind = text + date->at + date->len;
    return strspn(text, digits) == date->at && behind[strspn(behind, digits)] == '\0';
}

bool nearby_is_date(const char *text)
{
    struct date_text date;
    return read_date(text, &date);
}

/* The number that ends the text, moved by so many; the text before it stays. */
static void add_moved_year(struct buf *out, const char *text, int by)
{
    size_t len = strlen(text), start = len;
    int year = 0;
    while (start > 0 && isdigit((unsigned char)text[start - 1]))
        start--;
    for (size_t i = start; i < len && year < 100000; i++)
        year = 10 * year + (text[i] - '0');
    buf_add_bytes(out, text, start);
    if (start < len)
        buf_addf(out, "%d", year + by > 0 ? year + by : year);
}

/* Some keep the month, some the year; a month alone has no year to be moved. */
static void add_dates(
    struct values *values, const struct look *answer, struct arena *arena)
{
    static const struct {
        size_t months;
        int years;
    } moves[] = { { 1, 0 }, { 2, 0 }, { 3, 0 }, { 9, 0 }, { 10, 0 }, { 11, 0 }, { 0, 1 },
        { 0, -1 }, { 1, 1 }, { 11, -1 } };
    struct date_text date;
    if (!read_date(answer->text, &date))
        return;
    bool has_year = isdigit((unsigned char)answer->text[strlen(answer->text) - 1]);
    for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++) {
        struct buf text = { 0 };
        if (moves[i].years != 0 && !has_year)
            continue;
        buf_add_bytes(&text, answer->text, date.at);
        buf_add(&text, months[(date.month + moves[i].months) % MONTHS]);
        add_moved_year(&text, answer->text + date.at + date.len, moves[i].years);
        values->texts[values->count++] = arena_strdup(arena, text.text);
        buf_release(&text);
    }
}

const char **nearby(const struct look *answer, struct arena *arena, size_t *count)
{
    struct values values = { arena_alloc(arena, MOST * sizeof *values.texts), 0 };
    if (answer->is_number)
        add_numbers(&values, answer, arena);
    else
        add_dates(&values, answer, arena);
    *count = values.count;
    return values.texts;
}
