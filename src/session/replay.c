#include "session/replay.h"

#include "base/buf.h"

#include <stdlib.h>

/* ---- what counts ---------------------------------------------------------------------- */

bool undone_visit(struct undone *undone, const struct event *event)
{
    for (size_t i = 0; i < undone->count; i++)
        if (event_key_equal(&undone->keys[i], &event->key)) {
            undone->keys[i] = undone->keys[--undone->count]; // met, and never again
            return false;
        }
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
    case EVENT_ALIAS:
    case EVENT_FIX:
    case EVENT_MOVE:
    case EVENT_WEIGHTS:
        break;
    }
    return after;
}

/* A card that is in review no more has no date to move. */
static bool add_move(struct history *history, const struct event *event)
{
    struct plan plan = history->progress.plan;
    if (!move_parse(event->payload, &plan))
        return false;
    if (plan.phase == PHASE_REVIEW)
        history->progress.plan = plan;
    return true;
}

/* Adds what one event that counts changes. */
static bool add_event(struct history *history, const struct event *event,
    const double *weights, struct arena *arena)
{
    struct review review;
    if (event->kind == EVENT_UNDO)
        return true;
    if (event->kind == EVENT_MOVE)
        return add_move(history, event);
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
