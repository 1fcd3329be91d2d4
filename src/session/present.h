/*
 * A card as it is put to the learner, and what a verdict proposes.
 */
#ifndef SESSION_PRESENT_H
#define SESSION_PRESENT_H

#include "base/arena.h"
#include "deck/deck.h"
#include "fsrs/rating.h"
#include "match/judge.h"

#include <stdbool.h>

/*
 * The key with its options in the order shown: shuffled by card and count of reviews, so that
 * every program that shows this card now agrees on the letters.
 */
struct key present_key(const struct card *card, int reviews, struct arena *arena);

/* What to remember a card without an id by, so that it is known when reworded; else NULL. */
const char *note_question(const struct card *card);

/*
 * Would this text, shown with the question, give the answer away?  It does if it holds a right
 * answer as whole words, by the rules of the judge (another spelling will do, but no slip), or
 * the letters of one within a longer word.
 */
bool present_gives_away(const struct card *card, const char *text);

/*
 * Appends deck and heading, "persia-540 > The Sack of Antioch", as far as they do not give the
 * answer away.  A place that begins with a small letter is a few words of the text, no heading.
 */
void present_place(const struct card *card, struct buf *out);

/*
 * The rating that a verdict proposes: right is Good, or Hard with a hint; partial is Again,
 * or Hard from four items of five up; wrong and blank are Again.
 */
enum fsrs_rating propose_rating(const struct judgement *judgement, bool hinted);

/* Why that rating, in a few words: "right", "right, with a hint", "four in five or more". */
const char *propose_reason(const struct judgement *judgement, bool hinted);

/* What is proposed to those who grade themselves: Good, or Hard with a hint. */
enum fsrs_rating propose_self(bool hinted);

#endif
