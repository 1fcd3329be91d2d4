#include "session/calibration.h"

#include "session/past.h"
#include "session/weights.h"

#include <stdlib.h>

static void learn(struct fsrs_calibration *calibration, const struct progress *card,
    double days, const struct past_entry *entry, const double *weights)
{
    double recall = fsrs_recall(card->memory, days, weights);
    fsrs_calibration_learn(
        calibration, recall, days, entry->at_ms, entry->rating != FSRS_AGAIN);
}

static void learn_past(
    struct fsrs_calibration *calibration, const struct past *past, const double *weights)
{
    struct progress *cards = mem_zeroed(past->card_count, sizeof *cards);
    fsrs_calibration_init(calibration);
    for (size_t i = 0; i < past->count; i++) {
        const struct past_entry *entry = &past->entries[i];
        struct progress *card = &cards[entry->card];
        double days = schedule_elapsed_days(card, entry->at_ms);
        if (entry->kind == EVENT_REVIEW && days > 0)
            learn(calibration, card, days, entry, weights);
        past_remember(entry, weights, card);
    }
    free(cards);
}

bool calibration_read(
    struct collection *c, struct fsrs_calibration *calibration, struct err *err)
{
    struct past past;
    if (!weights_past(c, &past, err))
        return false;
    learn_past(calibration, &past, c->weights);
    past_release(&past);
    return true;
}

double calibration_recall(const struct collection *c,
    const struct fsrs_calibration *calibration, size_t card, int64_t at_ms)
{
    const struct progress *progress = &c->progress[card];
    double days = schedule_elapsed_days(progress, at_ms);
    double recall = fsrs_recall(progress->memory, days, c->weights);
    return fsrs_calibrated(calibration, recall, days, at_ms);
}
