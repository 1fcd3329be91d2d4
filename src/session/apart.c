/*
 * Cards that were taken for one another of late are kept apart in a session: a few other
 * questions come between them, so that neither answers the other.
 */
#include "session/steering.h"

#include <stdlib.h>
#include <string.h>

static const int64_t LATELY_MS = 60 * (int64_t)DAY_MS;

void session_read_confusions(struct session *s, int64_t now_ms)
{
    struct err ignored; // without them the order is a little worse, no more
    size_t cards = s->collection->library->card_count;
    confusions_release(&s->confusions);
    if (!confusions_read(s->collection, now_ms - LATELY_MS, &s->collection->arena,
            &s->confusions, &ignored))
        s->confusions = (struct confusions){ 0 };
    free(s->apart);
    s->apart = mem_zeroed(cards, sizeof *s->apart);
    s->input.apart = s->apart;
    for (size_t i = 0; i < SESSION_APART; i++)
        s->recent[i] = QUEUE_NONE;
}

void session_remember(struct session *s, size_t card)
{
    s->recent[s->question % SESSION_APART] = card;
}

void session_confuse(struct session *s, const char *other)
{
    struct confusion one = { .card = s->card, .last_ms = s->revealed_ms, .day = s->day };
    if (collection_find_owner(s->collection, other, &one.other))
        confusions_add(&s->confusions, one);
}

static bool is_recent(const struct session *s, size_t card)
{
    for (size_t i = 0; i < SESSION_APART; i++)
        if (s->recent[i] == card)
            return true;
    return false;
}

void session_keep_apart(struct session *s)
{
    const struct confusion *pairs = s->confusions.pairs;
    for (size_t i = 0; i < s->confusions.count; i++)
        s->apart[pairs[i].card] = s->apart[pairs[i].other] = false;
    for (size_t i = 0; i < s->confusions.count; i++) {
        s->apart[pairs[i].card] |= is_recent(s, pairs[i].other);
        s->apart[pairs[i].other] |= is_recent(s, pairs[i].card);
    }
}
