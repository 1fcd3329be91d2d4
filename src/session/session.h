/*
 * A study session as a state machine without a terminal.
 *
 *   ASK     a question is out; session_answer, session_hint, session_skip, session_undo;
 *           after a wrong answer it may stay so for a second try (`first` is what was typed)
 *   JUDGED  the verdict is out and the four plans are fixed: what the previews say is what
 *           will happen; session_rate, session_skip, session_undo
 *   WAIT    only steps are left that fall due within 20 minutes (if the caller can wait);
 *           session_wake when the time has come, session_hurry to have the first one now
 *   DONE    nothing is left now; next_due_ms says when something will be; session_undo
 *
 * Invariants
 *   1. session_rate returns RECORD_SAVED only when the answer is on the disk; until then the
 *      session stays in JUDGED, so that saving can be tried again.
 *   2. The instant of an answer is that of its verdict, not of its rating.
 *   3. Nothing here reads a clock: whoever calls says what time it is.
 */
#ifndef SESSION_SESSION_H
#define SESSION_SESSION_H

#include "match/judge.h"
#include "session/collection.h"
#include "session/confusion.h"
#include "session/present.h"
#include "session/record.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    ANSWER_MOST_MS = 60 * SECOND_MS,
    SESSION_APART = 5, // questions between two cards that were taken for one another
};

enum session_state { SESSION_ASK, SESSION_JUDGED, SESSION_WAIT, SESSION_DONE };

/* What a session is to be. */
struct session_options {
    const bool *selected; // by card, as select_cards() fills it
    uint64_t seed;        // of orders and draws
    int64_t
        ahead_ms; // what falls due on a day within this time is asked too, with credit
    int fresh,
        reviews; // how many in this session, whatever the common caps; -1: the caps
    bool cram;   // ask everything selected once, until known; saves nothing
    bool flip;   // the learner grades alone, whatever the card says
    bool waits;  // the caller can wait for steps that are not due yet
};

/* An answer of this session, for the summary. */
struct session_entry {
    size_t card;
    enum verdict verdict;
    enum fsrs_rating rating;
    bool self; // graded by oneself
    int answer_ms;
    const char *typed; // in the session's log arena
    bool was_new;
};

/* What was answered wrongly to the card before. */
struct past_miss {
    const char *typed; // NULL: nothing to tell
    struct day day;
};

struct session {
    struct collection *collection; // borrowed
    enum session_state state;
    struct session_options options; // `selected` is not kept
    struct queue_card *cards;       // with the session's selection
    struct queue_caps *deck_caps;   // with what was asked for beyond the caps
    size_t *crammed;                // cram: cards still to ask, in order
    size_t cram_count;
    struct queue queue;
    struct queue_input input;
    struct day day; // study day of the queue
    bool stale;     // the queue is built anew before the next question

    /* The question that is out; texts in `arena`. */
    size_t card;
    size_t question; // counts the questions put, so that a new one can be told
    struct key key;
    int64_t asked_ms, revealed_ms;
    bool hinted;
    const char *first; // what was typed at a first try that was wrong; NULL: none
    struct judgement first_judgement;
    const char *typed;
    struct judgement judgement;
    struct past_miss past_miss;
    enum fsrs_rating proposed;
    struct plan plans[4];
    struct arena arena;

    struct confusions confusions; // of late, and of this session
    size_t recent[SESSION_APART]; // cards asked last, the oldest overwritten
    bool *apart;                  // by card, for the queue

    int64_t next_due_ms; // WAIT, DONE: INT64_MAX if never
    struct session_entry *log;
    size_t log_count, log_capacity;
    struct arena log_arena;
    int64_t started_ms;
};

void session_open(struct session *session, struct collection *collection,
    const struct session_options *options, int64_t now_ms);
void session_close(struct session *session);

/* The card whose question is out. */
const struct card *session_card(const struct session *session);

/* Marks that the hint was seen, and returns it; NULL if the card has none. */
const char *session_hint(struct session *session);

/* Is the card one that the learner grades alone? */
bool session_is_self(const struct session *session);

/* Is the answer read item by item? */
bool session_reads_items(const struct session *session);

/*
 * ASK -> JUDGED; or still ASK after the first of two tries, where the setting allows a second
 * one: then nothing of the right answer may be shown.
 */
void session_answer(struct session *session, const char *typed, int64_t now_ms);

/* Was the first of two tries a part of the answer, and not another word? */
bool session_was_near(const struct session *session);

/*
 * JUDGED -> ASK or DONE, if saved.  RECORD_CHANGED also moves on: the card was answered
 * elsewhere, and comes back with its new dates.
 */
enum record_result session_rate(
    struct session *session, enum fsrs_rating rating, int64_t now_ms, struct err *err);

/* WAIT -> ASK, if a step has fallen due (or another card has been found). */
void session_wake(struct session *session, int64_t now_ms);

/* WAIT -> ASK with the first step that is near. */
void session_hurry(struct session *session, int64_t now_ms);

/* How many cards wait at their steps. */
size_t session_waiting(const struct session *session);

/* Lets so many more new cards in today, whatever the caps. */
void session_more(struct session *session, int count, int64_t now_ms);

/*
 * Marks the card whose question is out (EVENT_SUSPEND, EVENT_BURY: it goes, and the next one
 * comes; EVENT_FLAG: it stays, and the flag is turned).
 */
MUST_USE bool session_mark(
    struct session *session, enum event_kind kind, int64_t now_ms, struct err *err);

/* Suspends any card, as one that has just been answered; if it is out, the next one comes. */
MUST_USE bool session_suspend(
    struct session *session, size_t card, int64_t now_ms, struct err *err);

/* Puts the card off to a later session. */
void session_skip(struct session *session, int64_t now_ms);

/*
 * Takes back the newest answer; its card is asked again if it belongs to this session.
 */
MUST_USE bool session_undo(struct session *session, int64_t now_ms, struct arena *arena,
    struct undo_result *result, struct err *err);

/*
 * Goes over to a collection that was read anew, after the decks have changed: the selection, the
 * log and the question that is out stay, by the names of their cards.  Cards that are new in a
 * deck of the selection join it.  If the card that is out is gone, the next one comes.
 */
void session_reload(
    struct session *session, struct collection *collection, int64_t now_ms);

/* Asks the card of that name (or what it is called now); false if there is none. */
bool session_ask_again(struct session *session, const char *name, int64_t now_ms);

/* What remains today, the question that is out included. */
struct queue_counts session_counts(const struct session *session);

#endif
