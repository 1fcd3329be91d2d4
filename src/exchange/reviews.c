#include "exchange/reviews.h"

#include "base/file.h"
#include "fsrs/rating.h"

#include <inttypes.h>
#include <string.h>

/* X(enumerator, name in the head of the file) */
#define COLUMNS(X)                                                                       \
    X(COLUMN_CARD, "card_id")                                                            \
    X(COLUMN_TIME, "review_time")                                                        \
    X(COLUMN_RATING, "review_rating")

enum column_role {
#define X(role, name) role,
    COLUMNS(X)
#undef X
        COLUMN_ROLES
};

static const char *const column_names[COLUMN_ROLES] = {
#define X(role, name) name,
    COLUMNS(X)
#undef X
};

struct reader {
    struct answers *answers;
    struct source *source;
    const char *at, *end;
    size_t places[COLUMN_ROLES]; // which column each role is
    struct buf cells[COLUMN_ROLES], other;
    size_t offsets[COLUMN_ROLES]; // of the cells of the row at hand
    int64_t least_ms;             // of all times
    size_t seconds_at;            // the first that looks like seconds; SIZE_MAX: none
};

/* ---- cells and rows ---------------------------------------------------------------------- */

static size_t offset(const struct reader *reader)
{
    return (size_t)(reader->at - reader->source->text);
}

static bool at_row_end(const struct reader *reader)
{
    return reader->at == reader->end || *reader->at == '\n' || *reader->at == '\r';
}

/* The stretch between quotes, "" being a quote. */
static bool read_quoted(struct reader *reader, struct buf *cell, struct err *err)
{
    size_t open = offset(reader);
    for (reader->at++; reader->at < reader->end; reader->at++) {
        bool quote = *reader->at == '"';
        if (quote && (reader->at + 1 == reader->end || reader->at[1] != '"')) {
            reader->at++;
            return true;
        }
        reader->at += quote;
        buf_add_char(cell, *reader->at);
    }
    return err_at(
        err, reader->source, open, "this quote is not closed; add the missing \"");
}

/* Reads a cell and leaves `at` on what ends it, a comma or the end of the row. */
static bool read_cell(struct reader *reader, struct buf *cell, struct err *err)
{
    buf_clear(cell);
    if (!at_row_end(reader) && *reader->at == '"' && !read_quoted(reader, cell, err))
        return false;
    const char *start = reader->at;
    while (!at_row_end(reader) && *reader->at != ',')
        reader->at++;
    buf_add_bytes(cell, start, (size_t)(reader->at - start));
    return true;
}

/* Goes over a comma; false at the end of the row. */
static bool next_cell(struct reader *reader)
{
    if (at_row_end(reader))
        return false;
    reader->at++;
    return true;
}

static void skip_row_ends(struct reader *reader)
{
    while (reader->at < reader->end && at_row_end(reader))
        reader->at++;
}

/* ---- the head ---------------------------------------------------------------------------- */

static void take_name(struct reader *reader, const char *name, size_t place)
{
    for (int role = 0; role < COLUMN_ROLES; role++)
        if (strcmp(name, column_names[role]) == 0 && reader->places[role] == SIZE_MAX)
            reader->places[role] = place;
}

/* Spreadsheets may write others than commas; then the whole line is one cell. */
static const char *likely_cause(const char *cell)
{
    return strchr(cell, ';') != NULL    ? "; commas must separate columns, not ';'"
           : strchr(cell, '\t') != NULL ? "; commas must separate columns, not tabs"
                                        : "";
}

static bool check_head(
    struct reader *reader, size_t start, const char *cause, struct err *err)
{
    for (int role = 0; role < COLUMN_ROLES; role++)
        if (reader->places[role] == SIZE_MAX)
            return err_at(err, reader->source, start,
                "the first line names no column '%s'; it must name card_id, review_time "
                "and review_rating%s",
                column_names[role], cause);
    return true;
}

static bool read_head(struct reader *reader, struct err *err)
{
    size_t start = offset(reader), place = 0;
    for (int role = 0; role < COLUMN_ROLES; role++)
        reader->places[role] = SIZE_MAX;
    do {
        if (!read_cell(reader, &reader->other, err))
            return false;
        take_name(reader, buf_text(&reader->other), place++);
    } while (next_cell(reader));
    return check_head(
        reader, start, place == 1 ? likely_cause(buf_text(&reader->other)) : "", err);
}

/* ---- rows -------------------------------------------------------------------------------- */

/* Instants from 1970 to the year 9999. */
static const int64_t most_ms = INT64_C(253402300800000);

static bool read_number(const char *text, int64_t most, int64_t *out)
{
    *out = 0;
    const char *digit = text;
    for (; *digit >= '0' && *digit <= '9' && *out <= most; digit++)
        *out = *out * 10 + (*digit - '0');
    return digit > text && *digit == '\0' && *out <= most;
}

static struct buf *cell_for(struct reader *reader, size_t place)
{
    for (int role = 0; role < COLUMN_ROLES; role++)
        if (reader->places[role] == place) {
            reader->offsets[role] = offset(reader);
            return &reader->cells[role];
        }
    return &reader->other;
}

static bool fail_short(struct reader *reader, size_t start, struct err *err)
{
    for (int role = 0; role < COLUMN_ROLES; role++)
        if (reader->offsets[role] == SIZE_MAX)
            return err_at(err, reader->source, start,
                "this line ends before its column %zu, %s", reader->places[role] + 1,
                column_names[role]);
    return true;
}

static bool read_cells(struct reader *reader, struct err *err)
{
    size_t start = offset(reader), place = 0;
    for (int role = 0; role < COLUMN_ROLES; role++)
        reader->offsets[role] = SIZE_MAX;
    do {
        if (!read_cell(reader, cell_for(reader, place), err))
            return false;
        place++;
    } while (next_cell(reader));
    return fail_short(reader, start, err);
}

/*
 * From 1980 to 2100 in seconds, which in milliseconds are the first weeks of 1970.  That is
 * where a log of a made-up learner may lie, who begins at 0; so a file is refused for such
 * times only if it has no earlier ones.
 */
static const int64_t least_seconds = 315532800, most_seconds = 4102444800;

static void note_time(struct reader *reader, int64_t at_ms)
{
    if (at_ms < reader->least_ms)
        reader->least_ms = at_ms;
    if (at_ms >= least_seconds && at_ms < most_seconds && reader->seconds_at == SIZE_MAX)
        reader->seconds_at = reader->offsets[COLUMN_TIME];
}

static bool check_times(struct reader *reader, struct err *err)
{
    if (reader->seconds_at == SIZE_MAX || reader->least_ms < least_seconds)
        return true;
    return err_at(err, reader->source, reader->seconds_at,
        "review_time must be milliseconds since 1970, and this looks like seconds; "
        "multiply such times by 1000");
}

static bool take_row(struct reader *reader, struct err *err)
{
    const char *card = buf_text(&reader->cells[COLUMN_CARD]);
    const char *time = buf_text(&reader->cells[COLUMN_TIME]);
    const char *rated = buf_text(&reader->cells[COLUMN_RATING]);
    int64_t at_ms, rating;
    if (card[0] == '\0')
        return err_at(err, reader->source, reader->offsets[COLUMN_CARD],
            "card_id is empty; each line needs one");
    if (!read_number(time, most_ms, &at_ms))
        return err_at(err, reader->source, reader->offsets[COLUMN_TIME],
            "review_time must be milliseconds since 1970, not '%.40s'", time);
    if (!read_number(rated, FSRS_EASY, &rating))
        return err_at(err, reader->source, reader->offsets[COLUMN_RATING],
            "review_rating must be 1 again, 2 hard, 3 good or 4 easy, not '%.40s'",
            rated);
    note_time(reader, at_ms);
    if (rating != 0)
        answers_add(
            reader->answers, answers_card(reader->answers, card), at_ms, (int)rating);
    return true;
}

static bool read_rows(struct reader *reader, struct err *err)
{
    for (skip_row_ends(reader); reader->at < reader->end; skip_row_ends(reader)) {
        if (!read_cells(reader, err) || !take_row(reader, err))
            return false;
        if (reader->answers->count >= UINT32_MAX)
            return err_at(err, reader->source, offset(reader),
                "more answers than can be counted; cut the file in two");
    }
    return check_times(reader, err);
}

/* ---- the whole --------------------------------------------------------------------------- */

bool reviews_parse(struct answers *answers, struct source *source, struct err *err)
{
    static const char mark[] = "\xEF\xBB\xBF";
    struct reader reader = {
        .answers = answers,
        .source = source,
        .at = source->text,
        .end = source->text + source->len,
        .least_ms = INT64_MAX,
        .seconds_at = SIZE_MAX,
    };
    *answers = (struct answers){ 0 };
    if (source->len >= strlen(mark) && memcmp(reader.at, mark, strlen(mark)) == 0)
        reader.at += strlen(mark);
    skip_row_ends(&reader);
    bool ok = read_head(&reader, err) && read_rows(&reader, err);
    for (int role = 0; role < COLUMN_ROLES; role++)
        buf_release(&reader.cells[role]);
    buf_release(&reader.other);
    return ok;
}

/* A pipe or device may never end: it is read only where it is standard input. */
static bool read_text(const char *path, struct buf *text, struct err *err)
{
    enum { FILE_LIMIT = 1024 * 1024 * 1024 };
    if (strcmp(path, "-") == 0)
        return file_read_input(FILE_LIMIT, text, err);
    if (file_kind(path) == FILE_OTHER)
        return err_set(err, ERR_INPUT,
            "'%s' is not a regular file; `--reviews -` reads standard input", path);
    return file_read(path, FILE_LIMIT, text, err);
}

bool reviews_load(struct answers *answers, const char *path, struct err *err)
{
    struct buf text = { 0 };
    *answers = (struct answers){ 0 };
    bool ok = read_text(path, &text, err);
    if (ok) {
        const char *name = strcmp(path, "-") == 0 ? "standard input" : path;
        struct source source = { .name = name, .text = buf_text(&text), .len = text.len };
        ok = reviews_parse(answers, &source, err);
    }
    buf_release(&text);
    return ok;
}
