#include "draft/discourse.h"

#include "draft/phrase.h"

#include <string.h>

enum { REACH = 4, REACH_OF_ITS = 1 }; // sentences

/* Whom a pronoun or a possessive means; NULL: nobody for sure. */
static const char *meant(struct discourse *d, const struct sentence *s, size_t at)
{
    struct referent *who = NULL;
    if (word_among(s, at, "he his"))
        who = &d->he;
    else if (word_among(s, at, "she her"))
        who = &d->she;
    else if (word_among(s, at, "it its"))
        who = &d->it;
    else if (word_among(s, at, "they their"))
        who = &d->they;
    size_t reach = word_among(s, at, "its their") ? REACH_OF_ITS : REACH;
    if (who == NULL || who->text == NULL || s->number > who->sentence + reach)
        return who == &d->he || who == &d->she ? d->names->hero : NULL;
    struct referent *other = who == &d->he ? &d->she : who == &d->she ? &d->he : NULL;
    if (other != NULL && other->text != NULL && strcmp(other->text, who->text) == 0) {
        other->text = NULL; // now it is known to be a man, or a woman
        if (who->name != NULL)
            *(who == &d->he ? &who->name->male : &who->name->female) += 1;
    }
    who->sentence = s->number;
    return who->text;
}

/* Does the subject hold a word that only the text before explains? */
static bool points(const struct sentence *s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (word_is(s, i, LEX_POSS | LEX_OBJ) ||
            word_among(s, i,
                "this these that those such he she it they there others both former "
                "latter same"))
            return true;
    return false;
}

/* "the largest of them, Oceanus Procellarum, is": named between commas. */
static bool is_named_behind(const struct clause *c)
{
    const struct sentence *s = c->s;
    bool vague =
        points(s, c->subject, c->subject_end) || word_among(s, c->subject, "a an");
    return c->aside < c->aside_end && vague && !word_is(s, c->subject, LEX_POSS) &&
           fact_begins(s, c->aside, FACT_NAME) && fact_end(s, c->aside) == c->aside_end;
}

static const char *name_actor(struct discourse *d, const struct clause *c)
{
    const struct sentence *s = c->s;
    size_t from = c->subject, to = c->subject_end;
    if (to == from + 1 && word_is(s, from, LEX_PRON))
        return meant(d, s, from);
    if (is_named_behind(c))
        return phrase_of(s, c->aside, c->aside_end, d->arena);
    if (word_is(s, from, LEX_POSS) && !points(s, from + 1, to)) {
        const char *owner = meant(d, s, from);
        size_t len = owner != NULL ? strlen(owner) : 0;
        return owner == NULL
                   ? NULL
                   : arena_printf(d->arena, "%s'%s %s", owner,
                         owner[len - 1] == 's' && word_among(s, from, "their") ? "" : "s",
                         phrase_of(s, from + 1, to, d->arena));
    }
    return points(s, from, to) ? NULL : phrase_of(s, from, to, d->arena);
}

static bool is_plural(const struct sentence *s, size_t from, size_t to, size_t verb)
{
    for (size_t i = from; i < to; i++)
        if (word_among(s, i, "and"))
            return true;
    if (word_among(s, verb, "were are have") ||
        word_among(s, to - 1, "people men women children") ||
        (s->words[from].fact != NULL && s->words[from].fact->kind == FACT_NUMBER))
        return true;
    const char *last = s->words[to - 1].low;
    size_t len = strlen(last);
    return word_among(s, verb, "was is has")
               ? false
               : len > 3 && last[len - 1] == 's' && last[len - 2] != 's' &&
                     s->words[to - 1].fact == NULL;
}

/* A subject that was named is what the next pronoun may mean. */
static void remember(struct discourse *d, const struct clause *c)
{
    const struct sentence *s = c->s;
    struct referent named = { c->actor, s->number, NULL };
    if (c->actor != NULL && strncmp(c->actor, "a ", 2) == 0)
        named.text = arena_printf(d->arena, "the %s", c->actor + 2);
    size_t to = is_named_behind(c) ? c->aside_end : c->subject_end;
    const struct word *last = &s->words[to - 1];
    bool name = last->fact != NULL && last->fact->kind == FACT_NAME && !last->genitive;
    if (c->actor == NULL ||
        (c->subject_end == c->subject + 1 && word_is(s, c->subject, LEX_PRON)))
        return;
    bool people = name && names_kind(d->names, last->fact) == NAME_PEOPLE;
    if (people || is_plural(s, c->subject, c->subject_end, c->verb)) {
        d->they = named;
        return;
    }
    struct known_name *known = name ? names_learned(d->names, last->fact) : NULL;
    named.name = known;
    if (known == NULL || names_kind(d->names, last->fact) != NAME_PERSON) {
        d->it = named;
        return;
    }
    bool whole = is_named_behind(c) || fact_start(s, to - 1) <= c->subject + 2;
    if (!whole)
        return;
    if (known->female == 0)
        d->he = named;
    if (known->male == 0)
        d->she = named;
}

void discourse_follow(struct discourse *d, struct clauses *clauses)
{
    for (size_t i = 0; i < clauses->count; i++) {
        struct clause *c = &clauses->items[i];
        c->actor = c->shared && i > 0 ? clauses->items[i - 1].actor : name_actor(d, c);
        if (!c->shared)
            remember(d, c);
    }
}
