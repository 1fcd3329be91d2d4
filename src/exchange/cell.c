#include "exchange/cell.h"

#include <string.h>

/* What a backslash guards; before anything else it is itself. */
static const char marks[] = ";|=\\\n";

static bool is_guarded(const char *at)
{
    return at[0] == '\\' && at[1] != '\0' && strchr(marks, at[1]) != NULL;
}

static void add_value(
    struct arena *arena, const char *start, const char *end, struct cell_values *out)
{
    while (start < end && strchr(" \n", *start) != NULL)
        start++;
    while (end > start && strchr(" \n", end[-1]) != NULL)
        end--;
    if (start == end)
        return;
    out->items =
        arena_grow(arena, out->items, out->count, &out->capacity, sizeof *out->items);
    out->items[out->count++] = arena_strndup(arena, start, (size_t)(end - start));
}

void cell_split(
    struct arena *arena, const char *cell, const char *at, struct cell_values *out)
{
    const char *start = cell, *end = cell;
    while (*end != '\0') {
        if (is_guarded(end)) {
            end += 2;
        } else if (strchr(at, *end) != NULL) {
            add_value(arena, start, end, out);
            start = ++end;
        } else {
            end++;
        }
    }
    add_value(arena, start, end, out);
}

const char *cell_plain(struct arena *arena, const char *value)
{
    char *plain = arena_strdup(arena, value), *to = plain;
    for (const char *from = value; *from != '\0'; from++) {
        if (is_guarded(from))
            from++;
        *to++ = *from;
    }
    *to = '\0';
    return plain;
}

void cell_add(struct buf *cell, const char *separator, const char *value)
{
    if (cell->len > 0)
        buf_add(cell, separator);
    for (; *value != '\0'; value++) {
        if (strchr(marks, *value) != NULL)
            buf_add_char(cell, '\\');
        buf_add_char(cell, *value);
    }
}
