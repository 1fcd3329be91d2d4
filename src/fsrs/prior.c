#include "fsrs/prior.h"

#include <math.h>
#include <stddef.h>

static double slope(size_t i, double w, double first_sigma)
{
    double start = fsrs_default_weights[i], sigma = fsrs_weight_table[i].sigma;
    if (i <= W_INITIAL_EASY && first_sigma > 0)
        return 2 * log(w / start) / (first_sigma * first_sigma * w);
    return 2 * (w - start) / (sigma * sigma);
}

void fsrs_prior_add(double gradient[FSRS_PARAMS], const double w[FSRS_PARAMS],
    double strength, double first_sigma)
{
    for (size_t i = 0; i < FSRS_PARAMS; i++)
        gradient[i] += strength * slope(i, w[i], first_sigma);
}

void fsrs_prior_units(
    double units[FSRS_PARAMS], const double w[FSRS_PARAMS], double first_sigma)
{
    for (size_t i = 0; i < FSRS_PARAMS; i++)
        units[i] = i > W_INITIAL_EASY ? fsrs_weight_table[i].sigma : first_sigma * w[i];
}
