#include "session/collection.h"

#include "queue/backlog.h"
#include "session/alias.h"
#include "session/cache.h"
#include "session/replay.h"
#include "session/weights.h"

#include <stdlib.h>
#include <string.h>

/* ---- names ---------------------------------------------------------------------------- */

static const char *old_name(const struct card *card, const char *was, struct arena *arena)
{
    const char *hash = card->key_name[0] != '\0' ? "#" : "";
    if (strchr(was, '/') != NULL)
        return arena_printf(arena, "%s%s%s", was, hash, card->key_name);
    return arena_printf(
        arena, "%s/%s%s%s", card->note->deck->id, was, hash, card->key_name);
}

const char *const *card_names(const struct card *card, struct arena *arena, size_t *count)
{
    const struct note *note = card->note;
    const char **names = arena_alloc(arena, (note->was_count + 1) * sizeof *names);
    *count = 0;
    names[(*count)++] = card->name;
    for (size_t i = 0; i < note->was_count; i++)
        names[(*count)++] = old_name(card, note->was[i], arena);
    return names;
}

struct names {
    const char **items;
    size_t count, capacity;
};

static void add_name(struct names *names, const char *name, struct arena *arena)
{
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->items[i], name) == 0)
            return;
    names->items = arena_grow(
        arena, names->items, names->count, &names->capacity, sizeof *names->items);
    names->items[names->count++] = name;
}

/* What a name was linked to counts as a name too, and so on. */
static void add_linked(
    const struct collection *c, struct names *names, struct arena *arena)
{
    for (size_t i = 0; i < names->count; i++)
        for (size_t j = 0; j < c->link_count; j++)
            if (c->links[j].same && strcmp(c->links[j].card, names->items[i]) == 0)
                add_name(names, c->links[j].from, arena);
}

const char *const *collection_names(
    const struct collection *c, size_t card, struct arena *arena, size_t *count)
{
    struct names own = { 0 };
    size_t all, owner;
    const char *const *names = card_names(c->library->cards[card], arena, &all);
    for (size_t i = 0; i < all; i++)
        if (i == 0 || (map_find(&c->old_names, names[i], &owner) && owner == card))
            add_name(&own, names[i], arena);
    add_linked(c, &own, arena);
    *count = own.count;
    return own.items;
}

static bool is_own_name(const struct collection *c, const char *name, size_t *card)
{
    return collection_find(c, name, card) || map_find(&c->old_names, name, card);
}

/* Follows links from an earlier name to the present one; as many steps as there are links. */
bool collection_find_owner(const struct collection *c, const char *name, size_t *card)
{
    for (size_t steps = 0; steps <= c->link_count; steps++) {
        size_t at = c->link_count;
        if (is_own_name(c, name, card))
            return true;
        while (at > 0 &&
               !(c->links[at - 1].same && strcmp(c->links[at - 1].from, name) == 0))
            at--;
        if (at == 0)
            return false;
        name = c->links[at - 1].card;
    }
    return false;
}

/* An undo is an event of the card that it was made for. */
bool collection_counts(
    struct collection *c, const struct event *event, bool *counts, struct err *err)
{
    struct arena arena = { 0 };
    struct undone undone = { 0 };
    struct event *events;
    size_t count;
    *counts = false;
    bool ok = store_card_events(c->store, &event->card, 1, &arena, &events, &count, err);
    for (size_t i = ok ? count : 0; i-- > 0;)
        if (undone_visit(&undone, &events[i]) &&
            event_key_equal(&events[i].key, &event->key))
            *counts = true;
    undone_release(&undone);
    arena_release(&arena);
    return ok;
}

bool collection_events(struct collection *c, enum event_kind kind, struct event **events,
    size_t *count, struct err *err)
{
    size_t all, kept = 0;
    if (!store_kind_events(c->store, kind, &c->arena, events, &all, err))
        return false;
    for (size_t i = 0; i < all; i++) {
        bool counts;
        if (!collection_counts(c, &(*events)[i], &counts, err))
            return false;
        if (counts)
            (*events)[kept++] = (*events)[i];
    }
    *count = kept;
    return true;
}

bool collection_read_links(struct collection *c, struct err *err)
{
    struct event *events;
    size_t count;
    if (!collection_events(c, EVENT_LINK, &events, &count, err))
        return false;
    c->links = arena_alloc(&c->arena, count * sizeof *c->links);
    c->link_count = 0;
    for (size_t i = 0; i < count; i++) {
        bool same;
        const char *from = link_parse(events[i].payload, &same, &c->arena);
        if (from != NULL)
            c->links[c->link_count++] = (struct link){ events[i].card, from, same };
    }
    return true;
}

/* ---- loading ------------------------------------------------------------------------------ */

static void index_old_names(struct collection *c)
{
    for (size_t i = 0; i < c->library->card_count; i++) {
        size_t count, now;
        if (c->library->cards[i]->note->was_count == 0)
            continue;
        const char *const *names = card_names(c->library->cards[i], &c->arena, &count);
        for (size_t j = 1; j < count; j++)
            if (!collection_find(c, names[j], &now))
                map_add(&c->old_names, names[j], i);
    }
}

/* Numbers notes and decks for the queue; siblings stand together in the library. */
static void number_cards(struct collection *c)
{
    const struct library *library = c->library;
    uint32_t note = 0, deck = 0;
    for (size_t i = 0; i < library->card_count; i++) {
        const struct note *own = library->cards[i]->note;
        if (i > 0 && own != library->cards[i - 1]->note)
            note++;
        while (own->deck != &library->decks[deck])
            deck++;
        c->queue_cards[i] = (struct queue_card){ &c->progress[i], note, deck, true };
    }
    c->note_count = library->card_count > 0 ? note + 1 : 0;
}

static void read_deck_settings(struct collection *c)
{
    for (size_t i = 0; i < c->library->deck_count; i++) {
        struct deck_settings own =
            settings_for_deck(c->settings, c->library->decks[i].id);
        c->deck_settings[i] = own;
        c->deck_caps[i] = (struct queue_caps){ own.new_per_day, own.reviews_per_day };
    }
}

bool collection_load(struct collection *c, const struct library *library,
    struct store *store, const struct settings *settings, struct err *err)
{
    *c = (struct collection){
        .library = library,
        .store = store,
        .settings = settings,
        .weights = fsrs_default_weights,
        .progress = mem_zeroed(library->card_count, sizeof *c->progress),
        .last = mem_zeroed(library->card_count, sizeof *c->last),
        .queue_cards = mem_zeroed(library->card_count, sizeof *c->queue_cards),
        .deck_settings = mem_zeroed(library->deck_count, sizeof *c->deck_settings),
        .deck_caps = mem_zeroed(library->deck_count, sizeof *c->deck_caps),
    };
    index_old_names(c);
    number_cards(c);
    read_deck_settings(c);
    bool ok = weights_read(c, err) && collection_read_links(c, err) &&
              collection_read_aliases(c, err) && cache_read(c, err);
    if (!ok)
        collection_release(c);
    return ok;
}

void collection_release(struct collection *c)
{
    free(c->progress);
    free(c->last);
    free(c->queue_cards);
    free(c->deck_settings);
    free(c->deck_caps);
    free(c->orphans);
    map_release(&c->old_names);
    arena_release(&c->arena);
    *c = (struct collection){ 0 };
}

/* ---- one card --------------------------------------------------------------------------- */

bool collection_find(const struct collection *c, const char *name, size_t *index)
{
    return map_find(&c->library->by_name, name, index);
}

bool collection_refresh(struct collection *c, size_t card, struct err *err)
{
    struct arena arena = { 0 };
    size_t count;
    const char *const *names = collection_names(c, card, &arena, &count);
    bool ok = replay_card(
        c->store, names, count, c->weights, &c->progress[card], &c->last[card], err);
    arena_release(&arena);
    return ok;
}

bool *collection_all(const struct collection *c)
{
    size_t size = c->library->card_count + 1;
    bool *all = mem_alloc(size);
    memset(all, true, size);
    return all;
}

struct schedule collection_schedule(const struct collection *c, size_t card)
{
    return settings_schedule(
        c->settings, &c->deck_settings[c->queue_cards[card].deck], c->weights);
}

void collection_plan(
    const struct collection *c, size_t card, int64_t at_ms, struct plan plans[4])
{
    struct schedule schedule = collection_schedule(c, card);
    const struct progress *progress = &c->progress[card];
    uint64_t seed = schedule_seed(c->library->cards[card]->name, progress->reviews);
    schedule_plan(progress, at_ms, seed, &schedule, plans);
}

/* The learner's caps, or those of the way back from a backlog. */
static struct queue_caps caps_on(const struct collection *c, struct day today)
{
    struct queue_caps caps = { c->settings->new_per_day, c->settings->reviews_per_day };
    int a_day = c->settings->backlog_per_day;
    if (a_day == 0)
        return caps;
    return backlog_caps(
        caps, backlog_of(c->queue_cards, c->library->card_count, today), a_day);
}

struct queue_input collection_queue_input(const struct collection *c,
    const struct queue_card *cards, int64_t now_ms, uint64_t seed)
{
    return (struct queue_input){
        .cards = cards,
        .card_count = c->library->card_count,
        .note_count = c->note_count,
        .deck_count = c->library->deck_count,
        .caps = caps_on(c, day_of(now_ms, c->settings->day_start)),
        .deck_caps = c->deck_caps,
        .weights = c->weights,
        .rollover_hour = c->settings->day_start,
        .now_ms = now_ms,
        .seed = seed,
        .last_asked = QUEUE_NONE,
        .order = (enum queue_order)c->settings->new_order,
        .shuffle_new = c->settings->new_pick == PICK_SHUFFLED,
    };
}
