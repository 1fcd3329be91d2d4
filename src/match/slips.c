/*
 * Slips in words that were found to be the answer's: forgiven, unless the deck speaks against
 * it, since what was typed is, or is nearer to, another word of it.
 */
#include "match/lenient.h"

#include "match/lexicon.h"
#include "match/typo.h"
#include "match/words.h"

#include <string.h>

/* Is the word one of the answer's, in any of its forms? */
struct own_words {
    const struct rules *rules;
    const struct target *target;
};

static bool is_form_of(
    const struct rules *rules, const struct token *token, const char *word)
{
    if (strcmp(token->text, word) == 0 || words_differ_in_number(token->text, word))
        return true;
    for (size_t i = 0; token->flags & TOKEN_SPELLED && i < rules->name_count; i++) {
        const struct name *name = &rules->names[i];
        for (size_t j = 0; strcmp(name->text, token->text) == 0 && j < name->count; j++) {
            if (strcmp(name->tokens[j].text, word) == 0)
                return true;
        }
    }
    return false;
}

static bool is_own(const void *answer, const char *word)
{
    const struct own_words *own = answer;
    for (size_t i = 0; i < own->target->count; i++) {
        const struct tokens *tokens = &own->target->variants[i].form.tokens;
        for (size_t j = 0; j < tokens->count; j++) {
            if (is_form_of(own->rules, &tokens->items[j], word))
                return true;
        }
    }
    return false;
}

static const char *right_spelling(
    const struct rules *rules, const struct pairing *p, size_t typed, struct arena *arena)
{
    const struct token *token = pairing_expected(p, (size_t)p->of_typed[typed]);
    const struct name *name = pairing_nearest(rules, pairing_typed(p, typed), token);
    if (name != NULL)
        return text_quote(name->written, strlen(name->written), arena);
    return text_quote(p->expected->source + token->from, token->to - token->from, arena);
}

static const char *slip_words(
    const struct rules *rules, const struct token *typed, const struct token *expected)
{
    if (rules->language->english && words_differ_in_number(typed->text, expected->text))
        return "singular and plural are mixed up";
    const struct name *name = pairing_nearest(rules, typed, expected);
    struct spelled a = spelled_make(typed->text);
    struct spelled b = spelled_make(name != NULL ? name->joined : expected->text);
    return typo_words(&a, &b);
}

enum { NAME_MIN = 4 };

/* Justin and Justina, Antonio and Antonia: alike but for what says whose name it is. */
static bool is_name_of_another(const char *a, const char *b)
{
    size_t same = 0;
    while (a[same] != '\0' && a[same] == b[same])
        same++;
    bool consonant = same >= NAME_MIN && strchr("aeiouy", a[same - 1]) == NULL;
    size_t more = strlen(a + same) + strlen(b + same);
    if (more == 1)
        return consonant && strcmp(a[same] != '\0' ? a + same : b + same, "a") == 0;
    return more == 2 && word_in("a o", a + same) && word_in("a o", b + same);
}

static bool would_be_name(const struct rules *rules, const struct pairing *p, size_t at)
{
    const struct token *typed = pairing_typed(p, at);
    const struct token *expected = pairing_expected(p, (size_t)p->of_typed[at]);
    const struct name *nearest = pairing_nearest(rules, typed, expected);
    bool name =
        expected->flags & TOKEN_SPELLED || token_has_capital(p->expected, expected);
    return name && rules->language->english &&
           is_name_of_another(
               typed->text, nearest != NULL ? nearest->joined : expected->text);
}

/* Why a slip is none: the word is another one of the deck, or nearer to one. */
static const char *refuse_slip(const struct rules *rules, const struct target *target,
    const struct pairing *p, size_t at, struct arena *arena)
{
    struct own_words own = { rules, target };
    const struct token *token = pairing_typed(p, at);
    const struct token *expected = pairing_expected(p, (size_t)p->of_typed[at]);
    const char *typed =
        text_quote(p->typed->source + token->from, token->to - token->from, arena);
    const char *words = slip_words(rules, token, expected);
    if (rules->language->english && words_differ_in_number(token->text, expected->text))
        return NULL;
    const char *known =
        lexicon_find(rules, p->typed) != NULL ? "another answer" : "another word";
    if (lexicon_has(rules, token->text) && !is_own(&own, token->text))
        return arena_printf(arena, "%s, but %s is %s of this deck", words, typed, known);
    struct spelled spelled = spelled_make(token->text);
    const char *nearer =
        lexicon_nearer(rules, &spelled, expected->text, p->slips[at], is_own, &own);
    if (nearer == NULL)
        return would_be_name(rules, p, at)
                   ? arena_printf(arena, "%s, but %s would be another name", words, typed)
                   : NULL;
    return arena_printf(arena, "%s, but %s is as near to %s, another word of this deck",
        words, typed, nearer);
}

/* How many letters of the whole may be wrong. */
static size_t slips_allowed(const struct pairing *p)
{
    size_t words = 0;
    for (size_t j = 0; j < p->expected->tokens.count; j++)
        words += !word_is_hollow(pairing_expected(p, j)->text);
    return words > 1 ? 1 + words / 2 : 3;
}

struct finding slips_judge(const struct rules *rules, const struct target *target,
    const struct pairing *p, struct arena *arena)
{
    const char *reason = NULL;
    if (p->slip_count > slips_allowed(p))
        return (struct finding){ VERDICT_WRONG, "too many slips" };
    for (size_t i = p->typed->tokens.count; i-- > 0;) {
        if (pairing_is_lonely(p, i) || p->slips[i] == 0)
            continue;
        const char *refused = refuse_slip(rules, target, p, i, arena);
        if (refused != NULL)
            return (struct finding){ VERDICT_WRONG, refused };
        const struct token *expected = pairing_expected(p, (size_t)p->of_typed[i]);
        const char *words = slip_words(rules, pairing_typed(p, i), expected);
        const char *right = right_spelling(rules, p, i, arena);
        reason =
            p->slip_count == 1
                ? arena_printf(arena, "a typo: %s in %s", words, right)
                : arena_printf(arena, "%zu typos, the first in %s", p->slip_count, right);
    }
    return (struct finding){ VERDICT_CLOSE, reason };
}

static bool are_words_alone(const struct form *form)
{
    for (size_t i = 0; i < form->tokens.count; i++) {
        const struct token *token = &form->tokens.items[i];
        if (token->flags & TOKEN_SPELLED || !pairing_allows_slips(form, token))
            return false;
    }
    return form->tokens.count > 0;
}

/* The way to write the expected words, without their gaps, that has one slip; NULL: none. */
static const char *run_together(const struct rules *rules, const struct form *typed,
    const struct form *expected, const char **letters)
{
    const struct tokens *tokens = &expected->tokens;
    if (are_words_alone(expected) && tokens->count != typed->tokens.count &&
        pairing_slips(rules, typed->text, expected->text) == 1) {
        *letters = expected->text;
        return expected->source;
    }
    for (size_t i = 0; tokens->count == 1 && i < rules->name_count; i++) {
        const struct name *name = &rules->names[i];
        if (name->count > 1 && strcmp(name->text, tokens->items[0].text) == 0 &&
            pairing_slips(rules, typed->text, name->joined) == 1) {
            *letters = name->joined;
            return name->written;
        }
    }
    return NULL;
}

struct finding slips_judge_together(const struct rules *rules, const struct form *typed,
    const struct form *expected, struct arena *arena)
{
    struct finding finding = { VERDICT_WRONG, NULL };
    const char *letters, *written;
    if (rules->strict & STRICT_TYPOS || !are_words_alone(typed) ||
        (written = run_together(rules, typed, expected, &letters)) == NULL)
        return finding;
    struct spelled a = spelled_make(typed->text), b = spelled_make(letters);
    const char *words = typo_words(&a, &b);
    finding.verdict = VERDICT_CLOSE;
    finding.reason = arena_printf(arena, "a typo: %s in %s",
        words != NULL ? words : "one letter differs",
        text_quote(written, strlen(written), arena));
    return finding;
}
