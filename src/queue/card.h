/*
 * What one card is on a study day: what the files of the queue share.
 */
#ifndef QUEUE_CARD_H
#define QUEUE_CARD_H

#include "queue/queue.h"

#include <stdbool.h>

/* May it be asked that day at all? */
static inline bool queue_is_asked(const struct queue_card *card, struct day today)
{
    return card->selected && !progress_rests(card->progress, today);
}

/* Is it in review, and due on that day or before? */
static inline bool queue_is_due(const struct progress *progress, struct day by)
{
    return progress->plan.phase == PHASE_REVIEW &&
           progress->plan.due_day.number <= by.number;
}

/* What counts against the caps of a study day: a card's first answer of all, */
static inline bool queue_is_begun(const struct progress *progress, struct day day)
{
    return progress->reviews > 0 && progress->first_day.number == day.number;
}

/* and its review. */
static inline bool queue_is_reviewed(const struct progress *progress, struct day day)
{
    return progress->review_day.number == day.number;
}

#endif
