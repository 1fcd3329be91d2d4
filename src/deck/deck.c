/*
 * A deck file: its head (id, title, documents, spellings, defaults), then its notes.
 */
#include "deck/deck.h"

#include "base/file.h"
#include "deck/fields.h"
#include "match/lexicon.h"

#include <string.h>

#define DECK_KEYS(X)                                                                     \
    X(DECK_SCHEMA, "$schema")                                                            \
    X(DECK_FORMAT, "format")                                                             \
    X(DECK_ID, "id")                                                                     \
    X(DECK_TITLE, "title")                                                               \
    X(DECK_LANGUAGE, "language")                                                         \
    X(DECK_DOCUMENTS, "documents")                                                       \
    X(DECK_SPELLINGS, "spellings")                                                       \
    X(DECK_DEFAULTS, "defaults")                                                         \
    X(DECK_CARDS, "cards")

enum deck_key {
#define X(name, key) name,
    DECK_KEYS(X)
#undef X
        DECK_KEY_COUNT
};

static const char *const deck_keys[DECK_KEY_COUNT] = {
#define X(name, key) [name] = key,
    DECK_KEYS(X)
#undef X
};

typedef const cJSON *deck_values[DECK_KEY_COUNT];

/* A fault of the head: the whole file cannot be used.  Fills err, returns false. */
#define REFUSE(loader, err, value, ...)                                                  \
    err_at((err), &(loader)->json->source, json_offset(value), __VA_ARGS__)

static bool is_filled(const cJSON *value)
{
    return cJSON_IsString(value) && value->valuestring[0] != '\0';
}

static bool read_format(
    struct loader *loader, const cJSON *root, const deck_values values, struct err *err)
{
    const cJSON *format = values[DECK_FORMAT], *id = values[DECK_ID];
    if (!cJSON_IsNumber(format) || format->valuedouble != 1)
        return REFUSE(loader, err, format,
            "this program reads decks of \"format\": 1; a newer one may read this deck");
    if (id == NULL)
        return REFUSE(loader, err, root,
            "the deck has no \"id\"; write one, as \"id\": \"my-deck\"");
    if (!cJSON_IsString(id) || !deck_is_id(id->valuestring))
        return REFUSE(loader, err, id,
            "a deck's id is a-z, 0-9, '.', '_', '-', beginning with a letter or a digit, "
            "64 at most");
    if (values[DECK_CARDS] == NULL)
        return REFUSE(
            loader, err, root, "the deck has no \"cards\"; write \"cards\": []");
    if (!cJSON_IsArray(values[DECK_CARDS]))
        return REFUSE(loader, err, values[DECK_CARDS],
            "\"cards\" must be an array, not %s", json_type_words(values[DECK_CARDS]));
    loader->deck->id = keep(loader, id);
    return true;
}

static void read_title(struct loader *loader, const cJSON *title)
{
    loader->deck->title = loader->deck->id;
    if (is_filled(title))
        loader->deck->title = keep(loader, title);
    else if (title != NULL)
        complain(loader, CODE_TYPE, title, "\"title\" must be a text, not %s",
            json_type_words(title));
}

/* One tag for both sides, or { "question": ..., "answer": ... }. */
static void read_language(struct loader *loader, const cJSON *language)
{
    static const char *const names[] = { "question", "answer" };
    const cJSON *values[2] = { 0 };
    if (language == NULL)
        return;
    if (is_filled(language)) {
        loader->deck->language = keep(loader, language);
        loader->deck->question_language = loader->deck->language;
        return;
    }
    if (!cJSON_IsObject(language)) {
        complain(loader, CODE_TYPE, language,
            "\"language\" is a tag, as \"en\", or { \"question\": ..., \"answer\": "
            "... }");
        return;
    }
    object_collect(loader, language, "\"language\"", names, values, 2);
    for (size_t i = 0; i < 2; i++)
        if (values[i] != NULL && !is_filled(values[i])) {
            complain(loader, CODE_TYPE, values[i], "a language is a tag, as \"en\"");
            values[i] = NULL;
        }
    loader->deck->question_language = keep(loader, values[0]);
    loader->deck->language = keep(loader, values[1]);
}

static void read_document(
    struct loader *loader, const cJSON *member, struct document *out)
{
    static const char *const names[] = { "title", "author", "url", "path" };
    const cJSON *values[4] = { 0 };
    out->name = arena_strdup(loader->arena, member->string);
    if (!cJSON_IsObject(member)) {
        complain(loader, CODE_TYPE, member,
            "a document is an object, as { \"title\": ..., \"author\": ... }");
        return;
    }
    object_collect(loader, member, "a document", names, values, 4);
    for (size_t i = 0; i < 4; i++)
        if (values[i] != NULL && !value_check(loader, values[i], names[i], TYPE_TEXT))
            values[i] = NULL;
    if (values[3] != NULL && !is_safe_path(values[3]->valuestring)) {
        complain(loader, CODE_VALUE, values[3],
            "\"path\" must name a file beside the deck or below it");
        values[3] = NULL;
    }
    out->title = keep(loader, values[0]);
    out->author = keep(loader, values[1]);
    out->url = keep(loader, values[2]);
    out->path = keep(loader, values[3]);
}

static void read_documents(struct loader *loader, const cJSON *documents)
{
    if (documents == NULL)
        return;
    if (!cJSON_IsObject(documents)) {
        complain(loader, CODE_TYPE, documents,
            "\"documents\" is an object: a short name for each document");
        return;
    }
    struct deck *deck = loader->deck;
    size_t count = (size_t)cJSON_GetArraySize(documents);
    struct document *list = arena_alloc(loader->arena, count * sizeof *list);
    deck->documents = list;
    const cJSON *member;
    object_check_keys(loader, documents);
    cJSON_ArrayForEach(member, documents) if (!key_is_remark(member->string))
        read_document(loader, member, &list[deck->document_count++]);
}

static bool is_spelling(const cJSON *group)
{
    if (!cJSON_IsArray(group) || cJSON_GetArraySize(group) < 2)
        return false;
    const cJSON *form;
    cJSON_ArrayForEach(form, group) if (!is_filled(form)) return false;
    return true;
}

static void read_spellings(struct loader *loader, const cJSON *spellings)
{
    struct key_context *context = &loader->deck->context;
    if (spellings == NULL)
        return;
    if (!cJSON_IsArray(spellings)) {
        complain(loader, CODE_TYPE, spellings,
            "\"spellings\" is an array of groups, as [[\"Khusrau\", \"Khosrow\"]]");
        return;
    }
    size_t capacity = 0;
    struct spelling *groups = NULL;
    const cJSON *group;
    cJSON_ArrayForEach(group, spellings)
    {
        if (!is_spelling(group)) {
            complain(loader, CODE_TYPE, group,
                "a spelling is an array of two or more texts, as [\"Daras\", \"Dara\"]");
            continue;
        }
        groups = arena_grow(
            loader->arena, groups, context->spelling_count, &capacity, sizeof *groups);
        struct spelling *spelling = &groups[context->spelling_count++];
        spelling->forms = keep_texts(loader, group, &spelling->count);
    }
    context->spellings = groups;
}

static void read_defaults(
    struct loader *loader, const cJSON *defaults, const cJSON *values[FIELD_COUNT])
{
    if (defaults == NULL)
        return;
    if (!cJSON_IsObject(defaults)) {
        complain(loader, CODE_TYPE, defaults, "\"defaults\" must be an object, not %s",
            json_type_words(defaults));
        return;
    }
    if (!texts_fit(loader, defaults))
        return;
    fields_collect(loader, defaults, true, values);
    defaults_check(loader, values);
}

/* Most notes have one card. */
static void make_room(struct loader *loader, size_t notes)
{
    struct deck *deck = loader->deck;
    deck->notes = arena_alloc(loader->arena, notes * sizeof *deck->notes);
    deck->cards = arena_alloc(loader->arena, notes * sizeof *deck->cards);
    loader->note_capacity = loader->card_capacity = notes;
    map_reserve(&loader->names, notes);
}

static bool build(struct loader *loader, struct err *err)
{
    const cJSON *root = loader->json->root, *entry;
    deck_values values = { 0 };
    const cJSON *defaults[FIELD_COUNT] = { 0 };
    size_t errors = loader->diags->errors;
    object_collect(loader, root, "a deck", deck_keys, values, DECK_KEY_COUNT);
    if (!read_format(loader, root, values, err))
        return false;
    read_title(loader, values[DECK_TITLE]);
    read_language(loader, values[DECK_LANGUAGE]);
    loader->deck->context.language = loader->deck->language;
    read_documents(loader, values[DECK_DOCUMENTS]);
    read_spellings(loader, values[DECK_SPELLINGS]);
    loader->defaults = defaults;
    read_defaults(loader, values[DECK_DEFAULTS], defaults);
    make_room(loader, (size_t)cJSON_GetArraySize(values[DECK_CARDS]));
    cJSON_ArrayForEach(entry, values[DECK_CARDS]) load_entry(loader, entry);
    warn_rest(loader);
    loader->deck->problems = loader->diags->errors - errors;
    return true;
}

/* Notes and cards have stopped moving: now they may point at each other. */
static void join_notes(struct deck *deck)
{
    size_t note = 0;
    for (size_t i = 0; i < deck->card_count; i++) {
        if (note + 1 < deck->note_count && deck->notes[note + 1].first_card == i)
            note++;
        deck->cards[i].note = &deck->notes[note];
        deck->cards[i].key.question = deck->cards[i].question;
    }
}

bool deck_parse(const char *path, struct buf text, struct deck *out, bool *is_deck,
    struct diags *diags, struct err *err)
{
    *out = (struct deck){ .text = text };
    struct json json = { 0 };
    struct source source = { .name = path, .text = buf_text(&text), .len = text.len };
    struct loader loader = {
        .deck = out, .arena = &out->arena, .json = &json, .diags = diags
    };
    *is_deck = true;
    bool ok = json_parse(source, &json, err);
    out->arena = json.arena; // texts stay in the tree
    out->path = arena_strdup(&out->arena, path);
    if (ok && (!cJSON_IsObject(json.root) ||
                  cJSON_GetObjectItemCaseSensitive(json.root, "format") == NULL)) {
        *is_deck = false;
        ok = err_at(err, &json.source, json_offset(json.root),
            "not a deck: it has no \"format\": 1");
    }
    ok = ok && build(&loader, err);
    if (ok) {
        join_notes(out);
        deck_know_texts(out, true);
    }
    map_release(&loader.names);
    if (!ok)
        deck_release(out);
    return ok;
}

bool deck_load(const char *path, struct deck *out, bool *is_deck, struct diags *diags,
    struct err *err)
{
    struct buf text = { 0 };
    *is_deck = true;
    if (file_read(path, JSON_MAX_BYTES, &text, err))
        return deck_parse(path, text, out, is_deck, diags, err);
    buf_release(&text);
    return false;
}

void deck_release(struct deck *deck)
{
    lexicon_release(deck->context.lexicon);
    arena_release(&deck->arena);
    buf_release(&deck->text);
    *deck = (struct deck){ 0 };
}
