#include "ui/layout.h"

#include "base/utf8.h"

#include <stdbool.h>
#include <string.h>

size_t layout_fitting(const char *text, size_t len, size_t width)
{
    size_t at = 0, used = 0;
    while (at < len) {
        size_t size = utf8_grapheme(text + at, len - at);
        size_t columns = utf8_width(text + at, size);
        if (at > 0 && used + columns > width)
            break;
        used += columns;
        at += size;
    }
    return at;
}

/* The bytes of the first line to break off: up to the last space that fits. */
static size_t line_len(const char *text, size_t len, size_t width)
{
    size_t fit = layout_fitting(text, len, width);
    if (fit == len || text[fit] == ' ')
        return fit;
    size_t at = fit;
    while (at > 0 && text[at - 1] != ' ')
        at--;
    return at > 0 ? at : fit;
}

void layout_line(struct buf *out, const char *line, size_t len)
{
    bool rtl = utf8_is_rtl(line, len);
    buf_add(out, rtl ? "\u2068" : "");
    buf_add_bytes(out, line, len);
    buf_add(out, rtl ? "\u2069" : "");
}

static void add_cut(struct buf *out, const char *line, size_t len, size_t width)
{
    if (utf8_width(line, len) <= width) {
        layout_line(out, line, len);
    } else {
        size_t dots = width > 4 ? 3 : 0; // with room for a wide letter before them
        layout_line(out, line, layout_fitting(line, len, width - dots));
        buf_pad(out, '.', dots);
    }
}

static void add_line(struct buf *out, const char *text, size_t len, size_t indent)
{
    while (len > 0 && text[len - 1] == ' ')
        len--;
    if (len > 0)
        buf_pad(out, ' ', indent);
    layout_line(out, text, len);
    buf_add_char(out, '\n');
}

static void wrap_line(
    struct buf *out, const char *text, size_t len, size_t width, size_t indent)
{
    do {
        size_t take = line_len(text, len, width);
        add_line(out, text, take, indent);
        text += take;
        len -= take;
        while (len > 0 && *text == ' ') {
            text++;
            len--;
        }
    } while (len > 0);
}

/* Columns that were aligned stay so: what is too wide ends, and says so. */
static void cut_line(
    struct buf *out, const char *text, size_t len, size_t width, size_t indent)
{
    if (len > 0)
        buf_pad(out, ' ', indent);
    add_cut(out, text, len, width);
    buf_add_char(out, '\n');
}

static void wrap(
    struct buf *out, const char *text, size_t width, size_t indent, bool cuts_fenced)
{
    struct buf visible = { 0 };
    bool fenced = false;
    utf8_add_visible(&visible, text, strlen(text));
    const char *line = buf_text(&visible);
    size_t room = width > indent + 1 ? width - indent : 1;
    while (line != NULL) {
        const char *end = strchr(line, '\n');
        size_t len = end != NULL ? (size_t)(end - line) : strlen(line);
        if (strncmp(line, "```", 3) == 0)
            fenced = !fenced;
        else if (fenced && cuts_fenced)
            cut_line(out, line, len, room, indent);
        else if (fenced)
            add_line(out, line, len, indent);
        else
            wrap_line(out, line, len, room, indent);
        line = end != NULL ? end + 1 : NULL;
    }
    buf_release(&visible);
}

void layout_wrap(struct buf *out, const char *text, size_t width, size_t indent)
{
    wrap(out, text, width, indent, false);
}

void layout_fit(struct buf *out, const char *text, size_t width, size_t indent)
{
    wrap(out, text, width, indent, true);
}

void layout_cut(struct buf *out, const char *text, size_t width)
{
    struct buf visible = { 0 };
    utf8_add_visible(&visible, text, strlen(text));
    for (char *c = visible.text; c != NULL && *c != '\0'; c++)
        if (*c == '\n')
            *c = ' ';
    const char *line = buf_text(&visible);
    add_cut(out, line, visible.len, width);
    buf_release(&visible);
}

size_t layout_wider(size_t width, const char *text)
{
    size_t own = utf8_width(text, strlen(text));
    return own > width ? own : width;
}

void layout_column(struct buf *out, const char *text, size_t width)
{
    size_t start = out->len;
    layout_cut(out, text, width);
    size_t used = utf8_width(buf_text(out) + start, out->len - start);
    buf_pad(out, ' ', used < width ? width - used : 0);
}

static long long rounded(long long seconds, long long unit)
{
    return (seconds + unit / 2) / unit;
}

/* The smallest unit in which the rounded number does not reach the next one. */
void layout_span(struct buf *out, long long seconds)
{
    enum { MINUTE = 60, HOUR = 3600, DAY = 86400, YEAR = 365 * DAY };
    if (seconds <= MINUTE)
        buf_add(out, "<1m");
    else if (rounded(seconds, MINUTE) < 60)
        buf_addf(out, "%lldm", rounded(seconds, MINUTE));
    else if (rounded(seconds, HOUR) < 24)
        buf_addf(out, "%lldh", rounded(seconds, HOUR));
    else if (rounded(seconds, DAY) < 365)
        buf_addf(out, "%lldd", rounded(seconds, DAY));
    else if (seconds < 10LL * YEAR)
        buf_addf(out, "%.1fy", (double)seconds / YEAR);
    else
        buf_addf(out, "%lldy", rounded(seconds, YEAR));
}
