/*
 * A backup in the place of the progress.
 *
 * Order, so that a kill at any point leaves the old file or the new one:
 *   1. the backup is copied beside the progress, made a new device, and verified;
 *   2. other processes are locked out of the progress, if it can be opened at all; where there
 *      is none, an empty file is made first, which is as good as none and can be locked;
 *   3. the progress is copied into the folder as it is, byte for byte; a journal that could
 *      not be played back, because the file is damaged, is moved there with it;
 *   4. the copy of 1 is renamed over the progress.
 */
#include "store/backup_internal.h"

#include "base/file.h"
#include "store/internal.h"

#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- the new file ------------------------------------------------------------------ */

static bool renew_device(const char *path, struct err *err)
{
    struct store *store = NULL;
    bool ok = store_open(path, STORE_WRITE, &store, err) && store_begin(store, err) &&
              store_renew_device(store, err) && store_commit(store, err);
    store_close(store);
    return ok;
}

static bool prepare(const char *backup, const char *unfinished, struct store_facts *facts,
    struct err *err)
{
    struct store *from = NULL;
    bool ok = store_open(backup, STORE_READ, &from, err);
    if (ok && from->db == NULL)
        ok = err_set(err, ERR_INPUT, "'%s' holds no progress", backup);
    ok = ok && store_check_all(from, facts, err) &&
         backup_fill(from, unfinished, facts, err) && renew_device(unfinished, err) &&
         backup_verify(unfinished, facts, err);
    store_close(from);
    return ok;
}

/* ---- the present file -------------------------------------------------------------- */

/*
 * Who had the file open before it was locked would go on with it after it is replaced.  Who
 * comes now waits for the lock, and then finds that it has to open the new one.
 */
static bool is_alone(const struct store *present, struct err *err)
{
    long other = store_other_process(present->path);
    return other == 0 ||
           err_set(err, ERR_SYSTEM, "process %ld has '%s' open; end it, then try again",
               other, present->path);
}

/*
 * Opens the present file and keeps all others from it.  What is no progress (any more) is
 * nobody's to lock.  BEGIN EXCLUSIVE also plays a journal back; its own it keeps in memory, since
 * on the disk that would have the name of the new file's.
 */
static bool lock_out(struct store *present, bool *made, struct err *err)
{
    bool ok = file_create(present->path, "", 0, made, err) &&
              store_open_handle(present, SQLITE_OPEN_READWRITE, err) &&
              store_run(present, "PRAGMA journal_mode=MEMORY;BEGIN EXCLUSIVE", err) &&
              store_check_version(present, err) && store_check_place(present, err);
    return (ok || present->ruined) && is_alone(present, err);
}

/* The bytes of an open file, by SQLite's own hand: closing another would drop its lock. */
static bool read_bytes(struct store *store, struct buf *out, struct err *err)
{
    sqlite3_file *file = NULL;
    sqlite3_int64 size = 0;
    char chunk[64 * 1024];
    sqlite3_file_control(store->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    bool ok = file != NULL && file->pMethods != NULL &&
              file->pMethods->xFileSize(file, &size) == SQLITE_OK;
    for (sqlite3_int64 at = 0; ok && at < size; at += (sqlite3_int64)sizeof chunk) {
        sqlite3_int64 rest = size - at;
        int len = rest < (sqlite3_int64)sizeof chunk ? (int)rest : (int)sizeof chunk;
        ok = file->pMethods->xRead(file, chunk, len, at) == SQLITE_OK;
        buf_add_bytes(out, chunk, ok ? (size_t)len : 0);
    }
    return ok || err_set(err, ERR_SYSTEM, "cannot read '%s'", store->path);
}

static bool write_aside(const char *folder, const struct buf *bytes, const char *path,
    struct arena *arena, struct err *err)
{
    bool made;
    const char *unfinished =
        backup_unfinished(arena_printf(arena, "%s/backup", folder), arena);
    bool ok = file_create(unfinished, buf_text(bytes), bytes->len, &made, err) &&
              file_move(unfinished, path, err);
    if (!ok)
        backup_discard(unfinished);
    return ok;
}

/* A journal that lies there still belongs to bytes that are going away. */
static bool move_journal(const char *progress, const char *folder, const char *kept,
    struct arena *arena, struct err *err)
{
    struct buf bytes = { 0 };
    const char *journal = arena_printf(arena, "%s-journal", progress);
    if (file_kind(journal) == FILE_ABSENT)
        return true;
    bool ok = file_read(journal, INT_MAX, &bytes, err) &&
              write_aside(
                  folder, &bytes, arena_printf(arena, "%s-journal", kept), arena, err) &&
              (unlink(journal) == 0 || err_errno(err, "cannot remove '%s'", journal));
    buf_release(&bytes);
    return ok;
}

/* What was `made` here to be locked is not kept, and *kept becomes NULL - if it is still empty. */
static bool keep_present(struct store *present, bool made, const char *folder,
    const char **kept, struct arena *arena, struct err *err)
{
    struct buf bytes = { 0 };
    bool ok = read_bytes(present, &bytes, err);
    if (made && bytes.len == 0)
        *kept = NULL;
    else
        ok = ok && write_aside(folder, &bytes, *kept, arena, err);
    buf_release(&bytes);
    return ok;
}

/* Steps 2 to 4. */
static bool replace(const char *progress, const char *folder, const char *unfinished,
    const char **kept, struct arena *arena, struct err *err)
{
    struct store *present = store_make(progress);
    const char *aside = *kept;
    bool made;
    bool ok = lock_out(present, &made, err) &&
              keep_present(present, made, folder, kept, arena, err) &&
              move_journal(progress, folder, aside, arena, err) &&
              file_move(unfinished, progress, err);
    store_close(present);
    return ok;
}

/* ---- both -------------------------------------------------------------------------- */

/* A link stays, and the file that it names is replaced; NULL: it is no link. */
static char *linked_file(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0 && S_ISLNK(st.st_mode) ? realpath(path, NULL) : NULL;
}

static bool restore(const char *progress, const char *folder, const char *backup,
    const char **kept, struct arena *arena, struct store_facts *facts, struct err *err)
{
    char *target = linked_file(progress);
    const char *path = target != NULL ? target : progress;
    const char *unfinished = backup_unfinished(path, arena);
    bool ok = prepare(backup, unfinished, facts, err) &&
              replace(path, folder, unfinished, kept, arena, err);
    if (!ok)
        backup_discard(unfinished);
    free(target);
    return ok;
}

bool backup_restore(const char *progress, const char *backup, int64_t at_ms,
    struct arena *arena, const char **kept, struct store_facts *facts, struct err *err)
{
    const char *folder = backup_folder(progress, arena);
    if (file_same(progress, backup))
        return err_set(err, ERR_USAGE, "'%s' is the progress itself", backup);
    int lock = file_make_folder_of(progress, err) ? backup_lock(folder, err) : -1;
    *kept = backup_name(folder, at_ms, "-replaced", arena);
    bool ok = lock >= 0 && restore(progress, folder, backup, kept, arena, facts, err);
    backup_unlock(lock);
    return ok;
}
