#include "ui/pager.h"

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

/* Writes so many lines; returns what is left of the text. */
static const char *write_lines(const struct term *out, const char *text, size_t lines)
{
    const char *end = text;
    while (lines-- > 0 && *end != '\0') {
        size_t len = strcspn(end, "\n");
        end += len + (end[len] == '\n');
    }
    struct buf part = { 0 };
    buf_add_bytes(&part, text, (size_t)(end - text));
    term_raw(out, STYLE_PLAIN, buf_text(&part));
    buf_release(&part);
    return end;
}

/* How many lines to show next, 0: no more. */
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
        rest = write_lines(&window, rest, more);
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
    if (!pages || count_lines(text) < out->height) {
        term_raw(out, STYLE_PLAIN, text);
        return;
    }
    line_open(true);
    show_pages(*out, text);
    line_close();
}
