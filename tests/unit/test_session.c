/*
 * Studying without a terminal: a real library and a real progress file, sessions on them, and
 * what is on the disk afterwards; at last a learner who comes every day.
 *
 * Decks are written with ' in place of ".
 */
#include "learner.h"
#include "test.h"

#include "base/day.h"
#include "base/rng.h"
#include "session/session.h"
#include "store/internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const int64_t second = SECOND_MS, minute = MINUTE_MS, hour = HOUR_MS, day = DAY_MS;

/* ---- a session at hand ---- */

struct study {
    struct learner learner;
    struct session session;
    int64_t now_ms;
};

static void open_session(struct study *study)
{
    size_t count = study->learner.library.card_count;
    bool *all = mem_alloc(count + 1);
    memset(all, true, count);
    struct session_options options = {
        .selected = all, .seed = 1, .fresh = -1, .reviews = -1
    };
    session_open(&study->session, &study->learner.collection, &options, study->now_ms);
    free(all);
}

static void begin_study(struct study *study, const char *deck, const char *now)
{
    learner_begin(&study->learner);
    learner_write(&study->learner, "decks/deck.json", deck);
    learner_open(&study->learner);
    study->now_ms = learner_time(now);
    open_session(study);
}

static void end_study(struct study *study)
{
    session_close(&study->session);
    learner_close(&study->learner);
    learner_end(&study->learner);
}

/* Closes everything and comes back, at `now_ms`. */
static void come_back(struct study *study)
{
    session_close(&study->session);
    learner_close(&study->learner);
    learner_open(&study->learner);
    open_session(study);
}

/* The id of the card that is asked, without its deck; "-" when nothing is left. */
static const char *asked(const struct study *study)
{
    if (study->session.state == SESSION_DONE)
        return "-";
    return strchr(session_card(&study->session)->name, '/') + 1;
}

static enum record_result rate(struct study *study, enum fsrs_rating rating)
{
    struct err err = { 0 };
    enum record_result result =
        session_rate(&study->session, rating, study->now_ms, &err);
    if (result == RECORD_FAILED)
        fail_msg("%s", err.message);
    return result;
}

/* Types, and rates at once. */
static void answer(struct study *study, const char *typed, enum fsrs_rating rating)
{
    session_answer(&study->session, typed, study->now_ms);
    assert_int_equal(rate(study, rating), RECORD_SAVED);
}

static struct undo_result undo(struct study *study)
{
    struct err err = { 0 };
    struct arena arena = { 0 };
    struct undo_result result;
    if (!session_undo(&study->session, study->now_ms, &arena, &result, &err))
        fail_msg("%s", err.message);
    arena_release(&arena);
    result.review.typed = result.review.verdict = NULL; // were in the arena
    return result;
}

/* ---- what is on the disk ---- */

/* A history with the arena that its texts are in. */
struct kept_history {
    struct history h;
    struct arena arena;
};

static void read_history(
    const struct study *study, const char *name, struct kept_history *history)
{
    const struct collection *c = &study->learner.collection;
    struct err err = { 0 };
    size_t count;
    *history = (struct kept_history){ 0 };
    const char *const *names =
        collection_names(c, learner_card(&study->learner, name), &history->arena, &count);
    if (!replay_history(
            c->store, names, count, c->weights, &history->arena, &history->h, &err))
        fail_msg("%s", err.message);
}

static size_t history_length(const struct study *study, const char *name)
{
    struct kept_history history;
    read_history(study, name, &history);
    arena_release(&history.arena);
    return history.h.count;
}

static void assert_progress(const struct progress *got, const struct progress *want)
{
    assert_int_equal(got->plan.phase, want->plan.phase);
    assert_int_equal(got->plan.step, want->plan.step);
    assert_int_equal(got->plan.due_ms, want->plan.due_ms);
    assert_int_equal(got->plan.due_day.number, want->plan.due_day.number);
    assert_int_equal(got->plan.interval_days, want->plan.interval_days);
    assert_memory_equal(&got->memory, &want->memory, sizeof got->memory);
    assert_int_equal(got->reviews, want->reviews);
    assert_int_equal(got->lapses, want->lapses);
    assert_int_equal(got->last_ms, want->last_ms);
    assert_int_equal(got->first_day.number, want->first_day.number);
    assert_int_equal(got->last_day.number, want->last_day.number);
    assert_int_equal(got->review_day.number, want->review_day.number);
    assert_int_equal(got->suspended, want->suspended);
    assert_int_equal(got->flagged, want->flagged);
    assert_int_equal(got->buried_day.number, want->buried_day.number);
}

/* What is in memory of each card is what its events add up to. */
static void assert_cache_is_replay(const struct study *study)
{
    const struct collection *c = &study->learner.collection;
    for (size_t i = 0; i < c->library->card_count; i++) {
        struct kept_history history;
        read_history(study, c->library->cards[i]->name, &history);
        assert_progress(&c->progress[i], &history.h.progress);
        assert_true(event_key_equal(&c->last[i], &history.h.last));
        arena_release(&history.arena);
    }
}

/* ---- the states ---- */

static const char three[] = "{'format': 1, 'id': 'd', 'title': 'D', 'cards': ["
                            "{'id': 'a', 'question': 'A?', 'answer': 'alpha'},"
                            "{'id': 'b', 'question': 'B?', 'answer': 'beta'},"
                            "{'id': 'c', 'question': 'C?', 'answer': 'gamma'}]}";

static void assert_counts(
    const struct study *study, size_t fresh, size_t learning, size_t due)
{
    struct queue_counts counts = session_counts(&study->session);
    assert_int_equal(counts.fresh, fresh);
    assert_int_equal(counts.learning, learning);
    assert_int_equal(counts.due, due);
}

static void test_a_session(void **state)
{
    (void)state;
    struct study study;
    begin_study(&study, three, "2026-11-20T09:00:00Z");
    struct session *s = &study.session;
    assert_int_equal(s->state, SESSION_ASK);
    assert_string_equal(asked(&study), "a");
    assert_counts(&study, 3, 0, 0);
    session_answer(s, "alpha", study.now_ms += 5 * second);
    assert_int_equal(s->state, SESSION_JUDGED);
    assert_int_equal(s->judgement.verdict, VERDICT_EXACT);
    assert_int_equal(s->proposed, FSRS_GOOD);
    assert_int_equal(rate(&study, FSRS_EASY), RECORD_SAVED);
    assert_string_equal(asked(&study), "b");
    assert_counts(&study, 2, 0, 0);
    answer(&study, "nonsense", FSRS_AGAIN);
    assert_counts(&study, 1, 1, 0);
    assert_string_equal(asked(&study), "c");
    answer(&study, "gamma", FSRS_GOOD);
    assert_string_equal(asked(&study), "b"); // its step of 1 minute is asked ahead
    study.now_ms += 2 * minute;
    answer(&study, "beta", FSRS_EASY);
    assert_string_equal(asked(&study), "c");
    answer(&study, "gamma", FSRS_EASY);
    assert_int_equal(s->state, SESSION_DONE);
    assert_string_equal(asked(&study), "-");
    assert_counts(&study, 0, 0, 0);
    assert_int_equal(s->next_due_ms,
        study.learner.collection.progress[learner_card(&study.learner, "d/b")]
            .plan.due_ms);
    assert_int_equal(s->log_count, 5);
    assert_string_equal(s->log[1].typed, "nonsense");
    assert_true(s->log[1].was_new);
    assert_false(s->log[3].was_new);
    assert_cache_is_replay(&study);
    end_study(&study);
}

static void test_nothing_to_ask(void **state)
{
    (void)state;
    struct study study;
    begin_study(&study, "{'format': 1, 'id': 'd', 'title': 'D', 'cards': []}",
        "2026-11-20T09:00:00Z");
    assert_int_equal(study.session.state, SESSION_DONE);
    assert_true(study.session.next_due_ms == INT64_MAX);
    assert_false(undo(&study).found);
    assert_int_equal(study.session.state, SESSION_DONE);
    end_study(&study);
}

static void test_not_twice_in_a_row(void **state)
{
    (void)state;
    struct study study;
    begin_study(&study, three, "2026-11-20T09:00:00Z");
    answer(&study, "", FSRS_AGAIN);
    answer(&study, "", FSRS_GOOD); // b comes in 10 minutes
    session_skip(&study.session, study.now_ms);
    assert_string_equal(asked(&study), "a");
    answer(&study, "", FSRS_AGAIN); // and a in one
    assert_string_equal(asked(&study), "b");
    answer(&study, "", FSRS_EASY);
    assert_string_equal(asked(&study), "a");
    answer(&study, "", FSRS_AGAIN);
    assert_string_equal(asked(&study), "a"); // there is no other
    end_study(&study);
}

/* ---- what is proposed ---- */

static const char kinds[] =
    "{'format': 1, 'id': 'd', 'title': 'D', 'cards': ["
    "{'id': 'text', 'question': 'Capital?', 'answer': 'Constantinople', 'hint': 'on the"
    " Bosporus'},"
    "{'id': 'list', 'question': 'Five?', 'answer': ['one', 'two', 'three', 'four', "
    "'five']},"
    "{'id': 'self', 'question': 'Explain.', 'answer': 'At length.', 'grading': 'self'}]}";

static void test_verdicts_propose(void **state)
{
    (void)state;
    static const struct {
        enum verdict verdict;
        double share;
        enum fsrs_rating plain, hinted;
    } cases[] = {
        { VERDICT_EXACT, 1, FSRS_GOOD, FSRS_HARD },
        { VERDICT_ACCEPTED, 1, FSRS_GOOD, FSRS_HARD },
        { VERDICT_CLOSE, 1, FSRS_GOOD, FSRS_HARD },
        { VERDICT_PARTIAL, 0.8, FSRS_HARD, FSRS_HARD },
        { VERDICT_PARTIAL, 0.79, FSRS_AGAIN, FSRS_AGAIN },
        { VERDICT_WRONG, 0, FSRS_AGAIN, FSRS_AGAIN },
        { VERDICT_BLANK, 0, FSRS_AGAIN, FSRS_AGAIN },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct judgement judgement = { .verdict = cases[i].verdict,
            .share = cases[i].share };
        assert_int_equal(propose_rating(&judgement, false), cases[i].plain);
        assert_int_equal(propose_rating(&judgement, true), cases[i].hinted);
    }
}

static void test_proposals(void **state)
{
    (void)state;
    static const struct {
        const char *card, *typed;
        bool hint;
        enum verdict verdict;
        enum fsrs_rating proposed;
    } cases[] = {
        { "text", "Constantinople", false, VERDICT_EXACT, FSRS_GOOD },
        { "text", "constantinople", false, VERDICT_ACCEPTED, FSRS_GOOD },
        { "text", "Constantinople", true, VERDICT_EXACT, FSRS_HARD },
        { "text", "constantinople", true, VERDICT_ACCEPTED, FSRS_HARD },
        { "text", "Ravenna", false, VERDICT_WRONG, FSRS_AGAIN },
        { "text", "Ravenna", true, VERDICT_WRONG, FSRS_AGAIN },
        { "text", "", false, VERDICT_BLANK, FSRS_AGAIN },
        { "list", "one; two; three; four; five", false, VERDICT_EXACT, FSRS_GOOD },
        { "list", "one; two; three; four", false, VERDICT_PARTIAL, FSRS_HARD },
        { "list", "one; two; three", false, VERDICT_PARTIAL, FSRS_AGAIN },
        { "list", "one; two; three; four; five; six; seven", false, VERDICT_PARTIAL,
            FSRS_AGAIN },
    };
    struct study study;
    begin_study(&study, kinds, "2026-11-20T09:00:00Z");
    for (size_t i = 0; i < COUNT(cases); i++) {
        print_message(
            "  %s%s\n", cases[i].typed, cases[i].hint ? ", after the hint" : "");
        come_back(&study);
        while (strcmp(asked(&study), cases[i].card) != 0)
            session_skip(&study.session, study.now_ms);
        if (cases[i].hint)
            assert_string_equal(session_hint(&study.session), "on the Bosporus");
        session_answer(&study.session, cases[i].typed, study.now_ms);
        assert_int_equal(study.session.judgement.verdict, cases[i].verdict);
        assert_int_equal(study.session.proposed, cases[i].proposed);
    }
    end_study(&study);
}

/* A hint seen for one question says nothing about the next; asking for none is no hint. */
static void test_hints_end_with_their_question(void **state)
{
    (void)state;
    struct study study;
    begin_study(&study, kinds, "2026-11-20T09:00:00Z");
    assert_non_null(session_hint(&study.session));
    answer(&study, "Constantinople", FSRS_HARD);
    assert_string_equal(asked(&study), "list");
    assert_null(session_hint(&study.session));
    session_answer(&study.session, "one; two; three; four; five", study.now_ms);
    assert_int_equal(study.session.proposed, FSRS_GOOD);
    end_study(&study);
}

static void test_graded_by_oneself(void **state)
{
    (void)state;
    struct study study;
    struct kept_history history;
    begin_study(&study, kinds, "2026-11-20T09:00:00Z");
    while (strcmp(asked(&study), "self") != 0)
        session_skip(&study.session, study.now_ms);
    assert_true(session_is_self(&study.session));
    session_answer(&study.session, "", study.now_ms);
    assert_int_equal(study.session.proposed, FSRS_GOOD);
    assert_int_equal(rate(&study, FSRS_HARD), RECORD_SAVED);
    assert_true(study.session.log[0].self);
    read_history(&study, "d/self", &history);
    assert_int_equal(history.h.count, 1);
    assert_int_equal(history.h.steps[0].review.rating, FSRS_HARD);
    assert_null(history.h.steps[0].review.verdict);
    assert_null(history.h.steps[0].review.typed);
    arena_release(&history.arena);
    end_study(&study);
}

/* ---- what is written ---- */

static void test_what_is_written(void **state)
{
    (void)state;
    struct study study;
    struct kept_history history;
    begin_study(&study, three, "2026-11-20T09:00:00Z");
    int64_t shown_ms = study.now_ms + 7 * second;
    session_answer(&study.session, "ALPHA", shown_ms);
    struct plan hard = study.session.plans[FSRS_HARD - 1];
    study.now_ms += hour; // rated much later: the preview still holds
    assert_int_equal(rate(&study, FSRS_HARD), RECORD_SAVED);
    read_history(&study, "d/a", &history);
    const struct step_of_history *step = &history.h.steps[0];
    assert_int_equal(history.h.count, 1);
    assert_int_equal(step->event.at_ms, shown_ms);
    assert_int_equal(step->event.day.number, day_of(shown_ms, 4).number);
    assert_int_equal(step->review.answer_ms, 7 * second);
    assert_string_equal(step->review.typed, "ALPHA");
    assert_string_equal(step->review.verdict, "accepted");
    assert_memory_equal(&step->review.plan, &hard, sizeof hard);
    assert_int_equal(hard.due_ms, shown_ms + 330 * second);
    arena_release(&history.arena);
    end_study(&study);
}

static void test_answer_times(void **state)
{
    (void)state;
    static const struct {
        int64_t after_ms;
        int want_ms;
    } cases[] = { { 0, 0 }, { 1234, 1234 }, { 59999, 59999 }, { 60001, 60000 },
        { 3 * HOUR_MS, 60000 }, { -5000, 0 } };
    struct study study;
    begin_study(&study, three, "2026-11-20T09:00:00Z");
    for (size_t i = 0; i < COUNT(cases); i++) {
        study.now_ms = study.session.asked_ms + cases[i].after_ms;
        answer(&study, "", FSRS_AGAIN);
        assert_int_equal(study.session.log[i].answer_ms, cases[i].want_ms);
    }
    assert_cache_is_replay(&study);
    end_study(&study);
}

static void test_typed_need_not_be_kept(void **state)
{
    (void)state;
    struct study study;
    struct kept_history history;
    begin_study(&study, three, "2026-11-20T09:00:00Z");
    study.learner.settings.keep_typed = false;
    answer(&study, "secret", FSRS_AGAIN);
    read_history(&study, "d/a", &history);
    assert_null(history.h.steps[0].review.typed);
    assert_string_equal(history.h.steps[0].review.verdict, "wrong");
    arena_release(&history.arena);
    end_study(&study);
}

/* Leaving without a rating writes nothing; what was proposed can be saved on the way out. */
static void test_leaving(void **state)
{
    (void)state;
    struct study study;
    begin_study(&study, three, "2026-11-20T09:00:00Z");
    session_answer(&study.session, "alpha", study.now_ms);
    come_back(&study);
    assert_string_equal(asked(&study), "a");
    assert_int_equal(history_length(&study, "d/a"), 0);
    session_answer(&study.session, "alpha", study.now_ms);
    rate(&study, study.session.proposed);
    come_back(&study);
    assert_string_equal(asked(&study), "b");
    assert_int_equal(history_length(&study, "d/a"), 1);
    end_study(&study);
}

/* An answer that could not be written stays judged, and can be saved again. */
static void test_a_failure_to_save(void **state)
{
    (void)state;
    struct study study;
    struct err err = { 0 };
    begin_study(&study, three, "2026-11-20T09:00:00Z");
    session_answer(&study.session, "alpha", study.now_ms);
    assert_true(store_run(study.learner.store, "PRAGMA query_only = ON", &err));
    assert_int_equal(
        session_rate(&study.session, FSRS_GOOD, study.now_ms, &err), RECORD_FAILED);
    assert_int_equal(err.kind, ERR_SYSTEM);
    assert_int_equal(study.session.state, SESSION_JUDGED);
    assert_int_equal(study.session.log_count, 0);
    assert_cache_is_replay(&study);
    assert_true(store_run(study.learner.store, "PRAGMA query_only = OFF", &err));
    assert_int_equal(rate(&study, FSRS_GOOD), RECORD_SAVED);
    assert_int_equal(study.session.log_count, 1);
    assert_cache_is_replay(&study);
    end_study(&study);
}

/* ---- skip and undo ---- */

static void test_skip(void **state)
{
    (void)state;
    struct study study;
    begin_study(&study, three, "2026-11-20T09:00:00Z");
    session_skip(&study.session, study.now_ms);
    assert_string_equal(asked(&study), "b");
    session_answer(&study.session, "beta", study.now_ms);
    session_skip(&study.session, study.now_ms); // after the verdict: nothing is written
    assert_string_equal(asked(&study), "c");
    assert_counts(&study, 1, 0, 0);
    answer(&study, "", FSRS_AGAIN);
    assert_string_equal(asked(&study), "c");
    session_skip(&study.session, study.now_ms);
    assert_int_equal(study.session.state, SESSION_DONE);
    assert_int_equal(history_length(&study, "d/b"), 0);
    come_back(&study);
    assert_string_equal(asked(&study), "a");
    end_study(&study);
}

static void test_undo(void **state)
{
    (void)state;
    struct study study;
    begin_study(&study, three, "2026-11-20T09:00:00Z");
    answer(&study, "alpha", FSRS_EASY);
    answer(&study, "beta", FSRS_EASY);
    session_answer(&study.session, "gam", study.now_ms);
    struct undo_result result = undo(&study); // the verdict on c is dropped
    assert_true(result.found);
    assert_string_equal(result.card, "d/b");
    assert_int_equal(result.review.rating, FSRS_EASY);
    assert_int_equal(result.review_ms, study.now_ms);
    assert_string_equal(asked(&study), "b");
    assert_int_equal(study.session.state, SESSION_ASK);
    assert_int_equal(study.session.log_count, 1);
    assert_counts(&study, 2, 0, 0);
    assert_string_equal(undo(&study).card, "d/a");
    assert_string_equal(asked(&study), "a");
    assert_int_equal(study.session.log_count, 0);
    assert_false(undo(&study).found);
    assert_string_equal(asked(&study), "a");
    assert_cache_is_replay(&study);
    for (int i = 0; i < 3; i++)
        answer(&study, "", FSRS_EASY);
    assert_int_equal(study.session.state, SESSION_DONE);
    assert_string_equal(undo(&study).card, "d/c");
    assert_string_equal(asked(&study), "c");
    assert_cache_is_replay(&study);
    end_study(&study);
}

static void test_undo_outlives_the_session(void **state)
{
    (void)state;
    struct study study;
    begin_study(&study, three, "2026-11-20T09:00:00Z");
    answer(&study, "alpha", FSRS_EASY);
    study.now_ms += 3 * day;
    come_back(&study);
    assert_string_equal(asked(&study), "b");
    assert_string_equal(undo(&study).card, "d/a");
    assert_string_equal(asked(&study), "a");
    assert_int_equal(study.session.log_count, 0);
    answer(&study, "alpha", FSRS_EASY);
    come_back(&study);
    assert_int_equal(history_length(&study, "d/a"), 1);
    assert_cache_is_replay(&study);
    end_study(&study);
}

/* What undo brings back does not let a sibling or one card more slip in behind it. */
static void test_undo_keeps_caps_and_siblings(void **state)
{
    (void)state;
    struct study study;
    struct err err = { 0 };
    struct event_key event;
    begin_study(&study, three, "2026-11-20T09:00:00Z");
    study.learner.settings.new_per_day = 1;
    size_t c = learner_card(&study.learner, "d/c");
    struct review review = { .rating = FSRS_EASY };
    struct plan plans[4];
    collection_plan(&study.learner.collection, c, study.now_ms, plans);
    review.plan = plans[FSRS_EASY - 1];
    assert_int_equal(
        record_review(&study.learner.collection, c, study.now_ms, &review, &event, &err),
        RECORD_SAVED);
    come_back(&study);
    assert_int_equal(study.session.state, SESSION_DONE);
    assert_string_equal(undo(&study).card, "d/c");
    assert_string_equal(asked(&study), "c");
    answer(&study, "gamma", FSRS_EASY);
    assert_int_equal(study.session.state, SESSION_DONE); // not a: one new card a day
    end_study(&study);
}

/* ---- choices ---- */

static const char choices[] =
    "{'format': 1, 'id': 'd', 'title': 'D', 'cards': ["
    "{'id': 'c', 'question': 'Which?', 'answer': 'right',"
    " 'wrong': ['w1', 'w2', 'w3', 'w4', 'w5']},"
    "{'id': 'fixed', 'question': 'Which now?', 'answer': 'right', 'wrong': ['w1', 'w2'],"
    " 'shuffle': false}]}";

static char letter_of(const struct key *key, const char *option)
{
    for (size_t i = 0; i < key->option_count; i++)
        if (strcmp(key->options[i], option) == 0)
            return (char)('a' + i);
    return '?';
}

static void test_choices_are_shuffled(void **state)
{
    (void)state;
    struct study study;
    bool seen[6] = { 0 };
    int places = 0;
    begin_study(&study, choices, "2026-11-20T09:00:00Z");
    for (int i = 0; i < 12; i++) {
        const struct session *s = &study.session;
        struct arena arena = { 0 };
        while (strcmp(asked(&study), "c") != 0)
            session_skip(&study.session, study.now_ms);
        struct key key = present_key(session_card(s), i, &arena);
        assert_int_equal(s->key.option_count, 6);
        for (size_t j = 0; j < 6; j++)
            assert_string_equal(s->key.options[j], key.options[j]);
        for (const char *option = "right\0w1\0w2\0w3\0w4\0w5\0"; *option != '\0';
             option += strlen(option) + 1)
            assert_int_not_equal(letter_of(&s->key, option), '?');
        char typed[2] = { letter_of(&s->key, "right"), '\0' };
        places += !seen[typed[0] - 'a'];
        seen[typed[0] - 'a'] = true;
        session_answer(&study.session, typed, study.now_ms);
        assert_int_equal(s->judgement.verdict, VERDICT_EXACT);
        assert_int_equal(rate(&study, FSRS_AGAIN), RECORD_SAVED);
        arena_release(&arena);
        study.now_ms += minute;
    }
    assert_true(places >= 4);
    end_study(&study);
}

static void test_choices_may_stay(void **state)
{
    (void)state;
    struct study study;
    begin_study(&study, choices, "2026-11-20T09:00:00Z");
    session_skip(&study.session, study.now_ms);
    assert_string_equal(asked(&study), "fixed");
    const struct card *card = session_card(&study.session);
    assert_ptr_equal(study.session.key.options, card->key.options);
    end_study(&study);
}

/* ---- time passes ---- */

static void test_a_new_day_begins(void **state)
{
    (void)state;
    struct study study;
    begin_study(&study, three, "2026-11-20T03:50:00Z");
    study.learner.settings.new_per_day = 1;
    come_back(&study);
    answer(&study, "alpha", FSRS_EASY);
    assert_int_equal(study.session.state, SESSION_DONE);
    assert_int_equal(study.session.next_due_ms, learner_time("2026-11-20T04:00:00Z"));
    study.now_ms = learner_time("2026-11-20T03:55:00Z");
    undo(&study);
    session_answer(&study.session, "alpha", study.now_ms);
    study.now_ms = learner_time("2026-11-20T04:01:00Z"); // rated on the next day
    rate(&study, FSRS_EASY);
    assert_string_equal(asked(&study), "b");
    struct progress *a =
        &study.learner.collection.progress[learner_card(&study.learner, "d/a")];
    assert_int_equal(a->first_day.number, day_from_civil(2026, 11, 19).number);
    answer(&study, "beta", FSRS_EASY);
    assert_int_equal(study.session.state, SESSION_DONE);
    assert_int_equal(study.session.next_due_ms, learner_time("2026-11-21T04:00:00Z"));
    end_study(&study);
}

/* A clock set back while studying: no negative time, no event out of order. */
static void test_the_clock_steps_back(void **state)
{
    (void)state;
    struct study study;
    struct kept_history history;
    begin_study(&study, three, "2026-11-20T09:00:00Z");
    answer(&study, "", FSRS_AGAIN);
    study.now_ms -= 10 * minute;
    come_back(&study);
    while (strcmp(asked(&study), "a") != 0)
        answer(&study, "", FSRS_EASY);
    answer(&study, "", FSRS_GOOD);
    read_history(&study, "d/a", &history);
    assert_int_equal(history.h.count, 2);
    assert_int_equal(history.h.steps[0].review.rating, FSRS_AGAIN);
    assert_true(history.h.steps[1].elapsed_days == 0);
    arena_release(&history.arena);
    come_back(&study);
    assert_cache_is_replay(&study);
    end_study(&study);
}

/* ---- two hands on one file ---- */

static void test_answered_elsewhere(void **state)
{
    (void)state;
    struct study study;
    struct learner other;
    struct err err = { 0 };
    begin_study(&study, three, "2026-11-20T09:00:00Z");
    assert_string_equal(asked(&study), "a");
    other = study.learner; // the same folder, with handles of its own
    learner_open(&other);
    struct session elsewhere;
    struct session_options options = {
        .selected = (bool[]){ true, true, true }, .seed = 1, .fresh = -1, .reviews = -1
    };
    session_open(&elsewhere, &other.collection, &options, study.now_ms);
    session_answer(&elsewhere, "alpha", study.now_ms);
    assert_int_equal(
        session_rate(&elsewhere, FSRS_EASY, study.now_ms, &err), RECORD_SAVED);

    session_answer(&study.session, "", study.now_ms);
    assert_int_equal(rate(&study, FSRS_AGAIN), RECORD_CHANGED);
    assert_int_equal(study.session.log_count, 0);
    assert_int_equal(history_length(&study, "d/a"), 1);
    assert_string_equal(asked(&study), "b"); // a is due in weeks now
    assert_cache_is_replay(&study);

    session_answer(&elsewhere, "beta", study.now_ms);
    assert_int_equal(
        session_rate(&elsewhere, FSRS_AGAIN, study.now_ms, &err), RECORD_SAVED);
    session_answer(&study.session, "beta", study.now_ms);
    assert_int_equal(rate(&study, FSRS_EASY), RECORD_CHANGED);
    assert_string_equal(asked(&study), "c");
    answer(&study, "gamma", FSRS_EASY);
    assert_string_equal(asked(&study), "b"); // at its step now
    answer(&study, "beta", FSRS_EASY);
    assert_int_equal(history_length(&study, "d/b"), 2);
    assert_cache_is_replay(&study);
    session_close(&elsewhere);
    learner_close(&other);
    end_study(&study);
}

/* ---- names that changed ---- */

static void write_one(
    struct study *study, const char *file, const char *deck, const char *card)
{
    struct buf text = { 0 };
    buf_addf(&text,
        "{'format': 1, 'id': '%s', 'title': 'T', 'cards': [{'question': 'Q?', 'answer':"
        " 'alpha', %s}]}",
        deck, card);
    learner_write(&study->learner, file, text.text);
    buf_release(&text);
}

static void begin_renaming(struct study *study, const char *card)
{
    begin_study(study, three, "2026-11-20T09:00:00Z");
    write_one(study, "decks/deck.json", "d", card);
    come_back(study);
}

/* Writes the deck anew, with another entry for the one card, and comes back on the next day. */
static void rename_card(struct study *study, const char *card)
{
    write_one(study, "decks/deck.json", "d", card);
    study->now_ms += day;
    come_back(study);
}

static void answer_any(struct study *study, const char *name, enum fsrs_rating rating)
{
    struct collection *c = &study->learner.collection;
    struct err err = { 0 };
    struct event_key event;
    struct plan plans[4];
    size_t card = learner_card(&study->learner, name);
    collection_plan(c, card, study->now_ms, plans);
    struct review review = { .rating = rating, .plan = plans[rating - 1] };
    assert_int_equal(
        record_review(c, card, study->now_ms, &review, &event, &err), RECORD_SAVED);
}

static void test_renamed(void **state)
{
    (void)state;
    struct study study;
    begin_renaming(&study, "'id': 'old'");
    answer_any(&study, "d/old", FSRS_GOOD);
    rename_card(&study, "'id': 'new', 'was': ['old']");
    assert_int_equal(history_length(&study, "d/new"), 1);
    assert_cache_is_replay(&study);
    answer_any(&study, "d/new", FSRS_GOOD);
    assert_int_equal(history_length(&study, "d/new"), 2);
    assert_cache_is_replay(&study);
    rename_card(&study, "'id': 'new', 'was': ['old']");
    assert_int_equal(history_length(&study, "d/new"), 2);
    assert_int_equal(study.learner.collection.progress[0].reviews, 2);
    assert_cache_is_replay(&study);
    assert_int_equal(study.learner.collection.orphan_count, 0);
    end_study(&study);
}

/* Named three times: each row of the cache holds a part, whatever order they are read in. */
static void test_renamed_again_and_again(void **state)
{
    (void)state;
    static const char *const names[][3] = { { "a", "b", "c" }, { "c", "b", "a" },
        { "b", "c", "a" }, { "b", "a", "c" } };
    for (size_t i = 0; i < COUNT(names); i++) {
        struct study study;
        char card[64], name[8];
        snprintf(card, sizeof card, "'id': '%s'", names[i][0]);
        begin_renaming(&study, card);
        for (int j = 0; j < 3; j++) {
            snprintf(card, sizeof card, "'id': '%s', 'was': ['%s', '%s']", names[i][j],
                names[i][(j + 1) % 3], names[i][(j + 2) % 3]);
            snprintf(name, sizeof name, "d/%s", names[i][j]);
            rename_card(&study, card);
            assert_int_equal(study.learner.collection.progress[0].reviews, j);
            assert_cache_is_replay(&study);
            answer_any(&study, name, FSRS_GOOD);
            assert_cache_is_replay(&study);
        }
        end_study(&study);
    }
}

static void test_moved_to_another_deck(void **state)
{
    (void)state;
    struct study study;
    begin_renaming(&study, "'id': 'old'");
    answer_any(&study, "d/old", FSRS_GOOD);
    learner_remove(&study.learner, "decks/deck.json");
    write_one(&study, "decks/other.json", "e", "'id': 'new', 'was': ['d/old']");
    come_back(&study);
    assert_int_equal(history_length(&study, "e/new"), 1);
    answer_any(&study, "e/new", FSRS_GOOD);
    come_back(&study);
    assert_int_equal(study.learner.collection.progress[0].reviews, 2);
    assert_cache_is_replay(&study);
    end_study(&study);
}

static void test_renamed_sides(void **state)
{
    (void)state;
    struct study study;
    begin_renaming(&study, "'id': 'old', 'reverse': true");
    answer_any(&study, "d/old#reverse", FSRS_EASY);
    rename_card(&study, "'id': 'new', 'was': ['old'], 'reverse': true");
    assert_int_equal(history_length(&study, "d/new#reverse"), 1);
    assert_int_equal(history_length(&study, "d/new"), 0);
    assert_cache_is_replay(&study);
    end_study(&study);
}

/* An earlier name that another card has now is that card's. */
static void test_a_name_taken_over(void **state)
{
    (void)state;
    struct study study;
    begin_study(&study, three, "2026-11-20T09:00:00Z");
    answer_any(&study, "d/a", FSRS_EASY);
    learner_write(&study.learner, "decks/deck.json",
        "{'format': 1, 'id': 'd', 'title': 'D', 'cards': ["
        "{'id': 'b', 'question': 'B?', 'answer': 'beta', 'was': ['a']},"
        "{'id': 'a', 'question': 'A?', 'answer': 'alpha'}]}");
    come_back(&study);
    assert_int_equal(history_length(&study, "d/a"), 1);
    assert_int_equal(history_length(&study, "d/b"), 0);
    answer_any(&study, "d/b", FSRS_EASY);
    assert_cache_is_replay(&study);
    come_back(&study);
    assert_cache_is_replay(&study);
    end_study(&study);
}

/* Of two cards that list the same earlier name, the first has its history. */
static void test_a_name_listed_twice(void **state)
{
    (void)state;
    struct study study;
    begin_renaming(&study, "'id': 'old'");
    answer_any(&study, "d/old", FSRS_EASY);
    learner_write(&study.learner, "decks/deck.json",
        "{'format': 1, 'id': 'd', 'title': 'D', 'cards': ["
        "{'id': 'b', 'question': 'B?', 'answer': 'beta', 'was': ['old']},"
        "{'id': 'a', 'question': 'A?', 'answer': 'alpha', 'was': ['old', 'a']}]}");
    come_back(&study);
    assert_int_equal(history_length(&study, "d/b"), 1);
    assert_int_equal(history_length(&study, "d/a"), 0);
    answer_any(&study, "d/a", FSRS_EASY);
    answer_any(&study, "d/b", FSRS_EASY);
    assert_cache_is_replay(&study);
    come_back(&study);
    assert_cache_is_replay(&study);
    end_study(&study);
}

/* The answer taken back was given under the old name. */
static void test_undo_under_an_old_name(void **state)
{
    (void)state;
    struct study study;
    begin_renaming(&study, "'id': 'old'");
    answer_any(&study, "d/old", FSRS_EASY);
    rename_card(&study, "'id': 'new', 'was': ['old']");
    assert_int_equal(study.session.state, SESSION_DONE);
    assert_string_equal(undo(&study).card, "d/new");
    assert_string_equal(asked(&study), "new");
    assert_cache_is_replay(&study);
    come_back(&study);
    assert_cache_is_replay(&study);
    assert_string_equal(asked(&study), "new");
    answer(&study, "alpha", FSRS_GOOD);
    assert_int_equal(history_length(&study, "d/new"), 1);
    end_study(&study);
}

static void test_orphans(void **state)
{
    (void)state;
    struct study study;
    begin_renaming(&study, "'id': 'old'");
    answer_any(&study, "d/old", FSRS_EASY);
    rename_card(&study, "'id': 'new'");
    const struct collection *c = &study.learner.collection;
    assert_int_equal(c->orphan_count, 1);
    assert_string_equal(c->orphans[0].card, "d/old");
    assert_int_equal(c->orphans[0].progress.reviews, 1);
    assert_int_equal(history_length(&study, "d/new"), 0);
    assert_string_equal(undo(&study).card, "d/old"); // even of a card that is gone
    assert_string_equal(asked(&study), "new");
    come_back(&study);
    assert_int_equal(study.learner.collection.orphans[0].progress.reviews, 0);
    end_study(&study);
}

/* ---- many cards ---- */

enum { NOTES = 40 };

/* Forty notes in two decks; every fifth has a reverse. */
static void write_many(struct study *study)
{
    for (int deck = 0; deck < 2; deck++) {
        struct buf text = { 0 };
        buf_addf(&text, "{'format': 1, 'id': 'deck%d', 'title': 'T', 'cards': [", deck);
        for (int i = 0; i < NOTES / 2; i++)
            buf_addf(&text,
                "%s{'id': 'n%d', 'question': 'Question %d?', 'answer': 'x%d'%s}",
                i > 0 ? "," : "", i, i, i, i % 5 == 0 ? ", 'reverse': true" : "");
        buf_add(&text, "]}");
        learner_write(
            &study->learner, deck == 0 ? "decks/0.json" : "decks/1.json", text.text);
        buf_release(&text);
    }
}

static void begin_many(struct study *study, const char *now)
{
    *study = (struct study){ .now_ms = learner_time(now) };
    learner_begin(&study->learner);
    write_many(study);
    learner_open(&study->learner);
    open_session(study);
}

/* Mostly answers; sometimes skips, takes back, restores, comes back later. */
static void act(struct study *study, struct rng *rng)
{
    struct err err = { 0 };
    struct arena arena = { 0 };
    struct undo_result result;
    study->now_ms += (int64_t)rng_below(rng, 90 * (size_t)second);
    switch (rng_below(rng, 12)) {
    case 0:
        undo(study);
        return;
    case 1:
        assert_true(record_redo(
            &study->learner.collection, study->now_ms, &arena, &result, &err));
        arena_release(&arena);
        come_back(study);
        return;
    case 2:
        study->now_ms += (int64_t)rng_below(rng, 4 * (size_t)day);
        come_back(study);
        return;
    case 3:
        if (study->session.state == SESSION_ASK)
            session_skip(&study->session, study->now_ms);
        return;
    default:
        if (study->session.state == SESSION_ASK)
            answer(study, "x1", (enum fsrs_rating)(1 + rng_below(rng, 4)));
    }
}

static void test_random_sessions(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 3; seed++) {
        struct rng rng = { seed };
        struct study study;
        begin_many(&study, "2026-11-20T09:00:00Z");
        for (int i = 0; i < 150; i++) {
            act(&study, &rng);
            if (i % 15 == 0)
                assert_cache_is_replay(&study);
        }
        assert_cache_is_replay(&study);
        come_back(&study);
        assert_cache_is_replay(&study);
        end_study(&study);
    }
}

/* Undo down to the first answer and redo all: everything is as it was. */
static void test_all_undone_and_redone(void **state)
{
    (void)state;
    struct study study;
    struct err err = { 0 };
    struct rng rng = { 5 };
    begin_many(&study, "2026-11-20T09:00:00Z");
    struct collection *c = &study.learner.collection;
    for (int i = 0; i < 25; i++) {
        answer(&study, "", (enum fsrs_rating)(1 + rng_below(&rng, 4)));
        study.now_ms += minute;
    }
    size_t size = c->library->card_count * sizeof *c->progress;
    struct progress *before = mem_alloc(size);
    memcpy(before, c->progress, size);
    int undone = 0;
    while (undo(&study).found)
        undone++;
    assert_int_equal(undone, 25);
    for (size_t i = 0; i < c->library->card_count; i++)
        assert_int_equal(c->progress[i].reviews, 0);
    struct arena arena = { 0 };
    struct undo_result result = { .found = true };
    for (int i = 0; i <= 25; i++) {
        assert_true(record_redo(c, study.now_ms, &arena, &result, &err));
        assert_int_equal(result.found, i < 25);
    }
    arena_release(&arena);
    for (size_t i = 0; i < c->library->card_count; i++)
        assert_progress(&c->progress[i], &before[i]);
    free(before);
    assert_cache_is_replay(&study);
    end_study(&study);
}

/* ---- a learner who comes every day ---- */

struct daily {
    int fresh[3], reviews[3];   // today, by deck and together
    bool graduated[2 * NOTES];  // by card: asked today and not at a step any more
    bool note_asked[2 * NOTES]; // by note: a new card or a review of it was asked today
};

/* What may be asked now, by what has been asked today. */
static void check_question(const struct study *study, struct daily *today)
{
    const struct session *s = &study->session;
    const struct queue_card *card = &s->cards[s->card];
    const struct progress *progress = &study->learner.collection.progress[s->card];
    assert_false(today->graduated[s->card]);
    if (phase_has_steps(progress->plan.phase))
        return;
    assert_false(today->note_asked[card->note]);
    today->note_asked[card->note] = true;
    int *count = progress->plan.phase == PHASE_NEW ? today->fresh : today->reviews;
    count[card->deck]++;
    count[2]++;
}

static void check_day(const struct daily *today, const struct settings *settings)
{
    assert_true(today->fresh[2] <= settings->new_per_day);
    assert_true(today->reviews[2] <= settings->reviews_per_day);
    assert_true(today->fresh[0] <= 2); // the first deck's own cap
}

/* Remembers as the model says, and a new card one time in two. */
static enum fsrs_rating recall(const struct study *study, struct rng *rng)
{
    const struct collection *c = &study->learner.collection;
    const struct progress *progress = &c->progress[study->session.card];
    double chance = 0.5, elapsed = schedule_elapsed_days(progress, study->now_ms);
    if (progress->reviews > 0)
        chance = fsrs_recall(progress->memory, elapsed, c->weights);
    if (rng_uniform(rng) >= chance)
        return FSRS_AGAIN;
    return rng_below(rng, 6) == 0 ? FSRS_HARD : FSRS_GOOD;
}

/* Studies until nothing is left; closes everything now and then. */
static int study_a_day(struct study *study, struct rng *rng, struct daily *today)
{
    int answers = 0;
    while (study->session.state != SESSION_DONE) {
        size_t card = study->session.card;
        check_question(study, today);
        study->now_ms += 5 * second + (int64_t)rng_below(rng, 20 * (size_t)second);
        answer(study, "", recall(study, rng));
        today->graduated[card] =
            !phase_has_steps(study->learner.collection.progress[card].plan.phase);
        check_day(today, &study->learner.settings);
        assert_true(answers++ < 500);
        if (rng_below(rng, 8) == 0)
            come_back(study);
    }
    return answers;
}

static void test_sixty_days(void **state)
{
    (void)state;
    struct study study;
    struct rng rng = { 60 };
    int answers = 0;
    begin_many(&study, "2026-09-20T18:00:00Z");
    struct settings *settings = &study.learner.settings;
    struct err err = { 0 };
    static char text[] = "{\"new-per-day\": 5, \"reviews-per-day\": 7,"
                         " \"by-deck\": {\"deck0\": {\"new-per-day\": 2}}}";
    struct source source = {
        .name = "config.json", .text = text, .len = sizeof text - 1
    };
    assert_true(settings_parse(settings, source, NULL, &err));
    for (int i = 0; i < 60; i++) {
        struct daily today = { 0 };
        study.now_ms = learner_time("2026-09-20T18:00:00Z") + i * day +
                       (int64_t)rng_below(&rng, 6 * (size_t)hour);
        come_back(&study);
        answers += study_a_day(&study, &rng, &today);
        if (i < 8)
            assert_int_equal(today.fresh[2], 5);
    }
    print_message("  %d answers\n", answers);
    assert_cache_is_replay(&study);
    assert_counts(&study, 0, 0, 0);
    for (size_t i = 0; i < study.learner.library.card_count; i++)
        assert_true(study.learner.collection.progress[i].reviews >= 2);
    end_study(&study);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_session),
        cmocka_unit_test(test_nothing_to_ask),
        cmocka_unit_test(test_not_twice_in_a_row),
        cmocka_unit_test(test_verdicts_propose),
        cmocka_unit_test(test_proposals),
        cmocka_unit_test(test_hints_end_with_their_question),
        cmocka_unit_test(test_graded_by_oneself),
        cmocka_unit_test(test_what_is_written),
        cmocka_unit_test(test_answer_times),
        cmocka_unit_test(test_typed_need_not_be_kept),
        cmocka_unit_test(test_leaving),
        cmocka_unit_test(test_a_failure_to_save),
        cmocka_unit_test(test_skip),
        cmocka_unit_test(test_undo),
        cmocka_unit_test(test_undo_outlives_the_session),
        cmocka_unit_test(test_undo_keeps_caps_and_siblings),
        cmocka_unit_test(test_choices_are_shuffled),
        cmocka_unit_test(test_choices_may_stay),
        cmocka_unit_test(test_a_new_day_begins),
        cmocka_unit_test(test_the_clock_steps_back),
        cmocka_unit_test(test_answered_elsewhere),
        cmocka_unit_test(test_renamed),
        cmocka_unit_test(test_renamed_again_and_again),
        cmocka_unit_test(test_moved_to_another_deck),
        cmocka_unit_test(test_renamed_sides),
        cmocka_unit_test(test_a_name_taken_over),
        cmocka_unit_test(test_a_name_listed_twice),
        cmocka_unit_test(test_undo_under_an_old_name),
        cmocka_unit_test(test_orphans),
        cmocka_unit_test(test_random_sessions),
        cmocka_unit_test(test_all_undone_and_redone),
        cmocka_unit_test(test_sixty_days),
    };
    setenv("TZ", "UTC", 1);
    zone_read();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
