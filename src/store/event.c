/*
 * Events: appending, checking, reading in order.
 */
#include "store/internal.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <zlib.h>

static const char *const kind_words[EVENT_KIND_COUNT] = {
#define X(kind, word) [kind] = word,
    EVENT_KINDS(X)
#undef X
};

const char *event_kind_word(enum event_kind kind)
{
    return kind_words[kind];
}

static bool kind_parse(const char *word, enum event_kind *out)
{
    for (int i = 0; i < EVENT_KIND_COUNT; i++)
        if (strcmp(kind_words[i], word) == 0) {
            *out = (enum event_kind)i;
            return true;
        }
    return false;
}

bool event_key_equal(const struct event_key *a, const struct event_key *b)
{
    return a->seq == b->seq && strcmp(a->device, b->device) == 0;
}

/* Writes a tab and the number; returns the end.  snprintf() takes longer than the checksum. */
static char *put_number(char *out, int64_t number)
{
    char digits[24];
    size_t count = 0;
    uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;
    do
        digits[count++] = (char)('0' + rest % 10);
    while ((rest /= 10) > 0);
    *out++ = '\t';
    if (number < 0)
        *out++ = '-';
    while (count > 0)
        *out++ = digits[--count];
    return out;
}

/* CRC-32 over the canonical line of the event: all fields, separated by tabs. */
static uint32_t event_crc(const struct event *event, const char *kind)
{
    char numbers[128], *end = put_number(numbers, event->key.seq);
    end = put_number(end, event->hlc_ms);
    end = put_number(end, event->at_ms);
    end = put_number(end, event->offset_min);
    end = put_number(end, event->day.number);
    *end++ = '\t';
    *end = '\0';
    const char *const parts[] = { event->key.device, numbers, kind, "\t", event->card,
        "\t", event->payload };
    uLong crc = 0;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        crc = crc32(crc, (const Bytef *)parts[i], (uInt)strlen(parts[i]));
    return (uint32_t)crc;
}

/* ---- appending -------------------------------------------------------------------- */

static bool number_of(struct store *store, enum statement which, const char *sql,
    int64_t bound, int64_t *out, struct err *err)
{
    sqlite3_stmt *statement = store_statement(store, which, sql, err);
    if (statement == NULL)
        return false;
    if (sqlite3_bind_parameter_count(statement) > 0)
        sqlite3_bind_int64(statement, 1, bound);
    if (sqlite3_step(statement) != SQLITE_ROW)
        return store_fail(store, "read", err);
    *out = sqlite3_column_int64(statement, 0);
    sqlite3_reset(statement);
    return true;
}

/* Number and id of this store's device. */
static bool this_device(
    struct store *store, int64_t *number, struct event_key *key, struct err *err)
{
    sqlite3_stmt *statement = store_statement(store, STATEMENT_DEVICE,
        "SELECT device.number, device.id FROM this_device JOIN device USING(number)",
        err);
    if (statement == NULL)
        return false;
    if (sqlite3_step(statement) != SQLITE_ROW)
        return store_fail(store, "read", err);
    *number = sqlite3_column_int64(statement, 0);
    snprintf(key->device, sizeof key->device, "%s", store_text(statement, 1));
    sqlite3_reset(statement);
    return true;
}

static bool insert(
    struct store *store, int64_t device, const struct event *event, struct err *err)
{
    sqlite3_stmt *statement = store_statement(store, STATEMENT_APPEND,
        "INSERT INTO event(device, seq, hlc, at, offset, day, kind, card, payload, crc)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        err);
    if (statement == NULL)
        return false;
    sqlite3_bind_int64(statement, 1, device);
    sqlite3_bind_int64(statement, 2, event->key.seq);
    sqlite3_bind_int64(statement, 3, event->hlc_ms);
    sqlite3_bind_int64(statement, 4, event->at_ms);
    sqlite3_bind_int(statement, 5, event->offset_min);
    sqlite3_bind_int(statement, 6, event->day.number);
    sqlite3_bind_text(statement, 7, kind_words[event->kind], -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 8, event->card, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 9, event->payload, -1, SQLITE_STATIC);
    sqlite3_bind_int64(statement, 10, event_crc(event, kind_words[event->kind]));
    bool ok = sqlite3_step(statement) == SQLITE_DONE || store_fail(store, "save to", err);
    sqlite3_reset(statement);
    return ok;
}

bool store_append(struct store *store, struct event *event, struct err *err)
{
    assert(!sqlite3_get_autocommit(store->db));
    int64_t device = 0, newest = 0;
    if (!this_device(store, &device, &event->key, err) ||
        !number_of(store, STATEMENT_NEXT_SEQ,
            "SELECT coalesce(max(seq), 0) + 1 FROM event WHERE device = ?", device,
            &event->key.seq, err) ||
        !number_of(store, STATEMENT_CLOCK, "SELECT coalesce(max(hlc), 0) FROM event", 0,
            &newest, err))
        return false;
    event->hlc_ms = event->at_ms > newest ? event->at_ms : newest + 1;
    store->appended = event->key;
    store->appended_crc = event_crc(event, kind_words[event->kind]);
    return insert(store, device, event, err);
}

bool store_has_appended(struct store *store, bool *there, struct err *err)
{
    /* Another process may have got the number that was given up: hence the CRC. */
    sqlite3_stmt *statement = store_statement(store, STATEMENT_HAS_EVENT,
        "SELECT count(*) FROM event JOIN device ON device.number = event.device"
        " WHERE device.id = ? AND seq = ? AND crc = ?",
        err);
    if (statement == NULL)
        return false;
    sqlite3_bind_text(statement, 1, store->appended.device, -1, SQLITE_STATIC);
    sqlite3_bind_int64(statement, 2, store->appended.seq);
    sqlite3_bind_int64(statement, 3, store->appended_crc);
    bool ok = sqlite3_step(statement) == SQLITE_ROW || store_fail(store, "read", err);
    *there = ok && sqlite3_column_int64(statement, 0) > 0;
    sqlite3_reset(statement);
    return ok;
}

/* ---- reading ---------------------------------------------------------------------- */

static bool fail_damaged(
    const struct store *store, const struct event *event, struct err *err)
{
    return err_set(err, ERR_SYSTEM,
        "event %lld of device %.8s in '%s' is damaged; keep the file: `quaestor doctor` "
        "looks closer, `quaestor restore --list` shows the backups",
        (long long)event->key.seq, event->key.device, store->path);
}

enum event_row store_read_row(sqlite3_stmt *statement, struct event *event, uint32_t *crc)
{
    const char *kind = store_text(statement, 6);
    *event = (struct event){
        .key = { .seq = sqlite3_column_int64(statement, 1) },
        .hlc_ms = sqlite3_column_int64(statement, 2),
        .at_ms = sqlite3_column_int64(statement, 3),
        .offset_min = sqlite3_column_int(statement, 4),
        .day = { sqlite3_column_int(statement, 5) },
        .card = store_text(statement, 7),
        .payload = store_text(statement, 8),
    };
    snprintf(event->key.device, sizeof event->key.device, "%s", store_text(statement, 0));
    *crc = event_crc(event, kind);
    if (*crc != (uint32_t)sqlite3_column_int64(statement, 9))
        return ROW_DAMAGED;
    return kind_parse(kind, &event->kind) ? ROW_SOUND : ROW_UNKNOWN;
}

/* Reads the row of EVENT_COLUMNS; its texts live until the next step. */
bool store_read_event(
    struct store *store, sqlite3_stmt *statement, struct event *event, struct err *err)
{
    uint32_t crc;
    return store_read_row(statement, event, &crc) == ROW_SOUND ||
           fail_damaged(store, event, err);
}

uint32_t event_checksum(const struct event *event)
{
    return event_crc(event, kind_words[event->kind]);
}

struct event_list {
    struct event *items;
    size_t count, capacity;
};

/* Appends the events that a statement gives. */
static bool collect(struct store *store, sqlite3_stmt *statement, struct arena *arena,
    struct event_list *list, struct err *err)
{
    int step;
    bool ok = true;
    while (ok && (step = sqlite3_step(statement)) == SQLITE_ROW) {
        struct event event;
        ok = store_read_event(store, statement, &event, err);
        if (!ok)
            break;
        event.card = arena_strdup(arena, event.card);
        event.payload = arena_strdup(arena, event.payload);
        list->items = arena_grow(
            arena, list->items, list->count, &list->capacity, sizeof *list->items);
        list->items[list->count++] = event;
    }
    if (ok && step != SQLITE_DONE)
        ok = store_fail(store, "read", err);
    sqlite3_reset(statement);
    return ok;
}

static bool collect_events(struct store *store, const char *name, struct arena *arena,
    struct event_list *list, struct err *err)
{
    sqlite3_stmt *statement = store_statement(store, STATEMENT_CARD_EVENTS,
        "SELECT " EVENT_COLUMNS " WHERE card = ? ORDER BY hlc, device.id, seq", err);
    if (statement == NULL)
        return false;
    sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
    return collect(store, statement, arena, list, err);
}

/* The events of a statement that may have a kind bound. */
static bool collect_all(struct store *store, sqlite3_stmt *statement, const char *kind,
    struct arena *arena, struct event **events, size_t *count, struct err *err)
{
    struct event_list list = { 0 };
    if (statement == NULL)
        return false;
    if (kind != NULL)
        sqlite3_bind_text(statement, 1, kind, -1, SQLITE_STATIC);
    if (!collect(store, statement, arena, &list, err))
        return false;
    *events = list.items;
    *count = list.count;
    return true;
}

bool store_kind_events(struct store *store, enum event_kind kind, struct arena *arena,
    struct event **events, size_t *count, struct err *err)
{
    assert(kind != EVENT_REVIEW);
    *count = 0;
    if (store->db == NULL)
        return true;
    sqlite3_stmt *statement = store_statement(store, STATEMENT_KIND_EVENTS,
        "SELECT " EVENT_COLUMNS " WHERE kind <> 'review' AND kind = ?"
        " ORDER BY hlc, device.id, seq",
        err);
    return collect_all(store, statement, kind_words[kind], arena, events, count, err);
}

bool store_confusions(struct store *store, struct arena *arena, struct event **events,
    size_t *count, struct err *err)
{
    *count = 0;
    if (store->db == NULL)
        return true;
    sqlite3_stmt *statement = store_statement(store, STATEMENT_CONFUSIONS,
        "SELECT " EVENT_COLUMNS " WHERE " EVENT_IS_CONFUSED
        " ORDER BY hlc, device.id, seq",
        err);
    return collect_all(store, statement, NULL, arena, events, count, err);
}

/* Each name's events are in order already; insertion merges the names. */
static void sort_events(struct event *events, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct event event = events[i];
        size_t at = i;
        for (; at > 0 && event_is_later(&events[at - 1], &event); at--)
            events[at] = events[at - 1];
        events[at] = event;
    }
}

bool store_card_events(struct store *store, const char *const *names, size_t count,
    struct arena *arena, struct event **events, size_t *event_count, struct err *err)
{
    struct event_list list = { 0 };
    for (size_t i = 0; store->db != NULL && i < count; i++)
        if (!collect_events(store, names[i], arena, &list, err))
            return false;
    sort_events(list.items, list.count);
    *events = list.items;
    *event_count = list.count;
    return true;
}

static bool last_of_name(
    struct store *store, const char *name, struct event *last, struct err *err)
{
    sqlite3_stmt *statement = store_statement(store, STATEMENT_LAST_EVENT,
        "SELECT " EVENT_COLUMNS " WHERE card = ?"
        " ORDER BY hlc DESC, device.id DESC, seq DESC LIMIT 1",
        err);
    if (statement == NULL)
        return false;
    sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
    int step = sqlite3_step(statement);
    struct event event;
    bool ok = step == SQLITE_DONE;
    if (step == SQLITE_ROW)
        ok = store_read_event(store, statement, &event, err);
    else if (!ok)
        store_fail(store, "read", err);
    if (ok && step == SQLITE_ROW && (last->key.seq == 0 || event_is_later(&event, last)))
        *last = event;
    sqlite3_reset(statement);
    return ok;
}

bool store_last_event(struct store *store, const char *const *names, size_t count,
    struct event_key *last, struct err *err)
{
    struct event newest = { 0 };
    for (size_t i = 0; store->db != NULL && i < count; i++)
        if (!last_of_name(store, names[i], &newest, err))
            return false;
    *last = newest.key;
    return true;
}

bool store_each_card(struct store *store, void (*visit)(void *context, const char *card),
    void *context, struct err *err)
{
    sqlite3_stmt *statement = NULL;
    if (store->db == NULL)
        return true;
    bool ok = sqlite3_prepare_v2(store->db, "SELECT DISTINCT card FROM event", -1,
                  &statement, NULL) == SQLITE_OK;
    int step = SQLITE_ERROR;
    while (ok && (step = sqlite3_step(statement)) == SQLITE_ROW)
        visit(context, store_text(statement, 0));
    ok = step == SQLITE_DONE || store_fail(store, "read", err);
    sqlite3_finalize(statement);
    return ok;
}
