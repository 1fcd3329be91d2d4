#include "store/store.h"

#include "base/buf.h"
#include "base/file.h"
#include "store/internal.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    APPLICATION_ID = 0x51737472, // "Qstr"
    VERSION = 1,
    BUSY_MS = 5000,
};

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
    "CREATE INDEX event_by_time ON event(hlc);"
    "CREATE INDEX event_links ON event(hlc) WHERE kind = 'link';"
    "CREATE TABLE progress("
    " card TEXT NOT NULL PRIMARY KEY, phase TEXT NOT NULL, step INTEGER NOT NULL,"
    " due INTEGER NOT NULL, due_day INTEGER NOT NULL, interval_days INTEGER NOT NULL,"
    " stability REAL NOT NULL, stability_fast REAL NOT NULL, difficulty REAL NOT NULL,"
    " reviews INTEGER NOT NULL, lapses INTEGER NOT NULL, last INTEGER NOT NULL,"
    " first_day INTEGER NOT NULL, last_day INTEGER NOT NULL, review_day INTEGER NOT NULL,"
    " suspended INTEGER NOT NULL, flagged INTEGER NOT NULL, buried_day INTEGER NOT NULL,"
    " event_device INTEGER NOT NULL, event_seq INTEGER NOT NULL,"
    " crc INTEGER NOT NULL) STRICT, WITHOUT ROWID;";

const char *store_path(const struct store *store)
{
    return store->path;
}

bool store_is_writable(const struct store *store)
{
    return store->db != NULL && sqlite3_db_readonly(store->db, "main") == 0;
}

/* ---- failing ---------------------------------------------------------------------- */

/* Is `fd`, an entry of /proc/PID/fd, an open handle on the file? */
static bool is_handle_on(const char *fd, const struct stat *file)
{
    struct stat st;
    return stat(fd, &st) == 0 && st.st_dev == file->st_dev && st.st_ino == file->st_ino;
}

static bool process_has_open(const char *pid, const struct stat *file)
{
    char folder[300];
    snprintf(folder, sizeof folder, "/proc/%s/fd", pid);
    DIR *dir = opendir(folder);
    bool found = false;
    if (dir == NULL)
        return false;
    for (struct dirent *entry; !found && (entry = readdir(dir)) != NULL;) {
        char fd[600];
        snprintf(fd, sizeof fd, "%s/%s", folder, entry->d_name);
        found = entry->d_name[0] != '.' && is_handle_on(fd, file);
    }
    closedir(dir);
    return found;
}

/* The other process that has the file open, where /proc tells; 0: unknown. */
static long other_process(const char *path)
{
    struct stat file;
    DIR *proc = opendir("/proc");
    long found = 0;
    if (proc == NULL)
        return 0;
    if (stat(path, &file) == 0)
        for (struct dirent *entry; found == 0 && (entry = readdir(proc)) != NULL;) {
            long pid = strtol(entry->d_name, NULL, 10);
            if (pid > 0 && pid != (long)getpid() &&
                process_has_open(entry->d_name, &file))
                found = pid;
        }
    closedir(proc);
    return found;
}

static bool fail_busy(struct store *store, const char *doing, struct err *err)
{
    char other[40] = "another program";
    long pid = other_process(store->path);
    if (pid > 0)
        snprintf(other, sizeof other, "process %ld", pid);
    return err_set(err, ERR_SYSTEM,
        "cannot %s '%s': %s is writing to it; close that, then try again", doing,
        store->path, other);
}

static bool fail_foreign(const struct store *store, struct err *err)
{
    return err_set(err, ERR_SYSTEM,
        "'%s' is not a progress file; name another with --progress", store->path);
}

static bool fail_damaged(const struct store *store, const char *how, struct err *err)
{
    return err_set(err, ERR_SYSTEM,
        "'%s' is damaged (%s); keep it, and go on with a copy made earlier", store->path,
        how);
}

bool store_fail(struct store *store, const char *doing, struct err *err)
{
    int code = sqlite3_errcode(store->db);
    const char *said = sqlite3_errmsg(store->db);
    switch (code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fail_busy(store, doing, err);
    case SQLITE_NOTADB:
        return fail_foreign(store, err);
    case SQLITE_CORRUPT:
        return fail_damaged(store, said, err);
    case SQLITE_FULL:
        return err_set(err, ERR_SYSTEM,
            "cannot %s '%s': the disk is full; free some space", doing, store->path);
    case SQLITE_READONLY:
        if (sqlite3_extended_errcode(store->db) == SQLITE_READONLY_DBMOVED)
            return err_set(err, ERR_SYSTEM,
                "cannot %s '%s': it was moved or removed meanwhile; put it back, then "
                "try again",
                doing, store->path);
        return err_set(err, ERR_SYSTEM,
            "cannot write to '%s': it or its folder is read-only; name another file with "
            "--progress",
            store->path);
    case SQLITE_CANTOPEN:
        return err_set(err, ERR_SYSTEM,
            "cannot %s '%s': no permission for it or its folder; name another file with "
            "--progress",
            doing, store->path);
    default:
        return err_set(err, ERR_SYSTEM, "cannot %s '%s': %s", doing, store->path, said);
    }
}

/* ---- statements ------------------------------------------------------------------- */

bool store_run(struct store *store, const char *sql, struct err *err)
{
    return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK ||
           store_fail(store, "use", err);
}

sqlite3_stmt *store_statement(
    struct store *store, enum statement which, const char *sql, struct err *err)
{
    sqlite3_stmt **statement = &store->statements[which];
    if (*statement == NULL &&
        sqlite3_prepare_v3(store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, statement,
            NULL) != SQLITE_OK) {
        store_fail(store, "read", err);
        return NULL;
    }
    sqlite3_reset(*statement);
    sqlite3_clear_bindings(*statement);
    return *statement;
}

bool store_number(struct store *store, const char *sql, int64_t *out, struct err *err)
{
    sqlite3_stmt *statement = NULL;
    *out = 0;
    bool ok = sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL) == SQLITE_OK;
    int step = ok ? sqlite3_step(statement) : SQLITE_ERROR;
    if (step == SQLITE_ROW)
        *out = sqlite3_column_int64(statement, 0);
    ok = step == SQLITE_ROW || step == SQLITE_DONE || store_fail(store, "read", err);
    sqlite3_finalize(statement);
    return ok;
}

const char *store_text(sqlite3_stmt *statement, int column)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);
    return text != NULL ? text : "";
}

/* ---- opening ---------------------------------------------------------------------- */

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
    sqlite3_busy_timeout(db, BUSY_MS);
}

static bool open_handle(struct store *store, int flags, struct err *err)
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

static bool check_version(struct store *store, struct err *err)
{
    int64_t application, version, tables, page_size;
    if (!store_number(store, "PRAGMA application_id", &application, err) ||
        !store_number(store, "PRAGMA user_version", &version, err) ||
        !store_number(store, "PRAGMA page_size", &page_size, err) ||
        !store_number(store, "SELECT count(*) FROM sqlite_schema", &tables, err))
        return false;
    store->is_new = application == 0 && version == 0 && tables == 0;
    bool torn = is_torn(store->path, page_size);
    if (store->is_new && torn)
        return fail_foreign(store, err);
    if (!store->is_new && application != APPLICATION_ID)
        return err_set(err, ERR_SYSTEM,
            "'%s' is the database of another program; name another file with --progress",
            store->path);
    if (version > VERSION)
        return err_set(err, ERR_SYSTEM,
            "'%s' was written by a newer version of quaestor (format %lld, this one "
            "knows %d); update quaestor, or name another file with --progress",
            store->path, (long long)version, VERSION);
    if (torn)
        return fail_damaged(store, "it ends within a page", err);
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

/* A file is left as it is when only its journal's rollback needs a writer. */
static bool recover(struct store *store, struct err *err)
{
    close_handle(store);
    if (!takes_journal(store))
        return err_set(err, ERR_SYSTEM,
            "'%s' was left in the middle of a write, and its folder is read-only; "
            "make the folder writable, then try again",
            store->path);
    bool ok = open_handle(store, SQLITE_OPEN_READWRITE, err) && probe(store, err);
    close_handle(store);
    return ok && open_handle(store, SQLITE_OPEN_READONLY, err) && probe(store, err);
}

static bool has_journal(const struct store *store)
{
    struct buf path = { 0 };
    buf_addf(&path, "%s-journal", store->path);
    bool there = file_kind(path.text) == FILE_REGULAR;
    buf_release(&path);
    return there;
}

static bool open_for_reading(struct store *store, struct err *err)
{
    if (file_kind(store->path) == FILE_ABSENT)
        return true;
    if (!open_handle(store, SQLITE_OPEN_READONLY, err))
        return false;
    if (!probe(store, err) && !(has_journal(store) && recover(store, err)))
        return false;
    if (!check_version(store, err))
        return false;
    if (store->is_new) // killed while it was being made: as good as absent
        close_handle(store);
    return true;
}

static bool make_device(struct store *store, struct err *err)
{
    return store_run(store,
        "INSERT INTO device(id) VALUES(lower(hex(randomblob(16))));"
        "INSERT INTO this_device SELECT number FROM device",
        err);
}

static bool create_schema(struct store *store, struct err *err)
{
    char pragmas[100];
    snprintf(pragmas, sizeof pragmas, "PRAGMA application_id=%d;PRAGMA user_version=%d;",
        APPLICATION_ID, VERSION);
    bool ok = store_begin(store, err) && check_version(store, err);
    if (ok && store->is_new)
        ok = store_run(store, schema, err) && make_device(store, err) &&
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

static bool open_for_writing(struct store *store, struct err *err)
{
    mode_t mask = umask(077);
    bool ok = file_make_folder_of(store->path, err) &&
              open_handle(store, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, err);
    umask(mask);
    /* Whose file it is comes before the settings: the journal's mode is part of the file. */
    return ok && check_writable(store, err) && check_version(store, err) &&
           store_run(store,
               "PRAGMA cell_size_check=ON;PRAGMA mmap_size=0;"
               "PRAGMA journal_mode=DELETE;PRAGMA synchronous=EXTRA",
               err) &&
           (!store->is_new || create_schema(store, err));
}

static bool check_folder(const struct store *store, struct err *err)
{
    if (file_kind(store->path) == FILE_FOLDER || file_kind(store->path) == FILE_OTHER)
        return err_set(err, ERR_SYSTEM,
            "'%s' is not a file; name a progress file with --progress", store->path);
    return true;
}

bool store_open(
    const char *path, enum store_mode mode, struct store **out, struct err *err)
{
    struct store *store = mem_alloc(sizeof *store);
    *store = (struct store){ 0 };
    struct buf full = { 0 };
    /* Debian's SQLite takes a name that begins with "file:" for a URI. */
    buf_addf(&full, "%s%s", path[0] == '/' ? "" : "./", path);
    store->path = mem_strdup(full.text);
    buf_release(&full);
    bool ok = check_folder(store, err);
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

/* ---- transactions ----------------------------------------------------------------- */

bool store_begin(struct store *store, struct err *err)
{
    store->appended = (struct event_key){ 0 };
    return sqlite3_exec(store->db, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK ||
           store_fail(store, "save to", err);
}

/*
 * COMMIT can fail with the answer in the file: the journal is removed, and only forcing its
 * removal to the disk failed.  One more transaction forces the folder again.  False with the
 * err of the COMMIT if the answer is not there, with another if a power cut may take it.
 */
static bool settle(struct store *store, struct err *err)
{
    struct err ignored;
    bool there = false;
    if (store->appended.seq == 0 || !store_has_appended(store, &there, &ignored) ||
        !there)
        return false;
    if (store_run(store, "BEGIN IMMEDIATE;UPDATE this_device SET number = number;COMMIT",
            &ignored))
        return true;
    store_rollback(store);
    return err_set(err, ERR_SYSTEM,
        "the answer is in '%s', but the disk failed to confirm it, so a power cut "
        "may take it away; check the disk",
        store->path);
}

bool store_commit(struct store *store, struct err *err)
{
    if (sqlite3_exec(store->db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK)
        return true;
    store_fail(store, "save to", err);
    store_rollback(store);
    return settle(store, err);
}

void store_rollback(struct store *store)
{
    if (!sqlite3_get_autocommit(store->db))
        sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
}
