/*
 * What changed between two versions of a deck, card by card, and what that means for progress.
 *
 * Cards belong together if they have the same name, if the new one was ("was") the old one, or,
 * of those that are left, if their questions are alike: those without an id were probably
 * reworded.  Cards with errors are none.
 */
#ifndef DECK_COMPARE_H
#define DECK_COMPARE_H

#include "base/arena.h"
#include "base/json.h"
#include "deck/deck.h"

#include <stdbool.h>
#include <stddef.h>

/* A version: the deck, and the tree of its text. */
struct version {
    struct deck deck;
    struct json json;
};

/* X(enumerator, bit, word) */
#define CHANGES(X)                                                                       \
    X(CHANGE_ADDED, 1, "added")                                                          \
    X(CHANGE_REMOVED, 2, "removed")                                                      \
    X(CHANGE_REWORDED, 4, "reworded") /* the question, or the text of a cloze */         \
    X(CHANGE_ANSWER, 8, "answer")     /* the answer, or the pairs */                     \
    X(CHANGE_OTHER, 16, "changed")    /* another key */                                  \
    X(CHANGE_RENAMED, 32, "renamed")                                                     \
    X(CHANGE_MOVED, 64, "moved") /* among those that are in both */

enum change {
#define X(change, bit, word) change = bit,
    CHANGES(X)
#undef X
};

/* What becomes of the answers given so far. */
#define HISTORIES(X)                                                                     \
    X(HISTORY_KEPT, "kept") /* by name or "was" */                                       \
    X(HISTORY_ASKED,                                                                     \
        "asked") /* the learner is asked once whether it is the same card */             \
    X(HISTORY_ORPHANED, "orphaned") /* kept, but the name it hangs on is no card's */    \
    X(HISTORY_NONE, "none")         /* a new card */

enum history_fate {
#define X(fate, word) fate,
    HISTORIES(X)
#undef X
};

const char *history_word(enum history_fate fate);

struct difference {
    const struct note *old, *new; // NULL: none
    unsigned changes;             // of enum change
    enum history_fate history;
    const char **keys; // that differ, in the canonical order
    size_t key_count;
    const char **gone; // keys of cards ("reverse", gaps) that the new note lacks
    size_t gone_count;
};

struct comparison {
    struct difference
        *items; // in the order of the new deck; removed ones where they were
    size_t count;
    const char **head; // keys of the deck itself that differ
    size_t head_count;
};

/* Reads a version from a text, which is taken over; faults of cards go to `diags`. */
MUST_USE bool version_parse(const char *name, struct buf text, struct version *out,
    struct diags *diags, struct err *err);
void version_release(struct version *version);

/* The entry of the file that the note was built from. */
const cJSON *version_entry(const struct version *version, const struct note *note);

/* All differences; in `arena`. */
struct comparison decks_compare(
    const struct version *old, const struct version *new, struct arena *arena);

#endif
