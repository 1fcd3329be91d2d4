/*
 * People and places: "Who told reporters ...?", "Whom did Marie meet?", "Where did they marry?"
 */
#include "draft/propose.h"

#include <string.h>

enum { TELLING_WORDS = 8 };

/* The words before the name that belong to it: "the general", "King". */
static size_t with_title(const struct sentence *s, size_t at, size_t least)
{
    while (at > least && s->words[at - 1].mark == '\0' &&
           word_is(s, at - 1, LEX_TITLE | LEX_PLACE) && s->words[at - 1].fact == NULL)
        at--;
    while (at > least && s->words[at - 1].mark == '\0' && word_among(s, at - 1, "the"))
        at--;
    return at;
}

static bool is_person(const struct proposals *p, size_t at)
{
    return is_name_of(p, at, NAME_PERSON) || is_name_of(p, at, NAME_PEOPLE);
}

/* --- subjects ---------------------------------------------------------------------------- */

/* Is the subject one name, with no more than its title before it? */
static bool is_one_name(const struct clause *c, size_t *name)
{
    const struct sentence *s = c->s;
    *name = fact_start(s, c->subject_end - 1);
    const struct fact *fact = s->words[c->subject_end - 1].fact;
    return fact != NULL && fact->kind == FACT_NAME &&
           !s->words[c->subject_end - 1].genitive &&
           with_title(s, *name, c->subject) == c->subject;
}

/* Does the predicate say enough for one who knows to tell the subject from others? */
static bool says_enough(const struct clause *c)
{
    size_t words = c->end - c->verb_end, facts = 0;
    for (size_t i = c->verb_end; i < c->end; i++) {
        if (word_is(c->s, i, LEX_OBJ) || word_among(c->s, i, "they he she"))
            return false;
        facts += c->s->words[i].fact != NULL;
    }
    return words >= TELLING_WORDS || (facts > 0 && words >= 1);
}

/* "She was the first woman to win a Nobel Prize": who was? */
static bool ask_pronoun(struct proposals *p, const struct clause *c)
{
    const struct sentence *s = c->s;
    bool person = word_among(s, c->subject, "he she") && c->subject_end == c->subject + 1;
    bool unique =
        c->copula && word_among(s, c->verb_end, "the") &&
        word_among(s, c->verb_end + 1, "first last only second third founder author");
    if (!person || !unique || c->actor == NULL || c->shared)
        return person;
    struct draft *draft =
        propose_question(p, DRAFT_PERSON, (struct span){ c->subject, c->subject_end },
            question_subject(c, "who", p->arena), 0.75);
    draft->answer = c->actor;
    return true;
}

static void ask_subject(struct proposals *p, const struct clause *c)
{
    size_t name;
    if (ask_pronoun(p, c) || !is_one_name(c, &name) || !says_enough(c))
        return;
    struct span span = { c->subject, c->subject_end };
    bool person = is_person(p, name), place = is_name_of(p, name, NAME_PLACE);
    bool unknown = !person && !place;
    if ((!person && word_among(c->s, c->verb, "are were have")) ||
        (unknown && p->doc->lower))
        return; // several, or nobody knows what
    const char *who = person ? "who" : place ? "which place" : "what";
    enum draft_kind kind = person ? DRAFT_PERSON : place ? DRAFT_PLACE : DRAFT_NAME;
    double score = person ? 0.75 : 0.55;
    propose_question(p, kind, span, question_subject(c, who, p->arena), score);
}

/* --- behind the verb ------------------------------------------------------------------------ */

/* "Whom did Marie meet?", "By whom was the ship freed?" */
static bool ask_object(struct proposals *p, const struct clause *c, struct span name)
{
    const struct sentence *s = c->s;
    size_t from = with_title(s, name.from, c->verb_end);
    const char *ask = NULL;
    bool list = word_is(s, name.to, LEX_AND) || s->words[name.to - 1].mark == ',';
    if (list && name.to < c->end)
        return false;
    if (from == c->verb_end && !c->copula && !c->passive)
        ask = "whom";
    else if (c->passive && from > c->verb_end && word_among(s, from - 1, "by"))
        ask = "by whom";
    if (ask == NULL || !is_person(p, name.from))
        return false;
    struct span hole = { ask[0] == 'b' ? from - 1 : from, name.to };
    const char *question = question_inverted(c, ask, hole, c->end, p->arena);
    propose_question(p, DRAFT_PERSON, (struct span){ from, name.to }, question, 0.65);
    return question != NULL;
}

/* "Where did they marry?": a place behind "in", "at" or "near". */
static bool ask_place(struct proposals *p, const struct clause *c, struct span name)
{
    const struct sentence *s = c->s;
    size_t from = name.from;
    while (from > c->verb_end && s->words[from - 1].mark == '\0' &&
           !word_is(s, from - 1, LEX_PREP) && from + 3 > name.from)
        from--;
    bool inside = from > c->verb_end && word_among(s, from - 1, "in at near");
    bool list = name.to < c->end && word_is(s, name.to, LEX_AND);
    if (inside && from >= c->verb_end + 2 && s->words[from - 2].fact != NULL &&
        s->words[from - 2].fact->kind == FACT_NAME)
        return false; // "the Panth\xC3\xA9on in Paris" is one place
    if (!inside || list || (c->copula && from == c->verb_end + 1 && name.to == c->end))
        return false;
    struct span hole = { from - 1, name.to };
    const char *question = question_inverted(c, "where", hole, c->end, p->arena);
    propose_question(p, DRAFT_PLACE, (struct span){ from, name.to }, question, 0.62);
    return question != NULL;
}

/* "a Japanese company": a name that stands before what it describes. */
static bool is_attribute(const struct sentence *s, struct span name)
{
    size_t next = name.to;
    return next < s->count && s->words[next - 1].mark == '\0' &&
           s->words[next].fact == NULL &&
           !word_is(s, next,
               ~0u & ~(unsigned)(LEX_BASE | LEX_TITLE | LEX_KIN | LEX_PLACE | LEX_ROLE |
                                 LEX_MALE | LEX_FEMALE)) &&
           !clause_is_finite(s, next);
}

static void propose_name(struct proposals *p, struct span name)
{
    const struct clause *c = clause_of(p, name.from);
    bool person = is_person(p, name.from), place = is_name_of(p, name.from, NAME_PLACE);
    if (c != NULL && ask_object(p, c, name))
        return;
    if (c != NULL && place && ask_place(p, c, name))
        return;
    if (name.from > 0 && word_among(p->s, name.from - 1, "a an"))
        return; // "not a God"
    if (p->s->words[name.to - 1].genitive || is_attribute(p->s, name))
        return;
    if (person)
        propose_gap(p, DRAFT_PERSON, name,
            is_name_of(p, name.from, NAME_PEOPLE) ? "name" : "who", 0.4);
    else if (place)
        propose_gap(p, DRAFT_PLACE, name, "place", 0.42);
    else
        propose_gap(p, DRAFT_NAME, name, "name", 0.37);
}

void propose_people(struct proposals *p)
{
    for (size_t i = 0; i < p->clauses->count; i++)
        ask_subject(p, &p->clauses->items[i]);
}

void propose_places(struct proposals *p)
{
    const struct sentence *s = p->s;
    for (size_t i = 0; i < s->count; i++)
        if (fact_begins(s, i, FACT_NAME) && subject_of(p, i) == NULL)
            propose_name(p, (struct span){ i, fact_end(s, i) });
}
