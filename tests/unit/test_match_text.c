/*
 * The judge of a text: a table of what is typed, what it is worth, and why.
 */
#include "judged.h"
#include "test.h"

#include "base/arena.h"

/* A row names what differs from nothing: the rest of it is zero. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

struct text_row {
    const char *expected, *typed;
    enum verdict verdict;
    const char *reason;
    unsigned strict;
    const char *language;
    bool literal;
};

static const struct text_row text_rows[] = {
    /* as written */
    { "Bessas", "Bessas", EXACT },
    { "Bessas", "  Bessas\t", EXACT },
    { "  Bessas ", "Bessas", EXACT },
    { "Bessas",
        "\xE2\x80\x8B"
        "Bessas\xEF\xBB\xBF",
        EXACT },
    { "caf\xC3\xA9", "cafe\xCC\x81", EXACT },
    { "cafe\xCC\x81", "caf\xC3\xA9", EXACT },
    { "x\xC2\xB2", "x\xC2\xB2", EXACT },
    /* case, accents, punctuation, spacing */
    { "Bessas", "bessas", OK, "the same but for case" },
    { "Bessas", "BESSAS", OK, "the same but for case" },
    { "caf\xC3\xA9", "cafe", OK, "the same but for accents" },
    { "\xC3\x89mile", "emile", OK, "the same but for case and accents" },
    { "S\xC3\xB8ren", "Soren", OK, "the same but for accents" },
    { "\xC5\x81\xC3\xB3"
      "d\xC5\xBA",
        "Lodz", OK, "the same but for accents" },
    { "Stra\xC3\x9F"
      "e",
        "Strasse", OK, "the same but for case" },
    { "stra\xC3\x9F"
      "e",
        "STRASSE", OK, "the same but for case" },
    { "John the Lydian", "John, the Lydian", OK, "the same but for punctuation" },
    { "Antioch.", "Antioch", OK, "the same but for punctuation" },
    { "Antioch", "\"Antioch\"", OK, "the same but for punctuation" },
    { "well-known", "well known", OK, "the same but for punctuation" },
    { "ice cream", "icecream", OK, "the same but for spacing" },
    { "icecream", "ice cream", OK, "the same but for spacing" },
    { "O'Neill", "ONeill", OK, "the same but for punctuation" },
    { "O'Neill", "O\xE2\x80\x99Neill", OK, "the same, written another way" },
    { "don't", "dont", OK, "the same but for punctuation" },
    { "U.S.A.", "usa", OK, "the same but for case and punctuation" },
    { "e.g.", "eg", OK, "the same but for punctuation" },
    { "Hagia Sophia", "hagia-sophia", OK, "the same but for case and punctuation" },
    { "\xC3\x89tienne", "E-TIENNE", OK,
        "the same but for case, accents and punctuation" },
    { "John and Mary", "John & Mary", OK, "the same but for punctuation" },
    { "\xEF\xAC\x81sh", "fish", OK, "the same, written another way" },
    { "\xEF\xBC\xA1\xEF\xBC\xA2", "AB", OK, "the same, written another way" },
    { "un-", "un", OK, "the same but for punctuation" },
    { "-ing", "ing", OK, "the same but for punctuation" },
    { "cardio-", "cardio", OK, "the same but for punctuation" },
    { "\xD7\xA9\xD6\xB8\xD7\x9C\xD7\x95\xD6\xB9\xD7\x9D",
        "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D", OK, "the same but for accents" },
    /* marks that are no accents */
    { "\xE3\x81\x8C", "\xE3\x81\x8B", OTHER },
    { "\xE0\xA4\x95\xE0\xA4\xBF", "\xE0\xA4\x95\xE0\xA4\xBE", OTHER },
    { "a \xE2\x89\xA0 b", "a = b", BAD, "a sign differs" },
    { "a \xE2\x89\xA0 b", "a != b", OK, "the same, written another way" },
    { "a \xE2\x89\xA4 b", "a <= b", OK, "the same, written another way" },
    /* articles */
    { "the Nile", "Nile", OK, "the same without the article" },
    { "The Nile", "nile", OK, "the same without the article" },
    { "Nile", "the Nile", OK, "the same with an article" },
    { "a horse", "the horse", OK, "the same with another article" },
    { "an ode", "ode", OK, "the same without the article" },
    { "anode", "an ode", OTHER },
    { "amoral", "a moral", BAD, "one letter is missing, and moral is another word" },
    { "the", "the", EXACT },
    { "the", "a", OTHER },
    { "A minor", "minor", PART, "missing: A" },
    { "A minor", "a minor", OK, "the same but for case" },
    { "A4", "4", OTHER },
    { "A-team", "team", BAD, "one letter is missing" },
    { "vitamin A", "vitamin", PART, "missing: A" },
    { "Battle of the Nile", "Battle of Nile", OK, "the same in fewer words" },
    { "le chat", "chat", OK, "the same without the article", 0, "fr" },
    { "l'empereur", "empereur", OK, "the same without the article", 0, "fr" },
    { "l\xE2\x80\x99"
      "empereur",
        "l'empereur", OK, "the same, written another way", 0, "fr" },
    { "der Tisch", "die Tisch", BAD, "another article: die is not der", 0, "de" },
    { "der Tisch", "Tisch", OK, "the same without the article", 0, "de-AT" },
    { "der Tisch", "das Tisch", BAD, "another article: das is not der", 0, "de" },
    { "el agua", "agua", OK, "the same without the article", 0, "es" },
    { "il gatto", "lo gatto", BAD, "another article: lo is not il", 0, "it" },
    { "the cat", "cat", PART, "missing: the", 0, "la" },
    { "puella", "Puella", OK, "the same but for case", 0, "la" },
    /* accepted forms */
    { "Bessas|Besas", "besas", OK, "also accepted" },
    { "1,000 pounds|ten centenaria", "10 centenaria", OK, "also accepted" },
    { "Justinian I|Justinian|Petrus Sabbatius", "justinian", OK, "also accepted" },
    { "water|H2O", "H\xE2\x82\x82O", OK, "also accepted" },
    /* the possessive of a name */
    { "Justinian's", "Justinian", OK, "the same without the possessive" },
    { "Justinian\xE2\x80\x99s", "justinian", OK, "the same without the possessive" },
    { "it's", "it", BAD, "one letter is missing" },
    { "Justinian's", "Justinian", OTHER, STRICT_PUNCTUATION },
    /* optional words */
    { "Justin (the Elder)", "Justin", OK, "the same without the optional words" },
    { "Justin (the Elder)", "Justin (the Elder)", EXACT },
    { "Justin (the Elder)", "Justin the Elder", OK, "the same but for punctuation" },
    { "Justin (the Elder)", "Justin Elder", OK, "the same in fewer words" },
    { "gold (and silver) of Antioch", "gold of Antioch", OK,
        "the same without the optional words" },
    { "a (b) c (d) e", "a c d e", OK, "the same without the optional words" },
    { "Justin (the Elder)", "Justin", PART, "missing: Elder", 0, NULL, true },
    { "f(x)", "f", OTHER },
    { "(Flavius) Belisarius", "Belisarius", PART, "missing: (Flavius)" },
    { "colo(u)r", "color", BAD, "one letter is missing" },
    { "Justin (", "Justin", OK, "the same but for punctuation" },
    { "Justin (I (the Elder))", "Justin", OK, "the same without the optional words" },
    /* a slash never splits */
    { "TCP/IP", "TCP", OTHER },
    { "TCP/IP", "TCP IP", OK, "the same, written another way" },
    { "TCP/IP", "tcp/ip", OK, "the same but for case" },
    { "he/she", "he", OTHER },
    { "m/s", "ms", BAD, "a sign differs" },
    { "1/2", "12", OTHER },
    { "1/2", "\xC2\xBD", OK, "the same, written another way" },
    { "4\xC2\xBD", "4 1/2", OK, "the same, written another way" },
    { "4\xC2\xBD", "41/2", OTHER },
    /* spellings of the deck */
    { "Khusrau", "Khosrow", OK, "another spelling of Khusrau" },
    { "Khosrow", "chosroes", OK, "another spelling of Khosrow" },
    { "Khusrau's cousin", "Chosroes' cousin", OK, "the same, written another way" },
    { "Khusrau's cousin", "Chosroes's cousin", OK, "another spelling of Khusrau" },
    { "the siege of Daras", "siege of Dara", OK, "another spelling of Daras" },
    { "Constantinople", "New Rome", OK, "another spelling of Constantinople" },
    { "walls of Constantinople", "walls of new rome", OK,
        "another spelling of Constantinople" },
    { "New Rome", "byzantion", OK, "another spelling of New Rome" },
    { "Rome", "New Rome", OTHER },
    { "Daras", "Darax", CLOSE, "a typo: one letter differs in Daras" },
    { "Khusraus", "Khosrows", OTHER },
    /* numbers in texts */
    { "1,000 pounds", "1000 pounds", OK, "the same number" },
    { "1,000 pounds", "a thousand pounds", OK, "the same number" },
    { "1,000 pounds", "one thousand pounds", OK, "the same number" },
    { "1,000 pounds", "1 000 pounds", OK, "the same number" },
    { "1,000 pounds", "1'000 pounds", OK, "the same number" },
    { "1,000 pounds", "1,000 lb", OK, "the same unit" },
    { "1,000 pounds", "1,000 lbs.", OK, "the same unit" },
    { "1,000 pounds", "1,000 pound", OK, "the same unit" },
    { "1,000 pounds", "1,000 kg", OTHER },
    { "1,000 pounds", "5,000 pounds", BAD, "one digit differs: 5,000 is not 1,000" },
    { "1,000 pounds", "10 pounds", BAD, "another number: 10 is not 1,000" },
    { "1,000 pounds", "1,000", PART, "missing: pounds" },
    { "1,000 pounds", "pounds", PART, "missing: 1,000" },
    { "546", "545", BAD, "one off: 545 is not 546" },
    { "546", "564", BAD, "two digits are swapped: 564 is not 546" },
    { "546", "846", BAD, "one digit differs: 846 is not 546" },
    { "0.25", "0.52", BAD, "two digits are swapped: 0.52 is not 0.25" },
    { "0.5", "50", BAD, "another number: 50 is not 0.5" }, // not "05" and "50"
    { "2.5", "35", BAD, "another number: 35 is not 2.5" },
    { "546", "5460", BAD, "another number: 5460 is not 546" },
    { "546", "five hundred and forty-six", OK, "the same number" },
    { "546", "five hundred forty six", OK, "the same number" },
    { "21", "twenty-one", OK, "the same number" },
    { "21", "twenty, one", OTHER },
    { "1001 nights", "a thousand and one nights", OK, "the same number" },
    { "2,345,678",
        "two million three hundred forty-five thousand six hundred and "
        "seventy-eight",
        OK, "the same number" },
    { "4,000,000", "4 million", OK, "the same number" },
    { "1,500,000", "1.5 million", OK, "the same number" },
    { "100 years", "hundred years", OK, "the same number" },
    { "Seven Years' War", "7 years war", OK, "the same number" },
    { "sixth", "6th", OK, "the same number" },
    { "the 21st century", "twenty-first century", OK, "the same date" },
    { "sixth", "6", BAD, "another number: 6 is not sixth" },
    { "100th", "hundredth", OK, "the same number" },
    { "Fourth Crusade", "4th crusade", OK, "the same number" },
    { "Fourth Crusade", "Third Crusade", BAD, "one off: third is not fourth" },
    { "4 horses", "four horses", OK, "the same number" },
    { "-40", "minus forty", OK, "the same number" },
    { "-40",
        "\xE2\x88\x92"
        "40",
        OK, "the same, written another way" },
    { "-40", "40", BAD, "the other sign: 40 is not -40" },
    { "1.5", "1,5", OK, "the same number" },
    { "15", "1,5", BAD, "another number: 1,5 is not 15" },
    { "0.5", ".5", OK, "the same number" },
    { "3.14", "314", BAD, "another number: 314 is not 3.14" },
    { "Python 3.10", "Python 3.1", BAD, "another number: 3.1 is not 3.10" },
    { "1 2", "12", OTHER },
    { "4.000", "4000", OK, "the same number", 0, "de" },
    { "4.000", "4000", BAD, "another number: 4000 is not 4.000" },
    { "1,234.5", "1.234,5", OK, "the same number" },
    { "sechs", "6", OTHER, 0, "de" },
    { "\xD9\xA5\xD9\xA4\xD9\xA6", "546", OK, "the same, written another way" },
    { "\xEF\xBC\x95\xEF\xBC\x94\xEF\xBC\x96", "546", OK,
        "the same, written another way" },
    { "50%", "50 percent", OK, "the same but for punctuation" },
    { "50%", "50", OTHER },
    { "20\xC2\xB0"
      "C",
        "20 celsius", OK, "the same unit" },
    { "540-545",
        "540\xE2\x80\x93"
        "545",
        OK, "the same, written another way" },
    { "540-545", "540-546", BAD, "another end: 546, not 545" },
    { "5 km", "five kilometres", OK, "the same number" },
    { "5 km\xC2\xB2", "5 square kilometres", OK, "the same unit" },
    { "6.02 \xC3\x97 10\xC2\xB2\xC2\xB3", "6.02e23", OK, "the same number" },
    { "6.02 x 10^23", "6.02 \xC3\x97 10\xC2\xB2\xC2\xB3", OK,
        "the same, written another way" },
    { "2\xE2\x81\xB5", "2^5", OK, "the same, written another way" },
    { "2\xE2\x81\xB5", "25", OTHER },
    /* chemistry */
    { "H2O", "H\xE2\x82\x82O", OK, "the same, written another way" },
    { "H\xE2\x82\x82O", "h2o", OK, "the same but for case" },
    { "H2O", "H2O2", OTHER },
    { "H2SO4", "H2SO3", BAD, "one off: 3 is not 4" },
    { "Na\xE2\x81\xBA", "Na+", OK, "the same, written another way" },
    { "Na+", "Na", BAD, "a sign differs" },
    { "Cl\xE2\x81\xBB", "Cl-", OK, "the same, written another way" },
    { "Cl\xE2\x81\xBB", "Cl", BAD, "a sign differs" },
    { "Fe\xC2\xB3\xE2\x81\xBA", "Fe3+", OK, "the same, written another way" },
    { "Fe\xC2\xB3\xE2\x81\xBA", "Fe2+", BAD, "one off: 2 is not 3" },
    { "SO\xE2\x82\x84\xC2\xB2\xE2\x81\xBB", "SO4^2-", OK,
        "the same, written another way" },
    { "O\xE2\x88\x92", "O+", BAD, "a sign differs" },
    { "2 H2 + O2 -> 2 H2O", "2H2 + O2 \xE2\x86\x92 2H2O", OK,
        "the same but for spacing" },
    { "Au", "Ag", OTHER },
    { "CO", "Co", BAD, "case counts here", STRICT_CASE },
    /* code */
    { "C++", "C", BAD, "a sign differs" },
    { "C++", "C#", BAD, "a sign differs" },
    { "C++", "c++", OK, "the same but for case" },
    { "a += 1", "a+=1", OK, "the same but for spacing" },
    { "a == b", "a = b", BAD, "a sign differs" },
    { "a == b", "a != b", BAD, "a sign differs" },
    { "2(a+b)", "2a+b", BAD, "a sign differs" },
    { "/etc/passwd", "etc/passwd", BAD, "a sign differs" },
    { "//", "/", OTHER },
    { "H2O", "H", OTHER },
    { ";", ";", EXACT },
    { ";", ":", OTHER },
    { "!", "?", OTHER },
    { "git commit --amend", "git commit amend", OK, "the same but for punctuation" },
    { "git commit --amend", "git commit amend", BAD, "punctuation and spacing count here",
        STRICT_PUNCTUATION },
    { "$HOME", "HOME", BAD, "a sign differs" },
    { "x86", "X86", OK, "the same but for case" },
    { "x86", "x87", BAD, "one off: 87 is not 86" },
    /* strictness */
    { "Bessas", "bessas", BAD, "case counts here", STRICT_CASE },
    { "caf\xC3\xA9", "Cafe", BAD, "accents count here", STRICT_ACCENTS },
    { "caf\xC3\xA9", "CAF\xC3\x89", OK, "the same but for case", STRICT_ACCENTS },
    { "don't", "dont", BAD, "punctuation and spacing count here", STRICT_PUNCTUATION },
    { "don't", "don\xE2\x80\x99t", OK, "the same, written another way",
        STRICT_PUNCTUATION },
    { "ice cream", "icecream", BAD, "punctuation and spacing count here",
        STRICT_PUNCTUATION },
    { "4,000", "4000", BAD, "punctuation and spacing count here", STRICT_PUNCTUATION },
    { "4,000", "4,000", EXACT, STRICT_ALL },
    { "the Nile", "Nile", BAD, "every character counts here", STRICT_ALL },
    { "the Nile", "the  Nile", OK, "the same, written another way", STRICT_ALL },
    { "\xC3\x89mile", "emile", BAD, "case and accents count here",
        STRICT_CASE | STRICT_ACCENTS },
    { "Khusrau", "Khosrow", OK, "another spelling of Khusrau", STRICT_ALL },
    /* near misses */
    { "Justinian", "Justinien", CLOSE, "a typo: one letter differs in Justinian" },
    { "Justinian", "Justinan", CLOSE, "a typo: one letter is missing in Justinian" },
    { "Justinian", "Justiniann", CLOSE, "a typo: one letter too many in Justinian" },
    { "Justinian", "Jutsinian", CLOSE, "a typo: two letters are swapped in Justinian" },
    { "tangle", "strangle", OTHER },
    { "Belisarius", "Narses", OTHER },
    { "Bessas", "Bessas and Justin", BAD, "more than the answer: and Justin" },
    { "Bessas", "not Bessas", BAD, "more than the answer: not" },
    { "Battle of Lepanto", "Lepanto", PART, "missing: Battle" },
    { "Battle of Lepanto", "of", OTHER },
    { "Battle of Lepanto", "Lepanto Battle", OK, "the same, put another way" },
    { "Tzu Sun", "Sun Tzu", OK, "the same words in another order" },
    /* no answers */
    { "Bessas", "", VERDICT_BLANK, "nothing was typed" },
    { "Bessas", " \t\n", VERDICT_BLANK, "nothing was typed" },
    { "Bessas", "\xE2\x80\x8B\xC2\xA0\xE3\x80\x80\xC2\xAD", VERDICT_BLANK,
        "nothing was typed" },
    { "Bessas", "\xFF", BAD, "not valid text" },
    { "Bessas", "Bessas\xC0\x80", BAD, "not valid text" },
    { "Bessas", "\xED\xA0\x80", BAD, "not valid text" },
    { "Bessas", "?", OTHER },
    { "Bessas", "\xCC\x81\xCC\x81", OTHER },
    { "\xF0\x9F\x90\x8E", "\xF0\x9F\x90\x8E", EXACT },
    { "\xF0\x9F\x90\x8E", "\xF0\x9F\x90\x84", OTHER },
};

static void test_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof text_rows / sizeof *text_rows; i++) {
        const struct text_row *row = &text_rows[i];
        struct arena arena = { 0 };
        struct made made = { .key = { .kind = i % 2 ? KEY_TEXT : KEY_CLOZE,
                                 .strict = row->strict,
                                 .literal = row->literal } };
        struct key_context context = context_of(row->language);
        make_items(&made, row->expected, '\n', &arena);
        struct judgement got = match_judge(&made.key, &context, row->typed, &arena);
        check_judgement(&got, row->verdict, row->reason, row->expected, row->typed);
        assert_string_equal(got.expected, made.forms[0][0]);
        assert_true(verdict_is_right(got.verdict) ? got.share == 1 : got.share == 0);
        arena_release(&arena);
    }
}

/* Neither text is the right one: it does not matter which stands first. */
static void test_same(void **state)
{
    (void)state;
    struct key_context context = context_of("en");
    assert_true(match_same("Khosrow", "chosroes", &context, 0));
    assert_false(match_same("Khosrow", "chosroes", NULL, 0));
    assert_true(match_same("4,000", "four thousand", NULL, 0));
    assert_false(match_same("a", "A", NULL, STRICT_CASE));
    assert_false(match_same("\xFF", "\xFE", NULL, 0));
    assert_true(match_same("\xFF", "\xFF", NULL, 0));
    assert_true(match_same("", "", NULL, 0));
    assert_false(match_same("", "a", NULL, 0));
    for (size_t i = 0; i < sizeof text_rows / sizeof *text_rows; i++) {
        const struct text_row *a = &text_rows[i];
        struct key_context of_row = context_of(a->language);
        assert_true(match_same(a->typed, a->typed, &of_row, a->strict));
        for (size_t j = 0; j < sizeof text_rows / sizeof *text_rows; j += 7) {
            const char *b = text_rows[j].typed;
            assert_int_equal(match_same(a->expected, b, &of_row, a->strict),
                match_same(b, a->expected, &of_row, a->strict));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
