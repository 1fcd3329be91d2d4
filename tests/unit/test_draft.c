/*
 * Drafts: what a sentence is asked about, what is no content, and laws that every draft of the
 * documents in tests/draft keeps.
 */
#include "drafted.h"
#include "test.h"

#include "base/file.h"
#include "deck/deck.h"

#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- a text and its drafts ---- */

struct made {
    struct doc doc;
    struct drafts drafts;
};

static void make(struct made *made, const char *name, const char *text)
{
    struct err err;
    struct buf copy = { 0 };
    *made = (struct made){ 0 };
    buf_add(&copy, text);
    assert_true(doc_parse(name, copy, &made->doc, &err));
    drafts_read(&made->drafts, &made->doc, 0);
    drafts_choose(&made->drafts, 0);
}

static void release(struct made *made)
{
    drafts_release(&made->drafts);
    doc_release(&made->doc);
}

static const char *text_of(const struct draft *draft)
{
    return draft->cloze != NULL ? draft->cloze : draft->question;
}

static const struct draft *find(const struct made *made, const char *text)
{
    for (size_t i = 0; i < made->drafts.count; i++)
        if (strcmp(text_of(&made->drafts.items[i]), text) == 0)
            return &made->drafts.items[i];
    for (size_t i = 0; i < made->drafts.count; i++)
        print_message("    there is: %s\n", text_of(&made->drafts.items[i]));
    return NULL;
}

/* ---- patterns ---- */

static void test_patterns(void **state)
{
    (void)state;
    static const struct {
        const char *text, *question, *answer;
    } cases[] = {
        // dates: before the subject, behind the verb, of the second predicate
        { "In 1893 Marie Curie took a degree in physics.",
            "In which year did Marie Curie take a degree in physics?", "1893" },
        { "Marie Curie was born in Warsaw on 7 November 1867.",
            "On what date was Marie Curie born in Warsaw?", "7 November 1867" },
        { "Willem Barents sailed north and reached Spitsbergen in June 1596.",
            "In what month and year did Willem Barents reach Spitsbergen?", "June 1596" },
        { "The queue was gone by 3 April.", "The queue was gone by {{3 April::date}}.",
            "3 April" },
        // numbers: object, subject, measure, percentage, in the middle
        { "The pirates demanded 4,000 pounds of silver.",
            "How many pounds of silver did the pirates demand?", "4,000" },
        { "Eleven tugs pulled at the ship.", "How many tugs pulled at the ship?",
            "eleven" },
        { "The canal is 193 kilometres long.", "How many kilometres long is the canal?",
            "193" },
        { "The ship arrived with a load of 300 barrels of oil.",
            "The ship arrived with a load of {{300::number}} barrels of oil.", "300" },
        // people and places
        { "Thomas Harriot drew the Moon through a telescope in 1609.",
            "Who drew the Moon through a telescope in 1609?", "Thomas Harriot" },
        { "Abraham Lincoln was shot in Washington by John Wilkes Booth.",
            "By whom was Abraham Lincoln shot in Washington?", "John Wilkes Booth" },
        { "Neil Armstrong and Buzz Aldrin landed in the Sea of Tranquillity.",
            "Which two people landed in the Sea of Tranquillity?",
            "Neil Armstrong and Buzz Aldrin" },
        // offices and kinship
        { "Osama Rabie, the chairman of the authority, told reporters about it.",
            "Who was the chairman of the authority?", "Osama Rabie" },
        { "The letter was given to John, nephew of Vitalian, in May.",
            "Whose nephew was John?", "Vitalian" },
        { "Marie Curie lived in Paris. Her father, Władysław, taught physics.",
            "Who was Marie Curie's father?", "Władysław" },
        // definitions
        { "Perigee is the point of the orbit that is nearest to the Earth.",
            "What is the point of the orbit that is nearest to the Earth?", "perigee" },
        { "Regolith is a layer of dust and broken rock.",
            "What do you call a layer of dust and broken rock?", "regolith" },
        { "The dark plains are known as maria.", "What are the dark plains known as?",
            "maria" },
        // causes
        { "The Curies refused to patent the process because radium belonged to "
          "everybody.",
            "Why did the Curies refuse to patent the process?",
            "because radium belonged to everybody" },
        { "Because it turns on its axis in the same time, the Moon shows us one side.",
            "Why does the Moon show us one side?",
            "because it turns on its axis in the same time" },
        { "The mother of Marie Curie died of tuberculosis in 1878.",
            "Of what did the mother of Marie Curie die in 1878?", "tuberculosis" },
        // whom "he" means
        { "Christopher Wren planned a city. He designed 51 new churches.",
            "How many new churches did Christopher Wren design?", "51" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct made made;
        print_message("%s\n", cases[i].text);
        make(&made, "a.txt", cases[i].text);
        const struct draft *draft = find(&made, cases[i].question);
        assert_non_null(draft);
        assert_string_equal(draft->answer, cases[i].answer);
        release(&made);
    }
}

/* What would be asked badly is not asked. */
static void test_silence(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "He left.",                                      // who?
        "They married on 26 July 1895 and moved there.", // they?
        "Stir it well and let it rest.",                 // an order
        "Home | World | Business | Sport",               // a menu
        "\xC2\xA9 2021 All rights reserved",             //
        "Moorhead, John. Justinian. New York: Longman, 1997.", "", "???",
        "{{1900}} was written by {{Fridtjof Nansen}} in {{1901}}.", // would be gaps
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct made made;
        print_message("%s\n", cases[i]);
        make(&made, "a.txt", cases[i]);
        for (size_t k = 0; k < made.drafts.count; k++)
            assert_null(made.drafts.items[k].cloze);
        assert_true(made.drafts.count == 0 || i + 1 == COUNT(cases));
        release(&made);
    }
}

static void test_apparatus(void **state)
{
    (void)state;
    struct made made;
    make(&made, "a.md",
        "# Ships\n\nThe Fram was built in 1892.\n\n## References\n\nFridtjof Nansen "
        "wrote "
        "Ships "
        "in 1950.\n");
    assert_non_null(find(&made, "In which year was the Fram built?"));
    for (size_t i = 0; i < made.drafts.count; i++)
        assert_null(strstr(text_of(&made.drafts.items[i]), "Nansen"));
    release(&made);
}

/* ---- text that lost its capitals and marks ---- */

static void test_bare(void **state)
{
    (void)state;
    static const char text[] =
        "ferdinand magellan born around 1480 was a portuguese explorer who led first "
        "voyage "
        "around world joyner 1992 p 41 in 1505 he sailed to india joyner 1992 pp 42 43 "
        "fleet "
        "left sanlucar on 20 september 1519 with 270 men on board zweig 1938 p 7 he was "
        "killed "
        "on 27 april 1521 in battle of mactan references sources category 1521 deaths";
    struct made made;
    make(&made, "a.txt", text);
    assert_true(made.doc.lower);
    assert_non_null(find(&made, "In which year did Magellan sail to india?"));
    assert_non_null(find(&made, "On what date was Magellan killed in battle of Mactan?"));
    for (size_t i = 0; i < made.drafts.count; i++) {
        const char *shown = text_of(&made.drafts.items[i]);
        assert_null(strstr(shown, "joyner"));
        assert_null(strstr(shown, "1938"));
        assert_null(strstr(shown, "category"));
    }
    release(&made);
}

static void test_table(void **state)
{
    (void)state;
    struct made made;
    make(&made, "a.txt",
        "Ship | Captain | Launched\nFram | Otto Sverdrup | 1892\nGauss | Hans Ruser | "
        "1901\n");
    const struct draft *captain = find(&made, "Who was the captain of Fram?");
    assert_non_null(captain);
    assert_string_equal(captain->answer, "Otto Sverdrup");
    const struct draft *year = find(&made, "In which year was Gauss launched?");
    assert_non_null(year);
    assert_string_equal(year->number, "1901");
    release(&made);
}

/* ---- choosing ---- */

static void test_repeats(void **state)
{
    (void)state;
    struct made made;
    make(&made, "a.txt",
        "The Fram was built in 1892 in Larvik.\n\nThe Fram was built in 1892 in "
        "Larvik.\n\n"
        "In Larvik the Fram was built in 1892.\n");
    size_t years = 0;
    for (size_t i = 0; i < made.drafts.count; i++)
        years += strcmp(made.drafts.items[i].answer, "1892") == 0;
    assert_int_equal(years, 1);
    release(&made);
}

static void test_options(void **state)
{
    (void)state;
    struct made made;
    make(&made, "a.txt",
        "The Danes left the town because the winter was long and cold. The Swedes stayed "
        "in "
        "the harbour because the wind blew from the north. The Dutch sold the island "
        "because "
        "the herring did not come back.\n");
    const struct draft *draft = find(&made, "Why did the Danes leave the town?");
    assert_non_null(draft);
    assert_int_equal(draft->wrong_count, 2);
    assert_false(draft->self);
    release(&made);
    make(&made, "a.txt",
        "The Danes left the town because the winter was long and cold.\n");
    draft = find(&made, "Why did the Danes leave the town?");
    assert_non_null(draft);
    assert_true(draft->self);
    release(&made);
}

/* ---- laws ---- */

static void check_deck(const struct drafts *drafts)
{
    struct buf text = { 0 };
    struct diags diags = { 0 };
    struct deck deck;
    struct err err;
    bool is_deck;
    drafted_deck(drafts, &text);
    assert_true(deck_parse("d.json", text, &deck, &is_deck, &diags, &err));
    assert_int_equal(diags.count, 0);
    assert_int_equal(deck.note_count, drafts->count);
    deck_release(&deck);
    diags_release(&diags);
}

static void check_drafts(const struct made *made)
{
    const struct drafts *drafts = &made->drafts;
    for (size_t i = 0; i < drafts->count; i++) {
        const struct draft *draft = &drafts->items[i];
        size_t same = 0;
        assert_true(draft->score > 0 && draft->score <= 1);
        assert_true(
            draft->place.from < draft->place.to && draft->place.to <= made->doc.len);
        assert_true(draft->at[0] != '\0');
        assert_true(draft->kind == DRAFT_SEQUENCE || draft->cloze != NULL ||
                    strstr(draft->question, draft->answer) == NULL);
        for (size_t k = 0; k < drafts->count; k++)
            same += drafts->items[k].sentence == draft->sentence &&
                    drafts->items[k].kind != DRAFT_SEQUENCE;
        assert_true(same <= 2);
    }
}

static void test_laws(void **state)
{
    (void)state;
    static const char *const names[] = { "biography.md", "news.txt", "science.html",
        "recipe.md", "bare.txt", "dates.txt", "held-fire.txt", "held-danube.html" };
    for (size_t i = 0; i < COUNT(names); i++) {
        char path[256];
        struct buf text = { 0 };
        struct err err;
        struct made made, again;
        snprintf(path, sizeof path, "%s/%s", TEST_PATH("tests/draft"), names[i]);
        print_message("%s\n", path);
        assert_true(file_read(path, 1 << 20, &text, &err));
        make(&made, names[i], text.text);
        make(&again, names[i], text.text);
        assert_true(made.drafts.count > 10);
        check_drafts(&made);
        check_deck(&made.drafts);
        assert_int_equal(made.drafts.count, again.drafts.count);
        for (size_t k = 0; k < made.drafts.count; k++)
            assert_string_equal(
                text_of(&made.drafts.items[k]), text_of(&again.drafts.items[k]));
        release(&made);
        release(&again);
        buf_release(&text);
    }
}

static void test_most(void **state)
{
    (void)state;
    struct made made;
    make(&made, "a.txt",
        "The Fram was built in 1892. The Gauss was built in 1901. The Norge flew in "
        "1926.");
    size_t all = made.drafts.count;
    double best = made.drafts.items[0].score;
    assert_true(all > 2);
    drafts_choose(&made.drafts, 2);
    assert_int_equal(made.drafts.count, 2);
    assert_true(made.drafts.items[0].score >= made.drafts.items[1].score);
    assert_true(made.drafts.items[0].score >= best);
    release(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_patterns),
        cmocka_unit_test(test_silence),
        cmocka_unit_test(test_apparatus),
        cmocka_unit_test(test_bare),
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_repeats),
        cmocka_unit_test(test_options),
        cmocka_unit_test(test_laws),
        cmocka_unit_test(test_most),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
