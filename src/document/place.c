#include "document/place.h"

#include "base/near.h"
#include "base/utf8.h"

#include <string.h>

/* --- words ----------------------------------------------------------------------------- */

static bool is_word_char(const char *text, size_t len, size_t *size)
{
    uint32_t c;
    *size = utf8_next(text, len, &c);
    if (*size == 0)
        *size = 1;
    else
        return utf8_is_letter(c) || utf8_is_digit(c);
    return false;
}

/* The next word from *at on: its bytes; false: there is none. */
static bool next_word(const char *text, size_t len, size_t *at, struct range *word)
{
    size_t size;
    while (*at < len && !is_word_char(text + *at, len - *at, &size))
        *at += size;
    word->from = *at;
    while (*at < len && is_word_char(text + *at, len - *at, &size))
        *at += size;
    word->to = *at;
    return word->to > word->from;
}

static const char *fold(struct buf *buf, const char *text, const struct range *word)
{
    buf_clear(buf);
    utf8_add_folded(
        buf, text + word->from, word->to - word->from, FOLD_CASE | FOLD_ACCENTS);
    return buf_text(buf);
}

static void add_word(struct places *places, const char *folded, struct range range)
{
    size_t index = places->count, first;
    bool known = map_find(&places->first, folded, &first);
    places->words = arena_grow(&places->arena, places->words, places->count,
        &places->capacity, sizeof *places->words);
    struct place_word *word = &places->words[places->count++];
    *word = (struct place_word){ .range = range, .last = index };
    if (known) {
        struct place_word *head = &places->words[first];
        word->text = head->text;
        places->words[head->last].next = index + 1;
        head->last = index;
    } else {
        word->text = arena_strdup(&places->arena, folded);
        map_add(&places->first, word->text, index);
    }
}

void places_init(struct places *places, const struct doc *doc)
{
    *places = (struct places){ .doc = doc };
    struct buf folded = { 0 };
    struct range range;
    for (size_t at = 0; next_word(doc->text, doc->len, &at, &range);)
        add_word(places, fold(&folded, doc->text, &range), range);
    buf_release(&folded);
}

void places_release(struct places *places)
{
    map_release(&places->first);
    arena_release(&places->arena);
    *places = (struct places){ 0 };
}

size_t places_word_at(const struct places *places, size_t offset)
{
    size_t low = 0, high = places->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (places->words[middle].range.from < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* --- finding --------------------------------------------------------------------------- */

/* What is looked for: for each word the first like it in the document. */
struct query {
    size_t words[PLACE_WORDS];
    size_t count;
};

/* False if a word does not occur at all, or there is none. */
static bool read_query(const struct places *places, const char *at, struct query *query)
{
    struct buf folded = { 0 };
    struct range range;
    size_t len = strlen(at);
    bool known = true;
    query->count = 0;
    for (size_t i = 0;
         known && query->count < PLACE_WORDS && next_word(at, len, &i, &range);)
        known = map_find(
            &places->first, fold(&folded, at, &range), &query->words[query->count++]);
    buf_release(&folded);
    return known && query->count > 0;
}

/* Do the words of the query stand there? */
static bool stands_at(const struct places *places, const struct query *query, size_t word)
{
    if (query->count > places->count - word)
        return false;
    for (size_t i = 0; i < query->count; i++)
        if (places->words[word + i].text != places->words[query->words[i]].text)
            return false;
    return true;
}

static struct range section_range(const struct doc *doc, const struct section *section)
{
    return (struct range){ doc->blocks[section->first_block].range.from,
        doc->blocks[section->end_block - 1].range.to };
}

/* Where the words may stand. */
enum where { WHOLE_HEADING, IN_TEXT, IN_HEADING };

static bool stands_where(const struct places *places, const struct query *query,
    size_t word, const struct block *block, enum where where)
{
    size_t end = word + query->count;
    if (where != WHOLE_HEADING)
        return (block->kind == BLOCK_HEADING) == (where == IN_HEADING);
    return block->kind == BLOCK_HEADING &&
           places_word_at(places, block->range.from) == word &&
           (end == places->count || places->words[end].range.from >= block->range.to ||
               query->count == PLACE_WORDS);
}

static void set_place(const struct places *places, const struct query *query, size_t word,
    const struct block *block, struct place *out)
{
    const struct section *section = &places->doc->sections[block->section];
    out->is_section = block->kind == BLOCK_HEADING;
    out->section = block->section;
    out->word = word;
    out->range = out->is_section ? section_range(places->doc, section)
                                 : (struct range){ places->words[word].range.from,
                                       places->words[word + query->count - 1].range.to };
}

/* Looks from the occurrence `next` of the first word on, a plus one. */
static bool find_from(const struct places *places, const struct query *query, size_t next,
    enum where where, struct place *out)
{
    const struct doc *doc = places->doc;
    for (; next > 0; next = places->words[next - 1].next) {
        size_t word = next - 1;
        if (!stands_at(places, query, word))
            continue;
        const struct block *block =
            &doc->blocks[doc_block_at(doc, places->words[word].range.from)];
        if (!stands_where(places, query, word, block, where))
            continue;
        set_place(places, query, word, block, out);
        return true;
    }
    return false;
}

bool places_find(const struct places *places, const char *at, struct place *out)
{
    struct query query;
    if (!read_query(places, at, &query))
        return false;
    size_t first = query.words[0] + 1;
    return find_from(places, &query, first, WHOLE_HEADING, out) ||
           find_from(places, &query, first, IN_TEXT, out) ||
           find_from(places, &query, first, IN_HEADING, out);
}

bool places_find_next(const struct places *places, const char *at, struct place *place)
{
    struct query query;
    return !place->is_section && read_query(places, at, &query) &&
           find_from(places, &query, places->words[place->word].next, IN_TEXT, place);
}

/* --- did you mean ---------------------------------------------------------------------- */

enum { NEAR_BYTES = 63, NEAR_MOST = 2000 }; // as near_best can compare

/* Headings and those who cite them are of two minds about an article in front. */
static const char *near_form(const char *text, struct arena *arena)
{
    struct buf form = { 0 };
    size_t len = strlen(text);
    utf8_add_folded(&form, text, len, FOLD_CASE | FOLD_ACCENTS);
    const char *words = buf_text(&form);
    words += strncmp(words, "the ", 4) == 0 ? 4 : 0;
    const char *copy = arena_strndup(arena, words, strnlen(words, NEAR_BYTES));
    buf_release(&form);
    return copy;
}

const char *places_near(const struct places *places, const char *at)
{
    const struct doc *doc = places->doc;
    const char *forms[NEAR_MOST], *near;
    struct arena scratch = { 0 };
    size_t count = doc->section_count < NEAR_MOST ? doc->section_count : NEAR_MOST;
    for (size_t i = 0; i < count; i++)
        forms[i] = near_form(doc->sections[i].title, &scratch);
    near = near_best(near_form(at, &scratch), forms, count);
    const char *title = NULL;
    for (size_t i = 0; i < count && title == NULL && near != NULL; i++)
        if (forms[i] == near && near[0] != '\0')
            title = doc->sections[i].title;
    arena_release(&scratch);
    return title;
}
