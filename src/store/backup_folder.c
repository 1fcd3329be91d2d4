/*
 * The folder of backups: names, what is listed, what is kept.
 */
#include "store/backup_internal.h"

#include "base/buf.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define SUFFIX   ".db"
#define REPLACED "-replaced"

enum { TIME_NAME = 22 }; // bytes of "2026-11-20T081500+0100"

const char *backup_folder(const char *progress, struct arena *arena)
{
    return arena_printf(arena, "%s-backups", progress);
}

/* ---- one at a time ----------------------------------------------------------------- */

int backup_lock(const char *folder, struct err *err)
{
    if (!file_make_folder(folder, err))
        return -1;
    int lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (lock < 0) {
        err_errno(err, "cannot open the folder '%s'", folder);
        return -1;
    }
    int got;
    do
        got = flock(lock, LOCK_EX);
    while (got != 0 && errno == EINTR);
    return lock; // where a file system has no locks there is nothing to wait for
}

void backup_unlock(int lock)
{
    if (lock >= 0)
        close(lock);
}

/* ---- names ------------------------------------------------------------------------- */

/* The instant without its colons, which some file systems do not take. */
static void add_time_name(struct buf *out, int64_t at_ms)
{
    char text[INSTANT_TEXT];
    instant_format(at_ms - at_ms % SECOND_MS, text);
    for (const char *c = text; *c != '\0'; c++)
        if (*c != ':')
            buf_add_char(out, *c);
}

const char *backup_name(
    const char *folder, int64_t at_ms, const char *what, struct arena *arena)
{
    struct buf time = { 0 };
    add_time_name(&time, at_ms);
    const char *path = arena_printf(arena, "%s/%s%s" SUFFIX, folder, time.text, what);
    for (int n = 2; file_kind(path) != FILE_ABSENT; n++)
        path = arena_printf(arena, "%s/%s%s-%d" SUFFIX, folder, time.text, what, n);
    buf_release(&time);
    return path;
}

/* Reads "TIME", "TIME-replaced", and either with "-N" behind it. */
static bool parse_name(const char *name, struct backup *backup)
{
    struct buf time = { 0 };
    if (strlen(name) < TIME_NAME)
        return false;
    for (size_t i = 0; i < TIME_NAME; i++) {
        if (i == 13 || i == 15 || i == 20) // where an instant has colons
            buf_add_char(&time, ':');
        buf_add_char(&time, name[i]);
    }
    bool ok = instant_parse(time.text, &backup->at_ms);
    buf_release(&time);
    const char *rest = name + TIME_NAME;
    backup->replaced = strncmp(rest, REPLACED, strlen(REPLACED)) == 0;
    rest += backup->replaced ? strlen(REPLACED) : 0;
    return ok &&
           (rest[0] == '\0' || (rest[0] == '-' && rest[1] != '\0' &&
                                   strspn(rest + 1, "0123456789") == strlen(rest + 1)));
}

/* ---- listing ----------------------------------------------------------------------- */

/* What lies deeper in the folder was put there by somebody else. */
static bool take_path(
    const char *folder, const char *path, struct arena *arena, struct backup *backup)
{
    struct stat st;
    const char *base = path + strlen(folder) + 1;
    const char *name = arena_strndup(arena, base, strlen(base) - strlen(SUFFIX));
    *backup = (struct backup){ .path = path, .name = name };
    if (!parse_name(name, backup) || stat(path, &st) != 0)
        return false;
    backup->bytes = (int64_t)st.st_size;
    return true;
}

static int newest_first(const void *a, const void *b)
{
    const struct backup *left = a, *right = b;
    if (left->at_ms != right->at_ms)
        return left->at_ms > right->at_ms ? -1 : 1;
    size_t lengths[2] = { strlen(left->name), strlen(right->name) };
    if (lengths[0] != lengths[1]) // "-10" was made after "-9"
        return lengths[0] > lengths[1] ? -1 : 1;
    return strcmp(right->name, left->name);
}

bool backup_list(const char *progress, struct arena *arena, struct backup **backups,
    size_t *count, struct err *err)
{
    struct file_list files = { 0 };
    const char *folder = backup_folder(progress, arena);
    *backups = NULL;
    *count = 0;
    if (file_kind(folder) == FILE_ABSENT)
        return true;
    if (!file_list_folder(folder, SUFFIX, arena, &files, err)) {
        err->kind = ERR_SYSTEM;
        return false;
    }
    *backups = arena_alloc(arena, files.count * sizeof **backups);
    for (size_t i = 0; i < files.count; i++)
        *count += take_path(folder, files.paths[i], arena, &(*backups)[*count]);
    if (*count > 0)
        qsort(*backups, *count, sizeof **backups, newest_first);
    return true;
}

/* ---- keeping ----------------------------------------------------------------------- */

/* 1970-01-01 was a Thursday: weeks begin on Monday. */
static int32_t week_of(struct day day)
{
    int32_t from_monday = day.number + 3;
    return (from_monday >= 0 ? from_monday : from_monday - 6) / 7;
}

static int32_t month_of(struct day day)
{
    int year, month, date;
    day_to_civil(day, &year, &month, &date);
    return year * 12 + month;
}

static int32_t number_of(struct day day)
{
    return day.number;
}

/* Keeps the newest of each of the first `most` periods. */
static void keep_newest(const struct day *days, size_t count, int most,
    int32_t (*period_of)(struct day day), bool *keep)
{
    int32_t last = 0;
    int periods = 0;
    for (size_t i = 0; i < count; i++) {
        int32_t period = period_of(days[i]);
        if (periods > 0 && period == last)
            continue;
        if (periods++ == most)
            return;
        last = period;
        keep[i] = true;
    }
}

void backup_choose(const struct day *days, size_t count, bool *keep)
{
    memset(keep, 0, count * sizeof *keep);
    keep_newest(days, count, BACKUP_DAYS, number_of, keep);
    keep_newest(days, count, BACKUP_WEEKS, week_of, keep);
    keep_newest(days, count, BACKUP_MONTHS, month_of, keep);
}

static bool remove_others(
    const struct backup *backups, const bool *keep, size_t count, struct err *err)
{
    for (size_t i = 0; i < count; i++)
        if (!keep[i] && unlink(backups[i].path) != 0 && errno != ENOENT)
            return err_errno(err, "cannot remove the old backup '%s'", backups[i].path);
    return true;
}

bool backup_thin(const char *progress, int day_start, struct err *err)
{
    struct arena arena = { 0 };
    struct backup *backups;
    size_t all, count = 0;
    bool ok = backup_list(progress, &arena, &backups, &all, err);
    struct day *days = arena_alloc(&arena, all * sizeof *days);
    bool *keep = arena_alloc(&arena, all * sizeof *keep);
    for (size_t i = 0; ok && i < all; i++)
        if (!backups[i].replaced) {
            backups[count] = backups[i];
            days[count++] = day_of(backups[i].at_ms, day_start);
        }
    backup_choose(days, count, keep);
    ok = ok && remove_others(backups, keep, count, err);
    arena_release(&arena);
    return ok;
}
