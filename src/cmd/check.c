/*
 * Every problem of every file, in one run: what keeps a card from being asked, the author's own
 * tests, what was probably not meant so, and what the learner's answers say of the cards.
 */
#include "cmd/check.h"

#include "cmd/card.h"
#include "cmd/check_documents.h"
#include "cmd/command.h"

#include "base/file.h"
#include "deck/lint.h"
#include "ui/busy.h"

#include <stdio.h>
#include <string.h>

static size_t total_cards(const struct library *library)
{
    size_t cards = 0;
    for (size_t i = 0; i < library->deck_count; i++)
        cards += library->decks[i].card_count;
    return cards;
}

static void print_json(
    struct app *app, const struct library *library, const struct grounded *covered)
{
    cJSON *root = cJSON_CreateObject();
    cJSON_AddNumberToObject(root, "files", (double)library->files);
    cJSON_AddNumberToObject(root, "cards", (double)total_cards(library));
    cJSON *problems = cJSON_AddArrayToObject(root, "problems");
    for (size_t i = 0; i < library->diags.count; i++) {
        const struct diag *diag = &library->diags.items[i];
        cJSON *problem = cJSON_CreateObject();
        cJSON_AddStringToObject(problem, "file", diag->err.file);
        cJSON_AddNumberToObject(problem, "line", diag->err.line);
        cJSON_AddNumberToObject(problem, "column", diag->err.column);
        cJSON_AddStringToObject(problem, "level", diag_level_word(diag->level));
        cJSON_AddStringToObject(problem, "code", diag->code);
        cJSON_AddStringToObject(problem, "message", diag->err.message);
        cJSON_AddItemToArray(problems, problem);
    }
    if (covered != NULL)
        cJSON_AddItemToObject(root, "coverage", coverage_json(covered));
    app_print_json(app, root);
}

static void print_summary(struct app *app, const struct library *library)
{
    size_t cards = total_cards(library), warnings = 0;
    struct buf line = { 0 };
    for (size_t i = 0; i < library->diags.count; i++)
        warnings += library->diags.items[i].level == DIAG_WARNING;
    buf_addf(&line, "%zu %s, %zu %s: %zu %s, %zu %s\n", library->files,
        library->files == 1 ? "file" : "files", cards, cards == 1 ? "card" : "cards",
        library->diags.errors, library->diags.errors == 1 ? "error" : "errors", warnings,
        warnings == 1 ? "warning" : "warnings");
    term_raw(&app->out, STYLE_PLAIN, line.text);
    buf_release(&line);
}

/* The code stands behind the message: it is what "allow" takes. */
static void print_problem(struct app *app, const struct diag *diag)
{
    struct err err = diag->err;
    struct buf text = { 0 };
    size_t len = strlen(err.message);
    snprintf(err.message + len, sizeof err.message - len, " [%s]", diag->code);
    err_render(&err, diag_level_word(diag->level), &text);
    term_raw(&app->out, STYLE_PLAIN, text.text);
    buf_release(&text);
}

static void print_text(
    struct app *app, const struct library *library, const struct grounded *covered)
{
    for (size_t i = 0; i < library->diags.count; i++)
        print_problem(app, &library->diags.items[i]);
    if (covered != NULL)
        coverage_print(app, covered);
    print_summary(app, library);
}

static bool can_be_read(const char *path, struct err *err)
{
    switch (file_kind(path)) {
    case FILE_REGULAR:
    case FILE_FOLDER:
        return true;
    case FILE_ABSENT:
        return err_set(err, ERR_INPUT, "no file or folder '%s'", path);
    case FILE_OTHER:
        break;
    }
    return err_set(err, ERR_INPUT, "'%s' is neither a file nor a folder", path);
}

/* Loads what can be read of the paths; false if one cannot. */
static bool load_paths(struct app *app, const struct call *call)
{
    struct opt_texts paths = { 0 };
    bool all_there = true;
    for (size_t i = 0; i < call->count; i++) {
        if (can_be_read(call->words[i], &app->err))
            opt_texts_add(&paths, call->words[i]);
        else
            all_there = false;
    }
    library_load(&app->library, paths.items, paths.count);
    app->library_loaded = true;
    opt_texts_release(&paths);
    return all_there;
}

/* A deck that another program wrote, from standard input. */
static bool load_input(struct app *app)
{
    struct buf text = { 0 };
    if (!file_read_input(JSON_MAX_BYTES, &text, &app->err)) {
        buf_release(&text);
        return false;
    }
    library_parse(&app->library, "standard input", text);
    app->library_loaded = true;
    return true;
}

/* Loads what the words name; false if some of it cannot be read. */
static bool load(struct app *app, const struct call *call)
{
    for (size_t i = 0; i < call->count; i++)
        if (strcmp(call->words[i], "-") == 0)
            return call->count == 1 ? load_input(app)
                                    : err_set(&app->err, ERR_USAGE,
                                          "'-', standard input, cannot be checked "
                                          "together with files");
    if (call->count > 0)
        return load_paths(app, call);
    app_load_decks(app);
    return true;
}

static bool check_folder(const char *folder, struct err *err)
{
    return folder == NULL || file_kind(folder) == FILE_FOLDER ||
           err_set(err, ERR_INPUT, "no folder '%s'", folder);
}

struct check_call {
    const char *documents;
    bool coverage;
};

static const struct opt opts[] = {
    { "documents", 0, OPT_TEXT, offsetof(struct check_call, documents), "DIR",
        "hold answers against the documents that cards cite, in DIR or beside the deck" },
    { "coverage", 0, OPT_FLAG, offsetof(struct check_call, coverage), NULL,
        "the same, and show what of the documents no card covers" },
    { .name = NULL },
};

static int run(struct app *app, const struct call *call)
{
    const struct check_call *options = call->options;
    struct grounded grounded = { 0 };
    if (!check_folder(options->documents, &app->err))
        return (int)app->err.kind;
    busy_begin(&app->err_out, "checking decks ...");
    bool all_there = load(app, call);
    if (!app->library_loaded) {
        busy_end();
        return (int)app->err.kind;
    }
    library_test(&app->library);
    library_lint(&app->library);
    if (options->documents != NULL || options->coverage)
        check_documents(app, options->documents, &grounded);
    busy_end();
    check_past(app);
    bool none = app->library.files == 0 && all_there && !app_expect_cards(app, &app->err);
    const struct grounded *covered = options->coverage ? &grounded : NULL;
    if (!none && app->global.json)
        print_json(app, &app->library, covered);
    else if (!none)
        print_text(app, &app->library, covered);
    grounded_release(&grounded);
    if (none || !all_there)
        return (int)app->err.kind;
    return app->library.diags.errors > 0 ? STATUS_NO : STATUS_DONE;
}

const struct command cmd_check = {
    .name = "check",
    .group = "authors",
    .args = "[--documents DIR] [--coverage] [PATH... | -]",
    .summary = "every problem of decks, with its place; status 1 for errors",
    .opts = opts,
    .options_size = sizeof(struct check_call),
    .most = SIZE_MAX,
    .run = run,
};
