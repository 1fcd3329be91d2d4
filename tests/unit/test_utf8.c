/*
 * Text as people see it: what is valid, what may reach a terminal, how wide it is, and what
 * counts as equal.  Oracles are written out here (the encoding after the Unicode Standard,
 * chapter 3, the lists of controls), not taken from the library underneath.
 */
#include "test.h"

#include "base/utf8.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { LAST = 0x10FFFF };

static bool is_surrogate(uint32_t c)
{
    return c >= 0xD800 && c <= 0xDFFF;
}

/* ---- validity ---- */

static void test_valid_cases(void **state)
{
    (void)state;
    // clang-format off
    static const struct {
        const char *text;
        long bad; // offset of the first bad byte, -1: valid
    } cases[] = {
        { "", -1 },
        { "plain", -1 },
        { "\x7F", -1 },
        { "\xC2\x80", -1 },            // U+0080, the first of two bytes
        { "\xDF\xBF", -1 },            // U+07FF
        { "\xE0\xA0\x80", -1 },        // U+0800, the first of three
        { "\xED\x9F\xBF", -1 },        // U+D7FF, before the surrogates
        { "\xEE\x80\x80", -1 },        // U+E000, behind them
        { "\xEF\xBF\xBF", -1 },        // U+FFFF, a noncharacter, is valid
        { "\xF0\x90\x80\x80", -1 },    // U+10000, the first of four
        { "\xF4\x8F\xBF\xBF", -1 },    // U+10FFFF, the last
        { "a\x80", 1 },                // a continuation alone
        { "\xC0\x80", 0 },             // overlong U+0000
        { "\xC1\xBF", 0 },             // overlong U+007F
        { "\xE0\x9F\xBF", 0 },         // overlong U+07FF
        { "\xF0\x8F\xBF\xBF", 0 },     // overlong U+FFFF
        { "\xED\xA0\x80", 0 },         // U+D800
        { "\xED\xBF\xBF", 0 },         // U+DFFF
        { "\xF4\x90\x80\x80", 0 },     // U+110000
        { "\xF5\x80\x80\x80", 0 },     // no such lead byte
        { "\xF8\x88\x80\x80\x80", 0 }, // five bytes
        { "\xFE", 0 },
        { "\xFF", 0 },
        { "ab\xC3", 2 },               // cut short
        { "ab\xE6\xBC", 2 },
        { "ab\xF0\x9F\x98", 2 },
        { "\xE6\xBC\xA2\xE6\xBC", 3 },
        { "\xE6\xBCx", 0 },            // broken off
        { "\xC3\xC3\xA9", 0 },
        { "\xF0\x9F\x98\xC3\xA9", 0 },
    };
    // clang-format on
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t bad = 99;
        bool valid = utf8_valid(cases[i].text, strlen(cases[i].text), &bad);
        assert_int_equal(valid, cases[i].bad < 0);
        if (!valid)
            assert_int_equal(bad, cases[i].bad);
    }
}

/* The character at the start of four bytes, worked out: 0 bytes if there is none. */
static size_t decode(const unsigned char *bytes, uint32_t *c)
{
    static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
    size_t size = bytes[0] < 0x80   ? 1
                  : bytes[0] < 0xC0 ? 0
                  : bytes[0] < 0xE0 ? 2
                  : bytes[0] < 0xF0 ? 3
                  : bytes[0] < 0xF8 ? 4
                                    : 0;
    *c = size == 1 ? bytes[0] : bytes[0] & (0x7Fu >> size);
    for (size_t i = 1; i < size; i++) {
        if ((bytes[i] & 0xC0) != 0x80)
            return 0;
        *c = *c << 6 | (bytes[i] & 0x3F);
    }
    return size > 0 && *c >= least[size] && *c <= LAST && !is_surrogate(*c) ? size : 0;
}

static void assert_decodes(const unsigned char bytes[4])
{
    uint32_t want = 0, got = 0;
    size_t size = decode(bytes, &want);
    assert_int_equal(utf8_next((const char *)bytes, 4, &got), size);
    if (size == 0)
        return;
    assert_int_equal(got, want);
    for (size_t len = 0; len < size; len++) // none of it can be missing
        assert_int_equal(utf8_next((const char *)bytes, len, &got), 0);
}

/* Every first two bytes, and every four of those at which something begins or ends. */
static void test_valid_bytes(void **state)
{
    (void)state;
    static const unsigned char edges[] =
        "\x00\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xDF\xE0\xE1"
        "\xEC\xED\xEE\xEF\xF0\xF1\xF3\xF4\xF5\xF7\xF8\xFB\xFE\xFF";
    for (unsigned pair = 0; pair <= 0xFFFF; pair++)
        assert_decodes(
            (unsigned char[4]){ (unsigned char)(pair >> 8), pair & 0xFF, 0x80, 0x80 });
    size_t n = sizeof edges - 1;
    for (size_t i = 0; i < n * n * n * n; i++)
        assert_decodes((unsigned char[4]){
            edges[i / n / n / n], edges[i / n / n % n], edges[i / n % n], edges[i % n] });
}

static void test_add_and_next(void **state)
{
    (void)state;
    struct buf out = { 0 };
    for (uint32_t c = 0; c <= LAST; c++) {
        uint32_t got = 0;
        if (is_surrogate(c))
            continue;
        buf_clear(&out);
        utf8_add(&out, c);
        assert_int_equal(utf8_next(out.text, out.len, &got), out.len);
        assert_int_equal(got, c);
    }
    buf_release(&out);
}

static void test_boundary(void **state)
{
    (void)state;
    static const char text[] = "a\xC3\xA9\xE6\xBC\xA2\xF0\x9F\x98\x80z";
    static const size_t starts[] = { 0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 11 };
    for (size_t i = 0; i < COUNT(starts); i++)
        assert_int_equal(utf8_boundary(text, i), starts[i]);
}

/* ---- what may reach a terminal ---- */

static void test_visible_cases(void **state)
{
    (void)state;
    static const struct {
        const char *text, *visible;
    } cases[] = {
        { "", "" },
        { "plain\ntext", "plain\ntext" },
        { "漢字, e\xCC\x81", "漢字, e\xCC\x81" },
        { "a\tb", "a    b" },
        { "\r\n", "^M\n" },
        { "\x1B[2J\x07", "^[[2J^G" },
        { "\x1B]0;title\x1B\\", "^[]0;title^[\\" },
        { "\x7F", "^?" },
        { "\xC2\x9Bm", "<U+009B>m" },
        { "\x9Bm", "<9B>m" },
        { "\xE2\x80\xAExyz", "<U+202E>xyz" },
        { "\xE2\x81\xA6x\xE2\x81\xA9", "<U+2066>x<U+2069>" },
        { "x\xE2\x80\xA8y", "x<U+2028>y" },
        { "\xEF\xBB\xBF{", "<U+FEFF>{" },
        { "\xF3\xA0\x81\xA1", "<U+E0061>" },
        { "\xE6\xBCx", "<E6><BC>x" },
        { "\xED\xA0\x80", "<ED><A0><80>" },
        { "\xC0\x9B", "<C0><9B>" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf out = { 0 };
        utf8_add_visible(&out, cases[i].text, strlen(cases[i].text));
        assert_string_equal(buf_text(&out), cases[i].visible);
        buf_release(&out);
    }
}

/* C0, DEL, C1, bidi controls, line separators, the byte order mark, invisible tags. */
static bool may_act(uint32_t c)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {
        { 0x00, 0x1F },
        { 0x7F, 0x9F },
        { 0x061C, 0x061C },
        { 0x200E, 0x200F },
        { 0x2028, 0x202E },
        { 0x2066, 0x2069 },
        { 0xFEFF, 0xFEFF },
        { 0xE0000, 0xE007F },
    };
    for (size_t i = 0; i < COUNT(ranges); i++)
        if (c >= ranges[i].first && c <= ranges[i].last)
            return true;
    return false;
}

static bool is_plain_ascii(const struct buf *text)
{
    for (size_t i = 0; i < text->len; i++)
        if (text->text[i] < 0x20 || text->text[i] > 0x7E)
            return false;
    return text->len > 0;
}

static void test_visible_everything(void **state)
{
    (void)state;
    struct buf in = { 0 }, out = { 0 };
    for (uint32_t c = 0; c <= LAST; c++) {
        if (is_surrogate(c))
            continue;
        buf_clear(&in);
        buf_clear(&out);
        utf8_add(&in, c);
        utf8_add_visible(&out, in.text, in.len);
        assert_int_equal(utf8_acts(c), may_act(c));
        if (may_act(c) && c != '\n')
            assert_true(is_plain_ascii(&out));
        else
            assert_string_equal(out.text, in.text);
    }
    buf_release(&in);
    buf_release(&out);
}

static void test_visible_bytes(void **state)
{
    (void)state;
    for (unsigned byte = 0x80; byte <= 0xFF; byte++) {
        struct buf out = { 0 }, want = { 0 };
        char c = (char)(unsigned char)byte;
        buf_addf(&want, "<%02X>", byte);
        utf8_add_visible(&out, &c, 1);
        assert_string_equal(out.text, want.text);
        buf_release(&out);
        buf_release(&want);
    }
}

/* ---- graphemes and columns ---- */

static void test_graphemes(void **state)
{
    (void)state;
    static const struct {
        const char *what, *text; // one grapheme cluster
        size_t width;
    } cases[] = {
        { "a letter", "a", 1 },
        { "a letter and a mark", "e\xCC\x81", 1 },
        { "a letter and two marks", "a\xCC\xA3\xCC\x82", 1 },
        { "a mark alone", "\xCC\x81", 0 },
        { "a zero width space", "\xE2\x80\x8B", 0 },
        { "an ideograph", "漢", 2 },
        { "a full-width letter", "Ａ", 2 },
        { "a half-width katakana", "\xEF\xBD\xB1", 1 },
        { "hangul", "각", 2 },
        { "hangul in three letters", "\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8", 2 },
        { "devanagari with a vowel sign", "\xE0\xA4\x95\xE0\xA5\x81", 1 },
        { "an emoji", "\xF0\x9F\x98\x80", 2 },
        { "an emoji with a skin tone", "\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD", 2 },
        { "a family of three",
            "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7",
            2 },
        { "a flag", "\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA", 2 },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf text = { 0 };
        size_t len = strlen(cases[i].text);
        print_message("%s\n", cases[i].what);
        assert_int_equal(utf8_grapheme(cases[i].text, len), len);
        assert_int_equal(utf8_width(cases[i].text, len), cases[i].width);
        buf_addf(&text, "%sx%s", cases[i].text, cases[i].text); // and in company
        assert_int_equal(utf8_grapheme(text.text, text.len), len);
        assert_int_equal(utf8_width(text.text, text.len), 2 * cases[i].width + 1);
        buf_release(&text);
    }
}

static void test_grapheme_ends(void **state)
{
    (void)state;
    static const char two_flags[] = "\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA"
                                    "\xF0\x9F\x87\xAB\xF0\x9F\x87\xB7";
    assert_int_equal(utf8_grapheme("", 0), 0);
    assert_int_equal(utf8_width("", 0), 0);
    assert_int_equal(utf8_grapheme("\r\n", 2), 2);
    assert_int_equal(utf8_grapheme("\xFF\xCC\x81", 3), 1); // a byte that is no text
    assert_int_equal(utf8_grapheme("a\xFF", 2), 1);
    assert_int_equal(utf8_grapheme("e\xCC\x81", 1), 1); // the end is where we say
    assert_int_equal(utf8_grapheme(two_flags, strlen(two_flags)), 8);
    assert_int_equal(utf8_width(two_flags, strlen(two_flags)), 4);
}

/* ---- comparison forms ---- */

static void assert_folds(const char *text, unsigned flags, const char *folded)
{
    struct buf out = { 0 };
    utf8_add_folded(&out, text, strlen(text), flags);
    assert_string_equal(buf_text(&out), folded);
    buf_release(&out);
}

static void test_fold(void **state)
{
    (void)state;
    enum { BOTH = FOLD_CASE | FOLD_ACCENTS };
    // clang-format off
    static const struct {
        const char *text;
        unsigned flags;
        const char *folded;
    } cases[] = {
        { "", BOTH, "" },
        { "Daras", 0, "Daras" },
        { "Daras", FOLD_CASE, "daras" },
        { "e\xCC\x81", 0, "é" },
        { "É", FOLD_CASE, "é" },
        { "É", FOLD_ACCENTS, "E" },
        { "É", BOTH, "e" },
        { "Straße", FOLD_CASE, "strasse" },
        { "STRASSE", FOLD_CASE, "strasse" },
        { "ΣΊΣΥΦΟΣ", FOLD_CASE, "σίσυφοσ" },
        { "Σίσυφος", BOTH, "σισυφοσ" },
        { "ﬁre", 0, "fire" },
        { "Ａ１", FOLD_CASE, "a1" },
        { "x²", 0, "x2" },
        { "½", 0, "1⁄2" },              // with the fraction slash
        { "\xE2\x84\xAB", 0, "Å" },     // angstrom sign
        { "Ελλάς", FOLD_ACCENTS, "Ελλας" },
        { "Łódź", BOTH, "łodz" },       // a stroke is no mark
        { "각", 0, "각" },
        { "x\xC2\xA0y", 0, "x y" },     // no-break space
        { "\xFF", BOTH, "\xFF" },       // no text: compared as it is
    };
    // clang-format on
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_folds(cases[i].text, cases[i].flags, cases[i].folded);
}

/* Folding what is folded changes nothing; above U+2FFFF no character folds. */
static void test_fold_twice(void **state)
{
    (void)state;
    struct buf text = { 0 }, once = { 0 }, twice = { 0 };
    for (uint32_t c = 1; c <= 0x2FFFF; c++) {
        if (is_surrogate(c))
            continue;
        buf_clear(&text);
        utf8_add(&text, c);
        for (unsigned flags = 0; flags <= (FOLD_CASE | FOLD_ACCENTS); flags++) {
            buf_clear(&once);
            buf_clear(&twice);
            utf8_add_folded(&once, text.text, text.len, flags);
            utf8_add_folded(&twice, buf_text(&once), once.len, flags);
            if (strcmp(buf_text(&once), buf_text(&twice)) != 0)
                fail_msg("U+%04X with flags %u", (unsigned)c, flags);
        }
    }
    buf_release(&text);
    buf_release(&once);
    buf_release(&twice);
}

/* ---- classes ---- */

static void test_classes(void **state)
{
    (void)state;
    static const struct {
        uint32_t character;
        bool letter, digit, space;
    } cases[] = {
        { 'a', true, false, false },
        { 0x00DF, true, false, false }, // sharp s
        { 0x6F22, true, false, false },
        { 0x0301, true, false, false }, // belongs to one
        { '7', false, true, false },
        { 0x0667, false, true, false }, // arabic 7
        { 0x00B2, false, false, false },
        { 0x2162, false, false, false }, // 2 up, roman III
        { ' ', false, false, true },
        { '\t', false, false, true },
        { '\n', false, false, true },
        { 0x00A0, false, false, true },
        { 0x3000, false, false, true },
        { 0x200B, false, false, false },
        { '-', false, false, false },
        { '_', false, false, false },
        { 0x1F600, false, false, false },
        { 0, false, false, false },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        uint32_t c = cases[i].character;
        assert_int_equal(utf8_is_letter(c), cases[i].letter);
        assert_int_equal(utf8_is_digit(c), cases[i].digit);
        assert_int_equal(utf8_is_space(c), cases[i].space);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_valid_cases),
        cmocka_unit_test(test_valid_bytes),
        cmocka_unit_test(test_add_and_next),
        cmocka_unit_test(test_boundary),
        cmocka_unit_test(test_visible_cases),
        cmocka_unit_test(test_visible_everything),
        cmocka_unit_test(test_visible_bytes),
        cmocka_unit_test(test_graphemes),
        cmocka_unit_test(test_grapheme_ends),
        cmocka_unit_test(test_fold),
        cmocka_unit_test(test_fold_twice),
        cmocka_unit_test(test_classes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
