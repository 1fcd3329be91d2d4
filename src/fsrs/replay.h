/*
 * All memories and predictions anew, for one set of weights: after a fit, and to judge one.
 */
#ifndef FSRS_REPLAY_H
#define FSRS_REPLAY_H

#include "fsrs/history.h"
#include "fsrs/model.h"

/*
 * Replays all cards, many at once; agrees with fsrs_next() and fsrs_recall() to 1e-12.
 *
 *   answers   only the first so many in time (SIZE_MAX: all)
 *   w         legal weights
 *   recall    NULL, or answer_count numbers: recall just before each replayed answer, in
 *             (0, 1); that of a card's first answer, and of answers not replayed, is left
 *             as it is
 *   memories  NULL, or card_count memories: each card's after its last replayed answer,
 *             new if there is none
 */
void fsrs_replay(const struct fsrs_history *history, size_t answers,
    const double w[FSRS_PARAMS], double *recall, struct memory *memories);

/* The log loss, in nats, of the answers [first, last) in time that count; 0 of none. */
double fsrs_loss_between(const struct fsrs_history *history, size_t first, size_t last,
    const double w[FSRS_PARAMS]);

/* Its mean over the first `answers`; 0 of none that count. */
double fsrs_log_loss(
    const struct fsrs_history *history, size_t answers, const double w[FSRS_PARAMS]);

#endif
