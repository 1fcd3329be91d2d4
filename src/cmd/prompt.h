/*
 * The prompt: commands without the program's name, one a line.
 *
 * A line is a run of the program of its own, with the same parser and the same table: its words
 * stand behind those that the program was started with, so that options given then hold for
 * every line, and decks, settings and progress are read as they are now.  It is also a process
 * of its own (cmd/job.h): a command that fails, or that ^C ends, says so, and the prompt goes
 * on.
 */
#ifndef CMD_PROMPT_H
#define CMD_PROMPT_H

/* Reads and runs lines until ^D or `quit`; argc and argv are the start's.  STATUS_DONE. */
int prompt_run(int argc, char **argv);

#endif
