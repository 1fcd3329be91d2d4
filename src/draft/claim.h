/*
 * What an answer claims, held against the places that its note cites.
 *
 * claim.c         what is shared, dates, all answers of a note
 * claim_name.c    names
 * claim_number.c  numbers
 */
#ifndef DRAFT_CLAIM_H
#define DRAFT_CLAIM_H

#include "draft/ground.h"
#include "match/facts.h"

/* Checks the answers of all cards of a note; complaints go to ground->loader. */
void claims_check(struct ground *ground, const struct note *note,
    const struct spots *spots, struct arena *arena);

/* Does a deck write its answers like sentences, with a capital in front of any word? */
bool claims_are_prose(const struct deck *deck);

/* ---- what the parts share --------------------------------------------------------------- */

/* One answer of a card. */
struct claim {
    struct ground *ground;
    const struct card *card;
    const struct spots *spots;
    const cJSON *value; // where it stands in the deck
    const char *text;
    struct arena *arena;
};

enum sought { SOUGHT_WORD, SOUGHT_NUMBER };

/* Where a range of a document says it first; NULL: nowhere. */
const struct mention *evidence_find(const struct evidence *evidence, enum sought sought,
    const char *text, struct range range);

/* Does one of the spots say it? */
bool claim_is_near(const struct claim *claim, enum sought sought, const char *text);

/* The fact as the answer writes it. */
const char *claim_written(const struct claim *claim, const struct fact *fact);

/* Complains that the fact does not stand there; what stands elsewhere, or looks like it, is told. */
void claim_tell_missing(const struct claim *claim, const struct fact *fact,
    enum sought sought, const char *text);

/* The parts: each complains about a fact of that kind if it must. */
void claim_check_name(const struct claim *claim, const struct fact *fact);
void claim_check_number(const struct claim *claim, const struct fact *fact);

#endif
