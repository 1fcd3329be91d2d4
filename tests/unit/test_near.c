/*
 * How far words are apart, and which one was probably meant.
 */
#include "test.h"

#include "base/near.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void test_distance(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        size_t distance;
    } cases[] = {
        { "", "", 0 },
        { "check", "check", 0 },
        { "", "check", 5 },
        { "check", "chek", 1 },   // one is missing
        { "check", "checkk", 1 }, // one too many
        { "check", "chick", 1 },  // one is another
        { "check", "chekc", 1 },  // neighbours swapped
        { "ab", "ba", 1 },        //
        { "ca", "abc", 3 },       // nothing is put between what was swapped
        { "abcd", "badc", 2 },    // two swaps
        { "kitten", "sitting", 3 },
        { "Check", "check", 1 }, // letters are bytes here
        { "stats", "study", 3 },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        print_message("%s, %s\n", cases[i].a, cases[i].b);
        assert_int_equal(near_distance(cases[i].a, cases[i].b), cases[i].distance);
        assert_int_equal(near_distance(cases[i].b, cases[i].a), cases[i].distance);
    }
}

static void test_distance_of_long_words(void **state)
{
    (void)state;
    char at_most[64], beyond[65];
    memset(at_most, 'x', sizeof at_most);
    memset(beyond, 'x', sizeof beyond);
    at_most[63] = beyond[64] = '\0';
    assert_int_equal(near_distance(at_most, at_most), 0);
    assert_int_equal(near_distance(at_most, ""), 63);
    assert_int_equal(near_distance(at_most, beyond), SIZE_MAX);
    assert_int_equal(near_distance(beyond, "x"), SIZE_MAX);
    const char *words[] = { beyond };
    assert_null(near_best(beyond, words, 1));
}

static void test_best(void **state)
{
    (void)state;
    static const char *const words[] = { "stats", "study", "quiz", "due", "decks",
        "check", "export", "import", "answer", "accept", "id", "checks" };
    static const struct {
        const char *word, *best;
    } cases[] = {
        { "chekc", "check" },
        { "studdy", "study" },
        { "imprt", "import" },
        { "xport", "export" },
        { "expotr", "export" },
        { "answr", "answer" },
        { "accpet", "accept" },
        { "di", "id" },
        { "du", "due" },
        { "checks", "checks" }, // the nearest, though "check" is near and comes first
        { "checkz", "check" },  // the first of equals
        { "stu", NULL },        // a third of 3 letters is 1 edit
        { "xyz", NULL },
        { "", NULL },
        { "deckcheckstats", NULL },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *best = near_best(cases[i].word, words, COUNT(words));
        print_message("%s\n", cases[i].word);
        if (cases[i].best == NULL)
            assert_null(best);
        else
            assert_string_equal(best, cases[i].best);
    }
    assert_null(near_best("check", words, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_distance),
        cmocka_unit_test(test_distance_of_long_words),
        cmocka_unit_test(test_best),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
