/*
 * Asks, once for each, whether reworded cards without an id are the cards they seem to be.
 */
#ifndef CMD_REWORD_H
#define CMD_REWORD_H

#include "cmd/app.h"

/*
 * On a terminal only (line_open() must have been called).  Returns false with app->err if an
 * answer could not be saved; leaving (^C, ^D) asks no further.
 */
MUST_USE bool reword_ask(struct app *app);

#endif
