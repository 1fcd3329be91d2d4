/*
 * Is everything as it was written?  Reads all there is, and says what to do about what it finds.
 * Only --rebuild writes, and only what can be worked out from the events.
 */
#include "cmd/doctor.h"

#include "base/file.h"
#include "cmd/card.h"
#include "cmd/command.h"
#include "ui/busy.h"
#include "ui/layout.h"

enum { TEXT_COLUMN = 17, MOST_AGE_DAYS = 30 };

struct doctor_options {
    bool rebuild;
};

static const struct opt doctor_opts[] = {
    { "rebuild", 0, OPT_FLAG, offsetof(struct doctor_options, rebuild), NULL,
        "first work out anew whatever the answers decide: dates, memory, indexes" },
    { .name = NULL },
};

/* What is said of each health: as a mark, and in JSON. */
static const char *const marks[] = { "[ok]", "[--]", "[x] " };
static const char *const words[] = { "ok", "note", "bad" };

void doctor_conclude(struct visit *visit, enum health health, const char *check)
{
    struct buf label = { 0 };
    visit->found |= health == HEALTH_BAD;
    busy_end();
    if (visit->checks != NULL) {
        cJSON *object = cJSON_CreateObject();
        cJSON_AddStringToObject(object, "check", check);
        cJSON_AddStringToObject(object, "state", words[health]);
        cJSON_AddStringToObject(object, "says", buf_text(&visit->says));
        cJSON_AddItemToArray(visit->checks, object);
    } else {
        buf_addf(&label, "%s %s", marks[health], check);
        show_fact(&visit->app->out, label.text, TEXT_COLUMN, buf_text(&visit->says));
    }
    buf_clear(&visit->says);
    buf_release(&label);
}

void doctor_begin(struct visit *visit, const char *doing)
{
    fflush(visit->app->out.stream);
    busy_begin(&visit->app->err_out, doing);
}

/* ---- around it --------------------------------------------------------------------- */

/* The newest that is not merely what a restore replaced; NULL: none. */
static const struct backup *find_newest(struct app *app)
{
    struct backup *backups;
    struct err err;
    size_t count;
    if (!backup_list(app->progress_path, &app->arena, &backups, &count, &err))
        return NULL;
    for (size_t i = 0; i < count; i++)
        if (!backups[i].replaced)
            return &backups[i];
    return NULL;
}

/* Has there been no backup for long, although there was something to back up? */
static bool is_outdated(const struct visit *visit, int64_t age_ms)
{
    return age_ms > (int64_t)MOST_AGE_DAYS * DAY_MS &&
           visit->facts.answer_ms > visit->backup->at_ms;
}

static enum health judge_backup(struct visit *visit, int64_t age_ms)
{
    struct store_facts facts;
    struct err err;
    if (!backup_look(visit->backup->path, &facts, &err)) {
        buf_addf(&visit->says, "%s; `quaestor backup` makes another", err.message);
        return HEALTH_BAD;
    }
    buf_add(&visit->says, "opens, and its ");
    add_count(&visit->says, facts.events, "event");
    buf_add(&visit->says, facts.events == 1 ? " is sound" : " are sound");
    if (!is_outdated(visit, age_ms))
        return HEALTH_GOOD;
    buf_add(&visit->says, "; `quaestor backup` makes a newer one");
    return HEALTH_NOTE;
}

static void check_backup(struct visit *visit)
{
    if (visit->backup == NULL) {
        buf_add(&visit->says, "none yet; `quaestor backup` makes one");
        doctor_conclude(visit, HEALTH_NOTE, "backup");
        return;
    }
    int64_t age_ms = app_now(visit->app) - visit->backup->at_ms;
    doctor_begin(visit, "checking the newest backup ...");
    buf_addf(&visit->says, "%s, ", visit->backup->name);
    layout_span(&visit->says, age_ms > 0 ? age_ms / SECOND_MS : 0);
    buf_add(&visit->says, " old: ");
    doctor_conclude(visit, judge_backup(visit, age_ms), "backup");
}

static void check_settings(struct visit *visit)
{
    const struct app *app = visit->app;
    bool bad = app->settings_fault.kind != ERR_NONE;
    if (bad)
        buf_addf(&visit->says, "%s:%d:%d: %s", app->settings_fault.file,
            app->settings_fault.line, app->settings_fault.column,
            app->settings_fault.message);
    else if (file_kind(app->config_path) == FILE_ABSENT)
        buf_add(&visit->says, "none set: the defaults hold");
    else
        buf_addf(&visit->says, "%s can be used", app->config_path);
    doctor_conclude(visit, bad ? HEALTH_BAD : HEALTH_GOOD, "settings");
}

static void check_decks(struct visit *visit)
{
    const struct library *library = &visit->app->library;
    size_t errors = library->diags.errors;
    enum health health = errors > 0 ? HEALTH_BAD : HEALTH_GOOD;
    add_count(&visit->says, (int64_t)library->deck_count, "deck");
    buf_add(&visit->says, ", ");
    add_count(&visit->says, (int64_t)library->card_count, "card");
    if (library->diags.count > 0) {
        buf_add(&visit->says, ", ");
        add_count(&visit->says, (int64_t)library->diags.count, "problem");
        buf_add(&visit->says, "; `quaestor check` shows them");
    }
    if (errors == 0 && (library->diags.count > 0 || library->deck_count == 0))
        health = HEALTH_NOTE;
    doctor_conclude(visit, health, "decks");
}

/* ---- all of it --------------------------------------------------------------------- */

static void examine(struct visit *visit)
{
    doctor_begin(visit, "reading decks ...");
    app_load_decks(visit->app);
    busy_end();
    doctor_check_progress(visit);
    check_backup(visit);
    check_settings(visit);
    check_decks(visit);
}

static int run(struct app *app, const struct call *call)
{
    struct visit visit = {
        .app = app,
        .rebuild = ((const struct doctor_options *)call->options)->rebuild,
        .backup = find_newest(app),
    };
    cJSON *root = app->global.json ? cJSON_CreateObject() : NULL;
    if (root != NULL)
        visit.checks = cJSON_AddArrayToObject(root, "checks");
    examine(&visit);
    buf_release(&visit.says);
    app->err = (struct err){ 0 }; // it has been told
    if (root != NULL) {
        cJSON_AddBoolToObject(root, "sound", !visit.found);
        app_print_json(app, root);
    }
    return visit.unusable ? ERR_SYSTEM : visit.found ? STATUS_NO : STATUS_DONE;
}

const struct command cmd_doctor = {
    .name = "doctor",
    .group = "data",
    .args = "[--rebuild]",
    .summary =
        "checks progress, backups, settings and decks; status 1 if something is wrong",
    .notes =
        "[ok] sound, [--] worth knowing, [x] wrong.  Status 4: the progress cannot be\n"
        "read.  Without --rebuild nothing is written.\n",
    .opts = doctor_opts,
    .options_size = sizeof(struct doctor_options),
    .needs = MENDS_CONFIG,
    .run = run,
};
