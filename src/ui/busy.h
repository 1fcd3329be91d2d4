/*
 * "reading decks ...": what is going on, for work that takes longer than one notices.
 *
 * The words appear on standard error after BUSY_AFTER_MS, and are wiped at the end; only on a
 * terminal, so that a pipe never sees them.  One piece of work at a time; between begin and
 * end nothing else may write to the terminal.
 */
#ifndef UI_BUSY_H
#define UI_BUSY_H

#include "ui/term.h"

enum { BUSY_AFTER_MS = 300 };

/* `words`: plain ASCII of our own. */
void busy_begin(const struct term *err_out, const char *words);

/* Other words for the same work; they show once the first ones do. */
void busy_say(const char *words);

void busy_end(void);

#endif
