/*
 * Changes to deck files: what is written, byte by byte, and the laws of it.
 *
 * Small decks are written with ' in place of ", to be readable.  The laws are tried on the decks
 * of the repository in layouts of all sorts: as they are, on one line, with tabs, with CRLF, and
 * with space strewn in at random.
 */
#include "test.h"

#include "base/file.h"
#include "base/rng.h"
#include "deck/deck.h"
#include "deck/edit.h"
#include "deck/format.h"
#include "match/judge.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void add_quoted(struct buf *out, const char *text)
{
    for (; *text != '\0'; text++)
        buf_add_char(out, *text == '\'' ? '"' : *text);
}

/* The text must outlive the tree. */
static struct json parse(const struct buf *text)
{
    struct json json;
    struct err err;
    struct source source = { .name = "deck", .text = buf_text(text), .len = text->len };
    if (!json_parse(source, &json, &err))
        fail_msg("%d:%d: %s in\n%s", err.line, err.column, err.message, buf_text(text));
    return json;
}

static cJSON *one_card(const char *id)
{
    cJSON *cards = cJSON_CreateArray(), *card = cJSON_CreateObject();
    cJSON_AddStringToObject(card, "answer", "A \"new\" answer");
    cJSON_AddStringToObject(
        card, "question", "Quite another question, that no deck has?");
    cJSON_AddStringToObject(card, "id", id);
    cJSON_AddItemToArray(cards, card);
    return cards;
}

static void add_card(const struct buf *before, cJSON *cards, struct buf *after)
{
    struct json json = parse(before);
    struct edits edits = { .json = &json };
    edit_add_cards(&edits, cards);
    edits_apply(&edits, after);
    edits_release(&edits);
    json_release(&json);
    cJSON_Delete(cards);
}

static void expect(const struct buf *got, const char *want)
{
    struct buf quoted = { 0 };
    add_quoted(&quoted, want);
    assert_string_equal(buf_text(got), buf_text(&quoted));
    assert_int_equal(got->len, quoted.len);
    buf_release(&quoted);
}

/* ---- a card ----------------------------------------------------------------------------- */

static cJSON *small_cards(int count)
{
    cJSON *cards = cJSON_CreateArray();
    for (int i = 0; i < count; i++) {
        cJSON *card = cJSON_CreateArray();
        cJSON_AddItemToArray(card, cJSON_CreateString("Q"));
        cJSON_AddItemToArray(card, cJSON_CreateString("A"));
        cJSON_AddItemToArray(cards, card);
    }
    return cards;
}

static void test_layout_of_neighbours(void **state)
{
    static const struct {
        int count;
        const char *before, *after;
    } cases[] = {
        { 1, "{'cards': [['a','b']]}", "{'cards': [['a','b'],['Q', 'A']]}" },
        { 2, "{'cards': [ ['a','b'] ] }",
            "{'cards': [ ['a','b'], ['Q', 'A'], ['Q', 'A'] ] }" },
        { 1, "{'cards': []}", "{'cards': [['Q', 'A']]}" },
        { 2, "{\n  'cards': []\n}",
            "{\n  'cards': [\n    ['Q', 'A'],\n    ['Q', 'A']\n  ]\n}" },
        { 1, "{\r\n\t'cards': [ ]\r\n}\r\n",
            "{\r\n\t'cards': [\r\n\t  ['Q', 'A']\r\n\t]\r\n}\r\n" },
        { 1, "{ 'cards': [\n  ['a', 'b'] ], 'id': 'x' }\n",
            "{ 'cards': [\n  ['a', 'b'],\n  ['Q', 'A'] ], 'id': 'x' }\n" },
        { 1, "{ 'cards': [\n  ['a', 'b'],\n\n  ['c', '}]']\n] }",
            "{ 'cards': [\n  ['a', 'b'],\n\n  ['c', '}]'],\n\n  ['Q', 'A']\n] }" },
        { 1, "{ 'cards':\n\t[ ['a', 'b']\n\t, ['c', 'd']\n\t] }",
            "{ 'cards':\n\t[ ['a', 'b']\n\t, ['c', 'd']\n\t, ['Q', 'A']\n\t] }" },
        { 1, "{ 'cards': [ ['a', 'b'], ['c\\'d', 'e\\\\'],\r\n    {'question': 1} ] }",
            "{ 'cards': [ ['a', 'b'], ['c\\'d', 'e\\\\'],\r\n    {'question': 1},\r\n"
            "    ['Q', 'A'] ] }" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buf before = { 0 }, after = { 0 };
        print_message("%s\n", cases[i].before);
        add_quoted(&before, cases[i].before);
        add_card(&before, small_cards(cases[i].count), &after);
        expect(&after, cases[i].after);
        buf_release(&before);
        buf_release(&after);
    }
}

/* Too wide for a line, it takes over the indentation of its neighbours, and its step. */
static void test_wide_card(void **state)
{
    struct buf before = { 0 }, after = { 0 };
    (void)state;
    add_quoted(&before, "{\n\t'cards': [\n\t\t['a', 'b']\n\t]\n}");
    add_card(&before, one_card("wide-enough-to-need-more-than-one-line"), &after);
    expect(&after, "{\n\t'cards': [\n\t\t['a', 'b'],\n\t\t{\n"
                   "\t\t\t'id': 'wide-enough-to-need-more-than-one-line',\n"
                   "\t\t\t'question': 'Quite another question, that no deck has?',\n"
                   "\t\t\t'answer': 'A \\'new\\' answer'\n\t\t}\n\t]\n}");
    buf_release(&before);
    buf_release(&after);
}

/* ---- members ---------------------------------------------------------------------------- */

static void test_set(void **state)
{
    static const struct {
        const char *key, *value, *before, *after;
    } cases[] = {
        { "hint", "'h'", "['q','a']", "['q','a', { 'hint': 'h' }]" },
        { "hint", "'h'", "['q', 'a', {}]", "['q', 'a', { 'hint': 'h' }]" },
        { "hint", "'h'", "['q', 'a', { 'id': 'x' }]",
            "['q', 'a', { 'id': 'x', 'hint': 'h' }]" },
        { "answer", "[1]", "['q', 'a,]', { 'id': 'x' }]", "['q', [1], { 'id': 'x' }]" },
        { "question", "'r'", "[ 'q' , 'a']", "[ 'r' , 'a']" },
        { "answer", "2", "{ 'question': 'q', 'answer': -1.5e3 }",
            "{ 'question': 'q', 'answer': 2 }" },
        { "tags", "['t']", "{ 'question': 'q', 'tags': [ 'a', ['}'] ] }",
            "{ 'question': 'q', 'tags': ['t'] }" },
        { "hint", "'h'", "{\n  'question': 'q',\n  'answer': true\n}",
            "{\n  'question': 'q',\n  'answer': true,\n  'hint': 'h'\n}" },
        { "id", "'x'", "{\r\n  'question': 'q',\r\n  'answer': true\r\n}",
            "{\r\n  'id': 'x',\r\n  'question': 'q',\r\n  'answer': true\r\n}" },
        { "id", "'x'", "{'question':'q'}", "{'id': 'x', 'question':'q'}" },
        { "id", "'x'", "{ '//': 'mine', 'id': null }", "{ '//': 'mine', 'id': 'x' }" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buf before = { 0 }, after = { 0 }, value = { 0 };
        print_message("%s = %s in %s\n", cases[i].key, cases[i].value, cases[i].before);
        add_quoted(&before, cases[i].before);
        add_quoted(&value, cases[i].value);
        struct json json = parse(&before);
        struct edits edits = { .json = &json };
        edit_set(&edits, json.root, cases[i].key, value.text);
        edits_apply(&edits, &after);
        expect(&after, cases[i].after);
        edits_release(&edits);
        json_release(&json);
        buf_release(&before);
        buf_release(&after);
        buf_release(&value);
    }
}

/* ---- decks in all layouts ---------------------------------------------------------------- */

enum layout {
    LAYOUT_WRITTEN,
    LAYOUT_ONE_LINE,
    LAYOUT_TABS,
    LAYOUT_CRLF,
    LAYOUT_STREWN,
    LAYOUT_COUNT,
};

static void add_space(struct buf *out, struct rng *rng)
{
    static const char *const spaces[] = { "", "", " ", "\n", "\r\n", "\t", "  \n    " };
    buf_add(out, spaces[rng_below(rng, sizeof spaces / sizeof spaces[0])]);
}

/* The tokens with other space between them. */
static void lay_out(
    const struct buf *text, enum layout layout, struct rng *rng, struct buf *out)
{
    bool inside = false;
    for (size_t i = 0; i < text->len; i++) {
        char c = text->text[i];
        if (c == '"' && (i == 0 || text->text[i - 1] != '\\'))
            inside = !inside;
        bool space = !inside && strchr(" \n\r", c) != NULL;
        bool mark = !inside && strchr("[]{},:", c) != NULL;
        if (layout == LAYOUT_CRLF && space && c == '\n')
            buf_add(out, "\r\n");
        else if (layout == LAYOUT_TABS && space && c == ' ' && i > 0 &&
                 strchr(" \n", text->text[i - 1]) != NULL)
            buf_add_char(out, '\t');
        else if (!space || layout < LAYOUT_ONE_LINE || layout == LAYOUT_CRLF ||
                 layout == LAYOUT_TABS)
            buf_add_char(out, c);
        if (layout == LAYOUT_STREWN && mark)
            add_space(out, rng);
    }
}

/* Calls `law` with each deck of the repository in each layout. */
static void for_each_text(void (*law)(const struct buf *text))
{
    static const char *const folders[] = { TEST_PATH("decks"),
        TEST_PATH("tests/decks/good") };
    struct arena arena = { 0 };
    struct file_list files = { 0 };
    struct rng rng = { 5 };
    struct err err;
    for (size_t i = 0; i < 2; i++)
        assert_true(file_list_folder(folders[i], ".json", &arena, &files, &err));
    assert_true(files.count > 3);
    for (size_t i = 0; i < files.count; i++)
        for (int layout = 0; layout < LAYOUT_COUNT; layout++) {
            struct buf text = { 0 }, laid_out = { 0 };
            print_message("%s, layout %d\n", files.paths[i], layout);
            assert_true(file_read(files.paths[i], JSON_MAX_BYTES, &text, &err));
            lay_out(&text, (enum layout)layout, &rng, &laid_out);
            law(&laid_out);
            buf_release(&text);
            buf_release(&laid_out);
        }
    arena_release(&arena);
}

/* Loads a copy of the text, which must have no faults. */
static void load(const struct buf *text, struct deck *deck)
{
    struct diags diags = { 0 };
    struct err err;
    struct buf copy = { 0 };
    bool is_deck;
    buf_add_bytes(&copy, text->text, text->len);
    if (!deck_parse("test.json", copy, deck, &is_deck, &diags, &err))
        fail_msg("%s in\n%s", err.message, text->text);
    if (diags.errors > 0)
        fail_msg("%d: %s in\n%s", diags.items[0].err.line, diags.items[0].err.message,
            text->text);
    diags_release(&diags);
}

/* The first `count` cards are the same to whoever is asked. */
static void expect_same_cards(
    const struct deck *a, const struct deck *b, size_t count, bool names)
{
    struct arena arena = { 0 };
    for (size_t i = 0; i < count; i++) {
        const struct card *left = &a->cards[i], *right = &b->cards[i];
        if (names)
            assert_string_equal(left->name, right->name);
        assert_string_equal(left->question, right->question);
        assert_string_equal(
            match_expected(&left->key, &arena), match_expected(&right->key, &arena));
        assert_int_equal(left->kind, right->kind);
    }
    arena_release(&arena);
}

static size_t count_of(const struct buf *text, const char *what)
{
    size_t count = 0;
    for (const char *at = text->text; (at = strstr(at, what)) != NULL; at++)
        count++;
    return count;
}

/* All that was there is there, in one piece before and one behind the new card. */
static void law_of_adding(const struct buf *before)
{
    struct buf after = { 0 };
    struct deck old, new;
    add_card(before, one_card("quite-new"), &after);
    size_t added = after.len - before->len, head = 0;
    while (head < before->len && before->text[head] == after.text[head])
        head++;
    load(before, &old);
    load(&after, &new);
    if (old.note_count > 0) // else the space within the brackets goes
        assert_memory_equal(
            before->text + head, after.text + head + added, before->len - head);
    if (count_of(before, "\n") == count_of(before, "\r\n"))
        assert_int_equal(count_of(&after, "\n"), count_of(&after, "\r\n"));
    assert_int_equal(new.note_count, old.note_count + 1);
    assert_string_equal(new.notes[old.note_count].id, "quite-new");
    expect_same_cards(&old, &new, old.card_count, true);
    deck_release(&old);
    deck_release(&new);
    buf_release(&after);
}

static void test_adding(void **state)
{
    (void)state;
    for_each_text(law_of_adding);
}

/* Every card gets a hint in turn; it loads as before, and only one piece was put in. */
static void law_of_setting(const struct buf *before)
{
    struct json json = parse(before);
    struct deck old, new;
    const cJSON *card;
    int at = 0;
    load(before, &old);
    cJSON_ArrayForEach(card, edit_cards(&json))
    {
        struct edits edits = { .json = &json };
        struct buf after = { 0 };
        if (at++ % 7 != 0 || edit_member(card, "x-mine") != NULL)
            continue;
        edit_set(&edits, card, "x-mine", "[\"}\", 1]");
        edits_apply(&edits, &after);
        load(&after, &new);
        assert_int_equal(new.card_count, old.card_count);
        expect_same_cards(&old, &new, old.card_count, true);
        deck_release(&new);
        edits_release(&edits);
        buf_release(&after);
    }
    deck_release(&old);
    json_release(&json);
}

static void test_setting(void **state)
{
    (void)state;
    for_each_text(law_of_setting);
}

/* ---- the canonical form ------------------------------------------------------------------ */

static void format(const struct buf *text, struct buf *out)
{
    struct json json = parse(text);
    format_deck(json.root, json.source.text, out);
    json_release(&json);
}

static void expect_width(const struct buf *text)
{
    size_t line = 0;
    for (size_t i = 0; i < text->len; i++) {
        if (text->text[i] != '\n')
            continue;
        /* wider only where nothing can be broken: a key and a text, or a text alone */
        const char *comma = strstr(text->text + line, "\", \"");
        if (i - line > 2 * FORMAT_WIDTH)
            assert_true(comma == NULL || comma >= text->text + i);
        line = i + 1;
    }
}

static void law_of_formatting(const struct buf *before)
{
    struct buf once = { 0 }, twice = { 0 };
    struct deck old, new;
    format(before, &once);
    format(&once, &twice);
    assert_string_equal(once.text, twice.text);
    assert_int_equal(once.text[once.len - 1], '\n');
    expect_width(&once);
    struct json left = parse(before), same = parse(before), right = parse(&once);
    /* remarks may repeat a key, and then a tree is not even equal to itself */
    assert_true(cJSON_Compare(left.root, right.root, true) ||
                !cJSON_Compare(left.root, same.root, true));
    json_release(&same);
    load(before, &old);
    load(&once, &new);
    assert_int_equal(old.card_count, new.card_count);
    expect_same_cards(&old, &new, old.card_count, true);
    json_release(&left);
    json_release(&right);
    deck_release(&old);
    deck_release(&new);
    buf_release(&once);
    buf_release(&twice);
}

static void test_formatting(void **state)
{
    (void)state;
    for_each_text(law_of_formatting);
}

/* A card that is added to a deck in canonical form leaves it so. */
static void law_of_both(const struct buf *text)
{
    struct buf canonical = { 0 }, after = { 0 }, again = { 0 };
    format(text, &canonical);
    add_card(&canonical, one_card("new"), &after);
    format(&after, &again);
    assert_string_equal(after.text, again.text);
    buf_release(&canonical);
    buf_release(&after);
    buf_release(&again);
}

static void test_adding_to_canonical(void **state)
{
    (void)state;
    for_each_text(law_of_both);
}

static void test_format(void **state)
{
    static const struct {
        const char *before, *after;
    } cases[] = {
        { "{'cards':[['q','a']],'id':'x','format':1}",
            "{\n  'format': 1,\n  'id': 'x',\n  'cards': [\n    ['q', 'a']\n  ]\n}\n" },
        { "{'cards':[]}", "{\n  'cards': []\n}\n" },
        { "{'x-b': 1, '//': 'of cards', 'cards': [], 'id': 'x', '//': 'last'}",
            "{\n  'id': 'x',\n  'x-b': 1,\n  '//': 'of cards',\n  'cards': [],\n"
            "  '//': 'last'\n}\n" },
        { "{'cards':[{'answer':1.50,'x-a':{'b':1,'answer':2},'question':'\\u00e4\\u2028'}"
          "]}",
            "{\n  'cards': [\n    { 'x-a': { 'b': 1, 'answer': 2 }, 'question': "
            "'\u00e4\\u2028', 'answer': 1.50 }\n  ]\n}\n" },
        { "{'cards':[{'feedback':{'text':'b','id':'a'},'cloze':'{{b}}'}]}",
            "{\n  'cards': [\n    { 'cloze': '{{b}}', 'feedback': { 'text': 'b', 'id': "
            "'a' } }\n  ]\n}\n" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buf before = { 0 }, after = { 0 };
        print_message("%s\n", cases[i].before);
        add_quoted(&before, cases[i].before);
        format(&before, &after);
        expect(&after, cases[i].after);
        buf_release(&before);
        buf_release(&after);
    }
}

/* Each key of a card has a place in the order. */
static void test_order_is_complete(void **state)
{
    static const char *const keys[] = { "id", "question", "answer", "accept", "feedback",
        "hint", "note", "tags", "source", "was", "disabled", "allow", "image", "audio",
        "tests", "strict", "literal", "grading", "tolerance", "unit", "ordered", "wrong",
        "shuffle", "pairs", "cloze", "gaps", "reverse" };
    (void)state;
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        print_message("%s\n", keys[i]);
        assert_true(format_rank(keys[i]) < format_rank("no such key"));
    }
}

static void test_shipped_decks(void **state)
{
    struct arena arena = { 0 };
    struct file_list files = { 0 };
    struct err err;
    (void)state;
    assert_true(file_list_folder(TEST_PATH("decks"), ".json", &arena, &files, &err));
    for (size_t i = 0; i < files.count; i++) {
        struct buf text = { 0 }, canonical = { 0 };
        assert_true(file_read(files.paths[i], JSON_MAX_BYTES, &text, &err));
        format(&text, &canonical);
        if (strcmp(text.text, canonical.text) != 0)
            fail_msg("%s: `quaestor fmt` would change it", files.paths[i]);
        buf_release(&text);
        buf_release(&canonical);
    }
    arena_release(&arena);
}

/* ---- the file ---------------------------------------------------------------------------- */

static void test_save(void **state)
{
    char folder[] = "/tmp/test_edit.XXXXXX";
    struct buf before = { 0 }, after = { 0 }, now = { 0 };
    struct arena arena = { 0 };
    struct stat st;
    struct err err;
    bool made;
    (void)state;
    assert_non_null(mkdtemp(folder));
    const char *path = arena_printf(&arena, "%s/deck.json", folder);
    const char *link = arena_printf(&arena, "%s/link.json", folder);
    buf_add(&before, "old");
    buf_add(&after, "new");
    assert_true(file_create(path, "old", 3, &made, &err));
    assert_int_equal(chmod(path, 0640), 0);
    assert_int_equal(symlink("deck.json", link), 0);
    assert_true(edit_save(link, &before, &after, &err));
    assert_int_equal(lstat(link, &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0640);
    assert_false(edit_save(path, &before, &after, &err)); // it says "new" by now
    assert_non_null(strstr(err.message, "was changed meanwhile; nothing is written"));
    assert_int_equal(err.kind, ERR_INPUT);
    assert_true(file_read(path, 100, &now, &err));
    assert_string_equal(now.text, "new");
    unlink(link);
    unlink(path);
    assert_int_equal(rmdir(folder), 0); // and nothing else was left there
    buf_release(&before);
    buf_release(&after);
    buf_release(&now);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_layout_of_neighbours),
        cmocka_unit_test(test_wide_card),
        cmocka_unit_test(test_set),
        cmocka_unit_test(test_adding),
        cmocka_unit_test(test_setting),
        cmocka_unit_test(test_format),
        cmocka_unit_test(test_formatting),
        cmocka_unit_test(test_adding_to_canonical),
        cmocka_unit_test(test_order_is_complete),
        cmocka_unit_test(test_shipped_decks),
        cmocka_unit_test(test_save),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
