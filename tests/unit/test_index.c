/*
 * The index of large decks: a library made from it says the same as one that was read, and no
 * index is believed that does not fit the files as they are.
 */
#include "test.h"

#include "base/file.h"
#include "deck/index.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { NOTES = 2000, LATER_MS = 3600 * 1000 };

static char start_folder[4096];
static const char *const decks[] = { "decks" };

/* Every kind of note that has several cards, or none to ask; texts that fill the file. */
static void write_note(FILE *file, int number)
{
    static const char *const tails[] = {
        "\"question\": \"Which (%d)?\", \"answer\": \"one {[\\\"\\\\\", \"reverse\": "
        "true",
        "\"question\": \"How many (%d)?\", \"answer\": 546, \"was\": [\"old-a\", "
        "\"old-b\"]",
        "\"cloze\": \"%d {{c1::one}} and {{c2::other::hint}} and {{named}}\"",
        "\"question\": \"Parked (%d)?\", \"answer\": \"x\", \"disabled\": true",
        "\"question\": \"Pick (%d)\", \"answer\": \"a\", \"wrong\": [\"b\", \"c\", "
        "\"ü\"]",
        "\"question\": \"All (%d)?\", \"answer\": [\"a\", [\"b\", \"bee\"]], \"hint\": "
        "\"two\"",
    };
    fputs(number > 0 ? ",\n  {" : "  {", file);
    if (number % 7 != 0)
        fprintf(file, "\"id\": \"n%d\", ", number);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    fprintf(file, tails[number % 6], number);
#pragma GCC diagnostic pop
    fprintf(file, ",\n   \"note\": \"%0700d\"}", number);
}

static void write_deck(const char *path, const char *id, int notes, const char *tail)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file, "{\"format\": 1, \"id\": \"%s\", \"title\": \"T %s\",\n\"cards\": [\n",
        id, id);
    for (int i = 0; i < notes; i++)
        write_note(file, i);
    fprintf(file, "\n]%s}\n", tail);
    assert_int_equal(fclose(file), 0);
}

static int enter(void **state)
{
    char folder[] = "/tmp/test_index.XXXXXX";
    (void)state;
    if (getcwd(start_folder, sizeof start_folder) == NULL || mkdtemp(folder) == NULL ||
        chdir(folder) != 0 || mkdir("decks", 0700) != 0)
        return -1;
    write_deck("decks/a.json", "zeta", NOTES, ", \"spellings\": [[\"one\", \"eins\"]]");
    write_deck("decks/b.json", "alpha", 9, "");
    return 0;
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
    (void)st;
    (void)kind;
    (void)ftw;
    return remove(path);
}

static int leave(void **state)
{
    char folder[4096];
    (void)state;
    return getcwd(folder, sizeof folder) == NULL || chdir(start_folder) != 0 ||
           nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS) != 0;
}

/* Reads the decks and saves their index; returns whether there is one now. */
static bool save(int64_t settled_ms)
{
    struct index_key key;
    struct library library;
    remove("index");
    index_key_make(&key, decks, 1);
    library_load(&library, decks, 1);
    index_save("index", &key, &library, key.newest_ms + settled_ms);
    library_release(&library);
    buf_release(&key.bytes);
    return file_kind("index") == FILE_REGULAR;
}

static bool load(const char *const *paths, size_t count, struct library *library)
{
    struct index_key key;
    index_key_make(&key, paths, count);
    bool loaded = index_load("index", &key, library);
    buf_release(&key.bytes);
    return loaded;
}

static void assert_no_index(const char *const *paths, size_t count)
{
    struct library library;
    assert_false(load(paths, count, &library));
    assert_null(library.decks);
}

static void assert_same_text(const char *a, const char *b)
{
    assert_int_equal(a == NULL, b == NULL);
    if (a != NULL)
        assert_string_equal(a, b);
}

static void assert_same_notes(const struct note *a, const struct note *b)
{
    assert_string_equal(a->deck->id, b->deck->id);
    assert_string_equal(a->deck->title, b->deck->title);
    assert_string_equal(a->deck->path, b->deck->path);
    assert_int_equal(a->was_count, b->was_count);
    for (size_t i = 0; i < a->was_count; i++)
        assert_string_equal(a->was[i], b->was[i]);
}

static void test_same_names(void **state)
{
    struct library read, named;
    (void)state;
    assert_true(save(LATER_MS));
    library_load(&read, decks, 1);
    assert_true(load(decks, 1, &named));
    assert_int_equal(named.deck_count, 2);
    assert_int_equal(named.card_count, read.card_count);
    assert_true(read.card_count > NOTES);
    for (size_t i = 0; i < read.card_count; i++) {
        const struct card *a = named.cards[i], *b = read.cards[i];
        size_t found;
        assert_string_equal(a->name, b->name);
        assert_string_equal(a->key_name, b->key_name);
        assert_same_notes(a->note, b->note);
        assert_true(map_find(&named.by_name, b->name, &found) && found == i);
        if (i > 0)
            assert_int_equal(
                a->note == named.cards[i - 1]->note, b->note == read.cards[i - 1]->note);
    }
    library_release(&read);
    library_release(&named);
}

static void assert_same_cards(const struct card *a, const struct card *b)
{
    assert_string_equal(a->name, b->name);
    assert_int_equal(a->kind, b->kind);
    assert_string_equal(a->question, b->question);
    assert_same_text(a->hint, b->hint);
    assert_same_text(a->note->remark, b->note->remark);
    assert_int_equal(a->key.count, b->key.count);
    for (size_t i = 0; i < a->key.count; i++)
        assert_string_equal(a->key.items[i].forms[0], b->key.items[i].forms[0]);
    assert_int_equal(a->key.option_count, b->key.option_count);
    for (size_t i = 0; i < a->key.option_count; i++)
        assert_string_equal(a->key.options[i], b->key.options[i]);
    assert_int_equal(
        a->note->deck->context.spelling_count, b->note->deck->context.spelling_count);
}

static void test_whole_cards(void **state)
{
    struct library read, named;
    struct err err;
    (void)state;
    assert_true(save(LATER_MS));
    library_load(&read, decks, 1);
    assert_true(load(decks, 1, &named));
    for (size_t i = 0;
         i<read.card_count; i += i> 20 && i + 20 < read.card_count ? 17 : 1) {
        assert_null(named.cards[i]->question);
        assert_true(index_complete(&named, i, &err));
        assert_same_cards(named.cards[i], read.cards[i]);
    }
    assert_true(index_complete(&read, 0, &err));
    library_release(&read);
    library_release(&named);
}

static void append(const char *path, const char *text)
{
    FILE *file = fopen(path, "a");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

/* The same bytes, or as many others, written a moment later. */
static void test_any_change_counts(void **state)
{
    static const char *const other[] = { "decks/a.json" };
    static const char *const twice[] = { "decks", "decks/a.json" };
    struct timespec past[2] = { { .tv_sec = 1000 }, { .tv_sec = 1000 } };
    (void)state;
    assert_true(save(LATER_MS));
    assert_no_index(other, 1);
    assert_no_index(twice, 2);
    append("decks/a.json", "\n");
    assert_no_index(decks, 1);
    assert_true(save(LATER_MS));
    assert_int_equal(utimensat(AT_FDCWD, "decks/a.json", past, 0), 0);
    assert_no_index(decks, 1);
    assert_true(save(LATER_MS));
    assert_int_equal(rename("decks/b.json", "decks/c.json"), 0);
    assert_no_index(decks, 1);
    assert_true(save(LATER_MS));
    write_deck("decks/new.json", "new", 2, "");
    assert_no_index(decks, 1);
    assert_true(save(LATER_MS));
    remove("decks/new.json");
    assert_no_index(decks, 1);
}

static void test_not_saved(void **state)
{
    (void)state;
    assert_false(save(1000)); // a change in the same tick of the clock could follow
    write_deck("decks/b.json", "alpha", 3, ", \"unknown\": 1");
    assert_false(save(LATER_MS)); // has an error to tell
    write_deck("decks/b.json", "alpha", 3, "");
    write_deck("decks/a.json", "zeta", 50, "");
    assert_false(save(LATER_MS)); // small
    assert_no_index(decks, 1);
}

static void test_saved_once(void **state)
{
    struct stat before, after;
    struct index_key key;
    struct library library;
    (void)state;
    assert_true(save(LATER_MS));
    assert_int_equal(stat("index", &before), 0);
    assert_int_equal(before.st_mode & 0777, 0600);
    index_key_make(&key, decks, 1);
    library_load(&library, decks, 1);
    index_save("index", &key, &library, key.newest_ms + LATER_MS);
    assert_int_equal(stat("index", &after), 0);
    assert_int_equal(before.st_ino, after.st_ino);
    index_save("nowhere/index", &key, &library, key.newest_ms + LATER_MS);
    library_release(&library);
    buf_release(&key.bytes);
}

static void put(const char *bytes, size_t len)
{
    FILE *file = fopen("index", "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

/* What is cut short is refused; bytes that changed may mislead, but reach no wild memory. */
static void test_damaged(void **state)
{
    struct buf whole = { 0 };
    struct library library;
    struct err err;
    (void)state;
    assert_true(save(LATER_MS));
    assert_true(file_read("index", 64 << 20, &whole, &err));
    for (size_t len = 0; len < whole.len; len += len < 500 ? 13 : 9973) {
        put(whole.text, len);
        assert_no_index(decks, 1);
    }
    for (size_t at = 0; at < whole.len; at += at < 500 ? 7 : 4001) {
        char kept = whole.text[at];
        whole.text[at] = (char)(kept ^ 0x85);
        put(whole.text, whole.len);
        if (load(decks, 1, &library)) {
            for (size_t i = 0; i < library.card_count; i += 97)
                if (!index_complete(&library, i, &err))
                    assert_int_equal(err.kind, ERR_INPUT);
            library_release(&library);
        }
        whole.text[at] = kept;
    }
    buf_release(&whole);
}

static void test_changed_between(void **state)
{
    struct library named;
    struct err err;
    (void)state;
    assert_true(save(LATER_MS));
    assert_true(load(decks, 1, &named));
    write_deck("decks/a.json", "zeta", 3, "");
    assert_false(index_complete(&named, named.card_count - 1, &err));
    assert_string_equal(err.message, "'decks/a.json' was changed just now; try again");
    remove("decks/a.json");
    assert_false(index_complete(&named, named.card_count - 1, &err));
    assert_null(named.cards[named.card_count - 1]->question);
    library_release(&named);
}

#define INDEX_TEST(function) cmocka_unit_test_setup_teardown(function, enter, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        INDEX_TEST(test_same_names),
        INDEX_TEST(test_whole_cards),
        INDEX_TEST(test_any_change_counts),
        INDEX_TEST(test_not_saved),
        INDEX_TEST(test_saved_once),
        INDEX_TEST(test_damaged),
        INDEX_TEST(test_changed_between),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
