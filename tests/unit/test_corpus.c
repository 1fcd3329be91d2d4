/*
 * How often is the judge unjust?  Each row of a corpus is judged as `try` would, and counted by
 * its kind:
 *
 *   false accept    judged right, the row says not right
 *   false reject    judged not right, the row says right
 *   other verdict   right or not as the row says, but called otherwise
 *
 *   test_corpus               judges both corpora, shows the rows of the open one that go wrong
 *   test_corpus KIND          shows only rows of that kind; all are counted
 *   test_corpus --held-out    shows those of the held-out one too, which nobody should tune to
 */
#include "test.h"

#include "corpus.h"
#include "session/present.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* What is too much: shares of all rows, of those that are right, of all rows. */
static const double bad_accepts = 0.005, bad_rejects = 0.01, bad_others = 0.02;

static bool show_held_out;
static const char *shown_kind; // NULL: all

#define OUTCOMES(X)                                                                      \
    X(AS_WANTED, "as wanted")                                                            \
    X(FALSE_ACCEPT, "false accept")                                                      \
    X(FALSE_REJECT, "false reject")                                                      \
    X(OTHER_VERDICT, "other verdict")

enum outcome {
#define X(outcome, words) outcome,
    OUTCOMES(X)
#undef X
        OUTCOME_COUNT
};

static const char *const outcome_words[] = {
#define X(outcome, words) words,
    OUTCOMES(X)
#undef X
};

struct tally {
    size_t rows, right; // right: the row says so
    size_t outcomes[OUTCOME_COUNT];
};

struct report {
    const char *path;
    bool show; // rows that go wrong
    struct tally of_kind[CORPUS_KIND_COUNT], all;
};

static void count(struct tally *tally, bool right, enum outcome outcome)
{
    tally->rows++;
    tally->right += right;
    tally->outcomes[outcome]++;
}

static enum outcome outcome_of(const struct corpus_row *row, enum verdict got)
{
    if (row->wants[got])
        return AS_WANTED;
    if (verdict_is_right(got) == row->right)
        return OTHER_VERDICT;
    return row->right ? FALSE_REJECT : FALSE_ACCEPT;
}

static void show(const struct report *report, const struct corpus_row *row,
    const struct judgement *got, enum outcome outcome)
{
    const char *kind = corpus_kind_word(row->kind);
    if (!report->show || (shown_kind != NULL && strcmp(shown_kind, kind) != 0))
        return;
    print_message("%s:%d: %s (%s): %s <- %s\n    want %s, got %s: %s\n", report->path,
        row->line, outcome_words[outcome], kind, got->expected, row->typed, row->wanted,
        verdict_word(got->verdict), got->reason);
}

static void judge(void *context, const struct corpus_row *row)
{
    struct report *report = context;
    struct arena arena = { 0 };
    struct key key = present_key(row->card, 0, &arena);
    struct judgement got = match_judge(&key, &row->deck->context, row->typed, &arena);
    enum outcome outcome = outcome_of(row, got.verdict);
    count(&report->of_kind[row->kind], row->right, outcome);
    count(&report->all, row->right, outcome);
    if (outcome != AS_WANTED)
        show(report, row, &got, outcome);
    arena_release(&arena);
}

static void print_tally(const char *label, const struct tally *tally)
{
    if (tally->rows > 0)
        print_message("%-10s %6zu %6zu %8zu %8zu %8zu\n", label, tally->rows,
            tally->right, tally->outcomes[FALSE_ACCEPT], tally->outcomes[FALSE_REJECT],
            tally->outcomes[OTHER_VERDICT]);
}

static void print_report(const struct report *report)
{
    print_message("\n%s\n", report->path);
    print_message("%-10s %6s %6s %8s %8s %8s\n", "", "", "", "false", "false", "other");
    print_message("%-10s %6s %6s %8s %8s %8s\n", "kind", "rows", "right", "accepts",
        "rejects", "verdicts");
    for (int kind = 0; kind < CORPUS_KIND_COUNT; kind++)
        print_tally(corpus_kind_word((enum corpus_kind)kind), &report->of_kind[kind]);
    print_tally("all", &report->all);
}

static size_t grave_accepts(const struct report *report)
{
    size_t grave = 0;
    for (int kind = 0; kind < CORPUS_KIND_COUNT; kind++)
        if (corpus_kind_is_grave((enum corpus_kind)kind))
            grave += report->of_kind[kind].outcomes[FALSE_ACCEPT];
    return grave;
}

/* Says what is too much; returns whether nothing is. */
static bool verify(const struct report *report)
{
    const struct tally *all = &report->all;
    const struct {
        const char *what;
        size_t got;
        double bad;
    } limits[] = {
        { "false accepts of numbers, dates, names, negations", grave_accepts(report), 1 },
        { "false accepts", all->outcomes[FALSE_ACCEPT], bad_accepts * (double)all->rows },
        { "false rejects", all->outcomes[FALSE_REJECT],
            bad_rejects * (double)all->right },
        { "other verdicts", all->outcomes[OTHER_VERDICT],
            bad_others * (double)all->rows },
    };
    bool good = true;
    for (size_t i = 0; i < COUNT(limits); i++) {
        if ((double)limits[i].got < limits[i].bad)
            continue;
        print_message("too many %s: %zu, not under %.1f\n", limits[i].what, limits[i].got,
            limits[i].bad);
        good = false;
    }
    return good;
}

/* A corpus that shrank below `least` rows proves nothing. */
static void measure(const char *path, bool show_rows, size_t least)
{
    struct report report = { .path = path, .show = show_rows };
    size_t bad = corpus_read(path, judge, &report);
    print_report(&report);
    bool good = verify(&report);
    assert_int_equal(bad, 0);
    assert_in_range(report.all.rows, least, SIZE_MAX);
    assert_true(good);
}

static void test_open(void **state)
{
    (void)state;
    measure(TEST_PATH("tests/corpus/judge.tsv"), true, 1000);
}

static void test_held_out(void **state)
{
    (void)state;
    measure(TEST_PATH("tests/corpus/held-out.tsv"), show_held_out, 500);
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--held-out") == 0)
            show_held_out = true;
        else
            shown_kind = argv[i];
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_open),
        cmocka_unit_test(test_held_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
