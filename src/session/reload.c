/*
 * A session goes over to decks that changed: everything it holds is found again by name.
 */
#include "session/steering.h"

#include <stdlib.h>

/* Where each card of the old collection is in the new one; QUEUE_NONE: nowhere. */
static size_t *map_cards(const struct collection *old, const struct collection *new)
{
    size_t *places = mem_alloc((old->library->card_count + 1) * sizeof *places);
    for (size_t i = 0; i < old->library->card_count; i++)
        if (!collection_find_owner(new, old->library->cards[i]->name, &places[i]))
            places[i] = QUEUE_NONE;
    return places;
}

/* Cards keep whether they are selected; unknown ones join if any of their deck is. */
static struct queue_card *select_anew(
    const struct session *s, const struct collection *new, const size_t *places)
{
    const struct library *library = new->library;
    struct queue_card *cards = mem_alloc((library->card_count + 1) * sizeof *cards);
    bool *decks = mem_zeroed(library->deck_count, sizeof *decks);
    bool *known = mem_zeroed(library->card_count, sizeof *known);
    for (size_t i = 0; i < library->card_count; i++)
        cards[i] = new->queue_cards[i];
    for (size_t i = 0; i < s->input.card_count; i++) {
        if (places[i] == QUEUE_NONE)
            continue;
        known[places[i]] = true;
        cards[places[i]].selected = s->cards[i].selected;
        decks[cards[places[i]].deck] |= s->cards[i].selected;
    }
    for (size_t i = 0; i < library->card_count; i++)
        if (!known[i])
            cards[i].selected = decks[cards[i].deck];
    free(decks);
    free(known);
    return cards;
}

/* Drops what is gone from a list of places. */
static size_t move_places(size_t *cards, size_t count, const size_t *places)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (places[cards[i]] != QUEUE_NONE)
            cards[kept++] = places[cards[i]];
    return kept;
}

static void move_log(struct session *s, const size_t *places)
{
    size_t kept = 0;
    for (size_t i = 0; i < s->log_count; i++) {
        struct session_entry entry = s->log[i];
        entry.card = places[entry.card];
        if (entry.card != QUEUE_NONE)
            s->log[kept++] = entry;
    }
    s->log_count = kept;
}

/* The caps that the session has go on; decks are counted anew. */
static void move_input(struct session *s, struct collection *new, int64_t now_ms)
{
    struct queue_input old = s->input;
    s->input = collection_queue_input(new, s->cards, now_ms, old.seed);
    s->input.ahead_ms = old.ahead_ms;
    s->input.steps_can_wait = old.steps_can_wait;
    s->input.caps = old.caps;
    free(s->deck_caps);
    session_copy_deck_caps(s);
}

void session_reload(struct session *s, struct collection *new, int64_t now_ms)
{
    bool is_out = s->state == SESSION_ASK || s->state == SESSION_JUDGED;
    size_t *places = map_cards(s->collection, new);
    size_t card = is_out ? places[s->card] : QUEUE_NONE;
    struct queue_card *cards = select_anew(s, new, places);
    move_log(s, places);
    s->cram_count = move_places(s->crammed, s->cram_count, places);
    free(s->cards);
    free(places);
    s->cards = cards;
    s->collection = new;
    move_input(s, new, now_ms);
    session_read_confusions(s, now_ms);
    if (!s->options.cram)
        session_build_queue(s, now_ms);
    if (card != QUEUE_NONE)
        session_put(s, card, now_ms);
    else
        session_move_on(s, now_ms);
}
