/*
 * From proposals to drafts: each gets its final score, its place, and what else a card wants; of one
 * sentence only the best stay.
 */
#ifndef DRAFT_FINISH_H
#define DRAFT_FINISH_H

#include "draft/propose.h"

/* The drafts of the sentence at hand. */
void finish_sentence(struct proposals *p);

/* Gives wrong options to the answers that are too long to type, of drafts from `first` on. */
void finish_options(struct drafts *drafts, size_t first);

/* How likely the draft is to be good as it stands, its pattern's score changed by its looks. */
double score_of(const struct proposals *p, const struct draft *draft);

#endif
