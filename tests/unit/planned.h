/*
 * What tests of plans share: a learner with a deck of many cards, and a planner for them.
 */
#ifndef PLANNED_H
#define PLANNED_H

#include "learner.h"
#include "test.h"

#include "session/plan.h"

extern const char planned_beginning[]; // the first day, RFC 3339

/* A learner with a deck of cards c0, c1, ...; opened. */
void planned_begin(struct learner *learner, int cards);
void planned_end(struct learner *learner);

void planned_rate(
    struct learner *learner, size_t card, int64_t at_ms, int rating, int answer_ms);

/* Flags for all cards; freed by the caller. */
bool *planned_all(const struct learner *learner);

/* For all cards, with the guessed habits; to be released. */
struct planner planned_at(struct learner *learner, int64_t now_ms);

/* Cards that were all rated Easy on the first day; returns the instant so many days later. */
int64_t planned_backlog(struct learner *learner, size_t cards, int days);

#endif
