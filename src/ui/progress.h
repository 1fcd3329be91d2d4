/*
 * "reading decks ...": what is going on, for work that takes longer than one notices.
 *
 * The words appear on standard error after PROGRESS_AFTER_MS, and are wiped at the end; only on a
 * terminal, so that a pipe never sees them.  One piece of work at a time; between begin and
 * end nothing else may write to the terminal.
 */
#ifndef UI_PROGRESS_H
#define UI_PROGRESS_H

#include "ui/term.h"

enum { PROGRESS_AFTER_MS = 300 };

/* `words`: plain ASCII of our own. */
void progress_begin(const struct term *err_out, const char *words);
void progress_end(void);

#endif
