#include "session/confusion.h"

#include "base/buf.h"

#include <stdlib.h>

void confusions_add(struct confusions *all, struct confusion one)
{
    size_t low = one.card < one.other ? one.card : one.other, i = 0;
    one.other = one.card + one.other - low;
    one.card = low;
    one.count = 1;
    if (one.card == one.other)
        return;
    while (i < all->count &&
           (all->pairs[i].card != one.card || all->pairs[i].other != one.other))
        i++;
    if (i == all->count)
        all->pairs =
            vec_grow(all->pairs, all->count++, &all->capacity, sizeof *all->pairs);
    else
        one.count += all->pairs[i].count;
    all->pairs[i] = one;
}

static int by_weight(const void *a, const void *b)
{
    const struct confusion *left = a, *right = b;
    if (left->count != right->count)
        return left->count > right->count ? -1 : 1;
    if (left->last_ms != right->last_ms)
        return left->last_ms > right->last_ms ? -1 : 1;
    return left->card < right->card ? -1 : left->card > right->card;
}

/* What an event tells, if both cards are still there. */
static void add_event(struct collection *c, const struct event *event,
    struct arena *arena, struct confusions *out)
{
    struct review review;
    struct confusion one = { .last_ms = event->at_ms, .day = event->day };
    if (!review_parse(event->payload, &review, arena) || review.confused == NULL ||
        !collection_find_owner(c, event->card, &one.card) ||
        !collection_find_owner(c, review.confused, &one.other))
        return;
    one.typed = review.first != NULL ? review.first : review.typed;
    confusions_add(out, one);
}

bool confusions_read(struct collection *c, int64_t since_ms, struct arena *arena,
    struct confusions *out, struct err *err)
{
    struct event *events;
    size_t count;
    bool ok = store_confusions(c->store, arena, &events, &count, err);
    *out = (struct confusions){ 0 };
    for (size_t i = 0; ok && i < count; i++) {
        bool counts = false;
        if (events[i].at_ms < since_ms)
            continue;
        ok = collection_counts(c, &events[i], &counts, err);
        if (counts)
            add_event(c, &events[i], arena, out);
    }
    if (!ok)
        confusions_release(out);
    else if (out->count > 0)
        qsort(out->pairs, out->count, sizeof *out->pairs, by_weight);
    return ok;
}

void confusions_release(struct confusions *all)
{
    free(all->pairs);
    *all = (struct confusions){ 0 };
}
