/*
 * Which words are verbs in their sentence, and not participles or nouns of the same form.
 */
#include "draft/clause.h"

#include <string.h>

const char clause_openers[] =
    "when because although though whenever while whilst if unless where "
    "whereas whether so";

static bool is_name(const struct sentence *s, size_t at)
{
    const struct fact *fact = s->words[at].fact;
    return fact != NULL && fact->kind == FACT_NAME;
}

static bool ends_in_s(const struct word *word)
{
    size_t len = strlen(word->low);
    return len > 2 && word->low[len - 1] == 's' && word->low[len - 2] != 's';
}

static bool is_many(const struct sentence *s, size_t at)
{
    return word_among(s, at, "they we you i these those people men women") ||
           (ends_in_s(&s->words[at]) && !is_name(s, at));
}

static bool is_finite_past(const struct sentence *s, size_t at)
{
    if (at == 0)
        return false;
    bool before = word_is(s, at - 1, LEX_DET | LEX_POSS | LEX_BE) ||
                  word_among(s, at - 1, "has have had be been being having");
    if (before && !word_is(s, at - 1, LEX_PRON))
        return false;
    if (word_is(s, at - 1, LEX_PREP) && s->words[at - 1].mark == '\0' &&
        !word_is(s, at - 1, LEX_ADV))
        return false;
    return !s->words[at - 1].genitive;
}

bool clause_is_finite(const struct sentence *s, size_t at)
{
    const struct word *word = &s->words[at];
    bool cap = word->capital && at > 0;
    if (cap || (word->fact != NULL && word->fact->kind != FACT_NAME) ||
        (is_name(s, at) && !word->fact->guessed))
        return false;
    if (word->classes & LEX_BE)
        return true;
    if (word->classes & LEX_AUX)
        return at == 0 ||
               !word_among(s, at - 1, "to will would could should may might must");
    if (word->classes & LEX_PAST)
        return is_finite_past(s, at);
    if (at == 0 || s->words[at - 1].genitive ||
        word_is(s, at - 1, LEX_PREP | LEX_DET | LEX_POSS))
        return false;
    if (word->classes & LEX_S)
        return !is_many(s, at - 1) || is_name(s, at - 1) || word_is(s, at - 1, LEX_REL);
    return (word->classes & LEX_BASE) && is_many(s, at - 1) && !s->words[at - 1].mark &&
           (word_is(s, at + 1, LEX_DET | LEX_PREP | LEX_POSS));
}

bool clause_is_reduced(const struct sentence *s, size_t at)
{
    if ((s->words[at].classes & (LEX_PAST | LEX_PART)) != (LEX_PAST | LEX_PART))
        return false;
    for (size_t i = at + 1; i < s->count && s->words[i - 1].mark == '\0'; i++) {
        if (word_is(s, i, LEX_REL | LEX_AND) || word_among(s, i, clause_openers))
            return false;
        if (s->words[i].fact == NULL && word_is(s, i, LEX_SUB) &&
            !word_is(s, i, LEX_PREP))
            return false;
        if (clause_is_finite(s, i) && !word_is(s, i - 1, LEX_PRON))
            return true;
    }
    return false;
}

size_t clause_next_finite(const struct sentence *s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (clause_is_finite(s, i) && !clause_is_reduced(s, i))
            return i;
    return to;
}
