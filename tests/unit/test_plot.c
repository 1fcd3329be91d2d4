/*
 * Bars and calendars: exact pictures, then the laws: no line leaves the window, and every day
 * that fits has its mark.
 */
#include "test.h"

#include "base/rng.h"
#include "ui/plot.h"
#include "ui/screen.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void test_bars(void **state)
{
    static const struct plot_bar few[] = { { "today", "3", 3 }, { "Sat", "0", 0 },
        { "Sun", "12", 12 } };
    static const struct plot_bar many[] = { { "a", "1000", 1000 }, { "b", "1", 1 },
        { "c", "500", 500 } };
    static const struct plot_bar shares[] = { { "1d", "96 %", 0.96 },
        { "9d", "50 %", 0.5 } };
    static const struct {
        const struct plot_bar *bars;
        size_t count;
        double full;
        size_t width;
        const char *want;
    } cases[] = {
        { few, 3, 0, 40, "today   3  ###\nSat     0\nSun    12  ############\n" },
        { few, 3, 0, 18, "today   3  ##\nSat     0\nSun    12  ######\n" },
        { many, 3, 0, 20, "a  1000  ##########\nb     1  #\nc   500  #####\n" },
        { shares, 2, 1, 31, "1d  96 %  ###################\n9d  50 %  ##########\n" },
        { many, 3, 0, 1, "a  1000  #\nb     1  #\nc   500  #\n" },
        { many, 1, 0, 80,
            "a  1000  ##############################################################"
            "########\n" },
        { few, 0, 0, 80, "" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf out = { 0 };
        print_message("case %zu\n", i);
        plot_bars(&out, cases[i].bars, cases[i].count, cases[i].full, cases[i].width);
        assert_string_equal(buf_text(&out), cases[i].want);
        buf_release(&out);
    }
}

static void test_heatmap(void **state)
{
    static const size_t two_weeks[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 };
    static const size_t one[] = { 7 }, none[] = { 0 };
    static const struct {
        const size_t *values;
        size_t count;
        int month, date; // of the last day, in 2026
        size_t width;
        const char *want;
    } cases[] = {
        { two_weeks, 14, 11, 22, 80,
            "    Nov\nMon . +\nTue : +\nWed : +\nThu : #\nFri : #\nSat + #\nSun + #\n" },
        { two_weeks, 14, 11, 20, 80,
            "    Nov\nMon   : +\nTue   : #\nWed   : #\nThu   + #\nFri   + #\nSat . +\n"
            "Sun : +\n" },
        { two_weeks, 14, 11, 22, 7,
            "\nMon .+\nTue :+\nWed :+\nThu :#\nFri :#\nSat +#\nSun +#\n" },
        { two_weeks, 14, 11, 22, 1,
            "\nMon .+\nTue :+\nWed :+\nThu :#\nFri :#\nSat +#\nSun +#\n" },
        { one, 1, 11, 22, 80, "\nMon\nTue\nWed\nThu\nFri\nSat\nSun +\n" },
        { none, 1, 11, 16, 80, "\nMon .\nTue\nWed\nThu\nFri\nSat\nSun\n" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf out = { 0 };
        struct plot_days days = { cases[i].values, cases[i].count,
            day_from_civil(2026, cases[i].month, cases[i].date) };
        print_message("case %zu\n", i);
        plot_heatmap(&out, &days, cases[i].width);
        assert_string_equal(buf_text(&out), cases[i].want);
        buf_release(&out);
    }
}

/* Months stand above the week of their first day; where two would touch, the later one stands. */
static void test_months(void **state)
{
    static const struct {
        int year, month, date; // of the last day
        size_t count, width;
        const char *want;
    } cases[] = {
        { 2026, 11, 22, 84, 80, "    Sep     Oct     Nov" },
        { 2026, 11, 22, 84, 20, "    Sep Oct Nov" },
        { 2026, 12, 6, 84, 80, "    Sep Oct     Nov" },
        { 2027, 1, 31, 120, 80, "    Oct     Nov       Dec     Jan" },
        { 2026, 11, 1, 14, 80, "" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf out = { 0 };
        size_t *values = mem_zeroed(cases[i].count, sizeof *values);
        struct plot_days days = { values, cases[i].count,
            day_from_civil(cases[i].year, cases[i].month, cases[i].date) };
        print_message("case %zu\n", i);
        plot_heatmap(&out, &days, cases[i].width);
        *strchr(out.text, '\n') = '\0';
        assert_string_equal(out.text, cases[i].want);
        buf_release(&out);
        free(values);
    }
}

static void test_legend(void **state)
{
    static const struct {
        size_t values[4];
        size_t width;
        const char *want;
    } cases[] = {
        { { 0, 0, 0, 0 }, 80, ". none\n" },
        { { 0, 1, 1, 1 }, 80, ". none  : 1\n" },
        { { 1, 2, 2, 1 }, 80, ". none  : 1  + 2\n" },
        { { 3, 9, 30, 18 }, 80, ". none  : 1-10  + 11-20  # 21-30\n" },
        { { 0, 900, 1, 1 }, 80, ". none  : 1-200  + 201-400  # 401-900\n" },
        { { 0, 900, 1, 1 }, 24, ". none  : 1-200\n+ 201-400  # 401-900\n" },
        { { 0, 900, 1, 1 }, 1, ". none\n: 1-200\n+ 201-400\n# 401-900\n" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf out = { 0 };
        struct plot_days days = { cases[i].values, 4, { 20000 } };
        print_message("case %zu\n", i);
        plot_legend(&out, &days, cases[i].width);
        assert_string_equal(buf_text(&out), cases[i].want);
        buf_release(&out);
    }
}

static size_t widest_line(const char *text)
{
    size_t widest = 0;
    for (const char *line = text; *line != '\0';) {
        size_t len = strcspn(line, "\n");
        widest = len > widest ? len : widest;
        line += len + (line[len] == '\n');
    }
    return widest;
}

static size_t count_marks(const char *text)
{
    size_t count = 0;
    for (const char *c = text; *c != '\0'; c++)
        count += strchr(".:+#", *c) != NULL;
    return count;
}

/* At any width and of any length: what fits is all there, and nothing is too wide. */
static void test_laws(void **state)
{
    struct rng rng = { 3 };
    (void)state;
    for (int round = 0; round < 2000; round++) {
        struct buf out = { 0 };
        size_t values[400], width = 10 + rng_below(&rng, 120);
        struct plot_days days = { values, 1 + rng_below(&rng, 400),
            { (int)rng_below(&rng, 40000) - 10000 } };
        for (size_t i = 0; i < days.count; i++)
            values[i] = rng_below(&rng, 3) == 0 ? 0 : rng_below(&rng, 100);
        plot_heatmap(&out, &days, width);
        assert_true(widest_line(out.text) < width);
        bool all_fit = (days.count + 6) / 7 + 1 <= width - 5;
        if (all_fit)
            assert_int_equal(count_marks(out.text), days.count);
        else
            assert_true(count_marks(out.text) >= 7 * (width - 6));
        buf_clear(&out);
        plot_legend(&out, &days, width);
        assert_true(widest_line(out.text) < (width > 12 ? width : 12));
        buf_release(&out);
    }
}

static void paint(const struct term *term, const void *lines)
{
    plot_paint(term, lines, 4);
}

/* Colour goes on top of the marks, a stretch of equal ones at a time; labels have none. */
static void test_paint(void **state)
{
    static const char lines[] = "a:b #\n\nMon . . : # #\nTue\nWed + .\n";
    struct buf out = { 0 };
    struct term term = { .color = false, .width = 80, .height = 24 };
    (void)state;
    screen_render(&term, &out, paint, lines);
    assert_string_equal(out.text, lines);
    buf_clear(&out);
    term.color = true;
    screen_render(&term, &out, paint, lines);
    assert_string_equal(out.text, "a:b \033[1m#\033[0m\n\nMon \033[2m. . \033[0m: "
                                  "\033[1m# #\033[0m\nTue\nWed \033[32m+ \033[0m"
                                  "\033[2m.\033[0m\n");
    buf_release(&out);
}

static void test_weekday(void **state)
{
    static const struct {
        int year, month, date;
        const char *want;
    } cases[] = {
        { 1970, 1, 1, "Thu" },
        { 1969, 12, 31, "Wed" },
        { 1900, 1, 1, "Mon" },
        { 2026, 11, 20, "Fri" },
        { 2024, 2, 29, "Thu" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_string_equal(
            plot_weekday(day_from_civil(cases[i].year, cases[i].month, cases[i].date)),
            cases[i].want);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bars),
        cmocka_unit_test(test_heatmap),
        cmocka_unit_test(test_months),
        cmocka_unit_test(test_legend),
        cmocka_unit_test(test_laws),
        cmocka_unit_test(test_paint),
        cmocka_unit_test(test_weekday),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
