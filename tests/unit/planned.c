#include "planned.h"

#include "session/habits.h"
#include "session/record.h"

#include <stdlib.h>
#include <string.h>

enum { SEED = 3 };

const char planned_beginning[] = "2026-05-01T08:00:00Z";

static void write_deck(struct learner *l, int cards)
{
    struct buf deck = { 0 };
    buf_add(&deck, "{'format': 1, 'id': 'd', 'title': 'D', 'cards': [");
    for (int i = 0; i < cards; i++)
        buf_addf(&deck, "%s{'id': 'c%d', 'question': 'Q%d?', 'answer': 'a%d'}",
            i > 0 ? "," : "", i, i, i);
    buf_add(&deck, "]}");
    char *json = learner_json(deck.text);
    learner_write(l, "decks/d.json", json);
    free(json);
    buf_release(&deck);
}

void planned_begin(struct learner *l, int cards)
{
    learner_begin(l);
    write_deck(l, cards);
    learner_open(l);
}

void planned_end(struct learner *l)
{
    learner_close(l);
    learner_end(l);
}

void planned_rate(
    struct learner *l, size_t card, int64_t at_ms, int rating, int answer_ms)
{
    struct err err = { 0 };
    struct event_key key;
    struct plan plans[4];
    collection_plan(&l->collection, card, at_ms, plans);
    struct review review = { .rating = (enum fsrs_rating)rating,
        .plan = plans[rating - 1],
        .answer_ms = answer_ms };
    if (record_review(&l->collection, card, at_ms, &review, &key, &err) != RECORD_SAVED)
        fail_msg("%s", err.message);
}

bool *planned_all(const struct learner *l)
{
    bool *all = mem_alloc(l->library.card_count);
    memset(all, true, l->library.card_count);
    return all;
}

struct planner planned_at(struct learner *l, int64_t now_ms)
{
    struct planner planner;
    bool *all = planned_all(l);
    planner_init(&planner, &l->collection, all, &habits_default, now_ms, SEED);
    free(all);
    return planner;
}

int64_t planned_backlog(struct learner *l, size_t cards, int days)
{
    int64_t at_ms = learner_time(planned_beginning);
    for (size_t i = 0; i < cards; i++)
        planned_rate(l, i, at_ms + (int64_t)i * 10 * SECOND_MS, FSRS_EASY, 4000);
    return at_ms + (int64_t)days * DAY_MS;
}
