/*
 * Text laid out for a window: pure functions from text and width to lines.
 *
 * Widths are display columns.  What comes out is visible (utf8_add_visible): it can be
 * written to any terminal.  A line that runs from right to left stands between isolates
 * (U+2068, U+2069), so that it cannot pull what stands beside it along; they have no width,
 * and are the only bidi controls that this program ever writes.
 */
#ifndef UI_LAYOUT_H
#define UI_LAYOUT_H

#include "base/buf.h"

#include <stddef.h>

/*
 * Appends `text` broken between words into lines of at most `width` columns, each after
 * `indent` spaces and ended by a newline.  Line breaks of the text stay; a word longer than
 * the line is cut between graphemes; lines between ``` are not broken (the fences go).
 */
void layout_wrap(struct buf *out, const char *text, size_t width, size_t indent);

/* The same for a window, whose lines are counted: wider lines between ``` are cut. */
void layout_fit(struct buf *out, const char *text, size_t width, size_t indent);

/* Appends one line of text cut to `width` columns, with "..." where something is cut off. */
void layout_cut(struct buf *out, const char *text, size_t width);

/* Appends a line of visible text as it is, isolated if it runs from right to left. */
void layout_line(struct buf *out, const char *line, size_t len);

/* The bytes of text[0..len) that fit into `width` columns; at least one grapheme. */
size_t layout_fitting(const char *text, size_t len, size_t width);

/* The larger of a width and that of the text: folded over texts, the room their column needs. */
size_t layout_wider(size_t width, const char *text);

/* layout_cut, then spaces up to `width`. */
void layout_column(struct buf *out, const char *text, size_t width);

/* A span of time for people, rounded: "<1m", "6m", "2h", "54d", "2.5y". */
void layout_span(struct buf *out, long long seconds);

#endif
