/*
 * Command line options as tables of data.
 *
 * One table parses, prints --help and is compared with the manual.  A table describes the
 * fields of a plain struct that the caller zeroes first.  Forms: --name VALUE, --name=VALUE,
 * -n VALUE; "--" ends options; options may stand before, between and after words.
 */
#ifndef BASE_OPT_H
#define BASE_OPT_H

#include "base/buf.h"
#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>

enum opt_kind {
    OPT_FLAG,   // bool
    OPT_TEXT,   // const char *, borrowed from argv
    OPT_TEXTS,  // struct opt_texts; may be repeated
    OPT_NUMBER, // struct opt_number, a whole number >= 0
};

struct opt_texts {
    const char **items;
    size_t count, capacity;
};

struct opt_number {
    bool given;
    long long value;
};

struct opt {
    const char *name; // long name without dashes; NULL ends the table
    char letter;      // short name, 0: none
    enum opt_kind kind;
    size_t offset;    // of the field in the struct
    const char *arg;  // what to call the value in help; NULL for flags
    const char *help; // one line
};

/* A table and the struct it fills. */
struct opt_set {
    const struct opt *opts;
    void *target;
};

/*
 * Takes the options of `sets` out of argv[*at..argc) and appends the other words to `words`.
 * With stop_at_word it returns at the first word, leaving *at on it.
 * An unknown option is ERR_USAGE with "did you mean".
 */
MUST_USE bool opt_parse(int argc, char **argv, int *at, const struct opt_set *sets,
    size_t set_count, bool stop_at_word, struct opt_texts *words, struct err *err);

/* The option of the table that `word` calls, as --name, --name=VALUE or -n; or NULL. */
const struct opt *opt_find(const struct opt *opts, const char *word);

/* Appends a line for each option of the table. */
void opt_render(const struct opt *opts, struct buf *out);

void opt_texts_add(struct opt_texts *texts, const char *text);
void opt_texts_release(struct opt_texts *texts);

#endif
