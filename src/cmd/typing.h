/*
 * An answer being typed: a line, or of several items one a line.
 */
#ifndef CMD_TYPING_H
#define CMD_TYPING_H

#include "ui/line.h"

#include <stddef.h>

/*
 * Reads up to `items` items, joined by newlines in `out`; 0: the answer is none of items, but a
 * line.  A blank line ends them, and so does a command as the first, or one with a ';' in it, which
 * has them all.
 *
 *   undo  what ^_ on an empty first line enters, as in line_answer(); NULL: nothing
 *   line  room to read into
 */
enum line_result typing_read(
    size_t items, const char *undo, struct buf *line, struct buf *out);

#endif
