/*
 * How many judgements and how many steps of the memory model a second takes: figures without
 * a baseline, to be compared from one version to the next on one machine; and what a judgement
 * costs against plain edit distances to all known answers, which is what most programs do.
 */
#include "bench.h"

#include "base/near.h"
#include "fsrs/model.h"
#include "match/judge.h"
#include "match/lexicon.h"

#include <string.h>

enum { JUDGEMENTS = 20000, STEPS = 1000000, TURNS = 5 };

struct sample {
    const char *forms[2];
    enum key_kind kind;
    const char *typed;
};

/* Right, right otherwise, a slip, wrong, half of it; texts, a number, a date. */
static const struct sample samples[] = {
    { { "Belisarius", "Flavius Belisarius" }, KEY_TEXT, "Belisarius" },
    { { "the Battle of Dara", "Dara" }, KEY_TEXT, "battle of dara" },
    { { "Thessalonica", "Salonica" }, KEY_TEXT, "Tessalonica" },
    { { "Chosroes", "Khusrau" }, KEY_TEXT, "Kavadh" },
    { { "17 December 546", "17 Dec 546" }, KEY_TEXT, "December 17, 546" },
    { { "1,000 pounds", "a thousand pounds" }, KEY_TEXT, "5,000 pounds" },
    { { "Île de la Cité", "the Cité" }, KEY_CLOZE, "ile de la cite" },
    { { "the general who lost the city and kept its gold", "Bessas" }, KEY_TEXT,
        "the general who kept the gold" },
};

enum { SAMPLES = sizeof samples / sizeof samples[0] };

/* Judgements a second over one round of the samples after another. */
static double judge(void)
{
    static const struct key_context context = { .language = "en" };
    size_t right = 0;
    int64_t before = bench_ns();
    for (size_t i = 0; i < JUDGEMENTS; i++) {
        const struct sample *sample = &samples[i % SAMPLES];
        struct key_item item = { sample->forms, 2 };
        struct key key = { .kind = sample->kind, .items = &item, .count = 1 };
        struct arena arena = { 0 };
        right +=
            verdict_is_right(match_judge(&key, &context, sample->typed, &arena).verdict);
        arena_release(&arena);
    }
    double seconds = (double)(bench_ns() - before) / 1e9;
    if (right == 0)
        bench_die("the judge lets nothing pass");
    return JUDGEMENTS / seconds;
}

/* --- with a hundred known answers ------------------------------------------------------ */

enum { KNOWN = 100, WORD_BYTES = 16 };

/* Words of three syllables, no two alike. */
static char known[KNOWN][WORD_BYTES];

static void make_known(void)
{
    static const char *const first[] = { "Bel", "Con", "Dag", "Ger", "Ild", "Mar", "Nar",
        "Pro", "Tot", "Vit" };
    static const char *const second[] = { "isar", "stant", "ibal", "man", "opiu", "ephr",
        "avad", "urel", "odos", "imen" };
    for (size_t i = 0; i < KNOWN; i++) {
        strcpy(known[i], first[i % 10]);
        strcat(known[i], second[i / 10]);
        strcat(known[i], i % 3 == 0 ? "ius" : "a");
    }
}

static void tell_known(const void *owner, struct lexicon *lexicon)
{
    (void)owner;
    for (size_t i = 0; i < KNOWN; i++)
        lexicon_add_answer(lexicon, known[i], known[i]);
}

/* Right, small, swapped, one letter too few, another answer, framed: by turns. */
static void mistype(size_t turn, char typed[2 * WORD_BYTES])
{
    const char *right = known[turn % KNOWN];
    size_t kind = turn % 6, len = strlen(right);
    strcpy(typed, kind == 5 ? "it was " : "");
    strcat(typed, kind == 4 ? known[(turn + 1) % KNOWN] : right);
    if (kind == 1)
        typed[0] = (char)(typed[0] + 'a' - 'A');
    if (kind == 2) {
        char swapped = typed[2];
        typed[2] = typed[3];
        typed[3] = swapped;
    }
    if (kind == 3)
        memmove(typed + 3, typed + 4, len - 3);
}

static double judge_known(void)
{
    struct key_context context = { .language = "en",
        .lexicon = lexicon_new(tell_known, NULL) };
    size_t right = 0;
    int64_t before = bench_ns();
    for (size_t i = 0; i < JUDGEMENTS; i++) {
        char typed[2 * WORD_BYTES];
        const char *form = known[i % KNOWN];
        struct key_item item = { &form, 1 };
        struct key key = { .kind = KEY_TEXT, .items = &item, .count = 1 };
        struct arena arena = { 0 };
        mistype(i, typed);
        right += verdict_is_right(match_judge(&key, &context, typed, &arena).verdict);
        arena_release(&arena);
    }
    double seconds = (double)(bench_ns() - before) / 1e9;
    lexicon_release(context.lexicon);
    if (right < JUDGEMENTS / 2)
        bench_die("the judge lets little pass");
    return seconds / JUDGEMENTS * 1e6;
}

/* The same texts, each measured against every known answer. */
static double measure_known(void)
{
    size_t nearest = 0;
    int64_t before = bench_ns();
    for (size_t i = 0; i < JUDGEMENTS; i++) {
        char typed[2 * WORD_BYTES];
        mistype(i, typed);
        for (size_t j = 0; j < KNOWN; j++)
            nearest += near_distance(typed, known[j]) == 0;
    }
    double seconds = (double)(bench_ns() - before) / 1e9;
    if (nearest == 0)
        bench_die("no text was a known answer");
    return seconds / JUDGEMENTS * 1e6;
}

static void compare_known(void)
{
    double ours[TURNS], baseline[TURNS];
    make_known();
    for (size_t i = 0; i < TURNS; i++) {
        ours[i] = judge_known();
        baseline[i] = measure_known();
    }
    bench_print_ratio("  a judgement, against 100 edit distances",
        bench_median(ours, TURNS), bench_median(baseline, TURNS), "us", 0);
}

/* --- the memory model ------------------------------------------------------------------ */

/* Steps a second along histories of ten reviews. */
static double step(void)
{
    struct memory memory = { 0 };
    int64_t before = bench_ns();
    for (size_t i = 0; i < STEPS; i++) {
        if (i % 10 == 0)
            memory = (struct memory){ 0 };
        enum fsrs_rating rating = i % 7 == 0 ? FSRS_AGAIN : FSRS_GOOD;
        memory = fsrs_next(memory, (double)(i % 10) * 1.7, rating, fsrs_default_weights);
    }
    double seconds = (double)(bench_ns() - before) / 1e9;
    if (memory_is_new(memory))
        bench_die("the model forgets everything");
    return STEPS / seconds;
}

static double median_of(double (*measure)(void))
{
    double rates[TURNS];
    for (size_t i = 0; i < TURNS; i++)
        rates[i] = measure();
    return bench_median(rates, TURNS);
}

int main(void)
{
    bench_print_figure(
        "  judgements of typed answers", median_of(judge) / 1e3, "thousand/s");
    compare_known();
    bench_print_figure("  steps of the memory model", median_of(step) / 1e6, "million/s");
    return 0;
}
