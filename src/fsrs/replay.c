/*
 * Cards go through the exact kernel in groups of like length, as in a fit (fsrs/kernel.h);
 * one group is packed at a time.
 */
#include "fsrs/replay.h"

#include "base/buf.h"
#include "fsrs/kernel.h"

#include <math.h>
#include <stdlib.h>

/* The answers of a card that are known. */
struct part {
    size_t card, count;
};

/* All cards that have known answers, by their number; returns how many. */
static size_t parts_of(
    const struct fsrs_history *history, size_t known, struct part *parts)
{
    size_t count = 0;
    for (size_t i = 0; i < history->card_count; i++) {
        size_t answered = fsrs_history_known(history, history->cards[i], known);
        if (answered > 0)
            parts[count++] = (struct part){ i, answered };
    }
    return count;
}

static int compare_parts(const void *left, const void *right)
{
    const struct part *a = left, *b = right;
    if (a->count != b->count)
        return a->count < b->count ? -1 : 1;
    return (a->card > b->card) - (a->card < b->card);
}

struct replay {
    const struct fsrs_kernel *kernel;
    const struct fsrs_history *history;
    struct fsrs_group group;
    double *recall; // of the group
};

/* Up to FSRS_LANES cards; the last of them is the longest. */
static void pack(struct replay *replay, const struct part *parts, size_t count)
{
    replay->group.steps = parts[count - 1].count;
    for (size_t lane = 0; lane < FSRS_LANES; lane++) {
        struct part part = lane < count ? parts[lane] : (struct part){ 0 };
        const struct fsrs_answer *answer =
            replay->history->answers + replay->history->cards[part.card].first;
        for (size_t i = 0; i < part.count; i++, answer++)
            replay->kernel->put(
                replay->group.rows, i, lane, answer->elapsed_days, 1, answer->rating);
        for (size_t i = part.count; i < replay->group.steps; i++)
            replay->kernel->put(replay->group.rows, i, lane, FSRS_NO_ANSWER);
    }
}

static void keep_recall(
    const struct replay *replay, const struct part *parts, size_t count, double *recall)
{
    for (size_t lane = 0; lane < count; lane++) {
        size_t first = replay->history->cards[parts[lane].card].first;
        for (size_t i = 1; i < parts[lane].count; i++)
            recall[first + i] = replay->recall[i * FSRS_LANES + lane];
    }
}

static void replay_group(struct replay *replay, const struct part *parts, size_t count,
    const double *w, double *recall, struct memory *memories)
{
    struct memory after[FSRS_LANES];
    pack(replay, parts, count);
    replay->kernel->replay(&replay->group, w, replay->recall, after);
    if (recall)
        keep_recall(replay, parts, count, recall);
    for (size_t lane = 0; memories && lane < count; lane++)
        memories[parts[lane].card] = after[lane];
}

static struct replay replay_of(const struct fsrs_history *history, size_t longest)
{
    const struct fsrs_kernel *kernel = fsrs_best_kernel(true);
    return (struct replay){
        .kernel = kernel,
        .history = history,
        .group.rows = mem_aligned(longest * kernel->row_size),
        .recall = mem_zeroed(longest * FSRS_LANES, sizeof(double)),
    };
}

void fsrs_replay(const struct fsrs_history *history, size_t answers,
    const double w[FSRS_PARAMS], double *recall, struct memory *memories)
{
    for (size_t i = 0; memories && i < history->card_count; i++)
        memories[i] = (struct memory){ 0 };
    struct part *parts = mem_zeroed(history->card_count, sizeof *parts);
    size_t count = parts_of(history, answers, parts);
    qsort(parts, count, sizeof *parts, compare_parts);
    struct replay replay = replay_of(history, count > 0 ? parts[count - 1].count : 0);
    for (size_t i = 0; i < count; i += FSRS_LANES) {
        size_t lanes = count - i < FSRS_LANES ? count - i : FSRS_LANES;
        replay_group(&replay, parts + i, lanes, w, recall, memories);
    }
    free(replay.group.rows);
    free(replay.recall);
    free(parts);
}

double fsrs_loss_between(const struct fsrs_history *history, size_t first, size_t last,
    const double w[FSRS_PARAMS])
{
    double *recall = mem_zeroed(history->answer_count, sizeof *recall);
    fsrs_replay(history, last, w, recall, NULL);
    double sum = 0;
    for (size_t i = 0; i < history->answer_count; i++) {
        const struct fsrs_answer *answer = &history->answers[i];
        if (answer->rank >= first && answer->rank < last && fsrs_answer_counts(answer))
            sum -= log(answer->rating == FSRS_AGAIN ? 1 - recall[i] : recall[i]);
    }
    free(recall);
    return sum;
}

double fsrs_log_loss(
    const struct fsrs_history *history, size_t answers, const double w[FSRS_PARAMS])
{
    size_t items = fsrs_history_items(history, answers);
    return items > 0 ? fsrs_loss_between(history, 0, answers, w) / (double)items : 0;
}
