/*
 * Cards that the learner takes for one another, the most often confused first.
 */
#include "cmd/card.h"
#include "cmd/command.h"
#include "session/confusion.h"
#include "ui/layout.h"
#include "ui/pager.h"

#include <stdlib.h>

/* Keeps the pairs of which a card is selected. */
static void keep_selected(struct confusions *all, const bool *selected)
{
    size_t kept = 0;
    for (size_t i = 0; i < all->count; i++)
        if (selected[all->pairs[i].card] || selected[all->pairs[i].other])
            all->pairs[kept++] = all->pairs[i];
    all->count = kept;
}

static const char *card_name(const struct app *app, size_t card)
{
    return app->library.cards[card]->name;
}

static void print_json(struct app *app, const struct confusions *all)
{
    cJSON *root = cJSON_CreateObject(), *pairs = cJSON_AddArrayToObject(root, "pairs");
    for (size_t i = 0; i < all->count; i++) {
        const struct confusion *pair = &all->pairs[i];
        const char *names[] = { card_name(app, pair->card), card_name(app, pair->other) };
        cJSON *object = cJSON_CreateObject();
        json_add_texts(object, "cards", names, 2);
        cJSON_AddNumberToObject(object, "count", (double)pair->count);
        cJSON_AddItemToObject(object, "last", json_instant(pair->last_ms));
        json_add_text(object, "typed", pair->typed);
        cJSON_AddItemToArray(pairs, object);
    }
    app_print_json(app, root);
}

/* Names get what they need, but no more than half the window. */
static size_t name_width(const struct app *app, const struct confusions *all)
{
    size_t width = 0, most = app->out.width / 2;
    for (size_t i = 0; i < 2 * all->count; i++) {
        const struct confusion *pair = &all->pairs[i / 2];
        const char *name = card_name(app, i % 2 == 0 ? pair->card : pair->other);
        width = layout_wider(width, name);
    }
    return width < most ? width : most;
}

static void add_card(
    struct buf *out, const struct app *app, size_t width, const char *times, size_t card)
{
    struct buf question = { 0 };
    size_t used = width + 9, room = app->out.width;
    buf_addf(out, "%5s  ", times);
    layout_column(out, card_name(app, card), width);
    buf_add(out, "  ");
    add_one_line(&question, app->library.cards[card]->question);
    layout_cut(out, question.text, room > used + 1 ? room - used - 1 : 8);
    buf_add_char(out, '\n');
    buf_release(&question);
}

static void add_last(struct buf *out, const struct app *app, const struct confusion *pair)
{
    char day[DAY_TEXT];
    struct buf line = { 0 };
    day_format(pair->day, day);
    buf_addf(&line, "       last on %s", day);
    if (pair->typed != NULL) {
        buf_add(&line, ", when you typed: ");
        add_one_line(&line, pair->typed);
    }
    layout_cut(out, line.text, app->out.width - 1);
    buf_add_char(out, '\n');
    buf_release(&line);
}

static void print_text(struct app *app, const struct confusions *all)
{
    struct buf text = { 0 };
    if (all->count == 0)
        buf_add(&text, "no wrong answer was another card's so far\n");
    size_t width = name_width(app, all);
    for (size_t i = 0; i < all->count; i++) {
        const struct confusion *pair = &all->pairs[i];
        const char *times = arena_printf(&app->arena, "%zux", pair->count);
        add_card(&text, app, width, times, pair->card);
        add_card(&text, app, width, "", pair->other);
        add_last(&text, app, pair);
    }
    pager_show(&app->out, buf_text(&text));
    buf_release(&text);
}

static int show(struct app *app, const bool *selected)
{
    struct confusions all;
    if (!confusions_read(&app->collection, INT64_MIN, &app->arena, &all, &app->err))
        return (int)app->err.kind;
    keep_selected(&all, selected);
    if (app->global.json)
        print_json(app, &all);
    else
        print_text(app, &all);
    confusions_release(&all);
    return STATUS_DONE;
}

static int run(struct app *app, const struct call *call)
{
    bool orphans;
    bool *selected =
        selection_to_show(app, call->words, call->count, &orphans, &app->err);
    if (selected == NULL)
        return (int)app->err.kind;
    int status = show(app, selected);
    free(selected);
    return status;
}

const struct command cmd_confused = {
    .name = "confused",
    .group = "insight",
    .args = "[SELECTOR...]",
    .summary = "cards of which you gave one's answer to the other",
    .notes = selector_notes,
    .needs = NEED_DECKS | NEED_FILES | NEED_READ,
    .most = SIZE_MAX,
    .run = run,
};
