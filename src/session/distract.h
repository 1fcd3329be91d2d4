/*
 * Wrong options for a card that is typed otherwise: other answers that could be meant.
 *
 * What the author foresaw as wrong comes first ("feedback"), then what other cards are answered
 * with, if their questions ask for the same (look.h): other people for a person, towns for a
 * town, languages for a language; the likest first: of the same deck and tags, asked about the
 * same matter, of about the same length.  Of a number the other numbers, written with its unit,
 * and near ones that are made; of a date near ones (nearby.h).
 *
 * Invariants: the judge finds every option wrong, not close and not a part; no two options are
 * the same answer; none repeats a word of the question that the right one does not; the right
 * one is neither the longest nor the shortest by far, nor the only one with a digit, a capital,
 * a possessive, an article; among numbers it is the greatest as often as any other.
 */
#ifndef SESSION_DISTRACT_H
#define SESSION_DISTRACT_H

#include "base/rng.h"
#include "session/collection.h"
#include "session/look.h"

#include <stdbool.h>

enum { DISTRACT_MOST = 3, DISTRACT_LEAST = 2 };

/* What a card is answered with: one answer, an item of a list, an option. */
struct known_answer {
    const char *text;
    const struct note *note;
    const char *question; // its words
    struct asked asked;
    struct look look;
};

/* All that could be an option, read once for a paper. */
struct distractors {
    struct known_answer *answers;
    size_t count, capacity;
    struct map names;      // folded text -> its place in by_name
    struct asked *by_name; // what such a name was asked for as
    size_t name_capacity;
    struct arena arena;
};

void distractors_read(struct distractors *all, const struct collection *collection);
void distractors_release(struct distractors *all);

/*
 * Makes a choice of the key of a card that asks for one text or number: *out has KEY_CHOICE and
 * its options in the order drawn.  False if the card is of another kind, or if there are not
 * DISTRACT_LEAST good ones; *out is the key as it was then.  Texts live in `arena`, in `all`, or
 * are the decks'.
 */
bool distract(const struct distractors *all, const struct card *card,
    const struct key *key, struct rng *rng, struct arena *arena, struct key *out);

#endif
