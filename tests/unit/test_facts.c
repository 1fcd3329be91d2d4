/*
 * Dates, numbers and names in running text.
 */
#include "test.h"

#include "base/buf.h"
#include "match/facts.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* D date, N number with its unit or noun, P name; a guess has a question mark. */
static void write_facts(const char *text, const struct facts *facts, struct buf *out)
{
    static const char kinds[] = { 'D', 'N', 'P' };
    for (size_t i = 0; i < facts->count; i++) {
        const struct fact *fact = &facts->items[i];
        buf_addf(out, "%s%c%s[%.*s", i > 0 ? " " : "", kinds[fact->kind],
            fact->guessed ? "?" : "", (int)(fact->to - fact->from), text + fact->from);
        if (fact->kind == FACT_NAME)
            buf_addf(out, "=%s", fact->text);
        if (fact->unit != NULL || fact->noun != NULL)
            buf_addf(out, "|%s", fact->unit != NULL ? fact->unit : fact->noun);
        buf_add(out, fact->ordinal ? ".]" : "]");
    }
}

struct facts_case {
    const char *text, *facts;
};

static void check_cases(const struct facts_case *cases, size_t count, bool lower)
{
    static const char *const forms[] = { "Khusrau", "Khosrow" };
    static const struct spelling spelling = { forms, 2 };
    const struct key_context context = {
        .language = "en", .spellings = &spelling, .spelling_count = 1
    };
    for (size_t i = 0; i < count; i++) {
        struct arena arena = { 0 };
        struct buf out = { 0 };
        struct rules rules = rules_make(&context, 0, &arena);
        print_message("%s\n", cases[i].text);
        struct facts facts = facts_read(&rules, cases[i].text, lower, &arena);
        write_facts(cases[i].text, &facts, &out);
        assert_string_equal(buf_text(&out), cases[i].facts);
        buf_release(&out);
        arena_release(&arena);
    }
}

static void test_capitals(void **state)
{
    (void)state;
    static const struct facts_case cases[] = {
        { "", "" },
        { "nothing to see", "" },
        { "The king sent Narses.", "P[Narses=narses]" },
        { "Narses came.", "P?[Narses=narses]" },
        { "Although he came, nobody saw.", "" },
        { "He met Theodoric the Great, of Ravenna.",
            "P[Theodoric the Great=theodoric the great] P[Ravenna=ravenna]" },
        { "It was (Justinian\xE2\x80\x99s) palace.",
            "P[Justinian\xE2\x80\x99s=justinian]" },
        { "the reign of Kavadh I and others", "P[Kavadh I=kavadh i]" },
        { "when Khosrow came", "P[Khosrow=khusrau]" },
        { "a Mihr-Mihroe and a pre-Islamic one",
            "P[Mihr-Mihroe=mihr mihroe] P[pre-Islamic=islamic] N[one]" },
        { "He paid 4,000 pounds and three hundred men.",
            "N[4,000|lb] N[three hundred|man]" },
        { "the third city, and 12 towers", "N[third|city.] N[12|towers]" },
        { "in March, 540, and in 541", "D[in March, 540] N[541]" },
        { "It was June then, or late 541.", "D[June] D[late 541]" },
        { "from the 6th century on a Friday", "D[the 6th century]" },
        { "470s", "D[470s]" },
    };
    check_cases(cases, COUNT(cases), false);
}

static void test_lower(void **state)
{
    (void)state;
    static const struct facts_case cases[] = {
        { "general conon held the city of rome", "P?[conon=conon] P?[rome=rome]" },
        { "justinian i reigned 527 565 in peace",
            "P?[justinian i=justinian i] N[527 565] N[527 565] N[527 565]" },
        { "totila s goths came with khosrow", "P?[totila=totila] P[khosrow=khusrau]" },
        { "the king of his own land in may", "" },
        { "on 17 december 546 some 6 000 troops",
            "D[on 17 december 546] N[6 000|troops]" },
    };
    check_cases(cases, COUNT(cases), true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_capitals),
        cmocka_unit_test(test_lower),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
