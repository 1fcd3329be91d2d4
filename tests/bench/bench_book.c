/*
 * A book to draft from:  bench_book BYTES >BOOK.txt
 *
 * Chapters of sentences with names, dates and numbers, put together at random from one seed.  No two
 * chapters are alike; what they say is nonsense.
 */
#include "base/rng.h"

#include <stdio.h>
#include <stdlib.h>

#define PICK(rng, list) ((list)[rng_below((rng), sizeof(list) / sizeof *(list))])

static const char *const heads[] = { "Ar", "Bel", "Cor", "Dan", "El", "Fer", "Gar", "Hal",
    "Is", "Jor", "Kel", "Lan", "Mor", "Nor", "Os", "Per", "Quin", "Ros", "Sel", "Tor" };
static const char *const tails[] = { "an", "bert", "cia", "dor", "eth", "fin", "gard",
    "ina", "ius", "lan", "mund", "nor", "olf", "ric", "sia", "ton", "us", "wen" };
static const char *const deeds[] = { "besieged", "left", "founded", "visited",
    "described", "conquered", "rebuilt", "mapped", "ruled", "sold" };
static const char *const things[] = { "ships", "soldiers", "pounds of silver", "books",
    "horses", "houses", "coins", "letters" };
static const char *const months[] = { "January", "March", "May", "June", "August",
    "October", "December" };

static void print_name(struct rng *rng)
{
    printf("%s%s", PICK(rng, heads), PICK(rng, tails));
}

static unsigned number(struct rng *rng, size_t least, size_t most)
{
    return (unsigned)(least + rng_below(rng, most - least + 1));
}

static void print_sentence(struct rng *rng)
{
    switch (rng_below(rng, 5)) {
    case 0:
        printf("In %u ", number(rng, 400, 1900));
        print_name(rng);
        printf(" %s the town of ", PICK(rng, deeds));
        print_name(rng);
        break;
    case 1:
        print_name(rng);
        printf(", the king of ");
        print_name(rng);
        printf(", sent %u %s", number(rng, 20, 90000), PICK(rng, things));
        break;
    case 2:
        print_name(rng);
        printf(" was born in ");
        print_name(rng);
        printf(" on %u %s %u", number(rng, 1, 28), PICK(rng, months),
            number(rng, 400, 1900));
        break;
    case 3:
        printf("Nobody in the valley remembered how the old walls had looked before the "
               "river "
               "rose and the fields were given up");
        break;
    default:
        printf("The people refused to pay because ");
        print_name(rng);
        printf(" had taken %u %s", number(rng, 20, 900), PICK(rng, things));
    }
    printf(". ");
}

int main(int argc, char **argv)
{
    struct rng rng = { .state = 7 };
    long bytes = argc > 1 ? strtol(argv[1], NULL, 10) : 0;
    for (int chapter = 1; ftell(stdout) < bytes; chapter++) {
        printf("Chapter %d\n\n", chapter);
        for (int paragraph = 0; paragraph < 12; paragraph++) {
            for (int sentence = 0; sentence < 6; sentence++)
                print_sentence(&rng);
            printf("\n\n");
        }
    }
    return 0;
}
