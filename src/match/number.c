#include "match/number.h"

#include <ctype.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* [-]DIGITSeEXPONENT of digits with anything else between them ignored. */
static const char *exact(
    bool negative, const char *digits, size_t len, long exponent, struct arena *arena)
{
    char *text = arena_alloc(arena, len + 24);
    size_t size = 0;
    for (size_t i = 0; i < len; i++) {
        if (is_digit(digits[i]) && (size > 0 || digits[i] != '0'))
            text[size++] = digits[i];
    }
    while (size > 0 && exponent >= 0 && text[size - 1] == '0') {
        size--;
        exponent++;
    }
    text[size] = '\0';
    if (size == 0)
        return "0e0";
    return arena_printf(arena, "%s%se%ld", negative ? "-" : "", text, exponent);
}

double number_value(const char *text)
{
    return strtod(text, NULL);
}

/* The parts of an exact number; the digits are borrowed from it. */
struct parts {
    bool negative;
    const char *digits;
    size_t len;
    long exponent;
};

static struct parts parts_of(const char *text)
{
    struct parts parts = { .negative = text[0] == '-' };
    parts.digits = text + parts.negative;
    parts.len = strcspn(parts.digits, "e");
    parts.exponent = strtol(parts.digits + parts.len + 1, NULL, 10);
    return parts;
}

static const char *scaled(const char *text, long zeros, struct arena *arena)
{
    struct parts p = parts_of(text);
    return exact(p.negative, p.digits, p.len, p.exponent + zeros, arena);
}

static size_t digit_run(const char *text, size_t len)
{
    size_t at = 0;
    while (at < len && is_digit(text[at]))
        at++;
    return at;
}

static bool is_separator(char c)
{
    return c == ',' || c == '.' || c == '\'';
}

/* Digits and the single separators between them. */
static size_t numeric_run(const char *text, size_t len)
{
    size_t at = digit_run(text, len);
    while (at + 1 < len && is_separator(text[at]) && is_digit(text[at + 1]))
        at += 1 + digit_run(text + at + 1, len - at - 1);
    return at;
}

/* Is it digits alone, or groups of three parted by `separator`? */
static bool is_grouped(const char *text, size_t len, char separator)
{
    size_t at = digit_run(text, len);
    if (at == len)
        return true;
    if (at > 3 || text[0] == '0')
        return false;
    while (at < len) {
        if (text[at] != separator || digit_run(text + at + 1, len - at - 1) != 3)
            return false;
        at += 4;
    }
    return true;
}

/* Where the decimal separator of a numeric run is; `len`: it is whole; SIZE_MAX: no number. */
static size_t decimal_place(const char *text, size_t len, char point)
{
    size_t first = digit_run(text, len), last = len;
    if (first == len)
        return len;
    while (!is_separator(text[last - 1]))
        last--;
    last--;
    bool once = first == last;
    bool head_grouped =
        text[first] != text[last] ? is_grouped(text, last, text[first]) : once;
    if (text[last] == point && head_grouped)
        return last;
    if (is_grouped(text, len, text[first]))
        return len;
    return text[last] != '\'' && head_grouped ? last : SIZE_MAX;
}

static void add_number(struct tokens *tokens, bool negative, const char *text, size_t len,
    size_t decimal, struct arena *arena)
{
    struct token *token = tokens_add(tokens, arena);
    size_t fraction = decimal < len ? len - decimal - 1 : 0;
    token->kind = TOKEN_NUMBER;
    token->text = exact(negative, text, len, -(long)fraction, arena);
    token->written = arena_printf(arena, "%s%.*s", negative ? "-" : "", (int)len, text);
    if (!negative && digit_run(text, len) == len)
        token->flags |= TOKEN_PLAIN;
}

/* "e23" behind digits: bytes of it, and its value; 0: there is none. */
static size_t scan_exponent(const char *text, size_t len, long *exponent)
{
    size_t at = 1;
    if (len < 2 || (text[0] != 'e' && text[0] != 'E'))
        return 0;
    if (text[at] == '-' || text[at] == '+')
        at++;
    size_t digits = at < len ? digit_run(text + at, len - at) : 0;
    if (digits == 0 || digits > 3 ||
        (at + digits < len && isalnum((unsigned char)text[at + digits])))
        return 0;
    *exponent = strtol(text + 1, NULL, 10);
    return at + digits;
}

size_t numbers_scan(const char *text, size_t len, bool negative, bool comma,
    struct tokens *tokens, struct arena *arena)
{
    size_t run = numeric_run(text, len);
    size_t decimal = decimal_place(text, run, comma ? ',' : '.');
    if (decimal != SIZE_MAX) {
        long exponent = 0;
        add_number(tokens, negative, text, run, decimal, arena);
        size_t more = scan_exponent(text + run, len - run, &exponent);
        if (more > 0) {
            struct token *token = &tokens->items[tokens->count - 1];
            token->text = scaled(token->text, exponent, arena);
            token->written = arena_printf(arena, "%.*s", (int)(run + more), text);
            token->flags &= ~(unsigned)TOKEN_PLAIN;
        }
        return run + more;
    }
    for (size_t at = 0; at < run;) {
        size_t size = digit_run(text + at, run - at);
        add_number(tokens, negative && at == 0, text + at, size, size, arena);
        if (at > 0)
            tokens->items[tokens->count - 1].flags |= TOKEN_BROKEN;
        at += size + 1;
    }
    return run;
}

/* --- numbers of several tokens --------------------------------------------------------- */

/*
 * Joins `count` tokens from *at into one that stands in the place of the last, where *at then
 * points; the caller copies what is done to the front.  So joining moves nothing.
 */
static struct token *merge(struct tokens *tokens, size_t *at, size_t count,
    const char *text, struct arena *arena)
{
    const char *written = tokens->items[*at].written;
    for (size_t i = 1; i < count; i++)
        written = arena_printf(arena, "%s %s", written, tokens->items[*at + i].written);
    struct token *token = tokens_merge(tokens, at, count);
    token->kind = TOKEN_NUMBER;
    token->text = text;
    token->written = written;
    token->flags &= ~(unsigned)TOKEN_PLAIN;
    return token;
}

static const struct token *peek(const struct tokens *tokens, size_t at)
{
    return at < tokens->count ? &tokens->items[at] : NULL;
}

enum { MAX_GROUPS = 12 }; // of three digits parted by spaces

/* "4 000": how many tokens are groups of one number. */
static size_t spaced_groups(const struct tokens *tokens, size_t at)
{
    const struct token *first = peek(tokens, at);
    if (!(first->flags & TOKEN_PLAIN) || strlen(first->written) > 3 ||
        first->written[0] == '0')
        return 1;
    size_t count = 1;
    for (; count < MAX_GROUPS; count++) {
        const struct token *next = peek(tokens, at + count);
        if (next == NULL || !(next->flags & TOKEN_PLAIN) || strlen(next->written) != 3 ||
            (next->flags & (TOKEN_SPACED | TOKEN_BROKEN)) != TOKEN_SPACED)
            break;
    }
    return count;
}

static void join_groups(struct tokens *tokens, size_t *at, struct arena *arena)
{
    size_t count = spaced_groups(tokens, *at);
    char digits[MAX_GROUPS * 3 + 1] = "";
    if (count == 1)
        return;
    for (size_t i = 0; i < count; i++)
        strcat(digits, tokens->items[*at + i].written);
    merge(tokens, at, count, exact(false, digits, strlen(digits), 0, arena), arena);
}

/* A number in words while it is read: the next token, the value so far, was it an ordinal? */
struct reading {
    const struct tokens *tokens;
    size_t next;
    bool ordinal;
};

static const struct number_word *word_at(
    const struct reading *r, size_t at, bool *is_ordinal)
{
    const struct token *token = peek(r->tokens, at);
    if (token == NULL || token->kind != TOKEN_WORD)
        return NULL;
    return number_word_of(token->text, is_ordinal);
}

/* In "twenty-one" punctuation may stand, in "twenty, one" it parts. */
static bool goes_on(const struct reading *r, size_t at)
{
    const struct token *token = peek(r->tokens, at);
    unsigned both = TOKEN_SPACED | TOKEN_BROKEN;
    return token != NULL && (token->flags & both) != both;
}

static bool read_below_hundred(struct reading *r, unsigned *value)
{
    bool ordinal;
    const struct number_word *word = word_at(r, r->next, &ordinal);
    if (word == NULL || word->value >= 100)
        return false;
    r->next++;
    r->ordinal = ordinal;
    *value = word->value;
    if (word->value < 20 || ordinal || !goes_on(r, r->next))
        return true;
    const struct number_word *unit = word_at(r, r->next, &ordinal);
    if (unit != NULL && unit->value >= 1 && unit->value <= 9) {
        r->next++;
        r->ordinal = ordinal;
        *value += unit->value;
    }
    return true;
}

static bool skips_and(struct reading *r)
{
    const struct token *token = peek(r->tokens, r->next);
    if (token == NULL || token->kind != TOKEN_WORD || strcmp(token->text, "and") != 0)
        return false;
    r->next++;
    return true;
}

/* "and" belongs to the number only if a number follows. */
static void read_rest_below_hundred(struct reading *r, unsigned *value)
{
    unsigned more = 0;
    struct reading before = *r;
    bool linked = skips_and(r);
    if ((linked || goes_on(r, r->next)) && read_below_hundred(r, &more) && more > 0)
        *value += more;
    else
        *r = before;
}

/* "a", or nothing, in front of a hundred or a scale word is one of it. */
static bool read_implied_one(struct reading *r)
{
    bool ordinal;
    const struct token *token = peek(r->tokens, r->next);
    size_t skip = token != NULL && token->kind == TOKEN_WORD && word_in("a", token->text);
    const struct number_word *word = word_at(r, r->next + skip, &ordinal);
    if (word == NULL || word->value < 100)
        return false;
    r->next += skip;
    return true;
}

static bool read_below_thousand(struct reading *r, unsigned *value)
{
    bool ordinal;
    *value = 1;
    if (!read_below_hundred(r, value) && !read_implied_one(r))
        return false;
    const struct number_word *word = word_at(r, r->next, &ordinal);
    if (r->ordinal || word == NULL || word->value != 100 || *value == 0)
        return true;
    r->next++;
    r->ordinal = ordinal;
    *value *= 100;
    if (!ordinal)
        read_rest_below_hundred(r, value);
    return true;
}

static unsigned peek_flags(const struct reading *r)
{
    const struct token *token = peek(r->tokens, r->next);
    return token != NULL ? token->flags : 0;
}

/* One step of "two million, three thousand and four": false when the number has ended. */
static bool read_part(struct reading *r, uint64_t *total, unsigned *scale)
{
    struct reading before = *r;
    unsigned value;
    bool ordinal, linked = *total > 0 && skips_and(r);
    bool comma = *total > 0 && !linked && (peek_flags(r) & TOKEN_BROKEN) != 0;
    if (!read_below_thousand(r, &value) || (*total > 0 && value == 0) ||
        (linked && value >= 100) || (comma && value < 100)) {
        *r = before;
        return false;
    }
    const struct number_word *word = word_at(r, r->next, &ordinal);
    if (r->ordinal || word == NULL || word->value < 1000 || value == 0) {
        *total += value;
        return false;
    }
    if (word->value >= *scale) {
        *r = before;
        return false;
    }
    r->next++;
    r->ordinal = ordinal;
    *scale = word->value;
    *total += (uint64_t)value * word->value;
    return !ordinal;
}

static void join_words(struct tokens *tokens, size_t *at, struct arena *arena)
{
    struct reading reading = { .tokens = tokens, .next = *at };
    uint64_t total = 0;
    unsigned scale = UINT32_MAX;
    while (read_part(&reading, &total, &scale))
        ;
    if (reading.next == *at)
        return;
    char *digits = arena_printf(arena, "%llu", (unsigned long long)total);
    struct token *token = merge(tokens, at, reading.next - *at,
        exact(false, digits, strlen(digits), 0, arena), arena);
    if (reading.ordinal)
        token->flags |= TOKEN_ORDINAL;
}

/* "4 million" */
static void join_scale(struct tokens *tokens, size_t *at, struct arena *arena)
{
    const struct token *next = peek(tokens, *at + 1);
    bool ordinal;
    if (next == NULL || next->kind != TOKEN_WORD || (next->flags & TOKEN_BROKEN))
        return;
    const struct number_word *word = number_word_of(next->text, &ordinal);
    if (word == NULL || ordinal || word->value < 100)
        return;
    long zeros = lround(log10(word->value));
    merge(tokens, at, 2, scaled(tokens->items[*at].text, zeros, arena), arena);
}

/* "6th": the ending right behind the digits */
static void join_ordinal(struct tokens *tokens, size_t *at)
{
    const struct token *next = peek(tokens, *at + 1);
    if (next == NULL || next->kind != TOKEN_WORD ||
        (next->flags & (TOKEN_SPACED | TOKEN_BROKEN)) ||
        !word_in("st nd rd th", next->text) || !(tokens->items[*at].flags & TOKEN_PLAIN))
        return;
    struct token *token = tokens_merge(tokens, at, 2);
    token->flags = (token->flags | TOKEN_ORDINAL) & ~(unsigned)TOKEN_PLAIN;
}

enum { EXPONENT_MAX = 999 };

/* The exponent of 10 that stands at `at`, as "10^23"; false if it is something else. */
static bool power_of_ten(const struct tokens *tokens, size_t at, long *exponent)
{
    const struct token *ten = peek(tokens, at), *raised = peek(tokens, at + 1);
    if (ten == NULL || raised == NULL || ten->kind != TOKEN_NUMBER ||
        raised->kind != TOKEN_NUMBER || !(raised->flags & TOKEN_RAISED) ||
        strcmp(ten->text, "1e1") != 0)
        return false;
    double power = number_value(raised->text);
    if (fabs(power) > EXPONENT_MAX || power != floor(power))
        return false;
    *exponent = lround(power);
    return true;
}

static void join_power(struct tokens *tokens, size_t *at, struct arena *arena)
{
    long exponent;
    if (power_of_ten(tokens, *at, &exponent)) {
        merge(tokens, at, 2, exact(false, "1", 1, exponent, arena), arena);
        return;
    }
    const struct token *times = peek(tokens, *at + 1);
    if (times != NULL && word_in("x *", times->text) &&
        power_of_ten(tokens, *at + 2, &exponent))
        merge(tokens, at, 4, scaled(tokens->items[*at].text, exponent, arena), arena);
}

static void join_at(struct tokens *tokens, size_t *at, bool english, struct arena *arena)
{
    if (english && tokens->items[*at].kind == TOKEN_WORD)
        join_words(tokens, at, arena);
    if (tokens->items[*at].kind != TOKEN_NUMBER)
        return;
    join_groups(tokens, at, arena);
    join_power(tokens, at, arena);
    if (english) {
        join_ordinal(tokens, at);
        join_scale(tokens, at, arena);
    }
}

/* "minus five" is a sign unless a number stands before it: "seven minus five". */
static void join_sign(
    struct tokens *tokens, size_t *at, bool after_number, struct arena *arena)
{
    const struct token *number = peek(tokens, *at + 1);
    if (after_number || number == NULL || number->kind != TOKEN_NUMBER ||
        number->text[0] == '-' || !word_in("minus negative", tokens->items[*at].text))
        return;
    struct parts p = parts_of(number->text);
    merge(tokens, at, 2, exact(true, p.digits, p.len, p.exponent, arena), arena);
}

void numbers_join(
    struct tokens *tokens, const struct language *language, struct arena *arena)
{
    size_t done = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        join_at(tokens, &i, language->english, arena);
        tokens->items[done++] = tokens->items[i];
    }
    tokens->count = done;
    done = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        bool after_number = done > 0 && tokens->items[done - 1].kind == TOKEN_NUMBER;
        if (language->english)
            join_sign(tokens, &i, after_number, arena);
        tokens->items[done++] = tokens->items[i];
    }
    tokens->count = done;
}

/* --- why is it another number? --------------------------------------------------------- */

/* How many places differ between two runs of digits of the same length. */
static size_t places_differing(const char *a, const char *b, size_t *first)
{
    size_t count = 0;
    for (size_t i = 0; a[i] != '\0'; i++) {
        if (a[i] != b[i] && count++ == 0)
            *first = i;
    }
    return count;
}

static const char *digits_of(const char *written, struct arena *arena)
{
    char *digits = arena_alloc(arena, strlen(written) + 1);
    size_t size = 0;
    for (const char *c = written; *c != '\0'; c++) {
        if (is_digit(*c))
            digits[size++] = *c;
        else if (!is_separator(*c) && *c != ' ' && *c != '-')
            return ""; // in words: its digits were not written
    }
    return digits;
}

static const char *slip_of_digits(const char *a, const char *b)
{
    size_t at = 0;
    if (a[0] == '\0' || strlen(a) != strlen(b) || strlen(a) < 2)
        return NULL;
    size_t count = places_differing(a, b, &at);
    if (count == 1)
        return "one digit differs";
    if (count == 2 && a[at] == b[at + 1] && a[at + 1] == b[at])
        return "two digits are swapped";
    return NULL;
}

static const char *kind_of_difference(
    const struct token *typed, const struct token *expected, struct arena *arena)
{
    double a = number_value(typed->text), b = number_value(expected->text);
    if (a == -b)
        return "the other sign";
    if (fabs(a - b) == 1.0 && a == floor(a))
        return "one off";
    const char *slip = slip_of_digits(
        digits_of(typed->written, arena), digits_of(expected->written, arena));
    return slip != NULL ? slip : "another number";
}

const char *number_difference(
    const struct token *typed, const struct token *expected, struct arena *arena)
{
    const char *a = text_quote(typed->written, strlen(typed->written), arena);
    const char *b = text_quote(expected->written, strlen(expected->written), arena);
    return arena_printf(
        arena, "%s: %s is not %s", kind_of_difference(typed, expected, arena), a, b);
}
