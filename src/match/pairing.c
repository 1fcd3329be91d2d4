#include "match/pairing.h"

#include "base/buf.h"
#include "match/chars.h"
#include "match/typo.h"

#include <string.h>

enum {
    COST_SLIP = 3,
    COST_HOLLOW = 4,  // a word without content that has no partner
    COST_LONELY = 16, // any other
    COST_NEVER = 1000,
};

/* --- two tokens ------------------------------------------------------------------------ */

static char source_byte(const struct form *form, size_t at)
{
    return form->source[at];
}

bool token_has_capital(const struct form *form, const struct token *token)
{
    for (size_t at = token->from; at < token->to; at++) {
        char c = source_byte(form, at);
        if (c >= 'A' && c <= 'Z')
            return true;
        if (c & 0x80)
            return true; // another script, or an accent: who knows
        if (c >= 'a' && c <= 'z')
            return false;
    }
    return false;
}

/* Capitals alone: a slip makes another acronym. */
static bool is_acronym(const struct form *form, const struct token *token)
{
    size_t capitals = 0;
    for (size_t at = token->from; at < token->to; at++) {
        char c = source_byte(form, at);
        if (c >= 'a' && c <= 'z')
            return false;
        capitals += c >= 'A' && c <= 'Z';
    }
    return capitals > 1;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
}

enum { IDENTIFIER_MAX = 6 }; // letters of NaCl; longer words with capitals are names

/* Letters alone, but for punctuation at its ends, hyphens and apostrophes: no formula. */
static bool is_plain_word(const struct form *form, const struct token *token)
{
    const char *text = form->source + token->from;
    size_t len = token->to - token->from, start = 0, capitals = 0;
    while (start < len && strchr("\"'([{", text[start]) != NULL)
        start++;
    while (len > start && strchr("\"'.,:;!?)]}", text[len - 1]) != NULL)
        len--;
    for (size_t i = start; i < len; i++) {
        if (!is_letter(text[i]) && strchr(" '-.", text[i]) == NULL)
            return false;
        capitals +=
            i > start && text[i] >= 'A' && text[i] <= 'Z' && is_letter(text[i - 1]);
    }
    return capitals == 0 || len - start > IDENTIFIER_MAX;
}

bool pairing_allows_slips(const struct form *form, const struct token *token)
{
    return token->kind == TOKEN_WORD && !(token->flags & TOKEN_UNIT) &&
           !word_is_hollow(token->text) && !word_negates(token->text) &&
           !is_acronym(form, token) && is_plain_word(form, token);
}

size_t pairing_slips(const struct rules *rules, const char *typed, const char *expected)
{
    if (rules->language->english && words_differ_in_number(typed, expected))
        return 1;
    struct spelled a = spelled_make(typed), b = spelled_make(expected);
    size_t slips = typo_count(&a, &b, rules->language);
    return slips > 0 && words_are_alike(typed, expected, rules->language) ? 0 : slips;
}

/* Slips between a word and the nearest form of a name; 0: it is none of them. */
static size_t slips_of_name(const struct rules *rules, const char *typed,
    const struct token *expected, const struct name **nearest)
{
    size_t best = 0;
    for (size_t i = 0; i < rules->name_count; i++) {
        const struct name *name = &rules->names[i];
        if (strcmp(name->text, expected->text) != 0)
            continue;
        size_t slips = pairing_slips(rules, typed, name->joined);
        if (slips == 0 || (best > 0 && slips >= best))
            continue;
        best = slips;
        *nearest = name;
    }
    return best;
}

const struct name *pairing_nearest(
    const struct rules *rules, const struct token *typed, const struct token *expected)
{
    const struct name *nearest = NULL;
    if (expected->flags & TOKEN_SPELLED)
        slips_of_name(rules, typed->text, expected, &nearest);
    return nearest;
}

/* Are the words the same where neither case nor accents count? */
static bool same_loosely(const char *a, const char *b)
{
    struct buf x = { 0 }, y = { 0 };
    chars_fold(&x, a, strlen(a), 0);
    chars_fold(&y, b, strlen(b), 0);
    bool same = strcmp(buf_text(&x), buf_text(&y)) == 0;
    buf_release(&x);
    buf_release(&y);
    return same;
}

/* Slips that make the typed token of the expected one; 0: it is another, or the same. */
static size_t token_slips(const struct rules *rules, const struct form *typed, size_t i,
    const struct form *expected, size_t j)
{
    const struct token *a = &typed->tokens.items[i], *b = &expected->tokens.items[j];
    const struct name *nearest;
    if (!(rules->strict & STRICT_TYPOS) && rules->language->english &&
        words_are_hurried(a->text, b->text))
        return 1;
    if (rules->strict & STRICT_TYPOS || a->flags & TOKEN_SPELLED ||
        !pairing_allows_slips(typed, a) || !pairing_allows_slips(expected, b))
        return 0;
    if (rules->strict != 0 && same_loosely(a->text, b->text)) // that counts here
        return 0;
    return b->flags & TOKEN_SPELLED ? slips_of_name(rules, a->text, b, &nearest)
                                    : pairing_slips(rules, a->text, b->text);
}

static bool is_same(const struct token *a, const struct token *b)
{
    return token_same(a, b) || words_abbreviate(a->text, b->text) ||
           (b->flags & TOKEN_UNIT && a->kind == TOKEN_WORD &&
               strcmp(a->text, b->written) == 0);
}

/* --- alignment ------------------------------------------------------------------------- */

struct alignment {
    const struct rules *rules;
    const struct form *typed, *expected;
    size_t n, m;
    unsigned char slips[PAIRING_MAX][PAIRING_MAX]; // of a pair
    bool same[PAIRING_MAX][PAIRING_MAX];
    int cost[PAIRING_MAX + 1][PAIRING_MAX + 1]; // from (i, j) to the ends
};

static int lonely_cost(const struct token *token)
{
    return token->kind == TOKEN_WORD && word_is_hollow(token->text) ? COST_HOLLOW
                                                                    : COST_LONELY;
}

static int pair_cost(const struct alignment *a, size_t i, size_t j)
{
    if (a->same[i][j])
        return 0;
    return a->slips[i][j] > 0 ? a->slips[i][j] * COST_SLIP : COST_NEVER;
}

static void compare_all(struct alignment *a)
{
    for (size_t i = 0; i < a->n; i++) {
        for (size_t j = 0; j < a->m; j++) {
            a->same[i][j] =
                is_same(&a->typed->tokens.items[i], &a->expected->tokens.items[j]);
            a->slips[i][j] = a->same[i][j] ? 0
                                           : (unsigned char)token_slips(
                                                 a->rules, a->typed, i, a->expected, j);
        }
    }
}

static void fill_costs(struct alignment *a)
{
    for (size_t i = a->n + 1; i-- > 0;) {
        for (size_t j = a->m + 1; j-- > 0;) {
            int best = i == a->n && j == a->m ? 0 : COST_NEVER * PAIRING_MAX * 2, cost;
            if (i < a->n && j < a->m &&
                (cost = a->cost[i + 1][j + 1] + pair_cost(a, i, j)) < best)
                best = cost;
            if (i < a->n && (cost = a->cost[i + 1][j] +
                                    lonely_cost(&a->typed->tokens.items[i])) < best)
                best = cost;
            if (j < a->m && (cost = a->cost[i][j + 1] +
                                    lonely_cost(&a->expected->tokens.items[j])) < best)
                best = cost;
            a->cost[i][j] = best;
        }
    }
}

static void pair(struct pairing *out, const struct alignment *a, size_t i, size_t j)
{
    out->of_typed[i] = (int)j;
    out->of_expected[j] = (int)i;
    out->slips[i] = a->slips[i][j];
    out->slip_count += a->slips[i][j];
}

static void trace(const struct alignment *a, struct pairing *out)
{
    for (size_t i = 0, j = 0; i < a->n || j < a->m;) {
        int cost = a->cost[i][j];
        if (i < a->n && j < a->m && pair_cost(a, i, j) < COST_NEVER &&
            cost == a->cost[i + 1][j + 1] + pair_cost(a, i, j)) {
            pair(out, a, i++, j++);
        } else if (i < a->n &&
                   cost == a->cost[i + 1][j] + lonely_cost(&a->typed->tokens.items[i])) {
            i++;
        } else {
            j++;
        }
    }
}

/* The same word left over on both sides has moved. */
static void pair_moved(const struct alignment *a, struct pairing *out)
{
    for (size_t i = 0; i < a->n; i++) {
        for (size_t j = 0; j < a->m && out->of_typed[i] == PAIRING_NONE; j++) {
            if (out->of_expected[j] != PAIRING_NONE || pair_cost(a, i, j) >= COST_NEVER)
                continue;
            pair(out, a, i, j);
            out->moved = true;
        }
    }
}

bool pairing_make(const struct rules *rules, const struct form *typed,
    const struct form *expected, struct pairing *out)
{
    struct alignment a = { rules, typed, expected, typed->tokens.count,
        expected->tokens.count, { { 0 } }, { { false } }, { { 0 } } };
    if (a.n == 0 || a.m == 0 || a.n > PAIRING_MAX || a.m > PAIRING_MAX)
        return false;
    *out = (struct pairing){ .typed = typed, .expected = expected };
    memset(out->of_typed, PAIRING_NONE, sizeof out->of_typed);
    memset(out->of_expected, PAIRING_NONE, sizeof out->of_expected);
    compare_all(&a);
    fill_costs(&a);
    trace(&a, out);
    pair_moved(&a, out);
    return true;
}

const struct token *pairing_typed(const struct pairing *p, size_t at)
{
    return tokens_peek(&p->typed->tokens, at);
}

const struct token *pairing_expected(const struct pairing *p, size_t at)
{
    return tokens_peek(&p->expected->tokens, at);
}

bool pairing_is_lonely(const struct pairing *p, size_t typed)
{
    return p->of_typed[typed] == PAIRING_NONE;
}

bool pairing_is_missing(const struct pairing *p, size_t expected)
{
    return p->of_expected[expected] == PAIRING_NONE;
}
