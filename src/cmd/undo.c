/*
 * Takes back the newest answer or mark, or takes that back.  Both are events: they outlive the
 * process and are never lost.
 */
#include "cmd/backup.h"
#include "cmd/card.h"
#include "cmd/command.h"

static void print_json(struct app *app, const char *key, const struct undo_result *result)
{
    cJSON *object = cJSON_CreateObject();
    if (!result->found) {
        cJSON_AddNullToObject(object, key);
        app_print_json(app, object);
        return;
    }
    cJSON *review = cJSON_AddObjectToObject(object, key);
    json_add_text(review, "card", result->card[0] != '\0' ? result->card : NULL);
    cJSON_AddStringToObject(review, "kind", event_kind_word(result->kind));
    json_add_text(review, "rating",
        result->kind == EVENT_REVIEW ? fsrs_rating_word(result->review.rating) : NULL);
    cJSON_AddItemToObject(review, "time", json_instant(result->review_ms));
    cJSON_AddItemToObject(object, "event", event_json(&result->event));
    app_print_json(app, object);
}

static void add_fit(struct buf *out, const struct undo_result *result)
{
    buf_add(out, result->kept ? "moved" : "fitted the memory model");
    if (result->moved > 0)
        buf_addf(out, "%s %zu %s%s", result->kept ? "" : " and moved", result->moved,
            result->moved == 1 ? "date" : "dates",
            result->kept ? " under the same weights" : "");
}

/* "rated good", "suspended": what had been done to the card. */
void add_change(struct buf *out, const struct undo_result *result)
{
    switch (result->kind) {
    case EVENT_REVIEW:
        buf_addf(out, "rated %s", fsrs_rating_word(result->review.rating));
        break;
    case EVENT_SUSPEND:
        buf_add(out, result->on ? "suspended" : "unsuspended");
        break;
    case EVENT_BURY:
        buf_add(out, result->on ? "buried" : "unburied");
        break;
    case EVENT_FLAG:
        buf_add(out, result->on ? "flagged" : "unflagged");
        break;
    case EVENT_RESET:
        buf_add(out, "made new");
        break;
    case EVENT_LINK:
        buf_add(out, "linked to its earlier wording");
        break;
    case EVENT_ALIAS:
        buf_addf(out, "taught \"%s\"", result->alias.typed);
        break;
    case EVENT_FIX:
        buf_add(out, result->on ? "noted for mending" : "mended");
        break;
    case EVENT_MOVE:
        buf_add(out, "moved to another date");
        break;
    case EVENT_WEIGHTS:
        add_fit(out, result);
        break;
    case EVENT_UNDO:
        break;
    }
}

static void print_text(struct app *app, const char *did, const struct undo_result *result)
{
    struct buf line = { 0 };
    buf_addf(&line, "%s: %s%s", did, result->card, result->card[0] != '\0' ? ", " : "");
    add_change(&line, result);
    buf_add(&line, " at ");
    add_minute(&line, result->review_ms);
    term_wrap(&app->out, STYLE_PLAIN, line.text, 0);
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
    .summary = "takes back the newest answer or mark; status 1 if there is none",
    .needs = NEED_DECKS | NEED_WRITE,
    .run = run_undo,
};

const struct command cmd_redo = {
    .name = "redo",
    .group = "scripts",
    .args = "",
    .summary = "restores what was taken back last; status 1 if there is none",
    .needs = NEED_DECKS | NEED_WRITE,
    .run = run_redo,
};
