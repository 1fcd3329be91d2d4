/*
 * The cards that cost most and give least: leeches, and those half way there.
 */
#include "cmd/card.h"
#include "cmd/command.h"

#include "cmd/stats.h"
#include "session/leech.h"
#include "ui/busy.h"
#include "ui/layout.h"
#include "ui/pager.h"
#include "ui/screen.h"

#include <stdlib.h>

enum { SLIPS_SHOWN = 3 };

struct list {
    struct app *app;
    struct leech *leeches; // worst first
    size_t count;
};

static const struct card *card_of(const struct list *list, const struct leech *leech)
{
    return list->app->library.cards[leech->card];
}

/* ---- for programs ------------------------------------------------------------------------- */

static cJSON *slips_json(const struct leech *leech)
{
    cJSON *typed = cJSON_CreateArray();
    for (size_t i = 0; i < leech->slip_count; i++) {
        cJSON *object = cJSON_CreateObject();
        json_add_text(object, "text", leech->slips[i].typed);
        cJSON_AddNumberToObject(object, "count", (double)leech->slips[i].count);
        cJSON_AddItemToArray(typed, object);
    }
    return typed;
}

static cJSON *leech_json(const struct list *list, const struct leech *leech)
{
    const struct card *card = card_of(list, leech);
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "card", card->name);
    cJSON_AddStringToObject(object, "question", card->question);
    cJSON_AddBoolToObject(object, "leech", leech->is_leech);
    cJSON_AddNumberToObject(object, "lapses", leech->lapses);
    cJSON_AddNumberToObject(object, "answers", (double)leech->answers);
    cJSON_AddNumberToObject(object, "right", (double)leech->right);
    cJSON_AddNumberToObject(object, "seconds", (double)leech->answer_ms / SECOND_MS);
    cJSON_AddItemToObject(object, "typed", slips_json(leech));
    cJSON_AddBoolToObject(
        object, "suspended", list->app->collection.progress[leech->card].suspended);
    cJSON_AddStringToObject(object, "path", card->note->deck->path);
    cJSON_AddNumberToObject(object, "line", card->note->line);
    return object;
}

static void print_json(const struct list *list)
{
    cJSON *root = cJSON_CreateObject();
    cJSON_AddNumberToObject(root, "threshold", list->app->settings.leech_lapses);
    cJSON *cards = cJSON_AddArrayToObject(root, "cards");
    for (size_t i = 0; i < list->count; i++)
        cJSON_AddItemToArray(cards, leech_json(list, &list->leeches[i]));
    app_print_json(list->app, root);
}

/* ---- for people --------------------------------------------------------------------------- */

static void add_lapses(struct buf *line, const struct leech *leech)
{
    buf_addf(line, "%d %s", leech->lapses, leech->lapses == 1 ? "lapse" : "lapses");
}

static void add_right(struct buf *line, const struct leech *leech)
{
    buf_addf(line, "%.0f %% right", 100 * (double)leech->right / (double)leech->answers);
}

/* "9 lapses, 31 answers, 61 % right, 4 min" */
static void add_figures(struct buf *line, const struct leech *leech)
{
    add_lapses(line, leech);
    buf_addf(line, ", %zu answers, ", leech->answers);
    add_right(line, leech);
    add_minutes(line, ", ", leech->answer_ms);
}

/* "missed with: red (5 times), nothing (2 times)" */
static void add_slips(struct buf *line, const struct leech *leech)
{
    for (size_t i = 0; i < leech->slip_count && i < SLIPS_SHOWN; i++) {
        const struct slip *slip = &leech->slips[i];
        buf_add(line, i == 0 ? "missed with: " : ", ");
        add_one_line(line, slip->typed != NULL ? slip->typed : "nothing typed");
        if (slip->count > 1)
            buf_addf(line, " (%zu times)", slip->count);
    }
}

static void draw_line(const struct term *term, struct buf *line, size_t indent)
{
    if (line->len > 0)
        term_wrap(term, STYLE_PLAIN, line->text, indent);
    buf_clear(line);
}

static void draw_leech(
    const struct term *term, const struct list *list, const struct leech *leech)
{
    const struct card *card = card_of(list, leech);
    bool suspended = list->app->collection.progress[leech->card].suspended;
    struct buf line = { 0 };
    buf_addf(&line, "\n%s%s", card->name, suspended ? "  (suspended)" : "");
    term_wrap(term, STYLE_STRONG, line.text, 0);
    buf_clear(&line);
    term_wrap(term, STYLE_PLAIN, card->question, 2);
    add_figures(&line, leech);
    draw_line(term, &line, 2);
    add_slips(&line, leech);
    draw_line(term, &line, 2);
    buf_addf(&line, "%s:%d", card->note->deck->path, card->note->line);
    term_wrap(term, STYLE_FAINT, line.text, 2);
    buf_release(&line);
}

static size_t count_leeches(const struct list *list)
{
    size_t count = 0;
    while (count < list->count && list->leeches[count].is_leech)
        count++;
    return count;
}

static void draw_head(const struct term *term, const struct list *list, size_t leeches)
{
    int threshold = list->app->settings.leech_lapses;
    struct buf line = { 0 };
    if (threshold == 0)
        buf_add(&line, "No card is called a leech: the setting leech-lapses is 0.");
    else if (list->count == 0)
        buf_addf(&line, "No leeches, and none on the way: no card was forgotten %d %s.",
            leech_half_way(threshold), leech_half_way(threshold) == 1 ? "time" : "times");
    else if (leeches == 0)
        buf_addf(&line, "No leeches: no card was forgotten %d times.", threshold);
    else
        buf_addf(&line, "%zu %s: forgotten %d times or more", leeches,
            leeches == 1 ? "leech" : "leeches", threshold);
    draw_line(term, &line, 0);
    buf_release(&line);
}

static void draw_advice(const struct term *term)
{
    term_wrap(term, STYLE_PLAIN,
        "Reword such a card in its file, split it, or give it a hint; `quaestor suspend "
        "CARD` lets it rest, `quaestor why CARD` shows its answers.",
        0);
}

/* As wide as the longest name, as far as the window goes. */
static size_t name_width(const struct term *term, const struct list *list, size_t from)
{
    enum { FIGURES = 24, LEAST = 10 };
    size_t width = 0,
           room = term->width > FIGURES + LEAST ? term->width - FIGURES : LEAST;
    for (size_t i = from; i < list->count; i++)
        width = layout_wider(width, card_of(list, &list->leeches[i])->name);
    return width < room ? width : room;
}

/* A line each: they need no attention yet. */
static void draw_half_way(const struct term *term, const struct list *list, size_t from)
{
    struct buf rows = { 0 };
    size_t width = name_width(term, list, from);
    for (size_t i = from; i < list->count; i++) {
        const struct leech *leech = &list->leeches[i];
        layout_column(&rows, card_of(list, leech)->name, width);
        buf_add(&rows, "  ");
        add_lapses(&rows, leech);
        buf_add(&rows, ", ");
        add_right(&rows, leech);
        buf_add_char(&rows, '\n');
    }
    term_raw(term, STYLE_STRONG, "\nHalf way there\n");
    term_raw(term, STYLE_PLAIN, buf_text(&rows));
    buf_release(&rows);
}

static void draw(const struct term *term, const void *context)
{
    const struct list *list = context;
    size_t leeches = count_leeches(list);
    draw_head(term, list, leeches);
    if (leeches > 0)
        draw_advice(term);
    for (size_t i = 0; i < leeches; i++)
        draw_leech(term, list, &list->leeches[i]);
    if (leeches < list->count)
        draw_half_way(term, list, leeches);
}

static void print(const struct list *list)
{
    struct buf text = { 0 };
    screen_render(&list->app->out, &text, draw, list);
    pager_show(&list->app->out, text.text);
    buf_release(&text);
}

/* ---- all of it ---------------------------------------------------------------------------- */

static int run(struct app *app, const struct call *call)
{
    struct list list = { .app = app };
    bool orphans;
    bool *selected =
        selection_to_show(app, call->words, call->count, &orphans, &app->err);
    if (selected == NULL)
        return (int)app->err.kind;
    busy_begin(&app->err_out, "reading the answers ...");
    bool ok = leech_list(
        &app->collection, selected, &app->arena, &list.leeches, &list.count, &app->err);
    busy_end();
    free(selected);
    if (!ok)
        return (int)app->err.kind;
    (app->global.json ? print_json : print)(&list);
    return STATUS_DONE;
}

const struct command cmd_leeches = {
    .name = "leeches",
    .group = "insight",
    .args = "[SELECTOR...]",
    .summary = "the cards that are forgotten again and again, worst first",
    .notes = selector_notes,
    .needs = NEED_DECKS | NEED_FILES | NEED_READ,
    .most = SIZE_MAX,
    .run = run,
};
