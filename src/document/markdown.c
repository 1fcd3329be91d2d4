/*
 * Markdown (CommonMark), parsed by libcmark.  Tables of bars, which it does not know, are read as
 * rows, and blocks of HTML as HTML.
 */
#include "document/builder.h"

#include <cmark.h>
#include <string.h>

enum {
    LEVEL_MAX = 6,
    MOST_IMAGES = 20 * 1000, // libcmark's time may grow with their square
};

struct reader {
    struct builder *builder;
    const struct source *source;
    size_t line_start; // the byte at which line `line` begins
    int line;
    int lists;       // that are open
    bool item;       // the next paragraph begins an item
    bool table;      // the paragraph at hand is one
    struct err *err; // why HTML in it cannot be read
};

/* --- places ---------------------------------------------------------------------------- */

/* Lines are asked for in about their order. */
static size_t offset_of(struct reader *reader, int line, int column)
{
    const struct source *source = reader->source;
    if (line < reader->line) {
        reader->line = 1;
        reader->line_start = 0;
    }
    while (reader->line < line) {
        const char *start = source->text + reader->line_start;
        const char *end = memchr(start, '\n', source->len - reader->line_start);
        if (end == NULL)
            break;
        reader->line_start = (size_t)(end - source->text) + 1;
        reader->line++;
    }
    size_t offset = reader->line_start + (column > 0 ? (size_t)column - 1 : 0);
    return offset < source->len ? offset : source->len;
}

static size_t start_of(struct reader *reader, cmark_node *node)
{
    return offset_of(
        reader, cmark_node_get_start_line(node), cmark_node_get_start_column(node));
}

/* --- tables ---------------------------------------------------------------------------- */

/* A line of bars and dashes. */
static bool is_ruling(const char *text, size_t len)
{
    size_t at = 0;
    while (at < len && strchr("|-: \t\r", text[at]) != NULL)
        at++;
    return at == len && memchr(text, '-', len) != NULL && memchr(text, '|', len) != NULL;
}

/* Is the second line of the paragraph a ruling? */
static bool is_table(struct reader *reader, cmark_node *paragraph)
{
    int line = cmark_node_get_start_line(paragraph);
    if (cmark_node_get_end_line(paragraph) == line)
        return false;
    size_t from = offset_of(reader, line + 1, 1);
    return is_ruling(reader->source->text + from,
        source_line_end(reader->source, from, reader->source->len) - from);
}

/* Text of a table: bars part cells, and the ruling says nothing. */
static void add_cells(struct reader *reader, const char *text, size_t from, size_t to)
{
    size_t len = strlen(text);
    if (is_ruling(text, len))
        return;
    for (size_t at = 0; at <= len;) {
        size_t size = strcspn(text + at, "|");
        build_decoded(
            reader->builder, text + at, size, from + at < to ? from + at : to, to);
        if (text[at + size] == '|')
            build_cell(reader->builder);
        at += size + 1;
    }
}

/* --- nodes ----------------------------------------------------------------------------- */

static void add_text(struct reader *reader, cmark_node *node)
{
    const char *text = cmark_node_get_literal(node);
    size_t from = start_of(reader, node);
    size_t to = source_line_end(reader->source, from, reader->source->len);
    if (reader->table)
        add_cells(reader, text, from, to);
    else
        build_decoded(reader->builder, text, strlen(text), from, to);
}

static void begin_paragraph(struct reader *reader, cmark_node *node)
{
    reader->table = is_table(reader, node);
    if (reader->table)
        build_block(reader->builder, BLOCK_ROW, 0);
    else if (reader->item)
        build_block(reader->builder, BLOCK_ITEM,
            reader->lists < LEVEL_MAX ? reader->lists : LEVEL_MAX);
    else
        build_block(reader->builder, BLOCK_PARAGRAPH, 0);
    reader->item = false;
}

static void add_break(struct reader *reader)
{
    if (reader->table)
        build_block(reader->builder, BLOCK_ROW, 0);
    else
        build_space(reader->builder);
}

static void add_code(struct reader *reader, cmark_node *node)
{
    const char *text = cmark_node_get_literal(node);
    int fenced = reader->source->text[start_of(reader, node)] == '`' ||
                 reader->source->text[start_of(reader, node)] == '~';
    build_block(reader->builder, BLOCK_CODE, 0);
    build_decoded(reader->builder, text, strlen(text),
        offset_of(reader, cmark_node_get_start_line(node) + fenced, 1),
        reader->source->len);
    build_end(reader->builder);
}

static bool add_html(struct reader *reader, cmark_node *node)
{
    size_t from = start_of(reader, node);
    size_t to = offset_of(reader, cmark_node_get_end_line(node) + 1, 1);
    if (to < from) // cmark says of some blocks that they end before they begin
        to = source_line_end(reader->source, from, reader->source->len);
    build_end(reader->builder);
    return html_read(reader->builder, (struct range){ from, to }, reader->err);
}

/* What a node begins; true unless HTML in it cannot be read. */
static bool enter(struct reader *reader, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HEADING:
        reader->table = false;
        build_block(reader->builder, BLOCK_HEADING, cmark_node_get_heading_level(node));
        break;
    case CMARK_NODE_PARAGRAPH:
        begin_paragraph(reader, node);
        break;
    case CMARK_NODE_LIST:
        reader->lists++;
        break;
    case CMARK_NODE_ITEM:
        reader->item = true;
        break;
    case CMARK_NODE_CODE_BLOCK:
        add_code(reader, node);
        break;
    case CMARK_NODE_HTML_BLOCK:
        return add_html(reader, node);
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
        add_text(reader, node);
        break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
        add_break(reader);
        break;
    case CMARK_NODE_NONE:
    case CMARK_NODE_DOCUMENT:
    case CMARK_NODE_BLOCK_QUOTE:
    case CMARK_NODE_CUSTOM_BLOCK:
    case CMARK_NODE_THEMATIC_BREAK:
    case CMARK_NODE_HTML_INLINE:
    case CMARK_NODE_CUSTOM_INLINE:
    case CMARK_NODE_EMPH:
    case CMARK_NODE_STRONG:
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
        break;
    }
    return true;
}

static void leave(struct reader *reader, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_HEADING || type == CMARK_NODE_PARAGRAPH)
        build_end(reader->builder);
    reader->lists -= type == CMARK_NODE_LIST;
}

static bool walk(struct reader *reader, cmark_node *root)
{
    cmark_iter *iter = cmark_iter_new(root);
    cmark_event_type event;
    bool ok = true;
    while (ok && (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        if (event == CMARK_EVENT_ENTER)
            ok = enter(reader, cmark_iter_get_node(iter));
        else
            leave(reader, cmark_iter_get_node(iter));
    }
    cmark_iter_free(iter);
    return ok;
}

/* Only what looks like "![[" over and over takes libcmark long. */
static bool check_images(struct source *source, struct err *err)
{
    size_t images = 0;
    for (const char *at = source->text; (at = strstr(at, "![")) != NULL; at += 2)
        if (++images > MOST_IMAGES)
            return err_at(err, source, (size_t)(at - source->text),
                "more than %d pictures; leave them out", MOST_IMAGES);
    return true;
}

bool markdown_read(struct builder *builder, struct err *err)
{
    struct source *source = &builder->doc->source;
    struct reader reader = {
        .builder = builder, .source = source, .line = 1, .err = err
    };
    if (!check_images(source, err))
        return false;
    cmark_node *root = cmark_parse_document(source->text, source->len, CMARK_OPT_DEFAULT);
    bool ok = walk(&reader, root);
    cmark_node_free(root);
    return ok;
}
