/*
 * Cards counted by what they are, without a queue.
 */
#include "queue/card.h"

struct queue_caps queue_done(const struct queue_card *cards, size_t count, struct day day)
{
    struct queue_caps done = { 0 };
    for (size_t i = 0; i < count; i++) {
        done.fresh += queue_is_begun(cards[i].progress, day);
        done.reviews += queue_is_reviewed(cards[i].progress, day);
    }
    return done;
}

struct queue_counts queue_count(
    const struct queue_card *cards, size_t count, struct day today)
{
    struct queue_counts counts = { 0 };
    for (size_t i = 0; i < count; i++) {
        const struct progress *progress = cards[i].progress;
        if (!queue_is_asked(&cards[i], today))
            continue;
        counts.fresh += progress->plan.phase == PHASE_NEW;
        counts.learning += phase_has_steps(progress->plan.phase) &&
                           progress->plan.due_day.number <= today.number;
        counts.due += queue_is_due(progress, today);
    }
    return counts;
}

void queue_forecast(const struct queue_card *cards, size_t count, struct day today,
    size_t days, size_t *due)
{
    for (size_t i = 0; i < days; i++)
        due[i] = 0;
    for (size_t i = 0; i < count; i++) {
        const struct progress *progress = cards[i].progress;
        if (progress->plan.phase == PHASE_NEW || progress->suspended)
            continue;
        int ahead = progress->plan.due_day.number - today.number;
        size_t at = ahead <= 1 ? 0 : (size_t)ahead - 1;
        if (at < days)
            due[at]++;
    }
}
