/*
 * Slips of the hand, word by word; and the tables of words behind them.
 */
#include "match/typo.h"

#include "base/near.h"
#include "base/rng.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* A row names what differs from nothing: the rest of it is zero. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

static size_t slips(const char *typed, const char *expected, const char *language)
{
    struct spelled a = spelled_make(typed), b = spelled_make(expected);
    return typo_count(&a, &b, language_of(language));
}

static void test_slips(void **state)
{
    (void)state;
    static const struct {
        const char *expected, *typed;
        size_t slips;
        const char *language;
    } rows[] = {
        /* the longer, the more; none up to three letters, on either side */
        { "war", "wxr", 0 },
        { "rome", "romme", 1 },
        { "rome", "rom", 0 },
        { "rome", "orme", 1 },
        { "rome", "rmoee", 0 },
        { "bessas", "besas", 1 },
        { "bessas", "beas", 0 },
        { "thessalonica", "tesalonica", 2 },
        { "thessalonica", "tesalonika", 0 },
        { "constantinople", "konstantinopel", 2 },
        { "constantinople", "constantinople", 0 },
        { "justinian", "justina", 0 }, // of seven letters one may be wrong
        /* each in its own place */
        { "austria", "australia", 0 },
        { "hypertension", "hypotension", 0 },
        { "vitalian", "vitalius", 0 },
        { "emperor", "emporer", 1 },
        { "kavadh", "kavhad", 0 },
        { "kavadh", "kavdah", 1 },
        /* the first letter */
        { "gold", "bold", 0 },
        { "gold", "ogld", 1 },
        { "constantine", "konstantine", 1 },
        { "strangle", "tangle", 0 },
        /* as it is heard */
        { "metamorphosis", "metamorfosis", 1 },
        { "philip", "filip", 1 },
        /* endings are grammar, but not in English */
        { "puella", "puellam", 0, "la" },
        { "puella", "puela", 1, "la" },
        { "hablas", "hablan", 0, "es" },
        { "horsemen", "horseman", 1, "en" },
        /* letters of several bytes; signs that are no letters */
        { "\xCE\xB1\xCE\xB8\xCE\xAE\xCE\xBD\xCE\xB1",
            "\xCE\xB1\xCE\xB8\xCE\xBD\xCE\xAE\xCE\xB1", 1 },
        { "\xE6\x9D\xB1\xE4\xBA\xAC\xE5\xA4\xA7\xE5\xAD\xA6",
            "\xE6\x9D\xB1\xE4\xBA\xAC\xE5\xA4\xAA\xE5\xAD\xA6", 0 },
        { "", "rome", 0 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t got = slips(rows[i].typed, rows[i].expected, rows[i].language);
        if (got != rows[i].slips)
            print_error("%s <- %s: %zu\n", rows[i].expected, rows[i].typed, got);
        assert_int_equal(got, rows[i].slips);
    }
}

static void test_words(void **state)
{
    (void)state;
    static const struct {
        const char *expected, *typed, *words;
    } rows[] = {
        { "bessas", "besas", "one letter is missing" },
        { "bessas", "besssas", "one letter too many" },
        { "bessas", "bessos", "one letter differs" },
        { "bessas", "bsesas", "two letters are swapped" },
        { "emperor", "emporer", "two letters are swapped" },
        { "bessas", "bessas", NULL },
        { "bessas", "", NULL },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct spelled a = spelled_make(rows[i].typed),
                       b = spelled_make(rows[i].expected);
        const char *words = typo_words(&a, &b);
        if (rows[i].words == NULL)
            assert_null(words);
        else
            assert_string_equal(words, rows[i].words);
    }
}

/* Beside swaps over a letter it is the distance that base/near.h computes, cut off. */
static void test_distance(void **state)
{
    (void)state;
    struct rng rng = { 541 };
    for (size_t i = 0; i < 20000; i++) {
        char texts[2][12];
        for (size_t t = 0; t < 2; t++) {
            size_t len = rng_below(&rng, 3);
            for (size_t c = 0; c < len; c++)
                texts[t][c] = (char)('a' + rng_below(&rng, 3));
            texts[t][len] = '\0';
        }
        struct spelled a = spelled_make(texts[0]), b = spelled_make(texts[1]);
        size_t distance = near_distance(texts[0], texts[1]);
        for (size_t most = 0; most < 4; most++)
            assert_int_equal(
                typo_distance(&a, &b, most), distance <= most ? distance : most + 1);
        assert_int_equal(typo_distance(&a, &b, 9), typo_distance(&b, &a, 9));
    }
}

static void test_alike(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        bool alike;
    } rows[] = {
        { "angle", "angel", true },
        { "symmetric", "asymmetric", true },
        { "typical", "atypical", true },
        { "reliable", "unreliable", true },
        { "intracellular", "intercellular", true },
        { "afferent", "efferent", true },
        { "nitrate", "nitrite", true },
        { "ethanol", "ethanal", true },
        { "antioch", "anntioch", false },
        { "byzantine", "byzantene", false },
        { "procopius", "precopius", false },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        print_message("%s, %s\n", rows[i].a, rows[i].b);
        assert_int_equal(
            words_are_alike(rows[i].a, rows[i].b, language_of("en")), rows[i].alike);
        assert_int_equal(
            words_are_alike(rows[i].b, rows[i].a, language_of("en")), rows[i].alike);
    }
}

/* The table of roles is searched by halves: words of all its parts are found. */
static void test_roles(void **state)
{
    (void)state;
    static const struct {
        bool (*is)(const char *word);
        const char *words;
    } rows[] = {
        { word_is_hollow, "a an and at by the their with" },
        { word_negates, "cannot never nicht no not without" },
        { word_links, "and or und vs" },
        { word_relates, "above against between of upon with" },
        { word_frames, "answer it only think was would" },
        { word_is_title, "abbot emperor king saint tsar writer" },
        { word_is_sort, "bank city river year" },
        { word_hedges, "about ca circa roughly ~ \xE2\x89\x88" },
        { word_bounds, "above almost fewer over until" },
        { word_explains, "because which whose" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char word[16];
        for (const char *at = rows[i].words; *at != '\0'; at += strspn(at, " ")) {
            size_t len = strcspn(at, " ");
            memcpy(word, at, len);
            word[len] = '\0';
            print_message("%s\n", word);
            assert_true(rows[i].is(word));
            at += len;
        }
        assert_false(rows[i].is("belisarius"));
        assert_false(rows[i].is(""));
    }
    assert_true(word_is_title("King"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_slips),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_distance),
        cmocka_unit_test(test_alike),
        cmocka_unit_test(test_roles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
