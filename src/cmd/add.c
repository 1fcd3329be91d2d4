/*
 * New cards at the end of a deck, and nothing else changed in its file.
 */
#include "cmd/add.h"

#include "base/utf8.h"
#include "cmd/command.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct opt add_opts[] = {
    { "question", 'q', OPT_TEXT, offsetof(struct card_texts, question), "TEXT",
        "what is asked" },
    { "answer", 'a', OPT_TEXTS, offsetof(struct card_texts, answers), "TEXT",
        "what is right; several times: a list" },
    { "answer-json", 0, OPT_TEXT, offsetof(struct card_texts, answer_json), "JSON",
        "the same as in a deck: a number, true, an array" },
    { "accept", 0, OPT_TEXTS, offsetof(struct card_texts, accept), "TEXT",
        "another right answer (repeatable)" },
    { "wrong", 0, OPT_TEXTS, offsetof(struct card_texts, wrong), "TEXT",
        "a wrong choice (repeatable)" },
    { "tag", 0, OPT_TEXTS, offsetof(struct card_texts, tags), "TAG",
        "a tag (repeatable)" },
    { "source", 0, OPT_TEXT, offsetof(struct card_texts, source), "PLACE",
        "where in the deck's document it can be read" },
    { "hint", 0, OPT_TEXT, offsetof(struct card_texts, hint), "TEXT",
        "shown on request" },
    { "note", 0, OPT_TEXT, offsetof(struct card_texts, note), "TEXT",
        "shown after the answer" },
    { "id", 0, OPT_TEXT, offsetof(struct card_texts, id), "ID",
        "its id; else made from the question" },
    { .name = NULL },
};

/* ---- a card from texts ------------------------------------------------------------------ */

static bool is_text(const char *text, struct err *err)
{
    size_t bad;
    return text == NULL || utf8_valid(text, strlen(text), &bad) ||
           err_set(err, ERR_USAGE, "'%s' is not valid UTF-8", text);
}

static bool are_texts(const struct opt_texts *texts, struct err *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < texts->count; i++)
        ok = is_text(texts->items[i], err);
    return ok;
}

static bool check_texts(const struct card_texts *texts, struct err *err)
{
    return is_text(texts->question, err) && is_text(texts->answer_json, err) &&
           is_text(texts->source, err) && is_text(texts->hint, err) &&
           is_text(texts->note, err) && is_text(texts->id, err) &&
           are_texts(&texts->answers, err) && are_texts(&texts->accept, err) &&
           are_texts(&texts->wrong, err) && are_texts(&texts->tags, err);
}

static void add_text(cJSON *card, const char *key, const char *text)
{
    if (text != NULL)
        cJSON_AddStringToObject(card, key, text);
}

static void add_texts(cJSON *card, const char *key, const struct opt_texts *texts)
{
    cJSON *array = texts->count > 0 ? cJSON_AddArrayToObject(card, key) : NULL;
    for (size_t i = 0; i < texts->count; i++)
        cJSON_AddItemToArray(array, cJSON_CreateString(texts->items[i]));
}

/* A value of JSON by itself; on one line, as the card is. */
static bool add_json(cJSON *card, const char *key, const char *json, struct err *err)
{
    struct json parsed;
    struct source source = { .name = "--answer-json", .text = json, .len = strlen(json) };
    if (!json_parse(source, &parsed, err)) {
        err->kind = ERR_USAGE;
        return false;
    }
    json_release(&parsed);
    char *line = mem_strdup(json);
    for (char *c = line; *c != '\0'; c++)
        *c = *c == '\n' || *c == '\r' ? ' ' : *c;
    cJSON_AddItemToObject(card, key, cJSON_CreateRaw(line));
    free(line);
    return true;
}

bool card_texts_render(const struct card_texts *texts, struct buf *out, struct err *err)
{
    cJSON *card = cJSON_CreateObject();
    add_text(card, "id", texts->id);
    add_text(card, "question", texts->question);
    bool ok =
        check_texts(texts, err) &&
        (texts->answer_json == NULL || add_json(card, "answer", texts->answer_json, err));
    if (texts->answers.count > 1)
        add_texts(card, "answer", &texts->answers);
    else if (texts->answers.count == 1)
        add_text(card, "answer", texts->answers.items[0]);
    add_texts(card, "wrong", &texts->wrong);
    add_texts(card, "accept", &texts->accept);
    add_text(card, "hint", texts->hint);
    add_text(card, "note", texts->note);
    add_texts(card, "tags", &texts->tags);
    add_text(card, "source", texts->source);
    if (ok)
        json_render(card, false, out);
    cJSON_Delete(card);
    return ok;
}

void card_texts_release(struct card_texts *texts)
{
    opt_texts_release(&texts->answers);
    opt_texts_release(&texts->accept);
    opt_texts_release(&texts->wrong);
    opt_texts_release(&texts->tags);
    *texts = (struct card_texts){ 0 };
}

/* ---- what is told ----------------------------------------------------------------------- */

static void tell_known(void *context, const struct known_card *known, bool same)
{
    const struct new_cards *cards = context;
    struct buf text = { 0 };
    buf_addf(&text,
        same ? "warning: %s asks the same: %s (%s)\n"
             : "warning: %s is much like it: %s (%s)\n",
        known->name, known->question, known->answer);
    term_text(&cards->app->err_out, STYLE_PLAIN, text.text);
    buf_release(&text);
}

void add_warn(struct new_cards *cards, const struct trial *trial)
{
    struct buf text = { 0 };
    for (size_t i = 0; i < trial->diags.count; i++)
        err_render(&trial->diags.items[i].err,
            diag_level_word(trial->diags.items[i].level), &text);
    term_raw(&cards->app->err_out, STYLE_PLAIN, buf_text(&text));
    buf_release(&text);
    new_cards_compare(cards, trial, tell_known, cards);
}

struct report {
    struct app *app;
    const char *path;
    cJSON *json; // NULL: for people
};

static void report_added(void *context, const char *name, int line)
{
    struct report *report = context;
    if (report->json != NULL) {
        cJSON *card = cJSON_CreateObject();
        cJSON_AddStringToObject(card, "card", name);
        cJSON_AddStringToObject(card, "path", report->path);
        cJSON_AddNumberToObject(card, "line", line);
        cJSON_AddItemToArray(report->json, card);
        return;
    }
    struct buf text = { 0 };
    buf_addf(&text, "added %s (%s:%d)\n", name, report->path, line);
    term_text(&report->app->out, STYLE_PLAIN, text.text);
    buf_release(&text);
}

static bool write_and_report(struct new_cards *cards, struct err *err)
{
    struct app *app = cards->app;
    struct report report = { app, cards->deck->path, NULL };
    cJSON *root = app->global.json ? cJSON_CreateObject() : NULL;
    if (root != NULL)
        report.json = cJSON_AddArrayToObject(root, "cards");
    bool ok = cJSON_GetArraySize(cards->cards) == 0 ||
              new_cards_write(cards, report_added, &report, err);
    if (ok && root != NULL)
        app_print_json(app, root);
    else
        cJSON_Delete(root);
    return ok;
}

/* ---- the whole -------------------------------------------------------------------------- */

static bool add_from_options(
    struct new_cards *cards, const struct card_texts *texts, struct err *err)
{
    static const struct new_place nowhere = { NULL, 0 };
    struct buf text = { 0 };
    struct trial trial;
    bool ok = card_texts_render(texts, &text, err) &&
              new_cards_try(cards, text.text, nowhere, &trial, err);
    if (ok) {
        add_warn(cards, &trial);
        ok = new_cards_take(cards, &trial, nowhere, err);
        trial_release(&trial);
    } else {
        err->kind = ERR_USAGE;
    }
    buf_release(&text);
    return ok;
}

static bool is_given(const struct card_texts *texts)
{
    return texts->question != NULL || texts->answer_json != NULL ||
           texts->answers.count > 0;
}

static bool check_call(const struct card_texts *texts, struct err *err)
{
    bool others = texts->accept.count + texts->wrong.count + texts->tags.count > 0 ||
                  texts->source != NULL || texts->hint != NULL || texts->note != NULL ||
                  texts->id != NULL;
    if (texts->answer_json != NULL && texts->answers.count > 0)
        return err_set(err, ERR_USAGE, "--answer and --answer-json cannot both be given");
    return is_given(texts) || !others ||
           err_set(err, ERR_USAGE, "a card needs --question and --answer");
}

static bool add(struct app *app, const char *deck, struct card_texts *texts)
{
    struct new_cards cards;
    struct err *err = &app->err;
    if (!check_call(texts, err) || !new_cards_begin(&cards, app, deck, err))
        return false;
    bool ok;
    if (is_given(texts))
        ok = add_from_options(&cards, texts, err) && write_and_report(&cards, err);
    else if (isatty(STDIN_FILENO) == 1)
        ok = add_by_asking(&cards, err);
    else
        ok = add_from_input(&cards, err) && write_and_report(&cards, err);
    new_cards_release(&cards);
    return ok;
}

static int run(struct app *app, const struct call *call)
{
    struct card_texts texts = *(const struct card_texts *)call->options;
    bool ok = add(app, call->words[0], &texts);
    card_texts_release(&texts);
    return ok ? STATUS_DONE : (int)app->err.kind;
}

const struct command cmd_add = {
    .name = "add",
    .group = "authors",
    .args = "DECK",
    .summary = "new cards for a deck: asked for, from options or from a pipe",
    .notes = "Standard input holds a card a line: question, answer and tags with tabs "
             "between\n"
             "them, or a card in the deck format.  All of them are added, or none.\n",
    .opts = add_opts,
    .options_size = sizeof(struct card_texts),
    .needs = NEED_DECKS | NEED_FILES,
    .least = 1,
    .most = 1,
    .run = run,
};
