/*
 * A file as git remembers it: "HEAD~3:decks/rome.json".
 *
 * Only what stands on the command line is handed to git, as one argument and never through a
 * shell; nothing in a deck can name a revision.
 */
#ifndef CMD_REVISION_H
#define CMD_REVISION_H

#include "base/buf.h"

#include <stdbool.h>

/* Is it a revision, and not a file of that name? */
bool revision_is(const char *name);

/* Appends what `git show NAME` prints, at most `limit` bytes; ERR_INPUT if git knows no such file. */
MUST_USE bool revision_read(
    const char *name, size_t limit, struct buf *out, struct err *err);

#endif
