#include "ui/chart.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* From the top of a row to its bottom. */
static const char *const fine_steps[CHART_STEPS] = { " ", "\u23ba", "\u23bb", "\u2500",
    "\u23bc", "\u23bd" };
static const char *const plain_steps[CHART_STEPS] = { " ", "'", "'", "-", "_", "_" };

void chart_init(struct chart *chart, size_t width, size_t height, bool utf8)
{
    *chart = (struct chart){ .width = width > 0 ? width : 1,
        .height = height > 0 ? height : 1,
        .right = 1,
        .high = 1,
        .utf8 = utf8 };
    chart->cells = mem_zeroed(chart->width * chart->height, 1);
}

void chart_release(struct chart *chart)
{
    free(chart->cells);
    *chart = (struct chart){ 0 };
}

size_t chart_room(size_t window_width)
{
    return window_width > CHART_LABEL + 3 ? window_width - CHART_LABEL - 2 : 1;
}

/* 0 .. count-1 for a share of 0 .. 1. */
static size_t place(double share, size_t count)
{
    return (size_t)fmin(fmax(floor(share * (double)count), 0), (double)count - 1);
}

double chart_at(const struct chart *chart, size_t column)
{
    double share = ((double)column + 0.5) / (double)chart->width;
    return chart->left + share * (chart->right - chart->left);
}

size_t chart_column(const struct chart *chart, double x)
{
    return place((x - chart->left) / (chart->right - chart->left), chart->width);
}

static double depth(const struct chart *chart, double y)
{
    return (chart->high - y) / (chart->high - chart->low);
}

void chart_curve(struct chart *chart, size_t column, double y)
{
    size_t steps = CHART_STEPS - 1;
    size_t step = place(depth(chart, y), chart->height * steps);
    chart->cells[step / steps * chart->width + column] =
        (unsigned char)(1 + step % steps);
}

void chart_mark(struct chart *chart, double x, double y, char mark)
{
    size_t row = place(depth(chart, y), chart->height);
    chart->cells[row * chart->width + chart_column(chart, x)] = (unsigned char)mark;
}

static void add_row(const struct chart *chart, size_t row, struct buf *out)
{
    const unsigned char *cells = chart->cells + row * chart->width;
    size_t width = chart->width;
    while (width > 0 && cells[width - 1] == 0)
        width--;
    for (size_t i = 0; i < width; i++)
        if (cells[i] < CHART_STEPS)
            buf_add(out, (chart->utf8 ? fine_steps : plain_steps)[cells[i]]);
        else
            buf_add_char(out, (char)cells[i]);
    buf_add_char(out, '\n');
}

void chart_render(const struct chart *chart, const char *high, const char *low,
    const char *marks, struct buf *out)
{
    for (size_t row = 0; row < chart->height; row++) {
        const char *label = row == 0 ? high : row + 1 == chart->height ? low : "";
        buf_addf(out, "%*s%s", CHART_LABEL - 1, label, chart->utf8 ? "\u2502" : "|");
        add_row(chart, row, out);
    }
    buf_addf(out, "%*s%s", CHART_LABEL - 1, "", chart->utf8 ? "\u2514" : "+");
    for (size_t i = 0; i < chart->width; i++)
        if (marks[i] != ' ')
            buf_add_char(out, marks[i]);
        else
            buf_add(out, chart->utf8 ? "\u2500" : "-");
    buf_add_char(out, '\n');
}

void chart_ends(
    const struct chart *chart, const char *left, const char *right, struct buf *out)
{
    size_t used = strlen(left) + strlen(right);
    buf_pad(out, ' ', CHART_LABEL);
    buf_add(out, left);
    buf_pad(out, ' ', used < chart->width ? chart->width - used : 1);
    buf_addf(out, "%s\n", right);
}
