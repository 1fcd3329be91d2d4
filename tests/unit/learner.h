/*
 * A learner in a temporary folder: decks, settings and a real progress file, so that a test
 * can study, close everything, and come back.
 *
 * JSON is written with ' in place of ".  Whatever fails here fails the test.
 */
#ifndef LEARNER_H
#define LEARNER_H

#include "session/collection.h"

#include <stdbool.h>
#include <stdint.h>

enum { LEARNER_PATH = 256 };

struct learner {
    char folder[64];
    struct settings settings; // the test may change them while nothing is open
    struct library library;
    struct store *store;
    struct collection collection;
};

/* Makes the folder; the settings are the defaults. */
void learner_begin(struct learner *learner);
/* Removes the folder with all that is in it. */
void learner_end(struct learner *learner);

/* Where a file of the learner is. */
void learner_path(
    const struct learner *learner, const char *name, char out[LEARNER_PATH]);

void learner_write(const struct learner *learner, const char *name, const char *text);
void learner_remove(const struct learner *learner, const char *name);

/* Loads what decks/ holds, without problems, and the progress. */
void learner_open(struct learner *learner);
void learner_close(struct learner *learner);

/* Index of the card. */
size_t learner_card(const struct learner *learner, const char *name);

/* The text with " for '; the caller's to free. */
char *learner_json(const char *text);

/* Reads an RFC 3339 instant. */
int64_t learner_time(const char *text);

#endif
