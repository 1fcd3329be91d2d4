/*
 * Causes: "Why did the Curies refuse to patent their process?"  The answer is a clause: it is
 * chosen among others (options.c) or graded by the learner, not typed.
 */
#include "draft/propose.h"

#include <string.h>

enum { FEWEST = 3, MOST = 20 };

/* Does a cause begin with the word at `at`?  The words that say so are part of the answer. */
static bool begins_cause(const struct sentence *s, size_t at)
{
    if (word_among(s, at, "because"))
        return true;
    return (word_among(s, at, "due owing thanks") && word_among(s, at + 1, "to")) ||
           (word_among(s, at, "in") && word_among(s, at + 1, "order") &&
               word_among(s, at + 2, "to"));
}

static void ask_why(
    struct proposals *p, const struct clause *c, struct span cause, size_t end)
{
    size_t words = cause.to - cause.from;
    if (words < FEWEST || words > MOST)
        return;
    const char *question = question_inverted(c, "why", cause, end, p->arena);
    propose_question(p, DRAFT_CAUSE, cause, question, 0.7);
}

static size_t mark_behind(const struct sentence *s, size_t at)
{
    while (at + 1 < s->count && s->words[at].mark == '\0')
        at++;
    return at + 1;
}

/* "..., because they held that radium belonged to everybody" */
static void read_behind(struct proposals *p, size_t at)
{
    const struct sentence *s = p->s;
    for (size_t i = 0; i < p->clauses->count; i++) {
        const struct clause *c = &p->clauses->items[i];
        bool inside = at > c->verb_end && at < c->end && c->inner >= at;
        if (c->end == at || inside)
            ask_why(p, c, (struct span){ at, mark_behind(s, at) }, at);
    }
}

/* "Because it turns on its axis in the same time, it always shows us the same side." */
static void read_before(struct proposals *p)
{
    const struct sentence *s = p->s;
    size_t end = mark_behind(s, 0);
    for (size_t i = 0; i < p->clauses->count; i++) {
        const struct clause *c = &p->clauses->items[i];
        if (!c->shared && c->lead_end == end && end < s->count) {
            ask_why(p, c, (struct span){ 0, end }, c->end);
            return;
        }
        if (!c->shared && c->subject == end) {
            ask_why(p, c, (struct span){ 0, end }, c->end);
            return;
        }
    }
}

/* "died of tuberculosis": of what? */
static void read_death(struct proposals *p, const struct clause *c)
{
    const struct sentence *s = c->s;
    size_t of = c->verb_end, to = of + 1;
    if (!word_among(s, c->main, "died die") || !word_among(s, of, "of from"))
        return;
    while (to < c->end && s->words[to].fact == NULL &&
           !word_is(s, to, LEX_PREP | LEX_AND) && s->words[to - 1].mark == '\0')
        to++;
    if (to == of + 1)
        return;
    const char *ask = arena_printf(p->arena, "%s what", s->words[of].low);
    propose_question(p, DRAFT_CAUSE, (struct span){ of + 1, to },
        question_inverted(c, ask, (struct span){ of, to }, c->end, p->arena), 0.76);
}

void propose_causes(struct proposals *p)
{
    const struct sentence *s = p->s;
    for (size_t i = 0; i < p->clauses->count; i++)
        read_death(p, &p->clauses->items[i]);
    for (size_t i = 1; i < s->count; i++)
        if (begins_cause(s, i))
            read_behind(p, i);
    if (s->count > 0 && begins_cause(s, 0))
        read_before(p);
}
