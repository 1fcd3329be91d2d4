/*
 * Numbers of things and measures: "How many pounds of silver did Khusrau demand?"
 */
#include "draft/propose.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Said around a number, and no part of what is counted. */
static const char hedges[] =
    "more than over about almost nearly some around at least most only up "
    "to as many fully just under roughly approximately another";

/* The words that are counted: "pounds of silver", "parish churches"; from == to: none. */
static struct span counted(const struct proposals *p, size_t at)
{
    const struct sentence *s = p->s;
    struct span noun = { at, at };
    if (at == 0 || s->words[at - 1].mark != '\0')
        return noun;
    while (noun.to < s->count && noun.to < at + 3 && s->words[noun.to].fact == NULL &&
           !word_is(s, noun.to,
               LEX_PREP | LEX_DET | LEX_AND | LEX_REL | LEX_SUB | LEX_POSS | LEX_PRON |
                   LEX_AUX | LEX_BE | LEX_MEASURE | LEX_ADV) &&
           !(noun.to > at && clause_is_finite(s, noun.to)) &&
           !(noun.to > at && word_is(s, noun.to, LEX_ING | LEX_PART))) {
        noun.to++;
        if (s->words[noun.to - 1].mark != '\0')
            return noun;
    }
    if (noun.to > at && word_among(s, noun.to, "of") && noun.to + 1 < s->count &&
        !word_is(s, noun.to + 1, LEX_DET | LEX_POSS) &&
        s->words[noun.to + 1].fact == NULL)
        noun.to += 2;
    return noun;
}

/* "3,474" and "eleven" as JSON numbers; "9.6 billion" stays a text. */
static const char *as_json(const struct proposals *p, const struct fact *fact)
{
    char *end;
    double value = strtod(fact->text, &end);
    if (*end != '\0' || value != (double)(long)value || value < 0 || value > 1e7)
        return NULL;
    return arena_printf(p->arena, "%ld", (long)value);
}

static struct span number_hole(const struct sentence *s, struct span number)
{
    struct span hole = number;
    while (hole.from > 0 && s->words[hole.from - 1].mark == '\0' &&
           word_among(s, hole.from - 1, hedges))
        hole.from--;
    return hole;
}

/* The answer is the number alone, and its unit stands in the question. */
static void set_answer(struct proposals *p, struct draft *draft, struct span number)
{
    if (draft == NULL)
        return;
    const struct fact *fact = p->s->words[number.from].fact;
    draft->number = draft->cloze == NULL ? as_json(p, fact) : NULL;
}

/* Words of the number proper: units may be within the fact. */
static struct span digits_of(const struct sentence *s, struct span number)
{
    struct span digits = number;
    const struct fact *fact = s->words[number.from].fact;
    while (fact->unit != NULL && digits.to > digits.from + 1 &&
           strpbrk(s->words[digits.to - 1].low, "0123456789") == NULL &&
           !word_among(s, digits.to - 1,
               "hundred thousand million billion trillion dozen half quarter"))
        digits.to--;
    return digits;
}

/* "How many tugs pulled at the ship?" */
static void ask_subject(struct proposals *p, const struct clause *c, struct span number,
    struct span hole, struct span noun)
{
    if (hole.from != c->subject || noun.from == noun.to ||
        c->s->words[number.from].fact->ordinal)
        return;
    size_t from = noun.from;
    bool percent = word_among(c->s, from, "per percent");
    from += percent ? 1 + word_among(c->s, from, "per") : 0;
    const char *what = phrase_of(c->s, from, c->subject_end, p->arena);
    const char *who =
        arena_printf(p->arena, percent ? "what percentage %s" : "how many %s", what);
    set_answer(p,
        propose_question(
            p, DRAFT_NUMBER, number, question_subject(c, who, p->arena), 0.75),
        number);
}

/* "How many containers did the ship carry?", "How many metres long is the ship?" */
static bool ask_object(struct proposals *p, const struct clause *c, struct span number,
    struct span hole, struct span noun)
{
    const struct sentence *s = p->s;
    bool percent = word_among(s, number.to - 1, "%");
    if (hole.from != c->verb_end || noun.from == noun.to || percent)
        return false;
    bool measured = c->copula && word_is(s, noun.to, LEX_MEASURE);
    struct span all = { hole.from, noun.to + measured };
    const char *what = phrase_of(s, noun.from, all.to, p->arena);
    const char *ask = arena_printf(p->arena, "how many %s", what);
    const char *question = question_inverted(c, ask, all, c->end, p->arena);
    set_answer(p, propose_question(p, DRAFT_NUMBER, number, question, 0.8), number);
    return question != NULL;
}

static void propose_number(struct proposals *p, struct span number)
{
    const struct sentence *s = p->s;
    const struct fact *fact = s->words[number.from].fact;
    struct span digits = digits_of(s, number), hole = number_hole(s, number);
    struct span noun = digits.to < number.to ? (struct span){ digits.to, number.to }
                                             : counted(p, number.to);
    if (noun.to > noun.from && digits.to < number.to && word_among(s, noun.to, "of") &&
        noun.to + 1 < s->count && !word_is(s, noun.to + 1, LEX_DET | LEX_POSS))
        noun.to += 2;
    const struct clause *c = clause_of(p, hole.from),
                        *subject = subject_of(p, number.from);
    bool asked = false;
    if (subject != NULL)
        ask_subject(p, subject, digits, hole, noun);
    else if (c != NULL && !fact->ordinal)
        asked = ask_object(p, c, digits, hole, noun);
    double score = word_among(s, digits.from, "two 2") ? 0.38 : 0.5; // says little
    if (!asked && !fact->ordinal)
        set_answer(p, propose_gap(p, DRAFT_NUMBER, digits, "number", score), digits);
}

void propose_numbers(struct proposals *p)
{
    const struct sentence *s = p->s;
    for (size_t i = 0; i < s->count; i++) {
        bool one = word_among(s, i, "one a first second third half");
        bool named = i > 0 && s->words[i - 1].fact != NULL &&
                     s->words[i - 1].mark == '\0' &&
                     s->words[i - 1].fact->kind == FACT_NAME; // "Luna 2"
        size_t count = strspn(s->words[i].low, "0123456789");
        bool decade = count >= 3 && strcmp(s->words[i].low + count, "s") == 0;
        if (decade)
            propose_gap(p, DRAFT_DATE, (struct span){ i, i + 1 }, "date", 0.5);
        else if (fact_begins(s, i, FACT_NUMBER) && !one && !named && !is_year(s, i))
            propose_number(p, (struct span){ i, fact_end(s, i) });
    }
}
