/*
 * What the rules of lint.h share: the card at hand, and where its values stand in the file.
 */
#ifndef DECK_LINT_PARTS_H
#define DECK_LINT_PARTS_H

#include "deck/library.h"
#include "deck/lint_words.h"
#include "deck/loader.h"

#include <stdbool.h>
#include <stddef.h>

struct linter {
    struct loader loader;  // the file, and the complaints about it
    struct json json;      // its source alone
    bool english;          // questions are, and not to be translated
    bool translates;       // questions and answers are of different languages
    size_t gaps;           // of the deck
    size_t hollow_gaps;    // of them
    struct words question; // of the card at hand
};

/* Makes a linter for a deck whose complaints go to `diags`. */
void linter_start(struct linter *linter, struct deck *deck, struct diags *diags);

/* The rules, for a card; each reports what it finds.  `texts` is for a whole note. */
void lint_texts(struct linter *linter, const struct note *note);
void lint_wording(struct linter *linter, const struct card *card);
void lint_answer(struct linter *linter, const struct card *card);
void lint_idle(struct linter *linter, const struct card *card);
void lint_choices(struct linter *linter, const struct card *card);

/* The rules between cards, of all decks. */
void lint_between(const struct library *library, struct diags *diags);

/* A gap that hides only words without content. */
bool is_hollow_gap(const struct card *card);

/* Is it a tag of English? */
bool is_english(const char *language);

/* ---- places ----------------------------------------------------------------------------- */

/* A key of a note as its author wrote it, in whichever form; NULL: not written. */
const cJSON *note_member(const struct note *note, const char *key);

/* Where the question stands: of a cloze its text, of another side "reverse". */
const cJSON *question_place(const struct card *card);

/* Where a form of an item of the key stands. */
const cJSON *form_place(const struct card *card, size_t item, size_t form);

/* The card's own hint and feedback; NULL where it has none, or shares it with its siblings. */
const cJSON *hint_place(const struct card *card);
const cJSON *feedback_place(const struct card *card);

#endif
