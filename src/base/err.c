#include "base/err.h"

#include "base/buf.h"
#include "base/source.h"
#include "base/utf8.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum {
    COLUMNS = 72, // of an excerpt, which is indented by 4: it fits 80
    BEFORE = 48,  // of them in front of the place, at most
};

static void start(struct err *err, enum err_kind kind)
{
    *err = (struct err){ .kind = kind };
}

/* Takes away the first half of a character that was cut at the end of a full array. */
static void drop_half_character(char *text, size_t size)
{
    size_t len = strlen(text);
    if (len + 1 < size)
        return;
    size_t last = utf8_boundary(text, len - 1);
    uint32_t character;
    if (utf8_next(text + last, len - last, &character) == 0)
        text[last] = '\0';
}

/* Adds to the message as much as it holds. */
__attribute__((format(printf, 2, 0))) static void add_message(
    struct err *err, const char *format, va_list args)
{
    size_t used = strlen(err->message);
    vsnprintf(err->message + used, sizeof err->message - used, format, args);
    drop_half_character(err->message, sizeof err->message);
}

bool err_set(struct err *err, enum err_kind kind, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    start(err, kind);
    add_message(err, format, args);
    va_end(args);
    return false;
}

bool err_errno(struct err *err, const char *format, ...)
{
    int number = errno;
    va_list args;
    va_start(args, format);
    start(err, ERR_SYSTEM);
    add_message(err, format, args);
    va_end(args);
    size_t used = strlen(err->message);
    snprintf(err->message + used, sizeof err->message - used, ": %s", strerror(number));
    return false;
}

/* Adds text, made visible, as far as the excerpt takes it: below `size`, and COLUMNS. */
static void add_fitting(struct buf *line, size_t size, const char *text, size_t len)
{
    size_t width = utf8_width(buf_text(line), line->len);
    for (size_t at = 0; at < len;) {
        size_t used = line->len, step = utf8_grapheme(text + at, len - at);
        utf8_add_visible(line, text + at, step);
        width += utf8_width(line->text + used, line->len - used);
        if (line->len >= size || width > COLUMNS) {
            line->text[line->len = used] = '\0';
            return;
        }
        at += step;
    }
}

/*
 * Copies the window of the line around `offset` that fits the excerpt.  Its start moves up
 * to the place until what stands before that leaves room for what follows; the caret is
 * placed by counting columns.
 */
static void excerpt(struct err *err, const struct source *source, size_t offset)
{
    const char *text = source->text;
    size_t at = source_line_start(source, offset, BEFORE);
    size_t end = source_line_end(source, offset, sizeof err->excerpt);
    struct buf line = { 0 };
    while (at < offset && ((unsigned char)text[at] & 0xC0) == 0x80)
        at++; // the rest of a character that began before
    utf8_add_visible(&line, text + at, offset - at);
    while (utf8_width(buf_text(&line), line.len) > BEFORE) {
        at += utf8_grapheme(text + at, offset - at);
        buf_clear(&line);
        utf8_add_visible(&line, text + at, offset - at);
    }
    err->caret = (int)utf8_width(buf_text(&line), line.len);
    add_fitting(&line, sizeof err->excerpt, text + offset, end - offset);
    snprintf(err->excerpt, sizeof err->excerpt, "%s", buf_text(&line));
    buf_release(&line);
}

bool err_at(
    struct err *err, struct source *source, size_t offset, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    start(err, ERR_INPUT);
    add_message(err, format, args);
    va_end(args);
    snprintf(err->file, sizeof err->file, "%s", source->name);
    drop_half_character(err->file, sizeof err->file);
    source_place(source, offset, &err->line, &err->column);
    excerpt(err, source, offset);
    return false;
}

/* Adds text made visible, line breaks too: a quoted name must not begin a line of its own. */
static void add_line(struct buf *out, const char *text)
{
    for (;;) {
        size_t len = strcspn(text, "\n");
        utf8_add_visible(out, text, len);
        if (text[len] == '\0')
            return;
        buf_add(out, "^J");
        text += len + 1;
    }
}

void err_render(const struct err *err, const char *level, struct buf *out)
{
    if (err->file[0] != '\0') {
        add_line(out, err->file);
        if (err->line > 0)
            buf_addf(out, ":%d:%d", err->line, err->column);
        buf_add(out, ": ");
    }
    if (level != NULL)
        buf_addf(out, "%s: ", level);
    add_line(out, err->message);
    buf_add(out, "\n");
    if (err->excerpt[0] != '\0')
        buf_addf(out, "    %s\n    %*s^\n", err->excerpt, err->caret, "");
}
