/*
 * The strict scan: RFC 8259 by recursive descent, one function for each rule of the grammar.
 * Nesting is limited, so the recursion is too.  A scanner stops at the first fault; `fail`
 * returns false so that every rule fails in one line.
 */
#include "base/json.h"
#include "base/utf8.h"

#include <string.h>

struct scanner {
    struct source *source;
    const char *text;
    size_t len, at;
    int depth;
    size_t values;
    void (*on_value)(void *context, size_t offset);
    void *context;
    struct err *err;
};

static bool scan_value(struct scanner *s);

static int peek(const struct scanner *s)
{
    return s->at < s->len ? (unsigned char)s->text[s->at] : -1;
}

static void skip_space(struct scanner *s)
{
    int c;
    while ((c = peek(s)) == ' ' || c == '\n' || c == '\t' || c == '\r')
        s->at++;
}

static bool fail(struct scanner *s, const char *what)
{
    return err_at(s->err, s->source, s->at, "%s", what);
}

static bool fail_byte(struct scanner *s)
{
    return err_at(s->err, s->source, s->at,
        "byte 0x%02X is not valid UTF-8; save the file as UTF-8", (unsigned)peek(s));
}

static bool fail_found(struct scanner *s, const char *expected)
{
    int c = peek(s);
    uint32_t character;
    size_t size = utf8_next(s->text + s->at, s->len - s->at, &character);
    if (c < 0)
        return err_at(
            s->err, s->source, s->at, "expected %s, found the end of the file", expected);
    if (size == 0)
        return fail_byte(s);
    if (c < 0x20 || c == 0x7F)
        return err_at(s->err, s->source, s->at,
            "expected %s, found a control character (0x%02X)", expected, (unsigned)c);
    return err_at(s->err, s->source, s->at, "expected %s, found '%.*s'", expected,
        (int)size, s->text + s->at);
}

/* The same between values, where people would put a comment. */
static bool fail_between(struct scanner *s, const char *expected)
{
    if (peek(s) == '/' || peek(s) == '#')
        return fail(s, "JSON has no comments; use a key \"//\"");
    return fail_found(s, expected);
}

static bool fail_word(struct scanner *s)
{
    return fail(s, "a word that is not true, false or null; put quotes around text");
}

static bool fail_control(struct scanner *s)
{
    int c = peek(s);
    if (c == '\n' || c == '\r')
        return fail(
            s, "a line break inside a string; write \\n, or close the string with \"");
    if (c == '\t')
        return fail(s, "a tab inside a string; write \\t");
    if (c == '\0')
        return fail(s, "a NUL character inside a string; leave it out");
    return err_at(s->err, s->source, s->at,
        "control character 0x%02X inside a string; write \\u%04X", (unsigned)c,
        (unsigned)c);
}

static int hex_digit(int c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/* Reads the XXXX of \uXXXX, the scanner standing behind the u. */
static bool scan_hex4(struct scanner *s, unsigned *code)
{
    *code = 0;
    for (int i = 0; i < 4; i++) {
        int digit = hex_digit(peek(s));
        if (digit < 0)
            return fail_found(s, "four hexadecimal digits after \\u");
        *code = *code * 16 + (unsigned)digit;
        s->at++;
    }
    return true;
}

static bool scan_unicode_escape(struct scanner *s)
{
    size_t start = s->at - 2;
    unsigned code, low;
    if (!scan_hex4(s, &code))
        return false;
    if (code == 0) {
        s->at = start;
        return fail(s, "the character \\u0000 is not supported; leave it out");
    }
    if (code < 0xD800 || code > 0xDFFF)
        return true;
    if (code < 0xDC00 && s->len - s->at > 2 && memcmp(s->text + s->at, "\\u", 2) == 0) {
        s->at += 2;
        if (!scan_hex4(s, &low))
            return false;
        if (low >= 0xDC00 && low <= 0xDFFF)
            return true;
    }
    s->at = start;
    return fail(s, "half of a surrogate pair; write the character itself");
}

static bool scan_escape(struct scanner *s)
{
    s->at++;
    int c = peek(s);
    if (c > 0 && strchr("\"\\/bfnrt", c) != NULL) {
        s->at++;
        return true;
    }
    if (c == 'u') {
        s->at++;
        return scan_unicode_escape(s);
    }
    return fail_found(s, "one of \" \\ / b f n r t u after a backslash");
}

static bool scan_plain_character(struct scanner *s)
{
    int c = peek(s);
    if (c < 0)
        return fail(s, "the string does not end; add a closing \"");
    if (c < 0x20)
        return fail_control(s);
    uint32_t character;
    size_t size = utf8_next(s->text + s->at, s->len - s->at, &character);
    if (size == 0)
        return fail_byte(s);
    s->at += size;
    return true;
}

/*
 * Are the next eight bytes neither control characters, quotes, backslashes nor beyond ASCII?
 * A byte less than what is taken off it borrows, which sets its top bit; a borrow may also
 * betray a neighbour, so "no" is a suspicion only.
 */
static bool are_plain(const char *text)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones << 7;
    uint64_t bytes;
    memcpy(&bytes, text, sizeof bytes);
    uint64_t quotes = bytes ^ ones * '"', slashes = bytes ^ ones * '\\';
    return ((bytes | (bytes - ones * 0x20) | (quotes - ones) | (slashes - ones)) &
               tops) == 0;
}

static bool scan_string(struct scanner *s)
{
    s->at++;
    for (;;) {
        while (s->len - s->at >= 8 && are_plain(s->text + s->at))
            s->at += 8;
        while (s->at < s->len && (unsigned char)s->text[s->at] >= 0x20 &&
               (unsigned char)s->text[s->at] < 0x80 && s->text[s->at] != '"' &&
               s->text[s->at] != '\\')
            s->at++;
        int c = peek(s);
        if (c == '"') {
            s->at++;
            return true;
        }
        if (!(c == '\\' ? scan_escape(s) : scan_plain_character(s)))
            return false;
    }
}

static bool scan_digits(struct scanner *s, const char *where)
{
    if (peek(s) < '0' || peek(s) > '9')
        return fail_found(s, where);
    while (peek(s) >= '0' && peek(s) <= '9')
        s->at++;
    return true;
}

static bool scan_number(struct scanner *s)
{
    size_t start = s->at;
    if (peek(s) == '-')
        s->at++;
    size_t first = s->at;
    if (!scan_digits(s, "a digit"))
        return false;
    if (s->text[first] == '0' && s->at > first + 1) {
        s->at = start;
        return fail(s, "a number must not begin with 0; leave the 0 out, or quote it");
    }
    if (peek(s) == '.') {
        s->at++;
        if (!scan_digits(s, "a digit after the decimal point"))
            return false;
    }
    if (peek(s) == 'e' || peek(s) == 'E') {
        s->at++;
        if (peek(s) == '+' || peek(s) == '-')
            s->at++;
        return scan_digits(s, "a digit in the exponent");
    }
    return true;
}

static bool scan_word(struct scanner *s, const char *word)
{
    size_t len = strlen(word);
    if (s->len - s->at < len || memcmp(s->text + s->at, word, len) != 0)
        return fail_word(s);
    s->at += len;
    return true;
}

/* After an item: true with *more for a comma, true without for the closing bracket. */
static bool scan_separator(struct scanner *s, int close, bool *more)
{
    skip_space(s);
    int c = peek(s);
    *more = c == ',';
    if (c != ',' && c != close)
        return fail_between(s,
            close == ']' ? "',' or ']' after a list item" : "',' or '}' after a value");
    size_t comma = s->at++;
    if (!*more)
        return true;
    skip_space(s);
    if (peek(s) != close)
        return true;
    s->at = comma;
    return fail(s, close == ']' ? "a comma before the closing ']'; leave it out"
                                : "a comma before the closing '}'; leave it out");
}

static bool scan_array(struct scanner *s)
{
    s->at++;
    skip_space(s);
    bool more = peek(s) != ']';
    if (!more)
        s->at++;
    while (more)
        if (!scan_value(s) || !scan_separator(s, ']', &more))
            return false;
    return true;
}

static bool scan_member(struct scanner *s)
{
    skip_space(s);
    if (peek(s) == '\'')
        return fail(s, "a key in single quotes; use \"double quotes\"");
    if (peek(s) != '"')
        return fail_between(s, "a key in double quotes");
    if (!scan_string(s))
        return false;
    skip_space(s);
    if (peek(s) != ':')
        return fail_between(s, "':' after the key");
    s->at++;
    return scan_value(s);
}

static bool scan_object(struct scanner *s)
{
    s->at++;
    skip_space(s);
    bool more = peek(s) != '}';
    if (!more)
        s->at++;
    while (more)
        if (!scan_member(s) || !scan_separator(s, '}', &more))
            return false;
    return true;
}

static bool scan_nested(struct scanner *s, bool (*scan)(struct scanner *s))
{
    if (s->depth == JSON_MAX_DEPTH)
        return fail(s, "nested more than 64 levels deep");
    s->depth++;
    if (!scan(s))
        return false;
    s->depth--;
    return true;
}

static bool scan_value(struct scanner *s)
{
    skip_space(s);
    if (++s->values > JSON_MAX_VALUES)
        return fail(s, "more than 4 million values; split the file");
    if (s->on_value != NULL)
        s->on_value(s->context, s->at);
    int c = peek(s);
    if (c == '{')
        return scan_nested(s, scan_object);
    if (c == '[')
        return scan_nested(s, scan_array);
    if (c == '"')
        return scan_string(s);
    if (c == '-' || (c >= '0' && c <= '9'))
        return scan_number(s);
    if (c == 't')
        return scan_word(s, "true");
    if (c == 'f')
        return scan_word(s, "false");
    if (c == 'n')
        return scan_word(s, "null");
    if (c == '\'')
        return fail(s, "text in single quotes; use \"double quotes\"");
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
        return fail_word(s);
    return fail_between(s, "a value");
}

bool json_scan(struct source *source, void (*on_value)(void *context, size_t offset),
    void *context, struct err *err)
{
    struct scanner s = {
        .source = source,
        .text = source->text,
        .len = source->len,
        .on_value = on_value,
        .context = context,
        .err = err,
    };
    if (s.len > JSON_MAX_BYTES)
        return fail(&s, "larger than 64 MiB; split the file");
    if (s.len >= 3 && memcmp(s.text, "\xEF\xBB\xBF", 3) == 0)
        s.at = 3;
    if (!scan_value(&s))
        return false;
    skip_space(&s);
    if (s.at < s.len)
        return fail_between(&s, "nothing after the value");
    return true;
}
