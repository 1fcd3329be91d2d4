/*
 * The judge of numbers, and of true and false.
 */
#include "judged.h"
#include "test.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

/* A row names what differs from nothing: the rest of it is zero. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

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
        check_judgement(&got, row->verdict, row->reason, row->expected, row->typed);
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
        check_judgement(&got, rows[i].verdict, rows[i].reason, expected, rows[i].typed);
        assert_string_equal(got.expected, expected);
        assert_int_equal(strncmp(got.reason, "it is", 5) == 0, got.feedback != NULL);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_number),
        cmocka_unit_test(test_boolean),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
