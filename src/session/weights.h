/*
 * The learner's own weights: fitted to the answers, kept as events, used from then on.
 *
 * The newest weights that count are in use, on every device that knows their event.  Taking
 * them into use works out all memories anew and writes the whole cache in one transaction
 * with the event, so that a cache never holds memories of other weights than those in use;
 * who writes next to it, with weights that are old by then, notices and reads the cache anew
 * (weights_catch_up).
 *
 * Dates stay where they are, unless the learner wanted them moved: then the events that move
 * them, one a card, stand right before that of the weights, and are taken back with it.
 */
#ifndef SESSION_WEIGHTS_H
#define SESSION_WEIGHTS_H

#include "session/collection.h"
#include "session/past.h"

#include <stdbool.h>
#include <stddef.h>

/* Reads which weights are in use: the newest that count, else the published ones. */
MUST_USE bool weights_read(struct collection *collection, struct err *err);

/*
 * Inside a transaction, before anything is written: if another process changed the weights,
 * takes them over, and all progress with them.
 */
MUST_USE bool weights_catch_up(struct collection *collection, struct err *err);

/* Reads the past of everything that was answered, whether a deck has it or not. */
MUST_USE bool weights_past(
    struct collection *collection, struct past *past, struct err *err);

/* The answers that count, of all cards: what the note of new weights says they are for. */
size_t weights_answer_count(const struct collection *collection);

/* A card in review that is to have another date. */
struct weights_move {
    size_t card;
    struct plan plan;
};

/*
 * Takes weights into use: writes their event, `note->moved` moves before it, and the cache.
 * ERR_NO if other weights came into use since `collection` was loaded, or a card that is to
 * move was answered; then nothing is written, and `collection` is up to date.
 */
MUST_USE bool weights_record(struct collection *collection,
    const struct weights_note *note, const struct weights_move *moves, int64_t at_ms,
    struct err *err);

/*
 * Inside a transaction: takes back the moves that belong to the event of these weights, or,
 * where `undo` is the event that took weights and moves back, what it did to the moves (NULL:
 * the former).  What is in use then is for weights_return().
 */
MUST_USE bool weights_take_back_moves(struct collection *collection,
    const struct event_key *weights, const struct event_key *undo, size_t moved,
    int64_t at_ms, struct err *err);

/* Inside a transaction: after that, adds everything up by the weights that count now. */
MUST_USE bool weights_return(struct collection *collection, struct err *err);

/* After a transaction about weights failed: all is again as the store has it. */
void weights_restore(struct collection *collection);

/*
 * What a session does at its end: fits the weights anew if the answers have grown enough.
 * Dates stay.  *fitted tells whether it did.
 */
MUST_USE bool weights_refit(
    struct collection *collection, int64_t at_ms, bool *fitted, struct err *err);

#endif
