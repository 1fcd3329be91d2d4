/*
 * Documents: blocks, sentences and sections of each format, places in the file, and what is not
 * taken for a document.
 */
#include "test.h"

#include "document/document.h"
#include "document/place.h"

#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct buf text_of(const char *text)
{
    struct buf buf = { 0 };
    buf_add(&buf, text);
    return buf;
}

static void parse(const char *name, const char *text, struct doc *doc)
{
    struct err err;
    if (!doc_parse(name, text_of(text), doc, &err))
        fail_msg("%s", err.message);
}

/*
 * A document as a line for each block: its place, kind and level, sentences parted by bars.  Rows
 * show their tabs as "/", what is aside stands in brackets.
 */
static void outline(struct doc *doc, struct buf *out)
{
    static const char kinds[] = { 'h', 'p', 'i', 'r', 'c' };
    for (size_t i = 0; i < doc->block_count; i++) {
        const struct block *block = &doc->blocks[i];
        int line, column;
        doc_place(doc, block->range.from, &line, &column);
        buf_addf(out, "%d:%d %c%d%s", line, column, kinds[block->kind], block->level,
            block->aside ? "(" : " ");
        for (size_t k = 0; k < block->sentence_count; k++) {
            struct range range = doc->sentences[block->first_sentence + k];
            buf_add(out, k > 0 ? "|" : "");
            for (size_t at = range.from; at < range.to; at++)
                buf_add_char(out, doc->text[at] == '\t' ? '/' : doc->text[at]);
        }
        buf_add(out, block->aside ? ")\n" : "\n");
    }
}

static void check_outline(const char *name, const char *text, const char *expected)
{
    struct doc doc;
    struct buf out = { 0 };
    print_message("%s: %s\n", name, text);
    parse(name, text, &doc);
    outline(&doc, &out);
    assert_string_equal(buf_text(&out), expected);
    buf_release(&out);
    doc_release(&doc);
}

struct outline_case {
    const char *text, *outline;
};

static void test_text(void **state)
{
    (void)state;
    static const struct outline_case cases[] = {
        { "", "" },
        { "one line", "1:1 p0 one line\n" },
        { "\xEF\xBB\xBF"
          "one\r\ntwo\r\n",
            "1:1 p0 one two\n" },
        { "two\nlines\n\n\nand  two\tmore\n", "1:1 p0 two lines\n5:1 p0 and two more\n" },
        { "The Title\n\nA text that is long enough. And more.\n",
            "1:1 h1 The Title\n3:1 p0 A text that is long enough.|And more.\n" },
        { "The Title\n\nFirst part\n\nText here, as it is.\n\nLast line",
            "1:1 h1 The Title\n3:1 h2 First part\n5:1 p0 Text here, as it is.\n"
            "7:1 p0 Last line\n" },
        { "Big\n===\n\nSmall\n-----\ntext\n", "1:1 h1 Big\n4:1 h2 Small\n6:1 p0 text\n" },
        { "1 One\n\nText is here.\n\n1.2 Two\n\nText is here.\n",
            "1:1 h1 1 One\n3:1 p0 Text is here.\n5:1 h3 1.2 Two\n7:1 p0 Text is "
            "here.\n" },
        { "Things:\n- one\n* two\n  goes on\n  - three\n12) four\n\xE2\x80\xA2 five\n",
            "1:1 p0 Things:\n2:3 i1 one\n3:3 i1 two goes on\n5:5 i2 three\n"
            "6:5 i1 four\n7:3 i1 five\n" },
        { "  New paragraph\ngoes on\n  another\n",
            "1:3 p0 New paragraph goes on\n3:3 p0 another\n" },
        { "Year | What\n-----+-----\n1453 | Fall\n1204\tSack\n",
            "1:1 r0 Year/What\n3:1 r0 1453/Fall\n4:1 r0 1204/Sack\n" },
        { "only | one row\nand text\n", "1:1 p0 only | one row and text\n" },
        { "bad \xFF byte\x1B[31m \xC2\xAD soft\n",
            "1:1 p0 bad \xEF\xBF\xBD byte [31m soft\n" },
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        check_outline("a.txt", cases[i].text, cases[i].outline);
}

static void test_markdown(void **state)
{
    (void)state;
    static const struct outline_case cases[] = {
        { "# T *it* x\n\nHello **bold\nmore** and &amp; x \\* y.\n",
            "1:3 h1 T it x\n3:1 p0 Hello bold more and & x * y.\n" },
        { "- item one\n  cont\n  - nested *q*\n\n> quote\n",
            "1:3 i1 item one cont\n3:5 i2 nested q\n5:3 p0 quote\n" },
        { "| Year | What |\n|---|---|\n| 1453 | *Fall* |\n",
            "1:3 r0 Year/What\n3:3 r0 1453/Fall\n" },
        { "<div><p>Html <b>in</b> here</p></div>\n\nSub\n---\n",
            "1:9 p0 Html in here\n3:1 h2 Sub\n" },
        { "```c\nint x;\ny\n```\n", "2:1 c0 int x; y\n" },
        { "see [the *map*](http://x) and ![a map](m.png)\n",
            "1:1 p0 see the map and a map\n" },
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        check_outline("a.md", cases[i].text, cases[i].outline);
}

static void test_html(void **state)
{
    (void)state;
    static const struct outline_case cases[] = {
        { "<title>No</title><h1>Caf&eacute; &amp; Co</h1><p>One "
          "<b>two</b>&mdash;three.\nFour.",
            "1:22 h1 Caf\xC3\xA9 & Co\n1:50 p0 One two\xE2\x80\x94three.|Four.\n" },
        { "<nav><a>Home</a></nav><div>In</div><footer>Out</footer>",
            "1:9 p0(Home)\n1:28 p0 In\n1:44 p0(Out)\n" },
        { "<ul><li><p>One</p></li><li>Two<ol><li>Three</ol></ul>",
            "1:12 i1 One\n1:28 i1 Two\n1:39 i2 Three\n" },
        { "<table><tr><th>Year<th>What<tr><td>1453<td>Fall</table>",
            "1:16 r0 Year/What\n1:36 r0 1453/Fall\n" },
        { "loose<br>line<br><br>next", "1:1 p0 loose line\n1:22 p0 next\n" },
        { "a<sup class='reference'>[1]</sup> b<script>c</script><p hidden>d",
            "1:1 p0 a b\n" },
        { "<p>never <b>closed", "1:4 p0 never closed\n" },
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        check_outline("a.html", cases[i].text, cases[i].outline);
}

/* A bar where a sentence ends. */
static void test_sentences(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "One. Two! Three? Four",
        "Mr. Smith met J. R. Doe in St. Mary's. He left.",
        "It cost 4.5 pounds, i.e. nothing. So what?",
        "\xE2\x80\x9CGo.\xE2\x80\x9D He went. (So they say.) \"Why?\" she asked.",
        "He waited... and left. Then... Silence.",
        "In c. 540 A.D. the war began. Then peace.",
    };
    static const char *const sentences[] = {
        "One.|Two!|Three?|Four",
        "Mr. Smith met J. R. Doe in St. Mary's.|He left.",
        "It cost 4.5 pounds, i.e. nothing.|So what?",
        "\xE2\x80\x9CGo.\xE2\x80\x9D|He went.|(So they say.)|\"Why?\" she asked.",
        "He waited... and left.|Then...|Silence.",
        "In c. 540 A.D. the war began.|Then peace.",
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf expected = { 0 };
        buf_addf(&expected, "1:1 p0 %s\n", sentences[i]);
        check_outline("a.txt", cases[i], expected.text);
        buf_release(&expected);
    }
}

/* Without punctuation pieces take the place of sentences. */
static void test_bare(void **state)
{
    (void)state;
    struct buf text = { 0 };
    struct doc doc;
    for (int i = 0; i < 100; i++)
        buf_addf(&text, "word%d ", i);
    parse("a.txt", text.text, &doc);
    assert_int_equal(doc.block_count, 1);
    assert_true(doc.blocks[0].bare && doc.lower);
    assert_int_equal(doc.sentence_count, 4);
    assert_int_equal(doc_sentence_at(&doc, doc.sentences[2].from + 3), 2);
    doc_release(&doc);
    buf_release(&text);
}

/* Each section with its level, its parent, and its blocks. */
static void test_sections(void **state)
{
    (void)state;
    static const struct section expected[] = {
        { "", 1, SECTION_NONE, 0, 1 },
        { "One", 1, SECTION_NONE, 1, 6 },
        { "Deep", 3, 1, 2, 4 },
        { "Two", 2, 1, 4, 6 },
        { "Three", 1, SECTION_NONE, 6, 7 },
    };
    struct doc doc;
    parse("a.md", "before\n\n# One\n### Deep\na\n## Two\nb\n# Three\n", &doc);
    assert_int_equal(doc.section_count, COUNT(expected));
    assert_string_equal(doc.title, "One");
    for (size_t i = 0; i < COUNT(expected); i++) {
        print_message("%s\n", expected[i].title);
        assert_string_equal(doc.sections[i].title, expected[i].title);
        assert_int_equal(doc.sections[i].level, expected[i].level);
        assert_int_equal(doc.sections[i].parent, expected[i].parent);
        assert_int_equal(doc.sections[i].first_block, expected[i].first_block);
        assert_int_equal(doc.sections[i].end_block, expected[i].end_block);
    }
    doc_release(&doc);
}

static void test_places(void **state)
{
    (void)state;
    static const char text[] =
        "# The Siege of Dara\n\nThe siege was long.\n\n"
        "# Peace\n\nThe caf\xC3\xA9's siege of peace was long ago.\n";
    static const struct {
        const char *at, *found; // what the place holds, NULL: there is none
        bool section;
        const char *near;
    } cases[] = {
        { "peace", "Peace\nThe caf\xC3\xA9's siege of peace was long ago.", true, NULL },
        { "The siege of DARA", "The Siege of Dara\nThe siege was long.", true, NULL },
        { "siege was", "siege was", false, NULL },
        { "cafe\xE2\x80\x99s  siege", "caf\xC3\xA9's siege", false, NULL },
        { "of dara", "The Siege of Dara\nThe siege was long.", true, NULL },
        { "was long", "was long", false, NULL },
        { "long The caf\xC3\xA9", NULL, false, NULL }, // "Peace" stands between
        { "Siege of Daras", NULL, false, "The Siege of Dara" },
        { "nothing like it", NULL, false, NULL },
        { "...", NULL, false, NULL },
    };
    struct doc doc;
    struct places places;
    parse("a.md", text, &doc);
    places_init(&places, &doc);
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct place place;
        print_message("%s\n", cases[i].at);
        bool found = places_find(&places, cases[i].at, &place);
        assert_int_equal(found, cases[i].found != NULL);
        if (found) {
            size_t len = place.range.to - place.range.from;
            assert_int_equal(len, strlen(cases[i].found));
            assert_memory_equal(doc.text + place.range.from, cases[i].found, len);
            assert_int_equal(place.is_section, cases[i].section);
            continue;
        }
        const char *near = places_near(&places, cases[i].at);
        assert_int_equal(near != NULL, cases[i].near != NULL);
        if (near != NULL)
            assert_string_equal(near, cases[i].near);
    }
    struct place place;
    assert_true(places_find(&places, "was long", &place));
    assert_true(places_find_next(&places, "was long", &place));
    assert_int_equal(place.section, 1);
    assert_false(places_find_next(&places, "was long", &place));
    places_release(&places);
    doc_release(&doc);
}

/* Every byte of the plain text is, in a plain file, the byte that it comes from. */
static void test_offsets(void **state)
{
    (void)state;
    static const char text[] = "Title\n\n  one  two\r\n three\n\n- item\n";
    struct doc doc;
    parse("a.txt", text, &doc);
    for (size_t i = 0; i < doc.len; i++)
        if (doc.text[i] != ' ' && doc.text[i] != '\n')
            assert_int_equal(doc.text[i], text[doc_file_offset(&doc, i)]);
    doc_release(&doc);
}

static void test_formats(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text;
        enum doc_format format;
    } cases[] = {
        { "a.md", "x", DOC_MARKDOWN },
        { "a.MARKDOWN", "x", DOC_MARKDOWN },
        { "a.htm", "x", DOC_HTML },
        { "a.txt", "<html>", DOC_TEXT },
        { "a", " \n<!DOCTYPE HTML><p>", DOC_HTML },
        { "a", "<b>", DOC_TEXT },
        { "", "", DOC_TEXT },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct doc doc;
        print_message("%s: %s\n", cases[i].name, cases[i].text);
        parse(cases[i].name, cases[i].text, &doc);
        assert_int_equal(doc.format, cases[i].format);
        doc_release(&doc);
    }
}

static struct buf repeat(const char *part, size_t count)
{
    struct buf text = { 0 };
    for (size_t i = 0; i < count; i++)
        buf_add(&text, part);
    return text;
}

/* What no reader should be fed is refused with a place; what is only odd is read. */
static void test_hostile(void **state)
{
    (void)state;
    static const struct {
        const char *name, *part;
        size_t count;
        const char *message; // NULL: it is read
    } cases[] = {
        { "a.txt", "caf\xE9 ", 20, "20 bytes are no UTF-8; save the document in UTF-8" },
        { "a.html", "<div>", 20000, "too much markup; save the page as plain text" },
        { "a.html", "<b></b>", 40000, "too much markup; save the page as plain text" },
        { "a.md", "<i>\n\n", 20000, "too much markup; save the page as plain text" },
        { "a.html", "<b><p>x</b>", 3000, NULL },
        { "a.html", "<table><td>", 4000, NULL },
        { "a.md", "![[]()", 30000, "more than 20000 pictures; leave them out" },
        { "a.md", "> ", 100000, NULL },
        { "a.md", "- ", 100000, NULL },
        { "a.md", "[", 100000, NULL },
        { "a.txt", ". ", 100000, NULL },
        { "a.txt", "a|b\n", 100000, NULL },
        { "a.txt", "\"", 100000, NULL },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct doc doc;
        struct err err = { 0 };
        print_message("%s: %s x %zu\n", cases[i].name, cases[i].part, cases[i].count);
        bool ok =
            doc_parse(cases[i].name, repeat(cases[i].part, cases[i].count), &doc, &err);
        assert_int_equal(ok, cases[i].message == NULL);
        if (ok)
            doc_release(&doc);
        else
            assert_string_equal(err.message, cases[i].message);
    }
}

static void test_binary(void **state)
{
    (void)state;
    struct buf text = { 0 };
    struct doc doc;
    struct err err;
    buf_add_bytes(&text, "one\ntwo\0three", 13);
    assert_false(doc_parse("a.txt", text, &doc, &err));
    assert_string_equal(
        err.message, "a byte 0: not a text; save the document as plain text in UTF-8");
    assert_int_equal(err.line, 2);
    assert_int_equal(err.column, 4);
    assert_false(doc_load(TEST_PATH("no/such.txt"), &doc, &err));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_markdown),
        cmocka_unit_test(test_html),
        cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_bare),
        cmocka_unit_test(test_sections),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_offsets),
        cmocka_unit_test(test_formats),
        cmocka_unit_test(test_hostile),
        cmocka_unit_test(test_binary),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
