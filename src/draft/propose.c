#include "draft/propose.h"

#include <string.h>

const char *draft_kind_word(enum draft_kind kind)
{
    static const char *const words[] = {
#define X(kind, word) word,
        DRAFT_KINDS(X)
#undef X
    };
    return words[kind];
}

struct draft *propose(
    struct proposals *p, enum draft_kind kind, struct span span, double score)
{
    struct drafts *drafts = p->drafts;
    const struct sentence *s = p->s;
    drafts->items = arena_grow(
        p->arena, drafts->items, drafts->count, &drafts->capacity, sizeof *drafts->items);
    struct draft *draft = &drafts->items[drafts->count++];
    *draft = (struct draft){ .kind = kind,
        .answer = phrase_of(s, span.from, span.to, p->arena),
        .score = score,
        .document = p->document,
        .sentence = s->number,
        .place = { s->words[span.from].range.from, s->words[span.to - 1].range.to } };
    return draft;
}

struct draft *propose_question(struct proposals *p, enum draft_kind kind,
    struct span span, const char *question, double score)
{
    if (question == NULL)
        return NULL;
    struct draft *draft = propose(p, kind, span, score);
    draft->question = question;
    return draft;
}

/* Braces and "::" would be read as parts of a gap. */
static bool is_plain(const char *text)
{
    return strstr(text, "{{") == NULL && strstr(text, "}}") == NULL &&
           strstr(text, "::") == NULL;
}

struct draft *propose_gap(struct proposals *p, enum draft_kind kind, struct span span,
    const char *hint, double score)
{
    const struct sentence *s = p->s;
    const char *all = phrase_of(s, 0, s->count, p->arena);
    const char *text =
        is_plain(all) ? gap_make(s, p->clauses, span, hint, p->arena) : NULL;
    if (text == NULL)
        return NULL;
    struct draft *draft = propose(p, kind, span, score);
    draft->cloze = text;
    return draft;
}

const struct clause *clause_of(const struct proposals *p, size_t at)
{
    for (size_t i = 0; i < p->clauses->count; i++) {
        const struct clause *c = &p->clauses->items[i];
        if (at >= c->verb_end && at < c->inner)
            return c;
    }
    return NULL;
}

const struct clause *subject_of(const struct proposals *p, size_t at)
{
    for (size_t i = 0; i < p->clauses->count; i++) {
        const struct clause *c = &p->clauses->items[i];
        if (!c->shared && at >= c->subject && at < c->subject_end)
            return c;
    }
    return NULL;
}

bool is_name_of(const struct proposals *p, size_t at, enum name_kind kind)
{
    const struct fact *fact = p->s->words[at].fact;
    return fact != NULL && fact->kind == FACT_NAME && names_kind(p->names, fact) == kind;
}
