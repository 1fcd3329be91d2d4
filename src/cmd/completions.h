/*
 * What could be typed next: for the completion scripts of shells, and for the prompt.
 */
#ifndef CMD_COMPLETIONS_H
#define CMD_COMPLETIONS_H

#include "base/buf.h"
#include "cmd/app.h"

#include <stddef.h>

/*
 * Appends what could stand for the last of `words`, which is unfinished: lines "WORD TAB MEANING",
 * and ":files" where names of files belong.  `app` is started; its decks are loaded if they
 * are asked for, and stay.
 */
void completions_offer(
    struct app *app, const char *const *words, size_t count, struct buf *out);

#endif
