/*
 * Files and folders, opened with suspicion.
 *
 * Only regular files are read, and only up to a limit: a FIFO or a device in a deck folder
 * must neither hang nor exhaust the program.  Everything made here is private (0700, 0600).
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum file_kind { FILE_ABSENT, FILE_REGULAR, FILE_FOLDER, FILE_OTHER };

/* What is there; symbolic links are followed. */
enum file_kind file_kind(const char *path);

/* Which file it is, whatever path leads to it; false if there is none. */
struct file_id {
    uint64_t device, inode;
};

bool file_identify(const char *path, struct file_id *id);
bool file_same(const char *path, const char *other);

/* Appends the whole file, at most `limit` bytes (ERR_INPUT beyond). */
MUST_USE bool file_read(const char *path, size_t limit, struct buf *out, struct err *err);

/* The same for standard input, of whatever kind, up to its end. */
MUST_USE bool file_read_input(size_t limit, struct buf *out, struct err *err);

/* Makes the folder and those above it where they are missing, mode 0700. */
MUST_USE bool file_make_folder(const char *path, struct err *err);

/* The same for the folder that a file is, or will be, in. */
MUST_USE bool file_make_folder_of(const char *path, struct err *err);

/*
 * Replaces the file by `text`: written beside it, synced, renamed, the folder synced; mode
 * 0600 for a new file, else the old one's.  A link stays, and the file it names is
 * replaced.  On failure the old file is untouched.
 */
MUST_USE bool file_replace(
    const char *path, const char *text, size_t len, struct err *err);

/*
 * Writes a new file, mode 0600, synced.  What is there already stays as it is, and *made is
 * false; that is no error.  On failure nothing is left behind.
 */
MUST_USE bool file_create(
    const char *path, const char *text, size_t len, bool *made, struct err *err);

/*
 * Gives a finished file its name, in the place of what may be there: the file is forced to the
 * disk, renamed, and then the folder forced.  On failure the file may have either name, and is
 * whole under both.
 */
MUST_USE bool file_move(const char *from, const char *path, struct err *err);

/*
 * Keeps other processes that call this for a file of the same folder waiting, until file_unlock():
 * for changes that are worked out from what the file holds.  After 5 seconds it is not one of
 * these who has the lock, and where there are no locks nobody has: then it goes on without.
 */
int file_lock_folder_of(const char *path);
void file_unlock(int lock);

struct file_list {
    const char **paths; // in the arena
    size_t count, capacity;
};

/*
 * Appends the regular files below `folder` whose name ends in `suffix`, in byte order of
 * their paths.  Hidden entries and links to folders are left out.  A folder within that cannot
 * be opened is listed in place of its files: who reads it learns why.
 */
MUST_USE bool file_list_folder(const char *folder, const char *suffix,
    struct arena *arena, struct file_list *out, struct err *err);

#endif
