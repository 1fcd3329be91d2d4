/*
 * How many judgements and how many steps of the memory model a second takes: figures without
 * a baseline, to be compared from one version to the next on one machine.
 */
#include "bench.h"

#include "fsrs/model.h"
#include "match/judge.h"

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
    bench_print_figure("  steps of the memory model", median_of(step) / 1e6, "million/s");
    return 0;
}
