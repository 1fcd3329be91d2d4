#include "store/check.h"

#include "base/map.h"
#include "store/internal.h"

#include <inttypes.h>
#include <string.h>

/* ---- one store --------------------------------------------------------------------- */

/* Rows come by device and number, so that what is missing shows between two of them. */
static void add_place(struct store_facts *facts, const struct event_key *key,
    const struct event_key *before)
{
    bool same = facts->devices > 0 && strcmp(key->device, before->device) == 0;
    int64_t reached = same && before->seq > 0 ? before->seq : 0;
    facts->devices += !same;
    if (key->seq > reached)
        facts->missing += (uint64_t)(key->seq - reached - 1);
}

static void add_sound(struct store_facts *facts, const struct event *event)
{
    if (event->at_ms > facts->last_ms)
        facts->last_ms = event->at_ms;
    if (event->kind != EVENT_REVIEW)
        return;
    facts->reviews++;
    if (event->at_ms > facts->answer_ms)
        facts->answer_ms = event->at_ms;
}

static void add_row(
    struct store_facts *facts, sqlite3_stmt *rows, struct event_key *before)
{
    struct event event;
    uint32_t crc;
    enum event_row row = store_read_row(rows, &event, &crc);
    facts->events++;
    facts->sum += crc;
    facts->unknown += row == ROW_UNKNOWN;
    if (row == ROW_DAMAGED && facts->damaged++ == 0)
        facts->first_damaged = event.key;
    if (row == ROW_SOUND)
        add_sound(facts, &event);
    add_place(facts, &event.key, before);
    *before = event.key;
}

bool store_examine(struct store *store, struct store_facts *facts, struct err *err)
{
    sqlite3_stmt *rows = NULL;
    struct event_key before = { 0 };
    *facts = (struct store_facts){ 0 };
    if (store->db == NULL)
        return true;
    /* An event of a device that is not listed counts too: as a damaged one. */
    bool ok = sqlite3_prepare_v2(store->db,
                  "SELECT " EVENT_ROW " FROM event LEFT JOIN device"
                  " ON device.number = event.device ORDER BY event.device, seq",
                  -1, &rows, NULL) == SQLITE_OK;
    int step = SQLITE_ERROR;
    while (ok && (step = sqlite3_step(rows)) == SQLITE_ROW)
        add_row(facts, rows, &before);
    ok = step == SQLITE_DONE || store_fail(store, "read", err);
    sqlite3_finalize(rows);
    return ok &&
           store_number(store, "SELECT count(DISTINCT card) FROM event WHERE card <> ''",
               &facts->cards, err);
}

bool store_same_events(const struct store_facts *a, const struct store_facts *b)
{
    return a->events == b->events && a->sum == b->sum && a->damaged == b->damaged &&
           a->cards == b->cards;
}

bool store_check_pages(struct store *store, bool indexes, struct err *err)
{
    sqlite3_stmt *statement = NULL;
    if (store->db == NULL)
        return true;
    const char *sql = indexes ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)";
    bool ok = sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL) == SQLITE_OK &&
              sqlite3_step(statement) == SQLITE_ROW;
    const char *says = ok ? store_text(statement, 0) : "";
    if (!ok)
        store_fail(store, "read", err);
    else if (strcmp(says, "ok") != 0) // a heading, and what is wrong on the next line
        ok = store_fail_damaged(
            store, strchr(says, '\n') != NULL ? strchr(says, '\n') + 1 : says, err);
    sqlite3_finalize(statement);
    return ok;
}

bool store_check_file(const char *path, struct err *err)
{
    struct store *store = NULL;
    bool ok =
        store_open(path, STORE_READ, &store, err) && store_check_pages(store, false, err);
    store_close(store);
    return ok;
}

bool store_check_all(struct store *store, struct store_facts *facts, struct err *err)
{
    *facts = (struct store_facts){ 0 };
    if (!store_check_pages(store, false, err) || !store_examine(store, facts, err))
        return false;
    return facts->damaged == 0 || err_set(err, ERR_SYSTEM,
                                      "'%s' has damaged events, %" PRId64 " of %" PRId64
                                      "; `quaestor restore --list` shows the backups",
                                      store->path, facts->damaged, facts->events);
}

bool store_rebuild_indexes(struct store *store, struct err *err)
{
    bool ok = store_begin(store, err) && store_run(store, "REINDEX", err) &&
              store_commit(store, err);
    store_rollback(store);
    return ok;
}

/* ---- two stores -------------------------------------------------------------------- */

/* One side of the comparison: its rows in order, and what of them the other lacks. */
struct side {
    struct store *store;
    sqlite3_stmt *rows; // NULL: a store without a file
    bool more;          // a row is there
    enum event_row row;
    struct event event;
    uint32_t crc;
    struct store_surplus *surplus;
    struct map cards; // of the surplus
    struct arena arena;
};

static bool side_step(struct side *side, struct err *err)
{
    int step = side->rows != NULL ? sqlite3_step(side->rows) : SQLITE_DONE;
    side->more = step == SQLITE_ROW;
    if (side->more)
        side->row = store_read_row(side->rows, &side->event, &side->crc);
    return side->more || step == SQLITE_DONE || store_fail(side->store, "read", err);
}

static bool side_begin(struct side *side, struct err *err)
{
    struct store *store = side->store;
    *side->surplus = (struct store_surplus){ 0 };
    if (store->db != NULL &&
        sqlite3_prepare_v2(store->db,
            "SELECT " EVENT_ROW " FROM event JOIN device ON device.number = event.device"
            " ORDER BY device.id, seq",
            -1, &side->rows, NULL) != SQLITE_OK)
        return store_fail(store, "read", err);
    return side_step(side, err);
}

static void side_end(struct side *side)
{
    sqlite3_finalize(side->rows);
    map_release(&side->cards);
    arena_release(&side->arena);
}

static void take(struct side *side)
{
    struct store_surplus *surplus = side->surplus;
    const struct event *event = &side->event;
    if (surplus->events++ == 0)
        surplus->first_ms = surplus->last_ms = event->at_ms;
    if (event->at_ms < surplus->first_ms)
        surplus->first_ms = event->at_ms;
    if (event->at_ms > surplus->last_ms)
        surplus->last_ms = event->at_ms;
    surplus->reviews += side->row == ROW_SOUND && event->kind == EVENT_REVIEW;
    size_t known;
    if (event->card[0] != '\0' && !map_find(&side->cards, event->card, &known))
        map_add(&side->cards, arena_strdup(&side->arena, event->card), 0);
    surplus->cards = (int64_t)side->cards.count;
}

/* < 0: the left row comes first, and the right side lacks it. */
static int order_of(const struct side *left, const struct side *right)
{
    if (!left->more || !right->more)
        return (int)right->more - (int)left->more;
    int device = strcmp(left->event.key.device, right->event.key.device);
    int64_t a = left->event.key.seq, b = right->event.key.seq;
    return device != 0 ? device : (a > b) - (a < b);
}

static bool compare(struct side *left, struct side *right, struct err *err)
{
    bool ok = side_begin(left, err) && side_begin(right, err);
    while (ok && (left->more || right->more)) {
        int order = order_of(left, right);
        bool differ = order != 0 || left->crc != right->crc;
        if (differ && order <= 0)
            take(left);
        if (differ && order >= 0)
            take(right);
        ok = (order > 0 || side_step(left, err)) && (order < 0 || side_step(right, err));
    }
    return ok;
}

bool store_compare(struct store *left, struct store *right,
    struct store_surplus *only_left, struct store_surplus *only_right, struct err *err)
{
    struct side sides[2] = {
        { .store = left, .surplus = only_left },
        { .store = right, .surplus = only_right },
    };
    bool ok = compare(&sides[0], &sides[1], err);
    side_end(&sides[0]);
    side_end(&sides[1]);
    return ok;
}
