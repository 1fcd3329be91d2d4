#include "session/cache.h"

#include "session/replay.h"

#include <stdlib.h>
#include <string.h>

/* ---- from the cache ---------------------------------------------------------------------- */

struct loading {
    struct collection *collection;
    bool *several; // by card: progress lies under more than one of its names
};

static struct orphan *add_orphan(struct collection *c, const char *card)
{
    c->orphans =
        vec_grow(c->orphans, c->orphan_count, &c->orphan_capacity, sizeof *c->orphans);
    c->orphans[c->orphan_count] =
        (struct orphan){ .card = arena_strdup(&c->arena, card) };
    return &c->orphans[c->orphan_count++];
}

static void take_row(void *context, const struct progress_row *row)
{
    struct loading *loading = context;
    struct collection *c = loading->collection;
    size_t card;
    if (!collection_find_owner(c, row->card, &card)) {
        add_orphan(c, row->card)->progress = row->progress;
        return;
    }
    loading->several[card] = c->last[card].seq != 0;
    c->progress[card] = row->progress;
    c->last[card] = row->last;
}

/* What lies under several names is added up from the events: no row holds all of it. */
static bool add_up(struct loading *loading, struct err *err)
{
    struct collection *c = loading->collection;
    for (size_t i = 0; i < c->library->card_count; i++)
        if (loading->several[i] && !collection_refresh(c, i, err))
            return false;
    return true;
}

/* ---- from the events --------------------------------------------------------------------- */

/* A name that events have: its card is added up under all its names at the present one. */
static void take_name(void *context, const char *name)
{
    struct loading *loading = context;
    size_t card;
    if (name[0] == '\0') // events of no card
        return;
    if (collection_find_owner(loading->collection, name, &card))
        loading->several[card] = true;
    else
        add_orphan(loading->collection, name);
}

static bool write_orphan(
    struct collection *c, const struct orphan *orphan, struct err *err)
{
    struct event_key last;
    return store_last_event(c->store, &orphan->card, 1, &last, err) &&
           store_put_progress(c->store, orphan->card, &orphan->progress, &last, err);
}

bool cache_write(struct collection *c, struct err *err)
{
    bool ok = store_drop_progress(c->store, err);
    for (size_t i = 0; ok && i < c->library->card_count; i++)
        ok = c->last[i].seq == 0 ||
             store_put_progress(
                 c->store, c->library->cards[i]->name, &c->progress[i], &c->last[i], err);
    for (size_t i = 0; ok && i < c->orphan_count; i++)
        ok = write_orphan(c, &c->orphans[i], err);
    return ok;
}

static void forget_progress(struct collection *c)
{
    size_t cards = c->library->card_count;
    memset(c->progress, 0, cards * sizeof *c->progress);
    memset(c->last, 0, cards * sizeof *c->last);
    c->orphan_count = 0;
}

/* Everything is added up from the events. */
static bool add_up_all(struct loading *loading, struct err *err)
{
    struct collection *c = loading->collection;
    struct event_key last;
    forget_progress(c);
    memset(loading->several, 0, c->library->card_count * sizeof *loading->several);
    if (!store_each_card(c->store, take_name, loading, err) || !add_up(loading, err))
        return false;
    bool ok = true;
    for (size_t i = 0; ok && i < c->orphan_count; i++)
        ok = replay_card(c->store, &c->orphans[i].card, 1, c->weights,
            &c->orphans[i].progress, &last, err);
    return ok;
}

/* Nobody answers between adding up and writing down. */
static bool rewrite(struct loading *loading, struct err *err)
{
    struct store *store = loading->collection->store;
    bool ok = store_begin(store, err) && add_up_all(loading, err) &&
              cache_write(loading->collection, err) && store_commit(store, err);
    store_rollback(store);
    return ok;
}

/* The cache is damaged: everything is added up, and written down if it may be. */
static bool rebuild(struct loading *loading, struct err *err)
{
    struct collection *c = loading->collection;
    c->rebuilt = true;
    return store_is_writable(c->store) ? rewrite(loading, err) : add_up_all(loading, err);
}

static struct loading loading_of(struct collection *c)
{
    return (struct loading){ c, mem_zeroed(c->library->card_count, sizeof(bool)) };
}

bool cache_rebuild(struct collection *c, struct err *err)
{
    struct loading loading = loading_of(c);
    bool ok = rebuild(&loading, err);
    free(loading.several);
    return ok;
}

bool cache_add_up(struct collection *c, struct err *err)
{
    struct loading loading = loading_of(c);
    bool ok = add_up_all(&loading, err) && cache_write(c, err);
    free(loading.several);
    return ok;
}

bool cache_reread(struct collection *c, struct err *err)
{
    struct loading loading = loading_of(c);
    bool sound;
    forget_progress(c);
    bool ok = store_each_progress(c->store, take_row, &loading, &sound, err) &&
              (sound ? add_up(&loading, err) : add_up_all(&loading, err));
    free(loading.several);
    return ok;
}

bool cache_read(struct collection *c, struct err *err)
{
    struct loading loading = loading_of(c);
    bool sound;
    bool ok = store_each_progress(c->store, take_row, &loading, &sound, err) &&
              (sound ? add_up(&loading, err) : rebuild(&loading, err));
    free(loading.several);
    return ok;
}
