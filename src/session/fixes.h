/*
 * What the learner noted, while studying, to mend in a deck later.
 *
 * A note is an event of its card, and so is that it was mended: both can be undone.
 */
#ifndef SESSION_FIXES_H
#define SESSION_FIXES_H

#include "session/collection.h"

#include <stddef.h>

struct fix {
    size_t card;
    const char *text;
    struct event_key event;
    int64_t at_ms;
};

/*
 * The notes that count and are not mended, of cards that are in the decks, oldest first; in
 * `arena`.
 */
MUST_USE bool fixes_read(struct collection *collection, struct arena *arena,
    struct fix **fixes, size_t *count, struct err *err);

#endif
