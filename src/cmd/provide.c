/*
 * What a command needs before it runs: decks and progress, and what to say where they are
 * missing or faulty.
 */
#include "cmd/app.h"

#include "base/file.h"
#include "cmd/command.h"
#include "store/backup.h"
#include "store/check.h"
#include "ui/busy.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
    app_deck_paths(app, paths);
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
    busy_begin(&app->err_out, "reading decks ...");
    load_decks(app, (needs & NEED_NAMES) != 0 && count == 0, words, files ? count : 0);
    busy_end();
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

/* This keeps nobody from studying. */
static void tell_no_backup(struct app *app, const struct err *err)
{
    struct buf text = { 0 };
    buf_addf(&text, "note: today's backup could not be made: %s\n", err->message);
    term_text(&app->err_out, STYLE_PLAIN, text.text);
    buf_release(&text);
}

bool app_back_up(struct app *app, struct err *err)
{
    struct err no_backup;
    if (!app->settings.backups)
        return true;
    busy_begin(&app->err_out, "backing up progress ...");
    bool ok = backup_daily(
        app->progress_path, app_now(app), app->settings.day_start, &no_backup);
    bool sound = ok || store_check_file(app->progress_path, err);
    busy_end();
    if (!ok && sound)
        tell_no_backup(app, &no_backup);
    return sound;
}

static bool provide_progress(struct app *app, unsigned needs, struct err *err)
{
    enum store_mode mode = (needs & NEED_WRITE) != 0 ? STORE_WRITE : STORE_READ;
    bool later = mode == STORE_READ || (needs & BACKUP_LATER) != 0;
    if (!later && !app_back_up(app, err))
        return false;
    busy_begin(&app->err_out, "reading progress ...");
    app->collection_loaded =
        store_open(app->progress_path, mode, &app->store, err) &&
        collection_load(&app->collection, &app->library, app->store, &app->settings, err);
    busy_end();
    if (app->collection_loaded && app->collection.rebuilt)
        tell_rebuilt(app);
    if (app->collection_loaded && mode == STORE_WRITE)
        index_save(index_path(app), &app->deck_key, &app->library, app_wall_clock());
    return app->collection_loaded;
}

static bool check_config(const struct app *app, struct err *err)
{
    if (app->global.config != NULL && file_kind(app->config_path) == FILE_ABSENT)
        return err_set(err, ERR_INPUT, "no settings file '%s'", app->config_path);
    *err = app->settings_fault;
    return err->kind == ERR_NONE;
}

bool app_provide(struct app *app, unsigned needs, const char *const *words, size_t count,
    struct err *err)
{
    if ((needs & (NEED_WRITE | WRITES_ITSELF)) != 0 && app->global.now != NULL &&
        app->global.progress == NULL)
        return err_set(err, ERR_USAGE,
            "--now would write a made-up time into your progress; name a file of its own "
            "with --progress");
    if ((needs & MENDS_CONFIG) == 0 && !check_config(app, err))
        return false;
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
        if (is_whole_file(&library->diags.items[i])) {
            struct err err = library->diags.items[i].err;
            err.excerpt[0] = '\0'; // one line here; `check` shows the place
            tell(app, &err, "error");
        }
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
