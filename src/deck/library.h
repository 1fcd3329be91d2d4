/*
 * All decks of a run, and their cards by name.
 *
 * One bad deck never stops the others: it is reported, counted, and left out.
 */
#ifndef DECK_LIBRARY_H
#define DECK_LIBRARY_H

#include "base/file.h"
#include "base/map.h"
#include "deck/deck.h"

#include <stdbool.h>
#include <stddef.h>

struct library {
    struct deck *decks; // in the order of their ids
    size_t deck_count, deck_capacity;
    const struct card **cards; // of all decks, disabled notes left out
    size_t card_count;
    struct map by_name;   // card name -> index in cards
    struct diags diags;   // of all files, files that could not be used included
    size_t files;         // looked at, without those that are no decks
    size_t unusable;      // of them
    struct file_id *seen; // files that were read: each is read once
    size_t seen_count, seen_capacity;
    struct arena arena;
    struct buf index;    // of a library of names (deck/index.h); else empty
    struct deck fetched; // the deck of the one whole card of such a library
};

/*
 * Loads the files and folders named by `paths`.  A file named directly must be a deck; a
 * `.json` found in a folder that is none is passed over with a note; a file that is named twice
 * is read once.  Whatever cannot be used
 * is in `diags` and counted in `unusable`; the rest works.
 */
void library_load(struct library *library, const char *const *paths, size_t count);

/* The same with one deck, whose text is at hand and taken over. */
void library_parse(struct library *library, const char *name, struct buf text);

void library_release(struct library *library);

/* Fills `cards` and `by_name` from the decks, which move no more. */
void library_list_cards(struct library *library);

/* Runs the authors' tests of all decks; those that fail join `diags`. */
void library_test(struct library *library);

const struct deck *library_deck(const struct library *library, const char *id);

/* The card of that name, or NULL. */
const struct card *library_card(const struct library *library, const char *name);

#endif
