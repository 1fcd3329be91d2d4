/*
 * The learner's own editor, the one program that is ever started.
 *
 * $VISUAL, $EDITOR or vi, with an absolute path and a line; never through a shell.  Words of the
 * variable are split at spaces ("emacs -nw"); nothing of a deck becomes an argument.
 */
#ifndef CMD_EDITOR_H
#define CMD_EDITOR_H

#include "base/err.h"

/*
 * Opens the file at `line` (>= 1) and waits.  ERR_USAGE if the editor cannot be started or says
 * that it failed; the message names it and the way out.
 */
MUST_USE bool editor_run(const char *path, int line, struct err *err);

#endif
