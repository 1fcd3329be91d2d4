/*
 * Backups: which are kept, that a restored file has the events of its backup and no others,
 * and what examining and comparing files finds.  Kills and full disks are in tests/faults.
 */
#include "learner.h"
#include "test.h"

#include "base/file.h"
#include "base/rng.h"
#include "store/backup_internal.h"
#include "store/internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

enum { DAY_START = 4 };

struct place {
    struct learner learner; // for its folder
    struct arena arena;
    char progress[LEARNER_PATH];
};

static void begin(struct place *p)
{
    *p = (struct place){ 0 };
    learner_begin(&p->learner);
    learner_path(&p->learner, "progress.db", p->progress);
}

static void end(struct place *p)
{
    arena_release(&p->arena);
    learner_end(&p->learner);
}

static void must(bool ok, const struct err *err)
{
    if (!ok)
        fail_msg("%s", err->message);
}

/* ---- files with events ---- */

static struct store *open_store(const char *path, enum store_mode mode)
{
    struct err err = { 0 };
    struct store *store = NULL;
    must(store_open(path, mode, &store, &err) &&
             (mode == STORE_READ || store_run(store, "PRAGMA synchronous=OFF", &err)),
        &err);
    return store;
}

static void add_event(const char *path, const char *card, const char *time)
{
    struct err err = { 0 };
    struct store *store = open_store(path, STORE_WRITE);
    int64_t at_ms = learner_time(time);
    struct event event = { .at_ms = at_ms,
        .day = day_of(at_ms, DAY_START),
        .card = card,
        .kind = EVENT_REVIEW,
        .payload = "{}" };
    must(store_begin(store, &err) && store_append(store, &event, &err) &&
             store_commit(store, &err),
        &err);
    store_close(store);
}

/* Behind the program's back. */
static void change(const char *path, const char *sql)
{
    struct err err = { 0 };
    struct store *store = open_store(path, STORE_WRITE);
    must(store_run(store, "PRAGMA foreign_keys=OFF", &err) && store_run(store, sql, &err),
        &err);
    store_close(store);
}

static struct store_facts facts_of(const char *path)
{
    struct err err = { 0 };
    struct store_facts facts = { 0 };
    struct store *store = open_store(path, STORE_READ);
    must(
        store_check_pages(store, true, &err) && store_examine(store, &facts, &err), &err);
    store_close(store);
    return facts;
}

static const char *make(struct place *p, const char *time)
{
    struct err err = { 0 };
    struct store_facts facts;
    const char *path = NULL;
    must(backup_make(
             p->progress, learner_time(time), DAY_START, &p->arena, &path, &facts, &err),
        &err);
    return path;
}

static void daily(struct place *p, const char *time)
{
    struct err err = { 0 };
    must(backup_daily(p->progress, learner_time(time), DAY_START, &err), &err);
}

/* The names of the backups, newest first, one a line. */
static const char *names(struct place *p)
{
    struct err err = { 0 };
    struct backup *backups;
    size_t count;
    const char *all = "";
    must(backup_list(p->progress, &p->arena, &backups, &count, &err), &err);
    for (size_t i = 0; i < count; i++)
        all = arena_printf(&p->arena, "%s%s\n", all, backups[i].name);
    return all;
}

static const char *restore(struct place *p, const char *backup)
{
    struct err err = { 0 };
    struct store_facts facts;
    const char *kept = NULL;
    must(backup_restore(p->progress, backup, learner_time("2026-11-20T12:00:00Z"),
             &p->arena, &kept, &facts, &err),
        &err);
    return kept;
}

static void assert_refused(struct place *p, const char *backup, const char *says)
{
    struct err err = { 0 };
    struct store_facts facts;
    const char *kept;
    assert_false(backup_restore(p->progress, backup, 0, &p->arena, &kept, &facts, &err));
    if (strstr(err.message, says) == NULL)
        fail_msg("'%s' does not say '%s'", err.message, says);
}

static void assert_same_bytes(const char *a, const char *b)
{
    struct err err = { 0 };
    struct buf left = { 0 }, right = { 0 };
    must(file_read(a, 1 << 24, &left, &err) && file_read(b, 1 << 24, &right, &err), &err);
    assert_int_equal(left.len, right.len);
    assert_memory_equal(left.text, right.text, left.len);
    buf_release(&left);
    buf_release(&right);
}

/* ---- what is kept ---- */

static void test_choose(void **state)
{
    static const struct {
        const char *what, *ages; // in days, newest first
        const char *kept;        // x: kept
    } cases[] = {
        { "nothing", "", "" },
        { "the only one, however old", "4000", "x" },
        { "a week of days", "0 1 2 3 4 5 6", "xxxxxxx" },
        { "the newest of each day", "0 0 0 1 1", "x__x_" },
        { "seven days that have one, not seven days back", "0 10 20 30 40 50 60",
            "xxxxxxx" },
        /* Friday 2026-11-20 is day 0; ages 5, 12, 19 are Sundays, the newest of their weeks. */
        { "then weeks", "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20",
            "xxxxxxx_____x______xx" },
        { "then months", "0 1 2 3 4 5 6 30 60 90 120", "xxxxxxxxxxx" },
        { "twelve of them", "0 31 61 92 123 153 184 214 245 276 304 335 365 400 430",
            "xxxxxxxxxxxx___" },
    };
    int32_t today = day_from_civil(2026, 11, 20).number;
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct day days[40];
        bool keep[40];
        char kept[41] = "";
        size_t count = 0;
        print_message("%s\n", cases[i].what);
        for (const char *at = cases[i].ages; *at != '\0'; at += strspn(at, " ")) {
            char *rest;
            days[count++].number = today - (int32_t)strtol(at, &rest, 10);
            at = rest;
        }
        backup_choose(days, count, keep);
        for (size_t j = 0; j < count; j++)
            kept[j] = keep[j] ? 'x' : '_';
        assert_string_equal(kept, cases[i].kept);
    }
}

/* Four years with gaps: few are left, the newest always, and one of each of the last months. */
static void test_choose_day_by_day(void **state)
{
    struct rng rng = { 11 };
    struct day kept[64];
    bool keep[64];
    size_t count = 0;
    int32_t today = 20000, least = 0;
    (void)state;
    for (int i = 0; i < 1000; i++) {
        today += 1 + (int32_t)rng_below(&rng, 3);
        memmove(kept + 1, kept, count * sizeof *kept);
        kept[0].number = today;
        count++;
        backup_choose(kept, count, keep);
        size_t left = 0;
        for (size_t j = 0; j < count; j++)
            if (keep[j])
                kept[left++] = kept[j];
        count = left;
        assert_int_equal(kept[0].number, today);
        assert_true(count <= BACKUP_DAYS + BACKUP_WEEKS + BACKUP_MONTHS);
        if (i == 999)
            least = kept[count - 1].number;
    }
    assert_in_range(today - least, 300, 366); // the newest of the month eleven months ago
}

static void test_folder(void **state)
{
    struct place p;
    (void)state;
    begin(&p);
    assert_string_equal(names(&p), "");
    add_event(p.progress, "d/a", "2026-11-01T08:00:00Z");
    make(&p, "2026-11-02T08:00:00.700Z");
    make(&p, "2026-11-03T08:00:00+00:00");
    make(&p, "2026-11-03T03:59:59Z"); // still of the study day before, and its newest
    assert_string_equal(names(&p), "2026-11-03T080000+0000\n2026-11-03T035959+0000\n");
    make(&p, "2026-11-03T08:00:00Z");
    assert_string_equal(names(&p), "2026-11-03T080000+0000-2\n2026-11-03T035959+0000\n");
    /* What is not a backup is not listed, and stays. */
    const char *folder = backup_folder(p.progress, &p.arena);
    static const char *const others[] = { "notes.txt", "backup.unfinished", "x.db",
        "2026-11-03T080000+0000.db.unfinished", "2026-13-03T080000+0000.db",
        "2026-11-03T080000+0000-mine.db" };
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        struct err err = { 0 };
        must(file_replace(
                 arena_printf(&p.arena, "%s/%s", folder, others[i]), "x", 1, &err),
            &err);
    }
    assert_string_equal(names(&p), "2026-11-03T080000+0000-2\n2026-11-03T035959+0000\n");
    make(&p, "2026-11-04T08:00:00Z");
    assert_int_equal(file_kind(arena_printf(&p.arena, "%s/x.db", folder)), FILE_REGULAR);
    end(&p);
}

static void test_daily(void **state)
{
    struct place p;
    (void)state;
    begin(&p);
    daily(&p, "2026-11-01T08:00:00Z"); // no file
    add_event(p.progress, "d/a", "2026-11-01T08:00:00Z");
    daily(&p, "2026-11-01T09:00:00Z"); // nothing of an earlier day
    daily(&p, "2026-11-02T03:59:59Z"); // still that study day
    assert_string_equal(names(&p), "");
    daily(&p, "2026-11-02T04:00:00Z");
    daily(&p, "2026-11-02T04:00:01Z");
    assert_string_equal(names(&p), "2026-11-02T040000+0000\n");
    add_event(p.progress, "d/a", "2026-11-02T09:00:00Z");
    daily(&p, "2026-11-02T10:00:00Z");
    assert_string_equal(names(&p), "2026-11-02T040000+0000\n");
    daily(&p, "2026-11-05T10:00:00Z");
    assert_string_equal(names(&p), "2026-11-05T100000+0000\n2026-11-02T040000+0000\n");
    daily(&p, "2026-11-02T11:00:00Z"); // the clock was set back
    assert_string_equal(names(&p), "2026-11-05T100000+0000\n2026-11-02T040000+0000\n");
    end(&p);
}

/* Damaged progress is backed up, but takes the place of no older backup. */
static void test_damaged_progress_removes_nothing(void **state)
{
    struct place p;
    (void)state;
    begin(&p);
    add_event(p.progress, "d/a", "2026-11-01T08:00:00Z");
    make(&p, "2026-11-02T08:00:00Z");
    change(p.progress, "UPDATE event SET payload = '{ }'");
    make(&p, "2026-11-02T09:00:00Z");
    assert_string_equal(names(&p), "2026-11-02T090000+0000\n2026-11-02T080000+0000\n");
    end(&p);
}

/* ---- examining and comparing ---- */

/* A CRC that fits the row as it is now. */
static void mend_crc(const char *path, const char *line)
{
    char sql[200];
    snprintf(sql, sizeof sql, "UPDATE event SET crc = %lu WHERE seq = 2",
        crc32(0, (const Bytef *)line, (uInt)strlen(line)));
    change(path, sql);
}

static void test_examine(void **state)
{
    struct place p;
    (void)state;
    begin(&p);
    for (int i = 0; i < 5; i++)
        add_event(p.progress, i % 2 ? "d/a" : "d/b", "2026-11-01T08:00:00Z");
    struct store_facts whole = facts_of(p.progress);
    assert_int_equal(whole.events, 5);
    assert_int_equal(whole.reviews, 5);
    assert_int_equal(whole.cards, 2);
    assert_int_equal(whole.devices, 1);
    assert_int_equal(whole.answer_ms, learner_time("2026-11-01T08:00:00Z"));
    assert_int_equal(whole.damaged + whole.unknown, 0);
    assert_int_equal(whole.missing, 0);

    change(p.progress, "UPDATE event SET at = at + 1 WHERE seq = 3");
    struct store_facts facts = facts_of(p.progress);
    assert_int_equal(facts.damaged, 1);
    assert_int_equal(facts.first_damaged.seq, 3);
    assert_false(store_same_events(&facts, &whole));

    change(p.progress, "UPDATE event SET at = at - 1 WHERE seq = 3;"
                       "DELETE FROM event WHERE seq IN (1, 4)");
    facts = facts_of(p.progress);
    assert_int_equal(facts.damaged, 0);
    assert_int_equal(facts.missing, 2);

    change(p.progress, "UPDATE device SET id = 'f'; UPDATE event SET kind = 'dream'");
    mend_crc(p.progress, "f\t2\t1793520000001\t1793520000000\t0\t20758\tdream\td/a\t{}");
    facts = facts_of(p.progress);
    assert_int_equal(facts.unknown, 1);
    assert_int_equal(facts.damaged, 2);

    change(p.progress, "DELETE FROM device"); // nobody's events are damaged ones
    facts = facts_of(p.progress);
    assert_int_equal(facts.events, 3);
    assert_int_equal(facts.damaged, 3);
    end(&p);
}

static void assert_surplus(const struct store_surplus *surplus, int events, int cards)
{
    assert_int_equal(surplus->events, events);
    assert_int_equal(surplus->reviews, events);
    assert_int_equal(surplus->cards, cards);
}

static void compare(const char *left, const char *right, struct store_surplus only[2])
{
    struct err err = { 0 };
    struct store *a = open_store(left, STORE_READ), *b = open_store(right, STORE_READ);
    must(store_compare(a, b, &only[0], &only[1], &err), &err);
    store_close(a);
    store_close(b);
}

static void test_compare(void **state)
{
    struct place p;
    struct store_surplus only[2];
    (void)state;
    begin(&p);
    const char *absent = arena_printf(&p.arena, "%s-absent", p.progress);
    add_event(p.progress, "d/a", "2026-11-01T08:00:00Z");
    add_event(p.progress, "d/a", "2026-11-01T09:00:00Z");
    const char *backup = make(&p, "2026-11-02T08:00:00Z");
    compare(p.progress, backup, only);
    assert_surplus(&only[0], 0, 0);
    assert_surplus(&only[1], 0, 0);
    add_event(p.progress, "d/a", "2026-11-02T10:00:00Z");
    add_event(p.progress, "d/b", "2026-11-02T09:00:00Z");
    compare(p.progress, backup, only);
    assert_surplus(&only[0], 2, 2);
    assert_surplus(&only[1], 0, 0);
    assert_int_equal(only[0].first_ms, learner_time("2026-11-02T09:00:00Z"));
    assert_int_equal(only[0].last_ms, learner_time("2026-11-02T10:00:00Z"));
    compare(absent, p.progress, only);
    assert_surplus(&only[0], 0, 0);
    assert_surplus(&only[1], 4, 2);
    /* Two lives after one backup: other devices, other events. */
    restore(&p, backup);
    add_event(p.progress, "d/c", "2026-11-03T09:00:00Z");
    add_event(backup, "d/a", "2026-11-03T09:00:00Z");
    compare(p.progress, backup, only);
    assert_surplus(&only[0], 1, 1);
    assert_surplus(&only[1], 1, 1);
    /* The same key, another event. */
    change(backup, "UPDATE event SET card = 'd/x' WHERE seq = 1");
    compare(p.progress, backup, only);
    assert_int_equal(only[0].events, 2);
    assert_int_equal(only[1].events, 2);
    end(&p);
}

/* A copy that is not what was copied would be noticed. */
static void test_verify(void **state)
{
    static const char *const changes[] = {
        "DELETE FROM event WHERE seq = 2",
        "UPDATE event SET at = at + 1 WHERE seq = 1",
        "UPDATE event SET card = 'd/b'",
    };
    struct place p;
    struct err err = { 0 };
    (void)state;
    begin(&p);
    add_event(p.progress, "d/a", "2026-11-01T08:00:00Z");
    add_event(p.progress, "d/a", "2026-11-01T08:00:00Z");
    struct store_facts facts = facts_of(p.progress);
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        const char *copy = arena_printf(&p.arena, "%s-%zu", p.progress, i);
        must(backup_copy(p.progress, copy, &facts, &err) &&
                 backup_verify(copy, &facts, &err),
            &err);
        change(copy, changes[i]);
        assert_false(backup_verify(copy, &facts, &err));
        assert_non_null(strstr(err.message, "came out damaged"));
    }
    end(&p);
}

/* ---- restoring ---- */

static void test_round_trip(void **state)
{
    struct place p;
    (void)state;
    begin(&p);
    for (int i = 0; i < 20; i++)
        add_event(p.progress, i % 3 ? "d/a" : "d/b", "2026-11-01T08:00:00Z");
    struct store_facts then = facts_of(p.progress);
    const char *backup = make(&p, "2026-11-02T08:00:00Z");
    add_event(p.progress, "d/a", "2026-11-02T08:00:00Z");
    struct store_facts now = facts_of(p.progress);
    const char *before = arena_printf(&p.arena, "%s-before", p.progress);
    assert_int_equal(link(p.progress, before), 0);

    const char *kept = restore(&p, backup);
    struct store_facts restored = facts_of(p.progress);
    assert_true(store_same_events(&restored, &then));
    assert_same_bytes(kept, before);
    assert_string_equal(
        names(&p), "2026-11-20T120000+0000-replaced\n2026-11-02T080000+0000\n");

    /* The next event has a key that the replaced file does not have. */
    struct store_surplus only[2];
    add_event(p.progress, "d/a", "2026-11-20T13:00:00Z");
    compare(p.progress, before, only);
    assert_surplus(&only[0], 1, 1);
    assert_surplus(&only[1], 1, 1);

    /* And back: what was replaced is a backup like others. */
    restore(&p, kept);
    restored = facts_of(p.progress);
    assert_true(store_same_events(&restored, &now));
    end(&p);
}

static void test_restore_where_nothing_is(void **state)
{
    struct place p;
    (void)state;
    begin(&p);
    add_event(p.progress, "d/a", "2026-11-01T08:00:00Z");
    struct store_facts then = facts_of(p.progress);
    const char *backup = make(&p, "2026-11-02T08:00:00Z");
    assert_int_equal(unlink(p.progress), 0);
    assert_null(restore(&p, backup));
    struct store_facts restored = facts_of(p.progress);
    assert_true(store_same_events(&restored, &then));
    end(&p);
}

/* A file that SQLite cannot read, with a journal that must not be played into the new one. */
static void test_restore_over_ruins(void **state)
{
    static const char *const ruins[] = { "", "x", "Dear diary\n", "SQLite format 3" };
    (void)state;
    for (size_t i = 0; i < sizeof ruins / sizeof ruins[0]; i++) {
        struct place p;
        struct err err = { 0 };
        begin(&p);
        print_message("'%s'\n", ruins[i]);
        add_event(p.progress, "d/a", "2026-11-01T08:00:00Z");
        struct store_facts then = facts_of(p.progress);
        const char *backup = make(&p, "2026-11-02T08:00:00Z");
        const char *journal = arena_printf(&p.arena, "%s-journal", p.progress);
        must(file_replace(p.progress, ruins[i], strlen(ruins[i]), &err) &&
                 file_replace(journal, "old", 3, &err),
            &err);
        const char *kept = restore(&p, backup);
        struct store_facts restored = facts_of(p.progress);
        assert_true(store_same_events(&restored, &then));
        assert_int_equal(file_kind(journal), FILE_ABSENT);
        assert_int_equal(file_kind(kept), FILE_REGULAR);
        end(&p);
    }
}

static void test_restore_refuses(void **state)
{
    struct place p;
    (void)state;
    begin(&p);
    add_event(p.progress, "d/a", "2026-11-01T08:00:00Z");
    const char *backup = make(&p, "2026-11-02T08:00:00Z");
    const char *absent = arena_printf(&p.arena, "%s-absent", p.progress);
    const char *before = arena_printf(&p.arena, "%s-before", p.progress);
    assert_int_equal(link(p.progress, before), 0);
    assert_refused(&p, absent, "holds no progress");
    assert_refused(&p, p.progress, "is the progress itself");
    change(backup, "UPDATE event SET payload = '{ }'");
    assert_refused(&p, backup, "has damaged events, 1 of 1");
    assert_true(file_same(p.progress, before));
    /* Another program's file in its place. */
    change(backup, "UPDATE event SET payload = '{}'");
    change(p.progress, "PRAGMA application_id = 7");
    assert_refused(&p, backup, "database of another program");
    assert_true(file_same(p.progress, before));
    end(&p);
}

/* A link to the progress stays one. */
static void test_restore_through_a_link(void **state)
{
    struct place p;
    (void)state;
    begin(&p);
    const char *real = arena_printf(&p.arena, "%s-real", p.progress);
    assert_int_equal(symlink(real, p.progress), 0);
    add_event(real, "d/a", "2026-11-01T08:00:00Z");
    const char *backup = make(&p, "2026-11-02T08:00:00Z");
    add_event(real, "d/a", "2026-11-01T09:00:00Z");
    restore(&p, backup);
    assert_int_equal(facts_of(real).events, 1);
    assert_true(file_same(p.progress, real));
    end(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_choose),
        cmocka_unit_test(test_choose_day_by_day),
        cmocka_unit_test(test_folder),
        cmocka_unit_test(test_daily),
        cmocka_unit_test(test_damaged_progress_removes_nothing),
        cmocka_unit_test(test_examine),
        cmocka_unit_test(test_compare),
        cmocka_unit_test(test_verify),
        cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_restore_where_nothing_is),
        cmocka_unit_test(test_restore_over_ruins),
        cmocka_unit_test(test_restore_refuses),
        cmocka_unit_test(test_restore_through_a_link),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
