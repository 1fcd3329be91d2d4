#include "session/audit.h"

#include "session/replay.h"

#include <math.h>

/* Machines may differ in the last bits of a memory. */
static bool is_near(double a, double b)
{
    return fabs(a - b) <= 1e-9 * fabs(b);
}

static bool same_plan(const struct plan *a, const struct plan *b)
{
    return a->phase == b->phase && a->step == b->step && a->due_ms == b->due_ms &&
           a->due_day.number == b->due_day.number && a->interval_days == b->interval_days;
}

static bool same_memory(const struct memory *a, const struct memory *b)
{
    return is_near(a->stability_days, b->stability_days) &&
           is_near(a->fast_stability_days, b->fast_stability_days) &&
           is_near(a->difficulty, b->difficulty);
}

static bool same_progress(const struct progress *a, const struct progress *b)
{
    return same_plan(&a->plan, &b->plan) && same_memory(&a->memory, &b->memory) &&
           a->reviews == b->reviews && a->lapses == b->lapses &&
           a->last_ms == b->last_ms && a->first_day.number == b->first_day.number &&
           a->last_day.number == b->last_day.number &&
           a->review_day.number == b->review_day.number && a->suspended == b->suspended &&
           a->flagged == b->flagged && a->buried_day.number == b->buried_day.number;
}

/* Adds the history under these names up, and holds it against what the cache says. */
static bool audit_one(struct collection *c, const char *const *names, size_t count,
    const struct progress *cached, const struct event_key *cached_last,
    struct audit *audit, struct err *err)
{
    struct progress progress;
    struct event_key last;
    if (!replay_card(c->store, names, count, c->weights, &progress, &last, err))
        return false;
    audit->cards += last.seq != 0;
    if (same_progress(cached, &progress) &&
        (cached_last == NULL || event_key_equal(cached_last, &last)))
        return true;
    if (audit->differing++ == 0)
        audit->first = names[0];
    return true;
}

bool collection_audit(struct collection *c, struct audit *audit, struct err *err)
{
    struct arena arena = { 0 };
    bool ok = true;
    *audit = (struct audit){ 0 };
    for (size_t i = 0; ok && i < c->library->card_count; i++) {
        size_t count;
        const char *const *names = collection_names(c, i, &arena, &count);
        ok = audit_one(c, names, count, &c->progress[i], &c->last[i], audit, err);
    }
    for (size_t i = 0; ok && i < c->orphan_count; i++)
        ok = audit_one(
            c, &c->orphans[i].card, 1, &c->orphans[i].progress, NULL, audit, err);
    arena_release(&arena);
    return ok;
}
