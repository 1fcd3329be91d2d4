/*
 * History in numbers: tables of small histories, written through a real store, then random
 * ones that are held against what replay says of each card.
 */
#include "learner.h"
#include "test.h"

#include "base/day.h"
#include "base/rng.h"
#include "fsrs/calibrate.h"
#include "session/leech.h"
#include "session/record.h"
#include "session/stats.h"
#include "session/weights.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char deck[] = "{'format': 1, 'id': 'd', 'title': 'D', 'cards': ["
                           "{'id': 'a', 'question': 'A?', 'answer': 'alpha'},"
                           "{'id': 'b', 'question': 'B?', 'answer': 'beta'},"
                           "{'id': 'c', 'question': 'C?', 'answer': 'gamma'}]}";

/* ---- a history ---- */

/*
 * At the instant, in the zone ("" : the one before): what is done to the card.  1-4 rate,
 * 'u' undoes the newest, 's' suspends, 'r' resets, 'f' flags, 'm' makes it due that day.
 */
struct act {
    const char *zone, *at, *card;
    char what;
};

static void set_zone(const char *zone)
{
    if (zone[0] == '\0')
        return;
    setenv("TZ", zone, 1);
    zone_read();
}

static void rate(
    struct learner *l, size_t card, int64_t at_ms, int rating, const char *typed)
{
    struct err err = { 0 };
    struct event_key key;
    struct plan plans[4];
    collection_plan(&l->collection, card, at_ms, plans);
    struct review review = {
        .rating = (enum fsrs_rating)rating,
        .plan = plans[rating - 1],
        .answer_ms = 4000,
        .typed = typed,
        .verdict = typed != NULL ? "wrong" : "blank",
    };
    if (record_review(&l->collection, card, at_ms, &review, &key, &err) != RECORD_SAVED)
        fail_msg("%s", err.message);
}

static void undo(struct learner *l, int64_t at_ms)
{
    struct err err = { 0 };
    struct arena arena = { 0 };
    struct undo_result result;
    if (!record_undo(&l->collection, at_ms, &arena, &result, &err))
        fail_msg("%s", err.message);
    arena_release(&arena);
}

static void mark(struct learner *l, size_t card, int64_t at_ms, enum event_kind kind)
{
    struct err err = { 0 };
    if (!record_marks(&l->collection, &card, 1, kind, true, at_ms, &err))
        fail_msg("%s", err.message);
}

/* As `optimize` gives other dates. */
static void move(struct learner *l, size_t card, int64_t at_ms)
{
    struct err err = { 0 };
    struct weights_note note = { .moved = 1 };
    struct weights_move move = { card, l->collection.progress[card].plan };
    memcpy(note.weights, fsrs_default_weights, sizeof note.weights);
    move.plan.due_day = day_of(at_ms, 4);
    move.plan.due_ms = at_ms;
    if (!weights_record(&l->collection, &note, &move, at_ms, &err))
        fail_msg("%s", err.message);
}

static void act(struct learner *l, const struct act *act)
{
    set_zone(act->zone);
    char name[16];
    snprintf(name, sizeof name, "d/%s", act->card);
    int64_t at_ms = learner_time(act->at);
    size_t card = learner_card(l, name);
    if (act->what == 'u')
        undo(l, at_ms);
    else if (act->what == 's')
        mark(l, card, at_ms, EVENT_SUSPEND);
    else if (act->what == 'f')
        mark(l, card, at_ms, EVENT_FLAG);
    else if (act->what == 'm')
        move(l, card, at_ms);
    else if (act->what == 'r')
        mark(l, card, at_ms, EVENT_RESET);
    else
        rate(l, card, at_ms, act->what - '0', NULL);
}

static const bool all_cards[] = { true, true, true };

static void add_up(
    struct learner *l, const bool *selected, struct day today, struct stats *stats)
{
    static const int windows[] = { 7, 30, 0 };
    struct err err = { 0 };
    struct past past;
    struct stats_scope scope = {
        .selected = selected,
        .others = true,
        .today = today,
        .window_days = windows,
        .window_count = COUNT(windows),
    };
    if (!weights_past(&l->collection, &past, &err))
        fail_msg("%s", err.message);
    stats_add_up(stats, &l->collection, &past, &scope);
    past_release(&past);
}

/* ---- days and streaks ---- */

enum { MOST_ACTS = 8 };

static const struct {
    const char *what;
    struct act acts[MOST_ACTS];
    const char *now;
    size_t answers, days;
    int streak, longest;
    bool today;
} streaks[] = {
    { "nothing", { { 0 } }, "2026-05-10T12:00:00Z", 0, 0, 0, 0, false },
    { "an answer today", { { "", "2026-05-10T09:00:00Z", "a", '1' } },
        "2026-05-10T12:00:00Z", 1, 1, 1, 1, true },
    { "one yesterday: today is still open", { { "", "2026-05-09T09:00:00Z", "a", '1' } },
        "2026-05-10T12:00:00Z", 1, 1, 1, 1, false },
    { "a day with something due and no answer ends it",
        { { "", "2026-05-08T09:00:00Z", "a", '1' } }, "2026-05-10T12:00:00Z", 1, 1, 0, 1,
        false },
    { "days with nothing due do not", { { "", "2026-05-05T09:00:00Z", "a", '4' } },
        "2026-05-10T12:00:00Z", 1, 1, 6, 6, true },
    { "not even between answers",
        { { "", "2026-05-05T09:00:00Z", "a", '4' },
            { "", "2026-05-10T09:00:00Z", "b", '1' } },
        "2026-05-11T12:00:00Z", 2, 2, 6, 6, false },
    { "one card of several is enough to be due",
        { { "", "2026-05-05T09:00:00Z", "a", '4' },
            { "", "2026-05-05T09:01:00Z", "b", '1' } },
        "2026-05-10T12:00:00Z", 2, 1, 0, 1, false },
    { "a suspended card is not due",
        { { "", "2026-05-05T09:00:00Z", "a", '4' },
            { "", "2026-05-05T09:01:00Z", "b", '1' },
            { "", "2026-05-05T09:02:00Z", "b", 's' } },
        "2026-05-10T12:00:00Z", 2, 1, 6, 6, true },
    { "an undone answer is none",
        { { "", "2026-05-05T09:00:00Z", "a", '4' },
            { "", "2026-05-07T09:01:00Z", "b", '1' },
            { "", "2026-05-07T09:02:00Z", "b", 'u' } },
        "2026-05-10T12:00:00Z", 1, 1, 6, 6, true },
    { "nor does it make a day",
        { { "", "2026-05-08T09:00:00Z", "a", '1' },
            { "", "2026-05-09T09:00:00Z", "a", '1' },
            { "", "2026-05-09T09:01:00Z", "a", 'u' },
            { "", "2026-05-10T09:00:00Z", "a", '1' } },
        "2026-05-10T12:00:00Z", 2, 2, 1, 1, true },
    { "the undo of an undo counts again",
        { { "", "2026-05-09T09:00:00Z", "a", '1' },
            { "", "2026-05-10T09:00:00Z", "a", '1' },
            { "", "2026-05-10T09:01:00Z", "a", 'u' },
            { "", "2026-05-10T09:02:00Z", "a", '1' } },
        "2026-05-10T12:00:00Z", 2, 2, 2, 2, true },
    { "a reset card is new, and not due; its answers stay",
        { { "", "2026-05-05T09:00:00Z", "a", '1' },
            { "", "2026-05-05T09:01:00Z", "a", 'r' } },
        "2026-05-10T12:00:00Z", 1, 1, 6, 6, true },
    { "the longest may be an older one",
        { { "", "2026-05-01T09:00:00Z", "a", '1' },
            { "", "2026-05-02T09:00:00Z", "a", '1' },
            { "", "2026-05-03T09:00:00Z", "a", '1' },
            { "", "2026-05-08T09:00:00Z", "a", '1' },
            { "", "2026-05-09T09:00:00Z", "a", '1' } },
        "2026-05-09T12:00:00Z", 5, 5, 2, 3, true },
    { "the night belongs to the day before",
        { { "", "2026-05-09T22:00:00Z", "a", '1' },
            { "", "2026-05-10T03:59:00Z", "a", '1' },
            { "", "2026-05-10T04:00:00Z", "a", '1' } },
        "2026-05-11T03:59:00Z", 3, 2, 2, 2, true },
    { "the clocks change",
        { { "Europe/Berlin", "2026-03-28T23:30:00+01:00", "a", '1' },
            { "", "2026-03-29T03:30:00+02:00", "a", '1' },
            { "", "2026-03-29T23:30:00+02:00", "a", '1' },
            { "", "2026-03-30T04:00:00+02:00", "a", '1' } },
        "2026-03-30T12:00:00+02:00", 4, 3, 3, 3, true },
    { "a journey west: the same date once more",
        { { "Pacific/Auckland", "2026-05-02T21:00:00+12:00", "a", '1' },
            { "America/Los_Angeles", "2026-05-02T10:00:00-07:00", "a", '1' },
            { "", "2026-05-03T10:00:00-07:00", "a", '1' } },
        "2026-05-03T12:00:00-07:00", 3, 2, 2, 2, true },
    { "further west: yesterday once more",
        { { "Pacific/Auckland", "2026-05-03T08:00:00+12:00", "a", '1' },
            { "America/Los_Angeles", "2026-05-02T14:00:00-07:00", "a", '1' },
            { "", "2026-05-03T10:00:00-07:00", "a", '1' } },
        "2026-05-03T12:00:00-07:00", 3, 2, 2, 2, true },
    { "a journey east: a date is skipped, the streak is not",
        { { "America/Los_Angeles", "2026-05-01T20:00:00-07:00", "a", '4' },
            { "Pacific/Auckland", "2026-05-03T17:00:00+12:00", "b", '4' } },
        "2026-05-03T20:00:00+12:00", 2, 2, 3, 3, true },
    { "a clock years ahead for an answer",
        { { "", "2026-05-08T09:00:00Z", "a", '1' },
            { "", "2031-01-01T09:00:00Z", "b", '1' },
            { "", "2026-05-09T09:00:00Z", "a", '1' },
            { "", "2026-05-10T09:00:00Z", "a", '1' } },
        "2026-05-10T12:00:00Z", 4, 4, 3, 3, true },
};

static void test_streaks(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(streaks); i++) {
        struct learner l;
        struct stats stats;
        size_t days;
        print_message("%s\n", streaks[i].what);
        set_zone("UTC");
        learner_begin(&l);
        learner_write(&l, "decks/d.json", deck);
        learner_open(&l);
        for (size_t j = 0; j < MOST_ACTS && streaks[i].acts[j].at != NULL; j++)
            act(&l, &streaks[i].acts[j]);
        struct day today = day_of(learner_time(streaks[i].now), 4);
        add_up(&l, all_cards, today, &stats);
        assert_int_equal(stats_sum(&stats, today, 0, &days).answers, streaks[i].answers);
        assert_int_equal(days, streaks[i].days);
        assert_int_equal(stats.streak.days, streaks[i].streak);
        assert_int_equal(stats.streak.longest, streaks[i].longest);
        assert_int_equal(stats.streak.has_today, streaks[i].today);
        stats_release(&stats);
        learner_close(&l);
        learner_end(&l);
    }
    set_zone("UTC");
}

/* ---- share right ---- */

/* Good twice brings a card back in days, Easy at once in weeks. */
static const struct {
    const char *what;
    struct act acts[MOST_ACTS];
    size_t young, young_right, mature, mature_right; // of all
    size_t week, month;                              // of young and mature
} shares[] = {
    { "first answers and steps are no reviews",
        { { "", "2026-01-01T09:00:00Z", "a", '1' },
            { "", "2026-01-01T09:10:00Z", "a", '3' },
            { "", "2026-01-01T09:20:00Z", "a", '3' } },
        0, 0, 0, 0, 0, 0 },
    { "a mature one, right",
        { { "", "2026-01-01T09:00:00Z", "a", '4' },
            { "", "2026-05-09T09:00:00Z", "a", '2' } },
        0, 0, 1, 1, 1, 1 },
    { "a young one, forgotten",
        { { "", "2026-03-01T09:00:00Z", "a", '3' },
            { "", "2026-03-01T09:10:00Z", "a", '3' },
            { "", "2026-04-11T09:10:00Z", "a", '1' } },
        1, 0, 0, 0, 0, 1 },
    { "what was not due does not count",
        { { "", "2026-05-01T09:00:00Z", "a", '4' },
            { "", "2026-05-09T09:00:00Z", "a", '1' } },
        0, 0, 0, 0, 0, 0 },
    { "but it does if it was moved there",
        { { "", "2026-05-01T09:00:00Z", "a", '4' },
            { "", "2026-05-09T09:00:00Z", "a", 'm' },
            { "", "2026-05-09T09:00:00Z", "a", '1' } },
        0, 0, 1, 0, 1, 1 },
    { "nor do the steps after a lapse",
        { { "", "2026-01-01T09:00:00Z", "a", '4' },
            { "", "2026-05-09T09:00:00Z", "a", '1' },
            { "", "2026-05-09T09:10:00Z", "a", '3' } },
        0, 0, 1, 0, 1, 1 },
    { "nor what was undone",
        { { "", "2026-01-01T09:00:00Z", "a", '4' },
            { "", "2026-05-09T09:00:00Z", "a", '1' },
            { "", "2026-05-09T09:01:00Z", "a", 'u' },
            { "", "2026-05-09T09:02:00Z", "a", '3' } },
        0, 0, 1, 1, 1, 1 },
    { "after a reset the first answer is a first answer",
        { { "", "2026-01-01T09:00:00Z", "a", '4' },
            { "", "2026-04-01T09:00:00Z", "a", 'r' },
            { "", "2026-05-09T09:00:00Z", "a", '1' } },
        0, 0, 0, 0, 0, 0 },
    { "the window begins with its first study day",
        { { "", "2026-01-01T09:00:00Z", "a", '4' },
            { "", "2026-01-01T09:00:00Z", "b", '4' },
            { "", "2026-05-04T03:59:00Z", "a", '3' },
            { "", "2026-05-04T04:00:00Z", "b", '3' } },
        0, 0, 2, 2, 1, 2 },
};

static void test_shares(void **state)
{
    struct day today = day_from_civil(2026, 5, 10);
    (void)state;
    for (size_t i = 0; i < COUNT(shares); i++) {
        struct learner l;
        struct stats stats;
        print_message("%s\n", shares[i].what);
        learner_begin(&l);
        learner_write(&l, "decks/d.json", deck);
        learner_open(&l);
        for (size_t j = 0; j < MOST_ACTS && shares[i].acts[j].at != NULL; j++)
            act(&l, &shares[i].acts[j]);
        add_up(&l, all_cards, today, &stats);
        const struct stats_window *all = &stats.windows[2];
        assert_int_equal(all->young.reviews, shares[i].young);
        assert_int_equal(all->young.right, shares[i].young_right);
        assert_int_equal(all->mature.reviews, shares[i].mature);
        assert_int_equal(all->mature.right, shares[i].mature_right);
        assert_near(all->mature.wanted, 0.9 * (double)shares[i].mature, 1e-12);
        for (int j = 0; j < 2; j++) {
            struct stats_share both =
                stats_share_sum(stats.windows[j].young, stats.windows[j].mature);
            assert_int_equal(both.reviews, j == 0 ? shares[i].week : shares[i].month);
            if (j == 1)
                assert_int_equal(stats.decks[0].reviews, both.reviews);
        }
        stats_release(&stats);
        learner_close(&l);
        learner_end(&l);
    }
}

/* ---- random histories ---- */

/* What replay says of all cards together. */
struct oracle {
    size_t answers, scheduled, right;
    double expected;
    struct moment {
        struct step_of_history step;
        bool due;
    } * moments;
};

static int by_clock(const void *a, const void *b)
{
    const struct moment *left = a, *right = b;
    return (left->step.event.hlc_ms > right->step.event.hlc_ms) -
           (left->step.event.hlc_ms < right->step.event.hlc_ms);
}

/* What was to be expected of each, and what the next one learns from it. */
static void expect(struct oracle *oracle)
{
    struct fsrs_calibration form;
    fsrs_calibration_init(&form);
    qsort(oracle->moments, oracle->answers, sizeof *oracle->moments, by_clock);
    for (size_t i = 0; i < oracle->answers; i++) {
        const struct step_of_history *step = &oracle->moments[i].step;
        double days = step->elapsed_days;
        int64_t at_ms = step->event.at_ms;
        bool right = step->review.rating != FSRS_AGAIN;
        if (oracle->moments[i].due)
            oracle->expected += fsrs_calibrated(&form, step->recall, days, at_ms);
        if (days > 0)
            fsrs_calibration_learn(&form, step->recall, days, at_ms, right);
    }
}

static void ask_replay_of_card(
    const struct collection *c, size_t card, struct oracle *oracle)
{
    struct arena arena = { 0 };
    struct err err = { 0 };
    struct history history;
    struct plan plan = { 0 };
    if (!replay_history(c->store, &c->library->cards[card]->name, 1, c->weights, &arena,
            &history, &err))
        fail_msg("%s", err.message);
    for (size_t i = 0; i < history.count; i++) {
        const struct step_of_history *step = &history.steps[i];
        bool due =
            plan.phase == PHASE_REVIEW && step->event.day.number >= plan.due_day.number;
        oracle->moments[oracle->answers++] = (struct moment){ *step, due };
        oracle->scheduled += due;
        oracle->right += due && step->review.rating != FSRS_AGAIN;
        plan = step->after.plan;
    }
    arena_release(&arena);
}

enum { MOST_MOMENTS = 60 };

static void ask_replay(const struct learner *l, struct oracle *oracle)
{
    struct moment moments[MOST_MOMENTS];
    oracle->moments = moments;
    for (size_t i = 0; i < l->library.card_count; i++)
        ask_replay_of_card(&l->collection, i, oracle);
    expect(oracle);
}

static void live(struct learner *l, struct rng *rng, int64_t *now_ms)
{
    for (int i = 0; i < MOST_MOMENTS; i++) {
        size_t card = rng_below(rng, l->library.card_count), draw = rng_below(rng, 20);
        *now_ms += (int64_t)rng_below(rng, 100) * HOUR_MS;
        if (draw == 0)
            undo(l, *now_ms);
        else if (draw == 1)
            mark(l, card, *now_ms, EVENT_FLAG);
        else
            rate(l, card, *now_ms, 1 + (int)rng_below(rng, 4), NULL);
    }
}

/* Of each card by itself: what was expected of it still goes by the answers to all. */
static void check_parts(struct learner *l, struct day today, struct stats_share whole)
{
    struct stats_share sum = { 0 };
    for (size_t i = 0; i < l->library.card_count; i++) {
        bool one[] = { i == 0, i == 1, i == 2 };
        struct stats stats;
        add_up(l, one, today, &stats);
        sum = stats_share_sum(
            sum, stats_share_sum(stats.windows[2].young, stats.windows[2].mature));
        stats_release(&stats);
    }
    assert_int_equal(sum.reviews, whole.reviews);
    assert_int_equal(sum.right, whole.right);
    assert_near(sum.expected, whole.expected, 1e-9);
}

static void test_random(void **state)
{
    struct rng rng = { 11 };
    (void)state;
    for (int round = 0; round < 20; round++) {
        struct learner l;
        struct stats stats;
        struct oracle oracle = { 0 };
        int64_t now_ms = learner_time("2026-01-01T09:00:00Z");
        size_t days;
        learner_begin(&l);
        learner_write(&l, "decks/d.json", deck);
        learner_open(&l);
        live(&l, &rng, &now_ms);
        struct day today = day_of(now_ms, 4);
        add_up(&l, all_cards, today, &stats);
        ask_replay(&l, &oracle);
        const struct stats_window *all = &stats.windows[2];
        struct stats_share both = stats_share_sum(all->young, all->mature);
        struct stats_day sum = stats_sum(&stats, today, 0, &days);
        assert_int_equal(sum.answers, oracle.answers);
        assert_int_equal(sum.timed, oracle.answers);
        assert_int_equal(sum.answer_ms, 4000 * oracle.answers);
        assert_int_equal(days, stats.day_count);
        assert_int_equal(both.reviews, oracle.scheduled);
        assert_int_equal(both.right, oracle.right);
        assert_near(both.expected, oracle.expected, 1e-9);
        check_parts(&l, today, both);
        assert_true(stats.streak.days <= stats.streak.longest);
        for (size_t i = 1; i < stats.day_count; i++)
            assert_true(stats.days[i - 1].day.number < stats.days[i].day.number);
        stats_release(&stats);
        learner_close(&l);
        learner_end(&l);
    }
}

/* ---- payloads ---- */

/* Appends a review as it stands, ' for ", as another program may have written it. */
static void append(struct learner *l, const char *payload, int64_t at_ms)
{
    struct err err = { 0 };
    char *json = learner_json(payload);
    struct event event = {
        .at_ms = at_ms,
        .day = day_of(at_ms, 4),
        .kind = EVENT_REVIEW,
        .card = "d/a",
        .payload = json,
    };
    if (!store_begin(l->store, &err) || !store_append(l->store, &event, &err) ||
        !store_commit(l->store, &err))
        fail_msg("%s", err.message);
    free(json);
}

static bool read_past(struct learner *l, struct past *past, struct err *err)
{
    const bool selected[] = { true, true, true };
    return past_read(past, &l->collection, selected, false, err);
}

/* Whatever was typed and however it is written: an entry says what the payload says. */
static void test_payloads(void **state)
{
    static const char *const payloads[] = {
        "{'rating':'hard','phase':'review','days':7,'due':9,'due_day':20,'ms':1500}",
        "{'typed':'','rating':'hard','phase':'review','days':7,'due_day':20,'ms':1500}",
        "{'typed':'\\'ms\\':5,\\'rating\\':\\'easy\\',','rating':'hard','phase':'review',"
        "'days':7,'due_day':20,'ms':1500}",
        "{'typed':'ms','first':'rating','rating':'hard','phase':'review','days':7,"
        "'due_day':20,'ms':1500}",
        "{ 'ms': 1500, 'due_day': 20, 'days': 7, 'phase': 'review', 'rating': 'hard' }",
        "{'rating':'hard','phase':'review','days':7.0,'due_day':2e1,'ms':1500}",
        "{'rating':'h\\u0061rd','phase':'review','days':7,'due_day':20,'ms':1500}",
    };
    struct learner l;
    struct past past;
    struct err err = { 0 };
    (void)state;
    learner_begin(&l);
    learner_write(&l, "decks/d.json", deck);
    learner_open(&l);
    for (size_t i = 0; i < COUNT(payloads); i++)
        append(&l, payloads[i], (int64_t)i * HOUR_MS);
    assert_true(read_past(&l, &past, &err));
    assert_int_equal(past.count, COUNT(payloads));
    for (size_t i = 0; i < past.count; i++) {
        const struct past_entry *entry = &past.entries[i];
        print_message("%s\n", payloads[i]);
        assert_int_equal(entry->at_ms, (int64_t)i * HOUR_MS);
        assert_int_equal(entry->kind, EVENT_REVIEW);
        assert_int_equal(entry->rating, FSRS_HARD);
        assert_int_equal(entry->phase, PHASE_REVIEW);
        assert_int_equal(entry->interval_days, 7);
        assert_int_equal(entry->due_day.number, 20);
        assert_int_equal(entry->answer_ms, 1500);
    }
    past_release(&past);
    append(&l, "{'rating':'superb','phase':'review','ms':1}", DAY_MS);
    assert_false(read_past(&l, &past, &err));
    assert_non_null(strstr(err.message,
        " is an answer that this version does not understand; update quaestor"));
    learner_close(&l);
    learner_end(&l);
}

/* ---- leeches ---- */

static void lapse(struct learner *l, const char *card, int64_t *now_ms, const char *typed)
{
    size_t index = learner_card(l, card);
    *now_ms += 400 * (int64_t)DAY_MS;
    rate(l, index, *now_ms, FSRS_EASY, NULL);
    *now_ms += 400 * (int64_t)DAY_MS;
    rate(l, index, *now_ms, FSRS_AGAIN, typed);
    *now_ms += 10 * MINUTE_MS;
    rate(l, index, *now_ms, FSRS_EASY, NULL);
}

static void test_leeches(void **state)
{
    static const char *const typed[] = { "red", NULL, "blue", "red", "blue", "red" };
    struct learner l;
    struct err err = { 0 };
    struct arena arena = { 0 };
    struct leech *leeches;
    size_t count;
    int64_t now_ms = learner_time("1990-01-01T09:00:00Z");
    (void)state;
    learner_begin(&l);
    l.settings.leech_lapses = 5;
    learner_write(&l, "decks/d.json", deck);
    learner_open(&l);
    for (size_t i = 0; i < COUNT(typed); i++)
        lapse(&l, "d/b", &now_ms, typed[i]);
    for (size_t i = 0; i < 3; i++)
        lapse(&l, "d/c", &now_ms, "x");
    for (size_t i = 0; i < 2; i++)
        lapse(&l, "d/a", &now_ms, "y");
    assert_true(leech_list(&l.collection, all_cards, &arena, &leeches, &count, &err));
    assert_int_equal(count, 2);
    assert_int_equal(leeches[0].card, learner_card(&l, "d/b"));
    assert_true(leeches[0].is_leech);
    assert_int_equal(leeches[0].lapses, 6);
    assert_int_equal(leeches[0].answers, 18);
    assert_int_equal(leeches[0].right, 12);
    assert_int_equal(leeches[0].answer_ms, 18 * 4000);
    assert_int_equal(leeches[0].slip_count, 3);
    assert_string_equal(leeches[0].slips[0].typed, "red");
    assert_int_equal(leeches[0].slips[0].count, 3);
    assert_string_equal(leeches[0].slips[1].typed, "blue");
    assert_null(leeches[0].slips[2].typed);
    assert_int_equal(leeches[1].card, learner_card(&l, "d/c"));
    assert_false(leeches[1].is_leech);

    mark(&l, leeches[0].card, now_ms, EVENT_RESET);
    assert_true(leech_list(&l.collection, all_cards, &arena, &leeches, &count, &err));
    assert_int_equal(count, 1);
    l.settings.leech_lapses = 0;
    assert_true(leech_list(&l.collection, all_cards, &arena, &leeches, &count, &err));
    assert_int_equal(count, 0);
    arena_release(&arena);
    learner_close(&l);
    learner_end(&l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_streaks),
        cmocka_unit_test(test_shares),
        cmocka_unit_test(test_random),
        cmocka_unit_test(test_payloads),
        cmocka_unit_test(test_leeches),
    };
    setenv("TZ", "UTC", 1);
    zone_read();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
