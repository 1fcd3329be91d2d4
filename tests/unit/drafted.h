/*
 * A deck of drafts, as its file would be: what drafting has to make is a deck without faults.
 */
#ifndef DRAFTED_H
#define DRAFTED_H

#include "draft/draft.h"

/* Renders the deck "d" of the document "d" into `out`; its cards are card-0, card-1, ... */
void drafted_deck(const struct drafts *drafts, struct buf *out);

#endif
