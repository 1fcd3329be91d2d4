#include "exchange/columns.h"

#include "exchange/text.h"

#include <stdlib.h>
#include <string.h>

bool columns_have(const struct columns *columns, enum role role)
{
    for (size_t i = 0; i < columns->count; i++)
        if (columns->items[i].role == role)
            return true;
    return false;
}

/* Of two columns for the same role the first has it; the other is kept under its name. */
void columns_name(
    struct import *import, const char *const *names, size_t count, struct columns *out)
{
    out->items = arena_alloc(&import->arena, count * sizeof *out->items);
    for (size_t i = 0; i < count; i++) {
        struct column *column = &out->items[i];
        const char *name = names[i] != NULL ? names[i] : "";
        column->name = names[i];
        column->role = role_of(name);
        if (column->role != ROLE_TOPIC && columns_have(out, column->role))
            column->role = ROLE_NONE;
        enum role several = column->role == ROLE_NONE ? role_of_item(name) : ROLE_NONE;
        if (several != ROLE_NONE) {
            column->role = several;
            column->one_of_several = true;
        }
        out->count++;
    }
}

void columns_take(struct columns *columns, size_t at, enum role role)
{
    for (size_t i = 0; i < columns->count; i++)
        if (columns->items[i].role == role)
            columns->items[i].role = ROLE_NONE;
    if (at < columns->count)
        columns->items[at].role = role;
}

static bool find(
    const struct columns *columns, const char *asked, size_t *at, struct err *err)
{
    char *end;
    for (size_t i = 0; i < columns->count; i++)
        if (columns->items[i].name != NULL &&
            text_same_word(columns->items[i].name, asked)) {
            *at = i;
            return true;
        }
    unsigned long number = strtoul(asked, &end, 10);
    if (*end != '\0' || end == asked)
        return err_set(err, ERR_USAGE, "no column is called '%s'", asked);
    *at = number - 1;
    return (number >= 1 && number <= columns->count) ||
           err_set(err, ERR_USAGE, "there is no column %s; the table has %zu", asked,
               columns->count);
}

bool columns_ask(const struct import *import, struct columns *columns, struct err *err)
{
    size_t at;
    if (import->options.front != NULL) {
        if (!find(columns, import->options.front, &at, err))
            return false;
        columns_take(columns, at, ROLE_QUESTION);
    }
    if (import->options.back != NULL) {
        if (!find(columns, import->options.back, &at, err))
            return false;
        columns_take(columns, at, ROLE_ANSWER);
    }
    return true;
}

bool table_looks_like_html(const struct table *table)
{
    enum { LOOKED_AT = 5 };
    for (size_t i = 0; i < table->count && i < LOOKED_AT; i++)
        for (size_t at = 0; at < table->rows[i].count; at++)
            if (html_is_likely(table->rows[i].cells[at]))
                return true;
    return false;
}

void columns_fill(struct import *import, const struct columns *columns,
    const struct row *row, struct entry *entry)
{
    for (size_t i = 0; i < row->count; i++) {
        const struct column *column = i < columns->count ? &columns->items[i] : NULL;
        if (column != NULL && column->one_of_several)
            entry_add(import, entry, column->role, row->cells[i]);
        else if (column != NULL && column->role != ROLE_NONE)
            entry_put(import, entry, column->role, row->cells[i]);
        else if (column != NULL && column->name != NULL && column->name[0] == '\0')
            continue;
        else if (column != NULL && column->name != NULL)
            entry_keep(import, entry, column->name, row->cells[i]);
        else
            entry_keep(import, entry, arena_printf(&import->arena, "column %zu", i + 1),
                row->cells[i]);
    }
}
