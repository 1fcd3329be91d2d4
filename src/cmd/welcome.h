/*
 * The first minutes: no deck anywhere, then no answer yet.
 */
#ifndef CMD_WELCOME_H
#define CMD_WELCOME_H

#include "cmd/app.h"

#include <stdbool.h>

/* Is there no deck anywhere, and none was named? */
bool welcome_is_first_run(const struct app *app);

/* Greets, offers to copy the sample decks, and says how to go on; for a terminal. */
void welcome_show(struct app *app);

/* Are there cards, but no answer to any yet? */
bool welcome_is_first_session(const struct app *app);

/* How a session is driven, in a line for somebody who has never seen one. */
extern const char welcome_keys[];

#endif
