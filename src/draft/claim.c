#include "draft/claim.h"

#include "base/near.h"
#include "deck/lint_parts.h"
#include "match/number.h"

#include <string.h>

enum {
    NEAR_MOST = 256,  // words that a suggestion is chosen from
    PLACES_MOST = 3,  // that a message names
    DIGITS_LEAST = 3, // any two numbers of fewer digits are alike
};

/* --- finding --------------------------------------------------------------------------- */

const struct mention *evidence_find(const struct evidence *evidence, enum sought sought,
    const char *text, struct range range)
{
    if (sought == SOUGHT_NUMBER)
        return mentions_find(&evidence->numbers, text, range);
    const struct mention *word = mentions_find(&evidence->words, text, range);
    return word != NULL ? word : mentions_find(&evidence->names, text, range);
}

bool claim_is_near(const struct claim *claim, enum sought sought, const char *text)
{
    for (size_t i = 0; i < claim->spots->count; i++) {
        const struct spot *spot = &claim->spots->items[i];
        if (evidence_find(&spot->document->evidence, sought, text, spot->range) != NULL)
            return true;
    }
    return false;
}

/* Where the cited documents say it, near or not; NULL: nowhere. */
static const struct mention *find_anywhere(const struct claim *claim, enum sought sought,
    const char *text, struct ground_document **document)
{
    const struct mention *mention = NULL;
    for (size_t i = 0; i < claim->spots->count && mention == NULL; i++) {
        *document = claim->spots->items[i].document;
        mention = evidence_find(&(*document)->evidence, sought, text,
            (struct range){ 0, (*document)->doc.len });
    }
    return mention;
}

/* --- saying ---------------------------------------------------------------------------- */

static const char *spot_text(const struct spot *spot, struct arena *arena)
{
    int line, column;
    doc_place(&spot->document->doc, spot->at != NULL ? spot->place.range.from : 0, &line,
        &column);
    if (spot->at == NULL)
        return arena_printf(arena, "in '%s'", spot->document->path);
    return arena_printf(arena, "%s \"%s\" (%s:%d:%d)",
        spot->place.is_section ? "in" : "near", spot->at, spot->document->path, line,
        column);
}

static const char *spots_text(const struct claim *claim)
{
    struct buf text = { 0 };
    size_t count = claim->spots->count < PLACES_MOST ? claim->spots->count : PLACES_MOST;
    for (size_t i = 0; i < count; i++) {
        buf_add(&text, i == 0 ? "" : ", ");
        buf_add(&text, spot_text(&claim->spots->items[i], claim->arena));
    }
    const char *copy = arena_strdup(claim->arena, buf_text(&text));
    buf_release(&text);
    return copy;
}

/* The way out: where else it stands, or what it may have been meant to be. */
static const char *elsewhere_text(const struct claim *claim,
    const struct mention *mention, struct ground_document *document)
{
    int line, column;
    const struct doc *doc = &document->doc;
    const char *title =
        doc->sections[doc->blocks[doc_block_at(doc, mention->at)].section].title;
    doc_place(&document->doc, mention->at, &line, &column);
    if (title[0] == '\0')
        return arena_printf(
            claim->arena, "it stands at %s:%d:%d", document->path, line, column);
    return arena_printf(claim->arena, "it stands in \"%s\" (%s:%d:%d)", title,
        document->path, line, column);
}

static void tell(
    const struct claim *claim, enum deck_code code, const char *what, const char *way_out)
{
    warn(&claim->ground->loader, code, claim->value, "\"%s\" does not occur %s%s%s", what,
        spots_text(claim), way_out != NULL ? "; " : "", way_out != NULL ? way_out : "");
}

/* --- did you mean ---------------------------------------------------------------------- */

/* What may have been meant: as it is compared, and as the document writes it. */
struct candidates {
    const char *keys[NEAR_MOST], *shown[NEAR_MOST];
    size_t count;
};

static void add_candidate(struct candidates *near, const struct doc *doc, size_t from,
    const char *key, struct arena *arena)
{
    size_t to = from;
    if (near->count == NEAR_MOST)
        return;
    while (to < doc->len && strchr(" \t\n", doc->text[to]) == NULL)
        to++;
    near->keys[near->count] = key;
    near->shown[near->count++] = text_quote(doc->text + from, to - from, arena);
}

/* A number without its separators. */
static const char *digits_of(const char *number, struct arena *arena)
{
    return arena_printf(arena, "%.15g", number_value(number));
}

static void add_numbers(
    struct candidates *near, const struct spot *spot, bool ordinal, struct arena *arena)
{
    const struct evidence *evidence = &spot->document->evidence;
    size_t count, first = mentions_within(&evidence->numbers, spot->range, &count);
    for (size_t i = first; i < first + count; i++) {
        const struct said_number *said = &evidence->said[i];
        if ((said->text[strlen(said->text) - 1] == '.') == ordinal)
            add_candidate(near, &spot->document->doc, said->range.from,
                digits_of(said->text, arena), arena);
    }
}

static void add_words(
    struct candidates *near, const struct spot *spot, struct arena *arena)
{
    const struct mentions *words = &spot->document->evidence.words;
    size_t count, first = mentions_within(words, spot->range, &count);
    for (size_t i = first; i < first + count; i++)
        add_candidate(
            near, &spot->document->doc, words->items[i].at, words->items[i].text, arena);
}

static const char *suggestion(
    const struct claim *claim, enum sought sought, const char *text, bool ordinal)
{
    struct candidates near = { .count = 0 };
    const char *key = sought == SOUGHT_NUMBER ? digits_of(text, claim->arena) : text;
    for (size_t i = 0; i < claim->spots->count; i++) {
        if (sought == SOUGHT_NUMBER)
            add_numbers(&near, &claim->spots->items[i], ordinal, claim->arena);
        else
            add_words(&near, &claim->spots->items[i], claim->arena);
    }
    if (sought == SOUGHT_NUMBER && strlen(key) < DIGITS_LEAST)
        return NULL;
    const char *best = near_best(key, near.keys, near.count);
    for (size_t i = 0; i < near.count && best != NULL; i++)
        if (near.keys[i] == best)
            return arena_printf(claim->arena, "did you mean \"%s\"?", near.shown[i]);
    return NULL;
}

const char *claim_written(const struct claim *claim, const struct fact *fact)
{
    return text_quote(claim->text + fact->from, fact->to - fact->from, claim->arena);
}

void claim_tell_missing(const struct claim *claim, const struct fact *fact,
    enum sought sought, const char *text)
{
    struct ground_document *document;
    const struct mention *mention = find_anywhere(claim, sought, text, &document);
    enum deck_code code =
        sought == SOUGHT_WORD ? CODE_UNGROUNDED_NAME : CODE_UNGROUNDED_NUMBER;
    tell(claim, code, claim_written(claim, fact),
        mention != NULL ? elsewhere_text(claim, mention, document)
                        : suggestion(claim, sought, text, fact->ordinal));
}

/* --- dates ----------------------------------------------------------------------------- */

static bool is_dated(const struct claim *claim, const struct date *date)
{
    for (size_t i = 0; i < claim->spots->count; i++) {
        const struct spot *spot = &claim->spots->items[i];
        if (evidence_has_date(&spot->document->evidence, date, spot->range))
            return true;
    }
    return false;
}

/* One end of a date, its day and month apart from its year: "in March ... of 540". */
static bool is_civil_said(
    const struct claim *claim, const struct date *date, const struct civil *civil)
{
    struct date year = { .from = { .year = civil->year }, .span = date->span };
    struct date rest = { .from = { .month = civil->month, .day = civil->day },
        .season = date->season };
    bool has_rest = civil->month != 0 || civil->day != 0 || date->season != SEASON_NONE;
    return (civil->year == 0 || is_dated(claim, &year)) &&
           (!has_rest || is_dated(claim, &rest));
}

static bool is_date_said(const struct claim *claim, const struct date *date)
{
    bool range = date->to.year != 0 || date->to.month != 0;
    return is_dated(claim, date) ||
           (is_civil_said(claim, date, &date->from) &&
               (!range || is_civil_said(claim, date, &date->to)));
}

static void check_date(const struct claim *claim, const struct fact *fact)
{
    if (!fact->date->fraction && !is_date_said(claim, fact->date))
        tell(claim, CODE_UNGROUNDED_DATE, claim_written(claim, fact), NULL);
}

/* --- answers --------------------------------------------------------------------------- */

static void check_claim(const struct claim *claim)
{
    struct facts facts =
        facts_read(&claim->ground->rules, claim->text, false, claim->arena);
    for (size_t i = 0; i < facts.count; i++) {
        const struct fact *fact = &facts.items[i];
        switch (fact->kind) {
        case FACT_DATE:
            check_date(claim, fact);
            break;
        case FACT_NUMBER:
            claim_check_number(claim, fact);
            break;
        case FACT_NAME:
            claim_check_name(claim, fact);
            break;
        }
    }
}

static void check_card(struct claim *claim)
{
    const struct key *key = &claim->card->key;
    const cJSON *pairs = note_member(claim->card->note, "pairs");
    for (size_t i = 0; i < key->count; i++) {
        claim->value = form_place(claim->card, i, 0);
        claim->text = key->items[i].forms[0];
        check_claim(claim);
        if (key->kind != KEY_PAIRS)
            continue;
        claim->value = cJSON_GetArrayItem(cJSON_GetArrayItem(pairs, (int)i), 0);
        claim->text = key->lefts[i];
        check_claim(claim);
    }
}

void claims_check(struct ground *ground, const struct note *note,
    const struct spots *spots, struct arena *arena)
{
    const struct deck *deck = ground->deck;
    for (size_t i = note->first_card; i < deck->card_count && deck->cards[i].note == note;
         i++) {
        struct claim claim = {
            .ground = ground, .card = &deck->cards[i], .spots = spots, .arena = arena
        };
        check_card(&claim);
    }
}

/* --- style ----------------------------------------------------------------------------- */

static bool is_small_letter(const char *text)
{
    return text[0] >= 'a' && text[0] <= 'z';
}

bool claims_are_prose(const struct deck *deck)
{
    size_t small = 0, sentences = 0;
    for (size_t i = 0; i < deck->card_count; i++) {
        const struct card *card = &deck->cards[i];
        if (card->note->self || card->key.kind == KEY_NUMBER)
            continue;
        for (size_t k = 0; k < card->key.count; k++) {
            const char *text = card->key.items[k].forms[0];
            const char *last = strrchr(text, ' ');
            small += is_small_letter(text);
            sentences +=
                !is_small_letter(text) && last != NULL && is_small_letter(last + 1);
        }
    }
    return small == 0 && sentences > 0;
}
