/*
 * What is said of a text that is no JSON: one case for each class of fault, with the whole
 * message as it is shown, place, excerpt and caret; then what bounds a file.
 */
#include "test.h"

#include "base/json.h"

#include <stdlib.h>
#include <string.h>

#define TEXT(literal) literal, sizeof(literal) - 1

struct fault {
    const char *text;
    size_t len;
    const char *shown;
};

/* The same message must come from a text that ends exactly where its memory does. */
static void assert_shown(const char *text, size_t len, const char *shown)
{
    char *copy = malloc(len + 1);
    memcpy(copy, text, len);
    copy[len] = '\0';
    struct source source = { .name = "deck.json", .text = copy, .len = len };
    struct json json = { 0 };
    struct err err = { 0 };
    struct buf out = { 0 };
    assert_false(json_parse(source, &json, &err));
    assert_int_equal(err.kind, ERR_INPUT);
    assert_null(json.root);
    err_render(&err, "error", &out);
    assert_string_equal(buf_text(&out), shown);
    buf_release(&out);
    free(copy);
}

static void assert_faults(const struct fault *faults, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_shown(faults[i].text, faults[i].len, faults[i].shown);
}

/* A case is a text, and below it the lines that are shown. */
// clang-format off

static const struct fault structure_faults[] = {
    { TEXT(""),
      "deck.json:1:1: error: expected a value, found the end of the file\n" },
    { TEXT(" \n\t\n"),
      "deck.json:3:1: error: expected a value, found the end of the file\n" },
    { TEXT("{\"a\": 1"),
      "deck.json:1:8: error: expected ',' or '}' after a value, found the end of the file\n"
      "    {\"a\": 1\n"
      "           ^\n" },
    { TEXT("{\"a\": 1,\n \"b\": [2, 3\n"),
      "deck.json:3:1: error: expected ',' or ']' after a list item, found the end of the file\n" },
    { TEXT("[1, 2"),
      "deck.json:1:6: error: expected ',' or ']' after a list item, found the end of the file\n"
      "    [1, 2\n"
      "         ^\n" },
    { TEXT("[1,"),
      "deck.json:1:4: error: expected a value, found the end of the file\n"
      "    [1,\n"
      "       ^\n" },
    { TEXT("{"),
      "deck.json:1:2: error: expected a key in double quotes, found the end of the file\n"
      "    {\n"
      "     ^\n" },
    { TEXT("{\"a\""),
      "deck.json:1:5: error: expected ':' after the key, found the end of the file\n"
      "    {\"a\"\n"
      "        ^\n" },
    { TEXT("{\"a\":"),
      "deck.json:1:6: error: expected a value, found the end of the file\n"
      "    {\"a\":\n"
      "         ^\n" },
    { TEXT("[1] []"),
      "deck.json:1:5: error: expected nothing after the value, found '['\n"
      "    [1] []\n"
      "        ^\n" },
    { TEXT("{\"a\": 1}}"),
      "deck.json:1:9: error: expected nothing after the value, found '}'\n"
      "    {\"a\": 1}}\n"
      "            ^\n" },
    { TEXT("[1]\x00"),
      "deck.json:1:4: error: expected nothing after the value, found a control character (0x00)\n"
      "    [1]^@\n"
      "       ^\n" },
    { TEXT("[1,]"),
      "deck.json:1:3: error: a comma before the closing ']'; leave it out\n"
      "    [1,]\n"
      "      ^\n" },
    { TEXT("{\"a\": 1, }"),
      "deck.json:1:8: error: a comma before the closing '}'; leave it out\n"
      "    {\"a\": 1, }\n"
      "           ^\n" },
    { TEXT("[,1]"),
      "deck.json:1:2: error: expected a value, found ','\n"
      "    [,1]\n"
      "     ^\n" },
    { TEXT("{,}"),
      "deck.json:1:2: error: expected a key in double quotes, found ','\n"
      "    {,}\n"
      "     ^\n" },
    { TEXT("[1 2]"),
      "deck.json:1:4: error: expected ',' or ']' after a list item, found '2'\n"
      "    [1 2]\n"
      "       ^\n" },
    { TEXT("{\"a\": 1 \"b\": 2}"),
      "deck.json:1:9: error: expected ',' or '}' after a value, found '\"'\n"
      "    {\"a\": 1 \"b\": 2}\n"
      "            ^\n" },
    { TEXT("[1}"),
      "deck.json:1:3: error: expected ',' or ']' after a list item, found '}'\n"
      "    [1}\n"
      "      ^\n" },
    { TEXT("{\"a\": 1]"),
      "deck.json:1:8: error: expected ',' or '}' after a value, found ']'\n"
      "    {\"a\": 1]\n"
      "           ^\n" },
    { TEXT("{\"a\" 1}"),
      "deck.json:1:6: error: expected ':' after the key, found '1'\n"
      "    {\"a\" 1}\n"
      "         ^\n" },
    { TEXT("{\"a\", 1}"),
      "deck.json:1:5: error: expected ':' after the key, found ','\n"
      "    {\"a\", 1}\n"
      "        ^\n" },
    { TEXT("{a: 1}"),
      "deck.json:1:2: error: expected a key in double quotes, found 'a'\n"
      "    {a: 1}\n"
      "     ^\n" },
    { TEXT("{'a': 1}"),
      "deck.json:1:2: error: a key in single quotes; use \"double quotes\"\n"
      "    {'a': 1}\n"
      "     ^\n" },
    { TEXT("{\"a\": 'b'}"),
      "deck.json:1:7: error: text in single quotes; use \"double quotes\"\n"
      "    {\"a\": 'b'}\n"
      "          ^\n" },
    { TEXT("{1: 2}"),
      "deck.json:1:2: error: expected a key in double quotes, found '1'\n"
      "    {1: 2}\n"
      "     ^\n" },
    { TEXT("{\"a\": }"),
      "deck.json:1:7: error: expected a value, found '}'\n"
      "    {\"a\": }\n"
      "          ^\n" },
    { TEXT("{“a”: 1}"),
      "deck.json:1:2: error: expected a key in double quotes, found '“'\n"
      "    {“a”: 1}\n"
      "     ^\n" },
    { TEXT("[hello]"),
      "deck.json:1:2: error: a word that is not true, false or null; put quotes around text\n"
      "    [hello]\n"
      "     ^\n" },
    { TEXT("[True]"),
      "deck.json:1:2: error: a word that is not true, false or null; put quotes around text\n"
      "    [True]\n"
      "     ^\n" },
    { TEXT("[tru]"),
      "deck.json:1:2: error: a word that is not true, false or null; put quotes around text\n"
      "    [tru]\n"
      "     ^\n" },
    { TEXT("[nul]"),
      "deck.json:1:2: error: a word that is not true, false or null; put quotes around text\n"
      "    [nul]\n"
      "     ^\n" },
    { TEXT("[false1]"),
      "deck.json:1:7: error: expected ',' or ']' after a list item, found '1'\n"
      "    [false1]\n"
      "          ^\n" },
    { TEXT("[NaN]"),
      "deck.json:1:2: error: a word that is not true, false or null; put quotes around text\n"
      "    [NaN]\n"
      "     ^\n" },
    { TEXT("[Infinity]"),
      "deck.json:1:2: error: a word that is not true, false or null; put quotes around text\n"
      "    [Infinity]\n"
      "     ^\n" },
    { TEXT("[\x0C" "1]"),
      "deck.json:1:2: error: expected a value, found a control character (0x0C)\n"
      "    [^L1]\n"
      "     ^\n" },
    { TEXT("[\x7F]"),
      "deck.json:1:2: error: expected a value, found a control character (0x7F)\n"
      "    [^?]\n"
      "     ^\n" },
    { TEXT("[\xFF]"),
      "deck.json:1:2: error: byte 0xFF is not valid UTF-8; save the file as UTF-8\n"
      "    [<FF>]\n"
      "     ^\n" },
    { TEXT("\xFF\xFE[\x00" "1\x00]\x00"),
      "deck.json:1:1: error: byte 0xFF is not valid UTF-8; save the file as UTF-8\n"
      "    <FF><FE>[^@1^@]^@\n"
      "    ^\n" },
};

static const struct fault comment_faults[] = {
    { TEXT("// a deck\n{}"),
      "deck.json:1:1: error: JSON has no comments; use a key \"//\"\n"
      "    // a deck\n"
      "    ^\n" },
    { TEXT("{ // ids\n\"a\": 1}"),
      "deck.json:1:3: error: JSON has no comments; use a key \"//\"\n"
      "    { // ids\n"
      "      ^\n" },
    { TEXT("{\"a\" /* key */: 1}"),
      "deck.json:1:6: error: JSON has no comments; use a key \"//\"\n"
      "    {\"a\" /* key */: 1}\n"
      "         ^\n" },
    { TEXT("{\"a\": 1 // one\n}"),
      "deck.json:1:9: error: JSON has no comments; use a key \"//\"\n"
      "    {\"a\": 1 // one\n"
      "            ^\n" },
    { TEXT("[1, /* two */ 2]"),
      "deck.json:1:5: error: JSON has no comments; use a key \"//\"\n"
      "    [1, /* two */ 2]\n"
      "        ^\n" },
    { TEXT("{} // end"),
      "deck.json:1:4: error: JSON has no comments; use a key \"//\"\n"
      "    {} // end\n"
      "       ^\n" },
    { TEXT("# a deck\n{}"),
      "deck.json:1:1: error: JSON has no comments; use a key \"//\"\n"
      "    # a deck\n"
      "    ^\n" },
};

static const struct fault number_faults[] = {
    { TEXT("[012]"),
      "deck.json:1:2: error: a number must not begin with 0; leave the 0 out, or quote it\n"
      "    [012]\n"
      "     ^\n" },
    { TEXT("[-012]"),
      "deck.json:1:2: error: a number must not begin with 0; leave the 0 out, or quote it\n"
      "    [-012]\n"
      "     ^\n" },
    { TEXT("[00]"),
      "deck.json:1:2: error: a number must not begin with 0; leave the 0 out, or quote it\n"
      "    [00]\n"
      "     ^\n" },
    { TEXT("[-]"),
      "deck.json:1:3: error: expected a digit, found ']'\n"
      "    [-]\n"
      "      ^\n" },
    { TEXT("[+1]"),
      "deck.json:1:2: error: expected a value, found '+'\n"
      "    [+1]\n"
      "     ^\n" },
    { TEXT("[.5]"),
      "deck.json:1:2: error: expected a value, found '.'\n"
      "    [.5]\n"
      "     ^\n" },
    { TEXT("[1.]"),
      "deck.json:1:4: error: expected a digit after the decimal point, found ']'\n"
      "    [1.]\n"
      "       ^\n" },
    { TEXT("[1.e3]"),
      "deck.json:1:4: error: expected a digit after the decimal point, found 'e'\n"
      "    [1.e3]\n"
      "       ^\n" },
    { TEXT("[-.5]"),
      "deck.json:1:3: error: expected a digit, found '.'\n"
      "    [-.5]\n"
      "      ^\n" },
    { TEXT("[1e]"),
      "deck.json:1:4: error: expected a digit in the exponent, found ']'\n"
      "    [1e]\n"
      "       ^\n" },
    { TEXT("[1e+]"),
      "deck.json:1:5: error: expected a digit in the exponent, found ']'\n"
      "    [1e+]\n"
      "        ^\n" },
    { TEXT("[1E-x]"),
      "deck.json:1:5: error: expected a digit in the exponent, found 'x'\n"
      "    [1E-x]\n"
      "        ^\n" },
    { TEXT("[0x10]"),
      "deck.json:1:3: error: expected ',' or ']' after a list item, found 'x'\n"
      "    [0x10]\n"
      "      ^\n" },
    { TEXT("[1_000]"),
      "deck.json:1:3: error: expected ',' or ']' after a list item, found '_'\n"
      "    [1_000]\n"
      "      ^\n" },
    { TEXT("[1,000.5.2]"),
      "deck.json:1:4: error: a number must not begin with 0; leave the 0 out, or quote it\n"
      "    [1,000.5.2]\n"
      "       ^\n" },
    { TEXT("[-Infinity]"),
      "deck.json:1:3: error: expected a digit, found 'I'\n"
      "    [-Infinity]\n"
      "      ^\n" },
    { TEXT("[2. 5]"),
      "deck.json:1:4: error: expected a digit after the decimal point, found ' '\n"
      "    [2. 5]\n"
      "       ^\n" },
};

static const struct fault string_faults[] = {
    { TEXT("[\"abc"),
      "deck.json:1:6: error: the string does not end; add a closing \"\n"
      "    [\"abc\n"
      "         ^\n" },
    { TEXT("[\"abc\\"),
      "deck.json:1:7: error: expected one of \" \\ / b f n r t u after a backslash, found the end of the file\n"
      "    [\"abc\\\n"
      "          ^\n" },
    { TEXT("[\"a\nb\"]"),
      "deck.json:1:4: error: a line break inside a string; write \\n, or close the string with \"\n"
      "    [\"a\n"
      "       ^\n" },
    { TEXT("[\"a\r\nb\"]"),
      "deck.json:1:4: error: a line break inside a string; write \\n, or close the string with \"\n"
      "    [\"a\n"
      "       ^\n" },
    { TEXT("[\"a\tb\"]"),
      "deck.json:1:4: error: a tab inside a string; write \\t\n"
      "    [\"a    b\"]\n"
      "       ^\n" },
    { TEXT("[\"a\x00" "b\"]"),
      "deck.json:1:4: error: a NUL character inside a string; leave it out\n"
      "    [\"a^@b\"]\n"
      "       ^\n" },
    { TEXT("[\"a\x1B[31mb\"]"),
      "deck.json:1:4: error: control character 0x1B inside a string; write \\u001B\n"
      "    [\"a^[[31mb\"]\n"
      "       ^\n" },
    { TEXT("[\"\\x41\"]"),
      "deck.json:1:4: error: expected one of \" \\ / b f n r t u after a backslash, found 'x'\n"
      "    [\"\\x41\"]\n"
      "       ^\n" },
    { TEXT("[\"\\'\"]"),
      "deck.json:1:4: error: expected one of \" \\ / b f n r t u after a backslash, found '''\n"
      "    [\"\\'\"]\n"
      "       ^\n" },
    { TEXT("[\"\\u12\"]"),
      "deck.json:1:7: error: expected four hexadecimal digits after \\u, found '\"'\n"
      "    [\"\\u12\"]\n"
      "          ^\n" },
    { TEXT("[\"\\u12G4\"]"),
      "deck.json:1:7: error: expected four hexadecimal digits after \\u, found 'G'\n"
      "    [\"\\u12G4\"]\n"
      "          ^\n" },
    { TEXT("[\"\\u0000\"]"),
      "deck.json:1:3: error: the character \\u0000 is not supported; leave it out\n"
      "    [\"\\u0000\"]\n"
      "      ^\n" },
    { TEXT("{\"a\\u0000b\": 1}"),
      "deck.json:1:4: error: the character \\u0000 is not supported; leave it out\n"
      "    {\"a\\u0000b\": 1}\n"
      "       ^\n" },
    { TEXT("[\"\\ud800\"]"),
      "deck.json:1:3: error: half of a surrogate pair; write the character itself\n"
      "    [\"\\ud800\"]\n"
      "      ^\n" },
    { TEXT("[\"\\ud800x\"]"),
      "deck.json:1:3: error: half of a surrogate pair; write the character itself\n"
      "    [\"\\ud800x\"]\n"
      "      ^\n" },
    { TEXT("[\"\\ud800\\n\"]"),
      "deck.json:1:3: error: half of a surrogate pair; write the character itself\n"
      "    [\"\\ud800\\n\"]\n"
      "      ^\n" },
    { TEXT("[\"\\ud800\\ud800\"]"),
      "deck.json:1:3: error: half of a surrogate pair; write the character itself\n"
      "    [\"\\ud800\\ud800\"]\n"
      "      ^\n" },
    { TEXT("[\"\\ud800\\u0041\"]"),
      "deck.json:1:3: error: half of a surrogate pair; write the character itself\n"
      "    [\"\\ud800\\u0041\"]\n"
      "      ^\n" },
    { TEXT("[\"\\udc00\"]"),
      "deck.json:1:3: error: half of a surrogate pair; write the character itself\n"
      "    [\"\\udc00\"]\n"
      "      ^\n" },
    { TEXT("[\"\\udbff\"]"),
      "deck.json:1:3: error: half of a surrogate pair; write the character itself\n"
      "    [\"\\udbff\"]\n"
      "      ^\n" },
    { TEXT("[\"\\udfff\"]"),
      "deck.json:1:3: error: half of a surrogate pair; write the character itself\n"
      "    [\"\\udfff\"]\n"
      "      ^\n" },
    { TEXT("[\"\\ud800\\ue000\"]"),
      "deck.json:1:3: error: half of a surrogate pair; write the character itself\n"
      "    [\"\\ud800\\ue000\"]\n"
      "      ^\n" },
    { TEXT("[\"\\udc00\\ud800\"]"),
      "deck.json:1:3: error: half of a surrogate pair; write the character itself\n"
      "    [\"\\udc00\\ud800\"]\n"
      "      ^\n" },
    { TEXT("[\"\\ud83d\\u12\"]"),
      "deck.json:1:13: error: expected four hexadecimal digits after \\u, found '\"'\n"
      "    [\"\\ud83d\\u12\"]\n"
      "                ^\n" },
};

static const struct fault utf8_faults[] = {
    { TEXT("[\"caf\xE9\"]"),
      "deck.json:1:6: error: byte 0xE9 is not valid UTF-8; save the file as UTF-8\n"
      "    [\"caf<E9>\"]\n"
      "         ^\n" },
    { TEXT("[\"\x80\"]"),
      "deck.json:1:3: error: byte 0x80 is not valid UTF-8; save the file as UTF-8\n"
      "    [\"<80>\"]\n"
      "      ^\n" },
    { TEXT("[\"\xBF\xBF\xBF\xBF\"]"),
      "deck.json:1:3: error: byte 0xBF is not valid UTF-8; save the file as UTF-8\n"
      "    [\"<BF><BF><BF><BF>\"]\n"
      "      ^\n" },
    { TEXT("[\"\xC0\x80\"]"),
      "deck.json:1:3: error: byte 0xC0 is not valid UTF-8; save the file as UTF-8\n"
      "    [\"<C0><80>\"]\n"
      "      ^\n" },
    { TEXT("[\"\xC1\xBF\"]"),
      "deck.json:1:3: error: byte 0xC1 is not valid UTF-8; save the file as UTF-8\n"
      "    [\"<C1><BF>\"]\n"
      "      ^\n" },
    { TEXT("[\"\xE0\x9F\xBF\"]"),
      "deck.json:1:3: error: byte 0xE0 is not valid UTF-8; save the file as UTF-8\n"
      "    [\"<E0><9F><BF>\"]\n"
      "      ^\n" },
    { TEXT("[\"\xF0\x8F\xBF\xBF\"]"),
      "deck.json:1:3: error: byte 0xF0 is not valid UTF-8; save the file as UTF-8\n"
      "    [\"<F0><8F><BF><BF>\"]\n"
      "      ^\n" },
    { TEXT("[\"\xED\xA0\x80\"]"),
      "deck.json:1:3: error: byte 0xED is not valid UTF-8; save the file as UTF-8\n"
      "    [\"<ED><A0><80>\"]\n"
      "      ^\n" },
    { TEXT("[\"\xED\xBF\xBF\"]"),
      "deck.json:1:3: error: byte 0xED is not valid UTF-8; save the file as UTF-8\n"
      "    [\"<ED><BF><BF>\"]\n"
      "      ^\n" },
    { TEXT("[\"\xF4\x90\x80\x80\"]"),
      "deck.json:1:3: error: byte 0xF4 is not valid UTF-8; save the file as UTF-8\n"
      "    [\"<F4><90><80><80>\"]\n"
      "      ^\n" },
    { TEXT("[\"\xF5\x80\x80\x80\"]"),
      "deck.json:1:3: error: byte 0xF5 is not valid UTF-8; save the file as UTF-8\n"
      "    [\"<F5><80><80><80>\"]\n"
      "      ^\n" },
    { TEXT("[\"\xFE\"]"),
      "deck.json:1:3: error: byte 0xFE is not valid UTF-8; save the file as UTF-8\n"
      "    [\"<FE>\"]\n"
      "      ^\n" },
    { TEXT("[\"\xC3\"]"),
      "deck.json:1:3: error: byte 0xC3 is not valid UTF-8; save the file as UTF-8\n"
      "    [\"<C3>\"]\n"
      "      ^\n" },
    { TEXT("[\"\xE2\x82\"]"),
      "deck.json:1:3: error: byte 0xE2 is not valid UTF-8; save the file as UTF-8\n"
      "    [\"<E2><82>\"]\n"
      "      ^\n" },
    { TEXT("[\"\xF0\x9F\x98\"]"),
      "deck.json:1:3: error: byte 0xF0 is not valid UTF-8; save the file as UTF-8\n"
      "    [\"<F0><9F><98>\"]\n"
      "      ^\n" },
    { TEXT("[\"\xF0\x9F\x98"),
      "deck.json:1:3: error: byte 0xF0 is not valid UTF-8; save the file as UTF-8\n"
      "    [\"<F0><9F><98>\n"
      "      ^\n" },
};

static const struct fault place_faults[] = {
    { TEXT("\xEF\xBB\xBF[1,]"),
      "deck.json:1:3: error: a comma before the closing ']'; leave it out\n"
      "    [1,]\n"
      "      ^\n" },
    { TEXT("\xEF\xBB\xBF"),
      "deck.json:1:1: error: expected a value, found the end of the file\n" },
    { TEXT("\xEF\xBB\xBF\n[1,]"),
      "deck.json:2:3: error: a comma before the closing ']'; leave it out\n"
      "    [1,]\n"
      "      ^\n" },
    { TEXT("\xEF\xBB\xBF\xEF\xBB\xBF[]"),
      "deck.json:1:1: error: expected a value, found '<U+FEFF>'\n"
      "    <U+FEFF>[]\n"
      "    ^\n" },
    { TEXT("[1,\r\n 2,\r\n]\r\n"),
      "deck.json:2:3: error: a comma before the closing ']'; leave it out\n"
      "     2,\n"
      "      ^\n" },
    { TEXT("[1,\r\n 2;\r\n]\r\n"),
      "deck.json:2:3: error: expected ',' or ']' after a list item, found ';'\n"
      "     2;\n"
      "      ^\n" },
    { TEXT("[1,\r\n\"a\r\n\"]"),
      "deck.json:2:3: error: a line break inside a string; write \\n, or close the string with \"\n"
      "    \"a\n"
      "      ^\n" },
    { TEXT("[1,\n 2,\n 3;"),
      "deck.json:3:3: error: expected ',' or ']' after a list item, found ';'\n"
      "     3;\n"
      "      ^\n" },
    { TEXT("\t\t[1;"),
      "deck.json:1:5: error: expected ',' or ']' after a list item, found ';'\n"
      "            [1;\n"
      "              ^\n" },
    { TEXT("{\"\t"),
      "deck.json:1:3: error: a tab inside a string; write \\t\n"
      "    {\"    \n"
      "      ^\n" },
    { TEXT("[\"漢字\",; "),
      "deck.json:1:7: error: expected a value, found ';'\n"
      "    [\"漢字\",; \n"
      "            ^\n" },
    { TEXT("[\"e\xCC\x81\xCC\x81\",;"),
      "deck.json:1:8: error: expected a value, found ';'\n"
      "    [\"e\xCC\x81\xCC\x81\",;\n"
      "         ^\n" },
    { TEXT("[\"👩\xE2\x80\x8D👩\xE2\x80\x8D👧\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA\",;"),
      "deck.json:1:12: error: expected a value, found ';'\n"
      "    [\"👩\xE2\x80\x8D👩\xE2\x80\x8D👧\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA\",;\n"
      "            ^\n" },
    { TEXT("[\"\xE2\x80\xAE\xC2\x9B\x7F\",;"),
      "deck.json:1:8: error: expected a value, found ';'\n"
      "    [\"<U+202E><U+009B>^?\",;\n"
      "                          ^\n" },
    { TEXT("[1,\r2,\r;"),
      "deck.json:1:8: error: expected a value, found ';'\n"
      "    [1,^M2,^M;\n"
      "             ^\n" },
};

// clang-format on

#define FAULT_TEST(name)                                                                 \
    static void test_##name(void **state)                                                \
    {                                                                                    \
        (void)state;                                                                     \
        assert_faults(name##_faults, sizeof name##_faults / sizeof *name##_faults);      \
    }

FAULT_TEST(structure)
FAULT_TEST(comment)
FAULT_TEST(number)
FAULT_TEST(string)
FAULT_TEST(utf8)
FAULT_TEST(place)

/* ---- long lines: a window of 72 columns around the place ---- */

static void add_times(struct buf *out, const char *text, size_t times)
{
    for (size_t i = 0; i < times; i++)
        buf_add(out, text);
}

/* The text is the unit many times in quotes, ", ; " and the unit again. */
static void test_long_lines(void **state)
{
    (void)state;
    static const struct {
        const char *unit;
        size_t times, before,
            after; // units in the line, shown before and behind the place
        const char *visible, *message;
        size_t caret;
    } cases[] = {
        { "a", 200, 45, 21, "a", "1:206: error: expected a value, found ';'", 48 },
        { "漢", 200, 15, 18, "漢", "1:206: error: expected a value, found ';'", 33 },
        { "e\xCC\x81", 200, 15, 25, "e\xCC\x81",
            "1:406: error: expected a value, found ';'", 18 },
        { "\xC2\x9B", 200, 5, 3, "<U+009B>", "1:206: error: expected a value, found ';'",
            43 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf text = { 0 }, shown = { 0 };
        buf_add(&text, "[\"");
        add_times(&text, cases[i].unit, cases[i].times);
        buf_add(&text, "\", ; \"");
        add_times(&text, cases[i].unit, cases[i].times);
        buf_addf(&shown, "deck.json:%s\n    ", cases[i].message);
        add_times(&shown, cases[i].visible, cases[i].before);
        buf_add(&shown, "\", ; \"");
        add_times(&shown, cases[i].visible, cases[i].after);
        buf_add(&shown, "\n    ");
        buf_pad(&shown, ' ', cases[i].caret);
        buf_add(&shown, "^\n");
        assert_shown(text.text, text.len, shown.text);
        buf_release(&text);
        buf_release(&shown);
    }
}

/* Bytes that are no text are shown as what they are, as many as fit. */
static void test_long_garbage(void **state)
{
    (void)state;
    struct buf text = { 0 }, shown = { 0 };
    buf_add(&text, "[\"a");
    add_times(&text, "\x80", 200);
    buf_add(&shown, "deck.json:1:4: error: byte 0x80 is not valid UTF-8; "
                    "save the file as UTF-8\n    [\"a");
    add_times(&shown, "<80>", 17);
    buf_add(&shown, "\n       ^\n");
    assert_shown(text.text, text.len, shown.text);
    buf_release(&text);
    buf_release(&shown);
}

/* ---- limits ---- */

static bool scan(const struct buf *text, struct err *err)
{
    struct source source = { .name = "deck.json", .text = text->text, .len = text->len };
    return json_scan(&source, NULL, NULL, err);
}

static void test_depth(void **state)
{
    (void)state;
    static const struct {
        const char *open, *middle, *close;
    } cases[] = { { "[", "", "]" }, { "{\"k\":", "1", "}" }, { "[{\"k\":", "1", "}]" } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf text = { 0 };
        struct err err = { 0 };
        size_t levels = i == 2 ? 2 : 1;
        add_times(&text, cases[i].open, 64 / levels);
        buf_add(&text, cases[i].middle);
        add_times(&text, cases[i].close, 64 / levels);
        struct source source = {
            .name = "deck.json", .text = text.text, .len = text.len
        };
        struct json json;
        assert_true(json_parse(source, &json, &err));
        json_release(&json);

        buf_clear(&text);
        add_times(&text, cases[i].open, 64 / levels + 1);
        assert_false(scan(&text, &err));
        assert_string_equal(err.message, "nested more than 64 levels deep");
        assert_int_equal(err.column, 64 / levels * strlen(cases[i].open) + 1);
        buf_release(&text);
    }
}

static void test_depth_is_left_again(void **state)
{
    (void)state;
    struct buf text = { 0 };
    struct err err = { 0 };
    add_times(&text, "[", 63);
    add_times(&text, "[],{},", 100);
    buf_add(&text, "1");
    add_times(&text, "]", 63);
    assert_true(scan(&text, &err));
    buf_release(&text);
}

/* A million brackets must not touch the stack. */
static void test_depth_far_beyond(void **state)
{
    (void)state;
    struct buf text = { 0 };
    struct err err = { 0 };
    buf_pad(&text, '[', 1000 * 1000);
    assert_false(scan(&text, &err));
    assert_int_equal(err.column, 65);
    buf_release(&text);
}

static void test_too_many_values(void **state)
{
    (void)state;
    struct buf text = { 0 };
    struct err err = { 0 };
    buf_add(&text, "[1");
    add_times(&text, ",\n2", JSON_MAX_VALUES - 2);
    buf_add(&text, "]");
    assert_true(scan(&text, &err));
    text.text[text.len - 1] = ',';
    buf_add(&text, "3]");
    assert_false(scan(&text, &err));
    assert_string_equal(err.message, "more than 4 million values; split the file");
    assert_int_equal(err.line, JSON_MAX_VALUES - 1);
    assert_int_equal(err.column, 3);
    assert_string_equal(err.excerpt, "2,3]");
    buf_release(&text);
}

static void test_too_large(void **state)
{
    (void)state;
    struct buf text = { 0 };
    struct err err = { 0 };
    buf_pad(&text, 'a', JSON_MAX_BYTES);
    text.text[0] = text.text[text.len - 1] = '"';
    assert_true(scan(&text, &err));
    buf_add(&text, " ");
    assert_false(scan(&text, &err));
    assert_string_equal(err.message, "larger than 64 MiB; split the file");
    assert_int_equal(err.line, 1);
    assert_int_equal(err.column, 1);
    buf_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_structure),
        cmocka_unit_test(test_comment),
        cmocka_unit_test(test_number),
        cmocka_unit_test(test_string),
        cmocka_unit_test(test_utf8),
        cmocka_unit_test(test_place),
        cmocka_unit_test(test_long_lines),
        cmocka_unit_test(test_long_garbage),
        cmocka_unit_test(test_depth),
        cmocka_unit_test(test_depth_is_left_again),
        cmocka_unit_test(test_depth_far_beyond),
        cmocka_unit_test(test_too_many_values),
        cmocka_unit_test(test_too_large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
