/*
 * Numbers without calls where none is needed: fmin() and fmax() are calls, expm1() and log1p()
 * take twice the time of exp() and log().
 */
#ifndef FSRS_NUMBER_H
#define FSRS_NUMBER_H

#include <math.h>

/* x brought into [low, high]; NaN gives `low`. */
static inline double clamp(double x, double low, double high)
{
    if (!(x > low))
        return low;
    return x < high ? x : high;
}

/* The nearest whole number, halves upwards; x in [0.5, 2^31). */
static inline int round_half_up(double x)
{
    return (int)(x + 0.5);
}

/* expm1(x) and log1p(x), the quick way where it loses no digits. */
static inline double exp_less_1(double x)
{
    return fabs(x) > 0.5 ? exp(x) - 1 : expm1(x);
}

static inline double log_of_1_and(double x)
{
    return x > 0.5 ? log(1 + x) : log1p(x);
}

#endif
