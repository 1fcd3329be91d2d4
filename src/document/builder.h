/*
 * How readers of formats put a document together: block after block, each word with its place.
 *
 * White space of any kind and length between words becomes one space; controls vanish.  A block
 * without text leaves no trace.
 */
#ifndef DOCUMENT_BUILDER_H
#define DOCUMENT_BUILDER_H

#include "document/document.h"
#include "document/markup.h"

struct builder {
    struct doc *doc;
    bool open;    // a block is being built
    bool space;   // a space is due before the next word
    bool cell;    // a tab is
    bool aside;   // of the blocks that are begun
    bool cells;   // the block at hand has several
    size_t words; // of the block at hand
    struct block block;
    struct markup_tags tags; // of HTML so far
    size_t block_capacity, sentence_capacity, section_capacity, step_capacity;
};

/* Ends the block at hand, if any, and begins another. */
void build_block(struct builder *builder, enum block_kind kind, int level);

/* Ends the block at hand; false if there was none, or nothing in it. */
bool build_end(struct builder *builder);

/* Adds text whose first byte stands at `file`, and the others behind it, as in the file. */
void build_text(struct builder *builder, const char *text, size_t len, size_t file);

/*
 * Adds text that a parser made of the bytes [from, to) of the file: with escapes and named
 * characters resolved, line breaks changed.  Places go along as far as both agree.
 */
void build_decoded(
    struct builder *builder, const char *text, size_t len, size_t from, size_t to);

/* What follows is another word, another cell. */
void build_space(struct builder *builder);
void build_cell(struct builder *builder);

/* Ends the last block, and works sections and the rest out. */
void build_finish(struct builder *builder);

/*
 * The readers: each adds the blocks of doc->source, html_read those of a range of it.  False for
 * markup that no parser should be fed.
 */
void text_read(struct builder *builder);
MUST_USE bool markdown_read(struct builder *builder, struct err *err);
MUST_USE bool html_read(struct builder *builder, struct range range, struct err *err);

/* Splits a finished block into sentences, and sees whether it has any. */
void sentences_split(struct builder *builder, struct block *block);

#endif
