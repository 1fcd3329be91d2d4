#include "fsrs/fsrs6_fit.h"

#include "base/buf.h"
#include "base/rng.h"
#include "fsrs/fsrs6_gradient.h"
#include "fsrs/fsrs6_start.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double pi = 3.14159265358979323846;

/* ---- steps ------------------------------------------------------------------------------- */

/* Adam's. */
static const double beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, first_rate = 0.04;

void fsrs6_descent_begin(struct fsrs6_descent *descent, const double start[FSRS6_PARAMS])
{
    *descent = (struct fsrs6_descent){ 0 };
    memcpy(descent->start, start, sizeof descent->start);
    memcpy(descent->w, start, sizeof descent->w);
}

void fsrs6_descent_step(struct fsrs6_descent *descent,
    const double gradient[FSRS6_PARAMS], double share, double rate)
{
    descent->decay1 = 1 - beta1 * (1 - descent->decay1);
    descent->decay2 = 1 - beta2 * (1 - descent->decay2);
    for (size_t i = 0; i < FSRS6_PARAMS; i++) {
        double sigma = fsrs6_weight_table[i].sigma;
        double off = (descent->w[i] - descent->start[i]) / sigma;
        double g = gradient[i] + share * 2 * off / sigma;
        descent->momentum[i] = beta1 * descent->momentum[i] + (1 - beta1) * g;
        descent->square[i] = beta2 * descent->square[i] + (1 - beta2) * g * g;
        descent->w[i] -= rate * (descent->momentum[i] / descent->decay1) /
                         (sqrt(descent->square[i] / descent->decay2) + epsilon);
    }
    fsrs6_weights_clip(descent->w);
}

/* ---- what is learnt from ----------------------------------------------------------------- */

/* The answers of one card, up to its last target. */
struct span {
    struct fsrs6_answer *answers;
    size_t count, targets;
};

struct training {
    struct fsrs6_answer *answers; // by place in the history
    struct span *spans;
    struct fsrs6_beginning *beginnings; // by span
    size_t span_count, targets, remembered;
};

/* Writes the answers of a card as FSRS-6 sees them, for now of no weight. */
static struct span span_of(struct fsrs6_answer *answers,
    const struct fsrs_history *history, const int32_t *study_days,
    struct fsrs_card_history card, size_t known)
{
    struct span span = { .answers = answers + card.first };
    for (size_t i = 0; i < card.count && i < FSRS6_MAX_ANSWERS; i++) {
        size_t place = card.first + i;
        if (history->answers[place].rank >= known)
            break;
        answers[place].rating = history->answers[place].rating;
        answers[place].days = i > 0 ? study_days[place] - study_days[place - 1] : 0;
        if (answers[place].days > 0) {
            span.targets++;
            span.count = i + 1;
        }
    }
    return span;
}

/* The card's first target tells how it began. */
static struct fsrs6_beginning beginning_of(const struct span *span, size_t card)
{
    const struct fsrs6_answer *target = span->answers;
    while (target->days == 0)
        target++;
    return (struct fsrs6_beginning){
        .card = card,
        .days = target->days,
        .rating = span->answers->rating,
        .remembered = target->rating != FSRS_AGAIN,
    };
}

/* Leaves the spans of cards that are not odd, and counts what they teach. */
static void keep_common(struct training *training)
{
    struct span *all = training->spans;
    training->span_count =
        fsrs6_drop_outliers(training->beginnings, training->span_count);
    training->spans = mem_zeroed(training->span_count, sizeof *training->spans);
    for (size_t i = 0; i < training->span_count; i++) {
        struct span span = all[training->beginnings[i].card];
        for (size_t j = 0; j < span.count; j++) {
            bool target = span.answers[j].days > 0;
            span.answers[j].weight = target;
            training->remembered += target && span.answers[j].rating != FSRS_AGAIN;
        }
        training->spans[i] = span;
        training->targets += span.targets;
    }
    free(all);
}

/* Recent targets count more: the k-th of n in time 0.25 + 0.75 (k / (n-1))^3, from 0 on. */
static void weigh(
    struct training *training, const struct fsrs_history *history, size_t known)
{
    double k = 0, last = (double)training->targets - 1;
    for (size_t rank = 0; rank < known && rank < history->answer_count; rank++) {
        struct fsrs6_answer *answer = &training->answers[history->in_time[rank]];
        if (!(answer->weight > 0))
            continue;
        double part = k++ / last;
        answer->weight = 0.25 + 0.75 * part * part * part;
    }
}

static void training_make(struct training *training, const struct fsrs_history *history,
    const int32_t *study_days, size_t known)
{
    *training = (struct training){
        .answers = mem_zeroed(history->answer_count, sizeof *training->answers),
        .spans = mem_zeroed(history->card_count, sizeof *training->spans),
        .beginnings = mem_zeroed(history->card_count, sizeof *training->beginnings),
    };
    for (size_t i = 0; i < history->card_count; i++) {
        struct span span =
            span_of(training->answers, history, study_days, history->cards[i], known);
        if (span.targets == 0)
            continue;
        training->beginnings[training->span_count] =
            beginning_of(&span, training->span_count);
        training->spans[training->span_count++] = span;
    }
    keep_common(training);
}

static void training_release(struct training *training)
{
    free(training->answers);
    free(training->spans);
    free(training->beginnings);
}

/* ---- epochs ------------------------------------------------------------------------------ */

enum { EPOCHS = 5, BATCH = 512, SEED = 2023 };

static void shuffle(struct rng *rng, struct span *spans, size_t count)
{
    for (size_t i = count; i > 1; i--) {
        size_t j = rng_below(rng, i);
        struct span moved = spans[i - 1];
        spans[i - 1] = spans[j];
        spans[j] = moved;
    }
}

/*
 * The gradient of the cards from `first` on, until the batch is full.  Returns how many they
 * were, and in `targets` what they had.
 */
static size_t batch_gradient(const struct training *training, size_t first,
    const double *w, double gradient[FSRS6_PARAMS], size_t *targets)
{
    size_t i = first;
    memset(gradient, 0, FSRS6_PARAMS * sizeof *gradient);
    for (*targets = 0; i < training->span_count; i++) {
        const struct span *span = &training->spans[i];
        if (*targets > 0 && *targets + span->targets > BATCH)
            break;
        fsrs6_gradient_add(span->answers, span->count, w, gradient);
        *targets += span->targets;
    }
    return i - first;
}

static void descend(struct training *training, double w[FSRS6_PARAMS])
{
    struct rng rng = { SEED };
    struct fsrs6_descent descent;
    double gradient[FSRS6_PARAMS], all = (double)training->targets, done = 0;
    fsrs6_descent_begin(&descent, w);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
        shuffle(&rng, training->spans, training->span_count);
        for (size_t first = 0, targets; first < training->span_count;) {
            first += batch_gradient(training, first, descent.w, gradient, &targets);
            double rate = first_rate / 2 * (1 + cos(pi * done / (EPOCHS * all)));
            fsrs6_descent_step(&descent, gradient, (double)targets / all, rate);
            done += (double)targets;
        }
    }
    memcpy(w, descent.w, sizeof descent.w);
}

/* ---- the whole --------------------------------------------------------------------------- */

void fsrs6_fit(const struct fsrs_history *history, const int32_t *study_days,
    size_t known, double w[FSRS6_PARAMS])
{
    enum { LEAST = 8, ENOUGH = 64 };
    struct training training;
    training_make(&training, history, study_days, known);
    memcpy(w, fsrs6_default_weights, sizeof fsrs6_default_weights);
    if (training.targets >= LEAST)
        fsrs6_first_stabilities(training.beginnings, training.span_count,
            (double)training.remembered / (double)training.targets, w);
    if (training.targets >= ENOUGH && training.targets > training.span_count) {
        size_t cards[4];
        fsrs6_count_ratings(training.beginnings, training.span_count, cards);
        weigh(&training, history, known);
        descend(&training, w);
        fsrs6_complete_stabilities(w, cards);
    }
    training_release(&training);
}
