/*
 * Being away: what waits after a break, how to spread it before and after, and the way back
 * from a backlog, however it came about.
 *
 * The way back is so many reviews a day, the most fragile first, and no new cards until nothing
 * is left over at the end of a day (queue/backlog.h keeps to it).
 */
#ifndef SESSION_ABSENCE_H
#define SESSION_ABSENCE_H

#include "session/plan.h"

#include <stddef.h>

enum {
    WAY_BACK_GOAL = 14, // days that a way back should take at most
    WAY_BACK_SOON = 30, // days that an offer looks ahead
    WAY_BACK_MOST = 90, // days after which it is none
    WAY_BACK_CHOICES = 6,
};

struct way_back {
    int a_day;      // reviews
    int days;       // until the backlog is done; 0: not within the days looked ahead
    double minutes; // a day
};

/* Ways back, the gentlest first; one at least. */
struct ways_back {
    struct way_back items[WAY_BACK_CHOICES];
    size_t count, offered; // `offered`: as absence_offer() has it
};

/*
 * The gentlest way from what waits now that reaches the goal; if none does, the cap on reviews,
 * since no way asks for more than that.  Looks WAY_BACK_SOON days ahead, and is quick.
 */
struct way_back absence_offer(const struct planner *planner);

/* That one with a few gentler and a few faster ones, WAY_BACK_MOST days ahead. */
struct ways_back absence_ways(const struct planner *planner);

/* ---- a break ------------------------------------------------------------------------------ */

enum {
    BREAK_LEAD = 4, // days before it in which cards are asked ahead, at most
    BREAK_REST = 7, // days before it without new cards
};

enum break_kind { BREAK_AS_EVER, BREAK_NO_NEW, BREAK_HALF_AHEAD };

enum { BREAK_KINDS = 3 };

/* What becomes of a break, by what is done before it. */
struct break_plan {
    enum break_kind kind;
    int rest_days;       // before it without new cards
    int lead_days;       // before it in which more is asked
    int more_a_day;      // reviews, in those days, ahead of their dates
    double waiting;      // reviews, on the day after the break
    double room;         // that a day can be expected to hold (backlog_room())
    double known;        // cards, on that day
    struct way_back way; // of one number a day in all plans, so that they can be compared
};

/*
 * The plans for a break of the days first .. last, counted from today; 0 <= first <= last.
 * Returns how many there are: one if the break begins today, when it is too late for others,
 * or if no more waits than a day can hold; none of those that would change nothing.
 */
size_t absence_plan(const struct planner *planner, int first, int last,
    struct break_plan plans[BREAK_KINDS]);

#endif
