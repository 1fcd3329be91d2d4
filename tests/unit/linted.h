/*
 * Decks in a few lines, and what the rules about good and bad cards find in them.
 *
 * Cards are written with ' in place of ", one a line; the first is line 2 of its deck.
 */
#ifndef LINTED_H
#define LINTED_H

#include "deck/lint.h"

#include <stddef.h>

/* The deck `text`, with ' for ", joins the library. */
void linted_add(struct library *library, const char *path, const char *text);

/* Fails unless that was found, a line each: "code@line:column message". */
void linted_check(const struct library *library, const char *what, const char *expected);

struct lint_case {
    const char *cards;
    const char *expected; // "" where nothing is wrong
};

/* Decks of one head and some cards. */
void linted_check_cases(const char *head, const struct lint_case *cases, size_t count);

#define CHECK(head, cases) linted_check_cases(head, cases, sizeof cases / sizeof *cases)
#define ENGLISH            "'language': 'en',"
#define QUIET              ""

#endif
