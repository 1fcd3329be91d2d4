/*
 * How well answers are predicted before they are seen, against the binding of fsrs-rs:
 *
 *   bench_loss PACKAGES WHAT LOG.csv...
 *
 * Rows are the mean log loss of each log, and of several logs the mean of these.  All are scored on the
 * same answers: those of the last five of six blocks in time (fsrs/evaluate.h) that came on
 * another study day than the card's answer before, which is all that FSRS-6 was made for.  The
 * binding fits FSRS-6 to all before each block (loss_peer.mjs), and its weights predict by fsrs6.c;
 * beside it stands our own fit of FSRS-6, which `evaluate` shows (fsrs/fsrs6_fit.h).
 */
#include "bench.h"
#include "peer.h"

#include "../unit/review_log.h"

#include "base/day.h"
#include "fsrs/calibrate.h"
#include "fsrs/evaluate.h"
#include "fsrs/fsrs6.h"

#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { FOLDS = 5, REFIT_PERCENT = 5 };

/* Sums over logs. */
struct losses {
    double binding, fsrs6, split, refits, calibrated;
    size_t items, logs;
    bool compared; // with the binding
};

/* ---- study days ---- */

/* The hour of Greenwich with the fewest answers: there a study day ends, wherever that is. */
static int quiet_hour(const struct fsrs_history *history)
{
    size_t by_hour[24] = { 0 };
    int quietest = 0;
    for (size_t i = 0; i < history->answer_count; i++)
        by_hour[history->answers[i].at_ms / HOUR_MS % 24]++;
    for (int hour = 1; hour < 24; hour++)
        if (by_hour[hour] < by_hour[quietest])
            quietest = hour;
    return quietest;
}

/* Study days between an answer and the one before it in the array, of the same card. */
static int days_between(const struct fsrs_answer *answer, int hour)
{
    int64_t shift = hour * HOUR_MS;
    return (int)((answer->at_ms - shift) / DAY_MS - (answer[-1].at_ms - shift) / DAY_MS);
}

/* ---- the other side ---- */

/* What the predictor below works with: predictors know nothing but a history. */
static struct {
    struct peer peer;
    int hour;
} binding;

static void read_weights(char *line, double w[FSRS6_PARAMS])
{
    for (int i = 0; i < FSRS6_PARAMS; i++)
        w[i] = strtod(line, &line);
    if (!(w[FSRS6_PARAMS - 1] > 0))
        bench_die("the binding gave no weights of FSRS-6");
}

static void predict_card(const struct fsrs_answer *answers, size_t count, size_t known,
    size_t until, const double *w, double *recall)
{
    struct memory memory = { 0 };
    for (size_t i = 0; i < count && answers[i].rank < until; i++) {
        int days = i > 0 ? days_between(&answers[i], binding.hour) : 0;
        if (days > 0 && answers[i].rank >= known)
            recall[i] = fsrs6_recall(memory, days, w);
        memory = fsrs6_next(memory, days, (enum fsrs_rating)answers[i].rating, w);
    }
}

static void predict_binding(
    const struct fsrs_history *history, size_t known, size_t until, double *recall)
{
    char instant[32];
    double w[FSRS6_PARAMS];
    snprintf(instant, sizeof instant, "%" PRId64,
        history->answers[history->in_time[known]].at_ms);
    read_weights(peer_ask(&binding.peer, instant), w);
    for (size_t i = 0; i < history->card_count; i++) {
        size_t first = history->cards[i].first;
        predict_card(&history->answers[first], history->cards[i].count, known, until, w,
            &recall[first]);
    }
}

static const struct fsrs_predictor predictor_binding = { "FSRS-6", "of the binding",
    predict_binding };

/* ---- ours ---- */

/* Leaves only what is scored: answers of another study day. */
static void drop_same_day(const struct fsrs_history *history, double *recall)
{
    for (size_t i = 0; i < history->card_count; i++) {
        struct fsrs_card_history card = history->cards[i];
        for (size_t j = card.first + 1; j < card.first + card.count; j++)
            if (days_between(&history->answers[j], binding.hour) == 0)
                recall[j] = nan("");
    }
}

static void calibrate(const struct fsrs_history *history, double *recall)
{
    struct fsrs_calibration calibration;
    double *before = fsrs_predictions_make(history);
    fsrs_calibration_init(&calibration);
    fsrs_predict_range(history, 0, history->answer_count, fsrs_default_weights, before);
    fsrs_calibrate(history, before, &calibration, recall);
    free(before);
}

static void score_ours(const struct fsrs_history *history, struct losses *losses)
{
    double *split = fsrs_predictions_make(history);
    double *fsrs6 = fsrs_predictions_make(history);
    double *refits = fsrs_predictions_make(history);
    if (!fsrs_predict_split(history, FOLDS, &fsrs_predictor_fitted, NULL, split) ||
        !fsrs_predict_split(history, FOLDS, &fsrs_predictor_fsrs6, NULL, fsrs6) ||
        !fsrs_predict_refits(history, REFIT_PERCENT, 1, NULL, refits))
        bench_die("the fit was cancelled");
    drop_same_day(history, split);
    struct fsrs_score score = fsrs_score_predictions(history, split, NULL);
    losses->items += score.items;
    losses->split += score.log_loss;
    losses->fsrs6 += fsrs_score_predictions(history, fsrs6, split).log_loss;
    losses->refits += fsrs_score_predictions(history, refits, split).log_loss;
    calibrate(history, refits);
    losses->calibrated += fsrs_score_predictions(history, refits, split).log_loss;
    free(split);
    free(fsrs6);
    free(refits);
}

static void score_binding(const struct fsrs_history *history, const char *packages,
    const char *log, struct losses *losses)
{
    char hour[4];
    snprintf(hour, sizeof hour, "%d", binding.hour);
    binding.peer = peer_open(
        "tests/bench/loss_peer.mjs", (const char *[]){ packages, log, hour, NULL });
    if (!peer_is_there(&binding.peer)) {
        losses->compared = false;
        return;
    }
    double *recall = fsrs_predictions_make(history);
    (void)!fsrs_predict_split(history, FOLDS, &predictor_binding, NULL, recall);
    losses->binding += fsrs_score_predictions(history, recall, NULL).log_loss;
    free(recall);
    peer_close(&binding.peer);
}

static void score(const char *packages, const char *log, struct losses *losses)
{
    struct fsrs_history history;
    if (!review_log_load(log, &history))
        bench_die("no log %s", log);
    binding.hour = quiet_hour(&history);
    score_ours(&history, losses);
    score_binding(&history, packages, log, losses);
    losses->logs++;
    fsrs_history_release(&history);
}

/* ---- rows ---- */

static void print(const struct losses *losses)
{
    double logs = (double)losses->logs, split = losses->split / logs;
    double refits = losses->refits / logs, calibrated = losses->calibrated / logs;
    bench_print_loss("  5 splits, against FSRS-6 fitted by fsrs-rs", split,
        losses->compared ? losses->binding / logs : 0);
    bench_print_loss(
        "  5 splits, against FSRS-6 fitted here", split, losses->fsrs6 / logs);
    bench_print_loss("  refits at 5 %, against 5 splits", refits, split);
    bench_print_loss("  calibrated, against refits", calibrated, refits);
}

int main(int argc, char **argv)
{
    struct losses losses = { .compared = true };
    if (argc < 4)
        bench_die("usage: bench_loss PACKAGES WHAT LOG.csv...");
    for (int i = 3; i < argc; i++)
        score(argv[1], argv[i], &losses);
    if (!losses.compared)
        fputs("skipped: the binding is not there, ours are scored alone\n", stderr);
    printf("%s, log loss of %zu held-out answers\n", argv[2], losses.items);
    print(&losses);
    return 0;
}
