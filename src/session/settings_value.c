/*
 * One setting's value: from JSON, from a command line, to JSON, and in words.
 */
#include "session/settings_value.h"

#include "base/span.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

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
static void describe_words(const char *const *words, char out[SETTING_WANTED_TEXT])
{
    size_t used = (size_t)snprintf(out, SETTING_WANTED_TEXT, "one of");
    for (size_t i = 0; words[i] != NULL && used < SETTING_WANTED_TEXT; i++)
        used += (size_t)snprintf(out + used, SETTING_WANTED_TEXT - used, "%s \"%s\"",
            i > 0 ? "," : "", words[i]);
}

void setting_describe(const struct setting *setting, char out[SETTING_WANTED_TEXT])
{
    switch (setting->type) {
    case SETTING_NUMBER:
        snprintf(out, SETTING_WANTED_TEXT, "a number from %g to %g", setting->low,
            setting->high);
        break;
    case SETTING_COUNT:
        snprintf(out, SETTING_WANTED_TEXT, "a whole number from %g to %g", setting->low,
            setting->high);
        break;
    case SETTING_FLAG:
        snprintf(out, SETTING_WANTED_TEXT, "true or false");
        break;
    case SETTING_STEPS:
        snprintf(out, SETTING_WANTED_TEXT,
            "up to 8 growing delays in a text, as \"1m 10m\" (s, m, h, d)");
        break;
    case SETTING_PATHS:
        snprintf(out, SETTING_WANTED_TEXT, "an array of paths, as [\"/home/me/decks\"]");
        break;
    case SETTING_WORD:
        describe_words(setting->words, out);
        break;
    case SETTING_KEYS:
        snprintf(out, SETTING_WANTED_TEXT,
            "an object of actions and keys, as { \"undo\": \"z\" }");
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

bool setting_take(
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

/* ---- from a command line ----------------------------------------------------------------- */

/* The value as typed: a path or steps are texts, all else is JSON. */
static cJSON *parse_typed(const struct setting *setting, const char *text)
{
    if (setting->type == SETTING_STEPS || setting->type == SETTING_WORD)
        return cJSON_CreateString(text);
    if (setting->type == SETTING_PATHS)
        return cJSON_CreateStringArray(&text, 1);
    return cJSON_ParseWithOpts(text, NULL, true);
}

cJSON *setting_typed(const struct setting *setting, const char *text, struct err *err)
{
    struct settings scratch;
    char wanted[SETTING_WANTED_TEXT];
    cJSON *value = parse_typed(setting, text);
    settings_init(&scratch);
    bool ok = value != NULL && setting_take(setting, value, &scratch);
    settings_release(&scratch);
    if (ok)
        return value;
    cJSON_Delete(value);
    setting_describe(setting, wanted);
    err_set(err, ERR_USAGE, "'%s' is no value for %s: it takes %s", text, setting->name,
        wanted);
    return NULL;
}
