#include "deck/counterpart.h"

#include "base/map.h"
#include "deck/likeness.h"

#include <string.h>

static const double LIKELY = 0.5, SAME = 1 - 1e-9;

/* ---- pairs -------------------------------------------------------------------------------- */

/* The pairs so far. */
struct pairing {
    struct counterparts *c;
    const struct deck *old, *new;
    int *old_of, *new_of; // those of `c`
    struct map names;     // of the old notes
};

static const char *question_of(const struct deck *deck, size_t note)
{
    return deck->cards[deck->notes[note].first_card].question;
}

static void join(struct pairing *p, size_t old, size_t new)
{
    p->old_of[new] = (int)old;
    p->new_of[old] = (int)new;
}

/* A free old note of that name; the name may have the old deck's id before it. */
static bool find_old(const struct pairing *p, const char *name, size_t *old)
{
    const char *deck = p->old->id, *slash = strchr(name, '/');
    if (slash != NULL) {
        size_t len = (size_t)(slash - name);
        if (len != strlen(deck) || strncmp(name, deck, len) != 0)
            return false;
        name = slash + 1;
    }
    return map_find(&p->names, name, old) && p->new_of[*old] == COUNTERPART_NONE;
}

static void join_by_name(struct pairing *p)
{
    size_t old;
    for (size_t i = 0; i < p->old->note_count; i++)
        map_add(&p->names, p->old->notes[i].id, i);
    for (size_t i = 0; i < p->new->note_count; i++)
        if (find_old(p, p->new->notes[i].id, &old))
            join(p, old, i);
    for (size_t i = 0; i < p->new->note_count; i++) {
        const struct note *note = &p->new->notes[i];
        for (size_t j = 0; j < note->was_count && p->old_of[i] == COUNTERPART_NONE; j++)
            if (find_old(p, note->was[j], &old)) {
                join(p, old, i);
                p->c->by_was[i] = strchr(note->was[j], '/') != NULL ||
                                  strcmp(p->old->id, p->new->id) == 0;
            }
    }
}

/* The likest of the old notes that are free. */
struct best {
    const struct pairing *p;
    const size_t *olds; // by number in the index
    bool has_id;        // the new note does
    double likeness;
    int old;
};

/* Two ids say that two cards are meant, unless they ask the same. */
static void consider(void *context, size_t number, double likeness)
{
    struct best *best = context;
    size_t old = best->olds[number];
    bool both = best->has_id && best->p->old->notes[old].has_id;
    if (best->p->new_of[old] != COUNTERPART_NONE || likeness <= best->likeness ||
        (both && likeness < SAME))
        return;
    best->likeness = likeness;
    best->old = (int)old;
}

static void join_by_likeness(struct pairing *p, struct arena *arena)
{
    struct likeness_index index = { 0 };
    size_t *olds = arena_alloc(arena, (p->old->note_count + 1) * sizeof *olds);
    for (size_t i = 0; i < p->old->note_count; i++)
        if (p->new_of[i] == COUNTERPART_NONE) {
            olds[index.count] = i;
            likeness_add(&index, question_of(p->old, i));
        }
    for (size_t i = 0; i < p->new->note_count &&index.count > 0; i++) {
        struct best best = { p, olds, p->new->notes[i].has_id, 0, COUNTERPART_NONE };
        if (p->old_of[i] != COUNTERPART_NONE)
            continue;
        likeness_find(&index, question_of(p->new, i), LIKELY, consider, &best);
        if (best.old != COUNTERPART_NONE)
            join(p, (size_t)best.old, i);
    }
    likeness_release(&index);
}

/* ---- what moved ------------------------------------------------------------------------- */

/*
 * Marks the new notes that did not move: the longest run of old places that goes up.  tails[n] is
 * the note that ends the run of n + 1 with the lowest old place.
 */
static bool *find_unmoved(const struct pairing *p, struct arena *arena)
{
    size_t count = p->new->note_count, length = 0;
    bool *stays = arena_alloc(arena, count + 1);
    int *tails = arena_alloc(arena, (count + 1) * sizeof *tails);
    int *before = arena_alloc(arena, (count + 1) * sizeof *before);
    for (size_t i = 0; i < count; i++) {
        size_t low = 0, high = length;
        if (p->old_of[i] == COUNTERPART_NONE)
            continue;
        while (low < high) {
            size_t middle = (low + high) / 2;
            if (p->old_of[tails[middle]] < p->old_of[i])
                low = middle + 1;
            else
                high = middle;
        }
        before[i] = low > 0 ? tails[low - 1] : COUNTERPART_NONE;
        tails[low] = (int)i;
        length += low == length;
    }
    for (int at = length > 0 ? tails[length - 1] : COUNTERPART_NONE;
         at != COUNTERPART_NONE; at = before[at])
        stays[at] = true;
    return stays;
}

static int *no_notes(size_t count, struct arena *arena)
{
    int *notes = arena_alloc(arena, (count + 1) * sizeof *notes);
    for (size_t i = 0; i < count; i++)
        notes[i] = COUNTERPART_NONE;
    return notes;
}

struct counterparts counterparts_find(
    const struct deck *old, const struct deck *new, struct arena *arena)
{
    struct counterparts c = {
        .old_of = no_notes(new->note_count, arena),
        .new_of = no_notes(old->note_count, arena),
        .by_was = arena_alloc(arena, new->note_count + 1),
    };
    struct pairing pairing = { &c, old, new, c.old_of, c.new_of, { 0 } };
    join_by_name(&pairing);
    join_by_likeness(&pairing, arena);
    c.stays = find_unmoved(&pairing, arena);
    map_release(&pairing.names);
    return c;
}
