/*
 * What was noted while studying, to be mended in the decks: listed, or on a terminal walked
 * through in the editor, each until it is done.
 */
#include "cmd/card.h"
#include "cmd/command.h"

#include "base/file.h"
#include "cmd/editor.h"
#include "session/fixes.h"
#include "session/record.h"
#include "ui/line.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

struct fixes_call {
    const char *add;
    bool done, list;
};

static const struct opt fixes_opts[] = {
    { "add", 0, OPT_TEXT, offsetof(struct fixes_call, add), "TEXT",
        "note what to mend in the one card selected" },
    { "done", 0, OPT_FLAG, offsetof(struct fixes_call, done), NULL,
        "all that is listed is mended" },
    { "list", 0, OPT_FLAG, offsetof(struct fixes_call, list), NULL,
        "only list them, on a terminal too" },
    { .name = NULL },
};

/* ---- the list --------------------------------------------------------------------------- */

/* The notes of the selected cards. */
static bool read_selected(struct app *app, const struct call *call, struct fix **fixes,
    size_t *count, struct err *err)
{
    bool orphans;
    size_t all, kept = 0;
    if (!fixes_read(&app->collection, &app->arena, fixes, &all, err))
        return false;
    bool *selected = selection_of(app, call->words, call->count, &orphans, err);
    if (selected == NULL)
        return false;
    for (size_t i = 0; i < all; i++)
        if (selected[(*fixes)[i].card])
            (*fixes)[kept++] = (*fixes)[i];
    free(selected);
    *count = kept;
    return true;
}

static const struct card *card_of(const struct app *app, const struct fix *fix)
{
    return app->library.cards[fix->card];
}

static void print_json(struct app *app, const struct fix *fixes, size_t count)
{
    cJSON *root = cJSON_CreateObject();
    cJSON *array = cJSON_AddArrayToObject(root, "fixes");
    for (size_t i = 0; i < count; i++) {
        const struct card *card = card_of(app, &fixes[i]);
        cJSON *object = cJSON_CreateObject();
        cJSON_AddStringToObject(object, "card", card->name);
        cJSON_AddStringToObject(object, "text", fixes[i].text);
        cJSON_AddItemToObject(object, "time", json_instant(fixes[i].at_ms));
        cJSON_AddStringToObject(object, "path", card->note->deck->path);
        cJSON_AddNumberToObject(object, "line", card->note->line);
        cJSON_AddItemToObject(object, "event", event_json(&fixes[i].event));
        cJSON_AddItemToArray(array, object);
    }
    app_print_json(app, root);
}

/* As compilers put it, so that editors can jump there. */
static void print_fix(struct app *app, const struct fix *fix)
{
    const struct card *card = card_of(app, fix);
    struct buf line = { 0 };
    buf_addf(&line, "%s:%d: %s: %s\n", card->note->deck->path, card->note->line,
        card->name, fix->text);
    term_text(&app->out, STYLE_PLAIN, line.text);
    buf_release(&line);
}

static void print(struct app *app, const struct fix *fixes, size_t count)
{
    if (app->global.json)
        print_json(app, fixes, count);
    else if (count == 0)
        term_raw(&app->out, STYLE_PLAIN, "nothing to mend\n");
    for (size_t i = 0; !app->global.json && i < count; i++)
        print_fix(app, &fixes[i]);
}

/* ---- the walk --------------------------------------------------------------------------- */

static bool set_done(struct app *app, const struct fix *fix, struct err *err)
{
    struct fix_note note = { .done = fix->event };
    return record_fix(&app->collection, fix->card, &note, app_clock(app), err);
}

/*
 * Where the card is in its file by now, since those before it were edited: 0 if it is there no
 * more.  Errors of the file are told.
 */
static int find_line(struct app *app, const struct card *card, bool told)
{
    struct library library;
    int line = 0;
    const char *path = card->note->deck->path;
    library_load(&library, &path, 1);
    for (size_t i = 0; told && i < library.diags.count; i++)
        if (library.diags.items[i].level == DIAG_ERROR)
            show_err(&app->out, &library.diags.items[i].err, "error");
    const struct card *now = library_card(&library, card->name);
    if (now != NULL)
        line = now->note->line;
    library_release(&library);
    return line;
}

static void open_editor(struct app *app, const struct card *card)
{
    struct err err;
    int line = find_line(app, card, false);
    if (!editor_run(card->note->deck->path, line > 0 ? line : card->note->line, &err))
        show_err(&app->out, &err, NULL);
    else
        find_line(app, card, true);
}

/* False to end the walk; *ok: nothing failed. */
static bool walk_one(struct app *app, const struct fix *fix, bool *ok)
{
    struct buf key = { 0 };
    term_raw(&app->out, STYLE_PLAIN, "\n");
    print_fix(app, fix);
    for (;;) {
        enum line_result result =
            line_key(" e edit   d done   Enter later   q quit > ", &key);
        char pressed = result == LINE_TEXT ? buf_text(&key)[0] : 'q';
        if (pressed == 'e')
            open_editor(app, card_of(app, fix));
        if (pressed == 'd')
            *ok = set_done(app, fix, &app->err);
        if (pressed == 'd' || pressed == 'q' || pressed == '\n' || pressed == '\r') {
            buf_release(&key);
            return pressed != 'q' && *ok;
        }
    }
}

static bool walk(struct app *app, const struct fix *fixes, size_t count)
{
    bool ok = true, more = true;
    line_open(true);
    for (size_t i = 0; more && i < count; i++)
        more = walk_one(app, &fixes[i], &ok);
    line_close();
    return ok;
}

/* ---- the whole -------------------------------------------------------------------------- */

static bool add(struct app *app, const struct call *call, const char *text)
{
    size_t card;
    struct fix_note note = { .text = text };
    if (call->count != 1)
        return err_set(&app->err, ERR_USAGE, "--add needs the card: DECK/CARD");
    if (text[strspn(text, " ")] == '\0')
        return err_set(&app->err, ERR_USAGE, "--add needs words that say what to mend");
    return card_named(app, call->words[0], &card, &app->err) &&
           record_fix(&app->collection, card, &note, app_now(app), &app->err);
}

static bool set_all_done(
    struct app *app, const struct fix *fixes, size_t count, struct err *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++)
        ok = set_done(app, &fixes[i], err);
    return ok;
}

/* The progress is opened for writing only if something may be written. */
static int run(struct app *app, const struct call *call)
{
    const struct fixes_call *options = call->options;
    struct fix *fixes;
    size_t count;
    bool walks = app_is_interactive(app) && !options->list && !app->global.json &&
                 file_kind(app->progress_path) != FILE_ABSENT;
    bool writes = walks || options->done || options->add != NULL;
    bool ok = app_provide(app, writes ? NEED_WRITE : NEED_READ, NULL, 0, &app->err);
    if (ok && options->add != NULL)
        return add(app, call, options->add) ? STATUS_DONE : (int)app->err.kind;
    ok = ok && read_selected(app, call, &fixes, &count, &app->err);
    if (!ok)
        return (int)app->err.kind;
    if (options->done)
        ok = set_all_done(app, fixes, count, &app->err);
    else if (walks && count > 0)
        ok = walk(app, fixes, count);
    else
        print(app, fixes, count);
    return ok ? STATUS_DONE : (int)app->err.kind;
}

const struct command cmd_fixes = {
    .name = "fixes",
    .group = "authors",
    .args = "[SELECTOR...]",
    .summary = "what you noted to be mended in cards, one after the other",
    .notes = selector_notes,
    .opts = fixes_opts,
    .options_size = sizeof(struct fixes_call),
    .needs = NEED_CARDS | NEED_FILES,
    .most = SIZE_MAX,
    .run = run,
};
