/*
 * The settings file: read as a whole, every fault with its place; changed one setting at a time.
 */
#include "session/settings.h"

#include "base/file.h"
#include "base/json.h"
#include "base/near.h"
#include "session/settings_value.h"

#include <string.h>

enum { FILE_LIMIT = 1024 * 1024, MOST_SETTINGS = 64 };

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
    char wanted[SETTING_WANTED_TEXT];
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
    if (setting_take(setting, member, settings))
        return true;
    setting_describe(setting, wanted);
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

/* ---- setting one ------------------------------------------------------------------------- */

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
    bool ok = file_replace(path, out.text, out.len, err);
    buf_release(&out);
    return ok;
}

/* Takes over `value`. */
static bool set(
    const char *path, const char *deck, const char *name, cJSON *value, struct err *err)
{
    cJSON *root = read_object(path, err);
    if (root == NULL) {
        cJSON_Delete(value);
        return false;
    }
    put(root, deck, name, value);
    bool ok = write_object(path, root, err);
    cJSON_Delete(root);
    return ok;
}

bool settings_set(const char *path, const char *deck, const struct setting *setting,
    const char *text, struct err *err)
{
    if (deck != NULL && !may_be_of_deck(setting->name))
        return err_set(err, ERR_USAGE, OF_DECK ", not '%s'", setting->name);
    cJSON *value = text != NULL ? setting_typed(setting, text, err) : NULL;
    if (text != NULL && value == NULL)
        return false;
    if (!file_make_folder_of(path, err)) {
        cJSON_Delete(value);
        return false;
    }
    int lock = file_lock_folder_of(path);
    bool ok = set(path, deck, setting->name, value, err);
    file_unlock(lock);
    return ok;
}
