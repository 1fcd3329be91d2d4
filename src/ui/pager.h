/*
 * Long output, a window at a time.
 */
#ifndef UI_PAGER_H
#define UI_PAGER_H

#include "ui/term.h"

/*
 * Writes `text`, which is of our own or came out of a layout.  If both ends are terminals and
 * the window is too low for all of it, it stops at each page: Space shows the next one, Enter
 * one more line, q (or ^C, ^D) leaves the rest out.
 */
void pager_show(const struct term *out, const char *text);

#endif
