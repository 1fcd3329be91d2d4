#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

size_t utf8_next(const char *text, size_t len, uint32_t *character)
{
    if (len == 0)
        return 0;
    utf8proc_int32_t code = 0;
    utf8proc_ssize_t size = utf8proc_iterate(
        (const utf8proc_uint8_t *)text, (utf8proc_ssize_t)(len < 4 ? len : 4), &code);
    if (size <= 0)
        return 0;
    *character = (uint32_t)code;
    return (size_t)size;
}

bool utf8_valid(const char *text, size_t len, size_t *bad)
{
    size_t at = 0;
    while (at < len) {
        uint32_t character;
        size_t size = utf8_next(text + at, len - at, &character);
        if (size == 0) {
            *bad = at;
            return false;
        }
        at += size;
    }
    return true;
}

void utf8_add(struct buf *out, uint32_t character)
{
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t size = utf8proc_encode_char((utf8proc_int32_t)character, bytes);
    buf_add_bytes(out, (const char *)bytes, (size_t)size);
}

size_t utf8_boundary(const char *text, size_t offset)
{
    size_t start = offset;
    while (start > 0 && offset - start < 3 && ((unsigned char)text[start] & 0xC0) == 0x80)
        start--;
    return start;
}

size_t utf8_grapheme(const char *text, size_t len)
{
    uint32_t before, after;
    utf8proc_int32_t state = 0;
    size_t at = utf8_next(text, len, &before);
    if (at == 0)
        return len > 0 ? 1 : 0;
    while (at < len) {
        size_t size = utf8_next(text + at, len - at, &after);
        if (size == 0 || utf8proc_grapheme_break_stateful(
                             (utf8proc_int32_t)before, (utf8proc_int32_t)after, &state))
            break;
        at += size;
        before = after;
    }
    return at;
}

/* The letters of which two make a flag; each takes a column. */
static bool is_flag_letter(uint32_t c)
{
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

/* A cluster is as wide as its widest character: but for flags, sequences do not add up. */
static size_t cluster_width(const char *text, size_t len)
{
    size_t width = 0;
    for (size_t at = 0; at < len;) {
        uint32_t character;
        size_t size = utf8_next(text + at, len - at, &character);
        if (size == 0)
            return 1;
        int columns = utf8proc_charwidth((utf8proc_int32_t)character);
        if (is_flag_letter(character))
            width += 1;
        else if (columns > 0 && (size_t)columns > width)
            width = (size_t)columns;
        at += size;
    }
    return width;
}

size_t utf8_width(const char *text, size_t len)
{
    size_t width = 0;
    for (size_t at = 0; at < len;) {
        size_t size = utf8_grapheme(text + at, len - at);
        width += cluster_width(text + at, size);
        at += size;
    }
    return width;
}

static bool is_bidi_control(uint32_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

bool utf8_acts(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 ||
           c == 0xFEFF || (c >= 0xE0000 && c <= 0xE007F) || is_bidi_control(c);
}

static void add_named(struct buf *out, uint32_t c)
{
    if (c == '\n')
        buf_add_char(out, '\n');
    else if (c == '\t')
        buf_add(out, "    ");
    else if (c < 0x20)
        buf_addf(out, "^%c", (int)(c + '@'));
    else if (c == 0x7F)
        buf_add(out, "^?");
    else
        buf_addf(out, "<U+%04X>", (unsigned)c);
}

void utf8_add_visible(struct buf *out, const char *text, size_t len)
{
    for (size_t at = 0; at < len;) {
        uint32_t c;
        size_t size = utf8_next(text + at, len - at, &c);
        if (size == 0) {
            buf_addf(out, "<%02X>", (unsigned)(unsigned char)text[at]);
            at++;
            continue;
        }
        if (utf8_acts(c))
            add_named(out, c);
        else
            buf_add_bytes(out, text + at, size);
        at += size;
    }
}

void utf8_add_folded(struct buf *out, const char *text, size_t len, unsigned flags)
{
    int options = UTF8PROC_STABLE | UTF8PROC_COMPAT;
    options |=
        flags & FOLD_ACCENTS ? UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK : UTF8PROC_COMPOSE;
    if (flags & FOLD_CASE)
        options |= UTF8PROC_CASEFOLD;
    utf8proc_uint8_t *folded = NULL;
    utf8proc_ssize_t size = utf8proc_map((const utf8proc_uint8_t *)text,
        (utf8proc_ssize_t)len, &folded, (utf8proc_option_t)options);
    if (size < 0)
        buf_add_bytes(out, text, len); // only invalid text fails: compare it as it is
    else
        buf_add_bytes(out, (const char *)folded, (size_t)size);
    free(folded);
}

static utf8proc_category_t category(uint32_t character)
{
    return utf8proc_category((utf8proc_int32_t)character);
}

bool utf8_is_letter(uint32_t character)
{
    utf8proc_category_t c = category(character);
    return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_ME;
}

bool utf8_is_digit(uint32_t character)
{
    return category(character) == UTF8PROC_CATEGORY_ND;
}

bool utf8_is_space(uint32_t character)
{
    return character == ' ' || (character >= '\t' && character <= '\r') ||
           category(character) == UTF8PROC_CATEGORY_ZS;
}

bool utf8_is_rtl(const char *text, size_t len)
{
    uint32_t c;
    for (size_t at = 0, size; at < len; at += size) {
        size = utf8_next(text + at, len - at, &c);
        if (size == 0)
            return false;
        utf8proc_propval_t direction =
            utf8proc_get_property((utf8proc_int32_t)c)->bidi_class;
        if (direction == UTF8PROC_BIDI_CLASS_L)
            return false;
        if (direction == UTF8PROC_BIDI_CLASS_R || direction == UTF8PROC_BIDI_CLASS_AL)
            return true;
    }
    return false;
}
