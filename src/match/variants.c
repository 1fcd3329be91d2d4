/*
 * The ways to give an item: each of its forms, with and without its optional words, without the
 * ending of a possessive, and with umlauts written out.
 */
#include "match/text.h"

#include "base/buf.h"
#include "match/words.h"

#include <string.h>

/* --- optional words -------------------------------------------------------------------- */

enum {
    OPTIONS_MAX = 8, // groups that are read; further brackets are punctuation
    SUBSETS_MAX = 3, // groups of which every choice is a variant
};

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

static const char without_options[] = "the same without the optional words";

/* Variants while they are gathered. */
struct gathering {
    struct variant *variants;
    size_t count, capacity;
};

static void gather(struct gathering *g, const struct rules *rules, const char *text,
    size_t source, const char *why, struct arena *arena)
{
    struct form form = form_make(rules, text, arena);
    if (why != NULL && form.len == 0)
        return;
    g->variants =
        arena_grow(arena, g->variants, g->count, &g->capacity, sizeof *g->variants);
    g->variants[g->count++] = (struct variant){ form, source, why };
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

/* A text with its umlauts written out, as German does without them; NULL: it has none. */
static const char *umlauts_written_out(
    const struct rules *rules, const char *text, struct arena *arena)
{
    static const char *const umlauts[][2] = { { "\xC3\xA4", "ae" }, { "\xC3\xB6", "oe" },
        { "\xC3\xBC", "ue" }, { "\xC3\x84", "Ae" }, { "\xC3\x96", "Oe" },
        { "\xC3\x9C", "Ue" } };
    bool known = word_in("de en", rules->language->tag);
    struct buf out = { 0 };
    bool found = false;
    if (!known || rules->strict & STRICT_ACCENTS || strchr(text, '\xC3') == NULL)
        return NULL;
    for (size_t at = 0, i; text[at] != '\0'; at += i < 6 ? 2 : 1) {
        for (i = 0; i < 6 && strncmp(text + at, umlauts[i][0], 2) != 0;)
            i++;
        found = found || i < 6;
        if (i < 6)
            buf_add(&out, umlauts[i][1]);
        else
            buf_add_char(&out, text[at]);
    }
    const char *copy = found ? arena_strdup(arena, buf_text(&out)) : NULL;
    buf_release(&out);
    return copy;
}

/*
 * More groups than there could be variants for: all of them, none, and for any choice of them
 * words that may be missing.
 */
static void gather_many(struct gathering *g, const struct rules *rules, const char *text,
    size_t source, const struct group *groups, size_t count, struct arena *arena)
{
    unsigned all = (1u << count) - 1;
    gather(g, rules, text, source, NULL, arena);
    struct tokens *tokens = &g->variants[g->count - 1].form.tokens;
    for (size_t i = 0; i < tokens->count; i++) {
        for (size_t j = 0; j < count; j++) {
            struct token *token = &tokens->items[i];
            bool inside =
                token->from >= groups[j].open && token->to <= groups[j].close + 1;
            token->flags |= inside ? (unsigned)TOKEN_OPTIONAL : 0u;
        }
    }
    gather(g, rules, without_groups(text, groups, count, 0, arena), source, NULL, arena);
    gather(g, rules, without_groups(text, groups, count, all, arena), source,
        without_options, arena);
}

static void gather_subsets(struct gathering *g, const struct rules *rules,
    const char *text, size_t source, const struct group *groups, size_t count,
    struct arena *arena)
{
    for (unsigned left_out = 0; left_out < 1u << count; left_out++)
        gather(g, rules,
            count > 0 ? without_groups(text, groups, count, left_out, arena) : text,
            source, left_out > 0 ? without_options : NULL, arena);
}

struct target target_make(const struct rules *rules, const struct key_item *item,
    bool literal, struct arena *arena)
{
    struct gathering g = { 0 };
    for (size_t i = 0; i < item->count; i++) {
        struct group groups[OPTIONS_MAX];
        const char *text = item->forms[i];
        size_t found = literal ? 0 : find_groups(text, groups);
        if (found > SUBSETS_MAX)
            gather_many(&g, rules, text, i, groups, found, arena);
        else
            gather_subsets(&g, rules, text, i, groups, found, arena);
        const char *name = literal ? NULL : without_possessive(rules, text, arena);
        if (name != NULL)
            gather(&g, rules, name, i, "the same without the possessive", arena);
        const char *plain = umlauts_written_out(rules, text, arena);
        if (plain != NULL)
            gather(&g, rules, plain, i, "the same with its umlauts written out", arena);
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
