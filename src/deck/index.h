/*
 * An index of large decks: what `due` and `next` need of them, so that neither reads a deck
 * that has not changed.
 *
 * The index is a private file of this machine.  It begins with its key: this program's version,
 * the paths asked for, and of each deck file the path, device, inode, size and both times of
 * change in nanoseconds.  A key that differs in one byte makes it worthless, and it is never an
 * error for it to be missing, old, cut short or not to be written: decks are read instead.
 *
 * Behind the key stand, of each deck, the names of its cards and where each note lies in the
 * file.  A library made from that has no texts: index_complete() fetches those of one card,
 * by parsing the file as if that note were the only one in it.
 *
 * Only decks without an error are indexed, so that an index hides no complaint.  Small ones are
 * not: reading them takes no time.
 */
#ifndef DECK_INDEX_H
#define DECK_INDEX_H

#include "base/buf.h"
#include "deck/library.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { INDEX_LEAST_BYTES = 1024 * 1024 }; // of decks, together

struct index_key {
    struct buf bytes;
    int64_t bytes_of_decks;
    int64_t newest_ms; // the latest change of a file, wall clock
};

/* The key for these paths (as library_load takes them) as things are now; buf_release(&bytes). */
void index_key_make(struct index_key *key, const char *const *paths, size_t count);

/*
 * Writes the index of `library`, which was loaded after `key` was made.  Does nothing if it is
 * there already, if decks are small or have errors, or if one changed so shortly before
 * `now_ms` that a further change might not show in its times.
 */
void index_save(const char *path, const struct index_key *key,
    const struct library *library, int64_t now_ms);

/* Makes a library of names; false, and nothing to release, if there is no index of this key. */
bool index_load(const char *path, const struct index_key *key, struct library *library);

/*
 * Makes cards[card] of a library of names whole; it stays so until the next call.  Nothing to
 * do in a library that was loaded.  ERR_INPUT if the deck was changed in between.
 */
MUST_USE bool index_complete(struct library *library, size_t card, struct err *err);

#endif
