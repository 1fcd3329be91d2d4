/*
 * A backup in the place of the progress: which there are, what it would change, and doing it.
 */
#include "cmd/backup.h"

#include "base/file.h"
#include "cmd/command.h"
#include "ui/busy.h"
#include "ui/layout.h"
#include "ui/line.h"

#include <inttypes.h>
#include <string.h>

enum { NAME_COLUMN = 32, NUMBER_COLUMN = 8, TIME_COLUMN = 18, SIZE_COLUMN = 10 };

struct restore_options {
    bool list, yes;
};

static const struct opt restore_opts[] = {
    { "list", 0, OPT_FLAG, offsetof(struct restore_options, list), NULL,
        "show the backups, newest first" },
    { "yes", 0, OPT_FLAG, offsetof(struct restore_options, yes), NULL,
        "do it, and do not only say what would happen" },
    { .name = NULL },
};

/* ---- the list ---------------------------------------------------------------------- */

static void add_cell(struct buf *out, const char *text, size_t width)
{
    size_t len = strlen(text);
    buf_pad(out, ' ', len < width ? width - len : 0);
    buf_add(out, text);
}

static void add_number(struct buf *out, int64_t number)
{
    struct buf text = { 0 };
    buf_addf(&text, "%" PRId64, number);
    add_cell(out, text.text, NUMBER_COLUMN);
    buf_release(&text);
}

static void add_row(struct buf *out, const struct backup *backup, bool sound,
    const struct store_facts *facts)
{
    struct buf size = { 0 }, time = { 0 };
    add_size(&size, backup->bytes);
    if (facts->answer_ms != 0)
        add_minute(&time, facts->answer_ms);
    buf_add(out, sound ? "[ok] " : "[x]  ");
    layout_column(out, backup->name, NAME_COLUMN);
    add_number(out, facts->events);
    add_number(out, facts->cards);
    add_cell(out, buf_text(&time), TIME_COLUMN);
    add_cell(out, size.text, SIZE_COLUMN);
    buf_add_char(out, '\n');
    buf_release(&size);
    buf_release(&time);
}

static cJSON *backup_json(const struct backup *backup, const struct store_facts *facts,
    bool sound, const struct err *why)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "name", backup->name);
    cJSON_AddStringToObject(object, "path", backup->path);
    cJSON_AddItemToObject(object, "time", json_instant(backup->at_ms));
    cJSON_AddBoolToObject(object, "replaced", backup->replaced);
    json_add_facts(object, facts);
    cJSON_AddNumberToObject(object, "bytes", (double)backup->bytes);
    cJSON_AddBoolToObject(object, "sound", sound);
    cJSON_AddItemToObject(
        object, "problem", sound ? cJSON_CreateNull() : cJSON_CreateString(why->message));
    return object;
}

static void add_all(
    const struct backup *backups, size_t count, struct buf *out, cJSON *array)
{
    for (size_t i = 0; i < count; i++) {
        struct store_facts facts;
        struct err why;
        bool sound = backup_look(backups[i].path, &facts, &why);
        cJSON_AddItemToArray(array, backup_json(&backups[i], &facts, sound, &why));
        add_row(out, &backups[i], sound, &facts);
    }
}

static int run_list(struct app *app)
{
    struct backup *backups;
    size_t count;
    const char *folder = backup_folder(app->progress_path, &app->arena);
    if (!backup_list(app->progress_path, &app->arena, &backups, &count, &app->err))
        return (int)app->err.kind;
    struct buf out = { 0 };
    cJSON *root = cJSON_CreateObject();
    cJSON_AddStringToObject(root, "folder", folder);
    layout_column(&out, "     backup", NAME_COLUMN + 5);
    buf_add(&out, "  events   cards       last answer      size\n");
    busy_begin(&app->err_out, "looking into the backups ...");
    add_all(backups, count, &out, cJSON_AddArrayToObject(root, "backups"));
    busy_end();
    if (count == 0) {
        buf_clear(&out);
        buf_addf(&out, "no backups in '%s'; `quaestor backup` makes one\n", folder);
    }
    if (app->global.json)
        app_print_json(app, root);
    else {
        term_text(&app->out, STYLE_PLAIN, out.text);
        cJSON_Delete(root);
    }
    buf_release(&out);
    return STATUS_DONE;
}

/* ---- which one --------------------------------------------------------------------- */

static const char *newest_sound(const struct backup *backups, size_t count)
{
    struct store_facts facts;
    struct err why;
    for (size_t i = 0; i < count; i++)
        if (!backups[i].replaced && backup_look(backups[i].path, &facts, &why))
            return backups[i].path;
    return NULL;
}

/* By its whole name, else the newest whose name begins so: "2026-11-20". */
static const char *newest_named(
    const struct backup *backups, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(backups[i].name, word) == 0)
            return backups[i].path;
    for (size_t i = 0; i < count; i++)
        if (!backups[i].replaced && strncmp(backups[i].name, word, strlen(word)) == 0)
            return backups[i].path;
    return NULL;
}

static const char *find_backup(struct app *app, const char *word)
{
    struct backup *backups;
    size_t count;
    if (file_kind(word) == FILE_REGULAR)
        return word;
    if (!backup_list(app->progress_path, &app->arena, &backups, &count, &app->err))
        return NULL;
    const char *path = strcmp(word, "latest") == 0 ? newest_sound(backups, count)
                                                   : newest_named(backups, count, word);
    if (path == NULL)
        err_set(&app->err, ERR_USAGE,
            "no backup '%s'; `quaestor restore --list` shows those there are", word);
    return path;
}

/* ---- what would happen ------------------------------------------------------------- */

struct outlook {
    const char *path;
    struct store_facts backup, now;
    bool there;       // is there progress now?
    bool readable;    // and can it be compared?
    struct err fault; // if not, why
    struct store_surplus lost, back;
};

static bool compare_with(struct outlook *outlook, struct store *now, struct err *err)
{
    struct store *backup = NULL;
    bool ok = store_open(outlook->path, STORE_READ, &backup, err) &&
              store_compare(now, backup, &outlook->lost, &outlook->back, err);
    store_close(backup);
    return ok;
}

/* Progress that cannot be read is what restoring is for: no error here. */
static bool look_ahead(struct app *app, struct outlook *outlook, struct err *err)
{
    struct store *now = NULL;
    if (!backup_look(outlook->path, &outlook->backup, err))
        return false;
    outlook->there = file_kind(app->progress_path) != FILE_ABSENT;
    outlook->readable =
        store_open(app->progress_path, STORE_READ, &now, &outlook->fault) &&
        store_examine(now, &outlook->now, &outlook->fault) &&
        compare_with(outlook, now, &outlook->fault);
    store_close(now);
    return true;
}

static void add_file(struct buf *out, const char *label, const struct store_facts *facts)
{
    buf_addf(out, "  %-18s", label);
    add_facts(out, facts);
    if (facts->answer_ms != 0) {
        buf_add(out, ", last answer ");
        add_minute(out, facts->answer_ms);
    }
    buf_add_char(out, '\n');
}

static void add_surplus(
    struct buf *out, const char *label, const struct store_surplus *surplus)
{
    buf_addf(out, "  %-18s", label);
    if (surplus->events == 0) {
        buf_add(out, "nothing\n");
        return;
    }
    add_count(out, surplus->reviews, "answer");
    if (surplus->events > surplus->reviews) {
        buf_add(out, " and ");
        add_count(out, surplus->events - surplus->reviews, "other event");
    }
    buf_add(out, " of ");
    add_count(out, surplus->cards, "card");
    buf_add(out, ", from ");
    add_minute(out, surplus->first_ms);
    buf_add(out, " on");
    buf_add_char(out, '\n');
}

static void show_outlook(struct app *app, const struct outlook *outlook)
{
    struct buf out = { 0 };
    buf_addf(&out, "%s\n", outlook->path);
    add_file(&out, "the backup has", &outlook->backup);
    if (!outlook->there)
        buf_add(&out, "  there is no progress now\n");
    else if (!outlook->readable)
        buf_addf(&out, "  the progress now  %s\n", outlook->fault.message);
    else {
        add_file(&out, "the progress has", &outlook->now);
        add_surplus(&out, "would be lost", &outlook->lost);
        add_surplus(&out, "would come back", &outlook->back);
    }
    term_text(&app->out, STYLE_PLAIN, out.text);
    buf_release(&out);
}

static cJSON *surplus_json(const struct store_surplus *surplus)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddNumberToObject(object, "events", (double)surplus->events);
    cJSON_AddNumberToObject(object, "answers", (double)surplus->reviews);
    cJSON_AddNumberToObject(object, "cards", (double)surplus->cards);
    return object;
}

static cJSON *outlook_json(const struct outlook *outlook)
{
    cJSON *object = cJSON_CreateObject(), *now = cJSON_CreateNull();
    cJSON *backup = cJSON_AddObjectToObject(object, "backup");
    cJSON_AddStringToObject(backup, "path", outlook->path);
    json_add_facts(backup, &outlook->backup);
    if (outlook->there && outlook->readable) {
        cJSON_Delete(now);
        now = cJSON_CreateObject();
        json_add_facts(now, &outlook->now);
    }
    cJSON_AddItemToObject(object, "progress", now);
    cJSON_AddItemToObject(object, "problem",
        outlook->readable ? cJSON_CreateNull()
                          : cJSON_CreateString(outlook->fault.message));
    cJSON_AddItemToObject(object, "lost", surplus_json(&outlook->lost));
    cJSON_AddItemToObject(object, "back", surplus_json(&outlook->back));
    return object;
}

/* ---- doing it ---------------------------------------------------------------------- */

static bool is_wanted(struct app *app)
{
    struct buf key = { 0 };
    if (!app_is_interactive(app) || app->global.json)
        return false;
    line_open(true);
    enum line_result result = line_key("restore it? y: yes, any other key: no > ", &key);
    line_close();
    bool yes = result == LINE_TEXT && (key.text[0] == 'y' || key.text[0] == 'Y');
    buf_release(&key);
    return yes;
}

static void report(struct app *app, struct outlook *outlook, bool done, const char *kept)
{
    struct buf out = { 0 };
    if (app->global.json) {
        cJSON *object = outlook_json(outlook);
        cJSON_AddBoolToObject(object, "restored", done);
        cJSON_AddItemToObject(
            object, "kept", kept != NULL ? cJSON_CreateString(kept) : cJSON_CreateNull());
        app_print_json(app, object);
        return;
    }
    buf_add(&out, done ? "restored" : "nothing was changed; add --yes to restore it");
    if (kept != NULL)
        buf_addf(&out, "; what was there is kept as %s", kept);
    buf_add_char(&out, '\n');
    term_text(&app->out, STYLE_PLAIN, out.text);
    buf_release(&out);
}

static bool restore(struct app *app, const struct outlook *outlook, const char **kept)
{
    struct store_facts facts;
    busy_begin(&app->err_out, "restoring ...");
    bool ok = backup_restore(app->progress_path, outlook->path, app_now(app), &app->arena,
        kept, &facts, &app->err);
    busy_end();
    return ok;
}

static int run(struct app *app, const struct call *call)
{
    const struct restore_options *options = call->options;
    struct outlook outlook = { 0 };
    const char *kept = NULL;
    if (options->list || call->count == 0)
        return run_list(app);
    outlook.path = find_backup(app, call->words[0]);
    busy_begin(&app->err_out, "comparing ...");
    bool ok = outlook.path != NULL && look_ahead(app, &outlook, &app->err);
    busy_end();
    if (ok && !app->global.json)
        show_outlook(app, &outlook);
    bool wanted = ok && (options->yes || is_wanted(app));
    if (!ok || (wanted && !restore(app, &outlook, &kept)))
        return (int)app->err.kind;
    report(app, &outlook, wanted, kept);
    return STATUS_DONE;
}

const struct command cmd_restore = {
    .name = "restore",
    .group = "data",
    .args = "[--list] [--yes] [FILE|DATE|latest]",
    .summary = "puts a backup in the place of the progress; says first what that changes",
    .notes =
        "Without --yes it only says what would happen, and on a terminal asks.\n"
        "DATE is as much of a name in the list as one likes: 2026-11-20 is the newest\n"
        "backup of that day, latest the newest sound one.  What is replaced is kept.\n",
    .opts = restore_opts,
    .options_size = sizeof(struct restore_options),
    .needs = WRITES_ITSELF,
    .most = 1,
    .run = run,
};
