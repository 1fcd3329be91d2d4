/*
 * HTML: blocks as a reader of the page sees them.  What surrounds the text (navigation, footers,
 * forms) is marked as aside; scripts, styles, hidden elements and marks of notes are left out.
 */
#include "document/builder.h"
#include "document/markup.h"
#include "match/words.h"

#include <string.h>

enum { LAYOUT_WORDS = 40 }; // a row of so many words only lays the page out

struct page {
    struct builder *builder;
    const char *base; // the text of the file
    int asides;       // elements around that are aside
    int lists;
    int breaks; // <br> in a row
};

/* --- what an element is ---------------------------------------------------------------- */

enum element {
    ELEMENT_INLINE,
    ELEMENT_HIDDEN,
    ELEMENT_BLOCK,
    ELEMENT_HEADING,
    ELEMENT_ASIDE,
    ELEMENT_LIST,
    ELEMENT_ITEM,
    ELEMENT_ROW,
    ELEMENT_CELL,
    ELEMENT_PRE,
    ELEMENT_BREAK,
};

static enum element element_of(GumboTag tag)
{
    static const unsigned char known[GUMBO_TAG_LAST] = {
        [GUMBO_TAG_SCRIPT] = ELEMENT_HIDDEN,
        [GUMBO_TAG_STYLE] = ELEMENT_HIDDEN,
        [GUMBO_TAG_TITLE] = ELEMENT_HIDDEN,
        [GUMBO_TAG_TEMPLATE] = ELEMENT_HIDDEN,
        [GUMBO_TAG_NOSCRIPT] = ELEMENT_HIDDEN,
        [GUMBO_TAG_SVG] = ELEMENT_HIDDEN,
        [GUMBO_TAG_MATH] = ELEMENT_HIDDEN,
        [GUMBO_TAG_IFRAME] = ELEMENT_HIDDEN,
        [GUMBO_TAG_OBJECT] = ELEMENT_HIDDEN,
        [GUMBO_TAG_TEXTAREA] = ELEMENT_HIDDEN,
        [GUMBO_TAG_SELECT] = ELEMENT_HIDDEN,
        [GUMBO_TAG_BUTTON] = ELEMENT_HIDDEN,
        [GUMBO_TAG_RP] = ELEMENT_HIDDEN,
        [GUMBO_TAG_DIV] = ELEMENT_BLOCK,
        [GUMBO_TAG_P] = ELEMENT_BLOCK,
        [GUMBO_TAG_SECTION] = ELEMENT_BLOCK,
        [GUMBO_TAG_ARTICLE] = ELEMENT_BLOCK,
        [GUMBO_TAG_MAIN] = ELEMENT_BLOCK,
        [GUMBO_TAG_HEADER] = ELEMENT_BLOCK,
        [GUMBO_TAG_BLOCKQUOTE] = ELEMENT_BLOCK,
        [GUMBO_TAG_FIGURE] = ELEMENT_BLOCK,
        [GUMBO_TAG_FIGCAPTION] = ELEMENT_BLOCK,
        [GUMBO_TAG_TABLE] = ELEMENT_BLOCK,
        [GUMBO_TAG_CAPTION] = ELEMENT_BLOCK,
        [GUMBO_TAG_DL] = ELEMENT_BLOCK,
        [GUMBO_TAG_DT] = ELEMENT_BLOCK,
        [GUMBO_TAG_DD] = ELEMENT_BLOCK,
        [GUMBO_TAG_HR] = ELEMENT_BLOCK,
        [GUMBO_TAG_CENTER] = ELEMENT_BLOCK,
        [GUMBO_TAG_ADDRESS] = ELEMENT_BLOCK,
        [GUMBO_TAG_BODY] = ELEMENT_BLOCK,
        [GUMBO_TAG_H1] = ELEMENT_HEADING,
        [GUMBO_TAG_H2] = ELEMENT_HEADING,
        [GUMBO_TAG_H3] = ELEMENT_HEADING,
        [GUMBO_TAG_H4] = ELEMENT_HEADING,
        [GUMBO_TAG_H5] = ELEMENT_HEADING,
        [GUMBO_TAG_H6] = ELEMENT_HEADING,
        [GUMBO_TAG_NAV] = ELEMENT_ASIDE,
        [GUMBO_TAG_FOOTER] = ELEMENT_ASIDE,
        [GUMBO_TAG_ASIDE] = ELEMENT_ASIDE,
        [GUMBO_TAG_FORM] = ELEMENT_ASIDE,
        [GUMBO_TAG_MENU] = ELEMENT_ASIDE,
        [GUMBO_TAG_UL] = ELEMENT_LIST,
        [GUMBO_TAG_OL] = ELEMENT_LIST,
        [GUMBO_TAG_LI] = ELEMENT_ITEM,
        [GUMBO_TAG_TR] = ELEMENT_ROW,
        [GUMBO_TAG_TD] = ELEMENT_CELL,
        [GUMBO_TAG_TH] = ELEMENT_CELL,
        [GUMBO_TAG_PRE] = ELEMENT_PRE,
        [GUMBO_TAG_BR] = ELEMENT_BREAK,
    };
    return (enum element)known[tag];
}

/* Is one of the words of that attribute in the list? */
static bool has_word(const GumboNode *node, const char *attribute, const char *list)
{
    enum { WORD_BYTES = 32 };
    const char *at = markup_attribute(node, attribute);
    while (at != NULL && *at != '\0') {
        char word[WORD_BYTES];
        size_t len = strcspn(at, " \t\n");
        if (len > 0 && len < sizeof word) {
            memcpy(word, at, len);
            word[len] = '\0';
            if (word_in(list, word))
                return true;
        }
        at += len + strspn(at + len, " \t\n");
    }
    return false;
}

/* Marks of notes ("[1]") and of editing, and what nobody sees. */
static bool is_hidden(const GumboNode *node)
{
    return element_of(node->v.element.tag) == ELEMENT_HIDDEN ||
           gumbo_get_attribute(&node->v.element.attributes, "hidden") != NULL ||
           has_word(node, "class", "reference mw-editsection");
}

static bool is_aside(const GumboNode *node)
{
    return element_of(node->v.element.tag) == ELEMENT_ASIDE ||
           has_word(node, "role", "navigation contentinfo search banner") ||
           has_word(node, "class",
               "nav navbar navbox menu sidebar footer toc breadcrumb breadcrumbs reflist "
               "references metadata noprint catlinks");
}

/* --- the walk -------------------------------------------------------------------------- */

static void add_text(struct page *page, const GumboNode *node)
{
    const GumboText *text = &node->v.text;
    size_t from = (size_t)(text->original_text.data - page->base);
    if (node->type == GUMBO_NODE_WHITESPACE) {
        build_space(page->builder);
        return;
    }
    build_decoded(page->builder, text->text, strlen(text->text), from,
        from + text->original_text.length);
    page->breaks = 0;
}

/* One <br> is a space, two in a row part paragraphs. */
static void add_break(struct page *page)
{
    if (++page->breaks > 1)
        build_end(page->builder);
    else
        build_space(page->builder);
}

/* A block within a short row, or at the start of an item, is no block of its own. */
static void part(struct page *page)
{
    struct builder *builder = page->builder;
    enum block_kind kind = builder->block.kind;
    bool stays = kind == BLOCK_HEADING ||
                 (kind == BLOCK_ROW && builder->words < LAYOUT_WORDS) ||
                 (kind == BLOCK_ITEM && builder->words == 0);
    if (builder->open && stays)
        build_space(builder);
    else
        build_end(builder);
}

static void begin_aside(struct page *page)
{
    build_end(page->builder);
    page->asides++;
    page->builder->aside = true;
}

static void end_aside(struct page *page)
{
    build_end(page->builder);
    page->asides--;
    page->builder->aside = page->asides > 0;
}

static void begin_element(struct page *page, GumboTag tag)
{
    struct builder *builder = page->builder;
    switch (element_of(tag)) {
    case ELEMENT_HEADING:
        build_block(builder, BLOCK_HEADING, 1 + (int)(tag - GUMBO_TAG_H1));
        break;
    case ELEMENT_ITEM:
        build_block(builder, BLOCK_ITEM, page->lists > 0 ? page->lists : 1);
        break;
    case ELEMENT_ROW:
        build_block(builder, BLOCK_ROW, 0);
        break;
    case ELEMENT_CELL:
        build_cell(builder);
        break;
    case ELEMENT_PRE:
        build_block(builder, BLOCK_CODE, 0);
        break;
    case ELEMENT_BREAK:
        add_break(page);
        break;
    case ELEMENT_LIST:
        page->lists++;
        build_end(builder);
        break;
    case ELEMENT_BLOCK:
        part(page);
        break;
    case ELEMENT_ASIDE:
    case ELEMENT_INLINE:
    case ELEMENT_HIDDEN:
        break;
    }
}

static void end_element(struct page *page, GumboTag tag)
{
    switch (element_of(tag)) {
    case ELEMENT_HEADING:
    case ELEMENT_ITEM:
    case ELEMENT_ROW:
    case ELEMENT_PRE:
        build_end(page->builder);
        break;
    case ELEMENT_LIST:
        page->lists--;
        build_end(page->builder);
        break;
    case ELEMENT_BLOCK:
        part(page);
        break;
    case ELEMENT_ASIDE:
    case ELEMENT_CELL:
    case ELEMENT_BREAK:
    case ELEMENT_INLINE:
    case ELEMENT_HIDDEN:
        break;
    }
}

static bool enter(void *page_, const GumboNode *node)
{
    struct page *page = page_;
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
        node->type == GUMBO_NODE_CDATA)
        add_text(page, node);
    if (node->type != GUMBO_NODE_ELEMENT || is_hidden(node))
        return false;
    if (is_aside(node))
        begin_aside(page);
    begin_element(page, node->v.element.tag);
    return true;
}

static void leave(void *page_, const GumboNode *node)
{
    struct page *page = page_;
    end_element(page, node->v.element.tag);
    if (is_aside(node))
        end_aside(page);
}

bool html_read(struct builder *builder, struct range range, struct err *err)
{
    struct source *source = &builder->doc->source;
    const char *html = source->text + range.from;
    size_t len = range.to - range.from;
    struct page page = { .builder = builder, .base = source->text };
    struct arena arena = { 0 };
    markup_count(html, len, &builder->tags);
    const GumboNode *root =
        markup_is_too_much(&builder->tags) ? NULL : markup_parse(html, len, &arena);
    if (root != NULL) {
        markup_walk(root, enter, leave, &page);
        build_end(builder);
    }
    arena_release(&arena);
    return root != NULL || err_at(err, source, range.from,
                               "too much markup; save the page as plain text");
}
