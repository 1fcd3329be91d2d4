/*
 * Command lines: from words to the fields of a struct, or to what is said of them.
 */
#include "test.h"

#include "base/opt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct settings {
    bool json, help;
    const char *now;
    struct opt_texts decks;
    struct opt_number seed;
};

struct study {
    struct opt_number limit;
    bool flip;
};

static const struct opt global_opts[] = {
    { "json", 0, OPT_FLAG, offsetof(struct settings, json), NULL, "print JSON" },
    { "help", 'h', OPT_FLAG, offsetof(struct settings, help), NULL, "print this" },
    { "now", 0, OPT_TEXT, offsetof(struct settings, now), "TIME", "what time it is" },
    { "decks", 'd', OPT_TEXTS, offsetof(struct settings, decks), "PATH",
        "where decks are" },
    { "seed", 0, OPT_NUMBER, offsetof(struct settings, seed), "N", "repeat the draws" },
    { 0 },
};

static const struct opt study_opts[] = {
    { "limit", 'n', OPT_NUMBER, offsetof(struct study, limit), "N", "at most N cards" },
    { "flip", 0, OPT_FLAG, offsetof(struct study, flip), NULL, "grade yourself" },
    { 0 },
};

/* Everything that was read of a command line. */
struct reading {
    struct settings settings;
    struct study study;
    struct opt_texts words;
    int at;
    struct err err;
};

enum { MOST_WORDS = 16 };

/* Takes a line apart at its spaces, in place; '' is an empty word. */
static int split(char *line, char *argv[MOST_WORDS])
{
    int argc = 0;
    for (char *word = strtok(line, " "); word != NULL; word = strtok(NULL, " ")) {
        assert_true(argc < MOST_WORDS);
        argv[argc++] = strcmp(word, "''") == 0 ? word + 2 : word;
    }
    return argc;
}

static void add_texts(struct buf *out, const char *name, const struct opt_texts *texts)
{
    for (size_t i = 0; i < texts->count; i++)
        buf_addf(out, "%s%s", i == 0 ? name : ",", texts->items[i]);
}

static void add_number(struct buf *out, const char *name, struct opt_number number)
{
    if (number.given)
        buf_addf(out, " %s=%lld", name, number.value);
}

/* What was read, in words: what was given is there, in this order. */
static void describe(const struct reading *r, struct buf *out)
{
    buf_add(out, r->settings.json ? " json" : "");
    buf_add(out, r->settings.help ? " help" : "");
    if (r->settings.now != NULL)
        buf_addf(out, " now=%s", r->settings.now);
    add_texts(out, " decks=", &r->settings.decks);
    add_number(out, "seed", r->settings.seed);
    add_number(out, "limit", r->study.limit);
    buf_add(out, r->study.flip ? " flip" : "");
    add_texts(out, " words=", &r->words);
    buf_addf(out, " at=%d", r->at);
}

static void assert_reads(const char *line, bool stop_at_word, const char *want)
{
    char *copy = mem_strdup(line), *argv[MOST_WORDS];
    struct reading r = { 0 };
    const struct opt_set sets[] = { { global_opts, &r.settings },
        { study_opts, &r.study } };
    struct buf got = { 0 };
    print_message("%s\n", line);
    if (opt_parse(
            split(copy, argv), argv, &r.at, sets, 2, stop_at_word, &r.words, &r.err)) {
        describe(&r, &got);
    } else {
        assert_int_equal(r.err.kind, ERR_USAGE);
        buf_addf(&got, " %s", r.err.message);
    }
    assert_string_equal(got.text + 1, want);
    opt_texts_release(&r.settings.decks);
    opt_texts_release(&r.words);
    buf_release(&got);
    free(copy);
}

static void test_lines(void **state)
{
    (void)state;
    static const struct {
        const char *line, *want;
    } cases[] = {
        { "", "at=0" },
        { "--json", "json at=1" },
        { "-h", "help at=1" },
        { "--now T", "now=T at=2" },
        { "--now=T", "now=T at=1" },
        { "--now=", "now= at=1" },
        { "--now ''", "now= at=2" },
        { "--now=a=b", "now=a=b at=1" },
        { "--now A --now B", "now=B at=4" },   // the last counts
        { "--now --json", "now=--json at=2" }, // a value may look like an option
        { "-d a --decks=b --decks c", "decks=a,b,c at=5" },
        { "--seed 0", "seed=0 at=2" },
        { "--seed=007", "seed=7 at=1" },
        { "--seed 9223372036854775807", "seed=9223372036854775807 at=2" },
        { "-n 20 --seed 5 --flip", "seed=5 limit=20 flip at=5" },
        { "one two", "words=one,two at=2" },
        { "one --json two -n 3 three", "json limit=3 words=one,two,three at=6" },
        { "-- --json -n", "words=--json,-n at=3" },
        { "--json -- -- x", "json words=--,x at=4" },
        { "- ''", "words=-, at=2" }, // neither is an option
        // what is refused
        { "--jsno", "no option '--jsno'; did you mean '--json'?" },
        { "--lmit=3", "no option '--lmit'; did you mean '--limit'?" },
        { "-json", "no option '-json'; did you mean '--json'?" },
        { "--js", "no option '--js'; --help lists them" }, // no abbreviations
        { "--Json", "no option '--Json'; did you mean '--json'?" },
        { "-x", "no option '-x'; --help lists them" },
        { "-n5", "no option '-n5'; --help lists them" },
        { "-5", "no option '-5'; for a number put -- before it" },
        { "--=x", "no option '--'; --help lists them" },
        { "---json", "no option '---json'; did you mean '--json'?" },
        { "--json=yes", "--json takes no value" },
        { "--now", "--now needs a value: --now TIME" },
        { "-d", "--decks needs a value: --decks PATH" },
        { "--seed five", "--seed takes a whole number, not 'five'" },
        { "--seed 5x", "--seed takes a whole number, not '5x'" },
        { "--seed 1.5", "--seed takes a whole number, not '1.5'" },
        { "--seed -1", "--seed takes a whole number, not '-1'" },
        { "--seed +1", "--seed takes a whole number, not '+1'" },
        { "--seed ''", "--seed takes a whole number, not ''" },
        { "--seed=", "--seed takes a whole number, not ''" },
        { "-n 9223372036854775808",
            "--limit takes a whole number, not '9223372036854775808'" },
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_reads(cases[i].line, false, cases[i].want);
}

/* The options before a command; the command and what follows are for another table. */
static void test_stop_at_word(void **state)
{
    (void)state;
    static const struct {
        const char *line, *want;
    } cases[] = {
        { "", "at=0" },
        { "study", "at=0" },
        { "--json study --nonsense", "json at=1" },
        { "--now study due", "now=study at=2" },
        { "--json -- study", "json at=2" },
        { "--json --", "json at=2" },
        { "--nonsense study", "no option '--nonsense'; --help lists them" },
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_reads(cases[i].line, true, cases[i].want);
}

/* Reading goes on where it stopped, as it does behind a command. */
static void test_goes_on(void **state)
{
    (void)state;
    char line[] = "--json study -n 3 greek --json", *argv[MOST_WORDS];
    struct reading r = { 0 };
    int argc = split(line, argv);
    const struct opt_set sets[] = { { global_opts, &r.settings },
        { study_opts, &r.study } };
    assert_true(opt_parse(argc, argv, &r.at, sets, 1, true, &r.words, &r.err));
    assert_string_equal(argv[r.at++], "study");
    assert_true(opt_parse(argc, argv, &r.at, sets, 2, false, &r.words, &r.err));
    struct buf got = { 0 };
    describe(&r, &got);
    assert_string_equal(got.text, " json limit=3 words=greek at=6");
    buf_release(&got);
    opt_texts_release(&r.words);
}

/* A long name that is unknown is quoted, and compared with none. */
static void test_long_unknown_option(void **state)
{
    (void)state;
    char word[200] = "--", want[256];
    memset(word + 2, 'x', 150);
    word[152] = '\0';
    snprintf(want, sizeof want, "no option '%s'; --help lists them", word);
    assert_reads(word, false, want);
}

static void test_render(void **state)
{
    (void)state;
    static const struct opt opts[] = {
        { "json", 0, OPT_FLAG, 0, NULL, "print JSON" },
        { "limit", 'n', OPT_NUMBER, 0, "N", "at most N cards" },
        { "twenty-four-characters", 0, OPT_FLAG, 0, NULL, "just too long" },
        { 0 },
    };
    struct buf out = { 0 };
    opt_render(opts, &out);
    assert_string_equal(out.text, "      --json                print JSON\n"
                                  "  -n, --limit N             at most N cards\n"
                                  "      --twenty-four-characters  just too long\n");
    buf_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_stop_at_word),
        cmocka_unit_test(test_goes_on),
        cmocka_unit_test(test_long_unknown_option),
        cmocka_unit_test(test_render),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
