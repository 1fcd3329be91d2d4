#include "exchange/entry.h"

#include "base/utf8.h"
#include "deck/deck.h"
#include "exchange/cell.h"
#include "exchange/id.h"
#include "exchange/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Markup takes room too, but no card has this much. */
enum { MOST_BYTES = 2 * DECK_MAX_TEXT };

/* ---- telling ---------------------------------------------------------------------------- */

static void tell(struct import *import, enum diag_level level, const struct entry *entry,
    const char *message)
{
    struct err err;
    err_set(&err, ERR_INPUT, "%s", message);
    snprintf(err.file, sizeof err.file, "%s", entry->file);
    err.line = entry->line;
    err.column = entry->column;
    diags_add(&import->told, level, "import", &err);
}

void import_tell(struct import *import, const char *file, const char *format, ...)
{
    char message[sizeof((struct err *)0)->message];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    tell(import, DIAG_NOTE, &(struct entry){ .file = file }, message);
}

void entry_leave_out(
    struct import *import, const struct entry *entry, const char *format, ...)
{
    char message[sizeof((struct err *)0)->message];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    tell(import, DIAG_WARNING, entry, message);
    import->left_out++;
}

/* ---- values ----------------------------------------------------------------------------- */

/* The text as a card may have it; NULL for a blank one, or after a fault. */
static const char *clean(struct import *import, struct entry *entry, const char *raw)
{
    struct buf text = { 0 }, whole = { 0 };
    if (strlen(raw) > MOST_BYTES) {
        entry->fault = "a text is longer than 64 KiB; split it";
        return NULL;
    }
    if (!entry->html)
        html_add_plain(&text, raw, &import->losses);
    else if (!html_add_text(&text, raw, &import->losses))
        entry->fault = "a text has more HTML in it than any card; simplify it";
    import->controls += text_add_clean(&whole, buf_text(&text));
    const char *kept = whole.len > 0 ? arena_strdup(&import->arena, whole.text) : NULL;
    buf_release(&text);
    buf_release(&whole);
    return kept;
}

static void add_value(
    struct import *import, struct entry *entry, enum role role, const char *value)
{
    struct buf cell = { 0 };
    if (entry->values[role] != NULL)
        buf_add(&cell, entry->values[role]);
    cell_add(&cell, "; ", value);
    entry->values[role] = arena_strdup(&import->arena, cell.text);
    buf_release(&cell);
}

void entry_put(
    struct import *import, struct entry *entry, enum role role, const char *raw)
{
    const char *value = clean(import, entry, raw);
    if (value != NULL && role == ROLE_TOPIC)
        add_value(import, entry, role, value);
    else if (value != NULL)
        entry->values[role] = value;
}

void entry_add(
    struct import *import, struct entry *entry, enum role role, const char *raw)
{
    const char *value = clean(import, entry, raw);
    if (value != NULL)
        add_value(import, entry, role, value);
}

void entry_keep(
    struct import *import, struct entry *entry, const char *name, const char *raw)
{
    const char *value = clean(import, entry, raw);
    if (value == NULL)
        return;
    entry->extras = arena_grow(&import->arena, entry->extras, entry->extra_count,
        &entry->extra_capacity, sizeof *entry->extras);
    entry->extras[entry->extra_count++] = (struct extra){
        arena_printf(&import->arena, "x-%s", id_slug(&import->arena, name, 40)), value
    };
}
