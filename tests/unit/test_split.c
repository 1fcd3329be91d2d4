/*
 * Lines as words, and words as they have to be typed.
 */
#include "test.h"

#include "ui/split.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The words in brackets, one behind the other. */
static void render(const struct split *split, struct buf *out)
{
    for (size_t i = 0; i < split->count; i++)
        buf_addf(out, "[%s]", split->words[i]);
}

static void test_words(void **state)
{
    (void)state;
    static const struct {
        const char *line, *words;
        char quote;
        bool in_word;
        size_t start;
    } cases[] = {
        { "", "", 0, false, 0 },
        { "  \t ", "", 0, false, 0 },
        { "due", "[due]", 0, true, 0 },
        { "due ", "[due]", 0, false, 0 },
        { " list  tag:x\tnot:y", "[list][tag:x][not:y]", 0, true, 13 },
        { "a\nb", "[a][b]", 0, true, 2 }, // pasted
        { "'a b' c", "[a b][c]", 0, true, 6 },
        { "\"a b\"", "[a b]", 0, true, 0 },
        { "tag:'a b'c", "[tag:a bc]", 0, true, 0 },
        { "'' \"\"", "[][]", 0, true, 3 },
        { "'a\"b' \"a'b\"", "[a\"b][a'b]", 0, true, 6 },
        { "a\\ b", "[a b]", 0, true, 0 },
        { "\\'a \\\\", "['a][\\]", 0, true, 4 },
        { "'a\\b'", "[a\\b]", 0, true, 0 }, // nothing is special within '...'
        { "\"a\\\"b\\\\c\\d\"", "[a\"b\\c\\d]", 0, true,
            0 },                        // and only two things in "..."
        { "a\\", "[a\\]", 0, true, 0 }, // with nothing behind it
        { "x 'a b", "[x][a b]", '\'', true, 2 },
        { "x tag:\"a ", "[x][tag:a ]", '"', true, 2 },
        { "$HOME ~ *.json `ls` a;b|c", "[$HOME][~][*.json][`ls`][a;b|c]", 0, true, 20 },
        { "Thoros\xC3\xA9 \xE3\x80\x80x", "[Thoros\xC3\xA9][\xE3\x80\x80x]", 0, true, 9 },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct split split = { 0 };
        struct buf words = { 0 };
        print_message("%s\n", cases[i].line);
        split_line(&split, cases[i].line, strlen(cases[i].line));
        render(&split, &words);
        assert_string_equal(buf_text(&words), cases[i].words);
        assert_int_equal(split.quote, cases[i].quote);
        assert_int_equal(split.in_word, cases[i].in_word);
        if (split.in_word)
            assert_int_equal(split.start, cases[i].start);
        buf_release(&words);
        split_release(&split);
    }
}

/* Only what stands before the cursor counts. */
static void test_part_of_a_line(void **state)
{
    (void)state;
    struct split split = { 0 };
    split_line(&split, "study rome later", 8);
    assert_int_equal(split.count, 2);
    assert_string_equal(split.words[1], "ro");
    assert_true(split.in_word);
    split_release(&split);
}

static void test_quotes(void **state)
{
    (void)state;
    static const struct {
        const char *word, *typed, *begun;
    } cases[] = {
        { "rome/loser#c1", "rome/loser#c1", "rome/loser#c1" },
        { "Am\xC3\xA9lie", "Am\xC3\xA9lie", "Am\xC3\xA9lie" },
        { "", "''", "" },
        { "late antiquity", "'late antiquity'", "'late antiquity" },
        { "a\\b", "'a\\b'", "'a\\b" },
        { "say \"x\"", "'say \"x\"'", "'say \"x\"" },
        { "Totila's end", "\"Totila's end\"", "\"Totila's end" },
        { "'\"\\", "\"'\\\"\\\\\"", "\"'\\\"\\\\" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf typed = { 0 }, begun = { 0 };
        struct split split = { 0 };
        print_message("%s\n", cases[i].word);
        split_quote(&typed, cases[i].word);
        split_quote_open(&begun, cases[i].word);
        assert_string_equal(buf_text(&typed), cases[i].typed);
        assert_string_equal(buf_text(&begun), cases[i].begun);
        split_line(&split, typed.text, typed.len);
        assert_int_equal(split.count, 1);
        assert_string_equal(split.words[0], cases[i].word);
        split_release(&split);
        buf_release(&typed);
        buf_release(&begun);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_part_of_a_line),
        cmocka_unit_test(test_quotes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
