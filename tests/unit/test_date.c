/*
 * Dates as answers: what is typed, what it is worth, and why.
 */
#include "match/judge.h"
#include "test.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* A row names what differs from nothing: the rest of it is zero. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

enum { FORMS_MAX = 6 };

struct row {
    const char *expected; // forms parted by '|'
    const char *typed;
    enum verdict verdict;
    const char *reason;
    const char *language; // NULL: English
    unsigned strict;
};

#define OK   VERDICT_ACCEPTED
#define NEAR VERDICT_CLOSE
#define PART VERDICT_PARTIAL
#define BAD  VERDICT_WRONG
#define SAME VERDICT_ACCEPTED, "the same date"
#define ALSO VERDICT_ACCEPTED, "the same, written another way"

static size_t split(const char *text, const char **parts, size_t max, struct arena *arena)
{
    for (size_t count = 0;; text++) {
        size_t len = strcspn(text, "|");
        assert_true(count < max);
        parts[count++] = arena_strndup(arena, text, len);
        text += len;
        if (*text == '\0')
            return count;
    }
}

static size_t check_row(const struct row *row, struct key key)
{
    struct arena arena = { 0 };
    const char *forms[FORMS_MAX];
    struct key_item item = { forms, split(row->expected, forms, FORMS_MAX, &arena) };
    struct key_context context = { .language = row->language };
    key.items = &item;
    key.count = 1;
    key.strict = row->strict;
    key.number = key.kind == KEY_NUMBER ? strtod(forms[0], NULL) : 0;
    struct judgement got = match_judge(&key, &context, row->typed, &arena);
    bool same = got.verdict == row->verdict && strcmp(got.reason, row->reason) == 0;
    if (!same)
        print_error("%s <- %s\n    got  %s: %s\n    want %s: %s\n", row->expected,
            row->typed, verdict_word(got.verdict), got.reason, verdict_word(row->verdict),
            row->reason);
    arena_release(&arena);
    return !same;
}

static void check_rows(enum key_kind kind, const struct row *rows, size_t count)
{
    size_t bad = 0;
    for (size_t i = 0; i < count; i++)
        bad += check_row(&rows[i], (struct key){ .kind = kind });
    assert_int_equal(bad, 0);
}

/* --- one date, many ways --------------------------------------------------------------- */

enum { WAYS_MAX = 32 };

/* Each text is the same as each other one of its row, in both directions. */
static const struct {
    const char *language;
    const char *ways;
} same_rows[] = {
    { "en",
        "17 December 546|December 17, 546|December 17 546|17th of December, 546|"
        "Dec. 17th 546|17.12.546|17/12/546|12/17/546|546-12-17|17-12-546|on 17 Dec 546|"
        "17-Dec-546|the seventeenth of December 546|Wednesday, 17 December 546|"
        "17 December AD 546|17 December 546 A.D.|546 December 17|December the 17th, 546|"
        "17 Dec. 546 CE|probably 17 December 546" },
    { "en", "5/4/540|5 April 540|5.4.540|540-04-05|April 5, 540" },
    { "en", "December 546|Dec 546|in December of 546|December, 546|546-12|12/546|"
            "in the month of December 546" },
    { "en", "540|AD 540|540 A.D.|540 CE|in 540|in the year 540|anno Domini 540|"
            "540 after Christ|perhaps 540" },
    { "en", "17 December|December 17|the 17th of December|on Dec. 17" },
    { "en", "March|in March|Mar.|in the month of March" },
    { "en", "10,000 BC|10000 B.C.|10 000 BCE|ten thousand BC" },
    { "en", "44 BC|44 B.C.|44 BCE|44 before Christ|in 44 BC" },
    { "en", "15 March 44 BC|March 15, 44 BC|the 15th of March, 44 B.C." },
    { "en", "March 12 BC|in March, 12 B.C." },
    { "en", "late 541|end of 541|late in 541|at the end of 541|in late 541" },
    { "en", "early 541|beginning of 541|at the start of 541" },
    { "en", "mid-540|mid 540|the middle of 540|mid540" },
    { "en", "spring 551|in the spring of 551|spring of AD 551" },
    { "en", "autumn 545|fall 545|in the fall of 545|autumn, 545" },
    { "en", "late summer 541|in late summer 541|at the end of summer 541" },
    { "en", "late autumn|late fall|end of autumn" },
    { "en", "6th century|sixth century|the 6th century|the 500s|in the 500s|VI century|"
            "6th century AD|500s" },
    { "en", "late 6th century|the end of the sixth century|late 500s" },
    { "en", "470s|the 470s|470's|470s AD|in the 470s|470-479|470 to 479" },
    { "en", "early 470s|beginning of the 470s" },
    { "en", "540-545|540\xE2\x80\x93"
            "545|540 to 545|from 540 to 545|between 540 and 545|540 - 545|540-45|540/545|"
            "from AD 540 until 545|540 through 545" },
    { "en", "winter 541/2|winter of 541-542|winter 541/542|the winter of 541 to 542" },
    { "en", "58-50 BC|58 to 50 BC|58 BC - 50 BC" },
    { "en", "27 BC to AD 14|27 BC - 14 AD|from 27 BC to 14" },
    { "en",
        "17-19 December 546|17 to 19 December 546|from 17 December to 19 December 546" },
    { "en", "March-June 540|March to June 540|from March until June, 540" },
    { "en", "about 540|c. 540|around 540|ca. 540|circa 540|~540|approximately 540" },
    { "en", "before 540|before AD 540|before the year 540" },
    { "en", "after December 546|after Dec 546" },
    { "en", "he died on 17 December 546 in Rome|he died 17 Dec. 546 in Rome" },
    { "fr", "17 d\xC3\xA9"
            "cembre 546|le 17 decembre 546|17 d\xC3\xA9"
            "c. 546|17/12/546" },
    { "fr", "VIe si\xC3\xA8"
            "cle|6e siecle|au VIe siecle" },
    { "fr", "44 av. J.-C.|44 avant J\xC3\xA9sus-Christ" },
    { "fr", "1er mars 540|le 1 mars 540|1/3/540" },
    { "de", "17. Dezember 546|der 17. Dez. 546|am 17. Dezember 546|17.12.546" },
    { "de", "44 v. Chr.|44 vor Christus|im Jahr 44 v. Chr." },
    { "de", "6. Jahrhundert|im 6. Jh.|VI. Jahrhundert" },
    { "de", "Ende 541|am Ende des Jahres 541" },
    { "de", "Fr\xC3\xBChjahr 551|im Fr\xC3\xBChling 551" },
    { "es", "17 de diciembre de 546|el 17 de diciembre del 546|17 dic. 546" },
    { "es", "siglo VI|el siglo VI|siglo 6" },
    { "it", "17 dicembre 546|il 17 dic. 546|17/12/546" },
    { "it", "VI secolo|il VI secolo|6 secolo" },
    { "it", "44 a.C.|44 avanti Cristo" },
    { "la", "die 17 Decembris 546|17 decembris 546" },
    { "la", "mense Maio 545|Maius 545" },
};

static bool same_ways(const char *a, const char *b, const char *language)
{
    struct key_context context = { .language = language };
    bool same = match_same(a, b, &context, 0);
    if (same != match_same(b, a, &context, 0))
        print_error("%s and %s: not in both directions\n", a, b);
    return same;
}

static void test_same(void **state)
{
    (void)state;
    size_t bad = 0;
    for (size_t i = 0; i < COUNT(same_rows); i++) {
        struct arena arena = { 0 };
        const char *ways[WAYS_MAX];
        size_t count = split(same_rows[i].ways, ways, WAYS_MAX, &arena);
        for (size_t j = 1; j < count; j++) {
            for (size_t k = 0; k < j; k++) {
                if (same_ways(ways[j], ways[k], same_rows[i].language))
                    continue;
                print_error("%s is not %s\n", ways[j], ways[k]);
                bad++;
            }
        }
        arena_release(&arena);
    }
    assert_int_equal(bad, 0);
}

/* No text is the same as another one of its row. */
static const struct {
    const char *language;
    const char *texts;
} other_rows[] = {
    { "en", "17 December 546|17 December 545|17 December 5466|7 December 546|"
            "17 November 546|17 December 546 BC|17 December|December 546|546|17546|"
            "17 December 1546|about 17 December 546|17 December 564|18/12/546|before 17 "
            "December 546|546 BC|December|17|AD 5460|not 17 December 546|546 AUC" },
    { "en", "5/4/540|4/5/540" },
    { "en",
        "540|541|540s|6th century|late 540|mid-540|about 540|before 540|after 540|"
        "by 540|until 540|since 540|from 540|540-545|540 BC|540 or 541|not 540|54|5400|"
        "540 men|540 years|540th|-540|540.5" },
    { "en", "spring 551|summer 551|spring|551|spring 550|spring 551/2|early spring 551" },
    { "en", "June|July|May|March|maybe|marches" },
    { "en", "500 soldiers|about 500 soldiers|500|500s|500 pounds" },
    { "en", "4,000|4|4000s|400" },
    { "en", "10|10s|10th" },
    { "en", "1/2|12|1-2|1.2" },
    { "en", "540-545|540-546|541-545|540|545|545-540" },
    { "en", "6th century|7th century|6th century BC|6 centuries|one century" },
    { "en", "Sunday 5|5" },
    { "en", "May 5 and 6|May 56" },
    { "fr", "mars|mai|5 mars|5 mai|January 5|5 janvier" },
    { "es", "enero|January|5 de enero" },
    { "la", "maius|maii|maio|Augustus|Augusti" },
};

static void test_other(void **state)
{
    (void)state;
    size_t bad = 0;
    for (size_t i = 0; i < COUNT(other_rows); i++) {
        struct arena arena = { 0 };
        const char *texts[WAYS_MAX];
        size_t count = split(other_rows[i].texts, texts, WAYS_MAX, &arena);
        for (size_t j = 1; j < count; j++) {
            for (size_t k = 0; k < j; k++) {
                if (!same_ways(texts[j], texts[k], other_rows[i].language))
                    continue;
                print_error("%s is the same as %s\n", texts[j], texts[k]);
                bad++;
            }
        }
        arena_release(&arena);
    }
    assert_int_equal(bad, 0);
}

/* --- verdicts and reasons -------------------------------------------------------------- */

static const struct row text_rows[] = {
    /* equal */
    { "17 December 546", "17 December 546", VERDICT_EXACT, "exactly" },
    { "17 December 546", "17 december 546", SAME },
    { "17 December 546", "17 December, 546", SAME },
    { "17 December 546", "Dec 17 546", SAME },
    { "17 December 546", "on Tuesday, 17.12.546", SAME },
    { "late 541", "at the end of 541", SAME },
    { "about 540", "540", OK, "the same without \"about\"" },
    { "about 540", "c. 540", ALSO },
    { "probably 540", "540", ALSO },
    { "540", "probably 540", ALSO },
    { "540-545", "between 540 and 545", ALSO },
    /* less than asked */
    { "17 December 546", "546", PART, "missing: day and month" },
    { "17 December 546", "December 546", PART, "missing: day" },
    { "17 December 546", "17 December", PART, "missing: year" },
    { "17 December 546", "December", PART, "missing: day and year" },
    { "17 December 546", "in the 540s", PART, "missing: day, month and year" },
    { "December 546", "in 546", PART, "missing: month" },
    { "late 541", "541", PART, "missing: late" },
    { "spring 551", "551", PART, "missing: season" },
    { "spring 551", "in the spring", PART, "missing: year" },
    { "late summer 541", "summer 541", PART, "missing: late" },
    { "before 540", "540", PART, "missing: before" },
    { "44 BC", "44", PART, "missing: BC" },
    { "540", "540s", PART, "missing: year" },
    { "540s", "6th century", PART, "missing: decade" },
    { "540-545", "540", PART, "missing: to 545" },
    { "winter 541/2", "winter 541", PART, "missing: to 542" },
    /* more than asked */
    { "546", "December 546", OK, "the year is right; the month is not judged" },
    { "546", "17 December 546", OK, "the year is right; day and month are not judged" },
    { "December 546", "17 December 546", OK,
        "month and year are right; the day is not judged" },
    { "546", "late 546", OK, "the year is right; late is not judged" },
    { "551", "it was in the spring of 551", OK,
        "the year is right; the season is not judged" },
    { "17 December", "17 December 546", OK,
        "day and month are right; the year is not judged" },
    { "546|17 December 546", "18 December 546", BAD, "another day: 18, not 17" },
    { "May|May 545", "May 544", BAD, "another year: 544, not 545" },
    { "May|May 545", "May 545", OK, "also accepted" },
    /* another one */
    { "17 December 546", "17 December 547", BAD, "another year: 547, not 546" },
    { "17 December 546", "18 December 546", BAD, "another day: 18, not 17" },
    { "17 December 546", "17 November 546", BAD,
        "another month: November, not December" },
    { "17 December 546", "18 November 546", BAD, "another day and month" },
    { "17 December 546", "3 May 540", BAD, "another day, month and year" },
    { "17 December 546", "17 December 5466", BAD, "another year: 5466, not 546" },
    { "17 December 546", "545", BAD, "another year: 545, not 546" },
    { "17 December 546", "17 December 546 BC", BAD, "another era: BC, not AD" },
    { "44 BC", "44 AD", BAD, "another era: AD, not BC" },
    { "44 BC", "43 BC", BAD, "another year: 43, not 44" },
    { "late 541", "early 541", BAD, "another part: early, not late" },
    { "late 541", "late 542", BAD, "another year: 542, not 541" },
    { "spring 551", "fall 551", BAD, "another season: autumn, not spring" },
    { "March", "in May", BAD, "another month: May, not March" },
    { "June", "July", BAD, "another month: July, not June" },
    { "6th century", "5th century", BAD,
        "another century: the 5th century, not the 6th century" },
    { "6th century", "546", BAD, "546, not the 6th century" },
    { "540s", "540", BAD, "540, not the 540s" },
    { "540s", "550s", BAD, "another decade: the 550s, not the 540s" },
    { "540-545", "540-546", BAD, "another end: 546, not 545" },
    { "540", "540-545", BAD, "a range is not asked" },
    { "540", "about 540", BAD, "the answer has no \"about\"" },
    { "540", "c. 540", BAD, "the answer has no \"about\"" },
    { "540", "before 540", BAD, "the answer has no \"before\"" },
    { "540", "after 540", BAD, "the answer has no \"after\"" },
    { "540", "by 540", BAD, "the answer has no \"by\"" },
    { "before 540", "after 540", BAD, "the answer has \"before\", not \"after\"" },
    { "17 December 546", "around December 546", BAD, "the answer has no \"about\"" },
    { "540", "541", BAD, "one off: 541 is not 540" },
    { "58-50 BC", "58-49 BC", BAD, "another end: 49, not 50" },
    { "1914-1918", "28 July 1914 - 11 November 1918", OK,
        "the year is right; day, month and to 11 November 1918 are not judged" },
    { "25 December", "25/12", SAME },
    { "25 December", "12/25", SAME },
    { "25 December", "24/12", BAD, "another day: 24, not 25" },
    { "25 December 540", "25/12", PART, "missing: year" },
    { "1/2", "2/1", BAD, "one off: 2 is not 1" },
    { "1/4", "1/3", BAD, "one off: 3 is not 4" },
    { "24/7", "7/24", BAD, "another number: 7 is not 24" },
    /* inside other words */
    { "Rome fell on 17 December 546", "Rome fell December 17, 546", SAME },
    { "Rome fell on 17 December 546", "Rome fell on 17 December 545", BAD,
        "another year: 545, not 546" },
    { "Rome fell on 17 December 546", "Rome fell in December 546", PART, "missing: day" },
    /* slips */
    { "17 December 546", "17 Decmber 546", NEAR, "a slip in the name of the month" },
    { "17 December 546", "17 Decmber 545", BAD, "another year: 545, not 546" },
    { "December 546", "Decemebr 546", NEAR, "a slip in the name of the month" },
    { "17 December 546", "17 Decmber 546", BAD, "another answer", NULL, STRICT_TYPOS },
    { "June 540", "Juny 540", BAD, "another answer" },
    { "May", "may", OK, "the same but for case" },
    { "May", "may", BAD, "case counts here", NULL, STRICT_CASE },
    { "17 May 540", "17 may 540", BAD, "case counts here", NULL, STRICT_CASE },
    { "17 May 540", "May 17, 540", OK, "the same date", NULL, STRICT_CASE },
    /* nothing of the kind */
    { "17 December 546", "Totila", BAD, "another answer" },
    { "17 December 546", "spring", BAD, "another answer" },
    { "546", "17 December", BAD, "another answer" },
    { "500 soldiers", "about 500", BAD, "another answer" },
    { "17 December 546", "December 17, 546", BAD, "punctuation and spacing count here",
        NULL, STRICT_PUNCTUATION },
    /* other languages */
    { "17 d\xC3\xA9"
      "cembre 546",
        "decembre 546", PART, "missing: day", "fr" },
    { "3 mars 540", "3 mai 540", BAD, "another month: May, not March", "fr" },
    { "17. Dezember 546", "17. Dezembr 546", NEAR, "a slip in the name of the month",
        "de" },
    { "44 v. Chr.", "44 n. Chr.", BAD, "another era: AD, not BC", "de" },
    { "siglo VI", "siglo V", BAD, "another century: the 5th century, not the 6th century",
        "es" },
};

static void test_text(void **state)
{
    (void)state;
    check_rows(KEY_TEXT, text_rows, COUNT(text_rows));
    check_rows(KEY_CLOZE, text_rows, COUNT(text_rows));
}

static const struct row number_rows[] = {
    { "546", "AD 546", OK, "the same number" },
    { "546", "546 C.E.", OK, "the same number" },
    { "546", "in 546", ALSO },
    { "546", "December 546", OK, "the year is right; the month is not judged" },
    { "546", "546 BC", BAD, "another era: BC, not AD" },
    { "546", "about 546", BAD, "the answer has no \"about\"" },
    { "546", "546-548", BAD, "a range is not asked" },
    { "540", "the 540s", PART, "missing: year" },
    { "546", "6th century", PART, "missing: year" },
    { "546", "December 545", BAD, "another year: 545, not 546" },
    { "546", "545", BAD, "one off: 545 is not 546" },
    { "546", "17 December", BAD, "one number is asked" },
    { "546|spring 546", "summer 546", BAD, "another season: summer, not spring" },
    { "546", "546 AUC", BAD, "the right number, but only it is asked, not auc" },
};

static void test_number(void **state)
{
    (void)state;
    check_rows(KEY_NUMBER, number_rows, COUNT(number_rows));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same),
        cmocka_unit_test(test_other),
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
