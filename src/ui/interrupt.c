#include "ui/interrupt.h"

#include <signal.h>
#include <stddef.h>

/* A signal is delivered to a process, so this is the process's: file scope. */
static volatile sig_atomic_t came;
static int depth;
static struct sigaction old_action;

static void note(int number)
{
    (void)number;
    came = 1;
}

void interrupt_begin(void)
{
    struct sigaction action = { .sa_handler = note, .sa_flags = SA_RESTART };
    if (depth++ > 0)
        return;
    came = 0;
    sigaction(SIGINT, &action, &old_action);
}

void interrupt_end(void)
{
    if (--depth == 0)
        sigaction(SIGINT, &old_action, NULL);
}

bool interrupt_came(void)
{
    return came != 0;
}
