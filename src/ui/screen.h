/*
 * What a window shows at once: lines, written in one piece.
 *
 * A fresh screen is drawn over the old one from its top, each line wiped behind its end, so
 * that nothing flickers.  A text too high for the window stops at each page.  What is shown can
 * be drawn anew at any time, for the size that the window has then.
 */
#ifndef UI_SCREEN_H
#define UI_SCREEN_H

#include "ui/line.h"
#include "ui/term.h"

struct screen {
    struct term *term;
    void (*draw)(const struct term *term, const void *context);
    const void *context;
    size_t spare;   // first lines that are left out together if the others fit then
    size_t more;    // lines behind those that may go, too, one by one
    size_t reserve; // lines that will be written below, as a prompt
    bool fresh;     // over the window; else below what is there
    bool pages;     // waits at each page, if it does not fit above the reserve
};

/* Before the first fresh screen: lets what the window shows scroll away, instead of over it. */
void screen_begin(const struct term *term);

/* Renders into `out` what `draw` writes to the terminal it is given: the same, but in memory. */
void screen_render(const struct term *term, struct buf *out,
    void (*draw)(const struct term *term, const void *context), const void *context);

/*
 * Measures the window and writes the screen.  At each page Space goes on to the next, q shows
 * the last lines only; a new size of the window draws the page anew from where it began.
 * Returns LINE_TEXT, or what ended the wait.
 */
enum line_result screen_show(const struct screen *screen);

/* Draws as many of the last lines as fit above the reserve: for line_redraw_with(). */
void screen_redraw(void *screen);

/*
 * The text without as many of its first lines as it takes to fit the window above the reserve:
 * the spare ones together, then of the others that may go.  All of it, if that is not needed,
 * or not enough.
 */
const char *screen_trim(const struct screen *screen, const char *text);

/*
 * Where a text goes on that was laid out anew, when `ink` bytes of it that are not blank were
 * left: the line in which those begin.
 */
const char *screen_find(const char *text, size_t ink);

#endif
