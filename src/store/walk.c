/*
 * All events in the order in which they fold, or newest first.
 *
 * The clock of a device never goes back, so the primary key has the events of each device in order
 * already: the devices' own orders are merged, and nothing need be sorted.
 */
#include "store/internal.h"

#include "base/buf.h"

#include <stdlib.h>
#include <string.h>

bool event_is_later(const struct event *a, const struct event *b)
{
    if (a->hlc_ms != b->hlc_ms)
        return a->hlc_ms > b->hlc_ms;
    int device = strcmp(a->key.device, b->key.device);
    return device != 0 ? device > 0 : a->key.seq > b->key.seq;
}

/* The events of one device. */
struct cursor {
    sqlite3_stmt *statement;
    struct event event; // the next one, if there is `more`
    bool more;
};

struct walk {
    struct store *store;
    bool back; // newest first
    struct cursor *cursors;
    size_t count, capacity;
};

static bool cursor_step(struct store *store, struct cursor *cursor, struct err *err)
{
    int step = sqlite3_step(cursor->statement);
    cursor->more = step == SQLITE_ROW;
    if (cursor->more)
        return store_read_event(store, cursor->statement, &cursor->event, err);
    return step == SQLITE_DONE || store_fail(store, "read", err);
}

static bool open_cursor(struct walk *walk, int64_t device, struct err *err)
{
    const char *sql =
        walk->back ? "SELECT " EVENT_COLUMNS " WHERE event.device = ? ORDER BY seq DESC"
                   : "SELECT " EVENT_COLUMNS " WHERE event.device = ? ORDER BY seq";
    walk->cursors =
        vec_grow(walk->cursors, walk->count, &walk->capacity, sizeof *walk->cursors);
    struct cursor *cursor = &walk->cursors[walk->count++];
    *cursor = (struct cursor){ 0 };
    if (sqlite3_prepare_v2(walk->store->db, sql, -1, &cursor->statement, NULL) !=
        SQLITE_OK)
        return store_fail(walk->store, "read", err);
    sqlite3_bind_int64(cursor->statement, 1, device);
    return cursor_step(walk->store, cursor, err);
}

static bool open_cursors(struct walk *walk, struct err *err)
{
    sqlite3_stmt *devices = NULL;
    int step = SQLITE_ERROR;
    bool ok = sqlite3_prepare_v2(walk->store->db, "SELECT number FROM device", -1,
                  &devices, NULL) == SQLITE_OK;
    bool opened = true;
    while (ok && opened && (step = sqlite3_step(devices)) == SQLITE_ROW)
        opened = open_cursor(walk, sqlite3_column_int64(devices, 0), err);
    if (opened && step != SQLITE_DONE)
        opened = store_fail(walk->store, "read", err);
    sqlite3_finalize(devices);
    return opened;
}

/* The cursor whose event comes next; NULL at the end of all. */
static struct cursor *next_of(const struct walk *walk)
{
    struct cursor *next = NULL;
    for (size_t i = 0; i < walk->count; i++) {
        struct cursor *cursor = &walk->cursors[i];
        if (cursor->more &&
            (next == NULL || event_is_later(&cursor->event, &next->event) == walk->back))
            next = cursor;
    }
    return next;
}

static bool run(struct walk *walk,
    bool (*visit)(void *context, const struct event *event), void *context,
    struct err *err)
{
    if (walk->store->db == NULL)
        return true;
    struct cursor *next;
    bool ok = open_cursors(walk, err);
    while (ok && (next = next_of(walk)) != NULL && visit(context, &next->event))
        ok = cursor_step(walk->store, next, err);
    for (size_t i = 0; i < walk->count; i++)
        sqlite3_finalize(walk->cursors[i].statement);
    free(walk->cursors);
    return ok;
}

bool store_walk_back(struct store *store,
    bool (*visit)(void *context, const struct event *event), void *context,
    struct err *err)
{
    struct walk walk = { .store = store, .back = true };
    return run(&walk, visit, context, err);
}

bool store_walk(struct store *store,
    bool (*visit)(void *context, const struct event *event), void *context,
    struct err *err)
{
    struct walk walk = { .store = store };
    return run(&walk, visit, context, err);
}
