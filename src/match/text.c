#include "match/text.h"

#include "base/buf.h"
#include "match/chars.h"
#include "match/words.h"

#include <string.h>

/* --- optional words -------------------------------------------------------------------- */

enum { OPTIONS_MAX = 3 }; // groups that may be left out one by one; of more: all or none

struct group {
    size_t open, close; // offsets of the brackets
};

/* "(...)" behind a space and before a space or the end; returns the groups found. */
static size_t find_groups(const char *text, struct group groups[OPTIONS_MAX])
{
    size_t count = 0, depth = 0, open = 0;
    for (size_t i = 0; text[i] != '\0'; i++) {
        if (text[i] == '(' && depth++ == 0)
            open = i;
        if (text[i] != ')' || depth == 0 || --depth > 0)
            continue;
        bool alone = open > 0 && text[open - 1] == ' ' &&
                     (text[i + 1] == ' ' || text[i + 1] == '\0');
        if (alone && count < OPTIONS_MAX)
            groups[count++] = (struct group){ open, i };
    }
    return count;
}

/* The text without the groups of `left_out` (a bit each), and without the others' brackets. */
static const char *without_groups(const char *text, const struct group *groups,
    size_t count, unsigned left_out, struct arena *arena)
{
    char *out = arena_alloc(arena, strlen(text) + 1);
    size_t size = 0, group = 0;
    for (size_t i = 0; text[i] != '\0'; i++) {
        while (group < count && i > groups[group].close)
            group++;
        bool inside = group < count && i >= groups[group].open;
        bool bracket = inside && (i == groups[group].open || i == groups[group].close);
        if (!bracket && !(inside && left_out & 1u << group))
            out[size++] = text[i];
    }
    return out;
}

/* Variants while they are gathered. */
struct gathering {
    struct variant *variants;
    size_t count, capacity;
};

static void gather(struct gathering *g, const struct rules *rules, const char *text,
    size_t source, const char *shortened, struct arena *arena)
{
    struct form form = form_make(rules, text, arena);
    if (shortened != NULL && form.len == 0)
        return;
    g->variants =
        arena_grow(arena, g->variants, g->count, &g->capacity, sizeof *g->variants);
    g->variants[g->count++] = (struct variant){ form, source, shortened };
}

/* "Justinian's" without its ending; NULL: it is no name in the possessive. */
static const char *without_possessive(
    const struct rules *rules, const char *text, struct arena *arena)
{
    size_t len = strlen(text), start = len, end = 0;
    static const char *const endings[] = { "'s", "\xE2\x80\x99s" };
    for (size_t i = 0; i < 2; i++) {
        size_t size = strlen(endings[i]);
        if (len > size && strcmp(text + len - size, endings[i]) == 0)
            end = len - size;
    }
    while (start > 0 && text[start - 1] != ' ')
        start--;
    bool name = (text[start] >= 'A' && text[start] <= 'Z') || (text[start] & 0x80);
    bool forgiven = rules->language->english && !(rules->strict & STRICT_PUNCTUATION);
    return end > start && name && forgiven ? arena_strndup(arena, text, end) : NULL;
}

struct target target_make(const struct rules *rules, const struct key_item *item,
    bool literal, struct arena *arena)
{
    struct gathering g = { 0 };
    for (size_t i = 0; i < item->count; i++) {
        struct group groups[OPTIONS_MAX];
        size_t found = literal ? 0 : find_groups(item->forms[i], groups);
        for (unsigned left_out = 0; left_out < 1u << found; left_out++) {
            const char *text = item->forms[i];
            if (found > 0)
                text = without_groups(text, groups, found, left_out, arena);
            gather(&g, rules, text, i,
                left_out > 0 ? "the same without the optional words" : NULL, arena);
        }
        const char *name =
            literal ? NULL : without_possessive(rules, item->forms[i], arena);
        if (name != NULL)
            gather(&g, rules, name, i, "the same without the possessive", arena);
    }
    return (struct target){ item, g.variants, g.count };
}

const struct variant *target_find(
    const struct rules *rules, const struct target *target, const struct form *typed)
{
    for (size_t i = 0; i < target->count; i++) {
        if (form_same(rules, typed, &target->variants[i].form))
            return &target->variants[i];
    }
    return NULL;
}

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

static const char *accept_reason(const struct rules *rules, const char *shown,
    const struct variant *variant, const struct form *typed, struct arena *arena)
{
    const struct form *expected = &variant->form;
    if (variant->source > 0)
        return "also accepted";
    if (variant->shortened != NULL)
        return variant->shortened;
    const struct token *name =
        written_otherwise(typed, expected, TOKEN_WORD, TOKEN_SPELLED);
    if (name != NULL)
        return arena_printf(arena, "another spelling of %s",
            text_quote(name->written, strlen(name->written), arena));
    if (written_otherwise(typed, expected, TOKEN_NUMBER, 0) != NULL)
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

struct finding text_judge(const struct rules *rules, const struct key_item *item,
    bool literal, const char *typed, struct arena *arena)
{
    struct target target = target_make(rules, item, literal, arena);
    struct form form = form_make(rules, typed, arena);
    const struct variant *variant = target_find(rules, &target, &form);
    if (variant != NULL)
        return target_accept(rules, &target, variant, &form, arena);
    return miss_explain(rules, &target, &form, arena);
}
