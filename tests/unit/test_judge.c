/*
 * The judge as a teacher who knows the deck: slips and other answers, words around an answer,
 * order, numbers with a hedge.  What single texts are worth is in test_match_text.c.
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

enum { FORMS_MAX = 8 };

static size_t filled;

static void tell(const void *owner, struct lexicon *lexicon)
{
    static const char *const answers[] = { "Justin", "Justina", "Justinian", "Vitalius",
        "Totila", "silver", "1,000 pounds", "546", "Conon", "the Goths" };
    (void)owner;
    filled++;
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        lexicon_add_answer(lexicon, answers[i], answers[i]);
    lexicon_add_answer(lexicon, "Ildibad", "gothic-king");
    lexicon_add_answer(lexicon, "King Ildibad", "gothic-king");
    lexicon_add_words(lexicon, "Who held the harbour of Ravenna for the winter?");
}

static const char *const khusrau[] = { "Khusrau", "Khosrow" };
static const char *const household[] = { "household troops", "household guard", "guard" };
static const struct spelling spellings[] = { { khusrau, 2 }, { household, 3 } };

struct row {
    const char *expected, *typed; // forms parted by '|'
    enum verdict verdict;
    const char *reason;
    const char *question;
    unsigned strict;
};

#define OK    VERDICT_ACCEPTED
#define CLOSE VERDICT_CLOSE
#define PART  VERDICT_PARTIAL
#define BAD   VERDICT_WRONG
#define WITH  VERDICT_ACCEPTED, "the answer, with words around it"
#define OTHER VERDICT_WRONG, "another answer"

static size_t split(const char *text, const char **forms, struct arena *arena)
{
    size_t count = 0;
    for (;;) {
        size_t len = strcspn(text, "|");
        assert_true(count < FORMS_MAX);
        forms[count++] = arena_strndup(arena, text, len);
        if (text[len] == '\0')
            return count;
        text += len + 1;
    }
}

static struct judgement judge(const struct row *row, enum key_kind kind,
    const struct key_context *context, struct arena *arena)
{
    const char **forms = arena_alloc(arena, FORMS_MAX * sizeof *forms);
    struct key_item *item = arena_alloc(arena, sizeof *item);
    *item = (struct key_item){ forms, split(row->expected, forms, arena) };
    struct key *key = arena_alloc(arena, sizeof *key);
    *key = (struct key){ .kind = kind,
        .items = item,
        .count = 1,
        .strict = row->strict,
        .question = row->question };
    return match_judge(key, context, row->typed, arena);
}

static void check_rows(const struct row *rows, size_t count)
{
    struct key_context context = { .spellings = spellings,
        .spelling_count = 2,
        .language = "en",
        .lexicon = lexicon_new(tell, NULL) };
    for (size_t i = 0; i < count; i++) {
        struct arena arena = { 0 };
        struct judgement got = judge(&rows[i], KEY_TEXT, &context, &arena);
        if (got.verdict != rows[i].verdict || strcmp(got.reason, rows[i].reason) != 0)
            print_error("%s <- %s\n    got  %s: %s\n    want %s: %s\n", rows[i].expected,
                rows[i].typed, verdict_word(got.verdict), got.reason,
                verdict_word(rows[i].verdict), rows[i].reason);
        assert_int_equal(got.verdict, rows[i].verdict);
        assert_string_equal(got.reason, rows[i].reason);
        arena_release(&arena);
    }
    lexicon_release(context.lexicon);
}

#define CHECK_ROWS(rows) check_rows(rows, sizeof rows / sizeof *(rows))

/* --- slips ----------------------------------------------------------------------------- */

static void test_slips(void **state)
{
    (void)state;
    static const struct row rows[] = {
        { "Belisarius", "Belisraius", CLOSE,
            "a typo: two letters are swapped in Belisarius" },
        { "Bessas", "besas", CLOSE, "a typo: one letter is missing in Bessas" },
        { "Thessalonica", "Tesalonica", CLOSE, "2 typos, the first in Thessalonica" },
        { "Khusrau", "Khosorw", CLOSE, "a typo: two letters are swapped in Khosrow" },
        { "the household troops", "houshold troops", CLOSE,
            "a typo: one letter is missing in household troops" },
        { "1,000 pounds of gold", "1,000 ponds of gold", BAD, "another answer" },
        { "emperor of the West", "it was the emperor of the Wets", CLOSE,
            "a typo: two letters are swapped in West" },
        { "ice cream", "icecraem", CLOSE,
            "a typo: two letters are swapped in ice cream" },
        { "walls", "wall", CLOSE, "a typo: singular and plural are mixed up in walls" },
        { "Bessas", "Besas", BAD, "one letter is missing", NULL, STRICT_TYPOS },
        /* never where the deck speaks against it */
        { "Justinian", "Justina", BAD, "Justina: another answer of this deck" },
        { "Justin", "Justina", BAD,
            "one letter too many, but Justina is another answer of this deck" },
        { "Justin", "Justinb", BAD,
            "one letter too many, but Justinb is as near to Justina, another word of "
            "this "
            "deck" },
        { "Vitalian", "Vitalius", BAD, "Vitalius: another answer of this deck" },
        { "Ravenna", "Ravena", CLOSE, "a typo: one letter is missing in Ravenna" },
        { "hinter", "winter", BAD, "one letter differs" },
        /* nor in what is no word */
        { "546", "564", BAD, "two digits are swapped: 564 is not 546" },
        { "x86", "x68", BAD, "two digits are swapped: 68 is not 86" },
        { "NATO", "NAOT", BAD, "two letters are swapped" },
        { "NaCl", "NaClO", BAD, "one letter too many" },
        { "typical", "atypical", BAD,
            "one letter too many, and atypical is another word" },
        { "angle", "angel", BAD, "two letters are swapped, and angel is another word" },
        { "not guilty", "no guilty", BAD, "one letter is missing" },
        { "war", "waar", BAD, "one letter too many" },
    };
    CHECK_ROWS(rows);
}

/* Written in another way: numbers, parts of one, months, umlauts, signs, sums of forms. */
static void test_ways(void **state)
{
    (void)state;
    static const char speak[] = "In which language was he fluent?";
    static const struct row rows[] = {
        { "14", "XIV", OK, "the same number" },
        { "XIV", "14", OK, "the same number" },
        { "XIV", "IX", OTHER },
        { "1/3", "a third", OK, "the same number" },
        { "two thirds", "2/3", OK, "the same number" },
        { "half", "1/2", OK, "the same number" },
        { "the third", "1/3", BAD, "another answer" },
        { "1,500,000", "one and a half million", OK, "the same number" },
        { "500,000", "half a million", OK, "the same number" },
        { "4,000 pounds", "4.000 pounds", OK, "the same, written another way" },
        { "over a year", "over 1 year", OK, "the same, written another way" },
        { "one year", "a year", OK, "the same number" },
        { "third", "no. 3", OTHER },
        { "3", "no. 3", OK, "the same, written another way" },
        { "O(n^2)", "O(n ^ 2)", OK, "the same but for spacing" },
        { "O(n log n)", "O(n)", OTHER },
        { "TCP/IP", "TCP IP", OK, "the same, written another way" },
        { "Cl-", "cl-", OK, "the same but for case" },
        { "20 July 1969", "20 Jluy 1969", CLOSE, "a slip in the name of the month" },
        { "17 December 546", "17/XII/546", OK, "the same date" },
        { "G\xC3\xB6ttingen", "Goettingen", OK, "the same with its umlauts written out" },
        { "First World War", "World War I", OK, "the same, put another way" },
        { "World War II", "Second World War", OK, "the same, put another way" },
        { "World War II", "First World War", OTHER },
        { "cooperate|co-operate", "to cooperate", OK,
            "the answer, with words around it" },
        { "the theory", "teh theory", CLOSE, "a typo: two letters are swapped in the" },
        { "Gothic", "he spoke Gothic", WITH },
        { "Gothic", "he spoke fluently Gothic", WITH, speak },
        { "Gothic", "he hated Gothic", BAD, "more than the answer: he hated" },
        { "Belisarius", "Belisarius the general", WITH },
        { "Belisarius", "Belisarius the Great", WITH },
        { "Belisarius", "Belisarius, king Totila", BAD,
            "more than the answer: king Totila" },
        { "Pesaro", "Pesaro, on the Adriatic", WITH },
        { "Pesaro", "Pesaro, near Justinian", BAD,
            "more than the answer: near Justinian" },
        { "Pesaro|Pisaurum", "Pisaurum (Pesaro)", OK, "right, in more than one way" },
        { "Pesaro|Pisaurum", "Pesaro (Rome)", BAD, "more than the answer: (Rome)" },
        { "Martin", "Martina", BAD,
            "one letter too many, but Martina would be another name" },
        { "the passes between Lazica and Iberia", "the passes between Iberia and Lazica",
            OK, "the same words in another order" },
        { "colour (of the sky)", "sky", BAD, "missing: colour" },
    };
    CHECK_ROWS(rows);
}

/* --- words around it ------------------------------------------------------------------- */

static void test_around(void **state)
{
    (void)state;
    static const char lost[] = "Who lost Rome in 546?",
                      either[] = "Was it Conon or Bessas?";
    static const struct row rows[] = {
        { "Bessas", "it was Bessas", WITH },
        { "Bessas", "I think it was Bessas", WITH },
        { "Bessas", "general Bessas", WITH },
        { "Bessas", "to the general Bessas", WITH },
        { "Bessas", "Bessas, because he slept", WITH },
        { "Bessas", "Bessas lost Rome", WITH, lost },
        { "Bessas", "Bessas lost Ravenna", BAD, "more than the answer: lost Ravenna",
            lost },
        { "Bessas", "Conon or Bessas", BAD, "more than the answer: Conon or", either },
        { "Bessas", "Bessas and Totila", BAD, "more than the answer: and Totila" },
        { "Bessas", "not Bessas", BAD, "more than the answer: not" },
        { "Bessas", "it wasn't Bessas", BAD, "more than the answer: it wasn't" },
        { "Bessas", "Bessas's wife", OTHER },
        { "Rome", "the city of Rome", WITH },
        { "Rome", "the bishop of Rome", BAD, "more than the answer: bishop of" },
        { "to Rome", "from Rome", OTHER },
        { "Euphrates", "the river Euphrates", WITH },
        { "southern", "the southern bank", WITH },
        { "river", "river bank", BAD, "more than the answer: bank" },
        { "brother", "half-brother", OTHER },
        { "Monophysite", "non-Monophysite", OTHER },
        { "king of the Laz", "king of Laz", OK, "the same in fewer words" },
        { "King Theodahad", "Theodahad", OK, "the same in fewer words" },
        { "King Theodahad", "Queen Theodahad", OTHER },
        { "he refused them", "refused them", OK, "the same in fewer words" },
        { "over a year", "a year", BAD, "not the same without \"over\"" },
        { "red, white and blue", "red and white", PART, "missing: blue" },
        { "Ildibad", "King Ildibad", WITH }, // the other card asks for the same
        { "Mount Etna", "Mt. Etna", OK, "the same, written another way" },
        { "they did not agree", "they didn't agree", OK, "the same but for punctuation" },
    };
    CHECK_ROWS(rows);
}

static void test_order(void **state)
{
    (void)state;
    static const struct row rows[] = {
        { "Constantine and Bessas", "Bessas and Constantine", OK,
            "the same words in another order" },
        { "Constantine and Bessas", "Constantine, Bessas", OK,
            "the same in fewer words" },
        { "Leo Tolstoy", "Tolstoy, Leo", OK, "the same words in another order" },
        { "western Georgia", "Georgia, western", OK, "the same words in another order" },
        { "1,000 pounds of gold", "gold, 1000 lb", OK, "the same, put another way" },
        { "son of David", "David's son", OK, "the same, put another way" },
        { "Caesar's death", "the death of Caesar", OK, "the same, put another way" },
        { "between Rome and Carthage", "between Carthage and Rome", OK,
            "the same words in another order" },
        { "John, nephew of Vitalian", "Vitalian, nephew of John", BAD,
            "the right words in another order" },
        { "the Goths beat the Romans", "the Romans beat the Goths", BAD,
            "the right words in another order" },
        { "5 - 3", "3 - 5", BAD, "another number: 3 is not 5" },
        { "veni, vidi, vici", "vidi, veni, vici", BAD,
            "the right words in another order" },
    };
    CHECK_ROWS(rows);
}

static void test_numbers(void **state)
{
    (void)state;
    static const struct row rows[] = {
        { "Justinian I", "Justinian 1", OK, "the same number" },
        { "Justinian I", "Justinian the First", OK, "the same number" },
        { "World War II", "World War Two", OK, "the same number" },
        { "Justinian I", "Justinian II", BAD, "one off: ii is not i" },
        { "about 6,000", "roughly 6000", WITH },
        { "about 6,000", "6000", OK, "the same in fewer words" },
        { "6,000 men", "about 6,000 men", BAD, "more than the answer: about" },
        { "6,000 men", "about 6,000 men", WITH, "About how many men?" },
        { "4,000 men", "4k men", OK, "the same number" },
        { "2,500 men", "2.5k men", OK, "the same number" },
        { "12", "a dozen", OK, "the same number" },
        { "24 ships", "two dozen ships", OK, "the same number" },
        { "1,234.5", "1 234.5", OK, "the same number" },
        { "between 60 and 70 men", "60 to 70 men", WITH },
        { "60-70 men", "from 60 to 70 men", WITH },
        { "60-70 men", "70-60 men", BAD, "one digit differs: 70 is not 60" },
    };
    CHECK_ROWS(rows);
}

static void test_optional(void **state)
{
    (void)state;
    static const char five[] = "pay (his) (own) (good) (loyal) (troops)";
    static const struct row rows[] = {
        { five, "pay", OK, "the same without the optional words" },
        { five, "pay his own good loyal troops", OK, "the same but for punctuation" },
        { five, "pay loyal troops", OK, "the same in fewer words" },
        { five, "pay bad troops", BAD, "more than the answer: bad troops" },
        { five, "his troops", BAD, "missing: pay" },
    };
    CHECK_ROWS(rows);
}

/* --- what else the deck says ----------------------------------------------------------- */

/* Nobody looks at the deck for an answer that is right as it is, nor twice for others. */
static void test_lexicon(void **state)
{
    (void)state;
    struct key_context context = { .language = "en", .lexicon = lexicon_new(tell, NULL) };
    static const struct {
        struct row row;
        const char *other;
        size_t filled;
    } rows[] = {
        { { "Bessas", "Bessas", VERDICT_EXACT }, NULL, 0 },
        { { "Bessas", "bessas", OK }, NULL, 0 },
        { { "Bessas", "totila", BAD }, "Totila", 1 },
        { { "Bessas", "to the Goths", BAD }, NULL, 1 },
        { { "Bessas", "Goths", BAD }, "the Goths", 1 },
        { { "5,000 pounds", "a thousand lb", BAD }, "1,000 pounds", 1 },
        { { "540", "546", BAD }, "546", 1 },
        { { "Bessas", "Besas", CLOSE }, NULL, 1 },
        { { "Bessas", "King Ildibad", BAD }, "gothic-king", 1 },
    };
    filled = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena = { 0 };
        struct judgement got = judge(&rows[i].row, KEY_TEXT, &context, &arena);
        print_message("%s: %s\n", rows[i].row.typed, got.reason);
        assert_int_equal(got.verdict, rows[i].row.verdict);
        assert_int_equal(filled, rows[i].filled);
        if (rows[i].other == NULL)
            assert_null(got.other);
        else
            assert_string_equal(got.other, rows[i].other);
        arena_release(&arena);
    }
    lexicon_release(context.lexicon);
}

/* The diff of a slip shows the form that it is nearest to. */
static void test_diff(void **state)
{
    (void)state;
    struct row row = { "the enemy|Totila's army", "Totlia's army" };
    struct key_context context = { .language = "en" };
    struct arena arena = { 0 };
    struct judgement got = judge(&row, KEY_TEXT, &context, &arena);
    assert_int_equal(got.verdict, CLOSE);
    assert_string_equal(got.diff.expected, "Totila's army");
    assert_string_equal(got.diff.marks, "   ^^        ");
    arena_release(&arena);
}

static void test_holds(void **state)
{
    (void)state;
    struct key_context context = { .spellings = spellings, .spelling_count = 2 };
    assert_true(match_holds("The wars of Khosrow I", "Khusrau", &context));
    assert_true(match_holds("paid 4,000 pounds", "four thousand pounds", &context));
    assert_true(match_holds("paid 4,000 pounds", "4000 lb", &context));
    assert_false(match_holds("Romans", "Rome", &context));
    assert_false(match_holds("paid", "paid twice", &context));
    assert_false(match_holds("paid", "", &context));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_slips),
        cmocka_unit_test(test_around),
        cmocka_unit_test(test_ways),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_optional),
        cmocka_unit_test(test_lexicon),
        cmocka_unit_test(test_diff),
        cmocka_unit_test(test_holds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
