/*
 * What follows from an answer that was judged wrong: spellings that the learner teaches, a second
 * try, the memory of earlier misses, and cards that are taken for one another.
 */
#include "learner.h"
#include "session/alias.h"
#include "session/confusion.h"
#include "session/session.h"
#include "test.h"

static const char deck[] =
    "{'format': 1, 'id': 'd', 'cards': ["
    "{'id': 'a', 'question': 'A?', 'answer': 'Totila', 'accept': ['Baduila']},"
    "{'id': 'b', 'question': 'B?', 'answer': 'Bessas'},"
    "{'id': 'c', 'question': 'C?', 'answer': ['one', 'two', 'three']},"
    "{'id': 'd', 'question': 'D?', 'answer': true},"
    "{'id': 'e', 'question': 'E?', 'answer': 'Narses'}]}";

enum { A, B, C, D, E, CARDS };

static const bool all[CARDS] = { true, true, true, true, true };

struct fixture {
    struct learner learner;
    struct session session;
    int64_t now_ms;
};

static void open_session(struct fixture *f, const char *now)
{
    struct session_options options = {
        .selected = all, .seed = 1, .fresh = -1, .reviews = -1
    };
    learner_open(&f->learner);
    f->now_ms = learner_time(now);
    session_open(&f->session, &f->learner.collection, &options, f->now_ms);
}

static void begin(struct fixture *f, bool second_try)
{
    learner_begin(&f->learner);
    f->learner.settings.second_try = second_try;
    learner_write(&f->learner, "decks/d.json", deck);
    open_session(f, "2026-11-20T08:00:00Z");
}

static void open_again(struct fixture *f, const char *now)
{
    session_close(&f->session);
    learner_close(&f->learner);
    open_session(f, now);
}

static void end(struct fixture *f)
{
    session_close(&f->session);
    learner_close(&f->learner);
    learner_end(&f->learner);
}

static void put(struct fixture *f, const char *card)
{
    assert_true(session_ask_again(&f->session, card, f->now_ms));
}

static enum verdict answer(struct fixture *f, const char *card, const char *typed)
{
    put(f, card);
    session_answer(&f->session, typed, f->now_ms);
    return f->session.judgement.verdict;
}

static void rate(struct fixture *f, enum fsrs_rating rating)
{
    struct err err;
    assert_int_equal(
        session_rate(&f->session, rating, f->now_ms += MINUTE_MS, &err), RECORD_SAVED);
}

/* ---- spellings ---------------------------------------------------------------------------- */

static void teach(struct fixture *f, size_t card, const char *right, const char *typed)
{
    struct err err;
    struct alias alias = { right, typed };
    assert_true(
        record_alias(&f->learner.collection, card, &alias, f->now_ms += 1000, &err));
}

static void test_alias(void **state)
{
    struct fixture f;
    (void)state;
    begin(&f, false);
    assert_int_equal(answer(&f, "d/a", "Wittiza"), VERDICT_WRONG);
    teach(&f, A, "Totila", "Wittiza");
    rate(&f, FSRS_GOOD); // the review knows that the alias is the card's newest event
    assert_int_equal(answer(&f, "d/a", "wittiza"), VERDICT_ACCEPTED);
    assert_string_equal(f.session.judgement.expected, "Totila");
    assert_int_equal(answer(&f, "d/b", "Wittiza"), VERDICT_WRONG);

    open_again(&f, "2026-11-21T08:00:00Z");
    assert_int_equal(answer(&f, "d/a", "Wittiza"), VERDICT_ACCEPTED);
    end(&f);
}

static void test_alias_is_undone(void **state)
{
    struct fixture f;
    struct arena arena = { 0 };
    struct undo_result result;
    struct err err;
    (void)state;
    begin(&f, false);
    teach(&f, B, "Bessas", "the general");
    assert_int_equal(answer(&f, "d/b", "the general"), VERDICT_ACCEPTED);
    assert_true(
        record_undo(&f.learner.collection, f.now_ms += 1000, &arena, &result, &err));
    assert_int_equal(result.kind, EVENT_ALIAS);
    assert_string_equal(result.alias.typed, "the general");
    assert_int_equal(answer(&f, "d/b", "the general"), VERDICT_WRONG);
    assert_true(
        record_redo(&f.learner.collection, f.now_ms += 1000, &arena, &result, &err));
    assert_int_equal(answer(&f, "d/b", "the general"), VERDICT_ACCEPTED);
    arena_release(&arena);
    end(&f);
}

/* It stands for an answer, not for a card: a card with another answer has none. */
static void test_alias_of_an_answer_that_went(void **state)
{
    struct fixture f;
    (void)state;
    begin(&f, false);
    teach(&f, E, "Narses", "the eunuch");
    session_close(&f.session);
    learner_close(&f.learner);
    learner_write(&f.learner, "decks/d.json",
        "{'format': 1, 'id': 'd', 'cards': ["
        "{'id': 'a', 'question': 'A?', 'answer': 'x'},"
        "{'id': 'b', 'question': 'B?', 'answer': 'x'},"
        "{'id': 'c', 'question': 'C?', 'answer': 'x'},"
        "{'id': 'd', 'question': 'D?', 'answer': 'x'},"
        "{'id': 'e', 'question': 'E?', 'answer': 'Solomon'}]}");
    open_session(&f, "2026-11-21T08:00:00Z");
    assert_int_equal(answer(&f, "d/e", "the eunuch"), VERDICT_WRONG);
    end(&f);
}

/* ---- a second try ------------------------------------------------------------------------- */

static void test_second_try(void **state)
{
    static const struct {
        const char *card, *first, *second; // NULL: there is no second one
        enum fsrs_rating proposed;
    } cases[] = {
        { "d/a", "Bessas", "Totila", FSRS_AGAIN },
        { "d/a", "Bessas", "Narses", FSRS_AGAIN },
        { "d/a", "Bessas", "", FSRS_AGAIN },
        { "d/a", "Totila", NULL, FSRS_GOOD },
        { "d/a", "", NULL, FSRS_AGAIN },
        { "d/c", "one; two", "one; two; three", FSRS_HARD },
        { "d/c", "four", "one; two; three", FSRS_AGAIN },
        { "d/d", "false", NULL, FSRS_AGAIN },
    };
    struct fixture f;
    (void)state;
    begin(&f, true);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        print_message("%s: %s\n", cases[i].card, cases[i].first);
        answer(&f, cases[i].card, cases[i].first);
        size_t question = f.session.question;
        if (cases[i].second != NULL) {
            assert_int_equal(f.session.state, SESSION_ASK);
            session_answer(&f.session, cases[i].second, f.now_ms);
        }
        assert_int_equal(f.session.state, SESSION_JUDGED);
        assert_int_equal(f.session.question, question);
        assert_int_equal(f.session.proposed, cases[i].proposed);
    }
    end(&f);
}

static void test_second_try_is_recorded(void **state)
{
    struct fixture f;
    struct arena arena = { 0 };
    struct history history;
    struct err err;
    const char *name = "d/a";
    (void)state;
    begin(&f, true);
    answer(&f, name, "Bessas");
    session_answer(&f.session, "Totila", f.now_ms);
    rate(&f, FSRS_AGAIN);
    assert_true(replay_history(
        f.learner.store, &name, 1, f.learner.collection.weights, &arena, &history, &err));
    assert_int_equal(history.count, 1);
    assert_string_equal(history.steps[0].review.first, "Bessas");
    assert_string_equal(history.steps[0].review.typed, "Totila");
    arena_release(&arena);
    end(&f);
}

/* ---- earlier misses ----------------------------------------------------------------------- */

static const char *past_miss(struct fixture *f, const char *typed)
{
    answer(f, "d/a", typed);
    return f->session.past_miss.typed;
}

static void test_past_miss(void **state)
{
    struct fixture f;
    (void)state;
    begin(&f, false);
    assert_null(past_miss(&f, "Vitiges"));
    rate(&f, FSRS_AGAIN);
    open_again(&f, "2026-11-23T08:00:00Z");
    assert_string_equal(past_miss(&f, "Totila"), "Vitiges"); // it was the last answer
    assert_int_equal(f.session.past_miss.day.number,
        day_of(learner_time("2026-11-20T08:00:00Z"), 4).number);
    rate(&f, FSRS_GOOD);
    assert_null(past_miss(&f, "Totila"));
    assert_string_equal(past_miss(&f, "Ildibad"), "Vitiges");
    rate(&f, FSRS_GOOD); // "I was right": that was no miss
    assert_string_equal(past_miss(&f, "Eraric"), "Vitiges");
    end(&f);
}

/* ---- cards taken for one another ---------------------------------------------------------- */

static void test_confusions(void **state)
{
    struct fixture f;
    struct arena arena = { 0 };
    struct confusions all_pairs;
    struct err err;
    (void)state;
    begin(&f, false);
    answer(&f, "d/a", "Bessas");
    rate(&f, FSRS_AGAIN);
    answer(&f, "d/b", "Totila");
    rate(&f, FSRS_AGAIN);
    answer(&f, "d/e", "Bessas");
    rate(&f, FSRS_AGAIN);
    answer(&f, "d/e", "Baduila"); // rated as right: then it was none
    rate(&f, FSRS_GOOD);
    assert_true(confusions_read(&f.learner.collection, 0, &arena, &all_pairs, &err));
    assert_int_equal(all_pairs.count, 2);
    assert_int_equal(all_pairs.pairs[0].card, A);
    assert_int_equal(all_pairs.pairs[0].other, B);
    assert_int_equal(all_pairs.pairs[0].count, 2);
    assert_string_equal(all_pairs.pairs[0].typed, "Totila");
    assert_int_equal(all_pairs.pairs[1].card, B);
    assert_int_equal(all_pairs.pairs[1].other, E);
    confusions_release(&all_pairs);

    struct undo_result result;
    for (int i = 0; i < 2; i++)
        assert_true(
            record_undo(&f.learner.collection, f.now_ms += 1000, &arena, &result, &err));
    assert_true(confusions_read(&f.learner.collection, 0, &arena, &all_pairs, &err));
    assert_int_equal(all_pairs.count, 1);
    confusions_release(&all_pairs);
    assert_true(
        confusions_read(&f.learner.collection, f.now_ms + 1, &arena, &all_pairs, &err));
    assert_int_equal(all_pairs.count, 0);
    arena_release(&arena);
    end(&f);
}

/* New cards come in the order a, b, c: once confused, a and b do not follow each other. */
static void test_confused_cards_are_kept_apart(void **state)
{
    struct fixture f;
    (void)state;
    begin(&f, false);
    answer(&f, "d/a", "Bessas");
    struct err err;
    assert_int_equal(
        session_rate(&f.session, FSRS_AGAIN, f.now_ms += MINUTE_MS, &err), RECORD_SAVED);
    for (size_t i = 0; i < 2; i++) {
        assert_int_not_equal(f.session.card, B);
        session_answer(&f.session, "", f.now_ms);
        rate(&f, FSRS_EASY);
    }
    end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_alias),
        cmocka_unit_test(test_alias_is_undone),
        cmocka_unit_test(test_alias_of_an_answer_that_went),
        cmocka_unit_test(test_second_try),
        cmocka_unit_test(test_second_try_is_recorded),
        cmocka_unit_test(test_past_miss),
        cmocka_unit_test(test_confusions),
        cmocka_unit_test(test_confused_cards_are_kept_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
