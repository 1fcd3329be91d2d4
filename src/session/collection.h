/*
 * Decks and progress together: what every command that speaks of cards works on.
 *
 * Card i of the library has progress[i] and last[i], the newest event that this progress
 * knows.  A card owns the events under its name and under its earlier names ("was").  Each
 * name has one owner: the card that has it now, else the first that lists it.
 */
#ifndef SESSION_COLLECTION_H
#define SESSION_COLLECTION_H

#include "base/arena.h"
#include "base/map.h"
#include "deck/library.h"
#include "queue/queue.h"
#include "session/payload.h"
#include "session/settings.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Progress of a card that no deck has (any more). */
struct orphan {
    const char *card;
    struct progress progress;
};

/* A card without an id that was reworded: whether it is the card that `from` was. */
struct link {
    const char *card, *from;
    bool same;
};

/* A spelling that the learner taught a card. */
struct taught {
    size_t card;
    struct alias alias;
};

struct collection {
    const struct library *library;       // borrowed
    struct store *store;                 // borrowed
    const struct settings *settings;     // borrowed
    const double *weights;               // FSRS_PARAMS, those in use
    size_t fitted_answers;               // that they were fitted to; 0: as published
    struct event_key weights_event;      // newest event of no card; empty: none
    struct progress *progress;           // by card
    struct event_key *last;              // by card
    struct queue_card *queue_cards;      // by card; `selected` is all true
    struct deck_settings *deck_settings; // by deck
    struct queue_caps *deck_caps;        // by deck
    size_t note_count;
    struct map old_names; // earlier names -> the card that owns them
    struct orphan *orphans;
    size_t orphan_count, orphan_capacity;
    struct link *links; // that count, oldest first
    size_t link_count;
    struct taught *aliases; // that count, oldest first
    size_t alias_count;
    bool rebuilt; // the cache was damaged: all was worked out anew from the events
    struct arena arena;
};

MUST_USE bool collection_load(struct collection *collection,
    const struct library *library, struct store *store, const struct settings *settings,
    struct err *err);
void collection_release(struct collection *collection);

/* Index of a card by its name; false if no deck has it. */
bool collection_find(
    const struct collection *collection, const char *name, size_t *index);

/* The same by any name that the card owns. */
bool collection_find_owner(
    const struct collection *collection, const char *name, size_t *index);

/* The names that a card has had, the present one first; in `arena`. */
const char *const *card_names(
    const struct card *card, struct arena *arena, size_t *count);

/* Those of them that the card owns, the present one first; in `arena`. */
const char *const *collection_names(
    const struct collection *collection, size_t card, struct arena *arena, size_t *count);

/* Does the event count, or was it taken back? */
MUST_USE bool collection_counts(struct collection *collection, const struct event *event,
    bool *counts, struct err *err);

/* The events of a kind other than EVENT_REVIEW that count, oldest first; in its arena. */
MUST_USE bool collection_events(struct collection *collection, enum event_kind kind,
    struct event **events, size_t *count, struct err *err);

/* Reads anew which links count, after one was made or taken back. */
MUST_USE bool collection_read_links(struct collection *collection, struct err *err);

/* Reads one card's progress anew from its events, as after another process wrote. */
MUST_USE bool collection_refresh(
    struct collection *collection, size_t card, struct err *err);

/* A selection of all cards: flags by card, freed with free(). */
bool *collection_all(const struct collection *collection);

/* What dates need to know for this card. */
struct schedule collection_schedule(const struct collection *collection, size_t card);

/* The four plans for an answer now; plans[rating - 1]. */
void collection_plan(const struct collection *collection, size_t card, int64_t at_ms,
    struct plan plans[4]);

/* The input of the queue; `cards` may be a copy of queue_cards with a selection of its own. */
struct queue_input collection_queue_input(const struct collection *collection,
    const struct queue_card *cards, int64_t now_ms, uint64_t seed);

#endif
