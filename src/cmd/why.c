/*
 * Why a card is due when it is: its answers, and what the memory model makes of them.
 */
#include "cmd/card.h"
#include "cmd/command.h"

#include "ui/layout.h"

#include <string.h>

static bool read_history(
    struct app *app, size_t index, struct history *history, struct err *err)
{
    size_t count;
    const char *const *names =
        collection_names(&app->collection, index, &app->arena, &count);
    return replay_history(
        app->store, names, count, app->collection.weights, &app->arena, history, err);
}

static double recall_at(struct app *app, size_t index, int64_t at_ms)
{
    const struct progress *progress = &app->collection.progress[index];
    double elapsed = schedule_elapsed_days(progress, at_ms);
    return fsrs_recall(progress->memory, elapsed, app->collection.weights);
}

static cJSON *review_json(const struct step_of_history *step, bool first)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddItemToObject(object, "time", json_instant(step->event.at_ms));
    cJSON_AddStringToObject(object, "rating", fsrs_rating_word(step->review.rating));
    cJSON_AddNumberToObject(object, "elapsed_days", step->elapsed_days);
    if (first)
        cJSON_AddNullToObject(object, "recall");
    else
        cJSON_AddNumberToObject(object, "recall", step->recall);
    cJSON *memory = memory_json(step->after.memory), *field = memory->child;
    while (field != NULL) {
        cJSON *next = field->next;
        cJSON_AddNumberToObject(object, field->string, field->valuedouble);
        field = next;
    }
    cJSON_Delete(memory);
    return object;
}

static void print_json(struct app *app, size_t index, const struct history *history)
{
    const struct progress *progress = &app->collection.progress[index];
    struct plan plans[4];
    collection_plan(&app->collection, index, app_now(app), plans);
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "card", app->library.cards[index]->name);
    cJSON *reviews = cJSON_AddArrayToObject(object, "reviews");
    for (size_t i = 0; i < history->count; i++)
        cJSON_AddItemToArray(reviews, review_json(&history->steps[i], i == 0));
    cJSON_AddItemToObject(object, "due", due_json(progress));
    if (history->count == 0)
        cJSON_AddNullToObject(object, "recall_now");
    else
        cJSON_AddNumberToObject(
            object, "recall_now", recall_at(app, index, app_now(app)));
    cJSON_AddItemToObject(object, "intervals", intervals_json(plans, app_now(app)));
    app_print_json(app, object);
}

static void show_step(
    const struct term *out, const struct step_of_history *step, bool first)
{
    char time[INSTANT_TEXT];
    struct buf line = { 0 };
    instant_format(step->event.at_ms, time);
    const char *rating = fsrs_rating_word(step->review.rating);
    buf_addf(&line, "%.10s %.5s  %s", time, time + 11, rating);
    if (!first) {
        buf_addf(&line, "%*s  after ", 5 - (int)strlen(rating), "");
        layout_span(&line, (long long)(step->elapsed_days * 86400));
        buf_addf(&line, ", recall was %.0f %%", step->recall * 100);
    }
    term_wrap(out, STYLE_PLAIN, line.text, 0);
    buf_release(&line);
}

static void show_now(
    struct app *app, const struct term *out, size_t index, int64_t now_ms)
{
    const struct progress *progress = &app->collection.progress[index];
    struct plan plans[4];
    struct buf line = { 0 };
    collection_plan(&app->collection, index, now_ms, plans);
    if (progress->reviews > 0) {
        buf_addf(&line, "recall now %.0f %%, due ", recall_at(app, index, now_ms) * 100);
        add_when(&line, app, progress->plan.due_ms, now_ms);
    } else {
        buf_add(&line, "never answered");
    }
    buf_add(&line, "\nan answer now would bring it back:");
    for (int rating = FSRS_AGAIN; rating <= FSRS_EASY; rating++) {
        buf_addf(&line, "  %s ", fsrs_rating_word((enum fsrs_rating)rating));
        layout_span(&line, schedule_delay_s(&plans[rating - 1], now_ms));
    }
    term_wrap(out, STYLE_PLAIN, line.text, 0);
    buf_release(&line);
}

bool show_why(
    struct app *app, const struct term *out, size_t card, int64_t now_ms, struct err *err)
{
    struct history history;
    if (!read_history(app, card, &history, err))
        return false;
    for (size_t i = 0; i < history.count; i++)
        show_step(out, &history.steps[i], i == 0);
    show_now(app, out, card, now_ms);
    return true;
}

static int run(struct app *app, const struct call *call)
{
    size_t index;
    struct history history;
    if (!card_named(app, call->words[0], &index, &app->err))
        return (int)app->err.kind;
    if (!app->global.json)
        return show_why(app, &app->out, index, app_now(app), &app->err)
                   ? STATUS_DONE
                   : (int)app->err.kind;
    if (!read_history(app, index, &history, &app->err))
        return (int)app->err.kind;
    print_json(app, index, &history);
    return STATUS_DONE;
}

const struct command cmd_why = {
    .name = "why",
    .group = "cards",
    .args = "CARD",
    .summary = "the answers to a card, recall now, what each rating would do",
    .needs = NEED_CARDS | NEED_READ,
    .least = 1,
    .most = 1,
    .run = run,
};
