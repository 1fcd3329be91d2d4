/*
 * Who else is at the file, as far as /proc tells: of processes that this user may not look at,
 * and on other systems, nothing is known.
 *
 * Nothing here opens the file: closing it again would drop the locks that SQLite holds.
 */
#include "store/internal.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

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

long store_other_process(const char *path)
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

/*
 * A line of /proc/locks: "1: POSIX  ADVISORY  WRITE 4711 fe:00:1234 1073741824 1073742335".
 * Its device is not always the one that stat() gives, so whether it is this file is left to
 * process_has_open().
 */
static bool is_write_lock(const char *line, const struct stat *file, long *pid)
{
    unsigned long long inode;
    return sscanf(line, "%*d: POSIX %*s WRITE %ld %*x:%*x:%llu", pid, &inode) == 2 &&
           inode == file->st_ino;
}

long store_writer(const char *path)
{
    struct stat file;
    char line[200];
    long found = 0;
    FILE *locks = stat(path, &file) == 0 ? fopen("/proc/locks", "re") : NULL;
    if (locks == NULL)
        return 0;
    while (found == 0 && fgets(line, sizeof line, locks) != NULL) {
        long pid;
        char name[24];
        if (!is_write_lock(line, &file, &pid) || pid == (long)getpid())
            continue;
        snprintf(name, sizeof name, "%ld", pid);
        found = process_has_open(name, &file) ? pid : 0;
    }
    fclose(locks);
    return found;
}
