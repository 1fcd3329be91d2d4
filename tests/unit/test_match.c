/*
 * The judge of typed answers: tables of what is typed, what it is worth, and why.
 */
#include "match/judge.h"

#include "base/arena.h"
#include "base/rng.h"
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A row names what differs from nothing: the rest of it is zero. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

enum { PARTS_MAX = 16 };

/* A row's key as text: items parted by '/', forms of an item by '|'. */
struct made {
    struct key key;
    struct key_item items[PARTS_MAX];
    const char *forms[PARTS_MAX][PARTS_MAX];
};

static size_t split(
    const char *text, char separator, const char **parts, struct arena *arena)
{
    size_t count = 0;
    for (;;) {
        const char *end = strchr(text, separator);
        size_t len = end != NULL ? (size_t)(end - text) : strlen(text);
        assert_true(count < PARTS_MAX);
        parts[count++] = arena_strndup(arena, text, len);
        if (end == NULL)
            return count;
        text = end + 1;
    }
}

static void make_items(
    struct made *made, const char *text, char separator, struct arena *arena)
{
    const char *items[PARTS_MAX];
    made->key.items = made->items;
    made->key.count = split(text, separator, items, arena);
    for (size_t i = 0; i < made->key.count; i++)
        made->items[i] = (struct key_item){ made->forms[i],
            split(items[i], '|', made->forms[i], arena) };
}

static const char *const khusrau[] = { "Khusrau", "Khosrow", "Chosroes" };
static const char *const daras[] = { "Daras", "Dara" };
static const char *const city[] = { "Constantinople", "New Rome", "Byzantion" };
static const struct spelling spellings[] = { { khusrau, 3 }, { daras, 2 }, { city, 3 } };

static struct key_context context_of(const char *language)
{
    return (struct key_context){ spellings, 3, language };
}

static void check(const struct judgement *got, enum verdict verdict, const char *reason,
    const char *expected, const char *typed)
{
    if (got->verdict != verdict || strcmp(got->reason, reason) != 0)
        print_error("%s <- %s\n    got  %s: %s\n    want %s: %s\n", expected, typed,
            verdict_word(got->verdict), got->reason, verdict_word(verdict), reason);
    assert_int_equal(got->verdict, verdict);
    assert_string_equal(got->reason, reason);
    assert_non_null(got->expected);
}

#define EXACT VERDICT_EXACT, "exactly"
#define OK    VERDICT_ACCEPTED
#define PART  VERDICT_PARTIAL
#define CLOSE VERDICT_CLOSE
#define BAD   VERDICT_WRONG
#define OTHER VERDICT_WRONG, "another answer"

/* --- text ------------------------------------------------------------------------------ */

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
        check(&got, row->verdict, row->reason, row->expected, row->typed);
        assert_string_equal(got.expected, made.forms[0][0]);
        assert_true(verdict_is_right(got.verdict) ? got.share == 1 : got.share == 0);
        arena_release(&arena);
    }
}

/* --- numbers --------------------------------------------------------------------------- */

struct number_row {
    const char *expected; // number, then forms to accept
    double tolerance;
    const char *unit, *typed;
    enum verdict verdict;
    const char *reason;
};

#define SAME VERDICT_ACCEPTED, "the same number"

static const struct number_row number_rows[] = {
    { "546", 0, NULL, "546", EXACT },
    { "546", 0, NULL, " 546 ", EXACT },
    { "546", 0, NULL, "545", BAD, "one off: 545 is not 546" },
    { "546", 0, NULL, "547", BAD, "one off: 547 is not 546" },
    { "546", 0, NULL, "564", BAD, "two digits are swapped: 564 is not 546" },
    { "546", 0, NULL, "5460", BAD, "another number: 5460 is not 546" },
    { "546", 0, NULL, "five hundred and forty-six", SAME },
    { "546", 0, NULL, "AD 546", SAME },
    { "546", 0, NULL, "546 A.D.", SAME },
    { "546", 0, NULL, "546 BC", BAD, "another era: BC, not AD" },
    { "546", 0, NULL, "546 or 547", BAD, "one number is asked" },
    { "546", 0, NULL, "Bessas", BAD, "one number is asked" },
    { "546|year of the fall", 0, NULL, "the Year of the Fall", OK, "also accepted" },
    { "4000", 0, NULL, "4,000", SAME },
    { "4000", 0, NULL, "4 000", SAME },
    { "4000", 0, NULL, "four thousand", SAME },
    { "4000", 0, NULL, "4000.0", SAME },
    { "4000", 0, NULL, "4e3", SAME },
    { "4000", 0, NULL, "4 thousand", SAME },
    { "4000", 0, NULL, "+4000", SAME },
    { "4000", 0, NULL, "400", BAD, "another number: 400 is not 4000" },
    { "4000", 0, NULL, "4,00", BAD, "another number: 4,00 is not 4000" },
    { "1000", 0, NULL, "a thousand", SAME },
    { "15", 0, NULL, "1,5", BAD, "another number: 1,5 is not 15" },
    { "4.5", 0, NULL, "4,50", SAME },
    { "4.5", 0, NULL, "4 1/2", SAME },
    { "4.5", 0, NULL, "4\xC2\xBD", SAME },
    { "4.5", 0, NULL, "9/2", SAME },
    { "-4.5", 0, NULL, "-4 1/2", SAME },
    { "0.5", 0, NULL, ".5", SAME },
    { "0.5", 0, NULL, "1/2", SAME },
    { "0.5", 0, NULL, "1/0", BAD, "one number is asked" },
    { "-40", 0, NULL,
        "\xE2\x88\x92"
        "40",
        OK, "the same, written another way" },
    { "-40", 0, NULL, "minus 40", SAME },
    { "-40", 0, NULL, "40", BAD, "the other sign: 40 is not -40" },
    { "6.02e23", 0, NULL, "6.02 x 10^23", SAME },
    { "6.02e23", 0, NULL,
        "6.02\xC3\x97"
        "10\xC2\xB2\xC2\xB3",
        SAME },
    { "0.001", 0, NULL, "10^-3", SAME },
    { "0.001", 0, NULL, "1e-3", SAME },
    { "540", 5, NULL, "545", OK, "near enough: within 5" },
    { "540", 5, NULL, "535", OK, "near enough: within 5" },
    { "540", 5, NULL, "540.0", SAME },
    { "540", 5, NULL, "546", BAD, "one digit differs: 546 is not 540" },
    { "0.3", 0.1, NULL, "0.4", OK, "near enough: within 0.1" },
    { "0.3", 0.1, NULL, "0.41", BAD, "another number: 0.41 is not 0.3" },
    { "1000", 0, "pounds", "1000 pounds", EXACT },
    { "1000", 0, "pounds", "1000", EXACT },
    { "1000", 0, "pounds", "1,000 lb", SAME },
    { "1000", 0, "pounds", "1000 pound", SAME },
    { "1000", 0, "pounds", "a thousand lbs.", SAME },
    { "1000", 0, "pounds", "1000 kg", BAD, "another unit: kg is not pounds" },
    { "1000", 0, "pounds", "1000 pounds of silver", BAD,
        "another unit: pounds of silver is not pounds" },
    { "1000", 0, "pounds of gold", "1000 pounds", SAME },
    { "1000", 0, "pounds", "5000 pounds", BAD, "one digit differs: 5000 is not 1000" },
    { "300", 0, "horsemen", "300 horsemen", EXACT },
    { "300", 0, "soldiers", "300 soldier", SAME },
    { "300", 0, "men", "300 man", SAME },
    { "300", 0, "cities", "300 city", SAME },
    { "300", 0, NULL, "300 men", BAD, "the right number, but only it is asked, not men" },
    { "5", 0, "km", "5 miles", BAD, "another unit: miles is not km" },
    { "5", 0, "km", "5km", SAME },
    { "5", 0, "km", "5 kilometres", SAME },
    { "20", 0,
        "\xC2\xB0"
        "C",
        "20 celsius", SAME },
    { "20", 0, "%", "20 percent", SAME },
    { "300", 0, "m/s", "300 metres per second", SAME },
    { "300", 0, "m/s", "300 ms", BAD, "another unit: ms is not m/s" },
};

static void test_number(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof number_rows / sizeof *number_rows; i++) {
        const struct number_row *row = &number_rows[i];
        struct arena arena = { 0 };
        struct made made = {
            .key = { .kind = KEY_NUMBER, .tolerance = row->tolerance, .unit = row->unit }
        };
        struct key_context context = context_of("en");
        make_items(&made, row->expected, '\n', &arena);
        made.key.number = strtod(made.forms[0][0], NULL);
        struct judgement got = match_judge(&made.key, &context, row->typed, &arena);
        check(&got, row->verdict, row->reason, row->expected, row->typed);
        arena_release(&arena);
    }
}

/* --- true and false -------------------------------------------------------------------- */

static void test_boolean(void **state)
{
    (void)state;
    static const struct {
        bool expected;
        const char *typed;
        enum verdict verdict;
        const char *reason;
    } rows[] = {
        { true, "t", EXACT },
        { true, "T", EXACT },
        { true, "true", EXACT },
        { true, "True.", OK, "taken as true" },
        { true, "yes", OK, "taken as true" },
        { true, "Y", OK, "taken as true" },
        { true, "1", OK, "taken as true" },
        { true, "right", OK, "taken as true" },
        { true, "f", BAD, "it is true" },
        { true, "no", BAD, "it is true" },
        { false, "f", EXACT },
        { false, "false", EXACT },
        { false, "n", OK, "taken as false" },
        { false, "0", OK, "taken as false" },
        { false, "wrong", OK, "taken as false" },
        { false, "t", BAD, "it is false" },
        { false, "maybe", BAD, "type t for true or f for false" },
        { false, "t f", BAD, "type t for true or f for false" },
        { false, "", VERDICT_BLANK, "nothing was typed" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena = { 0 };
        struct key_feedback feedback = { rows[i].expected ? "false" : "true", "say" };
        struct key key = { .kind = KEY_BOOLEAN,
            .boolean = rows[i].expected,
            .feedback = &feedback,
            .feedback_count = 1 };
        struct judgement got = match_judge(&key, NULL, rows[i].typed, &arena);
        const char *expected = rows[i].expected ? "true" : "false";
        check(&got, rows[i].verdict, rows[i].reason, expected, rows[i].typed);
        assert_string_equal(got.expected, expected);
        assert_int_equal(strncmp(got.reason, "it is", 5) == 0, got.feedback != NULL);
        arena_release(&arena);
    }
}

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
        check(&got, rows[i].verdict, rows[i].reason, rows[i].items, rows[i].typed);
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
        made.key.option_count = split(rows[i].options, '/', options, &arena);
        make_items(&made, rows[i].right, '/', &arena);
        struct judgement got = match_judge(&made.key, NULL, rows[i].typed, &arena);
        check(&got, rows[i].verdict, rows[i].reason, rows[i].options, rows[i].typed);
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
        check(&got, rows[i].verdict, rows[i].reason, "pairs", rows[i].typed);
        assert_float_equal((float)got.share, (float)rows[i].share, 1e-6f);
        assert_string_equal(got.expected, "Daras = 530\nAntioch = 540\nRome = 546");
        arena_release(&arena);
    }
}

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
            check(&got, EXACT, "shown", shown);
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
    check(&got, BAD, "too long to be an answer", "Daras", "a...");
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
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_number),
        cmocka_unit_test(test_boolean),
        cmocka_unit_test(test_list),
        cmocka_unit_test(test_sequence),
        cmocka_unit_test(test_choice),
        cmocka_unit_test(test_choices),
        cmocka_unit_test(test_pairs),
        cmocka_unit_test(test_feedback),
        cmocka_unit_test(test_expected),
        cmocka_unit_test(test_diff),
        cmocka_unit_test(test_diff_of_judgement),
        cmocka_unit_test(test_same),
        cmocka_unit_test(test_shown_is_exact),
        cmocka_unit_test(test_anything),
        cmocka_unit_test(test_long),
        cmocka_unit_test(test_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
