/*
 * Changes to the text of a deck that leave every other byte as its author wrote it.
 *
 * Changes are collected against the parsed text and then written out in one pass: what lies
 * between them is copied.  What is put in takes over the layout around it: the line ends, the
 * indentation and the separators of its neighbours.
 */
#ifndef DECK_EDIT_H
#define DECK_EDIT_H

#include "base/buf.h"
#include "base/json.h"

#include <stdbool.h>
#include <stddef.h>

/* `len` bytes from `at` on become `text`. */
struct edit {
    size_t at, len;
    struct buf text;
};

/* Changes of one text, none overlapping.  A zero struct with `json` is none. */
struct edits {
    const struct json *json; // of the deck, borrowed
    struct edit *items;
    size_t count, capacity;
};

void edits_release(struct edits *edits);

/* Appends the changed text. */
void edits_apply(const struct edits *edits, struct buf *out);

/* The entries of "cards", an array in every deck that loads. */
const cJSON *edit_cards(const struct json *json);

/* Puts cards, the items of an array built by cJSON, behind the last card. */
void edit_add_cards(struct edits *edits, const cJSON *cards);

/*
 * Sets a key of a card to a value, JSON text; a new key stands last, "id" first.  An entry in
 * the compact form keeps it in its options.  "question" and "answer" of the compact form are
 * its items.
 */
void edit_set(struct edits *edits, const cJSON *card, const char *key, const char *value);

/* Puts members, as "\"id\": \"x\"", before the first one of a card that has none of them. */
void edit_add_first(struct edits *edits, const cJSON *card, const char *members);

/* The offset behind a value of the tree. */
size_t edit_value_end(const struct json *json, const cJSON *value);

/* A member of a card by its key, in either form; NULL: it has none. */
const cJSON *edit_member(const cJSON *card, const char *key);

/*
 * Replaces the file, if it still holds what was read as `before`; ERR_INPUT if not, and nothing
 * is written.  As careful as file_replace.
 */
MUST_USE bool edit_save(
    const char *path, const struct buf *before, const struct buf *after, struct err *err);

#endif
