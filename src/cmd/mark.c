/*
 * Marks on cards: suspend, unsuspend, bury, flag, and reset.  All of a selector's cards are
 * marked in one transaction; `undo` takes the marks back one by one.
 */
#include "cmd/card.h"
#include "cmd/command.h"

#include <stdlib.h>

struct mark_options {
    bool off;
};

static const struct opt mark_opts[] = {
    { "off", 0, OPT_FLAG, offsetof(struct mark_options, off), NULL,
        "take the mark away again" },
    { .name = NULL },
};

/* What a command does to a card. */
struct mark {
    enum event_kind kind;
    bool on;
    const char *done; // "3 cards SUSPENDED"
};

static bool has_mark(
    const struct progress *progress, const struct mark *mark, struct day day)
{
    switch (mark->kind) {
    case EVENT_SUSPEND:
        return progress->suspended == mark->on;
    case EVENT_BURY:
        return (progress->buried_day.number == day.number) == mark->on;
    case EVENT_FLAG:
        return progress->flagged == mark->on;
    case EVENT_RESET:
        return progress->plan.phase == PHASE_NEW;
    case EVENT_REVIEW:
    case EVENT_UNDO:
    case EVENT_LINK:
    case EVENT_ALIAS:
    case EVENT_FIX:
    case EVENT_MOVE:
    case EVENT_WEIGHTS:
        break;
    }
    return true;
}

/* The selected cards that are not as they should be yet; freed by the caller. */
static size_t *cards_to_mark(
    struct app *app, const bool *selected, const struct mark *mark, size_t *count)
{
    struct day today = day_of(app_now(app), app->settings.day_start);
    size_t *cards = mem_alloc((app->library.card_count + 1) * sizeof *cards);
    *count = 0;
    for (size_t i = 0; i < app->library.card_count; i++)
        if (selected[i] && !has_mark(&app->collection.progress[i], mark, today))
            cards[(*count)++] = i;
    return cards;
}

static void print(
    struct app *app, const size_t *cards, size_t count, const struct mark *mark)
{
    struct buf line = { 0 };
    if (app->global.json) {
        cJSON *object = cJSON_CreateObject(),
              *changed = cJSON_AddArrayToObject(object, "changed");
        for (size_t i = 0; i < count; i++)
            cJSON_AddItemToArray(
                changed, cJSON_CreateString(app->library.cards[cards[i]]->name));
        app_print_json(app, object);
        return;
    }
    buf_addf(&line, "%zu %s %s\n", count, count == 1 ? "card" : "cards", mark->done);
    term_raw(&app->out, STYLE_PLAIN, line.text);
    buf_release(&line);
}

static int run_mark(struct app *app, const struct call *call, struct mark mark)
{
    bool orphans;
    size_t count;
    bool *selected = selection_of(app, call->words, call->count, &orphans, &app->err);
    if (selected == NULL)
        return (int)app->err.kind;
    size_t *cards = cards_to_mark(app, selected, &mark, &count);
    bool ok = count == 0 || record_marks(&app->collection, cards, count, mark.kind,
                                mark.on, app_now(app), &app->err);
    if (ok)
        print(app, cards, count, &mark);
    free(selected);
    free(cards);
    return ok ? STATUS_DONE : (int)app->err.kind;
}

static bool is_off(const struct call *call)
{
    return ((const struct mark_options *)call->options)->off;
}

static int run_suspend(struct app *app, const struct call *call)
{
    return run_mark(app, call, (struct mark){ EVENT_SUSPEND, true, "suspended" });
}

static int run_unsuspend(struct app *app, const struct call *call)
{
    return run_mark(
        app, call, (struct mark){ EVENT_SUSPEND, false, "no longer suspended" });
}

static int run_bury(struct app *app, const struct call *call)
{
    return run_mark(app, call,
        is_off(call) ? (struct mark){ EVENT_BURY, false, "no longer buried" }
                     : (struct mark){ EVENT_BURY, true, "buried until tomorrow" });
}

static int run_flag(struct app *app, const struct call *call)
{
    return run_mark(app, call,
        is_off(call) ? (struct mark){ EVENT_FLAG, false, "no longer flagged" }
                     : (struct mark){ EVENT_FLAG, true, "flagged" });
}

static int run_reset(struct app *app, const struct call *call)
{
    return run_mark(app, call,
        (struct mark){ EVENT_RESET, true, "new again; `quaestor undo` restores" });
}

#define MARK_COMMAND(NAME, ARGS, SUMMARY, OPTS)                                          \
    const struct command cmd_##NAME = {                                                  \
        .name = #NAME,                                                                   \
        .group = "cards",                                                                \
        .args = ARGS,                                                                    \
        .summary = SUMMARY,                                                              \
        .notes = selector_notes,                                                         \
        .opts = OPTS,                                                                    \
        .needs = NEED_CARDS | NEED_WRITE | NEED_FILES,                                   \
        .least = 1,                                                                      \
        .most = SIZE_MAX,                                                                \
        .run = run_##NAME,                                                               \
    }

MARK_COMMAND(suspend, "SELECTOR...", "takes cards out until they are wanted again", NULL);
MARK_COMMAND(unsuspend, "SELECTOR...", "lets suspended cards come back", NULL);
MARK_COMMAND(bury, "[--off] SELECTOR...", "puts cards off until tomorrow", mark_opts);
MARK_COMMAND(flag, "[--off] SELECTOR...", "marks cards, for is:flagged", mark_opts);
MARK_COMMAND(reset, "SELECTOR...", "makes cards new again, whatever was answered", NULL);
