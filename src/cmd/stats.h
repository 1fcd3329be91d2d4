/*
 * What `stats` has to say, for people and for programs.
 */
#ifndef CMD_STATS_H
#define CMD_STATS_H

#include "cmd/app.h"
#include "session/stats.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { REPORT_FORECAST_DAYS = 14 };

struct report {
    const struct collection *collection;
    struct stats stats;
    struct day today;
    int days;                         // how far back means and heatmap reach
    struct stats_day sum, period;     // of all answers; of those `days`
    size_t studied;                   // days of them with an answer
    struct stats_cards cards;         // of the selection
    struct stats_cards *decks;        // by deck
    size_t due[REPORT_FORECAST_DAYS]; // by day; due[0] is today, with what is overdue
};

/* Appends `before` and a span of time in minutes; nothing if no time is known. */
void add_minutes(struct buf *out, const char *before, int64_t ms);

void stats_print(struct app *app, const struct report *report);
void stats_print_json(struct app *app, const struct report *report);

#endif
