#include "draft/finish.h"

#include <string.h>

enum { PLACE_WORDS = 5, PER_SENTENCE = 2 };
static const double LEAST = 0.25; // what is worse is not worth reading

/* A heading says where, if no other section has it. */
static bool is_only_title(const struct proposals *p, size_t section)
{
    size_t place;
    const char *title = p->doc->sections[section].title;
    return title[0] != '\0' && map_find(p->titles, title, &place) && place == section;
}

/* The first words of the sentence, as they stand in the document. */
static const char *first_words(const struct sentence *s, struct arena *arena)
{
    size_t count = 1, most = s->count < PLACE_WORDS ? s->count : PLACE_WORDS;
    while (count < most && s->words[count].outer.from == s->words[count - 1].outer.to + 1)
        count++;
    size_t from = s->words[0].range.from, to = s->words[count - 1].range.to;
    return arena_strndup(arena, s->doc->text + from, to - from);
}

static const char *place_of(const struct proposals *p)
{
    size_t section = p->doc->blocks[p->s->piece.block].section;
    if (section < p->doc->section_count && is_only_title(p, section))
        return p->doc->sections[section].title;
    return first_words(p->s, p->arena);
}

static bool overlap(const struct draft *a, const struct draft *b)
{
    return a->place.from < b->place.to && b->place.from < a->place.to;
}

/* Takes the best so far, then the best of another answer. */
static size_t best_of(const struct draft *drafts, size_t count, size_t chosen)
{
    size_t best = count;
    for (size_t i = chosen; i < count; i++) {
        bool taken = drafts[i].score < LEAST;
        for (size_t k = 0; k < chosen; k++)
            taken = taken || overlap(&drafts[k], &drafts[i]);
        if (!taken && (best == count || drafts[i].score > drafts[best].score))
            best = i;
    }
    return best;
}

/* Of a person the last name alone, if nobody else has it; NULL: there is none. */
static const char *last_name(const struct proposals *p, const struct draft *draft)
{
    const char *space = strrchr(draft->answer, ' ');
    bool person = draft->kind == DRAFT_PERSON || draft->kind == DRAFT_OFFICE ||
                  draft->kind == DRAFT_KINSHIP;
    if (!person || space == NULL || draft->cloze != NULL)
        return NULL;
    for (size_t i = 0; i < p->s->count; i++) {
        const struct fact *fact = p->s->words[i].fact;
        if (fact == NULL || p->s->words[i].range.to != draft->place.to)
            continue;
        const struct known_name *name = names_find(p->names, fact);
        bool alone = name != NULL && !name->shares_last &&
                     names_kind(p->names, fact) == NAME_PERSON;
        bool regnal = strspn(space + 1, "IVX") == strlen(space + 1);
        return alone && !regnal && strstr(fact->text, " of ") == NULL ? space + 1 : NULL;
    }
    return NULL;
}

void finish_sentence(struct proposals *p)
{
    struct drafts *drafts = p->drafts;
    if (drafts->count == p->first)
        return;
    struct draft *own = drafts->items + p->first;
    size_t count = drafts->count - p->first, chosen = 0;
    for (size_t i = 0; i < count; i++)
        own[i].score = score_of(p, &own[i]);
    for (size_t best;
         chosen < PER_SENTENCE && (best = best_of(own, count, chosen)) < count;) {
        struct draft swap = own[chosen];
        own[chosen] = own[best];
        own[best] = swap;
        own[chosen].accept = last_name(p, &own[chosen]);
        own[chosen++].at = place_of(p);
    }
    drafts->count = p->first + chosen;
}
