/*
 * Cards without an id keep their history when they are reworded and the learner says so.
 */
#include "learner.h"
#include "session/present.h"
#include "session/record.h"
#include "deck/likeness.h"
#include "session/reword.h"
#include "test.h"

#include <stdio.h>

#define NOW "2026-11-20T08:00:00Z"

static void test_likeness(void **state)
{
    static const struct {
        const char *a, *b;
        double want;
    } cases[] = {
        { "Who lost Rome?", "Who lost Rome?", 1 },
        { "who LOST Rome", "Who lost R\u00f4me?!", 1 },
        { "Who lost Rome?", "Who lost Rome in 546?", 0.75 },
        { "Rome, who lost it?", "Who lost Rome?", 6.0 / 7 },
        { "one two", "three four", 0 },
        { "a a a", "a", 0.5 },
        { "", "", 0 },
        { "?!", "Who?", 0 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_near(likeness_of(cases[i].a, cases[i].b), cases[i].want, 1e-12);
        assert_near(likeness_of(cases[i].b, cases[i].a), cases[i].want, 1e-12);
    }
}

static void deck(struct learner *learner, const char *cards)
{
    char text[1000];
    snprintf(text, sizeof text, "{'format': 1, 'id': 'd', 'cards': [%s]}", cards);
    learner_write(learner, "decks/d.json", text);
}

static void answer(struct learner *learner, size_t card)
{
    struct err err;
    struct plan plans[4];
    struct event_key event;
    int64_t now = learner_time(NOW);
    collection_plan(&learner->collection, card, now, plans);
    struct review review = {
        .rating = FSRS_GOOD,
        .plan = plans[FSRS_GOOD - 1],
        .question = note_question(learner->library.cards[card]),
    };
    assert_int_equal(
        record_review(&learner->collection, card, now, &review, &event, &err),
        RECORD_SAVED);
}

static size_t find(struct learner *learner, struct arena *arena, struct reworded **pairs)
{
    struct err err;
    size_t count;
    assert_true(reword_find(&learner->collection, arena, pairs, &count, &err));
    return count;
}

static void reopen(struct learner *learner, const char *cards)
{
    learner_close(learner);
    deck(learner, cards);
    learner_open(learner);
}

static void link_to(struct learner *learner, const struct reworded *pair, bool same)
{
    struct err err;
    assert_true(record_link(
        &learner->collection, pair->card, pair->old_name, same, learner_time(NOW), &err));
}

static void test_linked_history(void **state)
{
    struct learner learner;
    struct arena arena = { 0 };
    struct reworded *pairs;
    (void)state;
    learner_begin(&learner);
    deck(&learner, "['Who lost Rome?', 'Bessas'], ['Who took it then?', 'Totila']");
    learner_open(&learner);
    answer(&learner, 0);
    assert_int_equal(find(&learner, &arena, &pairs), 0);

    reopen(
        &learner, "['Who lost Rome in 546?', 'Bessas'], ['Who took it then?', 'Totila']");
    assert_int_equal(learner.collection.progress[0].reviews, 0);
    assert_int_equal(find(&learner, &arena, &pairs), 1);
    assert_string_equal(pairs[0].old_question, "Who lost Rome?");
    assert_int_equal(pairs[0].card, 0);
    link_to(&learner, &pairs[0], true);
    assert_int_equal(learner.collection.progress[0].reviews, 1);
    answer(&learner, 0);

    /* Reworded once more: the history goes through both names. */
    reopen(&learner, "['Who lost Rome in the year 546?', 'Bessas']");
    assert_int_equal(find(&learner, &arena, &pairs), 1);
    link_to(&learner, &pairs[0], true);
    assert_int_equal(learner.collection.progress[0].reviews, 2);
    learner_close(&learner);
    learner_open(&learner);
    assert_int_equal(learner.collection.progress[0].reviews, 2);
    assert_int_equal(learner.collection.orphan_count, 0);
    assert_int_equal(find(&learner, &arena, &pairs), 0);
    arena_release(&arena);
    learner_close(&learner);
    learner_end(&learner);
}

static void test_another_card(void **state)
{
    struct learner learner;
    struct arena arena = { 0 };
    struct reworded *pairs;
    (void)state;
    learner_begin(&learner);
    deck(&learner, "['Who lost Rome?', 'Bessas']");
    learner_open(&learner);
    answer(&learner, 0);
    reopen(&learner,
        "{'id': 'naples', 'question': 'Who lost Naples?', 'answer': 'the Goths'}");
    assert_int_equal(find(&learner, &arena, &pairs), 1);
    link_to(&learner, &pairs[0], false);
    assert_int_equal(learner.collection.progress[0].reviews, 0);
    assert_int_equal(find(&learner, &arena, &pairs), 0); // asked once
    learner_close(&learner);
    learner_open(&learner);
    assert_int_equal(find(&learner, &arena, &pairs), 0);
    assert_int_equal(learner.collection.orphan_count, 1);
    arena_release(&arena);
    learner_close(&learner);
    learner_end(&learner);
}

static void test_undone_link(void **state)
{
    struct learner learner;
    struct arena arena = { 0 };
    struct reworded *pairs;
    struct undo_result result;
    struct err err;
    (void)state;
    learner_begin(&learner);
    deck(&learner, "['Who lost Rome?', 'Bessas']");
    learner_open(&learner);
    answer(&learner, 0);
    reopen(&learner, "['Who lost Rome in 546?', 'Bessas']");
    assert_int_equal(find(&learner, &arena, &pairs), 1);
    link_to(&learner, &pairs[0], true);
    assert_true(
        record_undo(&learner.collection, learner_time(NOW), &arena, &result, &err));
    assert_true(result.found);
    assert_int_equal(result.kind, EVENT_LINK);
    assert_int_equal(learner.collection.progress[0].reviews, 0);
    assert_true(
        record_redo(&learner.collection, learner_time(NOW), &arena, &result, &err));
    assert_int_equal(learner.collection.progress[0].reviews, 1);
    learner_close(&learner);
    learner_open(&learner);
    assert_int_equal(learner.collection.progress[0].reviews, 1);
    arena_release(&arena);
    learner_close(&learner);
    learner_end(&learner);
}

/* Ids, other decks, other gaps and unlike questions make no pair. */
static void test_no_pair(void **state)
{
    static const struct {
        const char *before, *after;
    } cases[] = {
        { "['Who lost Rome?', 'B']", "['When did Petra fall?', '551']" },
        { "{'id': 'x', 'question': 'Who lost Rome?', 'answer': 'B'}",
            "['Who lost Rome in 546?', 'B']" },
        { "{'cloze': 'Rome fell to {{Totila}} then'}",
            "{'cloze': '{{Rome}} fell to Totila'}" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct learner learner;
        struct arena arena = { 0 };
        struct reworded *pairs;
        learner_begin(&learner);
        deck(&learner, cases[i].before);
        learner_open(&learner);
        answer(&learner, 0);
        reopen(&learner, cases[i].after);
        assert_int_equal(find(&learner, &arena, &pairs), 0);
        arena_release(&arena);
        learner_close(&learner);
        learner_end(&learner);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_likeness),
        cmocka_unit_test(test_linked_history),
        cmocka_unit_test(test_another_card),
        cmocka_unit_test(test_undone_link),
        cmocka_unit_test(test_no_pair),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
