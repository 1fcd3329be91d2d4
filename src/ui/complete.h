/*
 * The Tab key on a command line.
 *
 * Somebody else knows what may be typed (struct completer); this goes on with the word as far
 * as all of it agrees, in the quotes that it needs, and shows what there is where it does not.
 * Without a completer Tab is a character, as in an answer.
 */
#ifndef UI_COMPLETE_H
#define UI_COMPLETE_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

struct match {
    const char *text; // a whole word, unquoted
    bool goes_on;     // more of the word follows: no space behind it
};

struct matches {
    struct match *items; // in the arena
    size_t count, capacity;
    struct arena arena;
};

/*
 * Adds a word, copied, if it begins with `typed`.  Words that could act on a terminal are
 * left out: they are a deck's, or of file names.
 */
void matches_add(struct matches *out, const char *typed, const char *word, bool goes_on);

struct completer {
    /* Adds to `out` what may stand for `typed`, behind the finished words of the line. */
    void (*find)(void *context, const char *const *words, size_t count, const char *typed,
        struct matches *out);
    void *context;
};

/* What Tab uses from now on; borrowed.  NULL: nothing. */
void complete_with(const struct completer *completer);

/* The Tab key, for readline. */
int complete_tab(int count, int key);

#endif
