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

static int compare(const struct diag *a, const struct diag *b)
{
    int order = strcmp(a->err.file, b->err.file);
    if (order == 0)
        order = a->err.line - b->err.line;
    return order != 0 ? order : a->err.column - b->err.column;
}

/* Insertion: validators walk the text in order, so the list is nearly sorted already. */
void diags_sort(struct diags *diags)
{
    for (size_t i = 1; i < diags->count; i++) {
        struct diag item = diags->items[i];
        size_t at = i;
        for (; at > 0 && compare(&diags->items[at - 1], &item) > 0; at--)
            diags->items[at] = diags->items[at - 1];
        diags->items[at] = item;
    }
}

void diags_release(struct diags *diags)
{
    free(diags->items);
    *diags = (struct diags){ 0 };
}
