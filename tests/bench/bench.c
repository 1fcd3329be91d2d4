#include "bench.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int64_t bench_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static int by_value(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return left < right ? -1 : left > right;
}

double bench_median(double *values, size_t count)
{
    qsort(values, count, sizeof *values, by_value);
    return (values[(count - 1) / 2] + values[count / 2]) / 2;
}

void bench_print_ratio(
    const char *what, double ours, double baseline, const char *unit, double goal)
{
    printf("%-52s %9.2f %9.2f %-4s %6.2f", what, ours, baseline, unit, ours / baseline);
    if (goal > 0)
        printf("  %4.3g  %s", goal, ours <= goal * baseline ? "met" : "missed");
    putchar('\n');
    fflush(stdout);
}

void bench_print_loss(const char *what, double ours, double baseline)
{
    if (baseline > 0)
        printf("%-52s %9.4f %9.4f nats %6.3f  %4d  %s\n", what, ours, baseline,
            ours / baseline, 1, ours < baseline ? "met" : "missed");
    else
        printf("%-52s %9.4f %9s nats\n", what, ours, "");
    fflush(stdout);
}

void bench_print_figure(const char *what, double figure, const char *unit)
{
    printf("%-52s %9.2f %9s %s\n", what, figure, "", unit);
    fflush(stdout);
}

void bench_die(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fputs("bench: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    exit(4);
}
