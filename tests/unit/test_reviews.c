/*
 * Answers from a file: what is read, and where faults are.
 */
#include "test.h"

#include "exchange/reviews.h"

#include <stdio.h>
#include <string.h>

static const char head[] = "card_id,review_time,review_rating";

static bool parse(const char *text, struct answers *answers, struct err *err)
{
    struct source source = { .name = "r.csv", .text = text, .len = strlen(text) };
    return reviews_parse(answers, &source, err);
}

static void test_reads(void **state)
{
    (void)state;
    static const struct {
        const char *what, *text;
        size_t count, cards;
        struct fsrs_event last;
        const char *name; // of the last answer's card
    } cases[] = {
        { .what = "only a head", .text = "card_id,review_time,review_rating" },
        { "one answer", "card_id,review_time,review_rating\n7,1000,3\n", 1, 1,
            { 1000, 0, 3 }, "7" },
        { "other columns, any order",
            "day,review_rating,x,card_id,review_time\n1,2,\"a,b\",k,99,more,and more\n",
            1, 1, { 99, 0, 2 }, "k" },
        { "CRLF, empty lines, no last line end",
            "\r\ncard_id,review_time,review_rating\r\n\r\na,1,1\r\n\r\nb,2,4", 2, 2,
            { 2, 1, 4 }, "b" },
        { "a byte order mark",
            "\xEF\xBB\xBF"
            "card_id,review_time,review_rating\na,1,1",
            1, 1, { 1, 0, 1 }, "a" },
        { "quotes around separators, quotes and line ends",
            "\"card_id\",\"review_time\",review_rating\n\"a \"\"b\"\",\nc\",\"5\",1\n", 1,
            1, { 5, 0, 1 }, "a \"b\",\nc" },
        { "a card that comes back",
            "card_id,review_time,review_rating\na,1,1\nb,2,2\na,3,3\n", 3, 2, { 3, 0, 3 },
            "a" },
        { "0 is no answer", "card_id,review_time,review_rating\na,1,1\na,2,0\n", 1, 1,
            { 1, 0, 1 }, "a" },
        { "the first of two columns of a name counts",
            "card_id,review_time,review_rating,card_id\na,1,1,b\n", 1, 1, { 1, 0, 1 },
            "a" },
        { "times of a made-up learner, who began at 0",
            "card_id,review_time,review_rating\na,0,1\na,864000000,2\n", 2, 1,
            { 864000000, 0, 2 }, "a" },
        { "times between those that look like seconds and any real ones",
            "card_id,review_time,review_rating\na,315532799,1\na,4102444800,2\n", 2, 1,
            { 4102444800, 0, 2 }, "a" },
        { "a time in the year 9999",
            "card_id,review_time,review_rating\na,253402300799999,1\n", 1, 1,
            { 253402300799999, 0, 1 }, "a" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct answers answers;
        struct err err = { 0 };
        print_message("%s\n", cases[i].what);
        assert_true(parse(cases[i].text, &answers, &err));
        assert_int_equal(answers.count, cases[i].count);
        assert_int_equal(answers.card_count, cases[i].cards);
        if (answers.count > 0) {
            const struct fsrs_event *last = &answers.events[answers.count - 1];
            assert_int_equal(last->at_ms, cases[i].last.at_ms);
            assert_int_equal(last->card, cases[i].last.card);
            assert_int_equal(last->rating, cases[i].last.rating);
            assert_string_equal(answers.cards[last->card], cases[i].name);
        }
        answers_release(&answers);
    }
}

static void test_faults(void **state)
{
    (void)state;
    static const struct {
        const char *rows; // below the usual head
        int line, column;
        const char *message;
    } cases[] = {
        { "a,1\n", 2, 1, "this line ends before its column 3, review_rating" },
        { "a,1,1\n\nb\n", 4, 1, "this line ends before its column 2, review_time" },
        { "a,soon,1\n", 2, 3, "review_time must be milliseconds since 1970, not 'soon'" },
        { "a,-1,1\n", 2, 3, "review_time must be milliseconds since 1970, not '-1'" },
        { "a,1.5,1\n", 2, 3, "review_time must be milliseconds since 1970, not '1.5'" },
        { "a,99999999999999999999,1\n", 2, 3,
            "review_time must be milliseconds since 1970, not '99999999999999999999'" },
        { "a,,1\n", 2, 3, "review_time must be milliseconds since 1970, not ''" },
        { "a,1,1\na,1,5\n", 3, 5,
            "review_rating must be 1 again, 2 hard, 3 good or 4 easy, not '5'" },
        { "\xC3\xA4,1,good\n", 2, 5,
            "review_rating must be 1 again, 2 hard, 3 good or 4 easy, not 'good'" },
        { ",1,1\n", 2, 1, "card_id is empty; each line needs one" },
        { "a,1,\"1\n", 2, 5, "this quote is not closed; add the missing \"" },
        { "a,1711744352,1\na,1711744359,2\n", 2, 3,
            "review_time must be milliseconds since 1970, and this looks like seconds; "
            "multiply such times by 1000" },
        { "a,1711744352000,1\nb,315532800,2\nb,4102444799,2\n", 3, 3,
            "review_time must be milliseconds since 1970, and this looks like seconds; "
            "multiply such times by 1000" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct answers answers;
        struct err err = { 0 };
        struct buf text = { 0 };
        buf_addf(&text, "%s\n%s", head, cases[i].rows);
        print_message("%s", cases[i].rows);
        assert_false(parse(text.text, &answers, &err));
        assert_string_equal(err.message, cases[i].message);
        assert_int_equal(err.kind, ERR_INPUT);
        assert_int_equal(err.line, cases[i].line);
        assert_int_equal(err.column, cases[i].column);
        answers_release(&answers);
        buf_release(&text);
    }
}

static void test_heads(void **state)
{
    (void)state;
    static const struct {
        const char *text, *missing, *cause;
    } cases[] = {
        { "", "card_id", "" },
        { "\n\n", "card_id", "" },
        { "1,1369142951405,2,1,17926\n", "card_id", "" },
        { "a;b,card_id,review_time\n", "review_rating", "" },
        { "card_id,time,review_rating\n", "review_time", "" },
        { "card_id,review_time,Review_rating\n", "review_rating", "" },
        { "card_id;review_time;review_rating\n", "card_id",
            "; commas must separate columns, not ';'" },
        { "\"card_id\";\"review_time\";\"review_rating\"\r\n", "card_id",
            "; commas must separate columns, not ';'" },
        { "card_id\treview_time\treview_rating\n", "card_id",
            "; commas must separate columns, not tabs" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct answers answers;
        struct err err = { 0 };
        char want[200];
        snprintf(want, sizeof want,
            "the first line names no column '%s'; it must name card_id, review_time and "
            "review_rating%s",
            cases[i].missing, cases[i].cause);
        assert_false(parse(cases[i].text, &answers, &err));
        assert_string_equal(err.message, want);
        answers_release(&answers);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reads),
        cmocka_unit_test(test_faults),
        cmocka_unit_test(test_heads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
