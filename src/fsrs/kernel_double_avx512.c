/* Eight doubles at a time, with fused multiplication and addition. */
#include "fsrs/kernel_list.h"

#ifdef __x86_64__
#ifdef __clang__
#pragma clang attribute push(                                                            \
    __attribute__((target("avx512f,avx512dq,avx512vl,fma"))), apply_to = function)
#pragma clang fp contract(fast)
#else
#pragma GCC target("avx512f,avx512dq,avx512vl,fma")
#pragma GCC optimize("fp-contract=fast")
#endif
#include <immintrin.h>

#define FSRS_REAL          double
#define FSRS_REAL_IS_FLOAT 0
#define FSRS_VECTOR_BYTES  64
#define FSRS_MIN           _mm512_min_pd
#define FSRS_MAX           _mm512_max_pd
#define FSRS_KERNEL        fsrs_kernel_double_avx512
#define FSRS_KERNEL_NAME   "double-avx512"
#include "fsrs/kernel.inc"

#ifdef __clang__
#pragma clang attribute pop
#endif
#endif
