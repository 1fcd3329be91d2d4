/*
 * Lists: several names as one subject, and the amounts of a list of ingredients.
 */
#include "draft/propose.h"

#include <stdlib.h>
#include <string.h>

static const char *const count_words[] = { "", "", "two", "three", "four", "five", "six",
    "seven", "eight" };

/* Reads "A, B and C" into spans; how many, 0: it is no such list. */
static size_t read_names(
    const struct sentence *s, size_t from, size_t to, struct span *names, size_t most)
{
    size_t count = 0, at = from;
    while (at < to && count < most) {
        size_t start = at + word_among(s, at, "the");
        if (!fact_begins(s, start, FACT_NAME))
            return 0;
        names[count++] = (struct span){ at, fact_end(s, start) };
        at = names[count - 1].to;
        if (at == to)
            return count >= 2 ? count : 0;
        bool comma = s->words[at - 1].mark == ',';
        bool link = word_among(s, at, "and");
        if (!comma && !link)
            return 0;
        at += link;
    }
    return 0;
}

static const char *sort_of(const struct proposals *p, struct span name)
{
    size_t at = name.to - 1;
    if (is_name_of(p, at, NAME_PERSON))
        return "people";
    return is_name_of(p, at, NAME_PLACE) ? "places" : NULL;
}

static void fill(
    struct proposals *p, struct draft *draft, const struct span *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        draft->items[i] = phrase_of(p->s, names[i].from, names[i].to, p->arena);
    draft->item_count = count;
}

/* "Which two people landed in the Sea of Tranquillity?" */
static void ask_subject(struct proposals *p, const struct clause *c)
{
    struct span names[DRAFT_MOST_ITEMS];
    size_t count = read_names(c->s, c->subject, c->subject_end, names, DRAFT_MOST_ITEMS);
    const char *sort = count > 0 ? sort_of(p, names[0]) : NULL;
    if (sort == NULL || c->end - c->verb_end < 2)
        return;
    const char *who = arena_printf(p->arena, "which %s %s", count_words[count], sort);
    struct draft *draft =
        propose_question(p, DRAFT_LIST, (struct span){ c->subject, c->subject_end },
            question_subject(c, who, p->arena), 0.75);
    if (draft != NULL)
        fill(p, draft, names, count);
}

/* "four capitals lie on it: Vienna, Bratislava, Budapest and Belgrade" */
static void ask_behind_colon(struct proposals *p, const struct clause *c)
{
    const struct sentence *s = c->s;
    struct span names[DRAFT_MOST_ITEMS];
    size_t to = c->end;
    if (c->end >= s->count || s->words[c->end - 1].mark != ':')
        return;
    while (to < s->count && s->words[to].mark != ';' && !clause_is_finite(s, to))
        to++;
    size_t count = read_names(s, c->end, to, names, DRAFT_MOST_ITEMS);
    bool counted = fact_begins(s, c->subject, FACT_NUMBER);
    if (count == 0 || c->actor == NULL || !counted)
        return;
    const char *who = arena_printf(
        p->arena, "which %s", phrase_of(s, c->subject, c->subject_end, p->arena));
    struct draft *draft = propose_question(p, DRAFT_LIST, (struct span){ c->end, to },
        question_subject(c, who, p->arena), 0.7);
    if (draft != NULL)
        fill(p, draft, names, count);
}

/* "500 g wholemeal rye flour", an item of a list, in what the document is about. */
static void ask_amount(struct proposals *p)
{
    const struct sentence *s = p->s;
    const struct block *block = &s->doc->blocks[s->piece.block];
    if (block->kind != BLOCK_ITEM || s->doc->title[0] == '\0' || p->clauses->count > 0 ||
        !fact_begins(s, 0, FACT_NUMBER) || s->count > 8)
        return;
    size_t to = fact_end(s, 0);
    bool unit = s->words[0].fact->unit != NULL;
    if (unit && to == 1)
        to = s->words[0].fact->to > s->words[0].range.to ? 2 : 1;
    if (!unit && word_is(s, to, 0))
        return;
    size_t noun = to;
    if (to < s->count &&
        word_among(s, to,
            "tablespoon tablespoons teaspoon teaspoons cup cups pinch slices "
            "cloves g kg ml l"))
        noun = ++to;
    if (word_among(s, noun, "of"))
        noun++;
    if (noun >= s->count)
        return;
    const char *last = s->words[s->count - 1].low;
    bool plural = last[strlen(last) - 1] == 's';
    const char *question = arena_printf(p->arena, "%s: %s %s?", s->doc->title,
        plural ? "what amount of" : "how much", phrase_of(s, noun, s->count, p->arena));
    struct draft *draft =
        propose_question(p, DRAFT_NUMBER, (struct span){ 0, to }, question, 0.75);
    char *end;
    double value = strtod(s->words[0].fact->text, &end);
    if (to > 1 && *end == '\0' && value > 0 && value < 1e6) {
        draft->number = arena_printf(p->arena, "%g", value);
        draft->unit = phrase_of(s, 1, to, p->arena);
    }
}

void propose_lists(struct proposals *p)
{
    for (size_t i = 0; i < p->clauses->count; i++) {
        ask_subject(p, &p->clauses->items[i]);
        ask_behind_colon(p, &p->clauses->items[i]);
    }
    ask_amount(p);
}
