/*
 * One card with everything that its author wrote.
 */
#include "cmd/card.h"
#include "cmd/command.h"

#include "session/fixes.h"

#include <string.h>

enum { LABEL_WIDTH = 10 };

/* What is to be mended in the card. */
struct fixes {
    const char **texts;
    size_t count;
};

static bool read_fixes(struct app *app, size_t card, struct fixes *out, struct err *err)
{
    struct fix *fixes;
    size_t count;
    if (!fixes_read(&app->collection, &app->arena, &fixes, &count, err))
        return false;
    out->texts = arena_alloc(&app->arena, (count + 1) * sizeof *out->texts);
    for (size_t i = 0; i < count; i++)
        if (fixes[i].card == card)
            out->texts[out->count++] = fixes[i].text;
    return true;
}

static cJSON *card_json(
    struct app *app, size_t index, const struct key *key, const struct fixes *fixes)
{
    const struct card *card = app->library.cards[index];
    const struct note *note = card->note;
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "card", card->name);
    cJSON_AddStringToObject(object, "kind", key_kind_word(card->kind));
    cJSON_AddStringToObject(object, "question", card->question);
    cJSON_AddItemToObject(object, "answer", answer_json(card));
    json_add_texts(object, "choices", key->options, key->option_count);
    json_add_texts(object, "items", key->lefts, key->lefts != NULL ? key->count : 0);
    json_add_text(object, "hint", card->hint);
    json_add_text(object, "note", note->remark);
    cJSON_AddItemToObject(object, "tags", tags_json(note));
    cJSON_AddItemToObject(object, "source", source_json(note));
    cJSON_AddStringToObject(
        object, "state", state_word(&app->collection.progress[index]));
    cJSON_AddItemToObject(object, "due", due_json(&app->collection.progress[index]));
    cJSON_AddStringToObject(object, "path", note->deck->path);
    cJSON_AddNumberToObject(object, "line", note->line);
    json_add_texts(object, "fixes", fixes->count > 0 ? fixes->texts : NULL, fixes->count);
    return object;
}

static void print_line(struct app *app, const char *label, const char *text)
{
    show_fact(&app->out, label, LABEL_WIDTH, text);
}

static void print_facts(struct app *app, size_t index)
{
    const struct card *card = app->library.cards[index];
    const struct progress *progress = &app->collection.progress[index];
    struct buf text = { 0 };
    for (size_t i = 0; i < card->note->tag_count; i++)
        buf_addf(&text, "%s%s", i > 0 ? ", " : "", card->note->tags[i]);
    if (text.len > 0)
        print_line(app, " tags", text.text);
    buf_clear(&text);
    buf_add(&text, state_word(progress));
    if (progress->plan.phase != PHASE_NEW) {
        buf_add(&text, ", due ");
        add_when(&text, app, progress->plan.due_ms, app_now(app));
    }
    add_set_aside(&text, app, progress, app_now(app));
    print_line(app, " state", text.text);
    buf_clear(&text);
    buf_addf(&text, "%s:%d", card->note->deck->path, card->note->line);
    print_line(app, " file", text.text);
    buf_release(&text);
}

static void print_card(
    struct app *app, size_t index, const struct key *key, const struct fixes *fixes)
{
    const struct card *card = app->library.cards[index];
    const struct term *out = &app->out;
    term_text(out, STYLE_FAINT, card->name);
    term_raw(out, STYLE_PLAIN, "\n\n");
    show_question(out, card, key);
    term_raw(out, STYLE_PLAIN, "\n");
    print_line(app, " answer", match_expected(key, &app->arena));
    if (card->hint != NULL)
        print_line(app, " hint", card->hint);
    show_background(out, card->note);
    term_raw(out, STYLE_PLAIN, "\n");
    print_facts(app, index);
    for (size_t i = 0; i < fixes->count; i++)
        print_line(app, " to mend", fixes->texts[i]);
}

static int run(struct app *app, const struct call *call)
{
    size_t index;
    struct fixes fixes = { 0 };
    if (!card_named(app, call->words[0], &index, &app->err) ||
        !read_fixes(app, index, &fixes, &app->err))
        return (int)app->err.kind;
    struct key key = present_key(
        app->library.cards[index], app->collection.progress[index].reviews, &app->arena);
    if (app->global.json)
        app_print_json(app, card_json(app, index, &key, &fixes));
    else
        print_card(app, index, &key, &fixes);
    return STATUS_DONE;
}

const struct command cmd_show = {
    .name = "show",
    .group = "cards",
    .args = "CARD",
    .summary = "one card with answer, note, source and place in its file",
    .needs = NEED_CARDS | NEED_READ,
    .least = 1,
    .most = 1,
    .run = run,
};
