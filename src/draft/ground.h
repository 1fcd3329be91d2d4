/*
 * Cards against the documents that they cite: is there such a place, and does it say what the
 * answer says?
 *
 * A place is a section, or the passage of a few words with the sentences beside it.  What is looked
 * for there are the dates, numbers and names of answers; other words an author may choose freely.
 * A rule is right or silent, so what an answer may have been worked out from is left alone:
 * true and false, small counts ("how many sums?"), wrong choices, the order of a sequence, other
 * accepted forms.  Words of the same family count as names ("Persia" where the text has
 * "Persian"), unless the document knows both.
 */
#ifndef DRAFT_GROUND_H
#define DRAFT_GROUND_H

#include "deck/deck.h"
#include "deck/loader.h"
#include "document/document.h"
#include "document/place.h"
#include "draft/evidence.h"

#include <stdbool.h>
#include <stddef.h>

/* A document of a deck. */
struct ground_document {
    const char *path; // of the file that was read; NULL: none could be
    bool tried;
    struct doc doc;
    struct places places;
    struct evidence evidence;
};

/* A deck and the documents that it cites. */
struct ground {
    struct deck *deck;
    struct ground_document *documents; // one for each of the deck's
    struct rules rules;
    bool
        prose; // answers begin with a capital as sentences do, so that a first word tells nothing
    struct loader loader; // for complaints
    struct json json;     // its source alone
    struct arena arena;
};

/*
 * Reads the documents: from `folder` (NULL: from nowhere else) by the names of their files, or
 * from where the deck says.  What cannot be read is added to `diags`, once.
 */
void ground_open(
    struct ground *ground, struct deck *deck, const char *folder, struct diags *diags);
void ground_close(struct ground *ground);

/* Adds what is wrong with places and answers of all cards that are not parked. */
void ground_check(struct ground *ground);

/* Where a note says that its answers stand. */
struct spot {
    struct ground_document *document;
    const char *at;     // as cited; NULL: somewhere in the document
    struct place place; // unless at is NULL
    struct range range; // to look in
};

struct spots {
    struct spot *items;
    size_t count, capacity;
    bool all; // no document or place of them is missing
};

/* Words that occur several times are several spots.  In `arena`. */
struct spots ground_spots(
    const struct ground *ground, const struct note *note, struct arena *arena);

#endif
