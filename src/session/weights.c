#include "session/weights.h"

#include "fsrs/refit.h"
#include "fsrs/replay.h"
#include "session/answers.h"
#include "session/cache.h"
#include "session/record.h"
#include "session/replay.h"

#include <stdlib.h>
#include <string.h>

static const char *const no_card = "";

/* ---- which are in use -------------------------------------------------------------------- */

static void use(struct collection *c, const struct weights_note *note)
{
    double *weights = arena_alloc(&c->arena, sizeof note->weights);
    memcpy(weights, note->weights, sizeof note->weights);
    c->weights = weights;
    c->fitted_answers = note->answers;
}

/* Goes back through the events of no card to the newest weights that count. */
static void use_newest(struct collection *c, const struct event *events, size_t count)
{
    struct undone undone = { 0 };
    struct weights_note note;
    bool found = false;
    c->weights = fsrs_default_weights;
    c->fitted_answers = 0;
    for (size_t i = count; i-- > 0 && !found;)
        found = undone_visit(&undone, &events[i]) && events[i].kind == EVENT_WEIGHTS &&
                weights_parse(events[i].payload, &note);
    if (found)
        use(c, &note);
    undone_release(&undone);
}

bool weights_read(struct collection *c, struct err *err)
{
    struct arena arena = { 0 };
    struct event *events;
    size_t count;
    bool ok = store_card_events(c->store, &no_card, 1, &arena, &events, &count, err);
    if (ok) {
        use_newest(c, events, count);
        c->weights_event = count > 0 ? events[count - 1].key : (struct event_key){ 0 };
    }
    arena_release(&arena);
    return ok;
}

static bool is_current(struct collection *c, bool *current, struct err *err)
{
    struct event_key newest;
    if (!store_last_event(c->store, &no_card, 1, &newest, err))
        return false;
    *current = event_key_equal(&newest, &c->weights_event);
    return true;
}

bool weights_catch_up(struct collection *c, struct err *err)
{
    bool current;
    return is_current(c, &current, err) &&
           (current || (weights_read(c, err) && cache_reread(c, err)));
}

/* ---- memories ---------------------------------------------------------------------------- */

/* The memories that all past answers leave under these weights, by the past's numbers. */
static struct memory *memories_of(const struct past *past, const double *weights)
{
    struct progress *cards = mem_zeroed(past->card_count, sizeof *cards);
    struct memory *memories = mem_zeroed(past->card_count, sizeof *memories);
    for (size_t i = 0; i < past->count; i++)
        past_remember(&past->entries[i], weights, &cards[past->entries[i].card]);
    for (size_t i = 0; i < past->card_count; i++)
        memories[i] = cards[i].memory;
    free(cards);
    return memories;
}

bool weights_past(struct collection *c, struct past *past, struct err *err)
{
    bool *all = collection_all(c);
    bool ok = past_read(past, c, all, true, err);
    free(all);
    return ok;
}

static bool remember(struct collection *c, struct err *err)
{
    struct past past;
    size_t number;
    if (!weights_past(c, &past, err))
        return false;
    struct memory *memories = memories_of(&past, c->weights);
    for (size_t i = 0; i < c->library->card_count; i++)
        c->progress[i].memory = memories[i];
    for (size_t i = 0; i < c->orphan_count; i++)
        if (map_find(&past.others, c->orphans[i].card, &number))
            c->orphans[i].progress.memory = memories[number];
    free(memories);
    past_release(&past);
    return true;
}

/* ---- taking them into use ---------------------------------------------------------------- */

static bool append(struct collection *c, enum event_kind kind, const char *card,
    const struct buf *payload, int64_t at_ms, struct event_key *key, struct err *err)
{
    struct event event = record_event(c, kind, card, at_ms, payload->text);
    bool ok = store_append(c->store, &event, err);
    *key = event.key;
    return ok;
}

/* A card that was answered while the learner looked at its new date has another by now. */
static bool check_unchanged(struct collection *c, size_t card, struct err *err)
{
    struct arena arena = { 0 };
    struct event_key newest;
    size_t count;
    const char *const *names = collection_names(c, card, &arena, &count);
    bool ok = store_last_event(c->store, names, count, &newest, err) &&
              (event_key_equal(&newest, &c->last[card]) ||
                  err_set(err, ERR_NO, "cards were answered meanwhile; try it again"));
    arena_release(&arena);
    return ok;
}

static bool check_moves(
    struct collection *c, const struct weights_move *moves, size_t count, struct err *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++)
        ok = check_unchanged(c, moves[i].card, err);
    return ok;
}

static bool append_moves(struct collection *c, const struct weights_move *moves,
    size_t count, int64_t at_ms, struct err *err)
{
    struct buf payload = { 0 };
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++) {
        size_t card = moves[i].card;
        buf_clear(&payload);
        move_render(&moves[i].plan, &payload);
        ok = append(c, EVENT_MOVE, c->library->cards[card]->name, &payload, at_ms,
            &c->last[card], err);
        c->progress[card].plan = moves[i].plan;
    }
    buf_release(&payload);
    return ok;
}

static bool append_weights(
    struct collection *c, const struct weights_note *note, int64_t at_ms, struct err *err)
{
    struct buf payload = { 0 };
    weights_render(note, &payload);
    bool ok = append(c, EVENT_WEIGHTS, no_card, &payload, at_ms, &c->weights_event, err);
    buf_release(&payload);
    return ok;
}

static bool check_current(struct collection *c, struct err *err)
{
    bool current;
    return is_current(c, &current, err) &&
           (current || err_set(err, ERR_NO,
                           "other weights came into use meanwhile; try it again"));
}

void weights_restore(struct collection *c)
{
    struct err ignored;
    if (weights_read(c, &ignored))
        (void)!cache_reread(c, &ignored);
}

bool weights_record(struct collection *c, const struct weights_note *note,
    const struct weights_move *moves, int64_t at_ms, struct err *err)
{
    bool begun = store_begin(c->store, err);
    /* The whole cache is written: other cards may have been answered elsewhere meanwhile. */
    bool ok = begun && check_current(c, err) && check_moves(c, moves, note->moved, err) &&
              cache_reread(c, err) && append_moves(c, moves, note->moved, at_ms, err) &&
              append_weights(c, note, at_ms, err);
    if (ok)
        use(c, note);
    ok = ok && remember(c, err) && cache_write(c, err) && store_commit(c->store, err);
    store_rollback(c->store);
    if (begun && !ok)
        weights_restore(c);
    return ok;
}

/* ---- taking them back -------------------------------------------------------------------- */

/* The moves right before the event of the weights, on its device; or what took them back. */
struct move_search {
    const struct event_key *weights, *undo; // `undo` as in weights_take_back_moves()
    size_t moved, found, capacity;
    struct event *events; // key and card only
    struct arena arena;
};

static bool is_right_before(
    const struct event_key *key, const struct event_key *other, size_t most)
{
    int64_t back = other->seq - key->seq;
    return back >= 1 && back <= (int64_t)most && strcmp(key->device, other->device) == 0;
}

static bool is_wanted(const struct move_search *search, const struct event *event)
{
    struct event_key target;
    bool redoes;
    if (search->undo == NULL)
        return event->kind == EVENT_MOVE &&
               is_right_before(&event->key, search->weights, search->moved);
    return event->kind == EVENT_UNDO &&
           is_right_before(&event->key, search->undo, search->moved) &&
           undo_parse(event->payload, &target, &redoes) &&
           is_right_before(&target, search->weights, search->moved);
}

static bool visit_move(void *context, const struct event *event)
{
    struct move_search *search = context;
    if (is_wanted(search, event)) {
        search->events = arena_grow(&search->arena, search->events, search->found,
            &search->capacity, sizeof *search->events);
        search->events[search->found++] = (struct event){
            .key = event->key,
            .card = arena_strdup(&search->arena, event->card),
        };
    }
    return search->found < search->moved;
}

static bool append_undo(struct collection *c, const struct event *target, bool redoes,
    int64_t at_ms, struct err *err)
{
    struct buf payload = { 0 };
    struct event_key key;
    undo_render(&target->key, redoes, &payload);
    bool ok = append(c, EVENT_UNDO, target->card, &payload, at_ms, &key, err);
    buf_release(&payload);
    return ok;
}

bool weights_take_back_moves(struct collection *c, const struct event_key *weights,
    const struct event_key *undo, size_t moved, int64_t at_ms, struct err *err)
{
    struct move_search search = { .weights = weights, .undo = undo, .moved = moved };
    if (moved == 0)
        return true;
    bool ok = store_walk_back(c->store, visit_move, &search, err);
    for (size_t i = 0; ok && i < search.found; i++)
        ok = append_undo(c, &search.events[i], undo != NULL, at_ms, err);
    arena_release(&search.arena);
    return ok;
}

bool weights_return(struct collection *c, struct err *err)
{
    return weights_read(c, err) && cache_add_up(c, err);
}

/* ---- by themselves ----------------------------------------------------------------------- */

size_t weights_answer_count(const struct collection *c)
{
    size_t count = 0;
    for (size_t i = 0; i < c->library->card_count; i++)
        count += (size_t)c->progress[i].reviews;
    for (size_t i = 0; i < c->orphan_count; i++)
        count += (size_t)c->orphans[i].progress.reviews;
    return count;
}

static bool refit(struct collection *c, const struct fsrs_history *history, int64_t at_ms,
    bool *fitted, struct err *err)
{
    enum { SEED = 1, THREADS = 1 };
    const double *old = c->fitted_answers > 0 ? c->weights : NULL;
    struct weights_note note = { .answers = weights_answer_count(c), .refit = true };
    *fitted = fsrs_history_items(history, SIZE_MAX) >= FSRS_LEAST_ITEMS;
    if (!*fitted)
        return true;
    fsrs_refit(old, history, SIZE_MAX, SEED, THREADS, note.weights);
    note.loss_before = fsrs_log_loss(history, SIZE_MAX, c->weights);
    note.loss = fsrs_log_loss(history, SIZE_MAX, note.weights);
    return weights_record(c, &note, NULL, at_ms, err);
}

bool weights_refit(struct collection *c, int64_t at_ms, bool *fitted, struct err *err)
{
    struct answers answers;
    struct fsrs_history history = { 0 };
    *fitted = false;
    size_t count = weights_answer_count(c);
    if (!c->settings->refit || !fsrs_refit_due(c->fitted_answers, count))
        return true;
    bool *all = collection_all(c);
    bool ok = answers_of_progress(&answers, c, all, true, err);
    free(all);
    if (!ok)
        return false;
    fsrs_history_build(&history, answers.events, answers.count, answers.card_count);
    ok = refit(c, &history, at_ms, fitted, err);
    fsrs_history_release(&history);
    answers_release(&answers);
    return ok;
}
