#include "match/written.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <string.h>

bool char_is_invisible(uint32_t c)
{
    if (c > 0x20 && c < 0x7F)
        return false;
    return utf8_acts(c) || utf8_is_space(c) || c == 0xAD || c == 0x34F || c == 0x115F ||
           c == 0x1160 || c == 0x17B4 || c == 0x17B5 || (c >= 0x180B && c <= 0x180E) ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x2060 && c <= 0x206F) || c == 0x2800 ||
           c == 0x3164 || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFFA0;
}

bool char_is_gap(uint32_t c)
{
    if (c > 0x20 && c < 0x7F)
        return false;
    return utf8_is_space(c) || c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 ||
           c == 0x2029;
}

size_t text_span(const char *text, size_t len, bool (*is)(uint32_t), bool wanted)
{
    size_t at = 0;
    while (at < len) {
        uint32_t c = (unsigned char)text[at];
        size_t size = c < 0x80 ? 1 : utf8_next(text + at, len - at, &c);
        if (size == 0 || is(c) != wanted)
            break;
        at += size;
    }
    return at;
}

const char *text_trim(const char *text, struct arena *arena)
{
    size_t len = strlen(text), start = text_span(text, len, char_is_invisible, true);
    while (len > start) {
        uint32_t c = 0;
        size_t last = utf8_boundary(text, len - 1);
        utf8_next(text + last, len - last, &c);
        if (!char_is_invisible(c))
            break;
        len = last;
    }
    return arena_strndup(arena, text + start, len - start);
}

/* No character of it is a compatibility form, which NFKC would replace and NFC would not. */
static bool is_canonical(const char *text)
{
    struct buf folded = { 0 };
    bool same = true;
    for (size_t at = 0, len = strlen(text); same && at < len;) {
        uint32_t c = 0;
        size_t size = utf8_next(text + at, len - at, &c);
        buf_clear(&folded);
        utf8_add_folded(&folded, text + at, size, 0);
        same = folded.len == size && memcmp(folded.text, text + at, size) == 0;
        at += size;
    }
    buf_release(&folded);
    return same;
}

bool text_identical(const char *a, const char *b)
{
    if (strcmp(a, b) == 0)
        return true;
    struct buf x = { 0 }, y = { 0 };
    utf8_add_folded(&x, a, strlen(a), 0);
    utf8_add_folded(&y, b, strlen(b), 0);
    bool same = x.len == y.len && strcmp(buf_text(&x), buf_text(&y)) == 0 &&
                is_canonical(a) && is_canonical(b);
    buf_release(&x);
    buf_release(&y);
    return same;
}

enum { QUOTE_COLUMNS = 40 };

static bool is_edge(uint32_t c)
{
    return char_is_invisible(c) ||
           (c < 0x80 && c != 0 && strchr(",;:\"", (int)c) != NULL);
}

const char *text_quote(const char *text, size_t len, struct arena *arena)
{
    struct buf quote = { 0 };
    size_t columns = 0, from = text_span(text, len, is_edge, true);
    while (len > from && is_edge((unsigned char)text[len - 1]))
        len--;
    if (len > from && text[from] == '(' && memchr(text + from, ')', len - from) == NULL)
        from++;
    if (len > from && text[len - 1] == ')' &&
        memchr(text + from, '(', len - from) == NULL)
        len--;
    for (size_t at = from; at < len;) {
        size_t size = utf8_grapheme(text + at, len - at);
        uint32_t c = 0;
        utf8_next(text + at, size, &c);
        columns += utf8_width(text + at, size);
        if (columns > QUOTE_COLUMNS) {
            buf_add(&quote, "...");
            break;
        }
        if (char_is_gap(c))
            buf_add_char(&quote, ' ');
        else if (!char_is_invisible(c))
            buf_add_bytes(&quote, text + at, size);
        at += size;
    }
    const char *copy = arena_strdup(arena, buf_text(&quote));
    buf_release(&quote);
    return copy;
}
