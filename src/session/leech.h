/*
 * Cards that are forgotten again and again, and what goes wrong with them.
 *
 * A leech has as many lapses as the setting leech-lapses says, or more; a card with half as
 * many is on the way to become one.
 */
#ifndef SESSION_LEECH_H
#define SESSION_LEECH_H

#include "session/collection.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What was typed when the answer was missed. */
struct slip {
    const char *typed; // NULL: nothing
    size_t count;
};

struct leech {
    size_t card;
    bool is_leech; // else on the way
    int lapses;
    size_t answers, right; // since the card was reset last
    int64_t answer_ms;     // all answers together
    struct slip *slips;    // most frequent first
    size_t slip_count;
};

/* Lapses from which a card is on the way; 0 if leeches are turned off. */
int leech_half_way(int threshold);

/*
 * The leeches and the cards on the way among those that `selected` flags, worst first: by
 * lapses, then by share right.  Texts and array in `arena`.
 */
MUST_USE bool leech_list(const struct collection *collection, const bool *selected,
    struct arena *arena, struct leech **leeches, size_t *count, struct err *err);

#endif
