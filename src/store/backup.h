/*
 * Copies of the progress file, and the way back.
 *
 * The folder PROGRESS-backups/ beside the progress file (0700, its files 0600) has them under
 * the local time at which they were made: 2026-11-20T081500+0100.db, and where that name is
 * taken ...+0100-2.db.  What a restore replaced is kept there too, byte for byte, as
 * 2026-11-20T081500+0100-replaced.db.
 *
 * Invariants
 *   1. A file with such a name is whole.  A copy has another name until it was forced to the
 *      disk and compared with the progress: SQLite finds its pages sound, and it has the same
 *      events (number and digest).  What a kill leaves has no name that is listed.
 *   2. The progress file is only read, until a restore puts another one in its place by one
 *      rename.  At any moment it is the old or the new one, whole.
 *   3. The newest sound backup is never removed; what a restore replaced never is.
 *   4. One process at a time works in the folder.
 *   5. A restored file is a new device: its next event cannot get a key that an event of the
 *      replaced file has.
 *
 * Instants come in as arguments, and so does the hour at which study days begin.
 */
#ifndef STORE_BACKUP_H
#define STORE_BACKUP_H

#include "base/arena.h"
#include "base/day.h"
#include "store/check.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct backup {
    const char *path, *name; // the name without ".db"
    int64_t at_ms;           // when it was made, whole seconds
    int64_t bytes;
    bool replaced; // what a restore replaced, sound or not
};

/* The backups of a progress file in `arena`, newest first; none is no error. */
MUST_USE bool backup_list(const char *progress, struct arena *arena,
    struct backup **backups, size_t *count, struct err *err);

/* The folder that has them; in `arena`. */
const char *backup_folder(const char *progress, struct arena *arena);

/*
 * Copies the progress into its folder, and removes older backups that need not be kept.
 * *path (in `arena`) and *facts say what was made.  An absent progress file is an error.
 */
MUST_USE bool backup_make(const char *progress, int64_t at_ms, int day_start,
    struct arena *arena, const char **path, struct store_facts *facts, struct err *err);

/* Copies the progress to a file, which must not exist. */
MUST_USE bool backup_copy(
    const char *progress, const char *path, struct store_facts *facts, struct err *err);

/*
 * Backs up before the first write of a study day: unless there is a backup of that day, or
 * the progress has no event of an earlier one.  A file that cannot be opened is left to
 * whoever opens it next: that is no error here.
 */
MUST_USE bool backup_daily(
    const char *progress, int64_t now_ms, int day_start, struct err *err);

/* How long backups are kept: the newest of each of so many days, weeks, months that have any. */
enum { BACKUP_DAYS = 7, BACKUP_WEEKS = 4, BACKUP_MONTHS = 12 };

/* Which of these days' backups (newest first) are kept. */
void backup_choose(const struct day *days, size_t count, bool *keep);

/*
 * Puts the backup in the place of the progress, which is kept in the folder first (*kept, in
 * `arena`; NULL: there was none), even if it is damaged.  *facts: what the progress is now.
 *
 * Errors (ERR_SYSTEM), with the progress as it was: a backup that is not sound, a process that
 * has the progress open, another program's file in its place, the system.
 */
MUST_USE bool backup_restore(const char *progress, const char *backup, int64_t at_ms,
    struct arena *arena, const char **kept, struct store_facts *facts, struct err *err);

#endif
