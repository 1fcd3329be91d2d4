/*
 * The log of a learner who does not exist:  bench_log KIND ANSWERS >LOG.csv
 *
 * KIND is one of tests/unit/simulate.h by name; without arguments all of them are listed.
 */
#include "bench.h"

#include "../unit/simulate.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static enum learner_kind kind_of(const char *name)
{
    for (int kind = 0; kind < LEARNER_KINDS; kind++)
        if (strcmp(learner_kind_name((enum learner_kind)kind), name) == 0)
            return (enum learner_kind)kind;
    bench_die("no such learner: %s", name);
}

static void list_kinds(void)
{
    for (int kind = 0; kind < LEARNER_KINDS; kind++)
        puts(learner_kind_name((enum learner_kind)kind));
}

/* The binding of fsrs-rs wants a card to begin by learning. */
static void print_log(enum learner_kind kind, size_t answers)
{
    enum { LEARNING = 1, REVIEW = 2 };
    size_t cards;
    struct fsrs_event *events = simulate(kind, 1, answers, &cards);
    unsigned char *seen = calloc(cards, 1);
    puts("card_id,review_time,review_rating,review_state,review_duration");
    for (size_t i = 0; i < answers; i++) {
        const struct fsrs_event *event = &events[i];
        printf("%" PRIu32 ",%" PRId64 ",%d,%d,5000\n", event->card, event->at_ms,
            event->rating, seen[event->card] ? REVIEW : LEARNING);
        seen[event->card] = 1;
    }
    free(seen);
    free(events);
}

int main(int argc, char **argv)
{
    if (argc == 1)
        list_kinds();
    else if (argc == 3)
        print_log(kind_of(argv[1]), strtoul(argv[2], NULL, 10));
    else
        bench_die("usage: bench_log [KIND ANSWERS]");
    if (fclose(stdout) != 0)
        bench_die("the log could not be written");
    return 0;
}
