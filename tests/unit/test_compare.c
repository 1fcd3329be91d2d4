/*
 * Two versions of a deck: which cards belong together, what changed, what becomes of progress.
 *
 * Decks are the cards between the brackets of one, written with ' in place of ".
 */
#include "test.h"

#include "deck/compare.h"
#include "deck/counterpart.h"
#include "deck/likeness.h"

#include <stdio.h>
#include <string.h>

static void parse(const char *id, const char *cards, struct version *out)
{
    struct buf text = { 0 };
    struct diags diags = { 0 };
    struct err err;
    buf_addf(&text, "{'format':1,'id':'%s','cards':[%s]}", id, cards);
    for (char *c = text.text; *c != '\0'; c++)
        *c = *c == '\'' ? '"' : *c;
    if (!version_parse("test.json", text, out, &diags, &err))
        fail_msg("%s: %s", cards, err.message);
    assert_int_equal(diags.count, 0);
    diags_release(&diags);
}

/* "old>new changes history [keys] -gone; ..." */
static void render(const struct comparison *comparison, struct buf *out)
{
    static const struct {
        unsigned bit;
        const char *word;
    } words[] = {
#define X(change, bit, word) { change, word },
        CHANGES(X)
#undef X
    };
    for (size_t i = 0; i < comparison->count; i++) {
        const struct difference *item = &comparison->items[i];
        buf_addf(out, "%s%s>%s", i > 0 ? "; " : "",
            item->old != NULL ? item->old->id : "",
            item->new != NULL ? item->new->id : "");
        for (size_t j = 0; j < sizeof words / sizeof words[0]; j++)
            if ((item->changes & words[j].bit) != 0)
                buf_addf(out, " %s", words[j].word);
        buf_addf(out, " %s", history_word(item->history));
        for (size_t j = 0; j < item->key_count; j++)
            buf_addf(out, "%s%s", j > 0 ? "," : " ", item->keys[j]);
        for (size_t j = 0; j < item->gone_count; j++)
            buf_addf(out, " -%s", item->gone[j]);
    }
}

static void test_compare(void **state)
{
    static const struct {
        const char *old, *new, *want;
    } cases[] = {
        { "", "", "" },
        { "['q','a']", "{'answer':'a',\n'question':'q'}", "" },
        { "{'id':'x','question':'q','answer':1.5}",
            "{'id':'x','question':'q','answer':1.50}", "x>x answer kept answer" },
        { "", "{'id':'x','question':'q','answer':1}", ">x added none" },
        { "{'id':'x','question':'q','answer':1}", "", "x> removed orphaned" },
        { "{'id':'x','question':'q','answer':1}",
            "{'id':'x','question':'r','answer':2,'tags':['t']}",
            "x>x reworded answer changed kept question,answer,tags" },
        { "{'id':'x','question':'q','answer':1}",
            "{'id':'y','was':'x','question':'q','answer':1}",
            "x>y changed renamed kept id,was" },
        { "{'id':'x','question':'q','answer':1}",
            "{'id':'y','was':'d/x','question':'z','answer':1}",
            "x>y reworded changed renamed kept id,was,question" },
        { "{'id':'x','question':'q','answer':1}",
            "{'id':'y','was':'e/x','question':'z','answer':1}",
            ">y added none; x> removed orphaned" },
        { "{'id':'x','question':'the same words','answer':1}",
            "{'id':'y','question':'words the same','answer':1}",
            "x>y reworded renamed orphaned id,question" },
        { "{'id':'x','question':'the same words','answer':1}",
            "{'id':'y','question':'not the same words','answer':1}",
            ">y added none; x> removed orphaned" },
        { "{'id':'x','cloze':'{{a}} and {{b}}'}", "{'id':'x','cloze':'{{a}} and {{c}}'}",
            "x>x reworded kept cloze -b" },
        { "['q','a',{'id':'x','reverse':true}]", "['q','a',{'id':'x'}]",
            "x>x changed kept reverse -reverse" },
        { "{'id':'a','question':'1','answer':1},{'id':'b','question':'2','answer':1},"
          "{'id':'c','question':'3','answer':1},{'id':'d','question':'4','answer':1}",
            "{'id':'d','question':'4','answer':1},{'id':'a','question':'1','answer':1},"
            "{'id':'b','question':'2','answer':1},{'id':'c','question':'3','answer':1}",
            "d>d moved kept" },
        { "{'id':'a','question':'1','answer':1},{'id':'b','question':'2','answer':1},"
          "{'id':'c','question':'3','answer':1}",
            "{'id':'a','question':'1','answer':1},{'id':'n','question':'n','answer':1},"
            "{'id':'c','question':'3','answer':1}",
            ">n added none; b> removed orphaned" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct version old, new;
        struct arena arena = { 0 };
        struct buf got = { 0 };
        print_message("%s -> %s\n", cases[i].old, cases[i].new);
        parse("d", cases[i].old, &old);
        parse("d", cases[i].new, &new);
        struct comparison comparison = decks_compare(&old, &new, &arena);
        render(&comparison, &got);
        assert_string_equal(buf_text(&got), cases[i].want);
        assert_int_equal(comparison.head_count, 0);
        version_release(&old);
        version_release(&new);
        buf_release(&got);
        arena_release(&arena);
    }
}

/* Without ids the likest question is the same card, and whether it is will be asked. */
static void test_reworded(void **state)
{
    struct version old, new;
    struct arena arena = { 0 };
    (void)state;
    parse("d", "['Who lost Rome?','Bessas'],['Who took Rome?','Totila']", &old);
    parse("d", "['Who took Rome in 546?','Totila'],['Who lost Rome in 546?','Bessas']",
        &new);
    struct comparison comparison = decks_compare(&old, &new, &arena);
    assert_int_equal(comparison.count, 2);
    for (size_t i = 0; i < 2; i++) {
        const struct difference *item = &comparison.items[i];
        assert_int_equal(item->history, HISTORY_ASKED);
        assert_int_equal(item->changes & CHANGE_REWORDED, CHANGE_REWORDED);
        assert_ptr_equal(item->old, &old.deck.notes[1 - i]);
        assert_ptr_equal(item->new, &new.deck.notes[i]);
    }
    version_release(&old);
    version_release(&new);
    arena_release(&arena);
}

/* Under another id of the deck nothing is kept but what says so. */
static void test_other_deck(void **state)
{
    struct version old, new;
    struct arena arena = { 0 };
    struct buf got = { 0 };
    (void)state;
    parse("d", "['q','a',{'id':'x'}],['r','b',{'id':'y'}],['s','c',{'id':'z'}]", &old);
    parse("e",
        "['q','a',{'id':'x'}],['r','b',{'id':'v','was':'d/"
        "y'}],['s','c',{'id':'w','was':'z'}]",
        &new);
    struct comparison comparison = decks_compare(&old, &new, &arena);
    render(&comparison, &got);
    assert_string_equal(got.text, "x>x orphaned; y>v changed renamed kept id,was; "
                                  "z>w changed renamed orphaned id,was");
    assert_int_equal(comparison.head_count, 1);
    assert_string_equal(comparison.head[0], "id");
    version_release(&old);
    version_release(&new);
    buf_release(&got);
    arena_release(&arena);
}

/* ---- the index of likeness ---------------------------------------------------------------- */

static const char *const texts[] = { "Who lost Rome?", "", "Who lost Rome in 546?",
    "a a a b", "Rome, who lost it?", "a a c", "?!", "B a" };

enum { TEXT_COUNT = sizeof texts / sizeof texts[0] };

struct found {
    double likeness[TEXT_COUNT];
    size_t last;
};

static void note_found(void *context, size_t number, double likeness)
{
    struct found *found = context;
    assert_true(number + 1 > found->last);
    found->last = number + 1;
    found->likeness[number] = likeness;
}

/* It finds just what comparing each with each finds. */
static void test_index(void **state)
{
    struct likeness_index index = { 0 };
    (void)state;
    for (size_t i = 0; i < TEXT_COUNT; i++)
        likeness_add(&index, texts[i]);
    for (size_t i = 0; i < TEXT_COUNT; i++)
        for (double least = 0.1; least < 1.05; least += 0.3) {
            struct found found = { 0 };
            likeness_find(&index, texts[i], least, note_found, &found);
            for (size_t j = 0; j < TEXT_COUNT; j++) {
                double want = likeness_of(texts[i], texts[j]);
                assert_near(found.likeness[j], want >= least ? want : 0, 1e-12);
            }
        }
    likeness_release(&index);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_compare),
        cmocka_unit_test(test_reworded),
        cmocka_unit_test(test_other_deck),
        cmocka_unit_test(test_index),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
