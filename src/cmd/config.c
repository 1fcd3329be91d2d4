/*
 * The settings: what they are, where their values come from, and setting them.
 */
#include "cmd/card.h"
#include "cmd/command.h"
#include "cmd/editor.h"

#include "base/file.h"
#include "base/near.h"
#include "base/utf8.h"

#include <stdlib.h>

enum { MEANING_COLUMN = 32 };

struct config_options {
    const char *deck;
    bool unset, edit;
};

static const struct opt config_opts[] = {
    { "deck", 0, OPT_TEXT, offsetof(struct config_options, deck), "ID",
        "a setting of this deck's own" },
    { "unset", 0, OPT_FLAG, offsetof(struct config_options, unset), NULL,
        "take the setting out, so that its default holds" },
    { "edit", 0, OPT_FLAG, offsetof(struct config_options, edit), NULL,
        "open the settings file in your editor, and check it" },
    { .name = NULL },
};

static const char *origin(const struct app *app, const struct setting *setting)
{
    return app->setting_given[setting - setting_table] ? "file" : "default";
}

/* A deck's own settings as JSON; those that it shares are left out. */
static cJSON *deck_json(const struct app *app, const struct deck_settings *own)
{
    cJSON *object = cJSON_CreateObject();
    if (own->retention < app->settings.retention ||
        own->retention > app->settings.retention)
        cJSON_AddNumberToObject(object, "retention", own->retention);
    if (own->new_per_day >= 0)
        cJSON_AddNumberToObject(object, "new-per-day", own->new_per_day);
    if (own->reviews_per_day >= 0)
        cJSON_AddNumberToObject(object, "reviews-per-day", own->reviews_per_day);
    return object;
}

static void print_decks(struct app *app)
{
    for (size_t i = 0; i < app->settings.by_deck_count; i++) {
        struct buf line = { 0 };
        cJSON *own = deck_json(app, &app->settings.by_deck[i].settings);
        buf_addf(&line, "%s%s: ", i == 0 ? "\nof single decks\n* " : "* ",
            app->settings.by_deck[i].deck);
        json_render(own, false, &line);
        buf_add_char(&line, '\n');
        term_text(&app->out, STYLE_PLAIN, line.text);
        cJSON_Delete(own);
        buf_release(&line);
    }
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
    cJSON *decks = cJSON_AddObjectToObject(root, "by_deck");
    for (size_t i = 0; i < app->settings.by_deck_count; i++)
        cJSON_AddItemToObject(decks, app->settings.by_deck[i].deck,
            deck_json(app, &app->settings.by_deck[i].settings));
    app_print_json(app, root);
}

/* A value too long for its column has a line of its own. */
static void print_setting(struct app *app, const struct setting *setting)
{
    struct buf label = { 0 }, value = { 0 };
    bool given = app->setting_given[setting - setting_table];
    setting_render(setting, &app->settings, &value);
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
    print_decks(app);
}

static void print_one(struct app *app, const struct setting *setting)
{
    struct buf value = { 0 };
    setting_render(setting, &app->settings, &value);
    buf_add_char(&value, '\n');
    term_text(&app->out, STYLE_PLAIN, value.text);
    buf_release(&value);
}

/* A path is kept whole, so that it means the same from every folder. */
static bool set(
    struct app *app, const char *deck, const struct setting *setting, const char *value)
{
    if (setting->type != SETTING_PATHS || value == NULL)
        return settings_set(app->config_path, deck, setting, value, &app->err);
    char *whole = realpath(value, NULL);
    if (whole == NULL)
        return err_set(&app->err, ERR_USAGE, "no file or folder '%s'", value);
    bool ok = settings_set(app->config_path, deck, setting, whole, &app->err);
    free(whole);
    return ok;
}

/* A deck may come later; a slip of the pen is told at once. */
static void tell_unknown_deck(struct app *app, const char *deck)
{
    struct library *library = &app->library;
    app_load_decks(app);
    if (library->deck_count == 0 || library_deck(library, deck) != NULL)
        return;
    const char **ids = mem_alloc(library->deck_count * sizeof *ids);
    for (size_t i = 0; i < library->deck_count; i++)
        ids[i] = library->decks[i].id;
    const char *near = near_best(deck, ids, library->deck_count);
    struct buf text = { 0 };
    buf_addf(&text, "note: there is no deck '%s' yet", deck);
    if (near != NULL)
        buf_addf(&text, "; did you mean '%s'?", near);
    buf_add_char(&text, '\n');
    term_text(&app->err_out, STYLE_PLAIN, text.text);
    buf_release(&text);
    free(ids);
}

/* Makes an empty file where there is none, opens it where it is broken, reads what came out. */
static bool edit(struct app *app)
{
    struct settings settings;
    struct err *err = &app->err;
    if (file_kind(app->config_path) == FILE_ABSENT &&
        !settings_set(app->config_path, NULL, &setting_table[0], NULL, err))
        return false;
    int line = app->settings_fault.line;
    if (!editor_run(app->config_path, line > 0 ? line : 1, err))
        return false;
    settings_init(&settings);
    bool ok = settings_load(&settings, app->config_path, NULL, err);
    settings_release(&settings);
    if (ok)
        term_raw(&app->out, STYLE_PLAIN, "the settings are in order\n");
    return ok;
}

static bool check(
    const struct config_options *options, const struct call *call, struct err *err)
{
    bool sets = call->count == 2 || options->unset;
    if (options->edit && (call->count > 0 || options->unset || options->deck != NULL))
        return err_set(err, ERR_USAGE, "--edit stands alone: quaestor config --edit");
    if (options->unset && call->count != 1)
        return err_set(
            err, ERR_USAGE, "--unset takes one setting: quaestor config --unset SETTING");
    if (options->deck != NULL && !sets)
        return err_set(err, ERR_USAGE,
            "--deck needs a setting to set: quaestor config --deck %s SETTING VALUE",
            options->deck);
    if (options->deck != NULL && !deck_is_id(options->deck))
        return err_set(err, ERR_USAGE,
            "'%s' is no deck's id; `quaestor decks` shows those there are",
            options->deck);
    return true;
}

static int run(struct app *app, const struct call *call)
{
    const struct config_options *options = call->options;
    if (!check(options, call, &app->err))
        return (int)app->err.kind;
    if (options->edit)
        return edit(app) ? STATUS_DONE : (int)app->err.kind;
    if (app->settings_fault.kind != ERR_NONE) {
        app->err = app->settings_fault;
        return (int)app->err.kind;
    }
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
    if (call->count == 1 && !options->unset) {
        print_one(app, setting);
        return STATUS_DONE;
    }
    const char *value = options->unset ? NULL : call->words[1];
    if (!set(app, options->deck, setting, value))
        return (int)app->err.kind;
    if (options->deck != NULL && value != NULL)
        tell_unknown_deck(app, options->deck);
    return STATUS_DONE;
}

const struct command cmd_config = {
    .name = "config",
    .group = "data",
    .args = "[--deck ID] [--unset] [SETTING [VALUE]] | --edit",
    .summary = "the settings, with their meaning and origin; sets one",
    .notes = "  quaestor config new-per-day 10\n"
             "  quaestor config --deck rome new-per-day 5\n"
             "  quaestor config learning-steps \"1m 10m 1h\"\n"
             "  quaestor config --unset new-per-day\n",
    .opts = config_opts,
    .options_size = sizeof(struct config_options),
    .needs = MENDS_CONFIG,
    .most = 2,
    .run = run,
};
