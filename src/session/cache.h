/*
 * The progress of a collection: read from the store's cache, or added up from the events.
 */
#ifndef SESSION_CACHE_H
#define SESSION_CACHE_H

#include "session/collection.h"

#include <stdbool.h>

/*
 * Fills an empty collection from the cache.  If that is damaged, everything is added up
 * from the events and, where the store may be written to, the cache written anew.
 */
MUST_USE bool cache_read(struct collection *collection, struct err *err);

/* Takes over what the cache says now, after another process wrote it with other weights. */
MUST_USE bool cache_reread(struct collection *collection, struct err *err);

/* Adds everything up from the events and writes the cache anew, whatever it said. */
MUST_USE bool cache_rebuild(struct collection *collection, struct err *err);

/* The same inside a transaction, which stays open. */
MUST_USE bool cache_add_up(struct collection *collection, struct err *err);

/* Writes the cache anew, as it is in memory, inside a transaction. */
MUST_USE bool cache_write(struct collection *collection, struct err *err);

#endif
