/*
 * Is the cache what the events add up to?  Works it all out anew and compares; writes nothing.
 */
#ifndef SESSION_AUDIT_H
#define SESSION_AUDIT_H

#include "session/collection.h"

#include <stdbool.h>
#include <stddef.h>

struct audit {
    size_t cards;      // that have been answered or marked, orphans included
    size_t differing;  // whose cache is not what their events add up to
    const char *first; // name of one of them; NULL: none
};

MUST_USE bool collection_audit(
    struct collection *collection, struct audit *audit, struct err *err);

#endif
