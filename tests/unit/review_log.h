/*
 * A log of reviews as a CSV file: card_id, review_time (ms), review_rating, ...; the real
 * logs that lie beside the repository of some.
 */
#ifndef REVIEW_LOG_H
#define REVIEW_LOG_H

#include "fsrs/history.h"

#include <stdbool.h>

/* Card numbers are the file's.  Returns false, and nothing, if there is no such file. */
bool review_log_load(const char *path, struct fsrs_history *history);

#endif
