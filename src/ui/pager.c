#include "ui/pager.h"

#include "base/utf8.h"
#include "ui/line.h"

#include <string.h>
#include <unistd.h>

static size_t count_lines(const char *text)
{
    size_t lines = 0;
    while ((text = strchr(text, '\n')) != NULL) {
        text++;
        lines++;
    }
    return lines;
}

/* The rows of the window that a line takes. */
static size_t rows_of(const struct term *out, const char *line, size_t len)
{
    size_t width = utf8_width(line, len);
    return width == 0 ? 1 : (width + out->width - 1) / out->width;
}

static size_t count_rows(const struct term *out, const char *text)
{
    size_t rows = 0;
    for (size_t len; *text != '\0'; text += len + (text[len] == '\n')) {
        len = strcspn(text, "\n");
        rows += rows_of(out, text, len);
    }
    return rows;
}

/* Writes the lines that fit into so many rows, one at least; returns what is left. */
static const char *write_rows(const struct term *out, const char *text, size_t rows)
{
    const char *end = text;
    while (*end != '\0') {
        size_t len = strcspn(end, "\n"), needed = rows_of(out, end, len);
        if (needed > rows && end != text)
            break;
        rows -= needed < rows ? needed : rows;
        end += len + (end[len] == '\n');
    }
    struct buf part = { 0 };
    buf_add_bytes(&part, text, (size_t)(end - text));
    term_raw(out, STYLE_PLAIN, buf_text(&part));
    buf_release(&part);
    return end;
}

/* How many rows to show next, 0: no more. */
static size_t ask(const struct term *out, size_t seen, size_t total, struct buf *key)
{
    struct buf prompt = { 0 }, wipe = { 0 };
    buf_addf(&prompt, "-- %zu/%zu: Space, Enter, q --", seen, total);
    enum line_result result = line_press(prompt.text, key);
    buf_add_char(&wipe, '\r');
    buf_pad(&wipe, ' ', prompt.len);
    buf_add_char(&wipe, '\r');
    term_raw(out, STYLE_PLAIN, wipe.text);
    buf_release(&prompt);
    buf_release(&wipe);
    char pressed = buf_text(key)[0];
    if (result != LINE_TEXT || pressed == 'q' || pressed == 'Q')
        return 0;
    return pressed == '\n' ? 1 : out->height - 1;
}

static void show_pages(struct term window, const char *text)
{
    struct buf key = { 0 };
    size_t total = count_lines(text), more = window.height - 1;
    for (const char *rest = text; more > 0 && *rest != '\0';) {
        rest = write_rows(&window, rest, more);
        if (*rest == '\0')
            break;
        more = ask(&window, total - count_lines(rest), total, &key);
        term_measure(&window);
    }
    buf_release(&key);
}

void pager_show(const struct term *out, const char *text)
{
    bool pages = out->interactive && isatty(STDIN_FILENO) == 1 && out->height > 2;
    if (!pages || count_rows(out, text) < out->height) {
        term_raw(out, STYLE_PLAIN, text);
        return;
    }
    line_open(true);
    show_pages(*out, text);
    line_close();
}
