#include "match/facts.h"

#include "base/utf8.h"
#include "match/chars.h"
#include "match/date_words.h"
#include "match/facts_reading.h"
#include "match/number.h"

#include <string.h>

const struct token *facts_token(const struct facts_reading *r, size_t at)
{
    return tokens_peek(r->tokens, at);
}

/* --- places ---------------------------------------------------------------------------- */

/* Tokens know the word that holds them; what is said begins and ends with no punctuation. */
static bool is_edge(const char *text, size_t len, size_t *size)
{
    uint32_t c;
    *size = utf8_next(text, len, &c);
    return *size > 0 && char_is_punctuation(c);
}

static void trim(const char *text, size_t *from, size_t *to)
{
    size_t size;
    while (*from < *to && is_edge(text + *from, *to - *from, &size))
        *from += size;
    while (*to > *from) {
        size_t last = utf8_boundary(text, *to - 1);
        if (last < *from || !is_edge(text + last, *to - last, &size))
            break;
        *to = last;
    }
}

struct fact *facts_add(
    struct facts_reading *r, enum fact_kind kind, size_t first, size_t end)
{
    struct facts *facts = &r->facts;
    facts->items = arena_grow(
        r->arena, facts->items, facts->count, &facts->capacity, sizeof *facts->items);
    struct fact *fact = &facts->items[facts->count++];
    *fact = (struct fact){ .kind = kind,
        .from = r->tokens->items[first].from,
        .to = r->tokens->items[end - 1].to,
        .text = r->tokens->items[first].text };
    trim(r->text, &fact->from, &fact->to);
    return fact;
}

/* --- numbers --------------------------------------------------------------------------- */

static const struct date *year_of(const struct token *token, struct arena *arena)
{
    struct date date, *copy;
    if (token->flags & TOKEN_ORDINAL || !date_of_token(token, &date))
        return NULL;
    copy = arena_alloc(arena, sizeof *copy);
    *copy = date;
    return copy;
}

bool fact_is_counted(const struct token *token)
{
    return token->kind == TOKEN_WORD && !(token->flags & TOKEN_BROKEN) &&
           !word_is_hollow(token->written) && !word_relates(token->written) &&
           !word_frames(token->written) && !word_in("in s", token->written);
}

/* What is counted: the word behind a number, unless a sentence or a small word ends it. */
static const char *noun_at(const struct facts_reading *r, size_t at)
{
    const struct token *next = facts_token(r, at);
    bool noun = next != NULL && fact_is_counted(next);
    return noun ? next->written : NULL;
}

/* "527 565" may be one number, or two years; "6 000" is one. */
static void add_years(struct facts_reading *r, size_t at)
{
    enum { YEAR_DIGITS = 3 };
    const char *written = r->tokens->items[at].written;
    if (strcspn(written, " ") != YEAR_DIGITS || strlen(written) != 2 * YEAR_DIGITS + 1 ||
        written[YEAR_DIGITS + 1] == '0')
        return;
    for (size_t i = 0; i < 2; i++) {
        struct fact *fact = facts_add(r, FACT_NUMBER, at, at + 1);
        const char *year = written + i * (YEAR_DIGITS + 1);
        fact->text = number_exact(false, year, YEAR_DIGITS, 0, r->arena);
    }
}

static void add_number(struct facts_reading *r, size_t at)
{
    const struct token *token = &r->tokens->items[at], *next = facts_token(r, at + 1);
    struct fact *fact = facts_add(r, FACT_NUMBER, at, at + 1);
    fact->date = year_of(token, r->arena);
    fact->ordinal = (token->flags & TOKEN_ORDINAL) != 0;
    fact->noun = noun_at(r, at + 1);
    if (fact->noun != NULL && next->flags & TOKEN_UNIT)
        fact->unit = next->text;
    if (token->written[0] >= '0' && token->written[0] <= '9')
        add_years(r, at);
}

/* --- dates ----------------------------------------------------------------------------- */

static void add_date(
    struct facts_reading *r, size_t first, size_t end, const struct date *date)
{
    struct fact *fact = facts_add(r, FACT_DATE, first, end);
    fact->date = date;
    fact->text = date_code(date, r->arena);
}

/* A month alone is no sure date, but with a capital it is nothing else. */
static bool add_month(struct facts_reading *r, size_t at)
{
    const char *language = r->rules->language->tag;
    const struct token *token = &r->tokens->items[at];
    unsigned month = date_word(language, DATE_MONTH, token->text, false);
    bool capital = token->from < token->to && r->text[token->from] >= 'A' &&
                   r->text[token->from] <= 'Z';
    if (month == 0 || r->lower || !capital)
        return false;
    struct date *date = arena_alloc(r->arena, sizeof *date);
    date->from.month = month;
    add_date(r, at, at + 1, date);
    return true;
}

/* --- all of them ----------------------------------------------------------------------- */

/* Reads what begins at a token; how many tokens it takes. */
static size_t read_fact(struct facts_reading *r, size_t at)
{
    const struct token *token = &r->tokens->items[at];
    switch (token->kind) {
    case TOKEN_DATE:
        add_date(r, at, at + 1, token->date);
        return 1;
    case TOKEN_NUMBER:
        add_number(r, at);
        return 1;
    case TOKEN_SIGN:
        return 1;
    case TOKEN_WORD:
        break;
    }
    if (add_month(r, at))
        return 1;
    size_t count = facts_read_name(r, at);
    return count > 0 ? count : 1;
}

struct facts facts_read(
    const struct rules *rules, const char *text, bool lower, struct arena *arena)
{
    struct form form = form_make(rules, text, arena);
    struct facts_reading r = { .rules = rules,
        .text = text,
        .lower = lower,
        .tokens = &form.tokens,
        .arena = arena };
    size_t count = form.tokens.count;
    if (form.date != NULL && !date_is_year(form.date) && count > 0)
        add_date(&r, 0, count, form.date);
    else
        for (size_t at = 0; at < count;)
            at += read_fact(&r, at);
    return r.facts;
}
