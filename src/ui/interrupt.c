#include "ui/interrupt.h"

#include <signal.h>
#include <stddef.h>
#include <unistd.h>

/* INT is held until this returns, and then does what it does by default. */
static void say_stopped(int number)
{
    static const char words[] =
        "\nquaestor: stopped\n"; // below ^C, and what was going on
    ssize_t written = write(STDERR_FILENO, words, sizeof words - 1);
    (void)written; // what cannot be shown is not missed
    signal(number, SIG_DFL);
    raise(number);
}

void interrupt_say(void)
{
    struct sigaction action = { .sa_handler = say_stopped }, old;
    sigaction(SIGINT, &action, &old);
    if (old.sa_handler == SIG_IGN)
        sigaction(SIGINT, &old, NULL);
}
