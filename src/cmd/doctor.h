/*
 * What the files of doctor share: a visit, and how a check begins and ends.
 *
 * A check says what it found into visit->says, then concludes with a line of its own.
 */
#ifndef CMD_DOCTOR_H
#define CMD_DOCTOR_H

#include "cmd/backup.h"

#include "cmd/app.h"

#include <stdbool.h>

enum health { HEALTH_GOOD, HEALTH_NOTE, HEALTH_BAD };

struct visit {
    struct app *app;
    bool rebuild;                // what can be worked out from the events
    const struct backup *backup; // the newest; NULL: none
    cJSON *checks;               // NULL: for people
    bool found;                  // something is wrong
    bool unusable;               // the progress cannot be read at all
    struct store_facts facts;    // of the progress
    struct buf says;             // what the check that goes on has to say
};

/* Tells on a terminal what takes long; conclude() ends it. */
void doctor_begin(struct visit *visit, const char *doing);

/* Ends a check: what it said becomes a line. */
void doctor_conclude(struct visit *visit, enum health health, const char *check);

/* All checks of the progress file: pages, events, and what they add up to. */
void doctor_check_progress(struct visit *visit);

#endif
