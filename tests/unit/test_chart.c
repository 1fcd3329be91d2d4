/*
 * Charts, character for character: a falling line, marks, edges, and both character sets.
 */
#include "test.h"

#include "ui/chart.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct {
    const char *what;
    size_t width, height;
    bool utf8;
    double from, to; // of a straight line
    const char *picture;
} lines[] = {
    { "ASCII has three steps a row", 10, 2, false, 1, 0,
        "  top|''-__\n"
        "  end|     ''-__\n"
        "     +-n--------\n" },
    { "UTF-8 has five", 10, 2, true, 1, 0,
        "  top│⎺⎻─⎼⎽\n"
        "  end│     ⎺⎻─⎼⎽\n"
        "     └─n────────\n" },
    { "one row", 5, 1, false, 0, 1,
        "  top|__-''\n"
        "     +-n---\n" },
    { "beyond the edges stands at them", 4, 2, false, 9, -8,
        "  top|''\n"
        "  end|  __\n"
        "     +-n--\n" },
};

static void test_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(lines); i++) {
        struct chart chart;
        struct buf out = { 0 };
        print_message("%s\n", lines[i].what);
        chart_init(&chart, lines[i].width, lines[i].height, lines[i].utf8);
        for (size_t column = 0; column < chart.width; column++)
            chart_curve(&chart, column,
                lines[i].from + (lines[i].to - lines[i].from) * chart_at(&chart, column));
        char marks[] = " n        ";
        marks[lines[i].width] = '\0';
        chart_render(&chart, "top", "end", marks, &out);
        assert_string_equal(out.text, lines[i].picture);
        buf_release(&out);
        chart_release(&chart);
    }
}

static void test_marks(void **state)
{
    (void)state;
    struct chart chart;
    struct buf out = { 0 };
    chart_init(&chart, 8, 3, false);
    chart.left = 10;
    chart.right = 26;
    chart.low = 100;
    chart.high = 400;
    chart_mark(&chart, 10, 100, 'a');
    chart_mark(&chart, 18, 250, 'b');
    chart_mark(&chart, 19, 251, 'c'); // covers it
    chart_mark(&chart, 26, 400, 'd');
    chart_mark(&chart, 99, -9, 'e');
    chart_render(&chart, "400", "100", "        ", &out);
    chart_ends(&chart, "10", "26", &out);
    assert_string_equal(out.text, "  400|       d\n"
                                  "     |    c\n"
                                  "  100|a      e\n"
                                  "     +--------\n"
                                  "      10    26\n");
    buf_release(&out);
    chart_release(&chart);
}

static void test_room(void **state)
{
    (void)state;
    static const size_t windows[] = { 1, 9, 10, 40, 80 }, rooms[] = { 1, 1, 2, 32, 72 };
    for (size_t i = 0; i < COUNT(windows); i++)
        assert_int_equal(chart_room(windows[i]), rooms[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
