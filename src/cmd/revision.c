#include "cmd/revision.h"

#include "base/file.h"

#include <errno.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

bool revision_is(const char *name)
{
    return strchr(name, ':') != NULL && file_kind(name) == FILE_ABSENT;
}

/* The child: git with its output in the pipe; what it complains of goes where ours does. */
static void become_git(const char *name, const int pipe_ends[2])
{
    char *copy = mem_strdup(name);
    char *words[] = { (char[]){ "git" }, (char[]){ "show" }, (char[]){ "--no-textconv" },
        (char[]){ "--end-of-options" }, copy, NULL };
    if (dup2(pipe_ends[1], STDOUT_FILENO) >= 0) {
        close(pipe_ends[0]);
        close(pipe_ends[1]);
        execvp(words[0], words);
    }
    _exit(127);
}

static bool read_all(int fd, size_t limit, struct buf *out)
{
    char chunk[16 * 1024];
    for (;;) {
        ssize_t got = read(fd, chunk, sizeof chunk);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got == 0;
        buf_add_bytes(out, chunk, (size_t)got);
        if (out->len > limit)
            return false;
    }
}

static bool succeeded(pid_t child)
{
    int status = 0;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return false;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool revision_read(const char *name, size_t limit, struct buf *out, struct err *err)
{
    int pipe_ends[2];
    if (pipe(pipe_ends) != 0)
        return err_errno(err, "cannot start git for '%s'", name);
    pid_t child = fork();
    if (child == 0)
        become_git(name, pipe_ends);
    close(pipe_ends[1]);
    bool read = child > 0 && read_all(pipe_ends[0], limit, out);
    close(pipe_ends[0]);
    bool shown = child > 0 && succeeded(child);
    return (read && shown) ||
           err_set(err, ERR_INPUT,
               "cannot read '%s': it is no file, and git shows no such revision of one",
               name);
}
