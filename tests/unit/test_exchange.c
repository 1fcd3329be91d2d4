/*
 * HTML and clozes of other programs, and the way out and back: what a table gives again.
 */
#include "test.h"

#include "base/file.h"
#include "deck/library.h"
#include "exchange/export.h"
#include "exchange/export_cells.h"
#include "exchange/gaps.h"
#include "exchange/html.h"
#include "exchange/import.h"
#include "match/judge.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void test_html(void **state)
{
    (void)state;
    static const struct {
        const char *html, *text;
        size_t images, sounds;
    } cases[] = {
        { "plain", "plain", 0, 0 },
        { "a &lt; b &amp;&#99; &nbsp;d", "a < b &c  d", 0, 0 },
        { "a < b and c<3", "a < b and c<3", 0, 0 },
        { "&lt;script&gt;", "<script>", 0, 0 }, // read once, not twice
        { "a<br>b<br/><br>c", "a\nb\n\nc", 0, 0 },
        { "a<div>b</div><div><br></div><div>c</div>", "a\nb\n\nc\n", 0, 0 },
        { "<p>a</p><p>b</p>", "a\nb\n", 0, 0 },
        { "two\n  words", "two words", 0, 0 },
        { "<ul><li>a<li>b<ol><li>c</ol></ul>", "- a\n- b\n  1. c\n", 0, 0 },
        { "<ol><li>a</li> <li>b</li></ol>", "1. a\n2. b\n", 0, 0 },
        { "<table><tr><th>x<td>y<tr><td>1<td>2</table>", "x | y\n1 | 2\n", 0, 0 },
        { "<pre>int a;\n  b();</pre>", "```\nint a;\n  b();\n```\n", 0, 0 },
        { "<b>b</b><i>i</i><u>u</u> <code>x</code>", "biu x", 0, 0 },
        { "x<sup>2</sup> y<sup>10</sup> H<sub>2</sub>O", "x^2 y^{10} H_2O", 0, 0 },
        { "<ruby>漢<rp>(</rp><rt>かん</rt></ruby>", "漢(かん)", 0, 0 },
        { "<a href='http://x.org/'>t</a>", "t <http://x.org/>", 0, 0 },
        { "<a href='http://x.org/'>http://x.org/</a>", "http://x.org/", 0, 0 },
        { "<a href='javascript:alert(1)'>t</a>", "t", 0, 0 },
        { "<img src=map.png> <IMG alt='a map' src='x'>",
            "[image: map.png] [image: a map]", 2, 0 },
        { "<img src='data:image/png;base64,AAAA'>", "[image]", 1, 0 },
        { "[sound:a.mp3]<audio src=b.ogg></audio>", "[sound: a.mp3][sound: b.ogg]", 0,
            2 },
        { "[[type:Back]][anki:tts lang=en]say[/anki:tts]", "say", 0, 0 },
        { "a<!-- b --><style>c</style><script>d</script>e", "ae", 0, 0 },
        { "<b>never closed", "never closed", 0, 0 },
        { "</div></b>only ends", "only ends", 0, 0 },
        { "", "", 0, 0 },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf out = { 0 };
        struct html_losses losses = { 0 };
        print_message("%s\n", cases[i].html);
        assert_true(html_add_text(&out, cases[i].html, &losses));
        assert_string_equal(buf_text(&out), cases[i].text);
        assert_int_equal(losses.images, cases[i].images);
        assert_int_equal(losses.sounds, cases[i].sounds);
        buf_release(&out);
    }
}

/* What would keep the parser busy, or its stack deep, is refused before it is parsed. */
static void test_too_much_html(void **state)
{
    (void)state;
    static const char *const parts[] = { "<div>", "<b id=x>" };
    for (size_t i = 0; i < COUNT(parts); i++) {
        struct buf html = { 0 }, out = { 0 };
        struct html_losses losses = { 0 };
        for (int count = 0; count < 7000; count++)
            buf_add(&html, parts[i]);
        assert_false(html_add_text(&out, html.text, &losses));
        assert_int_equal(out.len, 0);
        html.len = 900 * strlen(parts[i]);
        html.text[html.len] = '\0';
        assert_true(html_add_text(&out, html.text, &losses));
        buf_release(&html);
        buf_release(&out);
    }
}

static void test_likely_html(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool likely;
    } cases[] = { { "a<br>b", true }, { "<br />", true }, { "</b>", true },
        { "<img src=x>", true }, { "&amp;", true }, { "&#039;", true },
        { "a < b", false }, { "a <b or c", false }, { "x<y>z", true },
        { "R&D; no", true }, { "R & D", false }, { "if a<3 then", false },
        { "", false } };
    for (size_t i = 0; i < COUNT(cases); i++) {
        print_message("%s\n", cases[i].text);
        assert_int_equal(html_is_likely(cases[i].text), cases[i].likely);
    }
}

/* Clozes as "number:text/number:text". */
static void test_gaps(void **state)
{
    (void)state;
    static const struct {
        const char *text, *clozes, *plain;
    } cases[] = {
        { "{{c1::a}} b", "0:{{c1::a}} b", "a b" },
        { "{{c1::a::hint}} {{c2::b}}", "0:{{c1::a::hint}} {{c2::b}}", "a b" },
        { "{{c1::10:30::time::of day}}", "0:{{c1::10:30::time::of day}}", "10:30" },
        { "{{c10::x}} {{c2::y}}", "0:{{c10::x}} {{c2::y}}", "x y" },
        { "{{c1::a {{c2::b}} c}}", "1:{{c1::a b c}}/2:a {{c2::b}} c", "a b c" },
        { "{{c1,3::a}} {{c1::b}}", "1:{{c1::a}} {{c1::b}}/3:{{c3::a}} b", "a b" },
        { "{{c1::a {{c2::b::x}}::y}}", "1:{{c1::a b::y}}/2:a {{c2::b::x}}", "a b" },
        { "{{c0::a}} {{c1::b}}", "0:a {{c1::b}}", "a b" },
        { "{{c1::}} {{c2::b}}", "0: {{c2::b}}", " b" },
        { "{{c1::a", "", "{{c1::a" },
        { "{{c1::x}} {{c2::y", "0:{{c1::x}} { {c2::y", "x {{c2::y" },
        { "{{c1::int a[]={1,2} }}", "0:{{c1::int a[]={1,2} }}", "int a[]={1,2} " },
        { "{{x}} {{c1::y}} }}", "0:{ {x} } {{c1::y}} } }", "{ {x} } y } }" },
        { "{{{c1::y}}}", "0:{ {{c1::y}} }", "{y}" },
        { "{{c1::}}", "", "" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena arena = { 0 };
        struct gap_texts texts = { 0 };
        struct buf out = { 0 };
        const char *plain;
        print_message("%s\n", cases[i].text);
        gaps_convert(&arena, cases[i].text, &plain, &texts);
        for (size_t at = 0; at < texts.count; at++)
            buf_addf(&out, "%s%d:%s", at > 0 ? "/" : "", texts.items[at].number,
                texts.items[at].cloze);
        assert_string_equal(buf_text(&out), cases[i].clozes);
        if (texts.count > 0 && strchr(cases[i].plain, '{') == NULL)
            assert_string_equal(plain, cases[i].plain);
        buf_release(&out);
        arena_release(&arena);
    }
}

/* ---- out and back ----------------------------------------------------------------------- */

static void import_text(const struct buf *text, const char *name, struct deck *deck)
{
    struct import import = { .options = { .from = IMPORT_ANY } };
    struct buf bytes = { 0 }, json = { 0 };
    struct err err = { 0 };
    struct diags diags = { 0 };
    bool is_deck;
    buf_add_bytes(&bytes, text->text, text->len);
    bool ok = import_read(&import, name, bytes, &err) &&
              import_render(&import, "back", NULL, NULL, &json, &err);
    if (!ok)
        print_error("%s\n", err.message);
    assert_true(ok);
    assert_int_equal(import.left_out, 0);
    assert_true(deck_parse("back.json", json, deck, &is_deck, &diags, &err));
    assert_int_equal(diags.count, 0);
    import_release(&import);
    diags_release(&diags);
}

static void same_forms(const struct key *a, const struct key *b)
{
    assert_int_equal(a->count, b->count);
    for (size_t i = 0; i < a->count; i++) {
        assert_int_equal(a->items[i].count, b->items[i].count);
        for (size_t form = 0; form < a->items[i].count; form++)
            assert_string_equal(a->items[i].forms[form], b->items[i].forms[form]);
    }
}

/* Question, answer, accept and tags are the same; a gap is text, and the rest keeps its kind. */
static void same_card(const struct card *card, const struct card *back)
{
    struct arena arena = { 0 };
    print_message("%s\n", card->name);
    assert_string_equal(card->question, back->question);
    assert_string_equal(
        match_expected(&card->key, &arena), match_expected(&back->key, &arena));
    if (card->key.kind == KEY_CLOZE)
        assert_int_equal(back->key.kind, KEY_TEXT);
    else
        assert_int_equal(back->key.kind, card->key.kind);
    same_forms(&card->key, &back->key);
    assert_near(back->key.tolerance, card->key.tolerance, 0);
    assert_int_equal(back->key.option_count, card->key.option_count);
    assert_int_equal(back->note->tag_count, card->note->tag_count);
    for (size_t i = 0; i < card->note->tag_count; i++)
        assert_string_equal(back->note->tags[i], card->note->tags[i]);
    assert_int_equal(back->note->citation_count, card->note->citation_count);
    arena_release(&arena);
}

static void check_round_trip(enum export_format format, const struct deck *deck)
{
    const struct card **cards = mem_zeroed(deck->card_count, sizeof *cards);
    struct buf text = { 0 };
    struct export_losses losses = { 0 };
    struct deck back;
    for (size_t i = 0; i < deck->card_count; i++)
        cards[i] = &deck->cards[i];
    export_table(format, cards, deck->card_count, &text, &losses);
    import_text(&text, format == EXPORT_ANKI ? "notes.txt" : "cards.csv", &back);
    assert_int_equal(back.card_count, deck->card_count);
    for (size_t i = 0; i < deck->card_count; i++)
        same_card(cards[i], &back.cards[i]);
    deck_release(&back);
    buf_release(&text);
    free(cards);
}

static void test_shipped_decks(void **state)
{
    (void)state;
    static const char *const paths[] = { TEST_PATH("decks") };
    static const enum export_format formats[] = { EXPORT_CSV, EXPORT_TSV, EXPORT_ANKI };
    struct library library = { 0 };
    library_load(&library, paths, 1);
    assert_true(library.deck_count > 0);
    for (size_t format = 0; format < COUNT(formats); format++)
        for (size_t i = 0; i < library.deck_count; i++)
            check_round_trip(formats[format], &library.decks[i]);
    library_release(&library);
}

/* What is hard in a table: separators, quotes, lines, marks of ours and of HTML. */
static const char hard_deck[] =
    "{\"format\": 1, \"id\": \"hard\", \"documents\": {\"d\": {\"title\": \"D\"}}, "
    "\"defaults\": {\"source\": {\"document\": \"d\"}}, \"cards\": ["
    "{\"question\": \"a, b; \\\"c\\\"\\n#d\", \"answer\": \"x; y | z = w \\\\\", "
    "\"accept\": [\"p; q\", \"r | s\", \"t = u\", \"v\\\\;w\"]},"
    "{\"question\": \"<b>bold</b> &amp; a  <  b\", \"answer\": \"&lt;\", \"tags\": "
    "[\"a::b\", \"c\"]},"
    "{\"question\": [\"code\", \"```\", \"if (a<b)\", \"  c();\", \"```\"], \"answer\": "
    "\"c\"},"
    "{\"question\": \"list\", \"answer\": [\"a; b\", [\"c | d\", \"e = f\"]]},"
    "{\"question\": \"pairs\", \"pairs\": [[\"a = b\", \"c; d\"], [\"e\", \"f\"]]},"
    "{\"question\": \"choice\", \"answer\": \"a; b\", \"wrong\": [\"c | d\", \"e\"]},"
    "{\"question\": \"number\", \"answer\": -1.5, \"unit\": \"m/s\", \"tolerance\": "
    "0.25},"
    "{\"question\": \"formula\", \"answer\": \"=1+1\", \"accept\": [\"+2\", \"@two\"]},"
    "{\"question\": \"one word tag\", \"answer\": \"b\", \"tags\": [\"comma,tag\"]},"
    "{\"question\": \"false\", \"answer\": false},"
    "{\"question\": \"long\", \"answer\": \"an answer that is longer than what anybody "
    "would "
    "ever type, but it was typed before\"}"
    "]}";

static void test_hard_cards(void **state)
{
    (void)state;
    static const enum export_format formats[] = { EXPORT_CSV, EXPORT_TSV, EXPORT_ANKI };
    for (size_t i = 0; i < COUNT(formats); i++) {
        struct buf text = { 0 };
        struct deck deck;
        struct diags diags = { 0 };
        struct err err = { 0 };
        bool is_deck;
        buf_add(&text, hard_deck);
        assert_true(deck_parse("hard.json", text, &deck, &is_deck, &diags, &err));
        assert_int_equal(diags.errors, 0);
        check_round_trip(formats[i], &deck);
        deck_release(&deck);
        diags_release(&diags);
    }
}

/* An exported deck says the same, and is the same when it is exported again. */
static void test_deck(void **state)
{
    (void)state;
    struct buf text = { 0 }, once = { 0 }, twice = { 0 };
    struct deck deck, again;
    struct diags diags = { 0 };
    struct err err = { 0 };
    bool is_deck;
    buf_add(&text, hard_deck);
    assert_true(deck_parse("hard.json", text, &deck, &is_deck, &diags, &err));
    const struct card *cards[16], *copies[16];
    for (size_t i = 0; i < deck.card_count; i++)
        cards[i] = &deck.cards[i];
    assert_true(export_deck(cards, deck.card_count, &once, &err));
    struct buf copy = { 0 };
    buf_add_bytes(&copy, once.text, once.len);
    assert_true(deck_parse("hard.json", copy, &again, &is_deck, &diags, &err));
    assert_int_equal(again.card_count, deck.card_count);
    for (size_t i = 0; i < again.card_count; i++) {
        copies[i] = &again.cards[i];
        assert_string_equal(again.cards[i].name, deck.cards[i].name);
    }
    assert_true(export_deck(copies, again.card_count, &twice, &err));
    assert_string_equal(once.text, twice.text);
    buf_release(&once);
    buf_release(&twice);
    deck_release(&deck);
    deck_release(&again);
    diags_release(&diags);
}

/* The ids do not depend on what else is in the source, or on its order. */
static void test_ids_stay(void **state)
{
    (void)state;
    struct buf first = { 0 }, second = { 0 };
    struct deck a, b;
    buf_add(&first, "q,a\nwolf,lupus\nlamb,agnus\n");
    buf_add(&second, "q,a\ndog,canis\nLamb,a lamb\nwolf ,lupus canis\n");
    import_text(&first, "a.csv", &a);
    import_text(&second, "b.csv", &b);
    assert_string_equal(a.notes[0].id, b.notes[2].id);
    assert_string_equal(a.notes[1].id, b.notes[1].id);
    assert_string_not_equal(a.notes[0].id, b.notes[0].id);
    deck_release(&a);
    deck_release(&b);
    buf_release(&first);
    buf_release(&second);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html),
        cmocka_unit_test(test_too_much_html),
        cmocka_unit_test(test_likely_html),
        cmocka_unit_test(test_gaps),
        cmocka_unit_test(test_shipped_decks),
        cmocka_unit_test(test_hard_cards),
        cmocka_unit_test(test_deck),
        cmocka_unit_test(test_ids_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
