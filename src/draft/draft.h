/*
 * A first deck out of a document: cards on what it says that can be right or wrong.
 *
 *   clean.h      what of the document is content
 *   sentence.h   a sentence as words and facts; names.h what the names stand for
 *   clause.h     subject, verb, rest
 *   propose.h    patterns, one file a kind: each proposes drafts for a clause or a sentence
 *   question.h   a clause as a question, or a gap
 *   score.c      how good a draft is likely to be; merge.c leaves out what says the same
 *   options.c    wrong options for answers that are long to type
 *   render.c     a draft as a card of the deck format
 *
 * The grammar known is English; of other languages only facts (dates, numbers, names) become gaps.
 * Deterministic, and linear in the text.
 */
#ifndef DRAFT_DRAFT_H
#define DRAFT_DRAFT_H

#include "base/arena.h"
#include "base/json.h"
#include "document/document.h"

#include <stdbool.h>
#include <stddef.h>

/* One list: enumerator, the word that tags the card. */
#define DRAFT_KINDS(X)                                                                   \
    X(DRAFT_DATE, "date")                                                                \
    X(DRAFT_NUMBER, "number")                                                            \
    X(DRAFT_PERSON, "person")                                                            \
    X(DRAFT_PLACE, "place")                                                              \
    X(DRAFT_NAME, "name")                                                                \
    X(DRAFT_OFFICE, "office")                                                            \
    X(DRAFT_KINSHIP, "kinship")                                                          \
    X(DRAFT_DEFINITION, "definition")                                                    \
    X(DRAFT_CAUSE, "cause")                                                              \
    X(DRAFT_SEQUENCE, "sequence")                                                        \
    X(DRAFT_LIST, "list")

enum draft_kind {
#define X(kind, word) kind,
    DRAFT_KINDS(X)
#undef X
};

const char *draft_kind_word(enum draft_kind kind);

enum { DRAFT_OPTIONS = 3, DRAFT_MOST_ITEMS = 8 };

/* A proposed card; texts live in the arena of its drafts. */
struct draft {
    enum draft_kind kind;
    const char *question; // NULL: a gap or pairs without one
    const char *cloze;    // a text with one {{gap::hint}}; NULL: a question
    const char *answer;   // as shown; of a gap the hidden text
    const char *number;   // the answer as a JSON number; NULL: it is a text
    const char *unit;     // of the number; NULL: none
    const char *accept;   // another right answer; NULL: none
    const char *items[DRAFT_MOST_ITEMS];  // a list's items, or left sides of pairs
    const char *rights[DRAFT_MOST_ITEMS]; // of pairs
    size_t item_count;
    const char *wrong[DRAFT_OPTIONS]; // options beside the answer
    size_t wrong_count;
    const char *event; // of a date: what happened then, as a statement; NULL: not known
    int year;          // of the event
    bool self;         // too long to type, and without options: graded by the learner
    double score;      // 0..1: how likely it is to be good as it stands
    const char *at;    // its place: a heading, or up to five words
    const char *others[DRAFT_MOST_ITEMS]; // of pairs: further places
    size_t other_count;
    size_t document;    // which of the documents
    size_t sentence;    // which of the document
    struct range place; // bytes of the document that hold the answer
};

struct drafts {
    struct draft *items; // best first
    size_t count, capacity;
    struct arena arena;
};

/* Adds the drafts of a document (its number is kept with them), in the order of the text. */
void drafts_read(struct drafts *drafts, const struct doc *doc, size_t number);

/* Puts the best first, leaves out what says the same, and all behind `most`; 0: no limit. */
void drafts_choose(struct drafts *drafts, size_t most);

void drafts_release(struct drafts *drafts);

/*
 * The draft as a card of the deck format with that id; `document` is what its source names, NULL:
 * the only one.
 */
cJSON *draft_card(const struct draft *draft, const char *id, const char *document);

#endif
