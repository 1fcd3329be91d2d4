/*
 * A deck as its author wrote it: notes, and the cards that are asked of them.
 *
 * A note is one entry of the file; it is asked as one card, or as several siblings (its
 * reverse, one card for each key of a cloze).  A deck is built once, then only read; all its
 * texts are valid UTF-8 without NUL and live in its arena, most of them in the JSON tree that
 * the arena began with.  Studying never writes to a deck.
 *
 * Identity.  A card's name is "DECK/NOTE" or "DECK/NOTE#KEY"; progress hangs on it.  NOTE is
 * the author's id, or '~' and 8 hexadecimal digits of a hash of the normalised question.
 */
#ifndef DECK_DECK_H
#define DECK_DECK_H

#include "base/arena.h"
#include "base/diag.h"
#include "match/key.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct document {
    const char *name;  // as cards refer to it
    const char *title; // NULL where not given, as the next three
    const char *author;
    const char *url;
    const char *path; // of a copy, below the deck's folder
};

struct citation {
    const struct document *document;
    const char
        *at; // heading, or a few words of the document; NULL: the document as a whole
};

struct deck;

struct note {
    const struct deck *deck;
    const char *id;
    bool has_id;        // written by the author, not a hash
    bool disabled;      // parked: never asked
    bool self;          // "grading": "self": flip and grade yourself
    bool shuffle;       // choices are shown in another order each time
    int line;           // of the entry in the file, from 1
    size_t offset, end; // of the entry in the file; `end` is known to an index only
    size_t first_card;  // in the deck; siblings stand together
    const char *hint, *remark; // remark: the "note"; NULL where not given
    const char *image, *audio; // file names beside the deck; NULL where not given
    const char *const *tags;
    size_t tag_count;
    const struct citation *citations;
    size_t citation_count;
    const char *const *was; // earlier ids, or full names "DECK/NOTE"
    size_t was_count;
    const char
        *answer_json; // start of the answer as written in the file; NULL for a cloze
    const struct cJSON *tests; // the author's, for deck_test(); NULL: none
    const struct cJSON *entry; // of the file, as a tree
    uint64_t allowed;          // codes of warnings that are not wanted, as bits
};

struct card {
    const struct note *note;
    const char *name;     // DECK/NOTE or DECK/NOTE#KEY
    const char *key_name; // "" or KEY
    enum key_kind kind;   // as the author sees it: a gap is a cloze however it is judged
    const char *question; // lines joined by newlines; the gap asked for is "[...]"
    const char *hint;     // NULL: none
    struct key key;
};

struct deck {
    const char *id, *title;
    const char *path;     // of the file
    const char *language; // of the answers; NULL: not given
    const char *question_language;
    const struct document *documents;
    size_t document_count;
    struct note *notes; // in the order of the file
    size_t note_count;
    struct card *cards; // siblings together
    size_t card_count;
    struct key_context context; // what judging needs to know of the deck
    size_t problems;            // errors found in the file
    size_t left_out;            // notes that cannot be asked because of them
    struct arena arena;
    struct buf text; // the file
};

enum { DECK_MAX_TEXT = 64 * 1024 }; // bytes of one text

/*
 * Reads a deck.  Faults of single notes are added to `diags` and the note is left out; false
 * with `err` if the file as a whole cannot be used, which is not added to `diags`.
 * `*is_deck` is false for JSON without "format": not a deck, not an error.
 * The caller releases the deck after success.
 */
MUST_USE bool deck_load(const char *path, struct deck *out, bool *is_deck,
    struct diags *diags, struct err *err);
void deck_release(struct deck *deck);

/*
 * The same from a text in memory: `text` is taken over by the deck, or released on failure.
 */
MUST_USE bool deck_parse(const char *path, struct buf text, struct deck *out,
    bool *is_deck, struct diags *diags, struct err *err);

/*
 * Judges what the author's "tests" say of each card; those that fail are added to `diags` and to
 * the deck's problems.  Apart from loading, since only authors ask and judging takes longer than
 * reading.
 */
void deck_test(struct deck *deck, struct diags *diags);

/* Is it [a-z0-9][a-z0-9._-]* and at most 64 bytes? */
bool deck_is_id(const char *text);

#endif
