#include "cmd/app.h"

#include "base/file.h"
#include "cmd/command.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define GLOBAL(field) offsetof(struct global_options, field)

const struct opt global_opts[] = {
    { "decks", 0, OPT_TEXTS, GLOBAL(decks), "PATH",
        "read this file or folder (repeatable)" },
    { "progress", 0, OPT_TEXT, GLOBAL(progress), "FILE", "keep progress in this file" },
    { "config", 0, OPT_TEXT, GLOBAL(config), "FILE", "read settings from this file" },
    { "now", 0, OPT_TEXT, GLOBAL(now), "TIME", "as if it were this instant (RFC 3339)" },
    { "seed", 0, OPT_NUMBER, GLOBAL(seed), "N", "seed of orders and draws" },
    { "json", 0, OPT_FLAG, GLOBAL(json), NULL, "print JSON for programs" },
    { "color", 0, OPT_TEXT, GLOBAL(color), "WHEN", "auto, always or never" },
    { "help", 'h', OPT_FLAG, GLOBAL(help), NULL, "show help" },
    { "version", 0, OPT_FLAG, GLOBAL(version), NULL, "show the version" },
    { .name = NULL },
};

/* Dates a century and more ahead must still have four digits. */
enum { LATEST_YEAR = 9800 };

/* ---- clocks ----------------------------------------------------------------------------- */

static int64_t read_clock(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * SECOND_MS + now.tv_nsec / 1000000;
}

int64_t app_wall_clock(void)
{
    return read_clock(CLOCK_REALTIME);
}

static bool start_clock(struct app *app, struct err *err)
{
    app->monotonic_ms = read_clock(CLOCK_MONOTONIC);
    app->start_ms = read_clock(CLOCK_REALTIME);
    int64_t most_ms = (int64_t)day_from_civil(LATEST_YEAR, 1, 1).number * DAY_MS;
    if (app->global.now == NULL)
        return true;
    if (instant_parse(app->global.now, &app->start_ms) && app->start_ms < most_ms)
        return true;
    return err_set(err, ERR_USAGE,
        "--now takes an instant as 2026-11-20T08:00:00+01:00, not '%s'", app->global.now);
}

int64_t app_now(const struct app *app)
{
    return app->start_ms;
}

int64_t app_clock(const struct app *app)
{
    if (app->global.now == NULL)
        return read_clock(CLOCK_REALTIME);
    return app->start_ms + read_clock(CLOCK_MONOTONIC) - app->monotonic_ms;
}

uint64_t app_seed(const struct app *app)
{
    if (app->global.seed.given)
        return (uint64_t)app->global.seed.value;
    return (uint64_t)day_of(app->start_ms, app->settings.day_start).number;
}

/* ---- places ----------------------------------------------------------------------------- */

static const char *variable(const char *name)
{
    const char *value = getenv(name);
    return value != NULL && value[0] != '\0' ? value : NULL;
}

/* HOME, or what the system knows of the user; a job of the system may run without HOME. */
static const char *home_folder(void)
{
    const char *home = variable("HOME");
    const struct passwd *user = home == NULL ? getpwuid(getuid()) : NULL;
    if (user != NULL)
        home = user->pw_dir;
    return home != NULL ? home : ".";
}

/* $VARIABLE/quaestor/NAME, or HOME/FALLBACK/quaestor/NAME. */
static const char *home_path(
    struct app *app, const char *name_of_base, const char *fallback, const char *name)
{
    const char *base = variable(name_of_base);
    if (base != NULL && base[0] == '/')
        return arena_printf(&app->arena, "%s/quaestor/%s", base, name);
    return arena_printf(&app->arena, "%s/%s/quaestor/%s", home_folder(), fallback, name);
}

static void find_places(struct app *app)
{
    const struct global_options *global = &app->global;
    app->progress_path =
        global->progress != NULL ? global->progress : variable("QUAESTOR_PROGRESS");
    if (app->progress_path == NULL)
        app->progress_path =
            home_path(app, "XDG_DATA_HOME", ".local/share", "progress.db");
    app->config_path = global->config;
    if (app->config_path == NULL)
        app->config_path = home_path(app, "XDG_CONFIG_HOME", ".config", "config.json");
    app->default_decks = home_path(app, "XDG_DATA_HOME", ".local/share", "decks");
    app->history_path = home_path(app, "XDG_DATA_HOME", ".local/share", "history");
}

static void split_paths(struct app *app, const char *paths, struct opt_texts *out)
{
    while (*paths != '\0') {
        size_t len = strcspn(paths, ":");
        if (len > 0)
            opt_texts_add(out, arena_strndup(&app->arena, paths, len));
        paths += len;
        paths += *paths == ':' ? 1 : 0;
    }
}

bool app_names_decks(const struct app *app)
{
    return app->global.decks.count > 0 || variable("QUAESTOR_DECKS") != NULL ||
           app->settings.decks.count > 0;
}

void app_deck_paths(struct app *app, struct opt_texts *out)
{
    const char *environment = variable("QUAESTOR_DECKS");
    for (size_t i = 0; i < app->global.decks.count; i++)
        opt_texts_add(out, app->global.decks.items[i]);
    if (out->count == 0 && environment != NULL)
        split_paths(app, environment, out);
    for (size_t i = 0; out->count == 0 && i < app->settings.decks.count; i++)
        opt_texts_add(out, app->settings.decks.items[i]);
    if (out->count == 0 && file_kind(app->default_decks) == FILE_FOLDER)
        opt_texts_add(out, app->default_decks);
}

/* ---- start and end ---------------------------------------------------------------------- */

static bool choose_color(struct app *app, struct err *err)
{
    const char *when = app->global.color != NULL ? app->global.color : "auto";
    const char *columns = variable("COLUMNS"), *terminal = variable("TERM");
    size_t width = columns != NULL ? (size_t)strtoul(columns, NULL, 10) : 0;
    if (strcmp(when, "auto") != 0 && strcmp(when, "always") != 0 &&
        strcmp(when, "never") != 0)
        return err_set(
            err, ERR_USAGE, "--color takes auto, always or never, not '%s'", when);
    app->out = term_of(stdout, false, width);
    app->err_out = term_of(stderr, false, width);
    bool dumb = terminal == NULL || strcmp(terminal, "dumb") == 0;
    bool wanted = app->out.interactive && !dumb && variable("NO_COLOR") == NULL;
    app->out.color = strcmp(when, "always") == 0 || (strcmp(when, "auto") == 0 && wanted);
    return true;
}

bool app_is_interactive(const struct app *app)
{
    return app->out.interactive && isatty(STDIN_FILENO) == 1;
}

/* The learner may not know where the file is, nor that it can be opened like this. */
static void add_way_out(const struct app *app, struct err *err)
{
    size_t used = strlen(err->message);
    const char *config = app->global.config;
    if (err->line > 0)
        snprintf(err->message + used, sizeof err->message - used,
            " (`quaestor%s%s config --edit` opens it there)",
            config != NULL ? " --config " : "", config != NULL ? config : "");
}

bool app_start(struct app *app, struct err *err)
{
    settings_init(&app->settings);
    app->setting_given =
        arena_alloc(&app->arena, setting_count * sizeof *app->setting_given);
    find_places(app);
    if (!choose_color(app, err) || !start_clock(app, err))
        return false;
    if (!settings_load(
            &app->settings, app->config_path, app->setting_given, &app->settings_fault))
        add_way_out(app, &app->settings_fault);
    return true;
}

void app_end(struct app *app)
{
    if (app->collection_loaded)
        collection_release(&app->collection);
    if (app->library_loaded)
        library_release(&app->library);
    buf_release(&app->deck_key.bytes);
    store_close(app->store);
    settings_release(&app->settings);
    opt_texts_release(&app->global.decks);
    opt_texts_release(&app->deck_paths);
    arena_release(&app->arena);
}

/* ---- JSON --------------------------------------------------------------------------------- */

void app_print_json(struct app *app, cJSON *json)
{
    struct buf text = { 0 };
    json_render(json, false, &text);
    buf_add_char(&text, '\n');
    term_raw(&app->out, STYLE_PLAIN, text.text);
    buf_release(&text);
    cJSON_Delete(json);
}

cJSON *json_instant(int64_t at_ms)
{
    char text[INSTANT_TEXT];
    instant_format(at_ms, text);
    return cJSON_CreateString(text);
}
