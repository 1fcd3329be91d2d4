/*
 * The file of the commands typed at the prompt, in a folder of its own.
 */
#include "test.h"

#include "base/file.h"
#include "ui/recall.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <readline/history.h>

static char folder[] = "/tmp/test_recall.XXXXXX";

static int enter(void **state)
{
    (void)state;
    umask(022);
    alarm(20); // whoever hangs on a FIFO ends here
    return mkdtemp(folder) == NULL || chdir(folder) != 0;
}

static int leave(void **state)
{
    (void)state;
    return chdir("/") != 0 || rmdir(folder) != 0;
}

static void holds(const char *path, const char *text)
{
    struct buf found = { 0 };
    struct err err;
    assert_true(file_read(path, 1 << 20, &found, &err));
    assert_string_equal(buf_text(&found), text);
    buf_release(&found);
}

static mode_t mode_of(const char *path)
{
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    return st.st_mode & 0777;
}

static void test_adds(void **state)
{
    (void)state;
    recall_load("a/b/history");
    recall_add("a/b/history", "due");
    recall_add("a/b/history", "due");
    recall_add("a/b/history", "list\ntag:x");
    recall_add("a/b/history", "due");
    holds("a/b/history", "due\nlist tag:x\ndue\n");
    assert_int_equal(mode_of("a/b/history"), 0600);
    assert_int_equal(mode_of("a/b"), 0700);
    assert_int_equal(unlink("a/b/history") | rmdir("a/b") | rmdir("a"), 0);
}

/* What was typed before is seen between begin and end, and only there. */
static void test_remembers(void **state)
{
    (void)state;
    struct err err;
    assert_true(file_replace("history", "one\n\ntwo\ntwo\nthree", 18, &err));
    recall_load("history");
    assert_int_equal(history_length, 0);
    recall_begin();
    int lines = history_length;
    assert_string_equal(history_get(history_base + lines - 1)->line, "three");
    assert_string_equal(history_get(history_base + lines - 2)->line, "two");
    assert_string_equal(history_get(history_base + lines - 3)->line, "one");
    recall_end();
    assert_int_equal(history_length, 0);
    assert_int_equal(unlink("history"), 0);
}

/* The oldest lines go, also those that another prompt has written meanwhile. */
static void test_stays_small(void **state)
{
    (void)state;
    struct buf lines = { 0 };
    struct err err;
    for (int i = 0; i < RECALL_MOST + 5; i++)
        buf_addf(&lines, "show rome/%d\n", i);
    assert_true(file_replace("history", lines.text, lines.len, &err));
    recall_add("history", "last");
    buf_add(&lines, "last\n");
    holds("history", strstr(lines.text, "show rome/6\n"));
    assert_int_equal(mode_of("history"), 0600);
    assert_int_equal(unlink("history"), 0);
    buf_release(&lines);
}

/* Nothing hangs, nothing is told, nothing is lost but the past. */
static void test_no_file_to_use(void **state)
{
    (void)state;
    assert_int_equal(mkfifo("fifo", 0600), 0);
    recall_load("fifo");
    recall_add("fifo", "into a pipe");
    assert_int_equal(mkdir("sub", 0700), 0);
    recall_load("sub");
    recall_add("sub", "into a folder");
    recall_add("fifo/history", "below a pipe");
    recall_begin();
    assert_string_equal(
        history_get(history_base + history_length - 1)->line, "below a pipe");
    recall_end();
    assert_int_equal(unlink("fifo") | rmdir("sub"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_adds),
        cmocka_unit_test(test_remembers),
        cmocka_unit_test(test_stays_small),
        cmocka_unit_test(test_no_file_to_use),
    };
    return cmocka_run_group_tests(tests, enter, leave);
}
