/*
 * Answers a card, due or not, as a session would: judges what was typed, rates, saves.
 */
#include "cmd/card.h"
#include "cmd/command.h"
#include "session/alias.h"

#include <string.h>

struct answer_options {
    struct opt_texts typed;
    const char *rating;
    bool remember;
};

static const struct opt answer_opts[] = {
    { "typed", 0, OPT_TEXTS, offsetof(struct answer_options, typed), "TEXT",
        "what was typed; repeat it for items of a list" },
    { "rating", 0, OPT_TEXT, offsetof(struct answer_options, rating), "RATING",
        "again, hard, good or easy, whatever was typed" },
    { "remember", 0, OPT_FLAG, offsetof(struct answer_options, remember), NULL,
        "what was typed counts as right from now on" },
    { .name = NULL },
};

/* An answer on its way from the command line to the disk. */
struct attempt {
    size_t index;
    const struct card *card;
    const char *typed; // NULL: only a rating
    int lapses_before;
    struct judgement judgement;
    enum fsrs_rating rating;
    struct event_key event;
};

static const char *join_typed(struct app *app, const struct opt_texts *typed)
{
    struct buf joined = { 0 };
    for (size_t i = 0; i < typed->count; i++)
        buf_addf(&joined, "%s%s", i > 0 ? "\n" : "", typed->items[i]);
    const char *text =
        typed->count > 0 ? arena_strdup(&app->arena, buf_text(&joined)) : NULL;
    buf_release(&joined);
    return text;
}

/* Before the answer, so that it is judged by it, and an undo takes the answer back first. */
static bool remember(
    struct app *app, const struct answer_options *options, const struct attempt *attempt)
{
    const struct key *key = &attempt->card->key;
    if (!options->remember)
        return true;
    if (attempt->typed == NULL || !alias_fits(key))
        return err_set(&app->err, ERR_USAGE,
            "--remember takes one text that was typed, for a card that asks for one");
    struct alias alias = { key->items[0].forms[0], attempt->typed };
    return record_alias(
        &app->collection, attempt->index, &alias, app_now(app), &app->err);
}

static void judge(struct app *app, struct attempt *attempt)
{
    struct key key = collection_key(&app->collection, attempt->index, &app->arena);
    attempt->judgement = match_judge(
        &key, &attempt->card->note->deck->context, attempt->typed, &app->arena);
    attempt->rating = propose_rating(&attempt->judgement, false);
}

/* From the options to a rating, judged where something was typed. */
static bool rate(
    struct app *app, const struct answer_options *options, struct attempt *attempt)
{
    if (options->typed.count == 0 && options->rating == NULL)
        return err_set(&app->err, ERR_USAGE,
            "answer needs --typed TEXT, or --rating again|hard|good|easy");
    attempt->typed = join_typed(app, &options->typed);
    if (options->rating != NULL && !fsrs_rating_parse(options->rating, &attempt->rating))
        return err_set(&app->err, ERR_USAGE,
            "no rating '%s'; there are again, hard, good, easy", options->rating);
    if (!remember(app, options, attempt))
        return false;
    enum fsrs_rating wanted = attempt->rating;
    if (attempt->typed != NULL)
        judge(app, attempt);
    if (options->rating != NULL)
        attempt->rating = wanted;
    return true;
}

static bool save(struct app *app, struct attempt *attempt)
{
    struct plan plans[4];
    collection_plan(&app->collection, attempt->index, app_now(app), plans);
    struct review review = {
        .rating = attempt->rating,
        .plan = plans[attempt->rating - 1],
        .typed = app->settings.keep_typed ? attempt->typed : NULL,
        .question = note_question(attempt->card),
        .verdict =
            attempt->typed != NULL ? verdict_word(attempt->judgement.verdict) : NULL,
        .confused = attempt->typed != NULL && attempt->rating == FSRS_AGAIN
                        ? attempt->judgement.other
                        : NULL,
    };
    switch (record_review(&app->collection, attempt->index, app_now(app), &review,
        &attempt->event, &app->err)) {
    case RECORD_SAVED:
        return true;
    case RECORD_CHANGED:
        return err_set(&app->err, ERR_SYSTEM,
            "'%s' was changed by another process just now; nothing was saved, try again",
            attempt->card->name);
    case RECORD_NOT_KEPT:
    case RECORD_FAILED:
        break;
    }
    return false;
}

static void print_json(struct app *app, const struct attempt *attempt)
{
    const struct progress *progress = &app->collection.progress[attempt->index];
    bool judged = attempt->typed != NULL;
    const char *expected = judged ? attempt->judgement.expected
                                  : match_expected(&attempt->card->key, &app->arena);
    double delay_s = (double)schedule_delay_s(&progress->plan, app_now(app));
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "card", attempt->card->name);
    json_add_text(
        object, "verdict", judged ? verdict_word(attempt->judgement.verdict) : NULL);
    json_add_text(object, "reason", judged ? attempt->judgement.reason : NULL);
    json_add_text(object, "feedback", judged ? attempt->judgement.feedback : NULL);
    json_add_text(object, "expected", expected);
    json_add_text(object, "rating", fsrs_rating_word(attempt->rating));
    cJSON_AddItemToObject(object, "due", due_json(progress));
    cJSON_AddNumberToObject(object, "interval_days", delay_s / 86400);
    cJSON_AddItemToObject(object, "state", memory_json(progress->memory));
    cJSON_AddBoolToObject(object, "leech",
        is_new_leech(&app->collection, attempt->index, attempt->lapses_before));
    cJSON_AddItemToObject(object, "event", event_json(&attempt->event));
    app_print_json(app, object);
}

static void print_text(struct app *app, const struct attempt *attempt)
{
    const struct progress *progress = &app->collection.progress[attempt->index];
    struct buf line = { 0 };
    if (attempt->typed != NULL)
        show_judgement(&app->out, &attempt->judgement, attempt->typed);
    buf_addf(&line, "%s; due again ", fsrs_rating_word(attempt->rating));
    add_when(&line, app, progress->plan.due_ms, app_now(app));
    buf_add_char(&line, '\n');
    term_raw(&app->out, STYLE_PLAIN, line.text);
    buf_release(&line);
    show_leech(&app->out, &app->collection, attempt->index, attempt->lapses_before);
}

static int answer(
    struct app *app, const struct call *call, const struct answer_options *options)
{
    struct attempt attempt = { 0 };
    if (!card_named(app, call->words[0], &attempt.index, &app->err))
        return (int)app->err.kind;
    attempt.card = app->library.cards[attempt.index];
    attempt.lapses_before = app->collection.progress[attempt.index].lapses;
    if (!rate(app, options, &attempt) || !save(app, &attempt))
        return (int)app->err.kind;
    if (app->global.json)
        print_json(app, &attempt);
    else
        print_text(app, &attempt);
    return STATUS_DONE;
}

static int run(struct app *app, const struct call *call)
{
    struct answer_options options = *(const struct answer_options *)call->options;
    int status = answer(app, call, &options);
    opt_texts_release(&options.typed);
    return status;
}

const struct command cmd_answer = {
    .name = "answer",
    .group = "scripts",
    .args = "CARD --typed TEXT | --rating RATING",
    .summary = "answers a card, due or not, and saves it",
    .opts = answer_opts,
    .options_size = sizeof(struct answer_options),
    .needs = NEED_CARDS | NEED_WRITE | HOLDS_ANSWER,
    .least = 1,
    .most = 1,
    .run = run,
};
