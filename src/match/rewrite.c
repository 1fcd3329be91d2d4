/*
 * What was typed, written out or put into the form that decks use: "4k", "4.000", "1 year",
 * "no. 3".  It is judged again only where it is not right as it stands.
 */
#include "match/rewrite.h"

#include "match/words.h"

#include <string.h>

static const char digits[] = "0123456789";

/* "4k", "2.5k" with the thousands written out. */
static const char *write_thousands(const char *typed, struct arena *arena)
{
    size_t at = strcspn(typed, digits), run = strspn(typed + at, "0123456789.,");
    const char *k = typed + at + run, *point = strpbrk(typed + at, ".,");
    if (run == 0 || (*k != 'k' && *k != 'K') || (k[1] != '\0' && k[1] != ' '))
        return NULL;
    if (point == NULL || point >= k)
        return arena_printf(arena, "%.*s000%s", (int)(k - typed), typed, k + 1);
    size_t decimals = (size_t)(k - point) - 1;
    if (decimals == 0 || decimals > 3)
        return NULL;
    return arena_printf(arena, "%.*s%.*s%.*s%s", (int)(point - typed), typed,
        (int)decimals, point + 1, (int)(3 - decimals), "000", k + 1);
}

/* Bytes of a number in groups parted by points, "4.000"; 0: there is none at the start. */
static size_t grouped_by_points(const char *text)
{
    size_t at = strspn(text, digits), groups = 0;
    if (at == 0 || at > 3 || text[0] == '0')
        return 0;
    for (; text[at] == '.' && strspn(text + at + 1, digits) == 3; groups++)
        at += 4;
    return groups > 0 ? at : 0;
}

/* "4.000" as people write it who have a decimal comma. */
static const char *write_commas(const char *typed, struct arena *arena)
{
    size_t at = strcspn(typed, digits), run = grouped_by_points(typed + at);
    const char *behind = typed + at + run;
    if (run == 0 || (*behind != '\0' && strchr(".,0123456789", *behind) != NULL))
        return NULL;
    char *text = arena_strndup(arena, typed, strlen(typed));
    for (size_t i = at; i < at + run; i++)
        text[i] = text[i] == '.' ? ',' : text[i];
    return text;
}

static size_t skip_gap(const char *text)
{
    return strspn(text, " ");
}

/* The first of the words in front of a unit replaced by another one. */
static const char *replace_before_unit(
    const char *typed, const char *words, const char *by, struct arena *arena)
{
    for (const char *at = typed + skip_gap(typed); *at != '\0';) {
        size_t len = strcspn(at, " ");
        const char *next = at + len + skip_gap(at + len);
        const char *unit = arena_strndup(arena, next, strcspn(next, " ,.;"));
        if (word_in(words, arena_strndup(arena, at, len)) && unit_names(unit) != NULL)
            return arena_printf(
                arena, "%.*s%s%s", (int)(at - typed), typed, by, at + len);
        at = next;
    }
    return NULL;
}

/* "almost 1 year" */
static const char *write_article(const char *typed, struct arena *arena)
{
    return replace_before_unit(typed, "1 one", "a", arena);
}

/* "a year" */
static const char *write_one(const char *typed, struct arena *arena)
{
    return replace_before_unit(typed, "a an", "1", arena);
}

/* "no. 3" */
static const char *drop_numero(const char *typed, struct arena *arena)
{
    size_t len = strcspn(typed, ".");
    const char *number = typed[len] == '.' ? typed + len + 1 : typed;
    number += skip_gap(number);
    bool numero = word_in("no nr num", arena_strndup(arena, typed, len));
    return numero && strspn(number, digits) > 0 ? number : NULL;
}

const char *rewritten(const char *typed, size_t way, struct arena *arena)
{
    static const char *(*const ways[REWRITE_WAYS])(const char *, struct arena *) = {
        write_thousands, write_commas, write_article, write_one, drop_numero
    };
    return ways[way](typed, arena);
}
