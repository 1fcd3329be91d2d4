/*
 * The right answers of the kinds: from the JSON of a card to the key that is judged against.
 */
#include "deck/fields.h"

#include <math.h>
#include <string.h>

static const struct {
    const char *word;
    unsigned bit;
} strict_words[] = {
    { "case", STRICT_CASE },
    { "accents", STRICT_ACCENTS },
    { "punctuation", STRICT_PUNCTUATION },
    { "typos", STRICT_TYPOS },
};

static bool add_strict(struct loader *loader, const cJSON *word, unsigned *strict)
{
    for (size_t i = 0; i < sizeof strict_words / sizeof strict_words[0]; i++)
        if (cJSON_IsString(word) &&
            strcmp(word->valuestring, strict_words[i].word) == 0) {
            *strict |= strict_words[i].bit;
            return true;
        }
    return complain(loader, CODE_VALUE, word,
        "\"strict\" is true, or of \"case\", \"accents\", \"punctuation\", \"typos\"");
}

bool strict_read(struct loader *loader, const struct fields *fields, unsigned *strict)
{
    const cJSON *value = fields_get(fields, FIELD_STRICT);
    *strict = 0;
    if (value == NULL || cJSON_IsFalse(value))
        return true;
    if (cJSON_IsTrue(value)) {
        *strict = STRICT_ALL;
        return true;
    }
    if (!cJSON_IsArray(value))
        return add_strict(loader, value, strict);
    const cJSON *word;
    cJSON_ArrayForEach(word, value) if (!add_strict(loader, word, strict)) return false;
    return true;
}

static bool build_text(
    struct loader *loader, const struct fields *fields, struct key *key)
{
    const cJSON *answer = fields->own[FIELD_ANSWER];
    if (answer->valuestring[0] == '\0')
        return complain(loader, CODE_VALUE, answer, "the answer is empty");
    key->items = keep_item(loader, keep(loader, answer), fields->own[FIELD_ACCEPT]);
    key->count = 1;
    return true;
}

bool tolerance_check(struct loader *loader, const cJSON *tolerance)
{
    return tolerance == NULL || tolerance->valuedouble >= 0 ||
           complain(loader, CODE_VALUE, tolerance, "\"tolerance\" must not be negative");
}

static bool build_number(
    struct loader *loader, const struct fields *fields, struct key *key)
{
    const cJSON *answer = fields->own[FIELD_ANSWER];
    const cJSON *tolerance = fields_get(fields, FIELD_TOLERANCE);
    key->number = answer->valuedouble;
    if (!isfinite(key->number))
        return complain(
            loader, CODE_VALUE, answer, "the number is too large; quote it as text");
    if (!tolerance_check(loader, tolerance))
        return false;
    key->tolerance = tolerance != NULL ? tolerance->valuedouble : 0;
    key->unit = keep(loader, fields_get(fields, FIELD_UNIT));
    const char *written = loader->json->source.text + json_offset(answer);
    size_t len = strspn(written, "+-.0123456789eE");
    key->items = keep_item(
        loader, arena_strndup(loader->arena, written, len), fields->own[FIELD_ACCEPT]);
    key->count = 1;
    return true;
}

/* An item of a list: a text, or an array of names for the same thing. */
static bool build_list_item(
    struct loader *loader, const cJSON *value, bool names, struct key_item *item)
{
    bool several = names && cJSON_IsArray(value) && value->child != NULL;
    const cJSON *form;
    if (!several && !(cJSON_IsString(value) && value->valuestring[0] != '\0'))
        return complain(loader, CODE_TYPE, value,
            names ? "an item is a text, or an array of names for it; not %s"
                  : "a right choice is a text, not %s",
            json_type_words(value));
    if (several)
        cJSON_ArrayForEach(
            form, value) if (!(cJSON_IsString(form) &&
                                 form->valuestring[0] != '\0')) return complain(loader,
            CODE_TYPE, form, "a name is a text, not %s", json_type_words(form));
    item->forms = keep_texts(loader, value, &item->count);
    return true;
}

static bool build_list(
    struct loader *loader, const struct fields *fields, bool names, struct key *key)
{
    const cJSON *answer = fields->own[FIELD_ANSWER], *value;
    if (answer->child == NULL)
        return complain(loader, CODE_VALUE, answer, "the list of answers is empty");
    key->count = (size_t)cJSON_GetArraySize(answer);
    struct key_item *items = arena_alloc(loader->arena, key->count * sizeof *items);
    bool ok = true;
    size_t at = 0;
    cJSON_ArrayForEach(value, answer) ok =
        build_list_item(loader, value, names, &items[at++]) && ok;
    key->items = items;
    return ok;
}

static bool is_option(const char *const *options, size_t count, const char *text)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(options[i], text) == 0)
            return true;
    return false;
}

static bool add_options(struct loader *loader, const cJSON *value, bool several,
    const char **options, struct key *key)
{
    for (; value != NULL; value = several ? value->next : NULL) {
        if (is_option(options, key->option_count, value->valuestring))
            return complain(loader, CODE_VALUE, value,
                "\"%s\" stands among the choices twice", value->valuestring);
        options[key->option_count++] = keep(loader, value);
    }
    return true;
}

/* The right options first, then the wrong ones, as the author wrote them. */
static bool build_options(
    struct loader *loader, const struct fields *fields, struct key *key)
{
    const cJSON *wrong = fields->own[FIELD_WRONG], *answer = fields->own[FIELD_ANSWER];
    bool several = cJSON_IsArray(answer);
    size_t count = key->count + (size_t)cJSON_GetArraySize(wrong);
    const char **options = arena_alloc(loader->arena, count * sizeof *options);
    if (count > 26)
        return complain(loader, CODE_VALUE, wrong,
            "more than 26 choices; there are no letters for them");
    key->options = options;
    return add_options(loader, several ? answer->child : answer, several, options, key) &&
           add_options(loader, wrong->child, true, options, key);
}

static bool is_pair(const cJSON *pair)
{
    if (!cJSON_IsArray(pair) || cJSON_GetArraySize(pair) != 2)
        return false;
    const cJSON *side;
    cJSON_ArrayForEach(side,
        pair) if (!cJSON_IsString(side) || side->valuestring[0] == '\0') return false;
    return true;
}

static bool build_pairs(
    struct loader *loader, const struct fields *fields, struct key *key)
{
    const cJSON *pairs = fields->own[FIELD_PAIRS], *pair;
    int size = cJSON_GetArraySize(pairs);
    if (size < 2 || size > 26)
        return complain(loader, CODE_VALUE, pairs, "\"pairs\" takes 2 to 26 pairs");
    struct key_item *items = arena_alloc(loader->arena, (size_t)size * sizeof *items);
    const char **lefts = arena_alloc(loader->arena, (size_t)size * sizeof *lefts);
    const char **options = arena_alloc(loader->arena, (size_t)size * sizeof *options);
    cJSON_ArrayForEach(pair, pairs)
    {
        if (!is_pair(pair))
            return complain(loader, CODE_TYPE, pair, "a pair is [\"left\", \"right\"]");
        const char *right = keep(loader, pair->child->next);
        lefts[key->count] = keep(loader, pair->child);
        items[key->count++] = *keep_item(loader, right, NULL);
        if (!is_option(options, key->option_count, right))
            options[key->option_count++] = right;
    }
    key->items = items;
    key->lefts = lefts;
    key->options = options;
    return true;
}

bool key_build(struct loader *loader, const struct fields *fields, enum key_kind kind,
    struct key *key)
{
    key->kind = kind;
    keep_feedback(loader, fields_get(fields, FIELD_FEEDBACK), key);
    switch (kind) {
    case KEY_TEXT:
        return build_text(loader, fields, key);
    case KEY_NUMBER:
        return build_number(loader, fields, key);
    case KEY_BOOLEAN:
        key->boolean = cJSON_IsTrue(fields->own[FIELD_ANSWER]);
        return true;
    case KEY_LIST:
    case KEY_SEQUENCE:
        return build_list(loader, fields, true, key);
    case KEY_CHOICE:
        return build_text(loader, fields, key) && build_options(loader, fields, key);
    case KEY_CHOICES:
        return build_list(loader, fields, false, key) &&
               build_options(loader, fields, key);
    case KEY_PAIRS:
        return build_pairs(loader, fields, key);
    case KEY_CLOZE:
        break; // has a key for each gap
    }
    return true;
}
