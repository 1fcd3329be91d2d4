/*
 * Separated text and its cells: encodings, quotes, separators, several values in a cell.
 */
#include "test.h"

#include "exchange/cell.h"
#include "exchange/id.h"
#include "exchange/role.h"
#include "exchange/table.h"
#include "exchange/text.h"

#include "deck/deck.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Rows as "a|b/c": cells with '|' between them, rows with '/'. */
static const char *rows_of(struct arena *arena, const char *text, struct table_form form)
{
    struct source source = { .name = "t", .text = text, .len = strlen(text) };
    struct table table = { 0 };
    struct buf out = { 0 };
    struct err err;
    if (!table_parse(arena, &source, 0, &form, &table, &err))
        return arena_printf(arena, "%d:%d %.30s", err.line, err.column, err.message);
    for (size_t row = 0; row < table.count; row++) {
        buf_add(&out, row > 0 ? "/" : "");
        for (size_t at = 0; at < table.rows[row].count; at++)
            buf_addf(&out, "%s%s", at > 0 ? "|" : "", table.rows[row].cells[at]);
    }
    const char *kept = arena_strdup(arena, buf_text(&out));
    buf_release(&out);
    return kept;
}

static void test_rows(void **state)
{
    (void)state;
    static const struct {
        const char *text, *rows;
        struct table_form form;
    } cases[] = {
        { "a,b\nc,d", "a|b/c|d", { ",", NULL, true, false } },
        { "a,b\r\nc,d\r\n", "a|b/c|d", { ",", NULL, true, false } },
        { "a,b\rc,d\r", "a|b/c|d", { ",", NULL, true, false } },
        { "\n\na,\n\n,b\n", "a|/|b", { ",", NULL, true, false } },
        { "\"a,b\",\"c\"\"d\"\n", "a,b|c\"d", { ",", NULL, true, false } },
        { "\"a\nb\",c", "a\nb|c", { ",", NULL, true, false } },
        { "\"a\"b,c", "ab|c", { ",", NULL, true, false } }, // behind a closing quote
        { "a \"b\",c", "a \"b\"|c", { ",", NULL, true, false } }, // not at the start
        { "\"\",\"\"", "|", { ",", NULL, true, false } },
        { "\"\"\"\"", "\"", { ",", NULL, true, false } },
        { "a,\"b\nc", "1:3 this quote is not closed; add ", { ",", NULL, true, false } },
        { "a,\"b\nc", "a|\"b/c", { ",", NULL, false, false } },
        { "# no\na,b\n#c,d", "a|b", { ",", NULL, true, true } },
        { "# no\na,b", "# no/a|b", { ",", NULL, true, false } },
        { "\"#a\",b", "#a|b", { ",", NULL, true, true } },
        { "a - b\nc-d - e", "a|b/c-d|e", { " - ", NULL, true, false } },
        { "a\nb::c--d::e", "a\nb|c/d|e", { "::", "--", true, false } },
        { "", "", { ",", NULL, true, false } },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena arena = { 0 };
        print_message("%s\n", cases[i].text);
        const char *rows = rows_of(&arena, cases[i].text, cases[i].form);
        if (strncmp(rows, "1:", 2) == 0)
            assert_memory_equal(rows, cases[i].rows, 33);
        else
            assert_string_equal(rows, cases[i].rows);
        arena_release(&arena);
    }
}

static void test_separators(void **state)
{
    (void)state;
    static const struct {
        const char *text, *separator;
    } cases[] = {
        { "a\tb\nc\td", "\t" },
        { "a,b\nc,d", "," },
        { "a;b\nc;d,e", ";" },
        { "a, then b\td\ne\tf", "\t" },
        { "Who, me?;you\nWho, we?;they", ";" },
        { "http://x.org/,b\nhttp://y.org/,c", "," },
        { "wolf - lupus\nlamb - agnus, -i", " - " },
        { "a|b\nc|d", "|" },
        { "\"a;b\",c\n\"d;e\",f", "," },
        { "a,\"b\nc,d", "," }, // a quote that is not closed
        { "alone", NULL },
        { "", NULL },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct source source = { .name = "t", .text = cases[i].text };
        const struct table_form form = { .quotes = true };
        source.len = strlen(source.text);
        print_message("%s\n", cases[i].text);
        const char *found = table_guess_separator(&source, 0, &form);
        if (cases[i].separator == NULL)
            assert_null(found);
        else
            assert_string_equal(found, cases[i].separator);
    }
}

static void test_encodings(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t len;
        const char *text; // or the message
        enum encoding encoding;
        bool ok;
    } cases[] = {
        { "caf\xC3\xA9", 5, "caf\xC3\xA9", ENCODING_UTF8, true },
        { "\xEF\xBB\xBF"
          "a",
            4, "a", ENCODING_UTF8, true },
        { "", 0, "", ENCODING_UTF8, true },
        { "caf\xE9", 4, "caf\xC3\xA9", ENCODING_1252, true },
        { "\x80 5", 3, "\xE2\x82\xAC 5", ENCODING_1252, true },
        { "\xFF\xFE"
          "a\0\xE9\0",
            6, "a\xC3\xA9", ENCODING_UTF16_LE, true },
        { "\xFE\xFF\0a\0\xE9", 6, "a\xC3\xA9", ENCODING_UTF16_BE, true },
        { "a\0b\0", 4, "ab", ENCODING_UTF16_LE, true }, // without a mark
        { "\xFF\xFE\x3D\xD8\x00\xDE", 6, "\xF0\x9F\x98\x80", ENCODING_UTF16_LE, true },
        { "\xFF\xFE\x3D\xD8"
          "a\0",
            6,
            "\xEF\xBF\xBD"
            "a",
            ENCODING_UTF16_LE, true },
        { "\xFF\xFE"
          "a\0b",
            5, "a\xEF\xBF\xBD", ENCODING_UTF16_LE, true },
        { "\xC3\xA9 caf\xC3", 7, "the byte C3 is no UTF-8, which the rest is",
            ENCODING_UTF8, false },
        { "a,b\0c,d,e,f,g,h", 15, "a NUL byte: this is no text file", ENCODING_UTF8,
            false },
        { "\xFF\xFE"
          "a\0\0\0",
            6, "a NUL byte: this is no text file", ENCODING_UTF16_LE, false },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf bytes = { 0 };
        struct err err;
        enum encoding encoding;
        print_message("%zu %s\n", i, cases[i].text);
        buf_add_bytes(&bytes, cases[i].bytes, cases[i].len);
        assert_int_equal(text_decode("t", &bytes, &encoding, &err), cases[i].ok);
        if (cases[i].ok) {
            assert_string_equal(buf_text(&bytes), cases[i].text);
            assert_int_equal(encoding, cases[i].encoding);
        } else {
            assert_memory_equal(err.message, cases[i].text, strlen(cases[i].text));
        }
        buf_release(&bytes);
    }
}

static void test_clean(void **state)
{
    (void)state;
    static const struct {
        const char *raw, *clean;
        size_t taken;
    } cases[] = {
        { "  a  ", "a", 0 },
        { "a\r\nb\rc", "a\nb\nc", 0 },
        { "a \n\n\n\n b", "a\n\n b", 0 },
        { "\n\na\n\n", "a", 0 },
        { "a\tb\xC2\xA0"
          "c",
            "a b c", 0 },
        { "\x1B[31mred\x07", "[31mred", 2 },
        { "a\xE2\x80\xAE"
          "b\xE2\x80\xA8"
          "c",
            "ab\nc", 1 },
        { "\xEF\xBB\xBF"
          "a",
            "a", 0 },
        { " \n ", "", 0 },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf out = { 0 };
        print_message("%s\n", cases[i].raw);
        assert_int_equal(text_add_clean(&out, cases[i].raw), cases[i].taken);
        assert_string_equal(buf_text(&out), cases[i].clean);
        buf_release(&out);
    }
}

/* What is added to a cell comes back, whatever it is. */
static void test_cells(void **state)
{
    (void)state;
    static const char *const values[] = { "a", "a; b", "x | y", "p = q", "back\\slash",
        "\\;", "two\nlines", ";", "=" };
    struct arena arena = { 0 };
    struct buf cell = { 0 };
    struct cell_values out = { 0 };
    for (size_t i = 0; i < COUNT(values); i++)
        cell_add(&cell, "; ", values[i]);
    cell_split(&arena, cell.text, ";\n", &out);
    assert_int_equal(out.count, COUNT(values));
    for (size_t i = 0; i < COUNT(values); i++)
        assert_string_equal(cell_plain(&arena, out.items[i]), values[i]);
    buf_release(&cell);
    arena_release(&arena);
}

static void test_written_cells(void **state)
{
    (void)state;
    static const char *const texts[] = { "", "a", "a,b", "\"", "a\"b", "two\nlines", "#x",
        " blank", "=1+1", "\ttab" };
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct arena arena = { 0 };
        struct buf line = { 0 };
        struct table_form form = { ",", NULL, true, true };
        table_add_cell(&line, texts[i], ',');
        buf_add(&line, ",end");
        print_message("%s\n", line.text);
        const char *want = arena_printf(&arena, "%s|end", texts[i]);
        assert_string_equal(rows_of(&arena, line.text, form), want);
        buf_release(&line);
        arena_release(&arena);
    }
}

static void test_roles(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        enum role role, item;
    } cases[] = {
        { "question", ROLE_QUESTION, ROLE_NONE },
        { "Front", ROLE_QUESTION, ROLE_NONE },
        { "correct_answer", ROLE_ANSWER, ROLE_NONE },
        { "correctAnswer", ROLE_ANSWER, ROLE_NONE },
        { "Correct Answer", ROLE_ANSWER, ROLE_NONE },
        { "incorrect_answers", ROLE_WRONG, ROLE_NONE },
        { "option_a", ROLE_NONE, ROLE_OPTIONS },
        { "Option 4", ROLE_NONE, ROLE_OPTIONS },
        { "choiceB", ROLE_NONE, ROLE_OPTIONS },
        { "wrong2", ROLE_NONE, ROLE_WRONG },
        { "hintA", ROLE_NONE, ROLE_NONE },
        { "questionable", ROLE_NONE, ROLE_NONE },
        { "", ROLE_NONE, ROLE_NONE },
        { "a", ROLE_ANSWER, ROLE_NONE },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        print_message("%s\n", cases[i].name);
        assert_int_equal(role_of(cases[i].name), cases[i].role);
        assert_int_equal(role_of_item(cases[i].name), cases[i].item);
    }
}

static void test_ids(void **state)
{
    (void)state;
    static const struct {
        const char *guid, *id;
    } cases[] = {
        { "rome/loser", "loser" },
        { "rome/gap#c1", "gap.c1" },
        { "rome/~0123abcd", NULL },
        { "card-7", "card-7" },
        { "LP#HnJO#>#", NULL },
        { "../../etc/passwd", NULL },
    };
    struct arena arena = { 0 };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *id = id_of_guid(&arena, cases[i].guid);
        print_message("%s %s\n", cases[i].guid, id);
        assert_true(deck_is_id(id));
        if (cases[i].id != NULL)
            assert_string_equal(id, cases[i].id);
        else
            assert_int_equal(strlen(id), 13);
    }
    /* Case and spacing make no other question; another answer makes another id. */
    const char *id = id_of_text(&arena, "Who lost  Rome?", NULL);
    assert_string_equal(id, id_of_text(&arena, "who LOST Rome?\n", NULL));
    assert_string_not_equal(id, id_of_text(&arena, "Who lost Rome?", "Bessas"));
    assert_true(deck_is_id(id_of_text(&arena, "漢字", NULL)));
    assert_string_equal(
        id_slug(&arena, "Über-große Wörter, viele davon", 16), "uber-grosse");
    assert_string_equal(id_slug(&arena, "...", 16), "");
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_separators),
        cmocka_unit_test(test_encodings),
        cmocka_unit_test(test_clean),
        cmocka_unit_test(test_cells),
        cmocka_unit_test(test_written_cells),
        cmocka_unit_test(test_roles),
        cmocka_unit_test(test_ids),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
