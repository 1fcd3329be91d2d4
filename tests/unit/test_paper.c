/*
 * The paper of a quiz: what is drawn, how it is marked, what is saved.
 */
#include "learner.h"
#include "session/paper.h"
#include "session/replay.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

/* Two decks; "note" is asked from two sides, and two cards cannot be marked. */
static const char large[] =
    "{'format': 1, 'id': 'large', 'cards': ["
    "{'id': 'a1', 'question': 'A1?', 'answer': 'one', 'tags': ['a']},"
    "{'id': 'a2', 'question': 'A2?', 'answer': 'two', 'tags': ['a']},"
    "{'id': 'a3', 'question': 'A3?', 'answer': 'three', 'tags': ['a']},"
    "{'id': 'a4', 'question': 'A4?', 'answer': 'four', 'tags': ['a']},"
    "{'id': 'b1', 'question': 'B1?', 'answer': ['x', 'y', 'z'], 'tags': ['b']},"
    "{'id': 'b2', 'question': 'B2?', 'answer': 'Dyrrachium, in Illyria', 'tags': ['b']},"
    "{'id': 'both', 'question': 'Both?', 'answer': 'six', 'tags': ['a', 'b'],"
    " 'hint': 'a half'},"
    "{'id': 'self', 'question': 'Self?', 'answer': 'seven', 'grading': 'self'},"
    "{'id': 'off', 'question': 'Off?', 'answer': 'eight', 'disabled': true}]}";

static const char small[] =
    "{'format': 1, 'id': 'small', 'cards': ["
    "{'id': 'note', 'question': 'The front', 'answer': 'the back', 'reverse': true},"
    "{'id': 'c1', 'question': 'C1?', 'answer': true},"
    "{'id': 'c2', 'question': 'C2?', 'answer': 'nine', 'wrong': ['ten', 'eleven']}]}";

enum { MARKED = 10 }; // notes that can be drawn

struct fixture {
    struct learner learner;
    struct paper paper;
    bool *selected;
};

static void draw(struct fixture *f, size_t count, uint64_t seed)
{
    struct paper_options options = {
        .selected = f->selected, .count = count, .seed = seed
    };
    paper_release(&f->paper);
    paper_draw(&f->paper, &f->learner.collection, &options);
}

static void begin(struct fixture *f)
{
    *f = (struct fixture){ 0 };
    learner_begin(&f->learner);
    learner_write(&f->learner, "decks/large.json", large);
    learner_write(&f->learner, "decks/small.json", small);
    learner_open(&f->learner);
    size_t count = f->learner.library.card_count;
    f->selected = mem_zeroed(count, sizeof *f->selected);
    memset(f->selected, true, count);
}

static void end(struct fixture *f)
{
    paper_release(&f->paper);
    free(f->selected);
    learner_close(&f->learner);
    learner_end(&f->learner);
}

/* ---- drawing ------------------------------------------------------------------------------ */

static bool is_on_paper(const struct fixture *f, const char *name)
{
    for (size_t i = 0; i < f->paper.count; i++)
        if (strncmp(paper_card(&f->paper, i)->name, name, strlen(name)) == 0)
            return true;
    return false;
}

static size_t with_tag(const struct fixture *f, const char *tag)
{
    size_t count = 0;
    for (size_t i = 0; i < f->paper.count; i++) {
        const struct note *note = paper_card(&f->paper, i)->note;
        for (size_t j = 0; j < note->tag_count; j++)
            count += strcmp(note->tags[j], tag) == 0;
    }
    return count;
}

static size_t of_deck(const struct fixture *f, const char *deck)
{
    size_t count = 0;
    for (size_t i = 0; i < f->paper.count; i++)
        count += strcmp(paper_card(&f->paper, i)->note->deck->id, deck) == 0;
    return count;
}

static void test_spread(void **state)
{
    static const struct {
        size_t count, drawn, large, least_b; // questions of `large`, of them with tag b
    } cases[] = {
        { 0, 0, 0, 0 },
        { 2, 2, 1, 0 },
        { 4, 4, 2, 1 },
        { 6, 6, 3, 1 },
        { 8, 8, 5, 2 }, // `small` has three
        { MARKED, MARKED, 7, 3 },
        { 99999, MARKED, 7, 3 },
    };
    struct fixture f;
    (void)state;
    begin(&f);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        for (uint64_t seed = 0; seed < 20; seed++) {
            print_message("%zu questions, seed %d\n", cases[i].count, (int)seed);
            draw(&f, cases[i].count, seed);
            assert_int_equal(f.paper.count, cases[i].drawn);
            assert_int_equal(of_deck(&f, "large"), cases[i].large);
            assert_true(with_tag(&f, "b") >= cases[i].least_b);
        }
    end(&f);
}

static void test_who_may_be_drawn(void **state)
{
    struct fixture f;
    (void)state;
    begin(&f);
    f.learner.collection.progress[learner_card(&f.learner, "large/a1")].suspended = true;
    f.selected[learner_card(&f.learner, "large/a2")] = false;
    for (uint64_t seed = 0; seed < 10; seed++) {
        draw(&f, 99, seed);
        assert_int_equal(f.paper.count, MARKED - 2);
        assert_false(is_on_paper(&f, "large/a1"));
        assert_false(is_on_paper(&f, "large/a2"));
        assert_false(is_on_paper(&f, "large/self"));
        assert_false(is_on_paper(&f, "large/off"));
        assert_true(is_on_paper(&f, "small/note")); // one side of it
        assert_int_equal(of_deck(&f, "small"), 3);
    }
    end(&f);
}

static uint64_t order_of(const struct fixture *f)
{
    uint64_t order = 0;
    for (size_t i = 0; i < f->paper.count; i++)
        order = hash_text(order, paper_card(&f->paper, i)->name);
    return order;
}

static void test_seed(void **state)
{
    struct fixture f;
    size_t others = 0;
    (void)state;
    begin(&f);
    draw(&f, 5, 1);
    uint64_t first = order_of(&f);
    for (uint64_t seed = 0; seed < 10; seed++) {
        draw(&f, 5, seed);
        uint64_t order = order_of(&f);
        draw(&f, 5, seed);
        assert_true(order == order_of(&f));
        others += order != first;
    }
    assert_int_equal(others, 9);
    end(&f);
}

static void test_put_off(void **state)
{
    struct fixture f;
    (void)state;
    begin(&f);
    draw(&f, 4, 1);
    const struct card *first = paper_card(&f.paper, 0), *second = paper_card(&f.paper, 1);
    assert_true(paper_put_off(&f.paper, 0));
    assert_ptr_equal(paper_card(&f.paper, 0), second);
    assert_ptr_equal(paper_card(&f.paper, 3), first);
    assert_false(paper_put_off(&f.paper, 3));
    assert_ptr_equal(paper_card(&f.paper, 3), first);
    assert_int_equal(f.paper.count, 4);
    end(&f);
}

/* ---- marks -------------------------------------------------------------------------------- */

static size_t item_of(struct fixture *f, const char *name)
{
    for (size_t i = 0; i < f->paper.count; i++)
        if (strcmp(paper_card(&f->paper, i)->name, name) == 0)
            return i;
    fail_msg("%s is not on the paper", name);
    return 0;
}

static void test_marks(void **state)
{
    static const struct {
        const char *card, *typed;
        double mark;
    } cases[] = {
        { "large/a1", "one", 1 },
        { "large/a1", "ONE", 1 },
        { "large/a1", "two", 0 },
        { "large/a1", "", 0 },
        { "large/b1", "z; x; y", 1 },
        { "large/b1", "z; x", 2.0 / 3 },
        { "large/b1", "z", 1.0 / 3 },
        { "large/b1", "q", 0 },
        { "large/b2", "Dyrrachium", 0.5 },
        { "small/c1", "t", 1 },
        { "small/c1", "f", 0 },
        { "small/c2", "nine", 1 },
        { "small/c2", "ten", 0 },
        { "small/c2", "z", 0 },
    };
    struct fixture f;
    (void)state;
    begin(&f);
    draw(&f, 99, 1);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        size_t item = item_of(&f, cases[i].card);
        print_message("%s: %s\n", cases[i].card, cases[i].typed);
        paper_answer(&f.paper, item, cases[i].typed, 1500);
        assert_near(f.paper.items[item].mark, cases[i].mark, 1e-12);
        assert_string_equal(f.paper.items[item].typed, cases[i].typed);
    }
    end(&f);
}

static void test_score(void **state)
{
    struct fixture f;
    struct arena arena = { 0 };
    size_t count;
    (void)state;
    begin(&f);
    draw(&f, 99, 1);
    paper_answer(&f.paper, item_of(&f, "large/a1"), "one", 0);
    paper_answer(&f.paper, item_of(&f, "large/a2"), "one", 0);
    paper_answer(&f.paper, item_of(&f, "large/a3"), "", 0);
    paper_answer(&f.paper, item_of(&f, "large/b1"), "x; y", 0);
    paper_answer(&f.paper, item_of(&f, "small/c1"), "t", 0);
    struct score total = paper_total(&f.paper);
    assert_int_equal(total.of, MARKED);
    assert_int_equal(total.answered, 5);
    assert_int_equal(total.right, 2);
    assert_int_equal(total.partial, 1);
    assert_int_equal(total.wrong, 2);
    assert_near(total.marks, 2 + 2.0 / 3, 1e-12);

    struct part *parts = paper_by_deck(&f.paper, &arena, &count);
    assert_int_equal(count, 2);
    assert_string_equal(parts[0].name, "large");
    assert_int_equal(parts[0].score.of, 7);
    assert_int_equal(parts[1].score.of, 3);
    assert_near(parts[1].score.marks, 1, 0);

    parts = paper_by_tag(&f.paper, &arena, &count); // a: 1 of 5; b: 2/3 of 3
    assert_int_equal(count, 2);
    assert_string_equal(parts[0].name, "a");
    assert_int_equal(parts[0].score.of, 5);
    assert_string_equal(parts[1].name, "b");
    assert_int_equal(parts[1].score.of, 3);
    arena_release(&arena);
    end(&f);
}

static void test_percent(void **state)
{
    static const struct {
        double marks;
        size_t of;
        int percent;
    } cases[] = {
        { 0, 0, 0 },
        { 0, 20, 0 },
        { 20, 20, 100 },
        { 19.99, 20, 99 },
        { 14.5, 20, 72 },
        { 2.0 / 3, 1, 66 },
        { 1.0 / 3 + 1.0 / 3 + 1.0 / 3, 1, 100 },
        { 0.8 * 15, 15, 80 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct score score = { .marks = cases[i].marks, .of = cases[i].of };
        print_message("%g of %zu\n", cases[i].marks, cases[i].of);
        assert_int_equal(score_percent(&score), cases[i].percent);
    }
}

/* ---- saving ------------------------------------------------------------------------------- */

static struct review saved_review(
    struct fixture *f, const char *name, struct arena *arena)
{
    struct history history;
    struct err err = { 0 };
    if (!replay_history(f->learner.store, &name, 1, f->learner.collection.weights, arena,
            &history, &err) ||
        history.count != 1)
        fail_msg("%s has %zu reviews", name, history.count);
    return history.steps[0].review;
}

static void test_record(void **state)
{
    static const struct {
        const char *card, *typed;
        bool hinted;
        int64_t answer_ms;
        enum fsrs_rating rating;
        const char *verdict;
        int saved_ms;
    } cases[] = {
        { "large/a1", "one", false, 1500, FSRS_GOOD, "exact", 1500 },
        { "large/a2", "three", false, 90000, FSRS_AGAIN, "wrong", 60000 },
        { "large/both", "six", true, 0, FSRS_HARD, "exact", 0 },
        { "large/b1", "x", false, 1, FSRS_AGAIN, "partial", 1 },
    };
    struct fixture f;
    struct arena arena = { 0 };
    struct err err;
    int64_t now_ms = learner_time("2026-11-20T08:00:00Z");
    (void)state;
    begin(&f);
    draw(&f, 99, 1);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        size_t item = item_of(&f, cases[i].card);
        print_message("%s\n", cases[i].card);
        f.paper.items[item].hinted = cases[i].hinted;
        paper_answer(&f.paper, item, cases[i].typed, cases[i].answer_ms);
        assert_int_equal(
            paper_record(&f.paper, &f.learner.collection, item, now_ms += 1000, &err),
            RECORD_SAVED);
        struct review review = saved_review(&f, cases[i].card, &arena);
        assert_int_equal(review.rating, cases[i].rating);
        assert_string_equal(review.verdict, cases[i].verdict);
        assert_string_equal(review.typed, cases[i].typed);
        assert_int_equal(review.answer_ms, cases[i].saved_ms);
    }
    arena_release(&arena);
    end(&f);
}

/* A letter is saved as what it stood for; to pick is easier than to type. */
static void test_record_of_a_choice(void **state)
{
    struct fixture f;
    struct arena arena = { 0 };
    struct err err;
    (void)state;
    begin(&f);
    learner_close(&f.learner);
    learner_write(&f.learner, "decks/large.json",
        "{'format': 1, 'id': 'large', 'cards': ["
        "{'id': 'a', 'question': 'Which king?', 'answer': 'Totila'},"
        "{'id': 'b', 'question': 'Which general?', 'answer': 'Bessas'},"
        "{'id': 'c', 'question': 'Which shah?', 'answer': 'Kavadh'},"
        "{'id': 'd', 'question': 'Who?', 'answer': 'Narses'}]}");
    learner_open(&f.learner);
    struct paper_options options = {
        .selected = f.selected, .count = 99, .choices = true, .seed = 3
    };
    paper_draw(&f.paper, &f.learner.collection, &options);
    size_t at = item_of(&f, "large/a");
    struct paper_item *item = &f.paper.items[at];
    assert_true(item->made);
    size_t right = 0;
    while (strcmp(item->key.options[right], "Totila") != 0)
        right++;
    char letter[] = { (char)('a' + right), '\0' };
    paper_answer(&f.paper, at, letter, 0);
    assert_near(item->mark, 1, 0);
    assert_int_equal(paper_record(&f.paper, &f.learner.collection, at,
                         learner_time("2026-11-20T08:00:00Z"), &err),
        RECORD_SAVED);
    struct review review = saved_review(&f, "large/a", &arena);
    assert_string_equal(review.typed, "Totila");
    assert_int_equal(review.rating, FSRS_HARD);
    arena_release(&arena);
    end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spread),
        cmocka_unit_test(test_who_may_be_drawn),
        cmocka_unit_test(test_seed),
        cmocka_unit_test(test_put_off),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_score),
        cmocka_unit_test(test_percent),
        cmocka_unit_test(test_record),
        cmocka_unit_test(test_record_of_a_choice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
