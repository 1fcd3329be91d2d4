/*
 * JSON that is read: which texts are (JSONTestSuite, where it lies beside the project), where
 * the values stand, and that what is written can be read again and shown to anyone.
 */
#include "test.h"

#include "base/json.h"
#include "base/rng.h"
#include "base/utf8.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct source source_of(const struct buf *text)
{
    return (struct source){ .name = "x.json", .text = buf_text(text), .len = text->len };
}

static struct json parsed(const struct buf *text)
{
    struct json json = { 0 };
    struct err err = { 0 };
    if (!json_parse(source_of(text), &json, &err))
        fail_msg("%s in: %s", err.message, buf_text(text));
    return json;
}

/* ---- JSONTestSuite ---- */

#define SUITE    TEST_PATH("../shared/samples/jsontestsuite/test_parsing")
#define VERDICTS TEST_PATH("tests/golden/jsontestsuite.tsv")

static void read_file(const char *path, struct buf *out)
{
    char chunk[4096];
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        fail_msg("cannot open %s", path);
    for (size_t got; (got = fread(chunk, 1, sizeof chunk, file)) > 0;)
        buf_add_bytes(out, chunk, got);
    fclose(file);
}

/* The verdict on a file that the suite leaves open. */
static bool is_open_one_accepted(const struct buf *verdicts, const char *name)
{
    struct buf line = { 0 };
    buf_addf(&line, "\n%s\t", name);
    const char *found = strstr(buf_text(verdicts), line.text);
    if (found == NULL)
        fail_msg("%s is not in " VERDICTS, name);
    bool accepted = strncmp(found + line.len, "accept\n", 7) == 0;
    assert_true(accepted || strncmp(found + line.len, "reject\n", 7) == 0);
    buf_release(&line);
    return accepted;
}

/* The two texts that the grammar allows and we do not: C strings end at U+0000. */
static bool holds_nul(const char *name)
{
    return strcmp(name, "y_string_null_escape.json") == 0 ||
           strcmp(name, "y_object_escaped_null_in_key.json") == 0;
}

static bool is_accepted(const struct buf *verdicts, const char *name)
{
    if (name[0] == 'i')
        return is_open_one_accepted(verdicts, name);
    return name[0] == 'y' && !holds_nul(name);
}

static void check_suite_file(const struct buf *verdicts, const char *name)
{
    char path[512];
    struct buf text = { 0 };
    struct json json = { 0 };
    struct err err = { 0 };
    snprintf(path, sizeof path, "%s/%s", SUITE, name);
    read_file(path, &text);
    struct source source = source_of(&text);
    bool scanned = json_scan(&source, NULL, NULL, &err);
    if (scanned != is_accepted(verdicts, name))
        fail_msg("%s: %s", name, scanned ? "was accepted" : err.message);
    assert_int_equal(json_parse(source_of(&text), &json, &err), scanned);
    if (scanned)
        json_release(&json);
    else
        assert_true(err.kind == ERR_INPUT && err.line >= 1 && err.message[0] != '\0');
    buf_release(&text);
}

static void test_suite(void **state)
{
    (void)state;
    DIR *dir = opendir(SUITE);
    if (dir == NULL) {
        print_message("skipped: JSONTestSuite is not beside the project\n");
        skip();
    }
    size_t seen_y = 0, seen_n = 0, seen_i = 0;
    struct buf verdicts = { 0 };
    read_file(VERDICTS, &verdicts);
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;) {
        char kind = entry->d_name[0];
        if (kind == '.')
            continue;
        check_suite_file(&verdicts, entry->d_name);
        seen_y += kind == 'y';
        seen_n += kind == 'n';
        seen_i += kind == 'i';
    }
    closedir(dir);
    buf_release(&verdicts);
    assert_int_equal(seen_y, 95);
    assert_int_equal(seen_n, 188);
    assert_int_equal(seen_i, 35);
}

/* ---- what is accepted ---- */

static void test_texts(void **state)
{
    (void)state;
    static const struct {
        const char *json, *text; // an array of one string
    } cases[] = {
        { "[\"\"]", "" },
        { "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]", "\"\\/\b\f\n\r\t" },
        { "[\"\\u0001\\u0041\\u00e9\\u00E9\"]", "\x01"
                                                "Aéé" },
        { "[\"\\ud7ff\\ue000\"]", "\xED\x9F\xBF\xEE\x80\x80" }, // beside the surrogates
        { "[\"\\ud800\\udc00\"]", "\xF0\x90\x80\x80" },
        { "[\"\\uDBFF\\uDFFF\"]", "\xF4\x8F\xBF\xBF" },
        { "[\"\x7F\xC2\x80\xEF\xBF\xBF\"]", "\x7F\xC2\x80\xEF\xBF\xBF" },
        { "\xEF\xBB\xBF\r\n\t [ \"漢\" ]\n", "漢" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf text = { 0 };
        buf_add(&text, cases[i].json);
        struct json json = parsed(&text);
        assert_string_equal(json.root->child->valuestring, cases[i].text);
        json_release(&json);
        buf_release(&text);
    }
}

/* ---- places ---- */

static void test_offsets(void **state)
{
    (void)state;
    struct buf text = { 0 };
    buf_add(&text, "\xEF\xBB\xBF{ \"a\": [1,\t{}, -2e3],\n"
                   "  \"b\\\"\\\\\" : { \"漢\":\"\\\\\" , \"\":null}}");
    struct json json = parsed(&text);
    static const struct {
        const char *begin, *key; // how the text goes on at the value, and at its key
    } want[] = {
        { "[1,", "\"a\":" },
        { "{ \"漢\"", "\"b\\\"" },
    };
    const cJSON *member = json.root->child;
    assert_int_equal(json_offset(json.root), 3);
    for (size_t i = 0; i < 2; i++, member = member->next) {
        size_t value_at = json_offset(member), key_at = json_key_offset(&json, member);
        assert_memory_equal(text.text + value_at, want[i].begin, strlen(want[i].begin));
        assert_memory_equal(text.text + key_at, want[i].key, strlen(want[i].key));
    }
    const cJSON *items = json.root->child->child;
    assert_memory_equal(text.text + json_offset(items), "1,", 2);
    assert_memory_equal(text.text + json_offset(items->next), "{}", 2);
    assert_memory_equal(text.text + json_offset(items->next->next), "-2e3", 4);
    const cJSON *last = json.root->child->next->child->next;
    assert_memory_equal(text.text + json_offset(last), "null", 4);
    assert_memory_equal(text.text + json_key_offset(&json, last), "\"\":", 3);
    json_release(&json);
    buf_release(&text);
}

enum { NO_KEY = -1, MOST_VALUES = 4096 };

/* Writes a random text, noting where its values and their keys begin. */
struct writer {
    struct buf text;
    struct rng rng;
    size_t count;
    struct {
        size_t value;
        long key;
    } places[MOST_VALUES];
};

static void add_one_of(struct writer *w, const char *const *texts, size_t count)
{
    buf_add(&w->text, texts[rng_below(&w->rng, count)]);
}

static void add_space(struct writer *w)
{
    static const char *const spaces[] = { "", "", "", " ", "\n", "\r\n", "\t", "\n\n  " };
    add_one_of(w, spaces, sizeof spaces / sizeof *spaces);
}

static void add_string(struct writer *w)
{
    static const char *const pieces[] = {
        "a",
        ":",
        "\\\"",
        "\\\\",
        "\\\\\\\"",
        "\\u0041",
        "\\n",
        "\\u001B",
        "漢",
        "e\xCC\x81",
        "\xC2\x9B",
        "\x7F",
        "\xE2\x80\xAE",
        "\\ud83d\\ude00",
        "\xF3\xA0\x80\xA1",
        "\\u2028",
        "\xEF\xBB\xBF",
        " ",
        ",",
        "{",
        "]",
        "\\/",
    };
    buf_add(&w->text, "\"");
    for (size_t left = rng_below(&w->rng, 6); left > 0; left--)
        add_one_of(w, pieces, sizeof pieces / sizeof *pieces);
    buf_add(&w->text, "\"");
}

static void add_value(struct writer *w, int depth, long key);

static void add_items(struct writer *w, int depth, bool named)
{
    buf_add(&w->text, named ? "{" : "[");
    size_t count = rng_below(&w->rng, 6);
    for (size_t i = 0; i < count; i++) {
        long key = NO_KEY;
        add_space(w);
        if (named) {
            key = (long)w->text.len;
            add_string(w);
            add_space(w);
            buf_add(&w->text, ":");
            add_space(w);
        }
        add_value(w, depth, key);
        add_space(w);
        buf_add(&w->text, i + 1 < count ? "," : "");
    }
    add_space(w);
    buf_add(&w->text, named ? "}" : "]");
}

static void add_value(struct writer *w, int depth, long key)
{
    static const char *const scalars[] = { "true", "false", "null", "0", "-0.5", "12",
        "1e3", "-7E-2", "1.25" };
    assert_true(w->count < MOST_VALUES);
    w->places[w->count].value = w->text.len;
    w->places[w->count++].key = key;
    size_t choice = rng_below(&w->rng, 4);
    if (choice < 2 && depth > 0)
        add_items(w, depth - 1, choice == 1);
    else if (choice == 2)
        add_string(w);
    else
        add_one_of(w, scalars, sizeof scalars / sizeof *scalars);
}

/* Follows the tree in document order; returns how many values it has met. */
static size_t assert_places(
    const struct json *json, const cJSON *node, const struct writer *w, size_t met)
{
    for (; node != NULL; node = node->next) {
        assert_int_equal(json_offset(node), w->places[met].value);
        if (node->string != NULL)
            assert_int_equal(json_key_offset(json, node), w->places[met].key);
        else
            assert_int_equal(NO_KEY, w->places[met].key);
        met = assert_places(json, node->child, w, met + 1);
    }
    return met;
}

static void assert_same_tree(const cJSON *a, const cJSON *b)
{
    for (; a != NULL && b != NULL; a = a->next, b = b->next) {
        assert_int_equal(a->type, b->type);
        if (a->string != NULL)
            assert_string_equal(a->string, b->string);
        if (cJSON_IsString(a))
            assert_string_equal(a->valuestring, b->valuestring);
        if (cJSON_IsNumber(a))
            assert_true(
                a->valuedouble >= b->valuedouble && a->valuedouble <= b->valuedouble);
        assert_same_tree(a->child, b->child);
    }
    assert_true(a == NULL && b == NULL);
}

/* Layout may hold LF and TAB; else nothing acts, whoever shows it. */
static void assert_harmless(const struct buf *text, bool indented)
{
    for (size_t at = 0; at < text->len;) {
        uint32_t c = 0;
        size_t size = utf8_next(text->text + at, text->len - at, &c);
        assert_true(size > 0);
        assert_true(!utf8_acts(c) || (indented && (c == '\n' || c == '\t')));
        at += size;
    }
}

static void assert_renders(const struct json *json, bool indented)
{
    struct buf out = { 0 };
    json_render(json->root, indented, &out);
    assert_harmless(&out, indented);
    struct json again = parsed(&out);
    assert_same_tree(json->root, again.root);
    json_release(&again);
    buf_release(&out);
}

static void test_random_trees(void **state)
{
    (void)state;
    static struct writer w;
    size_t values = 0;
    for (uint64_t seed = 1; seed <= 2000; seed++) {
        w.rng = (struct rng){ seed };
        w.count = 0;
        buf_clear(&w.text);
        add_space(&w);
        add_value(&w, 6, NO_KEY);
        add_space(&w);
        struct json json = parsed(&w.text);
        assert_int_equal(assert_places(&json, json.root, &w, 0), w.count);
        assert_renders(&json, false);
        assert_renders(&json, true);
        json_release(&json);
        values += w.count;
    }
    assert_true(values > 10000); // the trees are not all bare
    buf_release(&w.text);
}

/* ---- what is written ---- */

static void test_render(void **state)
{
    (void)state;
    static const struct {
        const char *text, *rendered;
    } cases[] = {
        { "plain \"text\" \\ /", "\"plain \\\"text\\\" \\\\ /\"" },
        { "漢字 é", "\"漢字 é\"" },
        { "\x1B[31m\n\t", "\"\\u001b[31m\\n\\t\"" },
        { "\x7F", "\"\\u007F\"" },
        { "\xC2\x9B", "\"\\u009B\"" },
        { "\xE2\x80\xAE", "\"\\u202E\"" },
        { "\xEF\xBB\xBF", "\"\\uFEFF\"" },
        { "\xF3\xA0\x81\xA7", "\"\\uDB40\\uDC67\"" },
        { "a\xFF\xC3", "\"a\xEF\xBF\xBD\xEF\xBF\xBD\"" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf out = { 0 };
        cJSON *value = cJSON_CreateString(cases[i].text);
        json_render(value, false, &out);
        assert_string_equal(out.text, cases[i].rendered);
        cJSON_Delete(value);
        buf_release(&out);
    }
}

/* A number as long as it likes is one number; whoever needs a range checks it. */
static void test_long_numbers(void **state)
{
    (void)state;
    struct buf text = { 0 };
    buf_add(&text, "[1");
    buf_pad(&text, '0', 200);
    buf_add(&text, ", 0.");
    buf_pad(&text, '0', 200);
    buf_add(&text, "1, 1e400, 0.5]");
    struct json json = parsed(&text);
    const cJSON *item = json.root->child;
    assert_near(item->valuedouble, 1e200, 1e-15);
    assert_near(item->next->valuedouble, 1e-201, 1e-15);
    assert_true(isinf(item->next->next->valuedouble));
    assert_near(item->next->next->next->valuedouble, 0.5, 0);
    json_release(&json);
    buf_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_suite),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_offsets),
        cmocka_unit_test(test_random_trees),
        cmocka_unit_test(test_render),
        cmocka_unit_test(test_long_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
