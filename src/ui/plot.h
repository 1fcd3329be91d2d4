/*
 * Numbers as pictures of plain characters: pure functions from values and width to lines.
 *
 * No line is wider than `width` - 1 columns (nor narrower than its labels need).  What a
 * picture says stands beside it in digits too; colour comes last (plot_paint), and only
 * repeats what the characters say.
 */
#ifndef UI_PLOT_H
#define UI_PLOT_H

#include "base/buf.h"
#include "base/day.h"
#include "ui/term.h"

#include <stddef.h>

struct plot_bar {
    const char *label, *number; // ASCII; the value as it is to be read
    double value;               // >= 0
};

/*
 * Appends a line for each bar: label, number, and '#' in proportion, one at least for what is
 * not 0.  `full` is the value that takes all the room there is; with 0 each '#' is one, or as
 * many as it takes for the largest value to fit.
 */
void plot_bars(struct buf *out, const struct plot_bar *bars, size_t count, double full,
    size_t width);

/* A value for each of so many days in a row, the last of which is `last`. */
struct plot_days {
    const size_t *values;
    size_t count;
    struct day last;
};

/*
 * Appends a calendar: a row for each weekday, a column for each week, as many of the newest
 * weeks as fit, with the months above.  '.' is none; ':', '+' and '#' are days below, about
 * and above the mean of the others.  Days outside are blank.
 */
void plot_heatmap(struct buf *out, const struct plot_days *days, size_t width);

/* Appends what the characters of plot_heatmap stand for: ". none  : 1-3  + 4-8  # 9-20". */
void plot_legend(struct buf *out, const struct plot_days *days, size_t width);

/* Writes such lines with the characters behind column `from` coloured. */
void plot_paint(const struct term *term, const char *lines, size_t from);

/* "Mon" to "Sun". */
const char *plot_weekday(struct day day);

#endif
