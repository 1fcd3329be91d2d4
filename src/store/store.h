/*
 * Progress on disk: immutable events, and a cache of what they add up to.
 *
 * Invariants
 *   1. An event is never changed and never deleted.  Its key is (device, seq); seq counts the
 *      events of a device from 1 and is allotted inside the writing transaction.
 *   2. Events fold in the order (hlc, device, seq).  The hybrid logical clock is the wall
 *      clock, but always later than every event in the store, so that a clock set back never
 *      reorders history.
 *   3. Each event carries a CRC-32 of all its fields; a damaged event is reported with its
 *      key, never folded.
 *   4. Table `progress` is a cache: it can be rebuilt from the events at any time, and is
 *      written in the same transaction as the event that changes it.  Its rows have a CRC too.
 *   5. store_commit returning true means that the answer is on the disk (journal_mode=DELETE,
 *      synchronous=EXTRA: the defaults lose confirmed answers in power cuts).
 *   6. A store opened for reading changes no byte and creates no file - except that a journal
 *      left behind by a crash is rolled back, as it must be.
 *
 * States: closed -> open -> in a transaction (store_begin ... commit or rollback) -> open.
 * SQLite is the only hand on the file.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "base/arena.h"
#include "base/day.h"
#include "base/err.h"
#include "fsrs/schedule.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Kinds of events and their words in the file; the words are stored and never change. */
#define EVENT_KINDS(X)                                                                   \
    X(EVENT_REVIEW, "review")   /* an answer */                                          \
    X(EVENT_UNDO, "undo")       /* takes back the event named in its payload */          \
    X(EVENT_SUSPEND, "suspend") /* it rests until it is wanted again */                  \
    X(EVENT_BURY, "bury")       /* it rests for its study day, or no longer */           \
    X(EVENT_FLAG, "flag")       /* the learner's mark, set or taken away */              \
    X(EVENT_LINK, "link")       /* whether it is the card of another name, reworded */   \
    X(EVENT_RESET, "reset")     /* it is new again: what came before counts no more */   \
    X(EVENT_ALIAS, "alias")     /* a spelling that is to count as right from now on */   \
    X(EVENT_FIX, "fix")         /* what to mend in its deck, or that it is mended */     \
    X(EVENT_MOVE, "move")       /* another date than its last answer gave it */          \
    X(EVENT_WEIGHTS, "weights") /* of no card: the memory model fitted to the learner */

enum event_kind {
#define X(kind, word) kind,
    EVENT_KINDS(X)
#undef X
};

enum { EVENT_KIND_COUNT = 11, DEVICE_ID_TEXT = 33 };

const char *event_kind_word(enum event_kind kind);

struct event_key {
    char device[DEVICE_ID_TEXT]; // 32 hexadecimal digits; empty: no event
    int64_t seq;
};

struct event {
    struct event_key key;
    int64_t hlc_ms; // hybrid logical clock
    int64_t at_ms;  // what the wall clock said
    int offset_min; // of the learner's zone, east of Greenwich
    struct day day; // study day as the learner saw it; never recomputed
    enum event_kind kind;
    const char *card;    // name of the card; "" for an event of none
    const char *payload; // a JSON object, one line
};

bool event_key_equal(const struct event_key *a, const struct event_key *b);

struct store;

enum store_mode { STORE_READ, STORE_WRITE };

/*
 * Opens the progress file.  For reading, a file that does not exist is an empty store; for
 * writing it is made, folder included (0700, the file 0600).
 *
 * An empty file is a new one: a kill can leave it before anything was saved.
 *
 * Errors (ERR_SYSTEM): a file of a newer version of this program, not a progress file,
 * damaged, no permission, a folder that cannot be written.
 */
MUST_USE bool store_open(
    const char *path, enum store_mode mode, struct store **out, struct err *err);
void store_close(struct store *store); // NULL is allowed

const char *store_path(const struct store *store);

/*
 * Begins a write; waits 5 seconds for another process, then fails saying so (and which
 * one, where the system tells).  Fails too if the file is no longer where it was opened.
 */
MUST_USE bool store_begin(struct store *store, struct err *err);

/*
 * Forces what the transaction wrote to the disk.  After an error nothing of it is there; only
 * if the disk fails at the very last step, err says that the answer is in the file but may be
 * lost in a power cut.
 */
MUST_USE bool store_commit(struct store *store, struct err *err);
void store_rollback(struct store *store); // harmless outside a transaction

/*
 * Appends an event inside a transaction: fills its key and hlc_ms.
 */
MUST_USE bool store_append(struct store *store, struct event *event, struct err *err);

/* Writes the cached progress of a card inside a transaction; `last` is its newest event. */
MUST_USE bool store_put_progress(struct store *store, const char *card,
    const struct progress *progress, const struct event_key *last, struct err *err);

/* A row of the cache. */
struct progress_row {
    const char *card;
    struct progress progress;
    struct event_key last;
};

/*
 * Calls `visit` for each row of the cache, in no promised order; texts live during the call.
 * If a row is not what was written, *sound is false, and what was visited must not be used:
 * the events say what is true.
 */
MUST_USE bool store_each_progress(struct store *store,
    void (*visit)(void *context, const struct progress_row *row), void *context,
    bool *sound, struct err *err);

/* Empties the cache inside a transaction, to write it anew. */
MUST_USE bool store_drop_progress(struct store *store, struct err *err);

/* Calls `visit` for each name that events have, once. */
MUST_USE bool store_each_card(struct store *store,
    void (*visit)(void *context, const char *card), void *context, struct err *err);

/*
 * From here on everything is read as of one moment; store_rollback() ends it.  Who wants to
 * write waits meanwhile.
 */
MUST_USE bool store_begin_reading(struct store *store, struct err *err);

/* May this store be written to? */
bool store_is_writable(const struct store *store);

/*
 * The events of a card (of several names that it had), oldest first; texts in `arena`.
 */
MUST_USE bool store_card_events(struct store *store, const char *const *names,
    size_t count, struct arena *arena, struct event **events, size_t *event_count,
    struct err *err);

/* The events of a kind other than EVENT_REVIEW, oldest first; texts in `arena`. */
MUST_USE bool store_kind_events(struct store *store, enum event_kind kind,
    struct arena *arena, struct event **events, size_t *event_count, struct err *err);

/* The reviews that gave another card's answer (a payload with "confused"), oldest first. */
MUST_USE bool store_confusions(struct store *store, struct arena *arena,
    struct event **events, size_t *event_count, struct err *err);

/*
 * Walks back through all events, newest first, until `visit` returns false.
 */
MUST_USE bool store_walk_back(struct store *store,
    bool (*visit)(void *context, const struct event *event), void *context,
    struct err *err);

/* The same from the oldest on. */
MUST_USE bool store_walk(struct store *store,
    bool (*visit)(void *context, const struct event *event), void *context,
    struct err *err);

/* The CRC-32 that the event is stored with. */
uint32_t event_checksum(const struct event *event);

/* The newest event of the card, or an empty key. */
MUST_USE bool store_last_event(struct store *store, const char *const *names,
    size_t count, struct event_key *last, struct err *err);

#endif
