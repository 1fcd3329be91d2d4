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

const char *screen_trim(const struct screen *screen, const char *text)
{
    size_t lines = count_lines(text) + screen->reserve, height = screen->term->height;
    size_t over = lines > height ? lines - height : 0;
    if (over == 0 || over > screen->spare + screen->more)
        return text;
    return skip_lines(text, over > screen->spare ? over : screen->spare);
}

/* The text for the window as it is now; released by the caller. */
static const char *measure_and_render(const struct screen *screen, struct buf *out)
{
    term_measure(screen->term);
    buf_clear(out);
    screen_render(screen->term, out, screen->draw, screen->context);
    return screen_trim(screen, buf_text(out));
}

static bool fits(const struct screen *screen, const char *text)
{
    return count_lines(text) + screen->reserve <= screen->term->height;
}

/* ---- pages -------------------------------------------------------------------------------- */

/* Bytes that are not blank: breaking lines elsewhere changes blanks alone. */
static size_t ink_of(const char *text, size_t len)
{
    size_t ink = 0;
    for (size_t i = 0; i < len; i++)
        ink += text[i] != ' ' && text[i] != '\n';
    return ink;
}

const char *screen_find(const char *text, size_t ink)
{
    size_t left = ink_of(text, strlen(text));
    while (*text != '\0') {
        size_t len = strcspn(text, "\n");
        left -= ink_of(text, len);
        if (left < ink)
            break;
        text += len + (text[len] == '\n');
    }
    return text;
}

/* A page that waits for a key. */
struct page {
    const struct screen *screen;
    size_t top, below; // ink from its first line on, and behind its last one
    bool last;
};

/* Finds the page in a text laid out anew, and writes it. */
static void write_page(struct page *page, bool fresh)
{
    struct buf out = { 0 };
    const struct term *term = page->screen->term;
    const char *text = screen_find(measure_and_render(page->screen, &out), page->top);
    page->last = fits(page->screen, text);
    const char *end = skip_lines(text, page->last ? SIZE_MAX : term->height - 1);
    page->below = ink_of(end, strlen(end));
    write_lines(term, text, end, fresh);
    buf_release(&out);
}

static void redraw_page(void *context)
{
    struct page *page = context;
    fputs(WIPE_ALL, page->screen->term->stream);
    write_page(page, true);
}

/* The ink of the last lines that fit. */
static size_t last_ink(const struct page *page)
{
    struct buf out = { 0 };
    const char *text = screen_find(measure_and_render(page->screen, &out), page->below);
    text = tail_of(page->screen->term, text, page->screen->reserve);
    size_t ink = ink_of(text, strlen(text));
    buf_release(&out);
    return ink;
}

static enum line_result show_pages(const struct screen *screen)
{
    struct buf key = { 0 };
    struct page page = { .screen = screen, .top = SIZE_MAX };
    enum line_result result = LINE_TEXT;
    write_page(&page, screen->fresh);
    while (!page.last && result == LINE_TEXT) {
        struct line_redraw outer =
            line_redraw_with(screen->fresh ? redraw_page : NULL, &page);
        result = ask_on(screen->term, screen->fresh, &key);
        line_redraw_with(outer.redraw, outer.context);
        page.top = buf_text(&key)[0] == 'q' ? last_ink(&page) : page.below;
        if (result == LINE_TEXT)
            write_page(&page, false);
    }
    buf_release(&key);
    return result;
}

/* ---- whole screens ------------------------------------------------------------------------ */

enum line_result screen_show(const struct screen *screen)
{
    struct buf out = { 0 };
    const char *text = measure_and_render(screen, &out);
    enum line_result result = LINE_TEXT;
    if (screen->pages && screen->term->height > screen->reserve + 2 &&
        !fits(screen, text))
        result = show_pages(screen);
    else
        write_lines(screen->term, text, text + strlen(text), screen->fresh);
    buf_release(&out);
    return result;
}

void screen_redraw(void *context)
{
    const struct screen *screen = context;
    struct buf out = { 0 };
    const char *text = measure_and_render(screen, &out);
    const char *start = tail_of(screen->term, text, screen->reserve);
    fputs(WIPE_ALL,
        screen->term->stream); // what the terminal wrapped anew is gone for good
    write_lines(screen->term, start, start + strlen(start), true);
    buf_release(&out);
}
