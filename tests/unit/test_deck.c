/*
 * The deck loader: the exact text of every complaint, the notes and cards built from good
 * decks, and the names that progress hangs on.
 *
 * tests/decks/bad and tests/decks/good hold the decks, tests/decks/problems.txt and
 * tests/decks/cards.txt what must come of them.  ACCEPT=1 in the environment rewrites the
 * two to what comes now; git diff is the review.
 *
 * Decks inside this file are written with ' in place of ", to be readable.
 */
#include "test.h"

#include "base/file.h"
#include "deck/deck.h"
#include "deck/loader.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A deck as it was loaded, or why it was not. */
struct loaded {
    struct deck deck;
    struct diags diags;
    struct err err;
    bool ok, is_deck;
};

static void load_text(const char *path, const char *text, struct loaded *out)
{
    struct buf copy = { 0 };
    buf_add(&copy, text);
    *out = (struct loaded){ 0 };
    out->ok = deck_parse(path, copy, &out->deck, &out->is_deck, &out->diags, &out->err);
    if (out->ok)
        deck_test(&out->deck, &out->diags);
}

/* The text with ' for ". */
static void load_quoted(const char *text, struct loaded *out)
{
    char *quoted = mem_strdup(text);
    for (char *c = quoted; *c != '\0'; c++)
        if (*c == '\'')
            *c = '"';
    load_text("test.json", quoted, out);
    free(quoted);
}

static void unload(struct loaded *loaded)
{
    if (loaded->ok)
        deck_release(&loaded->deck);
    diags_release(&loaded->diags);
}

/* Loads what must be without faults. */
static void load_right(const char *text, struct loaded *out)
{
    load_quoted(text, out);
    if (!out->ok || out->diags.count > 0)
        fail_msg(
            "%s: %s", text, out->ok ? out->diags.items[0].err.message : out->err.message);
}

/* ---- kept texts ---- */

static void read_file(const char *path, struct buf *out)
{
    struct err err;
    if (!file_read(path, JSON_MAX_BYTES, out, &err))
        fail_msg("%s: %s", path, err.message);
}

/* Fails at the first line that differs. */
static void compare_lines(const char *path, const char *got, const char *want)
{
    for (int line = 1; *got != '\0' || *want != '\0'; line++) {
        int got_len = (int)strcspn(got, "\n"), want_len = (int)strcspn(want, "\n");
        if (got_len != want_len || strncmp(got, want, (size_t)got_len) != 0)
            fail_msg(
                "%s:%d: got\n%.*s\nwant\n%.*s", path, line, got_len, got, want_len, want);
        got += got_len + (got[got_len] != '\0');
        want += want_len + (want[want_len] != '\0');
    }
}

static void compare_kept(const char *path, const struct buf *got)
{
    struct err err;
    struct buf want = { 0 };
    const char *accept = getenv("ACCEPT");
    if (accept != NULL && accept[0] != '\0' &&
        !file_replace(path, buf_text(got), got->len, &err))
        fail_msg("%s: %s", path, err.message);
    read_file(path, &want);
    compare_lines(path, buf_text(got), buf_text(&want));
    buf_release(&want);
}

/* Calls `add` with each deck of the folder, loaded, under its bare file name. */
static void for_each_deck(const char *folder,
    void (*add)(const struct loaded *loaded, struct buf *out), struct buf *out)
{
    struct arena arena = { 0 };
    struct file_list files = { 0 };
    struct err err;
    assert_true(file_list_folder(folder, ".json", &arena, &files, &err));
    assert_true(files.count > 0);
    for (size_t i = 0; i < files.count; i++) {
        struct buf text = { 0 };
        struct loaded loaded;
        read_file(files.paths[i], &text);
        const char *name = strrchr(files.paths[i], '/') + 1;
        buf_addf(out, "== %s\n", name);
        load_text(name, buf_text(&text), &loaded);
        add(&loaded, out);
        unload(&loaded);
        buf_release(&text);
    }
    arena_release(&arena);
}

/* ---- problems ---- */

/* The judge's own words are its business: "(...)" takes their place. */
static void hide_reason(struct err *err)
{
    char *open = strstr(err->message, " (");
    char *close = strrchr(err->message, ')');
    if (strncmp(err->message, "test fails", 10) == 0 && open != NULL && close > open) {
        char rest[sizeof err->message];
        snprintf(rest, sizeof rest, "%s", close);
        snprintf(
            open, sizeof err->message - (size_t)(open - err->message), " (...%s", rest);
    }
}

static void add_problems(const struct loaded *loaded, struct buf *out)
{
    for (size_t i = 0; i < loaded->diags.count; i++) {
        const struct diag *diag = &loaded->diags.items[i];
        struct err err = diag->err;
        hide_reason(&err);
        buf_addf(out, "[%s] ", diag->code);
        err_render(&err, diag_level_word(diag->level), out);
    }
    if (!loaded->ok)
        err_render(&loaded->err, loaded->is_deck ? "refused" : "no deck", out);
}

static void test_problems(void **state)
{
    (void)state;
    struct buf got = { 0 };
    for_each_deck(TEST_PATH("tests/decks/bad"), add_problems, &got);
    compare_kept(TEST_PATH("tests/decks/problems.txt"), &got);
    buf_release(&got);
}

/* Each error that the loader itself finds has a deck that earns it. */
static void test_every_code_met(void **state)
{
    (void)state;
    struct buf text = { 0 };
    read_file(TEST_PATH("tests/decks/problems.txt"), &text);
    for (int code = 0; code < CODE_COUNT; code++) {
        char mark[40];
        if (code == CODE_JSON || code == CODE_DUPLICATE_DECK || code == CODE_NOT_A_DECK ||
            deck_code_level((enum deck_code)code) != DIAG_ERROR)
            continue; // of files as a whole; warnings: below, and test_lint.c
        snprintf(mark, sizeof mark, "\n[%s] ", deck_code_word((enum deck_code)code));
        if (strstr(text.text, mark) == NULL)
            fail_msg("no deck in tests/decks/bad has the fault%s", mark);
    }
    buf_release(&text);
}

/* ---- cards ---- */

static void add_line(struct buf *out, const char *what, const char *text)
{
    if (text == NULL)
        return;
    buf_addf(out, "    %-9s", what);
    for (; *text != '\0'; text++)
        buf_add(out, *text == '\n' ? "\\n" : (char[]){ *text, '\0' });
    buf_add_char(out, '\n');
}

static void add_texts(struct buf *out, const char *what, const char *const *texts,
    size_t count, const char *between)
{
    if (count == 0)
        return;
    buf_addf(out, "    %-9s", what);
    for (size_t i = 0; i < count; i++)
        buf_addf(out, "%s%s", i > 0 ? between : "", texts[i]);
    buf_add_char(out, '\n');
}

static void dump_key(struct buf *out, const struct key *key)
{
    if (key->kind == KEY_BOOLEAN)
        add_line(out, "answer", key->boolean ? "true" : "false");
    for (size_t i = 0; i < key->count; i++) {
        add_line(out, "left", key->lefts != NULL ? key->lefts[i] : NULL);
        add_texts(out, "answer", key->items[i].forms, key->items[i].count, " = ");
    }
    add_texts(out, "options", key->options, key->option_count, " | ");
    if (key->kind == KEY_NUMBER)
        buf_addf(out, "    number   %.17g within %.17g %s\n", key->number, key->tolerance,
            key->unit != NULL ? key->unit : "-");
    for (size_t i = 0; i < key->feedback_count; i++)
        buf_addf(
            out, "    feedback %s: %s\n", key->feedback[i].typed, key->feedback[i].say);
    if (key->strict != 0 || key->literal)
        buf_addf(out, "    rules    strict %u%s\n", key->strict,
            key->literal ? ", literal" : "");
}

static void dump_card(struct buf *out, const struct card *card)
{
    buf_addf(out, "  %s: %s", card->name, key_kind_word(card->kind));
    if (card->key.kind != card->kind)
        buf_addf(out, ", judged as %s", key_kind_word(card->key.kind));
    buf_add_char(out, '\n');
    add_line(out, "question", card->question);
    add_line(out, "hint", card->hint);
    dump_key(out, &card->key);
}

static void dump_note(struct buf *out, const struct note *note)
{
    buf_addf(out, "%s, line %d:%s%s%s%s\n", note->id, note->line,
        note->has_id ? "" : " hash", note->disabled ? " disabled" : "",
        note->self ? " self" : "", note->shuffle ? " shuffle" : "");
    add_line(out, "note", note->remark);
    add_line(out, "image", note->image);
    add_line(out, "audio", note->audio);
    add_texts(out, "tags", note->tags, note->tag_count, ", ");
    add_texts(out, "was", note->was, note->was_count, ", ");
    for (size_t i = 0; i < note->citation_count; i++)
        buf_addf(out, "    source   %s: %s\n", note->citations[i].document->name,
            note->citations[i].at != NULL ? note->citations[i].at : "-");
}

static void dump_head(struct buf *out, const struct deck *deck)
{
    buf_addf(out, "%s, \"%s\", %s\n", deck->id, deck->title,
        deck->language != NULL ? deck->language : "no language");
    for (size_t i = 0; i < deck->context.spelling_count; i++)
        add_texts(out, "spelling", deck->context.spellings[i].forms,
            deck->context.spellings[i].count, " = ");
    for (size_t i = 0; i < deck->document_count; i++) {
        const struct document *document = &deck->documents[i];
        add_line(out, "document", document->name);
        add_line(out, "  title", document->title);
        add_line(out, "  author", document->author);
        add_line(out, "  url", document->url);
        add_line(out, "  path", document->path);
    }
}

static void dump_deck(const struct loaded *loaded, struct buf *out)
{
    add_problems(loaded, out);
    assert_true(loaded->ok);
    assert_int_equal(loaded->diags.errors, 0);
    const struct deck *deck = &loaded->deck;
    const struct note *note = NULL;
    dump_head(out, deck);
    for (size_t i = 0; i < deck->card_count; i++) {
        if (note != deck->cards[i].note)
            dump_note(out, deck->cards[i].note);
        note = deck->cards[i].note;
        assert_ptr_equal(note->deck, deck);
        dump_card(out, &deck->cards[i]);
    }
}

static void test_cards(void **state)
{
    (void)state;
    struct buf got = { 0 };
    for_each_deck(TEST_PATH("tests/decks/good"), dump_deck, &got);
    compare_kept(TEST_PATH("tests/decks/cards.txt"), &got);
    buf_release(&got);
}

static void test_sample_decks(void **state)
{
    (void)state;
    static const char *const paths[] = {
        TEST_PATH("decks/belisarius-544.json"),
        TEST_PATH("decks/bessas.json"),
        TEST_PATH("decks/persia-540.json"),
    };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct loaded loaded = { 0 };
        loaded.ok = deck_load(
            paths[i], &loaded.deck, &loaded.is_deck, &loaded.diags, &loaded.err);
        struct buf problems = { 0 };
        add_problems(&loaded, &problems);
        if (!loaded.ok || loaded.diags.errors > 0)
            fail_msg("%s", problems.text);
        assert_string_equal(loaded.deck.path, paths[i]);
        assert_true(loaded.deck.card_count >= loaded.deck.note_count);
        buf_release(&problems);
        unload(&loaded);
    }
}

/* The answer as written is found again in the file. */
static void test_answer_as_written(void **state)
{
    (void)state;
    static const struct {
        const char *card, *want; // NULL: none
    } cases[] = {
        { "['Q', [ 'a' , 'b']]", "[ \"a\" , \"b\"]" },
        { "{'question': 'Q', 'answer':  4.50}", "4.50}" },
        { "{'question': 'Q', 'pairs': [['a', 'b'], ['c', 'd']]}", "[[\"a\", \"b\"]" },
        { "{'cloze': '{{Q}}'}", NULL },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded loaded;
        char text[200];
        snprintf(
            text, sizeof text, "{'format': 1, 'id': 'd', 'cards': [%s]}", cases[i].card);
        load_right(text, &loaded);
        const char *got = loaded.deck.notes[0].answer_json, *want = cases[i].want;
        if ((got == NULL) != (want == NULL) ||
            (want && strncmp(got, want, strlen(want)) != 0))
            fail_msg("%s: got %s", cases[i].card, got);
        unload(&loaded);
    }
}

/* ---- what a fault costs ---- */

static void test_faults_cost_only_their_card(void **state)
{
    (void)state;
    struct loaded loaded;
    load_quoted("{'format': 1, 'id': 'd', 'title': 7, 'cards': [\n"
                "['One', 1], ['Two'], ['Three', '', {'hint': 3}], 4,\n"
                "{'cloze': '{{a}} {{b}}', 'strict': 'x'},\n"
                "['Five', '5', {'tests': {'accept': ['zzz'], 'reject': ['5']}}],\n"
                "['Six', '6']]}",
        &loaded);
    assert_true(loaded.ok && loaded.is_deck);
    assert_string_equal(loaded.deck.title, "d");
    assert_int_equal(loaded.deck.card_count, 3);
    assert_int_equal(loaded.deck.note_count, 3);
    assert_string_equal(loaded.deck.cards[0].question, "One");
    assert_string_equal(loaded.deck.cards[1].question, "Five");
    assert_string_equal(loaded.deck.cards[2].question, "Six");
    assert_ptr_equal(loaded.deck.cards[2].note, &loaded.deck.notes[2]);
    // title, Two, Three, 4, the cloze, and two failing tests of one card
    assert_int_equal(loaded.diags.errors, 7);
    assert_int_equal(loaded.deck.problems, 7);
    unload(&loaded);
}

/* A card that was left out does not occupy its id. */
static void test_faulty_card_frees_its_id(void **state)
{
    (void)state;
    struct loaded loaded;
    load_quoted("{'format': 1, 'id': 'd', 'cards': [\n"
                "['One', '', {'id': 'a'}],\n['Two', '2', {'id': 'a'}]]}",
        &loaded);
    assert_int_equal(loaded.diags.errors, 1);
    assert_int_equal(loaded.deck.card_count, 1);
    assert_string_equal(loaded.deck.cards[0].name, "d/a");
    unload(&loaded);
}

static void test_no_deck(void **state)
{
    (void)state;
    static const char *const texts[] = { "{}", "[]", "3", "null", "{'cards': []}" };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct loaded loaded;
        load_quoted(texts[i], &loaded);
        assert_false(loaded.ok);
        assert_false(loaded.is_deck);
        assert_int_equal(loaded.diags.count, 0);
        assert_string_equal(loaded.err.message, "not a deck: it has no \"format\": 1");
        assert_null(loaded.deck.text.text);
        unload(&loaded);
    }
}

static void test_broken_json(void **state)
{
    (void)state;
    struct loaded loaded;
    load_quoted("{'format': 1,\n 'id': 'd' 'cards': []}", &loaded);
    assert_false(loaded.ok);
    assert_true(loaded.is_deck);
    assert_int_equal(loaded.err.kind, ERR_INPUT);
    assert_int_equal(loaded.err.line, 2);
    assert_int_equal(loaded.err.column, 12);
    unload(&loaded);
}

static void test_missing_file(void **state)
{
    (void)state;
    struct loaded loaded = { 0 };
    assert_false(deck_load(TEST_PATH("tests/decks/none.json"), &loaded.deck,
        &loaded.is_deck, &loaded.diags, &loaded.err));
    assert_non_null(strstr(loaded.err.message, "none.json"));
    assert_int_equal(loaded.diags.count, 0);
}

static void test_no_source_warning(void **state)
{
    (void)state;
    static const struct {
        const char *options;
        size_t warnings;
    } cases[] = {
        { "{}", 1 },
        { "{'source': 'p. 1'}", 0 },
        { "{'source': null}", 1 },
        { "{'allow': 'no-source'}", 0 },
        { "{'allow': ['no-source']}", 0 },
    };
    static const char want[] = "[no-source] test.json:2:3: warning: the card has no "
                               "\"source\"; say where in the "
                               "document it comes from\n      [\"Q\", \"A\"";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded loaded;
        char text[200];
        snprintf(text, sizeof text,
            "{'format': 1, 'id': 'd', 'documents': {'b': {}}, 'cards': [\n"
            "  ['Q', 'A', %s]]}",
            cases[i].options);
        load_quoted(text, &loaded);
        struct buf got = { 0 };
        add_problems(&loaded, &got);
        if (loaded.diags.count != cases[i].warnings || loaded.diags.errors != 0)
            fail_msg("%s: got %s", cases[i].options, buf_text(&got));
        if (got.len > 0 && strncmp(got.text, want, sizeof want - 1) != 0)
            fail_msg("got %s", got.text);
        buf_release(&got);
        unload(&loaded);
    }
}

/* ---- identity ---- */

static void test_ids(void **state)
{
    (void)state;
    char longest[66] = "";
    memset(longest, 'a', 64);
    assert_true(deck_is_id(longest));
    longest[64] = 'a';
    assert_false(deck_is_id(longest));
    static const char *const good[] = { "a", "0", "persia-540", "a.b_c-d", "9--" };
    static const char *const bad[] = { "", "-a", ".a", "_a", "A", "a b", "a/b", "a#b",
        "ä", "~a" };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(deck_is_id(good[i]));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(deck_is_id(bad[i]));
}

/* The names of all cards, joined by spaces. */
static char *names_of(const char *deck)
{
    struct loaded loaded;
    struct buf names = { 0 };
    load_right(deck, &loaded);
    for (size_t i = 0; i < loaded.deck.card_count; i++)
        buf_addf(&names, "%s%s", i > 0 ? " " : "", loaded.deck.cards[i].name);
    unload(&loaded);
    return names.text;
}

static char *names_of_cards(const char *cards)
{
    char deck[600];
    int len =
        snprintf(deck, sizeof deck, "{'format': 1, 'id': 'd', 'cards': [%s]}", cards);
    assert_true(len < (int)sizeof deck);
    return names_of(deck);
}

/*
 * People's progress hangs on these names: a change here loses it.  The hash is FNV-1a with
 * the finish of splitmix64 over the question in NFKC, case folded, spaces evened out.
 */
static void test_names_pinned(void **state)
{
    (void)state;
    static const struct {
        const char *card, *names;
    } cases[] = {
        { "['What comes after alpha?', 'beta']", "d/~545440f8" },
        { "['Wie heißt die Straße?', 'x']", "d/~8637fc91" },
        { "[['Two', 'lines'], 2, {'reverse': {'question': 'R'}}]",
            "d/~341029ce d/~341029ce#reverse" },
        { "{'cloze': 'The {{cell::small}} and {{c2::its}} {{Wall & Door}}'}",
            "d/~af111c5d#cell d/~af111c5d#c2 d/~af111c5d#wall-door" },
        { "{'cloze': 'a {{k}} {b}', 'gaps': {'k': {'text': 'Gap'}}}", "d/~60dd9f4b#k" },
        { "{'cloze': '{{+}} or {{-}}'}", "d/~b85db830#d36f466a d/~b85db830#1f7b5714" },
        { "{'id': 'own.id', 'cloze': '{{Ἀθῆναι}} {{42}}'}",
            "d/own.id#ἀθῆναι d/own.id#42" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *names = names_of_cards(cases[i].card);
        if (strcmp(names, cases[i].names) != 0)
            fail_msg("%s: got %s, want %s", cases[i].card, names, cases[i].names);
        free(names);
    }
}

static void test_same_names(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
    } cases[] = {
        { "['What is  it?', 'a']", "[' WHAT is\\tit? ', 'b']" },
        { "['What is it?', 'a']", "{'question': ['What', 'is it?'], 'answer': ['b']}" },
        { "['What is it?', 'a']", "['What is it?', 4, {'hint': 'h', 'tags': ['t']}]" },
        { "['\\u0065\\u0301t\\u00e9', 'a']", "['\\u00c9te\\u0301', 'a']" },
        { "['\\ufb01n', 'a']", "['fin', 'a']" },
        { "{'cloze': 'a {{b}} c'}", "{'cloze': 'A {{b::hint}}  C'}" },
        { "{'cloze': 'a {{c1::b}} c'}", "{'cloze': 'a {{c1::b::hint}} c'}" },
        { "{'cloze': 'a {{k}} c', 'gaps': {'k': {'text': 'b'}}}",
            "{'cloze': 'a {{k}} c', 'gaps': {'k': {'text': 'b', 'hint': 'h', 'accept': "
            "['x']}}}" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *a = names_of_cards(cases[i].a), *b = names_of_cards(cases[i].b);
        if (strcmp(a, b) != 0)
            fail_msg("%s is %s, %s is %s", cases[i].a, a, cases[i].b, b);
        free(a);
        free(b);
    }
}

static void test_different_names(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
    } cases[] = {
        { "['What is it?', 'a']", "['What was it?', 'a']" },
        { "['What is it?', 'a']", "['What is it', 'a']" },
        { "['resume', 'a']", "['r\\u00e9sum\\u00e9', 'a']" },
        { "['a b', 'a']", "['ab', 'a']" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *a = names_of_cards(cases[i].a), *b = names_of_cards(cases[i].b);
        if (strcmp(a, b) == 0)
            fail_msg("%s and %s are both %s", cases[i].a, cases[i].b, a);
        free(a);
        free(b);
    }
}

static bool has_word(const char *words, const char *word, size_t len)
{
    for (; *words != '\0'; words += strcspn(words, " ")) {
        words += *words == ' ';
        if (strcspn(words, " ") == len && strncmp(words, word, len) == 0)
            return true;
    }
    return false;
}

/* Whatever an author does that is no new question keeps every name there was. */
static void test_edits_keep_names(void **state)
{
    (void)state;
    static const char before[] =
        "{'format': 1, 'id': 'd', 'cards': [['One?', '1', {'reverse': true}],"
        "{'id': 'two', 'question': 'Two?', 'answer': 2},"
        "{'cloze': 'The sun is {{a star}} of {{c1::the milky way}} today.'},"
        "{'cloze': 'In {{where}} there is {0}.', 'gaps': {'where': {'text': 'C'}}}]}";
    static const struct {
        const char *what, *deck;
    } cases[] = {
        { "nothing", before },
        { "reformatted and moved",
            "{\n'cards':[\n{'gaps':{'where':{'text':'C'}},'cloze':['In {{where}}','there "
            "is "
            "{0}.']},\n {'answer':2,'question':'Two?','id':'two'},\n{'cloze':'The sun is "
            "{{a "
            "star}} of {{c1::the milky way}} today.'},\n['One?','1',{'reverse':true}]],\n"
            "'title':'T','id':'d','format':1}" },
        { "gaps and cards added, answers and the text of a named card changed",
            "{'format': 1, 'id': 'd', 'defaults': {'tags': ['t']}, 'cards': [['New?', "
            "'n'],"
            "['One?', 'one', {'reverse': {'question': 'Which?'}, 'hint': 'h'}],"
            "{'id': 'two', 'question': 'Two, or three?', 'answer': ['2', '3']},"
            "{'cloze': 'The {{sun}} is {{a star::what?}} of {{c1::the milky way}} "
            "{{c1::today}}.'},"
            "{'cloze': 'In {{where}} {{what}} is {0}.', 'gaps': {'where': {'text': 'C'},"
            " 'what': {'text': 'there', 'hint': 'h'}}}]}" },
    };
    char *want = names_of(before);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *got = names_of(cases[i].deck);
        for (const char *name = want; *name != '\0'; name += strspn(name, " ")) {
            size_t len = strcspn(name, " ");
            if (!has_word(got, name, len))
                fail_msg(
                    "%s: %.*s is gone; there are %s", cases[i].what, (int)len, name, got);
            name += len;
        }
        free(got);
    }
    free(want);
}

/* ---- cloze ---- */

static void test_cloze_cards(void **state)
{
    (void)state;
    static const struct {
        const char *note, *want; // name, question and answers of each card
    } cases[] = {
        { "'cloze': '{{a}}'", "#a [...] a" },
        { "'cloze': 'x {{a}} y {{b::h}} z'", "#a x [...] y b z a; #b x a y [...] z b h" },
        { "'cloze': '{{c1::a}}, {{c2::b}}, {{c1::c}}'",
            "#c1 [...], b, [...] a,c; #c2 a, [...], c b" },
        { "'cloze': '{{c1::a}}, {{c1::a}}'", "#c1 [...], [...] a" },
        { "'cloze': '{{Rome}} and {{ROME!}}'", "#rome [...] and [...] Rome,ROME!" },
        { "'cloze': '{{c1}} {{c::d}} {{c1x::e}}'",
            "#c1 [...] c c1x c1; #c c1 [...] c1x c d; #c1x c1 c [...] c1x e" },
        { "'cloze': '{{a::}}'", "#a [...] a" },
        { "'cloze': '{{a::b::c}}'", "#a [...] a b::c" },
        { "'cloze': '{{{x}}} }} {'", "#x [...] }} { {x}" },
        { "'cloze': ['{{a', 'b}}', 'c']", "#a-b [...]\nc a\nb" },
        { "'cloze': '{{{k}}} {{l}} {{ k }}', 'gaps': {'k': {'text': '{t}', 'hint': 'h'}}",
            "#k {[...]} {{l}} {{ k }} {t} h" },
        { "'cloze': '{{k}}{{k}}', 'gaps': {'k': {'text': 't', 'accept': ['u']}}",
            "#k [...][...] t,u" },
        { "'hint': 'H', 'cloze': '{{a}} {{b::h}}'", "#a [...] b a H; #b a [...] b h" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded loaded;
        struct buf got = { 0 };
        char text[300];
        snprintf(text, sizeof text,
            "{'format': 1, 'id': 'd', 'cards': [{'id': 'n', %s}]}", cases[i].note);
        load_right(text, &loaded);
        for (size_t c = 0; c < loaded.deck.card_count; c++) {
            const struct card *card = &loaded.deck.cards[c];
            assert_int_equal(card->kind, KEY_CLOZE);
            buf_addf(
                &got, "%s#%s %s ", c > 0 ? "; " : "", card->key_name, card->question);
            for (size_t k = 0; k < card->key.count; k++)
                for (size_t f = 0; f < card->key.items[k].count; f++)
                    buf_addf(
                        &got, "%s%s", k + f > 0 ? "," : "", card->key.items[k].forms[f]);
            if (card->hint != NULL)
                buf_addf(&got, " %s", card->hint);
        }
        if (strcmp(got.text, cases[i].want) != 0)
            fail_msg("%s: got %s, want %s", cases[i].note, got.text, cases[i].want);
        buf_release(&got);
        unload(&loaded);
    }
}

/* As many gaps as there may be; one more is in tests/decks/bad. */
static void test_most_gaps(void **state)
{
    (void)state;
    struct buf text = { 0 };
    struct loaded loaded;
    buf_add(&text, "{'format': 1, 'id': 'd', 'cards': [{'cloze': '");
    for (int i = 0; i < 256; i++)
        buf_addf(&text, "{{g%d}} ", i);
    buf_add(&text, "'}]}");
    load_right(text.text, &loaded);
    assert_int_equal(loaded.deck.card_count, 256);
    assert_string_equal(loaded.deck.cards[255].key_name, "g255");
    unload(&loaded);
    buf_release(&text);
}

/* A text of 64 KiB is read; one byte more is in tests/decks/bad. */
static void test_longest_text(void **state)
{
    (void)state;
    struct buf text = { 0 };
    struct loaded loaded;
    buf_add(&text, "{'format': 1, 'id': 'd', 'cards': [['Q', '");
    buf_pad(&text, 'x', DECK_MAX_TEXT);
    buf_add(&text, "']]}");
    load_right(text.text, &loaded);
    assert_int_equal(strlen(loaded.deck.cards[0].key.items[0].forms[0]), DECK_MAX_TEXT);
    unload(&loaded);
    buf_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_problems),
        cmocka_unit_test(test_every_code_met),
        cmocka_unit_test(test_cards),
        cmocka_unit_test(test_sample_decks),
        cmocka_unit_test(test_answer_as_written),
        cmocka_unit_test(test_faults_cost_only_their_card),
        cmocka_unit_test(test_faulty_card_frees_its_id),
        cmocka_unit_test(test_no_deck),
        cmocka_unit_test(test_broken_json),
        cmocka_unit_test(test_missing_file),
        cmocka_unit_test(test_no_source_warning),
        cmocka_unit_test(test_ids),
        cmocka_unit_test(test_names_pinned),
        cmocka_unit_test(test_same_names),
        cmocka_unit_test(test_different_names),
        cmocka_unit_test(test_edits_keep_names),
        cmocka_unit_test(test_cloze_cards),
        cmocka_unit_test(test_most_gaps),
        cmocka_unit_test(test_longest_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
