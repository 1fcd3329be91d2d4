/*
 * The cards that a selector means, one a line; in a window too narrow for that, two lines a card.
 */
#include "cmd/card.h"
#include "cmd/command.h"

#include "ui/layout.h"
#include "ui/pager.h"

#include <stdlib.h>
#include <string.h>

static cJSON *flags_json(struct app *app, const struct progress *progress, bool orphan)
{
    int leech = app->settings.leech_lapses;
    cJSON *flags = cJSON_CreateArray();
    if (progress->suspended)
        cJSON_AddItemToArray(flags, cJSON_CreateString("suspended"));
    if (progress_rests(progress, day_of(app_now(app), app->settings.day_start)) &&
        !progress->suspended)
        cJSON_AddItemToArray(flags, cJSON_CreateString("buried"));
    if (progress->flagged)
        cJSON_AddItemToArray(flags, cJSON_CreateString("flagged"));
    if (leech > 0 && progress->lapses >= leech)
        cJSON_AddItemToArray(flags, cJSON_CreateString("leech"));
    if (orphan)
        cJSON_AddItemToArray(flags, cJSON_CreateString("orphan"));
    return flags;
}

static cJSON *card_json(struct app *app, size_t index)
{
    const struct card *card = app->library.cards[index];
    const struct progress *progress = &app->collection.progress[index];
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "card", card->name);
    cJSON_AddStringToObject(object, "kind", key_kind_word(card->kind));
    cJSON_AddStringToObject(object, "question", card->question);
    cJSON_AddItemToObject(object, "answer", answer_json(card));
    cJSON_AddItemToObject(object, "tags", tags_json(card->note));
    cJSON_AddItemToObject(object, "source", source_json(card->note));
    cJSON_AddStringToObject(object, "state", state_word(progress));
    cJSON_AddItemToObject(object, "flags", flags_json(app, progress, false));
    cJSON_AddItemToObject(object, "due", due_json(progress));
    return object;
}

/* What is left of a card that no deck has any more. */
static cJSON *orphan_json(struct app *app, const struct orphan *orphan)
{
    static const char *const gone[] = { "kind", "question", "answer" };
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "card", orphan->card);
    for (size_t i = 0; i < 3; i++)
        cJSON_AddNullToObject(object, gone[i]);
    cJSON_AddArrayToObject(object, "tags");
    cJSON_AddArrayToObject(object, "source");
    cJSON_AddStringToObject(object, "state", state_word(&orphan->progress));
    cJSON_AddItemToObject(object, "flags", flags_json(app, &orphan->progress, true));
    cJSON_AddItemToObject(object, "due", due_json(&orphan->progress));
    return object;
}

static void print_json(struct app *app, const bool *selected, bool orphans)
{
    cJSON *root = cJSON_CreateObject(), *cards = cJSON_AddArrayToObject(root, "cards");
    for (size_t i = 0; i < app->library.card_count; i++)
        if (selected[i])
            cJSON_AddItemToArray(cards, card_json(app, i));
    for (size_t i = 0; orphans && i < app->collection.orphan_count; i++)
        cJSON_AddItemToArray(cards, orphan_json(app, &app->collection.orphans[i]));
    app_print_json(app, root);
}

enum {
    STATE_WIDTH = 12,        // of the column, with what parts it from the others
    NARROWEST_QUESTION = 24, // columns; less says too little to know a card by it
};

/* A card as the table shows it. */
struct row {
    const char *name, *state, *question;
};

static void add_line(struct buf *out, const struct row *row, size_t name, size_t question)
{
    layout_column(out, row->name, name);
    buf_addf(out, "  %-8s  ", row->state);
    layout_cut(out, row->question, question);
    buf_add_char(out, '\n');
}

/* The name may be needed whole, to be typed: it gets all but what the state takes. */
static void add_two_lines(struct buf *out, const struct row *row, size_t width)
{
    layout_column(out, row->name, width - strlen(row->state) - 2);
    buf_addf(out, "  %s\n  ", row->state);
    layout_cut(out, row->question, width - 2);
    buf_add_char(out, '\n');
}

static void add_row(
    struct buf *out, const struct app *app, size_t name, const struct row *row)
{
    size_t width = app->out.width - 1, used = name + STATE_WIDTH;
    if (width < used + NARROWEST_QUESTION)
        add_two_lines(out, row, width);
    else
        add_line(out, row, name, width - used);
}

/* Names get what they need, but no more than half the window. */
static size_t name_width(struct app *app, const bool *selected, bool orphans)
{
    size_t width = 4, most = app->out.width / 2;
    for (size_t i = 0; i < app->library.card_count; i++)
        if (selected[i])
            width = layout_wider(width, app->library.cards[i]->name);
    for (size_t i = 0; orphans && i < app->collection.orphan_count; i++)
        width = layout_wider(width, app->collection.orphans[i].card);
    return width < most ? width : most;
}

static void add_table(
    struct buf *out, struct app *app, const bool *selected, bool orphans)
{
    size_t width = name_width(app, selected, orphans);
    for (size_t i = 0; i < app->library.card_count; i++)
        if (selected[i])
            add_row(out, app, width,
                &(struct row){ app->library.cards[i]->name,
                    state_word(&app->collection.progress[i]),
                    app->library.cards[i]->question });
    for (size_t i = 0; orphans && i < app->collection.orphan_count; i++)
        add_row(out, app, width,
            &(struct row){ app->collection.orphans[i].card,
                state_word(&app->collection.orphans[i].progress),
                "(no deck has this card)" });
}

/* "3 cards: 1 new, 0 learning, 2 review" */
static void add_counts(struct buf *out, struct app *app, const bool *selected)
{
    size_t cards = 0, fresh = 0, learning = 0;
    for (size_t i = 0; i < app->library.card_count; i++) {
        enum phase phase = app->collection.progress[i].plan.phase;
        cards += selected[i];
        fresh += selected[i] && phase == PHASE_NEW;
        learning += selected[i] && phase_has_steps(phase);
    }
    buf_addf(out, "%zu %s: %zu new, %zu learning, %zu review\n", cards,
        cards == 1 ? "card" : "cards", fresh, learning, cards - fresh - learning);
}

/* A page at a time on a terminal, with the counts below; a pipe gets the cards alone. */
static void print_table(struct app *app, const bool *selected, bool orphans)
{
    struct buf text = { 0 };
    add_table(&text, app, selected, orphans);
    if (app->out.interactive)
        add_counts(&text, app, selected);
    pager_show(&app->out, buf_text(&text));
    buf_release(&text);
}

static int run(struct app *app, const struct call *call)
{
    bool orphans;
    bool *selected =
        selection_to_show(app, call->words, call->count, &orphans, &app->err);
    if (selected == NULL)
        return (int)app->err.kind;
    if (app->global.json)
        print_json(app, selected, orphans);
    else
        print_table(app, selected, orphans);
    free(selected);
    return STATUS_DONE;
}

const struct command cmd_list = {
    .name = "list",
    .group = "cards",
    .args = "[SELECTOR...]",
    .summary = "the cards that are meant, one a line",
    .notes = selector_notes,
    .needs = NEED_DECKS | NEED_FILES | NEED_READ,
    .most = SIZE_MAX,
    .run = run,
};
