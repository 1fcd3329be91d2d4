#include "draft/coverage.h"

#include "draft/clean.h"

#include <string.h>

enum {
    SCORE_LEAST = 4, // of the words that a card and a part share
    SCORE_RARE = 4,  // of a word that occurs once or twice in the section
    SCORE_SOME = 2,
    RARE = 2,
    SOME = 8,
    PIECE_WORDS = 6,
};

/* --- parts ----------------------------------------------------------------------------- */

static void add_part(
    struct coverage *coverage, struct range range, size_t section, struct arena *arena)
{
    coverage->parts = arena_grow(arena, coverage->parts, coverage->count,
        &coverage->capacity, sizeof *coverage->parts);
    coverage->parts[coverage->count++] =
        (struct cover_part){ .range = range, .section = section };
}

/* Without punctuation a heading, or the rest of a citation, is such a piece. */
static bool is_too_short(const struct doc *doc, const struct piece *piece)
{
    size_t words = 1;
    for (size_t at = piece->range.from; at < piece->range.to; at++)
        words += doc->text[at] == ' ';
    return words < PIECE_WORDS;
}

static void make_parts(struct coverage *coverage, struct arena *arena)
{
    const struct doc *doc = &coverage->document->doc;
    struct lexis lexis;
    lexis_open(&lexis);
    struct pieces pieces = clean_pieces(doc, &lexis, arena);
    lexis_close(&lexis);
    for (size_t i = 0; i < pieces.count; i++) {
        const struct piece *piece = &pieces.items[i];
        const struct block *block = &doc->blocks[piece->block];
        if (piece->bare && is_too_short(doc, piece))
            continue;
        if (piece->bare)
            add_part(coverage, piece->range, block->section, arena);
        else if (i == 0 || pieces.items[i - 1].block != piece->block)
            add_part(coverage, block->range, block->section, arena);
    }
}

/* The first part that ends behind `at`; `count`: none does. */
static size_t part_at(const struct coverage *coverage, size_t at)
{
    size_t low = 0, high = coverage->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (coverage->parts[middle].range.to <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void cover(struct coverage *coverage, size_t part)
{
    coverage->covered += !coverage->parts[part].covered;
    coverage->parts[part].covered = true;
}

/* --- words ----------------------------------------------------------------------------- */

struct scores {
    const struct coverage *coverage;
    unsigned *of_part;
    size_t first; // the part of of_part[0]
    struct range range;
};

/* Adds what a word is worth to the parts that have it. */
static void add_word(
    struct scores *scores, const struct mentions *mentions, const char *word)
{
    const struct coverage *coverage = scores->coverage;
    const struct mention *first = mentions_find(mentions, word, scores->range);
    size_t count = 0, last = coverage->count, end = scores->range.to;
    for (const struct mention *t = first; t != NULL && t->at < end;
         t = mention_next(mentions, t))
        count++;
    unsigned worth = count <= RARE ? SCORE_RARE : count <= SOME ? SCORE_SOME : 1;
    for (const struct mention *t = first; t != NULL && t->at < end;
         t = mention_next(mentions, t)) {
        size_t part = part_at(coverage, t->at);
        if (part != last && part < coverage->count)
            scores->of_part[part - scores->first] += worth;
        last = part;
    }
}

static void add_text(struct scores *scores, const struct ground *ground, const char *text,
    struct arena *arena)
{
    const struct evidence *evidence = &scores->coverage->document->evidence;
    struct form form = form_make(&ground->rules, text, arena);
    for (size_t i = 0; i < form.tokens.count; i++) {
        const struct token *token = &form.tokens.items[i];
        if (token->flags & TOKEN_SPELLED)
            add_word(scores, &evidence->names, token->text);
        else if (token->kind == TOKEN_NUMBER)
            add_word(scores, &evidence->numbers, token->text);
        else if (token->kind == TOKEN_WORD && !word_is_hollow(token->text))
            add_word(scores, &evidence->words, token->text);
    }
}

static void score_card(struct scores *scores, const struct ground *ground,
    const struct card *card, struct arena *arena)
{
    add_text(scores, ground, card->question, arena);
    for (size_t i = 0; i < card->key.count; i++)
        add_text(scores, ground, card->key.items[i].forms[0], arena);
}

/* Covers the part of a section that is most like the note. */
static void cover_likely(struct coverage *coverage, const struct ground *ground,
    const struct note *note, struct range range)
{
    struct arena scratch = { 0 };
    const struct deck *deck = ground->deck;
    size_t first = part_at(coverage, range.from), end = part_at(coverage, range.to);
    struct scores scores = { coverage,
        arena_alloc(&scratch, (end - first + 1) * sizeof(unsigned)), first, range };
    for (size_t i = note->first_card; i < deck->card_count && deck->cards[i].note == note;
         i++)
        score_card(&scores, ground, &deck->cards[i], &scratch);
    size_t best = first;
    for (size_t i = first; i < end; i++)
        if (scores.of_part[i - first] > scores.of_part[best - first])
            best = i;
    if (first < end && scores.of_part[best - first] >= SCORE_LEAST)
        cover(coverage, best);
    arena_release(&scratch);
}

/* --- the whole ------------------------------------------------------------------------- */

static void cover_note(
    struct coverage *coverage, const struct ground *ground, const struct note *note)
{
    struct arena scratch = { 0 };
    struct spots spots = ground_spots(ground, note, &scratch);
    for (size_t i = 0; i < spots.count; i++) {
        const struct spot *spot = &spots.items[i];
        if (spot->document != coverage->document)
            continue;
        if (spot->at == NULL || spot->place.is_section) {
            cover_likely(coverage, ground, note, spot->range);
            continue;
        }
        size_t part = part_at(coverage, spot->place.range.from);
        if (part < coverage->count &&
            coverage->parts[part].range.from < spot->place.range.to)
            cover(coverage, part);
    }
    arena_release(&scratch);
}

struct coverage coverage_make(
    const struct ground *ground, size_t document, struct arena *arena)
{
    struct coverage coverage = { .document = &ground->documents[document] };
    make_parts(&coverage, arena);
    for (size_t i = 0; i < ground->deck->note_count; i++)
        if (!ground->deck->notes[i].disabled)
            cover_note(&coverage, ground, &ground->deck->notes[i]);
    return coverage;
}
