/*
 * Where an export goes: a stream that is there already, or a new file that has its name only
 * when it is whole.
 */
#ifndef EXCHANGE_OUTPUT_H
#define EXCHANGE_OUTPUT_H

#include "base/buf.h"
#include "base/err.h"

#include <stdbool.h>
#include <stdio.h>

struct output {
    FILE *stream;
    const char *path;     // borrowed; NULL: the stream was there already
    struct buf temporary; // its name so far
    bool visible;         // the stream is a terminal: what could act on it is shown
};

/*
 * Opens a new file `path`, mode 0600; or, where that is NULL, takes the stream (`visible`: a
 * terminal).  ERR_USAGE for a file that is there already.
 */
MUST_USE bool output_open(
    struct output *output, const char *path, FILE *stream, bool visible, struct err *err);

/* Writes the text; a fault shows when it is closed. */
void output_write(struct output *output, const struct buf *text);

/*
 * Closes a file: forces it to the disk and names it, or (not `whole`, or after a fault) removes it.
 * Faults of a stream are its owner's to see.
 */
MUST_USE bool output_close(struct output *output, bool whole, struct err *err);

#endif
