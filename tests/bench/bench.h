/*
 * What the benchmark programs share: a clock, medians, and rows of the one table that
 * `make bench` prints.
 *
 * Figures are only ever compared with a baseline timed in the same run, in turns (A B A B
 * ...), so that whatever else the machine does falls on both; the median of the turns counts.
 */
#ifndef BENCH_H
#define BENCH_H

#include <stddef.h>
#include <stdint.h>

/* Nanoseconds of a clock that never goes back. */
int64_t bench_ns(void);

/* The median; sorts `values`. */
double bench_median(double *values, size_t count);

/* The row of a comparison; `unit` of both figures, goal 0: none was set. */
void bench_print_ratio(
    const char *what, double ours, double baseline, const char *unit, double goal);

/* The row of two losses, in nats; ours is to be the smaller one; baseline 0: there is none. */
void bench_print_loss(const char *what, double ours, double baseline);

/* The row of a figure without a baseline. */
void bench_print_figure(const char *what, double figure, const char *unit);

/* Says why on standard error, and ends the program with status 4. */
_Noreturn void bench_die(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
