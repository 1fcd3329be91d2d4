#include "ui/screen.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ECMA-48, as every terminal since the VT100 has it: cursor home, wipe the line's rest, wipe
   all below.  Nothing of it is sent to a terminal that calls itself dumb. */
#define HOME       "\033[H"
#define WIPE_LINE  "\033[K"
#define WIPE_BELOW "\033[J"
#define WIPE_ALL   "\033[2J"

/* A terminal gets it in one piece, past the stream, which would cut it at a line's end. */
static void write_once(const struct term *term, const struct buf *out, bool fresh)
{
    size_t done = 0;
    fflush(term->stream);
    while (fresh && done < out->len) {
        ssize_t wrote = write(fileno(term->stream), out->text + done, out->len - done);
        if (wrote < 0 && errno != EINTR)
            return; // the terminal is gone: reading will say so
        done += wrote > 0 ? (size_t)wrote : 0;
    }
    fwrite(buf_text(out) + done, 1, out->len - done, term->stream);
    fflush(term->stream);
}

void screen_begin(const struct term *term)
{
    struct buf lines = { 0 };
    buf_pad(&lines, '\n', term->height - 1);
    write_once(term, &lines, true);
    buf_release(&lines);
}

void screen_render(const struct term *term, struct buf *out,
    void (*draw)(const struct term *term, const void *context), const void *context)
{
    char *text = NULL;
    size_t len = 0;
    struct term memory = *term;
    memory.stream = open_memstream(&text, &len);
    assert(memory.stream != NULL); // fails for want of memory alone
    draw(&memory, context);
    fclose(memory.stream);
    buf_add_bytes(out, text, len);
    free(text);
}

static size_t count_lines(const char *text)
{
    size_t lines = 0;
    for (; (text = strchr(text, '\n')) != NULL; text++)
        lines++;
    return lines;
}

/* The text behind so many lines. */
static const char *skip_lines(const char *text, size_t lines)
{
    while (lines-- > 0 && *text != '\0') {
        size_t len = strcspn(text, "\n");
        text += len + (text[len] == '\n');
    }
    return text;
}

static void write_lines(
    const struct term *term, const char *text, const char *end, bool fresh)
{
    struct buf out = { 0 };
    if (fresh)
        buf_add(&out, HOME);
    while (text < end) {
        size_t len = strcspn(text, "\n");
        len = len < (size_t)(end - text) ? len : (size_t)(end - text);
        buf_add_bytes(&out, text, len);
        text += len;
        if (text < end) {
            buf_add(&out, fresh ? WIPE_LINE "\n" : "\n");
            text++;
        }
    }
    if (fresh)
        buf_add(&out, WIPE_BELOW);
    write_once(term, &out, fresh);
    buf_release(&out);
}

/* On a fresh screen the prompt goes again; where all is kept it stays. */
static enum line_result ask_on(const struct term *term, bool fresh, struct buf *key)
{
    static const char prompt[] = "-- more -- (Space, or q) ";
    enum line_result result;
    do {
        result = line_press(prompt, key);
        if (fresh)
            fprintf(term->stream, "\r%*s\r", (int)sizeof prompt - 1, "");
        else
            fputs("\n", term->stream);
    } while (result == LINE_TEXT && strchr(" \nq", buf_text(key)[0]) == NULL);
    return result;
}

/* The last lines that fit above `reserve` others. */
static const char *tail_of(const struct term *term, const char *text, size_t reserve)
{
    size_t lines = count_lines(text),
           room = term->height > reserve ? term->height - reserve : 1;
    return skip_lines(text, lines > room ? lines - room : 0);
}

const char *screen_trim(
    const struct term *term, const char *text, size_t spare, size_t reserve)
{
    size_t lines = count_lines(text) + reserve;
    size_t over = lines > term->height ? lines - term->height : 0;
    return over <= spare ? skip_lines(text, over) : text;
}

static enum line_result show_pages(
    const struct term *term, const char *text, bool fresh, size_t reserve)
{
    struct buf key = { 0 };
    enum line_result result = LINE_TEXT;
    size_t room = term->height - 1;
    for (bool first = true; result == LINE_TEXT && *text != '\0'; first = false) {
        bool last = count_lines(text) + reserve <= term->height;
        const char *end = skip_lines(text, last ? SIZE_MAX : room);
        write_lines(term, text, end, fresh && first);
        text = end;
        if (last)
            break;
        result = ask_on(term, fresh, &key);
        if (buf_text(&key)[0] == 'q')
            text = tail_of(term, text, reserve);
    }
    buf_release(&key);
    return result;
}

enum line_result screen_show(
    const struct term *term, const char *text, bool fresh, bool pages, size_t reserve)
{
    if (pages && term->height > reserve + 2 && count_lines(text) + reserve > term->height)
        return show_pages(term, text, fresh, reserve);
    write_lines(term, text, text + strlen(text), fresh);
    return LINE_TEXT;
}

void screen_redraw(const struct term *term, const char *text, size_t reserve)
{
    const char *start = tail_of(term, text, reserve);
    fputs(WIPE_ALL, term->stream); // what the terminal has wrapped anew is gone for good
    write_lines(term, start, start + strlen(start), true);
}
