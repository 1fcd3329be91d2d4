/*
 * Sessions of other kinds: ahead, cramming, flipping, waiting, more new cards, marks, and decks
 * that change in mid-session.
 */
#include "learner.h"
#include "session/session.h"
#include "test.h"

static const char three[] = "{'format': 1, 'id': 'd', 'cards': ["
                            "{'id': 'a', 'question': 'A?', 'answer': 'alpha'},"
                            "{'id': 'b', 'question': 'B?', 'answer': 'beta'},"
                            "{'id': 'c', 'question': 'C?', 'answer': 'gamma'}]}";

struct fixture {
    struct learner learner;
    struct session session;
    int64_t now_ms;
};

static const bool all[16] = { true, true, true, true, true, true, true, true, true, true,
    true, true, true, true, true, true };

static struct session_options plain(void)
{
    return (
        struct session_options){ .selected = all, .seed = 1, .fresh = -1, .reviews = -1 };
}

static void begin(struct fixture *f, const char *deck, struct session_options options)
{
    learner_begin(&f->learner);
    learner_write(&f->learner, "decks/d.json", deck);
    learner_open(&f->learner);
    f->now_ms = learner_time("2026-11-20T08:00:00Z");
    session_open(&f->session, &f->learner.collection, &options, f->now_ms);
}

static void open_again(struct fixture *f, const char *now, struct session_options options)
{
    session_close(&f->session);
    learner_close(&f->learner);
    learner_open(&f->learner);
    f->now_ms = learner_time(now);
    session_open(&f->session, &f->learner.collection, &options, f->now_ms);
}

static void end(struct fixture *f)
{
    session_close(&f->session);
    learner_close(&f->learner);
    learner_end(&f->learner);
}

/* Id of the note that is asked; "-" if none. */
static const char *asked(const struct fixture *f)
{
    bool out = f->session.state == SESSION_ASK || f->session.state == SESSION_JUDGED;
    return out ? session_card(&f->session)->note->id : "-";
}

static enum record_result rate(struct fixture *f, enum fsrs_rating rating)
{
    struct err err;
    session_answer(&f->session, "x", f->now_ms);
    return session_rate(&f->session, rating, f->now_ms, &err);
}

static void test_fresh_and_more(void **state)
{
    struct fixture f;
    struct session_options options = plain();
    (void)state;
    options.fresh = 1;
    begin(&f, three, options);
    assert_int_equal(session_counts(&f.session).fresh, 1);
    assert_string_equal(asked(&f), "a");
    assert_int_equal(rate(&f, FSRS_EASY), RECORD_SAVED);
    assert_int_equal(f.session.state, SESSION_DONE);
    session_more(&f.session, 1, f.now_ms);
    assert_string_equal(asked(&f), "b");
    assert_int_equal(rate(&f, FSRS_EASY), RECORD_SAVED);
    assert_int_equal(f.session.state, SESSION_DONE);

    /* A number counts from now, whatever was done today. */
    open_again(&f, "2026-11-20T09:00:00Z", options);
    assert_string_equal(asked(&f), "c");
    end(&f);
}

static void test_ahead(void **state)
{
    struct fixture f;
    struct session_options options = plain();
    (void)state;
    begin(&f, three, plain());
    for (int i = 0; i < 3; i++)
        assert_int_equal(rate(&f, FSRS_EASY), RECORD_SAVED);
    int days = f.learner.collection.progress[0].plan.interval_days;
    assert_in_range(days, 10, 100);

    open_again(&f, "2026-11-21T08:00:00Z", plain());
    assert_int_equal(f.session.state, SESSION_DONE);
    options.ahead_ms = (int64_t)100 * DAY_MS;
    open_again(&f, "2026-11-21T08:00:00Z", options);
    assert_int_equal(session_counts(&f.session).due, 3);
    assert_int_equal(rate(&f, FSRS_GOOD), RECORD_SAVED);
    assert_int_equal(session_counts(&f.session).due, 2); // and not the same card again
    assert_int_equal(rate(&f, FSRS_GOOD), RECORD_SAVED);
    assert_int_equal(rate(&f, FSRS_GOOD), RECORD_SAVED);
    assert_int_equal(f.session.state, SESSION_DONE);
    end(&f);
}

/* Studying ahead brings days nearer, not the minutes of a step. */
static void test_ahead_leaves_steps(void **state)
{
    struct fixture f;
    struct session_options options = plain();
    (void)state;
    options.ahead_ms = DAY_MS / 2;
    options.waits = true;
    options.fresh = 1;
    begin(&f, three, options);
    assert_int_equal(rate(&f, FSRS_GOOD), RECORD_SAVED); // in 10 minutes
    assert_int_equal(f.session.state, SESSION_WAIT);
    end(&f);
}

static void test_cram(void **state)
{
    struct fixture f;
    struct session_options options = plain();
    (void)state;
    options.cram = true;
    begin(&f, three, options);
    assert_int_equal(session_counts(&f.session).learning, 3);
    const char *missed = asked(&f);
    assert_int_equal(rate(&f, FSRS_AGAIN), RECORD_NOT_KEPT);
    assert_int_equal(rate(&f, FSRS_GOOD), RECORD_NOT_KEPT);
    assert_int_equal(rate(&f, FSRS_GOOD), RECORD_NOT_KEPT);
    assert_string_equal(asked(&f), missed); // comes again, last
    assert_int_equal(rate(&f, FSRS_GOOD), RECORD_NOT_KEPT);
    assert_int_equal(f.session.state, SESSION_DONE);
    assert_int_equal(f.session.log_count, 4);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(f.learner.collection.progress[i].reviews, 0);
        assert_int_equal(f.learner.collection.last[i].seq, 0);
    }
    end(&f);
}

static void test_flip(void **state)
{
    struct fixture f;
    struct session_options options = plain();
    (void)state;
    options.flip = true;
    begin(&f, three, options);
    session_answer(&f.session, "", f.now_ms);
    assert_true(session_is_self(&f.session));
    assert_int_equal(f.session.proposed, FSRS_GOOD);
    end(&f);
}

static void test_wait(void **state)
{
    struct fixture f;
    struct session_options options = plain();
    (void)state;
    options.waits = true;
    begin(&f, three, options);
    assert_int_equal(rate(&f, FSRS_GOOD), RECORD_SAVED); // a, in 10 minutes
    assert_int_equal(rate(&f, FSRS_EASY), RECORD_SAVED);
    assert_int_equal(rate(&f, FSRS_EASY), RECORD_SAVED);
    assert_int_equal(f.session.state, SESSION_WAIT);
    assert_int_equal(session_waiting(&f.session), 1);
    assert_int_equal(f.session.next_due_ms, f.now_ms + 10 * MINUTE_MS);
    session_wake(&f.session, f.now_ms + 9 * MINUTE_MS);
    assert_int_equal(f.session.state, SESSION_WAIT);
    session_wake(&f.session, f.now_ms + 10 * MINUTE_MS);
    assert_string_equal(asked(&f), "a");
    f.now_ms += 10 * MINUTE_MS;
    assert_int_equal(rate(&f, FSRS_AGAIN), RECORD_SAVED);
    assert_int_equal(f.session.state, SESSION_WAIT);
    session_hurry(&f.session, f.now_ms);
    assert_string_equal(asked(&f), "a");
    end(&f);
}

static void test_marks(void **state)
{
    struct fixture f;
    struct err err;
    (void)state;
    begin(&f, three, plain());
    assert_true(session_mark(&f.session, EVENT_FLAG, f.now_ms, &err));
    assert_string_equal(asked(&f), "a"); // a flag keeps the card
    assert_true(f.learner.collection.progress[0].flagged);
    assert_true(session_mark(&f.session, EVENT_FLAG, f.now_ms, &err));
    assert_false(f.learner.collection.progress[0].flagged);
    assert_true(session_mark(&f.session, EVENT_BURY, f.now_ms, &err));
    assert_string_equal(asked(&f), "b");
    assert_true(session_mark(&f.session, EVENT_SUSPEND, f.now_ms, &err));
    assert_string_equal(asked(&f), "c");

    struct arena arena = { 0 };
    struct undo_result result;
    assert_true(session_undo(&f.session, f.now_ms, &arena, &result, &err));
    assert_int_equal(result.kind, EVENT_SUSPEND);
    assert_string_equal(asked(&f), "b");
    arena_release(&arena);

    open_again(&f, "2026-11-21T08:00:00Z", plain());
    assert_string_equal(asked(&f), "a"); // buried for a day only
    end(&f);
}

static void test_suspending_another_card(void **state)
{
    struct fixture f;
    struct err err;
    (void)state;
    begin(&f, three, plain());
    size_t a = learner_card(&f.learner, "d/a"), c = learner_card(&f.learner, "d/c");
    assert_int_equal(rate(&f, FSRS_AGAIN), RECORD_SAVED);
    assert_string_equal(asked(&f), "b");
    assert_true(session_suspend(&f.session, a, f.now_ms, &err));
    assert_string_equal(asked(&f), "b"); // what is out stays
    assert_int_equal(session_counts(&f.session).learning, 0);
    assert_true(session_suspend(&f.session, f.session.card, f.now_ms, &err));
    assert_string_equal(asked(&f), "c");
    assert_true(session_suspend(&f.session, c, f.now_ms, &err));
    assert_int_equal(f.session.state, SESSION_DONE);
    end(&f);
}

static void test_order_of_new_cards(void **state)
{
    static const struct {
        int order;
        const char *want; // r: a review, n: a new card
    } cases[] = {
        { QUEUE_NEW_LAST, "rrrnnn" },
        { QUEUE_NEW_FIRST, "nnnrrr" },
        { QUEUE_NEW_MIXED, "rnrnrn" },
    };
    static const char six[] =
        "{'format': 1, 'id': 'd', 'cards': [['1?', 'x'], ['2?', 'x'],"
        "['3?', 'x'], ['4?', 'x'], ['5?', 'x'], ['6?', 'x']]}";
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fixture f;
        struct session_options options = plain();
        options.fresh = 3;
        char got[8] = "";
        begin(&f, six, options);
        while (f.session.state == SESSION_ASK)
            rate(&f, FSRS_EASY);
        session_close(&f.session);
        learner_close(&f.learner);
        f.learner.settings.new_order = cases[i].order;
        learner_open(&f.learner);
        f.now_ms = learner_time("2027-11-20T08:00:00Z");
        options = plain();
        session_open(&f.session, &f.learner.collection, &options, f.now_ms);
        for (size_t j = 0; f.session.state == SESSION_ASK && j < 6; j++) {
            bool is_new = f.learner.collection.progress[f.session.card].reviews == 0;
            got[j] = is_new ? 'n' : 'r';
            rate(&f, FSRS_EASY);
        }
        assert_string_equal(got, cases[i].want);
        end(&f);
    }
}

/* The decks change under a session: it goes on with what there is, by name. */
static void test_reload(void **state)
{
    struct fixture f;
    struct library library;
    struct collection collection;
    struct err err;
    char folder[LEARNER_PATH];
    (void)state;
    begin(&f, three, plain());
    assert_int_equal(rate(&f, FSRS_EASY), RECORD_SAVED); // a
    assert_string_equal(asked(&f), "b");
    learner_write(&f.learner, "decks/d.json",
        "{'format': 1, 'id': 'd', 'cards': ["
        "{'id': 'new', 'question': 'N?', 'answer': 'nu'},"
        "{'id': 'b', 'question': 'B, reworded?', 'answer': 'beta'},"
        "{'id': 'a', 'question': 'A?', 'answer': 'alpha'}]}");
    learner_path(&f.learner, "decks", folder);
    const char *paths[] = { folder };
    library_load(&library, paths, 1);
    assert_true(collection_load(
        &collection, &library, f.learner.store, &f.learner.settings, &err));
    session_reload(&f.session, &collection, f.now_ms);
    assert_string_equal(asked(&f), "b");
    assert_string_equal(session_card(&f.session)->question, "B, reworded?");
    assert_int_equal(f.session.log_count, 1);
    assert_string_equal(library.cards[f.session.log[0].card]->note->id, "a");
    assert_int_equal(rate(&f, FSRS_EASY), RECORD_SAVED);
    assert_string_equal(asked(&f), "new"); // joined; c is gone
    assert_int_equal(rate(&f, FSRS_EASY), RECORD_SAVED);
    assert_int_equal(f.session.state, SESSION_DONE);
    assert_true(session_ask_again(&f.session, "d/a", f.now_ms));
    assert_false(session_ask_again(&f.session, "d/c", f.now_ms));
    session_close(&f.session);
    collection_release(&collection);
    library_release(&library);
    learner_close(&f.learner);
    learner_end(&f.learner);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fresh_and_more),
        cmocka_unit_test(test_ahead),
        cmocka_unit_test(test_ahead_leaves_steps),
        cmocka_unit_test(test_cram),
        cmocka_unit_test(test_flip),
        cmocka_unit_test(test_wait),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_suspending_another_card),
        cmocka_unit_test(test_order_of_new_cards),
        cmocka_unit_test(test_reload),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
