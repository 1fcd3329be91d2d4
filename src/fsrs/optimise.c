#include "fsrs/optimise.h"

#include "base/buf.h"
#include "base/rng.h"
#include "fsrs/adam.h"
#include "fsrs/crew.h"
#include "fsrs/prior.h"
#include "fsrs/training.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double pi = 3.14159265358979323846;

/* ---- recipes; how they were chosen: docs/FSRS.md section 11 ---- */

struct fsrs_fit_options fsrs_fit_options(void)
{
    struct fsrs_fit_options options = {
        .answers = SIZE_MAX,
        .epochs = 8,
        .batch = 1,
        .batches = 32,
        .learning_rate = 0.2,
        .beta1 = 0.70,
        .beta2 = 0.98,
        .prior = 0.05,
        .prior_few = 100,
        .first_sigma = 0.7,
        .recency_floor = 0.4,
        .recency_exponent = 3,
        .seed = 1,
    };
    memcpy(options.start, fsrs_default_weights, sizeof options.start);
    return options;
}

struct fsrs_fit_options fsrs_refit_options(const double old[FSRS_PARAMS])
{
    struct fsrs_fit_options options = fsrs_fit_options();
    options.epochs = 3;
    options.batch = 512;
    options.learning_rate = 0.06;
    memcpy(options.start, old, sizeof options.start);
    return options;
}

struct fsrs_fit_options fsrs_published_options(void)
{
    struct fsrs_fit_options options = fsrs_fit_options();
    options.epochs = 9;
    options.batch = 512;
    options.batches = 0;
    options.learning_rate = 0.0118;
    options.prior = 0.3333;
    options.prior_few = 0;
    options.first_sigma = 0;
    options.recency_floor = 0.0667;
    options.recency_exponent = 11.25;
    return options;
}

/* ---- batches: runs of groups in an order that changes with every epoch ---- */

static void shuffle(struct rng *rng, struct fsrs_training *training)
{
    for (size_t i = training->group_count; i > 1; i--) {
        size_t j = rng_below(rng, i);
        struct fsrs_group group = training->groups[i - 1];
        training->groups[i - 1] = training->groups[j];
        training->groups[j] = group;
        size_t items = training->group_items[i - 1];
        training->group_items[i - 1] = training->group_items[j];
        training->group_items[j] = items;
    }
}

struct batch {
    size_t first, count, items;
};

/* The groups from `first` on that hold `size` answers together, or the next one alone. */
static struct batch batch_from(
    const struct fsrs_training *training, size_t first, size_t size)
{
    struct batch batch = { .first = first };
    while (first + batch.count < training->group_count &&
           (batch.count == 0 ||
               batch.items + training->group_items[first + batch.count] <= size)) {
        batch.items += training->group_items[first + batch.count];
        batch.count++;
    }
    return batch;
}

static size_t batch_size(
    const struct fsrs_training *training, const struct fsrs_fit_options *options)
{
    size_t least = options->batches > 0 ? training->items / options->batches : 0;
    return options->batch > least ? options->batch : least;
}

/* ---- gradients, large batches in sections ---- */

/*
 * A batch of SECTION_ITEMS and more is summed in SECTIONS parts, whoever sums them: the
 * order of additions, and so every bit, is the same for any number of threads.
 */
enum { SECTIONS = 4, SECTION_ITEMS = 8192 };

struct section_work {
    const struct fsrs_training *training;
    struct batch batch;
    const double *w;
    double gradients[SECTIONS][FSRS_PARAMS];
};

static void section_gradient(void *context, size_t number)
{
    struct section_work *work = context;
    size_t begin = work->batch.count * number / SECTIONS;
    size_t end = work->batch.count * (number + 1) / SECTIONS;
    fsrs_training_gradient(work->training, number, work->batch.first + begin, end - begin,
        work->w, work->gradients[number]);
}

static void batch_gradient(const struct fsrs_training *training, struct fsrs_crew *crew,
    struct batch batch, const double *w, double *gradient)
{
    if (batch.items < SECTION_ITEMS) {
        fsrs_training_gradient(training, 0, batch.first, batch.count, w, gradient);
        return;
    }
    struct section_work work = { .training = training, .batch = batch, .w = w };
    fsrs_crew_run(crew, section_gradient, &work, SECTIONS);
    for (size_t i = 0; i < FSRS_PARAMS; i++) {
        gradient[i] = 0;
        for (size_t section = 0; section < SECTIONS; section++)
            gradient[i] += work.gradients[section][i];
    }
}

/* ---- steps ---- */

struct fit {
    const struct fsrs_fit_options *options;
    const struct fsrs_fit_watch *watch;
    struct fsrs_training training;
    struct fsrs_crew *crew;
    struct fsrs_adam adam;
    double w[FSRS_PARAMS];
    size_t batch;              // items a step
    size_t steps, done, total; // the last two in items, of all epochs
};

static double learning_rate(const struct fit *fit)
{
    double part = (double)fit->done / (double)fit->total;
    return fit->options->learning_rate / 2 * (1 + cos(pi * part));
}

static void step(struct fit *fit, struct batch batch)
{
    const struct fsrs_fit_options *options = fit->options;
    double items = (double)fit->training.items;
    double strength = options->prior + options->prior_few / items;
    double gradient[FSRS_PARAMS], units[FSRS_PARAMS];
    batch_gradient(&fit->training, fit->crew, batch, fit->w, gradient);
    fsrs_prior_add(
        gradient, fit->w, strength * (double)batch.items / items, options->first_sigma);
    fsrs_prior_units(units, fit->w, options->first_sigma);
    fsrs_adam_step(&fit->adam, gradient, learning_rate(fit),
        options->first_sigma > 0 ? units : NULL, fit->w);
    fit->done += batch.items;
    fit->steps++;
}

static void tell(const struct fit *fit)
{
    if (fit->watch)
        fit->watch->progress(fit->watch->context, fit->done, fit->total);
}

static void run(struct fit *fit)
{
    struct rng rng = { fit->options->seed };
    for (int epoch = 0; epoch < fit->options->epochs; epoch++) {
        shuffle(&rng, &fit->training);
        for (size_t first = 0; first < fit->training.group_count;) {
            tell(fit);
            struct batch batch = batch_from(&fit->training, first, fit->batch);
            step(fit, batch);
            first += batch.count;
        }
    }
}

static void begin(struct fit *fit, const struct fsrs_history *history,
    const struct fsrs_fit_options *options)
{
    const struct fsrs_kernel *kernel =
        options->kernel ? options->kernel : fsrs_best_kernel(false);
    struct fsrs_recency recency = { options->recency_floor, options->recency_exponent };
    *fit = (struct fit){
        .options = options,
        .adam = { .beta1 = options->beta1, .beta2 = options->beta2 },
    };
    fsrs_training_pack(&fit->training, kernel, history, options->answers, recency,
        SECTIONS, options->seed);
    memcpy(fit->w, options->start, sizeof fit->w);
    fit->batch = batch_size(&fit->training, options);
    fit->total = fit->training.items * (size_t)options->epochs;
    fit->crew = fsrs_crew_open(fit->batch < SECTION_ITEMS ? 1 : options->threads);
}

static void end(struct fit *fit)
{
    fsrs_crew_close(fit->crew);
    fsrs_training_release(&fit->training);
}

void fsrs_fit(const struct fsrs_history *history, const struct fsrs_fit_options *options,
    const struct fsrs_fit_watch *watch, struct fsrs_fit_result *result)
{
    struct fit fit;
    begin(&fit, history, options);
    fit.watch = watch;
    run(&fit);
    *result = (struct fsrs_fit_result){ .items = fit.training.items, .steps = fit.steps };
    memcpy(result->weights, fit.w, sizeof result->weights);
    end(&fit);
}
