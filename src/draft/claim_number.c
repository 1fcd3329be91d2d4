/*
 * Numbers of answers: the value must stand there, and not for something else.
 *
 *   small     up to twelve, a number may be the author's count: it is wrong only where the text
 *             counts the same and comes to another number;
 *   foreign   it stands there only with another unit: "500 pounds" is no source for 500 men;
 *   rivalled  it stands there, but what the question is about stands in another sentence, with
 *             another number of the same unit.
 */
#include "draft/claim.h"

#include "match/number.h"

#include <math.h>
#include <string.h>

enum {
    SMALL = 12,
    RIVAL_MARGIN = 3, // words of the question that a rival's sentence has more
    RIVALS_MOST = 64, // numbers in a place; more are a table, and no sentences
    STEM_LEAST = 4,   // letters that words of one family share
    STEM_ENDING = 3,  // letters behind them
    YEAR_LEAST = 100,
    YEAR_MOST = 2100,
};

/* A number that stands in one of the places. */
struct found {
    const struct spot *spot;
    const struct said_number *said;
};

/* A number of an answer, and those that stand where it should. */
struct number {
    const struct claim *claim;
    const struct fact *fact;
    const char *text; // as evidence has it
    struct found *near;
    size_t count, capacity;
};

static void add_near(struct number *number, const struct spot *spot)
{
    const struct evidence *evidence = &spot->document->evidence;
    size_t count, first = mentions_within(&evidence->numbers, spot->range, &count);
    for (size_t i = first; i < first + count; i++) {
        number->near = arena_grow(number->claim->arena, number->near, number->count,
            &number->capacity, sizeof *number->near);
        number->near[number->count++] = (struct found){ spot, &evidence->said[i] };
    }
}

static bool is_ordinal(const struct said_number *said)
{
    return said->text[strlen(said->text) - 1] == '.';
}

/* --- small numbers --------------------------------------------------------------------- */

static bool is_small(const struct number *number)
{
    double value = number_value(number->fact->text);
    return value >= 0 && value <= SMALL && value == floor(value);
}

static bool has_word(const struct tokens *tokens, const char *word)
{
    for (size_t i = 0; i < tokens->count; i++)
        if (strcmp(tokens->items[i].text, word) == 0)
            return true;
    return false;
}

/* Where the text counts what the question asks for.  Units measure more than one thing. */
static const struct found *find_count(const struct number *number)
{
    const struct claim *claim = number->claim;
    struct tokens question = tokens_read(
        claim->card->question, 0, claim->ground->rules.language, claim->arena);
    bool whole = number->fact->to - number->fact->from == strlen(claim->text);
    for (size_t i = 0; whole && i < number->count; i++) {
        const struct said_number *said = number->near[i].said;
        if (said->noun != NULL && unit_names(said->noun) == NULL &&
            is_ordinal(said) == number->fact->ordinal && has_word(&question, said->noun))
            return &number->near[i];
    }
    return NULL;
}

/* --- units ----------------------------------------------------------------------------- */

/* All names of the unit of an answer, NULL: it has none that is known. */
static const char *unit_claimed(const struct number *number)
{
    const struct key *key = &number->claim->card->key;
    const char *unit = key->kind == KEY_NUMBER ? key->unit : number->fact->noun;
    return unit != NULL ? unit_names(unit) : NULL;
}

static const char *unit_said(const struct said_number *said)
{
    return said->noun != NULL ? unit_names(said->noun) : NULL;
}

/* Where it stands with another unit, if it stands nowhere with its own or with none. */
static const struct found *find_foreign(const struct number *number)
{
    const struct found *foreign = NULL;
    const char *unit = unit_claimed(number);
    for (size_t i = 0; unit != NULL && i < number->count; i++) {
        const struct found *found = &number->near[i];
        const char *other = unit_said(found->said);
        if (strcmp(found->said->text, number->text) != 0)
            continue;
        if (other == NULL || other == unit)
            return NULL;
        foreign = found;
    }
    return foreign;
}

/* --- rivals ---------------------------------------------------------------------------- */

static bool is_year(const char *text, const char *unit)
{
    double value = number_value(text);
    return unit == NULL && value >= YEAR_LEAST && value <= YEAR_MOST;
}

/* Is it a number of the same sort: of the same unit, or a year as well? */
static bool is_of_sort(const struct number *number, const struct said_number *said)
{
    const char *unit = unit_claimed(number), *other = unit_said(said);
    if (is_ordinal(said) || number->fact->ordinal || unit != other)
        return false;
    return unit != NULL ||
           (is_year(number->fact->text, unit) && is_year(said->text, other));
}

/* "demand", "demanded" */
static bool is_of_stem(const char *a, const char *b)
{
    size_t same = 0, x = strlen(a), y = strlen(b);
    while (a[same] != '\0' && a[same] == b[same])
        same++;
    return same >= STEM_LEAST && x - same <= STEM_ENDING && y - same <= STEM_ENDING;
}

static bool is_said(const struct evidence *evidence, const char *word, struct range range)
{
    if (evidence_find(evidence, SOUGHT_WORD, word, range) != NULL)
        return true;
    size_t count, first = mentions_within(&evidence->words, range, &count);
    for (size_t i = first; i < first + count; i++)
        if (is_of_stem(word, evidence->words.items[i].text))
            return true;
    return false;
}

/* How many words of the question the sentence of a number has. */
static int score(const struct tokens *question, const struct found *found)
{
    const struct ground_document *document = found->spot->document;
    struct range sentence =
        document->doc.sentences[doc_sentence_at(&document->doc, found->said->range.from)];
    int words = 0;
    for (size_t i = 0; i < question->count; i++) {
        const struct token *token = &question->items[i];
        words += token->kind == TOKEN_WORD && token->text[0] != '\0' &&
                 token->text[1] != '\0' && !word_is_hollow(token->text) &&
                 !word_relates(token->text) && !word_frames(token->text) &&
                 is_said(&document->evidence, token->text, sentence);
    }
    return words;
}

/* Sentences can be weighed where there are some: not in tables, nor without punctuation. */
static bool is_prose(const struct number *number)
{
    for (size_t i = 0; i < number->count; i++) {
        const struct doc *doc = &number->near[i].spot->document->doc;
        const struct block *block =
            &doc->blocks[doc_block_at(doc, number->near[i].said->range.from)];
        if (block->bare || block->kind == BLOCK_ROW)
            return false;
    }
    return number->count <= RIVALS_MOST;
}

static const struct found *find_rival(const struct number *number)
{
    const struct claim *claim = number->claim;
    struct form question =
        form_make(&claim->ground->rules, claim->card->question, claim->arena);
    const struct found *rival = NULL;
    int own = 0, best = 0;
    for (size_t i = 0; i < number->count; i++) {
        const struct found *found = &number->near[i];
        bool same = strcmp(found->said->text, number->text) == 0;
        int words = score(&question.tokens, found);
        if (same && words > own)
            own = words;
        if (!same && words > best && is_of_sort(number, found->said)) {
            best = words;
            rival = found;
        }
    }
    return best - own >= RIVAL_MARGIN ? rival : NULL;
}

/* --- the whole ------------------------------------------------------------------------- */

static void tell(const struct number *number, const struct found *found, const char *why)
{
    const struct claim *claim = number->claim;
    struct doc *doc = &found->spot->document->doc;
    const struct said_number *said = found->said;
    const struct key *key = &claim->card->key;
    const char *unit = key->kind == KEY_NUMBER ? key->unit : NULL;
    struct range range = said->range;
    int line, column;
    doc_place(doc, range.from, &line, &column);
    warn(&claim->ground->loader, CODE_UNGROUNDED_NUMBER, claim->value,
        "%s \"%s%s%s\" (%s:%d:%d), not \"%s%s%s\"", why,
        text_quote(doc->text + range.from, range.to - range.from, claim->arena),
        said->noun != NULL ? " " : "", said->noun != NULL ? said->noun : "",
        found->spot->document->path, line, column, claim_written(claim, number->fact),
        unit != NULL ? " " : "", unit != NULL ? unit : "");
}

static bool is_within(const struct number *number)
{
    const struct key *key = &number->claim->card->key;
    bool tolerant = key->kind == KEY_NUMBER && key->tolerance > 0;
    for (size_t i = 0; tolerant && i < number->count; i++)
        if (fabs(number_value(number->near[i].said->text) - key->number) <=
            key->tolerance)
            return true;
    return false;
}

/* It does stand there: but for what is asked? */
static void check_meaning(const struct number *number)
{
    const struct found *foreign = find_foreign(number);
    const struct found *rival = is_prose(number) ? find_rival(number) : NULL;
    if (foreign != NULL)
        tell(number, foreign, "the text says");
    else if (rival != NULL)
        tell(number, rival, "the sentence that is nearest to the question says");
}

static void check_small(const struct number *number)
{
    const struct found *count = find_count(number);
    if (count != NULL)
        tell(number, count, "the text says");
}

void claim_check_number(const struct claim *claim, const struct fact *fact)
{
    struct number number = { .claim = claim,
        .fact = fact,
        .text = evidence_number(fact->text, fact->ordinal, claim->arena) };
    for (size_t i = 0; i < claim->spots->count; i++)
        add_near(&number, &claim->spots->items[i]);
    bool near = claim_is_near(claim, SOUGHT_NUMBER, number.text),
         small = is_small(&number);
    if (near && !small)
        check_meaning(&number);
    else if (!near && !small && !is_within(&number))
        claim_tell_missing(claim, fact, SOUGHT_NUMBER, number.text);
    else if (!near && small && !is_within(&number))
        check_small(&number);
}
