/*
 * What `check` can say only where there is progress.
 */
#ifndef CMD_CHECK_H
#define CMD_CHECK_H

#include "cmd/app.h"

/*
 * Adds to the library's diags what the learner's answers say about its cards.  Progress is
 * opened for reading if there is any; if it cannot be read, that is told, and no more.
 */
void check_past(struct app *app);

#endif
