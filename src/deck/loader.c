#include "deck/loader.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *deck_code_word(enum deck_code code)
{
    static const char *const words[] = {
#define X(code, word) [code] = word,
        DECK_CODES(X)
#undef X
    };
    return words[code];
}

enum diag_level deck_code_level(enum deck_code code)
{
    static const enum diag_level levels[] = {
#define X(code, word) [code] = DIAG_ERROR,
        DECK_ERRORS(X)
#undef X
#define X(code, word) [code] = DIAG_WARNING,
            DECK_WARNINGS(X)
#undef X
#define X(code, word) [code] = DIAG_NOTE,
                DECK_NOTES(X)
#undef X
    };
    return levels[code];
}

static void report(struct loader *loader, enum diag_level level, enum deck_code code,
    size_t offset, const char *message)
{
    struct err err;
    err_at(&err, &loader->json->source, offset, "%s", message);
    diags_add(loader->diags, level, deck_code_word(code), &err);
}

/* A message that was cut ends with a whole character. */
static void trim_message(char *message)
{
    size_t bad;
    if (!utf8_valid(message, strlen(message), &bad))
        message[bad] = '\0';
}

#define FORMAT_MESSAGE(message, format)                                                  \
    char message[sizeof((struct err *)0)->message];                                      \
    va_list args;                                                                        \
    va_start(args, format);                                                              \
    vsnprintf(message, sizeof message, format, args);                                    \
    va_end(args);                                                                        \
    trim_message(message)

bool complain(struct loader *loader, enum deck_code code, const cJSON *value,
    const char *format, ...)
{
    FORMAT_MESSAGE(message, format);
    report(loader, DIAG_ERROR, code, json_offset(value), message);
    return false;
}

bool complain_key(struct loader *loader, enum deck_code code, const cJSON *member,
    const char *format, ...)
{
    FORMAT_MESSAGE(message, format);
    bool has_key = member->string != NULL; // an item of the compact form has none
    report(loader, DIAG_ERROR, code,
        has_key ? json_key_offset(loader->json, member) : json_offset(member), message);
    return false;
}

static bool is_wanted(struct loader *loader, enum deck_code code)
{
    return (loader->allowed >> code & 1) == 0 && loader->told[code]++ < WARN_MOST;
}

void warn(struct loader *loader, enum deck_code code, const cJSON *value,
    const char *format, ...)
{
    FORMAT_MESSAGE(message, format);
    if (is_wanted(loader, code))
        report(loader, deck_code_level(code), code, json_offset(value), message);
}

void warn_key(struct loader *loader, enum deck_code code, const cJSON *member,
    const char *format, ...)
{
    FORMAT_MESSAGE(message, format);
    if (is_wanted(loader, code))
        report(loader, deck_code_level(code), code, json_key_offset(loader->json, member),
            message);
}

void warn_rest(struct loader *loader)
{
    for (unsigned i = 0; i < CODE_COUNT; i++) {
        enum deck_code code = (enum deck_code)i;
        char message[96];
        if (loader->told[code] <= WARN_MOST)
            continue;
        snprintf(message, sizeof message,
            "%zu more of this kind are not shown; mend these first",
            loader->told[code] - WARN_MOST);
        report(loader, deck_code_level(code), code, 0, message);
    }
}

const char *json_type_words(const cJSON *value)
{
    if (cJSON_IsString(value))
        return value->valuestring[0] == '\0' ? "an empty text" : "a text";
    if (cJSON_IsNumber(value))
        return "a number";
    if (cJSON_IsBool(value))
        return "true or false";
    if (cJSON_IsArray(value))
        return value->child == NULL ? "an empty array" : "an array";
    return cJSON_IsObject(value) ? "an object" : "null";
}

const char *keep(struct loader *loader, const cJSON *text)
{
    (void)loader;
    return text != NULL ? text->valuestring : NULL;
}

const char *keep_lines(struct loader *loader, const cJSON *lines)
{
    if (lines == NULL || cJSON_IsString(lines))
        return keep(loader, lines);
    struct buf joined = { 0 };
    const cJSON *line;
    cJSON_ArrayForEach(line, lines)
    {
        if (line != lines->child)
            buf_add_char(&joined, '\n');
        buf_add(&joined, line->valuestring);
    }
    const char *text = arena_strdup(loader->arena, buf_text(&joined));
    buf_release(&joined);
    return text;
}

const char *const *keep_texts(struct loader *loader, const cJSON *texts, size_t *count)
{
    *count = 0;
    if (texts == NULL)
        return NULL;
    const char **kept = NULL;
    size_t capacity = 0;
    const cJSON *text = cJSON_IsArray(texts) ? texts->child : texts;
    for (; text != NULL; text = cJSON_IsArray(texts) ? text->next : NULL) {
        kept = arena_grow(loader->arena, kept, *count, &capacity, sizeof *kept);
        kept[(*count)++] = keep(loader, text);
    }
    return kept;
}

const struct key_item *keep_item(
    struct loader *loader, const char *answer, const cJSON *accept)
{
    struct key_item *item = arena_alloc(loader->arena, sizeof *item);
    item->count = 1 + (accept != NULL ? (size_t)cJSON_GetArraySize(accept) : 0);
    const char **forms = arena_alloc(loader->arena, item->count * sizeof *forms);
    size_t at = 0;
    forms[at++] = answer;
    const cJSON *form;
    cJSON_ArrayForEach(form, accept) forms[at++] = keep(loader, form);
    item->forms = forms;
    return item;
}

void keep_feedback(struct loader *loader, const cJSON *object, struct key *key)
{
    if (object == NULL)
        return;
    struct key_feedback *pairs = NULL;
    size_t capacity = 0;
    const cJSON *member;
    cJSON_ArrayForEach(member, object)
    {
        pairs = arena_grow(
            loader->arena, pairs, key->feedback_count, &capacity, sizeof *pairs);
        pairs[key->feedback_count++] =
            (struct key_feedback){ arena_strdup(loader->arena, member->string),
                keep(loader, member) };
    }
    key->feedback = pairs;
}

/* DECK/NOTE, or DECK/NOTE#KEY. */
static const char *join_name(
    struct arena *arena, const char *deck, const char *note, const char *key)
{
    char *name = arena_alloc(arena, strlen(deck) + strlen(note) + strlen(key) + 3);
    char *end = stpcpy(name, deck);
    *end++ = '/';
    end = stpcpy(end, note);
    if (key[0] != '\0')
        *end++ = '#';
    strcpy(end, key);
    return name;
}

struct card *add_card(
    struct loader *loader, const struct note *note, const char *key_name)
{
    struct deck *deck = loader->deck;
    deck->cards = arena_grow(loader->arena, deck->cards, deck->card_count,
        &loader->card_capacity, sizeof *deck->cards);
    struct card *card = &deck->cards[deck->card_count++];
    *card = (struct card){
        .note = note,
        .key_name = key_name,
        .hint = note->hint,
        .name = join_name(loader->arena, deck->id, note->id, key_name),
    };
    return card;
}
