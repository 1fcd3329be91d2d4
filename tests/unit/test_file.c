/*
 * Files and folders, in a folder of their own that is removed afterwards.
 */
#include "test.h"

#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { MIB = 1024 * 1024 };

static char start_folder[4096];

static int enter(void **state)
{
    char folder[] = "/tmp/test_file.XXXXXX";
    (void)state;
    umask(022);
    alarm(20); // whoever hangs on a FIFO ends here
    return getcwd(start_folder, sizeof start_folder) == NULL || mkdtemp(folder) == NULL ||
           chdir(folder) != 0;
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

static void put(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void assert_holds(const char *path, const char *text)
{
    struct buf got = { 0 };
    struct err err;
    assert_true(file_read(path, MIB, &got, &err));
    assert_string_equal(buf_text(&got), text);
    buf_release(&got);
}

static unsigned mode_of(const char *path)
{
    struct stat st;
    assert_int_equal(lstat(path, &st), 0);
    return st.st_mode & 07777;
}

static size_t count_entries(const char *folder)
{
    size_t count = 0;
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(dir);
    return count;
}

/* ---- what is there ---- */

static void test_kind(void **state)
{
    (void)state;
    put("file", "");
    assert_int_equal(mkdir("folder", 0700), 0);
    assert_int_equal(mkfifo("fifo", 0600), 0);
    assert_int_equal(symlink("file", "to-file"), 0);
    assert_int_equal(symlink("folder", "to-folder"), 0);
    assert_int_equal(symlink("nothing", "to-nothing"), 0);
    static const struct {
        const char *path;
        enum file_kind kind;
    } cases[] = {
        { "file", FILE_REGULAR },
        { "to-file", FILE_REGULAR },
        { "folder", FILE_FOLDER },
        { "to-folder", FILE_FOLDER },
        { "folder/", FILE_FOLDER },
        { "fifo", FILE_OTHER },
        { "/dev/null", FILE_OTHER },
        { "nothing", FILE_ABSENT },
        { "to-nothing", FILE_ABSENT },
        { "file/below", FILE_ABSENT },
        { "", FILE_ABSENT },
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(file_kind(cases[i].path), cases[i].kind);
}

/* ---- reading ---- */

static void test_read_refuses(void **state)
{
    (void)state;
    put("file", "");
    assert_int_equal(mkdir("folder", 0700), 0);
    assert_int_equal(mkfifo("fifo", 0600), 0);
    assert_int_equal(symlink("loop", "loop"), 0);
    static const struct {
        const char *path;
        const char *message;
    } cases[] = {
        { "missing.json", "cannot open 'missing.json': No such file or directory" },
        { "file/x", "cannot open 'file/x': Not a directory" },
        { "loop", "cannot open 'loop': Too many levels of symbolic links" },
        { "folder", "'folder' is not a regular file" },
        { "fifo", "'fifo' is not a regular file" },
        { "/dev/zero", "'/dev/zero' is not a regular file" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf out = { 0 };
        struct err err;
        assert_false(file_read(cases[i].path, MIB, &out, &err));
        assert_int_equal(err.kind, ERR_INPUT);
        assert_string_equal(err.message, cases[i].message);
        buf_release(&out);
    }
}

static void test_read_up_to_the_limit(void **state)
{
    (void)state;
    struct buf text = { 0 }, out = { 0 };
    struct err err;
    buf_pad(&text, 'x', 2 * MIB);
    put("two", text.text);
    assert_true(file_read("two", 2 * MIB, &out, &err));
    assert_string_equal(out.text, text.text);
    assert_false(file_read("two", 2 * MIB - 1, &out, &err));
    assert_string_equal(err.message, "'two' is larger than 1 MiB; split the file");
    buf_release(&text);
    buf_release(&out);
}

static void test_read_appends_bytes(void **state)
{
    (void)state;
    struct buf out = { 0 };
    struct err err;
    assert_true(file_replace("bytes", "a\0b\xFF", 4, &err));
    put("empty", "");
    buf_add(&out, "> ");
    assert_true(file_read("bytes", 4, &out, &err));
    assert_true(file_read("empty", 0, &out, &err));
    assert_int_equal(out.len, 6);
    assert_memory_equal(out.text, "> a\0b\xFF", 7);
    buf_release(&out);
}

/* ---- making folders ---- */

static void test_make_folder(void **state)
{
    (void)state;
    struct err err;
    assert_true(file_make_folder("a/b/c", &err));
    assert_int_equal(mode_of("a"), 0700);
    assert_int_equal(mode_of("a/b/c"), 0700);
    assert_true(file_make_folder("a/b/c", &err)); // is there already
    assert_true(file_make_folder("a//d/", &err));
    assert_int_equal(file_kind("a/d"), FILE_FOLDER);
    assert_true(file_make_folder("/", &err));
    assert_true(file_make_folder(".", &err));
    assert_int_equal(symlink("a", "link"), 0);
    assert_true(file_make_folder("link/e", &err));
    assert_int_equal(file_kind("a/e"), FILE_FOLDER);

    put("file", "");
    static const struct {
        const char *path, *message;
    } cases[] = {
        { "file", "cannot make the folder 'file': Not a directory" },
        { "file/below", "cannot make the folder 'file/below': Not a directory" },
        { "", "cannot make the folder '': No such file or directory" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_false(file_make_folder(cases[i].path, &err));
        assert_int_equal(err.kind, ERR_SYSTEM);
        assert_string_equal(err.message, cases[i].message);
    }
}

/* ---- replacing ---- */

static void test_replace(void **state)
{
    (void)state;
    struct err err;
    assert_true(file_replace("new", "one", 3, &err));
    assert_holds("new", "one");
    assert_int_equal(mode_of("new"), 0600);
    put("old", "a longer text");
    assert_int_equal(chmod("old", 0664), 0); // beyond what the umask lets through
    assert_true(file_replace("old", "two", 3, &err));
    assert_holds("old", "two");
    assert_int_equal(mode_of("old"), 0664);
    assert_true(file_replace("old", "", 0, &err));
    assert_holds("old", "");
    assert_int_equal(count_entries("."), 2);
}

/* A deck that is a link into another folder stays one. */
static void test_replace_through_a_link(void **state)
{
    (void)state;
    struct err err;
    assert_int_equal(mkdir("far", 0700), 0);
    put("far/deck", "old");
    assert_int_equal(symlink("far/deck", "link"), 0);
    assert_true(file_replace("link", "new", 3, &err));
    struct stat st;
    assert_true(lstat("link", &st) == 0 && S_ISLNK(st.st_mode));
    assert_holds("far/deck", "new");
    assert_int_equal(count_entries("far"), 1);
}

/* What reads the old file goes on reading it: it is another one, not this one changed. */
static void test_replace_leaves_open_files(void **state)
{
    (void)state;
    struct err err;
    char text[4] = "";
    put("deck", "old");
    int fd = open("deck", O_RDONLY);
    assert_true(file_replace("deck", "new", 3, &err));
    assert_int_equal(read(fd, text, 3), 3);
    assert_string_equal(text, "old");
    close(fd);
}

static void test_replace_fails(void **state)
{
    (void)state;
    struct err err;
    assert_int_equal(mkdir("folder", 0700), 0);
    assert_false(file_replace("none/deck", "x", 1, &err));
    assert_int_equal(err.kind, ERR_SYSTEM);
    assert_string_equal(
        err.message, "cannot write 'none/deck': No such file or directory");
    assert_false(file_replace("folder", "x", 1, &err));
    assert_string_equal(err.message, "cannot write 'folder': Is a directory");
    assert_int_equal(count_entries("."), 1);
}

/* The disk is full half-way, or as good as: the old text is there, and nothing else. */
static void test_replace_without_room(void **state)
{
    (void)state;
    put("deck", "old");
    pid_t child = fork();
    if (child == 0) {
        struct err err = { 0 };
        struct buf text = { 0 };
        struct rlimit limit = { 1000, 1000 };
        signal(SIGXFSZ, SIG_IGN);
        buf_pad(&text, 'x', 5000);
        bool failed = setrlimit(RLIMIT_FSIZE, &limit) == 0 &&
                      !file_replace("deck", text.text, text.len, &err);
        buf_release(&text);
        _exit(failed && strcmp(err.message, "cannot write 'deck': File too large") == 0
                  ? 0
                  : 1);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_holds("deck", "old");
    assert_int_equal(count_entries("."), 1);
}

/* ---- listing ---- */

static void assert_lists(const char *folder, const char *const *want, size_t count)
{
    struct arena arena = { 0 };
    struct file_list list = { 0 };
    struct err err;
    assert_true(file_list_folder(folder, ".json", &arena, &list, &err));
    for (size_t i = 0; i < list.count && i < count; i++)
        assert_string_equal(list.paths[i], want[i]);
    assert_int_equal(list.count, count);
    arena_release(&arena);
}

static void test_list(void **state)
{
    (void)state;
    struct err err;
    assert_true(file_make_folder("d/b/deep", &err));
    assert_true(file_make_folder("d/.git", &err));
    assert_true(file_make_folder("d/folder.json", &err));
    static const char *const files[] = {
        "d/b.json",
        "d/a.json",
        "d/B.json",
        "d/b/2.json",
        "d/b/10.json",
        "d/b/deep/x.json",
        "d/\xC3\xA9.json",
        "d/.x.json",
        "d/.git/x.json",
        "d/notes.txt",
        "d/json",
        "d/x.json~",
    };
    for (size_t i = 0; i < COUNT(files); i++)
        put(files[i], "");
    assert_int_equal(mkfifo("d/fifo.json", 0600), 0);
    assert_int_equal(symlink("a.json", "d/link.json"), 0);
    assert_int_equal(symlink("gone", "d/broken.json"), 0);
    assert_int_equal(symlink(".", "d/loop"), 0); // would never end
    assert_int_equal(symlink("b", "d/linked.json"), 0);
    static const char *const want[] = {
        "d/B.json",
        "d/a.json",
        "d/b.json",
        "d/b/10.json",
        "d/b/2.json",
        "d/b/deep/x.json",
        "d/link.json",
        "d/\xC3\xA9.json",
    };
    assert_lists("d", want, COUNT(want));
    static const char *const below[] = { "d/b/10.json", "d/b/2.json", "d/b/deep/x.json" };
    assert_lists("d/b/", below, COUNT(below));
    assert_lists("d/folder.json", NULL, 0);
    assert_int_equal(symlink("d/b", "e"), 0); // the folder asked for may be a link
    static const char *const linked[] = { "e/10.json", "e/2.json", "e/deep/x.json" };
    assert_lists("e", linked, COUNT(linked));
}

static void test_list_appends(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct file_list list = { 0 };
    struct err err;
    assert_true(file_make_folder("1", &err));
    assert_true(file_make_folder("2", &err));
    put("1/a.json", "");
    put("2/b.json", "");
    assert_true(file_list_folder("2", ".json", &arena, &list, &err));
    assert_true(file_list_folder("1", ".json", &arena, &list, &err));
    assert_int_equal(list.count, 2); // in the order asked for
    assert_string_equal(list.paths[0], "2/b.json");
    assert_string_equal(list.paths[1], "1/a.json");
    assert_false(file_list_folder("3", ".json", &arena, &list, &err));
    assert_int_equal(err.kind, ERR_INPUT);
    assert_string_equal(
        err.message, "cannot open the folder '3': No such file or directory");
    assert_false(file_list_folder("1/a.json", ".json", &arena, &list, &err));
    assert_string_equal(
        err.message, "cannot open the folder '1/a.json': Not a directory");
    assert_int_equal(list.count, 2);
    arena_release(&arena);
}

/* What may not be opened is listed itself, so that reading it says why. */
static void test_list_unreadable(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct file_list list = { 0 };
    struct buf text = { 0 };
    struct err err;
    bool root = geteuid() == 0;
    assert_true(file_make_folder("l/shut", &err));
    put("l/shut/a.json", "");
    put("l/z.json", "");
    assert_int_equal(chmod("l/shut", 0), 0);
    assert_int_equal(chmod("l", 0755) + chmod(".", 0755), 0);
    if (root)
        assert_int_equal(seteuid(65534), 0); // root may open everything
    assert_true(file_list_folder("l", ".json", &arena, &list, &err));
    assert_int_equal(list.count, 2);
    assert_string_equal(list.paths[0], "l/shut");
    assert_string_equal(list.paths[1], "l/z.json");
    assert_false(file_read(list.paths[0], 10, &text, &err));
    assert_string_equal(err.message, "cannot open 'l/shut': Permission denied");
    if (root)
        assert_int_equal(seteuid(0), 0);
    assert_int_equal(chmod("l/shut", 0755), 0);
    arena_release(&arena);
}

/* Folders within folders end somewhere: 32 of them are followed. */
static void test_list_depth(void **state)
{
    (void)state;
    struct buf path = { 0 };
    struct err err;
    buf_add(&path, "f");
    for (int i = 0; i < 40; i++) {
        assert_true(file_make_folder(path.text, &err));
        size_t len = path.len;
        buf_add(&path, "/x.json");
        put(path.text, "");
        path.text[path.len = len] = '\0';
        buf_add(&path, "/d");
    }
    struct arena arena = { 0 };
    struct file_list list = { 0 };
    assert_true(file_list_folder("f", ".json", &arena, &list, &err));
    assert_int_equal(list.count, 33);
    arena_release(&arena);
    buf_release(&path);
}

/* A new file, and never over another one, not even through a dangling link. */
static void test_create(void **state)
{
    (void)state;
    struct err err = { 0 };
    struct buf text = { 0 };
    struct stat st;
    bool made;
    assert_true(file_create("new", "a\0b", 3, &made, &err) && made);
    assert_true(file_create("new", "other", 5, &made, &err) && !made);
    assert_true(file_read("new", MIB, &text, &err));
    assert_int_equal(text.len, 3);
    assert_true(stat("new", &st) == 0 && (st.st_mode & 0777) == 0600);
    assert_int_equal(symlink("nowhere", "link"), 0);
    assert_true(file_create("link", "x", 1, &made, &err) && !made);
    assert_int_equal(file_kind("nowhere"), FILE_ABSENT);
    assert_false(file_create("none/deck", "x", 1, &made, &err));
    assert_string_equal(
        err.message, "cannot write 'none/deck': No such file or directory");
    assert_int_equal(err.kind, ERR_SYSTEM);
    buf_release(&text);
}

#define FILE_TEST(function) cmocka_unit_test_setup_teardown(function, enter, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        FILE_TEST(test_kind),
        FILE_TEST(test_read_refuses),
        FILE_TEST(test_read_up_to_the_limit),
        FILE_TEST(test_read_appends_bytes),
        FILE_TEST(test_make_folder),
        FILE_TEST(test_replace),
        FILE_TEST(test_replace_through_a_link),
        FILE_TEST(test_replace_leaves_open_files),
        FILE_TEST(test_replace_fails),
        FILE_TEST(test_replace_without_room),
        FILE_TEST(test_create),
        FILE_TEST(test_list),
        FILE_TEST(test_list_appends),
        FILE_TEST(test_list_unreadable),
        FILE_TEST(test_list_depth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
