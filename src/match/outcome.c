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

/* Bytes of "1." or "2)" before an item; 0: there is none. */
static size_t numbering_at(const char *text)
{
    size_t digits = strspn(text, "0123456789");
    bool numbered = digits > 0 && digits < 3 && text[digits] != '\0' &&
                    strchr(".)", text[digits]) != NULL && text[digits + 1] == ' ';
    return numbered ? digits + 1 : 0;
}

struct texts piece_words(const char *piece, struct arena *arena)
{
    struct texts words = { 0 };
    for (const char *at = piece; *at != '\0';) {
        size_t gap = strspn(at, " "), len = numbering_at(at + gap);
        at += gap + len;
        if (len > 0)
            continue;
        len = strcspn(at, " ");
        if (len > 0)
            texts_add(&words, arena_strndup(arena, at, len), arena);
        at += len;
    }
    return words;
}

/* Bytes of a word that links at the start of `text`, which follows a space; 0: none. */
static size_t link_at(const char *text)
{
    size_t len = strcspn(text, " ");
    char word[8] = "";
    if (len == 0 || len >= sizeof word)
        return 0;
    memcpy(word, text, len);
    return word_in("and or & + - / > -> then plus et und \xE2\x80\x93 \xE2\x86\x92", word)
               ? len
               : 0;
}

struct texts piece_parts(const char *piece, struct arena *arena)
{
    struct texts parts = { 0 };
    const char *start = text_trim(piece + numbering_at(piece), arena);
    start += link_at(start);
    for (const char *at = start;; at++) {
        size_t link = at[0] == ' ' ? link_at(at + 1) : 0;
        if (*at != '\0' && link == 0)
            continue;
        const char *part =
            text_trim(arena_strndup(arena, start, (size_t)(at - start)), arena);
        if (part[0] != '\0')
            texts_add(&parts, part, arena);
        if (*at == '\0')
            return parts;
        start = at + 1 + link;
        at += link;
    }
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
    add_named(&out, ", in part:", &tally->halves, arena);
    const char *reason = arena_strdup(arena, buf_text(&out));
    buf_release(&out);
    return reason;
}

struct finding tally_judge(const struct tally *tally, struct arena *arena)
{
    if (tally->right == 0 && tally->total == 1 && tally->halves.count == 0)
        return (struct finding){ VERDICT_WRONG, "another answer" };
    if (tally->right == tally->total && tally->wrong.count == 0 && tally->order == NULL)
        return tally->best;
    bool some = tally->right > 0 || tally->halves.count > 0;
    return (struct finding){ some ? VERDICT_PARTIAL : VERDICT_WRONG,
        tally_reason(tally, arena) };
}

void finding_weaken(struct finding *all, struct finding part)
{
    if (all->reason == NULL || part.verdict > all->verdict)
        *all = part;
}
