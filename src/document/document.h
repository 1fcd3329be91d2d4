/*
 * A document that cards come from: text, Markdown or HTML as one plain text with its parts.
 *
 * The plain text is what a reader sees, without markup: each block is one line of it, words
 * parted by single spaces.  Blocks, sentences and sections are ranges of bytes of that text, in
 * its order; every byte has a place in the file (doc_place).  All text is valid UTF-8 without
 * control characters; what is no UTF-8 in the file is read as U+FFFD.
 *
 *   sections   a heading, and all up to the next heading of its level or above; what stands
 *              before the first heading is a section without one.  They nest.
 *   blocks     headings, paragraphs, items of lists, rows of tables; each lies in the innermost
 *              section around it, a heading in its own.
 *   sentences  of blocks.  A block of many words without punctuation is `bare`: its sentences are
 *              pieces of about thirty words, since where its sentences end is not known.
 */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/source.h"

#include <stdbool.h>
#include <stddef.h>

enum doc_format { DOC_TEXT, DOC_MARKDOWN, DOC_HTML };

enum block_kind {
    BLOCK_HEADING,
    BLOCK_PARAGRAPH,
    BLOCK_ITEM, // of a list, without its mark
    BLOCK_ROW,  // of a table; cells are parted by a tab
    BLOCK_CODE, // as written, but on one line
};

struct range {
    size_t from, to; // bytes of the plain text, `to` behind the last
};

struct block {
    enum block_kind kind;
    int level;  // of a heading 1 to 6, of an item its depth from 1; else 0
    bool aside; // navigation, footers, forms: not what the document is about
    bool bare;  // many words and no punctuation
    struct range range;
    size_t section; // the innermost
    size_t first_sentence, sentence_count;
};

enum { SECTION_NONE = -1 };

struct section {
    const char *title; // as written; "" before the first heading
    int level;         // of the heading, 0 without
    long parent;       // the section around it, or SECTION_NONE
    size_t first_block,
        end_block; // with its heading and the sections within; end: behind
};

/* From here on, plain text and file go in step. */
struct step {
    size_t plain, file;
};

struct doc {
    const char *name; // of the file
    enum doc_format format;
    const char *title; // the first heading of the first level, else ""
    bool lower;        // text that has lost its capitals
    const char *text;  // plain, NUL-terminated
    size_t len;
    struct block *blocks;
    size_t block_count;
    struct range *sentences;
    size_t sentence_count;
    struct section *sections;
    size_t section_count;
    struct step *steps; // ascending, the first at 0
    size_t step_count;
    struct source source; // the file
    struct buf file, plain;
    struct arena arena;
};

enum {
    DOC_MAX_BYTES = 16 * 1024 * 1024, // of a file
    DOC_MAX_TAGS = 40 * 1000, // of HTML: libgumbo's time may grow with their square
};

/*
 * Reads a document; the format goes by the name (.md .markdown .html .htm .xhtml), else by the
 * first bytes.  ERR_INPUT for what is no text or too much of it.  The caller releases the doc
 * after success.
 */
MUST_USE bool doc_load(const char *path, struct doc *out, struct err *err);

/* The same from a text in memory, which the doc takes over, or which is released on failure. */
MUST_USE bool doc_parse(
    const char *name, struct buf text, struct doc *out, struct err *err);

void doc_release(struct doc *doc);

/* The byte of the file from which the byte at `offset` (<= len) of the plain text comes. */
size_t doc_file_offset(const struct doc *doc, size_t offset);

/* Line and column in the file of the byte at `offset`, from 1. */
void doc_place(struct doc *doc, size_t offset, int *line, int *column);

/* The block, the sentence, that holds the byte at `offset`, or the last before it. */
size_t doc_block_at(const struct doc *doc, size_t offset);
size_t doc_sentence_at(const struct doc *doc, size_t offset);

#endif
