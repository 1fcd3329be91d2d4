/*
 * Complaints: their kinds and texts, where a place in a text is, what is shown of its line,
 * and the order of many.  What JSON texts are told is in test_json_faults.c.
 */
#include "test.h"

#include "base/buf.h"
#include "base/diag.h"
#include "base/err.h"
#include "base/source.h"
#include "base/utf8.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void assert_rendered(const struct err *err, const char *level, const char *want)
{
    struct buf out = { 0 };
    err_render(err, level, &out);
    assert_string_equal(out.text, want);
    buf_release(&out);
}

static struct source source_of(const char *name, const char *text)
{
    return (struct source){ .name = name, .text = text, .len = strlen(text) };
}

/* ---- err ---- */

static void test_set(void **state)
{
    (void)state;
    struct err err = { .kind = ERR_SYSTEM, .line = 3, .file = "old", .excerpt = "old" };
    assert_false(
        err_set(&err, ERR_USAGE, "no card '%s'; did you mean '%s'?", "a/b", "a/c"));
    assert_int_equal(err.kind, ERR_USAGE);
    assert_rendered(&err, NULL, "no card 'a/b'; did you mean 'a/c'?\n");
    assert_rendered(&err, "error", "error: no card 'a/b'; did you mean 'a/c'?\n");
}

static void test_errno(void **state)
{
    (void)state;
    struct err err;
    errno = ENOSPC;
    assert_false(err_errno(&err, "cannot write '%s'", "deck.json"));
    assert_int_equal(err.kind, ERR_SYSTEM);
    assert_rendered(&err, NULL, "cannot write 'deck.json': No space left on device\n");
}

/* Whatever is quoted, a message is one line that does nothing to a terminal. */
static void test_render_is_harmless(void **state)
{
    (void)state;
    struct source source = source_of("de\nck\x1B[31m.json", "a\x07 \xC2\x9B;");
    struct err err;
    assert_false(err_at(&err, &source, 5, "no \"%s\"", "x\x1B]0;t\x07\r\ny: error: z"));
    assert_rendered(&err, "error",
        "de^Jck^[[31m.json:1:5: error: no \"x^[]0;t^G^M^Jy: error: z\"\n"
        "    a^G <U+009B>;\n"
        "                ^\n");
}

static void test_kinds_are_statuses(void **state)
{
    (void)state;
    assert_int_equal(ERR_NONE, 0);
    assert_int_equal(ERR_NO, 1);
    assert_int_equal(ERR_USAGE, 2);
    assert_int_equal(ERR_INPUT, 3);
    assert_int_equal(ERR_SYSTEM, 4);
}

static bool is_text(const char *text)
{
    size_t bad;
    return utf8_valid(text, strlen(text), &bad);
}

/* What does not fit is cut between characters, so that it stays text. */
static void test_too_long(void **state)
{
    (void)state;
    for (size_t shift = 0; shift < 4; shift++) {
        struct buf name = { 0 };
        struct err err;
        buf_pad(&name, 'a', shift);
        while (name.len < 600)
            buf_add(&name, "\xF0\x9F\x98\x80");
        struct source source = source_of(name.text, name.text);
        assert_false(err_at(&err, &source, shift + 200, "%s", name.text));
        assert_true(is_text(err.message) && is_text(err.file) && is_text(err.excerpt));
        assert_in_range(
            strlen(err.message), sizeof err.message - 4, sizeof err.message - 1);
        assert_in_range(strlen(err.file), sizeof err.file - 4, sizeof err.file - 1);
        assert_memory_equal(err.message, name.text, strlen(err.message));

        errno = EACCES;
        assert_false(err_errno(&err, "%s", name.text));
        assert_true(is_text(err.message));
        assert_false(err_set(&err, ERR_NO, "%s", name.text));
        assert_true(is_text(err.message));
        buf_release(&name);
    }
}

/* Wherever the place is, the excerpt and its caret fit a line of 80 columns. */
static void test_excerpt_fits(void **state)
{
    (void)state;
    static const char *const units[] = {
        "a",
        "\t",
        "漢",
        "e\xCC\x81\xCC\x81\xCC\x81",
        "\xF0\x9F\x98\x80",
        "\xC2\x9B",
        "\xE2\x80\xAE",
        "\xFF",
        "\xE6\xBC",
        "\x01",
        "\xF3\xA0\x80\xA1",
    };
    for (size_t i = 0; i < COUNT(units); i++) {
        struct buf text = { 0 };
        while (text.len < 400)
            buf_addf(&text, "%s%s", units[i], text.len % 7 == 0 ? "x" : "");
        for (size_t offset = 0; offset <= text.len; offset++) {
            struct source source = { .name = "x", .text = text.text, .len = text.len };
            struct err err;
            assert_false(err_at(&err, &source, offset, "here"));
            size_t width = utf8_width(err.excerpt, strlen(err.excerpt));
            assert_true(is_text(err.excerpt) && width <= 72);
            assert_true(err.caret >= 0 && err.caret <= 48 && (size_t)err.caret <= width);
            assert_null(strpbrk(err.excerpt, "\x01\t\n\x1B"));
        }
        buf_release(&text);
    }
}

/* ---- places ---- */

static void test_place(void **state)
{
    (void)state;
    static const char text[] = "a\n\n漢字b\r\nend";
    static const struct {
        size_t offset;
        int line, column;
    } cases[] = {
        { 0, 1, 1 },
        { 1, 1, 2 },
        { 2, 2, 1 },
        { 3, 3, 1 },
        { 6, 3, 2 },
        { 9, 3, 3 },
        { 10, 3, 4 },
        { 11, 3, 5 },
        { 12, 4, 1 },
        { 14, 4, 3 },
        { 15, 4, 4 },
    };
    struct source forward = source_of("x", text);
    for (size_t i = 0; i < COUNT(cases); i++)
        for (size_t j = 0; j < COUNT(cases); j++) { // any place after any other
            int line, column;
            source_place(&forward, cases[i].offset, &line, &column);
            source_place(&forward, cases[j].offset, &line, &column);
            assert_int_equal(line, cases[j].line);
            assert_int_equal(column, cases[j].column);
        }
}

static void test_place_behind_a_byte_order_mark(void **state)
{
    (void)state;
    struct source source = source_of("x", "\xEF\xBB\xBF"
                                          "ab\n\xEF\xBB\xBF"
                                          "c");
    static const struct {
        size_t offset;
        int line, column;
    } cases[] = { { 0, 1, 1 }, { 3, 1, 1 }, { 4, 1, 2 }, { 6, 2, 1 }, { 9, 2, 2 } };
    for (size_t i = 0; i < COUNT(cases); i++) {
        int line, column;
        source_place(&source, cases[i].offset, &line, &column);
        assert_int_equal(line, cases[i].line);
        assert_int_equal(column, cases[i].column);
    }
}

static void test_lines(void **state)
{
    (void)state;
    static const char text[] = "ab\ncd\r\n\nend";
    static const struct {
        size_t offset, start, end;
    } cases[] = {
        { 0, 0, 2 },
        { 2, 0, 2 },
        { 3, 3, 5 },
        { 5, 3, 5 },
        { 6, 3, 6 },
        { 7, 7, 7 },
        { 8, 8, 11 },
        { 11, 8, 11 },
    };
    struct source source = source_of("x", text);
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(source_line_start(&source, cases[i].offset, 99), cases[i].start);
        assert_int_equal(source_line_end(&source, cases[i].offset, 99), cases[i].end);
    }
    assert_int_equal(source_line_start(&source, 11, 2), 9);
    assert_int_equal(source_line_end(&source, 8, 2), 10);
    assert_int_equal(source_line_start(&source, 11, 3), 8);
    assert_int_equal(source_line_end(&source, 8, 0), 8);
}

/* A file that is one long line, with complaints all along, is gone through once. */
static void test_places_on_one_line(void **state)
{
    (void)state;
    enum { LEN = 8 * 1000 * 1000, STEP = 100 };
    struct buf text = { 0 };
    buf_pad(&text, 'x', LEN);
    struct source source = source_of("x", text.text);
    struct err err;
    for (size_t offset = 0; offset <= LEN; offset += STEP) {
        assert_false(err_at(&err, &source, offset, "here"));
        assert_int_equal(err.column, offset + 1);
    }
    buf_release(&text);
}

/* ---- diags ---- */

static void add(struct diags *diags, enum diag_level level, const char *file, int line,
    int column, const char *message)
{
    struct err err = { .kind = ERR_INPUT, .line = line, .column = column };
    snprintf(err.file, sizeof err.file, "%s", file);
    snprintf(err.message, sizeof err.message, "%s", message);
    diags_add(diags, level, "code", &err);
}

static void test_diags(void **state)
{
    (void)state;
    struct diags diags = { 0 };
    diags_sort(&diags);
    add(&diags, DIAG_ERROR, "b.json", 1, 1, "last");
    add(&diags, DIAG_NOTE, "a.json", 10, 2, "6");
    add(&diags, DIAG_WARNING, "a.json", 9, 3, "4");
    add(&diags, DIAG_ERROR, "a.json", 9, 3, "5"); // same place: stays behind
    add(&diags, DIAG_ERROR, "a.json", 9, 1, "3");
    add(&diags, DIAG_NOTE, "a.json", 0, 0, "1"); // of the whole file
    add(&diags, DIAG_NOTE, "a.json", 2, 50, "2");
    diags_sort(&diags);
    static const char *const order[] = { "1", "2", "3", "4", "5", "6", "last" };
    assert_int_equal(diags.count, COUNT(order));
    assert_int_equal(diags.errors, 3);
    for (size_t i = 0; i < COUNT(order); i++)
        assert_string_equal(diags.items[i].err.message, order[i]);
    assert_int_equal(diags.items[0].level, DIAG_NOTE);
    assert_int_equal(diags.items[3].level, DIAG_WARNING);
    add(&diags, DIAG_NOTE, "c.json", 1, 1, "more"); // still grows
    assert_string_equal(diags.items[7].err.message, "more");
    diags_release(&diags);
    assert_int_equal(diags.count + diags.errors, 0);
}

/* Several passes over a text leave several runs that are in order. */
static void test_many_diags(void **state)
{
    (void)state;
    enum { PASSES = 5, LINES = 2000 };
    struct diags diags = { 0 };
    char pass_word[8];
    for (int pass = 0; pass < PASSES; pass++) {
        snprintf(pass_word, sizeof pass_word, "%d", pass);
        for (int line = LINES; line >= 1; line--)
            add(&diags, DIAG_WARNING, "x", line, 1, pass_word);
    }
    diags_sort(&diags);
    for (int i = 0; i < PASSES * LINES; i++) {
        assert_int_equal(diags.items[i].err.line, i / PASSES + 1);
        assert_int_equal(diags.items[i].err.message[0], '0' + i % PASSES);
    }
    assert_int_equal(diags.errors, 0);
    diags_release(&diags);
}

static void test_level_words(void **state)
{
    (void)state;
    assert_string_equal(diag_level_word(DIAG_NOTE), "note");
    assert_string_equal(diag_level_word(DIAG_WARNING), "warning");
    assert_string_equal(diag_level_word(DIAG_ERROR), "error");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_set),
        cmocka_unit_test(test_errno),
        cmocka_unit_test(test_render_is_harmless),
        cmocka_unit_test(test_kinds_are_statuses),
        cmocka_unit_test(test_too_long),
        cmocka_unit_test(test_excerpt_fits),
        cmocka_unit_test(test_place),
        cmocka_unit_test(test_place_behind_a_byte_order_mark),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_places_on_one_line),
        cmocka_unit_test(test_diags),
        cmocka_unit_test(test_many_diags),
        cmocka_unit_test(test_level_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
