#include "match/token.h"

#include "base/utf8.h"
#include "match/chars.h"
#include "match/key.h"
#include "match/number.h"

#include <string.h>

bool token_same(const struct token *a, const struct token *b)
{
    return a->kind == b->kind && strcmp(a->text, b->text) == 0 &&
           (a->flags & TOKEN_ORDINAL) == (b->flags & TOKEN_ORDINAL);
}

const struct token *tokens_peek(const struct tokens *tokens, size_t at)
{
    return at < tokens->count ? &tokens->items[at] : NULL;
}

struct token *tokens_add(struct tokens *tokens, struct arena *arena)
{
    tokens->items = arena_grow(
        arena, tokens->items, tokens->count, &tokens->capacity, sizeof *tokens->items);
    struct token *token = &tokens->items[tokens->count++];
    *token = (struct token){ .text = "", .written = "" };
    return token;
}

struct token *tokens_merge(struct tokens *tokens, size_t *at, size_t count)
{
    struct token first = tokens->items[*at];
    *at += count - 1;
    first.to = tokens->items[*at].to;
    tokens->items[*at] = first;
    return &tokens->items[*at];
}

/* --- one word -------------------------------------------------------------------------- */

struct scanner {
    const char *text; // one folded word
    size_t len, at;
    size_t from, to; // its bytes in the source
    unsigned strict;
    bool formula; // brackets and hyphens count
    const struct language *language;
    struct tokens *tokens;
    unsigned gap; // flags of the next token
    struct arena *arena;
};

static char byte_at(const struct scanner *s, size_t at)
{
    return at < s->len ? s->text[at] : '\0';
}

static bool is_ascii_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void place(struct scanner *s, struct token *token)
{
    token->flags |= s->gap;
    token->from = s->from;
    token->to = s->to;
    s->gap = 0;
}

static void add_token(struct scanner *s, enum token_kind kind, const char *text,
    size_t len, size_t consumed)
{
    struct token *token = tokens_add(s->tokens, s->arena);
    token->kind = kind;
    token->text = arena_strndup(s->arena, text, len);
    token->written = token->text;
    place(s, token);
    s->at += consumed;
}

/* A hyphen is a minus where a number begins and none stands before. */
static bool is_minus(const struct scanner *s)
{
    if (s->text[s->at] != '-' || s->strict & STRICT_PUNCTUATION)
        return false;
    char next = byte_at(s, s->at + 1);
    if (!is_ascii_digit(next) && (next != '.' || !is_ascii_digit(byte_at(s, s->at + 2))))
        return false;
    size_t count = s->tokens->count;
    bool after_number = count > 0 && s->tokens->items[count - 1].kind == TOKEN_NUMBER;
    if (s->gap & TOKEN_RAISED)
        return true;
    return !after_number &&
           (s->at == 0 || strchr("(=<>+*/[", s->text[s->at - 1]) != NULL);
}

static void scan_number(struct scanner *s)
{
    size_t before = s->tokens->count;
    bool negative = s->text[s->at] == '-';
    s->at += negative;
    s->at += numbers_scan(s->text + s->at, s->len - s->at, negative, s->language->comma,
        s->tokens, s->arena);
    for (size_t i = before; i < s->tokens->count; i++)
        place(s, &s->tokens->items[i]);
}

/* ".5" */
static bool is_bare_decimal(const struct scanner *s)
{
    size_t at = s->at + (s->text[s->at] == '-');
    return !(s->strict & STRICT_PUNCTUATION) && byte_at(s, at) == '.' &&
           is_ascii_digit(byte_at(s, at + 1)) && (s->at == 0 || at > s->at);
}

static void scan_bare_decimal(struct scanner *s)
{
    bool negative = s->text[s->at] == '-';
    s->at += negative;
    char *whole = arena_printf(s->arena, "0%.*s", (int)(s->len - s->at), s->text + s->at);
    size_t before = s->tokens->count;
    s->at += numbers_scan(whole, strlen(whole), negative, false, s->tokens, s->arena) - 1;
    struct token *token = &s->tokens->items[before];
    token->written = arena_printf(
        s->arena, "%s%s", negative ? "-" : "", token->written + negative + 1);
    for (size_t i = before; i < s->tokens->count; i++)
        place(s, &s->tokens->items[i]);
}

static bool is_word_char(const struct scanner *s, uint32_t c)
{
    if (s->strict & STRICT_PUNCTUATION && utf8_is_digit(c))
        return true;
    if (c < 0x80) // most of all text
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return utf8_is_letter(c);
}

static void scan_word(struct scanner *s)
{
    size_t end = s->at;
    while (end < s->len) {
        uint32_t c = 0;
        size_t size = utf8_next(s->text + end, s->len - end, &c);
        if (size == 0 || !is_word_char(s, c))
            break;
        end += size;
    }
    add_token(s, TOKEN_WORD, s->text + s->at, end - s->at, end - s->at);
}

/* Signs that are written as words too. */
static const char *sign_word(const struct scanner *s, uint32_t c)
{
    if (s->strict & STRICT_PUNCTUATION)
        return NULL;
    if (c == '&')
        return s->language->english ? "and" : NULL;
    if (c == '%')
        return "percent";
    return c == 0xB0 ? "degrees" : NULL;
}

/* An exponent follows: "^2", "^-3". */
static bool raises(const struct scanner *s)
{
    size_t at = s->at + 1;
    if (s->strict & STRICT_PUNCTUATION || s->text[s->at] != '^')
        return false;
    at += byte_at(s, at) == '-' || byte_at(s, at) == '+';
    return is_ascii_digit(byte_at(s, at));
}

/* Punctuation that is part of an operator, or of a formula. */
static bool is_significant(const struct scanner *s, uint32_t c)
{
    char next = byte_at(s, s->at + 1);
    if (s->strict & STRICT_PUNCTUATION)
        return true;
    if (c < 0x80 && strchr("!:-?", (int)c) != NULL && (next == '=' || next == '>'))
        return true;
    if ((c == '[' || c == ']') && s->text[0] != '[') // arr[0]
        return true;
    if (c == '-' && s->at == 0 && memchr(s->text, '(', s->len) != NULL) // -sin(x)
        return true;
    if (c == '.' && s->at > 0 && s->text[s->at - 1] == '/' && next != '\0') // ~/.config
        return true;
    return s->formula && c < 0x80 && strchr("()[]{}-", (int)c) != NULL;
}

static void scan_mark(struct scanner *s, uint32_t c, size_t size)
{
    const char *word = sign_word(s, c);
    if (word != NULL) {
        add_token(s, TOKEN_WORD, word, strlen(word), size);
    } else if (raises(s)) {
        s->gap |= TOKEN_RAISED;
        s->at += byte_at(s, s->at + 1) == '+' ? 2 : 1;
    } else if (c == '\'' && !(s->strict & STRICT_PUNCTUATION)) {
        if (s->tokens->count > 0 && s->gap == 0)
            s->tokens->items[s->tokens->count - 1].flags |= TOKEN_ELIDED;
        s->at += size;
    } else if (c == 0x2212 || c == 0x2044) { // a charge; the slash of a folded fraction
        add_token(s, TOKEN_SIGN, c == 0x2212 ? "-" : "/", 1, size);
    } else if (!char_is_punctuation(c) || is_significant(s, c)) {
        add_token(s, TOKEN_SIGN, s->text + s->at, size, size);
    } else {
        s->gap |= TOKEN_BROKEN;
        s->at += size;
    }
}

static void scan(struct scanner *s)
{
    uint32_t c = 0;
    size_t size = utf8_next(s->text + s->at, s->len - s->at, &c);
    bool digit = is_ascii_digit(s->text[s->at]) && !(s->strict & STRICT_PUNCTUATION);
    if (size == 0) {
        s->at++; // cannot be: folded text is valid
    } else if (char_is_gap(c)) {
        s->gap |= TOKEN_SPACED;
        s->at += size;
    } else if (char_is_invisible(c)) {
        s->at += size;
    } else if (is_bare_decimal(s) && (c == '.' || is_minus(s))) {
        scan_bare_decimal(s);
    } else if (digit || is_minus(s)) {
        scan_number(s);
    } else if (is_word_char(s, c)) {
        scan_word(s);
    } else {
        scan_mark(s, c, size);
    }
}

/* --- all words ------------------------------------------------------------------------- */

static struct tokens read_words(const char *text, unsigned strict,
    const struct language *language, struct arena *arena)
{
    struct tokens tokens = { 0 };
    struct buf folded = { 0 };
    struct scanner s = {
        .strict = strict, .language = language, .tokens = &tokens, .arena = arena
    };
    size_t len = strlen(text);
    s.formula = strpbrk(text, "+=*<>|") != NULL;
    for (size_t at = 0; at < len;) {
        at += text_span(text + at, len - at, char_is_gap, true);
        size_t size = text_span(text + at, len - at, char_is_gap, false);
        buf_clear(&folded);
        chars_fold(&folded, text + at, size, strict);
        s.text = buf_text(&folded);
        s.len = folded.len;
        s.at = 0;
        s.from = at;
        s.to = at + size;
        s.gap = (s.gap & TOKEN_BROKEN) | (tokens.count > 0 ? (unsigned)TOKEN_SPACED : 0u);
        while (s.at < s.len)
            scan(&s);
        at += size;
    }
    buf_release(&folded);
    return tokens;
}

/* "n ^ 2" is "n^2" */
static void join_raised(struct tokens *tokens)
{
    size_t done = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        if (i > 0 && i + 1 < tokens->count && strcmp(tokens->items[i].text, "^") == 0 &&
            tokens->items[i + 1].kind == TOKEN_NUMBER) {
            struct token *raised = &tokens->items[++i];
            raised->flags =
                (raised->flags & ~(unsigned)(TOKEN_SPACED | TOKEN_BROKEN)) | TOKEN_RAISED;
        }
        tokens->items[done++] = tokens->items[i];
    }
    tokens->count = done;
}

struct tokens tokens_read(const char *text, unsigned strict,
    const struct language *language, struct arena *arena)
{
    struct tokens tokens = read_words(text, strict, language, arena);
    if (tokens.count == 0) // punctuation alone says what it is
        return read_words(text, strict | STRICT_PUNCTUATION, language, arena);
    if (strict & STRICT_PUNCTUATION)
        return tokens;
    join_raised(&tokens);
    if (language->english)
        tokens_join_contractions(&tokens, arena);
    numbers_join(&tokens, language, arena);
    return tokens;
}
