/*
 * The learner's history in numbers and plots, from today to what comes.
 */
#include "cmd/stats.h"

#include "cmd/card.h"
#include "cmd/command.h"
#include "session/weights.h"
#include "ui/busy.h"

#include <stdlib.h>
#include <string.h>

struct stats_options {
    struct opt_number days;
};

static const struct opt stats_opts[] = {
    { "days", 0, OPT_NUMBER, offsetof(struct stats_options, days), "N",
        "how far back heatmap and means reach (84)" },
    { .name = NULL },
};

enum { PLAIN_DAYS = 12 * 7, MOST_DAYS = 36525 };

/* ---- gathering ---------------------------------------------------------------------------- */

/* When the selected cards come back; queue_forecast begins the day after the one it is given. */
static void forecast(struct report *report, const bool *selected)
{
    const struct collection *c = report->collection;
    size_t count = 0;
    struct queue_card *cards = mem_zeroed(c->library->card_count, sizeof *cards);
    for (size_t i = 0; i < c->library->card_count; i++)
        if (selected[i])
            cards[count++] = c->queue_cards[i];
    queue_forecast(cards, count, (struct day){ report->today.number - 1 },
        REPORT_FORECAST_DAYS, report->due);
    free(cards);
}

static void count_cards(struct report *report, const bool *selected)
{
    const struct collection *c = report->collection;
    size_t decks = c->library->deck_count;
    report->cards = stats_count_cards(c, selected, QUEUE_NONE, report->today);
    report->decks = mem_zeroed(decks, sizeof *report->decks);
    for (size_t i = 0; i < decks; i++)
        report->decks[i] = stats_count_cards(c, selected, i, report->today);
}

/* The windows of the share right: the usual ones, or what was asked for, and all. */
static size_t choose_windows(const struct stats_options *options, int out[])
{
    static const int usual[STATS_MOST_WINDOWS] = { 7, 30, 365, 0 };
    if (options->days.given) {
        out[0] = (int)options->days.value;
        out[1] = 0;
        return 2;
    }
    memcpy(out, usual, sizeof usual);
    return STATS_MOST_WINDOWS;
}

static bool add_up(
    struct app *app, const struct stats_scope *scope, struct report *report)
{
    struct past past;
    size_t any;
    busy_begin(&app->err_out, "adding up the answers ...");
    bool ok = weights_past(&app->collection, &past, &app->err);
    if (ok) {
        stats_add_up(&report->stats, &app->collection, &past, scope);
        past_release(&past);
    }
    busy_end();
    if (!ok)
        return false;
    report->sum = stats_sum(&report->stats, report->today, 0, &any);
    report->period =
        stats_sum(&report->stats, report->today, report->days, &report->studied);
    return true;
}

/* ---- all of it ---------------------------------------------------------------------------- */

static bool check_options(const struct stats_options *options, struct err *err)
{
    const struct opt_number *days = &options->days;
    return !days->given || (days->value >= 1 && days->value <= MOST_DAYS) ||
           err_set(err, ERR_USAGE, "--days takes a number from 1 to %d", MOST_DAYS);
}

static int run(struct app *app, const struct call *call)
{
    const struct stats_options *options = call->options;
    struct report report = {
        .collection = &app->collection,
        .today = day_of(app_now(app), app->settings.day_start),
        .days = options->days.given ? (int)options->days.value : PLAIN_DAYS,
    };
    bool orphans;
    if (!check_options(options, &app->err) || !app_expect_cards(app, &app->err))
        return (int)app->err.kind;
    bool *selected = selection_of(app, call->words, call->count, &orphans, &app->err);
    if (selected == NULL)
        return (int)app->err.kind;
    int windows[STATS_MOST_WINDOWS];
    struct stats_scope scope = {
        .selected = selected,
        .others = orphans || call->count == 0,
        .today = report.today,
        .window_days = windows,
        .window_count = choose_windows(options, windows),
    };
    bool ok = add_up(app, &scope, &report);
    if (ok) {
        forecast(&report, selected);
        count_cards(&report, selected);
        (app->global.json ? stats_print_json : stats_print)(app, &report);
    }
    free(selected);
    free(report.decks);
    stats_release(&report.stats);
    return ok ? STATUS_DONE : (int)app->err.kind;
}

const struct command cmd_stats = {
    .name = "stats",
    .group = "insight",
    .args = "[--days N] [SELECTOR...]",
    .summary = "the answers so far in numbers: share right, streak, what comes",
    .notes = selector_notes,
    .opts = stats_opts,
    .options_size = sizeof(struct stats_options),
    .needs = NEED_DECKS | NEED_NAMES | NEED_FILES | NEED_READ,
    .most = SIZE_MAX,
    .run = run,
};
