/*
 * Selectors: which cards of a few decks each of them means, and what is said about those that
 * mean none.
 */
#include "learner.h"
#include "test.h"

#include "base/day.h"
#include "session/record.h"
#include "session/select.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char persia[] =
    "{'format': 1, 'id': 'persia-540', 'title': 'Persia', 'defaults': {'tags': ['war']},"
    " 'cards': ["
    "  {'id': 'gold', 'question': 'How much gold?', 'answer': '1,000 pounds',"
    "   'note': 'He besieged the Cíty.', 'tags': ['money']},"
    "  {'id': 'envoy', 'question': 'Who went to Antioch?', 'answer': 'Paul',"
    "   'accept': ['Abandanes'], 'reverse': true},"
    "  {'id': 'gap', 'cloze': 'The {{c1::Orontes}} flows by {{c2::Antioch}}.'},"
    "  {'id': 'parked', 'question': 'Which?', 'answer': 'none', 'disabled': true}]}";

static const char rome[] =
    "{'format': 1, 'id': 'rome', 'title': 'Rome', 'cards': ["
    "  {'id': 'gold', 'question': 'Who took Rome?', 'answer': 'Totila', 'tags': ['War']},"
    "  {'id': 'bread', 'question': 'What was sold?', 'answer': 'bread',"
    "   'tags': ['money']}]}";

struct place {
    struct learner learner;
    int64_t now_ms;
};

/* Answers the card, without a session. */
static void answer(
    struct learner *learner, const char *name, enum fsrs_rating rating, int64_t at_ms)
{
    struct err err = { 0 };
    struct event_key event;
    struct plan plans[4];
    size_t card = learner_card(learner, name);
    collection_plan(&learner->collection, card, at_ms, plans);
    struct review review = { .rating = rating, .plan = plans[rating - 1] };
    if (record_review(&learner->collection, card, at_ms, &review, &event, &err) !=
        RECORD_SAVED)
        fail_msg("%s", err.message);
}

/*
 * At noon of 2026-11-20: persia-540/gold waits for a step that is due, rome/gold for one that
 * is not; rome/bread is due in review and a leech; persia-540/gap#c1 is in review, not due.
 */
static int begin(void **state)
{
    static struct place place;
    struct learner *learner = &place.learner;
    int64_t noon = learner_time("2026-11-20T12:00:00Z"),
            at_ms = noon - 100 * (int64_t)DAY_MS;
    learner_begin(learner);
    learner_write(learner, "decks/persia.json", persia);
    learner_write(learner, "decks/rome.json", rome);
    learner->settings.leech_lapses = 2;
    learner_open(learner);
    for (int i = 0; i < 3; i++) {
        answer(learner, "rome/bread", FSRS_EASY, at_ms + i * (int64_t)DAY_MS);
        answer(learner, "rome/bread", FSRS_AGAIN, at_ms + i * (int64_t)DAY_MS + HOUR_MS);
    }
    answer(learner, "rome/bread", FSRS_EASY, at_ms + 3 * (int64_t)DAY_MS);
    answer(learner, "persia-540/gap#c1", FSRS_EASY, noon - HOUR_MS);
    answer(learner, "persia-540/gold", FSRS_AGAIN, noon - HOUR_MS);
    answer(learner, "rome/gold", FSRS_GOOD, noon - MINUTE_MS);
    place.now_ms = noon;
    *state = &place;
    return 0;
}

static int end(void **state)
{
    struct place *place = *state;
    learner_close(&place->learner);
    learner_end(&place->learner);
    return 0;
}

enum { MOST_TERMS = 4 };

static bool select_terms(struct place *place, const char *const *terms, bool *selected,
    bool *orphans, struct err *err)
{
    size_t count = 0;
    while (count < MOST_TERMS && terms[count] != NULL)
        count++;
    return select_cards(
        &place->learner.collection, terms, count, place->now_ms, selected, orphans, err);
}

/* The selected cards' names, shortened: P for persia-540, R for rome. */
static void show_selected(
    const struct place *place, const bool *selected, struct buf *out)
{
    const struct library *library = &place->learner.library;
    for (size_t i = 0; i < library->card_count; i++) {
        const char *name = library->cards[i]->name;
        if (selected[i])
            buf_addf(out, "%s%s%s", out->len > 0 ? " " : "", name[0] == 'p' ? "P" : "R",
                strchr(name, '/'));
    }
}

#define PERSIA "P/gold P/envoy P/envoy#reverse P/gap#c1 P/gap#c2"
#define ROME   "R/gold R/bread"

static void test_selected(void **state)
{
    static const struct {
        const char *terms[MOST_TERMS];
        const char *want;
    } cases[] = {
        { { NULL }, PERSIA " " ROME },
        { { "rome" }, ROME },
        { { "rome", "rome" }, ROME },
        { { "persia-540", "rome" }, PERSIA " " ROME },
        { { "persia-540/gold" }, "P/gold" },
        { { "persia-540/envoy" }, "P/envoy P/envoy#reverse" },
        { { "persia-540/envoy#reverse" }, "P/envoy#reverse" },
        { { "persia-540/gap" }, "P/gap#c1 P/gap#c2" },
        { { "persia-540/gap#c2", "rome" }, "P/gap#c2 " ROME },
        { { "tag:money" }, "P/gold R/bread" },
        { { "tag:war" }, PERSIA },
        { { "tag:War" }, "R/gold" },
        { { "tag:peace" }, "" },
        { { "tag:war", "tag:money" }, "P/gold" },
        { { "rome", "tag:money" }, "R/bread" },
        { { "rome", "persia-540/gold", "tag:money" }, "P/gold R/bread" },
        { { "is:new" }, "P/envoy P/envoy#reverse P/gap#c2" },
        { { "is:learning" }, "P/gold R/gold" },
        { { "is:due" }, "P/gold R/bread" },
        { { "is:review" }, "P/gap#c1 R/bread" },
        { { "is:review", "not:is:due" }, "P/gap#c1" },
        { { "is:leech" }, "R/bread" },
        { { "is:suspended" }, "" },
        { { "is:flagged" }, "" },
        { { "is:orphan" }, "" },
        { { "seen:2026-11-20" }, "P/gold P/gap#c1 R/gold" },
        { { "seen:2026-11-21" }, "" },
        { { "seen:2026-01-01" }, "P/gold P/gap#c1 R/gold R/bread" },
        { { "seen:30m" }, "R/gold" },
        { { "seen:98d" }, "P/gold P/gap#c1 " ROME },
        { { "not:seen:2026-11-20", "rome" }, "R/bread" },
        { { "text:antioch" }, "P/envoy P/envoy#reverse P/gap#c1 P/gap#c2" },
        { { "text:ANTIOCH", "is:review" }, "P/gap#c1" },
        { { "text:abandanes" }, "P/envoy" },
        { { "text:city" }, "P/gold" },
        { { "text:C\xc3\x8dTY" }, "P/gold" },
        { { "text:totila", "text:took" }, "R/gold" },
        { { "text:totila", "text:bread" }, "" },
        { { "text:" }, PERSIA " " ROME },
        { { "not:rome" }, PERSIA },
        { { "not:persia-540/envoy", "persia-540" }, "P/gold P/gap#c1 P/gap#c2" },
        { { "not:tag:money", "rome" }, "R/gold" },
        { { "not:not:rome" }, ROME },
        { { "not:text:gold", "not:is:new" }, "P/gap#c1 " ROME },
        { { "not:is:orphan", "rome" }, ROME },
    };
    struct place *place = *state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        bool selected[16] = { 0 }, orphans;
        struct err err = { 0 };
        struct buf got = { 0 };
        print_message("  %s %s %s\n", cases[i].terms[0] ? cases[i].terms[0] : "",
            cases[i].terms[0] && cases[i].terms[1] ? cases[i].terms[1] : "",
            cases[i].want);
        if (!select_terms(place, cases[i].terms, selected, &orphans, &err))
            fail_msg("%s", err.message);
        show_selected(place, selected, &got);
        assert_string_equal(buf_text(&got), cases[i].want);
        buf_release(&got);
    }
}

static void test_orphans_asked_for(void **state)
{
    static const struct {
        const char *terms[MOST_TERMS];
        bool want;
    } cases[] = {
        { { "is:orphan" }, true },
        { { "is:orphan", "rome" }, true },
        { { "not:is:orphan" }, false },
        { { "not:not:is:orphan" }, true },
        { { "rome" }, false },
        { { NULL }, false },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        bool selected[16], orphans;
        struct err err = { 0 };
        assert_true(select_terms(*state, cases[i].terms, selected, &orphans, &err));
        assert_int_equal(orphans, cases[i].want);
    }
}

/* A deck may be named by its file: as it was found, absolute, or by way of a link. */
static void test_paths(void **state)
{
    static const char *const names[] = { "decks/rome.json", "decks/../decks/rome.json",
        "link.json" };
    struct place *place = *state;
    char path[LEARNER_PATH], link[LEARNER_PATH];
    learner_path(&place->learner, "decks/rome.json", path);
    learner_path(&place->learner, "link.json", link);
    assert_int_equal(symlink(path, link), 0);
    for (size_t i = 0; i < COUNT(names); i++) {
        bool selected[16] = { 0 }, orphans;
        struct err err = { 0 };
        struct buf got = { 0 };
        learner_path(&place->learner, names[i], path);
        if (!select_terms(
                place, (const char *const[]){ path, NULL }, selected, &orphans, &err))
            fail_msg("%s", err.message);
        show_selected(place, selected, &got);
        assert_string_equal(buf_text(&got), ROME);
        buf_release(&got);
    }
}

static void test_complaints(void **state)
{
    static const struct {
        const char *term, *complaint;
    } cases[] = {
        { "seen:yesterday",
            "seen: takes a day as 2026-12-13, or a span back from now as 7d, not "
            "'yesterday'" },
        { "seen:2026-02-30",
            "seen: takes a day as 2026-12-13, or a span back from now as 7d, not "
            "'2026-02-30'" },
        { "rom", "no deck or card 'rom'; did you mean 'rome'?" },
        { "persia-54", "no deck or card 'persia-54'; did you mean 'persia-540'?" },
        { "Rome", "no deck or card 'Rome'; did you mean 'rome'?" },
        { "gaul", "no deck or card 'gaul'; `quaestor decks` shows what there is" },
        { "", "no deck or card ''; `quaestor decks` shows what there is" },
        { "not:rmoe", "no deck or card 'rmoe'; did you mean 'rome'?" },
        { "rome/gould", "no card 'rome/gould'; did you mean 'rome/gold'?" },
        { "persia-540/envoy#revers", "no card 'persia-540/envoy#revers'; did you mean "
                                     "'persia-540/envoy#reverse'?" },
        { "persia-540/gap#c3",
            "no card 'persia-540/gap#c3'; did you mean 'persia-540/gap#c1'?" },
        { "rome/silver-and-iron",
            "no card 'rome/silver-and-iron'; `quaestor list` shows what there is" },
        { "persia-540/parked",
            "no card 'persia-540/parked'; `quaestor list` shows what there is" },
        { "roma/gold", "no card 'roma/gold'; did you mean 'rome/gold'?" },
        { "rome/", "no card 'rome/'; `quaestor list` shows what there is" },
        { "is:dew", "no state 'is:dew'; did you mean 'is:new'?" },
        { "is:learnig", "no state 'is:learnig'; did you mean 'is:learning'?" },
        { "is:late",
            "no state 'is:late'; there are new, learning, due, review, suspended, "
            "leech, flagged, orphan" },
        { "is:",
            "no state 'is:'; there are new, learning, due, review, suspended, leech, "
            "flagged, orphan" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        bool selected[16], orphans;
        struct err err = { 0 };
        const char *const terms[] = { "tag:war", cases[i].term, NULL };
        print_message("  %s\n", cases[i].term);
        assert_false(select_terms(*state, terms, selected, &orphans, &err));
        assert_string_equal(err.message, cases[i].complaint);
        assert_int_equal(err.kind, ERR_USAGE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_selected),
        cmocka_unit_test(test_orphans_asked_for),
        cmocka_unit_test(test_paths),
        cmocka_unit_test(test_complaints),
    };
    setenv("TZ", "UTC", 1);
    zone_read();
    return cmocka_run_group_tests(tests, begin, end);
}
