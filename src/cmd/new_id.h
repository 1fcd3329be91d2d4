/*
 * Ids for cards that are written into a deck: words of the question, and a number where they are
 * taken.
 */
#ifndef CMD_NEW_ID_H
#define CMD_NEW_ID_H

#include "base/arena.h"
#include "base/json.h"
#include "base/map.h"

#include <stdbool.h>

/* The ids of a deck.  A zero struct is none. */
struct new_ids {
    struct map taken;
    struct arena arena;
};

/* Takes note of the ids that the entries of "cards" have. */
void new_ids_read(struct new_ids *ids, const cJSON *cards);

/* Takes the id for a new card; false if it is taken. */
bool new_ids_take(struct new_ids *ids, const char *id);

/* An id that nobody has, taken; lives as long as `ids`. */
const char *new_ids_make(struct new_ids *ids, const char *question);

void new_ids_release(struct new_ids *ids);

#endif
