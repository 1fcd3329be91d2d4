#include "session/leech.h"

#include "match/judge.h"
#include "session/replay.h"

#include <stdlib.h>
#include <string.h>

int leech_half_way(int threshold)
{
    return (threshold + 1) / 2;
}

/* ---- one card --------------------------------------------------------------------------- */

/* Letters are dealt anew for each question, and mean nothing after it. */
static bool is_lettered(const struct card *card)
{
    return card->key.kind == KEY_CHOICE || card->key.kind == KEY_CHOICES ||
           card->key.kind == KEY_PAIRS;
}

static bool is_same(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static void add_slip(struct leech *leech, const char *typed, struct arena *arena)
{
    for (size_t i = 0; i < leech->slip_count; i++)
        if (is_same(leech->slips[i].typed, typed)) {
            leech->slips[i].count++;
            return;
        }
    leech->slips[leech->slip_count++] =
        (struct slip){ typed != NULL ? arena_strdup(arena, typed) : NULL, 1 };
}

static int by_count(const void *a, const void *b)
{
    const struct slip *left = a, *right = b;
    if (left->count != right->count)
        return left->count > right->count ? -1 : 1;
    if (left->typed == NULL || right->typed == NULL)
        return (left->typed == NULL) - (right->typed == NULL);
    return strcmp(left->typed, right->typed);
}

static bool was_right(const char *verdict)
{
    for (int i = VERDICT_EXACT; i <= VERDICT_BLANK; i++)
        if (verdict_is_right((enum verdict)i) &&
            strcmp(verdict_word((enum verdict)i), verdict) == 0)
            return true;
    return false;
}

/* What was typed and not right; the second try may have been. */
static void add_slips(
    struct leech *leech, const struct review *review, struct arena *arena)
{
    if (review->first != NULL)
        add_slip(leech, review->first, arena);
    if (review->verdict == NULL || was_right(review->verdict))
        return;
    bool blank = strcmp(review->verdict, verdict_word(VERDICT_BLANK)) == 0;
    if (blank || review->typed != NULL)
        add_slip(leech, blank ? NULL : review->typed, arena);
}

static void add_history(struct leech *leech, const struct history *history, bool lettered,
    struct arena *arena)
{
    leech->slips = arena_alloc(arena, 2 * history->count * sizeof *leech->slips);
    for (size_t i = 0; i < history->count; i++) {
        const struct review *review = &history->steps[i].review;
        bool right = review->rating != FSRS_AGAIN;
        leech->answers++;
        leech->right += right;
        leech->answer_ms += review->answer_ms;
        if (!right && !lettered)
            add_slips(leech, review, arena);
    }
    if (leech->slip_count > 0)
        qsort(leech->slips, leech->slip_count, sizeof *leech->slips, by_count);
}

static bool read_leech(
    const struct collection *c, struct leech *leech, struct arena *arena, struct err *err)
{
    struct arena scratch = { 0 };
    struct history history;
    size_t count;
    const char *const *names = collection_names(c, leech->card, &scratch, &count);
    bool ok = replay_history(c->store, names, count, c->weights, &scratch, &history, err);
    if (ok)
        add_history(leech, &history, is_lettered(c->library->cards[leech->card]), arena);
    arena_release(&scratch);
    return ok;
}

/* ---- all of them ------------------------------------------------------------------------ */

static int by_harm(const void *a, const void *b)
{
    const struct leech *left = a, *right = b;
    double shares = (double)left->right * (double)right->answers -
                    (double)right->right * (double)left->answers;
    if (left->lapses != right->lapses)
        return left->lapses > right->lapses ? -1 : 1;
    if (shares < 0 || shares > 0)
        return shares < 0 ? -1 : 1;
    return (left->card > right->card) - (left->card < right->card);
}

bool leech_list(const struct collection *c, const bool *selected, struct arena *arena,
    struct leech **leeches, size_t *count, struct err *err)
{
    int threshold = c->settings->leech_lapses, least = leech_half_way(threshold);
    size_t capacity = 0;
    *leeches = NULL;
    *count = 0;
    for (size_t i = 0; threshold > 0 && i < c->library->card_count; i++) {
        int lapses = c->progress[i].lapses;
        struct leech leech = {
            .card = i, .is_leech = lapses >= threshold, .lapses = lapses
        };
        if (!selected[i] || lapses < least)
            continue;
        if (!read_leech(c, &leech, arena, err))
            return false;
        *leeches = arena_grow(arena, *leeches, *count, &capacity, sizeof leech);
        (*leeches)[(*count)++] = leech;
    }
    if (*count > 0)
        qsort(*leeches, *count, sizeof **leeches, by_harm);
    return true;
}
