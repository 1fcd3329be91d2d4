#include "cmd/job.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* Signals are delivered to a process, so this is the process's: file scope. */
static volatile sig_atomic_t asked_to_end;
static volatile pid_t worker; // known whenever pass_on() may run

static void pass_on(int number)
{
    asked_to_end = 1;
    kill(worker, number);
}

/* What the waiting process does meanwhile; the worker has all of it as it was before. */
static const struct {
    int number;
    void (*handler)(int number);
} meanwhile[] = { { SIGINT, SIG_IGN }, { SIGTSTP, SIG_IGN }, { SIGHUP, pass_on },
    { SIGTERM, pass_on } };

enum { SIGNALS = sizeof meanwhile / sizeof *meanwhile };

struct signals {
    sigset_t mask;
    struct sigaction actions[SIGNALS];
};

/* Holds them back until the worker is known; one that is ignored stays so. */
static void set_signals(struct signals *before)
{
    sigset_t held;
    sigemptyset(&held);
    for (size_t i = 0; i < SIGNALS; i++)
        sigaddset(&held, meanwhile[i].number);
    sigprocmask(SIG_BLOCK, &held, &before->mask);
    for (size_t i = 0; i < SIGNALS; i++) {
        struct sigaction action = { .sa_handler = meanwhile[i].handler };
        sigaction(meanwhile[i].number, NULL, &before->actions[i]);
        if (before->actions[i].sa_handler != SIG_IGN)
            sigaction(meanwhile[i].number, &action, NULL);
    }
}

static void restore_signals(const struct signals *before)
{
    for (size_t i = 0; i < SIGNALS; i++)
        sigaction(meanwhile[i].number, &before->actions[i], NULL);
    sigprocmask(SIG_SETMASK, &before->mask, NULL);
}

static void stop_too(void)
{
    struct sigaction by_default = { .sa_handler = SIG_DFL }, ours;
    sigaction(SIGTSTP, &by_default, &ours);
    raise(SIGTSTP);
    sigaction(SIGTSTP, &ours, NULL);
}

/* A worker that ^Z stops has its terminal to put in order first: so this one stops after it. */
static void wait_for_end(void)
{
    int status;
    for (bool ended = false; !ended;) {
        pid_t pid = waitpid(worker, &status, WUNTRACED);
        if (pid > 0 && WIFSTOPPED(status))
            stop_too();
        else
            ended = pid > 0 || errno != EINTR;
    }
}

bool job_run(void (*work)(void *context), void *context)
{
    struct signals before;
    asked_to_end = 0;
    fflush(NULL); // or both would write it
    set_signals(&before);
    worker = fork();
    if (worker > 0) {
        sigprocmask(SIG_SETMASK, &before.mask, NULL);
        wait_for_end();
    }
    restore_signals(&before);
    if (worker <= 0)
        work(context);
    if (worker == 0)
        exit(EXIT_SUCCESS);
    return asked_to_end == 0;
}
