/* Eight floats at a time, with fused multiplication and addition. */
#include "fsrs/kernel_list.h"

#ifdef __x86_64__
#ifdef __clang__
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#pragma clang fp contract(fast)
#else
#pragma GCC target("avx2,fma")
#pragma GCC optimize("fp-contract=fast")
#endif
#include <immintrin.h>

#define FSRS_REAL          float
#define FSRS_REAL_IS_FLOAT 1
#define FSRS_VECTOR_BYTES  32
#define FSRS_MIN           _mm256_min_ps
#define FSRS_MAX           _mm256_max_ps
#define FSRS_KERNEL        fsrs_kernel_float_avx2
#define FSRS_KERNEL_NAME   "float-avx2"
#include "fsrs/kernel.inc"

#ifdef __clang__
#pragma clang attribute pop
#endif
#endif
