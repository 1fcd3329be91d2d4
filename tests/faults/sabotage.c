/*
 * Sabotage of the store, to prove that the fault tests would notice: a library to preload.
 *
 * SABOTAGE says how answers are betrayed:
 *   at-end     nothing is committed until the file is closed, as programs do that save at the end;
 *   one-late   an answer is committed when the next one begins: confirmed before it is on the disk;
 *   unsynced   everything is committed at once, but never forced to the disk (synchronous=OFF);
 *   unforced   no file is ever forced to the disk, whoever asks for it.
 */
#define _GNU_SOURCE

#include <dlfcn.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <sqlite3.h>

typedef int exec_function(
    sqlite3 *, const char *, int (*)(void *, int, char **, char **), void *, char **);
typedef int close_function(sqlite3 *);

/* A commit was asked for and not done. */
static bool owed;

static bool is(const char *sabotage)
{
    const char *wanted = getenv("SABOTAGE");
    return wanted != NULL && strcmp(wanted, sabotage) == 0;
}

/* SQLite's own function; ISO C has no cast from what dlsym gives to a function. */
static void find_real(const char *name, void *function)
{
    void *found = dlsym(RTLD_NEXT, name);
    memcpy(function, &found, sizeof found);
}

static int really_exec(sqlite3 *db, const char *sql)
{
    exec_function *exec;
    find_real("sqlite3_exec", &exec);
    return exec(db, sql, NULL, NULL, NULL);
}

static void pay(sqlite3 *db)
{
    if (owed)
        really_exec(db, "COMMIT");
    owed = false;
}

static int begin(sqlite3 *db, const char *sql)
{
    if (is("at-end") && owed)
        return SQLITE_OK;
    pay(db);
    return really_exec(db, sql);
}

int sqlite3_exec(sqlite3 *db, const char *sql,
    int (*callback)(void *, int, char **, char **), void *context, char **message)
{
    exec_function *exec;
    find_real("sqlite3_exec", &exec);
    bool late = is("at-end") || is("one-late");
    if (late && strncmp(sql, "BEGIN", 5) == 0)
        return begin(db, sql);
    if (late && strcmp(sql, "COMMIT") == 0) {
        owed = true;
        return SQLITE_OK;
    }
    if (late && owed && strcmp(sql, "ROLLBACK") == 0)
        return SQLITE_OK;
    int code = exec(db, sql, callback, context, message);
    if (is("unsynced") && strstr(sql, "synchronous") != NULL)
        really_exec(db, "PRAGMA synchronous=OFF");
    return code;
}

int sqlite3_close(sqlite3 *db)
{
    close_function *really_close;
    find_real("sqlite3_close", &really_close);
    pay(db);
    return really_close(db);
}

int fsync(int fd)
{
    return is("unforced") ? 0 : (int)syscall(SYS_fsync, fd);
}
