/*
 * A command: what it is called, what it takes, what must be there first, what it does.
 *
 * A command's file reads: what it does, its options, its parts, run, and the entry last.
 * cmd/table.c is only the list of the entries.
 */
#ifndef CMD_COMMAND_H
#define CMD_COMMAND_H

#include "base/opt.h"
#include "cmd/app.h"

#include <stdbool.h>

enum need {
    NEED_DECKS = 1,      // the library, with problems told on stderr
    NEED_CARDS = 2,      // the same, with a card in it at least
    NEED_FILES = 4,      // the words are selectors: deck files among them are decks too
    NEED_READ = 8,       // the progress, read only
    NEED_WRITE = 16,     // the progress, for writing: refuses --now without --progress
    MENDS_CONFIG = 32,   // a settings file that is broken, or not there, is no error
    NEED_NAMES = 64,     // without words the names of the cards will do (deck/index.h)
    HOLDS_ANSWER = 128,  // an answer stands on its line: the prompt does not remember it
    WRITES_ITSELF = 256, // what it needs: refuses --now without --progress
    BACKUP_LATER = 512,  // writes only if it turns out so, and calls app_back_up() then
};

/* The exit statuses that scripts rely on; the others are those of enum err_kind. */
enum { STATUS_DONE = 0, STATUS_NO = 1 };

struct call {
    const char *const *words; // after the command's name, options taken out
    size_t count;
    const void *options; // the command's own struct, filled
};

struct command {
    const char *name;
    const char *group;      // heading in --help
    const char *args;       // after the name, in usage
    const char *summary;    // one line, lower case
    const char *notes;      // more lines for its --help; NULL: none
    const struct opt *opts; // NULL: none
    size_t options_size;    // of the struct that they fill
    unsigned needs;         // of enum need
    size_t least, most;     // words that it takes
    /* Returns the exit status; on a fault fills app->err and returns its kind. */
    int (*run)(struct app *app, const struct call *call);
};

/* What SELECTOR means, for the notes of commands that take some. */
extern const char selector_notes[];

extern const struct command *const command_table[];
extern const size_t command_count;

/* The command of that name, or NULL. */
const struct command *command_find(const char *name);

/* The same, or ERR_USAGE with "did you mean". */
const struct command *command_named(const char *name, struct err *err);

/*
 * One run: parses argv, opens what the command needs, runs it, tells what went wrong, and closes
 * everything.  Returns the exit status.  *prompt: a prompt should follow.
 */
int cmd_run(int argc, char **argv, bool *prompt);

/* The whole program: returns the exit status. */
int cmd_main(int argc, char **argv);

#endif
