/*
 * What making backups and restoring share: the folder, and one careful copy.
 */
#ifndef STORE_BACKUP_INTERNAL_H
#define STORE_BACKUP_INTERNAL_H

#include "store/backup.h"

/* Makes the folder where it is missing, and waits for its lock; -1 with err. */
int backup_lock(const char *folder, struct err *err);
void backup_unlock(int lock);

/* A new name in the folder; `what` is "" or "-replaced". */
const char *backup_name(
    const char *folder, int64_t at_ms, const char *what, struct arena *arena);

/* The name of a copy that is being made; what a kill left of one before is removed. */
const char *backup_unfinished(const char *path, struct arena *arena);

/* Removes an unfinished copy. */
void backup_discard(const char *path);

/* Copies the events and all else of an open store to the new file `path`, and compares. */
MUST_USE bool backup_fill(
    struct store *from, const char *path, struct store_facts *facts, struct err *err);

/* Is the file sound, and are these its events? */
MUST_USE bool backup_verify(
    const char *path, const struct store_facts *want, struct err *err);

/* Removes the backups that need not be kept any more; the newest one is sound. */
MUST_USE bool backup_thin(const char *progress, int day_start, struct err *err);

#endif
