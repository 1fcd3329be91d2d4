/*
 * Offices and kinship: "Osama Rabie, the chairman of the authority", "John, nephew of Vitalian",
 * "her daughter Irène".
 */
#include "draft/propose.h"

#include <string.h>

/* Up to the next mark, or the next verb. */
static size_t phrase_end(const struct sentence *s, size_t from)
{
    size_t at = from;
    while (at < s->count && (at == from || s->words[at - 1].mark == '\0') &&
           !clause_is_finite(s, at) && !word_is(s, at, LEX_REL))
        at++;
    return at;
}

static const char *tense(const struct proposals *p)
{
    const struct clauses *clauses = p->clauses;
    bool now =
        clauses->count > 0 && (word_is(p->s, clauses->items[0].verb, LEX_S) ||
                                  word_among(p->s, clauses->items[0].verb, "is are has"));
    return now ? "is" : "was";
}

static bool points(const struct sentence *s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (word_is(s, i, LEX_POSS | LEX_OBJ | LEX_PRON) && !word_is(s, i, LEX_DET))
            return true;
    return false;
}

/* "nephew of Vitalian": whose nephew? */
static bool ask_kin(struct proposals *p, struct span name, size_t kin, size_t end)
{
    const struct sentence *s = p->s;
    if (!word_is(s, kin, LEX_KIN) || !word_among(s, kin + 1, "of") || kin + 2 >= end ||
        !fact_begins(s, kin + 2, FACT_NAME))
        return false;
    struct span other = { kin + 2, fact_end(s, kin + 2) };
    const char *question = arena_printf(p->arena, "Whose %s %s %s?", s->words[kin].low,
        tense(p), phrase_of(s, name.from, name.to, p->arena));
    propose_question(p, DRAFT_KINSHIP, other, question, 0.85);
    return true;
}

/* "NAME, the chairman of the authority" */
static void read_aside(struct proposals *p, struct span name)
{
    const struct sentence *s = p->s;
    size_t from = name.to, end = phrase_end(s, from), role = from;
    if (from >= s->count || (s->words[from - 1].mark != ',' && !s->piece.bare) ||
        points(s, from, end))
        return;
    bool indefinite = word_among(s, role, "a an");
    role += word_is(s, role, LEX_DET);
    if (ask_kin(p, name, role, end))
        return;
    while (role < end && role < from + 4 && !word_is(s, role, LEX_ROLE | LEX_KIN))
        role++;
    bool said = role < end && word_is(s, role, LEX_ROLE) &&
                word_among(s, role + 1, "of") && role + 2 < end && !indefinite;
    if (!said)
        return;
    const char *who = is_name_of(p, name.from, NAME_PERSON) ? "Who" : "What";
    const char *the = word_is(s, from, LEX_DET) ? "" : "the ";
    const char *question = arena_printf(
        p->arena, "%s %s %s%s?", who, tense(p), the, phrase_of(s, from, end, p->arena));
    propose_question(p, DRAFT_OFFICE, name, question, 0.85);
}

/* Of whom "his" and "her" speak: the subject of the clause that the word is in. */
static const char *owner_of(const struct proposals *p, size_t at)
{
    const struct clause *c = clause_of(p, at);
    if (c == NULL || c->actor == NULL || c->shared)
        return NULL;
    bool person = fact_begins(p->s, c->subject, FACT_NAME)
                      ? is_name_of(p, c->subject, NAME_PERSON)
                      : word_among(p->s, c->subject, "he she");
    return person ? c->actor : NULL;
}

/* "her daughter Irène": who was Marie's daughter? */
static void read_possessed(struct proposals *p, size_t kin)
{
    const struct sentence *s = p->s;
    if (kin == 0 || !word_among(s, kin - 1, "his her") ||
        !fact_begins(s, kin + 1, FACT_NAME))
        return;
    const char *owner = owner_of(p, kin - 1);
    if (kin >= 3 && word_among(s, kin - 2, "and") && is_name_of(p, kin - 3, NAME_PERSON))
        owner = phrase_of(s, fact_start(s, kin - 3), kin - 2, p->arena);
    const struct clause *subject = subject_of(p, kin);
    struct span name = { kin + 1, fact_end(s, kin + 1) };
    if (owner == NULL && subject != NULL && subject->actor != NULL &&
        subject->subject == kin - 1) {
        const char *end = strstr(subject->actor, "'s ");
        owner = end != NULL ? arena_strndup(p->arena, subject->actor,
                                  (size_t)(end - subject->actor))
                            : NULL;
    }
    if (owner == NULL)
        return;
    const char *question =
        arena_printf(p->arena, "Who was %s's %s?", owner, s->words[kin].low);
    propose_question(p, DRAFT_KINSHIP, name, question, 0.7);
}

/* "Her father, Władysław, taught ..." */
static void read_named(struct proposals *p, const struct clause *c)
{
    const struct sentence *s = p->s;
    bool kin = c->subject_end == c->subject + 2 && word_is(s, c->subject, LEX_POSS) &&
               word_is(s, c->subject + 1, LEX_KIN | LEX_ROLE);
    if (!kin || c->actor == NULL || c->aside == c->aside_end ||
        !fact_begins(s, c->aside, FACT_NAME) || fact_end(s, c->aside) != c->aside_end)
        return;
    const char *question = arena_printf(p->arena, "Who was %s?", c->actor);
    propose_question(
        p, DRAFT_KINSHIP, (struct span){ c->aside, c->aside_end }, question, 0.8);
}

void propose_offices(struct proposals *p)
{
    const struct sentence *s = p->s;
    for (size_t i = 0; i < s->count; i++) {
        if (fact_begins(s, i, FACT_NAME))
            read_aside(p, (struct span){ i, fact_end(s, i) });
        if (word_is(s, i, LEX_KIN) && i + 1 < s->count)
            read_possessed(p, i);
    }
    for (size_t i = 0; i < p->clauses->count; i++)
        if (!p->clauses->items[i].shared)
            read_named(p, &p->clauses->items[i]);
}
