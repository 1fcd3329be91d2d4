/*
 * Cloze: a text with gaps, asked once for each key.
 *
 * Plain form: {{text}}, {{text::hint}}, {{c1::text}}, {{c1::text::hint}}; a gap without a key is
 * named by its hidden text, so that adding a gap moves no history.  Gaps that share a key are
 * asked together.  With "gaps", only {{k}} of the gaps named there count, and every other
 * brace is literal.
 */
#include "deck/fields.h"

#include "base/near.h"
#include "base/rng.h"
#include "base/utf8.h"

#include <string.h>

enum { MAX_GAPS = 256 };

/* A stretch of the text: literal, or a gap. */
struct piece {
    const char *text; // literal, or what the gap hides
    const char *key;  // NULL: literal
    const char *hint; // NULL: none
    const cJSON *gap; // its object in "gaps", or NULL
};

struct cloze {
    struct piece *pieces;
    size_t count, capacity;
};

static void add_piece(struct arena *arena, struct cloze *cloze, struct piece piece)
{
    cloze->pieces = arena_grow(
        arena, cloze->pieces, cloze->count, &cloze->capacity, sizeof *cloze->pieces);
    cloze->pieces[cloze->count++] = piece;
}

static void add_literal(
    struct arena *arena, struct cloze *cloze, const char *text, size_t len)
{
    if (len > 0)
        add_piece(
            arena, cloze, (struct piece){ .text = arena_strndup(arena, text, len) });
}

static bool is_numbered(const char *key)
{
    return key[0] == 'c' && key[1] != '\0' &&
           strspn(key + 1, "0123456789") == strlen(key + 1);
}

/* The hidden text as a name: letters and digits folded, runs of all else one '-'. */
static const char *name_of_text(struct arena *arena, const char *text)
{
    struct buf folded = { 0 }, name = { 0 };
    utf8_add_folded(&folded, text, strlen(text), FOLD_CASE);
    for (size_t at = 0; at < folded.len;) {
        uint32_t c;
        size_t size = utf8_next(folded.text + at, folded.len - at, &c);
        if (utf8_is_letter(c) || utf8_is_digit(c))
            buf_add_bytes(&name, folded.text + at, size);
        else if (name.len > 0 && name.text[name.len - 1] != '-')
            buf_add_char(&name, '-');
        at += size;
    }
    while (name.len > 0 && name.text[name.len - 1] == '-')
        name.text[--name.len] = '\0';
    if (name.len == 0)
        buf_addf(&name, "%08x", (unsigned)(uint32_t)hash_text(0, text));
    const char *kept = arena_strdup(arena, name.text);
    buf_release(&folded);
    buf_release(&name);
    return kept;
}

/* Splits "c1::text::hint" in place of `inner`. */
static struct piece split_gap(struct arena *arena, char *inner)
{
    struct piece gap = { .text = inner };
    char *colons = strstr(inner, "::");
    if (colons != NULL) {
        *colons = '\0';
        if (is_numbered(inner)) {
            gap.key = inner;
            gap.text = inner = colons + 2;
            colons = strstr(inner, "::");
            if (colons != NULL)
                *colons = '\0';
        }
        if (colons != NULL && colons[2] != '\0')
            gap.hint = colons + 2;
    }
    if (gap.key == NULL)
        gap.key = name_of_text(arena, gap.text);
    return gap;
}

/*
 * Takes the plain form apart.  False at "{{" without "}}", at an empty gap and at a gap in a
 * gap; *bad points there.
 */
static bool split_plain(
    struct arena *arena, const char *text, struct cloze *cloze, const char **bad)
{
    for (;;) {
        const char *open = strstr(text, "{{");
        add_literal(
            arena, cloze, text, open != NULL ? (size_t)(open - text) : strlen(text));
        if (open == NULL)
            return true;
        const char *close = strstr(open, "}}");
        *bad = open;
        if (close == NULL)
            return false;
        while (close[2] == '}')
            close++; // "{{ {x} }}": the last two braces close
        size_t len = (size_t)(close - open) - 2;
        char *inner = arena_strndup(arena, open + 2, len);
        bool nested = strstr(inner, "{{") != NULL;
        struct piece gap = split_gap(arena, inner);
        if (nested || gap.text[strspn(gap.text, " ")] == '\0')
            return false;
        add_piece(arena, cloze, gap);
        text = close + 2;
    }
}

static bool check_gap_parts(
    struct loader *loader, const cJSON *gap, const cJSON *const *parts)
{
    static const enum field_type types[] = { TYPE_TEXT, TYPE_LINES, TYPE_TEXTS };
    static const char *const names[] = { "text", "hint", "accept" };
    if (parts[0] == NULL)
        return complain(loader, CODE_MISSING, gap,
            "gap \"%s\" needs a \"text\": what it hides", gap->string);
    bool ok = true;
    for (size_t i = 0; i < 3; i++)
        ok =
            (parts[i] == NULL || value_check(loader, parts[i], names[i], types[i])) && ok;
    return feedback_check(loader, parts[3]) && ok;
}

static const char *const gap_names[] = { "text", "hint", "accept", "feedback" };

/* Checks one gap of "gaps" and whether the text uses it. */
static bool check_gap(struct loader *loader, const cJSON *gap, const char *text)
{
    const cJSON *parts[4] = { 0 };
    if (!cJSON_IsObject(gap))
        return complain(loader, CODE_TYPE, gap,
            "gap \"%s\" must be an object, as { \"text\": \"what it hides\" }",
            gap->string);
    if (!deck_is_id(gap->string))
        return complain_key(loader, CODE_ID, gap,
            "\"%s\" is no name for a gap: letters a-z, digits, '.', '_', '-'",
            gap->string);
    bool ok = object_collect(loader, gap, "a gap", gap_names, parts, 4) &&
              check_gap_parts(loader, gap, parts);
    char *mark = arena_printf(loader->arena, "{{%s}}", gap->string);
    if (strstr(text, mark) == NULL)
        ok = complain_key(
            loader, CODE_CLOZE, gap, "the text has no %s for this gap", mark);
    return ok;
}

/* The gap whose mark {{k}} starts at `text`, or NULL. */
static const cJSON *gap_at(const cJSON *gaps, const char *text, size_t *len)
{
    const cJSON *gap;
    cJSON_ArrayForEach(gap, gaps)
    {
        size_t name = strlen(gap->string);
        if (!key_is_remark(gap->string) && strncmp(text + 2, gap->string, name) == 0 &&
            strncmp(text + 2 + name, "}}", 2) == 0) {
            *len = name + 4;
            return gap;
        }
    }
    return NULL;
}

/* Takes the form with "gaps" apart; a gap without a text, not refused yet, hides nothing. */
static void split_named(
    struct arena *arena, const char *text, const cJSON *gaps, struct cloze *cloze)
{
    const char *start = text;
    for (const char *at = text; (at = strstr(at, "{{")) != NULL;) {
        size_t len;
        const cJSON *gap = gap_at(gaps, at, &len);
        if (gap == NULL) {
            at++;
            continue;
        }
        const cJSON *hidden = cJSON_GetObjectItemCaseSensitive(gap, "text");
        add_literal(arena, cloze, start, (size_t)(at - start));
        add_piece(arena, cloze,
            (struct piece){
                .text = arena_strdup(
                    arena, cJSON_IsString(hidden) ? hidden->valuestring : ""),
                .key = arena_strdup(arena, gap->string),
                .gap = gap,
            });
        start = at += len;
    }
    add_literal(arena, cloze, start, strlen(start));
}

const char *cloze_plain(struct arena *arena, const char *text, const cJSON *gaps)
{
    struct cloze cloze = { 0 };
    const char *bad;
    if (gaps != NULL)
        split_named(arena, text, gaps, &cloze);
    else if (!split_plain(arena, text, &cloze, &bad))
        return text;
    struct buf plain = { 0 };
    for (size_t i = 0; i < cloze.count; i++)
        buf_add(&plain, cloze.pieces[i].text);
    const char *kept = arena_strdup(arena, buf_text(&plain));
    buf_release(&plain);
    return kept;
}

static size_t count_gaps(const struct cloze *cloze)
{
    size_t count = 0;
    for (size_t i = 0; i < cloze->count; i++)
        count += cloze->pieces[i].key != NULL;
    return count;
}

static bool split(struct loader *loader, const struct fields *fields, const char *text,
    struct cloze *cloze)
{
    const cJSON *value = fields_get(fields, FIELD_CLOZE), *gap;
    const cJSON *gaps = fields_get(fields, FIELD_GAPS);
    const char *bad;
    if (gaps == NULL && !split_plain(loader->arena, text, cloze, &bad))
        return complain(loader, CODE_CLOZE, value,
            "a gap is empty, not closed, or holds another at \"%.*s\"; write "
            "{{hidden text}}",
            (int)utf8_boundary(bad, strnlen(bad, 16)), bad);
    bool ok = gaps == NULL || object_check_keys(loader, gaps);
    cJSON_ArrayForEach(gap, gaps) if (!key_is_remark(gap->string)) ok =
        check_gap(loader, gap, text) && ok;
    if (!ok)
        return false;
    if (gaps != NULL)
        split_named(loader->arena, text, gaps, cloze);
    size_t count = count_gaps(cloze);
    if (count > MAX_GAPS)
        return complain(loader, CODE_CLOZE, value, "more than 256 gaps; split the card");
    return count > 0 || complain(loader, CODE_CLOZE, value,
                            "the text has no gap; put {{ }} around what is to be asked");
}

/* The text with the gaps of `key` hidden and all others shown. */
static const char *question_of(
    struct arena *arena, const struct cloze *cloze, const char *key)
{
    struct buf text = { 0 };
    for (size_t i = 0; i < cloze->count; i++) {
        const struct piece *piece = &cloze->pieces[i];
        bool hidden = piece->key != NULL && strcmp(piece->key, key) == 0;
        buf_add(&text, hidden ? "[...]" : piece->text);
    }
    const char *kept = arena_strdup(arena, buf_text(&text));
    buf_release(&text);
    return kept;
}

static bool is_first(const struct cloze *cloze, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (cloze->pieces[i].key != NULL &&
            strcmp(cloze->pieces[i].key, cloze->pieces[at].key) == 0)
            return false;
    return true;
}

/* Gaps that share a key are items in order; the same text hidden twice is one item. */
static void build_key(struct loader *loader, const struct cloze *cloze,
    const char *key_name, struct key *key)
{
    struct key_item *items = NULL;
    size_t capacity = 0;
    for (size_t i = 0; i < cloze->count; i++) {
        const struct piece *piece = &cloze->pieces[i];
        if (piece->key == NULL || strcmp(piece->key, key_name) != 0)
            continue;
        if (key->count > 0 && strcmp(items[key->count - 1].forms[0], piece->text) == 0)
            continue;
        items = arena_grow(loader->arena, items, key->count, &capacity, sizeof *items);
        items[key->count++] = *keep_item(
            loader, piece->text, cJSON_GetObjectItemCaseSensitive(piece->gap, "accept"));
        keep_feedback(
            loader, cJSON_GetObjectItemCaseSensitive(piece->gap, "feedback"), key);
    }
    key->items = items;
    key->kind = key->count > 1 ? KEY_SEQUENCE : KEY_CLOZE;
}

bool cloze_build(struct loader *loader, const struct fields *fields, struct note *note)
{
    struct cloze cloze = { 0 };
    const char *text = keep_lines(loader, fields_get(fields, FIELD_CLOZE));
    if (!split(loader, fields, text, &cloze))
        return false;
    for (size_t i = 0; i < cloze.count; i++) {
        const struct piece *piece = &cloze.pieces[i];
        if (piece->key == NULL || !is_first(&cloze, i))
            continue;
        struct card *card = add_card(loader, note, piece->key);
        card->kind = KEY_CLOZE;
        card->question = question_of(loader->arena, &cloze, piece->key);
        const cJSON *hint = cJSON_GetObjectItemCaseSensitive(piece->gap, "hint");
        if (piece->hint != NULL)
            card->hint = piece->hint;
        if (hint != NULL)
            card->hint = keep_lines(loader, hint);
        build_key(loader, &cloze, piece->key, &card->key);
        if (card->key.feedback_count == 0)
            keep_feedback(loader, fields_get(fields, FIELD_FEEDBACK), &card->key);
    }
    return true;
}
