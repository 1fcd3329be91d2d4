/*
 * What words do around an answer: asking the table of match/roles_table.c, which is searched
 * by halves.
 */
#include "match/roles.h"

#include "match/words.h"

/* As strcmp, with `word` in ASCII small letters. */
static int compare(const char *word, const char *entry)
{
    for (;; word++, entry++) {
        int c = (unsigned char)*word, other = (unsigned char)*entry;
        c += c >= 'A' && c <= 'Z' ? 'a' - 'A' : 0;
        if (c != other || c == '\0')
            return c - other;
    }
}

static unsigned roles_of(const char *word)
{
    size_t low = 0, high = word_role_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare(word, word_roles[middle].word);
        if (order == 0)
            return word_roles[middle].roles;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return 0;
}

bool word_is_hollow(const char *word)
{
    return (roles_of(word) & HOLLOW) != 0;
}

bool word_negates(const char *word)
{
    return (roles_of(word) & NEGATES) != 0;
}

bool word_links(const char *word)
{
    return (roles_of(word) & LINKS) != 0;
}

bool word_relates(const char *word)
{
    return (roles_of(word) & RELATES) != 0;
}

bool word_frames(const char *word)
{
    return (roles_of(word) & FRAMES) != 0;
}

bool word_is_title(const char *word)
{
    return (roles_of(word) & TITLE) != 0;
}

bool word_is_sort(const char *word)
{
    return (roles_of(word) & SORT) != 0;
}

bool word_hedges(const char *word)
{
    return (roles_of(word) & HEDGES) != 0;
}

bool word_bounds(const char *word)
{
    return (roles_of(word) & BOUNDS) != 0;
}

bool word_explains(const char *word)
{
    return (roles_of(word) & EXPLAINS) != 0;
}

bool word_opens(const char *word)
{
    return (roles_of(word) & OPENS) != 0;
}

bool word_places(const char *word)
{
    return (roles_of(word) & PLACES) != 0;
}
