#include "session/payload.h"

#include "base/json.h"
#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_TYPED = 64 * 1024 }; // bytes of an answer that are kept

/*
 * Typed bytes that are no text are kept in their visible form: JSON holds only text.  Of what
 * is too long to be an answer the beginning is kept, so that any answer can be saved.
 */
static void add_typed(cJSON *object, const char *key, const char *typed)
{
    size_t len = strnlen(typed, MOST_TYPED), bad;
    if (typed[len] == '\0' && utf8_valid(typed, len, &bad)) {
        cJSON_AddStringToObject(object, key, typed);
        return;
    }
    struct buf visible = { 0 };
    utf8_add_visible(&visible, typed, len);
    cJSON_AddStringToObject(object, key, buf_text(&visible));
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
        add_typed(object, "typed", review->typed);
    if (review->first != NULL)
        add_typed(object, "first", review->first);
    if (review->confused != NULL)
        cJSON_AddStringToObject(object, "confused", review->confused);
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

/* A text of the object, copied; NULL where it is absent. */
static const char *copy_of(const cJSON *object, const char *key, struct arena *arena)
{
    const char *text = text_in(object, key);
    return text != NULL ? arena_strdup(arena, text) : NULL;
}

bool review_parse(const char *payload, struct review *review, struct arena *arena)
{
    cJSON *object = cJSON_Parse(payload);
    const char *rating = text_in(object, "rating");
    int64_t ms;
    *review = (struct review){ 0 };
    bool ok = rating != NULL && fsrs_rating_parse(rating, &review->rating) &&
              parse_plan(object, &review->plan) &&
              number_in(object, "ms", 0, MOST_MS, &ms);
    if (ok) {
        review->answer_ms = (int)ms;
        review->typed = copy_of(object, "typed", arena);
        review->first = copy_of(object, "first", arena);
        review->verdict = copy_of(object, "verdict", arena);
        review->confused = copy_of(object, "confused", arena);
        review->question = copy_of(object, "question", arena);
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

/* The event that an object names. */
static bool parse_target(const cJSON *object, struct event_key *target)
{
    const char *device = text_in(object, "device");
    *target = (struct event_key){ 0 };
    bool ok = device != NULL && is_device(device) &&
              number_in(object, "seq", 1, MOST_INSTANT, &target->seq) && target->seq > 0;
    if (ok)
        snprintf(target->device, sizeof target->device, "%s", device);
    return ok;
}

bool undo_parse(const char *payload, struct event_key *target, bool *redoes)
{
    cJSON *object = cJSON_Parse(payload);
    *redoes = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(object, "redo"));
    bool ok = parse_target(object, target);
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
    const char *from = copy_of(object, "from", arena);
    *same = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(object, "same"));
    cJSON_Delete(object);
    return from;
}

void alias_render(const struct alias *alias, struct buf *payload)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "answer", alias->answer);
    add_typed(object, "typed", alias->typed);
    json_render(object, false, payload);
    cJSON_Delete(object);
}

bool alias_parse(const char *payload, struct alias *alias, struct arena *arena)
{
    cJSON *object = cJSON_Parse(payload);
    alias->answer = copy_of(object, "answer", arena);
    alias->typed = copy_of(object, "typed", arena);
    cJSON_Delete(object);
    return alias->answer != NULL && alias->typed != NULL;
}

/* "on" as in a mark: the note is made, or taken away. */
void fix_render(const struct fix_note *note, struct buf *payload)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddBoolToObject(object, "on", note->text != NULL);
    if (note->text != NULL) {
        add_typed(object, "text", note->text);
    } else {
        cJSON_AddStringToObject(object, "device", note->done.device);
        cJSON_AddNumberToObject(object, "seq", (double)note->done.seq);
    }
    json_render(object, false, payload);
    cJSON_Delete(object);
}

bool fix_parse(const char *payload, struct fix_note *note, struct arena *arena)
{
    cJSON *object = cJSON_Parse(payload);
    *note = (struct fix_note){ .text = copy_of(object, "text", arena) };
    bool ok = note->text != NULL || parse_target(object, &note->done);
    cJSON_Delete(object);
    return ok;
}

void move_render(const struct plan *plan, struct buf *payload)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddNumberToObject(object, "days", plan->interval_days);
    cJSON_AddNumberToObject(object, "due", (double)plan->due_ms);
    cJSON_AddNumberToObject(object, "due_day", plan->due_day.number);
    json_render(object, false, payload);
    cJSON_Delete(object);
}

bool move_parse(const char *payload, struct plan *plan)
{
    cJSON *object = cJSON_Parse(payload);
    int64_t days, due_ms, day;
    bool ok = number_in(object, "days", 1, MOST_DAYS, &days) &&
              number_in(object, "due", -MOST_INSTANT, MOST_INSTANT, &due_ms) &&
              number_in(object, "due_day", -MOST_DAY, MOST_DAY, &day) &&
              days > 0; // what is absent is 0
    if (ok) {
        plan->interval_days = (int)days;
        plan->due_ms = due_ms;
        plan->due_day.number = (int32_t)day;
    }
    cJSON_Delete(object);
    return ok;
}

/*
 * Numbers that come back to the bit.  cJSON is content with 15 digits where they are within
 * DBL_EPSILON of the number.
 */
static cJSON *exact_numbers(const double *numbers, size_t count)
{
    cJSON *array = cJSON_CreateArray();
    for (size_t i = 0; i < count; i++) {
        char text[32];
        snprintf(text, sizeof text, "%.15g", numbers[i]);
        if (strtod(text, NULL) != numbers[i])
            snprintf(text, sizeof text, "%.17g", numbers[i]);
        cJSON_AddItemToArray(array, cJSON_CreateRaw(text));
    }
    return array;
}

void weights_render(const struct weights_note *note, struct buf *payload)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "model", "FSRS-7");
    cJSON_AddItemToObject(object, "weights", exact_numbers(note->weights, FSRS_PARAMS));
    cJSON_AddNumberToObject(object, "answers", (double)note->answers);
    cJSON_AddNumberToObject(object, "moved", (double)note->moved);
    cJSON_AddBoolToObject(object, "refit", note->refit);
    cJSON_AddNumberToObject(object, "loss_before", note->loss_before);
    cJSON_AddNumberToObject(object, "loss", note->loss);
    json_render(object, false, payload);
    cJSON_Delete(object);
}

/* Weights of another model, or that are no numbers, are none. */
static bool parse_weights(const cJSON *object, double w[FSRS_PARAMS])
{
    const cJSON *array = cJSON_GetObjectItemCaseSensitive(object, "weights"), *item;
    size_t count = 0;
    if (!cJSON_IsArray(array) || cJSON_GetArraySize(array) != FSRS_PARAMS)
        return false;
    cJSON_ArrayForEach(item, array)
    {
        if (!cJSON_IsNumber(item))
            return false;
        w[count++] = item->valuedouble;
    }
    if (!fsrs_weights_valid(w))
        return false;
    fsrs_weights_clip(w);
    return true;
}

static double loss_in(const cJSON *object, const char *key)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(object, key);
    return cJSON_IsNumber(value) ? value->valuedouble : 0;
}

bool weights_parse(const char *payload, struct weights_note *note)
{
    enum { MOST_ANSWERS = INT32_MAX };
    cJSON *object = cJSON_Parse(payload);
    int64_t answers, moved;
    *note = (struct weights_note){ 0 };
    bool ok = parse_weights(object, note->weights) &&
              number_in(object, "answers", 0, MOST_ANSWERS, &answers) &&
              number_in(object, "moved", 0, MOST_ANSWERS, &moved);
    if (ok) {
        note->answers = (size_t)answers;
        note->moved = (size_t)moved;
        note->refit = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(object, "refit"));
        note->loss_before = loss_in(object, "loss_before");
        note->loss = loss_in(object, "loss");
    }
    cJSON_Delete(object);
    return ok;
}
