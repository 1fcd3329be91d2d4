#include "queue/backlog.h"

#include <math.h>

size_t backlog_of(const struct queue_card *cards, size_t count, struct day today)
{
    return queue_count(cards, count, today).due +
           (size_t)queue_done(cards, count, today).reviews;
}

double backlog_ordinary(const struct queue_card *cards, size_t count)
{
    double reviews = 0;
    for (size_t i = 0; i < count; i++) {
        const struct progress *progress = cards[i].progress;
        if (!progress->suspended && progress->plan.interval_days > 0)
            reviews += 1.0 / progress->plan.interval_days;
    }
    return reviews;
}

size_t backlog_room(double ordinary, int cap)
{
    enum { ORDINARY_DAYS = 3, LEAST = 30 };
    double room = fmax(ceil(ORDINARY_DAYS * ordinary), LEAST);
    return (size_t)(cap > 0 ? fmin(room, cap) : room);
}

struct queue_caps backlog_caps(struct queue_caps caps, size_t backlog, int a_day)
{
    if (a_day <= 0 || backlog <= (size_t)a_day)
        return caps;
    bool is_less = caps.reviews >= 0 && caps.reviews < a_day;
    return (struct queue_caps){ .fresh = 0, .reviews = is_less ? caps.reviews : a_day };
}
