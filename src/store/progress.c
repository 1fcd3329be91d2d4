/*
 * The cache of what the events of each card add up to.
 */
#include "store/internal.h"

#include <assert.h>
#include <stdio.h>

static bool device_number(
    struct store *store, const char *id, int64_t *number, struct err *err)
{
    sqlite3_stmt *statement = store_statement(
        store, STATEMENT_DEVICE_NUMBER, "SELECT number FROM device WHERE id = ?", err);
    if (statement == NULL)
        return false;
    sqlite3_bind_text(statement, 1, id, -1, SQLITE_STATIC);
    bool ok = sqlite3_step(statement) == SQLITE_ROW || store_fail(store, "read", err);
    if (ok)
        *number = sqlite3_column_int64(statement, 0);
    sqlite3_reset(statement);
    return ok;
}

static void bind_progress(sqlite3_stmt *statement, const struct progress *progress)
{
    const struct plan *plan = &progress->plan;
    sqlite3_bind_text(statement, 2, phase_word(plan->phase), -1, SQLITE_STATIC);
    sqlite3_bind_int(statement, 3, plan->step);
    sqlite3_bind_int64(statement, 4, plan->due_ms);
    sqlite3_bind_int(statement, 5, plan->due_day.number);
    sqlite3_bind_int(statement, 6, plan->interval_days);
    sqlite3_bind_double(statement, 7, progress->memory.stability_days);
    sqlite3_bind_double(statement, 8, progress->memory.fast_stability_days);
    sqlite3_bind_double(statement, 9, progress->memory.difficulty);
    sqlite3_bind_int(statement, 10, progress->reviews);
    sqlite3_bind_int(statement, 11, progress->lapses);
    sqlite3_bind_int64(statement, 12, progress->last_ms);
    sqlite3_bind_int(statement, 13, progress->first_day.number);
    sqlite3_bind_int(statement, 14, progress->last_day.number);
    sqlite3_bind_int(statement, 15, progress->review_day.number);
}

bool store_put_progress(struct store *store, const char *card,
    const struct progress *progress, const struct event_key *last, struct err *err)
{
    assert(!sqlite3_get_autocommit(store->db));
    int64_t device = 0;
    if (!device_number(store, last->device, &device, err))
        return false;
    sqlite3_stmt *statement = store_statement(store, STATEMENT_PUT_PROGRESS,
        "INSERT OR REPLACE INTO progress(card, phase, step, due, due_day, interval_days,"
        " stability, stability_fast, difficulty, reviews, lapses, last,"
        " first_day, last_day, review_day, event_device, event_seq)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        err);
    if (statement == NULL)
        return false;
    sqlite3_bind_text(statement, 1, card, -1, SQLITE_STATIC);
    bind_progress(statement, progress);
    sqlite3_bind_int64(statement, 16, device);
    sqlite3_bind_int64(statement, 17, last->seq);
    bool ok = sqlite3_step(statement) == SQLITE_DONE || store_fail(store, "write to", err);
    sqlite3_reset(statement);
    return ok;
}

static bool read_row(sqlite3_stmt *statement, struct progress_row *row)
{
    struct plan plan = {
        .step = sqlite3_column_int(statement, 2),
        .due_ms = sqlite3_column_int64(statement, 3),
        .due_day = { sqlite3_column_int(statement, 4) },
        .interval_days = sqlite3_column_int(statement, 5),
    };
    row->card = (const char *)sqlite3_column_text(statement, 0);
    if (!phase_parse((const char *)sqlite3_column_text(statement, 1), &plan.phase))
        return false;
    row->progress = (struct progress){
        .plan = plan,
        .memory = { sqlite3_column_double(statement, 6), sqlite3_column_double(statement, 7),
            sqlite3_column_double(statement, 8) },
        .reviews = sqlite3_column_int(statement, 9),
        .lapses = sqlite3_column_int(statement, 10),
        .last_ms = sqlite3_column_int64(statement, 11),
        .first_day = { sqlite3_column_int(statement, 12) },
        .last_day = { sqlite3_column_int(statement, 13) },
        .review_day = { sqlite3_column_int(statement, 14) },
    };
    snprintf(row->last.device, sizeof row->last.device, "%s",
        (const char *)sqlite3_column_text(statement, 15));
    row->last.seq = sqlite3_column_int64(statement, 16);
    return true;
}

bool store_each_progress(struct store *store,
    void (*visit)(void *context, const struct progress_row *row), void *context,
    struct err *err)
{
    sqlite3_stmt *statement = NULL;
    if (store->db == NULL)
        return true;
    bool ok = sqlite3_prepare_v2(store->db,
                  "SELECT card, phase, step, due, due_day, interval_days, stability,"
                  " stability_fast, difficulty, reviews, lapses, last, first_day, last_day,"
                  " review_day, device.id, event_seq"
                  " FROM progress JOIN device ON device.number = progress.event_device",
                  -1, &statement, NULL) == SQLITE_OK;
    int step = SQLITE_ERROR;
    while (ok && (step = sqlite3_step(statement)) == SQLITE_ROW) {
        struct progress_row row;
        if (read_row(statement, &row))
            visit(context, &row);
    }
    ok = step == SQLITE_DONE || store_fail(store, "read", err);
    sqlite3_finalize(statement);
    return ok;
}
