/*
 * A first deck out of documents.
 */
#include "cmd/draft.h"

#include "base/file.h"
#include "cmd/command.h"
#include "deck/format.h"
#include "exchange/id.h"
#include "ui/busy.h"

#include <stdlib.h>
#include <string.h>

static const struct opt draft_opts[] = {
    { "output", 'o', OPT_TEXT, offsetof(struct draft_options, output), "DECK",
        "a new file for the deck; else it is printed" },
    { "max", 0, OPT_NUMBER, offsetof(struct draft_options, most), "N",
        "no more than the N best cards" },
    { "review", 0, OPT_FLAG, offsetof(struct draft_options, review), NULL,
        "look at each: take it, edit it, or skip it; goes on where it was left" },
    { "prompt", 0, OPT_FLAG, offsetof(struct draft_options, prompt), NULL,
        "print an instruction for a program that writes decks" },
    { .name = NULL },
};

enum { MOST_NAME = 40, MOST_ID = 64 }; // bytes

/* ---- documents ---------------------------------------------------------------------------- */

static const char *base_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}

/* Standard input has no name that would tell. */
static bool is_markdown(const struct buf *text)
{
    const char *start = buf_text(text);
    return strncmp(start, "# ", 2) == 0 || strstr(start, "\n# ") != NULL ||
           strstr(start, "\n## ") != NULL;
}

static bool is_input(const struct doc *doc)
{
    return strcmp(doc->name, "-") == 0 || strcmp(doc->name, "-.md") == 0;
}

static bool load_document(const char *path, struct doc *out, struct err *err)
{
    struct buf text = { 0 };
    if (strcmp(path, "-") != 0)
        return doc_load(path, out, err);
    if (file_read_input(DOC_MAX_BYTES, &text, err))
        return doc_parse(is_markdown(&text) ? "-.md" : "-", text, out, err);
    buf_release(&text);
    return false;
}

/* The file's name without its ending, as an id; "" if it has no letter for one. */
static const char *slug_of(struct arena *arena, const char *path, size_t most)
{
    const char *base = base_of(path), *dot = strrchr(base, '.');
    size_t len = dot != NULL && dot > base ? (size_t)(dot - base) : strlen(base);
    return id_slug(arena, arena_strndup(arena, base, len), most);
}

static bool is_taken(const struct draft_run *run, const char *name)
{
    for (size_t i = 0; i < run->count; i++)
        if (strcmp(run->names[i], name) == 0)
            return true;
    return false;
}

/* What cards call the document. */
static const char *name_of(struct draft_run *run, const char *path)
{
    struct arena *arena = &run->app->arena;
    const char *slug = slug_of(arena, path, MOST_NAME), *name;
    name = slug = slug[0] != '\0' ? slug : "text";
    for (size_t number = 2; is_taken(run, name); number++)
        name = arena_printf(arena, "%s-%zu", slug, number);
    return name;
}

static bool load_documents(struct draft_run *run, const struct call *call)
{
    run->docs = mem_zeroed(call->count, sizeof *run->docs);
    run->names = mem_zeroed(call->count, sizeof *run->names);
    for (size_t i = 0; i < call->count; i++) {
        if (!load_document(call->words[i], &run->docs[i], &run->app->err))
            return false;
        run->names[i] = name_of(run, call->words[i]);
        run->count++;
    }
    return true;
}

static void release(struct draft_run *run)
{
    drafts_release(&run->drafts);
    for (size_t i = 0; i < run->count; i++)
        doc_release(&run->docs[i]);
    free(run->docs);
    free(run->names);
}

/* ---- the deck ----------------------------------------------------------------------------- */

static const char *title_of(const struct draft_run *run, size_t at)
{
    const struct doc *doc = &run->docs[at];
    return doc->title[0] != '\0' ? doc->title : run->names[at];
}

static cJSON *documents_json(const struct draft_run *run)
{
    cJSON *documents = cJSON_CreateObject();
    for (size_t i = 0; i < run->count; i++) {
        cJSON *document = cJSON_AddObjectToObject(documents, run->names[i]);
        cJSON_AddStringToObject(document, "title", title_of(run, i));
        if (!is_input(&run->docs[i]))
            cJSON_AddStringToObject(document, "path", base_of(run->docs[i].name));
    }
    return documents;
}

cJSON *draft_make_card(
    const struct draft_run *run, const struct draft *draft, struct new_ids *ids)
{
    const char *document = run->count > 1 ? run->names[draft->document] : NULL;
    const char *text = draft->cloze != NULL ? draft->cloze : draft->question;
    return draft_card(draft, new_ids_make(ids, text), document);
}

static cJSON *all_cards(const struct draft_run *run)
{
    struct new_ids ids = { 0 };
    cJSON *cards = cJSON_CreateArray();
    for (size_t i = 0; i < run->drafts.count; i++)
        cJSON_AddItemToArray(cards, draft_make_card(run, &run->drafts.items[i], &ids));
    new_ids_release(&ids);
    return cards;
}

cJSON *draft_make_deck(const struct draft_run *run, const char *output, cJSON *cards)
{
    struct arena *arena = &run->app->arena;
    cJSON *deck = cJSON_CreateObject();
    const char *id = output != NULL ? slug_of(arena, output, MOST_ID) : "";
    cJSON_AddNumberToObject(deck, "format", 1);
    cJSON_AddStringToObject(deck, "id", id[0] != '\0' ? id : run->names[0]);
    cJSON_AddStringToObject(deck, "title", title_of(run, 0));
    cJSON_AddStringToObject(deck, "language", "en");
    cJSON_AddItemToObject(deck, "documents", documents_json(run));
    cJSON_AddItemToObject(deck, "cards", cards);
    return deck;
}

static bool write_deck(
    const struct draft_run *run, const char *path, const struct buf *text)
{
    struct app *app = run->app;
    bool made = false;
    if (!file_create(path, text->text, text->len, &made, &app->err))
        return false;
    if (!made)
        return err_set(&app->err, ERR_USAGE,
            "'%s' is there already; name another file, or go on with --review", path);
    struct buf line = { 0 };
    buf_addf(&line, "wrote %zu %s to %s\n", run->drafts.count,
        run->drafts.count == 1 ? "card" : "cards", path);
    term_text(&app->err_out, STYLE_PLAIN, line.text);
    buf_release(&line);
    return true;
}

static int print_deck(struct draft_run *run, const char *output)
{
    struct buf text = { 0 };
    bool ok = true;
    cJSON *deck = draft_make_deck(run, output, all_cards(run));
    format_deck(deck, NULL, &text);
    cJSON_Delete(deck);
    if (output != NULL)
        ok = write_deck(run, output, &text);
    else
        term_raw(&run->app->out, STYLE_PLAIN, text.text);
    buf_release(&text);
    return ok ? STATUS_DONE : (int)run->app->err.kind;
}

/* ---- the whole ---------------------------------------------------------------------------- */

static int make_deck(struct draft_run *run, const struct draft_options *options)
{
    busy_begin(&run->app->err_out, "reading ...");
    for (size_t i = 0; i < run->count; i++)
        drafts_read(&run->drafts, &run->docs[i], i);
    drafts_choose(&run->drafts, options->most.given ? (size_t)options->most.value : 0);
    busy_end();
    if (run->drafts.count == 0) {
        term_raw(&run->app->err_out, STYLE_PLAIN, "nothing to ask was found\n");
        return STATUS_NO;
    }
    return options->review ? draft_review(run, options->output)
                           : print_deck(run, options->output);
}

static bool check_call(const struct draft_options *options, struct err *err)
{
    if (options->most.given && options->most.value < 1)
        return err_set(err, ERR_USAGE, "--max takes a number from 1 on");
    if (options->review && options->output == NULL)
        return err_set(
            err, ERR_USAGE, "--review needs a file for the deck: -o DECK.json");
    return true;
}

static int run(struct app *app, const struct call *call)
{
    const struct draft_options *options = call->options;
    struct draft_run run = { .app = app };
    int status = (int)ERR_USAGE;
    if (check_call(options, &app->err) && load_documents(&run, call)) {
        if (options->prompt) {
            draft_print_prompt(&run);
            status = STATUS_DONE;
        } else {
            status = make_deck(&run, options);
        }
    } else {
        status = (int)app->err.kind;
    }
    release(&run);
    return status;
}

const struct command cmd_draft = {
    .name = "draft",
    .group = "authors",
    .args = "[OPTIONS] FILE...",
    .summary = "a first deck out of documents: text, Markdown or HTML",
    .notes = "FILE is - for standard input.\n",
    .opts = draft_opts,
    .options_size = sizeof(struct draft_options),
    .least = 1,
    .most = SIZE_MAX,
    .run = run,
};
