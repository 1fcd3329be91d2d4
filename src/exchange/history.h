/*
 * What the learner did, for other programs: the answers as a table, or every event.
 *
 * Neither holds more than one card's history in memory.
 */
#ifndef EXCHANGE_HISTORY_H
#define EXCHANGE_HISTORY_H

#include "exchange/output.h"
#include "session/collection.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Writes the answers of the selected cards (flags by card; `orphans`: of those too that no deck has)
 * as CSV with the columns card_id, review_time (ms since 1970), review_rating (1 again .. 4 easy),
 * review_state (of the card before: 0 new, 1 learning, 2 review, 3 relearning) and review_duration
 * (ms), card by card, each oldest first.  These are the answers that count: undone ones, and those before
 * a reset, are left out.  A card has its present name, under whatever name it was answered.
 */
MUST_USE bool history_write_answers(const struct collection *collection,
    const bool *selected, bool orphans, struct output *output, struct err *err);

/*
 * Writes every event as a JSON object on a line of its own, oldest first, with all that the store has of
 * it.  `selected` is NULL for all events, else as above.
 */
MUST_USE bool history_write_events(const struct collection *collection,
    const bool *selected, bool orphans, struct output *output, struct err *err);

#endif
