/*
 * A backup now, into the folder or to a file.
 */
#include "cmd/backup.h"

#include "cmd/command.h"
#include "ui/busy.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

void add_size(struct buf *out, int64_t bytes)
{
    static const char *const units[] = { "bytes", "KiB", "MiB", "GiB" };
    double size = (double)bytes;
    size_t unit = 0;
    for (; size >= 1024 && unit < 3; unit++)
        size /= 1024;
    buf_addf(out, unit > 1 && size < 10 ? "%.1f %s" : "%.0f %s", size, units[unit]);
}

void add_count(struct buf *out, int64_t count, const char *noun)
{
    buf_addf(out, "%" PRId64 " %s%s", count, noun, count == 1 ? "" : "s");
}

void add_facts(struct buf *out, const struct store_facts *facts)
{
    add_count(out, facts->events, "event");
    buf_add(out, ", ");
    add_count(out, facts->cards, "card");
}

void json_add_facts(cJSON *object, const struct store_facts *facts)
{
    char digest[20];
    snprintf(digest, sizeof digest, "%016" PRIx64, facts->sum);
    cJSON_AddNumberToObject(object, "events", (double)facts->events);
    cJSON_AddNumberToObject(object, "cards", (double)facts->cards);
    cJSON_AddItemToObject(object, "last_answer",
        facts->answer_ms != 0 ? json_instant(facts->answer_ms) : cJSON_CreateNull());
    cJSON_AddStringToObject(object, "digest", digest);
    cJSON_AddNumberToObject(object, "damaged", (double)facts->damaged);
}

bool backup_look(const char *path, struct store_facts *facts, struct err *err)
{
    struct store *store = NULL;
    *facts = (struct store_facts){ 0 };
    bool ok =
        store_open(path, STORE_READ, &store, err) && store_check_all(store, facts, err);
    store_close(store);
    return ok;
}

void add_minute(struct buf *out, int64_t at_ms)
{
    char text[INSTANT_TEXT];
    instant_format(at_ms, text);
    buf_addf(out, "%.10s %.5s", text, strchr(text, 'T') + 1);
}

static void print(struct app *app, const char *path, const struct store_facts *facts)
{
    struct stat st;
    int64_t bytes = stat(path, &st) == 0 ? (int64_t)st.st_size : 0;
    if (app->global.json) {
        cJSON *object = cJSON_CreateObject();
        cJSON_AddStringToObject(object, "path", path);
        json_add_facts(object, facts);
        cJSON_AddNumberToObject(object, "bytes", (double)bytes);
        app_print_json(app, object);
        return;
    }
    struct buf line = { 0 };
    buf_addf(&line, "%s: ", path);
    add_facts(&line, facts);
    buf_add(&line, ", ");
    add_size(&line, bytes);
    buf_add_char(&line, '\n');
    if (facts->damaged > 0)
        buf_add(
            &line, "some of the events are damaged; `quaestor doctor` looks closer\n");
    term_text(&app->out, STYLE_PLAIN, line.text);
    buf_release(&line);
}

static int run(struct app *app, const struct call *call)
{
    const char *path = call->count > 0 ? call->words[0] : NULL;
    struct store_facts facts;
    busy_begin(&app->err_out, "backing up progress ...");
    bool ok = path != NULL
                  ? backup_copy(app->progress_path, path, &facts, &app->err)
                  : backup_make(app->progress_path, app_now(app), app->settings.day_start,
                        &app->arena, &path, &facts, &app->err);
    busy_end();
    if (ok)
        print(app, path, &facts);
    return ok ? STATUS_DONE : (int)app->err.kind;
}

const struct command cmd_backup = {
    .name = "backup",
    .group = "data",
    .args = "[FILE]",
    .summary = "copies the progress into its folder of backups, or to a new file",
    .needs = WRITES_ITSELF,
    .most = 1,
    .run = run,
};
