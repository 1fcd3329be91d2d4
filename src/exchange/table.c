#include "exchange/table.h"

#include <stdint.h>
#include <string.h>

struct reader {
    struct arena *arena;
    struct source *source;
    const struct table_form *form;
    const char *at, *end;
    struct buf cell;
    struct row row;
    size_t capacity; // of the row
};

/* Does the text at hand begin with that? */
static bool begins(const struct reader *reader, const char *with)
{
    size_t len = strlen(with);
    return (size_t)(reader->end - reader->at) >= len &&
           memcmp(reader->at, with, len) == 0;
}

static bool at_row_end(const struct reader *reader)
{
    if (reader->at == reader->end)
        return true;
    if (reader->form->row_end != NULL)
        return begins(reader, reader->form->row_end);
    return *reader->at == '\n' || *reader->at == '\r';
}

/* The stretch between quotes; `at` ends behind the closing one. */
static bool read_quoted(struct reader *reader, struct err *err)
{
    const char *open = reader->at++;
    for (;;) {
        const char *quote = memchr(reader->at, '"', (size_t)(reader->end - reader->at));
        if (quote == NULL)
            return err_at(err, reader->source, (size_t)(open - reader->source->text),
                "this quote is not closed; add the missing \", or say --no-quotes if "
                "quotes are plain text here");
        buf_add_bytes(&reader->cell, reader->at, (size_t)(quote - reader->at));
        reader->at = quote + 1;
        if (reader->at == reader->end || *reader->at != '"')
            return true;
        buf_add_char(&reader->cell, '"');
        reader->at++;
    }
}

static bool read_cell(struct reader *reader, struct err *err)
{
    buf_clear(&reader->cell);
    if (reader->form->quotes && reader->at < reader->end && *reader->at == '"' &&
        !read_quoted(reader, err))
        return false;
    const char *start = reader->at;
    while (!at_row_end(reader) && !begins(reader, reader->form->separator))
        reader->at++;
    buf_add_bytes(&reader->cell, start, (size_t)(reader->at - start));
    struct row *row = &reader->row;
    row->cells = arena_grow(
        reader->arena, row->cells, row->count, &reader->capacity, sizeof *row->cells);
    row->cells[row->count++] =
        arena_strndup(reader->arena, buf_text(&reader->cell), reader->cell.len);
    return true;
}

static bool read_row(struct reader *reader, struct err *err)
{
    int column;
    reader->row = (struct row){ 0 };
    reader->capacity = 0;
    source_place(reader->source, (size_t)(reader->at - reader->source->text),
        &reader->row.line, &column);
    for (;;) {
        if (!read_cell(reader, err))
            return false;
        if (at_row_end(reader))
            return true;
        reader->at += strlen(reader->form->separator);
    }
}

/* Empty records, and comments where there are any. */
static bool skip_row(struct reader *reader)
{
    bool comment =
        reader->form->comments && reader->at < reader->end && *reader->at == '#';
    while (comment && !at_row_end(reader))
        reader->at++;
    if (reader->at < reader->end && at_row_end(reader)) {
        reader->at += reader->form->row_end != NULL ? strlen(reader->form->row_end) : 1;
        return true;
    }
    return comment && reader->at < reader->end;
}

bool table_parse(struct arena *arena, struct source *source, size_t start,
    const struct table_form *form, struct table *out, struct err *err)
{
    struct reader reader = {
        .arena = arena,
        .source = source,
        .form = form,
        .at = source->text + start,
        .end = source->text + source->len,
    };
    bool ok = true;
    while (ok) {
        while (skip_row(&reader))
            continue;
        if (reader.at == reader.end)
            break;
        ok = read_row(&reader, err);
        out->rows =
            arena_grow(arena, out->rows, out->count, &out->capacity, sizeof *out->rows);
        out->rows[out->count++] = reader.row;
    }
    buf_release(&reader.cell);
    return ok;
}

/* ---- guessing --------------------------------------------------------------------------- */

/* A later separator must be better by 50 in 1000: a comma is in many a sentence. */
enum { GUESS_BYTES = 64 * 1024, GUESS_CELLS = 32, CLEARLY = 50 };

/* How many of the records have the same count of cells, two at least, as most of them; in 1/1000. */
static size_t evenness(const struct table *table)
{
    size_t by_count[GUESS_CELLS + 1] = { 0 }, most = 0;
    for (size_t i = 0; i < table->count; i++) {
        size_t cells = table->rows[i].count;
        size_t same = ++by_count[cells < GUESS_CELLS ? cells : GUESS_CELLS];
        if (cells >= 2 && same > most)
            most = same;
    }
    return table->count > 0 ? most * 1000 / table->count : 0;
}

/* The beginning of the file, up to a line's end, is enough to guess from. */
static size_t sample_end(const struct source *source, size_t start)
{
    if (source->len - start <= GUESS_BYTES)
        return source->len;
    size_t end = start + GUESS_BYTES;
    while (end > start && source->text[end - 1] != '\n')
        end--;
    return end > start ? end : start + GUESS_BYTES;
}

/* How evenly the separator cuts the sample; a quote that is not closed cannot mean anything then. */
static size_t try_separator(
    const struct source *sample, size_t start, struct table_form form)
{
    struct arena arena = { 0 };
    struct table table = { 0 };
    struct source source = *sample;
    struct err ignored;
    bool closed = table_parse(&arena, &source, start, &form, &table, &ignored);
    if (!closed) {
        form.quotes = false;
        table = (struct table){ 0 };
        (void)!table_parse(&arena, &source, start, &form, &table, &ignored);
    }
    size_t even = evenness(&table) + closed;
    arena_release(&arena);
    return even;
}

const char *table_guess_separator(
    const struct source *source, size_t start, const struct table_form *form)
{
    static const char *const separators[] = { "\t", ";", ",", "|", " - ", " -- ",
        " \xE2\x80\x93 ", " = " };
    const char *best = NULL;
    size_t most = 0;
    struct source sample = *source;
    sample.len = sample_end(source, start);
    for (size_t i = 0; i < sizeof separators / sizeof separators[0]; i++) {
        struct table_form tried = *form;
        tried.separator = separators[i];
        size_t even = try_separator(&sample, start, tried);
        if (even > most + CLEARLY && even > 1) {
            best = separators[i];
            most = even;
        }
    }
    return best;
}

void table_add_cell(struct buf *out, const char *cell, char separator)
{
    char special[] = { separator, '"', '\n', '\r', '#', '\0' };
    if (strpbrk(cell, special) == NULL && cell[0] != ' ') {
        buf_add(out, cell);
        return;
    }
    buf_add_char(out, '"');
    for (; *cell != '\0'; cell++)
        buf_add(out, *cell == '"' ? "\"\"" : (char[2]){ *cell, '\0' });
    buf_add_char(out, '"');
}
