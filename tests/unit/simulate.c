#include "simulate.h"

#include "base/buf.h"
#include "base/rng.h"
#include "fsrs/interval.h"
#include "fsrs/model.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double pi = 3.14159265358979323846, ms_per_day = 86400e3;
static const int64_t beginning_ms = 1700000000000;

enum { CARDS_PER_DAY = 12, ANSWERS_PER_CARD = 7 };

struct learner {
    enum learner_kind kind;
    struct rng rng;
    double first[FSRS_PARAMS], last[FSRS_PARAMS]; // own weights, at the beginning and end
    double days;                                  // that the log lasts
};

/* ---- draws ---- */

static double normal(struct rng *rng)
{
    double radius = sqrt(-2 * log1p(-rng_uniform(rng)));
    return radius * cos(2 * pi * rng_uniform(rng));
}

static void draw_weights(struct rng *rng, double w[FSRS_PARAMS])
{
    for (size_t i = 0; i < FSRS_PARAMS; i++) {
        const struct fsrs_weight *weight = &fsrs_weight_table[i];
        w[i] = i <= W_INITIAL_EASY ? weight->start * exp(0.7 * normal(rng))
                                   : weight->start + 0.7 * weight->sigma * normal(rng);
    }
    fsrs_weights_clip(w);
}

static struct learner learner_of(enum learner_kind kind, uint64_t seed, size_t answers)
{
    struct learner learner = { .kind = kind, .rng = { seed } };
    learner.days = 1 + (double)answers / (CARDS_PER_DAY * ANSWERS_PER_CARD);
    draw_weights(&learner.rng, learner.first);
    draw_weights(&learner.rng, learner.last);
    if (kind != LEARNER_CHANGING)
        memcpy(learner.last, learner.first, sizeof learner.last);
    if (kind == LEARNER_AVERAGE || kind == LEARNER_CARELESS) {
        memcpy(learner.first, fsrs_default_weights, sizeof learner.first);
        memcpy(learner.last, fsrs_default_weights, sizeof learner.last);
    }
    return learner;
}

static void weights_on(const struct learner *learner, double day, double w[FSRS_PARAMS])
{
    double part = fmin(day / learner->days, 1);
    for (size_t i = 0; i < FSRS_PARAMS; i++)
        w[i] = (1 - part) * learner->first[i] + part * learner->last[i];
}

/* ---- one card ---- */

struct card {
    struct memory truth, planned; // what is remembered, and what the schedule believes
    double strength_days, ease;   // of exponential forgetting
    double day, next_day;         // of the last answer, and of the next
    int answers;
};

static double true_recall(
    const struct learner *learner, const struct card *card, const double *w)
{
    double days = card->next_day - card->day;
    if (learner->kind == LEARNER_EXPONENTIAL)
        return exp(-days / card->strength_days);
    return fsrs_recall(card->truth, days, w);
}

static enum fsrs_rating first_rating(struct learner *learner)
{
    double draw = rng_uniform(&learner->rng);
    if (learner->kind == LEARNER_BRISK)
        return draw < 0.5 ? FSRS_AGAIN : FSRS_GOOD;
    if (draw < 0.4)
        return FSRS_AGAIN;
    return draw < 0.5 ? FSRS_HARD : draw < 0.9 ? FSRS_GOOD : FSRS_EASY;
}

static enum fsrs_rating passing(struct learner *learner)
{
    double draw = rng_uniform(&learner->rng);
    if (learner->kind == LEARNER_BRISK || draw < 0.8)
        return FSRS_GOOD;
    return draw < 0.92 ? FSRS_HARD : FSRS_EASY;
}

static enum fsrs_rating later_rating(
    struct learner *learner, const struct card *card, const double *w)
{
    double recall = true_recall(learner, card, w);
    if (learner->kind == LEARNER_CARELESS)
        recall *= 11.0 / 12;
    return rng_uniform(&learner->rng) < recall ? passing(learner) : FSRS_AGAIN;
}

static void strengthen(
    struct learner *learner, struct card *card, enum fsrs_rating rating)
{
    if (card->answers == 0) {
        card->ease = 2.2 * exp(0.3 * normal(&learner->rng));
        card->strength_days = 4 * exp(normal(&learner->rng)) * ((double)rating - 0.5);
    } else if (rating == FSRS_AGAIN) {
        card->strength_days = fmax(0.2, 0.2 * card->strength_days);
    } else {
        double spacing = fmin((card->next_day - card->day) / card->strength_days * 5, 1);
        card->strength_days *= 1 + card->ease * spacing;
    }
}

static double next_interval(
    struct learner *learner, const struct card *card, enum fsrs_rating rating)
{
    static const double minute = 1.0 / 1440;
    double early = rng_uniform(&learner->rng), life = exp(0.25 * normal(&learner->rng));
    if (rating == FSRS_AGAIN || card->answers < 2)
        return 10 * minute * life;
    if (learner->kind == LEARNER_CRAMMING)
        return (0.05 + early) * (card->answers > 6 ? 30 : 1);
    double days = fsrs_interval(card->planned, 0.9, fsrs_default_weights);
    return fmax(0.6, days * life) + (early < 0.05 ? 10 * early * days : 0);
}

static enum fsrs_rating answer(struct learner *learner, struct card *card)
{
    double w[FSRS_PARAMS];
    weights_on(learner, card->next_day, w);
    enum fsrs_rating rating =
        card->answers == 0 ? first_rating(learner) : later_rating(learner, card, w);
    double days = card->next_day - card->day;
    strengthen(learner, card, rating);
    card->truth = fsrs_next(card->truth, days, rating, w);
    card->planned = fsrs_next(card->planned, days, rating, fsrs_default_weights);
    card->answers++;
    card->day = card->next_day;
    card->next_day += next_interval(learner, card, rating);
    return rating;
}

/* ---- all cards ---- */

const char *learner_kind_name(enum learner_kind kind)
{
    static const char *const names[] = { "average", "own", "changing", "exponential",
        "careless", "brisk", "cramming" };
    return names[kind];
}

static int compare_events(const void *left, const void *right)
{
    const struct fsrs_event *a = left, *b = right;
    if (a->at_ms != b->at_ms)
        return a->at_ms < b->at_ms ? -1 : 1;
    return (a->card > b->card) - (a->card < b->card);
}

struct log {
    struct fsrs_event *events;
    size_t count, capacity, cards;
};

/* All cards that are met before the last day, up to it. */
static void simulate_days(struct learner *learner, double last_day, struct log *log)
{
    log->count = 0;
    for (log->cards = 0; (double)log->cards < last_day * CARDS_PER_DAY; log->cards++) {
        double day = (double)log->cards / CARDS_PER_DAY;
        struct card card = { .day = day, .next_day = day };
        while (card.next_day < last_day && card.answers < 60) {
            int64_t at_ms = beginning_ms + (int64_t)(card.next_day * ms_per_day);
            uint8_t rating = (uint8_t)answer(learner, &card);
            log->events =
                vec_grow(log->events, log->count, &log->capacity, sizeof *log->events);
            log->events[log->count++] =
                (struct fsrs_event){ at_ms, (uint32_t)log->cards, rating };
        }
    }
}

struct fsrs_event *simulate(
    enum learner_kind kind, uint64_t seed, size_t answers, size_t *card_count)
{
    struct learner learner = learner_of(kind, seed, answers);
    struct log log = { 0 };
    for (double days = learner.days; log.count < answers; days *= 1.3)
        simulate_days(&learner, days, &log);
    qsort(log.events, log.count, sizeof *log.events, compare_events);
    *card_count = log.cards;
    return log.events;
}
