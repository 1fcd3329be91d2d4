#include "session/calibration.h"

#include "session/weights.h"

#include <math.h>
#include <stdlib.h>

void calibration_init(
    struct calibration *calibration, size_t card_count, const double *weights)
{
    calibration->cards = mem_zeroed(card_count, sizeof *calibration->cards);
    calibration->weights = weights;
    fsrs_calibration_init(&calibration->form);
}

void calibration_release(struct calibration *calibration)
{
    free(calibration->cards);
    *calibration = (struct calibration){ 0 };
}

double calibration_recall(
    const struct calibration *calibration, size_t card, int64_t at_ms)
{
    const struct progress *progress = &calibration->cards[card];
    double days = schedule_elapsed_days(progress, at_ms);
    if (progress->reviews == 0)
        return nan("");
    return fsrs_calibrated(&calibration->form,
        fsrs_recall(progress->memory, days, calibration->weights), days, at_ms);
}

void calibration_take(struct calibration *calibration, const struct past_entry *entry)
{
    struct progress *card = &calibration->cards[entry->card];
    double days = schedule_elapsed_days(card, entry->at_ms);
    if (entry->kind == EVENT_REVIEW && days > 0)
        fsrs_calibration_learn(&calibration->form,
            fsrs_recall(card->memory, days, calibration->weights), days, entry->at_ms,
            entry->rating != FSRS_AGAIN);
    past_remember(entry, calibration->weights, card);
}

bool calibration_read(
    struct calibration *calibration, struct collection *c, struct err *err)
{
    struct past past;
    if (!weights_past(c, &past, err))
        return false;
    calibration_init(calibration, past.card_count, c->weights);
    for (size_t i = 0; i < past.count; i++)
        calibration_take(calibration, &past.entries[i]);
    past_release(&past);
    return true;
}

/* ---- one card through its past ----------------------------------------------------------- */

/*
 * The entries that were there at each point.  They end with the last that is not later: behind
 * one that a wrong clock put into the future there are others.
 */
static void find_known(
    const struct past *past, struct calibration_point *points, size_t count)
{
    size_t known = past->count;
    for (size_t i = count; i-- > 0; points[i].known = known)
        while (known > 0 && past->entries[known - 1].at_ms > points[i].at_ms)
            known--;
}

/* The points at which so many entries were there; returns how many of all are done. */
static size_t tell_points(const struct calibration *calibration, size_t card,
    struct calibration_point *points, size_t count, size_t done, size_t known)
{
    for (; done < count && points[done].known == known; done++)
        points[done].recall = calibration_recall(calibration, card, points[done].at_ms);
    return done;
}

void calibration_follow(struct calibration *calibration, const struct past *past,
    size_t card, double *before, struct calibration_point *points, size_t point_count)
{
    size_t answers = 0, told = 0;
    find_known(past, points, point_count);
    for (size_t i = 0; i < past->count; i++) {
        const struct past_entry *entry = &past->entries[i];
        told = tell_points(calibration, card, points, point_count, told, i);
        if (entry->card == card && entry->kind == EVENT_RESET)
            answers = 0;
        if (entry->card == card && entry->kind == EVENT_REVIEW)
            before[answers++] = calibration_recall(calibration, card, entry->at_ms);
        calibration_take(calibration, entry);
    }
    tell_points(calibration, card, points, point_count, told, past->count);
}
