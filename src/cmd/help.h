/*
 * Help: of the program, and of each command; all of it comes from the tables.
 */
#ifndef CMD_HELP_H
#define CMD_HELP_H

#include "cmd/command.h"

/* Shows the help of a command, of the whole program for NULL; returns STATUS_DONE. */
int help_show(const struct command *command);

#endif
