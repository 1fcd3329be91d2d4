/*
 * Anki's notes in plain text: a table below a head of lines "#key:value".
 *
 * What the keys mean: Anki's manual, "Text files", and ankitects/anki c32cb29,
 * rslib/src/import_export/text/csv (behaviour only).  Versions up to 24.11 wrote a wrong tags column when
 * guid or notetype were exported without the deck; it was the last one in truth.
 */
#include "exchange/columns.h"
#include "exchange/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* X(member, key of a column's number) */
#define SPECIAL_COLUMNS(X)                                                               \
    X(SPECIAL_GUID, "guid column", ROLE_CARD)                                            \
    X(SPECIAL_NOTETYPE, "notetype column", ROLE_NOTETYPE)                                \
    X(SPECIAL_DECK, "deck column", ROLE_DECK)                                            \
    X(SPECIAL_TAGS, "tags column", ROLE_TAGS)

enum special {
#define X(special, key, role) special,
    SPECIAL_COLUMNS(X)
#undef X
        SPECIAL_COUNT
};

static const struct {
    const char *key;
    enum role role;
} specials[] = {
#define X(special, key, role) [special] = { key, role },
    SPECIAL_COLUMNS(X)
#undef X
};

struct head {
    const char *separator, *tags, *notetype, *deck; // NULL: not said
    const char *columns;                            // names, joined by the separator
    bool html, says_html;
    bool own; // written by export: what Front and Back show stands in other columns too
    size_t special[SPECIAL_COUNT]; // numbers from 1; 0: none
    size_t end;                    // where the records begin
};

/* Spreadsheets put their commas behind a value: it ends with its word. */
static const char *word_of(struct arena *arena, const char *value)
{
    size_t len = value[0] != '\0' ? 1 : 0;
    while (isalnum((unsigned char)value[len]))
        len++;
    return arena_strndup(arena, value, len);
}

static bool read_special(struct head *head, const char *key, const char *value)
{
    for (size_t i = 0; i < SPECIAL_COUNT; i++)
        if (text_same_word(key, specials[i].key)) {
            unsigned long number = strtoul(value, NULL, 10);
            head->special[i] = number < 1000 ? number : 0;
            return true;
        }
    return false;
}

/* Reads "key:value"; false if the key is none that we know. */
static bool read_key(
    struct arena *arena, const char *key, const char *value, struct head *head)
{
    if (text_same_word(key, "separator")) {
        head->separator = separator_named(word_of(arena, value));
    } else if (text_same_word(key, "html")) {
        head->says_html = true;
        head->html = text_same_word(word_of(arena, value), "true");
    } else if (text_same_word(key, "tags")) {
        head->tags = value;
    } else if (text_same_word(key, "notetype")) {
        head->notetype = value;
    } else if (text_same_word(key, "deck")) {
        head->deck = value;
    } else if (text_same_word(key, "columns")) {
        head->columns = value;
    } else if (text_same_word(key, "quaestor")) {
        head->own = true;
    } else {
        return read_special(head, key, value);
    }
    return true;
}

/* Reads the line at `at`, "#key:value"; the old first line has no '#'.  False if it is none. */
static bool read_line(struct arena *arena, const struct source *source, size_t at,
    size_t end, struct head *head)
{
    const char *line = source->text + at;
    size_t len = end - at;
    while (len > 0 && strchr("\r\n", line[len - 1]) != NULL)
        len--;
    const char *colon = memchr(line, ':', len);
    if (colon == NULL || (*line != '#' && strncmp(line, "tags:", 5) != 0))
        return false;
    const char *start = line + (*line == '#');
    size_t key = (size_t)(colon - start);
    while (key > 0 && isspace((unsigned char)start[key - 1]))
        key--;
    return read_key(arena, arena_strndup(arena, start, key),
        arena_strndup(arena, colon + 1, len - (size_t)(colon - line) - 1), head);
}

static size_t line_end(const struct source *source, size_t at)
{
    const char *end = memchr(source->text + at, '\n', source->len - at);
    return end != NULL ? (size_t)(end - source->text) + 1 : source->len;
}

static void read_head(struct arena *arena, const struct source *source, struct head *head)
{
    *head = (struct head){ 0 };
    if (strncmp(source->text, "tags:", 5) == 0) {
        head->end = line_end(source, 0);
        (void)read_line(arena, source, 0, head->end, head);
    }
    while (head->end < source->len && source->text[head->end] == '#') {
        size_t end = line_end(source, head->end);
        (void)read_line(arena, source, head->end, end, head);
        head->end = end;
    }
}

bool anki_is_there(const struct source *source)
{
    struct arena arena = { 0 };
    struct head head = { 0 };
    bool there = source->text[0] == '#' &&
                 read_line(&arena, source, 0, line_end(source, 0), &head);
    arena_release(&arena);
    return there;
}

/* ---- columns ---------------------------------------------------------------------------- */

static size_t count_columns(const struct table *table)
{
    size_t most = 0;
    for (size_t i = 0; i < table->count; i++)
        if (table->rows[i].count > most)
            most = table->rows[i].count;
    return most;
}

static void mend_tags_column(
    struct import *import, const struct source *source, struct head *head, size_t count)
{
    size_t *tags = &head->special[SPECIAL_TAGS];
    bool others = head->special[SPECIAL_GUID] > 0 || head->special[SPECIAL_NOTETYPE] > 0;
    if (*tags == 0 || *tags >= count || !others || head->special[SPECIAL_DECK] > 0 ||
        head->columns != NULL)
        return;
    import_tell(import, source->name,
        "the head says that tags are in column %zu, as old versions of Anki did wrongly; "
        "took column %zu, the last",
        *tags, count);
    *tags = count;
}

/* The names under "columns", as a row of their own. */
static const char **names_of(
    struct import *import, const struct head *head, const char *separator, size_t count)
{
    const char **names = arena_alloc(&import->arena, count * sizeof *names);
    struct table table = { 0 };
    struct err ignored;
    struct table_form form = { .separator = separator, .quotes = true };
    const char *text = head->columns != NULL ? head->columns : "";
    struct source source = { .name = "", .text = text, .len = strlen(text) };
    if (!table_parse(&import->arena, &source, 0, &form, &table, &ignored) ||
        table.count == 0)
        return names;
    for (size_t i = 0; i < count && i < table.rows[0].count; i++)
        names[i] = table.rows[0].cells[i];
    return names;
}

/* Fields without names that we know: the first asks, the second answers. */
static void take_in_order(struct columns *columns, enum role role)
{
    for (size_t i = 0; i < columns->count && !columns_have(columns, role); i++)
        if (columns->items[i].role == ROLE_NONE)
            columns_take(columns, i, role);
}

static bool is_shown(const char *name)
{
    return strcmp(name, "Front") == 0 || strcmp(name, "Back") == 0;
}

static bool find_columns(struct import *import, struct head *head, size_t count,
    const char *separator, struct columns *columns, struct err *err)
{
    const char **names = names_of(import, head, separator, count);
    for (size_t i = 0; head->own && i < count; i++)
        if (names[i] != NULL && is_shown(names[i]))
            names[i] = "";
    columns_name(import, names, count, columns);
    for (size_t i = 0; i < SPECIAL_COUNT; i++)
        if (head->special[i] > 0)
            columns_take(columns, head->special[i] - 1, specials[i].role);
    if (!columns_have(columns, ROLE_QUESTION)) {
        take_in_order(columns, ROLE_QUESTION);
        take_in_order(columns, ROLE_ANSWER);
    }
    return columns_ask(import, columns, err);
}

/* ---- notes ------------------------------------------------------------------------------ */

/* "Basic (and reversed card)" is asked both ways; the optional one if its third field says so. */
static void set_reverse(struct entry *entry, const struct head *head)
{
    const char *type = entry->values[ROLE_NOTETYPE];
    if (type == NULL)
        type = head->notetype;
    if (type == NULL || entry->values[ROLE_REVERSE] != NULL ||
        strstr(type, "revers") == NULL)
        return;
    if (strstr(type, "optional") == NULL || entry->extra_count > 0)
        entry->values[ROLE_REVERSE] = "yes";
}

static void add_note(struct import *import, const struct head *head,
    const struct columns *columns, struct entry *entry, const struct row *row)
{
    columns_fill(import, columns, row, entry);
    set_reverse(entry, head);
    const char *tags = entry->values[ROLE_TAGS];
    if (head->tags != NULL)
        entry_put(import, entry, ROLE_TAGS, head->tags);
    if (head->tags != NULL && tags != NULL)
        entry->values[ROLE_TAGS] =
            arena_printf(&import->arena, "%s %s", tags, entry->values[ROLE_TAGS]);
    if (entry->values[ROLE_DECK] == NULL && head->deck != NULL)
        entry_put(import, entry, ROLE_DECK, head->deck);
    entry_finish(import, entry);
}

bool anki_read(struct import *import, struct source *source, struct err *err)
{
    struct head head;
    struct table table = { 0 };
    struct columns columns = { 0 };
    read_head(&import->arena, source, &head);
    const char *separator = head.separator;
    if (import->options.separator != NULL)
        separator = separator_named(import->options.separator);
    struct table_form form = { .quotes = !import->options.no_quotes, .comments = true };
    if (separator == NULL || separator[0] == '\0')
        separator = table_guess_separator(source, head.end, &form);
    form.separator = separator != NULL ? separator : "\t"; // clozes are one column
    if (!table_parse(&import->arena, source, head.end, &form, &table, err))
        return false;
    size_t count = count_columns(&table);
    mend_tags_column(import, source, &head, count);
    if (!find_columns(import, &head, count, form.separator, &columns, err))
        return false;
    bool html = import->options.html ||
                (head.says_html ? head.html : table_looks_like_html(&table));
    for (size_t i = 0; i < table.count; i++) {
        struct entry entry = {
            .file = source->name,
            .line = table.rows[i].line,
            .column = 1,
            .html = html,
            .words = true,
            .first_option = 1,
        };
        add_note(import, &head, &columns, &entry, &table.rows[i]);
    }
    return true;
}
