/*
 * What of a document no card covers.
 *
 * Its content (draft/clean.h) falls into parts: paragraphs, items, rows; of text without
 * punctuation the pieces between citations.  A card covers the part that holds the words it cites;
 * where it cites a section, the part of it that has most of the words of question and answer.
 */
#ifndef DRAFT_COVERAGE_H
#define DRAFT_COVERAGE_H

#include "draft/ground.h"

#include <stdbool.h>
#include <stddef.h>

struct cover_part {
    struct range range;
    size_t section;
    bool covered;
};

struct coverage {
    struct ground_document *document;
    struct cover_part *parts; // in the order of the text
    size_t count, capacity, covered;
};

/* The coverage of one of the deck's documents that was read; in `arena`. */
struct coverage coverage_make(
    const struct ground *ground, size_t document, struct arena *arena);

#endif
