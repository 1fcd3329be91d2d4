/* Two doubles at a time: SSE2 on x86-64, NEON on ARM, plain C where there are no vectors. */
#ifdef __SSE2__
#include <immintrin.h>
#define FSRS_MIN _mm_min_pd
#define FSRS_MAX _mm_max_pd
#endif

#define FSRS_REAL          double
#define FSRS_REAL_IS_FLOAT 0
#define FSRS_VECTOR_BYTES  16
#define FSRS_KERNEL        fsrs_kernel_double
#define FSRS_KERNEL_NAME   "double"
#include "fsrs/kernel.inc"
