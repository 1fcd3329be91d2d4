#include "fsrs/adam.h"

#include <math.h>
#include <stddef.h>

static const double epsilon = 1e-8;

void fsrs_adam_step(struct fsrs_adam *adam, const double gradient[FSRS_PARAMS],
    double rate, const double units[FSRS_PARAMS], double w[FSRS_PARAMS])
{
    adam->decay1 = 1 - adam->beta1 * (1 - adam->decay1);
    adam->decay2 = 1 - adam->beta2 * (1 - adam->decay2);
    for (size_t i = 0; i < FSRS_PARAMS; i++) {
        double g = gradient[i];
        adam->momentum[i] = adam->beta1 * adam->momentum[i] + (1 - adam->beta1) * g;
        adam->square[i] = adam->beta2 * adam->square[i] + (1 - adam->beta2) * g * g;
        double momentum = adam->momentum[i] / adam->decay1;
        double size = sqrt(adam->square[i] / adam->decay2);
        w[i] -= rate * (units ? units[i] : 1) * momentum / (size + epsilon);
    }
    fsrs_weights_clip(w);
}
