/*
 * The diff: both texts as graphemes, the common start and end set aside, what is left aligned
 * with the fewest edits (Levenshtein).  Texts with less than half in common are not aligned:
 * letters that agree by chance explain nothing.
 *
 * The table of edits is MIDDLE_MAX squared at most; of longer texts only the start of the
 * difference is aligned, which is all that a window shows.
 */
#include "match/diff.h"

#include "base/utf8.h"
#include "match/chars.h"
#include "match/token.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { MIDDLE_MAX = 400, WIDTH_MIN = 12 };

struct letter {
    const char *text;
    size_t len;
    size_t key_at, key_len; // its folded form in the keys of the line
};

struct letters {
    struct letter *items;
    size_t count, capacity;
    struct buf keys;
};

static void letters_release(struct letters *letters)
{
    free(letters->items);
    buf_release(&letters->keys);
}

static struct letters letters_of(const char *text, unsigned strict)
{
    struct letters letters = { 0 };
    size_t len = strlen(text);
    for (size_t at = 0; at < len;) {
        size_t size = utf8_grapheme(text + at, len - at), key_at = letters.keys.len;
        chars_fold(&letters.keys, text + at, size, strict);
        letters.items = vec_grow(
            letters.items, letters.count, &letters.capacity, sizeof *letters.items);
        letters.items[letters.count++] = (struct letter){ .text = text + at,
            .len = size,
            .key_at = key_at,
            .key_len = letters.keys.len - key_at };
        at += size;
    }
    return letters;
}

static bool letters_equal(
    const struct letters *a, size_t i, const struct letters *b, size_t j)
{
    const struct letter *x = &a->items[i], *y = &b->items[j];
    if (x->key_len != y->key_len)
        return false;
    if (x->key_len == 0)
        return x->len == y->len && memcmp(x->text, y->text, x->len) == 0;
    return memcmp(a->keys.text + x->key_at, b->keys.text + y->key_at, x->key_len) == 0;
}

/* --- alignment ------------------------------------------------------------------------- */

/* One column of the diff: a letter of each line; NULL: a gap. */
struct column {
    const struct letter *typed, *expected;
    bool equal;
};

struct columns {
    struct column *items;
    size_t count, capacity;
};

static void add_column(struct columns *columns, const struct letter *typed,
    const struct letter *expected, bool equal)
{
    columns->items = vec_grow(
        columns->items, columns->count, &columns->capacity, sizeof *columns->items);
    columns->items[columns->count++] = (struct column){ typed, expected, equal };
}

/* Two lines and the part of each that is left between common start and end. */
struct pair {
    const struct letters *typed, *expected;
    size_t start, n, m; // the middle: typed[start..start+n), expected[start..start+m)
    size_t tail;        // letters of the common end
};

static struct pair trim_pair(const struct letters *typed, const struct letters *expected)
{
    struct pair p = { typed, expected, 0, typed->count, expected->count, 0 };
    while (p.n > 0 && p.m > 0 && letters_equal(typed, p.start, expected, p.start)) {
        p.start++;
        p.n--;
        p.m--;
    }
    while (p.n > 0 && p.m > 0 &&
           letters_equal(typed, p.start + p.n - 1, expected, p.start + p.m - 1)) {
        p.n--;
        p.m--;
        p.tail++;
    }
    if (p.n > MIDDLE_MAX || p.m > MIDDLE_MAX) {
        p.n = p.n < MIDDLE_MAX ? p.n : MIDDLE_MAX;
        p.m = p.m < MIDDLE_MAX ? p.m : MIDDLE_MAX;
        p.tail = 0;
    }
    return p;
}

static bool middle_equal(const struct pair *p, size_t i, size_t j)
{
    return letters_equal(p->typed, p->start + i, p->expected, p->start + j);
}

static unsigned least(unsigned a, unsigned b, unsigned c)
{
    unsigned ab = a < b ? a : b;
    return ab < c ? ab : c;
}

/* costs[i * (m + 1) + j]: fewest edits between the middles from i and from j on. */
static uint16_t *edit_costs(const struct pair *p)
{
    size_t row = p->m + 1;
    uint16_t *costs = mem_alloc((p->n + 1) * row * sizeof *costs);
    for (size_t i = p->n + 1; i-- > 0;) {
        for (size_t j = p->m + 1; j-- > 0;) {
            unsigned cost;
            if (i == p->n || j == p->m)
                cost = (unsigned)(p->n - i + p->m - j);
            else if (middle_equal(p, i, j))
                cost = costs[(i + 1) * row + j + 1];
            else
                cost = 1 + least(costs[(i + 1) * row + j + 1], costs[(i + 1) * row + j],
                               costs[i * row + j + 1]);
            costs[i * row + j] = (uint16_t)cost;
        }
    }
    return costs;
}

static void add_middle(const struct pair *p, struct columns *out, const uint16_t *costs)
{
    size_t i = 0, j = 0, row = p->m + 1;
    while (i < p->n || j < p->m) {
        const struct letter *typed = &p->typed->items[p->start + i];
        const struct letter *expected = &p->expected->items[p->start + j];
        unsigned cost = costs[i * row + j];
        if (i < p->n && j < p->m && middle_equal(p, i, j)) {
            add_column(out, typed, expected, true);
            i++, j++;
        } else if (i < p->n && j < p->m && costs[(i + 1) * row + j + 1] + 1u == cost) {
            add_column(out, typed, expected, false);
            i++, j++;
        } else if (i < p->n && (j == p->m || costs[(i + 1) * row + j] + 1u == cost)) {
            add_column(out, typed, NULL, false);
            i++;
        } else {
            add_column(out, NULL, expected, false);
            j++;
        }
    }
}

/* Side by side, nothing in common. */
static void add_unrelated(
    const struct letters *typed, const struct letters *expected, struct columns *out)
{
    size_t count = typed->count > expected->count ? typed->count : expected->count;
    for (size_t i = 0; i < count; i++)
        add_column(out, i < typed->count ? &typed->items[i] : NULL,
            i < expected->count ? &expected->items[i] : NULL, false);
}

static void align(
    const struct letters *typed, const struct letters *expected, struct columns *out)
{
    struct pair p = trim_pair(typed, expected);
    uint16_t *costs = edit_costs(&p);
    size_t longer = p.start + p.tail + (p.n > p.m ? p.n : p.m);
    if (costs[0] * 2u > longer) {
        add_unrelated(typed, expected, out);
    } else {
        for (size_t i = 0; i < p.start; i++)
            add_column(out, &typed->items[i], &expected->items[i], true);
        add_middle(&p, out, costs);
        for (size_t i = 0; i < p.tail; i++)
            add_column(out, &typed->items[p.start + p.n + i],
                &expected->items[p.start + p.m + i], true);
    }
    free(costs);
}

/* --- the three lines ------------------------------------------------------------------- */

/* What a terminal may show for a letter: nothing that acts, nothing of no width. */
static void add_shown(struct buf *out, const struct letter *letter)
{
    if (letter == NULL)
        return;
    uint32_t c = 0;
    utf8_next(letter->text, letter->len, &c);
    if (c == '\n' || c == '\t' || c == '\r') {
        buf_add_char(out, ' ');
        return;
    }
    size_t before = out->len;
    if (utf8_width(letter->text, letter->len) == 0 && !utf8_acts(c))
        buf_add_char(out, ' '); // a mark without a letter to stand on
    utf8_add_visible(out, letter->text, letter->len);
    if (utf8_width(out->text + before, out->len - before) == 0)
        buf_add_char(out, '?');
}

struct lines {
    struct buf typed, expected, marks;
};

static size_t shown_width(const struct letter *letter)
{
    struct buf shown = { 0 };
    add_shown(&shown, letter);
    size_t width = utf8_width(buf_text(&shown), shown.len);
    buf_release(&shown);
    return width;
}

static size_t column_width(const struct column *column)
{
    size_t a = shown_width(column->typed), b = shown_width(column->expected);
    return a > b ? a : b;
}

static void add_cell(struct buf *line, const struct letter *letter, size_t width)
{
    add_shown(line, letter);
    buf_pad(line, ' ', width - shown_width(letter));
}

static void add_to_lines(struct lines *lines, const struct column *column)
{
    size_t width = column_width(column);
    char mark = column->equal ? ' ' : column->typed != NULL ? '^' : '_';
    add_cell(&lines->typed, column->typed, width);
    add_cell(&lines->expected, column->expected, width);
    buf_pad(&lines->marks, mark, width);
}

static void add_cut(struct lines *lines)
{
    buf_add(&lines->typed, "...");
    buf_add(&lines->expected, "...");
    buf_add(&lines->marks, "   ");
}

/* First column of the window: a third of it before the first difference. */
static size_t window_start(const struct columns *columns, size_t width)
{
    size_t at = 0, lead = 0;
    while (at < columns->count && columns->items[at].equal)
        at++;
    while (at > 0 && lead + column_width(&columns->items[at - 1]) <= width / 3) {
        at--;
        lead += column_width(&columns->items[at]);
    }
    return at;
}

static size_t total_width(const struct columns *columns, size_t from, size_t enough)
{
    size_t width = 0;
    for (size_t i = from; i < columns->count && width <= enough; i++)
        width += column_width(&columns->items[i]);
    return width;
}

static void draw(const struct columns *columns, size_t width, struct lines *lines)
{
    size_t at =
        total_width(columns, 0, width) <= width ? 0 : window_start(columns, width);
    size_t room = width - (at > 0 ? 3 : 0);
    if (at > 0)
        add_cut(lines);
    bool cut = total_width(columns, at, room) > room;
    room -= cut ? 3 : 0;
    for (; at < columns->count; at++) {
        size_t size = column_width(&columns->items[at]);
        if (size > room)
            break;
        add_to_lines(lines, &columns->items[at]);
        room -= size;
    }
    if (cut)
        add_cut(lines);
}

static const char *keep(struct buf *line, struct arena *arena)
{
    const char *text = arena_strdup(arena, buf_text(line));
    buf_release(line);
    return text;
}

struct diff diff_make(const char *typed, const char *expected, unsigned strict,
    size_t width, struct arena *arena)
{
    struct letters a = letters_of(typed, strict), b = letters_of(expected, strict);
    struct columns columns = { 0 };
    struct lines lines = { 0 };
    align(&a, &b, &columns);
    draw(&columns, width > WIDTH_MIN ? width : WIDTH_MIN, &lines);
    struct diff diff = { keep(&lines.typed, arena), keep(&lines.expected, arena),
        keep(&lines.marks, arena) };
    free(columns.items);
    letters_release(&a);
    letters_release(&b);
    return diff;
}

struct diff match_diff(
    const char *typed, const char *expected, size_t width, struct arena *arena)
{
    return diff_make(typed, expected, STRICT_ALL, width, arena);
}

/* --- one slip -------------------------------------------------------------------------- */

enum { SLIP_LETTERS_MIN = 3 }; // in shorter words one letter is another word

const char *diff_slip(const char *typed, const char *expected)
{
    struct letters a = letters_of(typed, STRICT_ALL),
                   b = letters_of(expected, STRICT_ALL);
    const char *slip = NULL;
    struct pair p = trim_pair(&a, &b);
    if (b.count < SLIP_LETTERS_MIN)
        slip = NULL;
    else if (p.n == 1 && p.m == 1)
        slip = "one letter differs";
    else if (p.n == 0 && p.m == 1)
        slip = "one letter is missing";
    else if (p.n == 1 && p.m == 0)
        slip = "one letter too many";
    else if (p.n == 2 && p.m == 2 && middle_equal(&p, 0, 1) && middle_equal(&p, 1, 0))
        slip = "two letters are swapped";
    letters_release(&a);
    letters_release(&b);
    return slip;
}
