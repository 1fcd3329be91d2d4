#include "fsrs/metrics.h"

#include "base/buf.h"

#include <math.h>
#include <stdlib.h>

/* ---- log loss --------------------------------------------------------------------------- */

/* What was said to be certain, and was not, costs 36 nats and not infinitely many. */
static const double least = 2.3e-16;

static double surprise(const struct fsrs_prediction *prediction)
{
    double p = prediction->remembered ? prediction->recall : 1 - prediction->recall;
    return -log(fmax(p, least));
}

/* Of those after `days` whole days and more. */
static double mean_surprise(
    const struct fsrs_prediction *predictions, size_t count, uint32_t days)
{
    double sum = 0, items = 0;
    for (size_t i = 0; i < count; i++) {
        if (predictions[i].days < days)
            continue;
        sum += surprise(&predictions[i]);
        items++;
    }
    return items > 0 ? sum / items : nan("");
}

/* ---- RMSE(bins) ------------------------------------------------------------------------- */

/* Powers of the base below the number, brought below `most`; 0 has a place of its own. */
static size_t magnitude(uint32_t number, double base, size_t most)
{
    if (number == 0)
        return 0;
    size_t power = 1 + (size_t)floor(log(number) / log(base));
    return power < most ? power : most;
}

size_t fsrs_bin_of(const struct fsrs_prediction *prediction)
{
    size_t days = magnitude(prediction->days, 3.62, 15);
    size_t reviews = magnitude(prediction->reviews, 1.89, 31);
    size_t lapses = magnitude(prediction->lapses, 1.73, 31);
    return (days * 32 + reviews) * 32 + lapses;
}

struct bin {
    double items, error; // error: the sum of what was said less what came
};

static double rmse_bins(const struct fsrs_prediction *predictions, size_t count)
{
    struct bin *bins = mem_zeroed(FSRS_BINS, sizeof *bins);
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        struct bin *bin = &bins[fsrs_bin_of(&predictions[i])];
        bin->items++;
        bin->error += predictions[i].recall - predictions[i].remembered;
    }
    for (size_t i = 0; i < FSRS_BINS; i++)
        if (bins[i].items > 0)
            sum += bins[i].error * bins[i].error / bins[i].items;
    free(bins);
    return sqrt(sum / (double)count);
}

/* ---- AUC -------------------------------------------------------------------------------- */

static int compare_recall(const void *left, const void *right)
{
    const struct fsrs_prediction *a = left, *b = right;
    return (a->recall > b->recall) - (a->recall < b->recall);
}

static struct fsrs_prediction *sorted(
    const struct fsrs_prediction *predictions, size_t count)
{
    struct fsrs_prediction *copy = mem_zeroed(count, sizeof *copy);
    for (size_t i = 0; i < count; i++)
        copy[i] = predictions[i];
    qsort(copy, count, sizeof *copy, compare_recall);
    return copy;
}

/*
 * The share of pairs, one remembered and one not, that were told apart: counted run by run
 * of equal predictions, which tell half of their pairs apart.
 */
static double auc(const struct fsrs_prediction *predictions, size_t count)
{
    struct fsrs_prediction *all = sorted(predictions, count);
    double remembered = 0, forgotten = 0, apart = 0;
    for (size_t i = 0; i < count;) {
        double right = 0, wrong = 0, recall = all[i].recall;
        for (; i < count && !(all[i].recall > recall); i++)
            *(all[i].remembered ? &right : &wrong) += 1;
        apart += right * (forgotten + wrong / 2);
        remembered += right;
        forgotten += wrong;
    }
    free(all);
    return remembered > 0 && forgotten > 0 ? apart / (remembered * forgotten) : nan("");
}

/* ---- together --------------------------------------------------------------------------- */

struct fsrs_score fsrs_score_of(const struct fsrs_prediction *predictions, size_t count)
{
    if (count == 0)
        return (struct fsrs_score){ 0, nan(""), nan(""), nan(""), nan("") };
    return (struct fsrs_score){
        .items = count,
        .log_loss = mean_surprise(predictions, count, 0),
        .days_loss = mean_surprise(predictions, count, 1),
        .rmse_bins = rmse_bins(predictions, count),
        .auc = auc(predictions, count),
    };
}

/* ---- reliability ------------------------------------------------------------------------ */

/* The upper end of the i-th of n ranges: 1 - (1 - i/n)^2. */
static double range_end(size_t i, size_t count)
{
    double rest = 1 - (double)i / (double)count;
    return 1 - rest * rest;
}

static size_t range_of(double recall, size_t count)
{
    size_t range = (size_t)floor((1 - sqrt(1 - recall)) * (double)count);
    return range < count ? range : count - 1;
}

void fsrs_reliability_of(const struct fsrs_prediction *predictions, size_t items,
    struct fsrs_reliability *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++)
        ranges[i] = (struct fsrs_reliability){
            .low = range_end(i, count),
            .high = range_end(i + 1, count),
        };
    for (size_t i = 0; i < items; i++) {
        struct fsrs_reliability *range = &ranges[range_of(predictions[i].recall, count)];
        range->items++;
        range->predicted += predictions[i].recall;
        range->remembered += predictions[i].remembered;
    }
    for (size_t i = 0; i < count; i++) {
        double n = ranges[i].items > 0 ? (double)ranges[i].items : 1;
        ranges[i].predicted /= n;
        ranges[i].remembered /= n;
    }
}
