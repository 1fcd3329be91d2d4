#include "exchange/html.h"

#include "base/utf8.h"
#include "document/markup.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

struct writer {
    struct buf *out;
    struct html_losses *losses;
    size_t line;       // where the present line starts
    int pre;           // depth of <pre>
    int lists;         // depth of <ul>, <ol>
    bool space;        // a space is due before the next word
    size_t raised[16]; // where the <sup> and <sub> that are open begin
    int raised_count;
};

/* ---- lines and words ---------------------------------------------------------------------- */

static void new_line(struct writer *writer)
{
    buf_add_char(writer->out, '\n');
    writer->line = writer->out->len;
    writer->space = false;
}

/* A block begins and ends a line, but makes no empty one. */
static void break_line(struct writer *writer)
{
    if (writer->out->len > writer->line)
        new_line(writer);
    writer->space = false;
}

static void add_words(struct writer *writer, const char *text)
{
    for (; *text != '\0'; text++) {
        bool stays = text[0] == '\xC2' && text[1] == '\xA0'; // a no-break space
        if (isspace((unsigned char)*text)) {
            writer->space = true;
            continue;
        }
        if (writer->space && writer->out->len > writer->line)
            buf_add_char(writer->out, ' ');
        writer->space = false;
        buf_add_char(writer->out, stays ? ' ' : *text);
        text += stays;
    }
}

static void add_verbatim(struct writer *writer, const char *text)
{
    for (; *text != '\0'; text++)
        if (*text == '\n')
            new_line(writer);
        else
            buf_add_char(writer->out, *text);
}

static void add_text(struct writer *writer, const char *text)
{
    if (writer->pre > 0)
        add_verbatim(writer, text);
    else
        add_words(writer, text);
}

/* ---- elements --------------------------------------------------------------------------- */

static bool is_hidden(GumboTag tag)
{
    return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_TITLE ||
           tag == GUMBO_TAG_TEMPLATE || tag == GUMBO_TAG_RP;
}

static bool is_block(GumboTag tag)
{
    static const GumboTag blocks[] = { GUMBO_TAG_DIV, GUMBO_TAG_P, GUMBO_TAG_H1,
        GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6,
        GUMBO_TAG_LI, GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_TR, GUMBO_TAG_TABLE,
        GUMBO_TAG_HR, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_DT, GUMBO_TAG_DD, GUMBO_TAG_PRE,
        GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE, GUMBO_TAG_FIGURE, GUMBO_TAG_FIGCAPTION,
        GUMBO_TAG_CENTER };
    for (size_t i = 0; i < sizeof blocks / sizeof blocks[0]; i++)
        if (blocks[i] == tag)
            return true;
    return false;
}

static void add_named(struct writer *writer, const char *what, const char *name)
{
    struct buf text = { 0 };
    if (name != NULL && strncasecmp(name, "data:", 5) != 0)
        buf_addf(&text, "[%s: %s]", what, name);
    else
        buf_addf(&text, "[%s]", what);
    add_words(writer, text.text);
    buf_release(&text);
}

static void add_image(struct writer *writer, const GumboNode *node)
{
    const char *alt = markup_attribute(node, "alt");
    add_named(writer, "image", alt != NULL ? alt : markup_attribute(node, "src"));
    writer->losses->images++;
}

static void add_sound(struct writer *writer, const GumboNode *node)
{
    add_named(writer, "sound", markup_attribute(node, "src"));
    writer->losses->sounds++;
}

/* "- ", or the number of the item in an <ol>. */
static void begin_item(struct writer *writer, const GumboNode *node)
{
    const GumboNode *list = node->parent;
    int indent = writer->lists > 1 ? 2 * (writer->lists - 1) : 0;
    buf_pad(writer->out, ' ', (size_t)(indent < 16 ? indent : 16));
    if (list == NULL || list->type != GUMBO_NODE_ELEMENT ||
        list->v.element.tag != GUMBO_TAG_OL) {
        buf_add(writer->out, "- ");
        return;
    }
    int number = 1;
    for (size_t i = 0; i < node->index_within_parent; i++) {
        const GumboNode *before = list->v.element.children.data[i];
        number +=
            before->type == GUMBO_NODE_ELEMENT && before->v.element.tag == GUMBO_TAG_LI;
    }
    buf_addf(writer->out, "%d. ", number);
}

static void begin_cell(struct writer *writer)
{
    if (writer->out->len > writer->line)
        buf_add(writer->out, " | ");
    writer->space = false;
}

/* A raised or lowered text of several letters gets braces when it ends. */
static void begin_raised(struct writer *writer, char mark)
{
    add_words(writer, (char[2]){ mark, '\0' });
    if (writer->raised_count < 16)
        writer->raised[writer->raised_count] = writer->out->len;
    writer->raised_count++;
}

static void end_raised(struct writer *writer)
{
    if (--writer->raised_count >= 16)
        return;
    size_t from = writer->raised[writer->raised_count], len = writer->out->len - from;
    if (utf8_grapheme(writer->out->text + from, len) == len)
        return;
    buf_add(writer->out, "{}");
    memmove(writer->out->text + from + 1, writer->out->text + from, len);
    writer->out->text[from] = '{';
}

/* Where a link leads, if its text does not say so itself. */
static void end_link(struct writer *writer, const GumboNode *node)
{
    const char *href = markup_attribute(node, "href");
    const GumboVector *inner = &node->v.element.children;
    const GumboNode *only = inner->length == 1 ? inner->data[0] : NULL;
    bool says = only != NULL && only->type == GUMBO_NODE_TEXT && href != NULL &&
                strcmp(only->v.text.text, href) == 0;
    if (href == NULL || says ||
        (strncasecmp(href, "http://", 7) != 0 && strncasecmp(href, "https://", 8) != 0))
        return;
    buf_addf(writer->out, " <%s>", href);
}

/* Returns whether to go on with what is inside. */
static bool enter(void *writer_, const GumboNode *node)
{
    struct writer *writer = writer_;
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
        node->type == GUMBO_NODE_CDATA) {
        add_text(writer, node->v.text.text);
        return false;
    }
    if (node->type != GUMBO_NODE_ELEMENT || is_hidden(node->v.element.tag))
        return false;
    GumboTag tag = node->v.element.tag;
    if (is_block(tag))
        break_line(writer);
    if (tag == GUMBO_TAG_BR)
        new_line(writer);
    else if (tag == GUMBO_TAG_IMG)
        add_image(writer, node);
    else if (tag == GUMBO_TAG_AUDIO || tag == GUMBO_TAG_VIDEO)
        add_sound(writer, node);
    else if (tag == GUMBO_TAG_LI)
        begin_item(writer, node);
    else if (tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL)
        writer->lists++;
    else if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH)
        begin_cell(writer);
    else if (tag == GUMBO_TAG_SUP || tag == GUMBO_TAG_SUB)
        begin_raised(writer, tag == GUMBO_TAG_SUP ? '^' : '_');
    else if (tag == GUMBO_TAG_RT)
        add_words(writer, "(");
    else if (tag == GUMBO_TAG_PRE && writer->pre++ == 0) {
        buf_add(writer->out, "```");
        new_line(writer);
    }
    return true;
}

static void leave(void *writer_, const GumboNode *node)
{
    struct writer *writer = writer_;
    GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL)
        writer->lists--;
    else if (tag == GUMBO_TAG_SUP || tag == GUMBO_TAG_SUB)
        end_raised(writer);
    else if (tag == GUMBO_TAG_RT)
        add_words(writer, ")");
    else if (tag == GUMBO_TAG_A)
        end_link(writer, node);
    else if (tag == GUMBO_TAG_PRE && --writer->pre == 0) {
        break_line(writer);
        buf_add(writer->out, "```");
    }
    if (is_block(tag))
        break_line(writer);
}

/* A note has less markup than a page, and there are many notes. */
static bool is_too_much(const char *html)
{
    enum { MOST_TAGS = 6000 };
    struct markup_tags tags = { 0 };
    markup_count(html, strlen(html), &tags);
    return tags.starts + tags.ends > MOST_TAGS;
}

/* ---- sounds in plain text ----------------------------------------------------------------- */

/* The place behind a mark of Anki's own that says nothing to a reader; NULL if none begins here. */
static const char *after_mark(const char *text)
{
    enum { MOST = 256 };
    bool type = strncmp(text, "[[type:", 7) == 0;
    if (!type && strncmp(text, "[anki:", 6) != 0 && strncmp(text, "[/anki:", 7) != 0)
        return NULL;
    const char *end = memchr(text, ']', strnlen(text, MOST));
    return end != NULL ? end + 1 + (type && end[1] == ']') : NULL;
}

void html_add_plain(struct buf *out, const char *text, struct html_losses *losses)
{
    while (*text != '\0') {
        size_t len = strcspn(text, "[");
        buf_add_bytes(out, text, len);
        text += len;
        const char *behind = after_mark(text);
        if (behind != NULL) {
            text = behind;
        } else if (strncmp(text, "[sound:", 7) == 0 && text[7] != ' ') {
            buf_add(out, "[sound: ");
            text += 7;
            losses->sounds++;
        } else if (*text != '\0') {
            buf_add_char(out, *text++);
        }
    }
}

bool html_add_text(struct buf *out, const char *html, struct html_losses *losses)
{
    struct buf text = { 0 };
    struct writer writer = { .out = &text, .losses = losses };
    struct arena arena = { 0 };
    const GumboNode *root =
        is_too_much(html) ? NULL : markup_parse(html, strlen(html), &arena);
    if (root != NULL) {
        markup_walk(root, enter, leave, &writer);
        html_add_plain(out, buf_text(&text), losses);
    }
    arena_release(&arena);
    buf_release(&text);
    return root != NULL;
}

/* "br>", "/b>", "br />", "img src=": the rest of a tag, behind its '<'. */
static bool is_tag(const char *text)
{
    text += *text == '/';
    size_t name =
        strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ123456");
    if (name == 0 || text[name] == '>')
        return name > 0;
    text += name;
    text += *text == ' ';
    if (*text == '/')
        return text[1] == '>';
    size_t key = strspn(text, "abcdefghijklmnopqrstuvwxyz-");
    return key > 0 && text[key] == '=';
}

/* "amp;", "#39;": the rest of a named character, behind its '&'. */
static bool is_entity(const char *text)
{
    text += *text == '#';
    size_t len = 0;
    while (len < 32 && isalnum((unsigned char)text[len]))
        len++;
    return len > 0 && text[len] == ';';
}

bool html_is_likely(const char *text)
{
    for (; (text = strpbrk(text, "<&")) != NULL; text++)
        if (*text == '<' ? is_tag(text + 1) : is_entity(text + 1))
            return true;
    return false;
}

bool html_has_names(const char *text)
{
    for (; (text = strchr(text, '&')) != NULL; text++)
        if (is_entity(text + 1))
            return true;
    return false;
}
