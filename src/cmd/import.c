/*
 * Decks out of other programs' files.
 *
 * The deck goes to standard output or a new file, what was left out or changed to standard error.
 */
#include "cmd/command.h"

#include "base/file.h"
#include "exchange/import.h"
#include "ui/busy.h"

#include <stddef.h>
#include <string.h>

struct import_call {
    const char *from, *separator, *row_end, *front, *back, *id, *title, *output;
    bool html, no_quotes, reverse, update;
};

static const struct opt import_opts[] = {
    { "from", 0, OPT_TEXT, offsetof(struct import_call, from), "FORMAT",
        "csv, tsv, anki or json; else found out from the content" },
    { "front", 0, OPT_TEXT, offsetof(struct import_call, front), "COLUMN",
        "name or number of the column that asks; of the key in JSON" },
    { "back", 0, OPT_TEXT, offsetof(struct import_call, back), "COLUMN",
        "the same for the answer" },
    { "separator", 0, OPT_TEXT, offsetof(struct import_call, separator), "TEXT",
        "what stands between columns: tab, comma, semicolon, or any text" },
    { "rows", 0, OPT_TEXT, offsetof(struct import_call, row_end), "TEXT",
        "what stands between rows, if not a line's end" },
    { "no-quotes", 0, OPT_FLAG, offsetof(struct import_call, no_quotes), NULL,
        "quotes are plain text, as in what Quizlet gives" },
    { "html", 0, OPT_FLAG, offsetof(struct import_call, html), NULL,
        "the texts are HTML, though nothing says so" },
    { "reverse", 0, OPT_FLAG, offsetof(struct import_call, reverse), NULL,
        "ask all cards the other way round too" },
    { "id", 0, OPT_TEXT, offsetof(struct import_call, id), "ID",
        "id of the new deck; else of the file's name" },
    { "title", 0, OPT_TEXT, offsetof(struct import_call, title), "TEXT",
        "title of the new deck" },
    { "output", 'o', OPT_TEXT, offsetof(struct import_call, output), "FILE",
        "write the deck to this new file" },
    { "update", 0, OPT_FLAG, offsetof(struct import_call, update), NULL,
        "write it over a deck that import made before" },
    { .name = NULL },
};

/* ---- what it is written to ------------------------------------------------------------------ */

static bool check_options(
    const struct import_call *options, struct import *import, struct err *err)
{
    import->options = (struct import_options){
        .from = IMPORT_ANY,
        .separator = options->separator,
        .row_end = options->row_end,
        .front = options->front,
        .back = options->back,
        .html = options->html,
        .no_quotes = options->no_quotes,
        .reverse = options->reverse,
    };
    if (options->from != NULL &&
        !import_format_parse(options->from, &import->options.from))
        return err_set(err, ERR_USAGE, "--from takes csv, tsv, anki or json, not '%s'",
            options->from);
    if ((options->separator != NULL && options->separator[0] == '\0') ||
        (options->row_end != NULL && options->row_end[0] == '\0'))
        return err_set(err, ERR_USAGE, "nothing cannot stand between columns or rows");
    if (options->id != NULL && !deck_is_id(options->id))
        return err_set(err, ERR_USAGE,
            "'%s' is no id: a-z, 0-9, '.', '_', '-', beginning with a letter or a digit",
            options->id);
    if (options->update && options->output == NULL)
        return err_set(err, ERR_USAGE, "--update needs the deck: -o DECK.json");
    if (options->output != NULL && !options->update &&
        file_kind(options->output) != FILE_ABSENT)
        return err_set(err, ERR_USAGE,
            "'%s' is there already; --update writes over a deck that import made",
            options->output);
    return true;
}

/* Is there a deck to be written over?  If --update finds none, it makes the first one. */
static bool replaces(const struct import_call *options)
{
    return options->update && file_kind(options->output) != FILE_ABSENT;
}

/* The deck that is to be updated: its text, and its tree, to be released. */
static bool read_old(
    const char *path, struct buf *text, struct json *old, struct err *err)
{
    if (!file_read(path, JSON_MAX_BYTES, text, err))
        return false;
    struct source source = { .name = path, .text = buf_text(text), .len = text->len };
    return json_parse(source, old, err) && import_may_update(path, old->root, err);
}

static bool write_deck(struct app *app, const struct import_call *options,
    const struct buf *text, struct err *err)
{
    bool made;
    if (options->output == NULL) {
        term_raw(&app->out, STYLE_PLAIN, text->text);
        return true;
    }
    if (replaces(options))
        return file_replace(options->output, text->text, text->len, err);
    return file_create(options->output, text->text, text->len, &made, err) &&
           (made || err_set(err, ERR_USAGE, "'%s' is there already", options->output));
}

/* ---- what is told --------------------------------------------------------------------------- */

static void add_count(
    struct buf *line, size_t count, const char *one, const char *several)
{
    if (count > 0)
        buf_addf(line, "; %zu %s", count, count == 1 ? one : several);
}

static void add_summary(struct buf *out, const struct import *import, const cJSON *old)
{
    buf_addf(out, "%zu %s from %zu %s", import->count,
        import->count == 1 ? "card" : "cards", import->rows,
        import->rows == 1 ? "note" : "notes");
    add_count(out, import->left_out, "was left out", "were left out");
    add_count(
        out, import->losses.images, "picture is only named", "pictures are only named");
    add_count(out, import->losses.sounds, "sound is only named", "sounds are only named");
    add_count(out, import->parked,
        "card that only shows or plays something is parked (\"disabled\")",
        "cards that only show or play something are parked (\"disabled\")");
    add_count(out, import->kept, "value without a meaning here is kept as \"x-...\"",
        "values without a meaning here are kept as \"x-...\"");
    add_count(out, import->controls, "control character was taken out",
        "control characters were taken out");
    add_count(out, import_gone(import, old),
        "card is no longer in the source; its progress is kept",
        "cards are no longer in the source; their progress is kept");
    buf_add_char(out, '\n');
}

static void tell(struct app *app, const struct import *import, const cJSON *old)
{
    struct buf text = { 0 };
    for (size_t i = 0; i < import->told.count; i++)
        err_render(&import->told.items[i].err, NULL, &text);
    if (import->rows > 0)
        add_summary(&text, import, old);
    term_raw(&app->err_out, STYLE_PLAIN, buf_text(&text));
    buf_release(&text);
}

/* ---- the whole ------------------------------------------------------------------------------ */

static bool read_files(struct import *import, const struct call *call, struct err *err)
{
    for (size_t i = 0; i < call->count; i++) {
        struct buf bytes = { 0 };
        if (!file_read(call->words[i], JSON_MAX_BYTES, &bytes, err)) {
            buf_release(&bytes);
            return false;
        }
        if (!import_read(import, call->words[i], bytes, err))
            return false;
    }
    return true;
}

static bool make_deck(
    struct app *app, const struct call *call, struct import *import, struct err *err)
{
    const struct import_call *options = call->options;
    struct buf old_text = { 0 }, text = { 0 };
    struct json old = { 0 };
    const char *named = options->output != NULL ? options->output : call->words[0];
    const char *id =
        options->id != NULL ? options->id : import_id_of_file(&app->arena, named);
    busy_begin(&app->err_out, "importing ...");
    bool ok = check_options(options, import, err) &&
              (!replaces(options) || read_old(options->output, &old_text, &old, err)) &&
              read_files(import, call, err) &&
              import_render(import, id, options->title, old.root, &text, err);
    busy_end();
    tell(app, import, old.root);
    ok = ok && write_deck(app, options, &text, err);
    json_release(&old);
    buf_release(&old_text);
    buf_release(&text);
    return ok;
}

static int run(struct app *app, const struct call *call)
{
    struct import import = { 0 };
    bool ok = make_deck(app, call, &import, &app->err);
    import_release(&import);
    return ok ? STATUS_DONE : (int)app->err.kind;
}

const struct command cmd_import = {
    .name = "import",
    .group = "data",
    .args = "[OPTIONS] FILE...",
    .summary = "makes a deck of a table, Anki's notes as text, or other JSON",
    .opts = import_opts,
    .options_size = sizeof(struct import_call),
    .least = 1,
    .most = SIZE_MAX,
    .run = run,
};
