/*
 * The JSON Schema of decks, for editors.
 */
#include "cmd/command.h"

/* docs/deck.schema.json, turned into C by the Makefile. */
extern const char deck_schema[];

static int run(struct app *app, const struct call *call)
{
    (void)call;
    term_raw(&app->out, STYLE_PLAIN, deck_schema);
    return STATUS_DONE;
}

const struct command cmd_schema = {
    .name = "schema",
    .group = "authors",
    .args = "",
    .summary = "prints the JSON Schema of decks, for editors",
    .run = run,
};
