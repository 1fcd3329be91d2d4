#include "cmd/typing.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static bool is_blank(const char *text)
{
    return text[strspn(text, " ")] == '\0';
}

/* Is nothing to be read behind it? */
static bool is_last(const char *typed, size_t at, size_t items)
{
    return at + 1 >= items || (at == 0 && typed[0] == ':') || strchr(typed, ';') != NULL;
}

enum line_result typing_read(
    size_t items, const char *undo, struct buf *line, struct buf *out)
{
    buf_clear(out);
    for (size_t i = 0;; i++) {
        char prompt[32];
        snprintf(prompt, sizeof prompt, items > 0 ? " %zu> " : " > ", i + 1);
        enum line_result result = line_answer(prompt, i == 0 ? undo : NULL, line);
        const char *typed = buf_text(line);
        if (result != LINE_TEXT || is_blank(typed))
            return result;
        buf_addf(out, "%s%s", i > 0 ? "\n" : "", typed);
        if (is_last(typed, i, items))
            return LINE_TEXT;
    }
}
