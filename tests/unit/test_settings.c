/*
 * The settings file: what each text of it gives or which complaint, and what setting one
 * value leaves of the rest.
 *
 * JSON is written with ' in place of ".
 */
#include "learner.h"
#include "test.h"

#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool parse(
    const char *text, struct settings *settings, bool *given, struct err *err)
{
    char *json = learner_json(text);
    struct source source = { .name = "config.json", .text = json, .len = strlen(json) };
    settings_init(settings);
    bool ok = settings_parse(settings, source, given, err);
    free(json);
    return ok;
}

/* ---- reading ---- */

/* All settings, one a line, as `config` shows them. */
static void show_all(const struct settings *settings, struct buf *out)
{
    for (size_t i = 0; i < setting_count; i++) {
        buf_addf(out, "%s ", setting_table[i].name);
        setting_render(&setting_table[i], settings, out);
        buf_add_char(out, '\n');
    }
}

static void test_defaults(void **state)
{
    (void)state;
    struct settings settings;
    struct buf shown = { 0 };
    settings_init(&settings);
    show_all(&settings, &shown);
    assert_string_equal(shown.text, "decks []\n"
                                    "retention 0.9\n"
                                    "new-per-day 20\n"
                                    "reviews-per-day 200\n"
                                    "backlog-per-day 0\n"
                                    "new-order \"last\"\n"
                                    "new-pick \"deck\"\n"
                                    "learning-steps \"1m 10m\"\n"
                                    "relearning-steps \"10m\"\n"
                                    "longest-interval 36500\n"
                                    "day-start 4\n"
                                    "leech-lapses 8\n"
                                    "leech-action \"tell\"\n"
                                    "keep-typed true\n"
                                    "refit true\n"
                                    "backups true\n"
                                    "auto-advance false\n"
                                    "pass-fail false\n"
                                    "retype false\n"
                                    "second-try false\n"
                                    "previews true\n"
                                    "timer false\n"
                                    "scroll false\n"
                                    "keys {}\n");
    buf_release(&shown);
    settings_release(&settings);
}

static void test_values(void **state)
{
    (void)state;
    static const struct {
        const char *text, *name, *shown;
    } cases[] = {
        { "{}", "retention", "0.9" },
        { "{'retention': 0.7}", "retention", "0.7" },
        { "{'retention': 0.99}", "retention", "0.99" },
        { "{'new-per-day': 0}", "new-per-day", "0" },
        { "{'new-per-day': 2e1}", "new-per-day", "20" },
        { "{'reviews-per-day': 99999}", "reviews-per-day", "99999" },
        { "{'learning-steps': ''}", "learning-steps", "''" },
        { "{'learning-steps': '  '}", "learning-steps", "''" },
        { "{'learning-steps': '30s'}", "learning-steps", "'30s'" },
        { "{'learning-steps': ' 60s  600s '}", "learning-steps", "'1m 10m'" },
        { "{'learning-steps': '90s 60m 24h'}", "learning-steps", "'90s 1h 1d'" },
        { "{'learning-steps': '1m 2m 3m 4m 5m 6m 7m 8m'}", "learning-steps",
            "'1m 2m 3m 4m 5m 6m 7m 8m'" },
        { "{'new-order': 'mixed'}", "new-order", "'mixed'" },
        { "{'leech-action': 'suspend'}", "leech-action", "'suspend'" },
        { "{'relearning-steps': '9999d'}", "relearning-steps", "'9999d'" },
        { "{'longest-interval': 1}", "longest-interval", "1" },
        { "{'day-start': 0}", "day-start", "0" },
        { "{'day-start': 23}", "day-start", "23" },
        { "{'leech-lapses': 0}", "leech-lapses", "0" },
        { "{'keep-typed': false}", "keep-typed", "false" },
        { "{'decks': []}", "decks", "[]" },
        { "{'decks': ['/a', 'b c']}", "decks", "['/a','b c']" },
        { "{'//': 'a note', 'day-start': 5}", "day-start", "5" },
        { "{'//': ['any', {'thing': 1}]}", "day-start", "4" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct settings settings;
        struct err err = { 0 };
        struct buf shown = { 0 };
        char *want = learner_json(cases[i].shown);
        print_message("  %s\n", cases[i].text);
        if (!parse(cases[i].text, &settings, NULL, &err))
            fail_msg("%s", err.message);
        setting_render(setting_find(cases[i].name, &err), &settings, &shown);
        assert_string_equal(shown.text, want);
        buf_release(&shown);
        settings_release(&settings);
        free(want);
    }
}

#define STEPS_TAKE "must be up to 8 growing delays in a text, as '1m 10m' (s, m, h, d)"

static void test_complaints(void **state)
{
    (void)state;
    static const struct {
        const char *text, *complaint; // "line:column: message"
    } cases[] = {
        { "", "1:1: expected a value, found the end of the file" },
        { "[]", "1:1: the settings are an object, as { 'new-per-day': 20 }" },
        { "20", "1:1: the settings are an object, as { 'new-per-day': 20 }" },
        { "{'retention': 0.69}", "1:15: 'retention' must be a number from 0.7 to 0.99" },
        { "{'retention': 1}", "1:15: 'retention' must be a number from 0.7 to 0.99" },
        { "{'retention': '0.9'}", "1:15: 'retention' must be a number from 0.7 to 0.99" },
        { "{'new-per-day': -1}",
            "1:17: 'new-per-day' must be a whole number from 0 to 9999" },
        { "{'new-per-day': 10000}",
            "1:17: 'new-per-day' must be a whole number from 0 to 9999" },
        { "{'new-per-day': 2.5}",
            "1:17: 'new-per-day' must be a whole number from 0 to 9999" },
        { "{'keys': {'undo': 'uu'}}",
            "1:19: the key of 'undo' must be a single character in a text, as 'z'" },
        { "{'keys': {'undo': 's'}}",
            "1:19: 'undo' and 'skip' cannot both have the key 's'; give one of them "
            "another" },
        { "{'keys': {'jump': 's'}}", "1:11: no action 'jump'; quaestor(1) lists them" },
        { "{'keys': {'skp': 'k'}}", "1:11: no action 'skp'; did you mean 'skip'?" },
        { "{'keys': []}",
            "1:10: 'keys' must be an object of actions and keys, as { 'undo': 'z' }" },
        { "{'new-per-day': null}",
            "1:17: 'new-per-day' must be a whole number from 0 to 9999" },
        { "{'reviews-per-day': 1e6}",
            "1:21: 'reviews-per-day' must be a whole number from 0 to 99999" },
        { "{'longest-interval': 0}",
            "1:22: 'longest-interval' must be a whole number from 1 to 36500" },
        { "{'day-start': 24}", "1:15: 'day-start' must be a whole number from 0 to 23" },
        { "{'leech-lapses': 100}",
            "1:18: 'leech-lapses' must be a whole number from 0 to 99" },
        { "{'keep-typed': 'yes'}", "1:16: 'keep-typed' must be true or false" },
        { "{'keep-typed': 1}", "1:16: 'keep-typed' must be true or false" },
        { "{'decks': '/a'}",
            "1:11: 'decks' must be an array of paths, as ['/home/me/decks']" },
        { "{'decks': [1]}",
            "1:11: 'decks' must be an array of paths, as ['/home/me/decks']" },
        { "{'learning-steps': 10}", "1:20: 'learning-steps' " STEPS_TAKE },
        { "{'learning-steps': '10'}", "1:20: 'learning-steps' " STEPS_TAKE },
        { "{'learning-steps': '0m'}", "1:20: 'learning-steps' " STEPS_TAKE },
        { "{'learning-steps': '-1m'}", "1:20: 'learning-steps' " STEPS_TAKE },
        { "{'learning-steps': '1.5m'}", "1:20: 'learning-steps' " STEPS_TAKE },
        { "{'learning-steps': '1m,10m'}", "1:20: 'learning-steps' " STEPS_TAKE },
        { "{'learning-steps': '1m10m'}", "1:20: 'learning-steps' " STEPS_TAKE },
        { "{'learning-steps': '10w'}", "1:20: 'learning-steps' " STEPS_TAKE },
        { "{'learning-steps': '10000d'}", "1:20: 'learning-steps' " STEPS_TAKE },
        { "{'learning-steps': '99999999999999999999m'}",
            "1:20: 'learning-steps' " STEPS_TAKE },
        { "{'learning-steps': '10m 1m'}", "1:20: 'learning-steps' " STEPS_TAKE },
        { "{'relearning-steps': '1h 60m'}", "1:22: 'relearning-steps' " STEPS_TAKE },
        { "{'learning-steps': '1m 2m 3m 4m 5m 6m 7m 8m 9m'}",
            "1:20: 'learning-steps' " STEPS_TAKE },
        { "{\n  'day-start': 4,\n  'newperday': 5 }",
            "3:3: no setting 'newperday'; did you mean 'new-per-day'?" },
        { "{'Retention': 0.9}",
            "1:2: no setting 'Retention'; did you mean 'retention'?" },
        { "{'colour': 1}", "1:2: no setting 'colour'" },
        { "{'day-start': 5, 'day-start': 6}", "1:18: 'day-start' stands here twice" },
        { "{'by-deck': {}, 'by-deck': {}}", "1:17: 'by-deck' stands here twice" },
        { "{'by-deck': {'a': {}, 'a': {}}}", "1:23: 'a' stands here twice" },
        { "{'by-deck': {'a': {'retention': 0.8, 'retention': 0.9}}}",
            "1:38: 'retention' stands here twice" },
        { "{'by-deck': []}",
            "1:13: 'by-deck' is an object: a deck's id, and its settings" },
        { "{'by-deck': {'a': 5}}",
            "1:19: the settings of a deck are an object, as { 'new-per-day': 5 }" },
        { "{'by-deck': {'a': {'day-start': 5}}}",
            "1:20: a deck may have its own 'retention', 'new-per-day' and "
            "'reviews-per-day', not 'day-start'" },
        { "{'by-deck': {'a': {'retention': 2}}}",
            "1:33: 'retention' must be a number from 0.7 to 0.99" },
        { "{'by-deck': {'a': {}, 'b': {'new-per-day': -1}}}",
            "1:44: 'new-per-day' must be a whole number from 0 to 9999" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct settings settings;
        struct err err = { 0 };
        char got[600];
        print_message("  %s\n", cases[i].text);
        assert_false(parse(cases[i].text, &settings, NULL, &err));
        snprintf(got, sizeof got, "%d:%d: %s", err.line, err.column, err.message);
        for (char *c = strchr(got, '"'); c != NULL; c = strchr(c, '"'))
            *c = '\'';
        assert_string_equal(got, cases[i].complaint);
        assert_int_equal(err.kind, ERR_INPUT);
        assert_string_equal(err.file, "config.json");
        settings_release(&settings);
    }
}

static void test_given(void **state)
{
    (void)state;
    struct settings settings;
    struct err err = { 0 };
    bool given[64] = { 0 };
    assert_in_range(setting_count, 1, COUNT(given));
    assert_true(parse("{'day-start': 4, 'by-deck': {'a': {'retention': 0.8}}}", &settings,
        given, &err));
    for (size_t i = 0; i < setting_count; i++)
        assert_int_equal(given[i], strcmp(setting_table[i].name, "day-start") == 0);
    settings_release(&settings);
}

static void test_find(void **state)
{
    (void)state;
    static const struct {
        const char *name, *complaint;
    } cases[] = {
        { "retnetion", "no setting 'retnetion'; did you mean 'retention'?" },
        { "learning-step", "no setting 'learning-step'; did you mean 'learning-steps'?" },
        { "colour", "no setting 'colour'; `quaestor config` lists them" },
        { "", "no setting ''; `quaestor config` lists them" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct err err = { 0 };
        assert_null(setting_find(cases[i].name, &err));
        assert_string_equal(err.message, cases[i].complaint);
        assert_int_equal(err.kind, ERR_USAGE);
    }
    for (size_t i = 0; i < setting_count; i++)
        assert_ptr_equal(setting_find(setting_table[i].name, NULL), &setting_table[i]);
}

/* ---- by deck ---- */

static void test_by_deck(void **state)
{
    (void)state;
    static const struct {
        const char *deck;
        struct deck_settings want;
    } cases[] = {
        { "all", { 0.8, 5, 50 } },
        { "some", { 0.95, 0, -1 } },
        { "none", { 0.95, -1, -1 } },
        { "unknown", { 0.95, -1, -1 } },
    };
    struct settings settings;
    struct err err = { 0 };
    assert_true(
        parse("{'by-deck': {"
              "'all': {'retention': 0.8, 'new-per-day': 5, 'reviews-per-day': 50},"
              "'some': {'new-per-day': 0}, 'none': {}},"
              "'retention': 0.95, 'new-per-day': 7}",
            &settings, NULL, &err));
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct deck_settings got = settings_for_deck(&settings, cases[i].deck);
        print_message("  %s\n", cases[i].deck);
        assert_near(got.retention, cases[i].want.retention, 0);
        assert_int_equal(got.new_per_day, cases[i].want.new_per_day);
        assert_int_equal(got.reviews_per_day, cases[i].want.reviews_per_day);
    }
    assert_int_equal(settings.new_per_day, 7);
    settings_release(&settings);
}

static void test_schedule_of_settings(void **state)
{
    (void)state;
    struct settings settings;
    struct err err = { 0 };
    assert_true(parse("{'learning-steps': '2m 1h 2d', 'relearning-steps': '',"
                      "'longest-interval': 90, 'day-start': 3,"
                      "'by-deck': {'hard': {'retention': 0.95}}}",
        &settings, NULL, &err));
    struct deck_settings deck = settings_for_deck(&settings, "hard");
    struct schedule schedule = settings_schedule(&settings, &deck, fsrs_default_weights);
    assert_near(schedule.retention, 0.95, 0);
    assert_int_equal(schedule.learning_count, 3);
    assert_int_equal(schedule.learning_ms[0], 2 * MINUTE_MS);
    assert_int_equal(schedule.learning_ms[1], HOUR_MS);
    assert_int_equal(schedule.learning_ms[2], 2 * DAY_MS);
    assert_int_equal(schedule.relearning_count, 0);
    assert_int_equal(schedule.longest_days, 90);
    assert_int_equal(schedule.rollover_hour, 3);
    assert_ptr_equal(schedule.weights, fsrs_default_weights);
    settings_release(&settings);
}

/* ---- writing ---- */

static void assert_file(const char *path, const char *want)
{
    struct err err = { 0 };
    struct buf text = { 0 };
    char *json = learner_json(want);
    if (!file_read(path, 4096, &text, &err))
        fail_msg("%s", err.message);
    assert_string_equal(buf_text(&text), json);
    buf_release(&text);
    free(json);
}

static bool set(const char *path, const char *name, const char *text, struct err *err)
{
    const struct setting *setting = setting_find(name, err);
    assert_non_null(setting);
    return settings_set(path, NULL, setting, text, err);
}

static void set_ok(const char *path, const char *name, const char *text)
{
    struct err err = { 0 };
    if (!set(path, name, text, &err))
        fail_msg("%s", err.message);
}

static void test_set_keeps_the_rest(void **state)
{
    (void)state;
    struct learner learner;
    char path[LEARNER_PATH];
    learner_begin(&learner);
    learner_path(&learner, "config.json", path);
    learner_write(&learner, "config.json",
        "{ '//': 'mine',\n\n 'day-start': 5, 'by-deck': {'a': {'new-per-day': 3}} }");
    set_ok(path, "retention", "0.85");
    assert_file(path,
        "{\n\t'//':\t'mine',\n\t'day-start':\t5,\n\t'by-deck':\t{\n\t\t'a':\t{\n"
        "\t\t\t'new-per-day':\t3\n\t\t}\n\t},\n\t'retention':\t0.85\n}\n");
    set_ok(path, "day-start", "6");
    assert_file(path,
        "{\n\t'//':\t'mine',\n\t'day-start':\t6,\n\t'by-deck':\t{\n\t\t'a':\t{\n"
        "\t\t\t'new-per-day':\t3\n\t\t}\n\t},\n\t'retention':\t0.85\n}\n");
    learner_end(&learner);
}

/* What is typed, is in the file, is read, and is shown. */
static void test_set_and_get(void **state)
{
    (void)state;
    static const struct {
        const char *name, *typed, *shown;
    } cases[] = {
        { "retention", "0.85", "0.85" },
        { "new-per-day", "0", "0" },
        { "new-per-day", " 9999 ", "9999" },
        { "learning-steps", "", "''" },
        { "learning-steps", "1m 1h", "'1m 1h'" },
        { "keep-typed", "false", "false" },
        { "decks", "/some where/else", "['/some where/else']" },
        { "longest-interval", "365", "365" },
        { "keys", "{\"undo\": \"u\"}", "{}" }, // as it is anyway
        { "keys", "{\"quit\": \"\u00f6\"}", "{'quit':'\u00f6'}" },
        { "keys", "{\"undo\": \"s\", \"skip\": \"u\"}", "{'undo':'s','skip':'u'}" },
    };
    struct learner learner;
    char path[LEARNER_PATH];
    learner_begin(&learner);
    learner_path(&learner, "new/folder/config.json", path);
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct settings settings;
        struct err err = { 0 };
        struct buf shown = { 0 };
        char *want = learner_json(cases[i].shown);
        print_message("  %s %s\n", cases[i].name, cases[i].typed);
        set_ok(path, cases[i].name, cases[i].typed);
        settings_init(&settings);
        assert_true(settings_load(&settings, path, NULL, &err));
        setting_render(setting_find(cases[i].name, &err), &settings, &shown);
        assert_string_equal(shown.text, want);
        buf_release(&shown);
        settings_release(&settings);
        free(want);
    }
    learner_end(&learner);
}

static void test_set_complaints(void **state)
{
    (void)state;
    static const struct {
        const char *name, *typed, *complaint;
    } cases[] = {
        { "retention", "2",
            "'2' is no value for retention: it takes a number from 0.7 to 0.99" },
        { "new-per-day", "many",
            "'many' is no value for new-per-day: it takes a whole number from 0 to "
            "9999" },
        { "new-per-day", "",
            "'' is no value for new-per-day: it takes a whole number from 0 to 9999" },
        { "new-per-day", "20 cards",
            "'20 cards' is no value for new-per-day: it takes a whole number from 0 to "
            "9999" },
        { "keep-typed", "falsely",
            "'falsely' is no value for keep-typed: it takes true or false" },
        { "learning-steps", "10m 1m",
            "'10m 1m' is no value for learning-steps: it takes up to 8 growing delays in "
            "a "
            "text, as \"1m 10m\" (s, m, h, d)" },
    };
    struct learner learner;
    char path[LEARNER_PATH];
    learner_begin(&learner);
    learner_path(&learner, "config.json", path);
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct err err = { 0 };
        print_message("  %s %s\n", cases[i].name, cases[i].typed);
        assert_false(set(path, cases[i].name, cases[i].typed, &err));
        assert_string_equal(err.message, cases[i].complaint);
        assert_int_equal(err.kind, ERR_USAGE);
        assert_int_equal(file_kind(path), FILE_ABSENT);
    }
    learner_end(&learner);
}

/* A file that cannot be read is not written over. */
static void test_set_spares_a_broken_file(void **state)
{
    (void)state;
    static const char *const files[] = { "", "{ 'day-start': 5", "{ 'day-start': 55 }" };
    struct learner learner;
    char path[LEARNER_PATH];
    learner_begin(&learner);
    learner_path(&learner, "config.json", path);
    for (size_t i = 0; i < COUNT(files); i++) {
        struct err err = { 0 };
        learner_write(&learner, "config.json", files[i]);
        assert_false(set(path, "retention", "0.8", &err));
        assert_int_equal(err.kind, ERR_INPUT);
        assert_string_equal(err.file, path);
        assert_file(path, files[i]);
    }
    learner_end(&learner);
}

static void test_absent_file(void **state)
{
    (void)state;
    struct settings settings;
    struct err err = { 0 };
    settings_init(&settings);
    assert_true(settings_load(&settings, "/tmp/quaestor-test-absent", NULL, &err));
    assert_int_equal(settings.new_per_day, 20);
    assert_false(settings_load(&settings, "/tmp", NULL, &err));
    assert_string_equal(err.message, "'/tmp' is not a regular file");
    settings_release(&settings);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_complaints),
        cmocka_unit_test(test_given),
        cmocka_unit_test(test_find),
        cmocka_unit_test(test_by_deck),
        cmocka_unit_test(test_schedule_of_settings),
        cmocka_unit_test(test_set_keeps_the_rest),
        cmocka_unit_test(test_set_and_get),
        cmocka_unit_test(test_set_complaints),
        cmocka_unit_test(test_set_spares_a_broken_file),
        cmocka_unit_test(test_absent_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
