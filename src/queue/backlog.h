/*
 * A backlog, and the way back from it.
 *
 * Who comes back to more reviews than a day can be expected to hold may agree to work them off:
 * so many a day, the most fragile first, and no new cards until they are done.  Whether that
 * still holds is read off the cards, so that it ends by itself on the day when they fit again,
 * and stays so for all of that day.
 */
#ifndef QUEUE_BACKLOG_H
#define QUEUE_BACKLOG_H

#include "queue/queue.h"

/* Reviews of the study day, over all cards: those that are due, and those done already. */
size_t backlog_of(const struct queue_card *cards, size_t count, struct day today);

/* Reviews that an ordinary day brings: each card once in its interval; >= 0. */
double backlog_ordinary(const struct queue_card *cards, size_t count);

/*
 * Reviews that a day can be expected to hold: three ordinary days' worth, though not fewer than
 * 30, and no more than the cap.  More than these are a backlog.
 *
 *   cap  on reviews a day; <= 0: none
 */
size_t backlog_room(double ordinary, int cap);

/* The caps of the day; `a_day` is what was agreed to, 0 for nothing. */
struct queue_caps backlog_caps(struct queue_caps caps, size_t backlog, int a_day);

#endif
