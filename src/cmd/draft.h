/*
 * What `draft` is made of: documents, their drafts, and the deck that they become.
 */
#ifndef CMD_DRAFT_H
#define CMD_DRAFT_H

#include "cmd/app.h"
#include "cmd/new_id.h"
#include "document/document.h"
#include "draft/draft.h"

#include <stdbool.h>
#include <stddef.h>

struct draft_options {
    const char *output; // NULL: standard output
    struct opt_number most;
    bool review, prompt;
};

/* The documents of a run, and what was drafted of them, best first. */
struct draft_run {
    struct app *app;
    struct doc *docs;
    const char **names; // of the documents in the deck
    size_t count;
    struct drafts drafts;
};

/*
 * The deck with these cards, an array that is taken over.  Its id is made from the name of the file
 * `output` (NULL: of the first document).
 */
cJSON *draft_make_deck(const struct draft_run *run, const char *output, cJSON *cards);

/* The draft as a card with an id that `ids` has not. */
cJSON *draft_make_card(
    const struct draft_run *run, const struct draft *draft, struct new_ids *ids);

/*
 * Walks the drafts with who sits at the terminal; whatever was decided stands in `output` at once.
 * Returns the exit status.
 */
int draft_review(struct draft_run *run, const char *output);

/* Prints what to tell a program that is to write a deck of the documents. */
void draft_print_prompt(struct draft_run *run);

#endif
