/*
 * Numbers of several tokens.
 *
 * One pass from left to right: at each token the longest number that begins there is joined,
 * and what is done is copied to the front, so that the whole takes linear time.  A last pass
 * reads "minus" in front of a number.
 */
#include "match/number.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

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

enum { MAX_GROUPS = 12 }; // of three digits parted by spaces

/* "4 000": how many tokens are groups of one number. */
static size_t spaced_groups(const struct tokens *tokens, size_t at)
{
    const struct token *first = tokens_peek(tokens, at);
    if (!(first->flags & TOKEN_PLAIN) || strlen(first->written) > 3 ||
        first->written[0] == '0')
        return 1;
    size_t count = 1;
    for (; count < MAX_GROUPS; count++) {
        const struct token *next = tokens_peek(tokens, at + count);
        if (next == NULL || !(next->flags & TOKEN_PLAIN) || strlen(next->written) != 3 ||
            (next->flags & (TOKEN_SPACED | TOKEN_BROKEN)) != TOKEN_SPACED)
            break;
    }
    return count;
}

/* The last group of "1 234.5": bytes of its fraction, 0: it is no such group. */
static size_t spaced_fraction(const struct tokens *tokens, size_t at)
{
    const struct token *last = tokens_peek(tokens, at);
    if (last == NULL || last->kind != TOKEN_NUMBER ||
        (last->flags & (TOKEN_SPACED | TOKEN_BROKEN)) != TOKEN_SPACED)
        return 0;
    const char *digits = "0123456789", *written = last->written;
    if (strspn(written, digits) != 3 || strchr(",.", written[3]) == NULL)
        return 0;
    size_t fraction = strspn(written + 4, digits);
    return written[4 + fraction] == '\0' && fraction < 12 ? fraction : 0;
}

static void join_groups(struct tokens *tokens, size_t *at, struct arena *arena)
{
    size_t count = spaced_groups(tokens, *at);
    const struct token *first = tokens_peek(tokens, *at);
    bool grouped = count > 1 || (first->flags & TOKEN_PLAIN && first->written[0] != '0' &&
                                    strlen(first->written) <= 3);
    size_t fraction = grouped ? spaced_fraction(tokens, *at + count) : 0;
    count += fraction > 0;
    char digits[MAX_GROUPS * 3 + 20] = "";
    if (count == 1)
        return;
    for (size_t i = 0; i < count; i++)
        strcat(digits, tokens->items[*at + i].written);
    merge(tokens, at, count,
        number_exact(false, digits, strlen(digits), -(long)fraction, arena), arena);
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
    const struct token *token = tokens_peek(r->tokens, at);
    if (token == NULL || token->kind != TOKEN_WORD)
        return NULL;
    return number_word_of(token->text, is_ordinal);
}

/* In "twenty-one" punctuation may stand, in "twenty, one" it parts. */
static bool goes_on(const struct reading *r, size_t at)
{
    const struct token *token = tokens_peek(r->tokens, at);
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
    const struct token *token = tokens_peek(r->tokens, r->next);
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
    const struct token *token = tokens_peek(r->tokens, r->next);
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
    const struct token *token = tokens_peek(r->tokens, r->next);
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
        number_exact(false, digits, strlen(digits), 0, arena), arena);
    if (reading.ordinal)
        token->flags |= TOKEN_ORDINAL;
}

/* "4 million" */
static void join_scale(struct tokens *tokens, size_t *at, struct arena *arena)
{
    const struct token *next = tokens_peek(tokens, *at + 1);
    bool ordinal;
    if (next == NULL || next->kind != TOKEN_WORD || (next->flags & TOKEN_BROKEN))
        return;
    const struct number_word *word = number_word_of(next->text, &ordinal);
    if (word == NULL || ordinal || word->value < 100)
        return;
    long zeros = lround(log10(word->value));
    merge(tokens, at, 2, number_scaled(tokens->items[*at].text, zeros, arena), arena);
}

static bool word_stands(const struct tokens *tokens, size_t at, const char *words)
{
    const struct token *token = tokens_peek(tokens, at);
    return token != NULL && token->kind == TOKEN_WORD && word_in(words, token->text);
}

/* "two and a half" */
static void join_and_a_half(struct tokens *tokens, size_t *at, struct arena *arena)
{
    double value = number_value(tokens->items[*at].text);
    if (!word_stands(tokens, *at + 1, "and") || !word_stands(tokens, *at + 2, "a") ||
        !word_stands(tokens, *at + 3, "half") || value < 0 || value > 1e9 ||
        value != floor(value))
        return;
    char *digits = arena_printf(arena, "%.0f5", value);
    merge(tokens, at, 4, number_exact(false, digits, strlen(digits), -1, arena), arena);
}

/* "half a million" */
static void join_half_of_scale(struct tokens *tokens, size_t *at, struct arena *arena)
{
    bool ordinal;
    if (!word_stands(tokens, *at, "half") || !word_stands(tokens, *at + 1, "a"))
        return;
    const struct token *next = tokens_peek(tokens, *at + 2);
    const struct number_word *word =
        next != NULL ? number_word_of(next->text, &ordinal) : NULL;
    if (word == NULL || ordinal || word->value < 100)
        return;
    char *digits = arena_printf(arena, "%u", word->value / 2);
    merge(tokens, at, 3, number_exact(false, digits, strlen(digits), 0, arena), arena);
}

/* "6th": the ending right behind the digits */
static void join_ordinal(struct tokens *tokens, size_t *at)
{
    const struct token *next = tokens_peek(tokens, *at + 1);
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
    const struct token *ten = tokens_peek(tokens, at),
                       *raised = tokens_peek(tokens, at + 1);
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
        merge(tokens, at, 2, number_exact(false, "1", 1, exponent, arena), arena);
        return;
    }
    const struct token *times = tokens_peek(tokens, *at + 1);
    if (times != NULL && word_in("x *", times->text) &&
        power_of_ten(tokens, *at + 2, &exponent))
        merge(tokens, at, 4, number_scaled(tokens->items[*at].text, exponent, arena),
            arena);
}

/* "two dozen", "a dozen" */
static void join_dozen(struct tokens *tokens, size_t *at, struct arena *arena)
{
    const struct token *first = &tokens->items[*at];
    bool number = first->kind == TOKEN_NUMBER, one = word_in("a dozen", first->text);
    size_t dozen = strcmp(first->text, "dozen") == 0 ? *at : *at + 1;
    const struct token *word = tokens_peek(tokens, dozen);
    if (!(number || one) || word == NULL || !word_in("dozen dozens", word->text) ||
        (dozen > *at && word->flags & TOKEN_BROKEN))
        return;
    double value = 12 * (number ? number_value(first->text) : 1);
    if (value != floor(value) || fabs(value) > 1e9)
        return;
    char *digits = arena_printf(arena, "%.0f", fabs(value));
    merge(tokens, at, dozen - *at + 1,
        number_exact(value < 0, digits, strlen(digits), 0, arena), arena);
}

static void join_at(struct tokens *tokens, size_t *at, bool english, struct arena *arena)
{
    if (english && tokens->items[*at].kind == TOKEN_WORD) {
        join_half_of_scale(tokens, at, arena);
        join_words(tokens, at, arena);
    }
    if (english)
        join_dozen(tokens, at, arena);
    if (tokens->items[*at].kind != TOKEN_NUMBER)
        return;
    join_groups(tokens, at, arena);
    join_power(tokens, at, arena);
    if (english) {
        join_ordinal(tokens, at);
        join_and_a_half(tokens, at, arena);
        join_scale(tokens, at, arena);
    }
}

/* "minus five" is a sign unless a number stands before it: "seven minus five". */
static void join_sign(
    struct tokens *tokens, size_t *at, bool after_number, struct arena *arena)
{
    const struct token *number = tokens_peek(tokens, *at + 1);
    if (after_number || number == NULL || number->kind != TOKEN_NUMBER ||
        number->text[0] == '-' || !word_in("minus negative", tokens->items[*at].text))
        return;
    const char *text = strcmp(number->text, "0e0") == 0
                           ? number->text
                           : arena_printf(arena, "-%s", number->text);
    merge(tokens, at, 2, text, arena);
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
    numbers_join_regnal(tokens, arena);
}
