/*
 * The cards that a selector means, one a line; in a window too narrow for that, two lines a card.
 */
#include "cmd/card.h"
#include "cmd/command.h"
#include "cmd/model.h"
#include "session/calibration.h"

#include "ui/busy.h"
#include "ui/layout.h"
#include "ui/pager.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct list_options {
    bool recall;
};

static const struct opt list_opts[] = {
    { "recall", 0, OPT_FLAG, offsetof(struct list_options, recall), NULL,
        "with the recall of each now, the most fragile first" },
    { .name = NULL },
};

/* ---- which cards, in what order ------------------------------------------------------------ */

struct listed {
    size_t card;
    double recall; // NAN: never answered, or not asked for
};

struct listing {
    struct listed *cards;
    size_t count;
    bool recall, orphans;
};

static int by_recall(const void *a, const void *b)
{
    const struct listed *left = a, *right = b;
    double ranks[] = { isnan(left->recall) ? 2 : left->recall,
        isnan(right->recall) ? 2 : right->recall };
    if (ranks[0] != ranks[1])
        return ranks[0] < ranks[1] ? -1 : 1;
    return left->card < right->card ? -1 : left->card > right->card;
}

static bool sort_by_recall(struct app *app, struct listing *listing, struct err *err)
{
    struct calibration calibration;
    busy_begin(&app->err_out, "adding up the answers ...");
    bool ok = calibration_read(&calibration, &app->collection, err);
    busy_end();
    if (!ok)
        return false;
    for (size_t i = 0; i < listing->count; i++)
        listing->cards[i].recall =
            calibration_recall(&calibration, listing->cards[i].card, app_now(app));
    calibration_release(&calibration);
    if (listing->count > 0)
        qsort(listing->cards, listing->count, sizeof *listing->cards, by_recall);
    return true;
}

static bool list_cards(struct app *app, const bool *selected, bool recall,
    struct listing *listing, struct err *err)
{
    listing->recall = recall;
    listing->cards = mem_zeroed(app->library.card_count, sizeof *listing->cards);
    for (size_t i = 0; i < app->library.card_count; i++)
        if (selected[i])
            listing->cards[listing->count++] = (struct listed){ i, nan("") };
    return !recall || sort_by_recall(app, listing, err);
}

static bool is_buried(const struct app *app, const struct progress *progress)
{
    return !progress->suspended &&
           progress_rests(progress, day_of(app_now(app), app->settings.day_start));
}

/* ---- for programs ------------------------------------------------------------------------- */

static cJSON *flags_json(struct app *app, const struct progress *progress, bool orphan)
{
    int leech = app->settings.leech_lapses;
    cJSON *flags = cJSON_CreateArray();
    if (progress->suspended)
        cJSON_AddItemToArray(flags, cJSON_CreateString("suspended"));
    if (is_buried(app, progress))
        cJSON_AddItemToArray(flags, cJSON_CreateString("buried"));
    if (progress->flagged)
        cJSON_AddItemToArray(flags, cJSON_CreateString("flagged"));
    if (leech > 0 && progress->lapses >= leech)
        cJSON_AddItemToArray(flags, cJSON_CreateString("leech"));
    if (orphan)
        cJSON_AddItemToArray(flags, cJSON_CreateString("orphan"));
    return flags;
}

static cJSON *card_json(
    struct app *app, const struct listing *listing, const struct listed *listed)
{
    const struct card *card = app->library.cards[listed->card];
    const struct progress *progress = &app->collection.progress[listed->card];
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
    if (listing->recall)
        cJSON_AddItemToObject(object, "recall", model_number(listed->recall));
    return object;
}

/* What is left of a card that no deck has any more. */
static cJSON *orphan_json(
    struct app *app, const struct listing *listing, const struct orphan *orphan)
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
    if (listing->recall)
        cJSON_AddNullToObject(object, "recall");
    return object;
}

static void print_json(struct app *app, const struct listing *listing)
{
    cJSON *root = cJSON_CreateObject(), *cards = cJSON_AddArrayToObject(root, "cards");
    for (size_t i = 0; i < listing->count; i++)
        cJSON_AddItemToArray(cards, card_json(app, listing, &listing->cards[i]));
    for (size_t i = 0; listing->orphans && i < app->collection.orphan_count; i++)
        cJSON_AddItemToArray(
            cards, orphan_json(app, listing, &app->collection.orphans[i]));
    app_print_json(app, root);
}

/* ---- for people --------------------------------------------------------------------------- */

enum {
    STATE_TEXT = 24,
    STATE_WIDTH = 13,        // of the column, with what parts it from the others
    RECALL_WIDTH = 7,        // likewise
    NARROWEST_QUESTION = 24, // columns; less says too little to know a card by it
};

/* A card as the table shows it. */
struct row {
    const char *name, *question;
    char state[STATE_TEXT]; // and recall, where it is asked for
};

/* What keeps a card from being asked comes before what it would be asked as. */
static const char *shown_state(struct app *app, const struct progress *progress)
{
    if (progress->suspended)
        return "suspended";
    return is_buried(app, progress) ? "buried" : state_word(progress);
}

static struct row row_of(struct app *app, const struct listing *listing, const char *name,
    const struct progress *progress, const char *question, double recall)
{
    struct row row = { .name = name, .question = question };
    const char *state = shown_state(app, progress);
    if (!listing->recall)
        snprintf(row.state, sizeof row.state, "%s", state);
    else if (isnan(recall))
        snprintf(row.state, sizeof row.state, "%-9s      -", state);
    else
        snprintf(row.state, sizeof row.state, "%-9s  %3.0f %%", state, recall * 100);
    return row;
}

static void add_line(struct buf *out, const struct row *row, size_t name, size_t question)
{
    layout_column(out, row->name, name);
    buf_addf(out, "  %-9s  ", row->state);
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

/* Names get what they need, but no more than half the window. */
static size_t name_width(struct app *app, const struct listing *listing)
{
    size_t width = 4, most = app->out.width / 2;
    for (size_t i = 0; i < listing->count; i++)
        width = layout_wider(width, app->library.cards[listing->cards[i].card]->name);
    for (size_t i = 0; listing->orphans && i < app->collection.orphan_count; i++)
        width = layout_wider(width, app->collection.orphans[i].card);
    return width < most ? width : most;
}

static void add_row(struct buf *out, const struct app *app, const struct listing *listing,
    size_t name, struct row row)
{
    size_t width = app->out.width - 1;
    size_t used = name + STATE_WIDTH + (listing->recall ? RECALL_WIDTH : 0);
    if (width < used + NARROWEST_QUESTION)
        add_two_lines(out, &row, width);
    else
        add_line(out, &row, name, width - used);
}

static void add_table(struct buf *out, struct app *app, const struct listing *listing)
{
    size_t width = name_width(app, listing);
    for (size_t i = 0; i < listing->count; i++) {
        const struct listed *listed = &listing->cards[i];
        const struct card *card = app->library.cards[listed->card];
        add_row(out, app, listing, width,
            row_of(app, listing, card->name, &app->collection.progress[listed->card],
                card->question, listed->recall));
    }
    for (size_t i = 0; listing->orphans && i < app->collection.orphan_count; i++) {
        const struct orphan *orphan = &app->collection.orphans[i];
        add_row(out, app, listing, width,
            row_of(app, listing, orphan->card, &orphan->progress,
                "(no deck has this card)", nan("")));
    }
}

/* "3 cards: 1 new, 0 learning, 2 review" */
static void add_counts(struct buf *out, struct app *app, const struct listing *listing)
{
    size_t fresh = 0, learning = 0;
    for (size_t i = 0; i < listing->count; i++) {
        enum phase phase = app->collection.progress[listing->cards[i].card].plan.phase;
        fresh += phase == PHASE_NEW;
        learning += phase_has_steps(phase);
    }
    buf_addf(out, "%zu %s: %zu new, %zu learning, %zu review\n", listing->count,
        listing->count == 1 ? "card" : "cards", fresh, learning,
        listing->count - fresh - learning);
}

/* A page at a time on a terminal, with the counts below; a pipe gets the cards alone. */
static void print_table(struct app *app, const struct listing *listing)
{
    struct buf text = { 0 };
    add_table(&text, app, listing);
    if (app->out.interactive)
        add_counts(&text, app, listing);
    pager_show(&app->out, buf_text(&text));
    buf_release(&text);
}

static int run(struct app *app, const struct call *call)
{
    const struct list_options *options = call->options;
    struct listing listing = { 0 };
    bool *selected =
        selection_to_show(app, call->words, call->count, &listing.orphans, &app->err);
    if (selected == NULL)
        return (int)app->err.kind;
    bool ok = list_cards(app, selected, options->recall, &listing, &app->err);
    if (ok)
        (app->global.json ? print_json : print_table)(app, &listing);
    free(selected);
    free(listing.cards);
    return ok ? STATUS_DONE : (int)app->err.kind;
}

const struct command cmd_list = {
    .name = "list",
    .group = "cards",
    .args = "[--recall] [SELECTOR...]",
    .summary = "the cards that are meant, one a line",
    .notes = selector_notes,
    .opts = list_opts,
    .options_size = sizeof(struct list_options),
    .needs = NEED_DECKS | NEED_FILES | NEED_READ,
    .most = SIZE_MAX,
    .run = run,
};
