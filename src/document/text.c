/*
 * Plain text: what its writer meant by line breaks, blank lines and marks.
 *
 *   paragraphs  end at a blank line, at an indented line, or with a very long line, since then
 *               each paragraph is a line of its own;
 *   headings    are underlined, or one short line between blank ones that ends no sentence, with
 *               text behind it;
 *   items       begin with a mark or a number; rows are lines with tabs or bars, two at least.
 */
#include "document/builder.h"

#include <string.h>

enum {
    LONG_LINE = 160, // bytes; nobody wraps lines as late as this
    HEADING_BYTES = 100,
    HEADING_WORDS = 12,
    CANDIDATE = 1, // level of a paragraph that may yet be a heading
    INDENT = 2,
};

struct line {
    size_t from, to; // without white space at both ends
    size_t indent;
};

struct lines {
    const struct source *source;
    size_t next; // where the line behind the present one begins
};

/* --- lines ----------------------------------------------------------------------------- */

static bool is_blank_char(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

static bool line_next(struct lines *lines, struct line *line)
{
    const struct source *source = lines->source;
    if (lines->next >= source->len)
        return false;
    size_t start = lines->next;
    const char *end = memchr(source->text + start, '\n', source->len - start);
    line->to = end != NULL ? (size_t)(end - source->text) : source->len;
    lines->next = line->to + 1;
    line->from = start;
    while (line->from < line->to && is_blank_char(source->text[line->from]))
        line->from++;
    while (line->to > line->from && is_blank_char(source->text[line->to - 1]))
        line->to--;
    line->indent = line->from - start;
    return true;
}

static bool is_empty(const struct line *line)
{
    return line->from == line->to;
}

static size_t line_len(const struct line *line)
{
    return line->to - line->from;
}

/* A line of nothing but that character, three at least. */
static bool is_rule(const char *text, size_t len, char c)
{
    size_t at = 0;
    while (at < len && text[at] == c)
        at++;
    return at == len && len >= 3;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Bytes of the mark of an item and the blanks behind it: "- ", "12. ", "3) "; 0: none. */
static size_t item_mark(const char *text, size_t len)
{
    size_t at = 0;
    if (len > 3 && memcmp(text, "\xE2\x80\xA2", 3) == 0) // a bullet
        at = 3;
    else if (len > 1 && strchr("-*+", text[0]) != NULL)
        at = 1;
    else
        while (at < 3 && at < len && is_digit(text[at]))
            at++;
    if (at > 0 && is_digit(text[0])) {
        if (at == len || (text[at] != '.' && text[at] != ')'))
            return 0;
        at++;
    }
    size_t mark = at;
    while (at < len && is_blank_char(text[at]))
        at++;
    return mark > 0 && at > mark && at < len ? at : 0;
}

/* Has it cells: a tab inside, or bars between blanks, or at both ends? */
static bool is_row(const char *text, size_t len)
{
    if (len > LONG_LINE * 4)
        return false;
    if (memchr(text, '\t', len) != NULL)
        return true;
    for (size_t i = 1; i + 1 < len; i++)
        if (text[i] == '|' && text[i - 1] == ' ' && text[i + 1] == ' ')
            return true;
    return len > 2 && text[0] == '|' && text[len - 1] == '|';
}

/* A line of a table that only rules it off. */
static bool is_ruling(const char *text, size_t len)
{
    size_t at = 0;
    while (at < len && strchr("|-+:= \t", text[at]) != NULL)
        at++;
    return at == len && memchr(text, '-', len) != NULL;
}

/* --- blocks ---------------------------------------------------------------------------- */

static void add_line(struct builder *builder, const struct line *line, size_t skip)
{
    size_t from = line->from + skip;
    build_space(builder);
    build_text(builder, builder->doc->source.text + from, line->to - from, from);
}

static void add_row(struct builder *builder, const struct line *line)
{
    const char *text = builder->doc->source.text;
    if (is_ruling(text + line->from, line_len(line)))
        return;
    build_block(builder, BLOCK_ROW, 0);
    for (size_t at = line->from; at < line->to;) {
        size_t end = at;
        while (end < line->to && text[end] != '\t' && text[end] != '|')
            end++;
        build_text(builder, text + at, end - at, at);
        build_cell(builder);
        at = end + 1;
    }
    build_end(builder);
}

static bool ends_like_heading(char c)
{
    return strchr(".,;:!", c) == NULL;
}

/* Could one line between blank ones be a heading, by its looks? */
static bool is_candidate(const char *text, size_t len)
{
    size_t words = 1;
    if (len == 0 || len > HEADING_BYTES || !ends_like_heading(text[len - 1]))
        return false;
    for (size_t i = 0; i < len; i++)
        words += text[i] == ' ';
    return words <= HEADING_WORDS;
}

/* "1.2 Title" lies below "1 Title". */
static int numbered_level(const char *text)
{
    int level = 2;
    size_t at = 0;
    while (is_digit(text[at])) {
        while (is_digit(text[at]))
            at++;
        if (text[at] != '.' || !is_digit(text[++at]))
            break;
        level++;
    }
    return level < 6 ? level : 6;
}

/*
 * A group of lines without a blank one.  `*at` is the first; afterwards it is the first line
 * behind the group, or the text has ended and false is returned.
 */
struct group {
    struct lines *lines;
    struct line line;
    bool more; // `line` is one, blank or not
    size_t count;
};

static void step(struct group *group)
{
    group->more = line_next(group->lines, &group->line);
}

/* Does the line at hand begin a block of its own? */
static bool begins_block(
    const struct builder *builder, const struct line *line, const struct line *before)
{
    size_t len = line_len(line);
    if (!builder->open || len > LONG_LINE || line_len(before) > LONG_LINE)
        return true;
    return line->indent >= before->indent + INDENT &&
           builder->block.kind == BLOCK_PARAGRAPH;
}

/* The line that underlines the one before makes a heading of it. */
static bool is_underlined(
    const struct builder *builder, const struct line *line, size_t count)
{
    const char *text = builder->doc->source.text + line->from;
    size_t len = line_len(line);
    return count == 1 && builder->open &&
           (is_rule(text, len, '=') || is_rule(text, len, '-'));
}

static void add_underlined(struct builder *builder, const struct line *line)
{
    builder->block.kind = BLOCK_HEADING;
    builder->block.level = builder->doc->source.text[line->from] == '=' ? 1 : 2;
    build_end(builder);
}

/* Adds the line; `before` is the one before it in the group, `count` how many are. */
static void add_group_line(struct builder *builder, const struct line *line,
    const struct line *before, size_t count)
{
    const char *text = builder->doc->source.text + line->from;
    size_t len = line_len(line), mark = item_mark(text, len);
    if (is_underlined(builder, line, count)) {
        add_underlined(builder, line);
        return;
    }
    if (is_rule(text, len, '-') || is_rule(text, len, '*') || is_rule(text, len, '_')) {
        build_end(builder);
        return;
    }
    if (mark > 0)
        build_block(builder, BLOCK_ITEM,
            1 + (int)(line->indent / INDENT > 5 ? 5 : line->indent / INDENT));
    else if (begins_block(builder, line, before))
        build_block(builder, BLOCK_PARAGRAPH, is_candidate(text, len) ? CANDIDATE : 0);
    else if (builder->block.kind == BLOCK_PARAGRAPH)
        builder->block.level = 0; // several lines are no heading
    add_line(builder, line, mark);
}

/* Are the line at hand and the next one rows? */
static bool begins_table(const struct group *group)
{
    const char *text = group->lines->source->text;
    struct lines ahead = *group->lines;
    struct line next;
    return is_row(text + group->line.from, line_len(&group->line)) &&
           line_next(&ahead, &next) &&
           (is_row(text + next.from, line_len(&next)) ||
               (!is_empty(&next) && is_ruling(text + next.from, line_len(&next))));
}

static void read_table(struct builder *builder, struct group *group)
{
    for (; group->more && !is_empty(&group->line); step(group))
        add_row(builder, &group->line);
}

static void read_group(struct builder *builder, struct group *group)
{
    struct line before = group->line;
    for (size_t count = 0; group->more && !is_empty(&group->line); count++) {
        if (begins_table(group)) {
            read_table(builder, group);
            return;
        }
        add_group_line(builder, &group->line, &before, count);
        before = group->line;
        step(group);
    }
    build_end(builder);
}

/* --- headings -------------------------------------------------------------------------- */

/* A candidate is a heading if a text follows, or another heading. */
static void choose_headings(struct doc *doc)
{
    bool text_follows = false, titled = false;
    for (size_t i = doc->block_count; i-- > 0;) {
        struct block *block = &doc->blocks[i];
        bool candidate = block->kind == BLOCK_PARAGRAPH && block->level == CANDIDATE;
        if (candidate && text_follows) {
            block->kind = BLOCK_HEADING;
            block->level = numbered_level(doc->plain.text + block->range.from);
        } else if (block->kind != BLOCK_HEADING) {
            block->level = candidate ? 0 : block->level;
            text_follows = !candidate;
        }
    }
    for (size_t i = 0; i < doc->block_count; i++)
        titled =
            titled || (doc->blocks[i].kind == BLOCK_HEADING && doc->blocks[i].level == 1);
    if (!titled && doc->block_count > 0 && doc->blocks[0].kind == BLOCK_HEADING)
        doc->blocks[0].level = 1;
}

void text_read(struct builder *builder)
{
    struct lines lines = { .source = &builder->doc->source };
    struct group group = { .lines = &lines };
    for (step(&group); group.more;) {
        if (is_empty(&group.line))
            step(&group);
        else
            read_group(builder, &group);
    }
    choose_headings(builder->doc);
}
