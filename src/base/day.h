/*
 * Instants, study days, and their written forms.
 *
 * An instant is milliseconds since 1970-01-01T00:00Z.  A study day is a civil date of the
 * learner's zone, as days since 1970-01-01; it begins at the rollover hour (4 by default), so
 * a review at 01:30 belongs to the evening before.  The day is the local date, minus one
 * before the rollover hour: not "subtract four hours, then take the date", which differs on
 * the mornings when the clocks change.
 *
 * The zone is the C library's.
 */
#ifndef BASE_DAY_H
#define BASE_DAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    SECOND_MS = 1000,
    MINUTE_MS = 60 * SECOND_MS,
    HOUR_MS = 60 * MINUTE_MS,
    DAY_MS = 24 * HOUR_MS,
    DAY_TEXT = 16,     // bytes of "YYYY-MM-DD" and more
    INSTANT_TEXT = 40, // bytes of an RFC 3339 instant
};

struct day {
    int32_t number; // civil days since 1970-01-01
};

/*
 * Reads the zone from the environment: once when the program starts, and again whenever TZ has
 * changed, while no other thread asks for a day.
 */
void zone_read(void);

/* Civil date <-> day number, proleptic Gregorian; month 1-12, day 1-31. */
struct day day_from_civil(int year, int month, int day);
void day_to_civil(struct day day, int *year, int *month, int *date);

/* The study day that `at_ms` belongs to. */
struct day day_of(int64_t at_ms, int rollover_hour);

/*
 * The instant at which a study day begins; if the zone skipped the whole day, that at which
 * the next one does.
 */
int64_t day_start_ms(struct day day, int rollover_hour);

/* Minutes east of Greenwich at that instant. */
int zone_offset_min(int64_t at_ms);

/* "2026-11-20". */
void day_format(struct day day, char out[DAY_TEXT]);

/* Reads such a day from the first `len` bytes and nothing else; false if it is none. */
bool day_parse(const char *text, size_t len, struct day *day);

/* RFC 3339 with the zone's offset, "2026-11-20T08:15:00+01:00"; fractions only if not 0. */
void instant_format(int64_t at_ms, char out[INSTANT_TEXT]);

/* Reads an RFC 3339 instant ("T" or a space between, "Z" or an offset); false if it is none. */
bool instant_parse(const char *text, int64_t *at_ms);

#endif
