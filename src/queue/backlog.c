#include "queue/backlog.h"

size_t backlog_of(const struct queue_card *cards, size_t count, struct day today)
{
    return queue_count(cards, count, today).due +
           (size_t)queue_done(cards, count, today).reviews;
}

struct queue_caps backlog_caps(struct queue_caps caps, size_t backlog, int a_day)
{
    if (a_day <= 0 || backlog <= (size_t)a_day)
        return caps;
    bool is_less = caps.reviews >= 0 && caps.reviews < a_day;
    return (struct queue_caps){ .fresh = 0, .reviews = is_less ? caps.reviews : a_day };
}
