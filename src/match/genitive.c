/*
 * "Caesar's death" is "the death of Caesar", "gold, 1,000 pounds" is "1,000 pounds of gold",
 * and "World War I" is the "First World War": what was typed, turned round.
 */
#include "match/text.h"

#include "match/number.h"
#include "match/words.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* The first "'s " or "s' ", straight or curly: where the owner ends, and what follows begins. */
static bool find_possessive(const char *text, size_t *owner, size_t *thing)
{
    static const char *const marks[] = { "'s ", "\xE2\x80\x99s ", "s' ",
        "s\xE2\x80\x99 " };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        const char *found = strstr(text, marks[i]);
        if (found == NULL || found == text)
            continue;
        *owner = (size_t)(found - text) + (marks[i][0] == 's');
        *thing = (size_t)(found - text) + strlen(marks[i]);
        return true;
    }
    return false;
}

/* "Philip, Alexander's father" -> "Philip, father of Alexander" */
static const char *turn_possessive(const char *text, struct arena *arena)
{
    size_t owner, thing, start = 0;
    if (!find_possessive(text, &owner, &thing))
        return NULL;
    for (size_t i = 0; i + 1 < owner; i++) {
        if (strchr(",;(", text[i]) != NULL)
            start = i + 1 + (text[i + 1] == ' ');
    }
    size_t len = strcspn(text + thing, ",;)");
    return arena_printf(arena, "%.*s%.*s of %.*s%s", (int)start, text, (int)len,
        text + thing, (int)(owner - start), text + start, text + thing + len);
}

/* "son of David" -> "David's son" */
static const char *turn_of(const char *text, struct arena *arena)
{
    const char *of = strstr(text, " of ");
    if (of == NULL || strpbrk(text, ",;(") != NULL || strstr(of + 1, " of ") != NULL)
        return NULL;
    size_t thing = strncmp(text, "the ", 4) == 0 ? 4 : 0;
    if ((size_t)(of - text) <= thing)
        return NULL;
    return arena_printf(
        arena, "%s's %.*s", of + 4, (int)((size_t)(of - text) - thing), text + thing);
}

/* "gold, 1,000 pounds" -> "1,000 pounds of gold" */
static const char *turn_amount(const char *text, struct arena *arena)
{
    const char *comma = strstr(text, ", ");
    if (comma == NULL || comma[2] < '0' || comma[2] > '9')
        return NULL;
    return arena_printf(arena, "%s of %.*s", comma + 2, (int)(comma - text), text);
}

/* "Georgia (the western part)" -> "the western part of Georgia" */
static const char *turn_part(const char *text, struct arena *arena)
{
    const char *open = strstr(text, " (");
    size_t len = open != NULL ? strcspn(open, ")") : 0;
    if (open == NULL || open == text || strcmp(open + len, ")") != 0)
        return NULL;
    return arena_printf(
        arena, "%.*s of %.*s", (int)len - 2, open + 2, (int)(open - text), text);
}

/* "to cooperate" -> "cooperate" */
static const char *turn_infinitive(const char *text, struct arena *arena)
{
    (void)arena;
    return strncasecmp(text, "to ", 3) == 0 ? text + 3 : NULL;
}

/* "Treaty of Versailles" -> "Versailles Treaty" */
static const char *turn_of_plainly(const char *text, struct arena *arena)
{
    const char *turned = turn_of(text, arena), *mark;
    if (turned == NULL || (mark = strstr(turned, "'s ")) == NULL)
        return NULL;
    return arena_printf(arena, "%.*s%s", (int)(mark - turned), turned, mark + 2);
}

/* "Versailles Treaty" -> "Treaty of Versailles" */
static const char *turn_pair(const char *text, struct arena *arena)
{
    const char *article = strncmp(text, "the ", 4) == 0 ? text + 4 : text;
    const char *space = strchr(article, ' ');
    if (space == NULL || strchr(space + 1, ' ') != NULL || strpbrk(text, ",;'") != NULL)
        return NULL;
    return arena_printf(arena, "%s of %.*s", space + 1, (int)(space - article), article);
}

/* "World War I", "World War 1", "World War One" -> "1st World War" */
static const char *turn_number(const char *text, struct arena *arena)
{
    const char *number = strrchr(text, ' '), *start;
    bool ordinal;
    if (number == NULL)
        return NULL;
    start = strncmp(text, "the ", 4) == 0 ? text + 4 : text;
    const struct number_word *word = number_word_of(number + 1, &ordinal);
    unsigned value = roman_value(number + 1);
    if (number[1 + strspn(number + 1, "0123456789")] == '\0')
        value = (unsigned)strtoul(number + 1, NULL, 10);
    else if (word != NULL && !ordinal)
        value = word->value;
    if (value == 0 || number < start)
        return NULL;
    return arena_printf(arena, "%uth %.*s", value, (int)(number - start), start);
}

/* "the First World War" -> "World War the First" */
static const char *turn_ordinal(const char *text, struct arena *arena)
{
    const char *start = strncasecmp(text, "the ", 4) == 0 ? text + 4 : text;
    size_t len = strcspn(start, " ");
    char *first = arena_strndup(arena, start, len);
    bool ordinal = false;
    bool word = number_word_of(first, &ordinal) != NULL && ordinal;
    size_t digits = strspn(first, "0123456789");
    if (start[len] == '\0' ||
        !(word || (digits > 0 && word_in("st nd rd th", first + digits))))
        return NULL;
    return arena_printf(arena, "%s the %s", start + len + 1, first);
}

const char *genitive_turned(const char *text, size_t way, struct arena *arena)
{
    static const char *(*const ways[GENITIVE_WAYS])(
        const char *, struct arena *) = { turn_possessive, turn_of, turn_of_plainly,
        turn_pair, turn_amount, turn_part, turn_infinitive, turn_number, turn_ordinal };
    return ways[way](text, arena);
}
