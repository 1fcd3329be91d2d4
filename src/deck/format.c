/*
 * A value is first written on one line; if that is too wide it is taken back, and its items are
 * laid out one a line.
 *
 * A remark ("//", "x-...") goes with the key that it stands before.  What a remark holds, and the
 * keys that authors make up (of documents, gaps and feedback), keep their order.
 */
#include "deck/format.h"

#include "base/utf8.h"
#include "deck/fields.h"

#include <stdlib.h>
#include <string.h>

enum { TAB_COLUMNS = 8 };

/* Of all objects of the format: the name, then what is asked, what is right, what is told. */
static const char *const order[] = { "$schema", "format", "id", "was", "title", "author",
    "url", "path", "language", "documents", "spellings", "question", "cloze", "text",
    "gaps", "answer", "pairs", "wrong", "unit", "tolerance", "ordered", "shuffle", "hint",
    "accept", "reject", "reverse", "grading", "strict", "literal", "feedback", "note",
    "image", "audio", "tags", "source", "document", "at", "tests", "disabled", "allow",
    "defaults", "cards" };

enum { ORDER_COUNT = sizeof order / sizeof order[0] };

size_t format_rank(const char *key)
{
    size_t at = 0;
    while (at < ORDER_COUNT && strcmp(order[at], key) != 0)
        at++;
    return at;
}

/* ---- order ------------------------------------------------------------------------------ */

struct member {
    const cJSON *value;
    size_t rank, place;
};

struct members {
    struct member *items;
    size_t count;
};

static int by_rank(const void *a, const void *b)
{
    const struct member *left = a, *right = b;
    size_t x = left->rank != right->rank ? left->rank : left->place;
    size_t y = left->rank != right->rank ? right->rank : right->place;
    return (x > y) - (x < y);
}

/* The members in the order in which they are written; freed by the caller. */
static struct members members_of(const cJSON *value, bool sorted)
{
    struct members members = { .count = (size_t)cJSON_GetArraySize(value) };
    members.items = mem_zeroed(members.count, sizeof *members.items);
    const cJSON *member = value->child;
    for (size_t i = 0; i < members.count; i++, member = member->next)
        members.items[i] = (struct member){ member, 0, i };
    if (!sorted || !cJSON_IsObject(value))
        return members;
    size_t rank = ORDER_COUNT; // of the next key that is no remark
    for (size_t i = members.count; i-- > 0;) {
        if (!key_is_remark(members.items[i].value->string))
            rank = format_rank(members.items[i].value->string);
        members.items[i].rank = rank;
    }
    qsort(members.items, members.count, sizeof *members.items, by_rank);
    return members;
}

static bool is_named(const cJSON *value, const char *key)
{
    return value->string != NULL && strcmp(value->string, key) == 0;
}

/* Do the keys of the object have an order of ours? */
static bool has_order(const cJSON *value)
{
    return !is_named(value, "documents") && !is_named(value, "gaps") &&
           !is_named(value, "feedback");
}

static bool is_remark(const cJSON *value)
{
    return value->string != NULL && key_is_remark(value->string);
}

/* ---- one line --------------------------------------------------------------------------- */

static void add_string(const char *text, struct buf *out)
{
    cJSON *string = cJSON_CreateStringReference(text);
    json_render(string, false, out);
    cJSON_Delete(string);
}

static void add_scalar(const struct format *f, const cJSON *value, struct buf *out)
{
    if (cJSON_IsString(value)) {
        add_string(value->valuestring, out);
    } else if (cJSON_IsNumber(value) && f->text != NULL) {
        const char *written = f->text + json_offset(value);
        buf_add_bytes(out, written, strspn(written, "+-.0123456789eE"));
    } else {
        json_render(value, false, out);
    }
}

static void add_key(const cJSON *member, struct buf *out)
{
    if (member->string != NULL) {
        add_string(member->string, out);
        buf_add(out, ": ");
    }
}

static void add_flat(
    const struct format *f, const cJSON *value, bool sorted, struct buf *out)
{
    bool object = cJSON_IsObject(value);
    if (value->child == NULL) {
        add_scalar(f, value, out);
        return;
    }
    struct members members = members_of(value, sorted && has_order(value));
    buf_add(out, object ? "{ " : "[");
    for (size_t i = 0; i < members.count; i++) {
        const cJSON *member = members.items[i].value;
        buf_add(out, i > 0 ? ", " : "");
        add_key(member, out);
        add_flat(f, member, sorted && !is_remark(member), out);
    }
    buf_add(out, object ? " }" : "]");
    free(members.items);
}

/* ---- several lines ---------------------------------------------------------------------- */

static size_t columns(const char *text, size_t len)
{
    size_t tabs = 0;
    for (size_t i = 0; i < len; i++)
        tabs += text[i] == '\t';
    return utf8_width(text, len) + tabs * TAB_COLUMNS;
}

static void begin_line(const struct format *f, size_t depth, struct buf *out)
{
    buf_add(out, f->eol != NULL ? f->eol : "\n");
    buf_add(out, f->indent != NULL ? f->indent : "");
    for (size_t i = 0; i < depth; i++)
        buf_add(out, f->step != NULL ? f->step : "  ");
}

/* Where the last line of what is written begins. */
static size_t line_start(const struct buf *out, size_t from)
{
    size_t at = out->len;
    while (at > from && out->text[at - 1] != '\n')
        at--;
    return at;
}

/* Does the line that is being written fit, with a comma behind it? */
static bool fits(const struct format *f, const struct buf *out, size_t from)
{
    size_t start = line_start(out, from);
    size_t before =
        start == from && f->indent != NULL ? columns(f->indent, strlen(f->indent)) : 0;
    return before + columns(out->text + start, out->len - start) < FORMAT_WIDTH;
}

/* Is it the deck itself, or its cards? */
static bool is_always_open(const cJSON *value, size_t depth, bool whole)
{
    return whole && (depth == 0 || (depth == 1 && is_named(value, "cards")));
}

/* `from`: where the text of the value as a whole begins in `out`. */
static void add_value(const struct format *f, const cJSON *value, bool sorted, bool whole,
    size_t depth, size_t from, struct buf *out)
{
    size_t start = out->len;
    bool object = cJSON_IsObject(value);
    if (value->child == NULL || !is_always_open(value, depth, whole)) {
        add_flat(f, value, sorted, out);
        if (value->child == NULL || f->flat || fits(f, out, from))
            return;
        out->len = start;
        out->text[start] = '\0';
    }
    struct members members = members_of(value, sorted && has_order(value));
    buf_add(out, object ? "{" : "[");
    for (size_t i = 0; i < members.count; i++) {
        const cJSON *member = members.items[i].value;
        begin_line(f, depth + 1, out);
        add_key(member, out);
        add_value(f, member, sorted && !is_remark(member), whole, depth + 1, from, out);
        buf_add(out, i + 1 < members.count ? "," : "");
    }
    begin_line(f, depth, out);
    buf_add(out, object ? "}" : "]");
    free(members.items);
}

void format_deck(const cJSON *deck, const char *text, struct buf *out)
{
    const struct format format = { .text = text };
    add_value(&format, deck, true, true, 0, out->len, out);
    buf_add_char(out, '\n');
}

void format_card(const cJSON *card, const struct format *format, struct buf *out)
{
    add_value(format, card, true, false, 0, out->len, out);
}
