#include "draft/clause.h"

#include "match/words.h"

#include <string.h>

/* What follows stands by itself. */
static const char links[] = "and but while whereas so yet";

static bool is_name(const struct sentence *s, size_t at)
{
    const struct fact *fact = s->words[at].fact;
    return fact != NULL && fact->kind == FACT_NAME;
}

/* --- the subject ------------------------------------------------------------------------------- */

static bool is_filler(const struct sentence *s, size_t at)
{
    return word_is(s, at, LEX_ADV) && s->words[at].fact == NULL &&
           !word_is(s, at, LEX_DET | LEX_PRON);
}

/* Where the clause that the verb belongs to hangs on another: the word that opens it; or `to`. */
static size_t find_opener(const struct sentence *s, size_t from, size_t to)
{
    for (size_t i = to; i-- > from;) {
        if (word_among(s, i, clause_openers) || word_among(s, i, "which who whose whom"))
            return i;
        if (word_among(s, i, "that") && (i > from || i + 1 < to))
            return i;
        if ((i == from || word_is(s, i + 1, LEX_PRON)) &&
            word_among(s, i, "since after before until till as once what"))
            return i;
    }
    return to;
}

/* Behind a preposition without a comma: where may the subject begin? */
static size_t split_lead(const struct sentence *s, size_t from, size_t to)
{
    if (word_is(s, to - 1, LEX_PRON))
        return to - 1;
    for (size_t i = from + 1; i < to; i++)
        if (s->words[i].fact != NULL && s->words[i].fact->kind != FACT_NAME &&
            (s->words[i].fact->kind == FACT_DATE || s->words[i].fact->date != NULL) &&
            fact_end(s, i) < to && s->words[i].fact->unit == NULL)
            return fact_end(s, i);
    size_t start = to;
    if (is_name(s, to - 1))
        start = fact_start(s, to - 1);
    for (size_t i = to; start == to && i-- > from + 2;)
        if (word_is(s, i, LEX_DET | LEX_POSS))
            start = i;
    while (start > from + 1 && start < to && word_is(s, start - 1, LEX_TITLE | LEX_DET))
        start--;
    bool object = s->words[start - 1].fact == NULL && word_is(s, start - 1, LEX_PREP);
    return object ? to : start; // "according to Procopius was"
}

/* "at least 369", "about 12" */
static bool hedges_number(const struct sentence *s, size_t at)
{
    size_t next = at + 1 + word_among(s, at + 1, "least most to");
    return word_among(s, at, "at about over under around up") && next < s->count &&
           fact_begins(s, next, FACT_NUMBER);
}

/* Could the words be what a sentence speaks of? */
static bool is_subject(const struct sentence *s, size_t from, size_t to)
{
    if (from >= to || word_is(s, to - 1, LEX_DET) > word_is(s, to - 1, LEX_PRON))
        return false;
    if (word_among(s, from, "there"))
        return false;
    if (s->words[to - 1].fact == NULL &&
        word_is(s, to - 1, LEX_PREP | LEX_AND | LEX_POSS) &&
        !word_is(s, to - 1, LEX_PRON) && !word_among(s, to - 1, "her"))
        return false;
    if (s->words[from].fact == NULL && word_is(s, from, LEX_PREP | LEX_SUB | LEX_OBJ) &&
        !word_is(s, from, LEX_PRON | LEX_POSS) && !hedges_number(s, from))
        return false;
    if (word_is(s, from, LEX_BASE) && s->words[from].fact == NULL && from + 1 < to &&
        (word_is(s, from + 1, LEX_DET | LEX_POSS | LEX_OBJ) ||
            s->words[from + 1].fact != NULL))
        return false; // "Let the loaf rest"
    if (word_is(s, from, LEX_PAST) && s->words[from].fact == NULL &&
        !word_is(s, from, LEX_DET | LEX_ADV))
        return false; // "... he knew and left had changed"
    bool person = s->words[from].fact != NULL && s->words[from].fact->kind == FACT_DATE;
    return !person && !s->words[to - 1].genitive && to - from <= 14;
}

/* --- one clause ---------------------------------------------------------------------------------- */

/* The verb with its auxiliaries. */
static void read_verb(struct clause *c)
{
    const struct sentence *s = c->s;
    size_t at = c->verb;
    bool be = word_is(s, at, LEX_BE), have = word_among(s, at, "has have had");
    c->main = at;
    c->verb_end = at + 1;
    c->copula = be;
    while (be || have || word_is(s, at, LEX_AUX) || word_among(s, at, "be been")) {
        unsigned wanted = be || word_among(s, at, "been be being") ? LEX_PART | LEX_ING
                          : have                                   ? LEX_PART
                                                                   : LEX_BASE;
        size_t next = at + 1;
        while (is_filler(s, next) && s->words[next - 1].mark == '\0')
            next++;
        bool follows =
            next < s->count && s->words[next].fact == NULL &&
            (word_is(s, next, wanted) || (have && word_among(s, next, "been")) ||
                (!have && !be && word_among(s, next, "be have")) ||
                (be && word_among(s, next, "being")));
        if (!follows || (s->words[next - 1].mark != '\0'))
            break;
        c->copula = word_among(s, next, "be been");
        c->passive = (be || word_among(s, at, "be been being")) &&
                     word_is(s, next, LEX_PART) && !word_among(s, next, "been being");
        c->main = next;
        c->verb_end = next + 1;
        at = next;
        be = have = false;
        if (!word_among(s, at, "be been being have"))
            break;
        be = word_among(s, at, "be been being");
        have = word_among(s, at, "have");
    }
}

/* Does a clause with a subject of its own follow, up to the next mark? */
static bool clause_follows(const struct sentence *s, size_t from)
{
    size_t to = from;
    while (to < s->count && (to == from || s->words[to - 1].mark == '\0'))
        to++;
    size_t verb = clause_next_finite(s, from, to);
    if (verb == to || verb == from)
        return false;
    for (size_t i = from; i < verb; i++)
        if ((word_is(s, i, LEX_REL) && !word_is(s, i, LEX_DET)) ||
            word_among(s, i, clause_openers))
            return false;
    return is_subject(s, from, verb) || word_is(s, from, LEX_PREP) || is_filler(s, from);
}

/* Does another verb of the same subject follow: "and (then) left"? */
static bool predicate_follows(const struct sentence *s, size_t at)
{
    while (is_filler(s, at))
        at++;
    return at < s->count && !word_among(s, at, "do have be") && clause_is_finite(s, at) &&
           !clause_is_reduced(s, at);
}

static bool has_comma(const struct sentence *s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (s->words[i].mark == ',')
            return true;
    return false;
}

/* Does the rest end before the word at `i`? */
static bool ends_before(const struct clause *c, size_t i)
{
    const struct sentence *s = c->s;
    char mark = s->words[i - 1].mark;
    if (mark == ';' || mark == ':' || mark == '-')
        return true;
    if (s->words[i].fact != NULL && s->words[i].fact->kind != FACT_NAME && mark == '\0')
        return false;
    if (word_is(s, i, LEX_AND) &&
        (predicate_follows(s, i + 1) || clause_follows(s, i + 1)))
        return true;
    if (word_among(s, i, clause_openers))
        return true;
    bool turns =
        word_among(s, i, "but") ||
        (word_is(s, i, LEX_ING) && !word_is(s, i - 1, LEX_PREP | LEX_BE | LEX_AND));
    if (s->piece.bare && turns && i > c->verb_end + 1)
        return true;
    if (mark == '\0' && word_among(s, i, "since after before until till as once"))
        return clause_follows(s, i + 1);
    if (mark != ',')
        return false;
    if (word_is(s, i, LEX_AND) && !has_comma(s, c->verb_end, i - 1))
        return true;
    return word_is(s, i, LEX_REL | LEX_DET | LEX_ING | LEX_PREP | LEX_POSS | LEX_PART) ||
           is_filler(s, i) || word_is(s, i, LEX_SUB) || clause_follows(s, i);
}

static void read_rest(struct clause *c)
{
    const struct sentence *s = c->s;
    size_t i = c->verb_end;
    while (i < s->count && !ends_before(c, i))
        i++;
    c->end = i;
    c->inner = i;
    for (size_t k = c->verb_end; k < i; k++)
        if ((word_is(s, k, LEX_REL) && !word_is(s, k, LEX_DET)) ||
            word_among(s, k, "that") || clause_is_finite(s, k) ||
            (word_among(s, k, "to") && word_is(s, k + 1, LEX_BASE) &&
                s->words[k + 1].fact == NULL) ||
            (k > c->verb_end + 1 && word_is(s, k, LEX_PART | LEX_ING) &&
                s->words[k].fact == NULL && word_is(s, k + 1, LEX_PREP))) {
            c->inner = k;
            break;
        }
}

/* Without commas a date may part the subject from what stands before it. */
static size_t behind_date(const struct sentence *s, size_t from, size_t to)
{
    for (size_t i = to; i-- > from;)
        if (s->words[i].fact != NULL && s->words[i].fact->kind != FACT_NAME &&
            s->words[i].fact->date != NULL && s->words[i].fact->unit == NULL &&
            fact_end(s, i) < to && i > from &&
            word_among(s, fact_start(s, i) - 1, "in on"))
            return fact_end(s, i);
    return from;
}

/* Reads the subject of the verb between `from` and it; false if it does not show. */
static bool read_subject(struct clause *c, size_t from)
{
    const struct sentence *s = c->s;
    size_t start = c->verb, to = c->verb;
    while (start > from && s->words[start - 1].mark == '\0')
        start--;
    if (start == c->verb && start > from) { // an aside between commas
        c->aside_end = start--;
        while (start > from && s->words[start - 1].mark == '\0')
            start--;
        c->aside = to = start;
        if (start == from)
            return false;
        for (start--; start > from && s->words[start - 1].mark == '\0';)
            start--;
    }
    c->lead = from;
    while (to > start + 1 && is_filler(s, to - 1) && !word_is(s, to - 2, LEX_DET))
        to--;
    while (start < to && (word_is(s, start, LEX_AND) || is_filler(s, start)))
        start++;
    if (start < to && word_is(s, start, LEX_PREP) && !word_is(s, start, LEX_PRON) &&
        !hedges_number(s, start))
        start = split_lead(s, start, to);
    if (s->piece.bare)
        start = behind_date(s, start, to);
    c->lead_end = start;
    while (c->lead < start && !word_among(s, c->lead + 1, "of") &&
           (word_is(s, c->lead, LEX_AND) || is_filler(s, c->lead)))
        c->lead++;
    c->subject = start;
    c->subject_end = to;
    return is_subject(s, start, to);
}

/* --- all of them ----------------------------------------------------------------------------------- */

/* Behind a clause that hangs on another: where the next may begin. */
static size_t skip_hanging(const struct sentence *s, size_t verb)
{
    size_t at = verb + 1;
    while (at < s->count && s->words[at - 1].mark == '\0')
        at++;
    return at;
}

static void add(struct clauses *clauses, struct clause *c)
{
    read_verb(c);
    read_rest(c);
    clauses->items[clauses->count++] = *c;
}

/* "..., a French diplomat, and is ...": where the next predicate begins, else `at`. */
static size_t skip_aside(const struct sentence *s, size_t at)
{
    size_t end = at;
    if (at == 0 || at >= s->count || s->words[at - 1].mark != ',' ||
        word_is(s, at, LEX_AND))
        return at;
    while (end < s->count && s->words[end].mark == '\0' && !clause_is_finite(s, end))
        end++;
    bool aside =
        end + 1 < s->count && s->words[end].mark == ',' && word_is(s, end + 1, LEX_AND);
    return aside && predicate_follows(s, end + 2) ? end + 1 : at;
}

/* "and left Paris, and died": further verbs of the same subject. */
static size_t add_predicates(struct clauses *clauses, size_t at)
{
    struct clause c = clauses->items[clauses->count - 1];
    const struct sentence *s = c.s;
    at = skip_aside(s, at);
    while (clauses->count < CLAUSE_MOST && word_is(s, at, LEX_AND)) {
        size_t verb = at + 1;
        while (is_filler(s, verb))
            verb++;
        if (verb >= s->count || word_among(s, verb, "do have be") ||
            !clause_is_finite(s, verb) || clause_is_reduced(s, verb))
            break;
        c.verb = verb;
        c.shared = true;
        c.passive = c.copula = false;
        c.lead = c.lead_end = c.verb;
        add(clauses, &c);
        at = skip_aside(s, clauses->items[clauses->count - 1].end);
    }
    return at;
}

struct clauses clauses_read(const struct sentence *s)
{
    struct clauses clauses = { .count = 0 };
    size_t from = 0, at = 0; // where the clause begins, and where its verb is looked for
    while (clauses.count < CLAUSE_MOST && from < s->count) {
        struct clause c = { .s = s };
        c.verb = clause_next_finite(s, at, s->count);
        if (c.verb == s->count)
            break;
        size_t start = c.verb;
        while (start > from && s->words[start - 1].mark == '\0')
            start--;
        if (find_opener(s, start, c.verb) != c.verb) {
            at = skip_hanging(s, c.verb);
            bool aside = start > from && word_among(s, start, "who which") &&
                         is_subject(s, from, start);
            from = aside ? from : at;
            continue;
        }
        if (!read_subject(&c, from))
            break;
        add(&clauses, &c);
        at = from = add_predicates(&clauses, clauses.items[clauses.count - 1].end);
        if (from < s->count && word_among(s, from, links))
            from++;
        else if (from < s->count &&
                 word_among(s, from, "because which who whose when where"))
            from = skip_hanging(s, from);
        at = from;
    }
    return clauses;
}
