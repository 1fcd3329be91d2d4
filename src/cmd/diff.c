/*
 * What changed between two versions of a deck, card by card; or one version as text that a line
 * by line comparison reads well.
 */
#include "cmd/card.h"
#include "cmd/command.h"
#include "cmd/revision.h"

#include "base/file.h"
#include "deck/compare.h"
#include "deck/edit.h"
#include "deck/format.h"

#include <stddef.h>
#include <string.h>

struct diff_call {
    bool text;
};

static const struct opt diff_opts[] = {
    { "text", 0, OPT_FLAG, offsetof(struct diff_call, text), NULL,
        "print one deck as text, a paragraph a card (for git: textconv)" },
    { .name = NULL },
};

static const struct {
    unsigned change;
    const char *word;
} change_words[] = {
#define X(change, bit, word) { change, word },
    CHANGES(X)
#undef X
};

enum { CHANGE_COUNT = sizeof change_words / sizeof change_words[0] };

/* ---- parts ------------------------------------------------------------------------------ */

static void add_name(struct buf *out, const struct note *note)
{
    buf_addf(out, "%s/%s", note->deck->id, note->id);
}

/* "  - answer: 546", of a key that the entry has. */
static void add_member(struct buf *out, const char *mark, const struct version *version,
    const cJSON *entry, const char *key)
{
    const struct format flat = { .text = version->json.source.text, .flat = true };
    const cJSON *value = edit_member(entry, key);
    if (value == NULL)
        return;
    buf_addf(out, "  %s%s: ", mark, key);
    format_card(value, &flat, out);
    buf_add_char(out, '\n');
}

/* What it asks, and what is right. */
static void add_whole(struct buf *out, const char *mark, const struct version *version,
    const struct note *note)
{
    static const char *const keys[] = { "question", "cloze", "answer", "pairs" };
    const cJSON *entry = version_entry(version, note);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        add_member(out, mark, version, entry, keys[i]);
}

/* ---- for people ------------------------------------------------------------------------- */

static void add_changes(struct buf *out, unsigned changes)
{
    bool first = true;
    for (size_t i = 0; i < CHANGE_COUNT; i++) {
        if ((changes & change_words[i].change) == 0)
            continue;
        buf_addf(out, "%s%s", first ? "" : ", ", change_words[i].word);
        first = false;
    }
    if (first)
        buf_add(out, "the same");
}

static void add_history(struct buf *out, const struct difference *item)
{
    switch (item->history) {
    case HISTORY_NONE:
        break;
    case HISTORY_KEPT:
        buf_add(out, "; history kept");
        break;
    case HISTORY_ASKED:
        buf_add(out, "; whether its history stays is asked once");
        break;
    case HISTORY_ORPHANED:
        buf_add(out, "; history orphaned");
        break;
    }
    for (size_t i = 0; i < item->gone_count; i++)
        buf_addf(out, "%s#%s", i == 0 ? "; orphaned: " : ", ", item->gone[i]);
}

/* How the history could stay. */
static void add_way_out(struct buf *out, const struct difference *item)
{
    if (item->history == HISTORY_ORPHANED && item->new != NULL) {
        buf_add(out, "  to keep it: \"was\": \"");
        add_name(out, item->old);
        buf_add(out, "\"\n");
    }
}

static void add_difference(struct buf *out, const struct difference *item,
    const struct version *old, const struct version *new)
{
    add_name(out, item->new != NULL ? item->new : item->old);
    buf_add(out, ": ");
    add_changes(out, item->changes);
    add_history(out, item);
    buf_add_char(out, '\n');
    if (item->old == NULL)
        add_whole(out, "+ ", new, item->new);
    if (item->new == NULL)
        add_whole(out, "- ", old, item->old);
    for (size_t i = 0; i < item->key_count; i++) {
        add_member(out, "- ", old, version_entry(old, item->old), item->keys[i]);
        add_member(out, "+ ", new, version_entry(new, item->new), item->keys[i]);
    }
    add_way_out(out, item);
}

static void print_text(struct app *app, const struct comparison *comparison,
    const struct version *old, const struct version *new)
{
    struct buf out = { 0 };
    for (size_t i = 0; i < comparison->head_count; i++) {
        buf_add(&out, i == 0 ? "the deck: changed\n" : "");
        add_member(&out, "- ", old, old->json.root, comparison->head[i]);
        add_member(&out, "+ ", new, new->json.root, comparison->head[i]);
    }
    for (size_t i = 0; i < comparison->count; i++)
        add_difference(&out, &comparison->items[i], old, new);
    term_text(&app->out, STYLE_PLAIN, buf_text(&out));
    buf_release(&out);
}

/* ---- for programs ----------------------------------------------------------------------- */

static void json_add_note(cJSON *object, const char *key, const struct note *note)
{
    struct buf name = { 0 };
    if (note != NULL)
        add_name(&name, note);
    json_add_text(object, key, name.text);
    buf_release(&name);
}

static cJSON *texts_json(const char *const *texts, size_t count)
{
    cJSON *array = cJSON_CreateArray();
    for (size_t i = 0; i < count; i++)
        cJSON_AddItemToArray(array, cJSON_CreateString(texts[i]));
    return array;
}

static cJSON *difference_json(const struct difference *item)
{
    cJSON *object = cJSON_CreateObject();
    json_add_note(object, "old", item->old);
    json_add_note(object, "new", item->new);
    cJSON *changes = cJSON_AddArrayToObject(object, "changes");
    for (size_t i = 0; i < CHANGE_COUNT; i++)
        if ((item->changes & change_words[i].change) != 0)
            cJSON_AddItemToArray(changes, cJSON_CreateString(change_words[i].word));
    cJSON_AddStringToObject(object, "history", history_word(item->history));
    cJSON_AddItemToObject(object, "keys", texts_json(item->keys, item->key_count));
    cJSON_AddItemToObject(object, "gone", texts_json(item->gone, item->gone_count));
    return object;
}

static void print_json(struct app *app, const struct comparison *comparison)
{
    cJSON *root = cJSON_CreateObject();
    cJSON_AddItemToObject(
        root, "deck", texts_json(comparison->head, comparison->head_count));
    cJSON *cards = cJSON_AddArrayToObject(root, "cards");
    for (size_t i = 0; i < comparison->count; i++)
        cJSON_AddItemToArray(cards, difference_json(&comparison->items[i]));
    app_print_json(app, root);
}

/* ---- one deck as text ------------------------------------------------------------------- */

static void add_all_members(
    struct buf *out, const struct version *version, const cJSON *entry)
{
    const cJSON *member, *object = entry;
    if (cJSON_IsArray(entry)) {
        add_member(out, "", version, entry, "question");
        add_member(out, "", version, entry, "answer");
        object = cJSON_GetArrayItem(entry, 2);
    }
    cJSON_ArrayForEach(member, object) if (strcmp(member->string, "cards") != 0)
        add_member(out, "", version, entry, member->string);
}

static void print_deck(struct app *app, const struct version *version)
{
    struct buf out = { 0 };
    const struct deck *deck = &version->deck;
    const cJSON *card;
    size_t next = 0;
    buf_addf(&out, "%s\n", deck->id);
    add_all_members(&out, version, version->json.root);
    cJSON_ArrayForEach(card, edit_cards(&version->json))
    {
        buf_add_char(&out, '\n');
        if (next < deck->note_count && deck->notes[next].offset == json_offset(card))
            add_name(&out, &deck->notes[next++]);
        else
            buf_add(&out, "(a card with an error)");
        buf_add_char(&out, '\n');
        add_all_members(&out, version, card);
    }
    term_text(&app->out, STYLE_PLAIN, out.text);
    buf_release(&out);
}

/* ---- the whole -------------------------------------------------------------------------- */

static bool read_version(struct app *app, const char *path, struct version *out)
{
    struct buf text = { 0 };
    struct diags diags = { 0 };
    bool input = strcmp(path, "-") == 0;
    const char *name = input ? "standard input" : path;
    bool ok = input               ? file_read_input(JSON_MAX_BYTES, &text, &app->err)
              : revision_is(path) ? revision_read(path, JSON_MAX_BYTES, &text, &app->err)
                                  : file_read(path, JSON_MAX_BYTES, &text, &app->err);
    if (!ok)
        buf_release(&text);
    ok = ok && version_parse(name, text, out, &diags, &app->err);
    if (ok && out->deck.left_out > 0) {
        struct buf line = { 0 };
        buf_addf(&line, "note: %s: cards with errors are passed over: %zu\n", name,
            out->deck.left_out);
        term_text(&app->err_out, STYLE_PLAIN, line.text);
        buf_release(&line);
    }
    diags_release(&diags);
    return ok;
}

static int print_one(struct app *app, const char *path)
{
    struct version version;
    if (!read_version(app, path, &version))
        return (int)app->err.kind;
    print_deck(app, &version);
    version_release(&version);
    return STATUS_DONE;
}

static int compare(struct app *app, const char *old_path, const char *new_path)
{
    struct version old, new;
    if (!read_version(app, old_path, &old))
        return (int)app->err.kind;
    if (!read_version(app, new_path, &new)) {
        version_release(&old);
        return (int)app->err.kind;
    }
    struct comparison comparison = decks_compare(&old, &new, &app->arena);
    if (app->global.json)
        print_json(app, &comparison);
    else
        print_text(app, &comparison, &old, &new);
    version_release(&old);
    version_release(&new);
    return comparison.count + comparison.head_count > 0 ? STATUS_NO : STATUS_DONE;
}

static int run(struct app *app, const struct call *call)
{
    const struct diff_call *options = call->options;
    if (call->count != (options->text ? 1 : 2)) {
        err_set(&app->err, ERR_USAGE,
            options->text ? "--text takes one deck" : "diff takes two decks: OLD NEW");
        return ERR_USAGE;
    }
    return options->text ? print_one(app, call->words[0])
                         : compare(app, call->words[0], call->words[1]);
}

const struct command cmd_diff = {
    .name = "diff",
    .group = "authors",
    .args = "FILE [FILE]",
    .summary = "what changed between two versions of a deck, card by card",
    .notes =
        "The old version stands first; - is standard input.  Status 1 if they differ.\n",
    .opts = diff_opts,
    .options_size = sizeof(struct diff_call),
    .least = 1,
    .most = 2,
    .run = run,
};
