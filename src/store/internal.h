/*
 * What the files of the store share: the handle, its statements, and how SQLite's faults
 * become sentences.
 */
#ifndef STORE_INTERNAL_H
#define STORE_INTERNAL_H

#include "store/store.h"

#include <sqlite3.h>

/* The reviews whose payload names the card that was meant instead; a key stands unescaped. */
#define EVENT_IS_CONFUSED "kind = 'review' AND instr(payload, '\"confused\":')"

#define EVENT_COLUMNS EVENT_ROW " FROM event JOIN device ON device.number = event.device"

enum statement {
    STATEMENT_CLOCK,
    STATEMENT_DEVICE,
    STATEMENT_NEXT_SEQ,
    STATEMENT_APPEND,
    STATEMENT_PUT_PROGRESS,
    STATEMENT_DEVICE_NUMBER,
    STATEMENT_DEVICE_ID,
    STATEMENT_CARD_EVENTS,
    STATEMENT_KIND_EVENTS,
    STATEMENT_CONFUSIONS,
    STATEMENT_LAST_EVENT,
    STATEMENT_HAS_EVENT,
    STATEMENT_COUNT,
};

struct store {
    sqlite3 *db; // NULL: opened for reading, and there is no file
    char *path;
    enum store_mode mode;
    bool is_new;               // no tables yet
    bool ruined;               // its bytes are no progress, or no more
    int64_t version;           // of the file's format
    struct event_key appended; // in this transaction, the last; empty: none
    uint32_t appended_crc;
    sqlite3_stmt *statements[STATEMENT_COUNT];
};

/* A handle for that path, not opened yet; store_close() ends it. */
struct store *store_make(const char *path);

/* Opens it with SQLite's flags, hardened; nothing of the file is looked at yet. */
MUST_USE bool store_open_handle(struct store *store, int flags, struct err *err);

/* Is it progress, and of a version that can be used? */
MUST_USE bool store_check_version(struct store *store, struct err *err);

/* From here on events are those of a new device, inside a transaction. */
MUST_USE bool store_renew_device(struct store *store, struct err *err);

/* Is the file still the one that is open?  A transaction that has begun keeps it there. */
MUST_USE bool store_check_place(const struct store *store, struct err *err);

/* Another process that has the file open, where /proc tells; 0: none is known. */
long store_other_process(const char *path);

/* The other process that is writing to it, where /proc tells; 0: none is known. */
long store_writer(const char *path);

/* Turns SQLite's last error into a sentence with a way out; false. */
bool store_fail(struct store *store, const char *doing, struct err *err);

/* The same of a file that no SQL can read, or that was never progress. */
bool store_fail_damaged(struct store *store, const char *how, struct err *err);
bool store_fail_foreign(struct store *store, struct err *err);

/* The same of a file that is no longer where it was opened. */
bool store_fail_moved(const struct store *store, struct err *err);

/* Runs SQL without results. */
MUST_USE bool store_run(struct store *store, const char *sql, struct err *err);

/* The number that a query gives, 0 if it gives none. */
MUST_USE bool store_number(
    struct store *store, const char *sql, int64_t *out, struct err *err);

/* A statement prepared once, reset and without bindings; NULL with err. */
sqlite3_stmt *store_statement(
    struct store *store, enum statement which, const char *sql, struct err *err);

/* The columns of an event, the last one its CRC; for tables event and device. */
#define EVENT_ROW "device.id, seq, hlc, at, offset, day, kind, card, payload, crc"

enum event_row {
    ROW_SOUND,
    ROW_DAMAGED, // not what was written
    ROW_UNKNOWN, // what was written, of a kind that this version does not know
};

/* Reads the columns EVENT_ROW; texts live until the next step.  *crc is that of what it read. */
enum event_row store_read_row(
    sqlite3_stmt *statement, struct event *event, uint32_t *crc);

/* Is the event appended last in the file, after a COMMIT that failed? */
MUST_USE bool store_has_appended(struct store *store, bool *there, struct err *err);

/* Reads the row of EVENT_COLUMNS; its texts live until the next step. */
MUST_USE bool store_read_event(
    struct store *store, sqlite3_stmt *statement, struct event *event, struct err *err);

/* Does `a` fold after `b`? */
bool event_is_later(const struct event *a, const struct event *b);

/* The text of a column until the next step; "" where a damaged file has none. */
const char *store_text(sqlite3_stmt *statement, int column);

#endif
