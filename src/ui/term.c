#include "ui/term.h"

#include "base/utf8.h"
#include "ui/layout.h"

#include <langinfo.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { PLAIN_WIDTH = 80, PLAIN_HEIGHT = 24, NARROWEST = 20, WIDEST = 1000 };

static const char *const codes[] = {
    [STYLE_PLAIN] = "",
    [STYLE_STRONG] = "\033[1m",
    [STYLE_FAINT] = "\033[2m",
    [STYLE_RIGHT] = "\033[32m",
    [STYLE_HALF] = "\033[33m",
    [STYLE_WRONG] = "\033[31m",
};

void term_measure(struct term *term)
{
    struct winsize size;
    if (!term->interactive || ioctl(fileno(term->stream), TIOCGWINSZ, &size) != 0 ||
        size.ws_col == 0)
        return;
    term->width = size.ws_col < NARROWEST ? NARROWEST : size.ws_col;
    term->height = size.ws_row;
}

struct term term_of(FILE *stream, bool color, size_t columns)
{
    struct term term = {
        .stream = stream,
        .interactive = isatty(fileno(stream)) == 1,
        .color = color,
        .width = columns >= NARROWEST && columns <= WIDEST ? columns : PLAIN_WIDTH,
        .height = PLAIN_HEIGHT,
    };
    term_measure(&term);
    return term;
}

void term_raw(const struct term *term, enum style style, const char *text)
{
    bool styled = term->color && style != STYLE_PLAIN;
    if (styled)
        fputs(codes[style], term->stream);
    fputs(text, term->stream);
    if (styled)
        fputs("\033[0m", term->stream);
}

void term_text(const struct term *term, enum style style, const char *text)
{
    struct buf visible = { 0 };
    utf8_add_visible(&visible, text, strlen(text));
    term_raw(term, style, buf_text(&visible));
    buf_release(&visible);
}

void term_wrap(const struct term *term, enum style style, const char *text, size_t indent)
{
    struct buf lines = { 0 };
    if (term->interactive)
        layout_fit(&lines, text, term->width - 1, indent);
    else
        layout_wrap(&lines, text, term->width - 1, indent);
    term_raw(term, style, buf_text(&lines));
    buf_release(&lines);
}

bool term_is_utf8(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

void term_rule(const struct term *term)
{
    struct buf line = { 0 };
    buf_add_char(&line, ' ');
    for (size_t i = 2; i < term->width; i++)
        buf_add(&line, term_is_utf8() ? "\u2500" : "-");
    buf_add_char(&line, '\n');
    term_raw(term, STYLE_FAINT, line.text);
    buf_release(&line);
}
