/*
 * Lists: which of the typed pieces is which item?
 *
 * A piece may be equal to several items and an item to several pieces, so the most items are
 * found by augmenting paths (Kuhn).  A piece that is right but has no item left repeats one
 * and is passed over; a piece that is no item at all is wrong.  In a sequence the longest
 * common run of pieces and items counts.
 */
#include "match/outcome.h"

#include "base/buf.h"

#include <stdlib.h>
#include <string.h>

enum { NONE = -1, PIECES_MAX = 256 };

struct assignment {
    const struct target *targets;
    size_t target_count, piece_count;
    const struct form *pieces;
    const struct variant **equal; // [piece * target_count + target], NULL: not equal
    int *piece_of;                // of each target, NONE
    int *target_of;               // of each piece, NONE
    bool *tried;                  // of each target, in one search
};

static const struct variant *equal_at(
    const struct assignment *a, size_t piece, size_t target)
{
    return a->equal[piece * a->target_count + target];
}

static void assign(struct assignment *a, size_t piece, size_t target)
{
    a->piece_of[target] = (int)piece;
    a->target_of[piece] = (int)target;
}

/* Finds an item for the piece, moving other pieces if need be. */
static bool augment(struct assignment *a, size_t piece)
{
    for (size_t t = 0; t < a->target_count; t++) {
        if (a->tried[t] || equal_at(a, piece, t) == NULL)
            continue;
        a->tried[t] = true;
        if (a->piece_of[t] == NONE || augment(a, (size_t)a->piece_of[t])) {
            assign(a, piece, t);
            return true;
        }
    }
    return false;
}

static void assign_exact(struct assignment *a)
{
    for (size_t p = 0; p < a->piece_count; p++) {
        for (size_t t = 0; t < a->target_count; t++) {
            if (a->piece_of[t] != NONE || equal_at(a, p, t) == NULL ||
                !text_identical(a->pieces[p].source, a->targets[t].item->forms[0]))
                continue;
            assign(a, p, t);
            break;
        }
    }
}

static void assign_all(struct assignment *a)
{
    assign_exact(a);
    for (size_t p = 0; p < a->piece_count; p++) {
        if (a->target_of[p] != NONE)
            continue;
        memset(a->tried, 0, a->target_count * sizeof *a->tried);
        augment(a, p);
    }
}

static struct assignment assignment_make(const struct rules *rules, const struct key *key,
    const struct texts *pieces, struct arena *arena)
{
    struct assignment a = { .target_count = key->count, .piece_count = pieces->count };
    struct target *targets = arena_alloc(arena, key->count * sizeof *targets);
    struct form *forms = arena_alloc(arena, pieces->count * sizeof *forms);
    a.equal = arena_alloc(arena, pieces->count * key->count * sizeof(void *));
    a.piece_of = arena_alloc(arena, key->count * sizeof *a.piece_of);
    a.target_of = arena_alloc(arena, pieces->count * sizeof *a.target_of);
    a.tried = arena_alloc(arena, key->count * sizeof *a.tried);
    for (size_t t = 0; t < key->count; t++) {
        targets[t] = target_make(rules, &key->items[t], key->literal, arena);
        a.piece_of[t] = NONE;
    }
    for (size_t p = 0; p < pieces->count; p++) {
        forms[p] = form_make(rules, pieces->items[p], arena);
        a.target_of[p] = NONE;
        for (size_t t = 0; t < key->count; t++)
            a.equal[p * key->count + t] = target_find(rules, &targets[t], &forms[p]);
    }
    a.targets = targets;
    a.pieces = forms;
    assign_all(&a);
    return a;
}

/* --- the order of a sequence ----------------------------------------------------------- */

/*
 * Length of the longest run of pieces that follow their items in order.  Marks the pieces
 * that belong to one such run.
 */
static size_t longest_run(const struct assignment *a, bool *in_run)
{
    size_t n = a->piece_count, m = a->target_count, row = m + 1;
    size_t *best = mem_alloc((n + 1) * row * sizeof *best);
    for (size_t i = n + 1; i-- > 0;) {
        for (size_t j = m + 1; j-- > 0;) {
            size_t *cell = &best[i * row + j];
            if (i == n || j == m)
                *cell = 0;
            else if (equal_at(a, i, j) != NULL)
                *cell = best[(i + 1) * row + j + 1] + 1;
            else
                *cell = best[(i + 1) * row + j] > best[i * row + j + 1]
                            ? best[(i + 1) * row + j]
                            : best[i * row + j + 1];
        }
    }
    for (size_t i = 0, j = 0; i < n && j < m;) {
        if (equal_at(a, i, j) != NULL)
            in_run[i++] = true, j++;
        else if (best[(i + 1) * row + j] >= best[i * row + j + 1])
            i++;
        else
            j++;
    }
    size_t length = best[0];
    free(best);
    return length;
}

/* The first piece that has an item but stands outside the run; NULL: none does. */
static const char *out_of_place(const struct assignment *a, const bool *in_run)
{
    for (size_t p = 0; p < a->piece_count; p++) {
        if (!in_run[p] && a->target_of[p] != NONE)
            return a->pieces[p].source;
    }
    return NULL;
}

/* --- counting -------------------------------------------------------------------------- */

static bool is_any_item(const struct assignment *a, size_t piece)
{
    for (size_t t = 0; t < a->target_count; t++) {
        if (equal_at(a, piece, t) != NULL)
            return true;
    }
    return false;
}

static bool was_typed_before(
    const struct rules *rules, const struct assignment *a, size_t piece)
{
    for (size_t p = 0; p < piece; p++) {
        if (form_same(rules, &a->pieces[p], &a->pieces[piece]))
            return true;
    }
    return false;
}

static void count_pieces(const struct rules *rules, const struct assignment *a,
    struct tally *tally, struct arena *arena)
{
    for (size_t p = 0; p < a->piece_count; p++) {
        if (a->target_of[p] != NONE) {
            size_t t = (size_t)a->target_of[p];
            finding_weaken(&tally->best, target_accept(rules, &a->targets[t],
                                             equal_at(a, p, t), &a->pieces[p], arena));
        } else if (is_any_item(a, p)) {
            finding_weaken(
                &tally->best, (struct finding){ VERDICT_ACCEPTED, "one of them twice" });
        } else if (!was_typed_before(rules, a, p)) {
            texts_add(&tally->wrong, a->pieces[p].source, arena);
        }
    }
}

static void count_items(
    const struct assignment *a, struct tally *tally, struct arena *arena)
{
    for (size_t t = 0; t < a->target_count; t++) {
        if (a->piece_of[t] == NONE)
            texts_add(&tally->missing, a->targets[t].item->forms[0], arena);
        else
            tally->right++;
    }
}

static bool too_many(const struct texts *pieces, const struct key *key)
{
    return pieces->count > PIECES_MAX + 2 * key->count;
}

/*
 * Where an item holds a comma, commas part nothing; but one piece that is no item was several
 * items with commas between them.
 */
static struct assignment assign_typed(const struct rules *rules, const struct key *key,
    const char *typed, struct texts *pieces, struct arena *arena)
{
    struct assignment a = assignment_make(rules, key, pieces, arena);
    if (pieces->count > 1 || key->count == 1 || is_any_item(&a, 0))
        return a;
    struct texts none = { 0 }, parts = pieces_cut(typed, &none, arena);
    if (parts.count < 2 || too_many(&parts, key))
        return a;
    *pieces = parts;
    return assignment_make(rules, key, pieces, arena);
}

struct outcome list_judge(const struct rules *rules, const struct key *key,
    const char *typed, struct arena *arena)
{
    struct texts known = texts_of_key(key, arena);
    struct texts pieces = pieces_cut(typed, &known, arena);
    struct outcome outcome = { .finding = { VERDICT_WRONG, "another answer" } };
    if (key->count == 0 || pieces.count == 0)
        return outcome;
    if (too_many(&pieces, key)) {
        outcome.finding.reason = "far too many items";
        return outcome;
    }
    struct assignment a = assign_typed(rules, key, typed, &pieces, arena);
    struct tally tally = { .total = key->count };
    count_pieces(rules, &a, &tally, arena);
    count_items(&a, &tally, arena);
    size_t in_place = tally.right;
    if (key->kind == KEY_SEQUENCE) {
        bool *in_run = arena_alloc(arena, pieces.count * sizeof *in_run);
        in_place = longest_run(&a, in_run);
        if (in_place < tally.right)
            tally.order = out_of_place(&a, in_run);
    }
    outcome.finding = tally_judge(&tally, arena);
    outcome.share = (double)in_place / (double)(key->count + tally.wrong.count);
    outcome.wrong = tally.wrong;
    return outcome;
}
