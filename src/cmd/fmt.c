/*
 * The canonical form of deck files (deck/format.h), or ids for the cards that have none.
 */
#include "cmd/command.h"

#include "base/file.h"
#include "cmd/new_id.h"
#include "deck/deck.h"
#include "deck/edit.h"
#include "deck/format.h"

#include <stddef.h>
#include <string.h>

struct fmt_call {
    bool check, ids;
};

static const struct opt fmt_opts[] = {
    { "check", 0, OPT_FLAG, offsetof(struct fmt_call, check), NULL,
        "write nothing; name the files that would change" },
    { "ids", 0, OPT_FLAG, offsetof(struct fmt_call, ids), NULL,
        "give ids to cards without one, and change nothing else" },
    { .name = NULL },
};

/* ---- ids -------------------------------------------------------------------------------- */

/*
 * The card keeps its progress: "was" names the hash that it hung on.  A "was" that is there
 * already becomes longer.
 */
static void add_id(
    struct edits *edits, const cJSON *card, const struct note *note, const char *id)
{
    struct buf members = { 0 };
    const cJSON *was = edit_member(card, "was");
    buf_addf(&members, "\"id\": \"%s\"", id);
    if (was == NULL)
        buf_addf(&members, ", \"was\": \"%s\"", note->id);
    edit_add_first(edits, card, members.text);
    buf_release(&members);
    if (was == NULL)
        return;
    cJSON *names = cJSON_CreateArray(), *name;
    for (size_t i = 0; i < note->was_count; i++)
        cJSON_AddItemToArray(names, cJSON_CreateStringReference(note->was[i]));
    cJSON_AddItemToArray(names, name = cJSON_CreateStringReference(note->id));
    const struct format flat = { .flat = true };
    format_card(names, &flat, &members);
    edit_set(edits, card, "was", members.text);
    cJSON_Delete(names);
    buf_release(&members);
}

/* Notes stand in the order of the file; those with an error are not among them. */
static void add_ids(const struct json *json, const struct deck *deck, struct buf *out)
{
    struct edits edits = { .json = json };
    struct new_ids ids = { 0 };
    size_t next = 0;
    const cJSON *cards = edit_cards(json), *card;
    new_ids_read(&ids, cards);
    cJSON_ArrayForEach(card, cards)
    {
        if (next == deck->note_count || deck->notes[next].offset != json_offset(card))
            continue;
        const struct note *note = &deck->notes[next++];
        if (!note->has_id)
            add_id(&edits, card, note,
                new_ids_make(&ids, deck->cards[note->first_card].question));
    }
    edits_apply(&edits, out);
    edits_release(&edits);
    new_ids_release(&ids);
}

/* ---- a file ----------------------------------------------------------------------------- */

static bool render_ids(
    const char *name, const struct json *json, struct buf *out, struct err *err)
{
    struct deck deck;
    struct diags diags = { 0 };
    struct buf copy = { 0 };
    bool is_deck;
    buf_add_bytes(&copy, json->source.text, json->source.len);
    bool ok = deck_parse(name, copy, &deck, &is_deck, &diags, err);
    if (ok) {
        add_ids(json, &deck, out);
        deck_release(&deck);
    }
    diags_release(&diags); // `check` tells them
    return ok;
}

/* What the file should be.  A deck with faults in it has a form, too; other JSON has none. */
static bool render(const char *name, const struct buf *text,
    const struct fmt_call *options, struct buf *out, struct err *err)
{
    struct json json;
    struct source source = { .name = name, .text = buf_text(text), .len = text->len };
    if (!json_parse(source, &json, err))
        return false;
    bool ok = true;
    if (cJSON_GetObjectItemCaseSensitive(json.root, "format") == NULL)
        ok = err_at(err, &json.source, json_offset(json.root),
            "not a deck: it has no \"format\": 1");
    else if (options->ids)
        ok = render_ids(name, &json, out, err);
    else
        format_deck(json.root, json.source.text, out);
    json_release(&json);
    return ok;
}

static bool differs(const struct buf *a, const struct buf *b)
{
    return a->len != b->len || memcmp(buf_text(a), buf_text(b), a->len) != 0;
}

static void name_file(struct app *app, const char *path)
{
    term_text(&app->out, STYLE_PLAIN, path);
    term_raw(&app->out, STYLE_PLAIN, "\n");
}

/* *changed: the file was, or with --check would be, another. */
static bool format_file(struct app *app, const char *path, const struct fmt_call *options,
    bool *changed, struct err *err)
{
    struct buf before = { 0 }, after = { 0 };
    bool ok = file_read(path, JSON_MAX_BYTES, &before, err) &&
              render(path, &before, options, &after, err);
    *changed = ok && differs(&before, &after);
    if (*changed && !options->check)
        ok = edit_save(path, &before, &after, err);
    if (ok && *changed)
        name_file(app, path);
    buf_release(&before);
    buf_release(&after);
    return ok;
}

/* Standard input to standard output; a copy, if that is as it should be. */
static bool format_input(
    struct app *app, const struct fmt_call *options, bool *changed, struct err *err)
{
    struct buf before = { 0 }, after = { 0 };
    bool ok = file_read_input(JSON_MAX_BYTES, &before, err) &&
              render("standard input", &before, options, &after, err);
    *changed = ok && differs(&before, &after);
    if (ok && !options->check)
        term_raw(&app->out, STYLE_PLAIN, buf_text(&after));
    else if (*changed)
        name_file(app, "standard input");
    buf_release(&before);
    buf_release(&after);
    return ok;
}

/* ---- all of them ------------------------------------------------------------------------ */

static bool list_files(
    struct app *app, const char *path, struct file_list *files, struct err *err)
{
    if (file_kind(path) == FILE_FOLDER)
        return file_list_folder(path, ".json", &app->arena, files, err);
    files->paths = arena_grow(
        &app->arena, files->paths, files->count, &files->capacity, sizeof *files->paths);
    files->paths[files->count++] = path;
    return true;
}

static bool is_deck_file(const char *path)
{
    struct deck deck;
    struct diags diags = { 0 };
    struct err err;
    bool is_deck;
    if (deck_load(path, &deck, &is_deck, &diags, &err))
        deck_release(&deck);
    diags_release(&diags);
    return is_deck;
}

/* In a folder other JSON is passed over. */
static bool format_path(struct app *app, const char *path, const struct fmt_call *options,
    bool *changed, struct err *err)
{
    struct file_list files = { 0 };
    bool folder = file_kind(path) == FILE_FOLDER, ok = true;
    if (strcmp(path, "-") == 0)
        return format_input(app, options, changed, err);
    if (!list_files(app, path, &files, err))
        return false;
    for (size_t i = 0; ok && i < files.count; i++) {
        bool this_one = false;
        if (!folder || is_deck_file(files.paths[i]))
            ok = format_file(app, files.paths[i], options, &this_one, err);
        *changed = *changed || this_one;
    }
    return ok;
}

static int run(struct app *app, const struct call *call)
{
    const struct fmt_call *options = call->options;
    bool changed = false;
    for (size_t i = 0; i < call->count; i++)
        if (!format_path(app, call->words[i], options, &changed, &app->err))
            return (int)app->err.kind;
    return options->check && changed ? STATUS_NO : STATUS_DONE;
}

const struct command cmd_fmt = {
    .name = "fmt",
    .group = "authors",
    .args = "FILE...",
    .summary = "the canonical form of decks; names the files it changed",
    .notes = "FILE is a deck, a folder of decks, or - for standard input to output.\n",
    .opts = fmt_opts,
    .options_size = sizeof(struct fmt_call),
    .least = 1,
    .most = SIZE_MAX,
    .run = run,
};
