/*
 * The paper of a quiz: which questions it has, what was answered, and how it is marked.
 *
 * Questions stand in the order in which they are asked; one that is put off goes to the end.
 *
 * Drawing spreads evenly over decks and, within a deck, over tags; of siblings one is drawn,
 * since they give each other away.  Cards that the learner grades alone cannot be marked, and
 * like suspended ones are never drawn.  The same seed draws the same paper.
 *
 * Marks.  Right is 1; of several items their share; a part of one text is half.
 */
#ifndef SESSION_PAPER_H
#define SESSION_PAPER_H

#include "match/judge.h"
#include "session/collection.h"
#include "session/distract.h"
#include "session/record.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct paper_item {
    size_t card;
    struct key key; // as it is asked, options in their order
    bool made;      // a choice was made of it
    bool hinted;    // the hint was shown
    bool answered;  // what follows is set
    const char *typed;
    struct judgement judgement;
    double mark;       // 0..1
    int64_t answer_ms; // from question to answer
};

struct paper_options {
    const bool *selected; // by card
    size_t count;         // questions wanted
    bool choices; // typed cards become multiple choice where that can be done well
    uint64_t seed;
};

struct paper {
    const struct collection *collection; // borrowed
    struct paper_item *items;
    size_t count;
    struct distractors distractors;
    struct arena arena;
};

void paper_draw(struct paper *paper, const struct collection *collection,
    const struct paper_options *options);
void paper_release(struct paper *paper);

const struct card *paper_card(const struct paper *paper, size_t item);

/* Judges and marks an answer; a second one replaces it. */
void paper_answer(struct paper *paper, size_t item, const char *typed, int64_t answer_ms);

/* Puts a question to the end of the paper; false if it is there already. */
bool paper_put_off(struct paper *paper, size_t item);

/*
 * Saves an answer, given at `at_ms`, as a review with the rating that its verdict proposes.  To
 * pick the answer of a card that is typed otherwise is rated as with a hint: Hard at most.
 */
enum record_result paper_record(const struct paper *paper, struct collection *collection,
    size_t item, int64_t at_ms, struct err *err);

/* Marks of what was asked; what was not reached counts as asked in `of`. */
struct score {
    size_t of;       // questions
    size_t answered; // the others were not reached
    size_t right, partial, wrong;
    double marks; // 0..of
};

/* Share of the marks in percent, 0 of nothing; rounded down, so that 100 means all. */
int score_percent(const struct score *score);

struct score paper_total(const struct paper *paper);

/* The score of one deck, or of one tag. */
struct part {
    const char *name;
    struct score score;
};

/* By deck, in the order of the library; only decks that the paper has; in `arena`. */
struct part *paper_by_deck(const struct paper *paper, struct arena *arena, size_t *count);

/* By tag, the weakest first. */
struct part *paper_by_tag(const struct paper *paper, struct arena *arena, size_t *count);

#endif
