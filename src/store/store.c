/*
 * What every use of a progress file needs: sentences for SQLite's faults, statements,
 * transactions.
 */
#include "store/store.h"

#include "store/internal.h"

#include "base/file.h"

#include <stdio.h>

const char *store_path(const struct store *store)
{
    return store->path;
}

bool store_is_writable(const struct store *store)
{
    return store->mode == STORE_WRITE;
}

/* ---- failing ---------------------------------------------------------------------- */

static bool fail_busy(struct store *store, const char *doing, struct err *err)
{
    long writer = store_writer(store->path);
    long pid = writer > 0 ? writer : store_other_process(store->path);
    char other[40] = "another program";
    if (pid > 0)
        snprintf(other, sizeof other, "process %ld", pid);
    return err_set(err, ERR_SYSTEM,
        "cannot %s '%s': %s is %s it; close that, then try again", doing, store->path,
        other, writer > 0 ? "writing to" : "using");
}

bool store_fail_moved(const struct store *store, struct err *err)
{
    if (file_kind(store->path) == FILE_ABSENT)
        return err_set(err, ERR_SYSTEM,
            "cannot save to '%s': it was moved or removed meanwhile; put it back, then "
            "try again",
            store->path);
    return err_set(err, ERR_SYSTEM,
        "cannot save to '%s': another file was put in its place meanwhile, as `quaestor "
        "restore` does; leave, and start again",
        store->path);
}

bool store_fail_foreign(struct store *store, struct err *err)
{
    store->ruined = true;
    return err_set(err, ERR_SYSTEM,
        "'%s' is not a progress file; name another with --progress", store->path);
}

bool store_fail_damaged(struct store *store, const char *how, struct err *err)
{
    store->ruined = true;
    return err_set(err, ERR_SYSTEM,
        "'%s' is damaged (%s); keep it: `quaestor doctor` looks closer, `quaestor "
        "restore "
        "--list` shows the backups",
        store->path, how);
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
        return store_fail_foreign(store, err);
    case SQLITE_CORRUPT:
        return store_fail_damaged(store, said, err);
    case SQLITE_FULL:
        return err_set(err, ERR_SYSTEM,
            "cannot %s '%s': the disk is full; free some space", doing, store->path);
    case SQLITE_READONLY:
        if (sqlite3_extended_errcode(store->db) == SQLITE_READONLY_DBMOVED)
            return store_fail_moved(store, err);
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

/* ---- transactions ----------------------------------------------------------------- */

bool store_begin(struct store *store, struct err *err)
{
    store->appended = (struct event_key){ 0 };
    if (sqlite3_exec(store->db, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK)
        return store_fail(store, "save to", err);
    bool ok = store_check_place(store, err);
    if (!ok)
        store_rollback(store);
    return ok;
}

bool store_begin_reading(struct store *store, struct err *err)
{
    return store->db == NULL || store_run(store, "BEGIN", err);
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
    if (store->db != NULL && !sqlite3_get_autocommit(store->db))
        sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
}
