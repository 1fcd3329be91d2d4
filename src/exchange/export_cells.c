#include "exchange/export_cells.h"

#include "exchange/cell.h"
#include "match/judge.h"

#include <stdlib.h>
#include <string.h>

static const char *keep(struct arena *arena, struct buf *text)
{
    const char *kept = arena_strdup(arena, buf_text(text));
    buf_release(text);
    return kept;
}

static const char *or_empty(const char *text)
{
    return text != NULL ? text : "";
}

/* ---- answers ---------------------------------------------------------------------------- */

static void add_number(struct buf *cell, const struct key *key)
{
    buf_add(cell, key->items[0].forms[0]);
    if (key->unit != NULL)
        buf_addf(cell, " %s", key->unit);
    if (key->tolerance > 0)
        buf_addf(cell, " \xC2\xB1 %.15g", key->tolerance);
}

/* "A; B | another name of B" */
static void add_items(struct buf *cell, const struct key *key)
{
    for (size_t i = 0; i < key->count; i++) {
        struct buf item = { 0 };
        for (size_t form = 0; form < key->items[i].count; form++)
            cell_add(&item, " | ", key->items[i].forms[form]);
        buf_addf(cell, "%s%s", i > 0 ? "; " : "", buf_text(&item));
        buf_release(&item);
    }
}

static void add_pairs(struct buf *cell, const struct key *key)
{
    for (size_t i = 0; i < key->count; i++) {
        struct buf pair = { 0 };
        cell_add(&pair, "", key->lefts[i]);
        cell_add(&pair, " = ", key->items[i].forms[0]);
        buf_addf(cell, "%s%s", i > 0 ? "; " : "", pair.text);
        buf_release(&pair);
    }
}

static const char *answer_of(struct arena *arena, const struct key *key)
{
    struct buf cell = { 0 };
    switch (key->kind) {
    case KEY_TEXT:
    case KEY_CLOZE:
    case KEY_CHOICE:
        buf_add(&cell, key->items[0].forms[0]);
        break;
    case KEY_NUMBER:
        add_number(&cell, key);
        break;
    case KEY_BOOLEAN:
        buf_add(&cell, key->boolean ? "true" : "false");
        break;
    case KEY_LIST:
    case KEY_SEQUENCE:
    case KEY_CHOICES:
        add_items(&cell, key);
        break;
    case KEY_PAIRS:
        add_pairs(&cell, key);
    }
    return keep(arena, &cell);
}

static bool is_right(const struct key *key, const char *option)
{
    for (size_t i = 0; i < key->count; i++)
        if (strcmp(key->items[i].forms[0], option) == 0)
            return true;
    return false;
}

static const char *wrong_of(struct arena *arena, const struct key *key)
{
    struct buf cell = { 0 };
    if (key->kind == KEY_CHOICE || key->kind == KEY_CHOICES)
        for (size_t i = 0; i < key->option_count; i++)
            if (!is_right(key, key->options[i]))
                cell_add(&cell, "; ", key->options[i]);
    return keep(arena, &cell);
}

static const char *accept_of(struct arena *arena, const struct key *key)
{
    struct buf cell = { 0 };
    bool typed =
        key->kind == KEY_TEXT || key->kind == KEY_CLOZE || key->kind == KEY_NUMBER;
    for (size_t i = 1; typed && i < key->items[0].count; i++)
        cell_add(&cell, "; ", key->items[0].forms[i]);
    return keep(arena, &cell);
}

/* ---- the rest --------------------------------------------------------------------------- */

/* A single tag with a blank or comma gets a ';' behind it, so that it stays one. */
static const char *tags_of(struct arena *arena, const struct note *note)
{
    struct buf cell = { 0 };
    for (size_t i = 0; i < note->tag_count; i++)
        cell_add(&cell, "; ", note->tags[i]);
    if (note->tag_count == 1 && strpbrk(cell.text, " ,") != NULL)
        buf_add_char(&cell, ';');
    return keep(arena, &cell);
}

/* The place; before it the document where there are several. */
static const char *source_of(struct arena *arena, const struct note *note)
{
    struct buf cell = { 0 };
    for (size_t i = 0; i < note->citation_count; i++) {
        const struct citation *citation = &note->citations[i];
        const char *name = citation->document->name;
        const char *place = citation->at != NULL ? citation->at : name;
        if (citation->at != NULL && note->deck->document_count > 1)
            place = arena_printf(arena, "%s: %s", name, place);
        cell_add(&cell, "; ", place);
    }
    return keep(arena, &cell);
}

struct cells cells_of(struct arena *arena, const struct card *card)
{
    return (struct cells){
        .card = card->name,
        .question = card->question,
        .answer = answer_of(arena, &card->key),
        .accept = accept_of(arena, &card->key),
        .tags = tags_of(arena, card->note),
        .source = source_of(arena, card->note),
        .kind = key_kind_word(card->key.kind),
        .wrong = wrong_of(arena, &card->key),
        .hint = or_empty(card->hint != NULL ? card->hint : card->note->hint),
        .note = or_empty(card->note->remark),
    };
}

/* ---- paper cards ------------------------------------------------------------------------ */

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void add_lines(struct buf *text, const char *const *lines, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buf_addf(text, "\n- %s", lines[i]);
}

/* In the order of the alphabet: as written, the right ones come first. */
static void add_options(struct arena *arena, struct buf *text, const struct key *key)
{
    size_t size = key->option_count * sizeof *key->options;
    const char **sorted = arena_alloc(arena, size);
    memcpy(sorted, key->options, size);
    qsort(sorted, key->option_count, sizeof *sorted, by_text);
    add_lines(text, sorted, key->option_count);
}

const char *cells_front(struct arena *arena, const struct card *card)
{
    struct buf text = { 0 };
    buf_add(&text, card->question);
    if (card->key.kind == KEY_PAIRS) {
        add_lines(&text, card->key.lefts, card->key.count);
        buf_add(&text, "\n");
    }
    if (card->key.option_count > 0)
        add_options(arena, &text, &card->key);
    return keep(arena, &text);
}

static void add_source(struct buf *text, const struct note *note)
{
    for (size_t i = 0; i < note->citation_count; i++) {
        const struct citation *citation = &note->citations[i];
        const struct document *document = citation->document;
        buf_addf(text, "%s%s", i > 0 ? "; " : "\n(",
            document->title != NULL ? document->title : document->name);
        if (citation->at != NULL)
            buf_addf(text, ", \"%s\"", citation->at);
    }
    if (note->citation_count > 0)
        buf_add(text, ")");
}

const char *cells_back(struct arena *arena, const struct card *card)
{
    struct buf text = { 0 };
    const char *accept = accept_of(arena, &card->key);
    buf_add(&text, match_expected(&card->key, arena));
    if (accept[0] != '\0')
        buf_addf(&text, "\n(also: %s)", accept);
    if (card->note->remark != NULL)
        buf_addf(&text, "\n\n%s", card->note->remark);
    add_source(&text, card->note);
    return keep(arena, &text);
}

/* ---- HTML ------------------------------------------------------------------------------- */

static void add_escaped(struct buf *out, char c, bool blank)
{
    if (c == '&')
        buf_add(out, "&amp;");
    else if (c == '<')
        buf_add(out, "&lt;");
    else if (c == '>')
        buf_add(out, "&gt;");
    else if (c == ' ' && blank)
        buf_add(out, "&nbsp;");
    else
        buf_add_char(out, c);
}

/* Of several blanks, and at the start of a line, all but the last are such as stay. */
static void add_html_line(struct buf *out, const char *line, size_t len, bool code)
{
    for (size_t i = 0; i < len; i++)
        add_escaped(out, line[i], !code && (i == 0 || line[i - 1] == ' '));
}

void cells_add_html(struct buf *out, const char *text)
{
    bool code = false;
    while (true) {
        size_t len = strcspn(text, "\n");
        bool fence = len == 3 && strncmp(text, "```", 3) == 0;
        if (fence)
            buf_add(out, code ? "</pre>" : "<pre>");
        else
            add_html_line(out, text, len, code);
        code = code != fence;
        text += len;
        if (*text++ == '\0')
            break;
        if (!fence)
            buf_add(out, code ? "\n" : "<br>");
    }
    if (code)
        buf_add(out, "</pre>");
}
