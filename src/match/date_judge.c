/*
 * Typed dates that are not equal to the answer's: right with a slip or with more than was
 * asked, half of it, or wrong, and what differs.
 *
 * A year that is asked may come with its day; the deck does not say which day, so it is not
 * judged - unless another accepted form does, and it is another day.
 */
#include "match/text.h"

#include "match/date.h"
#include "match/words.h"

#include <string.h>

/* A typed date beside that of one variant. */
struct meeting {
    bool met;
    struct date expected, typed;
    struct date_match match;
};

/* The date that a text says, words around it aside: "it was in May 545". */
static const struct date *said_date(const struct form *form)
{
    const struct date *date = form->date;
    for (size_t i = 0; form->date == NULL && i < form->tokens.count; i++) {
        const struct token *token = &form->tokens.items[i];
        if (token->date != NULL && date == NULL)
            date = token->date;
        else if (token->kind != TOKEN_WORD || !word_frames(token->text))
            return NULL;
    }
    return date;
}

/* The only place where two texts of as many tokens differ, if both have a date there. */
static bool meet_inside(
    const struct form *expected, const struct form *typed, struct meeting *meeting)
{
    const struct tokens *a = &expected->tokens, *b = &typed->tokens;
    bool met = false;
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++) {
        if (token_same(&a->items[i], &b->items[i]))
            continue;
        if (met || !date_of_token(&a->items[i], &meeting->expected) ||
            !date_of_token(&b->items[i], &meeting->typed))
            return false;
        met = true;
    }
    return met;
}

/* Two bare years are numbers, and are told apart as such. */
static struct meeting meet(const struct form *expected, const struct form *typed)
{
    struct meeting meeting = { 0 };
    const struct date *said = expected->date != NULL ? said_date(typed) : NULL;
    if (said != NULL) {
        meeting.expected = *expected->date;
        meeting.typed = *said;
    } else if (!meet_inside(expected, typed, &meeting)) {
        return meeting;
    }
    meeting.met = !date_is_year(&meeting.expected) || !date_is_year(&meeting.typed);
    if (meeting.expected.fraction && meeting.typed.fraction)
        meeting.met = false;
    meeting.match = date_compare(&meeting.expected, &meeting.typed);
    if (meeting.match.differs == 0 && meeting.match.same == 0)
        meeting.met = false; // they have nothing to do with each other
    return meeting;
}

static enum verdict verdict_of(const struct meeting *meeting)
{
    if (meeting->match.differs != 0)
        return VERDICT_WRONG;
    if (meeting->match.missing != 0)
        return VERDICT_PARTIAL;
    return meeting->typed.misspelt ? VERDICT_CLOSE : VERDICT_ACCEPTED;
}

/* Is what is said beyond one form denied by another one? */
static bool is_denied(const struct meeting *best, const struct meeting *other)
{
    unsigned differs = other->match.differs;
    return other->met && differs != 0 && (differs & ~best->match.extra) == 0;
}

/* The variant that the date is nearest to; the first of equals. */
static struct meeting meet_best(const struct target *target, const struct form *typed)
{
    struct meeting best = { 0 };
    for (size_t i = 0; i < target->count; i++) {
        struct meeting other = meet(&target->variants[i].form, typed);
        if (other.met && (!best.met || verdict_of(&other) < verdict_of(&best)))
            best = other;
    }
    for (size_t i = 0;
         best.met && verdict_is_right(verdict_of(&best)) && i < target->count; i++) {
        struct meeting other = meet(&target->variants[i].form, typed);
        if (is_denied(&best, &other))
            return other;
    }
    return best;
}

static const char *reason_of(const struct meeting *meeting, struct arena *arena)
{
    if (verdict_of(meeting) == VERDICT_CLOSE)
        return "a slip in the name of the month";
    return date_reason(&meeting->expected, &meeting->typed, &meeting->match, arena);
}

/* A month with a slip is only looked for beside a number, and if no date was found without. */
static struct meeting meet_forgiving(const struct rules *rules,
    const struct target *target, const struct form *typed, struct arena *arena)
{
    if (strpbrk(typed->source, "0123456789") == NULL)
        return (struct meeting){ .met = false };
    struct rules forgiving = *rules;
    forgiving.forgiving = true;
    struct form mended = form_make(&forgiving, typed->source, arena);
    return meet_best(target, &mended);
}

struct finding dates_judge(const struct rules *rules, const struct target *target,
    const struct form *typed, struct arena *arena)
{
    struct meeting best = meet_best(target, typed);
    if (!best.met && !(rules->strict & (STRICT_TYPOS | STRICT_PUNCTUATION)))
        best = meet_forgiving(rules, target, typed, arena);
    if (!best.met)
        return (struct finding){ .reason = NULL };
    return (struct finding){ .verdict = verdict_of(&best),
        .reason = reason_of(&best, arena) };
}
