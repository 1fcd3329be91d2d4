#include "ui/busy.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

/* The alarm belongs to the process, and so does what it has to show: file scope. */
static volatile sig_atomic_t shown;
static char line[64];
static size_t line_len; // 0: nothing is going on
static struct sigaction old_action;

static void put(const char *text, size_t len)
{
    ssize_t written = write(STDERR_FILENO, text, len);
    (void)written; // what cannot be shown is not missed
}

static void show(int number)
{
    (void)number;
    int before = errno;
    put(line, line_len);
    shown = 1;
    errno = before;
}

static void set_alarm(int ms)
{
    struct itimerval timer = { .it_value = { ms / 1000, ms % 1000 * 1000 } };
    setitimer(ITIMER_REAL, &timer, NULL);
}

/* Blanks wipe what an earlier, longer line left behind. */
static void set_line(const char *words)
{
    size_t before = line_len;
    line_len = (size_t)snprintf(line, sizeof line, "\r%s", words);
    if (line_len >= sizeof line)
        line_len = sizeof line - 1;
    if (line_len < before) {
        memset(line + line_len, ' ', before - line_len);
        line_len = before;
    }
}

void busy_begin(const struct term *err_out, const char *words)
{
    struct sigaction action = { .sa_handler = show, .sa_flags = SA_RESTART };
    if (!err_out->interactive)
        return;
    shown = 0;
    set_line(words);
    sigaction(SIGALRM, &action, &old_action);
    set_alarm(BUSY_AFTER_MS);
}

void busy_say(const char *words)
{
    sigset_t alarm, before;
    if (line_len == 0)
        return;
    sigemptyset(&alarm);
    sigaddset(&alarm, SIGALRM);
    sigprocmask(SIG_BLOCK, &alarm, &before); // it may be about to show the line
    set_line(words);
    if (shown)
        put(line, line_len);
    sigprocmask(SIG_SETMASK, &before, NULL);
}

void busy_end(void)
{
    if (line_len == 0)
        return;
    set_alarm(0);
    sigaction(SIGALRM, &old_action, NULL);
    if (shown) {
        memset(line + 1, ' ', line_len - 1);
        put(line, line_len);
        put("\r", 1);
    }
    line_len = 0;
}
