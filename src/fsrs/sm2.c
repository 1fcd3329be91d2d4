#include "fsrs/sm2.h"

#include <math.h>

static const double first_ease = 2.5, least_ease = 1.3;
static const double intervals[] = { 1, 6 }; // days, of the first successes in a row

double sm2_recall(struct memory memory, double days)
{
    return pow(0.9, days / memory.stability_days);
}

/* Again, Hard, Good and Easy in the rule's six qualities. */
static double quality_of(enum fsrs_rating rating)
{
    return rating == FSRS_AGAIN ? 1 : (double)rating + 1;
}

struct memory sm2_next(struct memory before, enum fsrs_rating rating)
{
    double missing = 5 - quality_of(rating);
    double ease = memory_is_new(before) ? first_ease : before.difficulty;
    double row = rating == FSRS_AGAIN ? 0 : before.fast_stability_days + 1;
    double days = row < 2   ? intervals[0]
                  : row < 3 ? intervals[1]
                            : before.stability_days * ease;
    return (struct memory){
        .stability_days = fmin(days, FSRS_MAX_DAYS),
        .fast_stability_days = row,
        .difficulty = fmax(ease + 0.1 - missing * (0.08 + missing * 0.02), least_ease),
    };
}
