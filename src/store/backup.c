/*
 * Making backups: one careful copy, into the folder or elsewhere, and once a day by itself.
 */
#include "store/backup_internal.h"

#include "base/file.h"
#include "store/internal.h"

#include <stdio.h>
#include <unistd.h>

/* ---- one copy ---------------------------------------------------------------------- */

void backup_discard(const char *path)
{
    struct buf journal = { 0 };
    buf_addf(&journal, "%s-journal", path);
    unlink(path);
    unlink(journal.text);
    buf_release(&journal);
}

const char *backup_unfinished(const char *path, struct arena *arena)
{
    const char *unfinished = arena_printf(arena, "%s.unfinished", path);
    backup_discard(unfinished);
    return unfinished;
}

/* Page by page, as SQLite does it while others go on reading. */
static bool copy_pages(struct store *from, struct store *to, struct err *err)
{
    sqlite3_backup *backup = sqlite3_backup_init(to->db, "main", from->db, "main");
    if (backup == NULL)
        return store_fail(to, "save to", err);
    sqlite3_backup_step(backup, -1);
    return sqlite3_backup_finish(backup) == SQLITE_OK || store_fail(to, "save to", err);
}

/* Private from the beginning, and forced to the disk as a whole when it gets its name. */
static bool copy_to(struct store *from, const char *path, struct err *err)
{
    bool made;
    struct store *to = store_make(path);
    bool ok = file_create(path, "", 0, &made, err) &&
              store_open_handle(to, SQLITE_OPEN_READWRITE, err) &&
              store_run(to, "PRAGMA journal_mode=OFF;PRAGMA synchronous=OFF", err) &&
              copy_pages(from, to, err);
    store_close(to);
    return ok;
}

bool backup_verify(const char *path, const struct store_facts *want, struct err *err)
{
    struct store *copy = NULL;
    struct store_facts facts;
    bool ok = store_open(path, STORE_READ, &copy, err);
    if (ok && !(store_check_pages(copy, false, err) && store_examine(copy, &facts, err) &&
                  store_same_events(&facts, want)))
        ok = err_set(err, ERR_SYSTEM,
            "the copy '%s' came out damaged; `quaestor doctor` looks at the progress",
            path);
    store_close(copy);
    return ok;
}

bool backup_fill(
    struct store *from, const char *path, struct store_facts *facts, struct err *err)
{
    /* What is examined is what is copied, whoever writes meanwhile. */
    bool ok = store_run(from, "BEGIN", err) && store_examine(from, facts, err) &&
              copy_to(from, path, err);
    store_rollback(from);
    return ok && backup_verify(path, facts, err);
}

/* ---- making ------------------------------------------------------------------------ */

static bool open_progress(const char *progress, struct store **store, struct err *err)
{
    if (!store_open(progress, STORE_READ, store, err))
        return false;
    return (*store)->db != NULL ||
           err_set(err, ERR_SYSTEM, "there is no progress '%s' yet", progress);
}

static bool copy_open(struct store *from, const char *unfinished, const char *path,
    struct store_facts *facts, struct err *err)
{
    bool ok =
        backup_fill(from, unfinished, facts, err) && file_move(unfinished, path, err);
    if (!ok)
        backup_discard(unfinished);
    return ok;
}

static bool copy_progress(
    const char *progress, const char *path, struct store_facts *facts, struct err *err)
{
    struct arena arena = { 0 };
    struct store *store = NULL;
    if (file_kind(path) != FILE_ABSENT)
        return err_set(err, ERR_USAGE, "'%s' is there already; name a new file", path);
    bool ok = open_progress(progress, &store, err) &&
              copy_open(store, backup_unfinished(path, &arena), path, facts, err);
    store_close(store);
    arena_release(&arena);
    return ok;
}

bool backup_copy(
    const char *progress, const char *path, struct store_facts *facts, struct err *err)
{
    struct arena arena = { 0 };
    struct err no_lock;
    /* So that two copies to one file do not get in each other's way.  There may be no folder. */
    int lock = file_kind(progress) != FILE_ABSENT
                   ? backup_lock(backup_folder(progress, &arena), &no_lock)
                   : -1;
    bool ok = copy_progress(progress, path, facts, err);
    backup_unlock(lock);
    arena_release(&arena);
    return ok;
}

/* Under the folder's lock. */
static bool add_backup(const char *progress, const char *folder, int64_t at_ms,
    int day_start, struct arena *arena, const char **path, struct store_facts *facts,
    struct err *err)
{
    struct store *store = NULL;
    *path = backup_name(folder, at_ms, "", arena);
    const char *unfinished =
        backup_unfinished(arena_printf(arena, "%s/backup", folder), arena);
    bool ok = open_progress(progress, &store, err) &&
              copy_open(store, unfinished, *path, facts, err);
    store_close(store);
    /* Of damaged progress the older backups are what is left. */
    return ok && (facts->damaged > 0 || backup_thin(progress, day_start, err));
}

bool backup_make(const char *progress, int64_t at_ms, int day_start, struct arena *arena,
    const char **path, struct store_facts *facts, struct err *err)
{
    const char *folder = backup_folder(progress, arena);
    if (file_kind(progress) == FILE_ABSENT)
        return err_set(err, ERR_SYSTEM, "there is no progress '%s' yet", progress);
    int lock = backup_lock(folder, err);
    bool ok = lock >= 0 &&
              add_backup(progress, folder, at_ms, day_start, arena, path, facts, err);
    backup_unlock(lock);
    return ok;
}

/* ---- once a day -------------------------------------------------------------------- */

static bool has_backup_of(const char *progress, struct day day, int day_start,
    struct arena *arena, bool *has, struct err *err)
{
    struct backup *backups;
    size_t count;
    *has = false;
    if (!backup_list(progress, arena, &backups, &count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        *has |= !backups[i].replaced &&
                day_of(backups[i].at_ms, day_start).number == day.number;
    return true;
}

static bool has_event_before(
    const char *progress, struct day day, bool *has, struct err *err)
{
    struct store *store = NULL;
    struct err ignored;
    char sql[80];
    int64_t found = 0;
    *has = false;
    if (!store_open(progress, STORE_READ, &store, &ignored))
        return true;
    snprintf(sql, sizeof sql, "SELECT 1 FROM event WHERE day < %d LIMIT 1", day.number);
    bool ok = store->db == NULL || store_number(store, sql, &found, err);
    *has = found != 0;
    store_close(store);
    return ok;
}

bool backup_daily(const char *progress, int64_t now_ms, int day_start, struct err *err)
{
    struct arena arena = { 0 };
    struct store_facts facts;
    struct day today = day_of(now_ms, day_start);
    const char *path, *folder = backup_folder(progress, &arena);
    bool done = false, due = false;
    int lock = -1;
    bool ok = has_backup_of(progress, today, day_start, &arena, &done, err) &&
              (done || has_event_before(progress, today, &due, err));
    if (ok && due) {
        /* Another process may make it, while this one waits for the lock. */
        lock = backup_lock(folder, err);
        ok = lock >= 0 && has_backup_of(progress, today, day_start, &arena, &done, err) &&
             (done || add_backup(progress, folder, now_ms, day_start, &arena, &path,
                          &facts, err));
        backup_unlock(lock);
    }
    arena_release(&arena);
    return ok;
}
