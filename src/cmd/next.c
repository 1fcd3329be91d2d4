/*
 * The question that a session would ask now, for scripts: `next` asks, `answer` answers.
 */
#include "cmd/card.h"
#include "cmd/command.h"

#include <stdlib.h>

static cJSON *question_json(struct app *app, size_t index, const struct queue *queue,
    const struct queue_input *input)
{
    const struct card *card = app->library.cards[index];
    struct plan plans[4];
    struct key key =
        present_key(card, app->collection.progress[index].reviews, &app->arena);
    collection_plan(&app->collection, index, input->now_ms, plans);
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "card", card->name);
    cJSON_AddStringToObject(object, "kind", key_kind_word(card->kind));
    cJSON_AddStringToObject(object, "question", card->question);
    json_add_text(object, "hint", card->hint);
    json_add_texts(object, "choices", key.options, key.option_count);
    json_add_texts(object, "items", key.lefts, key.lefts != NULL ? key.count : 0);
    cJSON_AddBoolToObject(object, "self", card->note->self);
    cJSON_AddItemToObject(object, "counts", counts_json(queue_remaining(queue, input)));
    cJSON_AddItemToObject(object, "intervals", intervals_json(plans, input->now_ms));
    return object;
}

static void print_question(struct app *app, size_t index)
{
    const struct card *card = app->library.cards[index];
    struct key key =
        present_key(card, app->collection.progress[index].reviews, &app->arena);
    term_text(&app->out, STYLE_FAINT, card->name);
    term_raw(&app->out, STYLE_PLAIN, "\n");
    show_question(&app->out, card, &key);
}

static void print_nothing(struct app *app, int64_t next_due_ms)
{
    if (app->global.json) {
        cJSON *object = cJSON_CreateObject();
        cJSON_AddNullToObject(object, "card");
        cJSON_AddItemToObject(object, "next_due",
            next_due_ms == INT64_MAX ? cJSON_CreateNull() : json_instant(next_due_ms));
        app_print_json(app, object);
        return;
    }
    struct buf text = { 0 };
    buf_add(&text, "nothing to ask now");
    if (next_due_ms != INT64_MAX) {
        buf_add(&text, "; next: ");
        add_when(&text, app, next_due_ms, app_now(app));
    }
    buf_add_char(&text, '\n');
    term_raw(&app->out, STYLE_PLAIN, text.text);
    buf_release(&text);
}

/* Was card `a` answered after card `b`?  At the same instant the order of events decides. */
static bool is_newer(const struct collection *c, size_t a, size_t b)
{
    if (c->progress[a].last_ms != c->progress[b].last_ms)
        return c->progress[a].last_ms > c->progress[b].last_ms;
    return c->last[a].seq > c->last[b].seq;
}

/* The card that was answered last, so that it is not asked twice in a row. */
static size_t last_asked(const struct app *app)
{
    const struct collection *c = &app->collection;
    size_t last = QUEUE_NONE;
    for (size_t i = 0; i < app->library.card_count; i++)
        if (c->progress[i].reviews > 0 && (last == QUEUE_NONE || is_newer(c, i, last)))
            last = i;
    return last;
}

static int run(struct app *app, const struct call *call)
{
    bool orphans;
    struct queue queue;
    int64_t next_due_ms;
    if (!app_expect_cards(app, &app->err))
        return (int)app->err.kind;
    bool *selected = selection_of(app, call->words, call->count, &orphans, &app->err);
    if (selected == NULL)
        return (int)app->err.kind;
    for (size_t i = 0; i < app->library.card_count; i++)
        app->collection.queue_cards[i].selected = selected[i];
    free(selected);
    struct queue_input input = collection_queue_input(
        &app->collection, app->collection.queue_cards, app_now(app), app_seed(app));
    input.last_asked = last_asked(app);
    queue_build(&queue, &input);
    size_t index = queue_next(&queue, &input, &next_due_ms);
    int status = index == QUEUE_NONE ? STATUS_NO : STATUS_DONE;
    if (index == QUEUE_NONE)
        print_nothing(app, next_due_ms);
    else if (!index_complete(&app->library, index, &app->err))
        status = (int)app->err.kind;
    else if (app->global.json)
        app_print_json(app, question_json(app, index, &queue, &input));
    else
        print_question(app, index);
    queue_release(&queue);
    return status;
}

const struct command cmd_next = {
    .name = "next",
    .group = "scripts",
    .args = "[SELECTOR...]",
    .summary = "the question to ask now; status 1 if there is none",
    .notes = selector_notes,
    .needs = NEED_DECKS | NEED_FILES | NEED_NAMES | NEED_READ,
    .most = SIZE_MAX,
    .run = run,
};
