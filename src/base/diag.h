/*
 * Diagnostics: what a validator found, collected instead of stopping at the first.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/buf.h"
#include "base/err.h"

#include <stddef.h>

#define DIAG_LEVELS(X)                                                                   \
    X(DIAG_NOTE, "note")       /* worth knowing */                                       \
    X(DIAG_WARNING, "warning") /* works, but probably not as meant */                    \
    X(DIAG_ERROR, "error")     /* cannot be used */

enum diag_level {
#define X(level, word) level,
    DIAG_LEVELS(X)
#undef X
};

struct diag {
    enum diag_level level;
    const char *code; // short, fixed name of the kind of fault; static
    struct err err;
};

/* A zero struct is a valid empty list. */
struct diags {
    struct diag *items;
    size_t count, capacity;
    size_t errors; // of them
};

const char *diag_level_word(enum diag_level level);

/* Adds a copy of `err`. */
void diags_add(
    struct diags *diags, enum diag_level level, const char *code, const struct err *err);

/* Orders by file, line and column; equal places keep their order. */
void diags_sort(struct diags *diags);

void diags_release(struct diags *diags);

#endif
