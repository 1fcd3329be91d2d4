#include "document/builder.h"

#include "base/utf8.h"

#include <ctype.h>
#include <string.h>

#define ADD(builder, array, count, capacity)                                             \
    ((array) = arena_grow(                                                               \
         &(builder)->doc->arena, (array), (count), &(capacity), sizeof *(array)),        \
        &(array)[(count)++])

/* --- text ------------------------------------------------------------------------------ */

/* Notes where the next byte of the plain text comes from, if that does not follow by itself. */
static void add_step(struct builder *builder, size_t file)
{
    struct doc *doc = builder->doc;
    size_t plain = doc->plain.len;
    if (doc->step_count > 0) {
        const struct step *last = &doc->steps[doc->step_count - 1];
        if (file - last->file == plain - last->plain)
            return;
    }
    *ADD(builder, doc->steps, doc->step_count, builder->step_capacity) =
        (struct step){ plain, file };
}

static void add_gap(struct builder *builder)
{
    struct buf *plain = &builder->doc->plain;
    bool first = plain->len == builder->block.range.from;
    if (builder->cell && !first)
        buf_add_char(plain, '\t');
    else if (builder->space && !first)
        buf_add_char(plain, ' ');
    builder->words += builder->cell || builder->space || first;
    builder->cells = builder->cells || (builder->cell && !first);
    builder->cell = builder->space = false;
}

/* No character is one byte of something else, or nothing at all. */
static bool is_gap(uint32_t c)
{
    return c < 0x20 || c == 0x2028 || c == 0x2029 || utf8_is_space(c);
}

static bool is_ascii_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Adds one character, of `len` bytes, that comes from `file`. */
static void add_char(struct builder *builder, const char *bytes, size_t len, size_t file)
{
    uint32_t c = 0;
    size_t size = utf8_next(bytes, len, &c);
    if (size > 0 && is_gap(c)) {
        builder->space = true;
        return;
    }
    if (size > 0 && (utf8_acts(c) || c == 0xAD)) // a soft hyphen is none
        return;
    if (!builder->open)
        build_block(builder, BLOCK_PARAGRAPH, 0);
    add_gap(builder);
    add_step(builder, file);
    if (size > 0)
        buf_add_bytes(&builder->doc->plain, bytes, size);
    else
        utf8_add(&builder->doc->plain, 0xFFFD);
}

void build_text(struct builder *builder, const char *text, size_t len, size_t file)
{
    for (size_t at = 0; at < len;) {
        uint32_t c;
        size_t size = utf8_next(text + at, len - at, &c);
        size = size > 0 ? size : 1;
        add_char(builder, text + at, size, file + at);
        at += size;
    }
}

/* Bytes of a named character such as "&amp;" at the start of text[0..len), 0: there is none. */
static size_t entity_len(const char *text, size_t len)
{
    enum { MOST = 34 };
    size_t at = 1;
    if (len == 0 || text[0] != '&')
        return 0;
    while (at < len && at < MOST && (isalnum((unsigned char)text[at]) || text[at] == '#'))
        at++;
    return at < len && text[at] == ';' ? at + 1 : at;
}

/*
 * The place of a character of `size` bytes in the file, at `*file` or a little behind it, as
 * escapes and white space are passed over; *file is set behind it.
 */
static size_t follow(
    const struct source *source, const char *bytes, size_t size, size_t *file, size_t end)
{
    const char *text = source->text;
    size_t at = *file;
    while (at < end && text[at] != bytes[0] && is_ascii_space(text[at]))
        at++;
    if (at + 1 < end && text[at] == '\\' && bytes[0] != '\\')
        at++;
    size_t entity = at < end && bytes[0] != '&' ? entity_len(text + at, end - at) : 0;
    *file = at + (entity > 0 ? entity : size);
    if (*file > end)
        *file = end;
    return at;
}

void build_decoded(
    struct builder *builder, const char *text, size_t len, size_t from, size_t to)
{
    for (size_t at = 0; at < len;) {
        uint32_t c;
        size_t size = utf8_next(text + at, len - at, &c);
        size = size > 0 ? size : 1;
        size_t file = follow(&builder->doc->source, text + at, size, &from, to);
        add_char(builder, text + at, size, file);
        at += size;
    }
}

void build_space(struct builder *builder)
{
    builder->space = true;
}

void build_cell(struct builder *builder)
{
    builder->cell = true;
}

/* --- blocks ---------------------------------------------------------------------------- */

void build_block(struct builder *builder, enum block_kind kind, int level)
{
    build_end(builder);
    size_t at = builder->doc->plain.len;
    builder->block = (struct block){
        .kind = kind, .level = level, .aside = builder->aside, .range = { at, at }
    };
    builder->open = true;
    builder->space = builder->cell = builder->cells = false;
    builder->words = 0;
}

bool build_end(struct builder *builder)
{
    struct doc *doc = builder->doc;
    bool filled = builder->open && doc->plain.len > builder->block.range.from;
    builder->open = false;
    if (!filled)
        return false;
    builder->block.range.to = doc->plain.len;
    buf_add_char(&doc->plain, '\n');
    *ADD(builder, doc->blocks, doc->block_count, builder->block_capacity) =
        builder->block;
    return true;
}

/* --- sections -------------------------------------------------------------------------- */

static struct section *add_section(
    struct builder *builder, size_t block, const char *title, int level)
{
    struct doc *doc = builder->doc;
    struct section *section =
        ADD(builder, doc->sections, doc->section_count, builder->section_capacity);
    *section = (struct section){ .title = title,
        .level = level,
        .parent = SECTION_NONE,
        .first_block = block,
        .end_block = doc->block_count };
    return section;
}

/* Closes the sections that a heading of that level ends; returns the one around it. */
static long close_sections(struct doc *doc, long open, int level, size_t block)
{
    while (open != SECTION_NONE && doc->sections[open].level >= level) {
        doc->sections[open].end_block = block;
        open = doc->sections[open].parent;
    }
    return open;
}

static void find_sections(struct builder *builder)
{
    struct doc *doc = builder->doc;
    long open = SECTION_NONE;
    for (size_t i = 0; i < doc->block_count; i++) {
        struct block *block = &doc->blocks[i];
        if (block->kind == BLOCK_HEADING) {
            const struct range *range = &block->range;
            open = close_sections(doc, open, block->level, i);
            const char *title = arena_strndup(
                &doc->arena, doc->plain.text + range->from, range->to - range->from);
            add_section(builder, i, title, block->level)->parent = open;
            open = (long)doc->section_count - 1;
        } else if (open == SECTION_NONE) {
            // Level 1, so that the first heading ends it.
            add_section(builder, i, "", 1);
            open = (long)doc->section_count - 1;
        }
        block->section = (size_t)open;
    }
}

/* --- the whole ------------------------------------------------------------------------- */

enum { CAPITALS_SHARE = 400 }; // letters a capital in text that has lost them

/* Hardly a capital letter in it. */
static bool is_lower(const struct doc *doc)
{
    size_t letters = 0, capitals = 0;
    for (size_t i = 0; i < doc->plain.len; i++) {
        char c = doc->plain.text[i];
        capitals += c >= 'A' && c <= 'Z';
        letters += (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }
    return letters > 0 && capitals * CAPITALS_SHARE < letters;
}

static const char *find_title(const struct doc *doc)
{
    for (size_t i = 0; i < doc->section_count; i++)
        if (doc->sections[i].level == 1 && doc->sections[i].title[0] != '\0')
            return doc->sections[i].title;
    return "";
}

void build_finish(struct builder *builder)
{
    struct doc *doc = builder->doc;
    build_end(builder);
    doc->text = buf_text(&doc->plain);
    doc->len = doc->plain.len;
    for (size_t i = 0; i < doc->block_count; i++)
        sentences_split(builder, &doc->blocks[i]);
    find_sections(builder);
    doc->title = find_title(doc);
    doc->lower = is_lower(doc);
}
