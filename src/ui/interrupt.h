/*
 * ^C during long work: noticed, and left to the work to end by, where nothing is half done.
 *
 * From interrupt_begin to interrupt_end INT ends nothing by itself; so a command that was
 * interrupted says so, and the prompt that it was typed at goes on.  Frames may lie within
 * each other.  While the program waits for a key, ui/wait.h hears ^C instead.
 */
#ifndef UI_INTERRUPT_H
#define UI_INTERRUPT_H

#include <stdbool.h>

void interrupt_begin(void);
void interrupt_end(void);

/* Was ^C pressed since the outermost interrupt_begin? */
bool interrupt_came(void);

#endif
