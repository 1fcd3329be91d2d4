/*
 * Reference values of other programs, which lie as JSON beside the repository of some.
 *
 * Whatever is not as expected in such a file fails the test.
 */
#ifndef VECTORS_H
#define VECTORS_H

#include <cjson/cJSON.h>

#include <stddef.h>

/* Of ../shared/fsrs/vectors.  NULL, and "skipped: ..." is said, if there is no such file. */
cJSON *vectors_load(const char *name);

const cJSON *vectors_member(const cJSON *object, const char *key);
size_t vectors_count(const cJSON *array);
double vectors_number(const cJSON *array, size_t index);

/* The member is an array of `count` numbers. */
void vectors_numbers(const cJSON *object, const char *key, double *numbers, size_t count);

#endif
