/*
 * ^C while the program works: says that it stopped, and ends it as the signal would have.
 *
 * Nothing has to ask whether it came, so it is heard at once, whatever the work is; what is
 * being written is left as a kill leaves it.  At the prompt each line is a process of its own
 * (cmd/job.h), so only that one ends.  While a key is waited for, ui/wait.h hears ^C instead.
 */
#ifndef UI_INTERRUPT_H
#define UI_INTERRUPT_H

/* From now on, unless the program was started so that INT is ignored. */
void interrupt_say(void);

#endif
