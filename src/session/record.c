#include "session/record.h"

#include "base/buf.h"
#include "session/alias.h"
#include "session/weights.h"

#include <stdio.h>

struct event record_event(const struct collection *c, enum event_kind kind,
    const char *card, int64_t at_ms, const char *payload)
{
    return (struct event){
        .at_ms = at_ms,
        .offset_min = zone_offset_min(at_ms),
        .day = day_of(at_ms, c->settings->day_start),
        .kind = kind,
        .card = card,
        .payload = payload,
    };
}

/* Which links and aliases count. */
static bool read_notes(struct collection *c, struct err *err)
{
    return collection_read_links(c, err) && collection_read_aliases(c, err);
}

static bool begin(struct collection *c, struct err *err)
{
    return store_begin(c->store, err) && weights_catch_up(c, err);
}

/* ---- a review --------------------------------------------------------------------------- */

static bool is_unchanged(
    struct collection *c, size_t card, bool *unchanged, struct err *err)
{
    struct arena arena = { 0 };
    struct event_key newest;
    size_t count;
    const char *const *names = collection_names(c, card, &arena, &count);
    bool ok = store_last_event(c->store, names, count, &newest, err);
    *unchanged = ok && event_key_equal(&newest, &c->last[card]);
    arena_release(&arena);
    return ok;
}

static bool write_review(struct collection *c, size_t card, struct event *event,
    const struct review *review, struct progress *after, struct err *err)
{
    struct answer answer = { review->rating, event->at_ms, event->day, review->plan };
    if (!weights_catch_up(c, err))
        return false;
    *after = schedule_fold(c->progress[card], &answer, c->weights);
    return store_append(c->store, event, err) &&
           store_put_progress(c->store, event->card, after, &event->key, err) &&
           store_commit(c->store, err);
}

enum record_result record_review(struct collection *c, size_t card, int64_t at_ms,
    const struct review *review, struct event_key *key, struct err *err)
{
    struct buf payload = { 0 };
    struct progress after;
    bool unchanged = false;
    review_render(review, &payload);
    struct event event =
        record_event(c, EVENT_REVIEW, c->library->cards[card]->name, at_ms, payload.text);
    bool ok = store_begin(c->store, err) && is_unchanged(c, card, &unchanged, err) &&
              (!unchanged || write_review(c, card, &event, review, &after, err));
    store_rollback(c->store);
    buf_release(&payload);
    if (!ok)
        return RECORD_FAILED;
    if (!unchanged)
        return collection_refresh(c, card, err) ? RECORD_CHANGED : RECORD_FAILED;
    c->progress[card] = after;
    c->last[card] = *key = event.key;
    return RECORD_SAVED;
}

/* ---- marks --------------------------------------------------------------------------------- */

/* Another process may have answered the card since it was read. */
static bool catch_up(struct collection *c, size_t card, struct err *err)
{
    bool unchanged;
    return is_unchanged(c, card, &unchanged, err) &&
           (unchanged || collection_refresh(c, card, err));
}

static bool write_mark(
    struct collection *c, size_t card, struct event *event, bool on, struct err *err)
{
    if (!catch_up(c, card, err))
        return false;
    struct progress after = mark_fold(c->progress[card], event->kind, on, event->day);
    event->card = c->library->cards[card]->name;
    if (!store_append(c->store, event, err) ||
        !store_put_progress(c->store, event->card, &after, &event->key, err))
        return false;
    c->progress[card] = after;
    c->last[card] = event->key;
    return true;
}

/* After a failure nothing was written: what was folded already is read anew. */
static void unfold(struct collection *c, const size_t *cards, size_t count)
{
    struct err ignored;
    for (size_t i = 0; i < count; i++)
        if (!collection_refresh(c, cards[i], &ignored))
            return;
}

bool record_marks(struct collection *c, const size_t *cards, size_t count,
    enum event_kind kind, bool on, int64_t at_ms, struct err *err)
{
    struct buf payload = { 0 };
    size_t written = 0;
    if (kind == EVENT_RESET)
        buf_add(&payload, "{}");
    else
        mark_render(on, &payload);
    bool ok = begin(c, err);
    for (; ok && written < count; written++) {
        struct event event = record_event(c, kind, "", at_ms, payload.text);
        ok = write_mark(c, cards[written], &event, on, err);
    }
    ok = ok && store_commit(c->store, err);
    store_rollback(c->store);
    if (!ok)
        unfold(c, cards, written);
    buf_release(&payload);
    return ok;
}

/* ---- links, aliases, fixes ---------------------------------------------------------------------- */

/* Writes an event that says something of the card, or of its answer. */
static bool write_note(struct collection *c, size_t card, enum event_kind kind,
    int64_t at_ms, const struct buf *payload, struct err *err)
{
    const char *name = c->library->cards[card]->name;
    struct event event = record_event(c, kind, name, at_ms, payload->text);
    bool ok =
        begin(c, err) && store_append(c->store, &event, err) && read_notes(c, err) &&
        collection_refresh(c, card, err) &&
        store_put_progress(c->store, name, &c->progress[card], &c->last[card], err) &&
        store_commit(c->store, err);
    store_rollback(c->store);
    return ok;
}

bool record_link(struct collection *c, size_t card, const char *from, bool same,
    int64_t at_ms, struct err *err)
{
    struct buf payload = { 0 };
    link_render(from, same, &payload);
    bool ok = write_note(c, card, EVENT_LINK, at_ms, &payload, err);
    buf_release(&payload);
    return ok;
}

bool record_alias(struct collection *c, size_t card, const struct alias *alias,
    int64_t at_ms, struct err *err)
{
    struct buf payload = { 0 };
    alias_render(alias, &payload);
    bool ok = write_note(c, card, EVENT_ALIAS, at_ms, &payload, err);
    buf_release(&payload);
    return ok;
}

bool record_fix(struct collection *c, size_t card, const struct fix_note *note,
    int64_t at_ms, struct err *err)
{
    struct buf payload = { 0 };
    fix_render(note, &payload);
    bool ok = write_note(c, card, EVENT_FIX, at_ms, &payload, err);
    buf_release(&payload);
    return ok;
}

/* ---- undo and redo ------------------------------------------------------------------------ */

/*
 * Walks back to the event to take back: for undo the newest review that counts; for redo the
 * newest undo of a review that counts, unless a review that counts is newer.
 */
struct search {
    bool redo;
    struct undone undone;
    bool found;              // `target` is
    struct event_key target; // the event to take back
    bool complete;           // `review` is known
    struct event_key wanted; // redo: the review that comes back
    struct arena *arena;
    struct undo_result *result;
};

static void take_change(struct search *search, const struct event *event)
{
    struct undo_result *result = search->result;
    struct weights_note note;
    result->kind = event->kind;
    result->on = mark_parse(event->payload);
    result->moved = 0;
    search->complete = true;
    if (event->kind == EVENT_REVIEW)
        search->complete = review_parse(event->payload, &result->review, search->arena);
    if (event->kind == EVENT_WEIGHTS) {
        search->complete = weights_parse(event->payload, &note);
        result->moved = note.moved;
        result->kept = note.moved > 0 && note.loss == note.loss_before;
    }
    if (event->kind == EVENT_ALIAS)
        search->complete = alias_parse(event->payload, &result->alias, search->arena);
    result->review_ms = event->at_ms;
    snprintf(result->card, sizeof result->card, "%s", event->card);
}

/* Nobody did that, and it moved no date. */
static bool is_refit(const struct event *event)
{
    struct weights_note note;
    return event->kind == EVENT_WEIGHTS && weights_parse(event->payload, &note) &&
           note.refit;
}

static bool visit_undo(struct search *search, const struct event *event)
{
    search->found = event->kind != EVENT_UNDO && !is_refit(event);
    if (search->found) {
        search->target = event->key;
        take_change(search, event);
    }
    return !search->found;
}

static bool visit_redo(struct search *search, const struct event *event)
{
    bool redoes;
    if (event->kind != EVENT_UNDO)
        return false;
    if (undo_parse(event->payload, &search->wanted, &redoes) && !redoes) {
        search->found = true;
        search->target = event->key;
    }
    return true;
}

static bool visit(void *context, const struct event *event)
{
    struct search *search = context;
    if (search->found) {
        if (!event_key_equal(&event->key, &search->wanted))
            return true;
        take_change(search, event);
        return false;
    }
    if (!undone_visit(&search->undone, event))
        return true;
    return search->redo ? visit_redo(search, event) : visit_undo(search, event);
}

/*
 * Works out the card's progress anew, after an undo was appended, and commits.  `name` may be
 * an earlier one; it becomes the present one.
 */
static bool commit_undo(struct collection *c, char name[UNDO_CARD_TEXT], struct err *err)
{
    struct arena arena = { 0 };
    struct progress progress;
    struct event_key last;
    size_t card, count = 1;
    const char *own = name;
    if (!read_notes(c, err)) // one of them may be what was taken back
        return false;
    bool known = collection_find_owner(c, name, &card);
    const char *const *names = known ? collection_names(c, card, &arena, &count) : &own;
    bool ok = replay_card(c->store, names, count, c->weights, &progress, &last, err) &&
              store_put_progress(c->store, names[0], &progress, &last, err) &&
              store_commit(c->store, err);
    if (ok && known) {
        c->progress[card] = progress;
        c->last[card] = last;
        snprintf(name, UNDO_CARD_TEXT, "%s", names[0]);
    }
    arena_release(&arena);
    return ok;
}

/* Weights and the dates that were moved with them go, and come back, together. */
static bool commit_weights(struct collection *c, struct event *event,
    const struct search *search, struct err *err)
{
    const struct event_key *weights = search->redo ? &search->wanted : &search->target;
    const struct event_key *undo = search->redo ? &search->target : NULL;
    return weights_take_back_moves(
               c, weights, undo, search->result->moved, event->at_ms, err) &&
           store_append(c->store, event, err) && weights_return(c, err) &&
           store_commit(c->store, err);
}

static bool take_back(
    struct collection *c, int64_t at_ms, const struct search *search, struct err *err)
{
    struct buf payload = { 0 };
    struct undo_result *result = search->result;
    undo_render(&search->target, search->redo, &payload);
    struct event event = record_event(c, EVENT_UNDO, result->card, at_ms, payload.text);
    bool ok = result->kind == EVENT_WEIGHTS ? commit_weights(c, &event, search, err)
                                            : store_append(c->store, &event, err) &&
                                                  commit_undo(c, result->card, err);
    result->event = event.key;
    buf_release(&payload);
    return ok;
}

static bool record(struct collection *c, bool redo, int64_t at_ms, struct arena *arena,
    struct undo_result *result, struct err *err)
{
    *result = (struct undo_result){ 0 };
    struct search search = { .redo = redo, .arena = arena, .result = result };
    bool ok = begin(c, err) && store_walk_back(c->store, visit, &search, err);
    result->found = search.complete;
    if (ok && result->found)
        ok = take_back(c, at_ms, &search, err);
    store_rollback(c->store);
    if (!ok && result->kind == EVENT_WEIGHTS)
        weights_restore(c);
    undone_release(&search.undone);
    return ok;
}

bool record_undo(struct collection *c, int64_t at_ms, struct arena *arena,
    struct undo_result *result, struct err *err)
{
    return record(c, false, at_ms, arena, result, err);
}

bool record_redo(struct collection *c, int64_t at_ms, struct arena *arena,
    struct undo_result *result, struct err *err)
{
    return record(c, true, at_ms, arena, result, err);
}
