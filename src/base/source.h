/*
 * A text with a name, and where an offset in it is: the unit of every complaint.
 *
 * Parsers report byte offsets into the whole original text; lines and columns are worked
 * out here alone.  The mark remembers the last place asked for, so that asking in document
 * order costs one pass over the text altogether.
 */
#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H

#include <stddef.h>

struct source {
    const char *name; // file name as the user knows it
    const char *text; // len bytes and a NUL; borrowed
    size_t len;
    struct {
        size_t offset;
        int line, column; // of it; 0: not asked yet
    } mark;
};

/*
 * Line and column of the byte at `offset` (<= len), from 1; columns are characters.  A byte
 * order mark is none: what follows it stands in column 1.
 */
void source_place(struct source *source, size_t offset, int *line, int *column);

/*
 * First byte of the line that holds `offset`, and the byte after its last one, looking no
 * further than `reach` bytes to either side: a file may be one long line.
 */
size_t source_line_start(const struct source *source, size_t offset, size_t reach);
size_t source_line_end(const struct source *source, size_t offset, size_t reach);

#endif
