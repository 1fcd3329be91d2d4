/*
 * Curves and points in a frame of plain characters: pure functions from numbers to lines.
 *
 * A frame has `width` columns and `height` rows for the picture, without its labels.  A curve
 * is one character a column, and stands higher or lower within its row; without UTF-8 in
 * three steps (' - _) instead of five.  What is drawn later covers what was drawn before.
 */
#ifndef UI_CHART_H
#define UI_CHART_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

struct chart {
    size_t width, height;
    double left, right, low, high; // what the edges stand for; left < right, low < high
    bool utf8;
    unsigned char
        *cells; // a character, or below CHART_STEPS a step of a curve; 0 is blank
};

enum { CHART_STEPS = 6, CHART_LABEL = 6 };

/* A width of 0 is made 1, as is a height. */
void chart_init(struct chart *chart, size_t width, size_t height, bool utf8);
void chart_release(struct chart *chart);

/* The columns that are left for a picture in a window, beside the labels. */
size_t chart_room(size_t window_width);

/* The place along the frame that the middle of a column stands for. */
double chart_at(const struct chart *chart, size_t column);

/* The column of that place, the nearest one if it lies outside. */
size_t chart_column(const struct chart *chart, double x);

/* A step of a curve in that column; outside of low .. high at the edge. */
void chart_curve(struct chart *chart, size_t column, double y);

/* A mark at that place. */
void chart_mark(struct chart *chart, double x, double y, char mark);

/*
 * Appends the picture with `high` and `low` (ASCII, at most CHART_LABEL - 1) beside its first and
 * last row, and an axis below on which `marks` stand: a character for each column, ' ' for none.
 */
void chart_render(const struct chart *chart, const char *high, const char *low,
    const char *marks, struct buf *out);

/* Appends a line with a text below either end of the axis. */
void chart_ends(
    const struct chart *chart, const char *left, const char *right, struct buf *out);

#endif
