/*
 * `stats --json`: the complete numbers, sums rather than shares where a program may want to go
 * on adding.
 */
#include "cmd/stats.h"

#include "base/json.h"
#include "cmd/card.h"

static void add_number(cJSON *object, const char *key, size_t number)
{
    cJSON_AddNumberToObject(object, key, (double)number);
}

/* part / whole, null of none. */
static void add_ratio(cJSON *object, const char *key, double part, size_t whole)
{
    if (whole == 0)
        cJSON_AddNullToObject(object, key);
    else
        cJSON_AddNumberToObject(object, key, part / (double)whole);
}

/* What was done: answers, right ones, those with a time, and that time. */
static void add_done(cJSON *object, const struct stats_day *done)
{
    add_number(object, "answers", done->answers);
    add_number(object, "right", done->right);
    add_number(object, "timed", done->timed);
    cJSON_AddNumberToObject(object, "seconds", (double)done->answer_ms / SECOND_MS);
}

static void add_share(cJSON *object, const struct stats_share *share)
{
    add_number(object, "reviews", share->reviews);
    add_number(object, "right", share->right);
    add_ratio(object, "share", (double)share->right, share->reviews);
    add_ratio(object, "wanted", share->wanted, share->reviews);
    add_ratio(object, "model", share->expected, share->reviews);
}

static cJSON *windows_json(const struct stats *stats)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < stats->window_count; i++) {
        const struct stats_window *window = &stats->windows[i];
        struct stats_share both = stats_share_sum(window->young, window->mature);
        cJSON *object = cJSON_CreateObject();
        if (window->days > 0)
            cJSON_AddNumberToObject(object, "days", window->days);
        else
            cJSON_AddNullToObject(object, "days");
        add_share(object, &both);
        add_share(cJSON_AddObjectToObject(object, "young"), &window->young);
        add_share(cJSON_AddObjectToObject(object, "mature"), &window->mature);
        cJSON_AddItemToArray(list, object);
    }
    return list;
}

static void add_streak(cJSON *root, const struct stats_streak *streak)
{
    cJSON *object = cJSON_AddObjectToObject(root, "streak");
    cJSON_AddNumberToObject(object, "days", streak->days);
    cJSON_AddNumberToObject(object, "longest", streak->longest);
    cJSON_AddBoolToObject(object, "today", streak->has_today);
}

static void add_period(cJSON *root, const struct report *report)
{
    cJSON *object = cJSON_AddObjectToObject(root, "period");
    cJSON_AddNumberToObject(object, "days", report->days);
    add_number(object, "studied", report->studied);
    add_done(object, &report->period);
}

static void add_days(cJSON *root, const struct stats *stats)
{
    cJSON *list = cJSON_AddArrayToObject(root, "days");
    for (size_t i = 0; i < stats->day_count; i++) {
        cJSON *object = cJSON_CreateObject();
        json_add_day(object, "day", stats->days[i].day);
        add_done(object, &stats->days[i]);
        cJSON_AddItemToArray(list, object);
    }
}

static void add_forecast(cJSON *root, const struct report *report)
{
    cJSON *object = cJSON_AddObjectToObject(root, "forecast");
    add_number(object, "backlog", report->cards.overdue);
    cJSON *list = cJSON_AddArrayToObject(object, "days");
    for (int i = 0; i < REPORT_FORECAST_DAYS; i++) {
        cJSON *day = cJSON_CreateObject();
        json_add_day(day, "day", (struct day){ report->today.number + i });
        add_number(day, "due", report->due[i]);
        cJSON_AddItemToArray(list, day);
    }
}

static void add_cards(cJSON *object, const struct stats_cards *cards)
{
    add_number(object, "new", cards->fresh);
    add_number(object, "learning", cards->learning);
    add_number(object, "young", cards->young);
    add_number(object, "mature", cards->mature);
    add_number(object, "suspended", cards->suspended);
    add_number(object, "flagged", cards->flagged);
    add_number(object, "leeches", cards->leeches);
    add_number(object, "seen", cards->seen);
    add_number(object, "due", cards->due);
}

static void add_decks(cJSON *root, const struct report *report)
{
    const struct library *library = report->collection->library;
    cJSON *list = cJSON_AddArrayToObject(root, "decks");
    for (size_t i = 0; i < library->deck_count; i++) {
        cJSON *object = cJSON_CreateObject();
        cJSON_AddStringToObject(object, "id", library->decks[i].id);
        cJSON_AddStringToObject(object, "title", library->decks[i].title);
        add_cards(object, &report->decks[i]);
        add_share(
            cJSON_AddObjectToObject(object, "last_30_days"), &report->stats.decks[i]);
        cJSON_AddItemToArray(list, object);
    }
}

void stats_print_json(struct app *app, const struct report *report)
{
    size_t studied;
    struct stats_day today = stats_sum(&report->stats, report->today, 1, &studied);
    cJSON *root = cJSON_CreateObject();
    json_add_day(root, "day", report->today);
    add_done(cJSON_AddObjectToObject(root, "today"), &today);
    add_streak(root, &report->stats.streak);
    cJSON_AddItemToObject(root, "reviews", windows_json(&report->stats));
    add_period(root, report);
    add_days(root, &report->stats);
    add_forecast(root, report);
    add_cards(cJSON_AddObjectToObject(root, "cards"), &report->cards);
    add_decks(root, report);
    app_print_json(app, root);
}
