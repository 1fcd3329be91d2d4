/*
 * Waiting for something to read, the only moment at which a signal may come.
 *
 * From wait_begin to wait_end INT, HUP, TERM, TSTP, WINCH and ALRM are held back except while
 * waiting: none of them ever interrupts the saving of an answer.
 */
#ifndef UI_WAIT_H
#define UI_WAIT_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

enum wait_result {
    WAIT_BYTE,      // there is something to read, or the end of it
    WAIT_INTERRUPT, // INT
    WAIT_HANGUP,    // HUP, TERM
    WAIT_LATE,      // nothing came in time
};

/* What frames a stop by ^Z, and what follows a new window size; NULL: nothing. */
struct wait_hooks {
    void (*stop)(void);
    void (*go)(void);
    void (*resize)(void);
};

/* `interactive`: of a terminal, where ^Z is heeded, too. */
void wait_begin(bool interactive);
void wait_end(void);

/* After so many milliseconds every wait ends with WAIT_LATE; 0: there is no limit any more. */
void wait_limit(int64_t ms);

/* Has the program been asked to end already?  WAIT_INTERRUPT or WAIT_HANGUP, else WAIT_BYTE. */
enum wait_result wait_asked_to_end(void);

/* Waits for a byte of standard input, `timeout` long or for ever (NULL). */
enum wait_result wait_for_byte(
    const struct wait_hooks *hooks, const struct timespec *timeout);

#endif
