#include "deck/edit.h"

#include "base/file.h"
#include "deck/format.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* ---- changes ---------------------------------------------------------------------------- */

static struct buf *change(struct edits *edits, size_t at, size_t len)
{
    edits->items =
        vec_grow(edits->items, edits->count, &edits->capacity, sizeof *edits->items);
    struct edit *edit = &edits->items[edits->count++];
    *edit = (struct edit){ .at = at, .len = len };
    return &edit->text;
}

void edits_release(struct edits *edits)
{
    for (size_t i = 0; i < edits->count; i++)
        buf_release(&edits->items[i].text);
    free(edits->items);
    *edits = (struct edits){ .json = edits->json };
}

static int by_place(const void *a, const void *b)
{
    const struct edit *left = a, *right = b;
    return (left->at > right->at) - (left->at < right->at);
}

void edits_apply(const struct edits *edits, struct buf *out)
{
    const struct source *source = &edits->json->source;
    size_t at = 0;
    if (edits->count > 0)
        qsort(edits->items, edits->count, sizeof *edits->items, by_place);
    for (size_t i = 0; i < edits->count; i++) {
        const struct edit *edit = &edits->items[i];
        assert(edit->at >= at);
        buf_add_bytes(out, source->text + at, edit->at - at);
        buf_add_bytes(out, buf_text(&edit->text), edit->text.len);
        at = edit->at + edit->len;
    }
    buf_add_bytes(out, source->text + at, source->len - at);
}

/* ---- places ----------------------------------------------------------------------------- */

static size_t string_end(const char *text, size_t at)
{
    for (at++; text[at] != '"'; at++)
        at += text[at] == '\\';
    return at + 1;
}

/* The text was scanned: brackets match, strings end. */
size_t edit_value_end(const struct json *json, const cJSON *value)
{
    const char *text = json->source.text;
    size_t at = json_offset(value), depth = 0;
    do {
        if (text[at] == '"') {
            at = string_end(text, at);
            continue;
        }
        depth += text[at] == '[' || text[at] == '{';
        depth -= text[at] == ']' || text[at] == '}';
        at++;
        if (depth == 0 && !cJSON_IsArray(value) && !cJSON_IsObject(value))
            at += strcspn(text + at, ",]} \t\r\n");
    } while (depth > 0);
    return at;
}

static size_t skip_space(const char *text, size_t at)
{
    return at + strspn(text + at, " \t\r\n");
}

const cJSON *edit_cards(const struct json *json)
{
    return cJSON_GetObjectItemCaseSensitive(json->root, "cards");
}

static const cJSON *options_of(const cJSON *card)
{
    return cJSON_IsArray(card) ? cJSON_GetArrayItem(card, 2) : card;
}

const cJSON *edit_member(const cJSON *card, const char *key)
{
    bool compact = cJSON_IsArray(card);
    if (compact && strcmp(key, "question") == 0)
        return cJSON_GetArrayItem(card, 0);
    if (compact && strcmp(key, "answer") == 0)
        return cJSON_GetArrayItem(card, 1);
    return cJSON_GetObjectItemCaseSensitive(options_of(card), key);
}

/* ---- members ---------------------------------------------------------------------------- */

/* What separates members where this space stands before one: a line, or a blank. */
static void add_gap(struct buf *out, const char *space, size_t len)
{
    if (memchr(space, '\n', len) != NULL)
        buf_add_bytes(out, space, len);
    else
        buf_add_char(out, ' ');
}

/* A compact card gets the options that it lacks. */
static void add_options(struct edits *edits, const cJSON *card, const char *members)
{
    const cJSON *last = card->child;
    while (last->next != NULL)
        last = last->next;
    buf_addf(change(edits, edit_value_end(edits->json, last), 0), ", { %s }", members);
}

void edit_add_first(struct edits *edits, const cJSON *card, const char *members)
{
    const cJSON *object = options_of(card);
    if (object == NULL) {
        add_options(edits, card, members);
        return;
    }
    const char *text = edits->json->source.text;
    size_t inside = json_offset(object) + 1, first = skip_space(text, inside);
    if (object->child == NULL) {
        buf_addf(change(edits, inside, first - inside), " %s ", members);
        return;
    }
    struct buf *added = change(edits, first, 0);
    buf_addf(added, "%s,", members);
    add_gap(added, text + inside, first - inside);
}

static void add_last(struct edits *edits, const cJSON *card, const char *member)
{
    const cJSON *object = options_of(card);
    if (object == NULL || object->child == NULL) {
        edit_add_first(edits, card, member);
        return;
    }
    const char *text = edits->json->source.text;
    const cJSON *last = object->child;
    while (last->next != NULL)
        last = last->next;
    size_t key = json_key_offset(edits->json, last), space = key;
    while (strchr(" \t\r\n", text[space - 1]) != NULL)
        space--;
    struct buf *added = change(edits, edit_value_end(edits->json, last), 0);
    buf_add_char(added, ',');
    add_gap(added, text + space, key - space);
    buf_add(added, member);
}

void edit_set(struct edits *edits, const cJSON *card, const char *key, const char *value)
{
    const cJSON *old = edit_member(card, key);
    if (old != NULL) {
        size_t at = json_offset(old), end = edit_value_end(edits->json, old);
        buf_add(change(edits, at, end - at), value);
        return;
    }
    struct buf member = { 0 };
    cJSON *name = cJSON_CreateStringReference(key);
    json_render(name, false, &member);
    cJSON_Delete(name);
    buf_addf(&member, ": %s", value);
    if (strcmp(key, "id") == 0)
        edit_add_first(edits, card, member.text);
    else
        add_last(edits, card, member.text);
    buf_release(&member);
}

/* ---- cards ------------------------------------------------------------------------------ */

/* How new cards stand among the others. */
struct stand {
    struct buf separator;  // between two cards, its comma included
    struct buf indent;     // of a card
    struct buf step;       // of a level
    struct buf before_key; // the indentation of the line with "cards"
    const char *eol;       // NULL: the cards are on one line
};

static void stand_release(struct stand *stand)
{
    buf_release(&stand->separator);
    buf_release(&stand->indent);
    buf_release(&stand->step);
    buf_release(&stand->before_key);
}

static void add_blanks(struct buf *out, const char *text)
{
    buf_add_bytes(out, text, strspn(text, " \t"));
}

/* The line ends of the text; of one on a single line NULL. */
static const char *line_ends(const struct source *source)
{
    const char *newline = memchr(source->text, '\n', source->len);
    if (newline == NULL)
        return NULL;
    return newline > source->text && newline[-1] == '\r' ? "\r\n" : "\n";
}

/* Takes the separator that stands there already. */
static void read_separator(
    const struct json *json, const cJSON *cards, struct stand *stand)
{
    const char *text = json->source.text;
    const cJSON *last = cards->child, *other = NULL;
    for (; last->next != NULL; last = last->next)
        other = last;
    size_t from = other != NULL ? edit_value_end(json, other) : json_offset(cards) + 1;
    size_t to = json_offset(last);
    if (other == NULL)
        buf_add_char(&stand->separator, ',');
    buf_add_bytes(&stand->separator, text + from, to - from);
}

/* Of an empty array: as in the canonical form. */
static void make_separator(struct stand *stand)
{
    buf_add_char(&stand->separator, ',');
    if (stand->eol == NULL)
        buf_add_char(&stand->separator, ' ');
    else
        buf_addf(&stand->separator, "%s%s  ", stand->eol, buf_text(&stand->before_key));
}

static void find_step(struct stand *stand)
{
    size_t outer = stand->before_key.len;
    const char *indent = buf_text(&stand->indent);
    if (stand->indent.len > outer &&
        strncmp(indent, buf_text(&stand->before_key), outer) == 0)
        buf_add(&stand->step, indent + outer);
    else
        buf_add(&stand->step, strchr(indent, '\t') != NULL ? "\t" : "  ");
}

static struct stand find_stand(const struct json *json, const cJSON *cards)
{
    struct stand stand = { .eol = line_ends(&json->source) };
    size_t key = json_key_offset(json, cards);
    size_t line = source_line_start(&json->source, key, json->source.len);
    add_blanks(&stand.before_key, json->source.text + line);
    if (cards->child != NULL)
        read_separator(json, cards, &stand);
    else
        make_separator(&stand);
    const char *newline = strrchr(buf_text(&stand.separator), '\n');
    if (newline == NULL)
        stand.eol = NULL;
    else
        add_blanks(&stand.indent, newline + 1);
    find_step(&stand);
    return stand;
}

static void add_cards(const cJSON *cards, const struct stand *stand, struct buf *out)
{
    const struct format format = {
        .indent = buf_text(&stand->indent),
        .step = buf_text(&stand->step),
        .eol = stand->eol,
        .flat = stand->eol == NULL,
    };
    for (const cJSON *card = cards->child; card != NULL; card = card->next) {
        if (card != cards->child)
            buf_add(out, buf_text(&stand->separator));
        format_card(card, &format, out);
    }
}

void edit_add_cards(struct edits *edits, const cJSON *added)
{
    const cJSON *cards = edit_cards(edits->json), *last = cards->child;
    struct stand stand = find_stand(edits->json, cards);
    const char *separator = buf_text(&stand.separator);
    if (last == NULL) {
        size_t inside = json_offset(cards) + 1;
        size_t end = skip_space(edits->json->source.text, inside);
        struct buf *text = change(edits, inside, end - inside);
        if (stand.eol != NULL)
            buf_add(text, separator + 1);
        add_cards(added, &stand, text);
        if (stand.eol != NULL)
            buf_addf(text, "%s%s", stand.eol, buf_text(&stand.before_key));
    } else {
        while (last->next != NULL)
            last = last->next;
        struct buf *text = change(edits, edit_value_end(edits->json, last), 0);
        buf_add(text, separator);
        add_cards(added, &stand, text);
    }
    stand_release(&stand);
}

/* ---- the file --------------------------------------------------------------------------- */

static bool check_same(const char *path, const struct buf *before, struct err *err)
{
    struct buf now = { 0 };
    bool ok = file_read(path, JSON_MAX_BYTES, &now, err);
    if (ok && (now.len != before->len ||
                  memcmp(buf_text(&now), buf_text(before), now.len) != 0))
        ok = err_set(err, ERR_INPUT,
            "'%s' was changed meanwhile; nothing is written, try again", path);
    buf_release(&now);
    return ok;
}

bool edit_save(
    const char *path, const struct buf *before, const struct buf *after, struct err *err)
{
    int lock = file_lock_folder_of(path);
    bool ok = check_same(path, before, err) &&
              file_replace(path, buf_text(after), after->len, err);
    file_unlock(lock);
    return ok;
}
