/*
 * Growable text, and growable arrays.
 *
 * A zero struct is a valid empty buf.  `text` is NULL while nothing was added, else it
 * holds `len` bytes and a NUL behind them.  Running out of memory aborts: what is not
 * committed yet is rolled back by the database at the next start.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/err.h"

#include <stddef.h>

struct buf {
    char *text;
    size_t len;
    size_t capacity;
};

/* Frees the contents; the buf is empty and usable again. */
void buf_release(struct buf *buf);
/* Empties the buf and keeps its memory. */
void buf_clear(struct buf *buf);

void buf_add(struct buf *buf, const char *text);
void buf_add_bytes(struct buf *buf, const char *bytes, size_t len);
void buf_add_char(struct buf *buf, char c);
void buf_addf(struct buf *buf, const char *format, ...) PRINTF_LIKE(2, 3);
/* Adds `count` times the same character. */
void buf_pad(struct buf *buf, char c, size_t count);

/* The contents as a C string, "" while empty; borrowed. */
const char *buf_text(const struct buf *buf);

/* Memory from the heap; these abort instead of failing.  Freed with free(). */
void *mem_alloc(size_t size);
void *mem_realloc(void *memory, size_t size);
char *mem_strdup(const char *text);
/* Zeroed room for `count` items, and for one at least. */
void *mem_zeroed(size_t count, size_t size);
/* Memory that begins at a multiple of 64 bytes: a cache line, and any vector. */
void *mem_aligned(size_t size);

/*
 * Makes room for one more item: `items = vec_grow(items, count, &capacity, sizeof *items)`.
 * Amortised constant; the array is freed with free().
 */
void *vec_grow(void *items, size_t count, size_t *capacity, size_t item_size) MUST_USE;

#endif
