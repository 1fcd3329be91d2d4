/*
 * Answers as other programs write them: CSV with the columns card_id, review_time (ms since
 * 1970) and review_rating (1 again .. 4 easy; 0 is no answer and passed over), in any order
 * and among any others; `export --history` writes such files.
 *
 * Read strictly and in one go, since there may be millions of them: whoever fits weights to
 * a file wants to know about its faults.  Times that can only be seconds are one of them.
 */
#ifndef EXCHANGE_REVIEWS_H
#define EXCHANGE_REVIEWS_H

#include "base/source.h"
#include "session/answers.h"

#include <stdbool.h>

/* Reads the text; ERR_INPUT with the place of what is wrong.  `answers` is to be released. */
MUST_USE bool reviews_parse(
    struct answers *answers, struct source *source, struct err *err);

/* The same from a file, or, if `path` is "-", from standard input up to its end. */
MUST_USE bool reviews_load(struct answers *answers, const char *path, struct err *err);

#endif
