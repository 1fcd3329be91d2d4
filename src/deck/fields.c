#include "deck/fields.h"

#include "base/near.h"

#include <math.h>
#include <string.h>

struct field_rule {
    const char *key;
    enum field_type type;
    bool in_defaults;
    unsigned kinds;
};

static const struct field_rule rules[FIELD_COUNT] = {
#define X(field, key, type, in_defaults, kinds)                                          \
    [field] = { key, type, in_defaults, kinds },
    CARD_FIELDS(X)
#undef X
};

bool key_is_remark(const char *key)
{
    return strcmp(key, "//") == 0 || strncmp(key, "x-", 2) == 0;
}

static bool is_text(const cJSON *value)
{
    return cJSON_IsString(value) && value->valuestring[0] != '\0';
}

/* The first item that is no text (with `may_be_empty`: no string); NULL if all are. */
static const cJSON *bad_item(const cJSON *array, bool may_be_empty)
{
    const cJSON *item = array->child;
    while (item != NULL && (may_be_empty ? cJSON_IsString(item) : is_text(item)))
        item = item->next;
    return item;
}

static bool is_texts(const cJSON *value, bool may_be_empty)
{
    return cJSON_IsArray(value) && value->child != NULL &&
           bad_item(value, may_be_empty) == NULL;
}

/* An array of lines may hold empty ones, but not only those. */
static bool is_lines(const cJSON *value)
{
    if (!is_texts(value, true))
        return false;
    const cJSON *line;
    cJSON_ArrayForEach(line, value) if (line->valuestring[0] != '\0') return true;
    return false;
}

static bool has_type(const cJSON *value, enum field_type type)
{
    switch (type) {
    case TYPE_ANY:
        return !cJSON_IsNull(value);
    case TYPE_TEXT:
        return is_text(value);
    case TYPE_LINES:
        return is_text(value) || is_lines(value);
    case TYPE_TEXTS:
        return is_texts(value, false);
    case TYPE_NAMES:
        return is_text(value) || is_texts(value, false);
    case TYPE_FLAG:
        return cJSON_IsBool(value);
    case TYPE_NUMBER:
        return cJSON_IsNumber(value) && isfinite(value->valuedouble);
    case TYPE_OBJECT:
        return cJSON_IsObject(value);
    case TYPE_ARRAY:
        return cJSON_IsArray(value);
    }
    return false;
}

static const char *type_words(enum field_type type)
{
    switch (type) {
    case TYPE_ANY:
        return "a value";
    case TYPE_TEXT:
        return "a text in quotes";
    case TYPE_LINES:
        return "a text, or an array of lines";
    case TYPE_TEXTS:
        return "an array of texts, as [\"one\", \"another\"]";
    case TYPE_NAMES:
        return "a text, or an array of texts";
    case TYPE_FLAG:
        return "true or false";
    case TYPE_NUMBER:
        return "a number";
    case TYPE_OBJECT:
        return "an object, as { \"key\": \"text\" }";
    case TYPE_ARRAY:
        return "an array";
    }
    return "";
}

/* The lines together are one text. */
static bool lines_fit(const cJSON *lines)
{
    size_t len = 0;
    const cJSON *line;
    cJSON_ArrayForEach(line, lines) len += strlen(line->valuestring) + 1;
    return len <= DECK_MAX_TEXT + 1;
}

static bool overlong(struct loader *loader, const cJSON *value)
{
    return complain(
        loader, CODE_VALUE, value, "text of more than 64 KiB; split the card");
}

bool value_check(
    struct loader *loader, const cJSON *value, const char *name, enum field_type type)
{
    if (has_type(value, type))
        return type != TYPE_LINES || lines_fit(value) || overlong(loader, value);
    bool items = type == TYPE_TEXTS || type == TYPE_NAMES || type == TYPE_LINES;
    const cJSON *bad =
        items && cJSON_IsArray(value) ? bad_item(value, type == TYPE_LINES) : NULL;
    if (bad != NULL)
        return complain(loader, CODE_TYPE, bad, "\"%s\" must be %s; this is %s", name,
            type_words(type), json_type_words(bad));
    if (type == TYPE_LINES && cJSON_IsArray(value) && value->child != NULL)
        return complain(loader, CODE_VALUE, value, "\"%s\" has only empty lines", name);
    if (type == TYPE_NUMBER && cJSON_IsNumber(value))
        return complain(loader, CODE_VALUE, value, "\"%s\" is too large", name);
    return complain(loader, CODE_TYPE, value, "\"%s\" must be %s, not %s", name,
        type_words(type), json_type_words(value));
}

const cJSON *fields_get(const struct fields *fields, enum field field)
{
    const cJSON *value = fields->own[field];
    if (value == NULL)
        value = fields->inherited[field];
    return cJSON_IsNull(value) ? NULL : value;
}

static bool unknown_key(struct loader *loader, const cJSON *member, const char *what,
    const char *const *names, size_t count)
{
    const char *near = near_best(member->string, names, count);
    if (near != NULL)
        return complain_key(loader, CODE_UNKNOWN_KEY, member,
            "unknown key \"%s\" in %s; did you mean \"%s\"?", member->string, what, near);
    return complain_key(loader, CODE_UNKNOWN_KEY, member,
        "unknown key \"%s\" in %s; keys of your own begin with \"x-\"", member->string,
        what);
}

static bool duplicate_key(struct loader *loader, const cJSON *member)
{
    return complain_key(loader, CODE_DUPLICATE_KEY, member,
        "the key \"%s\" stands here a second time; remove one", member->string);
}

bool object_collect(struct loader *loader, const cJSON *object, const char *what,
    const char *const *names, const cJSON **values, size_t count)
{
    bool ok = true;
    const cJSON *member;
    cJSON_ArrayForEach(member, object)
    {
        size_t at = 0;
        while (at < count && (names[at][0] != member->string[0] ||
                                 strcmp(names[at], member->string) != 0))
            at++;
        if (at < count && values[at] == NULL)
            values[at] = member;
        else if (at < count)
            ok = duplicate_key(loader, member);
        else if (!key_is_remark(member->string))
            ok = unknown_key(loader, member, what, names, count);
    }
    return ok;
}

bool object_check_keys(struct loader *loader, const cJSON *object)
{
    struct map seen = { 0 };
    bool ok = true;
    const cJSON *member;
    cJSON_ArrayForEach(member,
        object) if (!key_is_remark(member->string) && !map_add(&seen, member->string, 0))
        ok = duplicate_key(loader, member);
    map_release(&seen);
    return ok;
}

bool feedback_check(struct loader *loader, const cJSON *object)
{
    if (object == NULL)
        return true;
    if (!value_check(loader, object, "feedback", TYPE_OBJECT))
        return false;
    bool ok = object_check_keys(loader, object);
    const cJSON *said;
    cJSON_ArrayForEach(said, object) if (!is_text(said)) ok =
        complain(loader, CODE_TYPE, said, "what to say to \"%s\" must be a text, not %s",
            said->string, json_type_words(said));
    return ok;
}

static bool check_type(struct loader *loader, const cJSON *member, enum field field)
{
    const struct field_rule *rule = &rules[field];
    if (cJSON_IsNull(member) && rule->in_defaults)
        return true; // clears the default
    return value_check(loader, member, rule->key, rule->type);
}

static bool is_allowed(
    struct loader *loader, const cJSON *member, enum field field, bool defaults)
{
    if (!defaults || rules[field].in_defaults)
        return true;
    return complain_key(loader, CODE_MEANINGLESS_KEY, member,
        "\"%s\" belongs to a single card, not into \"defaults\"", rules[field].key);
}

static const cJSON *find_overlong(const cJSON *value)
{
    if (cJSON_IsString(value))
        return strlen(value->valuestring) > DECK_MAX_TEXT ? value : NULL;
    const cJSON *item, *found = NULL;
    cJSON_ArrayForEach(item, value) if (found == NULL) found = find_overlong(item);
    return found;
}

/* The bytes that the value takes in the file, and what stands before the next one. */
static size_t written_len(const struct loader *loader, const cJSON *value)
{
    size_t end =
        value->next != NULL ? json_offset(value->next) : loader->json->source.len;
    return end - json_offset(value);
}

bool texts_fit(struct loader *loader, const cJSON *value)
{
    if (written_len(loader, value) <= DECK_MAX_TEXT)
        return true;
    const cJSON *found = find_overlong(value);
    return found == NULL || overlong(loader, found);
}

bool fields_collect(struct loader *loader, const cJSON *object, bool defaults,
    const cJSON *own[FIELD_COUNT])
{
    static const char *const names[FIELD_COUNT] = {
#define X(field, key, type, in_defaults, kinds) [field] = key,
        CARD_FIELDS(X)
#undef X
    };
    bool ok = object_collect(
        loader, object, defaults ? "\"defaults\"" : "a card", names, own, FIELD_COUNT);
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        if (own[i] == NULL)
            continue;
        enum field field = (enum field)i;
        if (!is_allowed(loader, own[i], field, defaults) ||
            !check_type(loader, own[i], field)) {
            own[i] = NULL;
            ok = false;
        }
    }
    return ok;
}

bool fields_check_kind(
    struct loader *loader, const struct fields *fields, enum key_kind kind)
{
    bool ok = true;
    for (size_t i = 0; i < FIELD_COUNT; i++)
        if (fields->own[i] != NULL && (rules[i].kinds >> kind & 1) == 0)
            ok = complain_key(loader, CODE_MEANINGLESS_KEY, fields->own[i],
                "\"%s\" has no meaning for a %s card; leave it out", rules[i].key,
                key_kind_word(kind));
    return ok;
}
