/*
 * The rules about what one card is to another, to other decks, and to its own past.
 */
#include "linted.h"
#include "test.h"

/* ---- between cards ------------------------------------------------------------------------- */

static void test_between(void **state)
{
    (void)state;
    const struct lint_case cases[] = {
        { "{ 'id': 'a', 'question': 'Who took Rome?', 'answer': 'Totila' },\n"
          "{ 'id': 'b', 'question': 'Who  took Rome', 'answer': 'King T.', 'accept': "
          "['totila'] }",
            "duplicate@3:26 the card in line 2 asks the same and has the same answer; "
            "remove one" },
        { "{ 'id': 'a', 'question': 'Who took Rome?', 'answer': 'Totila' },\n"
          "{ 'id': 'b', 'question': 'Who took Rome?', 'answer': 'Alaric' }",
            "two-answers@3:26 the card in line 2 asks the same and expects another "
            "answer; say in both questions which is meant, or give each answer the other "
            "under \"accept\"" },
        { "['bank', 'Bank', { 'reverse': true }],\n"
          "['shore', 'Ufer', { 'reverse': { 'question': 'Bank', 'answer': 'strand' } }]",
            "two-answers@3:46 the card in line 2 asks the same and expects another "
            "answer; say in both questions which is meant, or give each answer the other "
            "under \"accept\"" },
        { "['Which river flows through Vienna?', 'Danube'],\n"
          "['Through Vienna flows which river', 'the Danube']",
            QUIET },
        { "['Which river flows through Vienna?', 'Danube'],\n"
          "['Through Vienna flows which river?', 'Danube']",
            "near-duplicate@3:2 the card in line 2 asks nearly the same and has the same "
            "answer: \"Which river flows through Vienna?\"; remove one" },
        { "['Who was the great emperor at Ravenna then?', 'Honorius'],\n"
          "['Who was the emperor at Ravenna then?', 'Honorius']",
            "near-duplicate@3:2 the card in line 2 asks nearly the same and has the same "
            "answer: \"Who was the great emperor at Ravenna then?\"; remove one" },
        { "['Who was the emperor at Ravenna then?', 'Honorius'],\n"
          "['Who was the great emperor at Ravenna then?', 'Honorius']",
            "near-duplicate@3:2 the card in line 2 asks nearly the same and has the same "
            "answer: \"Who was the emperor at Ravenna then?\"; remove one" },
        { "['Who was the emperor at Ravenna then?', 'Honorius'],\n"
          "['Who was the great emperor at Ravenna then?', 'Honorius',\n"
          "  { 'allow': 'near-duplicate' }]",
            QUIET },
        { "['Who was the emperor at Ravenna then?', 'Honorius',\n"
          "  { 'allow': 'near-duplicate' }],\n"
          "['Who was the great emperor at Ravenna then?', 'Honorius']",
            QUIET },
        { "['Who was the great emperor at Ravenna then?', 'Honorius'],\n"
          "['Who was the last emperor at Ravenna then?', 'Honorius']",
            QUIET },
        { "['Which river flows through Vienna?', 'Danube'],\n"
          "['Which river flows through Budapest?', 'Danube']",
            QUIET },
        { "['How much is 2 × 6?', 12],\n['How much is 6 × 2?', 12]", QUIET },
        { "['Which one is a bird?', 'owl', { 'wrong': ['bat'] }],\n"
          "{ 'id': 'b', 'question': 'Which one is a bird?', 'answer': 'emu',\n"
          "  'wrong': ['cat'] }",
            QUIET },
        { "{ 'id': 'a', 'question': 'Which bird?', 'answer': 'owl', 'image': 'a.png' },\n"
          "{ 'id': 'b', 'question': 'Which bird?', 'answer': 'emu', 'image': 'b.png' }",
            QUIET },
        { "{ 'id': 'a', 'question': 'Who took Rome?', 'answer': 'Totila' },\n"
          "{ 'id': 'b', 'question': 'Who took Rome?', 'answer': 'x', 'disabled': true }",
            QUIET },
        { "{ 'cloze': '{{Rome}} fell to {{Totila}}; {{Rome}} rose.' }", QUIET },
    };
    CHECK(ENGLISH, cases);
}

struct decks_case {
    const char *first, *second, *expected;
};

static void test_other_deck(void **state)
{
    (void)state;
#define DECK(id, rest) "{ 'format': 1, 'id': '" id "', " rest "] }"
    const struct decks_case cases[] = {
        { DECK("a", "'cards': [\n['Who took Rome in 546?', 'Totila']"),
            DECK("b", "'cards': [\n['Who took Rome in 546?', 'Totila']"),
            "other-deck@2:2 the deck \"a\" asks the same (a.json:2); \"disabled\": true "
            "parks one of the two" },
        { DECK("a", "'cards': [\n['Who took Rome in 546?', 'Totila']"),
            DECK("b", "'cards': [\n['Who took Rome in 546?', 'Bessas']"),
            "other-deck@2:2 the deck \"a\" asks the same (a.json:2), and expects another "
            "answer" },
        { DECK("a", "'cards': [\n['Capital?', 'Paris']"),
            DECK("b", "'cards': [\n['Capital?', 'Rome']"), QUIET },
        { DECK("a", "'language': 'fr', 'cards': [\n['hotel', 'hotel']"),
            DECK("b", "'language': 'es', 'cards': [\n['hotel', 'hotel']"), QUIET },
        { DECK("a", "'cards': [\n['Who took Rome in 546?', 'Totila']"),
            DECK("b",
                "'defaults': { 'allow': 'other-deck' }, 'cards': [\n['Who took Rome "
                "in 546?', 'Totila']"),
            QUIET },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct library library = { 0 };
        print_message("%s\n%s\n", cases[i].first, cases[i].second);
        linted_add(&library, "a.json", cases[i].first);
        linted_add(&library, "b.json", cases[i].second);
        library_list_cards(&library);
        library_lint(&library);
        linted_check(&library, cases[i].second, cases[i].expected);
        library_release(&library);
    }
}

/* ---- with answers -------------------------------------------------------------------------- */

struct past_case {
    const char *cards; // the first one has the past
    struct card_past past;
    const char *expected;
};

static void test_past(void **state)
{
    (void)state;
    const struct past_case cases[] = {
        { "['Who took Rome?', 'Totila'],\n['Who lost Rome?', 'Bessas']", { .answers = 3 },
            "no-id@2:1 1 card was answered and has no \"id\": another wording would look "
            "like another card; `quaestor fmt --ids` writes ids" },
        { "['Who took Rome?', 'Totila', { 'allow': 'no-id' }]", { .answers = 3 }, QUIET },
        { "{ 'id': 'a', 'question': 'Who took Rome?', 'answer': 'Totila' }",
            { 2, { "Totila" }, 1 }, QUIET },
        { "{ 'id': 'a', 'question': 'Who lost Rome?', 'answer': 'Bessas' }",
            { 2, { "Totila", "Badwila" }, 2 },
            "id-reused@2:9 \"Totila\" was the right answer to \"t/a\" once, and is wrong "
            "now; another fact needs another id, a corrected one `quaestor reset t/a`" },
        { "{ 'id': 'a', 'question': 'Who lost Rome?', 'answer': 'Bessas' }",
            { 2, { "bessas", "Totila" }, 2 }, QUIET },
        { "{ 'id': 'a', 'question': 'When?', 'answer': '17 December 546' }",
            { 2, { "546" }, 1 }, QUIET },
        { "{ 'id': 'a', 'question': 'Who lost Rome?', 'answer': 'Bessas', 'allow': "
          "'id-reused' }",
            { 2, { "Totila" }, 1 }, QUIET },
        { "{ 'id': 'a', 'question': 'Rome fell.', 'answer': true }", { 2, { "f" }, 1 },
            QUIET },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct library library = { 0 };
        struct card_past past[2] = { cases[i].past };
        struct buf text = { 0 };
        print_message("%s\n", cases[i].cards);
        buf_addf(&text, "{ 'format': 1, 'id': 't', 'cards': [\n%s\n] }", cases[i].cards);
        linted_add(&library, "t.json", text.text);
        library_list_cards(&library);
        library_lint_past(&library, past);
        linted_check(&library, cases[i].cards, cases[i].expected);
        buf_release(&text);
        library_release(&library);
    }
}

/* ---- many -------------------------------------------------------------------------------- */

/* Memory is bounded: of each kind a thousand are told, and how many there are beyond. */
static void test_many(void **state)
{
    (void)state;
    enum { CARDS = 1500 };
    struct library library = { 0 };
    struct buf text = { 0 };
    buf_add(&text, "{ 'format': 1, 'id': 'many', 'cards': [");
    for (int i = 0; i < CARDS; i++)
        buf_addf(&text, "%s\n['Statement %d is so.', false]", i > 0 ? "," : "", i);
    buf_add(&text, "] }");
    linted_add(&library, "many.json", text.text);
    library_list_cards(&library);
    library_lint(&library);
    assert_int_equal(library.diags.count, 1001);
    assert_int_equal(library.diags.errors, 0);
    assert_string_equal(library.diags.items[0].err.message,
        "500 more of this kind are not shown; mend these first");
    assert_string_equal(library.diags.items[0].code, "bare-no");
    buf_release(&text);
    library_release(&library);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_between),
        cmocka_unit_test(test_other_deck),
        cmocka_unit_test(test_past),
        cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
