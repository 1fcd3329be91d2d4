#include "session/replay.h"

#include "base/json.h"
#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_TYPED = 64 * 1024 }; // bytes of an answer that are kept

/* ---- payloads ------------------------------------------------------------------------- */

/*
 * Typed bytes that are no text are kept in their visible form: JSON holds only text.  Of what
 * is too long to be an answer the beginning is kept, so that any answer can be saved.
 */
static void add_typed(cJSON *object, const char *typed)
{
    size_t len = strnlen(typed, MOST_TYPED), bad;
    if (typed[len] == '\0' && utf8_valid(typed, len, &bad)) {
        cJSON_AddStringToObject(object, "typed", typed);
        return;
    }
    struct buf visible = { 0 };
    utf8_add_visible(&visible, typed, len);
    cJSON_AddStringToObject(object, "typed", buf_text(&visible));
    buf_release(&visible);
}

void review_render(const struct review *review, struct buf *payload)
{
    const struct plan *plan = &review->plan;
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "rating", fsrs_rating_word(review->rating));
    cJSON_AddStringToObject(object, "phase", phase_word(plan->phase));
    if (phase_has_steps(plan->phase))
        cJSON_AddNumberToObject(object, "step", plan->step);
    else
        cJSON_AddNumberToObject(object, "days", plan->interval_days);
    cJSON_AddNumberToObject(object, "due", (double)plan->due_ms);
    cJSON_AddNumberToObject(object, "due_day", plan->due_day.number);
    cJSON_AddNumberToObject(object, "ms", review->answer_ms);
    if (review->verdict != NULL)
        cJSON_AddStringToObject(object, "verdict", review->verdict);
    if (review->typed != NULL)
        add_typed(object, review->typed);
    if (review->question != NULL)
        cJSON_AddStringToObject(object, "question", review->question);
    json_render(object, false, payload);
    cJSON_Delete(object);
}

/* A whole number of the object, 0 where it is absent; false if it is out of range. */
static bool number_in(
    const cJSON *object, const char *key, int64_t low, int64_t high, int64_t *out)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(object, key);
    *out = 0;
    if (value == NULL)
        return true;
    if (!cJSON_IsNumber(value) || !(value->valuedouble >= (double)low) ||
        !(value->valuedouble <= (double)high))
        return false;
    *out = (int64_t)value->valuedouble;
    return true;
}

static const char *text_in(const cJSON *object, const char *key)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(object, key);
    return cJSON_IsString(value) ? value->valuestring : NULL;
}

/* Bounds of what a payload may say; instants fit a double exactly. */
enum { MOST_DAYS = 100 * 366, MOST_DAY = 3000000, MOST_MS = 60 * 1000 };
#define MOST_INSTANT ((int64_t)1 << 53)

static bool parse_plan(const cJSON *object, struct plan *plan)
{
    const char *phase = text_in(object, "phase");
    int64_t step, days, day;
    *plan = (struct plan){ 0 };
    if (phase == NULL || !phase_parse(phase, &plan->phase) ||
        !number_in(object, "step", 0, SCHEDULE_MAX_STEPS, &step) ||
        !number_in(object, "days", 0, MOST_DAYS, &days) ||
        !number_in(object, "due", -MOST_INSTANT, MOST_INSTANT, &plan->due_ms) ||
        !number_in(object, "due_day", -MOST_DAY, MOST_DAY, &day))
        return false;
    plan->step = (int)step;
    plan->interval_days = (int)days;
    plan->due_day.number = (int32_t)day;
    return true;
}

bool review_parse(const char *payload, struct review *review, struct arena *arena)
{
    cJSON *object = cJSON_Parse(payload);
    const char *rating = text_in(object, "rating");
    const char *typed = text_in(object, "typed"), *verdict = text_in(object, "verdict");
    const char *question = text_in(object, "question");
    int64_t ms;
    *review = (struct review){ 0 };
    bool ok = rating != NULL && fsrs_rating_parse(rating, &review->rating) &&
              parse_plan(object, &review->plan) &&
              number_in(object, "ms", 0, MOST_MS, &ms);
    if (ok) {
        review->answer_ms = (int)ms;
        review->typed = typed != NULL ? arena_strdup(arena, typed) : NULL;
        review->verdict = verdict != NULL ? arena_strdup(arena, verdict) : NULL;
        review->question = question != NULL ? arena_strdup(arena, question) : NULL;
    }
    cJSON_Delete(object);
    return ok;
}

void undo_render(const struct event_key *target, bool redoes, struct buf *payload)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "device", target->device);
    cJSON_AddNumberToObject(object, "seq", (double)target->seq);
    cJSON_AddBoolToObject(object, "redo", redoes);
    json_render(object, false, payload);
    cJSON_Delete(object);
}

static bool is_device(const char *id)
{
    return strlen(id) == DEVICE_ID_TEXT - 1 &&
           strspn(id, "0123456789abcdef") == DEVICE_ID_TEXT - 1;
}

bool undo_parse(const char *payload, struct event_key *target, bool *redoes)
{
    cJSON *object = cJSON_Parse(payload);
    const char *device = text_in(object, "device");
    *target = (struct event_key){ 0 };
    *redoes = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(object, "redo"));
    bool ok = device != NULL && is_device(device) &&
              number_in(object, "seq", 1, MOST_INSTANT, &target->seq) && target->seq > 0;
    if (ok)
        snprintf(target->device, sizeof target->device, "%s", device);
    cJSON_Delete(object);
    return ok;
}

void mark_render(bool on, struct buf *payload)
{
    buf_addf(payload, "{\"on\":%s}", on ? "true" : "false");
}

bool mark_parse(const char *payload)
{
    cJSON *object = cJSON_Parse(payload);
    bool on = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(object, "on"));
    cJSON_Delete(object);
    return on;
}

void link_render(const char *from, bool same, struct buf *payload)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "from", from);
    cJSON_AddBoolToObject(object, "same", same);
    json_render(object, false, payload);
    cJSON_Delete(object);
}

const char *link_parse(const char *payload, bool *same, struct arena *arena)
{
    cJSON *object = cJSON_Parse(payload);
    const char *from = text_in(object, "from");
    *same = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(object, "same"));
    const char *kept = from != NULL ? arena_strdup(arena, from) : NULL;
    cJSON_Delete(object);
    return kept;
}

/* ---- what counts ---------------------------------------------------------------------- */

bool undone_visit(struct undone *undone, const struct event *event)
{
    for (size_t i = 0; i < undone->count; i++)
        if (event_key_equal(&undone->keys[i], &event->key))
            return false;
    struct event_key target;
    bool redoes;
    if (event->kind == EVENT_UNDO && undo_parse(event->payload, &target, &redoes)) {
        undone->keys = vec_grow(
            undone->keys, undone->count, &undone->capacity, sizeof *undone->keys);
        undone->keys[undone->count++] = target;
    }
    return true;
}

void undone_release(struct undone *undone)
{
    free(undone->keys);
    *undone = (struct undone){ 0 };
}

/* ---- replay --------------------------------------------------------------------------- */

static bool *which_count(const struct event *events, size_t count, struct arena *arena)
{
    struct undone undone = { 0 };
    bool *counts = arena_alloc(arena, count * sizeof *counts);
    for (size_t i = count; i-- > 0;)
        counts[i] = undone_visit(&undone, &events[i]);
    undone_release(&undone);
    return counts;
}

static bool fail_payload(
    const struct store *store, const struct event *event, struct err *err)
{
    return err_set(err, ERR_SYSTEM,
        "event %lld of device %.8s in '%s' is none that this version understands; update "
        "quaestor",
        (long long)event->key.seq, event->key.device, store_path(store));
}

static struct step_of_history fold(struct progress before, const struct event *event,
    const struct review *review, const double *weights)
{
    struct step_of_history step = { .event = *event, .review = *review };
    struct answer answer = { review->rating, event->at_ms, event->day, review->plan };
    step.elapsed_days = schedule_elapsed_days(&before, event->at_ms);
    if (before.reviews > 0)
        step.recall = fsrs_recall(before.memory, step.elapsed_days, weights);
    step.after = schedule_fold(before, &answer, weights);
    return step;
}

struct progress mark_fold(
    struct progress before, enum event_kind kind, bool on, struct day day)
{
    struct progress after = before;
    switch (kind) {
    case EVENT_SUSPEND:
        after.suspended = on;
        break;
    case EVENT_BURY:
        after.buried_day = on ? day : (struct day){ 0 };
        break;
    case EVENT_FLAG:
        after.flagged = on;
        break;
    case EVENT_RESET:
        after =
            (struct progress){ .suspended = before.suspended, .flagged = before.flagged };
        break;
    case EVENT_REVIEW:
    case EVENT_UNDO:
    case EVENT_LINK:
        break;
    }
    return after;
}

/* Adds what one event that counts changes. */
static bool add_event(struct history *history, const struct event *event,
    const double *weights, struct arena *arena)
{
    struct review review;
    if (event->kind == EVENT_UNDO)
        return true;
    if (event->kind != EVENT_REVIEW) {
        history->progress = mark_fold(
            history->progress, event->kind, mark_parse(event->payload), event->day);
        if (event->kind == EVENT_RESET)
            history->count = 0;
        return true;
    }
    if (!review_parse(event->payload, &review, arena))
        return false;
    struct step_of_history step = fold(history->progress, event, &review, weights);
    history->progress = step.after;
    history->steps[history->count++] = step;
    return true;
}

bool replay_history(struct store *store, const char *const *names, size_t count,
    const double *weights, struct arena *arena, struct history *history, struct err *err)
{
    struct event *events;
    size_t event_count;
    if (!store_card_events(store, names, count, arena, &events, &event_count, err))
        return false;
    const bool *counts = which_count(events, event_count, arena);
    *history = (struct history){
        .steps = arena_alloc(arena, event_count * sizeof *history->steps),
    };
    if (event_count > 0)
        history->last = events[event_count - 1].key;
    for (size_t i = 0; i < event_count; i++)
        if (counts[i] && !add_event(history, &events[i], weights, arena))
            return fail_payload(store, &events[i], err);
    return true;
}

bool replay_card(struct store *store, const char *const *names, size_t count,
    const double *weights, struct progress *progress, struct event_key *last,
    struct err *err)
{
    struct arena arena = { 0 };
    struct history history;
    bool ok = replay_history(store, names, count, weights, &arena, &history, err);
    if (ok) {
        *progress = history.progress;
        *last = history.last;
    }
    arena_release(&arena);
    return ok;
}
