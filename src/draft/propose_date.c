/*
 * Dates: "In which year did Marie take her degree in physics?"
 */
#include "draft/propose.h"

#include <string.h>

enum { YEAR_FROM = 100, YEAR_TO = 2100, YEAR_SURE = 1000, EVENT_WORDS = 12 };

/* Does the number count what stands behind it: "300 barrels"? */
static bool counts(const struct fact *fact)
{
    size_t len = fact->noun != NULL ? strlen(fact->noun) : 0;
    return len > 3 && fact->noun[len - 1] == 's' && fact->noun[len - 2] != 's';
}

bool is_year(const struct sentence *s, size_t at)
{
    static const char before[] =
        "in since until by around of from between after before about";
    const struct fact *fact = s->words[at].fact;
    if (fact->kind != FACT_NUMBER || fact->date == NULL || fact->unit != NULL || at == 0)
        return false;
    bool sized = fact->date->from.year >= YEAR_FROM && fact->date->from.year <= YEAR_TO;
    size_t count = strspn(s->words[at].low, "0123456789");
    const char *behind = s->words[at].low + count; // "470s"
    bool digits = behind[0] == '\0' || strcmp(behind, "s") == 0;
    return sized && digits && fact_end(s, at) == at + 1 &&
           word_among(s, at - 1, before) &&
           (word_among(s, at - 1, "in since until") || !counts(fact) ||
               fact->date->from.year >= YEAR_SURE);
}

/* The preposition belongs to the date. */
static struct span hole_of(const struct sentence *s, struct span date)
{
    struct span hole = date;
    while (hole.from > 0 && s->words[hole.from - 1].mark == '\0' &&
           word_among(s, hole.from - 1, "in on at of the year about around") &&
           !(word_among(s, hole.from - 1, "of") && hole.from == date.from))
        hole.from--;
    return hole;
}

/* Can "when" be answered with it: no "by", "until", "from"? */
static bool is_point(const struct sentence *s, const struct fact *fact, struct span hole)
{
    static const char bounds[] =
        "by until till since from between before after to and of for than through";
    if (fact->date == NULL || fact->date->hedge > HEDGE_ABOUT)
        return false;
    if (hole.from > 0 && s->words[hole.from - 1].mark == '\0' &&
        word_among(s, hole.from - 1, bounds))
        return false;
    return !word_among(s, hole.from, bounds);
}

static const char *ask_for(const struct date *date)
{
    bool range = date->to.year != 0 || date->to.month != 0;
    if (date->span == SPAN_CENTURY)
        return "in which century";
    if (date->from.day == 0 && (range || date->span == SPAN_DECADE ||
                                   date->season != SEASON_NONE || date->part != PART_ALL))
        return "when";
    if (date_is_year(date))
        return "in which year";
    if (date->from.month != 0 && date->from.day == 0)
        return date->from.year != 0 ? "in what month and year" : "in which month";
    return "on what date";
}

const char *date_question(
    struct proposals *p, const struct fact *fact, const char **value)
{
    const struct date *date = fact->date;
    *value = NULL;
    if (date_is_year(date) && date->hedge == HEDGE_NONE && date->from.year > 0 &&
        date->to.year == 0)
        *value = arena_printf(p->arena, "%d", date->from.year);
    return ask_for(date);
}

bool is_date_like(const struct sentence *s, size_t at)
{
    const struct fact *fact = s->words[at].fact;
    if (fact == NULL || fact->date == NULL || fact->kind == FACT_NAME)
        return false;
    bool sized = fact->date->from.year >= YEAR_FROM && fact->date->from.year <= YEAR_TO;
    return fact_start(s, at) == at && (fact->kind == FACT_DATE || sized);
}

/* The clause without its date, as a short statement. */
static void add_event(
    struct proposals *p, struct draft *draft, const struct clause *c, struct span hole)
{
    const struct sentence *s = c->s;
    struct buf text = { 0 };
    bool inside = hole.from >= c->verb_end && hole.from < c->end;
    const struct fact *fact = s->words[hole.to - 1].fact;
    if (c->end - c->verb > EVENT_WORDS || fact->date->from.year <= 0)
        return;
    phrase_add_text(&text, c->actor);
    phrase_add(&text, s, c->verb, inside ? hole.from : c->end);
    if (inside)
        phrase_add(&text, s, hole.to, c->end);
    phrase_capitalise(&text);
    draft->event = arena_strdup(p->arena, text.text);
    draft->year = fact->date->from.year;
    buf_release(&text);
}

/* The clause that the date belongs to, in its lead or in its rest. */
static const struct clause *dated_clause(const struct proposals *p, struct span date)
{
    for (size_t i = 0; i < p->clauses->count; i++) {
        const struct clause *c = &p->clauses->items[i];
        if (!c->shared && date.from >= c->lead && date.to <= c->lead_end &&
            c->lead_end - c->lead <= date.to - date.from + 3)
            return c;
    }
    return clause_of(p, date.from);
}

static void propose_date(struct proposals *p, struct span date)
{
    const struct sentence *s = p->s;
    const struct fact *fact = s->words[date.from].fact;
    struct span hole = hole_of(s, date);
    const struct clause *c = dated_clause(p, date);
    if (s->piece.open && date.to + 2 >= s->count)
        return; // it may belong to what follows
    const char *question = NULL, *value = NULL;
    if (c != NULL && is_point(s, fact, hole) &&
        hole.from != c->verb_end + (c->copula ? 0 : 99))
        question =
            question_inverted(c, date_question(p, fact, &value), hole, c->end, p->arena);
    struct draft *draft = propose_question(p, DRAFT_DATE, date, question, 0.75);
    if (draft == NULL) {
        propose_gap(p, DRAFT_DATE, date, "date", 0.5);
        return;
    }
    draft->number = value;
    add_event(p, draft, c, hole);
}

void propose_dates(struct proposals *p)
{
    const struct sentence *s = p->s;
    for (size_t i = 0; i < s->count; i++) {
        bool date = fact_begins(s, i, FACT_DATE) ||
                    (fact_begins(s, i, FACT_NUMBER) && is_year(s, i));
        if (date)
            propose_date(p, (struct span){ i, fact_end(s, i) });
    }
}
