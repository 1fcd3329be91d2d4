/*
 * Which decks there are, and how large they are.
 */
#include "cmd/card.h"
#include "cmd/command.h"

#include "ui/layout.h"
#include "ui/pager.h"

#include <string.h>

static size_t card_count(const struct deck *deck)
{
    size_t count = 0;
    for (size_t i = 0; i < deck->card_count; i++)
        count += !deck->cards[i].note->disabled;
    return count;
}

static void print_json(struct app *app)
{
    cJSON *root = cJSON_CreateObject(), *decks = cJSON_AddArrayToObject(root, "decks");
    for (size_t i = 0; i < app->library.deck_count; i++) {
        const struct deck *deck = &app->library.decks[i];
        cJSON *object = cJSON_CreateObject();
        cJSON_AddStringToObject(object, "id", deck->id);
        cJSON_AddStringToObject(object, "title", deck->title);
        cJSON_AddStringToObject(object, "path", deck->path);
        cJSON_AddNumberToObject(object, "cards", (double)card_count(deck));
        cJSON_AddNumberToObject(object, "notes", (double)deck->note_count);
        cJSON_AddNumberToObject(object, "problems", (double)deck->problems);
        cJSON_AddItemToArray(decks, object);
    }
    app_print_json(app, root);
}

static void print_table(struct app *app)
{
    size_t width = 4, most = app->out.width / 2;
    struct buf text = { 0 };
    for (size_t i = 0; i < app->library.deck_count; i++)
        if (strlen(app->library.decks[i].id) > width)
            width = strlen(app->library.decks[i].id);
    width = width < most ? width : most;
    for (size_t i = 0; i < app->library.deck_count; i++) {
        const struct deck *deck = &app->library.decks[i];
        struct buf line = { 0 };
        layout_column(&line, deck->id, width);
        size_t cards = card_count(deck);
        buf_addf(&line, "  %4zu %-5s  ", cards, cards == 1 ? "card" : "cards");
        layout_cut(&line, deck->title,
            app->out.width > line.len + 1 ? app->out.width - line.len - 1 : 1);
        buf_addf(&text, "%s\n", line.text);
        buf_release(&line);
    }
    pager_show(&app->out, buf_text(&text));
    buf_release(&text);
}

static int run(struct app *app, const struct call *call)
{
    (void)call;
    if (!app_expect_cards(app, &app->err))
        return (int)app->err.kind;
    if (app->global.json) {
        library_test(&app->library); // counted among the problems
        print_json(app);
    } else {
        print_table(app);
    }
    return STATUS_DONE;
}

const struct command cmd_decks = {
    .name = "decks",
    .group = "cards",
    .args = "",
    .summary = "the decks, with titles and sizes",
    .needs = NEED_DECKS,
    .run = run,
};
