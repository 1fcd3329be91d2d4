/*
 * The best first, and of drafts that ask the same only the best: the same answer to much the same
 * words.
 */
#include "draft/draft.h"

#include "base/map.h"
#include "base/rng.h"

#include <stdlib.h>
#include <string.h>

enum { KEPT_OF_ANSWER = 8, OFTEN = 2, MOST_WORDS = 64 };
static const double ALIKE = 0.6;

static int by_score(const void *a, const void *b)
{
    const struct draft *left = a, *right = b;
    if (left->score != right->score)
        return left->score > right->score ? -1 : 1;
    if (left->document != right->document)
        return left->document < right->document ? -1 : 1;
    if (left->place.from != right->place.from)
        return left->place.from < right->place.from ? -1 : 1;
    return 0;
}

/* Hashes of the words of a text, at most so many. */
static size_t hash_words(const char *text, uint64_t *out)
{
    size_t count = 0;
    while (*text != '\0' && count < MOST_WORDS) {
        text += strspn(text, " ,.?!;:\"'{}");
        size_t len = strcspn(text, " ,.?!;:\"'{}");
        if (len > 2)
            out[count++] = hash_bytes(0, text, len);
        text += len;
    }
    return count;
}

/* The share of words that two texts have in common (Dice). */
static double likeness(const char *a, const char *b)
{
    uint64_t left[MOST_WORDS], right[MOST_WORDS];
    size_t n = hash_words(a, left), m = hash_words(b, right), same = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < m; k++)
            if (left[i] == right[k]) {
                right[k] = 0;
                same++;
                break;
            }
    return n + m > 0 ? 2.0 * (double)same / (double)(n + m) : 1;
}

static const char *text_of(const struct draft *draft)
{
    return draft->cloze != NULL ? draft->cloze : draft->question;
}

/* The drafts kept so far with one answer. */
struct group {
    const struct draft *kept[KEPT_OF_ANSWER];
    size_t count;
};

static bool is_repeated(struct group *group, const struct draft *draft)
{
    for (size_t i = 0; i < group->count; i++)
        if (likeness(text_of(group->kept[i]), text_of(draft)) >= ALIKE)
            return true;
    return group->count == KEPT_OF_ANSWER;
}

/* What was chosen so far, and what is put off until all else is. */
struct choice {
    struct draft *kept, *later;
    size_t kept_count, later_count;
    struct map answers, questions;
    struct group *groups;
};

/* Drafts with an answer that was had often already come later. */
static void choose(struct choice *choice, const struct draft *draft, bool last)
{
    size_t at = choice->answers.count;
    if (!map_add(&choice->answers, draft->answer, at))
        map_find(&choice->answers, draft->answer, &at);
    struct group *group = &choice->groups[at];
    if (is_repeated(group, draft) || !map_add(&choice->questions, text_of(draft), 0))
        return;
    if (!last && group->count >= OFTEN) {
        choice->later[choice->later_count++] = *draft;
        return;
    }
    choice->kept[choice->kept_count] = *draft;
    group->kept[group->count++] = &choice->kept[choice->kept_count++];
}

void drafts_choose(struct drafts *drafts, size_t most)
{
    size_t count = drafts->count;
    struct choice choice = {
        .kept = mem_zeroed(count + 1, sizeof *choice.kept),
        .later = mem_zeroed(count + 1, sizeof *choice.later),
        .groups = mem_zeroed(count + 1, sizeof *choice.groups),
    };
    if (count > 0)
        qsort(drafts->items, count, sizeof *drafts->items, by_score);
    for (size_t i = 0; i < count; i++)
        choose(&choice, &drafts->items[i], false);
    map_release(&choice.questions);
    for (size_t i = 0; i < choice.later_count; i++)
        choose(&choice, &choice.later[i], true);
    drafts->count = most > 0 && most < choice.kept_count ? most : choice.kept_count;
    for (size_t i = 0; i < drafts->count; i++)
        drafts->items[i] = choice.kept[i];
    map_release(&choice.answers);
    map_release(&choice.questions);
    free(choice.kept);
    free(choice.later);
    free(choice.groups);
}
