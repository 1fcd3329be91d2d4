/*
 * The learner's own weights: taken into use, taken back, fitted by themselves.
 */
#include "test.h"

#include "trio.h"

#include "fsrs/replay.h"
#include "session/answers.h"
#include "session/audit.h"
#include "session/cache.h"
#include "session/record.h"
#include "session/weights.h"

#include <stdlib.h>
#include <string.h>

static struct weights_note note_of(double good)
{
    struct weights_note note = { .answers = 6, .loss_before = 0.5, .loss = 0.25 };
    memcpy(note.weights, fsrs_default_weights, sizeof note.weights);
    note.weights[W_INITIAL_EASY] = good;
    return note;
}

/* The cache holds what the events and the weights in use add up to. */
static void check_cache(struct learner *learner)
{
    struct audit audit;
    struct err err;
    assert_true(collection_audit(&learner->collection, &audit, &err));
    assert_int_equal(audit.differing, 0);
    assert_int_equal(audit.cards, 3);
}

static void reopen(struct learner *learner)
{
    learner_close(learner);
    learner_open(learner);
    assert_false(learner->collection.rebuilt);
    check_cache(learner);
}

/* ---- payloads ---------------------------------------------------------------------------- */

static void test_payload(void **state)
{
    (void)state;
    struct buf payload = { 0 };
    struct weights_note note = note_of(16.0 / 3), read;
    note.moved = 7;
    note.refit = true;
    weights_render(&note, &payload);
    assert_true(weights_parse(payload.text, &read));
    assert_memory_equal(read.weights, note.weights, sizeof note.weights);
    assert_int_equal(read.answers, 6);
    assert_int_equal(read.moved, 7);
    assert_true(read.refit);
    assert_near(read.loss, 0.25, 0);
    buf_release(&payload);

    static const char *const bad[] = { "", "{}", "[]", "{\"weights\":[1,2,3]}",
        "{\"weights\":34}" };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(weights_parse(bad[i], &read));
    struct plan plan = { .phase = PHASE_REVIEW };
    assert_false(move_parse("{\"days\":0,\"due\":1,\"due_day\":1}", &plan));
    assert_false(move_parse("", &plan));
    assert_false(move_parse("2026", &plan));
    assert_false(move_parse("{\"due\":5,\"due_day\":4}", &plan));
    assert_true(move_parse("{\"days\":3,\"due\":5,\"due_day\":4}", &plan));
    assert_int_equal(plan.interval_days, 3);
    assert_int_equal(plan.due_ms, 5);
    assert_int_equal(plan.due_day.number, 4);
    assert_int_equal(plan.phase, PHASE_REVIEW);
}

/* ---- taken into use, taken back ---------------------------------------------------------- */

static void test_in_use(void **state)
{
    (void)state;
    struct learner learner;
    struct err err;
    trio_begin(&learner);
    trio_study(&learner);
    struct collection *c = &learner.collection;
    struct progress before = c->progress[0];
    struct weights_note note = note_of(40);
    assert_ptr_equal(c->weights, fsrs_default_weights);
    assert_true(weights_record(c, &note, NULL, trio_day_ms(9), &err));
    assert_near(c->weights[W_INITIAL_EASY], 40, 0);
    assert_int_equal(c->fitted_answers, 6);
    assert_true(c->progress[0].memory.stability_days > before.memory.stability_days);
    assert_int_equal(c->progress[0].plan.due_day.number, before.plan.due_day.number);
    check_cache(&learner);
    reopen(&learner);
    assert_near(learner.collection.weights[W_INITIAL_EASY], 40, 0);
    trio_answer(&learner, "d/a", 20, FSRS_GOOD);
    reopen(&learner);
    trio_end(&learner);
}

/* Events of no card make no card, when everything is added up from them. */
static void test_rebuilt(void **state)
{
    (void)state;
    struct learner learner;
    struct err err;
    trio_begin(&learner);
    trio_study(&learner);
    struct weights_note note = note_of(40);
    assert_true(weights_record(&learner.collection, &note, NULL, trio_day_ms(9), &err));
    double stability = learner.collection.progress[1].memory.stability_days;
    assert_true(cache_rebuild(&learner.collection, &err));
    assert_int_equal(learner.collection.orphan_count, 0);
    assert_near(learner.collection.progress[1].memory.stability_days, stability, 0);
    reopen(&learner);
    trio_end(&learner);
}

static void take_back(struct learner *learner, enum event_kind kind)
{
    struct arena arena = { 0 };
    struct undo_result result;
    struct err err;
    assert_true(
        record_undo(&learner->collection, trio_day_ms(30), &arena, &result, &err));
    assert_true(result.found);
    assert_int_equal(result.kind, kind);
    arena_release(&arena);
}

static void test_taken_back(void **state)
{
    (void)state;
    struct learner learner;
    struct err err;
    trio_begin(&learner);
    trio_study(&learner);
    struct collection *c = &learner.collection;
    struct progress before[3];
    memcpy(before, c->progress, sizeof before);
    struct weights_note first = note_of(20), second = note_of(40);
    struct weights_move moves[2] = { { 0, before[0].plan }, { 2, before[2].plan } };
    for (int i = 0; i < 2; i++) {
        moves[i].plan.due_day.number += 5;
        moves[i].plan.due_ms += 5 * (int64_t)DAY_MS;
        moves[i].plan.interval_days += 5;
    }
    second.moved = 2;
    assert_true(weights_record(c, &first, NULL, trio_day_ms(9), &err));
    assert_true(weights_record(c, &second, moves, trio_day_ms(9), &err));
    assert_int_equal(c->progress[0].plan.interval_days, before[0].plan.interval_days + 5);
    assert_int_equal(c->progress[1].plan.interval_days, before[1].plan.interval_days);
    reopen(&learner);
    c = &learner.collection;
    assert_int_equal(c->progress[2].plan.due_ms, moves[1].plan.due_ms);

    take_back(&learner, EVENT_WEIGHTS);
    assert_near(c->weights[W_INITIAL_EASY], 20, 0);
    for (int i = 0; i < 3; i++)
        assert_int_equal(c->progress[i].plan.due_ms, before[i].plan.due_ms);
    reopen(&learner);
    take_back(&learner, EVENT_WEIGHTS);
    assert_ptr_equal(learner.collection.weights, fsrs_default_weights);
    assert_near(learner.collection.progress[1].memory.stability_days,
        before[1].memory.stability_days, 0);
    reopen(&learner);
    take_back(&learner, EVENT_REVIEW);
    reopen(&learner);
    trio_end(&learner);
}

/* Nobody did a refit, so nobody means it with an undo. */
static void test_undo_passes_refits(void **state)
{
    (void)state;
    struct learner learner;
    struct err err;
    trio_begin(&learner);
    trio_study(&learner);
    struct weights_note note = note_of(40);
    note.refit = true;
    assert_true(weights_record(&learner.collection, &note, NULL, trio_day_ms(9), &err));
    take_back(&learner, EVENT_REVIEW);
    assert_near(learner.collection.weights[W_INITIAL_EASY], 40, 0);
    reopen(&learner);
    trio_end(&learner);
}

static bool redo(struct learner *learner)
{
    struct arena arena = { 0 };
    struct undo_result result;
    struct err err;
    assert_true(
        record_redo(&learner->collection, trio_day_ms(30), &arena, &result, &err));
    assert_true(!result.found || result.kind == EVENT_WEIGHTS);
    arena_release(&arena);
    return result.found;
}

/* Redo brings weights and dates back together, as often as they were taken back. */
static void test_redo(void **state)
{
    (void)state;
    struct learner learner;
    struct err err;
    trio_begin(&learner);
    trio_study(&learner);
    struct progress before = learner.collection.progress[2];
    struct weights_note note = note_of(40);
    struct weights_move move = { 2, before.plan };
    move.plan.due_day.number += 5;
    move.plan.due_ms += 5 * (int64_t)DAY_MS;
    move.plan.interval_days += 5;
    note.moved = 1;
    assert_true(weights_record(&learner.collection, &note, &move, trio_day_ms(9), &err));
    for (int i = 0; i < 3; i++) {
        take_back(&learner, EVENT_WEIGHTS);
        assert_ptr_equal(learner.collection.weights, fsrs_default_weights);
        reopen(&learner);
        assert_int_equal(learner.collection.progress[2].plan.due_ms, before.plan.due_ms);
        assert_true(redo(&learner));
        assert_near(learner.collection.weights[W_INITIAL_EASY], 40, 0);
        reopen(&learner);
        assert_int_equal(learner.collection.progress[2].plan.due_ms, move.plan.due_ms);
        assert_false(redo(&learner));
    }
    take_back(&learner, EVENT_WEIGHTS);
    trio_answer(&learner, "d/a", 30, FSRS_GOOD);
    assert_false(redo(&learner)); // something newer counts
    trio_end(&learner);
}

/* ---- two at once ------------------------------------------------------------------------- */

/* Another process with its own view of the same file. */
struct other {
    struct store *store;
    struct collection collection;
};

static void other_open(struct learner *learner, struct other *other)
{
    char path[LEARNER_PATH];
    struct err err;
    learner_path(learner, "progress.db", path);
    assert_true(store_open(path, STORE_WRITE, &other->store, &err));
    assert_true(collection_load(
        &other->collection, &learner->library, other->store, &learner->settings, &err));
}

static void other_close(struct other *other)
{
    collection_release(&other->collection);
    store_close(other->store);
}

/* Who answers while another process changes the weights takes them over. */
static void test_catch_up(void **state)
{
    (void)state;
    struct learner learner;
    struct other other;
    struct err err;
    trio_begin(&learner);
    trio_study(&learner);
    other_open(&learner, &other);
    struct weights_note note = note_of(40);
    assert_true(weights_record(&other.collection, &note, NULL, trio_day_ms(9), &err));
    trio_answer(&learner, "d/b", 20, FSRS_HARD);
    assert_near(learner.collection.weights[W_INITIAL_EASY], 40, 0);
    assert_near(learner.collection.progress[0].memory.stability_days,
        other.collection.progress[0].memory.stability_days, 0);
    check_cache(&learner);
    size_t card = 0;
    assert_true(record_marks(
        &other.collection, &card, 1, EVENT_FLAG, true, trio_day_ms(20), &err));
    other_close(&other);
    reopen(&learner);
    trio_end(&learner);
}

static void test_other_weights_meanwhile(void **state)
{
    (void)state;
    struct learner learner;
    struct other other;
    struct err err;
    trio_begin(&learner);
    trio_study(&learner);
    other_open(&learner, &other);
    struct weights_note first = note_of(40), second = note_of(20);
    assert_true(weights_record(&other.collection, &first, NULL, trio_day_ms(9), &err));
    assert_false(
        weights_record(&learner.collection, &second, NULL, trio_day_ms(9), &err));
    assert_string_equal(
        err.message, "other weights came into use meanwhile; try it again");
    assert_near(learner.collection.weights[W_INITIAL_EASY], 40, 0);
    assert_true(weights_record(&learner.collection, &second, NULL, trio_day_ms(9), &err));
    other_close(&other);
    reopen(&learner);
    trio_end(&learner);
}

/* A card that was answered meanwhile keeps the date that this gave it. */
static void test_answered_meanwhile(void **state)
{
    (void)state;
    struct learner learner;
    struct other other;
    struct err err;
    trio_begin(&learner);
    trio_study(&learner);
    other_open(&learner, &other);
    struct weights_note note = note_of(40);
    struct weights_move moves[2] = { { 0, other.collection.progress[0].plan },
        { 1, other.collection.progress[1].plan } };
    note.moved = 2;
    trio_answer(&learner, "d/b", 20, FSRS_GOOD);
    assert_false(weights_record(&other.collection, &note, moves, trio_day_ms(20), &err));
    assert_int_equal(err.kind, ERR_NO);
    assert_string_equal(err.message, "cards were answered meanwhile; try it again");
    for (int i = 0; i < 2; i++)
        assert_int_equal(other.collection.progress[i].plan.due_ms,
            learner.collection.progress[i].plan.due_ms);
    other_close(&other);
    reopen(&learner);
    trio_end(&learner);
}

/* ---- by themselves ----------------------------------------------------------------------- */

static bool refit(struct learner *learner, int day)
{
    struct err err;
    bool fitted;
    assert_true(weights_refit(&learner->collection, trio_day_ms(day), &fitted, &err));
    return fitted;
}

static void test_refit(void **state)
{
    (void)state;
    struct learner learner;
    trio_begin(&learner);
    trio_study(&learner);
    assert_false(refit(&learner, 9)); // too few answers
    for (int day = 20; day < 60; day += 10)
        trio_answer_all(&learner, day, FSRS_AGAIN);
    assert_false(refit(&learner, 51)); // 18 answers, of which only 15 can be predicted
    assert_int_equal(learner.collection.fitted_answers, 0);
    trio_answer_all(&learner, 60, FSRS_AGAIN);
    struct plan before = learner.collection.progress[0].plan;
    learner.settings.refit = false;
    assert_false(refit(&learner, 61));
    learner.settings.refit = true;
    assert_true(refit(&learner, 61));
    assert_int_equal(learner.collection.fitted_answers, 21);
    assert_true(learner.collection.weights != fsrs_default_weights);
    assert_int_equal(learner.collection.progress[0].plan.due_ms, before.due_ms);
    assert_false(refit(&learner, 61)); // the answers have not grown
    reopen(&learner);
    trio_answer_all(&learner, 80, FSRS_GOOD);
    assert_true(refit(&learner, 80));
    reopen(&learner);
    trio_end(&learner);
}

/* The answers to a card before a reset are another card's. */
static void test_answers_of_progress(void **state)
{
    (void)state;
    struct learner learner;
    struct answers answers;
    struct err err;
    bool selected[3] = { true, false, true };
    size_t card = 0;
    trio_begin(&learner);
    trio_study(&learner);
    assert_true(record_marks(
        &learner.collection, &card, 1, EVENT_RESET, true, trio_day_ms(10), &err));
    trio_answer(&learner, "d/a", 11, FSRS_GOOD);
    assert_true(answers_of_progress(&answers, &learner.collection, selected, true, &err));
    assert_int_equal(answers.count, 5);
    assert_int_equal(answers.card_count, 3);
    assert_string_equal(answers.cards[0], "d/a");
    assert_string_equal(answers.cards[1], "d/c");
    assert_string_equal(answers.cards[2], "d/a");
    assert_int_equal(answers.events[4].card, 2);
    answers_release(&answers);
    trio_end(&learner);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_payload),
        cmocka_unit_test(test_in_use),
        cmocka_unit_test(test_rebuilt),
        cmocka_unit_test(test_taken_back),
        cmocka_unit_test(test_undo_passes_refits),
        cmocka_unit_test(test_redo),
        cmocka_unit_test(test_catch_up),
        cmocka_unit_test(test_other_weights_meanwhile),
        cmocka_unit_test(test_answered_meanwhile),
        cmocka_unit_test(test_refit),
        cmocka_unit_test(test_answers_of_progress),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
