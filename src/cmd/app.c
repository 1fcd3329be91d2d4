#include "cmd/app.h"

#include "base/file.h"
#include "cmd/command.h"
#include "ui/progress.h"

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

/* ---- clocks ----------------------------------------------------------------------------- */

static int64_t read_clock(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * SECOND_MS + now.tv_nsec / 1000000;
}

static bool start_clock(struct app *app, struct err *err)
{
    app->monotonic_ms = read_clock(CLOCK_MONOTONIC);
    app->start_ms = read_clock(CLOCK_REALTIME);
    if (app->global.now == NULL || instant_parse(app->global.now, &app->start_ms))
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
    return arena_printf(
        &app->arena, "%s/%s/quaestor/%s", home_folder(), fallback, name);
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

/* The folders and files to read, the first source that names any. */
static void deck_paths(struct app *app, struct opt_texts *out)
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

bool app_start(struct app *app, struct err *err)
{
    settings_init(&app->settings);
    app->setting_given =
        arena_alloc(&app->arena, setting_count * sizeof *app->setting_given);
    find_places(app);
    if (!choose_color(app, err) || !start_clock(app, err))
        return false;
    return settings_load(&app->settings, app->config_path, app->setting_given, err);
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

static bool is_deck_file(const char *word)
{
    size_t len = strlen(word);
    return len > 5 && strcmp(word + len - 5, ".json") == 0 &&
           file_kind(word) == FILE_REGULAR;
}

static bool is_loaded(const struct library *library, const char *path)
{
    for (size_t i = 0; i < library->deck_count; i++)
        if (file_same(library->decks[i].path, path))
            return true;
    return false;
}

static const char *index_path(struct app *app)
{
    return arena_printf(&app->arena, "%s-decks", app->progress_path);
}

/* Loads the library: its names alone, if they will do and an index has them. */
static void load_decks(
    struct app *app, bool names, const char *const *words, size_t count)
{
    struct opt_texts *paths = &app->deck_paths;
    deck_paths(app, paths);
    for (size_t i = 0; i < count; i++)
        if (is_deck_file(words[i]))
            opt_texts_add(paths, words[i]);
    index_key_make(&app->deck_key, paths->items, paths->count);
    if (!names || !index_load(index_path(app), &app->deck_key, &app->library))
        library_load(&app->library, paths->items, paths->count);
    app->library_loaded = true;
}

void app_read_decks(const struct app *app, struct library *library)
{
    library_load(library, app->deck_paths.items, app->deck_paths.count);
}

void app_take_decks(
    struct app *app, struct library *library, struct collection *collection)
{
    collection_release(&app->collection);
    library_release(&app->library);
    app->library = *library;
    app->collection = *collection;
    app->collection.library = &app->library;
}

void app_load_decks(struct app *app)
{
    load_decks(app, false, NULL, 0);
}

static bool files_are_decks(
    const struct app *app, const char *const *words, size_t count, struct err *err)
{
    for (size_t i = 0; i < count; i++)
        if (is_deck_file(words[i]) && !is_loaded(&app->library, words[i]))
            return err_set(err, ERR_INPUT,
                "'%s' cannot be used; `quaestor check %s` shows why", words[i], words[i]);
    return true;
}

static bool provide_decks(struct app *app, unsigned needs, const char *const *words,
    size_t count, struct err *err)
{
    bool files = (needs & NEED_FILES) != 0;
    progress_begin(&app->err_out, "reading decks ...");
    load_decks(app, (needs & NEED_NAMES) != 0 && count == 0, words, files ? count : 0);
    progress_end();
    app_tell_problems(app);
    if (app->library.deck_count == 0 && app->library.unusable > 0)
        return err_set(err, ERR_INPUT,
            "none of the decks can be used; mend them, or name others with --decks");
    return ((needs & NEED_CARDS) == 0 || app_need_cards(app, err)) &&
           (!files || files_are_decks(app, words, count, err));
}

static void tell_rebuilt(struct app *app)
{
    struct buf text = { 0 };
    buf_addf(&text,
        "note: what '%s' had worked out was damaged, and is worked out anew from your "
        "answers, which are whole\n",
        app->progress_path);
    term_text(&app->err_out, STYLE_PLAIN, text.text);
    buf_release(&text);
}

static bool provide_progress(struct app *app, unsigned needs, struct err *err)
{
    enum store_mode mode = (needs & NEED_WRITE) != 0 ? STORE_WRITE : STORE_READ;
    progress_begin(&app->err_out, "reading progress ...");
    app->collection_loaded =
        store_open(app->progress_path, mode, &app->store, err) &&
        collection_load(&app->collection, &app->library, app->store, &app->settings, err);
    progress_end();
    if (app->collection_loaded && app->collection.rebuilt)
        tell_rebuilt(app);
    if (app->collection_loaded && mode == STORE_WRITE)
        index_save(
            index_path(app), &app->deck_key, &app->library, read_clock(CLOCK_REALTIME));
    return app->collection_loaded;
}

bool app_provide(struct app *app, unsigned needs, const char *const *words, size_t count,
    struct err *err)
{
    if ((needs & NEED_WRITE) != 0 && app->global.now != NULL &&
        app->global.progress == NULL)
        return err_set(err, ERR_USAGE,
            "--now would write a made-up time into your progress; name a file of its own "
            "with --progress");
    if ((needs & MAKES_CONFIG) == 0 && app->global.config != NULL &&
        file_kind(app->config_path) == FILE_ABSENT)
        return err_set(err, ERR_INPUT, "no settings file '%s'", app->config_path);
    if ((needs & (NEED_DECKS | NEED_CARDS)) != 0 &&
        !provide_decks(app, needs, words, count, err))
        return false;
    return (needs & (NEED_READ | NEED_WRITE)) == 0 || provide_progress(app, needs, err);
}

/* ---- telling ---------------------------------------------------------------------------- */

static void tell(struct app *app, const struct err *err, const char *level)
{
    struct buf text = { 0 };
    err_render(err, level, &text);
    term_raw(&app->err_out, STYLE_PLAIN, text.text);
    buf_release(&text);
}

static bool is_whole_file(const struct diag *diag)
{
    return diag->level == DIAG_ERROR && (strcmp(diag->code, "json") == 0 ||
                                            strcmp(diag->code, "duplicate-deck") == 0 ||
                                            strcmp(diag->code, "not-a-deck") == 0);
}

void app_tell_problems(struct app *app)
{
    const struct library *library = &app->library;
    for (size_t i = 0; i < library->diags.count; i++)
        if (is_whole_file(&library->diags.items[i]))
            tell(app, &library->diags.items[i].err, "error");
    for (size_t i = 0; i < library->deck_count; i++) {
        const struct deck *deck = &library->decks[i];
        struct err err;
        if (deck->left_out == 0)
            continue;
        err_set(&err, ERR_INPUT,
            "%zu %s left out because of errors; `quaestor check` shows them",
            deck->left_out, deck->left_out == 1 ? "card was" : "cards were");
        snprintf(err.file, sizeof err.file, "%s", deck->path);
        tell(app, &err, NULL);
    }
    fflush(stderr);
}

static size_t left_out(const struct library *library)
{
    size_t notes = 0;
    for (size_t i = 0; i < library->deck_count; i++)
        notes += library->decks[i].left_out;
    return notes;
}

/* Beside the program, as `make install` lays it out, wherever that was moved; else where it was. */
const char *app_samples(struct app *app)
{
    char program[4096];
    ssize_t len = readlink("/proc/self/exe", program, sizeof program - 1);
    program[len > 0 ? len : 0] = '\0';
    for (int up = 0; up < 2; up++)
        if (strrchr(program, '/') != NULL)
            *strrchr(program, '/') = '\0';
    const char *beside = arena_printf(&app->arena, "%s/share/quaestor/decks", program);
    if (file_kind(beside) == FILE_FOLDER)
        return beside;
    return file_kind(QUAESTOR_DATADIR "/decks") == FILE_FOLDER ? QUAESTOR_DATADIR "/decks"
                                                               : NULL;
}

bool app_need_cards(struct app *app, struct err *err)
{
    const struct library *library = &app->library;
    if (library->card_count > 0)
        return true;
    if (left_out(library) > 0)
        return err_set(
            err, ERR_INPUT, "none of the cards can be asked; `quaestor check` shows why");
    if (library->deck_count > 0)
        return err_set(err, ERR_USAGE,
            "the decks have no cards yet; docs/FORMAT.md shows how to write some");
    const char *samples = app_samples(app);
    return err_set(err, ERR_USAGE,
        "no decks found; put deck files into '%s', or name some with --decks PATH%s%s%s",
        app->default_decks, samples != NULL ? "; samples are in '" : "",
        samples != NULL ? samples : "", samples != NULL ? "'" : "");
}

bool app_expect_cards(struct app *app, struct err *err)
{
    if (app_need_cards(app, err))
        return true;
    if (err->kind == ERR_INPUT)
        return false;
    tell(app, err, "note");
    *err = (struct err){ 0 };
    return true;
}

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
