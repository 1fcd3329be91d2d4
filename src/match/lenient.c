/*
 * Right all the same: with slips of the hand, with words around the answer that contradict
 * nothing, or with its words in an order that means the same.
 *
 * Every word without a partner has to be harmless, and nothing is forgiven that makes another
 * answer of the deck.
 */
#include "match/lenient.h"

#include "match/lexicon.h"
#include "match/typo.h"
#include "match/words.h"

#include <string.h>

/* The "teh" of "teh king": a slip in a word that needs no partner; NULL: there is none. */
static const char *hurried_article(
    const struct rules *rules, const struct pairing *p, struct arena *arena)
{
    bool english = rules->language->english;
    for (size_t i = 0; english && i < p->typed->tokens.count; i++) {
        const char *word = pairing_typed(p, i)->text;
        if (!pairing_is_lonely(p, i) || !words_are_hurried(word, "the"))
            continue;
        struct spelled typed = spelled_make(word), the = spelled_make("the");
        return arena_printf(arena, "a typo: %s in the", typo_words(&typed, &the));
    }
    return NULL;
}

static struct finding judge_pairing(const struct rules *rules,
    const struct target *target, const struct pairing *p, struct arena *arena)
{
    size_t extra = 0, missing = 0, pairs = 0;
    for (size_t i = 0; i < p->typed->tokens.count; i++) {
        if (pairing_is_lonely(p, i) && !beside_is_harmless(rules, p, i))
            return (struct finding){ VERDICT_WRONG, NULL };
        extra += pairing_is_lonely(p, i);
        pairs += !pairing_is_lonely(p, i) && !word_is_hollow(pairing_typed(p, i)->text);
    }
    for (size_t j = 0; j < p->expected->tokens.count; j++) {
        if (pairing_is_missing(p, j) && !beside_can_miss(rules, p, j))
            return (struct finding){ VERDICT_WRONG, NULL };
        bool says = pairing_expected(p, j)->kind == TOKEN_WORD &&
                    strcmp(pairing_expected(p, j)->text, "s") != 0;
        missing += pairing_is_missing(p, j) && says;
    }
    if (pairs == 0 || beside_clashes(p))
        return (struct finding){ VERDICT_WRONG, NULL };
    if (p->moved && !order_is_free(p))
        return (struct finding){ VERDICT_WRONG, NULL };
    if (p->slip_count > 0)
        return slips_judge(rules, target, p, arena);
    const char *slip = extra > 0 ? hurried_article(rules, p, arena) : NULL;
    if (slip != NULL)
        return (struct finding){
            rules->strict & STRICT_TYPOS ? VERDICT_WRONG : VERDICT_CLOSE, slip
        };
    const char *reason = extra > 0     ? "the answer, with words around it"
                         : missing > 0 ? "the same in fewer words"
                         : p->moved    ? "the same words in another order"
                                       : "the same, written another way";
    return (struct finding){ VERDICT_ACCEPTED, reason };
}

static bool is_better(struct finding a, struct finding b)
{
    if (verdict_is_right(a.verdict) != verdict_is_right(b.verdict))
        return verdict_is_right(a.verdict);
    if (verdict_is_right(a.verdict))
        return a.verdict < b.verdict;
    return a.reason != NULL && b.reason == NULL;
}

/* Another card's answer is no answer here, unless that card asks for the same thing. */
static const char *refuse_other(const struct rules *rules, const struct target *target,
    const struct form *typed, struct arena *arena)
{
    const struct known_answer *other = lexicon_find(rules, typed);
    for (size_t i = 0; other != NULL && i < target->count; i++) {
        if (lexicon_has_beside(rules, other, &target->variants[i].form))
            return NULL;
    }
    return other == NULL ? NULL
                         : arena_printf(arena, "%s: another answer of this deck",
                               text_quote(other->text, strlen(other->text), arena));
}

static struct finding judge_variant(const struct rules *rules,
    const struct target *target, const struct form *typed, const struct form *expected,
    struct arena *arena)
{
    struct pairing pairing;
    struct finding finding = { VERDICT_WRONG, NULL };
    if (form_articles_differ(rules, typed, expected) ||
        !pairing_make(rules, typed, expected, &pairing))
        return finding;
    finding = judge_pairing(rules, target, &pairing, arena);
    if (verdict_is_right(finding.verdict))
        return finding;
    struct finding together = slips_judge_together(rules, typed, expected, arena);
    return is_better(together, finding) ? together : finding;
}

static struct finding judge_variants(const struct rules *rules,
    const struct target *target, const struct form *typed, struct arena *arena)
{
    struct finding best = { VERDICT_WRONG, NULL };
    for (size_t i = 0; i < target->count && best.verdict != VERDICT_ACCEPTED; i++) {
        struct finding finding =
            judge_variant(rules, target, typed, &target->variants[i].form, arena);
        best = is_better(finding, best) ? finding : best;
    }
    return best;
}

/*
 * Once more without the deck's spellings: a slip in one word of "household troops" leaves
 * "troops", which is a name itself.
 */
static struct finding judge_unspelled(const struct rules *rules,
    const struct target *target, const struct form *typed, struct arena *arena)
{
    struct rules bare = *rules;
    struct target plain = *target;
    struct variant *variants = arena_alloc(arena, target->count * sizeof *variants);
    bare.name_count = 0;
    memset(bare.first_name, 0, sizeof bare.first_name);
    for (size_t i = 0; i < target->count; i++) {
        variants[i] = target->variants[i];
        variants[i].form = form_make(&bare, variants[i].form.source, arena);
    }
    plain.variants = variants;
    struct form form = form_make(&bare, typed->source, arena);
    return judge_variants(&bare, &plain, &form, arena);
}

static bool holds_names(const struct form *form)
{
    for (size_t i = 0; i < form->tokens.count; i++) {
        if (form->tokens.items[i].flags & TOKEN_SPELLED)
            return true;
    }
    return false;
}

struct finding lenient_judge(const struct rules *rules, const struct target *target,
    const struct form *typed, struct arena *arena)
{
    struct finding best = { VERDICT_WRONG, NULL };
    if (rules->strict & STRICT_PUNCTUATION)
        return best;
    best = judge_variants(rules, target, typed, arena);
    if (!verdict_is_right(best.verdict) && typed->tokens.count > 1 &&
        holds_names(typed)) {
        struct finding finding = judge_unspelled(rules, target, typed, arena);
        best = is_better(finding, best) ? finding : best;
    }
    const char *other =
        verdict_is_right(best.verdict) ? refuse_other(rules, target, typed, arena) : NULL;
    return other == NULL ? best : (struct finding){ VERDICT_WRONG, other };
}
