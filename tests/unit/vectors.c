#include "vectors.h"

#include "test.h"

#include "base/buf.h"
#include "base/file.h"

#include <stdio.h>

cJSON *vectors_load(const char *name)
{
    char path[512];
    struct buf text = { 0 };
    struct err err;
    snprintf(path, sizeof path, TEST_PATH("../shared/fsrs/vectors/%s"), name);
    if (!file_read(path, SIZE_MAX, &text, &err)) {
        print_message("skipped: no %s beside the repository\n", name);
        return NULL;
    }
    cJSON *json = cJSON_Parse(text.text);
    buf_release(&text);
    assert_non_null(json);
    return json;
}

const cJSON *vectors_member(const cJSON *object, const char *key)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);
    assert_non_null(item);
    return item;
}

size_t vectors_count(const cJSON *array)
{
    assert_true(cJSON_IsArray(array));
    return (size_t)cJSON_GetArraySize(array);
}

double vectors_number(const cJSON *array, size_t index)
{
    const cJSON *item = cJSON_GetArrayItem(array, (int)index);
    assert_true(cJSON_IsNumber(item));
    return item->valuedouble;
}

void vectors_numbers(const cJSON *object, const char *key, double *numbers, size_t count)
{
    const cJSON *array = vectors_member(object, key);
    assert_int_equal(vectors_count(array), count);
    for (size_t i = 0; i < count; i++)
        numbers[i] = vectors_number(array, i);
}
