/*
 * Files of other programs become a deck of format 1.
 *
 * A file is read into entries, one for each of its rows or objects; an entry becomes a card, or
 * several for clozes that nest.  What cannot become a card is left out, with its place and the
 * reason, and never stops the rest.  At the end the deck is loaded as any other deck would be: what
 * the loader refuses is left out too, so that the result never has an error.
 *
 * Ids.  A card's id comes from its guid or id in the source, else from its question, and so is
 * the same when the source is read again: progress stays.
 *
 * One run of reading makes one deck: decks named in the source become tags (the deck's name if
 * all cards have the same), since moving a card to another deck would cost its progress.
 */
#ifndef EXCHANGE_IMPORT_H
#define EXCHANGE_IMPORT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/err.h"
#include "base/json.h"
#include "base/map.h"
#include "exchange/html.h"

#include <stdbool.h>
#include <stddef.h>

#define IMPORT_FORMATS(X)                                                                \
    X(IMPORT_CSV, "csv")                                                                 \
    X(IMPORT_TSV, "tsv")                                                                 \
    X(IMPORT_ANKI, "anki")                                                               \
    X(IMPORT_JSON, "json")

enum import_format {
#define X(format, word) format,
    IMPORT_FORMATS(X)
#undef X
        IMPORT_ANY, // by content
};

/* False for a word that is no format. */
bool import_format_parse(const char *word, enum import_format *out);

struct import_options {
    enum import_format from;
    const char *separator; // between cells, or a word for it; NULL: found out
    const char *row_end;   // between rows; NULL: line ends
    const char *front,
        *back;      // number (from 1) or name of a column or key; NULL: known names
    bool html;      // the texts are HTML, whatever the format says
    bool no_quotes; // quotes are plain text
    bool reverse;   // all cards are asked both ways
};

/* A card that was made, and where it comes from. */
struct imported {
    cJSON *card;
    const char *file; // in the arena
    int line, column;
    const char *deck; // named in the source; NULL: none
};

struct import {
    struct import_options options; // set by the caller before anything else
    struct imported *cards;
    size_t count, capacity;
    struct map ids;    // of the cards
    struct map seen;   // what was asked and answered, to find doubles
    struct diags told; // what was left out and why, and what else to know; with places
    size_t rows;       // that were looked at
    size_t left_out;   // of them
    struct html_losses losses;
    size_t controls;   // characters taken out because they could act on a terminal
    size_t parked;     // cards that only show a picture or play a sound
    size_t kept;       // values of columns that have no meaning here, kept as "x-..."
    const char *title; // named in the source; NULL: not
    bool sources;      // some card says where it comes from
    struct arena arena;
};

/*
 * Reads one file's bytes (taken over).  False with `err` if it cannot be read as a whole: damaged
 * text, no columns or objects to make cards of.
 */
MUST_USE bool import_read(
    struct import *import, const char *name, struct buf bytes, struct err *err);

/*
 * Appends the deck as JSON.  `head` is NULL, or a deck (borrowed) whose head is kept: all its keys
 * but the cards.  `id` and `title` are for a new deck; title may be NULL.  ERR_INPUT if no card is left.
 */
MUST_USE bool import_render(struct import *import, const char *id, const char *title,
    const cJSON *head, struct buf *out, struct err *err);

void import_release(struct import *import);

/* May this deck be rewritten by an import: was it made by one, and are its cards as that left them? */
MUST_USE bool import_may_update(const char *path, const cJSON *deck, struct err *err);

/* How many cards of the deck (NULL: none) were not imported again. */
size_t import_gone(const struct import *import, const cJSON *deck);

/* A deck's id made of a file's name: "My Words.csv" is my-words. */
const char *import_id_of_file(struct arena *arena, const char *path);

#endif
