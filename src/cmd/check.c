/*
 * Every problem of every file, in one run.
 */
#include "cmd/card.h"
#include "cmd/command.h"

#include "base/file.h"

#include <stdio.h>
#include <string.h>

static size_t total_cards(const struct library *library)
{
    size_t cards = 0;
    for (size_t i = 0; i < library->deck_count; i++)
        cards += library->decks[i].card_count;
    return cards;
}

static void print_json(struct app *app, const struct library *library)
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

static void print_text(struct app *app, const struct library *library)
{
    for (size_t i = 0; i < library->diags.count; i++)
        print_problem(app, &library->diags.items[i]);
    print_summary(app, library);
}

static bool all_there(const struct call *call, struct err *err)
{
    for (size_t i = 0; i < call->count; i++)
        if (file_kind(call->words[i]) == FILE_ABSENT)
            return err_set(err, ERR_INPUT, "no file or folder '%s'", call->words[i]);
    return true;
}

static int run(struct app *app, const struct call *call)
{
    if (call->count > 0) {
        library_load(&app->library, call->words, call->count);
        app->library_loaded = true;
    } else {
        app_load_decks(app);
    }
    if (app->global.json)
        print_json(app, &app->library);
    else
        print_text(app, &app->library);
    if (!all_there(call, &app->err))
        return (int)app->err.kind;
    return app->library.diags.errors > 0 ? STATUS_NO : STATUS_DONE;
}

const struct command cmd_check = {
    .name = "check",
    .group = "authors",
    .args = "[PATH...]",
    .summary = "every problem of decks, with its place; status 1 if there are errors",
    .most = SIZE_MAX,
    .run = run,
};
