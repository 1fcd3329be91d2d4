/*
 * What something is, and what it is called: "Perigee is the point of the orbit ...", "the time ... is
 * called a synodic month".
 */
#include "draft/propose.h"

#include <string.h>

enum { FEWEST = 5 };

/* "What is the point of the orbit that is nearest to the Earth?" */
static void ask_term(struct proposals *p, const struct clause *c)
{
    const struct sentence *s = c->s;
    size_t words = c->subject_end - c->subject;
    bool present = word_among(s, c->verb, "is are");
    bool defines = c->copula && present && c->main == c->verb &&
                   c->end - c->verb_end >= FEWEST &&
                   word_among(s, c->verb_end, "a an the") && words <= 4 && !c->shared;
    bool vague = word_is(s, c->subject, LEX_PRON | LEX_POSS);
    bool name = s->words[c->subject].fact != NULL &&
                s->words[c->subject].fact->kind == FACT_NAME &&
                is_name_of(p, c->subject, NAME_PERSON);
    if (!defines || vague || name)
        return;
    bool indefinite = word_among(s, c->verb_end, "a an");
    size_t end = c->end;
    while (end < s->count && s->words[end - 1].mark == '\0')
        end++;
    const char *what = phrase_of(s, c->verb_end, end, p->arena);
    const char *verb = s->words[c->verb].low;
    const char *question = indefinite
                               ? arena_printf(p->arena, "What do you call %s?", what)
                               : arena_printf(p->arena, "What %s %s?", verb, what);
    size_t from = c->subject + (words > 1 && word_among(s, c->subject, "a an the"));
    propose_question(
        p, DRAFT_DEFINITION, (struct span){ from, c->subject_end }, question, 0.8);
}

/* "What is the time from one new moon to the next called?" */
static void ask_called(struct proposals *p, const struct clause *c)
{
    const struct sentence *s = c->s;
    size_t from = c->verb_end;
    bool called =
        c->passive && word_among(s, c->main, "called named known termed nicknamed");
    if (!called || c->actor == NULL)
        return;
    if (word_among(s, c->main, "known")) {
        if (!word_among(s, from, "as"))
            return;
        from++;
    }
    size_t start = from + word_among(s, from, "a an the"), to = start;
    while (to < c->end && (to == start || s->words[to - 1].mark == '\0') &&
           !word_is(s, to, LEX_PREP | LEX_AND))
        to++;
    if (to == start)
        return;
    const char *tail = word_among(s, c->main, "known") ? " as" : "";
    const char *question =
        arena_printf(p->arena, "What %s %s %s%s?", s->words[c->verb].low, c->actor,
            phrase_of(s, c->verb + 1, c->verb_end, p->arena), tail);
    propose_question(p, DRAFT_DEFINITION, (struct span){ start, to }, question, 0.8);
}

void propose_definitions(struct proposals *p)
{
    for (size_t i = 0; i < p->clauses->count; i++) {
        ask_term(p, &p->clauses->items[i]);
        ask_called(p, &p->clauses->items[i]);
    }
}
