#include "fsrs/fsrs6_start.h"

#include "base/buf.h"

#include <math.h>
#include <stdlib.h>

enum { RATINGS = 4 };

/* ---- groups ------------------------------------------------------------------------------ */

/* Beginnings that are alike, and adjoin. */
struct group {
    size_t first, count;
    uint8_t rating;
    int32_t days;
    size_t remembered;
};

struct groups {
    struct group *all; // sorted by rating and days
    size_t count;
};

static int compare_beginnings(const void *left, const void *right)
{
    const struct fsrs6_beginning *a = left, *b = right;
    if (a->rating != b->rating)
        return a->rating < b->rating ? -1 : 1;
    if (a->days != b->days)
        return a->days < b->days ? -1 : 1;
    return (a->card > b->card) - (a->card < b->card);
}

static struct groups groups_of(const struct fsrs6_beginning *beginnings, size_t count)
{
    struct groups groups = { .all = mem_zeroed(count, sizeof *groups.all) };
    struct group *group = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct fsrs6_beginning *one = &beginnings[i];
        if (group == NULL || group->rating != one->rating || group->days != one->days) {
            group = &groups.all[groups.count++];
            *group =
                (struct group){ .first = i, .rating = one->rating, .days = one->days };
        }
        group->count++;
        group->remembered += one->remembered;
    }
    return groups;
}

void fsrs6_count_ratings(
    const struct fsrs6_beginning *beginnings, size_t count, size_t cards[RATINGS])
{
    for (size_t i = 0; i < RATINGS; i++)
        cards[i] = 0;
    for (size_t i = 0; i < count; i++)
        cards[beginnings[i].rating - 1]++;
}

/* ---- outliers ---------------------------------------------------------------------------- */

/* Of one rating the smallest first, of these the soonest back. */
static int compare_groups(const void *left, const void *right)
{
    const struct group *a = left, *b = right;
    if (a->rating != b->rating)
        return a->rating < b->rating ? -1 : 1;
    if (a->count != b->count)
        return a->count < b->count ? -1 : 1;
    return (a->days > b->days) - (a->days < b->days);
}

static bool is_common(const struct group *group)
{
    enum { LEAST_CARDS = 6, MOST_DAYS = 100, MOST_DAYS_EASY = 365 };
    int32_t most = group->rating == FSRS_EASY ? MOST_DAYS_EASY : MOST_DAYS;
    return group->count >= LEAST_CARDS && group->days <= most;
}

/* Gives the beginnings of outliers a rating of 0. */
static void strike_outliers(struct fsrs6_beginning *beginnings, struct groups *groups,
    const size_t cards[RATINGS])
{
    enum { LEAST = 20 };
    size_t dropped[RATINGS] = { 0 };
    qsort(groups->all, groups->count, sizeof *groups->all, compare_groups);
    for (size_t i = 0; i < groups->count; i++) {
        const struct group *group = &groups->all[i];
        size_t rating = group->rating - 1, twentieth = cards[rating] / 20;
        if (dropped[rating] + group->count < (twentieth > LEAST ? twentieth : LEAST))
            dropped[rating] += group->count;
        else if (is_common(group))
            continue;
        for (size_t j = group->first; j < group->first + group->count; j++)
            beginnings[j].rating = 0;
    }
}

size_t fsrs6_drop_outliers(struct fsrs6_beginning *beginnings, size_t count)
{
    size_t cards[RATINGS], left = 0;
    qsort(beginnings, count, sizeof *beginnings, compare_beginnings);
    struct groups groups = groups_of(beginnings, count);
    fsrs6_count_ratings(beginnings, count, cards);
    strike_outliers(beginnings, &groups, cards);
    for (size_t i = 0; i < count; i++)
        if (beginnings[i].rating > 0)
            beginnings[left++] = beginnings[i];
    free(groups.all);
    return left;
}

/* ---- the curve through the groups of a rating -------------------------------------------- */

/* What is minimised: surprise, and a little for leaving the published stability. */
static double surprise(
    const struct groups *groups, uint8_t rating, double recall, double stability)
{
    double sum = fabs(stability - fsrs6_default_weights[rating - 1]) / 16;
    for (size_t i = 0; i < groups->count; i++) {
        const struct group *group = &groups->all[i];
        if (group->rating != rating)
            continue;
        double count = (double)group->count;
        double share = ((double)group->remembered + recall) / (count + 1);
        double said = fsrs6_recall((struct memory){ .stability_days = stability },
            group->days, fsrs6_default_weights);
        sum -= count * (share * log(said) + (1 - share) * log(1 - said));
    }
    return sum;
}

/* The bottom of a valley, by thirds. */
static double least_surprising(const struct groups *groups, uint8_t rating, double recall)
{
    enum { ROUNDS = 100 };
    const struct fsrs6_weight *box = &fsrs6_weight_table[rating - 1];
    double low = box->min, high = box->max;
    for (int i = 0; i < ROUNDS; i++) {
        double third = (high - low) / 3, left = low + third, right = high - third;
        if (surprise(groups, rating, recall, left) <
            surprise(groups, rating, recall, right))
            high = right;
        else
            low = left;
    }
    return (low + high) / 2;
}

/* ---- the four together ------------------------------------------------------------------- */

static void keep_rising(double stabilities[RATINGS], const size_t cards[RATINGS])
{
    static const size_t pairs[][2] = { { 0, 1 }, { 1, 2 }, { 2, 3 }, { 0, 2 }, { 1, 3 },
        { 0, 3 } };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        size_t worse = pairs[i][0], better = pairs[i][1];
        if (cards[worse] == 0 || cards[better] == 0 ||
            stabilities[worse] <= stabilities[better])
            continue;
        if (cards[worse] > cards[better])
            stabilities[better] = stabilities[worse];
        else
            stabilities[worse] = stabilities[better];
    }
}

/*
 * Where the ratings stand on an axis along which the logarithm of the first stability is
 * taken to be a straight line between neighbours: Hard divides the way from Again to Good as
 * 59 : 41, Good that from Hard to Easy as 54 : 46.
 */
static const double place[RATINGS] = { -0.59 / 0.41, 0, 1, 1 / 0.54 };

/* The stability of a rating on the line through two others. */
static double on_line(
    const double stabilities[RATINGS], size_t rating, size_t one, size_t other)
{
    double part = (place[rating] - place[one]) / (place[other] - place[one]);
    return pow(stabilities[one], 1 - part) * pow(stabilities[other], part);
}

/*
 * The rating on the line through the two known ratings around it, or the nearest two on
 * one side.  If but one is known, it scales the published stabilities.
 *
 *   known  `count` ratings, rising; `below` of them are below this one
 */
static double suggested(const double stabilities[RATINGS], size_t rating,
    const size_t *known, size_t count, size_t below)
{
    double published = fsrs6_default_weights[rating];
    if (count == 0)
        return published;
    if (count == 1)
        return published * stabilities[known[0]] / fsrs6_default_weights[known[0]];
    size_t first = below == 0 ? 0 : below == count ? count - 2 : below - 1;
    return on_line(stabilities, rating, known[first], known[first + 1]);
}

void fsrs6_complete_stabilities(double stabilities[RATINGS], const size_t cards[RATINGS])
{
    size_t known[RATINGS], count = 0, below = 0;
    keep_rising(stabilities, cards);
    for (size_t i = 0; i < RATINGS; i++)
        if (cards[i] > 0)
            known[count++] = i;
    for (size_t i = 0; i < RATINGS; i++) {
        const struct fsrs6_weight *box = &fsrs6_weight_table[i];
        if (cards[i] > 0)
            below++;
        else
            stabilities[i] = suggested(stabilities, i, known, count, below);
        stabilities[i] = fmin(fmax(stabilities[i], box->min), box->max);
    }
}

/* ---- the whole --------------------------------------------------------------------------- */

void fsrs6_first_stabilities(const struct fsrs6_beginning *beginnings, size_t count,
    double recall, double stabilities[RATINGS])
{
    size_t cards[RATINGS];
    struct groups groups = groups_of(beginnings, count);
    fsrs6_count_ratings(beginnings, count, cards);
    for (uint8_t i = 0; i < RATINGS; i++)
        if (cards[i] > 0)
            stabilities[i] = least_surprising(&groups, i + 1, recall);
    fsrs6_complete_stabilities(stabilities, cards);
    free(groups.all);
}
