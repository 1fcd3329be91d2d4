/*
 * The three ways in which `add` gets cards: from options, from standard input, and by asking.
 */
#ifndef CMD_ADD_H
#define CMD_ADD_H

#include "base/opt.h"
#include "cmd/new_cards.h"

/* What is said of a card; nothing of it is checked yet. */
struct card_texts {
    const char *question, *answer_json, *source, *hint, *note, *id;
    struct opt_texts answers, accept, wrong, tags;
};

/* Appends the card as JSON text, on one line.  ERR_USAGE for what is no UTF-8 or no JSON. */
MUST_USE bool card_texts_render(
    const struct card_texts *texts, struct buf *out, struct err *err);

void card_texts_release(struct card_texts *texts);

/* Tells on stderr what the card looks like, and what could be better in it. */
void add_warn(struct new_cards *cards, const struct trial *trial);

/*
 * Takes the cards of standard input: a card a line, as JSON or as columns between tabs.  Empty
 * lines are passed over.  ERR_INPUT with line and column at the first that cannot be used.
 */
MUST_USE bool add_from_input(struct new_cards *cards, struct err *err);

/* Asks for one card after the other and writes each. */
MUST_USE bool add_by_asking(struct new_cards *cards, struct err *err);

#endif
