/*
 * What is asked and in which order: tables of cards, then days of random answers on which the
 * lists that are kept up to date are compared with lists built anew.
 */
#include "test.h"

#include "base/buf.h"
#include "base/day.h"
#include "base/rng.h"
#include "queue/queue.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { MOST_CARDS = 10, DECKS = 2, NEVER = -1 };

static const int64_t minute = MINUTE_MS, hour = HOUR_MS, day = DAY_MS;

static int64_t instant(const char *text)
{
    int64_t at_ms = 0;
    if (!instant_parse(text, &at_ms))
        fail_msg("no instant: %s", text);
    return at_ms;
}

/* ---- cards in a few words ---- */

enum made {
    END,
    FRESH,    // never answered
    DUE,      // in review; due `when` days ago, the fewer `firm` the more fragile
    STEP,     // answered today; its step is due in `when` minutes
    OLD_STEP, // the same, but last answered yesterday
    DAY_STEP, // answered yesterday at this time; a step of a day, due in `when` minutes more
    LEARNT,    // new today, and graduated
    REVIEWED,  // in review, and answered today
    TAKEN_BACK // answered today, and the answer taken back
};

struct spec {
    enum made made;
    int when;  // see above
    int note;  // notes of equal numbers are siblings; 0: a note of its own
    int deck;  // 0 or 1
    int firm;  // DUE: stability in days, default 10
    bool away; // not selected
};

#define CARD(...)                                                                        \
    {                                                                                    \
        .made = __VA_ARGS__                                                              \
    }

/* The moment at which the tables ask. */
static int64_t now_ms(void)
{
    return instant("2026-11-20T10:00:00Z");
}

static struct day today(void)
{
    return day_of(now_ms(), 4);
}

static struct progress answered(int64_t last_ms, enum phase phase, int64_t due_ms)
{
    return (struct progress){
        .plan = { .phase = phase, .due_ms = due_ms, .due_day = day_of(due_ms, 4) },
        .memory = { 10, 10, 5 },
        .reviews = 2,
        .last_ms = last_ms,
        .first_day = { 1 },
        .last_day = day_of(last_ms, 4),
    };
}

static struct progress in_review(int64_t last_ms, int due_in_days)
{
    int64_t start = day_start_ms((struct day){ today().number + due_in_days }, 4);
    return answered(last_ms, PHASE_REVIEW, start);
}

static struct progress make_progress(const struct spec *spec)
{
    int64_t now = now_ms(), due = now + spec->when * minute;
    struct progress progress = { 0 };
    switch (spec->made) {
    case END:
    case FRESH:
    case TAKEN_BACK: // what an undo of the only answer leaves
        break;
    case DUE:
        progress = in_review(now - 20 * day, -spec->when);
        progress.memory.stability_days = spec->firm > 0 ? spec->firm : 10;
        break;
    case STEP:
        progress = answered(now - 5 * minute, PHASE_LEARNING, due);
        break;
    case OLD_STEP:
        progress = answered(now - 20 * hour, PHASE_RELEARNING, due);
        break;
    case DAY_STEP:
        progress = answered(due - day, PHASE_LEARNING, due);
        break;
    case LEARNT:
        progress = in_review(now - hour, 3);
        progress.first_day = today();
        break;
    case REVIEWED:
        progress = in_review(now - hour, 3);
        progress.review_day = today();
        break;
    }
    return progress;
}

struct table {
    struct progress progress[MOST_CARDS];
    struct queue_card cards[MOST_CARDS];
    struct queue_caps deck_caps[DECKS];
    struct queue_input input;
};

static void make_table(struct table *table, const struct spec *specs)
{
    size_t count = 0;
    *table = (struct table){ .deck_caps = { { -1, -1 }, { -1, -1 } } };
    for (; count < MOST_CARDS && specs[count].made != END; count++) {
        const struct spec *spec = &specs[count];
        uint32_t note =
            (uint32_t)(spec->note > 0 ? spec->note - 1 : (int)count + MOST_CARDS);
        table->progress[count] = make_progress(spec);
        table->cards[count] = (struct queue_card){ &table->progress[count], note,
            (uint32_t)spec->deck, !spec->away };
    }
    table->input = (struct queue_input){
        .cards = table->cards,
        .card_count = count,
        .note_count = 2 * MOST_CARDS,
        .deck_count = DECKS,
        .caps = { -1, -1 },
        .deck_caps = table->deck_caps,
        .weights = fsrs_default_weights,
        .rollover_hour = 4,
        .now_ms = now_ms(),
        .seed = 1,
        .last_asked = QUEUE_NONE,
    };
}

/* A right answer after which the card comes back in five days. */
static void graduate(struct progress *progress, int64_t at_ms)
{
    struct day on = day_of(at_ms, 4);
    struct day due = { on.number + 5 };
    if (progress->reviews == 0)
        progress->first_day = on;
    if (progress->plan.phase == PHASE_REVIEW)
        progress->review_day = on;
    progress->reviews++;
    progress->memory = (struct memory){ 10, 10, 5 };
    progress->last_ms = at_ms;
    progress->last_day = on;
    progress->plan = (struct plan){ PHASE_REVIEW, 0, day_start_ms(due, 4), due, 5 };
}

/* Answers until nothing is left, without time passing; what was asked, as digits. */
static void drain(struct table *table, char asked[MOST_CARDS + 1], int64_t *next_due_ms)
{
    struct queue queue = { 0 };
    size_t count = 0, card;
    queue_build(&queue, &table->input);
    while ((card = queue_next(&queue, &table->input, next_due_ms)) != QUEUE_NONE) {
        assert_true(count < MOST_CARDS);
        assert_true(*next_due_ms == INT64_MAX);
        asked[count++] = (char)('0' + card);
        graduate(&table->progress[card], table->input.now_ms);
        queue_answered(&queue, &table->input, card);
        table->input.last_asked = card;
    }
    asked[count] = '\0';
    queue_release(&queue);
}

/* ---- order ---- */

/* Minutes from 10:00 to 04:00 of the next day, of the day after, of the fifth. */
enum { TOMORROW = 18 * 60, DAY_AFTER = 42 * 60, FIFTH = (4 * 24 + 18) * 60 };

static const struct order_case {
    const char *what;
    struct spec cards[MOST_CARDS];
    const char *asked;
    int next_min; // after it all: minutes until something is due
} order_cases[] = {
    { "nothing", { { 0 } }, "", NEVER },
    { "a step, a review, a new card", { CARD(FRESH), CARD(DUE), CARD(STEP) }, "210",
        FIFTH },
    { "the longest waiting step first",
        { CARD(STEP, -1), CARD(STEP, -3), CARD(STEP, -2) }, "120", FIFTH },
    { "the most fragile review first",
        { CARD(DUE, .firm = 20), CARD(DUE, .firm = 2), CARD(DUE, .firm = 9) }, "120",
        FIFTH },
    { "not the longest overdue", { CARD(DUE, 15, .firm = 20), CARD(DUE, 1, .firm = 2) },
        "10", FIFTH },
    { "new cards in their order", { CARD(FRESH), CARD(FRESH), CARD(FRESH) }, "012",
        FIFTH },
    { "a step in 20 minutes, after all else", { CARD(STEP, 20), CARD(FRESH), CARD(DUE) },
        "210", FIFTH },
    { "a step in 21 minutes waits", { CARD(STEP, 21), CARD(FRESH), CARD(DUE) }, "21",
        21 },
    { "the nearest step ahead first", { CARD(STEP, 19), CARD(STEP, 3) }, "10", FIFTH },
    { "a review that is due tomorrow", { CARD(DUE, -1) }, "", TOMORROW },
    { "the sooner of two", { CARD(DUE, -3), CARD(DUE, -2), CARD(STEP, 3000) }, "",
        DAY_AFTER },
    { "a day's step comes from the morning on", { CARD(DAY_STEP, 600) }, "0", FIFTH },
    { "as one that is due for hours", { CARD(DAY_STEP, -600) }, "0", FIFTH },
    { "a day's step of tomorrow, and its morning", { CARD(DAY_STEP, 1439) }, "",
        TOMORROW },
    { "not ahead even if near", { CARD(DAY_STEP, 1440 - 5) }, "", TOMORROW },
};

static void check_next_due(int64_t got_ms, int want_min)
{
    if (want_min == NEVER)
        assert_true(got_ms == INT64_MAX);
    else
        assert_int_equal((got_ms - now_ms()) / minute, want_min);
}

static void test_order(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(order_cases); i++) {
        struct table table;
        char asked[MOST_CARDS + 1];
        int64_t next_ms;
        print_message("  %s\n", order_cases[i].what);
        make_table(&table, order_cases[i].cards);
        drain(&table, asked, &next_ms);
        assert_string_equal(asked, order_cases[i].asked);
        check_next_due(next_ms, order_cases[i].next_min);
    }
}

/* Which card follows the one that was asked last. */
static void test_not_twice_in_a_row(void **state)
{
    (void)state;
    static const struct {
        const char *what;
        struct spec cards[3];
        size_t last, want;
    } cases[] = {
        { "another due step", { CARD(STEP, -5), CARD(STEP, -1) }, 0, 1 },
        { "a review before the same step", { CARD(STEP, -5), CARD(DUE) }, 0, 1 },
        { "a new card before the same step", { CARD(STEP, -5), CARD(FRESH) }, 0, 1 },
        { "a step ahead before the same step", { CARD(STEP, -5), CARD(STEP, 5) }, 0, 1 },
        { "a later step ahead before the same one", { CARD(STEP, 1), CARD(STEP, 5) }, 0,
            1 },
        { "a firmer review", { CARD(DUE, .firm = 2), CARD(DUE, .firm = 20) }, 0, 1 },
        { "the second new card", { CARD(FRESH), CARD(FRESH) }, 0, 1 },
        { "the same step: there is no other", { CARD(STEP, -5), CARD(STEP, 30) }, 0, 0 },
        { "the same step ahead", { CARD(STEP, 5) }, 0, 0 },
        { "the same review", { CARD(DUE) }, 0, 0 },
        { "the same day's step", { CARD(DAY_STEP, 900) }, 0, 0 },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct table table;
        struct queue queue;
        int64_t next_ms;
        print_message("  %s\n", cases[i].what);
        make_table(&table, cases[i].cards);
        table.input.last_asked = cases[i].last;
        queue_build(&queue, &table.input);
        assert_int_equal(queue_next(&queue, &table.input, &next_ms), cases[i].want);
        queue_release(&queue);
    }
}

/* ---- caps ---- */

static void test_caps(void **state)
{
    (void)state;
    static const struct {
        const char *what;
        struct spec cards[MOST_CARDS];
        struct queue_caps all, decks[DECKS];
        const char *asked;
        int next_min;
    } cases[] = {
        { "none", { CARD(FRESH), CARD(DUE) }, { -1, -1 }, { { -1, -1 }, { -1, -1 } },
            "10", FIFTH },
        { "nothing new", { CARD(FRESH), CARD(DUE) }, { 0, -1 },
            { { -1, -1 }, { -1, -1 } }, "1", TOMORROW },
        { "no reviews", { CARD(FRESH), CARD(DUE) }, { -1, 0 }, { { -1, -1 }, { -1, -1 } },
            "0", TOMORROW },
        { "two new ones", { CARD(FRESH), CARD(FRESH), CARD(FRESH) }, { 2, -1 },
            { { -1, -1 }, { -1, -1 } }, "01", TOMORROW },
        { "one was learnt already", { CARD(FRESH), CARD(LEARNT), CARD(FRESH) }, { 2, -1 },
            { { -1, -1 }, { -1, -1 } }, "0", TOMORROW },
        { "more than the cap were", { CARD(FRESH), CARD(LEARNT), CARD(LEARNT) },
            { 1, -1 }, { { -1, -1 }, { -1, -1 } }, "", TOMORROW },
        { "the most fragile two",
            { CARD(DUE, .firm = 20), CARD(DUE, .firm = 2), CARD(DUE) }, { -1, 2 },
            { { -1, -1 }, { -1, -1 } }, "12", TOMORROW },
        { "a review was done already",
            { CARD(DUE, .firm = 20), CARD(REVIEWED), CARD(DUE) }, { -1, 2 },
            { { -1, -1 }, { -1, -1 } }, "2", TOMORROW },
        { "each kind counts for itself",
            { CARD(DUE), CARD(REVIEWED), CARD(LEARNT), CARD(FRESH) }, { 2, 2 },
            { { -1, -1 }, { -1, -1 } }, "03", FIFTH - 2 * 24 * 60 },
        { "steps are never capped", { CARD(STEP, -1), CARD(STEP, 1), CARD(OLD_STEP) },
            { 0, 0 }, { { -1, -1 }, { -1, -1 } }, "021", FIFTH },
        { "an answer taken back does not count", { CARD(TAKEN_BACK), CARD(FRESH) },
            { 1, -1 }, { { -1, -1 }, { -1, -1 } }, "0", TOMORROW },
        { "a deck's own cap", { CARD(FRESH), CARD(FRESH), CARD(FRESH, .deck = 1) },
            { 20, -1 }, { { 1, -1 }, { -1, -1 } }, "02", TOMORROW },
        { "a deck's zero", { CARD(DUE), CARD(DUE, .deck = 1) }, { 20, 20 },
            { { -1, 0 }, { -1, -1 } }, "1", TOMORROW },
        { "what a deck may, all may not",
            { CARD(FRESH), CARD(FRESH), CARD(FRESH, .deck = 1) }, { 1, -1 },
            { { 9, -1 }, { 9, -1 } }, "0", TOMORROW },
        { "a full deck leaves room for others",
            { CARD(FRESH), CARD(FRESH), CARD(FRESH, .deck = 1), CARD(FRESH, .deck = 1) },
            { 3, -1 }, { { 1, -1 }, { -1, -1 } }, "023", TOMORROW },
        { "another deck's count for all",
            { CARD(FRESH), CARD(LEARNT, .deck = 1), CARD(LEARNT, .deck = 1) }, { 3, -1 },
            { { -1, -1 }, { 1, -1 } }, "0", FIFTH - 2 * 24 * 60 },
        { "unselected ones count too", { CARD(FRESH), CARD(LEARNT, .away = true) },
            { 1, -1 }, { { -1, -1 }, { -1, -1 } }, "", TOMORROW },
        { "but those not done take nothing", { CARD(FRESH, .away = true), CARD(FRESH) },
            { 1, -1 }, { { -1, -1 }, { -1, -1 } }, "1", FIFTH },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct table table;
        char asked[MOST_CARDS + 1];
        int64_t next_ms;
        print_message("  %s\n", cases[i].what);
        make_table(&table, cases[i].cards);
        table.input.caps = cases[i].all;
        memcpy(table.deck_caps, cases[i].decks, sizeof table.deck_caps);
        drain(&table, asked, &next_ms);
        assert_string_equal(asked, cases[i].asked);
        check_next_due(next_ms, cases[i].next_min);
    }
}

/* ---- siblings ---- */

static void test_siblings(void **state)
{
    (void)state;
    static const struct {
        const char *what;
        struct spec cards[MOST_CARDS];
        struct queue_caps caps;
        const char *asked;
    } cases[] = {
        { "of two that are due, the fragile one",
            { CARD(DUE, .note = 1, .firm = 9), CARD(DUE, .note = 1, .firm = 3) },
            { -1, -1 }, "1" },
        { "of two that are new, the first",
            { CARD(FRESH, .note = 1), CARD(FRESH, .note = 1) }, { -1, -1 }, "0" },
        { "a review before a new one", { CARD(FRESH, .note = 1), CARD(DUE, .note = 1) },
            { -1, -1 }, "1" },
        { "a note at its steps", { CARD(FRESH, .note = 1), CARD(STEP, 30, .note = 1) },
            { -1, -1 }, "" },
        { "a note at its steps since yesterday",
            { CARD(DUE, .note = 1), CARD(OLD_STEP, 0, .note = 1) }, { -1, -1 }, "1" },
        { "a note that waits for a day",
            { CARD(DUE, .note = 1), CARD(DAY_STEP, 1439, .note = 1) }, { -1, -1 }, "" },
        { "a note answered today", { CARD(FRESH, .note = 1), CARD(REVIEWED, .note = 1) },
            { -1, -1 }, "" },
        { "a note answered today in another selection",
            { CARD(DUE, .note = 1), CARD(LEARNT, .note = 1, .away = true) }, { -1, -1 },
            "" },
        { "an answer taken back frees the note",
            { CARD(TAKEN_BACK, .note = 1), CARD(FRESH, .note = 1) }, { -1, -1 }, "0" },
        { "both at their steps: both are asked",
            { CARD(STEP, -1, .note = 1), CARD(STEP, -2, .note = 1) }, { -1, -1 }, "10" },
        { "a sibling takes no place of the cap",
            { CARD(FRESH, .note = 1), CARD(FRESH, .note = 1), CARD(FRESH) }, { 2, -1 },
            "02" },
        { "an unselected one that is due does not stand in the way",
            { CARD(DUE, .note = 1, .away = true), CARD(DUE, .note = 1, .firm = 20) },
            { -1, -1 }, "1" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct table table;
        char asked[MOST_CARDS + 1];
        int64_t next_ms;
        print_message("  %s\n", cases[i].what);
        make_table(&table, cases[i].cards);
        table.input.caps = cases[i].caps;
        drain(&table, asked, &next_ms);
        assert_string_equal(asked, cases[i].asked);
    }
}

/* ---- when the next card is due ---- */

static void test_next_due(void **state)
{
    (void)state;
    static const struct {
        const char *what;
        struct spec cards[3];
        int next_min;
    } cases[] = {
        { "a step", { CARD(STEP, 45) }, 45 },
        { "the first of the steps", { CARD(STEP, 90), CARD(OLD_STEP, 45) }, 45 },
        { "a card due tomorrow", { CARD(DUE, -1) }, TOMORROW },
        { "a sibling that waits", { CARD(FRESH, .note = 1), CARD(REVIEWED, .note = 1) },
            TOMORROW },
        { "a due sibling that waits",
            { CARD(DUE, 7, .note = 1), CARD(LEARNT, .note = 1) }, TOMORROW },
        { "the morning of a day's step", { CARD(DAY_STEP, 1200) }, TOMORROW },
        { "of unselected cards nothing", { CARD(STEP, 45, .away = true) }, NEVER },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct table table;
        struct queue queue;
        int64_t next_ms;
        print_message("  %s\n", cases[i].what);
        make_table(&table, cases[i].cards);
        queue_build(&queue, &table.input);
        assert_true(queue_next(&queue, &table.input, &next_ms) == QUEUE_NONE);
        check_next_due(next_ms, cases[i].next_min);
        queue_release(&queue);
    }
}

static void test_step_due(void **state)
{
    (void)state;
    static const struct {
        const char *answered, *due, *now;
        bool want;
    } cases[] = {
        { "2026-11-20T09:00:00Z", "2026-11-20T09:10:00Z", "2026-11-20T09:09:59Z", false },
        { "2026-11-20T09:00:00Z", "2026-11-20T09:10:00Z", "2026-11-20T09:10:00Z", true },
        { "2026-11-20T03:55:00Z", "2026-11-20T04:05:00Z", "2026-11-20T04:00:00Z", false },
        { "2026-11-20T20:00:00Z", "2026-11-21T19:59:59Z", "2026-11-21T09:00:00Z", false },
        { "2026-11-20T20:00:00Z", "2026-11-21T20:00:00Z", "2026-11-21T04:00:00Z", true },
        { "2026-11-20T20:00:00Z", "2026-11-21T20:00:00Z", "2026-11-21T03:59:00Z", false },
        { "2026-11-20T20:00:00Z", "2026-11-22T08:00:00Z", "2026-11-21T23:00:00Z", false },
        { "2026-11-20T20:00:00Z", "2026-11-22T08:00:00Z", "2026-11-22T04:00:00Z", true },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct progress progress =
            answered(instant(cases[i].answered), PHASE_LEARNING, instant(cases[i].due));
        print_message("  %s at %s\n", cases[i].due, cases[i].now);
        assert_int_equal(
            queue_step_due(&progress, instant(cases[i].now), 4), cases[i].want);
    }
}

/* ---- counts ---- */

static void assert_counts(
    struct queue_counts got, size_t fresh, size_t learning, size_t due)
{
    assert_int_equal(got.fresh, fresh);
    assert_int_equal(got.learning, learning);
    assert_int_equal(got.due, due);
}

static void test_counts(void **state)
{
    (void)state;
    static const struct spec cards[] = { CARD(FRESH), CARD(FRESH), CARD(DUE),
        CARD(DUE, -1), CARD(STEP, 40), CARD(STEP, 20 * 60), CARD(LEARNT),
        CARD(DUE, .away = true), CARD(FRESH, .away = true), CARD(END) };
    struct table table;
    struct queue queue;
    int64_t next_ms;
    make_table(&table, cards);
    table.input.caps.fresh = 2;
    assert_counts(queue_count(table.cards, table.input.card_count, today()), 2, 1, 1);
    queue_build(&queue, &table.input);
    assert_counts(queue_remaining(&queue, &table.input), 1, 1, 1);
    queue_skip(&queue, queue_next(&queue, &table.input, &next_ms));
    assert_counts(queue_remaining(&queue, &table.input), 1, 1, 0);
    queue_skip(&queue, 4);
    queue_skip(&queue, 4);
    assert_counts(queue_remaining(&queue, &table.input), 1, 0, 0);
    assert_int_equal(queue_next(&queue, &table.input, &next_ms), 0);
    queue_release(&queue);
    assert_counts(queue_count(table.cards, 0, today()), 0, 0, 0);
}

/* What is asked ahead counts, although its step falls due after the day's end. */
static void test_counts_at_the_days_end(void **state)
{
    (void)state;
    static const struct spec cards[] = { CARD(STEP, 15), CARD(STEP, 25), CARD(END) };
    struct table table;
    struct queue queue;
    int64_t next_ms, late = instant("2026-11-21T03:55:00Z");
    make_table(&table, cards);
    for (size_t i = 0; i < 2; i++) {
        table.progress[i].last_ms += late - now_ms();
        table.progress[i].plan.due_ms += late - now_ms();
        table.progress[i].plan.due_day = day_of(table.progress[i].plan.due_ms, 4);
    }
    table.input.now_ms = late;
    queue_build(&queue, &table.input);
    assert_counts(queue_remaining(&queue, &table.input), 0, 1, 0);
    assert_int_equal(queue_next(&queue, &table.input, &next_ms), 0);
    queue_release(&queue);
}

/* A day's step is not asked ahead, however near: its card was asked on this very day. */
static void test_a_days_step_is_not_asked_ahead(void **state)
{
    (void)state;
    static const struct spec cards[] = { CARD(FRESH), CARD(END) };
    struct table table;
    struct queue queue;
    int64_t next_ms;
    make_table(&table, cards);
    table.progress[0] = answered(
        instant("2026-11-20T04:05:00Z"), PHASE_LEARNING, instant("2026-11-21T04:05:00Z"));
    table.input.now_ms = instant("2026-11-21T03:55:00Z");
    queue_build(&queue, &table.input);
    assert_true(queue_next(&queue, &table.input, &next_ms) == QUEUE_NONE);
    assert_int_equal(next_ms, instant("2026-11-21T04:00:00Z"));
    assert_counts(queue_remaining(&queue, &table.input), 0, 0, 0);
    table.input.now_ms = next_ms;
    assert_int_equal(queue_next(&queue, &table.input, &next_ms), 0);
    queue_release(&queue);
}

/* ---- equally fragile cards ---- */

static void test_seed_orders_equals(void **state)
{
    (void)state;
    static const struct spec cards[] = { CARD(DUE), CARD(DUE), CARD(DUE), CARD(DUE),
        CARD(DUE), CARD(DUE), CARD(END) };
    char first[MOST_CARDS + 1], again[MOST_CARDS + 1];
    int different = 0;
    for (uint64_t seed = 0; seed < 20; seed++) {
        struct table table;
        int64_t next_ms;
        for (int i = 0; i < 2; i++) {
            make_table(&table, cards);
            table.input.seed = seed;
            drain(&table, i == 0 ? first : again, &next_ms);
        }
        assert_string_equal(first, again);
        different += strcmp(first, "012345") != 0;
    }
    assert_true(different > 15);
}

/* ---- days of random answers ---- */

enum { WORLD_CARDS = 60 };

struct world {
    struct rng rng;
    struct progress progress[WORLD_CARDS];
    struct queue_card cards[WORLD_CARDS];
    struct queue_caps deck_caps[3];
    struct queue_input input;
    struct schedule schedule;
    int asked_today[WORLD_CARDS]; // graduated today and asked, by card
};

static int random_cap(struct rng *rng)
{
    return (int)rng_below(rng, 12) - 1;
}

static void make_world(struct world *w, uint64_t seed)
{
    *w = (struct world){ .rng = { seed } };
    uint32_t note = 0;
    for (size_t i = 0; i < WORLD_CARDS; i++) {
        note += i > 0 && rng_below(&w->rng, 3) > 0;
        w->cards[i] = (struct queue_card){ &w->progress[i], note,
            (uint32_t)(note * 3 / WORLD_CARDS), rng_below(&w->rng, 8) > 0 };
    }
    for (int i = 0; i < 3; i++)
        w->deck_caps[i] =
            (struct queue_caps){ random_cap(&w->rng), 2 * random_cap(&w->rng) };
    w->input = (struct queue_input){
        .cards = w->cards,
        .card_count = WORLD_CARDS,
        .note_count = note + 1,
        .deck_count = 3,
        .caps = { 2 + random_cap(&w->rng), 20 },
        .deck_caps = w->deck_caps,
        .weights = fsrs_default_weights,
        .rollover_hour = 4,
        .seed = seed,
        .last_asked = QUEUE_NONE,
    };
    w->schedule = (struct schedule){
        .weights = fsrs_default_weights,
        .retention = 0.9,
        .learning_ms = { MINUTE_MS, 10 * MINUTE_MS, DAY_MS },
        .learning_count = 1 + rng_below(&w->rng, 3),
        .relearning_ms = { 10 * MINUTE_MS },
        .relearning_count = rng_below(&w->rng, 2),
        .longest_days = 36500,
        .rollover_hour = 4,
    };
}

static void answer_card(struct world *w, size_t card)
{
    enum fsrs_rating rating = (enum fsrs_rating)(1 + rng_below(&w->rng, 4));
    struct progress *progress = &w->progress[card];
    struct plan plans[4];
    int64_t at_ms = w->input.now_ms;
    schedule_plan(progress, at_ms, card, &w->schedule, plans);
    struct answer answer = { rating, at_ms, day_of(at_ms, 4), plans[rating - 1] };
    *progress = schedule_fold(*progress, &answer, w->input.weights);
}

static void assert_same_list(
    const size_t *left, size_t left_count, const size_t *right, size_t right_count)
{
    assert_int_equal(left_count, right_count);
    for (size_t i = 0; i < left_count; i++)
        assert_int_equal(left[i], right[i]);
}

/*
 * The lists kept up to date are those built anew - as of the same instant, because the order of
 * fragility is that of the instant at which a queue was built: curves may cross later.
 */
static void check_against_new(
    const struct world *w, const struct queue *queue, int64_t built_ms)
{
    struct queue_input input = w->input;
    struct queue anew;
    input.now_ms = built_ms;
    queue_build(&anew, &input);
    assert_same_list(queue->steps, queue->step_count, anew.steps, anew.step_count);
    assert_same_list(
        queue->reviews, queue->review_count, anew.reviews, anew.review_count);
    assert_same_list(queue->fresh, queue->fresh_count, anew.fresh, anew.fresh_count);
    queue_release(&anew);
}

static void check_may_ask(const struct world *w, size_t card, struct day on)
{
    const struct progress *progress = w->cards[card].progress;
    assert_true(w->cards[card].selected);
    if (phase_has_steps(progress->plan.phase))
        return;
    assert_true(progress->reviews == 0 || progress->plan.due_day.number <= on.number);
    for (size_t i = 0; i < WORLD_CARDS; i++)
        if (w->cards[i].note == w->cards[card].note)
            assert_true(w->progress[i].reviews == 0 ||
                        w->progress[i].last_day.number != on.number);
}

static void check_caps(const struct world *w, struct day on)
{
    int fresh[4] = { 0 }, reviews[4] = { 0 };
    for (size_t i = 0; i < WORLD_CARDS; i++) {
        int is_new = w->progress[i].first_day.number == on.number;
        int review = w->progress[i].review_day.number == on.number;
        fresh[w->cards[i].deck] += is_new;
        reviews[w->cards[i].deck] += review;
        fresh[3] += is_new;
        reviews[3] += review;
    }
    for (int i = 0; i < 4; i++) {
        struct queue_caps caps = i < 3 ? w->deck_caps[i] : w->input.caps;
        assert_true(caps.fresh < 0 || fresh[i] <= caps.fresh);
        assert_true(caps.reviews < 0 || reviews[i] <= caps.reviews);
    }
}

static int live_through_a_day(struct world *w, struct day on)
{
    struct queue queue;
    int64_t next_ms, built_ms = day_start_ms(on, 4) + 5 * hour;
    size_t card;
    int asked = 0;
    w->input.now_ms = built_ms;
    queue_build(&queue, &w->input);
    while ((card = queue_next(&queue, &w->input, &next_ms)) != QUEUE_NONE) {
        assert_true(asked++ < 1000);
        check_may_ask(w, card, on);
        w->input.now_ms += (int64_t)rng_below(&w->rng, 60000);
        answer_card(w, card);
        queue_answered(&queue, &w->input, card);
        w->input.last_asked = card;
        check_against_new(w, &queue, built_ms);
        check_caps(w, on);
    }
    assert_true(next_ms > w->input.now_ms);
    queue_release(&queue);
    return asked;
}

static void test_random_days(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 12; seed++) {
        static struct world world;
        int asked = 0;
        make_world(&world, seed);
        for (int i = 0; i < 15; i++)
            asked += live_through_a_day(&world, (struct day){ 20800 + i });
        print_message("  seed %d: %d answers\n", (int)seed, asked);
    }
}

/* ---- what comes back ---- */

static void test_forecast(void **state)
{
    (void)state;
    static const struct spec specs[] = {
        CARD(FRESH),                 // comes when it is wanted, not on a day
        CARD(DUE, 3),                // overdue: tomorrow at the latest
        CARD(STEP, 5),               // today still, so tomorrow at the latest
        CARD(DUE, -1),               // tomorrow
        CARD(DUE, -3),               // in three days
        CARD(DUE, -3, .away = true), // selected or not
        CARD(DUE, -7),               // on the last day
        CARD(DUE, -8),               // beyond
        CARD(DUE, -2),               // suspended below
        { 0 },
    };
    static const size_t want[7] = { 3, 0, 2, 0, 0, 0, 1 };
    struct table table;
    size_t due[7];
    make_table(&table, specs);
    table.progress[8].suspended = true;
    queue_forecast(table.cards, table.input.card_count, today(), 7, due);
    for (size_t i = 0; i < 7; i++) {
        print_message("  in %d days\n", (int)i + 1);
        assert_int_equal(due[i], want[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_not_twice_in_a_row),
        cmocka_unit_test(test_caps),
        cmocka_unit_test(test_siblings),
        cmocka_unit_test(test_next_due),
        cmocka_unit_test(test_step_due),
        cmocka_unit_test(test_counts),
        cmocka_unit_test(test_counts_at_the_days_end),
        cmocka_unit_test(test_a_days_step_is_not_asked_ahead),
        cmocka_unit_test(test_seed_orders_equals),
        cmocka_unit_test(test_forecast),
        cmocka_unit_test(test_random_days),
    };
    setenv("TZ", "UTC", 1);
    zone_read();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
