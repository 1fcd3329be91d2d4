/*
 * Lists: which of the typed pieces is which item?
 *
 * A piece may fit several items and an item several pieces, so the most items are found by
 * augmenting paths (Kuhn): first with pieces that are items, then with slips.  A piece that is
 * right but has no item left repeats one and is passed over; a piece that is no item at all is
 * wrong.  In a sequence the longest common run of pieces and items counts.
 */
#include "match/outcome.h"

#include "base/buf.h"
#include "match/words.h"

#include <stdlib.h>
#include <string.h>

enum {
    NONE = -1,
    PIECES_MAX = 256,
    SLIPS_MAX = 1024
}; // SLIPS_MAX: pairs with slips tried

struct assignment {
    const struct target *targets;
    size_t target_count, piece_count;
    const struct form *pieces;
    struct finding *fits; // [piece * target_count + target]
    int *piece_of;        // of each target, NONE
    int *target_of;       // of each piece, NONE
    bool *tried;          // of each target, in one search
};

static struct finding *fit_at(const struct assignment *a, size_t piece, size_t target)
{
    return &a->fits[piece * a->target_count + target];
}

static bool fits(const struct assignment *a, size_t piece, size_t target)
{
    return verdict_is_right(fit_at(a, piece, target)->verdict);
}

static bool is_any_item(const struct assignment *a, size_t piece)
{
    for (size_t t = 0; t < a->target_count; t++) {
        if (fits(a, piece, t))
            return true;
    }
    return false;
}

static void assign(struct assignment *a, size_t piece, size_t target)
{
    a->piece_of[target] = (int)piece;
    a->target_of[piece] = (int)target;
}

/* Finds an item for the piece that it fits as well as `worst`, moving others if need be. */
static bool augment(struct assignment *a, size_t piece, enum verdict worst)
{
    for (size_t t = 0; t < a->target_count; t++) {
        if (a->tried[t] || fit_at(a, piece, t)->verdict > worst)
            continue;
        a->tried[t] = true;
        if (a->piece_of[t] == NONE || augment(a, (size_t)a->piece_of[t], worst)) {
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
            if (a->piece_of[t] != NONE || fit_at(a, p, t)->verdict != VERDICT_EXACT)
                continue;
            assign(a, p, t);
            break;
        }
    }
}

static void assign_all(struct assignment *a)
{
    assign_exact(a);
    for (enum verdict worst = VERDICT_ACCEPTED; worst <= VERDICT_CLOSE; worst++) {
        for (size_t p = 0; p < a->piece_count; p++) {
            if (a->target_of[p] != NONE)
                continue;
            memset(a->tried, 0, a->target_count * sizeof *a->tried);
            augment(a, p, worst);
        }
    }
}

static struct finding fit(const struct rules *rules, const struct target *target,
    const struct form *piece, struct arena *arena)
{
    const struct variant *variant = target_find(rules, target, piece);
    if (variant == NULL)
        return (struct finding){ VERDICT_WRONG, NULL };
    return target_accept(rules, target, variant, piece, arena);
}

static struct finding fit_otherwise(const struct rules *rules,
    const struct target *target, const struct form *piece, struct arena *arena)
{
    struct finding finding = dates_judge(rules, target, piece, arena);
    return finding.reason != NULL ? finding : lenient_judge(rules, target, piece, arena);
}

/* Pieces that are no item may be one with a slip, with words around it, or as a date. */
static void fit_leniently(
    const struct rules *rules, struct assignment *a, struct arena *arena)
{
    if (a->piece_count * a->target_count > SLIPS_MAX)
        return;
    for (size_t p = 0; p < a->piece_count; p++) {
        if (is_any_item(a, p))
            continue;
        for (size_t t = 0; t < a->target_count; t++)
            *fit_at(a, p, t) = fit_otherwise(rules, &a->targets[t], &a->pieces[p], arena);
    }
}

static struct assignment assignment_make(const struct rules *rules, const struct key *key,
    const struct texts *pieces, struct arena *arena)
{
    struct assignment a = { .target_count = key->count, .piece_count = pieces->count };
    struct target *targets = arena_alloc(arena, key->count * sizeof *targets);
    struct form *forms = arena_alloc(arena, pieces->count * sizeof *forms);
    a.fits = arena_alloc(arena, pieces->count * key->count * sizeof *a.fits);
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
            *fit_at(&a, p, t) = fit(rules, &targets[t], &forms[p], arena);
    }
    a.targets = targets;
    a.pieces = forms;
    fit_leniently(rules, &a, arena);
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
            else if (fits(a, i, j))
                *cell = best[(i + 1) * row + j + 1] + 1;
            else
                *cell = best[(i + 1) * row + j] > best[i * row + j + 1]
                            ? best[(i + 1) * row + j]
                            : best[i * row + j + 1];
        }
    }
    for (size_t i = 0, j = 0; i < n && j < m;) {
        if (fits(a, i, j))
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

static bool was_typed_before(
    const struct rules *rules, const struct assignment *a, size_t piece)
{
    for (size_t p = 0; p < piece; p++) {
        if (form_same(rules, &a->pieces[p], &a->pieces[piece]))
            return true;
    }
    return false;
}

/* "December 546 (missing: day)", if the piece is half an item that nothing else is; or NULL. */
static const char *half_of_item(
    const struct assignment *a, size_t piece, struct arena *arena)
{
    for (size_t t = 0; t < a->target_count; t++) {
        const struct finding *fit = fit_at(a, piece, t);
        const char *source = a->pieces[piece].source;
        if (a->piece_of[t] == NONE && fit->verdict == VERDICT_PARTIAL)
            return arena_printf(
                arena, "%s (%s)", text_quote(source, strlen(source), arena), fit->reason);
    }
    return NULL;
}

static void count_pieces(const struct rules *rules, const struct assignment *a,
    struct tally *tally, struct arena *arena)
{
    for (size_t p = 0; p < a->piece_count; p++) {
        if (a->target_of[p] != NONE) {
            finding_weaken(&tally->best, *fit_at(a, p, (size_t)a->target_of[p]));
        } else if (is_any_item(a, p)) {
            finding_weaken(
                &tally->best, (struct finding){ VERDICT_ACCEPTED, "one of them twice" });
        } else if (!was_typed_before(rules, a, p)) {
            const char *half = half_of_item(a, p, arena);
            texts_add(half != NULL ? &tally->halves : &tally->wrong,
                half != NULL ? half : a->pieces[p].source, arena);
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

enum { WORDS_MAX = 24, ITEM_WORDS_MAX = 6 }; // of a piece of several items, and of each

/* Words of the longest item that begins at word `first`; 0: none does. */
static size_t item_at(const struct rules *rules, const struct assignment *a,
    const struct texts *words, size_t first, const char **item, struct arena *arena)
{
    size_t best = 0;
    const char *run = "";
    for (size_t end = first; end < words->count && end < first + ITEM_WORDS_MAX; end++) {
        run =
            arena_printf(arena, "%s%s%s", run, end > first ? " " : "", words->items[end]);
        struct form form = form_make(rules, run, arena);
        for (size_t t = 0; best <= end - first && t < a->target_count; t++) {
            if (target_find(rules, &a->targets[t], &form) == NULL)
                continue;
            best = end - first + 1;
            *item = run;
        }
    }
    return best;
}

/*
 * "Sura Beroea Antioch": items parted by blanks alone, and the words that are none; nothing
 * unless there are two items.
 */
static struct texts items_in(const struct rules *rules, const struct assignment *a,
    const char *piece, struct arena *arena)
{
    struct texts words = piece_words(piece, arena), items = { 0 }, none = { 0 };
    size_t found = 0;
    if (words.count < 2 || words.count > WORDS_MAX)
        return none;
    for (size_t at = 0; at < words.count;) {
        const char *item = words.items[at];
        size_t size = item_at(rules, a, &words, at, &item, arena);
        if (word_negates(item))
            return none;
        found += size > 0;
        at += size > 0 ? size : 1;
        texts_add(&items, item, arena);
    }
    return found > 1 ? items : none;
}

/* The pieces, those that are no item taken apart. */
static struct texts take_apart(const struct rules *rules, const struct assignment *a,
    const struct texts *pieces, struct arena *arena)
{
    struct texts all = { 0 };
    for (size_t p = 0; p < pieces->count; p++) {
        struct texts parts = piece_parts(pieces->items[p], arena);
        if (is_any_item(a, p))
            texts_add(&all, pieces->items[p], arena);
        for (size_t i = 0; i < parts.count && !is_any_item(a, p); i++) {
            struct texts items = items_in(rules, a, parts.items[i], arena);
            for (size_t k = 0; k < items.count; k++)
                texts_add(&all, items.items[k], arena);
            if (items.count == 0)
                texts_add(&all, parts.items[i], arena);
        }
    }
    return all;
}

static bool is_all_items(const struct assignment *a)
{
    for (size_t p = 0; p < a->piece_count; p++) {
        if (!is_any_item(a, p))
            return false;
    }
    return true;
}

/*
 * Where an item holds a comma, commas part nothing; but one piece that is no item was several
 * items with commas between them.  The same holds for "and" in any piece.
 */
static struct assignment assign_typed(const struct rules *rules, const struct key *key,
    const char *typed, struct texts *pieces, struct arena *arena)
{
    struct assignment a = assignment_make(rules, key, pieces, arena);
    if (is_all_items(&a))
        return a;
    if (pieces->count == 1 && key->count > 1) {
        struct texts none = { 0 }, parts = pieces_cut(typed, &none, arena);
        if (parts.count > 1 && !too_many(&parts, key)) {
            *pieces = parts;
            a = assignment_make(rules, key, pieces, arena);
        }
    }
    struct texts parts = take_apart(rules, &a, pieces, arena);
    if (parts.count == 0 || too_many(&parts, key))
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
