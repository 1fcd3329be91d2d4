/*
 * The policy around the memory model: tables of steps and days, and the laws of
 * fsrs/schedule.h on random settings and histories, through the days on which clocks change.
 */
#include "test.h"

#include "base/day.h"
#include "base/rng.h"
#include "fsrs/interval.h"
#include "fsrs/schedule.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const int64_t minute = MINUTE_MS, hour = HOUR_MS, day = DAY_MS;

static int64_t instant(const char *text)
{
    int64_t at_ms = 0;
    if (!instant_parse(text, &at_ms))
        fail_msg("no instant: %s", text);
    return at_ms;
}

/* Without its file the C library would quietly take UTC. */
static bool enter_zone(const char *zone)
{
    char path[128];
    snprintf(path, sizeof path, "/usr/share/zoneinfo/%s", zone);
    if (access(path, R_OK) != 0) {
        print_message("skipped: there is no %s\n", path);
        return false;
    }
    setenv("TZ", zone, 1);
    zone_read();
    return true;
}

static int leave_zone(void **state)
{
    (void)state;
    setenv("TZ", "UTC", 1);
    zone_read();
    return 0;
}

static struct schedule usual(void)
{
    return (struct schedule){
        .weights = fsrs_default_weights,
        .retention = 0.9,
        .learning_ms = { MINUTE_MS, 10 * MINUTE_MS },
        .learning_count = 2,
        .relearning_ms = { 10 * MINUTE_MS },
        .relearning_count = 1,
        .longest_days = 36500,
        .rollover_hour = 4,
    };
}

/* Takes the plan for the rating: what a session does with an answer. */
static void give(struct progress *progress, enum fsrs_rating rating, int64_t at_ms,
    const struct schedule *schedule)
{
    struct plan plans[4];
    schedule_plan(
        progress, at_ms, schedule_seed("deck/card", progress->reviews), schedule, plans);
    struct answer answer = {
        rating,
        at_ms,
        day_of(at_ms, schedule->rollover_hour),
        plans[rating - 1],
    };
    *progress = schedule_fold(*progress, &answer, schedule->weights);
}

/* ---- words ---- */

static void test_phase_words(void **state)
{
    (void)state;
    static const char *const words[] = { "new", "learning", "review", "relearning" };
    for (int i = 0; i < PHASE_COUNT; i++) {
        enum phase phase = PHASE_NEW;
        assert_string_equal(phase_word((enum phase)i), words[i]);
        assert_true(phase_parse(words[i], &phase));
        assert_int_equal(phase, i);
        assert_int_equal(phase_has_steps((enum phase)i), i % 2);
    }
    enum phase phase = PHASE_REVIEW;
    assert_false(phase_parse("Learning", &phase));
    assert_false(phase_parse("", &phase));
    assert_int_equal(phase, PHASE_REVIEW);
}

/* ---- steps ---- */

/*
 * Answers given one after another, each when the card is due; then the four delays that are
 * offered: minutes if positive, days if negative.  MODEL stands for whole days that the memory
 * decides on.
 */
enum { MODEL = -99999 };

struct step_case {
    const char *what;
    int learning[4], relearning[4]; // minutes, up to the first 0
    const char *answers;            // letters of again, hard, good, easy
    int delays[4];
};

static const struct step_case step_cases[] = {
    { "a new card", { 1, 10 }, { 10 }, "", { 60, 330, 600, MODEL } },
    { "again stays at the first step", { 1, 10 }, { 10 }, "a", { 60, 330, 600, MODEL } },
    { "hard stays at its step", { 1, 10 }, { 10 }, "h", { 60, 330, 600, MODEL } },
    { "hard on a later step is that step again", { 1, 10 }, { 10 }, "g",
        { 60, 600, MODEL, MODEL } },
    { "and once more", { 1, 10 }, { 10 }, "gh", { 60, 600, MODEL, MODEL } },
    { "again goes back to the first", { 1, 10 }, { 10 }, "ga", { 60, 330, 600, MODEL } },
    { "three steps, the second", { 1, 10, 60 }, { 10 }, "g", { 60, 600, 3600, MODEL } },
    { "three steps, the third", { 1, 10, 60 }, { 10 }, "gg", { 60, 3600, MODEL, MODEL } },
    { "graduated by good", { 1, 10 }, { 10 }, "gg", { 600, MODEL, MODEL, MODEL } },
    { "graduated by easy", { 1, 10 }, { 10 }, "e", { 600, MODEL, MODEL, MODEL } },
    { "a lapse", { 1, 10 }, { 10 }, "ea", { 600, 900, MODEL, MODEL } },
    { "a lapse, two steps", { 1 }, { 5, 20 }, "ea", { 300, 750, 1200, MODEL } },
    { "relearnt", { 1, 10 }, { 10 }, "eag", { 600, MODEL, MODEL, MODEL } },
    { "a lapse without steps", { 1, 10 }, { 0 }, "e", { MODEL, MODEL, MODEL, MODEL } },
    { "no steps at all", { 0 }, { 0 }, "", { -1, -2, MODEL, MODEL } },
    { "no steps, second answer", { 0 }, { 0 }, "g", { MODEL, MODEL, MODEL, MODEL } },
    { "one step: hard is half as long again", { 10 }, { 10 }, "",
        { 600, 900, MODEL, MODEL } },
    { "one step of 20 hours", { 1200 }, { 10 }, "", { 72000, 108000, MODEL, MODEL } },
    { "one step of a day", { 1440 }, { 10 }, "", { 86400, 129600, MODEL, MODEL } },
    { "one step of three days: hard a day more", { 4320 }, { 10 }, "",
        { 3 * 86400, 4 * 86400, -5, MODEL } },
    { "one step of sixty days: good and easy beyond hard", { 86400 }, { 10 }, "",
        { 60 * 86400, 61 * 86400, -62, -63 } },
    { "last step of ten days after failures", { 1, 14400 }, { 10 }, "aaaaaaag",
        { 60, 10 * 86400, -11, -12 } },
    { "easy beyond a step of ten days", { 1, 14400 }, { 10 }, "aaaaaaa",
        { 60, 432030, 10 * 86400, -11 } },
    { "a day and two", { 1440, 2880 }, { 10 }, "", { 86400, 129600, 172800, MODEL } },
};

static enum fsrs_rating rating_of(char letter)
{
    return (enum fsrs_rating)(strchr("ahge", letter) - "ahge" + 1);
}

static size_t take_minutes(const int minutes[4], int64_t *ms)
{
    size_t count = 0;
    for (; count < 4 && minutes[count] > 0; count++)
        ms[count] = minutes[count] * minute;
    return count;
}

static void check_step_case(const struct step_case *c)
{
    struct schedule schedule = usual();
    struct progress progress = { 0 };
    struct plan plans[4];
    int64_t at_ms = instant("2026-03-10T09:00:00Z");
    schedule.learning_count = take_minutes(c->learning, schedule.learning_ms);
    schedule.relearning_count = take_minutes(c->relearning, schedule.relearning_ms);
    for (const char *letter = c->answers; *letter != '\0'; letter++) {
        give(&progress, rating_of(*letter), at_ms, &schedule);
        at_ms = progress.plan.due_ms;
    }
    schedule_plan(
        &progress, at_ms, schedule_seed("deck/card", progress.reviews), &schedule, plans);
    for (int i = 0; i < 4; i++) {
        int64_t delay_s = schedule_delay_s(&plans[i], at_ms);
        bool days = plans[i].phase == PHASE_REVIEW;
        int64_t got = days ? -plans[i].interval_days : delay_s;
        bool ok = c->delays[i] == MODEL ? days && got <= -1 : got == c->delays[i];
        if (!ok)
            fail_msg("%s, rating %d: got %lld, want %d", c->what, i + 1, (long long)got,
                c->delays[i]);
        assert_true(i == 0 || delay_s > schedule_delay_s(&plans[i - 1], at_ms));
    }
}

static void test_steps(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(step_cases); i++) {
        print_message("  %s\n", step_cases[i].what);
        check_step_case(&step_cases[i]);
    }
}

/* What a new card is offered by default; the model's own interval after Easy is 53.9 days. */
static void test_new_card(void **state)
{
    (void)state;
    char card[32];
    for (int i = 0; i < 100; i++) {
        struct schedule schedule = usual();
        struct plan plans[4];
        snprintf(card, sizeof card, "deck/card-%d", i);
        schedule_plan(&(struct progress){ 0 }, 20000 * day, schedule_seed(card, 0),
            &schedule, plans);
        assert_int_equal(schedule_delay_s(&plans[0], 20000 * day), 60);
        assert_int_equal(schedule_delay_s(&plans[1], 20000 * day), 330);
        assert_int_equal(schedule_delay_s(&plans[2], 20000 * day), 600);
        assert_in_range(plans[3].interval_days, 49, 59);
    }
}

/* The settings may lose steps while a card waits for one of them. */
static void test_steps_taken_away(void **state)
{
    (void)state;
    struct schedule schedule = usual();
    struct progress progress = { 0 };
    struct plan plans[4];
    int64_t at_ms = instant("2026-03-10T09:00:00Z");
    schedule.learning_ms[2] = hour;
    schedule.learning_count = 3;
    give(&progress, FSRS_GOOD, at_ms, &schedule);
    give(&progress, FSRS_GOOD, at_ms + 10 * minute, &schedule);
    assert_int_equal(progress.plan.step, 2);
    schedule.learning_count = 2;
    schedule_plan(&progress, at_ms + hour, 1, &schedule, plans);
    assert_int_equal(plans[FSRS_HARD - 1].step, 1);
    assert_int_equal(plans[FSRS_HARD - 1].due_ms, at_ms + hour + 10 * minute);
    assert_int_equal(plans[FSRS_GOOD - 1].phase, PHASE_REVIEW);
    schedule.learning_count = 0;
    schedule_plan(&progress, at_ms + hour, 1, &schedule, plans);
    assert_int_equal(plans[FSRS_AGAIN - 1].phase, PHASE_REVIEW);
}

static void test_longest_interval(void **state)
{
    (void)state;
    for (int longest = 1; longest <= 60; longest++) {
        struct schedule schedule = usual();
        struct progress progress = { 0 };
        int64_t at_ms = instant("2026-03-10T09:00:00Z");
        schedule.longest_days = longest;
        schedule.learning_ms[1] = 30 * day;
        for (int i = 0; i < 6; i++) {
            struct plan plans[4];
            schedule_plan(&progress, at_ms, (uint64_t)i, &schedule, plans);
            for (int j = 0; j < 4; j++)
                assert_true(
                    schedule_delay_s(&plans[j], at_ms) <= longest * day / SECOND_MS);
            assert_true(i == 0 || plans[FSRS_EASY - 1].interval_days == longest);
            give(&progress, FSRS_EASY, at_ms, &schedule);
            at_ms += 400 * day;
        }
    }
}

/* ---- what an answer leaves behind ---- */

static void test_fold(void **state)
{
    (void)state;
    struct schedule schedule = usual();
    struct progress progress = { 0 };
    int64_t first = instant("2026-03-10T09:00:00Z"),
            second = instant("2026-03-11T02:00:00Z");
    int64_t third = instant("2026-04-11T12:00:00Z");
    give(&progress, FSRS_EASY, first, &schedule);
    struct day monday = progress.first_day;
    assert_int_equal(progress.reviews, 1);
    assert_int_equal(progress.lapses, 0);
    assert_int_equal(monday.number, day_from_civil(2026, 3, 10).number);
    assert_int_equal(progress.review_day.number, 0);
    give(&progress, FSRS_AGAIN, second, &schedule);
    assert_int_equal(progress.reviews, 2);
    assert_int_equal(progress.lapses, 1);
    assert_int_equal(progress.plan.phase, PHASE_RELEARNING);
    assert_int_equal(progress.review_day.number, monday.number);
    give(&progress, FSRS_AGAIN, third, &schedule);
    assert_int_equal(progress.lapses, 1);
    assert_int_equal(progress.reviews, 3);
    assert_int_equal(progress.first_day.number, monday.number);
    assert_int_equal(progress.last_day.number, monday.number + 32);
    assert_int_equal(progress.review_day.number, monday.number);
    assert_int_equal(progress.last_ms, third);
}

static void test_elapsed(void **state)
{
    (void)state;
    struct progress progress = { .reviews = 1, .last_ms = 1000 * day };
    assert_true(schedule_elapsed_days(&(struct progress){ 0 }, 5 * day) == 0);
    assert_true(schedule_elapsed_days(&progress, 1000 * day) == 0);
    assert_true(schedule_elapsed_days(&progress, 999 * day) == 0);
    assert_near(schedule_elapsed_days(&progress, 1000 * day + 6 * hour), 0.25, 0);
    assert_near(schedule_elapsed_days(&progress, 1001 * day + 12 * hour), 1.5, 0);
    assert_near(schedule_elapsed_days(&progress, 90000 * day), FSRS_MAX_DAYS, 0);
}

static void test_delay_shown(void **state)
{
    (void)state;
    int64_t at_ms = instant("2026-03-10T22:00:00Z");
    struct plan step = { .phase = PHASE_LEARNING, .due_ms = at_ms + 90 * SECOND_MS };
    struct plan days = { .phase = PHASE_REVIEW, .interval_days = 3, .due_ms = at_ms };
    assert_int_equal(schedule_delay_s(&step, at_ms), 90);
    assert_int_equal(schedule_delay_s(&days, at_ms), 3 * 86400);
}

static void test_leeches(void **state)
{
    (void)state;
    static const struct {
        int threshold;
        const char *at; // the lapses at which it is told, up to 24
    } cases[] = {
        { 8, "8 12 16 20 24 " },
        { 7, "7 11 15 19 23 " },
        { 2, "2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 " },
        { 1, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 " },
        { 24, "24 " },
        { 0, "" },
        { -1, "" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char told[100] = "";
        for (int lapses = 0; lapses <= 24; lapses++)
            if (schedule_leech_now(lapses, cases[i].threshold))
                snprintf(told + strlen(told), sizeof told - strlen(told), "%d ", lapses);
        assert_string_equal(told, cases[i].at);
    }
}

/* ---- laws on random histories ---- */

/* Whole days a fuzzed interval may lie in, as docs/FSRS.md section 8 states it. */
static double reach(double days)
{
    if (days < 2.5)
        return 0;
    double reach = 1 + 0.15 * (fmin(days, 7) - 2.5);
    if (days > 7)
        reach += 0.10 * (fmin(days, 20) - 7);
    if (days > 20)
        reach += 0.05 * (days - 20);
    return reach;
}

static size_t random_steps(struct rng *rng, int64_t *ms)
{
    static const int64_t units[] = { MINUTE_MS, HOUR_MS, DAY_MS };
    size_t count = rng_below(rng, 5);
    int64_t last = 0;
    for (size_t i = 0; i < count; i++)
        ms[i] = last += (int64_t)(1 + rng_below(rng, 20)) * units[rng_below(rng, 3)];
    return count;
}

static struct schedule random_schedule(struct rng *rng)
{
    static const int longest[] = { 1, 3, 30, 365, 36500 };
    struct schedule schedule = usual();
    if (rng_below(rng, 3) > 0) {
        schedule.learning_count = random_steps(rng, schedule.learning_ms);
        schedule.relearning_count = random_steps(rng, schedule.relearning_ms);
    }
    schedule.retention = 0.7 + 0.29 * rng_uniform(rng);
    schedule.longest_days = longest[rng_below(rng, COUNT(longest))];
    schedule.rollover_hour = (int)rng_below(rng, 6);
    return schedule;
}

/* Mostly when due or late, sometimes early, at once, or with a clock that was set back. */
static int64_t random_instant(
    struct rng *rng, const struct progress *progress, int64_t now)
{
    switch (rng_below(rng, 8)) {
    case 0:
        return now + (int64_t)rng_below(rng, 3 * (size_t)minute);
    case 1:
        return now - (int64_t)rng_below(rng, 3 * (size_t)hour);
    case 2:
        return now + (int64_t)rng_below(rng, 40 * (size_t)day);
    default:
        now = progress->reviews > 0 && progress->plan.due_ms > now ? progress->plan.due_ms
                                                                   : now;
        return now + (int64_t)rng_below(rng, 30 * (size_t)hour);
    }
}

static void check_order(const struct plan plans[4], int64_t at_ms, int longest_days)
{
    int64_t longest_s = longest_days * (day / SECOND_MS), last_s = 0;
    for (int i = 0; i < 4; i++) {
        int64_t delay_s = schedule_delay_s(&plans[i], at_ms);
        assert_true(delay_s > last_s || (delay_s == last_s && delay_s == longest_s));
        assert_true(delay_s <= longest_s);
        last_s = delay_s;
    }
}

static void check_dates(const struct plan *plan, int64_t at_ms, int rollover_hour)
{
    struct day today = day_of(at_ms, rollover_hour);
    if (plan->phase == PHASE_REVIEW) {
        assert_true(plan->interval_days >= 1);
        assert_int_equal(plan->due_day.number, today.number + plan->interval_days);
        assert_int_equal(plan->due_ms, day_start_ms(plan->due_day, rollover_hour));
        assert_int_equal(
            day_of(plan->due_ms, rollover_hour).number, plan->due_day.number);
        assert_true(
            day_of(plan->due_ms - 1, rollover_hour).number < plan->due_day.number);
        return;
    }
    int64_t delay_ms = plan->due_ms - at_ms, whole = delay_ms / day;
    assert_true(delay_ms > 0);
    assert_int_equal(plan->interval_days, 0);
    assert_in_range(plan->due_day.number - today.number, whole, whole + 1);
    if (delay_ms < day)
        assert_int_equal(
            plan->due_day.number, day_of(plan->due_ms, rollover_hour).number);
}

/*
 * Within fuzz, but for the order of the four.  A success whose interval grows adds a day at
 * least; one whose interval fuzz could carry up to the last stays there.
 */
static void check_days(const struct plan plans[4], int i, const struct progress *before,
    int64_t at_ms, const struct schedule *schedule)
{
    if (plans[i].phase != PHASE_REVIEW)
        return;
    int longest = schedule->longest_days, got = plans[i].interval_days;
    struct memory memory = fsrs_next(before->memory, schedule_elapsed_days(before, at_ms),
        (enum fsrs_rating)(i + 1), schedule->weights);
    double days = fsrs_interval(memory, schedule->retention, schedule->weights);
    days = fmin(fmax(days, 1), longest);
    double high = fmax(round(days + reach(days)), round(days) + (days >= 2.5 ? 1 : 0));
    int previous = i > 0 ? before->plan.interval_days : 0, floor_days = 1;
    if (previous > 0 && round(days) > previous)
        floor_days = previous + 1;
    else if (previous > 0 && previous <= round(days + reach(days)))
        floor_days = previous;
    if (i > 0) {
        int64_t other_s = schedule_delay_s(&plans[i - 1], at_ms);
        floor_days = (int)fmax(floor_days, (double)(other_s / 86400 + 1));
    }
    floor_days = (int)fmin(floor_days, longest);
    assert_true(got >= floor_days);
    assert_true(got >= (int)fmin(round(days - reach(days)), longest));
    assert_true(
        got <= (int)fmax(fmin(high, longest), floor_days + (days >= 2.5 ? 1 : 0)));
}

static void check_outcomes(const struct progress *before, int64_t at_ms, uint64_t seed,
    const struct schedule *schedule)
{
    struct progress after[4];
    schedule_outcomes(before, at_ms, seed, schedule, after);
    for (int i = 0; i < 4; i++) {
        struct day today = day_of(at_ms, schedule->rollover_hour);
        struct answer answer = { (enum fsrs_rating)(i + 1), at_ms, today, after[i].plan };
        struct progress folded = schedule_fold(*before, &answer, schedule->weights);
        const struct memory *got = &after[i].memory, *want = &folded.memory;
        assert_near(got->stability_days, want->stability_days, 1e-12);
        assert_near(got->fast_stability_days, want->fast_stability_days, 1e-12);
        assert_near(got->difficulty, want->difficulty, 1e-12);
        assert_memory_equal(&after[i].plan, &folded.plan, sizeof folded.plan);
        assert_int_equal(after[i].reviews, folded.reviews);
        assert_int_equal(after[i].lapses, folded.lapses);
        assert_int_equal(after[i].last_ms, folded.last_ms);
        assert_int_equal(after[i].first_day.number, folded.first_day.number);
        assert_int_equal(after[i].last_day.number, folded.last_day.number);
        assert_int_equal(after[i].review_day.number, folded.review_day.number);
    }
}

static void check_history(struct rng *rng, const struct schedule *schedule)
{
    struct progress progress = { 0 };
    struct memory memory = { 0 };
    int64_t now = instant("2025-06-01T12:00:00Z") + (int64_t)rng_below(rng, 730) * day;
    for (int i = 0; i < 12; i++) {
        struct plan plans[4], same[4];
        int64_t at_ms = random_instant(rng, &progress, now);
        uint64_t seed = schedule_seed("deck/card", progress.reviews);
        schedule_plan(&progress, at_ms, seed, schedule, plans);
        schedule_plan(&progress, at_ms, seed, schedule, same);
        assert_memory_equal(plans, same, sizeof plans);
        check_outcomes(&progress, at_ms, seed, schedule);
        check_order(plans, at_ms, schedule->longest_days);
        for (int j = 0; j < 4; j++) {
            check_dates(&plans[j], at_ms, schedule->rollover_hour);
            check_days(plans, j, &progress, at_ms, schedule);
        }
        enum fsrs_rating rating = (enum fsrs_rating)(1 + rng_below(rng, 4));
        double elapsed = i > 0 ? fmax((double)(at_ms - now) / (double)day, 0) : 0;
        elapsed = fmin(elapsed, FSRS_MAX_DAYS);
        memory = fsrs_next(memory, elapsed, rating, schedule->weights);
        give(&progress, rating, at_ms, schedule);
        assert_memory_equal(&progress.plan, &plans[rating - 1], sizeof progress.plan);
        assert_memory_equal(&progress.memory, &memory, sizeof memory);
        assert_int_equal(progress.reviews, i + 1);
        now = at_ms;
    }
}

static void test_laws(void **state)
{
    (void)state;
    static const char *const zones[] = { "UTC", "Europe/Berlin", "America/New_York",
        "Antarctica/Troll" };
    for (size_t i = 0; i < COUNT(zones); i++) {
        struct rng rng = { 600 + i };
        if (!enter_zone(zones[i]))
            continue;
        for (int j = 0; j < 250; j++) {
            struct schedule schedule = random_schedule(&rng);
            check_history(&rng, &schedule);
        }
    }
}

/* ---- fuzz ---- */

/* An interval of review, far enough to be fuzzed, answered Good at that time. */
static int fuzzed_days(const char *card, int64_t late_ms)
{
    struct schedule schedule = usual();
    struct progress progress = { 0 };
    struct plan plans[4];
    give(&progress, FSRS_EASY, 20000 * day, &schedule);
    schedule_plan(&progress, progress.plan.due_ms + late_ms,
        schedule_seed(card, progress.reviews), &schedule, plans);
    return plans[FSRS_GOOD - 1].interval_days;
}

/* What comes back in days after a lapse does so as if it had never had an interval. */
static void test_lapse_forgets_the_interval(void **state)
{
    (void)state;
    struct schedule schedule = usual();
    struct progress card = { .plan = { .phase = PHASE_REVIEW },
        .reviews = 5,
        .memory = { 200, 100, 3 },
        .last_ms = 20000 * day };
    int64_t at_ms = 20090 * day;
    schedule.relearning_count = 0;
    schedule.retention = 0.8;
    for (uint64_t seed = 0; seed < 100; seed++) {
        struct plan fresh[4], plans[4];
        card.plan.interval_days = 0;
        schedule_plan(&card, at_ms, seed, &schedule, fresh);
        assert_true(fresh[0].interval_days > 3);
        card.plan.interval_days = fresh[0].interval_days + 1;
        schedule_plan(&card, at_ms, seed, &schedule, plans);
        assert_int_equal(plans[0].interval_days, fresh[0].interval_days);
    }
}

/* A few minutes more or less hardly move the model's interval, and the fuzz not at all. */
static void test_fuzz_ignores_the_clock(void **state)
{
    (void)state;
    char card[32];
    for (int i = 0; i < 50; i++) {
        snprintf(card, sizeof card, "deck/card-%d", i);
        int days = fuzzed_days(card, 0);
        for (int64_t late = 1; late < 10; late++)
            assert_in_range(fuzzed_days(card, late * minute), days - 1, days + 1);
    }
}

static void test_fuzz_spreads_cards(void **state)
{
    (void)state;
    bool seen[2000] = { 0 };
    int different = 0;
    char card[32];
    for (int i = 0; i < 100; i++) {
        snprintf(card, sizeof card, "deck/card-%d", i);
        int days = fuzzed_days(card, 0);
        assert_in_range(days, 1, COUNT(seen) - 1);
        different += !seen[days];
        seen[days] = true;
    }
    assert_true(different > 20);
}

/* Where the order of the four leaves nothing of the range, two days still share the cards. */
static void test_fuzz_at_a_limit(void **state)
{
    (void)state;
    int seen[2] = { 0 };
    struct schedule schedule = usual();
    schedule.learning_ms[0] = 60 * day;
    schedule.learning_count = 1;
    for (uint64_t seed = 0; seed < 100; seed++) {
        struct plan plans[4];
        schedule_plan(&(struct progress){ 0 }, 20000 * day, seed, &schedule, plans);
        assert_in_range(plans[FSRS_GOOD - 1].interval_days, 62, 63);
        seen[plans[FSRS_GOOD - 1].interval_days - 62]++;
    }
    assert_in_range(seen[0], 30, 70);
}

static void test_seed(void **state)
{
    (void)state;
    assert_int_equal(schedule_seed("a/b", 3), schedule_seed("a/b", 3));
    assert_int_not_equal(schedule_seed("a/b", 3), schedule_seed("a/b", 4));
    assert_int_not_equal(schedule_seed("a/b", 3), schedule_seed("a/c", 3));
}

/* ---- study days and clocks that change ---- */

static void test_night_belongs_to_the_day_before(void **state)
{
    (void)state;
    static const struct {
        const char *zone, *answered, *due;
    } cases[] = {
        { "UTC", "2026-11-20T03:59:59Z", "2026-11-20T04:00:00Z" },
        { "UTC", "2026-11-20T04:00:00Z", "2026-11-21T04:00:00Z" },
        { "Europe/Berlin", "2026-11-20T03:59:00+01:00", "2026-11-20T04:00:00+01:00" },
        /* The nights on which an hour is left out and comes twice. */
        { "Europe/Berlin", "2026-03-29T03:59:00+02:00", "2026-03-29T04:00:00+02:00" },
        { "Europe/Berlin", "2026-03-29T01:59:00+01:00", "2026-03-29T04:00:00+02:00" },
        { "Europe/Berlin", "2026-10-25T02:30:00+02:00", "2026-10-25T04:00:00+01:00" },
        { "Europe/Berlin", "2026-10-25T03:59:00+01:00", "2026-10-25T04:00:00+01:00" },
        { "Europe/Berlin", "2026-10-24T09:00:00+02:00", "2026-10-25T04:00:00+01:00" },
        { "America/New_York", "2026-03-08T01:30:00-05:00", "2026-03-08T04:00:00-04:00" },
        { "America/New_York", "2026-11-01T09:00:00-05:00", "2026-11-02T04:00:00-05:00" },
        { "Antarctica/Troll", "2026-03-28T12:00:00+00:00", "2026-03-29T04:00:00+02:00" },
    };
    struct schedule schedule = usual();
    schedule.learning_count = 0;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct plan plans[4];
        if (!enter_zone(cases[i].zone))
            continue;
        print_message("  %s, %s\n", cases[i].zone, cases[i].answered);
        int64_t at_ms = instant(cases[i].answered);
        schedule_plan(&(struct progress){ 0 }, at_ms, 1, &schedule, plans);
        assert_int_equal(plans[FSRS_AGAIN - 1].interval_days, 1);
        assert_int_equal(plans[FSRS_AGAIN - 1].due_ms, instant(cases[i].due));
    }
}

static int64_t local_ms(struct day date, int at_hour)
{
    int64_t guess = ((int64_t)date.number * 24 + at_hour) * hour;
    int64_t at_ms = guess - zone_offset_min(guess) * minute;
    return guess - zone_offset_min(at_ms) * minute;
}

/* The plan of one day: as a day's interval and as a step of 24 hours. */
static void check_daily(struct day date, int at_hour)
{
    int64_t at_ms = local_ms(date, at_hour);
    struct schedule schedule = usual();
    struct plan plans[4];
    struct day today = day_of(at_ms, schedule.rollover_hour);
    schedule.learning_ms[0] = day;
    schedule.learning_ms[1] = 2 * day;
    schedule_plan(&(struct progress){ 0 }, at_ms, 1, &schedule, plans);
    assert_int_equal(plans[0].due_day.number, today.number + 1);
    assert_int_equal(plans[2].due_day.number, today.number + 2);
    schedule.learning_count = 0;
    schedule_plan(&(struct progress){ 0 }, at_ms, 1, &schedule, plans);
    assert_int_equal(plans[0].due_day.number, today.number + 1);
    assert_true(plans[0].due_ms > at_ms);
    assert_true(plans[0].due_ms <= local_ms((struct day){ date.number + 1 }, at_hour) ||
                at_hour < schedule.rollover_hour);
}

/* Through two years: whoever comes at the same local hour finds the card due every day. */
static void test_daily_across_changes(void **state)
{
    (void)state;
    static const char *const zones[] = { "Europe/Berlin", "America/New_York",
        "Antarctica/Troll", "Australia/Lord_Howe" };
    static const int hours[] = { 0, 3, 4, 9, 23 };
    for (size_t i = 0; i < COUNT(zones); i++) {
        if (!enter_zone(zones[i]))
            continue;
        struct day date = day_from_civil(2025, 12, 31);
        for (; date.number < day_from_civil(2026, 12, 31).number; date.number++)
            for (size_t j = 0; j < COUNT(hours); j++)
                check_daily(date, hours[j]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_phase_words),
        cmocka_unit_test(test_steps),
        cmocka_unit_test(test_new_card),
        cmocka_unit_test(test_steps_taken_away),
        cmocka_unit_test(test_longest_interval),
        cmocka_unit_test(test_fold),
        cmocka_unit_test(test_elapsed),
        cmocka_unit_test(test_delay_shown),
        cmocka_unit_test(test_leeches),
        cmocka_unit_test_teardown(test_laws, leave_zone),
        cmocka_unit_test(test_lapse_forgets_the_interval),
        cmocka_unit_test(test_fuzz_ignores_the_clock),
        cmocka_unit_test(test_fuzz_spreads_cards),
        cmocka_unit_test(test_fuzz_at_a_limit),
        cmocka_unit_test(test_seed),
        cmocka_unit_test_teardown(test_night_belongs_to_the_day_before, leave_zone),
        cmocka_unit_test_teardown(test_daily_across_changes, leave_zone),
    };
    leave_zone(NULL);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
