#include "base/day.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

/* Days from civil and back: years begin in March, in eras of 400 years (146,097 days). */
struct day day_from_civil(int year, int month, int day)
{
    int y = month <= 2 ? year - 1 : year;
    int era = (y >= 0 ? y : y - 399) / 400;
    int year_of_era = y - era * 400;
    int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return (struct day){ era * 146097 + day_of_era - 719468 };
}

void day_to_civil(struct day day, int *year, int *month, int *date)
{
    int z = day.number + 719468;
    int era = (z >= 0 ? z : z - 146096) / 146097;
    int day_of_era = z - era * 146097;
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int shifted_month = (5 * day_of_year + 2) / 153;
    *date = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    *month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    *year = year_of_era + era * 400 + (*month <= 2 ? 1 : 0);
}

static int64_t floor_divide(int64_t a, int64_t b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

/* ---- the zone --------------------------------------------------------------------- */

enum { DAY_S = DAY_MS / SECOND_MS, HOUR_S = HOUR_MS / SECOND_MS, CACHED_DAYS = 1024 };

/* Days of Greenwich throughout which the clocks stand alike, each at its number's remainder. */
static _Thread_local struct cache {
    int zone; // zones_read when it was filled
    struct cached_day {
        bool there;
        int32_t offset_s;
        int64_t number;
    } days[CACHED_DAYS];
} cache;

static int zones_read;

void zone_read(void)
{
    tzset();
    zones_read++;
}

static struct tm local_time(int64_t seconds)
{
    time_t time = (time_t)seconds;
    struct tm tm = { 0 };
    localtime_r(&time, &tm);
    return tm;
}

static int32_t asked_offset_s(int64_t seconds)
{
    return (int32_t)local_time(seconds).tm_gmtoff;
}

/* Seconds east of Greenwich.  The C library takes as long as a search for an interval. */
static int32_t offset_s(int64_t seconds)
{
    int64_t number = floor_divide(seconds, DAY_S);
    struct cached_day *day = &cache.days[number & (CACHED_DAYS - 1)];
    if (cache.zone != zones_read)
        cache = (struct cache){ .zone = zones_read };
    if (day->there && day->number == number)
        return day->offset_s;
    int32_t first = asked_offset_s(number * DAY_S);
    if (asked_offset_s((number + 1) * DAY_S) != first)
        return asked_offset_s(seconds);
    *day = (struct cached_day){ true, first, number };
    return first;
}

/* ---- study days ------------------------------------------------------------------- */

struct day day_of(int64_t at_ms, int rollover_hour)
{
    int64_t seconds = floor_divide(at_ms, SECOND_MS);
    int64_t local = seconds + offset_s(seconds);
    struct day day = { (int32_t)floor_divide(local, DAY_S) };
    if (local - day.number * (int64_t)DAY_S < rollover_hour * (int64_t)HOUR_S)
        day.number--;
    return day;
}

/*
 * Halves the time in which the day must begin until a second is left.  mktime() would not
 * do: when the clocks skip the rollover hour it may answer with the day before, when they
 * repeat it with either hour.
 */
static int64_t search_start_s(struct day day, int rollover_hour, int64_t nominal_s)
{
    enum { FARTHEST_ZONE_S = 18 * HOUR_S }; // from Greenwich, that no zone ever reached
    int64_t before = nominal_s - FARTHEST_ZONE_S, after = nominal_s + FARTHEST_ZONE_S;
    while (after - before > 1) {
        int64_t middle = before + (after - before) / 2;
        if (day_of(middle * SECOND_MS, rollover_hour).number < day.number)
            before = middle;
        else
            after = middle;
    }
    return after;
}

/* Nearly always the clocks stand as they do when the day begins in Greenwich. */
int64_t day_start_ms(struct day day, int rollover_hour)
{
    int64_t nominal_s = (int64_t)day.number * DAY_S + rollover_hour * (int64_t)HOUR_S;
    int32_t offset = offset_s(nominal_s);
    int64_t start_s = nominal_s - offset;
    if (offset_s(start_s - 1) != offset || offset_s(start_s) != offset)
        start_s = search_start_s(day, rollover_hour, nominal_s);
    return start_s * SECOND_MS;
}

int zone_offset_min(int64_t at_ms)
{
    return offset_s(floor_divide(at_ms, SECOND_MS)) / (MINUTE_MS / SECOND_MS);
}

void day_format(struct day day, char out[DAY_TEXT])
{
    int year, month, date;
    day_to_civil(day, &year, &month, &date);
    snprintf(out, DAY_TEXT, "%04d-%02d-%02d", year % 10000, month, date);
}

bool day_parse(const char *text, size_t len, struct day *day)
{
    int year, month, date, used = 0;
    char again[DAY_TEXT];
    if (sscanf(text, "%4d-%2d-%2d%n", &year, &month, &date, &used) != 3 ||
        (size_t)used != len || month < 1 || month > 12 || date < 1 || date > 31)
        return false;
    *day = day_from_civil(year, month, date);
    day_format(*day, again);
    return strncmp(again, text, len) == 0;
}

void instant_format(int64_t at_ms, char out[INSTANT_TEXT])
{
    struct tm tm = local_time(floor_divide(at_ms, SECOND_MS));
    char text[32], fraction[8] = "";
    size_t year = (size_t)snprintf(text, sizeof text, "%04lld", tm.tm_year + 1900LL);
    strftime(text + year, sizeof text - year, "-%m-%dT%H:%M:%S", &tm);
    int ms = (int)(at_ms % SECOND_MS);
    if (ms != 0)
        snprintf(fraction, sizeof fraction, ".%03d", ms < 0 ? ms + SECOND_MS : ms);
    int offset = zone_offset_min(at_ms), size = offset < 0 ? -offset : offset;
    snprintf(out, INSTANT_TEXT, "%s%s%c%02d:%02d", text, fraction, offset < 0 ? '-' : '+',
        size / 60 % 100, size % 60);
}

/* Reads exactly `digits` digits, then moves on. */
static bool read_number(const char **text, int digits, int least, int most, int *out)
{
    *out = 0;
    for (int i = 0; i < digits; i++, ++*text) {
        if (!isdigit((unsigned char)**text))
            return false;
        *out = *out * 10 + (**text - '0');
    }
    return *out >= least && *out <= most;
}

static bool read_char(const char **text, const char *any_of)
{
    if (**text == '\0' || strchr(any_of, **text) == NULL)
        return false;
    ++*text;
    return true;
}

/* Reads a fraction of a second, if there is one; what is finer than a millisecond is cut. */
static bool read_fraction(const char **text, int *ms)
{
    *ms = 0;
    if (!read_char(text, "."))
        return true;
    const char *first = *text;
    for (int unit = 100; isdigit((unsigned char)**text); ++*text, unit /= 10)
        *ms += (**text - '0') * unit;
    return *text > first;
}

static bool read_offset(const char **text, int *minutes)
{
    int hour, minute;
    if (read_char(text, "Zz")) {
        *minutes = 0;
        return true;
    }
    int sign = **text == '-' ? -1 : 1;
    if (!read_char(text, "+-") || !read_number(text, 2, 0, 23, &hour) ||
        !read_char(text, ":") || !read_number(text, 2, 0, 59, &minute))
        return false;
    *minutes = sign * (hour * 60 + minute);
    return true;
}

static bool is_civil(int year, int month, int date)
{
    int y, m, d;
    day_to_civil(day_from_civil(year, month, date), &y, &m, &d);
    return y == year && m == month && d == date;
}

bool instant_parse(const char *text, int64_t *at_ms)
{
    int year, month, date, hour, minute, second, ms, offset;
    if (!read_number(&text, 4, 1, 9999, &year) || !read_char(&text, "-") ||
        !read_number(&text, 2, 1, 12, &month) || !read_char(&text, "-") ||
        !read_number(&text, 2, 1, 31, &date) || !is_civil(year, month, date) ||
        !read_char(&text, "Tt ") || !read_number(&text, 2, 0, 23, &hour) ||
        !read_char(&text, ":") || !read_number(&text, 2, 0, 59, &minute) ||
        !read_char(&text, ":") || !read_number(&text, 2, 0, 59, &second))
        return false;
    if (!read_fraction(&text, &ms) || !read_offset(&text, &offset) || *text != '\0')
        return false;
    int64_t day_ms = (int64_t)day_from_civil(year, month, date).number * DAY_MS;
    *at_ms = day_ms + (int64_t)(hour * 60 + minute - offset) * MINUTE_MS +
             second * SECOND_MS + ms;
    return true;
}
