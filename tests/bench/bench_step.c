/*
 * One step of scheduling against ts-fsrs:  bench_step PACKAGES
 *
 * A step is what each rating would make of a card: memories, dates, fuzz drawn.  Cards are
 * answered when they are due, ten times each, every seventh time with Again; each has its own
 * fuzz.  ts-fsrs 5.4.2 runs FSRS-6, whose interval is a formula; ours is FSRS-7, whose interval
 * is searched for.
 */
#include "bench.h"
#include "peer.h"

#include "fsrs/schedule.h"

#include <stdlib.h>

enum { ANSWERS = 100000, ANSWERS_A_CARD = 10, TURNS = 5 };

/* Noon of 1 January 2026. */
static const int64_t begin_ms = 1767268800000;

static const struct schedule schedule = {
    .weights = fsrs_default_weights,
    .retention = 0.9,
    .learning_ms = { MINUTE_MS, 10 * MINUTE_MS },
    .learning_count = 2,
    .relearning_ms = { 10 * MINUTE_MS },
    .relearning_count = 1,
    .longest_days = 36500,
    .rollover_hour = 4,
};

static struct progress step(const char *card, const struct progress *before,
    int64_t at_ms, enum fsrs_rating rating)
{
    struct progress after[4];
    uint64_t seed = schedule_seed(card, before->reviews);
    schedule_outcomes(before, at_ms, seed, &schedule, after);
    return after[rating - 1];
}

/* Milliseconds of so many steps. */
static double answer_cards(void)
{
    struct progress card = { .reviews = 0 };
    char name[32];
    int64_t before = bench_ns();
    for (size_t i = 0; i < ANSWERS; i++) {
        if (i % ANSWERS_A_CARD == 0) {
            card = (struct progress){ .plan.due_ms = begin_ms };
            snprintf(name, sizeof name, "persia-540/antioch-%zu", i / ANSWERS_A_CARD);
        }
        card = step(name, &card, card.plan.due_ms, i % 7 == 0 ? FSRS_AGAIN : FSRS_GOOD);
    }
    if (card.reviews == 0)
        bench_die("nothing was answered");
    return (double)(bench_ns() - before) / 1e6;
}

int main(int argc, char **argv)
{
    double ours[TURNS], theirs[TURNS];
    char answers[16];
    const char what[] = "  the outcomes of four ratings";
    if (argc != 2)
        bench_die("usage: bench_step PACKAGES");
    struct peer peer =
        peer_open("tests/bench/step_peer.mjs", (const char *[]){ argv[1], NULL });
    snprintf(answers, sizeof answers, "%d", ANSWERS);
    if (!peer_is_there(&peer))
        fputs("skipped: ts-fsrs is not there, ours is measured alone\n", stderr);
    for (int i = -1; i < TURNS; i++) {
        int turn = i < 0 ? 0 : i; // the first is only there to warm up
        ours[turn] = answer_cards();
        theirs[turn] = peer_is_there(&peer) ? peer_number(&peer, answers) : 0;
    }
    double us = 1e3 * bench_median(ours, TURNS) / ANSWERS;
    if (peer_is_there(&peer))
        bench_print_ratio(
            what, us, 1e3 * bench_median(theirs, TURNS) / ANSWERS, "us", 0.05);
    else
        bench_print_figure(what, us, "us");
    peer_close(&peer);
    return 0;
}
