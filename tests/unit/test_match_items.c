/*
 * The judge of answers that have parts: lists, sequences, options, pairs.
 */
#include "judged.h"
#include "test.h"

#include "base/arena.h"

/* A row names what differs from nothing: the rest of it is zero. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

/* --- lists ----------------------------------------------------------------------------- */

struct list_row {
    const char *items, *typed;
    enum verdict verdict;
    const char *reason;
    double share;
};

static void check_lists(enum key_kind kind, const struct list_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct arena arena = { 0 };
        struct made made = { .key = { .kind = kind } };
        struct key_context context = context_of("en");
        make_items(&made, rows[i].items, '/', &arena);
        struct judgement got = match_judge(&made.key, &context, rows[i].typed, &arena);
        check_judgement(
            &got, rows[i].verdict, rows[i].reason, rows[i].items, rows[i].typed);
        assert_float_equal((float)got.share, (float)rows[i].share, 1e-6f);
        assert_null(got.diff.typed);
        arena_release(&arena);
    }
}

static void test_list(void **state)
{
    (void)state;
    static const struct list_row rows[] = {
        { "Tyre/Sidon/Beirut", "Tyre; Sidon; Beirut", EXACT, 1 },
        { "Tyre/Sidon/Beirut", "Beirut\nTyre\nSidon", EXACT, 1 },
        { "Tyre/Sidon/Beirut", "Beirut, Tyre, Sidon", EXACT, 1 },
        { "Tyre/Sidon/Beirut", "beirut, tyre, sidon", OK, "the same but for case", 1 },
        { "Tyre/Sidon/Beirut", "Tyre;; Sidon; ;Beirut;", EXACT, 1 },
        { "Tyre/Sidon/Beirut", "Tyre; Sidon", PART, "2 of 3, missing: Beirut", 2. / 3 },
        { "Tyre/Sidon/Beirut", "Sidon", PART, "1 of 3, missing: Tyre, Beirut", 1. / 3 },
        { "Tyre/Sidon/Beirut", "Tyre; Sidon; Rome", PART,
            "2 of 3, missing: Beirut, not: Rome", 0.5 },
        { "Tyre/Sidon/Beirut", "Tyre; Sidon; Beirut; Rome", PART, "all 3, but not: Rome",
            0.75 },
        { "Tyre/Sidon/Beirut", "Tyre; Sidon; Beirut; Tyre", OK, "one of them twice", 1 },
        { "Tyre/Sidon/Beirut", "Tyre; tyre; TYRE", PART, "1 of 3, missing: Sidon, Beirut",
            1. / 3 },
        { "Tyre/Sidon/Beirut", "Rome; rome; Tyre", PART,
            "1 of 3, missing: Sidon, Beirut, not: Rome", 0.25 },
        { "Tyre/Sidon/Beirut", "Rome; Milan", BAD, "none of the 3", 0 },
        { "Tyre/Sidon/Beirut", ";;", BAD, "another answer", 0 },
        { "Tyre/Sidon/Beirut", "", VERDICT_BLANK, "nothing was typed", 0 },
        { "Tyre|Sur/Sidon", "Sur; Sidon", OK, "also accepted", 1 },
        { "Tyre/Sidon/Beirut", "Tyre, Sidon and Beirut", EXACT, 1 },
        { "Tyre/Sidon/Beirut", "Tyre & Sidon & Beirut", EXACT, 1 },
        { "Tyre/Sidon/Beirut", "1. Tyre\n2. Sidon\n3. Beirut", EXACT, 1 },
        { "Tyre/Sidon/Beirut", "Tyre, Sidno, Beirut", CLOSE,
            "a typo: two letters are swapped in Sidon", 1 },
        { "Tyre/Sidon/Beirut", "Tyre and Rome", PART,
            "1 of 3, missing: Sidon, Beirut, not: Rome", 0.25 },
        { "salt and pepper/oil", "salt and pepper, oil", EXACT, 1 },
        { "Sidon/Sidona", "Sidno; Sidona", CLOSE,
            "a typo: two letters are swapped in Sidon", 1 },
        { "Daras/Edessa", "Dara; Edessa", OK, "another spelling of Daras", 1 },
        { "Paris, France/Lyon", "Paris, France; Lyon", EXACT, 1 },
        { "Paris, France/Lyon", "Lyon", PART, "1 of 2, missing: Paris, France", 0.5 },
        { "Paris, France/Lyon", "Paris, France", PART, "1 of 2, missing: Lyon", 0.5 },
        { "Paris, France/Lyon/Nice", "Nice, Lyon", PART, "2 of 3, missing: Paris, France",
            2. / 3 },
        { "Paris, France/Lyon", "Rome, Milan", BAD, "none of the 2", 0 },
        { "1,000/2,000", "2000; 1000", OK, "the same number", 1 },
        { "1000/2000", "1,000, 2,000", OK, "the same number", 1 },
        { "1/2/3", "1,2,3", EXACT, 1 },
        { "Tyre", "Tyre", EXACT, 1 },
        { "Tyre", "Rome", BAD, "another answer", 0 },
        { "Tyre", "Tyre; Rome", PART, "right, but not: Rome", 0.5 },
        { "a/b/c/d/e/f/g", "a", PART, "1 of 7, missing: b, c, d, e, f and 1 more",
            1. / 7 },
        /* items that share forms: the first piece must give way to the second */
        { "x|y/x", "x; y", OK, "also accepted", 1 },
        { "x|y/x|z/y", "x; y; z", OK, "also accepted", 1 },
        { "gold (coins)/silver", "gold; silver", OK,
            "the same without the optional words", 1 },
    };
    check_lists(KEY_LIST, rows, sizeof rows / sizeof *rows);
}

static void test_sequence(void **state)
{
    (void)state;
    static const struct list_row rows[] = {
        { "Tyre/Sidon/Beirut", "Tyre; Sidon; Beirut", EXACT, 1 },
        { "Tyre/Sidon/Beirut", "Tyre, sidon, Beirut", OK, "the same but for case", 1 },
        { "Tyre/Sidon/Beirut", "Sidon; Beirut; Tyre", PART,
            "all 3, but in another order: Tyre is out of place", 2. / 3 },
        { "Tyre/Sidon/Beirut", "Beirut; Sidon; Tyre", PART,
            "all 3, but in another order: Beirut is out of place", 1. / 3 },
        { "Tyre/Sidon/Beirut", "Tyre; Beirut", PART, "2 of 3, missing: Sidon", 2. / 3 },
        { "Tyre/Sidon/Beirut", "Beirut; Tyre", PART,
            "2 of 3, in another order: Beirut is out of place, missing: Sidon", 1. / 3 },
        { "Tyre/Sidon/Beirut", "Tyre; Rome; Sidon; Beirut", PART, "all 3, but not: Rome",
            0.75 },
        { "Tyre/Sidon/Beirut", "Rome", BAD, "none of the 3", 0 },
        { "up/up/down", "up; up; down", EXACT, 1 },
        { "up/up/down", "up; down", PART, "2 of 3, missing: up", 2. / 3 },
        { "up/up/down", "up; down; up", PART,
            "all 3, but in another order: down is out of place", 2. / 3 },
    };
    check_lists(KEY_SEQUENCE, rows, sizeof rows / sizeof *rows);
}

/* --- options --------------------------------------------------------------------------- */

struct choice_row {
    const char *options, *right, *typed;
    enum verdict verdict;
    const char *reason;
    const char *feedback;
};

static void check_choices(enum key_kind kind, const struct choice_row *rows, size_t count)
{
    static const struct key_feedback feedback[] = { { "Tyre", "that fell in 1124" },
        { "5,000 pounds", "the price of peace" } };
    for (size_t i = 0; i < count; i++) {
        struct arena arena = { 0 };
        const char *options[PARTS_MAX];
        struct made made = { .key = { .kind = kind,
                                 .options = options,
                                 .feedback = feedback,
                                 .feedback_count = 2 } };
        made.key.option_count = split_parts(rows[i].options, '/', options, &arena);
        make_items(&made, rows[i].right, '/', &arena);
        struct judgement got = match_judge(&made.key, NULL, rows[i].typed, &arena);
        check_judgement(
            &got, rows[i].verdict, rows[i].reason, rows[i].options, rows[i].typed);
        if (rows[i].feedback != NULL)
            assert_string_equal(got.feedback, rows[i].feedback);
        else
            assert_null(got.feedback);
        assert_null(got.diff.typed);
        arena_release(&arena);
    }
}

static void test_choice(void **state)
{
    (void)state;
    static const struct choice_row rows[] = {
        { "Tyre/Antioch/Sidon", "Antioch", "b", EXACT },
        { "Tyre/Antioch/Sidon", "Antioch", "B", EXACT },
        { "Tyre/Antioch/Sidon", "Antioch", "b)", EXACT },
        { "Tyre/Antioch/Sidon", "Antioch", "(b)", EXACT },
        { "Tyre/Antioch/Sidon", "Antioch", "Antioch", EXACT },
        { "Tyre/Antioch/Sidon", "Antioch", "antioch", OK, "the same but for case" },
        { "Tyre/Antioch/Sidon", "Antioch|Antakya", "antakya", OK, "also accepted" },
        { "Tyre/Antioch/Sidon", "Antioch", "Antoich", CLOSE,
            "a typo: two letters are swapped in Antioch" },
        { "Tyre/Antioch/Sidon", "Antioch", "Sidno", BAD, "another option" },
        { "Antioch/Antiocha", "Antioch", "Antiochi", BAD, "none of the options" },
        { "Tyre/Antioch/Sidon", "Antioch", "a", BAD, "another option",
            "that fell in 1124" },
        { "Tyre/Antioch/Sidon", "Antioch", "tyre", BAD, "another option",
            "that fell in 1124" },
        { "Tyre/Antioch/Sidon", "Antioch", "c", BAD, "another option" },
        { "Tyre/Antioch/Sidon", "Antioch", "d", BAD, "the letters are a to c" },
        { "Tyre/Antioch", "Antioch", "z", BAD, "the letters are a and b" },
        { "Tyre/Antioch/Sidon", "Antioch", "Rome", BAD, "none of the options" },
        { "Tyre/Antioch/Sidon", "Antioch", "ab", BAD, "none of the options" },
        { "Tyre/Antioch/Sidon", "Antioch", "", VERDICT_BLANK, "nothing was typed" },
        { "CO/Co", "Co", "Co", EXACT },
        { "CO/Co", "Co", "CO", BAD, "another option" },
        { "CO/Co", "Co", "co", BAD, "none of the options" },
        { "C/A/D", "A", "A", EXACT },
        { "1,000 pounds/5,000 pounds", "1,000 pounds", "b", BAD, "another option",
            "the price of peace" },
        { "1,000 pounds/5,000 pounds", "1,000 pounds", "1000 lb", OK, "the same number" },
    };
    check_choices(KEY_CHOICE, rows, sizeof rows / sizeof *rows);
}

static void test_choices(void **state)
{
    (void)state;
    static const struct choice_row rows[] = {
        { "Tyre/Antioch/Sidon/Rome", "Antioch/Rome", "b,d", EXACT },
        { "Tyre/Antioch/Sidon/Rome", "Antioch/Rome", "d b", EXACT },
        { "Tyre/Antioch/Sidon/Rome", "Antioch/Rome", "BD", EXACT },
        { "Tyre/Antioch/Sidon/Rome", "Antioch/Rome", "b and d", EXACT },
        { "Tyre/Antioch/Sidon/Rome", "Antioch/Rome", "b; d", EXACT },
        { "Tyre/Antioch/Sidon/Rome", "Antioch/Rome", "b, b, d", EXACT },
        { "Tyre/Antioch/Sidon/Rome", "Antioch/Rome", "Rome; Antioch", EXACT },
        { "Tyre/Antioch/Sidon/Rome", "Antioch/Rome", "rome, b", OK,
            "the same but for case" },
        { "Tyre/Antioch/Sidon/Rome", "Tyre/Sidon", "a c", EXACT },
        { "Tyre/Antioch/Sidon/Rome", "Antioch/Rome", "b", PART, "1 of 2, missing: Rome" },
        { "Tyre/Antioch/Sidon/Rome", "Antioch/Rome", "ab", PART,
            "1 of 2, missing: Rome, not: Tyre", "that fell in 1124" },
        { "Tyre/Antioch/Sidon/Rome", "Antioch/Rome", "abcd", PART,
            "all 2, but not: Tyre, Sidon", "that fell in 1124" },
        { "Tyre/Antioch/Sidon/Rome", "Antioch/Rome", "ac", BAD, "none of the 2",
            "that fell in 1124" },
        { "Tyre/Antioch/Sidon/Rome", "Antioch/Rome", "b,e", BAD,
            "the letters are a to d" },
        { "Tyre/Antioch/Sidon/Rome", "Antioch/Rome", "b e", BAD,
            "the letters are a to d" },
        { "Tyre/Antioch/Sidon/Rome", "Antioch/Rome", "b; Milan", PART,
            "1 of 2, missing: Rome, not: Milan" },
        { "Tyre, Lebanon/Antioch", "Tyre, Lebanon", "Tyre, Lebanon", EXACT },
    };
    check_choices(KEY_CHOICES, rows, sizeof rows / sizeof *rows);
}

static void test_pairs(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        enum verdict verdict;
        const char *reason;
        double share;
    } rows[] = {
        { "1b; 2a; 3c", EXACT, 1 },
        { "1b 2a 3c", EXACT, 1 },
        { "1b2a3c", EXACT, 1 },
        { "1-b, 2-a, 3-c", EXACT, 1 },
        { "3=C, 1=B, 2=A", EXACT, 1 },
        { "1. b\n2. a\n3. c", EXACT, 1 },
        { "Daras = 530\nAntioch = 540\nRome = 546", EXACT, 1 },
        { "daras = 530; Antioch -> 540; 3 = c", OK, "the same, written another way", 1 },
        { "Rome = December 546; 1b; 2a", OK, "also accepted", 1 },
        { "1b; 2a", PART, "2 of 3, missing: Rome", 2. / 3 },
        { "1b; 2c; 3a", PART, "1 of 3, not: Antioch, Rome", 1. / 3 },
        { "1b; 2c", PART, "1 of 3, missing: Rome, not: Antioch", 1. / 3 },
        { "1b; 1a; 2a; 3c", PART, "2 of 3, not: Daras", 2. / 3 },
        { "1a; 2b; 3d", BAD, "none of the 3", 0 },
        { "1e; 2a", BAD, "the letters are a to d", 0 },
        { "4a; 1b", BAD, "the numbers are 1 to 3", 0 },
        { "Rome = e", BAD, "the letters are a to d", 0 },
        { "Bessas", BAD, "type pairs as 1b; 2a", 0 },
        { "Milan = 540", BAD, "type pairs as 1b; 2a", 0 },
        { "b a c", BAD, "type pairs as 1b; 2a", 0 },
    };
    static const char *const options[] = { "540", "530", "546", "527" };
    static const char *const lefts[] = { "Daras", "Antioch", "Rome" };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena = { 0 };
        struct made made = { .key = { .kind = KEY_PAIRS,
                                 .options = options,
                                 .option_count = 4,
                                 .lefts = lefts } };
        make_items(&made, "530/540/546|December 546", '/', &arena);
        struct judgement got = match_judge(&made.key, NULL, rows[i].typed, &arena);
        check_judgement(&got, rows[i].verdict, rows[i].reason, "pairs", rows[i].typed);
        assert_float_equal((float)got.share, (float)rows[i].share, 1e-6f);
        assert_string_equal(got.expected, "Daras = 530\nAntioch = 540\nRome = 546");
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_list),
        cmocka_unit_test(test_sequence),
        cmocka_unit_test(test_choice),
        cmocka_unit_test(test_choices),
        cmocka_unit_test(test_pairs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
