/*
 * A document read twice: first what its names are, then, sentence by sentence, what to ask.
 */
#include "draft/discourse.h"
#include "draft/finish.h"
#include "draft/propose.h"

#include "match/form.h"

#include <string.h>

struct reading {
    const struct doc *doc;
    struct pieces pieces;
    struct facts facts;
    struct sentence *sentences;
    struct lexis lexis;
    struct names names;
    struct map titles;  // that one section only has -> it
    struct arena arena; // of all that is not kept
};

/* Facts never reach from one piece into the next. */
static void read_facts(struct reading *r, const struct rules *rules)
{
    size_t capacity = 0;
    for (size_t i = 0; i < r->pieces.count; i++) {
        struct range range = r->pieces.items[i].range;
        const char *text =
            arena_strndup(&r->arena, r->doc->text + range.from, range.to - range.from);
        struct facts found = facts_read(rules, text, r->doc->lower, &r->arena);
        for (size_t k = 0; k < found.count; k++) {
            r->facts.items = arena_grow(&r->arena, r->facts.items, r->facts.count,
                &capacity, sizeof *r->facts.items);
            struct fact *fact = &r->facts.items[r->facts.count++];
            *fact = found.items[k];
            fact->from += range.from;
            fact->to += range.from;
        }
    }
}

static void read_sentences(struct reading *r)
{
    struct fact_cursor cursor = { .facts = &r->facts };
    r->sentences = arena_alloc(&r->arena, (r->pieces.count + 1) * sizeof *r->sentences);
    for (size_t i = 0; i < r->pieces.count; i++) {
        r->sentences[i] =
            sentence_read(r->doc, r->pieces.items[i], &cursor, &r->lexis, &r->arena);
        r->sentences[i].number = i;
        names_learn(&r->names, &r->sentences[i], &r->arena);
    }
    names_relate(&r->names);
    for (size_t i = 0; i < r->pieces.count; i++)
        names_settle(&r->names, &r->sentences[i]);
}

/* Titles that several sections have lead nowhere, and are left out. */
static void read_titles(struct reading *r)
{
    struct map first = { 0 }, again = { 0 };
    size_t place;
    for (size_t i = 0; i < r->doc->section_count; i++)
        if (!map_add(&first, r->doc->sections[i].title, i))
            map_add(&again, r->doc->sections[i].title, i);
    for (size_t i = 0; i < r->doc->section_count; i++)
        if (!map_find(&again, r->doc->sections[i].title, &place))
            map_add(&r->titles, r->doc->sections[i].title, i);
    map_release(&first);
    map_release(&again);
}

static void propose_all(struct proposals *p)
{
    propose_dates(p);
    propose_numbers(p);
    propose_people(p);
    propose_places(p);
    propose_offices(p);
    propose_definitions(p);
    propose_causes(p);
    propose_lists(p);
}

/* The cells of the table that begins with that piece; 0: none does. */
static size_t count_cells(const struct reading *r, size_t at)
{
    size_t count = 0, before = r->pieces.items[at].block;
    for (; at + count < r->pieces.count; count++) {
        size_t block = r->pieces.items[at + count].block;
        if (r->doc->blocks[block].kind != BLOCK_ROW || block > before + 1)
            break;
        before = block;
    }
    return count;
}

static void read_document(struct reading *r, struct drafts *drafts, size_t number)
{
    struct discourse discourse = { .names = &r->names, .arena = &drafts->arena };
    struct proposals p = { .drafts = drafts,
        .doc = r->doc,
        .document = number,
        .names = &r->names,
        .titles = &r->titles,
        .topic = names_topic(&r->names),
        .arena = &drafts->arena };
    size_t first = drafts->count, rows;
    for (size_t i = 0; i < r->pieces.count; i++) {
        const struct sentence *s = &r->sentences[i];
        if ((rows = count_cells(r, i)) > 0) {
            propose_table(&p, s, rows);
            i += rows - 1;
            continue;
        }
        struct clauses clauses = clauses_read(s);
        discourse_follow(&discourse, &clauses);
        p.s = s;
        p.clauses = &clauses;
        p.first = drafts->count;
        propose_all(&p);
        finish_sentence(&p);
    }
    if (!r->doc->lower) // where sentences are guessed, events are too
        propose_sequences(&p, first);
    finish_options(drafts, first);
}

void drafts_read(struct drafts *drafts, const struct doc *doc, size_t number)
{
    struct reading r = { .doc = doc };
    struct key_context context = { .language = "en" };
    lexis_open(&r.lexis);
    r.pieces = clean_pieces(doc, &r.lexis, &r.arena);
    struct rules rules = rules_make(&context, 0, &r.arena);
    read_facts(&r, &rules);
    read_sentences(&r);
    read_titles(&r);
    read_document(&r, drafts, number);
    map_release(&r.titles);
    names_release(&r.names);
    lexis_close(&r.lexis);
    arena_release(&r.arena);
}

void drafts_release(struct drafts *drafts)
{
    arena_release(&drafts->arena);
    *drafts = (struct drafts){ 0 };
}
