/*
 * What a window shows at once: a text of lines, written in one piece.
 *
 * A fresh screen is drawn over the old one from its top, each line wiped behind its end, so
 * that nothing flickers.  A text too high for the window stops at each page.
 */
#ifndef UI_SCREEN_H
#define UI_SCREEN_H

#include "ui/line.h"
#include "ui/term.h"

/* Before the first fresh screen: lets what the window shows scroll away, instead of over it. */
void screen_begin(const struct term *term);

/* Renders into `out` what `draw` writes to the terminal it is given: the same, but in memory. */
void screen_render(const struct term *term, struct buf *out,
    void (*draw)(const struct term *term, const void *context), const void *context);

/*
 * Writes lines (what a layout made of them) over the window if `fresh`, else below what is
 * there.  `pages`: if they and `reserve` lines more do not fit, waits at each page: Space goes
 * on to the next, q shows the last lines only.  Returns LINE_TEXT, or what ended the wait.
 */
enum line_result screen_show(
    const struct term *term, const char *text, bool fresh, bool pages, size_t reserve);

/*
 * The text without as many of its first `spare` lines as it takes to fit the window above
 * `reserve` others; all of it, if even that would not do.
 */
const char *screen_trim(
    const struct term *term, const char *text, size_t spare, size_t reserve);

/* Draws as many of the last lines as fit above `reserve` others: after a resize. */
void screen_redraw(const struct term *term, const char *text, size_t reserve);

#endif
