/*
 * Lists as people type them: with blanks alone between the items, with numbers, with half an
 * item, with the answer of another card.
 */
#include "match/judge.h"
#include "match/lexicon.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* A row names what differs from nothing: the rest of it is zero. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

#define OK   VERDICT_ACCEPTED
#define PART VERDICT_PARTIAL
#define BAD  VERDICT_WRONG

static void tell(const void *owner, struct lexicon *lexicon)
{
    (void)owner;
    lexicon_add_answer(lexicon, "Ildibad", "gothic-king");
}

static void test_lists(void **state)
{
    (void)state;
    static const char *const dates[] = { "17 December 546", "spring 551" };
    static const char *const towns[] = { "Sura", "Beroea" };
    static const struct {
        const char *const *items;
        const char *typed;
        enum verdict verdict;
        const char *reason, *other;
    } rows[] = {
        { towns, "sura beroea", OK, "the same but for case" },
        { towns, "1. sura 2. beroea", OK, "the same but for case" },
        { towns, "Sura Rome", BAD, "none of the 2" },
        { towns, "Sura or Beroea", VERDICT_EXACT, "exactly" },
        { towns, "Sura, Ildibad", PART, "1 of 2, missing: Beroea, not: Ildibad",
            "gothic-king" },
        { dates, "dec 17 546; in the spring of 551", OK, "the same date" },
        { dates, "17 December 546; 551", PART,
            "1 of 2, missing: spring 551, in part: 551 (missing: season)" },
        { dates, "546", PART, "none of the 2, in part: 546 (missing: day and month)" },
        { dates, "18 December 546", BAD, "none of the 2" },
    };
    struct key_context context = { .language = "en", .lexicon = lexicon_new(tell, NULL) };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena = { 0 };
        struct key_item items[] = { { &rows[i].items[0], 1 }, { &rows[i].items[1], 1 } };
        struct key key = { .kind = KEY_LIST, .items = items, .count = 2 };
        struct judgement got = match_judge(&key, &context, rows[i].typed, &arena);
        print_message(
            "%s: %s: %s\n", rows[i].typed, verdict_word(got.verdict), got.reason);
        assert_int_equal(got.verdict, rows[i].verdict);
        assert_string_equal(got.reason, rows[i].reason);
        assert_string_equal(got.other != NULL ? got.other : "",
            rows[i].other != NULL ? rows[i].other : "");
        arena_release(&arena);
    }
    lexicon_release(context.lexicon);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_lists) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
