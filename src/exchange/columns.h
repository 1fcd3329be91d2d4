/*
 * What the columns of a table mean.  Inside src/exchange.
 */
#ifndef EXCHANGE_COLUMNS_H
#define EXCHANGE_COLUMNS_H

#include "exchange/entry.h"
#include "exchange/table.h"

struct column {
    enum role role;
    bool one_of_several; // as "option_b"
    const char *name;    // NULL: it has none; "": not to be read
};

struct columns {
    struct column *items; // in the arena
    size_t count;
};

/* Makes the columns of so many names; NULL for a name that is not known. */
void columns_name(
    struct import *import, const char *const *names, size_t count, struct columns *out);

/* Gives a role to one column; others that had it lose it. */
void columns_take(struct columns *columns, size_t at, enum role role);

bool columns_have(const struct columns *columns, enum role role);

/*
 * Gives the roles that --front and --back ask for, as numbers or names.  ERR_USAGE for a column that
 * is not there.
 */
MUST_USE bool columns_ask(
    const struct import *import, struct columns *columns, struct err *err);

/* Has one of the first rows a tag or a named character in it? */
bool table_looks_like_html(const struct table *table);

/* Puts the cells of a row into an entry. */
void columns_fill(struct import *import, const struct columns *columns,
    const struct row *row, struct entry *entry);

#endif
