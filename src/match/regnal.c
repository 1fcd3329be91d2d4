/*
 * Roman numerals, and numbers behind a name: "Justinian I", "Justinian the First",
 * "World War II", "iron(III)" are read as 1, 2 and 3.
 */
#include "match/number.h"

#include <string.h>
#include <strings.h>

static const struct {
    const char *numeral;
    unsigned value;
} roman_parts[] = { { "m", 1000 }, { "cm", 900 }, { "d", 500 }, { "cd", 400 },
    { "c", 100 }, { "xc", 90 }, { "l", 50 }, { "xl", 40 }, { "x", 10 }, { "ix", 9 },
    { "v", 5 }, { "iv", 4 }, { "i", 1 } };

enum { ROMAN_PARTS = sizeof roman_parts / sizeof *roman_parts, ROMAN_MAX = 3999 };

static bool is_roman_of(const char *word, unsigned value)
{
    for (size_t i = 0; i < ROMAN_PARTS; i++) {
        size_t len = strlen(roman_parts[i].numeral);
        for (; value >= roman_parts[i].value; value -= roman_parts[i].value) {
            if (strncasecmp(word, roman_parts[i].numeral, len) != 0)
                return false;
            word += len;
        }
    }
    return *word == '\0';
}

unsigned roman_value(const char *word)
{
    unsigned value = 0;
    const char *at = word;
    for (size_t i = 0; i < ROMAN_PARTS; i++) {
        size_t len = strlen(roman_parts[i].numeral);
        for (; value <= ROMAN_MAX && strncasecmp(at, roman_parts[i].numeral, len) == 0;
             at += len)
            value += roman_parts[i].value;
    }
    return value <= ROMAN_MAX && is_roman_of(word, value) ? value : 0;
}

enum { KINGS_MAX = 39 };

static bool is_numeral_of_kings(const char *word)
{
    unsigned value = roman_value(word);
    return value > 0 && value <= KINGS_MAX;
}

/* "Justinian I": behind a word; one letter alone only where no other word follows. */
static bool is_regnal(const struct tokens *tokens, size_t at)
{
    const struct token *token = &tokens->items[at], *next = tokens_peek(tokens, at + 1);
    bool behind_word = at > 0 && tokens->items[at - 1].kind == TOKEN_WORD &&
                       !word_is_hollow(tokens->items[at - 1].text);
    return behind_word && token->kind == TOKEN_WORD && is_numeral_of_kings(token->text) &&
           token->flags & (TOKEN_SPACED | TOKEN_BROKEN) &&
           (token->text[1] != '\0' || next == NULL || next->flags & TOKEN_BROKEN ||
               word_in("of the and", next->text));
}

/* "the first", behind a word and before nothing else */
static bool is_regnal_ordinal(const struct tokens *tokens, size_t at)
{
    const struct token *number = tokens_peek(tokens, at + 1);
    return at > 0 && at + 2 == tokens->count && number->flags & TOKEN_ORDINAL &&
           tokens->items[at - 1].kind == TOKEN_WORD &&
           !word_is_hollow(tokens->items[at - 1].text) &&
           strcmp(tokens->items[at].text, "the") == 0 &&
           !(tokens->items[at].flags & TOKEN_BROKEN);
}

void numbers_join_regnal(struct tokens *tokens, struct arena *arena)
{
    for (size_t i = 1; i < tokens->count; i++) {
        struct token *token = &tokens->items[i];
        if (is_regnal(tokens, i)) {
            char *digits = arena_printf(arena, "%u", roman_value(token->text));
            token->kind = TOKEN_NUMBER;
            token->text = number_exact(false, digits, strlen(digits), 0, arena);
        } else if (is_regnal_ordinal(tokens, i)) {
            const char *text = tokens->items[i + 1].text;
            struct token *merged = tokens_merge(tokens, &i, 2);
            merged->kind = TOKEN_NUMBER;
            merged->text = text;
            tokens->items[--tokens->count - 1] = *merged;
        }
    }
}
