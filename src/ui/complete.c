#include "ui/complete.h"

#include "base/utf8.h"
#include "ui/layout.h"
#include "ui/split.h"
#include "ui/term.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <readline/readline.h>

static const struct completer *current;

void complete_with(const struct completer *completer)
{
    current = completer;
}

static bool is_harmless(const char *word)
{
    size_t len = strlen(word), step;
    uint32_t character;
    for (size_t i = 0; i < len; i += step) {
        step = utf8_next(word + i, len - i, &character);
        if (step == 0 || utf8_acts(character))
            return false;
    }
    return true;
}

void matches_add(struct matches *out, const char *typed, const char *word, bool goes_on)
{
    if (strncmp(word, typed, strlen(typed)) != 0 || !is_harmless(word))
        return;
    out->items = arena_grow(
        &out->arena, out->items, out->count, &out->capacity, sizeof *out->items);
    out->items[out->count++] = (struct match){ arena_strdup(&out->arena, word), goes_on };
}

static int by_text(const void *a, const void *b)
{
    return strcmp(((const struct match *)a)->text, ((const struct match *)b)->text);
}

/* In order, each once. */
static void sort(struct matches *matches)
{
    size_t kept = 0;
    if (matches->count == 0)
        return;
    qsort(matches->items, matches->count, sizeof *matches->items, by_text);
    for (size_t i = 0; i < matches->count; i++)
        if (i == 0 || strcmp(matches->items[i].text, matches->items[kept - 1].text) != 0)
            matches->items[kept++] = matches->items[i];
    matches->count = kept;
}

/* The beginning that all have in common: that of the first and the last, in whole characters. */
static char *common_start(struct matches *matches)
{
    const char *first = matches->items[0].text;
    const char *last = matches->items[matches->count - 1].text;
    size_t len = 0;
    while (first[len] != '\0' && first[len] == last[len])
        len++;
    if (first[len] != '\0')
        len = utf8_boundary(first, len);
    return arena_strndup(&matches->arena, first, len);
}

static void replace_word(size_t start, const char *text)
{
    rl_begin_undo_group();
    rl_delete_text((int)start, rl_point);
    rl_point = (int)start;
    rl_insert_text(text);
    rl_end_undo_group();
}

/* ---- showing what there is ---------------------------------------------------------------- */

static size_t widest(const struct matches *matches)
{
    size_t width = 1;
    for (size_t i = 0; i < matches->count; i++) {
        size_t own = utf8_width(matches->items[i].text, strlen(matches->items[i].text));
        width = own > width ? own : width;
    }
    return width;
}

/* In columns, as many lines as the window has room for above the prompt. */
static void add_columns(
    struct buf *out, const struct matches *matches, const struct term *window)
{
    size_t column = widest(matches) + 2, room = window->width - 1;
    column = column < room ? column : room;
    size_t across = room / column, rows = window->height > 4 ? window->height - 3 : 1;
    size_t shown = across * rows < matches->count ? across * rows : matches->count;
    for (size_t i = 0; i < shown; i++) {
        bool last = (i + 1) % across == 0 || i + 1 == shown;
        if (last)
            layout_cut(out, matches->items[i].text, column - 1);
        else
            layout_column(out, matches->items[i].text, column);
        if (last)
            buf_add_char(out, '\n');
    }
    if (shown < matches->count)
        buf_addf(out, "... and %zu more\n", matches->count - shown);
}

static void show(const struct matches *matches)
{
    struct term window = term_of(stdout, false, 0);
    struct buf text = { 0 };
    add_columns(&text, matches, &window);
    rl_crlf();
    fputs(buf_text(&text), rl_outstream);
    fflush(rl_outstream);
    rl_on_new_line();
    rl_redisplay();
    buf_release(&text);
}

/* ---- the key ------------------------------------------------------------------------------ */

static void go_on_with(struct matches *matches, size_t start, const char *typed)
{
    struct buf text = { 0 };
    char *common = common_start(matches);
    bool one = matches->count == 1;
    if (one && !matches->items[0].goes_on) {
        split_quote(&text, common);
        if (rl_line_buffer[rl_point] != ' ')
            buf_add_char(&text, ' ');
    } else {
        split_quote_open(&text, common);
    }
    if (one || strcmp(common, typed) != 0)
        replace_word(start, buf_text(&text));
    else
        show(matches);
    buf_release(&text);
}

int complete_tab(int count, int key)
{
    if (current == NULL)
        return rl_insert(count, key);
    struct split line = { 0 };
    struct matches matches = { 0 };
    split_line(&line, rl_line_buffer, (size_t)rl_point);
    size_t before = line.count - line.in_word;
    size_t start = line.in_word ? line.start : (size_t)rl_point;
    const char *typed = line.in_word ? line.words[before] : "";
    current->find(current->context, line.words, before, typed, &matches);
    sort(&matches);
    if (matches.count > 0)
        go_on_with(&matches, start, typed);
    arena_release(&matches.arena);
    split_release(&line);
    return 0;
}
