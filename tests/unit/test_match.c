/*
 * What every judgement has: feedback, the answer shown, the diff; and laws for all of them.  What
 * typed answers are worth is in test_match_text.c, test_match_value.c and test_match_items.c.
 */
#include "judged.h"
#include "test.h"

#include "base/arena.h"
#include "base/rng.h"
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

/* --- feedback, the answer shown -------------------------------------------------------- */

static void test_feedback(void **state)
{
    (void)state;
    static const struct key_feedback feedback[] = { { "5,000 pounds", "later" },
        { "Khusrau", "the other side" } };
    struct arena arena = { 0 };
    struct made made = {
        .key = { .kind = KEY_TEXT, .feedback = feedback, .feedback_count = 2 }
    };
    struct key_context context = context_of(NULL);
    make_items(&made, "1,000 pounds", '/', &arena);
    struct judgement got = match_judge(&made.key, &context, "five thousand lb", &arena);
    assert_int_equal(got.verdict, VERDICT_WRONG);
    assert_string_equal(got.feedback, "later");
    got = match_judge(&made.key, &context, "chosroes", &arena);
    assert_string_equal(got.feedback, "the other side");
    got = match_judge(&made.key, &context, "1000 pounds", &arena);
    assert_null(got.feedback);
    got = match_judge(&made.key, &context, "2000 pounds", &arena);
    assert_null(got.feedback);

    static const struct key_feedback of_year[] = { { "540", "that was Antioch" } };
    struct made year = { .key = { .kind = KEY_NUMBER,
                             .number = 546,
                             .feedback = of_year,
                             .feedback_count = 1 } };
    make_items(&year, "546", '/', &arena);
    got = match_judge(&year.key, &context, "five hundred and forty", &arena);
    assert_string_equal(got.feedback, "that was Antioch");
    arena_release(&arena);
}

static void test_expected(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct made made = { .key = { .kind = KEY_LIST } };
    make_items(&made, "Tyre|Sur/Sidon", '/', &arena);
    assert_string_equal(match_expected(&made.key, &arena), "Tyre; Sidon");
    make_items(&made, "x = 1;/Sidon", '/', &arena);
    assert_string_equal(match_expected(&made.key, &arena), "x = 1;\nSidon");
    make_items(&made,
        "the walls of Theodosius/the aqueduct of Valens/the forum of Constantine/the "
        "port",
        '/', &arena);
    assert_string_equal(match_expected(&made.key, &arena),
        "the walls of Theodosius\nthe aqueduct of Valens\nthe forum of Constantine\n"
        "the port");
    make_items(&made, "1000", '/', &arena);
    made.key.kind = KEY_NUMBER;
    made.key.unit = "pounds";
    assert_string_equal(match_expected(&made.key, &arena), "1000 pounds");
    arena_release(&arena);
}

/* --- the diff -------------------------------------------------------------------------- */

static void test_diff(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *expected;
        size_t width;
        const char *lines[3];
    } rows[] = {
        { "5,000 pounds", "1,000 pounds", 60,
            { "5,000 pounds", "1,000 pounds", "^           " } },
        { "Antoch", "Antioch", 60, { "Ant och", "Antioch", "   _   " } },
        { "Anntioch", "Antioch", 60, { "Anntioch", "An tioch", "  ^     " } },
        { "Besas", "Bessas", 60, { "Bes as", "Bessas", "   _  " } },
        { "", "Bessas", 60, { "      ", "Bessas", "______" } },
        { "Bessas", "Bessas", 60, { "Bessas", "Bessas", "      " } },
        { "Bessas", "Rome", 60, { "Bessas", "Rome  ", "^^^^^^" } },
        { "Rom", "Antioch", 60, { "Rom    ", "Antioch", "^^^____" } },
        { "\xE6\x97\xA5 ab", "ni ab", 60, { "\xE6\x97\xA5  ab", "n i ab", "^^_   " } },
        { "cafe", "caf\xC3\xA9", 60, { "cafe", "caf\xC3\xA9", "   ^" } },
        { "a\x1B[2Jb", "a\x1B[2Jc", 60, { "a^[[2Jb", "a^[[2Jc", "      ^" } },
        { "\xCC\x81"
          "ab",
            "ab", 60,
            { " \xCC\x81"
              "ab",
                " ab", "^  " } },
        { "one two three four five six", "one two three four file six", 20,
            { "...our five six", "...our file six", "         ^     " } },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena = { 0 };
        struct diff diff =
            match_diff(rows[i].typed, rows[i].expected, rows[i].width, &arena);
        print_message("%s|\n%s|\n%s|\n", diff.typed, diff.expected, diff.marks);
        assert_string_equal(diff.typed, rows[i].lines[0]);
        assert_string_equal(diff.expected, rows[i].lines[1]);
        assert_string_equal(diff.marks, rows[i].lines[2]);
        arena_release(&arena);
    }
}

/* Case does not show where it does not count. */
static void test_diff_of_judgement(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct made made = { .key = { .kind = KEY_TEXT } };
    make_items(&made, "Antioch", '/', &arena);
    struct judgement got = match_judge(&made.key, NULL, "antoich", &arena);
    assert_string_equal(got.diff.marks, "   ^^  ");
    made.key.strict = STRICT_CASE;
    got = match_judge(&made.key, NULL, "antioch", &arena);
    assert_string_equal(got.diff.marks, "^      ");
    got = match_judge(&made.key, NULL, "Antioch", &arena);
    assert_null(got.diff.marks);
    arena_release(&arena);
}

/* --- laws ------------------------------------------------------------------------------ */

/* The answer that is shown is itself right, exactly, whatever the kind. */
static void test_shown_is_exact(void **state)
{
    (void)state;
    static const char *const texts[] = { "Tyre", "the Nile", "1,000 pounds", "O'Neill",
        "C++", "a; b", "x, y", "Justin (I)", "-40", "caf\xC3\xA9",
        "\xE6\x97\xA5\xE6\x9C\xAC", "(", "4\xC2\xBD" };
    size_t count = sizeof texts / sizeof *texts;
    static const enum key_kind kinds[] = { KEY_TEXT, KEY_CLOZE, KEY_LIST, KEY_SEQUENCE,
        KEY_CHOICE, KEY_CHOICES, KEY_PAIRS };
    for (size_t n = 1; n <= count; n++) {
        struct key_item items[PARTS_MAX];
        for (size_t i = 0; i < n; i++)
            items[i] = (struct key_item){ &texts[count - 1 - i], 1 };
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
            struct arena arena = { 0 };
            struct key key = { .kind = kinds[k],
                .items = items,
                .count = n,
                .options = texts,
                .option_count = count,
                .lefts = texts };
            const char *shown = match_expected(&key, &arena);
            struct judgement got = match_judge(&key, NULL, shown, &arena);
            check_judgement(&got, EXACT, "shown", shown);
            arena_release(&arena);
        }
    }
}

static size_t width_of(const char *line)
{
    return utf8_width(line, strlen(line));
}

static void fill(char *text, size_t size, struct rng *rng)
{
    static const char *const bits[] = { "a", "B", " ", "1", "0", "000", ",", ".", "-",
        "the ", "one", "hundred ", "thousand ", "and ", "(", ")", ";", "=", "\xC3\xA9",
        "\xCC\x81", "\xE2\x82\x82", "\xC2\xB2", "\xC2\xBD", "\xFF", "\xE2\x80\x8D",
        "\xF0\x9F\x90\x8E", "\n", "\x1B", "'", "^", "e", "x" };
    size_t count = rng_below(rng, 12), len = 0;
    for (size_t i = 0; i < count; i++) {
        const char *bit = bits[rng_below(rng, sizeof bits / sizeof *bits)];
        if (len + strlen(bit) + 1 > size)
            break;
        memcpy(text + len, bit, strlen(bit));
        len += strlen(bit);
    }
    text[len] = '\0';
}

/* Anything at all gets a verdict, a reason, and a diff of three equally wide lines. */
static void test_anything(void **state)
{
    (void)state;
    struct rng rng = { 546 };
    for (size_t i = 0; i < 4000; i++) {
        char expected[64], other[64], typed[64];
        size_t bad;
        fill(expected, sizeof expected, &rng);
        fill(other, sizeof other, &rng);
        fill(typed, sizeof typed, &rng);
        if (!utf8_valid(expected, strlen(expected), &bad) ||
            !utf8_valid(other, strlen(other), &bad))
            continue;
        const char *forms[] = { expected, other };
        struct key_item items[] = { { forms, 2 }, { forms + 1, 1 } };
        struct key key = { .kind = (enum key_kind)rng_below(&rng, KEY_CLOZE + 1),
            .items = items,
            .count = 2,
            .options = forms,
            .option_count = 2,
            .lefts = forms,
            .strict = (unsigned)rng_below(&rng, 16) };
        struct key_context context = context_of("en");
        struct arena arena = { 0 };
        struct judgement got = match_judge(&key, &context, typed, &arena);
        assert_true(got.reason != NULL && got.reason[0] != '\0');
        assert_null(strchr(got.reason, '\n'));
        assert_true(got.share >= 0 && got.share <= 1);
        if (got.diff.marks != NULL) {
            assert_int_equal(width_of(got.diff.typed), strlen(got.diff.marks));
            assert_int_equal(width_of(got.diff.expected), strlen(got.diff.marks));
        }
        assert_int_equal(match_same(typed, other, &context, key.strict),
            match_same(other, typed, &context, key.strict));
        arena_release(&arena);
    }
}

/* Long input costs little: nothing here is quadratic. */
static void test_long(void **state)
{
    (void)state;
    static const char *const units[] = { "a ", "1 000 ", "one ", "1.", "\xC3\xA9", ";",
        "x;", "(", "minus 1 ", "hundred ", "\xCC\x81", "Dara " };
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        for (int kind = 0; kind <= KEY_CLOZE; kind += 3) {
            struct arena arena = { 0 };
            size_t len = strlen(units[i]), count = 60000 / len;
            char *typed = arena_alloc(&arena, count * len + 1);
            for (size_t j = 0; j < count; j++)
                memcpy(typed + j * len, units[i], len);
            struct made made = { .key = { .kind = (enum key_kind)kind, .number = 1 } };
            struct key_context context = context_of("en");
            make_items(&made, "Daras/a thousand", '/', &arena);
            const char *lefts[] = { "x", "y" };
            made.key.options = lefts;
            made.key.option_count = 2;
            made.key.lefts = lefts;
            struct judgement got = match_judge(&made.key, &context, typed, &arena);
            assert_false(got.verdict == VERDICT_EXACT);
            arena_release(&arena);
        }
    }
    struct arena arena = { 0 };
    char *huge = arena_alloc(&arena, 100 * 1000 + 1);
    memset(huge, 'a', 100 * 1000);
    struct made made = { .key = { .kind = KEY_TEXT } };
    make_items(&made, "Daras", '/', &arena);
    struct judgement got = match_judge(&made.key, NULL, huge, &arena);
    check_judgement(&got, BAD, "too long to be an answer", "Daras", "a...");
    arena_release(&arena);
}

static void test_words(void **state)
{
    (void)state;
    assert_string_equal(verdict_word(VERDICT_CLOSE), "close");
    assert_true(verdict_is_right(VERDICT_CLOSE));
    assert_false(verdict_is_right(VERDICT_PARTIAL));
    assert_string_equal(key_kind_word(KEY_PAIRS), "pairs");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_feedback),
        cmocka_unit_test(test_expected),
        cmocka_unit_test(test_diff),
        cmocka_unit_test(test_diff_of_judgement),
        cmocka_unit_test(test_shown_is_exact),
        cmocka_unit_test(test_anything),
        cmocka_unit_test(test_long),
        cmocka_unit_test(test_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
