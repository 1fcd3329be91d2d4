/*
 * How would this answer be judged?  Records nothing.
 */
#include "cmd/card.h"
#include "cmd/command.h"
#include "session/alias.h"

static int run(struct app *app, const struct call *call)
{
    size_t index;
    if (!card_named(app, call->words[0], &index, &app->err))
        return (int)app->err.kind;
    const struct card *card = app->library.cards[index];
    struct key key = collection_key(&app->collection, index, &app->arena);
    struct judgement judgement =
        match_judge(&key, &card->note->deck->context, call->words[1], &app->arena);
    const char *rating = fsrs_rating_word(propose_rating(&judgement, false));
    const char *because = propose_reason(&judgement, false);
    if (app->global.json) {
        cJSON *object = cJSON_CreateObject();
        cJSON_AddStringToObject(object, "verdict", verdict_word(judgement.verdict));
        cJSON_AddStringToObject(object, "reason", judgement.reason);
        json_add_text(object, "feedback", judgement.feedback);
        cJSON_AddStringToObject(object, "expected", judgement.expected);
        cJSON_AddStringToObject(object, "rating", rating);
        cJSON_AddStringToObject(object, "because", because);
        json_add_text(object, "other", judgement.other);
        app_print_json(app, object);
    } else {
        show_judgement(&app->out, &judgement, call->words[1]);
        term_wrap(&app->out, STYLE_FAINT,
            arena_printf(&app->arena, "would be rated %s: %s", rating, because), 5);
    }
    return verdict_is_right(judgement.verdict) ? STATUS_DONE : STATUS_NO;
}

const struct command cmd_try = {
    .name = "try",
    .group = "scripts",
    .args = "CARD TEXT",
    .summary = "judges an answer, records nothing; status 1 if it is not right",
    .needs = NEED_CARDS | NEED_READ | HOLDS_ANSWER,
    .least = 2,
    .most = 2,
    .run = run,
};
