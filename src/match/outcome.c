#include "match/outcome.h"

#include "base/buf.h"

#include <string.h>

void texts_add(struct texts *texts, const char *text, struct arena *arena)
{
    texts->items = arena_grow(
        arena, texts->items, texts->count, &texts->capacity, sizeof *texts->items);
    texts->items[texts->count++] = text;
}

struct texts texts_of_key(const struct key *key, struct arena *arena)
{
    struct texts texts = { 0 };
    for (size_t i = 0; i < key->count; i++) {
        for (size_t j = 0; j < key->items[i].count; j++)
            texts_add(&texts, key->items[i].forms[j], arena);
    }
    for (size_t i = 0; i < key->option_count; i++)
        texts_add(&texts, key->options[i], arena);
    return texts;
}

bool texts_hold(const struct texts *texts, char c)
{
    for (size_t i = 0; i < texts->count; i++) {
        if (strchr(texts->items[i], c) != NULL)
            return true;
    }
    return false;
}

/* --- pieces ---------------------------------------------------------------------------- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Beside ", " a comma between digits belongs to a number: "1,000, 2,000". */
static bool parts_here(const char *text, size_t at, bool spaced_commas)
{
    bool in_number =
        text[at] == ',' && at > 0 && is_digit(text[at - 1]) && is_digit(text[at + 1]);
    return !(in_number && spaced_commas);
}

static struct texts cut_at(const char *typed, const char *separators, struct arena *arena)
{
    struct texts pieces = { 0 };
    bool spaced_commas = strstr(typed, ", ") != NULL;
    for (size_t at = 0, start = 0;; at++) {
        bool parts = typed[at] != '\0' && strchr(separators, typed[at]) != NULL &&
                     parts_here(typed, at, spaced_commas);
        if (typed[at] != '\0' && !parts)
            continue;
        const char *piece =
            text_trim(arena_strndup(arena, typed + start, at - start), arena);
        if (piece[0] != '\0')
            texts_add(&pieces, piece, arena);
        if (typed[at] == '\0')
            return pieces;
        start = at + 1;
    }
}

struct texts pieces_cut(const char *typed, const struct texts *right, struct arena *arena)
{
    const char *separators = texts_hold(right, ';') ? "\n" : "\n;";
    if (strpbrk(typed, separators) == NULL && !texts_hold(right, ','))
        separators = ",";
    return cut_at(typed, separators, arena);
}

/* --- words ----------------------------------------------------------------------------- */

enum { NAMED_MAX = 5 };

static void add_named(
    struct buf *out, const char *label, const struct texts *texts, struct arena *arena)
{
    if (texts->count == 0)
        return;
    buf_addf(out, "%s", label);
    for (size_t i = 0; i < texts->count && i < NAMED_MAX; i++) {
        const char *text = texts->items[i];
        buf_addf(out, "%s%s", i > 0 ? ", " : " ", text_quote(text, strlen(text), arena));
    }
    if (texts->count > NAMED_MAX)
        buf_addf(out, " and %zu more", texts->count - NAMED_MAX);
}

static void add_count(struct buf *out, const struct tally *tally)
{
    if (tally->right == 0)
        buf_addf(out, "none of the %zu", tally->total);
    else if (tally->right < tally->total)
        buf_addf(out, "%zu of %zu", tally->right, tally->total);
    else if (tally->total == 1)
        buf_add(out, "right");
    else
        buf_addf(out, "all %zu", tally->total);
}

static const char *tally_reason(const struct tally *tally, struct arena *arena)
{
    struct buf out = { 0 };
    bool all = tally->right == tally->total;
    add_count(&out, tally);
    if (tally->order != NULL)
        buf_addf(&out, "%s in another order: %s is out of place", all ? ", but" : ",",
            text_quote(tally->order, strlen(tally->order), arena));
    if (tally->right > 0) {
        add_named(&out, ", missing:", &tally->missing, arena);
        add_named(&out, all ? ", but not:" : ", not:", &tally->wrong, arena);
    }
    const char *reason = arena_strdup(arena, buf_text(&out));
    buf_release(&out);
    return reason;
}

struct finding tally_judge(const struct tally *tally, struct arena *arena)
{
    if (tally->right == 0 && tally->total == 1)
        return (struct finding){ VERDICT_WRONG, "another answer" };
    if (tally->right == tally->total && tally->wrong.count == 0 && tally->order == NULL)
        return tally->best;
    return (struct finding){ tally->right > 0 ? VERDICT_PARTIAL : VERDICT_WRONG,
        tally_reason(tally, arena) };
}

void finding_weaken(struct finding *all, struct finding part)
{
    if (all->reason == NULL ||
        (all->verdict == VERDICT_EXACT && part.verdict != VERDICT_EXACT))
        *all = part;
}
