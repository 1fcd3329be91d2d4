/*
 * Spans of time as people write them.
 */
#include "test.h"

#include "base/day.h"
#include "base/span.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void test_parse(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t ms; // 0: no span
        size_t len;
    } cases[] = {
        { "1d", DAY_MS, 2 },
        { "12h", 12 * (int64_t)HOUR_MS, 3 },
        { "10m 1h", 10 * MINUTE_MS, 3 },
        { "90s", 90 * SECOND_MS, 3 },
        { "9999d", 9999 * (int64_t)DAY_MS, 5 },
        { "10000d", 0, 0 },
        { "0d", 0, 0 },
        { "-1d", 0, 0 },
        { "+1d", 0, 0 },
        { " 1d", 0, 0 },
        { "1", 0, 0 },
        { "1w", 0, 0 },
        { "d", 0, 0 },
        { "", 0, 0 },
        { "99999999999999999999d", 0, 0 },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t len = 0;
        print_message("  '%s'\n", cases[i].text);
        assert_true(span_parse(cases[i].text, &len) == cases[i].ms);
        assert_int_equal(len, cases[i].len);
    }
}

static void test_minutes(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t ms;
    } cases[] = {
        { "15", 15 * (int64_t)MINUTE_MS },
        { "9999", 9999 * (int64_t)MINUTE_MS },
        { "90s", 90 * SECOND_MS },
        { "1h", HOUR_MS },
        { "0", 0 },
        { "10000", 0 },
        { "-1", 0 },
        { " 1", 0 },
        { "1x", 0 },
        { "1h ", 0 },
        { "1h30m", 0 },
        { "soon", 0 },
        { "", 0 },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        print_message("'%s'\n", cases[i].text);
        assert_true(span_minutes(cases[i].text) == cases[i].ms);
    }
}

/* What is read is shown in its largest unit. */
static void test_unit(void **state)
{
    (void)state;
    static const struct {
        int64_t ms;
        char unit;
        long long count;
    } cases[] = {
        { DAY_MS, 'd', 1 },
        { 36 * (int64_t)HOUR_MS, 'h', 36 },
        { 90 * MINUTE_MS, 'm', 90 },
        { 61 * SECOND_MS, 's', 61 },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        long long count;
        assert_int_equal(span_unit(cases[i].ms, &count), cases[i].unit);
        assert_true(count == cases[i].count);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parse),
        cmocka_unit_test(test_minutes),
        cmocka_unit_test(test_unit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
