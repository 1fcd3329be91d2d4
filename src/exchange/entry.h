/*
 * One row or object of a source on its way to a card: texts by role.  Inside src/exchange.
 */
#ifndef EXCHANGE_ENTRY_H
#define EXCHANGE_ENTRY_H

#include "exchange/import.h"
#include "exchange/role.h"

struct extra {
    const char *key; // "x-..."
    const char *value;
};

struct entry {
    const char *file;
    int line, column;  // from 1
    bool html;         // its texts are HTML
    bool words;        // its tags are words, with blanks between them
    int first_option;  // what the first option is called where it has a number
    const char *fault; // why it cannot become a card; NULL: none so far
    const char *values[ROLE_COUNT]; // clean; NULL: not given
    struct extra *extras;           // in the arena
    size_t extra_count, extra_capacity;
};

/* Sets a value from what the source has, HTML or not; what is blank changes nothing. */
void entry_put(
    struct import *import, struct entry *entry, enum role role, const char *raw);

/* Adds one value to a role that has several. */
void entry_add(
    struct import *import, struct entry *entry, enum role role, const char *raw);

/* Keeps a value that has no role, under "x-" and its name in the source. */
void entry_keep(
    struct import *import, struct entry *entry, const char *name, const char *raw);

/* Makes the cards of the entry, or tells why there are none. */
void entry_finish(struct import *import, struct entry *entry);

/* Tells that the entry became no card. */
void entry_leave_out(struct import *import, const struct entry *entry, const char *format,
    ...) PRINTF_LIKE(3, 4);

/* Tells something about a source. */
void import_tell(struct import *import, const char *file, const char *format, ...)
    PRINTF_LIKE(3, 4);

/* The readers: each takes the text of a file, and adds its entries. */
bool table_read(
    struct import *import, struct source *source, const char *separator, struct err *err);
bool anki_read(struct import *import, struct source *source, struct err *err);
bool json_read(struct import *import, struct source *source, struct err *err);

/* Does the text begin with a head as Anki writes it? */
bool anki_is_there(const struct source *source);

/* The separator that an option or a head names: a word for it, or itself. */
const char *separator_named(const char *name);

#endif
