/*
 * Any bytes as a document of each format: refused with a reason, or read into parts that lie in
 * order within the text, each with a place in the file.
 */
#include "document/document.h"
#include "document/place.h"

#include "base/utf8.h"
#include "match/facts.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_range(const struct doc *doc, struct range range, size_t *end)
{
    assert(range.from >= *end && range.from < range.to && range.to <= doc->len);
    assert(doc_file_offset(doc, range.from) <= doc->source.len);
    *end = range.to;
}

static void check_blocks(const struct doc *doc)
{
    size_t end = 0, sentences = 0, sentence_end = 0;
    for (size_t i = 0; i < doc->block_count; i++) {
        const struct block *block = &doc->blocks[i];
        check_range(doc, block->range, &end);
        assert(block->section < doc->section_count);
        assert(doc_block_at(doc, block->range.from) == i);
        assert(block->first_sentence == sentences && block->sentence_count > 0);
        sentences += block->sentence_count;
        for (size_t k = block->first_sentence; k < sentences; k++) {
            check_range(doc, doc->sentences[k], &sentence_end);
            assert(sentence_end <= block->range.to);
        }
    }
    assert(sentences == doc->sentence_count);
}

static void check_sections(const struct doc *doc)
{
    for (size_t i = 0; i < doc->section_count; i++) {
        const struct section *section = &doc->sections[i];
        assert(section->first_block < section->end_block);
        assert(section->end_block <= doc->block_count);
        assert(section->parent == SECTION_NONE || (size_t)section->parent < i);
    }
}

/* The words of a document are found in it. */
static void check_places(const struct doc *doc)
{
    struct places places;
    struct place place;
    places_init(&places, doc);
    for (size_t i = 0; i < places.count && i < 8; i++) {
        const struct range *range = &places.words[i].range;
        char word[256];
        size_t len = range->to - range->from;
        if (len >= sizeof word)
            continue;
        memcpy(word, doc->text + range->from, len);
        word[len] = '\0';
        assert(places_find(&places, word, &place));
    }
    places_release(&places);
}

/* Facts lie within their text, and say what they are. */
static void check_facts(const struct doc *doc)
{
    for (size_t i = 0; i < doc->sentence_count && i < 16; i++) {
        struct arena arena = { 0 };
        struct key_context context = { .language = "en" };
        struct rules rules = rules_make(&context, 0, &arena);
        struct range range = doc->sentences[i];
        const char *text =
            arena_strndup(&arena, doc->text + range.from, range.to - range.from);
        struct facts facts = facts_read(&rules, text, i % 2 == 1, &arena);
        for (size_t k = 0; k < facts.count; k++) {
            const struct fact *fact = &facts.items[k];
            assert(fact->from <= fact->to && fact->to <= range.to - range.from);
            assert(fact->text[0] != '\0');
            assert(fact->kind != FACT_DATE || fact->date != NULL);
        }
        arena_release(&arena);
    }
}

static void check(const char *name, const uint8_t *data, size_t size)
{
    struct buf text = { 0 };
    struct doc doc;
    struct err err;
    size_t bad;
    buf_add_bytes(&text, (const char *)data, size);
    if (!doc_parse(name, text, &doc, &err)) {
        assert(err.line >= 1 && err.column >= 1 && err.message[0] != '\0');
        return;
    }
    assert(utf8_valid(doc.text, doc.len, &bad) && strlen(doc.text) == doc.len);
    check_blocks(&doc);
    check_sections(&doc);
    check_places(&doc);
    check_facts(&doc);
    doc_release(&doc);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    check("a.txt", data, size);
    check("a.md", data, size);
    check("a.html", data, size);
    return 0;
}
