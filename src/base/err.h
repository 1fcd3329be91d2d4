/*
 * What went wrong, where, and the way out: one value that owns no memory.
 *
 * A fallible function returns bool, takes `struct err *err` last and fills it only when it
 * returns false.  An err is copied by value; a failure path can neither fail nor leak.
 *
 * Lines and columns count from 1, columns in characters; 0 means "no place".
 * Messages are lower case, without a full stop, the failure first, names in quotes,
 * then the way out.  Texts may quote a deck, so they are escaped when they are shown.
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>
#include <stddef.h>

#define MUST_USE                __attribute__((warn_unused_result))
#define PRINTF_LIKE(text, args) __attribute__((format(printf, text, args), nonnull(text)))

struct buf;
struct source;

/* Who has to act; the numbers are the program's exit statuses. */
enum err_kind {
    ERR_NONE = 0,
    ERR_NO = 1,     // it ran, and the answer is no
    ERR_USAGE = 2,  // the command line, an unknown card or deck
    ERR_INPUT = 3,  // a file that cannot be used
    ERR_SYSTEM = 4, // the system or the database
};

struct err {
    enum err_kind kind;
    int line, column;  // of the offending place, from 1; 0: none
    int caret;         // columns before the caret under the excerpt
    char file[256];    // empty: no file
    char message[512]; // one line
    char excerpt[128]; // the offending line, or a window of it; empty: none
};

/* Describes a failure without a place.  Always returns false, so that failing is one line. */
bool err_set(struct err *err, enum err_kind kind, const char *format, ...)
    PRINTF_LIKE(3, 4);

/*
 * Describes a fault of the text `source` at byte `offset` (<= len): kind ERR_INPUT, with
 * line, column and excerpt.  Always returns false.
 */
bool err_at(struct err *err, struct source *source, size_t offset, const char *format,
    ...) PRINTF_LIKE(4, 5);

/* Appends ": WHAT THE SYSTEM SAYS OF errno" to a new message of kind ERR_SYSTEM.  False. */
bool err_errno(struct err *err, const char *format, ...) PRINTF_LIKE(2, 3);

/*
 * Appends "FILE:LINE:COLUMN: LEVEL: MESSAGE" and, where there is one, the excerpt with a
 * caret under the place.  Every byte is made visible (see utf8_add_visible), a line break
 * in the message as ^J.
 */
void err_render(const struct err *err, const char *level, struct buf *out);

#endif
