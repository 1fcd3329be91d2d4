/*
 * What events say: the JSON object that each kind carries.
 *
 * A payload is one line of UTF-8, written once and read by every later version: keys are added,
 * never renamed, and what is absent has its default.
 */
#ifndef SESSION_PAYLOAD_H
#define SESSION_PAYLOAD_H

#include "base/buf.h"
#include "fsrs/weights.h"
#include "store/store.h"

#include <stdbool.h>

/* The payload of a review. */
struct review {
    enum fsrs_rating rating;
    struct plan plan;
    int answer_ms;        // from question to verdict, at most 60,000
    const char *typed;    // NULL: nothing typed, or not kept
    const char *first;    // what was typed before a second try; NULL: there was one try
    const char *verdict;  // word of the judge; NULL: graded by oneself
    const char *confused; // name of the card whose answer was typed; NULL: none
    const char *question; // of a card without an id, to know it by when it is reworded
};

void review_render(const struct review *review, struct buf *payload);
/* Reads a payload; texts in `arena`.  False if it is not one. */
bool review_parse(const char *payload, struct review *review, struct arena *arena);

/* The payload of an undo: what it takes back, and whether that is itself an undo (a redo). */
void undo_render(const struct event_key *target, bool redoes, struct buf *payload);
bool undo_parse(const char *payload, struct event_key *target, bool *redoes);

/* The payload of a mark (suspend, bury, flag): set or taken away.  A reset has { }. */
void mark_render(bool on, struct buf *payload);
bool mark_parse(const char *payload);

/* The payload of a link: the name that the card had, or that it has nothing to do with. */
void link_render(const char *from, bool same, struct buf *payload);
/* NULL if it is none; the name in `arena`. */
const char *link_parse(const char *payload, bool *same, struct arena *arena);

/*
 * The payload of an alias: what was typed, and the answer that it stands for as the deck wrote it
 * then; where the deck says so no more, the alias is void.
 */
struct alias {
    const char *answer, *typed;
};

void alias_render(const struct alias *alias, struct buf *payload);
/* False if it is none; texts in `arena`. */
bool alias_parse(const char *payload, struct alias *alias, struct arena *arena);

/* The payload of a move: days from the last answer to the new date, and the date. */
void move_render(const struct plan *plan, struct buf *payload);
/* False if it is none; *plan keeps what a move does not change. */
bool move_parse(const char *payload, struct plan *plan);

/* The payload of weights; losses are mean log losses over what they were fitted to. */
struct weights_note {
    double weights[FSRS_PARAMS]; // legal
    size_t answers;              // that they were fitted to
    size_t moved;             // events before this one that move dates, and belong to it
    bool refit;               // by itself, at the end of a session
    double loss_before, loss; // of the weights before, of these; equal if they stay
};

void weights_render(const struct weights_note *note, struct buf *payload);
/* False if it is none. */
bool weights_parse(const char *payload, struct weights_note *note);

/* The payload of a fix: what to mend, or which note of it is done with. */
struct fix_note {
    const char *text;      // NULL: `done`
    struct event_key done; // the fix that was mended
};

void fix_render(const struct fix_note *note, struct buf *payload);
/* False if it is none; the text in `arena`. */
bool fix_parse(const char *payload, struct fix_note *note, struct arena *arena);

#endif
