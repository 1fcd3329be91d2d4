#include "match/text.h"

#include "base/buf.h"
#include "match/chars.h"
#include "match/date.h"
#include "match/number.h"
#include "match/words.h"

#include <string.h>
#include <strings.h>

/* --- how does it differ? --------------------------------------------------------------- */

/*
 * The expected one of the first pair of tokens of a sort (a kind, and a flag or 0) that were
 * written in different ways; NULL: they were all written alike.
 */
static const struct token *written_otherwise(const struct form *typed,
    const struct form *expected, enum token_kind kind, unsigned flag)
{
    size_t i = 0, j = 0;
    for (;; i++, j++) {
        const struct tokens *a = &typed->tokens, *b = &expected->tokens;
        while (i < a->count &&
               (a->items[i].kind != kind || (a->items[i].flags & flag) != flag))
            i++;
        while (j < b->count &&
               (b->items[j].kind != kind || (b->items[j].flags & flag) != flag))
            j++;
        if (i == a->count || j == b->count)
            return NULL;
        if (strcmp(a->items[i].written, b->items[j].written) != 0)
            return &b->items[j];
    }
}

static bool same_under(const struct rules *rules, unsigned strict, const char *a,
    const char *b, struct arena *arena)
{
    struct rules stricter = rules_with(rules, rules->strict | strict, arena);
    struct form x = form_make(&stricter, a, arena), y = form_make(&stricter, b, arena);
    return form_same(&stricter, &x, &y);
}

/* The same letters once all white space is taken out? */
static bool same_without_spaces(const char *a, const char *b)
{
    struct buf texts[2] = { { 0 }, { 0 } };
    const char *sources[2] = { a, b };
    for (size_t i = 0; i < 2; i++) {
        for (const char *c = sources[i]; *c != '\0'; c += strspn(c, " \t\n")) {
            size_t size = strcspn(c, " \t\n");
            chars_fold(&texts[i], c, size, 0);
            c += size;
        }
    }
    bool same = strcmp(buf_text(&texts[0]), buf_text(&texts[1])) == 0;
    buf_release(&texts[0]);
    buf_release(&texts[1]);
    return same;
}

/* "the same but for case, accents and punctuation" */
static const char *aspects_reason(const struct rules *rules, const char *typed,
    const char *expected, struct arena *arena)
{
    const char *words[3];
    size_t count = 0;
    if (!same_under(rules, STRICT_CASE, typed, expected, arena))
        words[count++] = "case";
    if (!same_under(rules, STRICT_ACCENTS, typed, expected, arena))
        words[count++] = "accents";
    if (!same_under(rules, STRICT_PUNCTUATION, typed, expected, arena))
        words[count++] = same_without_spaces(typed, expected) ? "spacing" : "punctuation";
    if (count == 0)
        return "the same, written another way";
    if (count == 1)
        return arena_printf(arena, "the same but for %s", words[0]);
    if (count == 2)
        return arena_printf(arena, "the same but for %s and %s", words[0], words[1]);
    return arena_printf(
        arena, "the same but for %s, %s and %s", words[0], words[1], words[2]);
}

static const char *article_reason(const struct form *typed, const struct form *expected)
{
    if (typed->article == NULL && expected->article != NULL)
        return "the same without the article";
    if (typed->article != NULL && expected->article == NULL)
        return "the same with an article";
    if (typed->article != NULL && strcmp(typed->article, expected->article) != 0)
        return "the same with another article";
    return NULL;
}

/* Dates that read alike are left to other reasons; "5 to 7" need be no date. */
static const char *date_reason_of(const struct form *typed, const struct form *expected)
{
    bool whole = typed->date != NULL && expected->date != NULL;
    if (written_otherwise(typed, expected, TOKEN_DATE, 0) != NULL)
        return "the same date";
    if (!whole || strcmp(typed->text, expected->text) == 0)
        return NULL;
    return typed->date->sure || expected->date->sure ? "the same date"
                                                     : "the same, written another way";
}

static bool has_number(const struct form *form)
{
    for (size_t i = 0; i < form->tokens.count; i++) {
        if (form->tokens.items[i].kind == TOKEN_NUMBER)
            return true;
    }
    return false;
}

static const char *accept_reason(const struct rules *rules, const char *shown,
    const struct variant *variant, const struct form *typed, struct arena *arena)
{
    const struct form *expected = &variant->form;
    if (variant->source > 0)
        return "also accepted";
    if (variant->why != NULL)
        return variant->why;
    const struct token *name =
        written_otherwise(typed, expected, TOKEN_WORD, TOKEN_SPELLED);
    if (name != NULL)
        return arena_printf(arena, "another spelling of %s",
            text_quote(name->written, strlen(name->written), arena));
    const char *date = date_reason_of(typed, expected);
    if (date != NULL)
        return date;
    if (written_otherwise(typed, expected, TOKEN_NUMBER, 0) != NULL ||
        has_number(typed) != has_number(expected)) // "half", 1/2
        return "the same number";
    if (written_otherwise(typed, expected, TOKEN_WORD, TOKEN_UNIT) != NULL)
        return "the same unit";
    const char *article = article_reason(typed, expected);
    return article != NULL ? article : aspects_reason(rules, typed->source, shown, arena);
}

struct finding target_accept(const struct rules *rules, const struct target *target,
    const struct variant *variant, const struct form *typed, struct arena *arena)
{
    const char *shown = text_trim(target->item->forms[0], arena);
    if (text_identical(typed->source, shown))
        return (struct finding){ VERDICT_EXACT, "exactly" };
    return (struct finding){ VERDICT_ACCEPTED,
        accept_reason(rules, shown, variant, typed, arena) };
}

/* The value of a text that is one whole number, or (`roman`) one Roman numeral; 0: neither. */
static double value_of_form(const struct form *form, bool roman)
{
    if (form->tokens.count != 1)
        return 0;
    const struct token *token = &form->tokens.items[0];
    if (roman)
        return strlen(token->text) > 1 ? roman_value(token->text) : 0;
    return token->kind == TOKEN_NUMBER && token->flags & TOKEN_PLAIN
               ? number_value(token->text)
               : 0;
}

/* "XIV" and "14", whichever of them is asked. */
static bool is_number_in_roman(const struct target *target, const struct form *typed)
{
    for (size_t i = 0; i < target->count; i++) {
        const struct form *expected = &target->variants[i].form;
        double roman = value_of_form(typed, true), value = value_of_form(typed, false);
        if ((roman != 0 && roman == value_of_form(expected, false)) ||
            (value != 0 && value == value_of_form(expected, true)))
            return true;
    }
    return false;
}

/* Right, or a reason why not; a NULL reason if nothing is to be said yet. */
static struct finding judge_form(const struct rules *rules, const struct target *target,
    const struct form *form, struct arena *arena)
{
    const struct variant *variant = target_find(rules, target, form);
    if (variant != NULL)
        return target_accept(rules, target, variant, form, arena);
    if (is_number_in_roman(target, form))
        return (struct finding){ VERDICT_ACCEPTED, "the same number" };
    struct finding finding = dates_judge(rules, target, form, arena);
    return finding.reason != NULL ? finding : lenient_judge(rules, target, form, arena);
}

static struct finding judge_turned(const struct rules *rules, const struct target *target,
    const char *typed, struct arena *arena)
{
    struct finding finding = { VERDICT_WRONG, NULL };
    bool english = rules->language->english && !(rules->strict & STRICT_PUNCTUATION);
    for (size_t way = 0; english && way < GENITIVE_WAYS; way++) {
        const char *turned = genitive_turned(typed, way, arena);
        if (turned == NULL)
            continue;
        struct form form = form_make(rules, turned, arena);
        if (target_find(rules, target, &form) != NULL)
            return (struct finding){ VERDICT_ACCEPTED, "the same, put another way" };
        finding = lenient_judge(rules, target, &form, arena);
        if (finding.verdict == VERDICT_CLOSE)
            return finding;
    }
    return (struct finding){ VERDICT_WRONG, NULL };
}

enum { LINKED_MAX = 4 };

/* Bytes of a link at `text`: between two ways to say the same they may stand. */
static size_t link_length(const char *text)
{
    static const char *const links[] = { " and ", " or ", " (", ", ", " / ", " = ",
        ") " };
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        if (strncasecmp(text, links[i], strlen(links[i])) == 0)
            return strlen(links[i]);
    }
    return 0;
}

/* "Pisaurum (Pesaro)", "strong walls and defences": each part is the answer by itself. */
static struct finding judge_parts(const struct rules *rules, const struct target *target,
    const char *typed, struct arena *arena)
{
    struct finding worst = { VERDICT_ACCEPTED, "right, in more than one way" };
    size_t parts = 0;
    for (const char *start = typed, *at = typed; *start != '\0'; at++) {
        size_t link = *at != '\0' ? link_length(at) : 0;
        if (*at != '\0' && link == 0)
            continue;
        const char *part =
            text_trim(arena_strndup(arena, start, (size_t)(at - start)), arena);
        struct form form = form_make(rules, part, arena);
        struct finding finding = judge_form(rules, target, &form, arena);
        if (++parts > LINKED_MAX || !verdict_is_right(finding.verdict))
            return (struct finding){ VERDICT_WRONG, NULL };
        worst = finding.verdict > worst.verdict ? finding : worst;
        at = start = at + link;
    }
    return parts > 1 ? worst : (struct finding){ VERDICT_WRONG, NULL };
}

struct finding text_judge(const struct rules *rules, const struct key_item *item,
    bool literal, const char *typed, struct arena *arena)
{
    struct target target = target_make(rules, item, literal, arena);
    struct form form = form_make(rules, typed, arena);
    struct finding finding = judge_form(rules, &target, &form, arena);
    if (verdict_is_right(finding.verdict))
        return finding;
    struct finding turned = judge_turned(rules, &target, typed, arena);
    if (verdict_is_right(turned.verdict))
        return turned;
    struct finding parts = { VERDICT_WRONG, NULL };
    if (!(rules->strict & STRICT_PUNCTUATION))
        parts = judge_parts(rules, &target, typed, arena);
    if (verdict_is_right(parts.verdict))
        return parts;
    return finding.reason != NULL ? finding : miss_explain(rules, &target, &form, arena);
}
