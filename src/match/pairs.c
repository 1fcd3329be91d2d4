/*
 * Pairs: "1b; 2a" by number and letter, or "left = right" by their texts, or mixed.
 */
#include "match/outcome.h"

#include "match/number.h"

#include <string.h>

/* What was said of each left side. */
enum claim {
    CLAIM_NONE,
    CLAIM_RIGHT,
    CLAIM_WRONG,
};

struct claims {
    enum claim *of;    // of each left side
    const char *fault; // what cannot be, in words; NULL: nothing
    struct finding best;
    struct texts wrong;
};

static const char *left_numbers(const struct key *key, struct arena *arena)
{
    return key->count == 1 ? "the only number is 1"
                           : arena_printf(arena, "the numbers are 1 to %zu", key->count);
}

/* Two different claims for one left side are a wrong one. */
static void claim(struct claims *claims, size_t left, bool right, struct finding finding)
{
    if (claims->of[left] == CLAIM_WRONG || !right)
        claims->of[left] = CLAIM_WRONG;
    else
        claims->of[left] = CLAIM_RIGHT;
    if (right)
        finding_weaken(&claims->best, finding);
}

static void claim_option(const struct key *key, size_t left, size_t option,
    struct finding finding, struct claims *c)
{
    claim(c, left, option_is(key, option, &key->items[left]), finding);
}

/* --- "1b 2a" --------------------------------------------------------------------------- */

static bool is_number_token(const struct token *token)
{
    return token->kind == TOKEN_NUMBER && token->flags & TOKEN_PLAIN &&
           strlen(token->written) <= 4;
}

static bool is_letter_token(const struct token *token)
{
    return token->kind == TOKEN_WORD && strlen(token->text) == 1 &&
           token->text[0] >= 'a' && token->text[0] <= 'z';
}

/* Is it numbers and letters by turns, with nothing but signs between? */
static bool is_code(const struct tokens *tokens)
{
    size_t turn = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        const struct token *token = &tokens->items[i];
        if (token->kind == TOKEN_SIGN)
            continue;
        if (turn % 2 == 0 ? !is_number_token(token) : !is_letter_token(token))
            return false;
        turn++;
    }
    return turn > 0 && turn % 2 == 0;
}

static void claim_code(const struct key *key, const struct tokens *tokens,
    struct claims *claims, struct arena *arena)
{
    size_t number = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        const struct token *token = &tokens->items[i];
        if (token->kind == TOKEN_NUMBER) {
            number = (size_t)number_value(token->text);
            if (number < 1 || number > key->count)
                claims->fault = left_numbers(key, arena);
        } else if (token->kind == TOKEN_WORD && claims->fault == NULL) {
            size_t option = (size_t)(token->text[0] - 'a');
            if (option >= key->option_count)
                claims->fault = option_letters(key, arena);
            else
                claim_option(key, number - 1, option,
                    (struct finding){ VERDICT_EXACT, "exactly" }, claims);
        }
    }
}

/* --- "left = right" -------------------------------------------------------------------- */

/* The left side that a text means: itself, or its number; `count` if none. */
static size_t left_of(const struct rules *rules, const struct key *key, const char *text,
    bool *exact, struct arena *arena)
{
    struct form form = form_make(rules, text, arena);
    *exact = true;
    for (size_t i = 0; i < key->count; i++) {
        if (text_identical(text, text_trim(key->lefts[i], arena)))
            return i;
    }
    for (size_t i = 0; i < key->count; i++) {
        struct form left = form_make(rules, key->lefts[i], arena);
        if (form_same(rules, &left, &form)) {
            *exact = false;
            return i;
        }
    }
    if (form.tokens.count == 1 && is_number_token(&form.tokens.items[0])) {
        double number = number_value(form.tokens.items[0].text);
        if (number >= 1 && number <= (double)key->count)
            return (size_t)number - 1;
    }
    return key->count;
}

static void claim_right(const struct rules *rules, const struct key *key, size_t left,
    bool left_exact, const char *text, struct claims *claims, struct arena *arena)
{
    struct finding loosely = { VERDICT_ACCEPTED, "the same, written another way" };
    struct pick pick = option_pick(rules, key, text, arena);
    if (pick.found) {
        claim_option(key, left, pick.option, left_exact ? pick.finding : loosely, claims);
        return;
    }
    struct target target = target_make(rules, &key->items[left], key->literal, arena);
    struct form form = form_make(rules, text, arena);
    const struct variant *variant = target_find(rules, &target, &form);
    if (variant != NULL)
        claim(claims, left, true, target_accept(rules, &target, variant, &form, arena));
    else if (pick.bad_letter)
        claims->fault = option_letters(key, arena);
    else
        claim(claims, left, false, loosely);
}

enum { EQUALS_MAX = 8 }; // signs in one piece that may be the one between the sides

/* Tries each '=' and "->" of the piece as what stands between; false: none does. */
static bool claim_piece(const struct rules *rules, const struct key *key,
    const char *piece, struct claims *claims, struct arena *arena)
{
    const char *from = piece;
    for (int tries = 0; tries < EQUALS_MAX; tries++) {
        const char *equals = strpbrk(from, "=>");
        if (equals == NULL)
            return false;
        size_t len = (size_t)(equals - piece);
        len -= len > 0 && (equals[-1] == '-' || equals[-1] == '=');
        bool exact;
        const char *left = text_trim(arena_strndup(arena, piece, len), arena);
        size_t index = left_of(rules, key, left, &exact, arena);
        if (index < key->count) {
            claim_right(
                rules, key, index, exact, text_trim(equals + 1, arena), claims, arena);
            return true;
        }
        from = equals + 1;
    }
    return false;
}

static void claim_texts(const struct rules *rules, const struct key *key,
    const char *typed, struct claims *claims, struct arena *arena)
{
    struct texts texts = texts_of_key(key, arena);
    for (size_t i = 0; i < key->count; i++)
        texts_add(&texts, key->lefts[i], arena);
    struct texts pieces = pieces_cut(typed, &texts, arena);
    for (size_t i = 0; i < pieces.count && i <= 2 * key->count; i++) {
        struct tokens tokens = tokens_read(pieces.items[i], 0, rules->language, arena);
        if (is_code(&tokens))
            claim_code(key, &tokens, claims, arena);
        else if (!claim_piece(rules, key, pieces.items[i], claims, arena))
            texts_add(&claims->wrong, pieces.items[i], arena);
    }
}

/* --- counting -------------------------------------------------------------------------- */

static struct tally count_claims(
    const struct key *key, const struct claims *claims, struct arena *arena)
{
    struct tally tally = { .total = key->count, .best = claims->best };
    for (size_t i = 0; i < key->count; i++) {
        tally.right += claims->of[i] == CLAIM_RIGHT;
        if (claims->of[i] == CLAIM_NONE)
            texts_add(&tally.missing, key->lefts[i], arena);
        if (claims->of[i] == CLAIM_WRONG)
            texts_add(&tally.wrong, key->lefts[i], arena);
    }
    return tally;
}

struct outcome pairs_judge(const struct rules *rules, const struct key *key,
    const char *typed, struct arena *arena)
{
    struct outcome outcome = { .finding = { VERDICT_WRONG, "type pairs as 1b; 2a" } };
    struct claims claims = { .of = arena_alloc(
                                 arena, (key->count + 1) * sizeof *claims.of) };
    struct tokens tokens = tokens_read(typed, 0, rules->language, arena);
    if (key->count == 0)
        return outcome;
    if (is_code(&tokens))
        claim_code(key, &tokens, &claims, arena);
    else
        claim_texts(rules, key, typed, &claims, arena);
    struct tally tally = count_claims(key, &claims, arena);
    if (claims.fault != NULL)
        outcome.finding.reason = claims.fault;
    else if (tally.missing.count < key->count) {
        for (size_t i = 0; i < claims.wrong.count; i++)
            texts_add(&tally.wrong, claims.wrong.items[i], arena);
        outcome.finding = tally_judge(&tally, arena);
        outcome.share = (double)tally.right / (double)key->count;
    }
    return outcome;
}
