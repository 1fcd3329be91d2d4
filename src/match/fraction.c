/*
 * Parts of one: "2/3", "two thirds", "one half", "a quarter", "half".
 *
 * In words the denominator is an ordinal from the third to the tenth; "third" alone is none.
 */
#include "match/number.h"

#include <string.h>

static bool is_whole_number(const struct token *token)
{
    return token != NULL && token->kind == TOKEN_NUMBER &&
           !(token->flags & TOKEN_ORDINAL);
}

static size_t read_digits(
    const struct tokens *tokens, size_t at, struct fraction *fraction)
{
    const struct token *over = tokens_peek(tokens, at),
                       *slash = tokens_peek(tokens, at + 1);
    const struct token *under = tokens_peek(tokens, at + 2);
    if (!is_whole_number(over) || slash == NULL || strcmp(slash->text, "/") != 0 ||
        !is_whole_number(under) || number_value(under->text) == 0)
        return 0;
    *fraction = (struct fraction){ over->text, under->text, false };
    return 3;
}

static const struct denominator {
    const char *one, *many, *text;
} denominators[] = { { "half", "halves", "2e0" }, { "quarter", "quarters", "4e0" },
    { "third", "thirds", "3e0" }, { "fourth", "fourths", "4e0" },
    { "fifth", "fifths", "5e0" }, { "sixth", "sixths", "6e0" },
    { "seventh", "sevenths", "7e0" }, { "eighth", "eighths", "8e0" },
    { "ninth", "ninths", "9e0" }, { "tenth", "tenths", "1e1" } };

/* "third" was read as an ordinal, "thirds" is a word still. */
static const struct denominator *denominator_of(const struct token *token, bool *many)
{
    for (size_t i = 0; i < sizeof denominators / sizeof *denominators; i++) {
        *many = strcmp(token->written, denominators[i].many) == 0;
        if (*many || strcmp(token->written, denominators[i].one) == 0)
            return &denominators[i];
    }
    return NULL;
}

size_t fraction_read(const struct tokens *tokens, size_t at, struct fraction *fraction)
{
    const struct token *over = tokens_peek(tokens, at),
                       *under = tokens_peek(tokens, at + 1);
    bool many;
    size_t count = read_digits(tokens, at, fraction);
    if (count > 0 || over == NULL)
        return count;
    if (strcmp(over->written, "half") == 0) {
        *fraction = (struct fraction){ "1e0", "2e0", true };
        return 1;
    }
    bool one = word_in("a one", over->written) || strcmp(over->text, "1e0") == 0;
    const struct denominator *known = under != NULL ? denominator_of(under, &many) : NULL;
    if (known == NULL || !(many ? is_whole_number(over) : one))
        return 0;
    *fraction = (struct fraction){ one ? "1e0" : over->text, known->text, true };
    return 2;
}
