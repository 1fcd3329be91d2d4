/*
 * Study days, through the mornings on which clocks change, and the written forms of time.
 * Each zone is set for the test that needs it; without its file the test is skipped.
 */
#include "test.h"

#include "base/day.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Is the zone known here?  Without its file the C library would quietly take UTC. */
static bool enter_zone(const char *zone)
{
    char path[128];
    snprintf(path, sizeof path, "/usr/share/zoneinfo/%s", zone);
    if (access(path, R_OK) != 0) {
        print_message("skipped: there is no %s\n", path);
        return false;
    }
    setenv("TZ", zone, 1);
    zone_read();
    return true;
}

static int64_t instant(const char *text)
{
    int64_t at_ms = 0;
    if (!instant_parse(text, &at_ms))
        fail_msg("no instant: %s", text);
    return at_ms;
}

/* ---- civil days ---- */

static void test_civil_cases(void **state)
{
    (void)state;
    static const struct {
        int year, month, date, number;
    } cases[] = {
        { 1970, 1, 1, 0 },
        { 1969, 12, 31, -1 },
        { 1970, 2, 1, 31 },
        { 2000, 2, 29, 11016 },
        { 2000, 3, 1, 11017 },
        { 1900, 3, 1, -25508 },
        { 2026, 11, 20, 20777 },
        { 2038, 1, 19, 24855 },
        { 1, 1, 1, -719162 },
        { 0, 3, 1, -719468 },
        { 0, 2, 29, -719469 },
        { -1, 12, 31, -719529 },
        { 9999, 12, 31, 2932896 },
        { 1582, 10, 15, -141427 },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        int year, month, date;
        struct day day = day_from_civil(cases[i].year, cases[i].month, cases[i].date);
        assert_int_equal(day.number, cases[i].number);
        day_to_civil(day, &year, &month, &date);
        assert_int_equal(year, cases[i].year);
        assert_int_equal(month, cases[i].month);
        assert_int_equal(date, cases[i].date);
    }
}

static int days_in_month(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

/* Counts through a whole cycle of the calendar, date by date. */
static void test_civil_four_hundred_years(void **state)
{
    (void)state;
    int number = day_from_civil(1800, 1, 1).number, first = number;
    for (int year = 1800; year < 2200; year++)
        for (int month = 1; month <= 12; month++)
            for (int date = 1; date <= days_in_month(year, month); date++, number++) {
                int y, m, d;
                assert_int_equal(day_from_civil(year, month, date).number, number);
                day_to_civil((struct day){ number }, &y, &m, &d);
                assert_true(y == year && m == month && d == date);
            }
    assert_int_equal(number - first, 146097);
}

static void test_day_format(void **state)
{
    (void)state;
    char text[DAY_TEXT];
    day_format((struct day){ 0 }, text);
    assert_string_equal(text, "1970-01-01");
    day_format(day_from_civil(2026, 11, 20), text);
    assert_string_equal(text, "2026-11-20");
    day_format(day_from_civil(9999, 12, 31), text);
    assert_string_equal(text, "9999-12-31");
}

/* ---- study days ---- */

static void test_day_of(void **state)
{
    (void)state;
    static const struct {
        const char *zone, *at;
        int rollover;
        const char *day;
    } cases[] = {
        { "Europe/Berlin", "2026-11-20T03:59:59.999+01:00", 4, "2026-11-19" },
        { "Europe/Berlin", "2026-11-20T04:00:00+01:00", 4, "2026-11-20" },
        { "Europe/Berlin", "2026-01-01T01:30:00+01:00", 4, "2025-12-31" },
        { "Europe/Berlin", "2026-03-01T00:00:00+01:00", 4, "2026-02-28" },
        { "Europe/Berlin", "2026-11-20T00:00:00+01:00", 0, "2026-11-20" },
        { "Europe/Berlin", "2026-11-20T22:59:59+01:00", 23, "2026-11-19" },
        { "Europe/Berlin", "2026-11-20T23:00:00+01:00", 23, "2026-11-20" },
        // 02:00 becomes 03:00: four hours before 04:30 is the evening before, and yet
        { "Europe/Berlin", "2026-03-29T03:59:59+02:00", 4, "2026-03-28" },
        { "Europe/Berlin", "2026-03-29T04:00:00+02:00", 4, "2026-03-29" },
        { "Europe/Berlin", "2026-03-29T04:30:00+02:00", 4, "2026-03-29" },
        { "Europe/Berlin", "2026-03-29T01:59:59+01:00", 2, "2026-03-28" },
        { "Europe/Berlin", "2026-03-29T03:00:00+02:00", 2, "2026-03-29" },
        // 03:00 becomes 02:00 again
        { "Europe/Berlin", "2026-10-25T03:59:59+01:00", 4, "2026-10-24" },
        { "Europe/Berlin", "2026-10-25T04:00:00+01:00", 4, "2026-10-25" },
        { "Europe/Berlin", "2026-10-25T01:59:59+02:00", 2, "2026-10-24" },
        { "Europe/Berlin", "2026-10-25T02:30:00+02:00", 2, "2026-10-25" },
        { "Europe/Berlin", "2026-10-25T02:30:00+01:00", 2, "2026-10-25" },
        { "America/New_York", "2026-03-08T03:59:59-04:00", 4, "2026-03-07" },
        { "America/New_York", "2026-03-08T04:00:00-04:00", 4, "2026-03-08" },
        { "America/New_York", "2026-11-01T03:59:59-05:00", 4, "2026-10-31" },
        { "America/New_York", "2026-11-01T04:00:00-05:00", 4, "2026-11-01" },
        { "America/New_York", "2026-11-01T01:00:00-04:00", 1, "2026-11-01" },
        { "America/New_York", "2026-11-01T01:00:00-05:00", 1, "2026-11-01" },
        // Samoa had no 30 December 2011; the study day of that date has four hours
        { "Pacific/Apia", "2011-12-29T23:59:59-10:00", 4, "2011-12-29" },
        { "Pacific/Apia", "2011-12-31T00:00:00+14:00", 4, "2011-12-30" },
        { "Pacific/Apia", "2011-12-31T03:59:59+14:00", 4, "2011-12-30" },
        { "Pacific/Apia", "2011-12-31T04:00:00+14:00", 4, "2011-12-31" },
        { "Pacific/Apia", "2011-12-31T00:00:00+14:00", 0, "2011-12-31" },
        // two hours at once
        { "Antarctica/Troll", "2026-03-29T00:59:59+00:00", 4, "2026-03-28" },
        { "Antarctica/Troll", "2026-03-29T03:00:00+02:00", 4, "2026-03-28" },
        { "Antarctica/Troll", "2026-03-29T04:00:00+02:00", 4, "2026-03-29" },
        { "Antarctica/Troll", "2026-10-25T02:59:59+02:00", 4, "2026-10-24" },
        { "Antarctica/Troll", "2026-10-25T03:59:59+00:00", 4, "2026-10-24" },
        { "Antarctica/Troll", "2026-10-25T04:00:00+00:00", 4, "2026-10-25" },
        { "Etc/UTC", "1969-12-31T23:59:59.999Z", 0, "1969-12-31" },
        { "Etc/UTC", "1970-01-01T03:59:59.999Z", 4, "1969-12-31" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[DAY_TEXT];
        if (!enter_zone(cases[i].zone))
            continue;
        print_message("%s, %s, %d\n", cases[i].zone, cases[i].at, cases[i].rollover);
        day_format(day_of(instant(cases[i].at), cases[i].rollover), text);
        assert_string_equal(text, cases[i].day);
    }
}

static void test_every_rollover(void **state)
{
    (void)state;
    if (!enter_zone("Asia/Kathmandu"))
        skip();
    int64_t midnight = instant("2026-11-20T00:00:00+05:45");
    int today = day_from_civil(2026, 11, 20).number;
    for (int rollover = 0; rollover < 24; rollover++)
        for (int minute = 0; minute < 24 * 60; minute++) {
            int want = minute < rollover * 60 ? today - 1 : today;
            int64_t at_ms = midnight + minute * (int64_t)MINUTE_MS;
            assert_int_equal(day_of(at_ms, rollover).number, want);
        }
}

static const char *const zones[] = {
    "Europe/Berlin",
    "America/New_York",
    "Pacific/Apia",
    "Antarctica/Troll",
    "America/Sao_Paulo",
    "Africa/Casablanca",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Asia/Pyongyang",
    "America/Havana",
    "Europe/Istanbul",
    "Asia/Beirut",
};

/* With the clocks of 25 years, quarter by quarter of an hour, no day comes back. */
static void test_days_go_forward(void **state)
{
    (void)state;
    int64_t first = instant("2010-01-01T00:00:00Z"),
            end = instant("2035-01-01T00:00:00Z");
    for (size_t i = 0; i < COUNT(zones); i++) {
        if (!enter_zone(zones[i]))
            continue;
        int last = day_of(first, 4).number;
        for (int64_t at_ms = first; at_ms < end; at_ms += 15 * MINUTE_MS) {
            int number = day_of(at_ms, 4).number;
            if (number != last && number != last + 1)
                fail_msg("%s: from day %d to %d", zones[i], last, number);
            last = number;
        }
        assert_int_equal(last, day_from_civil(2035, 1, 1).number -
                                   (zone_offset_min(end - 1) < 4 * 60 ? 1 : 0));
    }
}

/* Offsets are remembered by the day; the C library is asked afresh for each of these instants. */
static void test_offsets_are_the_library_s(void **state)
{
    (void)state;
    int64_t first = instant("1970-01-01T00:00:00Z") - 1,
            end = instant("2037-01-01T00:00:00Z");
    for (size_t i = 0; i < COUNT(zones); i++) {
        if (!enter_zone(zones[i]))
            continue;
        for (int64_t at_ms = first; at_ms < end; at_ms += 47 * MINUTE_MS) {
            time_t seconds = (time_t)(at_ms / SECOND_MS);
            struct tm tm;
            localtime_r(&seconds, &tm);
            if (zone_offset_min(at_ms) != tm.tm_gmtoff / 60)
                fail_msg(
                    "%s: %d at %lld", zones[i], zone_offset_min(at_ms), (long long)at_ms);
        }
    }
}

/* ---- the start of a study day ---- */

static void test_day_start(void **state)
{
    (void)state;
    static const struct {
        const char *zone, *day;
        int rollover;
        const char *start;
    } cases[] = {
        { "Europe/Berlin", "2026-11-20", 4, "2026-11-20T04:00:00+01:00" },
        { "Europe/Berlin", "2026-03-29", 4, "2026-03-29T04:00:00+02:00" },
        { "Europe/Berlin", "2026-03-29", 2, "2026-03-29T03:00:00+02:00" }, // no 02:00
        { "Europe/Berlin", "2026-10-25", 2, "2026-10-25T02:00:00+02:00" }, // the first
        { "Europe/Berlin", "2026-10-25", 3, "2026-10-25T03:00:00+01:00" },
        { "America/New_York", "2026-11-01", 1, "2026-11-01T01:00:00-04:00" },
        { "Asia/Beirut", "2026-03-29", 0, "2026-03-29T01:00:00+03:00" }, // no midnight
        { "Pacific/Apia", "2011-12-30", 4, "2011-12-31T00:00:00+14:00" },
        { "Pacific/Apia", "2011-12-30", 0, "2011-12-31T00:00:00+14:00" }, // no such day
        { "Antarctica/Troll", "2026-03-29", 2, "2026-03-29T03:00:00+02:00" },
        // at 00:01 it was 23:01 again: the day began before
        { "America/St_Johns", "1987-10-25", 0, "1987-10-25T00:00:00-02:30" },
        { "Etc/UTC", "1969-12-31", 4, "1969-12-31T04:00:00+00:00" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[INSTANT_TEXT];
        int year, month, date;
        if (!enter_zone(cases[i].zone))
            continue;
        print_message("%s, %s, %d\n", cases[i].zone, cases[i].day, cases[i].rollover);
        assert_int_equal(sscanf(cases[i].day, "%d-%d-%d", &year, &month, &date), 3);
        struct day day = day_from_civil(year, month, date);
        instant_format(day_start_ms(day, cases[i].rollover), text);
        assert_string_equal(text, cases[i].start);
    }
}

/* The first moment of a day is in it, the one before is not. */
static void test_day_start_is_the_inverse(void **state)
{
    (void)state;
    static const int rollovers[] = { 0, 1, 2, 3, 4, 12, 23 };
    int first = day_from_civil(2026, 1, 1).number,
        end = day_from_civil(2027, 1, 1).number;
    for (size_t i = 0; i < COUNT(zones); i++) {
        if (!enter_zone(zones[i]))
            continue;
        for (size_t j = 0; j < COUNT(rollovers); j++)
            for (int number = first; number < end; number++) {
                int64_t start = day_start_ms((struct day){ number }, rollovers[j]);
                assert_int_equal(day_of(start, rollovers[j]).number, number);
                assert_int_equal(day_of(start - 1, rollovers[j]).number, number - 1);
            }
    }
}

/* ---- instants as text ---- */

static void test_instant_parse(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t at_ms;
    } cases[] = {
        { "1970-01-01T00:00:00Z", 0 },
        { "1970-01-01t00:00:00z", 0 },
        { "1970-01-01 00:00:00+00:00", 0 },
        { "1970-01-01T00:00:00-00:00", 0 },
        { "1970-01-01T01:00:00+01:00", 0 },
        { "1969-12-31T19:00:00-05:00", 0 },
        { "1970-01-01T05:45:00+05:45", 0 },
        { "1970-01-01T00:00:00.001Z", 1 },
        { "1970-01-01T00:00:00.5Z", 500 },
        { "1970-01-01T00:00:00.123456789Z", 123 },
        { "1969-12-31T23:59:59.999Z", -1 },
        { "2026-11-20T08:15:00+01:00", 1795158900000 },
        { "2000-02-29T12:00:00Z", 951825600000 },
        { "2038-01-19T03:14:08Z", 2147483648000 },
        { "0001-01-01T00:00:00Z", -62135596800000 },
        { "9999-12-31T23:59:59.999Z", 253402300799999 },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        int64_t at_ms = 42;
        print_message("%s\n", cases[i].text);
        assert_true(instant_parse(cases[i].text, &at_ms));
        assert_true(at_ms == cases[i].at_ms);
    }
}

static void test_instant_refuses(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "", "now",
        "2026-11-20",                // a date alone
        "2026-11-20T08:15Z",         // no seconds
        "2026-11-20T08:15:00",       // no zone
        "2026-11-20T08:15:00 Z",     //
        "2026-11-20T08:15:00+0100",  // no colon
        "2026-11-20T08:15:00+01",    //
        "2026-11-20T08:15:00+24:00", //
        "2026-11-20T08:15:00+01:60", //
        "2026-11-20T08:15:00Zulu",   // something behind
        "2026-11-20T08:15:00Z ",     //
        " 2026-11-20T08:15:00Z",     // or before
        "26-11-20T08:15:00Z",        //
        "2026-11-20T8:15:00Z",       // too few digits
        "2026-1-20T08:15:00Z",       //
        "2026-11-20T24:00:00Z",      // too much
        "2026-11-20T08:60:00Z",      //
        "2016-12-31T23:59:60Z",      // leap seconds are not in our time
        "2026-13-20T08:15:00Z",      //
        "2026-00-20T08:15:00Z",      //
        "2026-11-31T08:15:00Z",      // no such date
        "2026-11-00T08:15:00Z",      //
        "2026-02-29T08:15:00Z",      //
        "1900-02-29T08:15:00Z",      //
        "0000-01-01T00:00:00Z",      // no such year
        "2026-11-20T08:15:00.Z",     // a point without a fraction
        "2026-11-20T08:15:00,5Z",    //
        "2026/11/20T08:15:00Z",      //
        "-2026-11-20T08:15:00Z",     //
        "+2026-11-20T08:15:00Z",     //
        "2026-11-20T-8:15:00Z",      //
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        int64_t at_ms = 42;
        print_message("%s\n", cases[i]);
        assert_false(instant_parse(cases[i], &at_ms));
        assert_int_equal(at_ms, 42);
    }
}

static void test_day_parse(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t len;
        bool is_day;
    } cases[] = {
        { "2026-11-20", 10, true },
        { "2026-11-20..2026-12-01", 10, true },
        { "2024-02-29", 10, true },
        { "2026-02-29", 10, false },
        { "2026-11-31", 10, false },
        { "2026-00-10", 10, false },
        { "2026-1-20", 9, false },
        { "26-11-20", 8, false },
        { " 2026-11-20", 11, false },
        { "2026-11-200", 11, false },
        { "2026-11-20", 7, false },
        { "+202-11-20", 10, false },
        { "today", 5, false },
        { "", 0, false },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct day day;
        print_message("%s\n", cases[i].text);
        bool is_day = day_parse(cases[i].text, cases[i].len, &day);
        assert_int_equal(is_day, cases[i].is_day);
        char again[DAY_TEXT];
        if (is_day)
            day_format(day, again);
        assert_true(!is_day || strncmp(again, cases[i].text, cases[i].len) == 0);
    }
}

static void test_instant_format(void **state)
{
    (void)state;
    static const struct {
        const char *zone;
        int64_t at_ms;
        const char *text;
        int offset_min;
    } cases[] = {
        { "Etc/UTC", 0, "1970-01-01T00:00:00+00:00", 0 },
        { "Etc/UTC", -1, "1969-12-31T23:59:59.999+00:00", 0 },
        { "Etc/UTC", 5, "1970-01-01T00:00:00.005+00:00", 0 },
        { "Europe/Berlin", 1795158900000, "2026-11-20T08:15:00+01:00", 60 },
        { "Europe/Berlin", 1795158900000 - 120 * (int64_t)DAY_MS,
            "2026-07-23T09:15:00+02:00", 120 },
        { "America/St_Johns", 1795158900000, "2026-11-20T03:45:00-03:30", -210 },
        { "Asia/Kathmandu", 1795158900250, "2026-11-20T13:00:00.250+05:45", 345 },
        { "Pacific/Apia", 1795158900000, "2026-11-20T20:15:00+13:00", 780 },
        { "Etc/UTC", 253402300800000, "10000-01-01T00:00:00+00:00", 0 },
        { "Etc/UTC", INT64_MAX, "292278994-08-17T07:12:55.807+00:00", 0 },
        { "Etc/UTC", INT64_MIN, "-292275055-05-16T16:47:04.192+00:00", 0 },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[INSTANT_TEXT];
        if (!enter_zone(cases[i].zone))
            continue;
        instant_format(cases[i].at_ms, text);
        assert_string_equal(text, cases[i].text);
        assert_int_equal(zone_offset_min(cases[i].at_ms), cases[i].offset_min);
    }
}

/* What is written names the same instant, in the hour that comes twice too. */
static void test_instant_round_trip(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(zones); i++) {
        if (!enter_zone(zones[i]))
            continue;
        for (int64_t at_ms = instant("2010-01-01T00:00:00Z");
             at_ms < instant("2030-01-01T00:00:00Z"); at_ms += 7 * HOUR_MS + 1234567) {
            char text[INSTANT_TEXT];
            instant_format(at_ms, text);
            assert_true(instant(text) == at_ms);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_civil_cases),
        cmocka_unit_test(test_civil_four_hundred_years),
        cmocka_unit_test(test_day_format),
        cmocka_unit_test(test_day_of),
        cmocka_unit_test(test_every_rollover),
        cmocka_unit_test(test_days_go_forward),
        cmocka_unit_test(test_offsets_are_the_library_s),
        cmocka_unit_test(test_day_start),
        cmocka_unit_test(test_day_start_is_the_inverse),
        cmocka_unit_test(test_instant_parse),
        cmocka_unit_test(test_instant_refuses),
        cmocka_unit_test(test_day_parse),
        cmocka_unit_test(test_instant_format),
        cmocka_unit_test(test_instant_round_trip),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
