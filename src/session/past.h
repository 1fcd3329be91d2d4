/*
 * The learner's past: all that was answered and marked and still counts, oldest first, made
 * small, so that years of it fit into memory and can be added up in one go.
 *
 * An entry takes 32 bytes.  Cards are known by number: those of the library by their place
 * in it, names that no deck has (any more) by numbers behind.  Days are study days as they
 * were stored, never worked out anew.
 */
#ifndef SESSION_PAST_H
#define SESSION_PAST_H

#include "base/map.h"
#include "session/collection.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct past_entry {
    int64_t at_ms;
    struct day day;
    uint32_t card;
    struct day due_day;    // review: as planned by this answer; a move: the new date
    int32_t interval_days; // likewise; 0 at steps
    uint16_t answer_ms;    // review: at most 60,000
    uint8_t kind;          // enum event_kind: a review, suspend, bury, reset or move
    uint8_t rating;        // review: enum fsrs_rating; a mark: set or taken away
    uint8_t phase;         // review: enum phase, as planned by this answer
    uint8_t step;          // review: likewise; 0 in review
};

struct past {
    struct past_entry *entries;
    size_t count, capacity;
    size_t card_count; // numbers given out
    struct map others; // names without a card -> their numbers
    struct arena arena;
};

/*
 * Reads the past of the cards that `selected` flags, and if `others` of the names without a
 * card.  Undone events are left out.
 */
MUST_USE bool past_read(struct past *past, const struct collection *collection,
    const bool *selected, bool others, struct err *err);

/* The latest entries of the cards that `selected` flags, `most` at most, >= 1. */
MUST_USE bool past_read_latest(struct past *past, const struct collection *collection,
    const bool *selected, size_t most, struct err *err);
void past_release(struct past *past);

/*
 * Goes one entry on with its card's memory; of `card` only memory, reviews and last_ms are
 * kept.
 */
void past_remember(
    const struct past_entry *entry, const double *weights, struct progress *card);

#endif
