#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { FOLDER_DEPTH = 32, LOCK_NAPS = 500 };

enum file_kind file_kind(const char *path)
{
    struct stat st;
    if (stat(path, &st) != 0)
        return FILE_ABSENT;
    if (S_ISREG(st.st_mode))
        return FILE_REGULAR;
    return S_ISDIR(st.st_mode) ? FILE_FOLDER : FILE_OTHER;
}

bool file_identify(const char *path, struct file_id *id)
{
    struct stat st;
    if (stat(path, &st) != 0)
        return false;
    *id = (struct file_id){ (uint64_t)st.st_dev, (uint64_t)st.st_ino };
    return true;
}

bool file_same(const char *path, const char *other)
{
    struct file_id left, right;
    return file_identify(path, &left) && file_identify(other, &right) &&
           left.device == right.device && left.inode == right.inode;
}

static bool read_all(
    int fd, const char *path, size_t limit, struct buf *out, struct err *err)
{
    char chunk[64 * 1024];
    size_t total = 0;
    for (;;) {
        ssize_t got = read(fd, chunk, sizeof chunk);
        if (got == 0)
            return true;
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return err_errno(err, "cannot read '%s'", path);
        total += (size_t)got;
        if (total > limit)
            return err_set(err, ERR_INPUT, "'%s' is larger than %zu MiB; split the file",
                path, limit >> 20);
        buf_add_bytes(out, chunk, (size_t)got);
    }
}

bool file_read(const char *path, size_t limit, struct buf *out, struct err *err)
{
    struct stat st;
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        err_errno(err, "cannot open '%s'", path);
        err->kind = ERR_INPUT;
        return false;
    }
    bool ok = fstat(fd, &st) == 0 || err_errno(err, "cannot read '%s'", path);
    if (ok && !S_ISREG(st.st_mode))
        ok = err_set(err, ERR_INPUT, "'%s' is not a regular file", path);
    ok = ok && read_all(fd, path, limit, out, err);
    close(fd);
    return ok;
}

bool file_read_input(size_t limit, struct buf *out, struct err *err)
{
    return read_all(STDIN_FILENO, "standard input", limit, out, err);
}

bool file_make_folder(const char *path, struct err *err)
{
    char *copy = mem_strdup(path);
    bool ok = true;
    for (char *at = copy; ok && *at != '\0'; at++) {
        if (*at != '/' || at == copy)
            continue;
        *at = '\0';
        ok = mkdir(copy, 0700) == 0 || errno == EEXIST;
        *at = '/';
    }
    ok = ok && (mkdir(copy, 0700) == 0 || errno == EEXIST);
    if (ok && file_kind(path) != FILE_FOLDER) {
        errno = ENOTDIR;
        ok = false;
    }
    if (!ok)
        err_errno(err, "cannot make the folder '%s'", path);
    free(copy);
    return ok;
}

bool file_make_folder_of(const char *path, struct err *err)
{
    char *folder = mem_strdup(path);
    char *slash = strrchr(folder, '/');
    bool ok = true;
    if (slash != NULL && slash != folder) {
        *slash = '\0';
        ok = file_kind(folder) == FILE_FOLDER || file_make_folder(folder, err);
    }
    free(folder);
    return ok;
}

static bool sync_folder_of(const char *path)
{
    char *folder = mem_strdup(path);
    char *slash = strrchr(folder, '/');
    if (slash != NULL)
        slash[slash == folder ? 1 : 0] = '\0';
    int fd = open(slash != NULL ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = fd >= 0 && fsync(fd) == 0;
    if (fd >= 0)
        close(fd);
    free(folder);
    return ok;
}

static bool write_all(int fd, const char *text, size_t len)
{
    while (len > 0) {
        ssize_t put = write(fd, text, len);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        text += put;
        len -= (size_t)put;
    }
    return true;
}

static bool replace(const char *path, const char *text, size_t len)
{
    struct stat st;
    mode_t mode = stat(path, &st) == 0 ? st.st_mode & 0777 : 0600;
    struct buf temporary = { 0 };
    buf_addf(&temporary, "%s.XXXXXX", path);
    int fd = mkstemp(temporary.text);
    bool ok =
        fd >= 0 && fchmod(fd, mode) == 0 && write_all(fd, text, len) && fsync(fd) == 0;
    if (fd >= 0 && close(fd) != 0)
        ok = false;
    ok = ok && rename(temporary.text, path) == 0 && sync_folder_of(path);
    int number = errno;
    if (!ok && fd >= 0)
        unlink(temporary.text);
    buf_release(&temporary);
    errno = number;
    return ok;
}

bool file_create(
    const char *path, const char *text, size_t len, bool *made, struct err *err)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    *made = fd >= 0;
    if (fd < 0)
        return errno == EEXIST || err_errno(err, "cannot write '%s'", path);
    bool ok = (write_all(fd, text, len) && fsync(fd) == 0 && sync_folder_of(path)) ||
              err_errno(err, "cannot write '%s'", path);
    close(fd);
    if (!ok)
        unlink(path);
    return ok;
}

bool file_replace(const char *path, const char *text, size_t len, struct err *err)
{
    char *target = realpath(path, NULL);
    bool ok = replace(target != NULL ? target : path, text, len) ||
              err_errno(err, "cannot write '%s'", path);
    free(target);
    return ok;
}

static bool sync_file(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    bool ok = fd >= 0 && fsync(fd) == 0;
    if (fd >= 0)
        close(fd);
    return ok;
}

bool file_move(const char *from, const char *path, struct err *err)
{
    return (sync_file(from) && rename(from, path) == 0 && sync_folder_of(path)) ||
           err_errno(err, "cannot write '%s'", path);
}

int file_lock_folder_of(const char *path)
{
    const struct timespec nap = { .tv_nsec = 10 * 1000000 };
    const char *slash = strrchr(path, '/');
    struct buf folder = { 0 };
    buf_add_bytes(&folder, path, slash != NULL ? (size_t)(slash - path) + 1 : 0);
    int lock =
        open(slash != NULL ? folder.text : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    for (int i = 0;
         i < LOCK_NAPS && flock(lock, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
         i++)
        nanosleep(&nap, NULL);
    buf_release(&folder);
    return lock;
}

void file_unlock(int lock)
{
    if (lock >= 0)
        close(lock);
}

static bool ends_with(const char *text, const char *suffix)
{
    size_t len = strlen(text), tail = strlen(suffix);
    return len >= tail && strcmp(text + len - tail, suffix) == 0;
}

static void add_path(const char *path, struct arena *arena, struct file_list *out)
{
    out->paths =
        arena_grow(arena, out->paths, out->count, &out->capacity, sizeof *out->paths);
    out->paths[out->count++] = path;
}

static void add_entry(const char *path, const char *suffix, int depth,
    struct arena *arena, struct file_list *out);

static void add_folder(const char *folder, const char *suffix, int depth, DIR *dir,
    struct arena *arena, struct file_list *out)
{
    const char *slash = ends_with(folder, "/") ? "" : "/";
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;)
        if (entry->d_name[0] != '.')
            add_entry(arena_printf(arena, "%s%s%s", folder, slash, entry->d_name), suffix,
                depth, arena, out);
}

static void add_entry(const char *path, const char *suffix, int depth,
    struct arena *arena, struct file_list *out)
{
    struct stat st;
    if (lstat(path, &st) != 0) {
        if (errno != ENOENT && ends_with(path, suffix))
            add_path(path, arena, out);
    } else if (S_ISDIR(st.st_mode) && depth < FOLDER_DEPTH) {
        DIR *dir = opendir(path);
        if (dir == NULL) {
            add_path(path, arena, out);
            return;
        }
        add_folder(path, suffix, depth + 1, dir, arena, out);
        closedir(dir);
    } else if (ends_with(path, suffix) && file_kind(path) == FILE_REGULAR) {
        add_path(path, arena, out);
    }
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool file_list_folder(const char *folder, const char *suffix, struct arena *arena,
    struct file_list *out, struct err *err)
{
    size_t first = out->count;
    DIR *dir = opendir(folder);
    if (dir == NULL) {
        err_errno(err, "cannot open the folder '%s'", folder);
        err->kind = ERR_INPUT;
        return false;
    }
    add_folder(folder, suffix, 0, dir, arena, out);
    closedir(dir);
    if (out->count > first)
        qsort(out->paths + first, out->count - first, sizeof *out->paths, by_bytes);
    return true;
}
