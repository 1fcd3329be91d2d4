#include "fsrs/kernel.h"

#include "fsrs/kernel_list.h"

#ifdef __x86_64__
static bool has_avx2(void)
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
}

static bool has_avx512(void)
{
    return has_avx2() && __builtin_cpu_supports("avx512f") &&
           __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
}
#endif

size_t fsrs_kernels(const struct fsrs_kernel *kernels[FSRS_KERNELS])
{
    size_t count = 0;
#ifdef __x86_64__
    if (has_avx512())
        kernels[count++] = &fsrs_kernel_float_avx512;
    if (has_avx2())
        kernels[count++] = &fsrs_kernel_float_avx2;
#endif
    kernels[count++] = &fsrs_kernel_float;
#ifdef __x86_64__
    if (has_avx512())
        kernels[count++] = &fsrs_kernel_double_avx512;
    if (has_avx2())
        kernels[count++] = &fsrs_kernel_double_avx2;
#endif
    kernels[count++] = &fsrs_kernel_double;
    return count;
}

const struct fsrs_kernel *fsrs_best_kernel(bool exact)
{
    const struct fsrs_kernel *kernels[FSRS_KERNELS];
    fsrs_kernels(kernels);
    size_t i = 0;
    while (kernels[i]->exact != exact)
        i++;
    return kernels[i];
}

const struct fsrs_kernel *fsrs_rating_kernel(void)
{
    const struct fsrs_kernel *kernels[FSRS_KERNELS];
    fsrs_kernels(kernels);
    size_t i = 0;
    while (kernels[i]->rate == NULL)
        i++;
    return kernels[i];
}
