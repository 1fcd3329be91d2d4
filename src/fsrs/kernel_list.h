/*
 * The kernels there are, for kernel.c: which of them may run, the processor decides.
 */
#ifndef FSRS_KERNEL_LIST_H
#define FSRS_KERNEL_LIST_H

#include "fsrs/kernel.h"

extern const struct fsrs_kernel fsrs_kernel_float, fsrs_kernel_double;
#ifdef __x86_64__
extern const struct fsrs_kernel fsrs_kernel_float_avx2, fsrs_kernel_double_avx2;
extern const struct fsrs_kernel fsrs_kernel_float_avx512, fsrs_kernel_double_avx512;
#endif

#endif
