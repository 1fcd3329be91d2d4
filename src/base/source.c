#include "base/source.h"

#include <assert.h>
#include <string.h>

/* Where the text begins: behind a byte order mark. */
static size_t first_byte(const struct source *source)
{
    return source->len >= 3 && memcmp(source->text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

size_t source_line_start(const struct source *source, size_t offset, size_t reach)
{
    size_t least = first_byte(source);
    if (offset > reach && offset - reach > least)
        least = offset - reach;
    while (offset > least && source->text[offset - 1] != '\n')
        offset--;
    return offset;
}

size_t source_line_end(const struct source *source, size_t offset, size_t reach)
{
    size_t most = source->len - offset > reach ? offset + reach : source->len;
    size_t end = offset;
    while (end < most && source->text[end] != '\n')
        end++;
    return end > offset && source->text[end - 1] == '\r' ? end - 1 : end;
}

void source_place(struct source *source, size_t offset, int *line, int *column)
{
    assert(offset <= source->len);
    size_t first = first_byte(source);
    if (offset < first)
        offset = first;
    if (source->mark.line == 0 || offset < source->mark.offset) {
        source->mark.offset = first;
        source->mark.line = source->mark.column = 1;
    }
    const char *text = source->text, *line_end;
    while ((line_end = memchr(text + source->mark.offset, '\n',
                offset - source->mark.offset)) != NULL) {
        source->mark.offset = (size_t)(line_end - text) + 1;
        source->mark.line++;
        source->mark.column = 1;
    }
    for (; source->mark.offset < offset; source->mark.offset++)
        source->mark.column += ((unsigned char)text[source->mark.offset] & 0xC0) != 0x80;
    *line = source->mark.line;
    *column = source->mark.column;
}
