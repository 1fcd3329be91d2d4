/*
 * Cards on their way into a deck: each is tried as if it were the deck's only one, held against
 * all decks, given an id, and all of them are written at once.
 *
 * The file changes by nothing but the new cards (deck/edit.h), and not at all if one of them
 * cannot be used.
 */
#ifndef CMD_NEW_CARDS_H
#define CMD_NEW_CARDS_H

#include "base/json.h"
#include "cmd/app.h"
#include "cmd/new_id.h"
#include "deck/likeness.h"

#include <stdbool.h>
#include <stddef.h>

/* A question that is there already; of decks, then of cards that were added. */
struct known_card {
    const char *name, *question, *answer;
};

struct new_cards {
    struct app *app;
    const struct deck *deck;
    struct buf text;  // of the file as it was read or last written
    struct json json; // of `text`
    struct buf head;  // the deck up to its first card, to try a card in
    struct new_ids ids;
    struct likeness_index questions; // of `known`, in its order
    struct known_card *known;
    size_t known_count, known_capacity;
    cJSON *cards; // to be written, an array
};

/* Where a card comes from. */
struct new_place {
    const char *name; // of the file; NULL: nowhere that could be shown
    int line;
};

/* A card that can be used. */
struct trial {
    struct deck deck;   // it alone
    struct diags diags; // what could be better; placed
    struct json json;
    struct buf text; // of the card
};

/* The deck of that id or file, ready for new cards. */
MUST_USE bool new_cards_begin(
    struct new_cards *cards, struct app *app, const char *word, struct err *err);
void new_cards_release(struct new_cards *cards);

/*
 * Tries a card, JSON text on one line.  False with its first fault, placed as `place` says.
 */
MUST_USE bool new_cards_try(struct new_cards *cards, const char *text,
    struct new_place place, struct trial *out, struct err *err);
void trial_release(struct trial *trial);

/*
 * Calls `found` for each card that asks the same, or nearly the same with the same answer;
 * `same`: in the very same words.
 */
void new_cards_compare(struct new_cards *cards, const struct trial *trial,
    void (*found)(void *context, const struct known_card *known, bool same),
    void *context);

/* Takes the card among those to be written; false if its id is taken. */
MUST_USE bool new_cards_take(struct new_cards *cards, const struct trial *trial,
    struct new_place place, struct err *err);

/*
 * Writes the cards that were taken, and calls `added` for each with its name and its line in the
 * file.  On failure the file is as it was.
 */
MUST_USE bool new_cards_write(struct new_cards *cards,
    void (*added)(void *context, const char *name, int line), void *context,
    struct err *err);

#endif
