/*
 * Cards and answers for other programs.
 */
#include "cmd/card.h"
#include "cmd/command.h"

#include "exchange/export.h"
#include "exchange/history.h"
#include "exchange/patch.h"
#include "ui/busy.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

struct export_call {
    const char *to, *output;
    bool history, aliases;
};

static const struct opt export_opts[] = {
    { "to", 0, OPT_TEXT, offsetof(struct export_call, to), "FORMAT",
        "csv (the default), tsv, anki or json; of answers csv or jsonl" },
    { "output", 'o', OPT_TEXT, offsetof(struct export_call, output), "FILE",
        "write to this new file" },
    { "history", 0, OPT_FLAG, offsetof(struct export_call, history), NULL,
        "the answers instead of the cards" },
    { "aliases", 0, OPT_FLAG, offsetof(struct export_call, aliases), NULL,
        "the spellings that count since you said so, as a JSON Patch for a deck" },
    { .name = NULL },
};

/* What is meant: flags by card, as selectors give them. */
struct meant {
    bool *selected;
    bool orphans;
};

/* ---- cards ---------------------------------------------------------------------------------- */

static const struct card **cards_of(
    struct app *app, const struct meant *meant, size_t *count)
{
    const struct library *library = &app->library;
    const struct card **cards =
        arena_alloc(&app->arena, library->card_count * sizeof *cards);
    *count = 0;
    for (size_t i = 0; i < library->card_count; i++)
        if (meant->selected[i])
            cards[(*count)++] = library->cards[i];
    return cards;
}

static void tell_losses(struct app *app, size_t count, const struct export_losses *losses)
{
    struct buf lost = { 0 }, line = { 0 };
    export_add_losses(&lost, losses);
    buf_addf(&line, "%zu %s", count, count == 1 ? "card" : "cards");
    if (lost.len > 0)
        buf_addf(&line, ": %s; --to json keeps all", lost.text);
    buf_add_char(&line, '\n');
    term_raw(&app->err_out, STYLE_PLAIN, line.text);
    buf_release(&lost);
    buf_release(&line);
}

static bool write_cards(struct app *app, enum export_format format,
    const struct meant *meant, struct output *output, struct err *err)
{
    size_t count;
    const struct card **cards = cards_of(app, meant, &count);
    struct export_losses losses = { 0 };
    struct buf text = { 0 };
    bool ok = true;
    if (format == EXPORT_JSON)
        ok = export_deck(cards, count, &text, err);
    else
        export_table(format, cards, count, &text, &losses);
    if (ok) {
        output_write(output, &text);
        tell_losses(app, count, &losses);
    }
    buf_release(&text);
    return ok;
}

/* ---- answers -------------------------------------------------------------------------------- */

/* Without a selector, answers to cards that no deck has any more count too. */
static bool write_history(struct app *app, bool events, bool all,
    const struct meant *meant, struct output *output, struct err *err)
{
    busy_begin(&app->err_out, "writing answers ...");
    bool ok = events ? history_write_events(&app->collection,
                           all ? NULL : meant->selected, meant->orphans, output, err)
                     : history_write_answers(&app->collection, meant->selected,
                           all || meant->orphans, output, err);
    busy_end();
    return ok;
}

/* ---- spellings ------------------------------------------------------------------------------ */

static bool write_aliases(
    struct app *app, const struct meant *meant, struct output *output, struct err *err)
{
    size_t homeless;
    struct buf text = { 0 };
    bool ok = patch_render(&app->collection, meant->selected, &text, &homeless, err);
    if (ok)
        output_write(output, &text);
    if (ok && homeless > 0) {
        buf_clear(&text);
        buf_addf(&text,
            "%zu left out: for a gap without a name, or a reverse side that is just "
            "true\n",
            homeless);
        term_raw(&app->err_out, STYLE_PLAIN, text.text);
    }
    buf_release(&text);
    return ok;
}

/* ---- the whole ------------------------------------------------------------------------------ */

/* What is wanted, in the words of --to. */
struct wanted {
    enum export_format format;
    bool events;
};

static bool read_to(
    const struct export_call *options, struct wanted *wanted, struct err *err)
{
    const char *to = options->to != NULL ? options->to : "csv";
    *wanted = (struct wanted){ 0 };
    if (options->aliases)
        return (!options->history && options->to == NULL) ||
               err_set(err, ERR_USAGE, "--aliases stands alone: it writes a JSON Patch");
    if (options->history) {
        wanted->events = strcmp(to, "jsonl") == 0;
        return wanted->events || strcmp(to, "csv") == 0 ||
               err_set(err, ERR_USAGE, "--history --to takes csv or jsonl, not '%s'", to);
    }
    return export_format_parse(to, &wanted->format) ||
           err_set(err, ERR_USAGE, "--to takes csv, tsv, anki or json, not '%s'", to);
}

static bool write_meant(struct app *app, const struct call *call,
    const struct wanted *wanted, const struct meant *meant, struct output *output,
    struct err *err)
{
    const struct export_call *options = call->options;
    if (options->history)
        return write_history(app, wanted->events, call->count == 0, meant, output, err);
    return options->aliases ? write_aliases(app, meant, output, err)
                            : write_cards(app, wanted->format, meant, output, err);
}

static bool write_all(struct app *app, const struct call *call,
    const struct wanted *wanted, struct err *err)
{
    const struct export_call *options = call->options;
    struct meant meant = { 0 };
    struct output output;
    meant.selected = selection_of(app, call->words, call->count, &meant.orphans, err);
    if (meant.selected == NULL)
        return false;
    bool ok =
        output_open(&output, options->output, app->out.stream, app->out.interactive, err);
    if (ok) {
        bool whole = write_meant(app, call, wanted, &meant, &output, err);
        ok = output_close(&output, whole, err) && whole;
    }
    free(meant.selected);
    return ok;
}

static int run(struct app *app, const struct call *call)
{
    struct wanted wanted;
    bool ok = read_to(call->options, &wanted, &app->err) &&
              app_expect_cards(app, &app->err) &&
              write_all(app, call, &wanted, &app->err);
    return ok ? STATUS_DONE : (int)app->err.kind;
}

const struct command cmd_export = {
    .name = "export",
    .group = "data",
    .args = "[OPTIONS] [SELECTOR...]",
    .summary = "cards as a table, as Anki's notes or a deck; answers with --history",
    .notes = selector_notes,
    .opts = export_opts,
    .options_size = sizeof(struct export_call),
    .needs = NEED_DECKS | NEED_FILES | NEED_READ,
    .most = SIZE_MAX,
    .run = run,
};
