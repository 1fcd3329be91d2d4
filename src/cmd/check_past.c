#include "cmd/check.h"

#include "base/file.h"
#include "cmd/command.h"
#include "deck/lint.h"
#include "match/judge.h"
#include "session/replay.h"

#include <stdlib.h>
#include <string.h>

struct gathering {
    struct app *app;
    struct card_past *past;
    bool *is_reset; // what lies before counts no more; by card
    struct undone undone;
};

/* What the learner taught a card is no answer of the deck's. */
static bool was_taught(const struct collection *c, size_t card, const char *typed)
{
    for (size_t i = 0; i < c->alias_count; i++)
        if (c->aliases[i].card == card && strcmp(c->aliases[i].alias.typed, typed) == 0)
            return true;
    return false;
}

static bool is_new(const struct card_past *past, const char *typed)
{
    for (size_t i = 0; i < past->right_count; i++)
        if (strcmp(past->right[i], typed) == 0)
            return false;
    return past->right_count < PAST_RIGHT_MOST;
}

/* The newest few, and only what was right to the letter: the judge may have learnt since. */
static void gather_review(struct gathering *g, size_t card, const struct event *event)
{
    struct card_past *past = &g->past[card];
    struct arena scratch = { 0 };
    struct review review;
    if (past->right_count < PAST_RIGHT_MOST &&
        review_parse(event->payload, &review, &scratch) && review.typed != NULL &&
        review.verdict != NULL &&
        strcmp(review.verdict, verdict_word(VERDICT_EXACT)) == 0 &&
        !was_taught(&g->app->collection, card, review.typed) &&
        is_new(past, review.typed))
        past->right[past->right_count++] = arena_strdup(&g->app->arena, review.typed);
    arena_release(&scratch);
}

static bool gather(void *context, const struct event *event)
{
    struct gathering *g = context;
    size_t card;
    if (!undone_visit(&g->undone, event) ||
        (event->kind != EVENT_REVIEW && event->kind != EVENT_RESET) ||
        !collection_find_owner(&g->app->collection, event->card, &card) ||
        g->is_reset[card])
        return true;
    if (event->kind == EVENT_RESET)
        g->is_reset[card] = true;
    else
        gather_review(g, card, event);
    return true;
}

static bool gather_all(struct app *app, struct card_past *past, struct err *err)
{
    size_t count = app->library.card_count;
    struct gathering g = {
        .app = app,
        .past = past,
        .is_reset = arena_alloc(&app->arena, (count + 1) * sizeof *g.is_reset),
    };
    for (size_t i = 0; i < count; i++)
        past[i].answers = (size_t)app->collection.progress[i].reviews;
    bool ok = store_walk_back(app->store, gather, &g, err);
    undone_release(&g.undone);
    return ok;
}

static void tell_unread(struct app *app, const struct err *err)
{
    struct buf text = { 0 };
    buf_addf(&text, "note: your answers were not looked at: %s\n", err->message);
    term_text(&app->err_out, STYLE_PLAIN, text.text);
    buf_release(&text);
}

void check_past(struct app *app)
{
    struct err err;
    if (file_kind(app->progress_path) != FILE_REGULAR || app->library.card_count == 0)
        return;
    struct card_past *past =
        arena_alloc(&app->arena, app->library.card_count * sizeof *past);
    if (app_provide(app, NEED_READ, NULL, 0, &err) && gather_all(app, past, &err))
        library_lint_past(&app->library, past);
    else
        tell_unread(app, &err);
}
