/*
 * Cards against documents: what is found, what is left alone, and that no changed digit and no
 * swapped name goes unseen.
 */
#include "test.h"

#include "base/file.h"
#include "draft/claim.h"
#include "draft/coverage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static char folder[] = "/tmp/quaestor-ground-XXXXXX";

static const char bridge[] =
    "# The Long Bridge\n\n"
    "It was begun in March 1871 by Hannah Orrin. The bridge over the Avel cost the town "
    "4,200 pounds, and three hundred men worked on it.\n\n"
    "## The flood\n\n"
    "On 12 May 1874 the river rose by nine feet. Two arches fell, and the mayor, Piet "
    "Vanning, closed the road. He paid 650 pounds for boats.\n\n"
    "## After\n\n"
    "The second bridge was opened in late 1879 by Queen Sofia. It stands on 17 piers. "
    "Sardonian ships came up the river again.\n";

/* The same in a text that has lost capitals and punctuation, and as a page. */
static const char bare[] =
    "it was begun in march 1871 by hannah orrin bridge over the avel cost the town 4 200 "
    "pounds and three hundred men worked on it reigned 527 565 on 12 may 1874 the river "
    "rose "
    "by nine feet two arches fell and the mayor piet vanning closed the road\n";

static const char page[] =
    "<h1>The Long Bridge</h1><p>It was begun in <b>March</b> 1871 by Hannah&nbsp;Orrin."
    "<h2>After</h2><p>It stands on 17 piers.";

static const char *path_of(const char *name, char *path, size_t size)
{
    snprintf(path, size, "%s/%s", folder, name);
    return path;
}

static void write_file(const char *name, const char *text)
{
    char path[128];
    bool made;
    struct err err;
    assert_true(
        file_create(path_of(name, path, sizeof path), text, strlen(text), &made, &err));
}

static int set_up(void **state)
{
    (void)state;
    if (mkdtemp(folder) == NULL)
        return -1;
    write_file("bridge.md", bridge);
    write_file("bare.txt", bare);
    write_file("page.html", page);
    return 0;
}

static int tear_down(void **state)
{
    static const char *const names[] = { "bridge.md", "bare.txt", "page.html" };
    char path[128];
    (void)state;
    for (size_t i = 0; i < COUNT(names); i++)
        unlink(path_of(names[i], path, sizeof path));
    return rmdir(folder);
}

/* A deck of one card, which stands in the third line. */
static struct buf deck_of(const char *document, const char *card)
{
    struct buf text = { 0 };
    buf_addf(&text,
        "{\"format\": 1, \"id\": \"d\", \"language\": \"en\",\n"
        "\"documents\": {\"doc\": {\"path\": \"%s\"}}, \"spellings\": [[\"Sofia\", "
        "\"Sophia\"]], \"cards\": [\n%s\n]}",
        document, card);
    return text;
}

/* What grounding says of a deck, a line each: COLUMN CODE: MESSAGE. */
static void ground_text(const char *name, struct buf text, const char *documents,
    struct diags *diags, struct err *err)
{
    struct deck deck;
    struct ground ground;
    bool is_deck;
    if (!deck_parse(name, text, &deck, &is_deck, diags, err))
        fail_msg("%s", err->message);
    ground_open(&ground, &deck, documents, diags);
    ground_check(&ground);
    ground_close(&ground);
    deck_release(&deck);
}

static void ground_card(const char *document, const char *card, struct buf *out)
{
    struct diags diags = { 0 };
    struct err err;
    ground_text("deck.json", deck_of(document, card), folder, &diags, &err);
    for (size_t i = 0; i < diags.count; i++) {
        const struct diag *diag = &diags.items[i];
        const char *message = diag->err.message, *at;
        buf_addf(out, "%d %s: ", diag->err.column, diag->code);
        while ((at = strstr(message, folder)) != NULL) { // its name changes
            buf_add_bytes(out, message, (size_t)(at - message));
            message = at + strlen(folder);
            message += *message == '/';
        }
        buf_addf(out, "%s\n", message);
    }
    diags_release(&diags);
}

struct ground_case {
    const char *document, *card, *said;
};

static void check_cases(const struct ground_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct buf said = { 0 };
        print_message("%s\n", cases[i].card);
        ground_card(cases[i].document, cases[i].card, &said);
        assert_string_equal(buf_text(&said), cases[i].said);
        buf_release(&said);
    }
}

#define CARD(answer, source)                                                             \
    "{\"question\":\"q?\",\"answer\":" answer ",\"source\":\"" source "\"}"

static void test_numbers(void **state)
{
    (void)state;
    static const struct ground_case cases[] = {
        { "bridge.md", CARD("4200", "begun in March 1871"), "" },
        { "bridge.md", CARD("\"4,200 pounds\"", "The Long Bridge"), "" },
        { "bridge.md", CARD("\"three hundred\"", "bridge over the Avel"), "" },
        { "bridge.md", CARD("300,\"unit\":\"men\"", "bridge over the Avel"), "" },
        { "bridge.md", CARD("4300", "begun in March 1871"),
            "27 ungrounded-number: \"4300\" does not occur near \"begun in March 1871\" "
            "(bridge.md:3:8); did you mean \"4,200\"?\n" },
        { "bridge.md", CARD("\"4,300 pounds\"", "begun in March 1871"),
            "27 ungrounded-number: \"4,300\" does not occur near \"begun in March 1871\" "
            "(bridge.md:3:8); did you mean \"4,200\"?\n" },
        { "bridge.md", CARD("1874", "After"),
            "27 ungrounded-number: \"1874\" does not occur in \"After\" (bridge.md:9:4); "
            "it "
            "stands in \"The flood\" (bridge.md:7:11)\n" },
        { "bridge.md", CARD("1871", "The flood"),
            "27 ungrounded-number: \"1871\" does not occur in \"The flood\" "
            "(bridge.md:5:4); it stands in \"The Long Bridge\" (bridge.md:3:23)\n" },
        { "bridge.md", CARD("16,\"tolerance\":1", "After"), "" },
        { "bridge.md", CARD("15,\"tolerance\":1", "After"),
            "27 ungrounded-number: \"15\" does not occur in \"After\" "
            "(bridge.md:9:4)\n" },
        // A unit that is known and another one.
        { "bridge.md", CARD("650,\"unit\":\"men\"", "The flood"),
            "27 ungrounded-number: the text says \"650 pounds\" (bridge.md:7:116), not "
            "\"650 men\"\n" },
        // Another sum, of what the question names.
        { "bridge.md",
            "{\"question\":\"How many pounds did the bridge over the Avel cost?\","
            "\"answer\":650,\"unit\":\"pounds\",\"source\":\"The Long Bridge\"}",
            "75 ungrounded-number: the sentence that is nearest to the question says "
            "\"4,200 pounds\" (bridge.md:3:84), not \"650 pounds\"\n" },
        // Small numbers may be counted, but not against the text.
        { "bridge.md", CARD("3", "After"), "" },
        { "bridge.md", "[\"How many arches fell?\",3,{\"source\":\"The flood\"}]",
            "26 ungrounded-number: the text says \"Two arches\" (bridge.md:7:45), not "
            "\"3\"\n" },
        { "bridge.md", "[\"How many arches fell?\",2,{\"source\":\"The flood\"}]", "" },
        // Two places, one of which says it.
        { "bridge.md",
            "{\"question\":\"q?\",\"answer\":17,\"source\":[\"The flood\",\"After\"]}",
            "" },
        { "bridge.md",
            "{\"question\":\"q?\",\"answer\":18,\"source\":[\"The flood\",\"After\"]}",
            "27 ungrounded-number: \"18\" does not occur in \"The flood\" "
            "(bridge.md:5:4), in "
            "\"After\" (bridge.md:9:4)\n" },
    };
    check_cases(cases, COUNT(cases));
}

static void test_dates(void **state)
{
    (void)state;
    static const struct ground_case cases[] = {
        { "bridge.md", CARD("\"12 May 1874\"", "The flood"), "" },
        { "bridge.md", CARD("\"May 1874\"", "The flood"), "" },
        { "bridge.md", CARD("\"May 12th, 1874\"", "The flood"), "" },
        { "bridge.md", CARD("\"12 May\"", "The flood"), "" },
        { "bridge.md", CARD("\"May\"", "The flood"), "" },
        { "bridge.md", CARD("\"late 1879\"", "After"), "" },
        { "bridge.md", CARD("\"13 May 1874\"", "The flood"),
            "27 ungrounded-date: \"13 May 1874\" does not occur in \"The flood\" "
            "(bridge.md:5:4)\n" },
        { "bridge.md", CARD("\"June 1874\"", "The flood"),
            "27 ungrounded-date: \"June 1874\" does not occur in \"The flood\" "
            "(bridge.md:5:4)\n" },
        { "bridge.md", CARD("\"June\"", "The flood"),
            "27 ungrounded-date: \"June\" does not occur in \"The flood\" "
            "(bridge.md:5:4)\n" },
        { "bridge.md", CARD("\"early 1878\"", "After"),
            "27 ungrounded-date: \"early 1878\" does not occur in \"After\" "
            "(bridge.md:9:4)\n" },
        { "bridge.md", CARD("\"the 1860s\"", "After"),
            "27 ungrounded-date: \"1860s\" does not occur in \"After\" "
            "(bridge.md:9:4)\n" },
    };
    check_cases(cases, COUNT(cases));
}

static void test_names(void **state)
{
    (void)state;
    static const struct ground_case cases[] = {
        { "bridge.md", CARD("\"Piet Vanning\"", "The flood"), "" },
        { "bridge.md", CARD("\"Mayor Vanning\"", "The flood"), "" },
        { "bridge.md", CARD("\"Queen Sophia\"", "After"), "" },
        { "bridge.md", CARD("\"Sardonia\"", "After"), "" },
        { "bridge.md", CARD("\"the mayor\"", "After"), "" },
        { "bridge.md", CARD("\"Piet Manning\"", "The flood"),
            "27 ungrounded-name: \"Piet Manning\" does not occur in \"The flood\" "
            "(bridge.md:5:4); did you mean \"Vanning\"?\n" },
        { "bridge.md", CARD("\"Hannah Orrin\"", "The flood"),
            "27 ungrounded-name: \"Hannah Orrin\" does not occur in \"The flood\" "
            "(bridge.md:5:4); it stands in \"The Long Bridge\" (bridge.md:3:31)\n" },
        { "bridge.md", CARD("\"Napoleon\"", "After"),
            "27 ungrounded-name: \"Napoleon\" does not occur in \"After\" "
            "(bridge.md:9:4)\n" },
        { "bridge.md", CARD("\"a boat to Lisbon\"", "The flood"),
            "27 ungrounded-name: \"Lisbon\" does not occur in \"The flood\" "
            "(bridge.md:5:4)\n" },
    };
    check_cases(cases, COUNT(cases));
}

/* Each kind of card: what is checked, where it is told, and what may have been worked out. */
static void test_kinds(void **state)
{
    (void)state;
    static const struct ground_case cases[] = {
        { "bridge.md", CARD("true", "After"), "" },
        { "bridge.md", CARD("[\"Sofia\",\"Napoleon\"]", "After"),
            "36 ungrounded-name: \"Napoleon\" does not occur in \"After\" "
            "(bridge.md:9:4)\n" },
        { "bridge.md", CARD("\"Sofia\",\"wrong\":[\"Napoleon\"]", "After"), "" },
        { "bridge.md", CARD("\"Napoleon\",\"wrong\":[\"Sofia\"]", "After"),
            "27 ungrounded-name: \"Napoleon\" does not occur in \"After\" "
            "(bridge.md:9:4)\n" },
        { "bridge.md", CARD("\"Sofia\",\"accept\":[\"Napoleon\"]", "After"), "" },
        { "bridge.md",
            "{\"question\":\"q?\",\"pairs\":[[\"piers\",\"17\"],[\"Orrin\",\"1880\"]],"
            "\"source\":\"After\"}",
            "51 ungrounded-number: \"1880\" does not occur in \"After\" (bridge.md:9:4)\n"
            "43 ungrounded-name: \"Orrin\" does not occur in \"After\" (bridge.md:9:4); "
            "it "
            "stands in \"The Long Bridge\" (bridge.md:3:38)\n" },
        { "bridge.md",
            "{\"cloze\":\"Opened by {{who}} in {{1878}}.\",\"gaps\":{\"who\":{\"text\":"
            "\"Napoleon\"}},\"source\":\"After\"}",
            "65 ungrounded-name: \"Napoleon\" does not occur in \"After\" "
            "(bridge.md:9:4)\n" },
        { "bridge.md", "{\"cloze\":\"Opened in {{1878}}.\",\"source\":\"After\"}",
            "10 ungrounded-number: \"1878\" does not occur in \"After\" (bridge.md:9:4); "
            "did "
            "you mean \"1879\"?\n" },
        // One's own words, about the whole.
        { "bridge.md", CARD("\"Because Orrin built it.\",\"grading\":\"self\"", "After"),
            "" },
        { "bridge.md",
            CARD("\"Because Napoleon built it.\",\"grading\":\"self\"", "After"),
            "27 ungrounded-name: \"Napoleon\" does not occur in '"
            "bridge.md'\n" },
        { "bridge.md", CARD("1880,\"allow\":\"ungrounded-number\"", "After"), "" },
        { "bridge.md", CARD("1880,\"disabled\":true", "After"), "" },
        { "bridge.md", "[\"q?\",1880,{\"allow\":\"no-source\"}]", "" },
        { "bridge.md", "[\"q?\",1880,{\"source\":{\"document\":\"doc\"}}]",
            "7 ungrounded-number: \"1880\" does not occur in 'bridge.md'\n" },
    };
    check_cases(cases, COUNT(cases));
}

static void test_places(void **state)
{
    (void)state;
    static const struct ground_case cases[] = {
        { "bridge.md", CARD("1880", "The floods"),
            "41 unknown-place: no heading and no words \"The floods\" in 'bridge.md'; "
            "did you "
            "mean \"The flood\"?\n" },
        { "bridge.md", CARD("1880", "of mice and men"),
            "41 unknown-place: no heading and no words \"of mice and men\" in "
            "'bridge.md'; "
            "cite a heading, or up to five words as they stand there\n" },
        { "bridge.md",
            "{\"question\":\"q?\",\"answer\":17,\"source\":[\"After\",\"Befor\"]}",
            "48 unknown-place: no heading and no words \"Befor\" in 'bridge.md'; cite a "
            "heading, or up to five words as they stand there\n" },
        { "none.txt", CARD("1880", "After"),
            "41 missing-document: the document \"doc\" is not there: no 'none.txt' in '' "
            "or "
            "beside the deck\n" },
    };
    check_cases(cases, COUNT(cases));
}

static void test_other_formats(void **state)
{
    (void)state;
    static const struct ground_case cases[] = {
        { "bare.txt", CARD("4200", "begun in march"), "" },
        { "bare.txt", CARD("565", "two arches fell"), "" },
        { "bare.txt", CARD("\"Hannah Orrin\"", "bridge over the avel"), "" },
        { "bare.txt", CARD("\"12 May 1874\"", "river rose by nine feet"), "" },
        { "bare.txt", CARD("\"12 June 1874\"", "river rose by nine feet"),
            "27 ungrounded-date: \"12 June 1874\" does not occur near \"river rose by "
            "nine "
            "feet\" (bare.txt:1:162)\n" },
        { "bare.txt", CARD("\"Hannah Orlin\"", "begun in march"),
            "27 ungrounded-name: \"Hannah Orlin\" does not occur near \"begun in march\" "
            "(bare.txt:1:8); did you mean \"orrin\"?\n" },
        { "page.html", CARD("\"March 1871\"", "The Long Bridge"), "" },
        { "page.html", CARD("18", "After"),
            "27 ungrounded-number: \"18\" does not occur in \"After\" "
            "(page.html:1:87)\n" },
    };
    check_cases(cases, COUNT(cases));
}

/* --- laws ------------------------------------------------------------------------------ */

static size_t count_code(const struct diags *diags, const char *beginning)
{
    size_t count = 0;
    for (size_t i = 0; i < diags->count; i++)
        count += strncmp(diags->items[i].code, beginning, strlen(beginning)) == 0;
    return count;
}

/* Complaints about a deck whose byte at `at` is another. */
static size_t complaints(
    const char *name, const struct buf *text, const char *documents, size_t at, char byte)
{
    struct buf copy = { 0 };
    struct diags diags = { 0 };
    struct err err;
    buf_add_bytes(&copy, text->text, text->len);
    copy.text[at] = byte;
    ground_text(name, copy, documents, &diags, &err);
    size_t count = count_code(&diags, "ungrounded-");
    diags_release(&diags);
    return count;
}

static void test_any_digit(void **state)
{
    (void)state;
    static const struct {
        const char *answer, *place;
    } known[] = { { "4200", "begun in March" }, { "1871", "begun in March" },
        { "\"4,200 pounds\"", "begun in March" }, { "1874", "The flood" },
        { "650", "The flood" }, { "\"12 May 1874\"", "The flood" }, { "17", "After" },
        { "\"late 1879\"", "After" } };
    for (size_t i = 0; i < COUNT(known); i++) {
        const char *answer = known[i].answer;
        char card[128];
        snprintf(card, sizeof card,
            "{\"question\":\"q?\",\"answer\":%s,\"source\":\"%s\"}", answer,
            known[i].place);
        struct buf text = deck_of("bridge.md", card);
        size_t start = (size_t)(strstr(text.text, answer) - text.text);
        assert_int_equal(
            complaints("deck.json", &text, folder, start, text.text[start]), 0);
        for (size_t at = start; at < start + strlen(answer); at++)
            for (char digit = at == start ? '1' : '0'; digit <= '9'; digit++) {
                bool teen =
                    answer[0] == '1' && answer[2] == '\0'; // small ones are counts
                if (text.text[at] < '0' || text.text[at] > '9' ||
                    digit == text.text[at] || (teen && at > start && digit <= '2'))
                    continue;
                print_message("%s: %c at %zu\n", answer, digit, at - start);
                assert_true(complaints("deck.json", &text, folder, at, digit) > 0);
            }
        buf_release(&text);
    }
}

static void test_any_name(void **state)
{
    (void)state;
    static const struct {
        const char *name, *place;
    } known[] = { { "Hannah Orrin", "begun in March" }, { "Piet Vanning", "The flood" },
        { "Sofia", "After" }, { "Avel", "bridge over the" }, { "Lisbon", NULL },
        { "Totila", NULL } };
    for (size_t i = 0; i < COUNT(known); i++) {
        for (size_t k = 0; known[k].place != NULL; k++) {
            char card[128];
            struct buf said = { 0 };
            snprintf(card, sizeof card,
                "{\"question\":\"q?\",\"answer\":\"%s\",\"source\":\"%s\"}",
                known[i].name, known[k].place);
            bool same = i == k || (i + k == 3 && (i == 0 || k == 0)); // neighbours
            ground_card("bridge.md", card, &said);
            print_message(
                "%s in %s: %s\n", known[i].name, known[k].place, buf_text(&said));
            assert_int_equal(said.len == 0, same);
            buf_release(&said);
        }
    }
}

/* --- coverage -------------------------------------------------------------------------- */

static void test_coverage(void **state)
{
    (void)state;
    static const char cards[] =
        "[\"q?\",1871,{\"source\":\"begun in March\"}],\n"
        "[\"Who opened the second bridge?\",\"Sofia\",{\"source\":\"After\"}],\n"
        "[\"What is it?\",\"x\",{\"source\":\"The flood\"}]";
    struct deck deck;
    struct diags diags = { 0 };
    struct err err;
    struct arena arena = { 0 };
    struct ground ground;
    bool is_deck;
    assert_true(
        deck_parse("d.json", deck_of("bridge.md", cards), &deck, &is_deck, &diags, &err));
    ground_open(&ground, &deck, folder, &diags);
    struct coverage coverage = coverage_make(&ground, 0, &arena);
    static const bool expected[] = { true, false, true };
    assert_int_equal(coverage.count, COUNT(expected));
    assert_int_equal(coverage.covered, 2);
    for (size_t i = 0; i < coverage.count; i++)
        assert_int_equal(coverage.parts[i].covered, expected[i]);
    ground_close(&ground);
    arena_release(&arena);
    diags_release(&diags);
    deck_release(&deck);
}

/* --- the shipped decks ----------------------------------------------------------------- */

static const char *const shipped[] = { TEST_PATH("decks/bessas.json"),
    TEST_PATH("decks/belisarius-544.json"), TEST_PATH("decks/persia-540.json") };

#define SEEDS TEST_PATH("../shared/seeds")

/* Does the cited place say that number, too, or may it be another: tolerance, a small count? */
static bool is_known(const struct buf *text, size_t note, size_t at, char digit)
{
    struct deck deck;
    struct diags diags = { 0 };
    struct err err;
    struct ground ground;
    struct arena arena = { 0 };
    bool is_deck;
    struct buf copy = { 0 };
    buf_add_bytes(&copy, text->text, text->len);
    copy.text[at] = digit;
    assert_true(deck_parse("decks/d.json", copy, &deck, &is_deck, &diags, &err));
    ground_open(&ground, &deck, SEEDS, &diags);
    const struct card *card = &deck.cards[deck.notes[note].first_card];
    struct spots spots = ground_spots(&ground, card->note, &arena);
    struct facts facts =
        facts_read(&ground.rules, card->key.items[0].forms[0], false, &arena);
    struct claim claim = { .ground = &ground,
        .card = card,
        .spots = &spots,
        .text = card->key.items[0].forms[0],
        .arena = &arena };
    bool known = card->key.tolerance > 0 || card->key.number <= 12 ||
                 claim_is_near(&claim, SOUGHT_NUMBER, facts.items[0].text);
    ground_close(&ground);
    arena_release(&arena);
    diags_release(&diags);
    deck_release(&deck);
    return known;
}

/* Changes every digit of the number that a note's answer is. */
static void change_digits(const char *path, const struct deck *deck, size_t note)
{
    const struct card *card = &deck->cards[deck->notes[note].first_card];
    if (card->kind != KEY_NUMBER)
        return;
    size_t start = (size_t)(deck->notes[note].answer_json - deck->text.text);
    for (size_t at = start; deck->text.text[at] >= '0' && deck->text.text[at] <= '9';
         at++)
        for (char digit = at == start ? '1' : '0'; digit <= '9'; digit++) {
            if (digit == deck->text.text[at] ||
                complaints(path, &deck->text, SEEDS, at, digit) > 0)
                continue;
            print_message("%s, digit %zu: %c\n", card->name, at - start, digit);
            assert_true(is_known(&deck->text, note, at, digit));
        }
}

static void test_shipped(void **state)
{
    (void)state;
    if (file_kind(SEEDS) != FILE_FOLDER) {
        print_message("skipped: the documents of the decks are not here\n");
        return;
    }
    for (size_t i = 0; i < COUNT(shipped); i++) {
        struct deck deck;
        struct diags diags = { 0 };
        struct err err;
        bool is_deck;
        print_message("%s\n", shipped[i]);
        assert_true(deck_load(shipped[i], &deck, &is_deck, &diags, &err));
        assert_int_equal(
            complaints(shipped[i], &deck.text, SEEDS, 0, deck.text.text[0]), 0);
        for (size_t k = 0; k < deck.note_count; k++)
            change_digits(shipped[i], &deck, k);
        diags_release(&diags);
        deck_release(&deck);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_other_formats),
        cmocka_unit_test(test_any_digit),
        cmocka_unit_test(test_any_name),
        cmocka_unit_test(test_coverage),
        cmocka_unit_test(test_shipped),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
