/*
 * An exam: at what retention, and with how many new cards a day, everything is known that day.
 *
 * The retention of the settings is tried first, then the lowest one above it, which raises those
 * of all cards that have less; with a bound on minutes, all from PLAN_LOW, for all cards alike.
 * New cards are met evenly over the first three quarters of the days.  Where no retention is
 * enough, because the dates that cards have are too far off, cards are revised in the last days,
 * due or not, each once: all of them, or with a bound on minutes as many as a day holds, the most
 * fragile first.  If that is still too long, fewer new cards are met.
 */
#ifndef SESSION_EXAM_H
#define SESSION_EXAM_H

#include "session/plan.h"

#include <stdbool.h>

enum {
    EXAM_SHARE = 95, // percent of the cards; that many are "everything"
};

/* What is wanted. */
struct exam_wish {
    int days;              // until then, >= 1
    double most_minutes;   // a day, on average; <= 0: no bound
    bool retention_is_set; // it cannot be changed for these cards alone
};

struct exam_plan {
    bool enough;      // everything is known that day, within the minutes
    double retention; // that it takes, or that gives most; 0: as the settings have it
    bool at_least;    // cards whose settings have a higher one keep that
    int fresh_per_day;
    int revision_days, revision_reviews; // in the last days, so many a day; 0: none
    bool revises_all;
    struct plan_days days;
    double peak_minutes;     // of the longest day
    double revision_minutes; // of the longest day of revision; 0: none
    double plain_reviews;    // most of any other day
};

/* The plan that is enough, or else the one that gives most. */
struct exam_plan exam_plan_for(
    const struct planner *planner, const struct exam_wish *wish);

/* The same plan, but the days of revision are cut to so many minutes, and the cards they hold. */
struct exam_plan exam_plan_shorter(const struct planner *planner,
    const struct exam_wish *wish, const struct exam_plan *plan, double minutes);

#endif
