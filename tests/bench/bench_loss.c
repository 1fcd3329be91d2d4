/*
 * How well answers are predicted before they are seen, against the binding of fsrs-rs:
 *
 *   bench_loss PACKAGES WHAT LOG.csv...
 *
 * Rows are the mean log loss of each log, and of several logs the mean of these and how far one
 * is behind the one before it on the log where that is worst.  All are scored on the same
 * answers: those of the last five of six blocks in time (fsrs/evaluate.h) that came on another
 * study day than the card's answer before, which is all that FSRS-6 was made for.  The binding
 * fits FSRS-6 to all before each block (loss_peer.mjs), and its weights predict by fsrs6.c;
 * beside it stands our own fit of FSRS-6, which `evaluate` shows (fsrs/fsrs6_fit.h).
 */
#include "bench.h"
#include "peer.h"

#include "../unit/review_log.h"

#include "fsrs/evaluate.h"
#include "fsrs/fsrs6.h"

#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { FOLDS = 5, REFIT_PERCENT = 5 };

/* Of one log, or of several the sums. */
struct losses {
    double binding, fsrs6, split, refits, calibrated;
    size_t items;
    bool compared; // with the binding
};

/* By how much one is behind the one before it, at the worst of several logs. */
struct worst {
    double split, refits, calibrated;
};

/* Leaves only what is scored: answers of another study day than the card's answer before. */
static void drop_same_day(const struct fsrs_history *history, double *recall)
{
    int32_t *days = fsrs_study_days(history);
    for (size_t i = 0; i < history->card_count; i++) {
        struct fsrs_card_history card = history->cards[i];
        for (size_t j = card.first + 1; j < card.first + card.count; j++)
            if (days[j] == days[j - 1])
                recall[j] = nan("");
    }
    free(days);
}

/* ---- the other side ---- */

/* Whom the predictor below asks: predictors know nothing but a history. */
static struct peer binding;

static void read_weights(char *line, double w[FSRS6_PARAMS])
{
    for (int i = 0; i < FSRS6_PARAMS; i++)
        w[i] = strtod(line, &line);
    if (!(w[FSRS6_PARAMS - 1] > 0))
        bench_die("the binding gave no weights of FSRS-6");
}

static void predict_binding(
    const struct fsrs_history *history, size_t known, size_t until, double *recall)
{
    char instant[32];
    double w[FSRS6_PARAMS];
    snprintf(instant, sizeof instant, "%" PRId64,
        history->answers[history->in_time[known]].at_ms);
    read_weights(peer_ask(&binding, instant), w);
    int32_t *days = fsrs_study_days(history);
    fsrs6_predict_range(history, days, known, until, w, recall);
    free(days);
}

static const struct fsrs_predictor predictor_binding = { "FSRS-6", "of the binding",
    predict_binding };

/* ---- ours ---- */

static void score_ours(const struct fsrs_history *history, struct losses *losses)
{
    double *split = fsrs_predictions_make(history);
    double *fsrs6 = fsrs_predictions_make(history);
    double *refits = fsrs_predictions_make(history);
    fsrs_predict_split(history, FOLDS, &fsrs_predictor_fitted, NULL, split);
    fsrs_predict_split(history, FOLDS, &fsrs_predictor_fsrs6, NULL, fsrs6);
    fsrs_predict_refits(history, REFIT_PERCENT, 1, NULL, refits);
    drop_same_day(history, split);
    struct fsrs_score score = fsrs_score_predictions(history, split, NULL);
    losses->items = score.items;
    losses->split = score.log_loss;
    losses->fsrs6 = fsrs_score_predictions(history, fsrs6, split).log_loss;
    losses->refits = fsrs_score_predictions(history, refits, split).log_loss;
    fsrs_predictions_calibrate(history, refits);
    losses->calibrated = fsrs_score_predictions(history, refits, split).log_loss;
    free(split);
    free(fsrs6);
    free(refits);
}

static void score_binding(const struct fsrs_history *history, const char *packages,
    const char *log, struct losses *losses)
{
    char hour[4];
    snprintf(hour, sizeof hour, "%d", fsrs_quiet_hour(history));
    binding = peer_open(
        "tests/bench/loss_peer.mjs", (const char *[]){ packages, log, hour, NULL });
    losses->compared = peer_is_there(&binding);
    if (!losses->compared)
        return;
    double *recall = fsrs_predictions_make(history);
    fsrs_predict_split(history, FOLDS, &predictor_binding, NULL, recall);
    drop_same_day(history, recall);
    losses->binding = fsrs_score_predictions(history, recall, NULL).log_loss;
    free(recall);
    peer_close(&binding);
}

static struct losses score(const char *packages, const char *log)
{
    struct fsrs_history history;
    struct losses losses = { 0 };
    if (!review_log_load(log, &history))
        bench_die("no log %s", log);
    score_ours(&history, &losses);
    score_binding(&history, packages, log, &losses);
    fsrs_history_release(&history);
    return losses;
}

/* ---- rows ---- */

static void add(struct losses *sum, struct worst *worst, const struct losses *losses)
{
    sum->binding += losses->binding;
    sum->fsrs6 += losses->fsrs6;
    sum->split += losses->split;
    sum->refits += losses->refits;
    sum->calibrated += losses->calibrated;
    sum->items += losses->items;
    sum->compared &= losses->compared;
    worst->split = fmax(worst->split, losses->split - losses->binding);
    worst->refits = fmax(worst->refits, losses->refits - losses->split);
    worst->calibrated = fmax(worst->calibrated, losses->calibrated - losses->refits);
}

static void print(const struct losses *sum, double logs)
{
    double split = sum->split / logs, refits = sum->refits / logs;
    bench_print_loss("  5 splits, against FSRS-6 fitted by fsrs-rs", split,
        sum->compared ? sum->binding / logs : 0);
    bench_print_loss("  5 splits, against FSRS-6 fitted here", split, sum->fsrs6 / logs);
    bench_print_loss("  refits at 5 %, against 5 splits", refits, split);
    bench_print_loss("  calibrated, against refits", sum->calibrated / logs, refits);
}

static void print_worst(const struct worst *worst, bool compared)
{
    if (compared)
        bench_print_figure(
            "  worst log, 5 splits less fsrs-rs", 1e4 * worst->split, "nats/10000");
    bench_print_figure(
        "  worst log, refits less 5 splits", 1e4 * worst->refits, "nats/10000");
    bench_print_figure(
        "  worst log, calibrated less refits", 1e4 * worst->calibrated, "nats/10000");
}

int main(int argc, char **argv)
{
    struct losses sum = { .compared = true };
    struct worst worst = { -1, -1, -1 };
    if (argc < 4)
        bench_die("usage: bench_loss PACKAGES WHAT LOG.csv...");
    for (int i = 3; i < argc; i++) {
        struct losses losses = score(argv[1], argv[i]);
        add(&sum, &worst, &losses);
    }
    if (!sum.compared)
        fputs("skipped: the binding is not there, ours are scored alone\n", stderr);
    printf("%s, log loss of %zu held-out answers\n", argv[2], sum.items);
    print(&sum, argc - 3);
    if (argc > 4)
        print_worst(&worst, sum.compared);
    return 0;
}
