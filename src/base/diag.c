#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

const char *diag_level_word(enum diag_level level)
{
    static const char *const words[] = {
#define X(level, word) [level] = word,
        DIAG_LEVELS(X)
#undef X
    };
    return words[level];
}

void diags_add(
    struct diags *diags, enum diag_level level, const char *code, const struct err *err)
{
    diags->items =
        vec_grow(diags->items, diags->count, &diags->capacity, sizeof *diags->items);
    diags->items[diags->count++] = (struct diag){ level, code, *err };
    if (level == DIAG_ERROR)
        diags->errors++;
}

static int compare(const void *left, const void *right)
{
    const struct diag *a = *(const struct diag *const *)left;
    const struct diag *b = *(const struct diag *const *)right;
    int order = strcmp(a->err.file, b->err.file);
    if (order == 0)
        order = a->err.line - b->err.line;
    if (order == 0)
        order = a->err.column - b->err.column;
    return order != 0 ? order : (a > b) - (a < b);
}

/* Sorts pointers, whose own order tells equal places apart; the items are large. */
void diags_sort(struct diags *diags)
{
    if (diags->count < 2)
        return;
    const struct diag **order = mem_alloc(diags->count * sizeof *order);
    for (size_t i = 0; i < diags->count; i++)
        order[i] = &diags->items[i];
    qsort(order, diags->count, sizeof *order, compare);

    struct diag *sorted = mem_alloc(diags->count * sizeof *sorted);
    for (size_t i = 0; i < diags->count; i++)
        sorted[i] = *order[i];
    free(order);
    free(diags->items);
    diags->items = sorted;
    diags->capacity = diags->count;
}

void diags_release(struct diags *diags)
{
    free(diags->items);
    *diags = (struct diags){ 0 };
}
