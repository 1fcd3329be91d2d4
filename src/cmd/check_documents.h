/*
 * `check` with documents: cards against what they cite, and what of it no card covers.
 */
#ifndef CMD_CHECK_DOCUMENTS_H
#define CMD_CHECK_DOCUMENTS_H

#include "base/json.h"
#include "cmd/app.h"
#include "draft/ground.h"

#include <stddef.h>

/* The decks of the library with their documents; a zero struct is none. */
struct grounded {
    struct ground *decks;
    size_t count;
};

/*
 * Reads the documents that the decks cite, from `folder` (may be NULL) or beside the decks, and adds
 * what does not agree to the library's diags.  The library must live as long.
 */
void check_documents(struct app *app, const char *folder, struct grounded *out);
void grounded_release(struct grounded *grounded);

/* Prints what no card covers: for people, and as an array. */
void coverage_print(struct app *app, const struct grounded *grounded);
cJSON *coverage_json(const struct grounded *grounded);

#endif
