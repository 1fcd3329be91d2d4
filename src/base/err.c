#include "base/err.h"

#include "base/buf.h"
#include "base/source.h"
#include "base/utf8.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void start(struct err *err, enum err_kind kind)
{
    *err = (struct err){ .kind = kind };
}

bool err_set(struct err *err, enum err_kind kind, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    start(err, kind);
    vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    return false;
}

bool err_errno(struct err *err, const char *format, ...)
{
    int number = errno;
    va_list args;
    va_start(args, format);
    start(err, ERR_SYSTEM);
    vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    size_t used = strlen(err->message);
    snprintf(err->message + used, sizeof err->message - used, ": %s", strerror(number));
    return false;
}

/*
 * Copies the window of the line around `offset` that fits the excerpt.  The window starts
 * and ends between characters, so that the caret can be placed by counting columns.
 */
static void excerpt(struct err *err, const struct source *source, size_t offset)
{
    enum { WINDOW = 96, BEFORE = 60 };
    size_t start = source_line_start(source, offset);
    size_t end = source_line_end(source, offset);
    if (offset > start + BEFORE)
        start = utf8_boundary(source->text, offset - BEFORE);
    if (end > start + WINDOW)
        end = utf8_boundary(source->text, start + WINDOW);

    struct buf line = { 0 };
    utf8_add_visible(&line, source->text + start, offset - start);
    err->caret = (int)utf8_width(line.text ? line.text : "", line.len);
    utf8_add_visible(&line, source->text + offset, end > offset ? end - offset : 0);
    snprintf(err->excerpt, sizeof err->excerpt, "%s", line.text ? line.text : "");
    buf_release(&line);
}

bool err_at(struct err *err, struct source *source, size_t offset, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    start(err, ERR_INPUT);
    vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    snprintf(err->file, sizeof err->file, "%s", source->name);
    source_place(source, offset, &err->line, &err->column);
    excerpt(err, source, offset);
    return false;
}

void err_render(const struct err *err, const char *level, struct buf *out)
{
    if (err->file[0] != '\0') {
        utf8_add_visible(out, err->file, strlen(err->file));
        if (err->line > 0)
            buf_addf(out, ":%d:%d", err->line, err->column);
        buf_add(out, ": ");
    }
    if (level != NULL)
        buf_addf(out, "%s: ", level);
    utf8_add_visible(out, err->message, strlen(err->message));
    buf_add(out, "\n");
    if (err->excerpt[0] != '\0')
        buf_addf(out, "    %s\n    %*s^\n", err->excerpt, err->caret, "");
}
