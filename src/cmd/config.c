/*
 * The settings: what they are, where their values come from, and setting them.
 */
#include "cmd/card.h"
#include "cmd/command.h"

#include "base/file.h"
#include "base/utf8.h"

#include <stdlib.h>

enum { MEANING_COLUMN = 32 };

static const char *origin(const struct app *app, const struct setting *setting)
{
    return app->setting_given[setting - setting_table] ? "file" : "default";
}

/* The value as JSON.  An empty list is written here: cJSON makes nothing of it. */
static void add_value(struct app *app, const struct setting *setting, struct buf *out)
{
    if (setting->type == SETTING_PATHS && app->settings.decks.count == 0)
        buf_add(out, "[]");
    else
        setting_render(setting, &app->settings, out);
}

static void print_json(struct app *app)
{
    cJSON *root = cJSON_CreateObject();
    cJSON_AddStringToObject(root, "file", app->config_path);
    cJSON *settings = cJSON_AddArrayToObject(root, "settings");
    for (size_t i = 0; i < setting_count; i++) {
        struct buf value = { 0 };
        cJSON *object = cJSON_CreateObject();
        add_value(app, &setting_table[i], &value);
        cJSON_AddStringToObject(object, "name", setting_table[i].name);
        cJSON_AddItemToObject(object, "value", cJSON_Parse(value.text));
        cJSON_AddStringToObject(object, "from", origin(app, &setting_table[i]));
        cJSON_AddStringToObject(object, "meaning", setting_table[i].meaning);
        cJSON_AddItemToArray(settings, object);
        buf_release(&value);
    }
    app_print_json(app, root);
}

/* A value too long for its column has a line of its own. */
static void print_setting(struct app *app, const struct setting *setting)
{
    struct buf label = { 0 }, value = { 0 };
    bool given = app->setting_given[setting - setting_table];
    add_value(app, setting, &value);
    buf_addf(&label, "%c %-17s %s", given ? '*' : ' ', setting->name, value.text);
    if (utf8_width(label.text, label.len) >= MEANING_COLUMN) {
        buf_add_char(&label, '\n');
        term_text(&app->out, STYLE_PLAIN, label.text);
        buf_clear(&label);
    }
    show_fact(&app->out, buf_text(&label), MEANING_COLUMN, setting->meaning);
    buf_release(&value);
    buf_release(&label);
}

static void print_all(struct app *app)
{
    bool there = file_kind(app->config_path) != FILE_ABSENT;
    struct buf head = { 0 };
    buf_addf(&head, "settings file: %s%s\n\n", app->config_path,
        there ? " (sets what has a star)" : " (not there yet)");
    term_text(&app->out, STYLE_PLAIN, head.text);
    buf_release(&head);
    for (size_t i = 0; i < setting_count; i++)
        print_setting(app, &setting_table[i]);
}

static void print_one(struct app *app, const struct setting *setting)
{
    struct buf value = { 0 };
    add_value(app, setting, &value);
    buf_add_char(&value, '\n');
    term_text(&app->out, STYLE_PLAIN, value.text);
    buf_release(&value);
}

/* A path is kept whole, so that it means the same from every folder. */
static bool set(struct app *app, const struct setting *setting, const char *value)
{
    if (setting->type != SETTING_PATHS)
        return settings_set(app->config_path, setting, value, &app->err);
    char *whole = realpath(value, NULL);
    if (whole == NULL)
        return err_set(&app->err, ERR_USAGE, "no file or folder '%s'", value);
    bool ok = settings_set(app->config_path, setting, whole, &app->err);
    free(whole);
    return ok;
}

static int run(struct app *app, const struct call *call)
{
    if (call->count == 0) {
        if (app->global.json)
            print_json(app);
        else
            print_all(app);
        return STATUS_DONE;
    }
    const struct setting *setting = setting_find(call->words[0], &app->err);
    if (setting == NULL)
        return (int)app->err.kind;
    if (call->count == 1) {
        print_one(app, setting);
        return STATUS_DONE;
    }
    return set(app, setting, call->words[1]) ? STATUS_DONE : (int)app->err.kind;
}

const struct command cmd_config = {
    .name = "config",
    .group = "data",
    .args = "[SETTING [VALUE]]",
    .summary = "the settings, with their meaning and origin; sets one",
    .needs = MAKES_CONFIG,
    .most = 2,
    .run = run,
};
