/*
 * The fit of the memory model against the binding of fsrs-rs, on the same log:
 *
 *   bench_fit PACKAGES LOG.csv...
 *
 * PACKAGES is where npm installed the binding.  It takes turns with ours (fit_peer.mjs), and
 * both time the fit alone.  It fits FSRS-6 in five epochs; ours are FSRS-7 in eight.  Without it
 * the figures of ours are printed alone.
 *
 * The last log is to be the largest.  Whether time grows faster than the answers, the memory
 * that fits took, and a replay of all memories against a loop over cards are measured on it.
 */
#include "bench.h"
#include "peer.h"

#include "../unit/review_log.h"

#include "fsrs/kernel.h"
#include "fsrs/optimise.h"
#include "fsrs/replay.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

enum { MOST_TURNS = 21, ALLOWED_MIB = 150 };

/* ---- ours ---- */

struct ours {
    const char *what;
    double goal; // of the binding's time
    struct fsrs_fit_options options;
    double ms[MOST_TURNS];
};

static double fit_ms(
    const struct fsrs_history *history, const struct fsrs_fit_options *options)
{
    struct fsrs_fit_result result;
    int64_t before = bench_ns();
    fsrs_fit(history, options, NULL, &result);
    return (double)(bench_ns() - before) / 1e6;
}

/* A first fit by each kernel that this processor has, and a warm one. */
static size_t variants(const struct fsrs_history *history, struct ours *ours)
{
    static const double goals[] = { 0.1, 0.1, 0.33 };
    static char names[3][64];
    const struct fsrs_kernel *kernels[FSRS_KERNELS];
    size_t count = 0, all = fsrs_kernels(kernels);
    for (size_t i = 0; i < all && !kernels[i]->exact; i++, count++) {
        snprintf(names[i], sizeof names[i], "  first fit, %s", kernels[i]->name);
        ours[count] = (struct ours){ .what = names[i], .options = fsrs_fit_options() };
        ours[count].options.kernel = kernels[i];
    }
    for (size_t i = 0; i < count; i++)
        ours[i].goal = goals[3 - count + i];

    struct fsrs_fit_result result;
    fsrs_fit(history, &ours[0].options, NULL, &result);
    ours[count] =
        (struct ours){ .what = "  first fit, two threads", .goal = ours[0].goal };
    ours[count].options = fsrs_fit_options();
    ours[count++].options.threads = 2;
    ours[count] = (struct ours){ .what = "  warm refit", .goal = 0.02 };
    ours[count++].options = fsrs_refit_options(result.weights);
    return count;
}

static void measure(const char *packages, const char *log)
{
    struct fsrs_history history;
    if (!review_log_load(log, &history))
        bench_die("no log %s", log);
    bool large = history.answer_count > 500000; // the binding takes seconds
    size_t turns = large ? 1 : 7;
    const char *name = strrchr(log, '/');
    printf("%s, %zu answers, against the binding of fsrs-rs\n", name ? name + 1 : log,
        history.answer_count);
    fflush(stdout);

    struct ours ours[8];
    double baseline[MOST_TURNS];
    size_t count = variants(&history, ours);
    struct peer peer =
        peer_open("tests/bench/fit_peer.mjs", (const char *[]){ packages, log, NULL });
    if (!peer_is_there(&peer))
        fputs("skipped: the binding is not there, ours are measured alone\n", stderr);
    else if (!large)
        peer_number(&peer, "fit"); // the first turn warms it up
    for (size_t turn = 0; turn < turns; turn++) {
        for (size_t i = 0; i < count; i++)
            ours[i].ms[turn] = fit_ms(&history, &ours[i].options);
        if (peer_is_there(&peer))
            baseline[turn] = peer_number(&peer, "fit");
    }
    for (size_t i = 0; i < count; i++) {
        double ms = bench_median(ours[i].ms, turns);
        if (peer_is_there(&peer))
            bench_print_ratio(
                ours[i].what, ms, bench_median(baseline, turns), "ms", ours[i].goal);
        else
            bench_print_figure(ours[i].what, ms, "ms");
    }
    peer_close(&peer);
    fsrs_history_release(&history);
}

/* ---- growth ---- */

static double us_an_answer(const struct fsrs_history *history)
{
    struct fsrs_fit_options options = fsrs_fit_options();
    return 1e3 * fit_ms(history, &options) / (double)history->answer_count;
}

static void measure_growth(const char *small_log, const char *large_log)
{
    enum { TURNS = 5 };
    struct fsrs_history small, large;
    double ours[TURNS], baseline[TURNS];
    if (!review_log_load(small_log, &small) || !review_log_load(large_log, &large))
        bench_die("no log %s or %s", small_log, large_log);
    for (size_t i = 0; i < TURNS; i++) {
        ours[i] = us_an_answer(&large);
        baseline[i] = us_an_answer(&small);
    }
    bench_print_ratio("  an answer in it, against one in the first log",
        bench_median(ours, TURNS), bench_median(baseline, TURNS), "us", 1);
    fsrs_history_release(&small);
    fsrs_history_release(&large);
}

/* ---- replay ---- */

static double loop_ms(const struct fsrs_history *history, struct memory *memories)
{
    int64_t before = bench_ns();
    for (size_t i = 0; i < history->card_count; i++) {
        struct fsrs_card_history card = history->cards[i];
        struct memory memory = { 0 };
        for (size_t j = card.first; j < card.first + card.count; j++) {
            const struct fsrs_answer *answer = &history->answers[j];
            memory = fsrs_next(memory, answer->elapsed_days,
                (enum fsrs_rating)answer->rating, fsrs_default_weights);
        }
        memories[i] = memory;
    }
    return (double)(bench_ns() - before) / 1e6;
}

static double replay_ms(const struct fsrs_history *history, struct memory *memories)
{
    int64_t before = bench_ns();
    fsrs_replay(history, SIZE_MAX, fsrs_default_weights, NULL, memories);
    return (double)(bench_ns() - before) / 1e6;
}

static void measure_replay(const char *log)
{
    enum { TURNS = 5 };
    struct fsrs_history history;
    double ours[TURNS], plain[TURNS];
    if (!review_log_load(log, &history))
        bench_die("no log %s", log);
    struct memory *memories = calloc(history.card_count + 1, sizeof *memories);
    for (int i = -1; i < TURNS; i++) {
        int turn = i < 0 ? 0 : i; // the first is only there to warm up
        ours[turn] = replay_ms(&history, memories);
        plain[turn] = loop_ms(&history, memories);
    }
    bench_print_ratio("  replay of all memories, against one by one, libm",
        bench_median(ours, TURNS), bench_median(plain, TURNS), "ms", 0.5);
    free(memories);
    fsrs_history_release(&history);
}

int main(int argc, char **argv)
{
    if (argc < 3)
        bench_die("usage: bench_fit PACKAGES LOG.csv...");
    for (int i = 2; i < argc; i++)
        measure(argv[1], argv[i]);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    bench_print_ratio("  most memory, against what is allowed",
        (double)usage.ru_maxrss / 1024, ALLOWED_MIB, "MiB", 1);
    measure_growth(argv[2], argv[argc - 1]);
    measure_replay(argv[argc - 1]);
    return 0;
}
