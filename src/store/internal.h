/*
 * What the files of the store share: the handle, its statements, and how SQLite's faults
 * become sentences.
 */
#ifndef STORE_INTERNAL_H
#define STORE_INTERNAL_H

#include "store/store.h"

#include <sqlite3.h>

enum statement {
    STATEMENT_CLOCK,
    STATEMENT_DEVICE,
    STATEMENT_NEXT_SEQ,
    STATEMENT_APPEND,
    STATEMENT_PUT_PROGRESS,
    STATEMENT_DEVICE_NUMBER,
    STATEMENT_DEVICE_ID,
    STATEMENT_CARD_EVENTS,
    STATEMENT_LINK_EVENTS,
    STATEMENT_LAST_EVENT,
    STATEMENT_HAS_EVENT,
    STATEMENT_COUNT,
};

struct store {
    sqlite3 *db; // NULL: opened for reading, and there is no file
    char *path;
    bool is_new;               // no tables yet
    struct event_key appended; // in this transaction, the last; empty: none
    uint32_t appended_crc;
    sqlite3_stmt *statements[STATEMENT_COUNT];
};

/* Turns SQLite's last error into a sentence with a way out; false. */
bool store_fail(struct store *store, const char *doing, struct err *err);

/* Runs SQL without results. */
MUST_USE bool store_run(struct store *store, const char *sql, struct err *err);

/* The number that a query gives, 0 if it gives none. */
MUST_USE bool store_number(
    struct store *store, const char *sql, int64_t *out, struct err *err);

/* A statement prepared once, reset and without bindings; NULL with err. */
sqlite3_stmt *store_statement(
    struct store *store, enum statement which, const char *sql, struct err *err);

/* Is the event appended last in the file, after a COMMIT that failed? */
MUST_USE bool store_has_appended(struct store *store, bool *there, struct err *err);

/* The text of a column until the next step; "" where a damaged file has none. */
const char *store_text(sqlite3_stmt *statement, int column);

#endif
