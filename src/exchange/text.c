#include "exchange/text.h"

#include "base/source.h"
#include "base/utf8.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

const char *encoding_name(enum encoding encoding)
{
    static const char *const names[] = {
#define X(encoding, name) [encoding] = name,
        ENCODINGS(X)
#undef X
    };
    return names[encoding];
}

/* ---- encodings -------------------------------------------------------------------------- */

/* UTF-16 without a mark has a zero in every other byte of what is mostly ASCII. */
static bool zeros_at(const struct buf *bytes, size_t parity)
{
    size_t here = 0, there = 0, most = bytes->len < 512 ? bytes->len : 512;
    for (size_t i = 0; i < most; i++)
        if (bytes->text[i] == '\0')
            *(i % 2 == parity ? &here : &there) += 1;
    return bytes->len % 2 == 0 && there == 0 && here * 5 > most;
}

static enum encoding guess_wide(const struct buf *bytes)
{
    if (bytes->len < 2)
        return ENCODING_UTF8;
    if (memcmp(bytes->text, "\xFF\xFE", 2) == 0 || zeros_at(bytes, 1))
        return ENCODING_UTF16_LE;
    if (memcmp(bytes->text, "\xFE\xFF", 2) == 0 || zeros_at(bytes, 0))
        return ENCODING_UTF16_BE;
    return ENCODING_UTF8;
}

static uint32_t unit_at(const struct buf *bytes, size_t at, bool little)
{
    unsigned char first = (unsigned char)bytes->text[at];
    unsigned char second = (unsigned char)bytes->text[at + 1];
    return little ? first | (uint32_t)second << 8 : second | (uint32_t)first << 8;
}

/* Half a pair, or half a unit at the end, becomes U+FFFD. */
static void decode_wide(const struct buf *bytes, bool little, struct buf *out)
{
    size_t at = 0;
    while (at + 1 < bytes->len) {
        uint32_t c = unit_at(bytes, at, little), low = 0;
        at += 2;
        if (c >= 0xD800 && c < 0xDC00 && at + 1 < bytes->len)
            low = unit_at(bytes, at, little);
        if (low >= 0xDC00 && low < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        } else if (c >= 0xD800 && c < 0xE000) {
            c = 0xFFFD;
        }
        if (c != 0xFEFF || out->len > 0)
            utf8_add(out, c);
    }
    if (at < bytes->len)
        utf8_add(out, 0xFFFD);
}

/* Windows-1252 differs from Latin-1 in 80..9F.  Source: WHATWG Encoding Standard. */
static void decode_1252(const struct buf *bytes, struct buf *out)
{
    static const uint16_t high[32] = { 0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026,
        0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90,
        0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
        0x203A, 0x0153, 0x9D, 0x017E, 0x0178 };
    for (size_t i = 0; i < bytes->len; i++) {
        unsigned char c = (unsigned char)bytes->text[i];
        utf8_add(out, c >= 0x80 && c < 0xA0 ? high[c - 0x80] : c);
    }
}

/* Characters beyond ASCII that are valid, and bytes that are not; *bad: the first of these. */
static void count_characters(
    const struct buf *bytes, size_t *valid, size_t *invalid, size_t *bad)
{
    *valid = *invalid = 0;
    for (size_t at = 0, size; at<bytes->len; at += size> 0 ? size : 1) {
        uint32_t c;
        size = utf8_next(bytes->text + at, bytes->len - at, &c);
        if (size == 0 && (*invalid)++ == 0)
            *bad = at;
        *valid += size > 1;
    }
}

/* Latin-1 hardly ever looks like UTF-8, so bad bytes among valid characters are damage. */
static bool decode_bytes(
    const char *name, struct buf *bytes, enum encoding *encoding, struct err *err)
{
    size_t valid, invalid, bad = 0;
    count_characters(bytes, &valid, &invalid, &bad);
    if (invalid == 0)
        return true;
    if (valid >= invalid) {
        struct source source = { .name = name, .text = bytes->text, .len = bytes->len };
        return err_at(err, &source, bad,
            "the byte %02X is no UTF-8, which the rest is; mend it, or save the file "
            "again as UTF-8",
            (unsigned)(unsigned char)bytes->text[bad]);
    }
    struct buf text = { 0 };
    decode_1252(bytes, &text);
    buf_release(bytes);
    *bytes = text;
    *encoding = ENCODING_1252;
    return true;
}

static bool refuse_nul(const char *name, const struct buf *text, struct err *err)
{
    const char *nul = text->len > 0 ? memchr(text->text, '\0', text->len) : NULL;
    struct source source = { .name = name, .text = text->text, .len = text->len };
    return nul == NULL || err_at(err, &source, (size_t)(nul - text->text),
                              "a NUL byte: this is no text file");
}

static void drop_mark(struct buf *text)
{
    if (text->len < 3 || memcmp(text->text, "\xEF\xBB\xBF", 3) != 0)
        return;
    memmove(text->text, text->text + 3, text->len - 3 + 1);
    text->len -= 3;
}

bool text_decode(
    const char *name, struct buf *bytes, enum encoding *encoding, struct err *err)
{
    *encoding = guess_wide(bytes);
    if (*encoding != ENCODING_UTF8) {
        struct buf text = { 0 };
        decode_wide(bytes, *encoding == ENCODING_UTF16_LE, &text);
        buf_release(bytes);
        *bytes = text;
    } else if (!refuse_nul(name, bytes, err) ||
               !decode_bytes(name, bytes, encoding, err)) {
        return false;
    }
    drop_mark(bytes);
    return refuse_nul(name, bytes, err);
}

/* ---- cleaning --------------------------------------------------------------------------- */

static void end_line(struct buf *out, size_t start)
{
    while (out->len > start && out->text[out->len - 1] == ' ')
        out->text[--out->len] = '\0';
    size_t breaks = 0;
    while (breaks < out->len - start && out->text[out->len - 1 - breaks] == '\n')
        breaks++;
    if (out->len > start && breaks < 2)
        buf_add_char(out, '\n');
}

static void trim_end(struct buf *out, size_t start)
{
    while (out->len > start && strchr(" \n", out->text[out->len - 1]) != NULL)
        out->text[--out->len] = '\0';
}

size_t text_add_clean(struct buf *out, const char *text)
{
    size_t start = out->len, len = strlen(text), taken = 0;
    for (size_t at = 0, size; at < len; at += size) {
        uint32_t c = 0;
        size = utf8_next(text + at, len - at, &c);
        if (size == 0)
            size = 1;
        else if (c == '\n' || c == 0x2028 || c == 0x2029 ||
                 (c == '\r' && text[at + 1] != '\n'))
            end_line(out, start);
        else if (c == '\t' || c == 0xA0 || (c == ' ' && out->len == start))
            buf_add(out, out->len > start ? " " : "");
        else if (!utf8_acts(c))
            buf_add_bytes(out, text + at, size);
        else if (c != '\r' && c != 0xFEFF)
            taken++;
    }
    trim_end(out, start);
    return taken;
}

void text_add_normal(struct buf *out, const char *text)
{
    struct buf folded = { 0 };
    bool space = false, any = false;
    utf8_add_folded(&folded, text, strlen(text), FOLD_CASE);
    for (size_t at = 0, size; at<folded.len; at += size> 0 ? size : 1) {
        uint32_t c;
        size = utf8_next(folded.text + at, folded.len - at, &c);
        if (size == 0 || utf8_is_space(c)) {
            space = any;
            continue;
        }
        if (space)
            buf_add_char(out, ' ');
        buf_add_bytes(out, folded.text + at, size);
        space = false;
        any = true;
    }
    buf_release(&folded);
}

bool text_same_word(const char *a, const char *b)
{
    return strcasecmp(a, b) == 0;
}
