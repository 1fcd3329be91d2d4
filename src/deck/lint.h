/*
 * What works in a deck and was probably not meant so: rules that a teacher would name.
 *
 * A rule is right or silent: one that cries wolf is switched off, and then says nothing about the
 * next wolf either.  So each says what it found, where, and the way out; where a good deck may
 * do the same on purpose, it stays silent.  Each has a code, a paragraph in docs/FORMAT.md,
 * and is silenced by "allow".  Nothing here keeps a card from being asked.
 *
 * Rules about English wording apply where the deck says that it is English.
 *
 * lint_texts.c       characters and spaces of any text
 * lint_wording.c     the question, as English
 * lint_answer.c      the answer, and what gives it away
 * lint_idle.c        what is written and never used
 * lint_choice.c      choices that give themselves away
 * lint_between.c     cards that ask the same
 * lint_past.c        what the learner's answers say about the cards
 */
#ifndef DECK_LINT_H
#define DECK_LINT_H

#include "deck/library.h"

#include <stddef.h>

/* Adds what all rules find in the decks to the library's diags.  Parked cards are left alone. */
void library_lint(struct library *library);

enum { PAST_RIGHT_MOST = 4 };

/* What a learner's answers say of a card. */
struct card_past {
    size_t answers;
    const char *right[PAST_RIGHT_MOST]; // what was typed and was the answer to the letter
    size_t right_count;
};

/* Adds what only answers can tell; `past` has one for each card of library->cards. */
void library_lint_past(struct library *library, const struct card_past *past);

#endif
