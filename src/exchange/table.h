/*
 * Separated text: CSV, TSV, and what has another separator between its cells.
 *
 * RFC 4180 as spreadsheets really write it: a quote means something only at the start of a
 * cell; within quotes "" is a quote, and separators and line breaks are plain; text behind the
 * closing quote is added as it is.  Records end with LF, CRLF or CR; empty lines are none.
 */
#ifndef EXCHANGE_TABLE_H
#define EXCHANGE_TABLE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/source.h"

#include <stdbool.h>
#include <stddef.h>

struct table_form {
    const char *separator; // between cells; not empty
    const char *row_end;   // between records; NULL: line ends
    bool quotes;           // quotes mean something
    bool comments;         // a record that begins with # is none
};

struct row {
    const char **cells;
    size_t count; // >= 1
    int line;     // where it begins, from 1
};

struct table {
    struct row *rows;
    size_t count, capacity;
};

/*
 * Reads the records from byte `start` on; cells in `arena`.  ERR_INPUT for a quote that is not
 * closed.
 */
MUST_USE bool table_parse(struct arena *arena, struct source *source, size_t start,
    const struct table_form *form, struct table *out, struct err *err);

/*
 * The separator that cuts the records from `start` on most evenly into two cells and more:
 * one of tab ; , | and " - ", " -- ", " = " or a dash.  NULL if none does.  `form` says the rest.
 */
const char *table_guess_separator(
    const struct source *source, size_t start, const struct table_form *form);

/* Appends a cell for that separator, in quotes where it needs them. */
void table_add_cell(struct buf *out, const char *cell, char separator);

#endif
