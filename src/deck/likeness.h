/*
 * How alike two questions are: the share of their words that they have in common, in whatever
 * order (Dice's coefficient).  A word is a run of letters and digits; case and accents do not
 * matter.
 */
#ifndef DECK_LIKENESS_H
#define DECK_LIKENESS_H

#include "base/arena.h"
#include "base/map.h"

#include <stddef.h>

/* 0: no word in common, 1: the same words. */
double likeness_of(const char *a, const char *b);

struct likeness_posting;

/* Many texts, to find those like another without comparing each.  A zero struct is empty. */
struct likeness_index {
    struct map words; // -> place in `postings`
    struct likeness_posting *postings;
    size_t posting_count, posting_capacity;
    size_t *sizes; // words of each text
    size_t count, capacity;
    struct arena arena;
};

/* Adds a text; they are numbered from 0. */
void likeness_add(struct likeness_index *index, const char *text);

/* Calls `found` for each text that is at least so like `text` (> 0), in their order. */
void likeness_find(const struct likeness_index *index, const char *text, double least,
    void (*found)(void *context, size_t number, double likeness), void *context);

void likeness_release(struct likeness_index *index);

#endif
