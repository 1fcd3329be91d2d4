/*
 * The commands typed at the prompt, across runs.
 *
 * A private text file (0600, its folder 0700), a command a line, RECALL_MOST of them at most, none
 * twice in a row.  Several prompts may share it: each adds its own lines.  A file that
 * cannot be read or written is no error: then the past is shorter.
 *
 * The arrow keys see these lines only between recall_begin and recall_end, so that a typed
 * answer never meets them, and never becomes one.
 */
#ifndef UI_RECALL_H
#define UI_RECALL_H

enum { RECALL_MOST = 1000 };

/* Reads the file.  Once, before the others. */
void recall_load(const char *path);

/* Adds a command, here and to the file. */
void recall_add(const char *path, const char *command);

void recall_begin(void);
void recall_end(void);

#endif
