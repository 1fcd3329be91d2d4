#include "learner.h"
#include "test.h"

#include "base/file.h"
#include "store/internal.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int64_t learner_time(const char *text)
{
    int64_t at_ms = 0;
    if (!instant_parse(text, &at_ms))
        fail_msg("no instant: %s", text);
    return at_ms;
}

char *learner_json(const char *text)
{
    char *copy = mem_strdup(text);
    for (char *c = copy; *c != '\0'; c++)
        if (*c == '\'')
            *c = '"';
    return copy;
}

void learner_begin(struct learner *l)
{
    *l = (struct learner){ 0 };
    snprintf(l->folder, sizeof l->folder, "/tmp/quaestor-test-XXXXXX");
    if (mkdtemp(l->folder) == NULL)
        fail_msg("cannot make %s", l->folder);
    settings_init(&l->settings);
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
    (void)st;
    (void)kind;
    (void)ftw;
    return remove(path);
}

void learner_end(struct learner *l)
{
    settings_release(&l->settings);
    nftw(l->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

void learner_path(const struct learner *l, const char *name, char out[LEARNER_PATH])
{
    snprintf(out, LEARNER_PATH, "%s/%s", l->folder, name);
}

void learner_write(const struct learner *l, const char *name, const char *text)
{
    struct err err = { 0 };
    char path[LEARNER_PATH], *json = learner_json(text);
    learner_path(l, "decks", path);
    bool ok = file_make_folder(path, &err);
    learner_path(l, name, path);
    ok = ok && file_replace(path, json, strlen(json), &err);
    free(json);
    if (!ok)
        fail_msg("%s", err.message);
}

void learner_remove(const struct learner *l, const char *name)
{
    char path[LEARNER_PATH];
    learner_path(l, name, path);
    assert_int_equal(unlink(path), 0);
}

/* Power cuts are for other tests: here the disk need not be waited for. */
static void open_store(struct learner *l)
{
    struct err err = { 0 };
    char path[LEARNER_PATH];
    learner_path(l, "progress.db", path);
    if (!store_open(path, STORE_WRITE, &l->store, &err) ||
        !store_run(l->store, "PRAGMA synchronous = OFF", &err))
        fail_msg("%s", err.message);
}

void learner_open(struct learner *l)
{
    struct err err = { 0 };
    char path[LEARNER_PATH];
    const char *const paths[] = { path };
    learner_path(l, "decks", path);
    library_load(&l->library, paths, 1);
    if (l->library.diags.count > 0)
        fail_msg("%s", l->library.diags.items[0].err.message);
    open_store(l);
    if (!collection_load(&l->collection, &l->library, l->store, &l->settings, &err))
        fail_msg("%s", err.message);
}

void learner_close(struct learner *l)
{
    collection_release(&l->collection);
    library_release(&l->library);
    store_close(l->store);
    l->store = NULL;
}

size_t learner_card(const struct learner *l, const char *name)
{
    size_t card = 0;
    if (!collection_find(&l->collection, name, &card))
        fail_msg("no card %s", name);
    return card;
}
