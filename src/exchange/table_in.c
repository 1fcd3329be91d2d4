/*
 * Cards from a table: CSV, TSV, what Quizlet gives.
 *
 * The first row is a head if it names a column for questions and one for answers; without a
 * head the first two columns are these.
 */
#include "exchange/columns.h"
#include "exchange/text.h"

#include <stdlib.h>
#include <string.h>

static bool is_name(const char *asked)
{
    return asked != NULL && asked[strspn(asked, "0123456789")] != '\0';
}

static bool is_head(const struct import *import, const struct columns *columns)
{
    return is_name(import->options.front) || is_name(import->options.back) ||
           (columns_have(columns, ROLE_QUESTION) &&
               (columns_have(columns, ROLE_ANSWER) ||
                   columns_have(columns, ROLE_CORRECT)));
}

static size_t widest(const struct table *table)
{
    size_t most = 0;
    for (size_t i = 0; i < table->count; i++)
        if (table->rows[i].count > most)
            most = table->rows[i].count;
    return most;
}

/* The columns, and whether the first row was their head. */
static bool find_columns(struct import *import, const struct table *table,
    struct columns *columns, bool *head, struct err *err)
{
    size_t count = widest(table);
    const char **names = arena_alloc(&import->arena, count * sizeof *names);
    for (size_t i = 0; i < table->rows[0].count; i++)
        names[i] = table->rows[0].cells[i];
    columns_name(import, names, count, columns);
    *head = is_head(import, columns);
    if (!*head) {
        memset(names, 0, count * sizeof *names);
        *columns = (struct columns){ 0 };
        columns_name(import, names, count, columns);
        columns_take(columns, 0, ROLE_QUESTION);
        columns_take(columns, 1, ROLE_ANSWER);
    }
    return columns_ask(import, columns, err);
}

static bool no_columns(const struct source *source, struct err *err)
{
    return err_set(err, ERR_INPUT,
        "%s: found no columns; say what stands between them, as --separator ' - '",
        source->name);
}

bool table_read(
    struct import *import, struct source *source, const char *separator, struct err *err)
{
    struct table table = { 0 };
    struct columns columns = { 0 };
    bool head;
    struct table_form form = {
        .separator = separator,
        .row_end = import->options.row_end,
        .quotes = !import->options.no_quotes,
    };
    if (source->text[strspn(source->text, " \t\r\n")] == '\0')
        return err_set(err, ERR_INPUT, "%s: the file is empty", source->name);
    if (separator == NULL)
        form.separator = table_guess_separator(source, 0, &form);
    if (form.separator == NULL)
        return no_columns(source, err);
    if (!table_parse(&import->arena, source, 0, &form, &table, err))
        return false;
    if (!find_columns(import, &table, &columns, &head, err))
        return false;
    if (!import->options.html && table_looks_like_html(&table))
        import_tell(
            import, source->name, "some texts look like HTML; --html makes text of them");
    for (size_t i = head ? 1 : 0; i < table.count; i++) {
        struct entry entry = {
            .file = source->name,
            .line = table.rows[i].line,
            .column = 1,
            .html = import->options.html,
            .first_option = 1,
        };
        columns_fill(import, &columns, &table.rows[i], &entry);
        entry_finish(import, &entry);
    }
    return true;
}
