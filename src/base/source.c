#include "base/source.h"

#include <assert.h>
#include <string.h>

size_t source_line_start(const struct source *source, size_t offset)
{
    while (offset > 0 && source->text[offset - 1] != '\n')
        offset--;
    return offset;
}

size_t source_line_end(const struct source *source, size_t offset)
{
    while (offset < source->len && source->text[offset] != '\n')
        offset++;
    return offset > 0 && source->text[offset - 1] == '\r' ? offset - 1 : offset;
}

static void move_mark(struct source *source, size_t offset)
{
    if (source->mark.line == 0 || offset < source->mark.line_start) {
        source->mark.line_start = 0;
        source->mark.line = 1;
    }
    for (;;) {
        size_t start = source->mark.line_start;
        const char *newline = memchr(source->text + start, '\n', offset - start);
        if (newline == NULL)
            return;
        source->mark.line_start = (size_t)(newline - source->text) + 1;
        source->mark.line++;
    }
}

void source_place(struct source *source, size_t offset, int *line, int *column)
{
    assert(offset <= source->len);
    move_mark(source, offset);
    *line = source->mark.line;
    *column = 1;
    for (size_t at = source->mark.line_start; at < offset; at++)
        if (((unsigned char)source->text[at] & 0xC0) != 0x80)
            ++*column;
}
