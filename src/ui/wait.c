#include "ui/wait.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <sys/select.h>
#include <sys/time.h>
#include <unistd.h>

/* Signals are delivered to a process, so their state is the process's: file scope. */
static volatile sig_atomic_t ended_by; // INT, HUP or TERM, 0: none
static volatile sig_atomic_t stopped, resized, late;
static sigset_t held, before; // signal masks while open, and outside

static const int signals[] = { SIGINT, SIGHUP, SIGTERM, SIGTSTP, SIGWINCH, SIGALRM };
static struct sigaction old_actions[sizeof signals / sizeof signals[0]];

static void note_signal(int number)
{
    if (number == SIGTSTP)
        stopped = 1;
    else if (number == SIGWINCH)
        resized = 1;
    else if (number == SIGALRM)
        late = 1;
    else
        ended_by = number;
}

void wait_begin(bool interactive)
{
    struct sigaction action = { .sa_handler = note_signal };
    if (ended_by == SIGINT)
        ended_by = 0; // who was asked to end stays asked
    stopped = resized = late = 0;
    sigemptyset(&held);
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
        if (signals[i] == SIGTSTP && !interactive)
            continue;
        sigaddset(&held, signals[i]);
        sigaction(signals[i], &action, &old_actions[i]);
    }
    sigprocmask(SIG_BLOCK, &held, &before);
}

void wait_end(void)
{
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++)
        if (sigismember(&held, signals[i]) == 1)
            sigaction(signals[i], &old_actions[i], NULL);
    sigprocmask(SIG_SETMASK, &before, NULL);
}

void wait_limit(int64_t ms)
{
    struct itimerval timer = { .it_value = {
                                   .tv_sec = ms / 1000, .tv_usec = ms % 1000 * 1000 } };
    late = 0;
    setitimer(ITIMER_REAL, &timer, NULL);
}

/* Lets signals in that came meanwhile: pselect would not, while there is something to read. */
static void take_signals(void)
{
    sigprocmask(SIG_SETMASK, &before, NULL);
    sigprocmask(SIG_BLOCK, &held, NULL);
}

/*
 * Stops as if ^Z had not been caught.  Then the system sees to it that a program which no shell
 * could wake again (started by ssh, or as a window of its own) is not stopped at all; of
 * SIGSTOP it would never come back.
 */
static void stop_here(void)
{
    struct sigaction by_default = { .sa_handler = SIG_DFL }, ours;
    sigset_t stop_signal;
    sigemptyset(&stop_signal);
    sigaddset(&stop_signal, SIGTSTP);
    sigaction(SIGTSTP, &by_default, &ours);
    raise(SIGTSTP);
    sigprocmask(SIG_UNBLOCK, &stop_signal, NULL); // here it stops, and goes on
    sigprocmask(SIG_BLOCK, &stop_signal, NULL);
    sigaction(SIGTSTP, &ours, NULL);
}

static void call(void (*hook)(void))
{
    if (hook != NULL)
        hook();
}

/* Follows a new window size, and stops for a ^Z. */
static void heed_signals(const struct wait_hooks *hooks)
{
    if (resized) {
        resized = 0;
        call(hooks->resize);
    }
    if (stopped) {
        stopped = 0;
        call(hooks->stop);
        stop_here();
        call(hooks->go);
    }
}

/* ^C ends one wait; who was asked to end is asked at each. */
enum wait_result wait_asked_to_end(void)
{
    int number = ended_by;
    if (number == SIGINT)
        ended_by = 0;
    if (number == 0)
        return WAIT_BYTE;
    return number == SIGINT ? WAIT_INTERRUPT : WAIT_HANGUP;
}

enum wait_result wait_for_byte(
    const struct wait_hooks *hooks, const struct timespec *timeout)
{
    for (;;) {
        fd_set in;
        take_signals();
        heed_signals(hooks);
        enum wait_result asked = wait_asked_to_end();
        if (asked != WAIT_BYTE)
            return asked;
        if (late)
            return WAIT_LATE;
        FD_ZERO(&in);
        FD_SET(STDIN_FILENO, &in);
        int ready = pselect(STDIN_FILENO + 1, &in, NULL, NULL, timeout, &before);
        if (ready == 0)
            return WAIT_LATE;
        if (ready > 0 || errno != EINTR)
            return WAIT_BYTE; // after a fault reading will say what is wrong
    }
}
