/*
 * Writing answers down: one transaction each, confirmed only when it is on the disk.
 */
#ifndef SESSION_RECORD_H
#define SESSION_RECORD_H

#include "session/collection.h"
#include "session/replay.h"

/* Why an answer was not written. */
enum record_result {
    RECORD_SAVED,
    RECORD_CHANGED, // the card was answered elsewhere meanwhile; its progress is read anew
    RECORD_FAILED,  // err says why; nothing was written
};

/*
 * Writes a review of `card` given at `at_ms` and folds it into the collection.  *event is its
 * key.  The transaction checks that the card's newest event is still the one that the
 * question was based on.
 */
enum record_result record_review(struct collection *collection, size_t card,
    int64_t at_ms, const struct review *review, struct event_key *event, struct err *err);

enum { UNDO_CARD_TEXT = 400 };

/* What an undo or redo brought about. */
struct undo_result {
    bool found;                // false: nothing to undo (redo)
    char card[UNDO_CARD_TEXT]; // present name of the card
    struct review review; // the answer taken back, or restored; texts in the arena given
    int64_t review_ms;    // when it was given
    struct event_key event; // of the undo itself
};

/* Takes back the newest answer that counts, whatever card and process it was of. */
MUST_USE bool record_undo(struct collection *collection, int64_t at_ms,
    struct arena *arena, struct undo_result *result, struct err *err);

/* Takes back the newest undo, unless a newer answer counts. */
MUST_USE bool record_redo(struct collection *collection, int64_t at_ms,
    struct arena *arena, struct undo_result *result, struct err *err);

#endif
