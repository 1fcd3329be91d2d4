/*
 * Work in a process of its own, as a shell runs commands: ^C ends it, and not who waits for it.
 *
 * It has the terminal, the streams and a copy of all memory; nothing of what it changes there
 * comes back.  ^Z stops both.  Who is asked to end (HUP, TERM) meanwhile passes that on, and
 * waits for the end of the work.
 */
#ifndef CMD_JOB_H
#define CMD_JOB_H

#include <stdbool.h>

/*
 * Does the work and waits for its end, however it ends; where the system gives no process, it
 * is done in this one.  Returns false if the program was asked to end meanwhile.
 */
bool job_run(void (*work)(void *context), void *context);

#endif
