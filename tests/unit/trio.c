#include "trio.h"

#include "test.h"

#include "session/record.h"

static const char deck[] = "{ 'format': 1, 'id': 'd', 'title': 'D', 'cards': ["
                           "{ 'id': 'a', 'question': 'A?', 'answer': 'one' },"
                           "{ 'id': 'b', 'question': 'B?', 'answer': 'two' },"
                           "{ 'id': 'c', 'question': 'C?', 'answer': 'three' } ] }";

int64_t trio_day_ms(int day)
{
    return learner_time("2026-01-01T12:00:00Z") + (int64_t)day * DAY_MS;
}

void trio_begin(struct learner *learner)
{
    learner_begin(learner);
    learner_write(learner, "decks/d.json", deck);
    learner_open(learner);
}

void trio_end(struct learner *learner)
{
    learner_close(learner);
    learner_end(learner);
}

void trio_answer(
    struct learner *learner, const char *name, int day, enum fsrs_rating rating)
{
    struct collection *c = &learner->collection;
    size_t card = learner_card(learner, name);
    struct plan plans[4];
    struct event_key key;
    struct err err;
    collection_plan(c, card, trio_day_ms(day), plans);
    struct review review = { .rating = rating, .plan = plans[rating - 1] };
    assert_int_equal(
        record_review(c, card, trio_day_ms(day), &review, &key, &err), RECORD_SAVED);
}

void trio_answer_all(struct learner *learner, int day, enum fsrs_rating rating)
{
    trio_answer(learner, "d/a", day, rating);
    trio_answer(learner, "d/b", day, rating);
    trio_answer(learner, "d/c", day, rating);
}

void trio_study(struct learner *learner)
{
    trio_answer_all(learner, 0, FSRS_EASY);
    trio_answer_all(learner, 9, FSRS_GOOD);
}
