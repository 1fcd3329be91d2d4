#include "draft/clean.h"

#include "base/utf8.h"
#include "match/words.h"

#include <ctype.h>
#include <string.h>

enum { NOTICE_BYTES = 300, ENTRY_BYTES = 400, FOLDED_BYTES = 512 };

/* --- blocks that are no content ------------------------------------------------------------ */

/* Sections of these titles are for the librarian. */
static const char *const apparatus[] = { "references", "reference", "sources", "notes",
    "bibliography", "further reading", "external links", "see also", "literature",
    "works cited", "citations", "footnotes", "related articles", "comments", "read more",
    "contents" };

/* What sites say about themselves. */
static const char *const notices[] = { "all rights reserved", "\xC2\xA9", "subscribe",
    "privacy policy", "cookie", "leave a reply", "leave a comment", "rss feed",
    "powered by", "newsletter", "share this", "log in", "sign up", "read more",
    "last edited", "terms of use", "click here", "follow us" };

/* Folded, cut to what fits. */
static const char *fold(const struct doc *doc, struct range range, struct arena *arena)
{
    struct buf folded = { 0 };
    size_t len = range.to - range.from;
    if (len > FOLDED_BYTES)
        len = utf8_boundary(doc->text + range.from, FOLDED_BYTES);
    utf8_add_folded(&folded, doc->text + range.from, len, FOLD_CASE);
    const char *text = arena_strdup(arena, buf_text(&folded));
    buf_release(&folded);
    return text;
}

static bool is_apparatus(const char *title, struct arena *arena)
{
    struct buf folded = { 0 };
    utf8_add_folded(&folded, title, strlen(title), FOLD_CASE);
    const char *text = arena_strdup(arena, buf_text(&folded));
    buf_release(&folded);
    for (size_t i = 0; i < sizeof apparatus / sizeof *apparatus; i++)
        if (strcmp(text, apparatus[i]) == 0)
            return true;
    return false;
}

static bool in_apparatus(const struct doc *doc, size_t section, struct arena *arena)
{
    for (long at = (long)section; at != SECTION_NONE; at = doc->sections[at].parent)
        if (is_apparatus(doc->sections[at].title, arena))
            return true;
    return false;
}

/* "Moorhead, John. Justinian. New York: Longman, 1997." */
static bool is_entry(const char *text, size_t len)
{
    size_t digits = 0, end = len;
    if (len > ENTRY_BYTES || memchr(text, ':', len) == NULL)
        return false;
    while (end > 0 && strchr(".) ", text[end - 1]) != NULL)
        end--;
    while (digits < end && isdigit((unsigned char)text[end - 1 - digits]))
        digits++;
    const char *comma = memchr(text, ',', len);
    const char *space = memchr(text, ' ', len);
    return digits == 4 && comma != NULL && space == comma + 1;
}

static bool is_notice(const char *folded, size_t len)
{
    size_t bars = 0;
    for (size_t i = 0; i + 2 < len && i + 2 < strlen(folded); i++)
        bars += memcmp(folded + i, " | ", 3) == 0;
    if (len > NOTICE_BYTES)
        return false;
    for (size_t i = 0; i < sizeof notices / sizeof *notices; i++)
        if (strstr(folded, notices[i]) != NULL)
            return true;
    return bars >= 2;
}

static bool is_content(
    const struct doc *doc, const struct block *block, struct arena *arena)
{
    size_t len = block->range.to - block->range.from;
    if (block->aside || block->kind == BLOCK_HEADING || block->kind == BLOCK_CODE ||
        in_apparatus(doc, block->section, arena))
        return false;
    return !is_entry(doc->text + block->range.from, len) &&
           (block->kind == BLOCK_ROW || !is_notice(fold(doc, block->range, arena), len));
}

/* --- the whole ------------------------------------------------------------------------------- */

void pieces_add(struct pieces *pieces, struct arena *arena, struct piece piece)
{
    if (piece.range.from >= piece.range.to)
        return;
    pieces->items = arena_grow(
        arena, pieces->items, pieces->count, &pieces->capacity, sizeof *pieces->items);
    pieces->items[pieces->count++] = piece;
}

static void add_range(
    struct pieces *pieces, struct arena *arena, struct range range, size_t block)
{
    pieces_add(pieces, arena, (struct piece){ .range = range, .block = block });
}

/* A cell is a piece. */
static void add_cells(
    struct pieces *pieces, struct arena *arena, const struct doc *doc, size_t block)
{
    struct range row = doc->blocks[block].range, cell = { row.from, row.from };
    for (; cell.to < row.to; cell.to++)
        if (doc->text[cell.to] == '\t') {
            add_range(pieces, arena, cell, block);
            cell.from = cell.to + 1;
        }
    add_range(pieces, arena, cell, block);
}

static void add_sentences(
    struct pieces *pieces, struct arena *arena, const struct doc *doc, size_t block)
{
    const struct block *from = &doc->blocks[block];
    for (size_t i = 0; i < from->sentence_count; i++)
        add_range(pieces, arena, doc->sentences[from->first_sentence + i], block);
}

struct pieces clean_pieces(
    const struct doc *doc, struct lexis *lexis, struct arena *arena)
{
    struct pieces pieces = { 0 };
    for (size_t i = 0; i < doc->block_count; i++) {
        if (!is_content(doc, &doc->blocks[i], arena))
            continue;
        if (doc->blocks[i].bare)
            bare_split(&pieces, doc, i, lexis, arena);
        else if (doc->blocks[i].kind == BLOCK_ROW)
            add_cells(&pieces, arena, doc, i);
        else
            add_sentences(&pieces, arena, doc, i);
    }
    return pieces;
}
