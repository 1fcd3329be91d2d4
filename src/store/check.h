/*
 * What a progress file holds, whether it is what was written, and what another one lacks of it.
 *
 * Nothing here changes an event.  A store opened for reading whose file is absent holds
 * nothing, and is sound.
 */
#ifndef STORE_CHECK_H
#define STORE_CHECK_H

#include "store/store.h"

#include <stdbool.h>
#include <stdint.h>

struct store_facts {
    int64_t events;
    int64_t reviews;   // answers among them, taken back or not
    int64_t cards;     // names that events have
    int64_t devices;   // that wrote any
    int64_t last_ms;   // the latest instant that an event has; 0: no event
    int64_t answer_ms; // the same of answers
    /* Sum of the events' CRCs modulo 2^64: with their number, a digest free of their order. */
    uint64_t sum;
    int64_t damaged;                // events whose CRC does not fit
    struct event_key first_damaged; // empty: none
    int64_t unknown;  // sound ones, of a kind that this version does not know
    uint64_t missing; // numbers up to a device's newest that no event of it has
};

/* Reads every event once. */
MUST_USE bool store_examine(
    struct store *store, struct store_facts *facts, struct err *err);

/* Do two files hold the same events?  (The cache is not compared.) */
bool store_same_events(const struct store_facts *a, const struct store_facts *b);

/*
 * Have SQLite look over the file's pages; `indexes` too: whether each index has each row, which
 * takes several times as long.  False with err if anything is wrong.
 */
MUST_USE bool store_check_pages(struct store *store, bool indexes, struct err *err);

/* The pages of the progress file `path`; one that is absent has nothing wrong. */
MUST_USE bool store_check_file(const char *path, struct err *err);

/* Makes the indexes anew from the tables, in a store open for writing. */
MUST_USE bool store_rebuild_indexes(struct store *store, struct err *err);

/* Both, with false for a damaged event too; *facts is filled as far as it got. */
MUST_USE bool store_check_all(
    struct store *store, struct store_facts *facts, struct err *err);

/* Events that one store has and another lacks; sound or not. */
struct store_surplus {
    int64_t events, reviews;
    int64_t cards;             // names that they have
    int64_t first_ms, last_ms; // their earliest and latest instant
};

/* What each of two stores has that the other lacks. */
MUST_USE bool store_compare(struct store *left, struct store *right,
    struct store_surplus *only_left, struct store_surplus *only_right, struct err *err);

#endif
