/* Four floats at a time: SSE2 on x86-64, NEON on ARM, plain C where there are no vectors. */
#ifdef __SSE2__
#include <immintrin.h>
#define FSRS_MIN _mm_min_ps
#define FSRS_MAX _mm_max_ps
#endif

#define FSRS_REAL          float
#define FSRS_REAL_IS_FLOAT 1
#define FSRS_VECTOR_BYTES  16
#define FSRS_KERNEL        fsrs_kernel_float
#define FSRS_KERNEL_NAME   "float"
#include "fsrs/kernel.inc"
