/*
 * Events and what they add up to: replay, undo.
 *
 * Undo.  An undo event names another event and takes it back; an undo may itself be undone
 * (that is what redo does).  An event counts unless an undo that counts names it.  Since an
 * undo is always newer than its target, one walk from the newest event backwards decides.
 *
 * Dates.  A review carries the plan that was shown and taken when it was given, so replaying
 * never moves a date; only the memory is worked out anew, from weights and true times.  A move
 * gives a card in review another date than its last answer did.
 */
#ifndef SESSION_REPLAY_H
#define SESSION_REPLAY_H

#include "session/payload.h"

#include <stdbool.h>
#include <stddef.h>

/* The progress after a mark or a reset that counts. */
struct progress mark_fold(
    struct progress before, enum event_kind kind, bool on, struct day day);

/* Keys that are taken back, found while walking from new to old.  A zero struct is empty. */
struct undone {
    struct event_key *keys;
    size_t count, capacity;
};

/* Does this event count?  If it is an undo that does, its target is taken back. */
bool undone_visit(struct undone *undone, const struct event *event);
void undone_release(struct undone *undone);

/* A review that counts, in order, with the progress before and after it. */
struct step_of_history {
    struct event event;
    struct review review;
    double elapsed_days, recall; // before it; recall 0 for the first
    struct progress after;
};

/* What the events of a card add up to. */
struct history {
    struct step_of_history *steps; // the reviews since the last reset, oldest first
    size_t count;
    struct progress progress; // at the end, marks included
    struct event_key last;    // the newest event of any kind; empty: none
};

/* The history of a card under all its names; in `arena`. */
MUST_USE bool replay_history(struct store *store, const char *const *names, size_t count,
    const double *weights, struct arena *arena, struct history *history, struct err *err);

/* Only where the history ends. */
MUST_USE bool replay_card(struct store *store, const char *const *names, size_t count,
    const double *weights, struct progress *progress, struct event_key *last,
    struct err *err);

#endif
