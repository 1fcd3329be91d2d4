#include "cmd/editor.h"

#include "base/buf.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_WORDS = 16 };

/* How an editor is told the line; all others understand "+LINE FILE". */
enum line_style { LINE_PLUS, LINE_COLON, LINE_GOTO, LINE_NONE };

static const struct {
    const char *name;
    enum line_style style;
} styles[] = {
    { "code", LINE_GOTO },
    { "codium", LINE_GOTO },
    { "hx", LINE_COLON },
    { "helix", LINE_COLON },
    { "subl", LINE_COLON },
    { "ed", LINE_NONE },
    { "true", LINE_NONE },
};

/* The editor's command line; the words point into `command`. */
struct arguments {
    char *command;
    char *words[MOST_WORDS + 3]; // room for the line, the file, and NULL
    size_t count;
    char place[32];
    struct buf file;
};

static const char *editor_of(void)
{
    const char *names[] = { "VISUAL", "EDITOR" };
    for (size_t i = 0; i < 2; i++) {
        const char *editor = getenv(names[i]);
        if (editor != NULL && editor[strspn(editor, " ")] != '\0')
            return editor;
    }
    return "vi";
}

static void split(struct arguments *arguments)
{
    char *rest = arguments->command, *word;
    while (arguments->count < MOST_WORDS && (word = strsep(&rest, " ")) != NULL)
        if (*word != '\0')
            arguments->words[arguments->count++] = word;
}

static enum line_style style_of(const char *program)
{
    const char *slash = strrchr(program, '/');
    const char *name = slash != NULL ? slash + 1 : program;
    for (size_t i = 0; i < sizeof styles / sizeof styles[0]; i++)
        if (strcmp(styles[i].name, name) == 0)
            return styles[i].style;
    return LINE_PLUS;
}

static void add_place(struct arguments *arguments, const char *path, int line)
{
    enum line_style style = style_of(arguments->words[0]);
    buf_add(&arguments->file, path);
    if (style == LINE_PLUS) {
        snprintf(arguments->place, sizeof arguments->place, "+%d", line);
        arguments->words[arguments->count++] = arguments->place;
    } else if (style != LINE_NONE) {
        buf_addf(&arguments->file, ":%d", line);
    }
    if (style == LINE_GOTO) {
        snprintf(arguments->place, sizeof arguments->place, "--goto");
        arguments->words[arguments->count++] = arguments->place;
    }
    arguments->words[arguments->count++] = arguments->file.text;
}

/* The child has its signals as the program had them before it read lines. */
static void become(char *const *words)
{
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGINT, SIG_DFL);
    signal(SIGTSTP, SIG_DFL);
    execvp(words[0], words);
    _exit(127);
}

static bool wait_for(pid_t child, const char *editor, struct err *err)
{
    int status;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return err_errno(err, "cannot wait for the editor '%s'", editor);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return true;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
        return err_set(err, ERR_USAGE,
            "cannot start the editor '%s'; set VISUAL or EDITOR to one that is installed",
            editor);
    return err_set(
        err, ERR_USAGE, "the editor '%s' failed; the file is read as it is now", editor);
}

bool editor_run(const char *path, int line, struct err *err)
{
    struct arguments arguments = { .command = mem_strdup(editor_of()) };
    char *absolute = realpath(path, NULL);
    bool ok = absolute != NULL || err_errno(err, "cannot open '%s'", path);
    if (ok) {
        split(&arguments);
        add_place(&arguments, absolute, line);
        pid_t child = fork();
        if (child == 0)
            become(arguments.words);
        ok = child > 0 ? wait_for(child, arguments.words[0], err)
                       : err_errno(err, "cannot start the editor");
    }
    buf_release(&arguments.file);
    free(arguments.command);
    free(absolute);
    return ok;
}
