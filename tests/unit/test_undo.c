/*
 * Undo and redo against the simplest model there is: a list of answers and a cursor.
 *
 * An answer cuts off what was undone and not redone, and is appended; undo moves the cursor
 * back, redo forward.  After each random step every card's progress must be what folding the
 * answers before the cursor gives - in memory, in the cache on the disk, and replayed from
 * the events; now and then everything is closed and opened again.
 */
#include "learner.h"
#include "test.h"

#include "base/rng.h"
#include "session/record.h"

#include <stdio.h>
#include <string.h>

enum { CARDS = 4, STEPS = 300, SEEDS = 3 };

static const char deck[] = "{ 'format': 1, 'id': 'd', 'title': 'D', 'cards': ["
                           "{ 'id': 'c0', 'question': 'One?', 'answer': 'one' },"
                           "{ 'id': 'c1', 'question': 'Two?', 'answer': 'two' },"
                           "{ 'id': 'c2', 'question': 'Three?', 'answer': 'three' },"
                           "{ 'id': 'c3', 'question': 'Four?', 'answer': 'four' } ] }";

struct model {
    struct given {
        size_t card;
        struct answer answer;
    } list[STEPS];
    size_t count, cursor; // list[cursor ...] is undone
};

struct trial {
    struct learner learner;
    struct model model;
    struct rng rng;
    int64_t now_ms;
};

/* ---- the model ---- */

static struct progress model_progress(const struct model *model, size_t card)
{
    struct progress progress = { 0 };
    for (size_t i = 0; i < model->cursor; i++)
        if (model->list[i].card == card)
            progress =
                schedule_fold(progress, &model->list[i].answer, fsrs_default_weights);
    return progress;
}

static void assert_same(const struct progress *got, const struct progress *want)
{
    assert_int_equal(got->plan.phase, want->plan.phase);
    assert_int_equal(got->plan.step, want->plan.step);
    assert_int_equal(got->plan.due_ms, want->plan.due_ms);
    assert_int_equal(got->plan.due_day.number, want->plan.due_day.number);
    assert_int_equal(got->plan.interval_days, want->plan.interval_days);
    assert_near(got->memory.stability_days, want->memory.stability_days, 0);
    assert_near(got->memory.fast_stability_days, want->memory.fast_stability_days, 0);
    assert_near(got->memory.difficulty, want->memory.difficulty, 0);
    assert_int_equal(got->reviews, want->reviews);
    assert_int_equal(got->lapses, want->lapses);
    assert_int_equal(got->last_ms, want->last_ms);
    assert_int_equal(got->first_day.number, want->first_day.number);
    assert_int_equal(got->last_day.number, want->last_day.number);
    assert_int_equal(got->review_day.number, want->review_day.number);
}

/* ---- one step in both ---- */

static size_t card_of(const struct trial *trial, size_t number)
{
    char name[8];
    snprintf(name, sizeof name, "d/c%zu", number);
    return learner_card(&trial->learner, name);
}

static void answer(struct trial *t)
{
    struct collection *c = &t->learner.collection;
    struct err err = { 0 };
    struct event_key event;
    struct plan plans[4];
    size_t number = rng_below(&t->rng, CARDS), card = card_of(t, number);
    enum fsrs_rating rating = (enum fsrs_rating)(FSRS_AGAIN + rng_below(&t->rng, 4));
    collection_plan(c, card, t->now_ms, plans);
    struct review review = { .rating = rating, .plan = plans[rating - 1] };
    if (record_review(c, card, t->now_ms, &review, &event, &err) != RECORD_SAVED)
        fail_msg("not saved: %s", err.message);
    struct day today = day_of(t->now_ms, t->learner.settings.day_start);
    t->model.count = t->model.cursor;
    t->model.list[t->model.count++] =
        (struct given){ number, { rating, t->now_ms, today, review.plan } };
    t->model.cursor = t->model.count;
}

/* What was taken back or restored must be the model's answer, or nothing in both. */
static void assert_moved(const struct undo_result *result, const struct given *given)
{
    char name[8];
    assert_int_equal(result->found, given != NULL);
    if (given == NULL)
        return;
    snprintf(name, sizeof name, "d/c%zu", given->card);
    assert_string_equal(result->card, name);
    assert_int_equal(result->review.rating, given->answer.rating);
    assert_int_equal(result->review_ms, given->answer.at_ms);
}

static void undo(struct trial *t)
{
    struct model *m = &t->model;
    struct arena arena = { 0 };
    struct err err = { 0 };
    struct undo_result result;
    if (!record_undo(&t->learner.collection, t->now_ms, &arena, &result, &err))
        fail_msg("%s", err.message);
    assert_moved(&result, m->cursor > 0 ? &m->list[m->cursor - 1] : NULL);
    m->cursor -= m->cursor > 0;
    arena_release(&arena);
}

static void redo(struct trial *t)
{
    struct model *m = &t->model;
    struct arena arena = { 0 };
    struct err err = { 0 };
    struct undo_result result;
    if (!record_redo(&t->learner.collection, t->now_ms, &arena, &result, &err))
        fail_msg("%s", err.message);
    assert_moved(&result, m->cursor < m->count ? &m->list[m->cursor] : NULL);
    m->cursor += m->cursor < m->count;
    arena_release(&arena);
}

/* ---- and compared ---- */

static void assert_replay(struct trial *t, size_t card, const struct progress *want)
{
    struct collection *c = &t->learner.collection;
    struct progress cached = c->progress[card];
    struct event_key last = c->last[card];
    struct err err = { 0 };
    assert_same(&cached, want);
    if (!collection_refresh(c, card, &err))
        fail_msg("%s", err.message);
    assert_same(&c->progress[card], want);
    assert_true(event_key_equal(&c->last[card], &last));
}

static void compare(struct trial *t)
{
    for (size_t number = 0; number < CARDS; number++) {
        struct progress want = model_progress(&t->model, number);
        assert_replay(t, card_of(t, number), &want);
    }
}

/* Mostly forward, now and then back: no order of events rests on the wall clock. */
static void let_time_pass(struct trial *t)
{
    static const int64_t spans[] = { 0, 1, SECOND_MS, 11 * MINUTE_MS, DAY_MS,
        9 * DAY_MS };
    int64_t span = spans[rng_below(&t->rng, sizeof spans / sizeof spans[0])];
    t->now_ms += rng_below(&t->rng, 8) == 0 ? -span : span;
}

/* Stretches of mostly answers, mostly undos, mostly redos, so that all depths are met. */
static void step(struct trial *t, size_t number)
{
    static void (*const moves[])(struct trial *) = { answer, undo, redo };
    size_t favourite = number / 8 % 3;
    bool other = rng_below(&t->rng, 4) == 0;
    moves[other ? rng_below(&t->rng, 3) : favourite](t);
}

static void run_trial(uint64_t seed)
{
    struct trial trial = { .rng = { seed } };
    size_t deepest = 0;
    learner_begin(&trial.learner);
    learner_write(&trial.learner, "decks/d.json", deck);
    learner_open(&trial.learner);
    trial.now_ms = learner_time("2026-11-20T08:00:00Z");
    for (size_t i = 0; i < STEPS; i++) {
        let_time_pass(&trial);
        step(&trial, i);
        compare(&trial);
        size_t depth = trial.model.count - trial.model.cursor;
        deepest = depth > deepest ? depth : deepest;
        if (rng_below(&trial.rng, 10) == 0) {
            learner_close(&trial.learner);
            learner_open(&trial.learner);
            compare(&trial);
        }
    }
    assert_true(deepest >= 5);
    learner_close(&trial.learner);
    learner_end(&trial.learner);
}

static void test_undo_is_a_list_with_a_cursor(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        print_message("seed %d\n", (int)seed);
        run_trial(seed);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_undo_is_a_list_with_a_cursor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
