/*
 * Why a text is not the answer, in the words that help most.
 *
 * The explanations are tried in the order of how much they say; each asks all variants of the
 * target, the answer as shown first.
 */
#include "match/text.h"

#include "base/buf.h"
#include "match/diff.h"
#include "match/number.h"
#include "match/pairing.h"
#include "match/typo.h"
#include "match/words.h"

#include <stdlib.h>
#include <string.h>

/* One explanation: a reason if it holds between two forms, else NULL. */
typedef const char *explain(const struct rules *rules, const struct form *typed,
    const struct form *expected, struct arena *arena);

/* Right, had the author not asked for more care. */
static const char *explain_strictness(const struct rules *rules, const struct form *typed,
    const struct form *expected, struct arena *arena)
{
    static const struct {
        unsigned strict;
        const char *reason;
    } aspects[] = {
        { STRICT_CASE, "case counts here" },
        { STRICT_ACCENTS, "accents count here" },
        { STRICT_PUNCTUATION, "punctuation and spacing count here" },
        { STRICT_CASE | STRICT_ACCENTS, "case and accents count here" },
        { STRICT_ALL, "every character counts here" },
    };
    for (size_t i = 0; i < sizeof aspects / sizeof *aspects; i++) {
        if (!(rules->strict & aspects[i].strict))
            continue;
        struct rules loose = rules_with(rules, rules->strict & ~aspects[i].strict, arena);
        struct form a = form_make(&loose, typed->source, arena);
        struct form b = form_make(&loose, expected->source, arena);
        if (form_same(&loose, &a, &b))
            return aspects[i].reason;
    }
    return NULL;
}

/* The same words around another number. */
static const char *explain_number(const struct rules *rules, const struct form *typed,
    const struct form *expected, struct arena *arena)
{
    (void)rules;
    const struct tokens *a = &typed->tokens, *b = &expected->tokens;
    const struct token *first[2] = { NULL, NULL };
    if (a->count != b->count)
        return NULL;
    for (size_t i = 0; i < a->count; i++) {
        const struct token *x = &a->items[i], *y = &b->items[i];
        if (token_same(x, y))
            continue;
        if (x->kind != TOKEN_NUMBER || y->kind != TOKEN_NUMBER)
            return NULL;
        if (first[0] == NULL) {
            first[0] = x;
            first[1] = y;
        }
    }
    return first[0] != NULL ? number_difference(first[0], first[1], arena) : NULL;
}

static const char *explain_article(const struct rules *rules, const struct form *typed,
    const struct form *expected, struct arena *arena)
{
    if (!form_articles_clash(rules, typed, expected))
        return NULL;
    return arena_printf(
        arena, "another article: %s is not %s", typed->article, expected->article);
}

static void add_without_signs(struct buf *out, const struct tokens *tokens)
{
    for (size_t i = 0; i < tokens->count; i++) {
        if (tokens->items[i].kind != TOKEN_SIGN)
            buf_add(out, tokens->items[i].text);
    }
}

/* The same letters around other signs: C and C++. */
static const char *explain_sign(const struct rules *rules, const struct form *typed,
    const struct form *expected, struct arena *arena)
{
    (void)rules;
    (void)arena;
    struct buf a = { 0 }, b = { 0 };
    add_without_signs(&a, &typed->tokens);
    add_without_signs(&b, &expected->tokens);
    bool same = a.len > 0 && strcmp(buf_text(&a), buf_text(&b)) == 0;
    buf_release(&a);
    buf_release(&b);
    return same ? "a sign differs" : NULL;
}

static bool is_all_words(const struct tokens *tokens)
{
    for (size_t i = 0; i < tokens->count; i++) {
        if (tokens->items[i].kind != TOKEN_WORD)
            return false;
    }
    return true;
}

static const char *explain_slip(const struct rules *rules, const struct form *typed,
    const struct form *expected, struct arena *arena)
{
    if (!is_all_words(&typed->tokens) || !is_all_words(&expected->tokens))
        return NULL;
    const char *slip = diff_slip(typed->text, expected->text);
    bool single = typed->tokens.count == 1 && expected->tokens.count == 1;
    if (slip != NULL && single &&
        words_are_alike(typed->text, expected->text, rules->language))
        return arena_printf(
            arena, "%s, and %s is another word", slip, typed->tokens.items[0].written);
    return slip;
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char **sorted_texts(const struct tokens *tokens)
{
    const char **texts = mem_alloc(tokens->count * sizeof *texts);
    for (size_t i = 0; i < tokens->count; i++)
        texts[i] = tokens->items[i].text;
    qsort(texts, tokens->count, sizeof *texts, compare_texts);
    return texts;
}

static const char *explain_order(const struct rules *rules, const struct form *typed,
    const struct form *expected, struct arena *arena)
{
    (void)rules;
    (void)arena;
    size_t count = typed->tokens.count;
    if (count != expected->tokens.count || count < 2)
        return NULL;
    const char **a = sorted_texts(&typed->tokens), **b = sorted_texts(&expected->tokens);
    bool same = true;
    for (size_t i = 0; same && i < count; i++)
        same = strcmp(a[i], b[i]) == 0;
    free(a);
    free(b);
    return same ? "the right words in another order" : NULL;
}

/* --- some of it, more than it ---------------------------------------------------------- */

static bool is_content(const struct token *token)
{
    return token->kind == TOKEN_NUMBER ||
           (token->kind == TOKEN_WORD && !word_is_hollow(token->text));
}

/* A unit is only known as one behind its number. */
static bool is_same_word(const struct token *part, const struct token *whole)
{
    return token_same(part, whole) ||
           (whole->flags & TOKEN_UNIT && strcmp(part->text, whole->written) == 0);
}

/* Something else is meant without it: "over a year", "not Rome". */
static bool is_turn(const struct token *token)
{
    return word_negates(token->text) || word_bounds(token->text);
}

static bool lacks_turn(const struct tokens *whole, const bool *lacks)
{
    for (size_t i = 0; i < whole->count; i++) {
        if (lacks[i] && is_turn(&whole->items[i]))
            return true;
    }
    return false;
}

/* O(n) is no part of O(n log n): what lacks would take a bracket from what is there. */
static bool cuts_brackets(const struct form *form, const bool *lacks)
{
    int open = 0;
    for (size_t i = 0; i < form->tokens.count; i++) {
        const struct token *token = &form->tokens.items[i];
        if (!lacks[i] || (i > 0 && token->from == token[-1].from))
            continue;
        for (size_t at = token->from; at < token->to; at++)
            open += (form->source[at] == '(') - (form->source[at] == ')');
    }
    return open != 0;
}

/* Is `part` a real part of `whole`, in its order, with content?  Marks what it lacks. */
static bool is_part(const struct tokens *part, const struct tokens *whole, bool *lacks)
{
    size_t found = 0;
    bool content = false;
    if (part->count >= whole->count)
        return false;
    for (size_t i = 0; i < whole->count; i++) {
        const struct token *token = &whole->items[i];
        lacks[i] = found == part->count || !is_same_word(&part->items[found], token);
        found += !lacks[i];
        content = content || (!lacks[i] && is_content(token));
        if (lacks[i] && token->kind == TOKEN_SIGN)
            return false; // C is no part of C++
        if (i > 0 && lacks[i] != lacks[i - 1] && token->from == whole->items[i - 1].from)
            return false; // nor H of H2O
    }
    return found == part->count && content;
}

/* Drops optional words from what is lacking, and hollow ones, unless nothing else is. */
static void keep_content(const struct tokens *tokens, bool *lacks)
{
    bool content = false;
    for (size_t i = 0; i < tokens->count; i++) {
        lacks[i] = lacks[i] && !(tokens->items[i].flags & TOKEN_OPTIONAL);
        content = content || (lacks[i] && is_content(&tokens->items[i]));
    }
    for (size_t i = 0; content && i < tokens->count; i++)
        lacks[i] = lacks[i] && is_content(&tokens->items[i]);
}

/* The words that are lacking, as the source writes them, each run as one piece. */
static const char *lacking_words(
    const struct form *form, const bool *lacks, struct arena *arena)
{
    struct buf words = { 0 };
    const struct token *tokens = form->tokens.items;
    for (size_t i = 0; i < form->tokens.count; i++) {
        size_t first = i;
        while (lacks[i] && i + 1 < form->tokens.count && lacks[i + 1])
            i++;
        if (!lacks[i])
            continue;
        if (words.len > 0)
            buf_add(&words, ", ");
        buf_add(&words, text_quote(form->source + tokens[first].from,
                            tokens[i].to - tokens[first].from, arena));
    }
    const char *text = text_quote(buf_text(&words), words.len, arena);
    buf_release(&words);
    return text;
}

/*
 * What `whole` has and `part` lacks; NULL if `part` is no part of it.  `name_hollow`: it is
 * the typed text that has more, and every word of it is named.
 */
static const char *surplus(const struct form *part, const struct form *whole,
    bool name_hollow, struct arena *arena)
{
    bool *lacks = arena_alloc(arena, whole->tokens.count * sizeof *lacks);
    if (!is_part(&part->tokens, &whole->tokens, lacks) || cuts_brackets(whole, lacks) ||
        (!name_hollow && lacks_turn(&whole->tokens, lacks)))
        return NULL;
    if (!name_hollow)
        keep_content(&whole->tokens, lacks);
    return lacking_words(whole, lacks, arena);
}

static const char *explain_part(const struct rules *rules, const struct form *typed,
    const struct form *expected, struct arena *arena)
{
    (void)rules;
    const char *words = surplus(typed, expected, false, arena);
    return words != NULL ? arena_printf(arena, "missing: %s", words) : NULL;
}

/* "a year" for "over a year": what is lacking turns it into something else. */
static const char *explain_turn(const struct rules *rules, const struct form *typed,
    const struct form *expected, struct arena *arena)
{
    (void)rules;
    bool *lacks = arena_alloc(arena, expected->tokens.count * sizeof *lacks);
    if (!is_part(&typed->tokens, &expected->tokens, lacks) ||
        !lacks_turn(&expected->tokens, lacks))
        return NULL;
    for (size_t i = 0; i < expected->tokens.count; i++)
        lacks[i] = lacks[i] && is_turn(&expected->tokens.items[i]);
    return arena_printf(
        arena, "not the same without \"%s\"", lacking_words(expected, lacks, arena));
}

/* Words that say nothing, and some of the answer's, in whatever order and with slips. */
static bool is_part_at_heart(const struct pairing *p, bool *lacks)
{
    bool content = false, lacking = false;
    for (size_t i = 0; i < p->typed->tokens.count; i++) {
        const struct token *token = pairing_typed(p, i);
        if (pairing_is_lonely(p, i) && (token->kind != TOKEN_WORD || is_content(token)) &&
            !word_links(token->text))
            return false;
        content = content || (!pairing_is_lonely(p, i) && is_content(token));
    }
    for (size_t j = 0; j < p->expected->tokens.count; j++) {
        const struct token *token = pairing_expected(p, j);
        lacks[j] = pairing_is_missing(p, j);
        lacking = lacking || (lacks[j] && is_content(token));
        if (lacks[j] && token->kind == TOKEN_SIGN)
            return false;
        if (j > 0 && lacks[j] != lacks[j - 1] && token->from == token[-1].from)
            return false;
    }
    return content && lacking && !lacks_turn(&p->expected->tokens, lacks);
}

static const char *explain_part_at_heart(const struct rules *rules,
    const struct form *typed, const struct form *expected, struct arena *arena)
{
    struct pairing pairing;
    bool lacks[PAIRING_MAX];
    if (!pairing_make(rules, typed, expected, &pairing) ||
        !is_part_at_heart(&pairing, lacks) || cuts_brackets(expected, lacks))
        return NULL;
    keep_content(&expected->tokens, lacks);
    return arena_printf(arena, "missing: %s", lacking_words(expected, lacks, arena));
}

static const char *explain_extra(const struct rules *rules, const struct form *typed,
    const struct form *expected, struct arena *arena)
{
    (void)rules;
    const char *words = surplus(expected, typed, true, arena);
    return words != NULL ? arena_printf(arena, "more than the answer: %s", words) : NULL;
}

/* --- all of them ----------------------------------------------------------------------- */

static bool shares_content(
    const struct rules *rules, const struct form *typed, const struct form *expected)
{
    struct pairing p;
    bool shares = false;
    if (!pairing_make(rules, typed, expected, &p))
        return true; // too long to look
    for (size_t i = 0; i < typed->tokens.count; i++)
        shares =
            shares || (!pairing_is_lonely(&p, i) && is_content(pairing_typed(&p, i)));
    return shares;
}

/* Is there something of the answer beyond its optional words? */
static bool names_core(
    const struct rules *rules, const struct target *target, const struct form *typed)
{
    for (size_t i = 0; i < target->count; i++) {
        const struct variant *variant = &target->variants[i];
        if (variant->source == 0 && !shares_content(rules, typed, &variant->form))
            return false;
    }
    return true;
}

struct finding miss_explain(const struct rules *rules, const struct target *target,
    const struct form *typed, struct arena *arena)
{
    static const struct {
        explain *explain;
        enum verdict verdict;
    } explanations[] = {
        { explain_strictness, VERDICT_WRONG },
        { explain_number, VERDICT_WRONG },
        { explain_article, VERDICT_WRONG },
        { explain_sign, VERDICT_WRONG },
        { explain_part, VERDICT_PARTIAL },
        { explain_part_at_heart, VERDICT_PARTIAL },
        { explain_turn, VERDICT_WRONG },
        { explain_slip, VERDICT_WRONG },
        { explain_order, VERDICT_WRONG },
        { explain_extra, VERDICT_WRONG },
    };
    for (size_t i = 0; i < sizeof explanations / sizeof *explanations; i++) {
        for (size_t j = 0; typed->len > 0 && j < target->count; j++) {
            bool shown = target->variants[j].source == 0;
            if (explanations[i].verdict == VERDICT_PARTIAL && !shown)
                continue; // a part of another form may lack all of the answer
            const char *reason =
                explanations[i].explain(rules, typed, &target->variants[j].form, arena);
            if (reason == NULL)
                continue;
            bool part = explanations[i].verdict == VERDICT_PARTIAL &&
                        names_core(rules, target, typed);
            return (struct finding){ part ? VERDICT_PARTIAL : VERDICT_WRONG, reason };
        }
    }
    return (struct finding){ VERDICT_WRONG, "another answer" };
}
