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

const char *number_exact(
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

const char *number_scaled(const char *text, long zeros, struct arena *arena)
{
    bool negative = text[0] == '-';
    const char *digits = text + negative;
    size_t len = strcspn(digits, "e");
    long exponent = strtol(digits + len + 1, NULL, 10);
    return number_exact(negative, digits, len, exponent + zeros, arena);
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
    token->text = number_exact(negative, text, len, -(long)fraction, arena);
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
            token->text = number_scaled(token->text, exponent, arena);
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

/* Does the point stand at the same place?  The digits of 0.5 and 50 say nothing. */
static bool same_scale(double a, const char *a_digits, double b, const char *b_digits)
{
    double left = fabs(a) * strtod(b_digits, NULL);
    double right = fabs(b) * strtod(a_digits, NULL);
    return fabs(left - right) <= 1e-9 * left;
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
    const char *a_digits = digits_of(typed->written, arena);
    const char *b_digits = digits_of(expected->written, arena);
    const char *slip = slip_of_digits(a_digits, b_digits);
    return slip != NULL && same_scale(a, a_digits, b, b_digits) ? slip : "another number";
}

const char *number_difference(
    const struct token *typed, const struct token *expected, struct arena *arena)
{
    const char *a = text_quote(typed->written, strlen(typed->written), arena);
    const char *b = text_quote(expected->written, strlen(expected->written), arena);
    return arena_printf(
        arena, "%s: %s is not %s", kind_of_difference(typed, expected, arena), a, b);
}
