/*
 * Takes back the newest answer, or takes that back.  Both are events: they outlive the
 * process and are never lost.
 */
#include "cmd/card.h"
#include "cmd/command.h"

#include <stdio.h>

static void print_json(struct app *app, const char *key, const struct undo_result *result)
{
    cJSON *object = cJSON_CreateObject();
    if (!result->found) {
        cJSON_AddNullToObject(object, key);
        app_print_json(app, object);
        return;
    }
    cJSON *review = cJSON_AddObjectToObject(object, key);
    cJSON_AddStringToObject(review, "card", result->card);
    cJSON_AddStringToObject(review, "rating", fsrs_rating_word(result->review.rating));
    cJSON_AddItemToObject(review, "time", json_instant(result->review_ms));
    cJSON_AddItemToObject(object, "event", event_json(&result->event));
    app_print_json(app, object);
}

static void print_text(struct app *app, const char *did, const struct undo_result *result)
{
    char time[INSTANT_TEXT];
    struct buf line = { 0 };
    instant_format(result->review_ms, time);
    buf_addf(&line, "%s: %s, rated %s at %s\n", did, result->card,
        fsrs_rating_word(result->review.rating), time);
    term_text(&app->out, STYLE_PLAIN, line.text);
    buf_release(&line);
}

static int finish(
    struct app *app, const char *key, const char *did, const struct undo_result *result)
{
    if (app->global.json)
        print_json(app, key, result);
    else if (result->found)
        print_text(app, did, result);
    else
        term_raw(&app->out, STYLE_PLAIN,
            key[0] == 'u' ? "nothing to undo\n" : "nothing to redo\n");
    return result->found ? STATUS_DONE : STATUS_NO;
}

static int run_undo(struct app *app, const struct call *call)
{
    struct undo_result result;
    (void)call;
    if (!record_undo(&app->collection, app_now(app), &app->arena, &result, &app->err))
        return (int)app->err.kind;
    return finish(app, "undone", "taken back", &result);
}

static int run_redo(struct app *app, const struct call *call)
{
    struct undo_result result;
    (void)call;
    if (!record_redo(&app->collection, app_now(app), &app->arena, &result, &app->err))
        return (int)app->err.kind;
    return finish(app, "redone", "restored", &result);
}

const struct command cmd_undo = {
    .name = "undo",
    .group = "scripts",
    .args = "",
    .summary = "takes back the newest answer; status 1 if there is none",
    .needs = NEED_DECKS | NEED_WRITE,
    .run = run_undo,
};

const struct command cmd_redo = {
    .name = "redo",
    .group = "scripts",
    .args = "",
    .summary = "restores the answer taken back last; status 1 if there is none",
    .needs = NEED_DECKS | NEED_WRITE,
    .run = run_redo,
};
