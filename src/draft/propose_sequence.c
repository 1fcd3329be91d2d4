/*
 * Sequences: several dated events, to be matched with their years.
 */
#include "draft/propose.h"

#include <string.h>

enum { MOST = 5, FEWEST = 4, EVENT_BYTES = 90 };

static bool fits(const struct draft *group[], size_t count, const struct draft *draft)
{
    if (draft->event == NULL || strlen(draft->event) > EVENT_BYTES)
        return false;
    static const char *const vague[] = { " there", " it", " they ", " he ", " she ",
        " this " };
    for (size_t i = 0; i < sizeof vague / sizeof *vague; i++)
        if (strstr(draft->event, vague[i]) != NULL)
            return false;
    for (size_t i = 0; i < count; i++)
        if (group[i]->year == draft->year || strcmp(group[i]->event, draft->event) == 0)
            return false;
    return true;
}

/* Where the events stand, each place once. */
static void add_places(struct draft *pairs, const struct draft *group[], size_t count)
{
    for (size_t i = 1; i < count; i++) {
        bool known = strcmp(group[i]->at, pairs->at) == 0;
        for (size_t k = 0; k < pairs->other_count; k++)
            known = known || strcmp(group[i]->at, pairs->others[k]) == 0;
        if (!known)
            pairs->others[pairs->other_count++] = group[i]->at;
    }
}

static void add_group(struct proposals *p, const struct draft *group[], size_t count)
{
    struct drafts *drafts = p->drafts;
    struct draft pairs = { .kind = DRAFT_SEQUENCE,
        .score = 0.6,
        .at = group[0]->at,
        .document = p->document,
        .sentence = group[0]->sentence,
        .place = group[0]->place };
    struct buf answer = { 0 };
    int first = group[0]->year, last = first;
    for (size_t i = 0; i < count; i++) {
        pairs.items[i] = group[i]->event;
        pairs.rights[i] = arena_printf(p->arena, "%d", group[i]->year);
        buf_addf(&answer, "%s%s", i > 0 ? " " : "", pairs.rights[i]);
    }
    for (size_t i = 1; i < count; i++) {
        first = group[i]->year < first ? group[i]->year : first;
        last = group[i]->year > last ? group[i]->year : last;
    }
    pairs.question = arena_printf(
        p->arena, "Match each event with its year, from %d to %d.", first, last);
    pairs.item_count = count;
    add_places(&pairs, group, count);
    pairs.answer = arena_strdup(p->arena, answer.text);
    buf_release(&answer);
    drafts->items = arena_grow(
        p->arena, drafts->items, drafts->count, &drafts->capacity, sizeof *drafts->items);
    drafts->items[drafts->count++] = pairs;
}

void propose_sequences(struct proposals *p, size_t first)
{
    const struct draft *group[MOST];
    size_t count = 0, end = p->drafts->count;
    struct draft *copy = arena_alloc(p->arena, (end - first + 1) * sizeof *copy);
    if (end > first)
        memcpy(copy, p->drafts->items + first, (end - first) * sizeof *copy);
    for (size_t i = 0; i < end - first; i++) {
        if (fits(group, count, &copy[i]))
            group[count++] = &copy[i];
        if (count == MOST || (i + 1 == end - first && count >= FEWEST)) {
            add_group(p, group, count);
            count = 0;
        }
    }
}
