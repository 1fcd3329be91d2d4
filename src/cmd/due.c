/*
 * What is there to do today: `due`, and the program without a command.
 *
 * The counts say what the cards are: "new" is not capped.  The status says whether there is
 * anything to ask today, within the caps.  The table begins with the decks that want most.
 */
#include "cmd/card.h"
#include "cmd/command.h"
#include "cmd/welcome.h"

#include "ui/layout.h"
#include "ui/pager.h"

#include <stdlib.h>
#include <string.h>

struct due_options {
    bool brief;
};

static const struct opt due_opts[] = {
    { "brief", 0, OPT_FLAG, offsetof(struct due_options, brief), NULL,
        "one line for a shell prompt; nothing if none is due" },
    { .name = NULL },
};

/* Counts of each deck, and of all in the last entry. */
static struct queue_counts *count_decks(struct app *app)
{
    size_t decks = app->library.deck_count, first = 0;
    struct day today = day_of(app_now(app), app->settings.day_start);
    struct queue_counts *counts = mem_alloc((decks + 1) * sizeof *counts);
    counts[decks] = (struct queue_counts){ 0 };
    for (size_t i = 0; i < decks; i++) {
        size_t count = 0;
        const struct queue_card *cards = app->collection.queue_cards + first;
        while (first + count < app->library.card_count && cards[count].deck == i)
            count++;
        counts[i] = queue_count(cards, count, today);
        counts[decks].fresh += counts[i].fresh;
        counts[decks].learning += counts[i].learning;
        counts[decks].due += counts[i].due;
        first += count;
    }
    return counts;
}

/* What the caps and siblings leave for today, steps included. */
static struct queue_counts remaining_today(struct app *app)
{
    struct queue queue;
    struct queue_input input = collection_queue_input(
        &app->collection, app->collection.queue_cards, app_now(app), app_seed(app));
    queue_build(&queue, &input);
    struct queue_counts counts = queue_remaining(&queue, &input);
    queue_release(&queue);
    return counts;
}

static bool is_any(struct queue_counts counts)
{
    return counts.fresh + counts.learning + counts.due > 0;
}

static void print_json(struct app *app, const struct queue_counts *counts)
{
    char day[DAY_TEXT];
    day_format(day_of(app_now(app), app->settings.day_start), day);
    cJSON *root = cJSON_CreateObject();
    cJSON_AddStringToObject(root, "day", day);
    cJSON *decks = cJSON_AddArrayToObject(root, "decks");
    for (size_t i = 0; i < app->library.deck_count; i++) {
        cJSON *deck = cJSON_CreateObject();
        cJSON_AddStringToObject(deck, "id", app->library.decks[i].id);
        cJSON_AddStringToObject(deck, "title", app->library.decks[i].title);
        cJSON_AddNumberToObject(deck, "new", (double)counts[i].fresh);
        cJSON_AddNumberToObject(deck, "learning", (double)counts[i].learning);
        cJSON_AddNumberToObject(deck, "due", (double)counts[i].due);
        cJSON_AddItemToArray(decks, deck);
    }
    cJSON_AddItemToObject(root, "total", counts_json(counts[app->library.deck_count]));
    app_print_json(app, root);
}

struct row {
    const char *deck;
    struct queue_counts counts;
};

/* What waits comes before what is new; decks that want the same, in the order of their ids. */
static int by_need(const void *a, const void *b)
{
    const struct row *left = a, *right = b;
    size_t waits[] = { left->counts.learning + left->counts.due,
        right->counts.learning + right->counts.due };
    if (waits[0] != waits[1])
        return waits[0] > waits[1] ? -1 : 1;
    if (left->counts.fresh != right->counts.fresh)
        return left->counts.fresh > right->counts.fresh ? -1 : 1;
    return strcmp(left->deck, right->deck);
}

static struct row *sorted_rows(struct app *app, const struct queue_counts *counts)
{
    size_t decks = app->library.deck_count;
    struct row *rows = mem_alloc((decks + 1) * sizeof *rows);
    for (size_t i = 0; i < decks; i++)
        rows[i] = (struct row){ app->library.decks[i].id, counts[i] };
    qsort(rows, decks, sizeof *rows, by_need);
    return rows;
}

static void add_row(
    struct buf *out, size_t width, const char *name, struct queue_counts counts)
{
    layout_column(out, name, width);
    buf_addf(out, "  %6zu  %8zu  %6zu\n", counts.fresh, counts.learning, counts.due);
}

/* As wide as the longest name needs, as far as the window goes. */
static size_t name_width(struct app *app)
{
    size_t width = 5, room = app->out.width > 40 ? app->out.width - 27 : 13;
    for (size_t i = 0; i < app->library.deck_count; i++)
        if (strlen(app->library.decks[i].id) > width)
            width = strlen(app->library.decks[i].id);
    return width < room ? width : room;
}

static void print_head(struct app *app, size_t width)
{
    struct buf head = { 0 };
    buf_addf(
        &head, "%-*s  %6s  %8s  %6s\n", (int)width, "deck", "new", "learning", "due");
    term_raw(&app->out, STYLE_FAINT, head.text);
    buf_release(&head);
}

/* `most` decks, and the total. */
static void add_rows(
    struct app *app, const struct queue_counts *counts, size_t most, struct buf *out)
{
    size_t decks = app->library.deck_count, width = name_width(app);
    struct row *rows = sorted_rows(app, counts);
    for (size_t i = 0; i < decks && i < most; i++)
        add_row(out, width, rows[i].deck, rows[i].counts);
    if (decks > most)
        buf_addf(out, "... and %zu more; `due` lists them\n", decks - most);
    if (decks > 1)
        add_row(out, width, "total", counts[decks]);
    free(rows);
}

static void print_table(struct app *app, const struct queue_counts *counts)
{
    struct buf rows = { 0 };
    struct term below_head = app->out;
    below_head.height -= below_head.height > 0;
    print_head(app, name_width(app));
    add_rows(app, counts, SIZE_MAX, &rows);
    pager_show(&below_head, buf_text(&rows));
    buf_release(&rows);
}

static void print_brief(struct app *app, struct queue_counts today)
{
    struct buf line = { 0 };
    size_t due = today.due + today.learning;
    if (due > 0)
        buf_addf(&line, "%zu due", due);
    if (today.fresh > 0)
        buf_addf(&line, "%s%zu new", due > 0 ? ", " : "", today.fresh);
    if (line.len > 0)
        buf_add_char(&line, '\n');
    term_raw(&app->out, STYLE_PLAIN, buf_text(&line));
    buf_release(&line);
}

static int run_due(struct app *app, const struct call *call)
{
    const struct due_options *options = call->options;
    if (!options->brief && !app_expect_cards(app, &app->err))
        return (int)app->err.kind;
    struct queue_counts *counts = count_decks(app);
    struct queue_counts today = remaining_today(app);
    if (app->global.json)
        print_json(app, counts);
    else if (options->brief)
        print_brief(app, today);
    else
        print_table(app, counts);
    free(counts);
    return is_any(today) ? STATUS_DONE : STATUS_NO;
}

const struct command cmd_due = {
    .name = "due",
    .group = "study",
    .args = "[--brief]",
    .summary = "how many cards wait, by deck; status 1 if none is left for today",
    .opts = due_opts,
    .options_size = sizeof(struct due_options),
    .needs = NEED_DECKS | NEED_NAMES | NEED_READ,
    .run = run_due,
};

/* ---- without a command -------------------------------------------------------------------- */

enum { LINES_OF_TODAY = 9 }; // of the window, beside the rows of the decks

/* The counts, as many decks as leave room for the prompt. */
static void print_today(struct app *app, bool prompt)
{
    struct buf rows = { 0 };
    size_t height = app->out.height;
    size_t most = height > LINES_OF_TODAY + 3 ? height - LINES_OF_TODAY : 3;
    struct queue_counts *counts = count_decks(app);
    print_head(app, name_width(app));
    add_rows(app, counts, prompt ? most : SIZE_MAX, &rows);
    term_raw(&app->out, STYLE_PLAIN, buf_text(&rows));
    free(counts);
    buf_release(&rows);
}

static void say_what_next(struct app *app, bool prompt)
{
    bool any = is_any(remaining_today(app));
    if (!prompt) {
        term_raw(&app->out, STYLE_PLAIN,
            any ? "\n`quaestor study` asks them; `quaestor --help` lists all commands.\n"
                : "\nNothing is left for today; `quaestor --help` lists all commands.\n");
        return;
    }
    term_raw(&app->out, STYLE_PLAIN, "\n");
    if (any && welcome_is_first_session(app))
        term_wrap(&app->out, STYLE_PLAIN, welcome_keys, 0);
    term_wrap(&app->out, STYLE_FAINT,
        any ? "Enter studies, `help` lists the commands, `quit` leaves."
            : "Nothing is left for today. `help` lists the commands, `quit` leaves.",
        0);
}

static int run_today(struct app *app, const struct call *call)
{
    bool prompt = app_is_interactive(app);
    (void)call;
    app->wants_prompt = prompt;
    if (prompt && welcome_is_first_run(app)) {
        welcome_show(app);
        return STATUS_DONE;
    }
    if (!(prompt ? app_expect_cards : app_need_cards)(app, &app->err)) {
        app->wants_prompt = false;
        return (int)app->err.kind;
    }
    print_today(app, prompt);
    say_what_next(app, prompt);
    return STATUS_DONE;
}

const struct command cmd_today = {
    .name = "",
    .group = "study",
    .args = "",
    .summary = "today's counts, and on a terminal the prompt",
    .needs = NEED_DECKS | NEED_NAMES | NEED_READ,
    .run = run_today,
};
