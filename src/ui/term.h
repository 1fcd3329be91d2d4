/*
 * The screen as a stream of lines.
 *
 * Everything foreign (decks, paths, what was typed) is shown through term_text or the layout
 * functions, which make it harmless; nothing else may be given to term_raw.  Colour only
 * repeats what words and marks say.
 */
#ifndef UI_TERM_H
#define UI_TERM_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum style {
    STYLE_PLAIN,
    STYLE_STRONG, // what to look at
    STYLE_FAINT,  // what may be overlooked
    STYLE_RIGHT,
    STYLE_HALF,
    STYLE_WRONG,
};

struct term {
    FILE *stream;
    bool interactive; // a terminal
    bool color;
    size_t width, height; // columns and lines
};

/* Looks at the stream; `columns` is what the user's environment says, 0: nothing. */
struct term term_of(FILE *stream, bool color, size_t columns);

/* Asks the terminal again how large it is. */
void term_measure(struct term *term);

/* Writes foreign text, made visible. */
void term_text(const struct term *term, enum style style, const char *text);

/* Writes text of our own, or what came out of a layout function. */
void term_raw(const struct term *term, enum style style, const char *text);

/* Writes foreign text wrapped to the window. */
void term_wrap(
    const struct term *term, enum style style, const char *text, size_t indent);

/* Writes a line across the window. */
void term_rule(const struct term *term);

/* Can it show characters beyond ASCII?  (The rule is of '-' elsewhere.) */
bool term_is_utf8(void);

#endif
