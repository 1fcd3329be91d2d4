/*
 * Opening and closing a progress file: whose it is, how old, and how suspiciously it is used.
 */
#include "store/internal.h"

#include "base/buf.h"
#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    APPLICATION_ID = 0x51737472, // "Qstr"
    VERSION = 2,
    NAP_MS = 2,
    NAPS = 2500,
};

/* Nearly all events are reviews; what is asked for by kind has indexes that skip the others. */
#define RARE_INDEXES                                                                     \
    "CREATE INDEX event_by_kind ON event(kind, hlc) WHERE kind <> 'review';"             \
    "CREATE INDEX event_confused ON event(hlc) WHERE " EVENT_IS_CONFUSED ";"

/*
 * Device ids are 32 digits long and stand in every event, so events hold a number for them.
 * `plan_*` columns are struct plan; days are day numbers, times milliseconds.
 */
static const char schema[] =
    "CREATE TABLE device(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;"
    "CREATE TABLE this_device(number INTEGER NOT NULL REFERENCES device) STRICT;"
    "CREATE TABLE event("
    " device INTEGER NOT NULL REFERENCES device, seq INTEGER NOT NULL,"
    " hlc INTEGER NOT NULL, at INTEGER NOT NULL, offset INTEGER NOT NULL,"
    " day INTEGER NOT NULL, kind TEXT NOT NULL, card TEXT NOT NULL,"
    " payload TEXT NOT NULL, crc INTEGER NOT NULL,"
    " PRIMARY KEY(device, seq)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX event_by_card ON event(card, hlc);"
    "CREATE INDEX event_by_time ON event(hlc);" RARE_INDEXES "CREATE TABLE progress("
    " card TEXT NOT NULL PRIMARY KEY, phase TEXT NOT NULL, step INTEGER NOT NULL,"
    " due INTEGER NOT NULL, due_day INTEGER NOT NULL, interval_days INTEGER NOT NULL,"
    " stability REAL NOT NULL, stability_fast REAL NOT NULL, difficulty REAL NOT NULL,"
    " reviews INTEGER NOT NULL, lapses INTEGER NOT NULL, last INTEGER NOT NULL,"
    " first_day INTEGER NOT NULL, last_day INTEGER NOT NULL, review_day INTEGER NOT NULL,"
    " suspended INTEGER NOT NULL, flagged INTEGER NOT NULL, buried_day INTEGER NOT NULL,"
    " event_device INTEGER NOT NULL, event_seq INTEGER NOT NULL,"
    " crc INTEGER NOT NULL) STRICT, WITHOUT ROWID;";

/*
 * Waits for the other process, 5 seconds in all.  The naps stay short: SQLite's own grow to 100
 * ms, which on a slow disk miss the moment between two writes of a script again and again.
 */
static int nap(void *unused, int naps)
{
    (void)unused;
    return naps < NAPS && sqlite3_sleep(NAP_MS) > 0;
}

static void harden(sqlite3 *db)
{
    static const struct {
        int option, value;
    } config[] = {
        { SQLITE_DBCONFIG_DEFENSIVE, 1 },
        { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
        { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
        { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
        { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
        { SQLITE_DBCONFIG_DQS_DDL, 0 },
        { SQLITE_DBCONFIG_DQS_DML, 0 },
        { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
    };
    for (size_t i = 0; i < sizeof config / sizeof config[0]; i++)
        sqlite3_db_config(db, config[i].option, config[i].value, (int *)NULL);
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 1024 * 1024);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_busy_handler(db, nap, NULL);
}

bool store_open_handle(struct store *store, int flags, struct err *err)
{
    /* No mutexes: a store belongs to one thread. */
    flags |= SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX;
    int code = sqlite3_open_v2(store->path, &store->db, flags, NULL);
    if (code != SQLITE_OK)
        return store_fail(store, "open", err);
    sqlite3_extended_result_codes(store->db, 0);
    harden(store->db);
    return true;
}

static void close_handle(struct store *store)
{
    sqlite3_close(store->db);
    store->db = NULL;
}

/* Asks for something that needs the schema: finds damage, foreign files, hot journals. */
static bool probe(struct store *store, struct err *err)
{
    int64_t count;
    return store_number(store, "SELECT count(*) FROM sqlite_schema", &count, err);
}

/*
 * Does the file end within a page?  SQLite does not mind: a few bytes are an empty database to
 * it, which it would write over, and what is missing at the end reads as zeros.
 */
static bool is_torn(const char *path, int64_t page_size)
{
    struct stat st;
    return stat(path, &st) == 0 && st.st_size % page_size != 0;
}

/* What the file says of itself. */
struct identity {
    int64_t application, version, tables, page_size;
    bool torn;
};

/* At one moment: another process may be making it right now. */
static bool identify(struct store *store, struct identity *id, struct err *err)
{
    bool ok =
        store_run(store, "SAVEPOINT look", err) &&
        store_number(store, "SELECT count(*) FROM sqlite_schema", &id->tables, err) &&
        store_number(store, "PRAGMA application_id", &id->application, err) &&
        store_number(store, "PRAGMA user_version", &id->version, err) &&
        store_number(store, "PRAGMA page_size", &id->page_size, err);
    id->torn = ok && is_torn(store->path, id->page_size);
    sqlite3_exec(store->db, "RELEASE look", NULL, NULL, NULL);
    return ok;
}

bool store_check_version(struct store *store, struct err *err)
{
    struct identity id;
    if (!identify(store, &id, err))
        return false;
    store->version = id.version;
    store->is_new = id.application == 0 && id.version == 0 && id.tables == 0;
    if (store->is_new && id.torn)
        return store_fail_foreign(store, err);
    if (!store->is_new && id.application != APPLICATION_ID)
        return err_set(err, ERR_SYSTEM,
            "'%s' is the database of another program; name another file with --progress",
            store->path);
    if (id.version > VERSION)
        return err_set(err, ERR_SYSTEM,
            "'%s' was written by a newer version of quaestor (format %lld, this one "
            "knows %d); update quaestor, or name another file with --progress",
            store->path, (long long)id.version, VERSION);
    if (id.torn)
        return store_fail_damaged(store, "it ends within a page", err);
    return true;
}

/* Journals are made, and removed, in the folder of the file. */
static bool takes_journal(const struct store *store)
{
    char *folder = mem_strdup(store->path);
    *(strrchr(folder, '/') + 1) = '\0';
    bool ok = access(folder, W_OK) == 0;
    free(folder);
    return ok;
}

static bool has_journal(const struct store *store)
{
    struct buf path = { 0 };
    buf_addf(&path, "%s-journal", store->path);
    bool there = file_kind(path.text) == FILE_REGULAR;
    buf_release(&path);
    return there;
}

/* A restore puts another file in its place while this process waits to look at it. */
static bool is_replaced(const struct store *store)
{
    int moved = 0;
    sqlite3_file_control(store->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return moved != 0;
}

bool store_check_place(const struct store *store, struct err *err)
{
    return !is_replaced(store) || store_fail_moved(store, err);
}

/*
 * Where it may, a reader opens the file for writing too, and writes nothing: SQLite then rolls
 * back by itself what a crash left, however many readers come upon it at once.
 */
static bool open_reader(struct store *store, struct err *err)
{
    bool mends = takes_journal(store) && access(store->path, W_OK) == 0;
    int flags = mends ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    return store_open_handle(store, flags, err) &&
           store_run(store, "PRAGMA query_only=ON", err);
}

static bool probe_reader(struct store *store, struct err *err)
{
    if (probe(store, err))
        return true;
    if (!takes_journal(store) && has_journal(store))
        err_set(err, ERR_SYSTEM,
            "'%s' was left in the middle of a write, and its folder is read-only; "
            "make the folder writable, then try again",
            store->path);
    return false;
}

static bool open_for_reading(struct store *store, struct err *err)
{
    do {
        close_handle(store);
        if (file_kind(store->path) == FILE_ABSENT)
            return true;
        if (!open_reader(store, err) || !probe_reader(store, err) ||
            !store_check_version(store, err))
            return false;
    } while (is_replaced(store));
    if (store->is_new) // killed while it was being made: as good as absent
        close_handle(store);
    return true;
}

bool store_renew_device(struct store *store, struct err *err)
{
    return store_run(store,
        "INSERT INTO device(id) VALUES(lower(hex(randomblob(16))));"
        "DELETE FROM this_device;"
        "INSERT INTO this_device VALUES(last_insert_rowid())",
        err);
}

/* Brings a file of version `index` up to the next one. */
static const char *const migrations[VERSION] = {
    [1] = "DROP INDEX event_links;" RARE_INDEXES,
};

/* All at once, or not at all; another process may have done it meanwhile. */
static bool migrate(struct store *store, struct err *err)
{
    char pragma[40];
    snprintf(pragma, sizeof pragma, "PRAGMA user_version=%d", VERSION);
    bool ok = store_begin(store, err) && store_check_version(store, err);
    for (int64_t version = store->version; ok && version < VERSION; version++)
        ok = store_run(store, migrations[version], err);
    ok = ok && store_run(store, pragma, err) && store_commit(store, err);
    store_rollback(store);
    return ok;
}

static bool create_schema(struct store *store, struct err *err)
{
    char pragmas[100];
    snprintf(pragmas, sizeof pragmas, "PRAGMA application_id=%d;PRAGMA user_version=%d;",
        APPLICATION_ID, VERSION);
    bool ok = store_begin(store, err) && store_check_version(store, err);
    if (ok && store->is_new)
        ok = store_run(store, schema, err) && store_renew_device(store, err) &&
             store_run(store, pragmas, err);
    ok = ok && store_commit(store, err);
    store_rollback(store);
    return ok;
}

/* A folder that takes no journal would fail only at the first answer: say so before. */
static bool check_writable(struct store *store, struct err *err)
{
    bool ok = takes_journal(store) && sqlite3_db_readonly(store->db, "main") == 0;
    return ok ||
           err_set(err, ERR_SYSTEM,
               "cannot write to '%s': it or its folder is read-only, so no answer could "
               "be saved; name another file with --progress",
               store->path);
}

/* Whose file it is comes before the settings: the journal's mode is part of the file. */
static bool open_writer(struct store *store, struct err *err)
{
    do {
        close_handle(store);
        if (!file_make_folder_of(store->path, err) ||
            !store_open_handle(store, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, err) ||
            !check_writable(store, err) || !store_check_version(store, err))
            return false;
    } while (is_replaced(store));
    return true;
}

static bool open_for_writing(struct store *store, struct err *err)
{
    mode_t mask = umask(077);
    bool ok = open_writer(store, err);
    umask(mask);
    return ok &&
           store_run(store,
               "PRAGMA cell_size_check=ON;PRAGMA mmap_size=0;"
               "PRAGMA journal_mode=DELETE;PRAGMA synchronous=EXTRA",
               err) &&
           (!store->is_new || create_schema(store, err)) &&
           (store->is_new || store->version == VERSION || migrate(store, err));
}

static bool check_folder(const struct store *store, struct err *err)
{
    if (file_kind(store->path) == FILE_FOLDER || file_kind(store->path) == FILE_OTHER)
        return err_set(err, ERR_SYSTEM,
            "'%s' is not a file; name a progress file with --progress", store->path);
    return true;
}

struct store *store_make(const char *path)
{
    struct store *store = mem_alloc(sizeof *store);
    *store = (struct store){ 0 };
    struct buf full = { 0 };
    /* Debian's SQLite takes a name that begins with "file:" for a URI. */
    buf_addf(&full, "%s%s", path[0] == '/' ? "" : "./", path);
    store->path = mem_strdup(full.text);
    buf_release(&full);
    return store;
}

bool store_open(
    const char *path, enum store_mode mode, struct store **out, struct err *err)
{
    struct store *store = store_make(path);
    bool ok = check_folder(store, err);
    store->mode = mode;
    if (ok)
        ok = mode == STORE_READ ? open_for_reading(store, err)
                                : open_for_writing(store, err);
    if (!ok) {
        store_close(store);
        return false;
    }
    *out = store;
    return true;
}

void store_close(struct store *store)
{
    if (store == NULL)
        return;
    for (size_t i = 0; i < STATEMENT_COUNT; i++)
        sqlite3_finalize(store->statements[i]);
    sqlite3_close(store->db);
    free(store->path);
    free(store);
}
