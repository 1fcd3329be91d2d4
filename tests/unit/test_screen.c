/*
 * Screens: what is rendered into memory, what is left out to fit, and what is written.
 */
#include "test.h"

#include "ui/screen.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void draw(const struct term *term, const void *context)
{
    term_raw(term, STYLE_STRONG, context);
    term_wrap(term, STYLE_PLAIN, "two words", 1);
}

static void test_render(void **state)
{
    (void)state;
    struct term term = { .stream = stdout, .color = true, .width = 8, .height = 5 };
    struct buf out = { 0 };
    screen_render(&term, &out, draw, "one\n");
    assert_string_equal(out.text, "\033[1mone\n\033[0m two\n words\n");
    buf_release(&out);
}

static void test_trim(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t height, spare, more;
        const char *want;
    } cases[] = {
        { "a\nb\nc\n", 4, 2, 0, "a\nb\nc\n" }, // fits as it is
        { "a\nb\nc\n", 3, 2, 0, "c\n" },       // all that is spare, or nothing
        { "a\nb\nc\n", 2, 2, 0, "c\n" },
        { "a\nb\nc\n", 2, 1, 0, "a\nb\nc\n" }, // would not do
        { "a\nb\nc\nd\n", 4, 2, 1, "c\nd\n" },
        { "a\nb\nc\nd\n", 2, 1, 2, "d\n" }, // then others one by one
        { "a\nb\nc\nd\n", 2, 1, 1, "a\nb\nc\nd\n" },
        { "", 1, 2, 0, "" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct term term = { .height = cases[i].height };
        struct screen screen = {
            .term = &term, .spare = cases[i].spare, .more = cases[i].more, .reserve = 1
        };
        assert_string_equal(screen_trim(&screen, cases[i].text), cases[i].want);
    }
}

/* A text laid out anew goes on in the line that holds what was not read yet. */
static void test_find(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t ink;
        const char *want;
    } cases[] = {
        { "one two\nsix\n", SIZE_MAX, "one two\nsix\n" }, // nothing was read
        { "one two\nsix\n", 3, "six\n" },
        { "one\ntwo\nsix\n", 6, "two\nsix\n" },
        { "one two\nsix\n", 6, "one two\nsix\n" }, // in the middle of a line
        { "one\n\n six\n", 3, " six\n" },
        { "one\n", 0, "" },
        { "", 5, "" },
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_string_equal(screen_find(cases[i].text, cases[i].ink), cases[i].want);
}

static void draw_lines(const struct term *term, const void *lines)
{
    term_raw(term, STYLE_PLAIN, lines);
}

/* What a function writes, read back from a file. */
static char *written(bool fresh, bool redraw)
{
    static char text[200];
    FILE *file = tmpfile();
    assert_non_null(file);
    struct term term = { .stream = file, .width = 8, .height = 3 };
    struct screen screen = { &term, draw_lines, redraw ? "a\nb\nc\n" : "a\nb\n",
        .reserve = 1, .fresh = fresh };
    if (redraw)
        screen_redraw(&screen);
    else
        assert_int_equal(screen_show(&screen), LINE_TEXT);
    rewind(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    return text;
}

static void test_written(void **state)
{
    (void)state;
    assert_string_equal(written(false, false), "a\nb\n"); // nothing but the lines
    assert_string_equal(written(true, false), "\033[Ha\033[K\nb\033[K\n\033[J");
    assert_string_equal(
        written(false, true), "\033[2J\033[Hb\033[K\nc\033[K\n\033[J"); // the last two
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_render),
        cmocka_unit_test(test_trim),
        cmocka_unit_test(test_find),
        cmocka_unit_test(test_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
