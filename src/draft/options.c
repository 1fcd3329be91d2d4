/*
 * What an answer needs beside itself: wrong options where it is too long to be typed, other right
 * answers where a shorter one is as good.
 */
#include "draft/finish.h"

#include <stdlib.h>
#include <string.h>

enum { FEWEST_OPTIONS = 2, NEIGHBOURS = 12, TYPED_BYTES = 24 };

static size_t gap_between(const struct draft *a, const struct draft *b)
{
    size_t left = strlen(a->answer), right = strlen(b->answer);
    return left > right ? left - right : right - left;
}

/* Is the answer of another draft another one, and no option yet? */
static bool is_other(const struct draft *draft, const struct draft *other)
{
    if (strstr(draft->answer, other->answer) != NULL ||
        strstr(other->answer, draft->answer) != NULL)
        return false;
    for (size_t i = 0; i < draft->wrong_count; i++)
        if (strcmp(draft->wrong[i], other->answer) == 0)
            return false;
    return true;
}

/* The first words of options must not tell them apart. */
static bool begins_alike(const struct draft *a, const struct draft *b)
{
    size_t len = strcspn(a->answer, " ");
    return strncmp(a->answer, b->answer, len + 1) == 0;
}

/* Of the causes around it the likest in length. */
static void add_options(struct draft *draft, const struct draft *causes, size_t count)
{
    while (draft->wrong_count < DRAFT_OPTIONS) {
        const struct draft *best = NULL;
        for (size_t i = 0; i < count; i++) {
            const struct draft *other = &causes[i];
            if (begins_alike(draft, other) && is_other(draft, other) &&
                (best == NULL || gap_between(draft, other) < gap_between(draft, best)))
                best = other;
        }
        if (best == NULL)
            break;
        draft->wrong[draft->wrong_count++] = best->answer;
    }
    if (draft->wrong_count < FEWEST_OPTIONS) {
        draft->wrong_count = 0;
        draft->self = true;
    }
}

void finish_options(struct drafts *drafts, size_t first)
{
    size_t count = 0;
    struct draft **causes = mem_zeroed(drafts->count - first + 1, sizeof *causes);
    struct draft *copies = mem_zeroed(drafts->count - first + 1, sizeof *copies);
    for (size_t i = first; i < drafts->count; i++)
        if (drafts->items[i].kind == DRAFT_CAUSE &&
            strchr(drafts->items[i].answer, ' ') != NULL &&
            strlen(drafts->items[i].answer) > TYPED_BYTES) {
            causes[count] = &drafts->items[i];
            copies[count++] = drafts->items[i];
        }
    for (size_t i = 0; i < count; i++) {
        size_t from = i > NEIGHBOURS ? i - NEIGHBOURS : 0;
        size_t to = i + NEIGHBOURS < count ? i + NEIGHBOURS : count;
        add_options(causes[i], copies + from, to - from);
    }
    free(causes);
    free(copies);
}
