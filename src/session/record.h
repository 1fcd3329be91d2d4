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
    RECORD_NOT_KEPT, // a session that keeps nothing
};

/*
 * Writes a review of `card` given at `at_ms` and folds it into the collection.  *event is its
 * key.  The transaction checks that the card's newest event is still the one that the
 * question was based on.
 */
enum record_result record_review(struct collection *collection, size_t card,
    int64_t at_ms, const struct review *review, struct event_key *event, struct err *err);

/* An event of now, still to be appended; texts are borrowed. */
struct event record_event(const struct collection *collection, enum event_kind kind,
    const char *card, int64_t at_ms, const char *payload);

enum { UNDO_CARD_TEXT = 400 };

/*
 * Marks cards (kind EVENT_SUSPEND, EVENT_BURY, EVENT_FLAG) or takes the mark away, or makes them
 * new again (EVENT_RESET); one transaction for all of them.
 */
MUST_USE bool record_marks(struct collection *collection, const size_t *cards,
    size_t count, enum event_kind kind, bool on, int64_t at_ms, struct err *err);

/*
 * Notes that `card` is, or is not, the card that `from` was (a name of the store without a
 * card), and adds up its history anew.
 */
MUST_USE bool record_link(struct collection *collection, size_t card, const char *from,
    bool same, int64_t at_ms, struct err *err);

/* Notes that `alias->typed` is to count for `card` where `alias->answer` is right. */
MUST_USE bool record_alias(struct collection *collection, size_t card,
    const struct alias *alias, int64_t at_ms, struct err *err);

/* Notes what to mend in the card, or that it is mended. */
MUST_USE bool record_fix(struct collection *collection, size_t card,
    const struct fix_note *note, int64_t at_ms, struct err *err);

/* What an undo or redo brought about. */
struct undo_result {
    bool found;                // false: nothing to undo (redo)
    char card[UNDO_CARD_TEXT]; // present name of the card; "" of weights
    enum event_kind kind;      // of what was taken back, or restored
    bool on;                   // of a mark: it had been set
    struct review review; // the answer taken back, or restored; texts in the arena given
    struct alias alias;   // the spelling, likewise
    size_t moved;         // of weights: how many dates they had moved
    bool kept;            // of weights: they were in use before, and only dates moved
    int64_t review_ms;    // when it was given
    struct event_key event; // of the undo itself
};

/*
 * Takes back the newest answer, mark or change of the weights that counts, whatever card and
 * process it was of; what a session fitted by itself stays.
 */
MUST_USE bool record_undo(struct collection *collection, int64_t at_ms,
    struct arena *arena, struct undo_result *result, struct err *err);

/* Takes back the newest undo, unless a newer answer or mark counts. */
MUST_USE bool record_redo(struct collection *collection, int64_t at_ms,
    struct arena *arena, struct undo_result *result, struct err *err);

#endif
