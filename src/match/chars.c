#include "match/chars.h"

#include "base/utf8.h"
#include "match/key.h"

#include <string.h>

struct range {
    uint32_t first, last;
};

static bool in_ranges(uint32_t c, const struct range *ranges, size_t count)
{
    for (size_t i = 0; i < count && ranges[i].first <= c; i++) {
        if (c <= ranges[i].last)
            return true;
    }
    return false;
}

/* General category P of Unicode, without the signs of code and of calculation. */
static const struct range punctuation[] = {
    { 0x00A1, 0x00A1 },
    { 0x00A7, 0x00A8 },
    { 0x00AB, 0x00AB },
    { 0x00B4, 0x00B4 },
    { 0x00B6, 0x00B8 },
    { 0x00BB, 0x00BB },
    { 0x00BF, 0x00BF },
    { 0x02B9, 0x02BF },
    { 0x0387, 0x0387 },
    { 0x055A, 0x055F },
    { 0x0589, 0x058A },
    { 0x05BE, 0x05BE },
    { 0x05C0, 0x05C0 },
    { 0x05C3, 0x05C3 },
    { 0x05F3, 0x05F4 },
    { 0x060C, 0x060D },
    { 0x061B, 0x061F },
    { 0x066B, 0x066D },
    { 0x06D4, 0x06D4 },
    { 0x0964, 0x0965 },
    { 0x0E2F, 0x0E2F },
    { 0x2010, 0x2029 },
    { 0x2032, 0x2043 },
    { 0x2045, 0x2051 },
    { 0x2053, 0x205E },
    { 0x2E00, 0x2E5D },
    { 0x3001, 0x3003 },
    { 0x3008, 0x3011 },
    { 0x3014, 0x301F },
    { 0x3030, 0x3030 },
    { 0x303D, 0x303D },
    { 0x30A0, 0x30A0 },
    { 0x30FB, 0x30FB },
    { 0xFE10, 0xFE19 },
    { 0xFE30, 0xFE63 },
    { 0xFF61, 0xFF65 },
};

bool char_is_punctuation(uint32_t c)
{
    if (c < 0x80)
        return c != 0 && strchr("!\"'(),-.:;?[]_`{}", (int)c) != NULL;
    return in_ranges(c, punctuation, sizeof punctuation / sizeof *punctuation);
}

/* Scripts and signs whose marks are no accents. */
static bool marks_matter(uint32_t c)
{
    static const struct range ranges[] = {
        { 0x0338, 0x0338 },
        { 0x0700, 0x1CFF },
        { 0x2190, 0x2BFF },
        { 0x2E80, 0xA63F },
        { 0xA6A0, 0xA71F },
        { 0xA800, 0xFAFF },
        { 0xFF00, 0x10FFFF },
    };
    return in_ranges(c, ranges, sizeof ranges / sizeof *ranges);
}

/* What a keyboard offers for what a printer sets; NULL: the character itself. */
static const char *typewritten(uint32_t c)
{
    static const struct {
        uint32_t character;
        const char *text;
    } variants[] = {
        { 0x00B4, "'" },
        { 0x02B9, "'" },
        { 0x02BB, "'" },
        { 0x02BC, "'" },
        { 0x02BD, "'" },
        { 0x02BE, "'" },
        { 0x02BF, "'" },
        { 0x2018, "'" },
        { 0x2019, "'" },
        { 0x201B, "'" },
        { 0x2032, "'" },
        { '`', "'" },
        { 0x201C, "\"" },
        { 0x201D, "\"" },
        { 0x201E, "\"" },
        { 0x00AB, "\"" },
        { 0x00BB, "\"" },
        { 0x2010, "-" },
        { 0x2011, "-" },
        { 0x2012, "-" },
        { 0x2013, "-" },
        { 0x2014, "-" },
        { 0x2015, "-" },
        { 0x2212, "-" },
        { 0x207B, "-" },
        { 0x208B, "-" },
        { 0xFE58, "-" },
        { 0xFE63, "-" },
        { 0xFF0D, "-" },
        { 0x00D7, "x" },
        { 0x00F7, "/" },
        { 0x2044, "/" },
        { 0x2192, "->" },
        { 0x2190, "<-" },
        { 0x2260, "!=" },
        { 0x2264, "<=" },
        { 0x2265, ">=" },
    };
    if (c < 0x80 && c != '`')
        return NULL;
    for (size_t i = 0; i < sizeof variants / sizeof *variants; i++) {
        if (variants[i].character == c)
            return variants[i].text;
    }
    return NULL;
}

/* Letters that Unicode does not take apart into letter and mark; NULL: none of them. */
static const char *without_stroke(uint32_t c)
{
    static const struct {
        uint32_t character;
        const char *text;
    } letters[] = {
        { 0x00C6, "AE" },
        { 0x00D0, "D" },
        { 0x00D8, "O" },
        { 0x00DE, "Th" },
        { 0x00E6, "ae" },
        { 0x00F0, "d" },
        { 0x00F8, "o" },
        { 0x00FE, "th" },
        { 0x0110, "D" },
        { 0x0111, "d" },
        { 0x0126, "H" },
        { 0x0127, "h" },
        { 0x0131, "i" },
        { 0x0141, "L" },
        { 0x0142, "l" },
        { 0x0152, "OE" },
        { 0x0153, "oe" },
        { 0x0166, "T" },
        { 0x0167, "t" },
    };
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        if (letters[i].character == c)
            return letters[i].text;
    }
    return NULL;
}

static bool is_superscript_digit(uint32_t c)
{
    return c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0x2070 ||
           (c >= 0x2074 && c <= 0x2079);
}

static bool is_superscript(uint32_t c)
{
    return is_superscript_digit(c) || c == 0x207A || c == 0x207B;
}

static bool is_fraction(uint32_t c)
{
    return (c >= 0xBC && c <= 0xBE) || (c >= 0x2150 && c <= 0x215E) || c == 0x2189;
}

static bool is_digit_on_or_below_line(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 0x2080 && c <= 0x2089);
}

/* Decimal digits come in runs of ten that begin at ...0 or ...6 (Unicode 15). */
static uint32_t digit_value(uint32_t c)
{
    uint32_t row = c & ~(uint32_t)0xF;
    return c - (utf8_is_digit(row) ? row : row + 6);
}

static bool is_foreign_digit(uint32_t c)
{
    bool mathematical = c >= 0x1D7CE && c <= 0x1D7FF; // NFKC turns these into ASCII
    return c >= 0x80 && utf8_is_digit(c) && !mathematical;
}

static bool is_upper(uint32_t c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_lower(uint32_t c)
{
    return c >= 'a' && c <= 'z';
}

/* The three characters before the one at hand, the nearest first; 0: the word begins. */
struct past {
    uint32_t c[3];
};

/*
 * Is a last hyphen a charge or a rhesus factor (Cl-, OH-, SO4 2-, AB-) rather than the end of
 * a prefix (un-, cardio-)?
 */
static bool takes_charge(const struct past *past)
{
    if (is_digit_on_or_below_line(past->c[0]) || is_superscript_digit(past->c[0]) ||
        is_upper(past->c[0]))
        return true;
    return is_lower(past->c[0]) && is_upper(past->c[1]) && !is_lower(past->c[2]) &&
           !is_upper(past->c[2]);
}

static bool is_hyphen(uint32_t c)
{
    const char *plain = typewritten(c);
    return c == '-' || (plain != NULL && strcmp(plain, "-") == 0);
}

static void add_char(struct buf *out, uint32_t c, unsigned strict)
{
    const char *plain = typewritten(c);
    if (plain == NULL && !(strict & STRICT_ACCENTS))
        plain = without_stroke(c);
    if (plain != NULL)
        buf_add(out, plain);
    else if (is_foreign_digit(c))
        buf_add_char(out, (char)('0' + digit_value(c)));
    else
        utf8_add(out, c);
}

static bool starts_exponent(uint32_t c, uint32_t next, const struct past *past)
{
    if (!is_superscript(c) || is_superscript(past->c[0]))
        return false;
    return is_digit_on_or_below_line(past->c[0]) &&
           (is_superscript_digit(c) || is_superscript_digit(next));
}

/* Evens out what NFKC would merge (4 and a half into 41/2, 10 to the 5th into 105). */
static void typewrite(struct buf *out, const char *text, size_t len, unsigned strict)
{
    struct past past = { { 0 } };
    for (size_t at = 0; at < len;) {
        uint32_t c = 0, next = 0;
        size_t size = utf8_next(text + at, len - at, &c);
        if (size == 0) { // no text: kept as it is
            buf_add_char(out, text[at++]);
            continue;
        }
        at += size;
        utf8_next(text + at, len - at, &next);
        if (starts_exponent(c, next, &past))
            buf_add_char(out, '^');
        if (is_fraction(c) && is_digit_on_or_below_line(past.c[0]))
            buf_add_char(out, ' ');
        if (at == len && is_hyphen(c) && takes_charge(&past))
            utf8_add(out, 0x2212);
        else
            add_char(out, c, strict);
        past = (struct past){ { c, past.c[0], past.c[1] } };
    }
}

static bool is_ascii(const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if ((unsigned char)text[i] >= 0x80)
            return false;
    }
    return true;
}

static void add_ascii(struct buf *out, const char *text, size_t len, bool fold_case)
{
    for (size_t i = 0; i < len; i++)
        buf_add_char(out, fold_case && is_upper((unsigned char)text[i])
                              ? (char)(text[i] - 'A' + 'a')
                              : text[i]);
}

/* Nearly every word: nothing in it to even out. */
static bool is_plain(const char *text, size_t len)
{
    return is_ascii(text, len) && memchr(text, '`', len) == NULL &&
           (len == 0 || text[len - 1] != '-');
}

/* Bytes of the leading run in which marks all matter, or all do not. */
static size_t mark_run(const char *text, size_t len, bool *matter)
{
    uint32_t c = 0;
    size_t at = utf8_next(text, len, &c);
    *matter = marks_matter(c);
    if (at == 0)
        return len;
    while (at < len) {
        size_t size = utf8_next(text + at, len - at, &c);
        if (size == 0 || marks_matter(c) != *matter)
            break;
        at += size;
    }
    return at;
}

void chars_fold(struct buf *out, const char *text, size_t len, unsigned strict)
{
    if (is_plain(text, len)) {
        add_ascii(out, text, len, !(strict & STRICT_CASE));
        return;
    }
    struct buf plain = { 0 };
    unsigned flags = (strict & STRICT_CASE ? 0u : (unsigned)FOLD_CASE) |
                     (strict & STRICT_ACCENTS ? 0u : (unsigned)FOLD_ACCENTS);
    typewrite(&plain, text, len, strict);
    for (size_t at = 0; at < plain.len;) {
        bool matter;
        size_t size = mark_run(plain.text + at, plain.len - at, &matter);
        if (is_ascii(plain.text + at, size))
            add_ascii(out, plain.text + at, size, flags & FOLD_CASE);
        else
            utf8_add_folded(out, plain.text + at, size,
                matter ? flags & ~(unsigned)FOLD_ACCENTS : flags);
        at += size;
    }
    buf_release(&plain);
}
