/*
 * FSRS-7 against reference values (tests/golden/fsrs7.tsv, and whole sets of vectors
 * where a folder of them lies beside the repository), against the laws it promises, and
 * docs/FSRS.md against the table of weights.
 */
#include "test.h"

#include "vectors.h"

#include "fsrs/interval.h"
#include "fsrs/kernel.h"
#include "fsrs/model.h"

#include <glob.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double *const defaults = fsrs_default_weights;

enum { SECONDS_PER_DAY = 86400 };

/* ---- ratings ---- */

static void test_rating_words(void **state)
{
    (void)state;
    static const struct {
        enum fsrs_rating rating;
        const char *word;
    } cases[] = {
        { FSRS_AGAIN, "again" },
        { FSRS_HARD, "hard" },
        { FSRS_GOOD, "good" },
        { FSRS_EASY, "easy" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        enum fsrs_rating rating;
        assert_int_equal(cases[i].rating, i + 1);
        assert_string_equal(fsrs_rating_word(cases[i].rating), cases[i].word);
        assert_true(fsrs_rating_parse(cases[i].word, &rating));
        assert_int_equal(rating, cases[i].rating);
    }
}

static void test_rating_rejects(void **state)
{
    (void)state;
    static const char *const words[] = { "", "Again", "goo", "goodness", " hard", "3" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        enum fsrs_rating rating = FSRS_EASY;
        assert_false(fsrs_rating_parse(words[i], &rating));
        assert_int_equal(rating, FSRS_EASY);
    }
    assert_false(fsrs_rating_valid(0));
    assert_true(fsrs_rating_valid(1));
    assert_true(fsrs_rating_valid(4));
    assert_false(fsrs_rating_valid(5));
}

/* ---- weights ---- */

static void test_weights_names(void **state)
{
    (void)state;
    assert_int_equal(W_INITIAL_EASY, 3);
    assert_int_equal(W_SLOW + TRACE_EASY, W_SLOW_EASY);
    assert_int_equal(W_SLOW_EASY, 14);
    assert_int_equal(W_FAST + TRACE_LAPSE_SPACING, W_FAST_LAPSE_SPACING);
    assert_int_equal(W_FAST_EASY, 22);
    assert_int_equal(W_SLOW_BASE, 26);
    assert_int_equal(W_FAST_DECAY_POWER, 33);
}

static void test_weights_valid(void **state)
{
    (void)state;
    double w[FSRS_PARAMS];
    assert_true(fsrs_weights_valid(defaults));
    for (size_t i = 0; i < FSRS_PARAMS; i++) {
        memcpy(w, defaults, sizeof w);
        w[i] = i % 2 ? nan("") : -HUGE_VAL;
        assert_false(fsrs_weights_valid(w));
    }
}

static void test_weights_clip_defaults(void **state)
{
    (void)state;
    double w[FSRS_PARAMS];
    memcpy(w, defaults, sizeof w);
    fsrs_weights_clip(w);
    assert_memory_equal(w, defaults, sizeof w);
}

/* Each case sets a few of the default weights and names what must come out. */
static void test_weights_clip_cases(void **state)
{
    (void)state;
    static const struct {
        const char *what;
        struct {
            int index;
            double before, after;
        } set[4];
    } cases[] = {
        { "far outside both ends of a box",
            { { W_DIFFICULTY_STEP, -1e9, 0.1 }, { W_SLOW_DECAY, 1e9, 0.95 } } },
        { "first stabilities rise along the chain",
            { { W_INITIAL_AGAIN, 20, 20 }, { W_INITIAL_HARD, 3, 20 },
                { W_INITIAL_GOOD, 2, 20 }, { W_INITIAL_EASY, 1, 20 } } },
        { "the box comes before the order",
            { { W_INITIAL_AGAIN, 90, 50 }, { W_INITIAL_HARD, 1, 50 },
                { W_INITIAL_GOOD, 70, 70 }, { W_INITIAL_EASY, 60, 70 } } },
        { "slow base is raised to the fast base",
            { { W_FAST_BASE, 0.8, 0.8 }, { W_SLOW_BASE, 0.6, 0.8 } } },
        { "slow base keeps a floor of its own",
            { { W_FAST_BASE, 0.1, 0.2 }, { W_SLOW_BASE, 0.1, 0.5 } } },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double w[FSRS_PARAMS], want[FSRS_PARAMS];
        memcpy(w, defaults, sizeof w);
        memcpy(want, defaults, sizeof want);
        for (size_t j = 0; j < 4 && cases[i].set[j].after > 0; j++) {
            w[cases[i].set[j].index] = cases[i].set[j].before;
            want[cases[i].set[j].index] = cases[i].set[j].after;
        }
        fsrs_weights_clip(w);
        if (memcmp(w, want, sizeof w) != 0)
            fail_msg("clip: %s", cases[i].what);
    }
}

/* ---- golden values ---- */

static const double state_tolerance = 1e-11;
static const double interval_tolerance = 1e-11; // from one second up

/* The largest relative errors met so far, to be told at the end. */
struct worst {
    double state, recall, interval;
    size_t cards;
};

/* Where in the reference values we are; what is replayed is kept up to date here. */
struct replay {
    const char *file, *weight_set;
    double w[FSRS_PARAMS];
    int card;
    struct memory memory;
    struct worst worst;
};

static void check(const struct replay *replay, const char *what, double got, double want,
    double rel, double *worst)
{
    double error = got == want ? 0 : fabs(got - want) / fabs(want);
    if (!(error <= rel))
        fail_msg("%s: %s, card %d: %s is %.17g, want %.17g", replay->file,
            replay->weight_set, replay->card, what, got, want);
    *worst = fmax(*worst, error);
}

static void check_state(
    struct replay *replay, double slow, double fast, double difficulty)
{
    struct memory m = replay->memory;
    double *worst = &replay->worst.state;
    check(replay, "S", m.stability_days, slow, state_tolerance, worst);
    check(replay, "F", m.fast_stability_days, fast, state_tolerance, worst);
    check(replay, "D", m.difficulty, difficulty, state_tolerance, worst);
}

static void check_recall(struct replay *replay, double days, double recall)
{
    check(replay, "R", fsrs_recall(replay->memory, days, replay->w), recall,
        state_tolerance, &replay->worst.recall);
}

static void check_fast_recall(struct replay *replay, double days, double recall)
{
    struct fsrs_curve curve = fsrs_curve_of(replay->memory, replay->w);
    check(replay, "fast R", fsrs_trace_recall(&curve.fast, days), recall, state_tolerance,
        &replay->worst.recall);
}

/* Below one second only the size is checked: the reference itself is unsure there. */
static void check_interval(struct replay *replay, double retention, double days)
{
    double got = fsrs_interval(replay->memory, retention, replay->w);
    if (days * SECONDS_PER_DAY >= 1)
        check(replay, "interval", got, days, interval_tolerance, &replay->worst.interval);
    else if (!(got >= 0 && got * SECONDS_PER_DAY < 1))
        fail_msg("%s: %s, card %d: interval at %g is %.17g, want %.17g", replay->file,
            replay->weight_set, replay->card, retention, got, days);
}

static void replay_review(struct replay *replay, double days, int rating)
{
    assert_true(fsrs_rating_valid(rating));
    replay->memory = fsrs_next(replay->memory, days, (enum fsrs_rating)rating, replay->w);
}

static void start_card(struct replay *replay, int card)
{
    replay->card = card;
    replay->memory = (struct memory){ 0 };
    replay->worst.cards++;
    assert_true(memory_is_new(replay->memory));
}

static void print_worst(const struct replay *replay)
{
    print_message("%s: %zu cards; largest relative error: states %.1e, recall %.1e, "
                  "intervals %.1e\n",
        replay->file, replay->worst.cards, replay->worst.state, replay->worst.recall,
        replay->worst.interval);
}

/* Splits a line at its tabs; returns the number of fields. */
static size_t split(char *line, char **fields, size_t max)
{
    size_t count = 0;
    char *rest = NULL;
    for (char *f = strtok_r(line, "\t\n", &rest); f; f = strtok_r(NULL, "\t\n", &rest)) {
        assert_true(count < max);
        fields[count++] = f;
    }
    return count;
}

static double number(const char *field)
{
    char *end;
    double value = strtod(field, &end);
    assert_true(end != field && *end == '\0');
    return value;
}

static void replay_line(struct replay *replay, char **fields, size_t count)
{
    double v[FSRS_PARAMS + 2] = { 0 };
    bool named = strcmp(fields[0], "weights") == 0;
    for (size_t i = named ? 2 : 1; i < count; i++)
        v[i] = number(fields[i]);

    if (named && count == 2 + FSRS_PARAMS) {
        memcpy(replay->w, v + 2, sizeof replay->w);
    } else if (strcmp(fields[0], "card") == 0 && count == 2) {
        start_card(replay, (int)v[1]);
    } else if (strcmp(fields[0], "first") == 0 && count == 5) {
        replay_review(replay, 0, (int)v[1]);
        check_state(replay, v[2], v[3], v[4]);
    } else if (strcmp(fields[0], "review") == 0 && count == 8) {
        check_recall(replay, v[2], v[3]);
        check_fast_recall(replay, v[2], v[4]);
        replay_review(replay, v[2], (int)v[1]);
        check_state(replay, v[5], v[6], v[7]);
    } else if (strcmp(fields[0], "recall") == 0 && count == 3) {
        check_recall(replay, v[1], v[2]);
    } else if (strcmp(fields[0], "interval") == 0 && count == 3) {
        check_interval(replay, v[1], v[2]);
    } else {
        fail_msg("unknown line \"%s\" of %zu fields", fields[0], count);
    }
}

static void test_golden(void **state)
{
    (void)state;
    struct replay replay = { .file = "fsrs7.tsv" };
    char name[64] = "", line[2048], *fields[FSRS_PARAMS + 2];
    FILE *file = fopen(TEST_PATH("tests/golden/fsrs7.tsv"), "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        if (line[0] == '#')
            continue;
        size_t count = split(line, fields, FSRS_PARAMS + 2);
        assert_true(count >= 2);
        if (strcmp(fields[0], "weights") == 0)
            snprintf(name, sizeof name, "%s", fields[1]);
        replay.weight_set = name;
        replay_line(&replay, fields, count);
    }
    fclose(file);
    assert_int_equal(replay.worst.cards, 240);
    print_worst(&replay);
}

/* ---- whole vectors, where they lie beside the repository ---- */

static double number_in(const cJSON *object, const char *key)
{
    const cJSON *item = vectors_member(object, key);
    assert_true(cJSON_IsNumber(item));
    return item->valuedouble;
}

static void replay_step(struct replay *replay, const cJSON *step)
{
    double days = number_in(step, "dt");
    if (!memory_is_new(replay->memory)) {
        check_recall(replay, days, number_in(step, "r"));
        check_fast_recall(replay, days, number_in(step, "rf"));
    }
    replay_review(replay, days, (int)number_in(step, "g"));
    check_state(
        replay, number_in(step, "s"), number_in(step, "sf"), number_in(step, "d"));
}

static void replay_sequence(
    struct replay *replay, const cJSON *sequence, const cJSON *retentions)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, vectors_member(sequence, "steps")) replay_step(replay, item);
    cJSON_ArrayForEach(item, vectors_member(sequence, "retr"))
    {
        check_recall(replay, vectors_number(item, 0), vectors_number(item, 1));
    }
    const cJSON *intervals = vectors_member(sequence, "ivl");
    for (size_t i = 0; i < vectors_count(retentions); i++)
        check_interval(
            replay, vectors_number(retentions, i), vectors_number(intervals, i));
}

static void replay_file(const char *name)
{
    cJSON *root = vectors_load(name);
    assert_non_null(root);
    struct replay replay = { .file = name };
    replay.weight_set = cJSON_GetStringValue(vectors_member(root, "weight_set"));
    vectors_numbers(root, "w", replay.w, FSRS_PARAMS);

    int card = 0;
    const cJSON *sequence, *retentions = vectors_member(root, "retentions");
    cJSON_ArrayForEach(sequence, vectors_member(root, "sequences"))
    {
        start_card(&replay, card++);
        replay_sequence(&replay, sequence, retentions);
    }
    assert_true(card > 0);
    print_worst(&replay);
    cJSON_Delete(root);
}

static void test_whole_vectors(void **state)
{
    (void)state;
    glob_t found;
    const char *pattern = TEST_PATH("../shared/fsrs/vectors/fsrs7_[0-9]_*.json");
    if (glob(pattern, 0, NULL, &found) != 0) {
        print_message("skipped: no vectors beside the repository\n");
        return;
    }
    for (size_t i = 0; i < found.gl_pathc; i++)
        replay_file(strrchr(found.gl_pathv[i], '/') + 1);
    globfree(&found);
}

/* ---- worked examples ---- */

static void test_first_review(void **state)
{
    (void)state;
    static const struct memory want[] = {
        { 0.1104, 0.08832, 6.1686 },
        { 2.2395, 1.7916, 5.26128 },
        { 3.9221, 3.13768, 3.53072 },
        { 11.7841, 9.42728, 1 },
    };
    for (size_t i = 0; i < 4; i++) {
        struct memory m = fsrs_first((enum fsrs_rating)(FSRS_AGAIN + i), defaults);
        assert_near(m.stability_days, want[i].stability_days, 1e-15);
        assert_near(m.fast_stability_days, want[i].fast_stability_days, 1e-15);
        assert_near(m.difficulty, want[i].difficulty, 1e-5);
        assert_false(memory_is_new(m));
    }
}

/* The parity case that other implementations publish, to their four decimals. */
static void test_published_history(void **state)
{
    (void)state;
    static const double days[] = { 0, 1, 3, 8, 21 };
    struct memory m = fsrs_first(FSRS_AGAIN, defaults);
    for (size_t i = 0; i < 5; i++)
        m = fsrs_next(m, days[i], FSRS_GOOD, defaults);
    assert_true(fabs(m.stability_days - 25.9857) <= 5e-5);
    assert_true(fabs(m.fast_stability_days - 700.5589) <= 5e-5);
    assert_true(fabs(m.difficulty - 5.8775) <= 5e-5);
}

static void test_first_intervals(void **state)
{
    (void)state;
    static const double retentions[] = { 0.8, 0.85, 0.9, 0.95 };
    static const struct {
        enum fsrs_rating rating;
        double days[4];
    } cases[] = {
        { FSRS_HARD, { 8.37, 2.98, 0.598, 0.0074 } },
        { FSRS_GOOD, { 37.6, 15.0, 4.78, 0.292 } },
        { FSRS_EASY, { 332, 140, 53.9, 13.2 } },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct memory m = fsrs_first(cases[i].rating, defaults);
        for (size_t j = 0; j < 4; j++)
            assert_near(
                fsrs_interval(m, retentions[j], defaults), cases[i].days[j], 0.005);
    }
}

static void test_intervals_of_good_answers(void **state)
{
    (void)state;
    static const double want[] = { 4.78, 26.2, 92.4, 293, 885, 2609, 7593 };
    struct memory m = fsrs_first(FSRS_GOOD, defaults);
    for (size_t i = 0; i < sizeof want / sizeof *want; i++) {
        double days = fsrs_interval(m, 0.9, defaults);
        assert_near(days, want[i], 0.002);
        m = fsrs_next(m, days, FSRS_GOOD, defaults);
    }
}

static void test_interval_ends(void **state)
{
    (void)state;
    struct memory weak = { 1e-4, 1e-4, 10 }, strong = { 36500, 36500, 1 };
    assert_true(fsrs_interval(strong, 0.5, defaults) == FSRS_MAX_DAYS);
    assert_true(fsrs_interval(strong, 0.9999, defaults) == 0);
    assert_true(fsrs_interval(strong, 0.99999, defaults) == 0);
    assert_true(fsrs_interval(strong, 0.9998, defaults) > 0);
    assert_near(
        fsrs_interval(weak, 1e-9, defaults), fsrs_interval(weak, 1e-4, defaults), 0);
    assert_true(fsrs_interval(weak, 0.99, defaults) > 0);
}

/* ---- laws, on random weights and memories ---- */

/* Steele, Lea and Flood's SplitMix64: a few lines, the same everywhere. */
static uint64_t random_bits(uint64_t *seed)
{
    uint64_t z = *seed += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

static double random_between(uint64_t *seed, double low, double high)
{
    return low + (high - low) * ((double)(random_bits(seed) >> 11) * 0x1p-53);
}

/* Uniform in the logarithm, with the ends themselves once in sixteen times each. */
static double random_scale(uint64_t *seed, double low, double high)
{
    uint64_t end = random_bits(seed) % 16;
    if (end == 0)
        return low;
    if (end == 1)
        return high;
    return fmin(exp(random_between(seed, log(low), log(high))), high);
}

/* One weight in four lies on an end of its box: that is where formulas break. */
static void random_weights(uint64_t *seed, double w[FSRS_PARAMS])
{
    for (size_t i = 0; i < FSRS_PARAMS; i++) {
        const struct fsrs_weight *weight = &fsrs_weight_table[i];
        uint64_t end = random_bits(seed) % 8;
        w[i] = end == 0   ? weight->min
               : end == 1 ? weight->max
                          : random_between(seed, weight->min, weight->max);
    }
    fsrs_weights_clip(w);
}

struct draw {
    double w[FSRS_PARAMS];
    struct memory memory;
    double elapsed_days;
};

static struct draw random_draw(uint64_t *seed)
{
    struct draw draw;
    random_weights(seed, draw.w);
    draw.memory = (struct memory){
        .stability_days = random_scale(seed, FSRS_MIN_STABILITY_DAYS, FSRS_MAX_DAYS),
        .fast_stability_days = random_scale(seed, FSRS_MIN_STABILITY_DAYS, FSRS_MAX_DAYS),
        .difficulty = random_scale(seed, FSRS_MIN_DIFFICULTY, FSRS_MAX_DIFFICULTY),
    };
    draw.elapsed_days =
        random_bits(seed) % 8 ? random_scale(seed, 1e-6, FSRS_MAX_DAYS) : 0;
    return draw;
}

enum { DRAWS = 100000 };

/* Runs a law on every draw; the number of a draw that breaks it is told. */
static void for_all_draws(bool (*law)(const struct draw *draw))
{
    uint64_t seed = 540;
    for (int i = 0; i < DRAWS; i++) {
        struct draw draw = random_draw(&seed);
        if (!law(&draw))
            fail_msg("draw %d: S %.17g, F %.17g, D %.17g after %.17g days", i,
                draw.memory.stability_days, draw.memory.fast_stability_days,
                draw.memory.difficulty, draw.elapsed_days);
    }
}

static bool is_bounded(struct memory m)
{
    return m.stability_days >= FSRS_MIN_STABILITY_DAYS &&
           m.stability_days <= FSRS_MAX_DAYS &&
           m.fast_stability_days >= FSRS_MIN_STABILITY_DAYS &&
           m.fast_stability_days <= FSRS_MAX_DAYS &&
           m.difficulty >= FSRS_MIN_DIFFICULTY && m.difficulty <= FSRS_MAX_DIFFICULTY;
}

static struct memory after(const struct draw *draw, enum fsrs_rating rating)
{
    return fsrs_next(draw->memory, draw->elapsed_days, rating, draw->w);
}

static bool stays_bounded(const struct draw *draw)
{
    for (int rating = FSRS_AGAIN; rating <= FSRS_EASY; rating++) {
        if (!is_bounded(fsrs_first((enum fsrs_rating)rating, draw->w)) ||
            !is_bounded(after(draw, (enum fsrs_rating)rating)))
            return false;
    }
    double recall = fsrs_recall(draw->memory, draw->elapsed_days, draw->w);
    return recall >= 1e-5 && recall <= 1 - 1e-5 + 1e-15;
}

static void test_bounds_hold(void **state)
{
    (void)state;
    for_all_draws(stays_bounded);
}

static bool no_less(struct memory a, struct memory b)
{
    return a.stability_days >= b.stability_days &&
           a.fast_stability_days >= b.fast_stability_days;
}

/* Lapse <= before <= Hard <= Good <= Easy, in both stabilities. */
static bool orders_stabilities(const struct draw *draw)
{
    return no_less(draw->memory, after(draw, FSRS_AGAIN)) &&
           no_less(after(draw, FSRS_HARD), draw->memory) &&
           no_less(after(draw, FSRS_GOOD), after(draw, FSRS_HARD)) &&
           no_less(after(draw, FSRS_EASY), after(draw, FSRS_GOOD));
}

static void test_stabilities_follow_the_rating(void **state)
{
    (void)state;
    for_all_draws(orders_stabilities);
}

/* Of Again and Hard it depends on how surprising the lapse was. */
static bool orders_difficulty(const struct draw *draw)
{
    double hard = after(draw, FSRS_HARD).difficulty;
    bool expected = fsrs_recall(draw->memory, draw->elapsed_days, draw->w) < 0.4;
    return after(draw, FSRS_EASY).difficulty <= after(draw, FSRS_GOOD).difficulty &&
           after(draw, FSRS_GOOD).difficulty <= hard &&
           (expected || hard <= after(draw, FSRS_AGAIN).difficulty);
}

static void test_difficulty_follows_the_rating(void **state)
{
    (void)state;
    for_all_draws(orders_difficulty);
}

/* A lapse leaves the fast trace at most 0.8 of the slow one, unless the floor holds it
 * up. */
static bool caps_fast_trace(const struct draw *draw)
{
    struct memory m = after(draw, FSRS_AGAIN);
    return m.fast_stability_days <= fmax(0.8 * m.stability_days, FSRS_MIN_STABILITY_DAYS);
}

static void test_lapse_caps_the_fast_trace(void **state)
{
    (void)state;
    for_all_draws(caps_fast_trace);
}

/* From one second, doubling, to the horizon. */
static bool recall_falls(const struct draw *draw)
{
    double before = fsrs_recall(draw->memory, 0, draw->w);
    if (fabs(before - 0.99999) > 1e-15)
        return false;
    for (double t = 1.0 / SECONDS_PER_DAY; t <= FSRS_MAX_DAYS; t *= 2) {
        double recall = fsrs_recall(draw->memory, t, draw->w);
        if (!(recall < before && recall > 1e-5))
            return false;
        before = recall;
    }
    return true;
}

static void test_recall_falls(void **state)
{
    (void)state;
    for_all_draws(recall_falls);
}

/* Central difference in ln t, whose error is far below the tolerance. */
static bool slope_is_derivative(const struct draw *draw)
{
    struct fsrs_curve curve = fsrs_curve_of(draw->memory, draw->w);
    double t = fmax(draw->elapsed_days, 1e-3), h = 1e-4;
    double rise =
        fsrs_curve_recall(&curve, t * (1 + h)) - fsrs_curve_recall(&curve, t * (1 - h));
    double slope = fsrs_curve_slope(&curve, t);
    return slope < 0 &&
           fabs(rise / (2 * h) - slope * t) <= 1e-8 * fabs(slope * t) + 1e-11;
}

static void test_slope(void **state)
{
    (void)state;
    for_all_draws(slope_is_derivative);
}

/* An instant review is legal and, time being at least zero, so is one that a clock set
 * back. */
static bool time_is_never_negative(const struct draw *draw)
{
    struct memory now = fsrs_next(draw->memory, 0, FSRS_GOOD, draw->w);
    struct memory past = fsrs_next(draw->memory, -1, FSRS_GOOD, draw->w);
    return now.stability_days == past.stability_days &&
           now.fast_stability_days == draw->memory.fast_stability_days &&
           now.difficulty == past.difficulty &&
           fsrs_recall(draw->memory, -1, draw->w) ==
               fsrs_recall(draw->memory, 0, draw->w);
}

static void test_time_is_never_negative(void **state)
{
    (void)state;
    for_all_draws(time_is_never_negative);
}

/* The interval's recall is the retention asked for, or the interval is an end of its
 * range. */
static bool interval_inverts_recall(const struct draw *draw)
{
    static const double retentions[] = { 0.0005, 0.3, 0.7, 0.9, 0.97, 0.9995 };
    double before = FSRS_MAX_DAYS;
    for (size_t i = 0; i < sizeof retentions / sizeof *retentions; i++) {
        double q = retentions[i];
        double days = fsrs_interval(draw->memory, q, draw->w);
        double recall = fsrs_recall(draw->memory, days, draw->w);
        bool exact = fabs(recall - q) <= 4e-15;
        bool never = days == FSRS_MAX_DAYS && recall >= q;
        bool at_once = days == 0 && fsrs_recall(draw->memory, 1e-12, draw->w) <= q;
        if (!(exact || never || at_once) || days > before || days < 0)
            return false;
        before = days;
    }
    return true;
}

static void test_interval_inverts_recall(void **state)
{
    (void)state;
    for_all_draws(interval_inverts_recall);
}

/* ---- four ratings at once, by every kernel that can ---- */

/* A microday after a review, the kernels' 1 - R has but ten digits left. */
static bool is_near(double a, double b)
{
    return fabs(a - b) <= 1e-10 * fabs(b);
}

static bool same_memory(struct memory a, struct memory b)
{
    return is_near(a.stability_days, b.stability_days) &&
           is_near(a.fast_stability_days, b.fast_stability_days) &&
           is_near(a.difficulty, b.difficulty);
}

static bool rates_as_model(const struct fsrs_kernel *kernel, const struct draw *draw)
{
    struct memory before = draw->elapsed_days > 0 ? draw->memory : (struct memory){ 0 };
    struct memory rated[4];
    kernel->rate(before, draw->elapsed_days, draw->w, rated);
    for (int i = 0; i < 4; i++)
        if (!same_memory(rated[i], fsrs_next(before, draw->elapsed_days,
                                       (enum fsrs_rating)(i + 1), draw->w)))
            return false;
    return true;
}

static size_t searches, lost;

/* Where it is asked, and does not get lost, recall is there what was wanted. */
static bool finds_recall(const struct fsrs_kernel *kernel, const struct draw *draw)
{
    const struct memory easy = after(draw, FSRS_EASY);
    const struct memory memories[4] = { draw->memory, easy, draw->memory, easy };
    double days[4];
    kernel->search(memories, 1 | 2, fsrs_mixed_of(0.9), draw->w, days);
    for (int i = 0; i < 2; i++) {
        searches++;
        lost += isnan(days[i]) ? 1 : 0;
        if (!isnan(days[i]) &&
            fabs(fsrs_recall(memories[i], days[i], draw->w) - 0.9) > 4e-15)
            return false;
    }
    return true;
}

static bool kernels_agree_with_model(const struct draw *draw)
{
    const struct fsrs_kernel *kernels[FSRS_KERNELS];
    size_t count = fsrs_kernels(kernels);
    for (size_t i = 0; i < count; i++)
        if (kernels[i]->rate != NULL &&
            (!rates_as_model(kernels[i], draw) || !finds_recall(kernels[i], draw)))
            return false;
    return fsrs_rating_kernel()->rate != NULL;
}

static void test_kernels_rate_and_search(void **state)
{
    (void)state;
    searches = lost = 0;
    for_all_draws(kernels_agree_with_model);
    print_message("%zu of %zu searches got lost\n", lost, searches);
    assert_true(lost < searches / 10);
}

static void test_recall_inverts_interval(void **state)
{
    (void)state;
    uint64_t seed = 541;
    for (int i = 0; i < 10000; i++) {
        struct draw draw = random_draw(&seed);
        double days = random_scale(&seed, 60.0 / SECONDS_PER_DAY, 30000);
        double q = fsrs_recall(draw.memory, days, defaults);
        if (q < 0.9999)
            assert_near(fsrs_interval(draw.memory, q, defaults), days, 1e-9);
    }
}

static void test_clip_is_idempotent(void **state)
{
    (void)state;
    uint64_t seed = 542;
    for (int i = 0; i < DRAWS; i++) {
        double w[FSRS_PARAMS], again[FSRS_PARAMS];
        for (size_t j = 0; j < FSRS_PARAMS; j++)
            w[j] = random_between(&seed, -2, 1.2 * fsrs_weight_table[j].max);
        fsrs_weights_clip(w);
        memcpy(again, w, sizeof w);
        fsrs_weights_clip(again);
        assert_memory_equal(w, again, sizeof w);
        for (size_t j = 0; j < FSRS_PARAMS; j++)
            assert_true(
                w[j] >= fsrs_weight_table[j].min && w[j] <= fsrs_weight_table[j].max);
    }
}

/* ---- documentation ---- */

/* The whole file as a string; the caller frees it. */
static char *read_text(const char *path)
{
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    size_t room = 1 << 20;
    char *text = malloc(room);
    assert_non_null(text);
    size_t len = fread(text, 1, room, file);
    assert_true(len < room);
    text[len] = '\0';
    fclose(file);
    return text;
}

/* Every weight has its row, to the letter, in the table of docs/FSRS.md. */
static void test_docs_table(void **state)
{
    (void)state;
    char *docs = read_text(TEST_PATH("docs/FSRS.md"));
    for (size_t i = 0; i < FSRS_PARAMS; i++) {
        const struct fsrs_weight *w = &fsrs_weight_table[i];
        char row[200];
        snprintf(row, sizeof row, "\n| %zu | %s | %g | %g | %g | %g |\n", i, w->role,
            w->start, w->min, w->max, w->sigma);
        if (!strstr(docs, row))
            fail_msg("docs/FSRS.md lacks the row%s", row);
    }
    free(docs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rating_words),
        cmocka_unit_test(test_rating_rejects),
        cmocka_unit_test(test_weights_names),
        cmocka_unit_test(test_weights_valid),
        cmocka_unit_test(test_weights_clip_defaults),
        cmocka_unit_test(test_weights_clip_cases),
        cmocka_unit_test(test_clip_is_idempotent),
        cmocka_unit_test(test_golden),
        cmocka_unit_test(test_whole_vectors),
        cmocka_unit_test(test_first_review),
        cmocka_unit_test(test_published_history),
        cmocka_unit_test(test_first_intervals),
        cmocka_unit_test(test_intervals_of_good_answers),
        cmocka_unit_test(test_interval_ends),
        cmocka_unit_test(test_bounds_hold),
        cmocka_unit_test(test_stabilities_follow_the_rating),
        cmocka_unit_test(test_difficulty_follows_the_rating),
        cmocka_unit_test(test_lapse_caps_the_fast_trace),
        cmocka_unit_test(test_recall_falls),
        cmocka_unit_test(test_slope),
        cmocka_unit_test(test_time_is_never_negative),
        cmocka_unit_test(test_interval_inverts_recall),
        cmocka_unit_test(test_kernels_rate_and_search),
        cmocka_unit_test(test_recall_inverts_interval),
        cmocka_unit_test(test_docs_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
