/*
 * The cache of what the events of each card add up to.  Its rows carry a CRC-32, as events do:
 * a damaged date or memory is reported, not scheduled from.
 */
#include "store/internal.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <zlib.h>

static uint64_t bits_of(double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

/* CRC-32 over the texts of a row and its numbers, as 64-bit words with the lowest byte first. */
static uint32_t row_crc(
    const char *card, const struct progress *progress, const struct event_key *last)
{
    const struct plan *plan = &progress->plan;
    const uint64_t words[] = {
        (uint64_t)plan->phase,
        (uint64_t)plan->step,
        (uint64_t)plan->due_ms,
        (uint64_t)plan->due_day.number,
        (uint64_t)plan->interval_days,
        bits_of(progress->memory.stability_days),
        bits_of(progress->memory.fast_stability_days),
        bits_of(progress->memory.difficulty),
        (uint64_t)progress->reviews,
        (uint64_t)progress->lapses,
        (uint64_t)progress->last_ms,
        (uint64_t)progress->first_day.number,
        (uint64_t)progress->last_day.number,
        (uint64_t)progress->review_day.number,
        (uint64_t)progress->suspended,
        (uint64_t)progress->flagged,
        (uint64_t)progress->buried_day.number,
        (uint64_t)last->seq,
    };
    Bytef bytes[sizeof words];
    for (size_t i = 0; i < sizeof words; i++)
        bytes[i] = (Bytef)(words[i / 8] >> i % 8 * 8);
    uLong crc = crc32(0, (const Bytef *)card, (uInt)strlen(card));
    crc = crc32(crc, (const Bytef *)last->device, (uInt)strlen(last->device));
    return (uint32_t)crc32(crc, bytes, sizeof bytes);
}

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
    sqlite3_bind_int(statement, 16, progress->suspended);
    sqlite3_bind_int(statement, 17, progress->flagged);
    sqlite3_bind_int(statement, 18, progress->buried_day.number);
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
        " first_day, last_day, review_day, suspended, flagged, buried_day,"
        " event_device, event_seq, crc)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        err);
    if (statement == NULL)
        return false;
    sqlite3_bind_text(statement, 1, card, -1, SQLITE_STATIC);
    bind_progress(statement, progress);
    sqlite3_bind_int64(statement, 19, device);
    sqlite3_bind_int64(statement, 20, last->seq);
    sqlite3_bind_int64(statement, 21, row_crc(card, progress, last));
    bool ok = sqlite3_step(statement) == SQLITE_DONE || store_fail(store, "save to", err);
    sqlite3_reset(statement);
    return ok;
}

/* The rows as they come, and the device that the last of them named: mostly the next's too. */
struct rows {
    struct store *store;
    sqlite3_stmt *statement;
    int64_t device; // 0: none yet
    char device_id[DEVICE_ID_TEXT];
};

/* A number that no device has is no fault of the disk: *sound is false. */
static bool find_device(struct rows *rows, int64_t number, bool *sound, struct err *err)
{
    sqlite3_stmt *statement = store_statement(
        rows->store, STATEMENT_DEVICE_ID, "SELECT id FROM device WHERE number = ?", err);
    if (statement == NULL)
        return false;
    sqlite3_bind_int64(statement, 1, number);
    int step = sqlite3_step(statement);
    *sound = step == SQLITE_ROW;
    rows->device = *sound ? number : 0;
    if (*sound)
        snprintf(rows->device_id, sizeof rows->device_id, "%s", store_text(statement, 0));
    bool ok = *sound || step == SQLITE_DONE || store_fail(rows->store, "read", err);
    sqlite3_reset(statement);
    return ok;
}

/* *sound is false if the row is not what was written. */
static bool read_row(
    struct rows *rows, struct progress_row *row, bool *sound, struct err *err)
{
    sqlite3_stmt *statement = rows->statement;
    int64_t device = sqlite3_column_int64(statement, 18);
    if (device != rows->device && !find_device(rows, device, sound, err))
        return false;
    struct plan plan = {
        .step = sqlite3_column_int(statement, 2),
        .due_ms = sqlite3_column_int64(statement, 3),
        .due_day = { sqlite3_column_int(statement, 4) },
        .interval_days = sqlite3_column_int(statement, 5),
    };
    row->card = store_text(statement, 0);
    *sound = *sound && phase_parse(store_text(statement, 1), &plan.phase);
    row->progress = (struct progress){
        .plan = plan,
        .memory = { sqlite3_column_double(statement, 6),
            sqlite3_column_double(statement, 7), sqlite3_column_double(statement, 8) },
        .reviews = sqlite3_column_int(statement, 9),
        .lapses = sqlite3_column_int(statement, 10),
        .last_ms = sqlite3_column_int64(statement, 11),
        .first_day = { sqlite3_column_int(statement, 12) },
        .last_day = { sqlite3_column_int(statement, 13) },
        .review_day = { sqlite3_column_int(statement, 14) },
        .suspended = sqlite3_column_int(statement, 15) != 0,
        .flagged = sqlite3_column_int(statement, 16) != 0,
        .buried_day = { sqlite3_column_int(statement, 17) },
    };
    memcpy(row->last.device, rows->device_id, sizeof row->last.device);
    row->last.seq = sqlite3_column_int64(statement, 19);
    uint32_t crc = (uint32_t)sqlite3_column_int64(statement, 20);
    *sound = *sound && row_crc(row->card, &row->progress, &row->last) == crc;
    return true;
}

bool store_each_progress(struct store *store,
    void (*visit)(void *context, const struct progress_row *row), void *context,
    bool *sound, struct err *err)
{
    struct rows rows = { .store = store };
    *sound = true;
    if (store->db == NULL)
        return true;
    bool ok =
        sqlite3_prepare_v2(store->db,
            "SELECT card, phase, step, due, due_day, interval_days, stability,"
            " stability_fast, difficulty, reviews, lapses, last, first_day, last_day,"
            " review_day, suspended, flagged, buried_day, event_device, event_seq, crc"
            " FROM progress",
            -1, &rows.statement, NULL) == SQLITE_OK ||
        store_fail(store, "read", err);
    int step = SQLITE_DONE;
    while (ok && *sound && (step = sqlite3_step(rows.statement)) == SQLITE_ROW) {
        struct progress_row row;
        ok = read_row(&rows, &row, sound, err);
        if (ok && *sound)
            visit(context, &row);
    }
    if (ok && *sound && step != SQLITE_DONE)
        ok = store_fail(store, "read", err);
    sqlite3_finalize(rows.statement);
    return ok;
}

bool store_drop_progress(struct store *store, struct err *err)
{
    assert(!sqlite3_get_autocommit(store->db));
    return store_run(store, "DELETE FROM progress", err);
}
