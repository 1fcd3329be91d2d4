/*
 * A card, or a deck, in the author's editor at the line; what is wrong afterwards is told with its
 * place, and can be mended at once.  Or one key of a card set to a value, nothing else touched.
 */
#include "cmd/card.h"
#include "cmd/command.h"

#include "base/file.h"
#include "base/near.h"
#include "cmd/editor.h"
#include "deck/edit.h"
#include "ui/line.h"

#include <stddef.h>
#include <string.h>

struct edit_call {
    struct opt_texts set;
};

static const struct opt edit_opts[] = {
    { "set", 0, OPT_TEXTS, offsetof(struct edit_call, set), "CHANGE",
        "set a key of the card, as KEY=JSON, without the editor (repeatable)" },
    { .name = NULL },
};

/* ---- which place ------------------------------------------------------------------------ */

struct place {
    const char *path;
    int line;
    const struct note *note; // NULL: the file
};

static bool no_note(
    struct app *app, const struct deck *deck, const char *id, struct err *err)
{
    const char **ids = arena_alloc(&app->arena, (deck->note_count + 1) * sizeof *ids);
    for (size_t i = 0; i < deck->note_count; i++)
        ids[i] = deck->notes[i].id;
    const char *near = near_best(id, ids, deck->note_count);
    if (near != NULL)
        return err_set(err, ERR_USAGE, "no card '%s/%s'; did you mean '%s/%s'?", deck->id,
            id, deck->id, near);
    return err_set(err, ERR_USAGE, "no card '%s/%s'; `quaestor edit %s` opens the deck",
        deck->id, id, deck->id);
}

/* DECK/NOTE; a side of it behind '#' is in the same place. */
static bool find_note(
    struct app *app, const char *word, struct place *place, struct err *err)
{
    const char *slash = strchr(word, '/');
    const char *id = arena_strndup(&app->arena, word, (size_t)(slash - word));
    const struct deck *deck = library_deck(&app->library, id);
    if (deck == NULL)
        return err_set(err, ERR_USAGE,
            "no card '%s': there is no deck '%s'; `quaestor decks` lists them", word, id);
    id = arena_strndup(&app->arena, slash + 1, strcspn(slash + 1, "#"));
    for (size_t i = 0; i < deck->note_count; i++)
        if (strcmp(deck->notes[i].id, id) == 0) {
            *place = (struct place){ deck->path, deck->notes[i].line, &deck->notes[i] };
            return true;
        }
    return no_note(app, deck, id, err);
}

static bool find_place(
    struct app *app, const char *word, struct place *place, struct err *err)
{
    const struct deck *deck = library_deck(&app->library, word);
    *place = (struct place){ deck != NULL ? deck->path : word, 1, NULL };
    if (deck != NULL || file_kind(word) == FILE_REGULAR)
        return true;
    if (strchr(word, '/') != NULL && strstr(word, ".json") == NULL)
        return find_note(app, word, place, err);
    return err_set(
        err, ERR_USAGE, "'%s' is neither a card (DECK/CARD) nor a deck nor a file", word);
}

/* ---- what is wrong ---------------------------------------------------------------------- */

/* Tells what `check` would; returns the line of the first error, 0 if there is none. */
static int recheck(struct app *app, const char *path)
{
    struct library library;
    int line = 0;
    library_load(&library, &path, 1);
    library_test(&library);
    for (size_t i = 0; i < library.diags.count; i++) {
        const struct diag *diag = &library.diags.items[i];
        show_err(&app->out, &diag->err, diag_level_word(diag->level));
        if (line == 0 && diag->level == DIAG_ERROR)
            line = diag->err.line > 0 ? diag->err.line : 1;
    }
    library_release(&library);
    return line;
}

/* Of a file that is opened as a whole, where something is wrong. */
static int first_error(const char *path)
{
    struct library library;
    int line = 1;
    library_load(&library, &path, 1);
    for (size_t i = library.diags.count; i-- > 0;)
        if (library.diags.items[i].level == DIAG_ERROR)
            line = library.diags.items[i].err.line;
    library_release(&library);
    return line > 0 ? line : 1;
}

/* ---- the editor ------------------------------------------------------------------------- */

static bool wants_again(struct app *app)
{
    struct buf key = { 0 };
    if (!app_is_interactive(app))
        return false;
    line_open(true);
    enum line_result result = line_key(" e edit again   Enter leave it > ", &key);
    line_close();
    bool again = result == LINE_TEXT && buf_text(&key)[0] == 'e';
    buf_release(&key);
    return again;
}

static int edit(struct app *app, const struct place *place)
{
    int line = place->note != NULL ? place->line : first_error(place->path), wrong;
    do {
        if (!editor_run(place->path, line, &app->err))
            return (int)app->err.kind;
        wrong = recheck(app, place->path);
        line = wrong;
    } while (wrong > 0 && wants_again(app));
    return wrong > 0 ? STATUS_NO : STATUS_DONE;
}

/* ---- a key ------------------------------------------------------------------------------ */

/* What "KEY=JSON" says. */
struct assignment {
    const char *key, *value;
};

static bool read_assignment(
    struct app *app, const char *text, struct assignment *out, struct err *err)
{
    const char *equals = strchr(text, '=');
    if (equals == NULL || equals == text)
        return err_set(err, ERR_USAGE, "--set takes KEY=JSON, not '%s'", text);
    out->key = arena_strndup(&app->arena, text, (size_t)(equals - text));
    out->value = equals + 1;
    struct source source = {
        .name = "--set", .text = out->value, .len = strlen(out->value)
    };
    struct json value;
    if (!json_parse(source, &value, err)) {
        err->kind = ERR_USAGE;
        return false;
    }
    json_release(&value);
    return true;
}

/* Sets a key of the card at `place` among "cards". */
static bool set_key(const struct note *note, int place,
    const struct assignment *assignment, struct buf *text, struct err *err)
{
    struct json json;
    struct buf after = { 0 };
    struct source source = {
        .name = note->deck->path, .text = buf_text(text), .len = text->len
    };
    if (!json_parse(source, &json, err))
        return false;
    struct edits edits = { .json = &json };
    edit_set(&edits, cJSON_GetArrayItem(edit_cards(&json), place), assignment->key,
        assignment->value);
    edits_apply(&edits, &after);
    edits_release(&edits);
    json_release(&json);
    buf_release(text);
    *text = after;
    return true;
}

/* The new text must not have more errors than the old one. */
static bool is_no_worse(
    const struct deck *before, const struct buf *after, struct err *err)
{
    struct deck deck;
    struct diags diags = { 0 };
    struct buf copy = { 0 };
    bool is_deck;
    buf_add_bytes(&copy, after->text, after->len);
    bool ok = deck_parse(before->path, copy, &deck, &is_deck, &diags, err);
    if (ok) {
        ok = deck.problems <= before->problems;
        deck_release(&deck);
    }
    for (size_t i = 0; !ok && i < diags.count; i++)
        if (diags.items[i].level == DIAG_ERROR) {
            *err = diags.items[i].err;
            err->kind = ERR_USAGE;
            break;
        }
    diags_release(&diags);
    return ok;
}

/* The card's place among "cards". */
static bool find_entry(const struct note *note, int *place, struct err *err)
{
    struct json json;
    struct source source = { .name = note->deck->path,
        .text = buf_text(&note->deck->text),
        .len = note->deck->text.len };
    if (!json_parse(source, &json, err))
        return false;
    const cJSON *card;
    *place = 0;
    cJSON_ArrayForEach(card, edit_cards(&json))
    {
        if (json_offset(card) == note->offset)
            break;
        ++*place;
    }
    json_release(&json);
    return true;
}

/* One after the other, since one may set what another has put in. */
static bool set_keys(struct app *app, const struct note *note,
    const struct opt_texts *set, struct err *err)
{
    const struct buf *before = &note->deck->text;
    struct buf after = { 0 };
    int place;
    bool ok = find_entry(note, &place, err);
    buf_add_bytes(&after, buf_text(before), before->len);
    for (size_t i = 0; ok && i < set->count; i++) {
        struct assignment assignment = { 0 };
        ok = read_assignment(app, set->items[i], &assignment, err) &&
             set_key(note, place, &assignment, &after, err);
    }
    ok = ok && is_no_worse(note->deck, &after, err) &&
         edit_save(note->deck->path, before, &after, err);
    buf_release(&after);
    return ok;
}

/* ---- the whole -------------------------------------------------------------------------- */

static int edit_word(struct app *app, const char *word, const struct opt_texts *set)
{
    struct place place;
    app_load_decks(app);
    if (!find_place(app, word, &place, &app->err))
        return (int)app->err.kind;
    if (set->count == 0)
        return edit(app, &place);
    if (place.note == NULL) {
        err_set(&app->err, ERR_USAGE, "--set needs a card, as DECK/CARD");
        return ERR_USAGE;
    }
    return set_keys(app, place.note, set, &app->err) ? STATUS_DONE : (int)app->err.kind;
}

static int run(struct app *app, const struct call *call)
{
    struct edit_call options = *(const struct edit_call *)call->options;
    int status = edit_word(app, call->words[0], &options.set);
    opt_texts_release(&options.set);
    return status;
}

const struct command cmd_edit = {
    .name = "edit",
    .group = "authors",
    .args = "CARD|DECK",
    .summary = "opens a card in your editor at its line, and checks it then",
    .opts = edit_opts,
    .options_size = sizeof(struct edit_call),
    .least = 1,
    .most = 1,
    .run = run,
};
