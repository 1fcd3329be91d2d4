/*
 * What doctor looks at in the progress: the file, its events, what they add up to.
 */
#include "cmd/doctor.h"

#include "base/file.h"
#include "session/audit.h"
#include "session/cache.h"
#include "session/weights.h"
#include "ui/layout.h"

#include <inttypes.h>
#include <sys/stat.h>

/* ---- the file ---------------------------------------------------------------------- */

static bool is_open_to_others(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && (st.st_mode & 077) != 0;
}

static void check_modes(struct visit *visit)
{
    struct app *app = visit->app;
    const char *paths[] = { app->progress_path,
        backup_folder(app->progress_path, &app->arena) };
    for (size_t i = 0; i < 2; i++)
        if (is_open_to_others(paths[i]))
            buf_addf(&visit->says, "%schmod go-rwx '%s'",
                visit->says.len > 0 ? "; " : "others can read your answers: ", paths[i]);
    bool open = visit->says.len > 0;
    if (!open)
        buf_add(&visit->says, "yours alone");
    doctor_conclude(visit, open ? HEALTH_NOTE : HEALTH_GOOD, "permissions");
}

/* There is a backup, and what is there cannot be used. */
static void add_way_back(struct visit *visit)
{
    if (visit->backup != NULL)
        buf_add(&visit->says, "; `quaestor restore latest` puts a backup in its place");
}

static void check_absent(struct visit *visit)
{
    bool lost = visit->backup != NULL;
    buf_addf(&visit->says, "'%s' is not there%s", visit->app->progress_path,
        lost ? "" : " yet: the first answer makes it");
    add_way_back(visit);
    doctor_conclude(visit, lost ? HEALTH_BAD : HEALTH_NOTE, "progress");
}

/* Opens it as the commands that write or read would; all else follows only if that goes well. */
static bool check_file(struct visit *visit)
{
    struct app *app = visit->app;
    struct stat st;
    enum store_mode mode = visit->rebuild ? STORE_WRITE : STORE_READ;
    if (stat(app->progress_path, &st) != 0) {
        check_absent(visit);
        return false;
    }
    visit->unusable = !store_open(app->progress_path, mode, &app->store, &app->err);
    if (visit->unusable) {
        buf_add(&visit->says, app->err.message);
        add_way_back(visit);
    } else {
        buf_addf(&visit->says, "%s, ", app->progress_path);
        add_size(&visit->says, (int64_t)st.st_size);
    }
    doctor_conclude(visit, visit->unusable ? HEALTH_BAD : HEALTH_GOOD, "progress");
    return !visit->unusable;
}

static void check_pages(struct visit *visit)
{
    struct err err;
    doctor_begin(visit, "checking pages ...");
    bool ok = (!visit->rebuild || store_rebuild_indexes(visit->app->store, &err)) &&
              store_check_pages(visit->app->store, true, &err);
    buf_add(&visit->says, ok ? "SQLite finds the file whole" : err.message);
    if (!ok && !visit->rebuild)
        buf_add(
            &visit->says, "; if only an index is, `quaestor doctor --rebuild` mends it");
    doctor_conclude(visit, ok ? HEALTH_GOOD : HEALTH_BAD, "pages");
}

/* ---- the events -------------------------------------------------------------------- */

static void check_crcs(struct visit *visit)
{
    const struct store_facts *facts = &visit->facts;
    add_facts(&visit->says, facts);
    if (facts->damaged == 0)
        buf_add(&visit->says, "; all are what was written");
    else
        buf_addf(&visit->says,
            "; %" PRId64 " damaged, the first is event %" PRId64
            " of device %.8s; `quaestor restore --list` shows the backups",
            facts->damaged, facts->first_damaged.seq, facts->first_damaged.device);
    doctor_conclude(visit, facts->damaged > 0 ? HEALTH_BAD : HEALTH_GOOD, "events");
}

static void check_gaps(struct visit *visit)
{
    const struct store_facts *facts = &visit->facts;
    add_count(&visit->says, facts->devices, "device");
    if (facts->missing == 0)
        buf_add(&visit->says, ", no event missing between the first and the last");
    else
        buf_addf(&visit->says,
            "; %" PRIu64 " missing between their first and last events; a backup or "
            "another of your machines may have them",
            facts->missing);
    doctor_conclude(visit, facts->missing > 0 ? HEALTH_BAD : HEALTH_GOOD, "gaps");
}

static void check_kinds(struct visit *visit)
{
    int64_t unknown = visit->facts.unknown;
    if (unknown == 0)
        buf_add(&visit->says, "all known");
    else {
        add_count(&visit->says, unknown, "event");
        buf_add(
            &visit->says, " of a kind that this version does not know; update quaestor");
    }
    doctor_conclude(visit, unknown > 0 ? HEALTH_BAD : HEALTH_GOOD, "kinds");
}

static void check_clock(struct visit *visit)
{
    int64_t ahead_ms = visit->facts.last_ms - app_now(visit->app);
    bool ahead = ahead_ms > 10 * MINUTE_MS;
    if (ahead) {
        buf_add(&visit->says, "the newest event is ");
        layout_span(&visit->says, ahead_ms / SECOND_MS);
        buf_add(&visit->says, " ahead of the clock: one of them was wrong; see `date`");
    } else
        buf_add(&visit->says, "no event is ahead of it");
    doctor_conclude(visit, ahead ? HEALTH_BAD : HEALTH_GOOD, "clock");
}

static bool check_events(struct visit *visit)
{
    struct err err;
    doctor_begin(visit, "checking events ...");
    visit->unusable = !store_examine(visit->app->store, &visit->facts, &err);
    if (visit->unusable) {
        buf_add(&visit->says, err.message);
        doctor_conclude(visit, HEALTH_BAD, "events");
        return false;
    }
    check_crcs(visit);
    check_gaps(visit);
    check_kinds(visit);
    check_clock(visit);
    return true;
}

/* ---- what they add up to ----------------------------------------------------------- */

static bool load(struct visit *visit, struct err *err)
{
    struct app *app = visit->app;
    app->collection_loaded =
        collection_load(&app->collection, &app->library, app->store, &app->settings, err);
    return app->collection_loaded &&
           (!visit->rebuild || cache_rebuild(&app->collection, err));
}

/* Others may answer all the while: cache and events are compared as of one moment. */
static bool audit_cache(struct visit *visit, struct audit *audit, struct err *err)
{
    struct collection *collection = &visit->app->collection;
    bool ok = load(visit, err) && store_begin_reading(visit->app->store, err) &&
              weights_catch_up(collection, err) && cache_reread(collection, err) &&
              collection_audit(collection, audit, err);
    store_rollback(visit->app->store);
    return ok;
}

static enum health judge_cache(struct visit *visit, const struct audit *audit)
{
    if (visit->app->collection.rebuilt && !visit->rebuild) {
        buf_add(&visit->says,
            "a part is not what was written; the next answer, or `quaestor doctor "
            "--rebuild`, works it out anew from the events");
        return HEALTH_BAD;
    }
    if (audit->differing > 0) {
        add_count(&visit->says, (int64_t)audit->differing, "card");
        buf_addf(&visit->says,
            " not as the events say, as %s; `quaestor doctor --rebuild` works it out "
            "anew",
            audit->first);
        return HEALTH_BAD;
    }
    add_count(&visit->says, (int64_t)audit->cards, "card");
    buf_add(&visit->says, " worked out again from the events: the same");
    return HEALTH_GOOD;
}

static void check_orphans(struct visit *visit)
{
    size_t orphans = visit->app->collection.orphan_count;
    if (orphans == 0)
        buf_add(&visit->says, "none: every card with answers is in a deck");
    else {
        add_count(&visit->says, (int64_t)orphans, "card");
        buf_add(&visit->says,
            " with answers in no deck, kept; `quaestor list is:orphan` names them");
    }
    doctor_conclude(visit, orphans > 0 ? HEALTH_NOTE : HEALTH_GOOD, "orphans");
}

static void check_cache(struct visit *visit)
{
    struct err err;
    struct audit audit;
    doctor_begin(visit, "working out dates again ...");
    bool ok = audit_cache(visit, &audit, &err);
    if (!ok)
        buf_add(&visit->says, err.message);
    doctor_conclude(visit, ok ? judge_cache(visit, &audit) : HEALTH_BAD, "dates");
    if (ok)
        check_orphans(visit);
}

/* ---- all of it --------------------------------------------------------------------- */

void doctor_check_progress(struct visit *visit)
{
    if (!check_file(visit))
        return;
    check_modes(visit);
    check_pages(visit);
    if (check_events(visit))
        check_cache(visit);
}
