#include "draft/evidence.h"

#include "match/facts.h"
#include "match/number.h"

#include <string.h>

/* --- mentions ----------------------------------------------------------------------------- */

static void add_mention(
    struct mentions *mentions, const char *text, size_t at, struct arena *arena)
{
    size_t index = mentions->count, first;
    bool known = map_find(&mentions->first, text, &first);
    mentions->items = arena_grow(arena, mentions->items, mentions->count,
        &mentions->capacity, sizeof *mentions->items);
    struct mention *mention = &mentions->items[mentions->count++];
    *mention = (struct mention){ .at = at, .last = index };
    if (known) {
        struct mention *head = &mentions->items[first];
        mention->text = head->text;
        mentions->items[head->last].next = index + 1;
        head->last = index;
    } else {
        mention->text = arena_strdup(arena, text);
        map_add(&mentions->first, mention->text, index);
    }
}

const struct mention *mention_next(
    const struct mentions *mentions, const struct mention *mention)
{
    return mention->next > 0 ? &mentions->items[mention->next - 1] : NULL;
}

const struct mention *mentions_find(
    const struct mentions *mentions, const char *text, struct range range)
{
    size_t first;
    if (!map_find(&mentions->first, text, &first))
        return NULL;
    const struct mention *mention = &mentions->items[first];
    while (mention != NULL && mention->at < range.from)
        mention = mention_next(mentions, mention);
    return mention != NULL && mention->at < range.to ? mention : NULL;
}

/* The first of the mentions at `at` or behind it. */
static size_t mention_from(const struct mentions *mentions, size_t at)
{
    size_t low = 0, high = mentions->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (mentions->items[middle].at < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t mentions_within(const struct mentions *mentions, struct range range, size_t *count)
{
    size_t first = mention_from(mentions, range.from);
    *count = mention_from(mentions, range.to) - first;
    return first;
}

/* --- reading --------------------------------------------------------------------------- */

struct reader {
    struct evidence *evidence;
    const struct rules *rules;
    size_t base; // where the text at hand begins
    struct arena scratch;
};

const char *evidence_number(const char *text, bool ordinal, struct arena *arena)
{
    return ordinal ? arena_printf(arena, "%s.", text) : text;
}

static const char *noun_behind(const struct tokens *tokens, size_t at)
{
    const struct token *next = at + 1 < tokens->count ? &tokens->items[at + 1] : NULL;
    bool noun = next != NULL && fact_is_counted(next);
    return noun ? next->text : NULL;
}

static void add_number(
    struct reader *r, const struct tokens *tokens, size_t at, const char *text)
{
    struct evidence *e = r->evidence;
    const struct token *token = &tokens->items[at];
    const char *noun = noun_behind(tokens, at);
    e->said = arena_grow(
        &e->arena, e->said, e->numbers.count, &e->said_capacity, sizeof *e->said);
    size_t index = e->numbers.count;
    add_mention(&e->numbers,
        evidence_number(text, (token->flags & TOKEN_ORDINAL) != 0, &r->scratch),
        r->base + token->from, &e->arena);
    e->said[index] = (struct said_number){
        .range = { r->base + token->from, r->base + token->to },
        .text = e->numbers.items[index].text,
        .noun = noun != NULL ? arena_strdup(&e->arena, noun) : NULL,
    };
}

/* "527 565" is each of its parts, too. */
static void add_numbers(struct reader *r, const struct tokens *tokens, size_t at)
{
    const char *written = tokens->items[at].written;
    add_number(r, tokens, at, tokens->items[at].text);
    if (written[0] < '0' || written[0] > '9' || strchr(written, ' ') == NULL)
        return;
    for (const char *part = written; *part != '\0';) {
        size_t len = strcspn(part, " ");
        add_number(r, tokens, at, number_exact(false, part, len, 0, &r->scratch));
        part += len + (part[len] == ' ');
    }
}

static void add_date(struct reader *r, const struct tokens *tokens, size_t at,
    const struct date_reader *reader)
{
    struct evidence *e = r->evidence;
    struct date date;
    if (date_read(reader, tokens, at, &date) == 0)
        return;
    e->dates = arena_grow(
        &e->arena, e->dates, e->date_count, &e->date_capacity, sizeof *e->dates);
    e->dates[e->date_count++] =
        (struct said_date){ r->base + tokens->items[at].from, date };
}

/* Words, numbers and dates, as they are written. */
static void read_values(struct reader *r, const char *text)
{
    const struct language *language = r->rules->language;
    struct tokens tokens = tokens_read(text, 0, language, &r->scratch);
    struct date_reader reader = { .source = text, .language = language->tag };
    for (size_t i = 0; i < tokens.count; i++) {
        const struct token *token = &tokens.items[i];
        if (token->kind == TOKEN_NUMBER)
            add_numbers(r, &tokens, i);
        else if (token->kind == TOKEN_WORD)
            add_mention(&r->evidence->words, token->text, r->base + token->from,
                &r->evidence->arena);
        add_date(r, &tokens, i, &reader);
    }
}

/* Names, in whichever spelling. */
static void read_names(struct reader *r, const char *text)
{
    struct form form = form_make(r->rules, text, &r->scratch);
    for (size_t i = 0; i < form.tokens.count; i++) {
        const struct token *token = &form.tokens.items[i];
        if (token->flags & TOKEN_SPELLED)
            add_mention(&r->evidence->names, token->text, r->base + token->from,
                &r->evidence->arena);
    }
}

void evidence_init(
    struct evidence *evidence, const struct doc *doc, const struct rules *rules)
{
    *evidence = (struct evidence){ .doc = doc };
    for (size_t i = 0; i < doc->block_count; i++) {
        const struct range *range = &doc->blocks[i].range;
        struct reader r = { .evidence = evidence, .rules = rules, .base = range->from };
        const char *text =
            arena_strndup(&r.scratch, doc->text + range->from, range->to - range->from);
        read_values(&r, text);
        if (rules->name_count > 0)
            read_names(&r, text);
        arena_release(&r.scratch);
    }
}

void evidence_release(struct evidence *evidence)
{
    map_release(&evidence->words.first);
    map_release(&evidence->names.first);
    map_release(&evidence->numbers.first);
    arena_release(&evidence->arena);
    *evidence = (struct evidence){ 0 };
}

/* --- dates ----------------------------------------------------------------------------- */

/* What of a date must be there; "late" and "about" may be said in other words. */
enum { DATE_FIELDS = FIELD_DAY | FIELD_MONTH | FIELD_YEAR | FIELD_ERA | FIELD_SEASON };

static bool says(const struct date *said, const struct date *date)
{
    struct date_match match = date_compare(date, said);
    return ((match.missing | match.differs) & DATE_FIELDS) == 0;
}

bool evidence_has_date(
    const struct evidence *evidence, const struct date *date, struct range range)
{
    size_t low = 0, high = evidence->date_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (evidence->dates[middle].at < range.from)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < evidence->date_count && evidence->dates[low].at < range.to; low++)
        if (says(&evidence->dates[low].date, date))
            return true;
    return false;
}
