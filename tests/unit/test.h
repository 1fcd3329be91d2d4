/*
 * What every unit test starts from: cmocka with the headers it wants before it, a
 * comparison of doubles (cmocka 1.1.5 knows float only), and paths from the root of the
 * repository, where the tests are run unless TEST_ROOT says otherwise.
 */
#ifndef TEST_H
#define TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

#ifndef TEST_ROOT
#define TEST_ROOT "."
#endif

#define TEST_PATH(relative) TEST_ROOT "/" relative

/* |got - want| <= rel * |want|; so zero must be met exactly, and NaN never passes. */
#define assert_near(got, want, rel)                                                      \
    test_assert_near((got), (want), (rel), #got, __FILE__, __LINE__)

static inline void test_assert_near(
    double got, double want, double rel, const char *what, const char *file, int line)
{
    if (fabs(got - want) <= rel * fabs(want))
        return;
    print_error("%s: got %.17g, want %.17g within %g\n", what, got, want, rel);
    _fail(file, line);
}

#endif
