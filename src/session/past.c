#include "session/past.h"

#include "session/replay.h"

#include <stdlib.h>
#include <string.h>

/* What the walk back through the events needs to know. */
struct walk {
    struct past *past;
    const struct collection *collection;
    const bool *selected;
    bool others;
    size_t most; // entries
    struct undone undone;
    struct err *err;
    bool failed;
};

/* The number of a name that no card of the library has. */
static size_t number_of_other(struct past *past, const char *name)
{
    size_t number;
    if (map_find(&past->others, name, &number))
        return number;
    map_add(&past->others, arena_strdup(&past->arena, name), past->card_count);
    return past->card_count++;
}

/* The number of the card that the event is of; false if it is not asked for. */
static bool find_card(struct walk *walk, const struct event *event, size_t *card)
{
    if (collection_find_owner(walk->collection, event->card, card))
        return walk->selected[*card];
    if (walk->others)
        *card = number_of_other(walk->past, event->card);
    return walk->others;
}

/* ---- what a review says ---------------------------------------------------------------- */

/*
 * Numbers need little of a payload, and there are a million of them: what is written as this
 * program writes it is found without building a tree.  A key stands unescaped, so nothing
 * that was typed looks like one.
 */
static const char *value_of(const char *payload, const char *key)
{
    const char *at = strstr(payload, key);
    return at != NULL ? at + strlen(key) : NULL;
}

static bool find_number(const char *payload, const char *key, long most, int *out)
{
    const char *value = value_of(payload, key);
    char *end = NULL;
    long number = value != NULL ? strtol(value, &end, 10) : -1;
    *out = (int)number;
    return number >= 0 && number <= most && (*end == ',' || *end == '}');
}

/* The text between quotes. */
static bool find_word(const char *payload, const char *key, char word[16])
{
    const char *value = value_of(payload, key);
    size_t len = value != NULL && *value == '"' ? strcspn(value + 1, "\"\\") : 16;
    if (len >= 16 || value[len + 1] != '"')
        return false;
    memcpy(word, value + 1, len);
    word[len] = '\0';
    return true;
}

/* Within these bounds a number fits its field; review_parse() judges the others. */
enum { MOST_INTERVAL = 100 * 366, MOST_DAY = 3000000, MOST_MS = 60 * 1000 };

/* Only what past_entry holds; false does not mean that it is no review. */
static bool skim_review(const char *payload, struct review *review)
{
    struct plan *plan = &review->plan;
    char rating[16], phase[16];
    return find_word(payload, "\"rating\":", rating) &&
           fsrs_rating_parse(rating, &review->rating) &&
           find_word(payload, "\"phase\":", phase) && phase_parse(phase, &plan->phase) &&
           (phase_has_steps(plan->phase)
                   ? find_number(payload, "\"step\":", SCHEDULE_MAX_STEPS, &plan->step)
                   : find_number(
                         payload, "\"days\":", MOST_INTERVAL, &plan->interval_days)) &&
           find_number(payload, "\"due_day\":", MOST_DAY, &plan->due_day.number) &&
           find_number(payload, "\"ms\":", MOST_MS, &review->answer_ms);
}

static bool fail_event(struct walk *walk, const struct event *event, const char *what)
{
    walk->failed = true;
    return err_set(walk->err, ERR_SYSTEM,
        "event %lld of device %.8s is %s that this version does not understand; update "
        "quaestor",
        (long long)event->key.seq, event->key.device, what);
}

static void take_plan(struct past_entry *entry, const struct plan *plan)
{
    entry->phase = (uint8_t)plan->phase;
    entry->step = (uint8_t)plan->step;
    entry->due_day = plan->due_day;
    entry->interval_days = plan->interval_days;
}

static bool read_review(
    struct walk *walk, const struct event *event, struct past_entry *entry)
{
    struct arena arena = { 0 };
    struct review review = { 0 };
    bool ok = skim_review(event->payload, &review) ||
              review_parse(event->payload, &review, &arena);
    arena_release(&arena);
    if (!ok)
        return fail_event(walk, event, "an answer");
    entry->rating = (uint8_t)review.rating;
    entry->answer_ms = (uint16_t)review.answer_ms;
    take_plan(entry, &review.plan);
    return true;
}

static bool read_move(
    struct walk *walk, const struct event *event, struct past_entry *entry)
{
    struct plan plan = { .phase = PHASE_REVIEW };
    if (!move_parse(event->payload, &plan))
        return fail_event(walk, event, "another date");
    take_plan(entry, &plan);
    return true;
}

static bool read_payload(
    struct walk *walk, const struct event *event, struct past_entry *entry)
{
    if (event->kind == EVENT_REVIEW)
        return read_review(walk, event, entry);
    if (event->kind == EVENT_MOVE)
        return read_move(walk, event, entry);
    entry->rating = mark_parse(event->payload);
    return true;
}

/* ---- the walk ---------------------------------------------------------------------------- */

static bool take(struct walk *walk, const struct event *event, size_t card)
{
    struct past *past = walk->past;
    struct past_entry entry = {
        .at_ms = event->at_ms,
        .day = event->day,
        .card = (uint32_t)card,
        .kind = (uint8_t)event->kind,
    };
    if (!read_payload(walk, event, &entry))
        return false;
    past->entries =
        vec_grow(past->entries, past->count, &past->capacity, sizeof *past->entries);
    past->entries[past->count++] = entry;
    return true;
}

static bool is_wanted(enum event_kind kind)
{
    return kind == EVENT_REVIEW || kind == EVENT_SUSPEND || kind == EVENT_BURY ||
           kind == EVENT_RESET || kind == EVENT_MOVE;
}

static bool visit(void *context, const struct event *event)
{
    struct walk *walk = context;
    size_t card;
    if (!undone_visit(&walk->undone, event) || !is_wanted(event->kind) ||
        !find_card(walk, event, &card))
        return true;
    return take(walk, event, card) && walk->past->count < walk->most;
}

static void reverse(struct past_entry *entries, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        struct past_entry entry = entries[i];
        entries[i] = entries[count - 1 - i];
        entries[count - 1 - i] = entry;
    }
}

static bool walk_back(struct walk *walk)
{
    struct past *past = walk->past;
    *past = (struct past){ .card_count = walk->collection->library->card_count };
    bool ok =
        store_walk_back(walk->collection->store, visit, walk, walk->err) && !walk->failed;
    undone_release(&walk->undone);
    if (ok)
        reverse(past->entries, past->count);
    else
        past_release(past);
    return ok;
}

bool past_read(struct past *past, const struct collection *c, const bool *selected,
    bool others, struct err *err)
{
    struct walk walk = {
        .past = past,
        .collection = c,
        .selected = selected,
        .others = others,
        .most = SIZE_MAX,
        .err = err,
    };
    return walk_back(&walk);
}

bool past_read_latest(struct past *past, const struct collection *c, const bool *selected,
    size_t most, struct err *err)
{
    struct walk walk = {
        .past = past,
        .collection = c,
        .selected = selected,
        .most = most,
        .err = err,
    };
    return walk_back(&walk);
}

void past_release(struct past *past)
{
    free(past->entries);
    map_release(&past->others);
    arena_release(&past->arena);
    *past = (struct past){ 0 };
}

void past_remember(
    const struct past_entry *entry, const double *weights, struct progress *card)
{
    if (entry->kind == EVENT_RESET)
        *card = (struct progress){ 0 };
    if (entry->kind != EVENT_REVIEW)
        return;
    double days = schedule_elapsed_days(card, entry->at_ms);
    card->memory =
        fsrs_next(card->memory, days, (enum fsrs_rating)entry->rating, weights);
    card->last_ms = entry->at_ms;
    card->reviews++;
}
