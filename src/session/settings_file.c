/*
 * The settings file: JSON to settings and back, one setting at a time.
 */
#include "session/settings.h"

#include "base/file.h"
#include "base/json.h"
#include "base/near.h"
#include "base/span.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_LIMIT = 1024 * 1024, MOST_SETTINGS = 64 };

/* ---- steps: "1m 10m" -------------------------------------------------------------- */

/* Delays must grow: else Good could come back before Again. */
static bool parse_steps(const char *text, struct steps *steps)
{
    int64_t last = 0;
    *steps = (struct steps){ 0 };
    for (;;) {
        text += strspn(text, " ");
        if (*text == '\0')
            return true;
        size_t len;
        int64_t ms = span_parse(text, &len);
        if (ms <= last || steps->count == SCHEDULE_MAX_STEPS ||
            strchr(" ", text[len]) == NULL)
            return false;
        steps->ms[steps->count++] = last = ms;
        text += len;
    }
}

static void render_steps(const struct steps *steps, struct buf *out)
{
    for (size_t i = 0; i < steps->count; i++) {
        long long count;
        char unit = span_unit(steps->ms[i], &count);
        buf_addf(out, "%s%lld%c", i > 0 ? " " : "", count, unit);
    }
}

/* ---- from JSON --------------------------------------------------------------------- */

static void *field_of(const struct setting *setting, struct settings *settings)
{
    return (char *)settings + setting->offset;
}

/* "one of "last", "first", "mixed"". */
static void describe_words(const char *const *words, char out[120])
{
    size_t used = (size_t)snprintf(out, 120, "one of");
    for (size_t i = 0; words[i] != NULL && used < 120; i++)
        used += (size_t)snprintf(
            out + used, 120 - used, "%s \"%s\"", i > 0 ? "," : "", words[i]);
}

/* What a value of this setting looks like, for messages. */
static void describe(const struct setting *setting, char out[120])
{
    switch (setting->type) {
    case SETTING_NUMBER:
        snprintf(out, 120, "a number from %g to %g", setting->low, setting->high);
        break;
    case SETTING_COUNT:
        snprintf(out, 120, "a whole number from %g to %g", setting->low, setting->high);
        break;
    case SETTING_FLAG:
        snprintf(out, 120, "true or false");
        break;
    case SETTING_STEPS:
        snprintf(
            out, 120, "up to 8 growing delays in a text, as \"1m 10m\" (s, m, h, d)");
        break;
    case SETTING_PATHS:
        snprintf(out, 120, "an array of paths, as [\"/home/me/decks\"]");
        break;
    case SETTING_WORD:
        describe_words(setting->words, out);
        break;
    case SETTING_KEYS:
        snprintf(out, 120, "an object of actions and keys, as { \"undo\": \"z\" }");
        break;
    }
}

static bool take_number(const struct setting *setting, const cJSON *value, void *field)
{
    if (!cJSON_IsNumber(value) || !(value->valuedouble >= setting->low) ||
        !(value->valuedouble <= setting->high))
        return false;
    if (setting->type == SETTING_NUMBER) {
        *(double *)field = value->valuedouble;
        return true;
    }
    if (value->valuedouble != floor(value->valuedouble))
        return false;
    *(int *)field = (int)value->valuedouble;
    return true;
}

static bool take_word(const struct setting *setting, const cJSON *value, int *out)
{
    for (int i = 0; cJSON_IsString(value) && setting->words[i] != NULL; i++)
        if (strcmp(setting->words[i], value->valuestring) == 0) {
            *out = i;
            return true;
        }
    return false;
}

static bool take_paths(const cJSON *value, struct arena *arena, struct paths *paths)
{
    const cJSON *path;
    if (!cJSON_IsArray(value))
        return false;
    const char **items =
        arena_alloc(arena, ((size_t)cJSON_GetArraySize(value) + 1) * sizeof *items);
    size_t count = 0;
    cJSON_ArrayForEach(path, value)
    {
        if (!cJSON_IsString(path))
            return false;
        items[count++] = arena_strdup(arena, path->valuestring);
    }
    *paths = (struct paths){ items, count };
    return true;
}

static bool take_keys(const cJSON *value, struct action_keys *keys)
{
    const cJSON *bad;
    char why[ACTION_WHY_TEXT];
    return action_keys_read(value, keys, &bad, why);
}

/* Takes a value over; false if it has the wrong type or range. */
static bool take(
    const struct setting *setting, const cJSON *value, struct settings *settings)
{
    void *field = field_of(setting, settings);
    switch (setting->type) {
    case SETTING_NUMBER:
    case SETTING_COUNT:
        return take_number(setting, value, field);
    case SETTING_FLAG:
        *(bool *)field = cJSON_IsTrue(value);
        return cJSON_IsBool(value);
    case SETTING_STEPS:
        return cJSON_IsString(value) && parse_steps(value->valuestring, field);
    case SETTING_PATHS:
        return take_paths(value, &settings->arena, field);
    case SETTING_WORD:
        return take_word(setting, value, field);
    case SETTING_KEYS:
        return take_keys(value, field);
    }
    return false;
}

static const struct setting *find(const char *name)
{
    for (size_t i = 0; i < setting_count; i++)
        if (strcmp(setting_table[i].name, name) == 0)
            return &setting_table[i];
    return NULL;
}

static const char *nearest(const char *name)
{
    const char *names[MOST_SETTINGS];
    for (size_t i = 0; i < setting_count; i++)
        names[i] = setting_table[i].name;
    return near_best(name, names, setting_count);
}

const struct setting *setting_find(const char *name, struct err *err)
{
    const struct setting *setting = find(name);
    const char *near = setting == NULL ? nearest(name) : NULL;
    if (setting == NULL && near != NULL)
        err_set(err, ERR_USAGE, "no setting '%s'; did you mean '%s'?", name, near);
    else if (setting == NULL)
        err_set(err, ERR_USAGE, "no setting '%s'; `quaestor config` lists them", name);
    return setting;
}

/* Of a name that stands twice one value would silently win. */
static bool check_once(
    struct json *json, const cJSON *object, const cJSON *member, struct err *err)
{
    return cJSON_GetObjectItemCaseSensitive(object, member->string) == member ||
           err_at(err, &json->source, json_key_offset(json, member),
               "\"%s\" stands here twice", member->string);
}

/* Of the keys each fault has its place and its own words. */
static bool take_keys_at(
    struct settings *settings, struct json *json, const cJSON *object, struct err *err)
{
    const cJSON *bad;
    char why[ACTION_WHY_TEXT];
    cJSON_ArrayForEach(bad, object)
    {
        if (bad->string != NULL && !check_once(json, object, bad, err))
            return false;
    }
    if (action_keys_read(object, &settings->keys, &bad, why))
        return true;
    bool is_name = bad != object && action_of_word(bad->string) == ACTION_NONE;
    size_t offset = is_name ? json_key_offset(json, bad) : json_offset(bad);
    return err_at(err, &json->source, offset, "%s", why);
}

static bool take_member(struct settings *settings, struct json *json, const cJSON *member,
    bool *given, struct err *err)
{
    const struct setting *setting = find(member->string);
    char wanted[120];
    if (setting == NULL) {
        const char *near = nearest(member->string);
        return err_at(err, &json->source, json_key_offset(json, member),
            near != NULL ? "no setting \"%s\"; did you mean \"%s\"?"
                         : "no setting \"%s\"",
            member->string, near);
    }
    if (given != NULL)
        given[setting - setting_table] = true;
    if (setting->type == SETTING_KEYS)
        return take_keys_at(settings, json, member, err);
    if (take(setting, member, settings))
        return true;
    describe(setting, wanted);
    return err_at(err, &json->source, json_offset(member), "\"%s\" must be %s",
        member->string, wanted);
}

static bool is_given(const bool *given, const char *name)
{
    return given[find(name) - setting_table];
}

#define OF_DECK                                                                          \
    "a deck may have its own \"retention\", \"new-per-day\" and \"reviews-per-day\""

/* The settings that struct deck_settings has. */
static bool may_be_of_deck(const char *name)
{
    static const char *const allowed[] = { "retention", "new-per-day",
        "reviews-per-day" };
    for (size_t i = 0; i < sizeof allowed / sizeof allowed[0]; i++)
        if (strcmp(allowed[i], name) == 0)
            return true;
    return false;
}

/* A deck's own settings. */
static bool take_deck(
    struct settings *settings, struct json *json, const cJSON *deck, struct err *err)
{
    struct settings own = { 0 };
    bool given[MOST_SETTINGS] = { 0 };
    const cJSON *member;
    if (!cJSON_IsObject(deck))
        return err_at(err, &json->source, json_offset(deck),
            "the settings of a deck are an object, as { \"new-per-day\": 5 }");
    cJSON_ArrayForEach(member, deck)
    {
        if (!may_be_of_deck(member->string))
            return err_at(err, &json->source, json_key_offset(json, member),
                OF_DECK ", not \"%s\"", member->string);
        if (!check_once(json, deck, member, err) ||
            !take_member(&own, json, member, given, err))
            return false;
    }
    struct deck_settings *out = &settings->by_deck[settings->by_deck_count].settings;
    settings->by_deck[settings->by_deck_count++].deck =
        arena_strdup(&settings->arena, deck->string);
    out->retention = is_given(given, "retention") ? own.retention : settings->retention;
    out->new_per_day = is_given(given, "new-per-day") ? own.new_per_day : -1;
    out->reviews_per_day = is_given(given, "reviews-per-day") ? own.reviews_per_day : -1;
    return true;
}

static bool take_decks(
    struct settings *settings, struct json *json, const cJSON *by_deck, struct err *err)
{
    const cJSON *deck;
    if (!cJSON_IsObject(by_deck))
        return err_at(err, &json->source, json_offset(by_deck),
            "\"by-deck\" is an object: a deck's id, and its settings");
    settings->by_deck = arena_alloc(&settings->arena,
        ((size_t)cJSON_GetArraySize(by_deck) + 1) * sizeof *settings->by_deck);
    cJSON_ArrayForEach(deck, by_deck)
    {
        if (!check_once(json, by_deck, deck, err) ||
            !take_deck(settings, json, deck, err))
            return false;
    }
    return true;
}

static bool is_by_deck(const cJSON *member)
{
    return strcmp(member->string, "by-deck") == 0;
}

static bool take_all(
    struct settings *settings, struct json *json, bool *given, struct err *err)
{
    const cJSON *member, *by_deck = NULL;
    if (!cJSON_IsObject(json->root))
        return err_at(err, &json->source, json_offset(json->root),
            "the settings are an object, as { \"new-per-day\": 20 }");
    cJSON_ArrayForEach(member, json->root)
    {
        bool is_note = strcmp(member->string, "//") == 0;
        if (!is_note && !check_once(json, json->root, member, err))
            return false;
        if (is_by_deck(member))
            by_deck = member;
        else if (!is_note && !take_member(settings, json, member, given, err))
            return false;
    }
    return by_deck == NULL || take_decks(settings, json, by_deck, err);
}

bool settings_parse(
    struct settings *settings, struct source source, bool *given, struct err *err)
{
    struct json json = { 0 };
    bool ok = json_parse(source, &json, err) && take_all(settings, &json, given, err);
    json_release(&json);
    return ok;
}

bool settings_load(
    struct settings *settings, const char *path, bool *given, struct err *err)
{
    struct buf text = { 0 };
    if (file_kind(path) == FILE_ABSENT)
        return true;
    bool ok = file_read(path, FILE_LIMIT, &text, err);
    struct source source = { .name = path, .text = buf_text(&text), .len = text.len };
    ok = ok && settings_parse(settings, source, given, err);
    buf_release(&text);
    return ok;
}

/* ---- to JSON ------------------------------------------------------------------------ */

static cJSON *steps_json(const struct steps *steps)
{
    struct buf text = { 0 };
    render_steps(steps, &text);
    cJSON *json = cJSON_CreateString(buf_text(&text));
    buf_release(&text);
    return json;
}

static cJSON *to_json(const struct setting *setting, const struct settings *settings)
{
    const void *field = (const char *)settings + setting->offset;
    const struct paths *paths = field;
    switch (setting->type) {
    case SETTING_NUMBER:
        return cJSON_CreateNumber(*(const double *)field);
    case SETTING_COUNT:
        return cJSON_CreateNumber(*(const int *)field);
    case SETTING_FLAG:
        return cJSON_CreateBool(*(const bool *)field);
    case SETTING_STEPS:
        return steps_json(field);
    case SETTING_PATHS:
        return paths->count > 0 ? cJSON_CreateStringArray(paths->items, (int)paths->count)
                                : cJSON_CreateArray(); // NULL for NULL otherwise
    case SETTING_WORD:
        return cJSON_CreateString(setting->words[*(const int *)field]);
    case SETTING_KEYS:
        return action_keys_json(field);
    }
    return NULL;
}

void setting_render(
    const struct setting *setting, const struct settings *settings, struct buf *out)
{
    cJSON *json = to_json(setting, settings);
    json_render(json, false, out);
    cJSON_Delete(json);
}

/* The value as typed: a path or steps are texts, all else is JSON. */
static cJSON *typed_value(const struct setting *setting, const char *text)
{
    if (setting->type == SETTING_STEPS || setting->type == SETTING_WORD)
        return cJSON_CreateString(text);
    if (setting->type == SETTING_PATHS)
        return cJSON_CreateStringArray(&text, 1);
    return cJSON_ParseWithOpts(text, NULL, true);
}

static bool check_value(
    const struct setting *setting, const cJSON *value, const char *text, struct err *err)
{
    struct settings scratch;
    char wanted[120];
    settings_init(&scratch);
    bool ok = value != NULL && take(setting, value, &scratch);
    settings_release(&scratch);
    if (ok)
        return true;
    describe(setting, wanted);
    return err_set(err, ERR_USAGE, "'%s' is no value for %s: it takes %s", text,
        setting->name, wanted);
}

/* The file as it is, or an empty object where there is none; NULL with err if it is broken. */
static cJSON *read_object(const char *path, struct err *err)
{
    struct settings scratch;
    struct buf text = { 0 };
    cJSON *root = NULL;
    if (file_kind(path) == FILE_ABSENT)
        return cJSON_CreateObject();
    settings_init(&scratch);
    if (settings_load(&scratch, path, NULL, err) &&
        file_read(path, FILE_LIMIT, &text, err))
        root = cJSON_Parse(text.text);
    settings_release(&scratch);
    buf_release(&text);
    return root;
}

/* The object that holds the setting: the root, or that of the deck, made where it is missing. */
static cJSON *holder(cJSON *root, const char *deck)
{
    const char *path[] = { "by-deck", deck };
    cJSON *object = root;
    for (size_t i = 0; deck != NULL && i < 2; i++) {
        cJSON *inner = cJSON_GetObjectItemCaseSensitive(object, path[i]);
        object = inner != NULL ? inner : cJSON_AddObjectToObject(object, path[i]);
    }
    return object;
}

/* Puts the value in, or takes the setting out; objects that become empty go. */
static void put(cJSON *root, const char *deck, const char *name, cJSON *value)
{
    cJSON *object = holder(root, deck);
    if (value == NULL)
        cJSON_DeleteItemFromObjectCaseSensitive(object, name);
    else if (!cJSON_ReplaceItemInObjectCaseSensitive(object, name, value))
        cJSON_AddItemToObject(object, name, value);
    cJSON *by_deck = cJSON_GetObjectItemCaseSensitive(root, "by-deck");
    if (deck != NULL && object->child == NULL)
        cJSON_DeleteItemFromObjectCaseSensitive(by_deck, deck);
    if (by_deck != NULL && by_deck->child == NULL)
        cJSON_DeleteItemFromObjectCaseSensitive(root, "by-deck");
}

static bool write_object(const char *path, const cJSON *root, struct err *err)
{
    struct buf out = { 0 };
    json_render(root, true, &out);
    buf_add_char(&out, '\n');
    bool ok =
        file_make_folder_of(path, err) && file_replace(path, out.text, out.len, err);
    buf_release(&out);
    return ok;
}

bool settings_set(const char *path, const char *deck, const struct setting *setting,
    const char *text, struct err *err)
{
    cJSON *value = text != NULL ? typed_value(setting, text) : NULL;
    if (deck != NULL && !may_be_of_deck(setting->name)) {
        cJSON_Delete(value);
        return err_set(err, ERR_USAGE, OF_DECK ", not '%s'", setting->name);
    }
    if (text != NULL && !check_value(setting, value, text, err)) {
        cJSON_Delete(value);
        return false;
    }
    cJSON *root = read_object(path, err);
    if (root == NULL) {
        cJSON_Delete(value);
        return false;
    }
    put(root, deck, setting->name, value);
    bool ok = write_object(path, root, err);
    cJSON_Delete(root);
    return ok;
}
