/*
 * The settings: what they are, where their values come from, and setting them.
 */
#include "cmd/card.h"
#include "cmd/command.h"

#include <string.h>

static const char *origin(const struct app *app, const struct setting *setting)
{
    return app->setting_given[setting - setting_table] ? "file" : "default";
}

static void print_json(struct app *app)
{
    cJSON *root = cJSON_CreateObject();
    cJSON_AddStringToObject(root, "file", app->config_path);
    cJSON *settings = cJSON_AddArrayToObject(root, "settings");
    for (size_t i = 0; i < setting_count; i++) {
        struct buf value = { 0 };
        cJSON *object = cJSON_CreateObject();
        setting_render(&setting_table[i], &app->settings, &value);
        cJSON_AddStringToObject(object, "name", setting_table[i].name);
        cJSON_AddItemToObject(object, "value", cJSON_Parse(value.text));
        cJSON_AddStringToObject(object, "from", origin(app, &setting_table[i]));
        cJSON_AddStringToObject(object, "meaning", setting_table[i].meaning);
        cJSON_AddItemToArray(settings, object);
        buf_release(&value);
    }
    app_print_json(app, root);
}

static void print_all(struct app *app)
{
    struct buf text = { 0 };
    buf_addf(&text, "settings file: %s\n\n", app->config_path);
    for (size_t i = 0; i < setting_count; i++) {
        const struct setting *setting = &setting_table[i];
        struct buf value = { 0 };
        setting_render(setting, &app->settings, &value);
        buf_addf(&text, "%-18s %-12s %-8s %s\n", setting->name, value.text,
            origin(app, setting), setting->meaning);
        buf_release(&value);
    }
    term_text(&app->out, STYLE_PLAIN, text.text);
    buf_release(&text);
}

static void print_one(struct app *app, const struct setting *setting)
{
    struct buf value = { 0 };
    setting_render(setting, &app->settings, &value);
    buf_add_char(&value, '\n');
    term_text(&app->out, STYLE_PLAIN, value.text);
    buf_release(&value);
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
    if (!settings_set(app->config_path, setting, call->words[1], &app->err))
        return (int)app->err.kind;
    return STATUS_DONE;
}

const struct command cmd_config = {
    .name = "config",
    .group = "data",
    .args = "[SETTING [VALUE]]",
    .summary = "the settings, with their meaning and origin; sets one",
    .most = 2,
    .run = run,
};
