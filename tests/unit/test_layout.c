/*
 * Text laid out for a window: wrapping, cutting, columns, spans of time.
 */
#include "base/rng.h"
#include "base/utf8.h"
#include "ui/layout.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void test_wrap(void **state)
{
    static const struct {
        const char *text;
        size_t width, indent;
        const char *want;
    } cases[] = {
        { "", 10, 1, "\n" },
        { "one two", 10, 0, "one two\n" },
        { "one two three", 8, 0, "one two\nthree\n" },
        { "one two three", 9, 1, " one two\n three\n" },
        { "one  two", 4, 0, "one\ntwo\n" },
        { "exactly ten", 7, 0, "exactly\nten\n" },
        { "unbreakable", 5, 0, "unbre\nakabl\ne\n" },
        { "two\nlines", 20, 2, "  two\n  lines\n" },
        { "two\n\nparagraphs", 20, 1, " two\n\n paragraphs\n" },
        { "\u65e5\u672c\u8a9e\u6587", 5, 0, "\u65e5\u672c\n\u8a9e\u6587\n" },
        { "e\u0301e\u0301e\u0301", 2, 0, "e\u0301e\u0301\ne\u0301\n" },
        { "a\n```\nx =  1;   y\n```\nb c", 3, 0, "a\nx =  1;   y\nb c\n" },
        { "tell \033[2J me", 20, 0, "tell ^[[2J me\n" },
        { "a b", 1, 0, "a\nb\n" },
        { "narrow", 3, 9,
            "         n\n         a\n         r\n         r\n         o\n"
            "         w\n" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buf out = { 0 };
        layout_wrap(&out, cases[i].text, cases[i].width, cases[i].indent);
        assert_string_equal(buf_text(&out), cases[i].want);
        buf_release(&out);
    }
}

/* In a window a line that may not be broken is cut instead; wide letters are not halved. */
static void test_fit(void **state)
{
    struct buf out = { 0 };
    (void)state;
    layout_fit(&out,
        "one two\n```\nint  x = 1;\n\n\u65e5\u672c\u8a9e\u6587\u5b57\nfits\n```\nend", 9,
        1);
    assert_string_equal(
        buf_text(&out), " one two\n int  ...\n\n \u65e5\u672c...\n fits\n end\n");
    buf_release(&out);
}

/* No line is wider than the window, and no letter is lost, at any width. */
static void test_wrap_law(void **state)
{
    static const char text[] =
        "Belisarius r\u00e9turned to \u30a4\u30bf\u30ea\u30a2 towards "
        "the end of 544, and found \U0001F468\u200D\U0001F469\u200D"
        "\U0001F467 much changed: extraordinarily-long-compound-word.";
    (void)state;
    for (size_t width = 2; width < 100; width++) {
        struct buf out = { 0 };
        layout_wrap(&out, text, width, 0);
        const char *from = text;
        for (char *line = out.text; *line != '\0';) {
            char *end = strchr(line, '\n');
            assert_true(utf8_width(line, (size_t)(end - line)) <= width);
            from += strspn(from, " ");
            assert_memory_equal(from, line, (size_t)(end - line));
            from += end - line;
            line = end + 1;
        }
        assert_string_equal(from, "");
        buf_release(&out);
    }
}

/* ---- laws, over texts made of whatever is hard to lay out -------------------------------- */

static const char *const pieces[] = { "a", "W", "word", " ", "  ", "\n", "\n```\n", "-",
    "e\u0301", "\u0301", "\u65e5", "\uff21", "\u05e9\u05dc", "\u0627\u0644", "\u202e",
    "\u2068", "\u200d", "\U0001F468\u200D\U0001F469\u200D\U0001F467",
    "\U0001F1EE\U0001F1F9", "\u0e01\u0e33", "\u1100\u1161\u11a8", "\033[2J", "\t", "\xff",
    "\u00a0", "\u200b", "\u00ad" };

static void make_text(struct rng *rng, struct buf *out)
{
    buf_clear(out);
    for (size_t i = rng_below(rng, 60); i-- > 0;)
        buf_add(out, pieces[rng_below(rng, sizeof pieces / sizeof pieces[0])]);
}

/* The columns of the widest line. */
static size_t widest(const char *text)
{
    size_t widest = 0;
    for (size_t len; *text != '\0'; text += len + (text[len] == '\n')) {
        len = strcspn(text, "\n");
        size_t width = utf8_width(text, len);
        widest = width > widest ? width : widest;
    }
    return widest;
}

/* Whatever the text and the width: no line is wider than the window, a column is as wide as asked. */
static void test_no_line_is_wider(void **state)
{
    struct rng rng = { 546 };
    struct buf text = { 0 }, out = { 0 };
    (void)state;
    for (int i = 0; i < 20000; i++) {
        size_t width = 5 + rng_below(&rng, 60), indent = rng_below(&rng, 4);
        make_text(&rng, &text);
        buf_clear(&out);
        layout_fit(&out, buf_text(&text), width, indent);
        assert_true(widest(buf_text(&out)) <= width);
        buf_clear(&out);
        layout_cut(&out, buf_text(&text), width);
        assert_true(widest(buf_text(&out)) <= width);
        assert_null(strchr(buf_text(&out), '\n'));
        buf_clear(&out);
        layout_column(&out, buf_text(&text), width);
        assert_int_equal(utf8_width(buf_text(&out), out.len), width);
    }
    buf_release(&text);
    buf_release(&out);
}

static void test_cut_and_column(void **state)
{
    static const struct {
        const char *text;
        size_t width;
        const char *cut, *column;
    } cases[] = {
        { "short", 8, "short", "short   " },
        { "just fits", 9, "just fits", "just fits" },
        { "too long for it", 8, "too l...", "too l..." },
        { "two\nlines", 20, "two lines", "two lines           " },
        { "\u65e5\u672c\u8a9e\u6587\u5b57", 8, "\u65e5\u672c...", "\u65e5\u672c... " },
        { "e\u0301tude", 7, "e\u0301tude", "e\u0301tude  " },
        { "\033]0;x\a", 20, "^[]0;x^G", "^[]0;x^G            " },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buf out = { 0 };
        layout_cut(&out, cases[i].text, cases[i].width);
        assert_string_equal(buf_text(&out), cases[i].cut);
        buf_clear(&out);
        layout_column(&out, cases[i].text, cases[i].width);
        assert_string_equal(buf_text(&out), cases[i].column);
        buf_release(&out);
    }
}

/* Lines that run from right to left are isolated, each for itself, and no wider for it. */
static void test_right_to_left(void **state)
{
#define HEBREW "\u05e9\u05dc\u05d5\u05dd"
    static const struct {
        const char *text, *want;
    } cases[] = {
        { HEBREW, " \u2068" HEBREW "\u2069\n" },
        { HEBREW " " HEBREW, " \u2068" HEBREW "\u2069\n \u2068" HEBREW "\u2069\n" },
        { "12 " HEBREW, " \u2068"
                        "12 " HEBREW "\u2069\n" },
        { "a " HEBREW, " a " HEBREW "\n" },
        { "\u0627\u0628", " \u2068\u0627\u0628\u2069\n" }, // Arabic
        { "\u2068x", " <U+2068\n >x\n" }, // a deck's own is not let through
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buf out = { 0 };
        layout_wrap(&out, cases[i].text, 8, 1);
        assert_string_equal(buf_text(&out), cases[i].want);
        buf_release(&out);
    }
    struct buf out = { 0 };
    layout_column(&out, HEBREW, 6);
    assert_string_equal(buf_text(&out), "\u2068" HEBREW "\u2069  ");
    assert_int_equal(utf8_width(out.text, out.len), 6);
    buf_release(&out);
}

static void test_span(void **state)
{
    static const struct {
        long long seconds;
        const char *want;
    } cases[] = {
        { 0, "<1m" },
        { 60, "<1m" },
        { 61, "1m" },
        { 330, "6m" },
        { 600, "10m" },
        { 3570, "1h" },
        { 3600, "1h" },
        { 5400, "2h" },
        { 86370, "1d" },
        { 86400, "1d" },
        { 54 * 86400LL, "54d" },
        { 364 * 86400LL, "364d" },
        { 365 * 86400LL, "1.0y" },
        { 900 * 86400LL, "2.5y" },
        { 36500 * 86400LL, "100y" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buf out = { 0 };
        layout_span(&out, cases[i].seconds);
        assert_string_equal(buf_text(&out), cases[i].want);
        buf_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wrap),
        cmocka_unit_test(test_fit),
        cmocka_unit_test(test_wrap_law),
        cmocka_unit_test(test_no_line_is_wider),
        cmocka_unit_test(test_cut_and_column),
        cmocka_unit_test(test_right_to_left),
        cmocka_unit_test(test_span),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
