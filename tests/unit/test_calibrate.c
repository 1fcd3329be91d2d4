/*
 * The learner's form: that it is found where there is one, and costs nothing where there is none.
 */
#include "test.h"

#include "base/rng.h"
#include "fsrs/calibrate.h"

#include <math.h>
#include <stdlib.h>

/* Before it has learnt anything it changes nothing. */
static void test_begins_neutral(void **state)
{
    (void)state;
    struct fsrs_calibration calibration;
    fsrs_calibration_init(&calibration);
    for (double p = 0.05; p < 1; p += 0.05)
        assert_near(fsrs_calibrated(&calibration, p, 1, 0), p, 1e-12);
}

/*
 * A model that says 0.9 of what comes true at `truth`: what it is corrected to, on the mean,
 * after some hundred answers.
 */
static double learnt(double truth, struct fsrs_calibration *calibration)
{
    enum { ANSWERS = 1200, LEARNT = 600 };
    struct rng rng = { 3 };
    int64_t at_ms = 0;
    double sum = 0;
    fsrs_calibration_init(calibration);
    for (int i = 0; i < ANSWERS; i++, at_ms += 20000) {
        if (i >= LEARNT)
            sum += fsrs_calibrated(calibration, 0.9, 3, at_ms);
        fsrs_calibration_learn(calibration, 0.9, 3, at_ms, rng_uniform(&rng) < truth);
    }
    return sum / (ANSWERS - LEARNT);
}

/* More than half of an error goes away; it does not believe in more, since models are fitted. */
static void test_learns(void **state)
{
    (void)state;
    static const double truths[] = { 0.7, 0.8, 0.9, 0.97 };
    struct fsrs_calibration calibration;
    for (size_t i = 0; i < sizeof truths / sizeof *truths; i++) {
        double got = learnt(truths[i], &calibration);
        print_message("0.9 is %g: %.3f\n", truths[i], got);
        assert_true(fabs(got - truths[i]) < fabs(0.9 - truths[i]) / 2 + 0.01);
    }
}

/* What was true once can end: no more evidence is kept than it takes some answers to undo. */
static void test_can_change_its_mind(void **state)
{
    (void)state;
    struct fsrs_calibration calibration;
    learnt(0.3, &calibration);
    assert_near(calibration.evidence, 4, 0);
}

/* Cards stay in the order in which the model has them. */
static void test_rises(void **state)
{
    (void)state;
    struct fsrs_calibration calibration;
    learnt(0.75, &calibration);
    double before = 0;
    for (double p = 0.01; p < 1; p += 0.01) {
        double now = fsrs_calibrated(&calibration, p, 3, INT64_C(24000000));
        assert_true(now > before && now < 1);
        before = now;
    }
}

/* ---- what it gains and costs ------------------------------------------------------------- */

/* What is true of an answer of which the model says `p`; `last` is whether the one before was. */
static double as_said(double p, int answer, bool last)
{
    (void)answer;
    (void)last;
    return p;
}

/* Every other hundred of answers is one of bad days. */
static double bad_days(double p, int answer, bool last)
{
    (void)last;
    return answer / 100 % 2 ? p - 0.15 : p;
}

/* A mistake brings the next. */
static double one_after_the_other(double p, int answer, bool last)
{
    (void)answer;
    return last ? p + (1 - p) / 3 : p - 0.25;
}

/* Bad days, and then for ten times as long none. */
static double got_over_it(double p, int answer, bool last)
{
    return answer < 1000 ? bad_days(p, answer, last) : p;
}

/* Nats that correcting 10,000 answers gains. */
static double gain(double (*truth)(double p, int answer, bool last), uint64_t seed)
{
    enum { ANSWERS = 10000 };
    struct fsrs_calibration calibration;
    struct rng rng = { seed };
    double sum = 0;
    bool last = true;
    fsrs_calibration_init(&calibration);
    for (int i = 0; i < ANSWERS; i++) {
        double p = 0.6 + 0.39 * rng_uniform(&rng),
               days = rng_uniform(&rng) < 0.3 ? 0.1 : 5;
        int64_t at_ms = i * INT64_C(10000);
        last = rng_uniform(&rng) < truth(p, i, last);
        double said = fsrs_calibrated(&calibration, p, days, at_ms);
        sum += last ? log(said / p) : log((1 - said) / (1 - p));
        fsrs_calibration_learn(&calibration, p, days, at_ms, last);
    }
    return sum;
}

static void test_gains_and_costs(void **state)
{
    (void)state;
    static const struct {
        const char *what;
        double (*truth)(double p, int answer, bool last);
        double least; // nats, of any of the learners
    } cases[] = {
        { "as the model says", as_said, -0.5 },
        { "bad days", bad_days, 80 },
        { "one after the other", one_after_the_other, 200 },
        { "got over it", got_over_it, -1 },
    };
    enum { LEARNERS = 20 };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double worst = 1e9, mean = 0;
        for (uint64_t seed = 0; seed < LEARNERS; seed++) {
            double nats = gain(cases[i].truth, seed);
            worst = fmin(worst, nats);
            mean += nats / LEARNERS;
        }
        print_message("%s: mean %+.2f, worst %+.2f nats\n", cases[i].what, mean, worst);
        assert_true(worst > cases[i].least);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_begins_neutral),
        cmocka_unit_test(test_learns),
        cmocka_unit_test(test_can_change_its_mind),
        cmocka_unit_test(test_rises),
        cmocka_unit_test(test_gains_and_costs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
